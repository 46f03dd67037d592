"""The headings that a duty stands under."""

from collections.abc import Iterable, Iterator

from policyextract.duty.piece import plain
from policyextract.duty.unit import Clause
from policyextract.marks.segment import Outline, Point, outline
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_NOTE = pattern("[（(][^（()）]*[）)]?$")
_DEEPEST = 12


def headings(document: Document, clauses: Iterable[Clause]) -> Iterator[tuple[str, ...]]:
    """For each clause the titles of the points that hold it, outermost first."""
    points = outline(document)
    known: dict[int, tuple[str, ...]] = {}
    for clause in clauses:
        point = points.at(clause.start)
        if point is not None and point.title[1] > clause.start:
            point = points.points[point.parent] if point.parent >= 0 else None
        yield () if point is None else _titles(document.text, points, point, known)


def _titles(text: str, points: Outline, point: Point, known: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The titles of a point and of those above it, outermost first, kept by where the point begins."""
    if point.start in known:
        return known[point.start]
    above = _titles(text, points, points.points[point.parent], known) if point.parent >= 0 else ()
    title = plain(text[slice(*point.title)])
    if "（" in title or "(" in title:
        title = _NOTE.sub("", title)
    titles = known[point.start] = (*above, title)[-_DEEPEST:] if title else above
    return titles
