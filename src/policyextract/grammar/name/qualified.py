"""Words that make a group of a common noun: 市直各 + 部门, 责任 + 单位; and 各 before whatever words."""

import re
from functools import cache, partial
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.context import shapes
from policyextract.grammar.name.lookup import sizes_by_end
from policyextract.grammar.name.organ import Name
from policyextract.text.pattern import pattern

_branches = partial(lexicon.select, "name/words", "branch")
_no_offices = partial(lexicon.select, "name/words", "no-office")
_EVERY = pattern(r"各(?![地自级类])在?((?![^各]{0,7}[的和与及对在应要须将特是])[一-鿿]{0,8})\Z")
_PLACED = pattern("[区县市镇乡街省州]")  # 各区 + 建立企业服务点
_EACH = pattern(r"各?(?<=各)(?:地区?|[省市州县区]{1,3}|镇街?|乡镇)各")
_other_each = partial(lexicon.select, "name/words", "each-place")
_NEAR = 10


class Words(NamedTuple):
    """The words that make groups.

    Attributes:
        uses: for each word the nouns that it goes with (d 部门, u 单位, i 机构, j 机关).
        sizes: the lengths of the words by their ends.
        roles: those that stand right before the noun only.
        weak: those that name nobody for certain.
        business: what makes a noun no body of government: 用人 + 单位.
    """

    uses: dict[str, str]
    sizes: dict[str, tuple[int, ...]]
    roles: frozenset[str]
    weak: frozenset[str]
    business: "re.Pattern[str]"


@cache
def words() -> Words:
    """The list ``groups``, and what in ``context`` goes with it."""
    rows = lexicon.rows("name/groups")
    uses = {word: on for word, on, _ in rows}
    return Words(
        uses,
        sizes_by_end(uses),
        frozenset(word for word, _, how in rows if "role" in how),
        frozenset(word for word, _, how in rows if "weak" in how),
        pattern(shapes("business")),
    )


def _word_before(text: str, start: int, use: str, first: bool) -> int:
    """The length of the word before ``start`` that helps to make a group, or 0."""
    known = words()
    end = text[start - 2 : start]
    for size in known.sizes[end] if end in known.sizes else known.sizes.get(text[start - 1 : start], ()):
        word = text[start - size : start] if size <= start else ""
        fits = use in known.uses.get(word, "") if first else word in known.uses and word not in known.roles
        if fits and (use == "u" or word != "部门和"):
            return size
    return 0


def qualified(text: str, position: int, use: str) -> int:
    """Where the words begin that make a group of 部门 (d), 单位 (u) or 机构 (i) at ``position``."""
    start, first = position, True
    while True:
        step = _word_before(text, start, use, first) or start - level.before(text, start)
        if (
            not step
            or text[start - step - 1 : start - step] == "跨"
            or (not first and (_EACH.match(text, start - step - 1) or text[start - step : start] in _other_each()))
        ):
            return start
        start, first = start - step, False


def every(text: str, start: int, stop: int, name: Name | None) -> Name | None:
    """The group that 各 makes of whatever words: 各参建单位, 各责任事项牵头单位; else the name as it was read."""
    before = text[max(start - _NEAR, 0) : start]
    each = _EVERY.search(before) if "各" in before else None
    firm = text[start:stop] == "企业"
    if each is None or (firm and _PLACED.search(each.group(1))):
        return name
    if words().business.match(each.group(1)) or (each.group(1) and text[start:stop] in _branches()):
        return name
    begin = start - len(each.group())
    if name is not None and (name.rule == "department.function" or name.start <= begin):
        return name
    bare = text[start:stop] in _no_offices()
    return Name(level.before(text, begin), stop, "group", f"department.{'institution' if bare else 'group'}", bare)
