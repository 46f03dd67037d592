"""Levels that share the head of a name: 市 and 区 in 市、区、县人民政府, 区 in 区、县公安部门."""

from collections.abc import Iterable
from functools import cache, partial

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.organ import Name
from policyextract.marks.enclosure import CLOSES
from policyextract.text.pattern import pattern

_SORT = r"\L<name.joint-level>级?(?:[（(](?:[市区县州盟旗镇乡街地、]|\L<name.place-sort>|自治[区州县]){1,9}[)）])?"
_LINK = "(?:以及|[、和及与或])"
_MEMBER = pattern(rf"({_SORT}){_LINK}(?={_SORT}(?![两三四五]级))")
_BEFORE = pattern(rf"(?:{_SORT}{_LINK})+\Z")
_ENDS = pattern(rf"{_SORT}\Z")
_LONGEST = 32
_LINK_ENDS = frozenset("、和及与或")
_RULES = frozenset(
    f"department.{rule}" for rule in ("government", "function", "composed", "body", "group", "shape", "section")
)
_whole = partial(lexicon.select, "name/words", "kinds-behind")


@cache
def _firsts() -> frozenset[str]:
    return frozenset(word[0] for word in lexicon.select("name/words", "joint-level"))


def _begin(text: str, start: int, stop: int) -> int:
    """Where a level with its place begins: 广州市; ``stop`` in another word (城市), and behind 各."""
    begin = min(start, level.before(text, stop))
    part = text[start - 1 : start + 1] in level.levels().false
    return stop if part or text.startswith(_whole(), begin) or text.endswith(_whole(), 0, begin) else begin


def _apart(text: str, name: Name) -> list[Name]:
    if name.rule in _RULES and text[name.start - 1 : name.start] in CLOSES:  # 区县（市） + 人民法院
        sort = _ENDS.search(text, max(name.start - _LONGEST, 0), name.start)
        name = name._replace(start=sort.start()) if sort else name
    start = name.start
    if name.rule not in _RULES or text[start] not in _firsts():
        return [name]
    before = _BEFORE.search(text, max(start - _LONGEST, 0), start) if text[start - 1 : start] in _LINK_ENDS else None
    kind = "government" if name.rule == "department.government" else name.kind
    found: list[Name] = []
    head = before.start() if before else start
    while member := _MEMBER.match(text, head, name.stop):
        begin = head if found else _begin(text, *member.span(1))
        if begin == member.end(1):
            return [name]
        found.append(Name(begin, member.end(1), kind, "department.level-listed"))
        head = member.end()
    return [*found, name._replace(start=head)] if found else [name]


def apart(text: str, names: Iterable[Name]) -> list[Name]:
    """The names, with the levels that share the head of one apart.

    >>> text = "市和区、县人民政府要抓好"
    >>> [text[name.start : name.stop] for name in apart(text, [Name(0, 9, "government", "department.government")])]
    ['市', '区', '县人民政府']
    """
    kept: list[Name] = []
    for name in names:
        for member in _apart(text, name):
            while kept and kept[-1].stop > member.start:  # 乡镇, read by itself
                kept.pop()
            kept.append(member)
    return kept
