"""Page numbers that run through a text, on their own or glued to the line that follows; the leaders of contents."""

from collections.abc import Iterator
from typing import NamedTuple

from policyextract.text.offsets import Edit
from policyextract.text.pattern import among, pattern

_NUMBER = pattern(
    r"\n(?:([0-9]{1,3})(?=[\u4e00-\u9fff“《（])"
    r"|[ \t\u3000]*+([0-9](?: ?[0-9]){0,2}|[IVX](?: ?[IVX]){0,5})(?=[ \t\u3000]*+(?:\n|\Z)))"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LEADER = pattern(  # .... 12; ……… 12; on two lines where the page is narrow
    r"[.·…](?<![.·…].)(?<!\.[ \t].)(?:(?:[ \t]?\.){3,}(?:\n\.++)?|[·…]{2,}+)"
    r"[ \t\u3000]*+[0-9]{1,4}(?=[ \t\u3000]*+(?:\n|\Z))"
)
_LINES_A_PAGE = range(3, 91)
_USUAL_LINES = 12
_MISSED = 3
_ENOUGH = 2
_ENOUGH_GLUED = 3


class _Place(NamedTuple):
    """A line, the number that stands there, and whether it is glued to the words of the line."""

    line: int
    number: int
    is_glued: bool


def _chain(places: list[_Place]) -> list[int]:
    """Of the places, the longest run whose numbers rise as those of pages do."""
    lengths: list[int] = []
    befores: list[int] = []
    latest: dict[int, list[int]] = {}  # of each number the last places
    for index, (line, number, _) in enumerate(places):
        length, before = 1, -1
        for step in range(1, _MISSED + 1):
            for other in latest.get(number - step, ()):
                if (line - places[other].line) // step in _LINES_A_PAGE and lengths[other] >= length:
                    length, before = lengths[other] + 1, other
        lengths.append(length)
        befores.append(before)
        latest[number] = [*latest.get(number, ())[-3:], index]
    run = []
    index = max(range(len(places)), key=lengths.__getitem__, default=-1)
    while index >= 0:
        run.append(index)
        index = befores[index]
    return run[::-1]


def _is_paging(places: list[_Place]) -> bool:
    """Whether a run of places is long enough, and its numbers as far apart as those of pages."""
    if len(places) < (_ENOUGH_GLUED if any(place.is_glued for place in places) else _ENOUGH):
        return False
    first, last = places[0], places[-1]
    return last.line - first.line >= (last.number - first.number) * _USUAL_LINES


def _value(number: str) -> int:
    """The number of a page: ``12``, ``1 2`` or ``XII``."""
    number = "".join(number.split())
    if number.isdecimal():
        return int(number)
    values = [_ROMAN[sign] for sign in number]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def page(text: str) -> Iterator[Edit]:
    """Edits that take page numbers out, where they run through the text, and the leaders of a list of contents.

    Numbers that are glued to the line that follows must be three at least, those on a line of their own two.

    >>> text = "\\n".join("正文一行\\n" * 30 + f"{number}国家二级标准" for number in (11, 12, 13))
    >>> [text[edit.start : edit.stop] for edit in page(text)]
    ['11', '12', '13']
    """
    places: dict[bool, list[_Place]] = {True: [], False: []}  # Roman numbers count apart
    spans: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    line = reached = 0
    for match in _NUMBER.finditer(text):
        line += text.count("\n", reached, match.start()) - text.count("\n\n", reached, match.start())
        reached = match.start()
        number = match[match.lastindex or 0]
        is_roman = number[0] in _ROMAN
        places[is_roman].append(_Place(line, _value(number), match.lastindex == 1))
        spans[is_roman].append(match.span(match.lastindex or 0))
    for kind in (True, False):
        run = _chain(places[kind]) if len(places[kind]) >= _ENOUGH else []
        if _is_paging([places[kind][index] for index in run]):
            for index in run:
                yield Edit(*spans[kind][index], "")
    for match in among(_LEADER, text, ".·…"):
        yield Edit(*match.span(), "")
