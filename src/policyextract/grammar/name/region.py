"""Regions told by their kind, which stand for their governments: 有条件的地方, 试点城市, 帮扶省市, 欠发达地区."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.context import context, shapes, words_of
from policyextract.grammar.name.organ import Name
from policyextract.text.pattern import pattern

_SCAN = pattern(
    r"[区方市份县件点](?:(?<=\L<name.region-noun>)"
    r"|(?<=条件)(?=的)|(?<=试点)(?=[城地省县市]))"
)
_ASIDE = r"(?:[（(][^（）()\n，。]{1,16}[)）])?"
_ABLE = pattern(rf"\L<name.has>条件的\L<name.able>{_ASIDE}\L<name.government>?")
_TRIAL = pattern(r"\L<name.trial>")
_MODIFIED = pattern(
    r"\L<name.place-verb>"
    r"((?:(?!\L<name.private-noun>|[在向到对各的])[一-鿿]){2,16}的)\Z"
)
_ALL = pattern(r"授权(\L<name.all-places>)\Z")
_MODIFIERS = {"的": _MODIFIED} | dict.fromkeys("有级上", _ALL)
_UNKNOWN = pattern(
    r"(?<![一-鿿])((?!各|其中|在|(?:\L<name.place-before>|对于?)(?!达标)|.{0,12}\L<name.place-support>)"
    r"[一-鿿]{2,10})\Z"
)
_STATE = pattern(r"中国[（(][^（）()\n]{2,6}[)）]\Z")
_MUST = pattern(r"\L<marks.modal>")
_SIZES = dict.fromkeys("验范行产销衡", 3) | dict.fromkeys("老大困贫点", 1)
_WINDOW = 28
OPENS = pattern(r"[^一-鿿]|[由同和与及促]")


class _Words(NamedTuple):
    """Words by which regions are told apart, by their last characters, longest first; and how many of them."""

    regions: dict[str, tuple[str, ...]]
    some: "re.Pattern[str]"


@cache
def _words() -> _Words:
    regions: dict[str, tuple[str, ...]] = {}
    for word in sorted(words_of("region"), key=len):
        regions[word[-1]] = (word, *regions.get(word[-1], ()))
    return _Words(regions, pattern(rf"{shapes('some')}\Z"))


def _kind(text: str, stop: int) -> int:
    """Where the words begin that tell which regions are meant: 欠发达 + 民族 + 地区; ``stop`` if there are none."""
    regions, start = _words().regions, stop
    while text.endswith(words := regions.get(text[start - 1 : start], ()), 0, start):
        start -= next(len(word) for word in words if text.endswith(word, 0, start))
    return start


def opens(text: str, position: int) -> bool:
    """Whether a place may begin here: at the head of a clause, in a list, or after a word that asks somebody."""
    return not position or bool(OPENS.match(text, position - 1)) or (text[position - 2 : position] in context().before)


def _able(text: str, head: int, shape: "re.Pattern[str]") -> Name | None:
    """有条件的地方, 试点城市: with the level before it."""
    match = shape.match(text, head)
    if match is None:
        return None
    bare = not match.group().endswith("政府")
    return Name(level.before(text, head), match.end(), "government", "department.places", bare)


def _modified(text: str, start: int, stop: int) -> Name | None:
    """鼓励基础较好的 + 地区, 授权全国所有 + 城市."""
    shape = _MODIFIERS.get(text[start - 1 : start])
    floor = max(start - _WINDOW, 0)
    match = shape.search(text[floor:start]) if shape else None
    return Name(floor + match.start(1), stop, "government", "department.places") if match else None


def _region(text: str, start: int, stop: int) -> Name | None:
    """大中城市, 受帮扶省市; any region that must do something; 部分县市."""
    begin = _kind(text, start)
    if begin == start and text[start:stop] not in lexicon.select("name/words", "place-class"):
        some = _words().some.search(text[max(start - 2, 0) : start])
        begin -= len(some.group()) if some else 0
    if begin < start:
        state = (
            _STATE.search(text[max(begin - _WINDOW // 2, 0) : begin])
            if text[begin - 1 : begin] in ("）", ")")
            else None
        )
        begin -= len(state.group()) if state else 0
        return Name(begin, stop, "government", "department.territory", bare=True) if opens(text, begin) else None
    unknown = _UNKNOWN.search(text[max(start - _WINDOW // 2, 0) : start]) if _MUST.match(text, stop) else None
    return (
        Name(start - len(unknown.group(1)), stop, "government", "department.territory", bare=True) if unknown else None
    )


def _by_shape(text: str, stop: int) -> Name | None:
    last = text[stop - 1]
    if last == "件":
        head = stop - (4 if text[stop - 4 : stop - 2] in lexicon.select("name/words", "has") else 3)
        return _able(text, head, _ABLE)
    if last == "点":
        return _able(text, stop - 2, _TRIAL)
    start = stop - _SIZES.get(text[stop - 2], 2)
    return _modified(text, start, stop) or _region(text, start, stop)


def regions(text: str) -> list[Name]:
    """The regions that a text tells by their kind.

    >>> [name.stop - name.start for name in regions("鼓励贫困地区先行先试")]
    [4]
    """
    return [name for match in _SCAN.finditer(text) if (name := _by_shape(text, match.end()))]
