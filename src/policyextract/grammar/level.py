"""What stands before the name of a department and tells its level or its place: 州 + 财政局, 广州市黄埔区 + 教育局."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon


class Levels(NamedTuple):
    """Places and level words by their names, and the lengths that names with the same last character have."""

    codes: dict[str, str]
    lengths: dict[str, tuple[int, ...]]
    false: frozenset[str]


_PROVINCE, _PREFECTURE = 2, 4
_LEAST = 2  # characters of a place without its 省 or 市


def _short(name: str, code: str) -> str:
    """A province or a prefecture without its 省, 市; empty where nobody says it so."""
    if len(code) == _PROVINCE:
        for end in ("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市"):
            if name.endswith(end):
                return name.removesuffix(end)
    if len(code) == _PREFECTURE and name.endswith("市") and len(name) > _LEAST:
        return name[:-1]
    if name.endswith(("自治州", "自治县")):
        return _peoples().sub("", name.removesuffix(name[-3:])) + name[-1]
    return ""


@cache
def _peoples() -> "re.Pattern[str]":
    return re.compile(f"(?<=..){lexicon.alternation(lexicon.words('peoples'))}+$")


@cache
def levels() -> Levels:
    """The places of the list ``places`` and the words of the list ``levels``."""
    codes: dict[str, str] = {}
    for name, code in lexicon.rows("places"):
        short = _short(name, code)
        region = short[:-1] if name.endswith("自治州") and len(short) > _LEAST else ""
        for word in filter(None, (name, short, region)):
            codes[word] = "" if word in codes and codes[word] != code else code
    codes.update({name: f"#{code}" for name, code in lexicon.rows("levels")})
    lengths: dict[str, set[int]] = {}
    for name in codes:
        lengths.setdefault(name[-1], set()).add(len(name))
    return Levels(
        codes,
        {char: tuple(sorted(sizes, reverse=True)) for char, sizes in lengths.items()},
        frozenset(lexicon.words("levels_false")),
    )


def before(text: str, position: int) -> int:
    """Where the levels and places that end at ``position`` begin; ``position`` itself if there are none.

    >>> [before(text, text.index("局") - 2) for text in ("由州财政局", "广州市黄埔区教育局", "推进城市管理局")]
    [1, 0, 5]
    """
    known = levels()
    codes, lengths, false = known
    start = position
    while start:
        for size in lengths.get(text[start - 1], ()):
            if size <= start and text[start - size : start] in codes:
                if size == 1 and text[start - 2 : start] in false:
                    return start
                if text[start - size] == "全" and text[start - size - 1 : start - size] == "健":
                    continue
                start -= size
                break
        else:
            return start
    return start
