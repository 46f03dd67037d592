"""What stands between two marks: titles 《》 and brackets of all shapes, the outermost, found once for a document."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from attrs import frozen

from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

OPENING, CLOSING = r"（(【〔\[［〖", r"）)】〕\]］〗"
"""The marks of brackets, for a class of signs. What is opened with one shape is now and then closed with another."""
OPENS, CLOSES = frozenset("（(【〔[［〖"), frozenset("）)】〕]］〗")

_BRACKETS = (
    pattern(rf"[{OPENING}](?:[^{OPENING}{CLOSING}\n]*+([{CLOSING}])|[^\n]*+)"),
    pattern(f"[{OPENING}{CLOSING}]"),
)
_TITLES = pattern("《(?:[^《》\n]*+(》)|[^\n]*+)"), pattern("[《》]")


@frozen
class Enclosed:
    """Stretches between two marks, with these, in the order of the text; none overlaps another.

    >>> stretches = Enclosed.of([(2, 6), (8, 11)])
    >>> stretches.around(5), stretches.around(6), [*stretches]
    ((2, 6), None, [(2, 6), (8, 11)])
    """

    starts: tuple[int, ...]
    stops: tuple[int, ...]

    @classmethod
    def of(cls, spans: "list[tuple[int, int]]") -> "Enclosed":
        """Those that are given."""
        return cls(tuple([start for start, _ in spans]), tuple([stop for _, stop in spans]))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.starts, self.stops, strict=True)

    def around(self, position: int) -> tuple[int, int] | None:
        """The stretch that holds a position, if one does."""
        index = bisect_right(self.starts, position) - 1
        return (self.starts[index], self.stops[index]) if index >= 0 and position < self.stops[index] else None


def _nested(signs: "Iterator[re.Match[str]]", opening: frozenset[str]) -> list[tuple[int, int]]:
    """The outermost stretches of a line whose first one holds others, or does not close."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for sign in signs:
        if sign[0] in opening:
            opened.append(sign.start())
        elif opened:
            start = opened.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, sign.end()))
    return found


def _outermost(text: str, shapes: "tuple[re.Pattern[str], re.Pattern[str]]", opening: frozenset[str]) -> Enclosed:
    plain, sign = shapes
    found: list[tuple[int, int]] = []
    for match in plain.finditer(text):
        found += [match.span()] if match.lastindex else _nested(sign.finditer(text, *match.span()), opening)
    return Enclosed.of(found)


@shared
def brackets(document: Document) -> Enclosed:
    """The outermost brackets of a document that close on their own line.

    >>> [*brackets(Document.plain("推进改革。（A局（B局）牵头）加快"))]
    [(5, 15)]
    """
    return _outermost(document.text, _BRACKETS, OPENS)


@shared
def titles(document: Document) -> Enclosed:
    """The outermost titles of a document: what they name is neither said nor asked for.

    >>> [*titles(Document.plain("印发《关于转发《工作要点》的通知》"))]
    [(2, 17)]
    """
    return _outermost(document.text, _TITLES, frozenset("《"))
