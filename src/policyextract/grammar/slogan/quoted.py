"""What stands between quotation marks, with its neighbours: the places where slogans are coined."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_DOUBLE = "“([^“”〞\n]{1,60})[”〞]"
_CURLY = pattern(_DOUBLE)
_CURLY_OR_SINGLE = pattern(f"{_DOUBLE}|‘([^‘’“”\n]{{1,30}})’")
_TURNED = pattern("”([^“”\n，。；：！？]{2,16})“")
_LAST_TURNED = pattern("”[^“”\n，。；：！？]{2,16}“(?=[^“”\n]*$)", re.MULTILINE)
_TURNED_LINE = pattern("(?m)^[^“”\n]*(?:”[^“”\n，。；：！？]{2,16}“[^“”\n]*)+$")
_MARKS = frozenset('“”"‘’「」')
_STRAIGHT = pattern('"')
_INNER_STOP = pattern("[，,。；;！？]")
_LONGEST = 60
_JOINTS = frozenset(("", "、", "，", ",", "和", "及", "与", "或", "以及", "；", "+"))
_WINDOW = 14
_SPACE = pattern("[ \t\u3000]")
_CLAUSE_END = pattern("[，,。；;：:！!？?\n、]")


class Quoted(NamedTuple):
    """A quoted string.

    Attributes:
        start, stop: what is inside the marks.
        text: the same without white space.
        before, after: what stands before the first and after the last of the quoted strings that it is listed with.
        listed: whether it is listed with others.
    """

    start: int
    stop: int
    text: str
    before: str
    after: str
    listed: bool


def in_title(text: str, start: int) -> bool:
    """Whether a position lies inside 《》.

    >>> in_title("《“健康中国”规划纲要》提出", 2), in_title("《纲要》提出“三步走”", 7)
    (True, False)
    """
    opened = text.rfind("《", start - 80 if start > 80 else 0, start)
    return opened >= 0 and text.find("》", opened, start) < 0


def _straight(text: str) -> list[tuple[int, int]]:
    """What stands between straight marks, line by line."""
    found: list[tuple[int, int]] = []
    mark = text.find('"')
    while mark >= 0:
        end = text.find("\n", mark)
        stop = end if end >= 0 else len(text)
        found += _paired(text, [match.start() for match in _STRAIGHT.finditer(text, mark, stop)])
        mark = text.find('"', stop)
    return found


def _paired(text: str, marks: Sequence[int]) -> list[tuple[int, int]]:
    """The marks of one line in pairs; one that has no partner is the one without which the others stand closest."""
    if len(marks) % 2:
        marks = _without_stray(text, marks)
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return [(start + 1, stop) for start, stop in pairs if 1 < stop - start <= _LONGEST + 1]


def _turned(text: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places with those of lines whose marks are turned round, pair by pair: 推行”一户一档“."""
    for last in _LAST_TURNED.finditer(text):
        match = _TURNED_LINE.match(text, text.rfind("\n", 0, last.start()) + 1)
        if match is None:
            continue
        places = [place for place in places if not match.start() < place[0] < match.end()]
        places += [turned.span(1) for turned in _TURNED.finditer(text, *match.span())]
    return sorted(places)


def _innermost(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places without the marks that stand right inside them: “"放管服"” is quoted once."""
    found = set()
    for start, stop in places:
        if stop - start > 2 and _MARKS.isdisjoint(text[start + 1 : stop - 1]):
            edges = text[start] in _MARKS and text[stop - 1] in _MARKS
            start, stop = start + edges, stop - edges
        found.add((start, stop))
    return sorted(found)


def _without_stray(text: str, marks: Sequence[int]) -> list[int]:
    gaps = [stop - start + 20 * len(_INNER_STOP.findall(text, start, stop)) for start, stop in pairwise(marks)]
    cost = sum(gaps[1::2])  # with the first mark taken out, then with the third, the fifth ...
    best, stray = cost, 0
    for place in range(2, len(marks), 2):
        cost += gaps[place - 2] - gaps[place - 1]
        if cost < best:
            best, stray = cost, place
    return [*marks[:stray], *marks[stray + 1 :]]


@shared
def quoted(document: Document) -> tuple[Quoted, ...]:
    """The quoted strings of a document outside of titles; those that are listed share what stands around the list.

    >>> from policyextract.clean import read
    >>> [(found.text, found.after) for found in quoted(read("基本实现“一网通办”“一件事一次办”，确保"))]
    [('一网通办', '，确保'), ('一件事一次办', '，确保')]
    """
    text = document.text
    curly = _CURLY_OR_SINGLE if "‘" in text else _CURLY
    places = [match.span(match.lastindex or 1) for match in curly.finditer(text)]
    if '"' in text:
        places = sorted((*places, *_straight(text)))
    if "”" in text and "“" in text:
        places = _turned(text, places)
    places = [place for place in _innermost(text, places) if not in_title(text, place[0])]
    found: list[Quoted] = []
    first, last = 0, len(places) - 1
    for index, (_, stop) in enumerate(places):
        following = places[index + 1][0] if index < last else len(text) + _WINDOW
        if following - stop < 5 and text[stop + 1 : following - 1] in _JOINTS:
            continue
        begin = places[first][0] - 1
        before = text[begin - _WINDOW if begin > _WINDOW else 0 : begin]
        after = text[stop + 1 : stop + 1 + _WINDOW]
        for a, b in places[first : index + 1]:
            found.append(Quoted(a, b, _SPACE.sub("", text[a:b]), before, after, index > first))
        first = index + 1
    return tuple(found)


def clause_before(before: str) -> str:
    """The part of a context that belongs to the same clause.

    >>> clause_before("负责。深入推进")
    '深入推进'
    """
    return _CLAUSE_END.split(before)[-1]
