"""What stands between quotation marks: curly, single, straight and reversed ones, the innermost, found once."""

import re
from collections.abc import Sequence
from itertools import pairwise

from policyextract.marks.enclosure import Enclosed
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_CURLY = pattern("“[^“”〞\n]++[”〞]")
_CURLY_OR_SINGLE = pattern("“[^“”〞\n]++[”〞]|‘[^‘’“”\n]++’")
_TURNED = pattern("”[^“”\n，。；：！？]{2,16}“")
_LAST_TURNED = pattern("”[^“”\n，。；：！？]{2,16}“(?=[^“”\n]*$)", re.MULTILINE)
_TURNED_LINE = pattern("(?m)^[^“”\n]*(?:”[^“”\n，。；：！？]{2,16}“[^“”\n]*)+$")
_STRAIGHT = pattern('"')
_MARKS = frozenset('“”"‘’')
_INNER_STOP = pattern("[，,。；;！？]")
_KEY_BEFORE = pattern("(?:[\"'\\]]|[A-Za-z_][A-Za-z_0-9-]{0,24})[ \t]{0,8}[:=][ \t]{0,8}\\Z")  # "org": , class=
_VALUE_BEHIND = pattern("[ \t]{0,8}:[ \t]{0,8}(?:[\"'`\\[{]|null|true|false)")


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
    places = [(start, stop + (text[stop - 1] != "\\")) for start, stop in pairs if stop - start > 1]  # not in \"三农\"
    return [place for place in places if not _is_datum(text, *place)]


def _is_datum(text: str, start: int, stop: int) -> bool:
    """Whether the marks are those of a record of data, round a key or its value: ``"org": "市教育局"``."""
    return bool(_KEY_BEFORE.search(text, max(0, start - 40), start) or _VALUE_BEHIND.match(text, stop))


def _without_stray(text: str, marks: Sequence[int]) -> list[int]:
    gaps = [stop - start + 20 * len(_INNER_STOP.findall(text, start, stop)) for start, stop in pairwise(marks)]
    cost = sum(gaps[1::2])  # with the first mark taken out, then with the third, the fifth ...
    best, stray = cost, 0
    for place in range(2, len(marks), 2):
        cost += gaps[place - 2] - gaps[place - 1]
        if cost < best:
            best, stray = cost, place
    return [*marks[:stray], *marks[stray + 1 :]]


def _turned(text: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places with those whose marks are turned round, ”一户一档“: all of a line, or two that pair with no other."""
    for last in _LAST_TURNED.finditer(text):
        match = _TURNED_LINE.match(text, text.rfind("\n", 0, last.start()) + 1)
        if match is None:
            continue
        places = [place for place in places if not match.start() <= place[0] < match.end()]
        places += [turned.span() for turned in _TURNED.finditer(text, *match.span())]
    paired = {mark for start, stop in places for mark in (start, stop - 1)}
    alone = [turned.span() for turned in _TURNED.finditer(text)]
    return sorted(places + [place for place in alone if paired.isdisjoint((place[0], place[1] - 1))])


def _innermost(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places without the marks that stand right inside them: “"放管服"” is quoted once."""
    found = set()
    for start, stop in places:
        if stop - start > 4 and _MARKS.isdisjoint(text[start + 2 : stop - 2]):
            edges = text[start + 1] in _MARKS and text[stop - 2] in _MARKS
            start, stop = start + edges, stop - edges
        found.add((start, stop))
    return sorted(found)


@shared
def quotations(document: Document) -> Enclosed:
    """What is quoted in a document, with its marks; of quotations within quotations the innermost.

    >>> document = Document.plain('深化“放管服”改革，推行“"一网通办"”，推行”一户一档“制度。')
    >>> [document.text[start:stop] for start, stop in quotations(document)]
    ['“放管服”', '"一网通办"', '”一户一档“']
    """
    text = document.text
    curly = _CURLY_OR_SINGLE if "‘" in text else _CURLY
    places = [match.span() for match in curly.finditer(text)]
    if '"' in text:
        places = sorted((*places, *_straight(text)))
    if "”" in text and "“" in text:
        places = _turned(text, places)
    return Enclosed.of(_innermost(text, places))
