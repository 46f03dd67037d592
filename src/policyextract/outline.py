"""The outline of a text: its points, known by their markers, as a tree."""

from bisect import bisect_right
from collections.abc import Iterator

from attrs import field, frozen

from policyextract.document import Document, shared
from policyextract.marker import Marker, markers, title

STYLES = (  # outermost first, after GB/T 9704-2012 (一、 （一） 1. （1）)
    "chapter",
    "section",
    "comma",
    "ordinal",
    "article",
    "round",
    "dotted",
    "decimal",
    "bracket",
    "circle",
    "spoken",
    "dash",
)
_RANK = {style: rank for rank, style in enumerate(STYLES)}


@frozen
class Point:
    """A point of the outline: ``一、``, ``（一）``, ``第一，``, ``一要``, ``①``.

    Attributes:
        start, stop: from its marker to the next point that is not under it; a point that begins inside a paragraph
            ends with the paragraph.
        body: where the words after the marker begin.
        title: start and stop of its title, equal where it has none.
        depth: 0 for the outermost.
        parent: index of the point that it stands under, or -1.
        style: the build of its marker: chapter (第一章), section (第一节), comma (一、), ordinal (第一，),
            article (第一条), round (（一）), dotted (1.), decimal (1.2.3), bracket (（1）), circle (①), spoken (一是,
            一要), dash (——, •).
        number: the number in its marker, 0 where it has none.
    """

    start: int
    stop: int
    body: int
    title: tuple[int, int]
    depth: int
    parent: int
    style: str
    number: int


@frozen
class Outline:
    """The points of a document in the order of the text."""

    points: tuple[Point, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(point.start for point in self.points))

    def at(self, position: int) -> Point | None:
        """The innermost point that holds a position."""
        index = bisect_right(self._starts, position) - 1
        while index >= 0 and self.points[index].stop <= position:
            index = self.points[index].parent
        return self.points[index] if index >= 0 else None

    def path(self, position: int) -> Iterator[Point]:
        """The points that hold a position, innermost first."""
        point = self.at(position)
        while point is not None:
            yield point
            point = self.points[point.parent] if point.parent >= 0 else None


@frozen
class _Open:
    """A point whose end is not known yet: its index, its marker, and the end of its paragraph if it began inside."""

    index: int
    marker: Marker
    ends: int | None

    def is_same(self, marker: Marker) -> bool:
        return (self.marker.style, self.marker.level) == (marker.style, marker.level)

    def is_beside(self, marker: Marker) -> bool:
        """Whether a marker of the same build stands beside this point: it says the same word at the like place in its
        line, or both begin a line."""
        opens = self.marker.opens_line
        return (opens and marker.opens_line) or (opens, self.marker.word) == (marker.opens_line, marker.word)

    def goes_on(self, marker: Marker) -> bool:
        """Whether the marker is the next of the list that this point stands in."""
        return self.is_same(marker) and (marker.number == self.marker.number + 1 or not marker.number)


def _next_of(points: list[_Open], marker: Marker) -> int | None:
    """The depth of the list in which the marker is the next: first one that begins its lines alike, says the same
    word, and lies innermost."""
    found = [
        (point.marker.opens_line == marker.opens_line, point.marker.word == marker.word, depth)
        for depth, point in enumerate(points)
        if point.goes_on(marker)
    ]
    return max(found)[-1] if found else None


def _place(points: list[_Open], marker: Marker) -> int:
    """How many of the open points the marker leaves open.

    It goes on with the list in which it is the next; one that starts at one opens a list under what is open, as far as
    its style ranks below it. Only what is said (``一要``, ``一是``) stands under its own kind, and only inside a line
    under another word or under a point that begins the line.
    """
    depth = _next_of(points, marker)
    if depth is not None:
        return depth
    while points and (ends := points[-1].ends) is not None and ends <= marker.start:
        points.pop()
    same = [depth for depth, point in enumerate(points) if point.is_same(marker)]
    if marker.number > 1 and same:
        before = [depth for depth in same if points[depth].marker.number < marker.number]
        return before[-1] if before else same[0]
    for depth in reversed(same):
        if points[depth].is_beside(marker):
            return depth
    depth = len(points)
    while depth and _RANK[points[depth - 1].marker.style] > _RANK[marker.style]:
        depth -= 1
    return depth


@shared
def outline(document: Document) -> Outline:
    """The points of a document, found by their markers.

    >>> document = Document.plain("一、抓投资。一要突出重点。加快建设。二要强化保障。二、抓园区。")
    >>> for point in outline(document).points:
    ...     print(point.depth, point.number, document.text[slice(*point.title)])
    0 1 抓投资
    1 1 突出重点
    1 2 强化保障
    0 2 抓园区
    """
    text = document.text
    found: list[tuple[Marker, int, int]] = []  # with depth and parent
    stops: list[int] = []
    points: list[_Open] = []
    for marker in markers(text):
        depth = _place(points, marker)
        for point in points[depth:]:
            stops[point.index] = min(stops[point.index], marker.start)
        del points[depth:]
        found.append((marker, depth, points[-1].index if points else -1))
        line = text.find("\n", marker.stop)
        ends = None if marker.opens_line else line if line >= 0 else len(text)
        stops.append(len(text) if ends is None else ends)
        points.append(_Open(len(found) - 1, marker, ends))
    reaches = [*(marker.start for marker, _, _ in found[1:]), *([len(text)] if found else ())]
    return Outline(
        tuple(
            Point(
                marker.start,
                stop,
                marker.stop,
                title(text, marker.stop, reach),
                depth,
                parent,
                marker.style,
                marker.number,
            )
            for (marker, depth, parent), stop, reach in zip(found, stops, reaches, strict=True)
        )
    )
