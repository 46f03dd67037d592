"""The outline of a text: its points, known by their markers, as a tree."""

from bisect import bisect_right
from collections.abc import Iterator

from attrs import define, field, frozen

from policyextract.marks.marker import Marker, markers, title
from policyextract.text.document import Document, shared

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
        object.__setattr__(self, "_starts", tuple([point.start for point in self.points]))

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


@define
class _Open:
    """A point as it is read: its marker, where it is in the tree, the end of its paragraph if it began inside, and
    where it ends by what is known so far."""

    marker: Marker
    index: int
    depth: int
    parent: int
    ends: int | None
    stop: int

    def is_over(self, marker: Marker) -> bool:
        """Whether the paragraph is over in which this point began."""
        return self.ends is not None and self.ends <= marker.start

    def is_beside(self, marker: Marker) -> bool:
        """Whether a marker of the same build stands beside this point: it says the same word at the like place in its
        line, or both begin a line."""
        opens = self.marker.opens_line
        return (opens and marker.opens_line) or (opens, self.marker.word) == (marker.opens_line, marker.word)


def _next_of(points: list[_Open], same: list[int], marker: Marker) -> int | None:
    """The depth of the list, among the ``same`` of its build, in which the marker is the next: first one that begins
    its lines alike, says the same word, and lies innermost."""
    number, opens, word = marker.number, marker.opens_line, marker.word
    found = [depth for depth in same if not number or number == points[depth].marker.number + 1]
    if len(found) > 1:
        lists = [(points[depth].marker, depth) for depth in found]
        return max([(known.opens_line == opens, known.word == word, depth) for known, depth in lists])[-1]
    return found[0] if found else None


def _place(points: list[_Open], marker: Marker) -> int:
    """How many of the open points the marker leaves open.

    It goes on with the list in which it is the next; one that starts at one opens a list under what is open, as far as
    its style ranks below it. Only what is said (``一要``, ``一是``) stands under its own kind, and only inside a line
    under another word or under a point that begins the line.
    """
    style, level = marker.style, marker.level
    same = [depth for depth, point in enumerate(points) if point.marker.style == style and point.marker.level == level]
    depth = _next_of(points, same, marker)
    if depth is not None:
        return next((above for above in range(depth) if points[above].is_over(marker)), depth)
    while points and points[-1].is_over(marker):
        points.pop()
    depth = len(points)
    same = [known for known in same if known < depth]
    if marker.number > 1 and same:
        before = [known for known in same if points[known].marker.number < marker.number]
        return before[-1] if before else same[0]
    for known in reversed(same):
        if points[known].is_beside(marker):
            return known
    while depth and _RANK[points[depth - 1].marker.style] > _RANK[style]:
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
    length = len(text)
    found: list[_Open] = []
    points: list[_Open] = []  # that are open
    line_end = -1
    for marker in markers(text):
        depth = _place(points, marker)
        for point in points[depth:]:
            if point.stop > marker.start:
                point.stop = marker.start
        del points[depth:]
        if line_end < marker.stop:
            line_end = _line_end(text, marker.stop)
        ends = None if marker.opens_line else line_end
        parent = points[-1].index if points else -1
        points.append(_Open(marker, len(found), depth, parent, ends, length if ends is None else ends))
        found.append(points[-1])
    reaches = [*[point.marker.start for point in found[1:]], length]
    return Outline(tuple([_point(text, point, reach) for point, reach in zip(found, reaches, strict=False)]))


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return end if end >= 0 else len(text)


def _point(text: str, point: _Open, reach: int) -> Point:
    """A point whose end is known; ``reach`` is where the next begins."""
    start, body, style, number, *_ = point.marker
    return Point(start, point.stop, body, title(text, body, reach), point.depth, point.parent, style, number)
