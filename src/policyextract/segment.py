"""The build of a text: paragraphs, sentences, clauses, and the points of its outline; as spans, never as strings."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from policyextract.document import Document, shared
from policyextract.numerals import small_integer

_STOP = re.compile(r"\n+|[。！？!?；;]+[”’\"）)]*|[，：]+|(?<![0-9])[,:]+|(?<=[0-9])[,:]+(?![0-9])")
_ENDS_SENTENCE = frozenset("。！？!?\n")
_ENDS_STATEMENT = frozenset("。！？!?\n；;")


@frozen
class Segments:
    """Stretches of a text that follow one another, found by position.

    >>> segments = Segments((0, 5), (5, 9))
    >>> segments.at(4), segments.at(5), segments.bounds(6)
    (0, 1, (5, 9))
    """

    starts: tuple[int, ...]
    stops: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, position: int) -> int:
        """The index of the stretch that holds a position, or of the last one that begins before it."""
        return max(bisect_right(self.starts, position) - 1, 0)

    def bounds(self, position: int) -> tuple[int, int]:
        """Start and stop of the stretch that holds a position."""
        index = self.at(position)
        return self.starts[index], self.stops[index]


@frozen
class Layout:
    """The segments of one document, each ending after its closing punctuation.

    Attributes:
        sentences: end at ``。！？`` or at the end of a line.
        statements: end at ``；`` too: the farthest that a commitment reaches.
        clauses: end at ``，`` and ``：`` too, and hold ``、``.
    """

    sentences: Segments
    statements: Segments
    clauses: Segments


def _segments(stops: Sequence[int], length: int) -> Segments:
    stops = [*stops, length] if not stops or stops[-1] < length else list(stops)
    return Segments((0, *stops[:-1]), tuple(stops))


@shared
def layout(document: Document) -> Layout:
    """Sentences, statements and clauses of a document, found in one pass.

    >>> document = Document.plain("由州财政局牵头,会同州发改委做好;确保不低于1,000亿元。")
    >>> [document.text[a:b] for a, b in zip(layout(document).clauses.starts, layout(document).clauses.stops)]
    ['由州财政局牵头,', '会同州发改委做好;', '确保不低于1,000亿元。']
    """
    sentences, statements, clauses = [], [], []
    for match in _STOP.finditer(document.text):
        stop = match.end()
        clauses.append(stop)
        sign = match.group()[0]
        if sign in _ENDS_STATEMENT:
            statements.append(stop)
            if sign in _ENDS_SENTENCE:
                sentences.append(stop)
    length = len(document.text)
    return Layout(_segments(sentences, length), _segments(statements, length), _segments(clauses, length))


_NUMERAL = "[一二三四五六七八九十百]{1,4}"
_STYLES: tuple[tuple[str, str], ...] = (  # outermost first, after GB/T 9704-2012 (一、 （一） 1. （1）)
    ("chapter", f"第(?P<chapter>{_NUMERAL}|[0-9]{{1,3}})[章编篇部]"),
    ("section", f"第(?P<section>{_NUMERAL}|[0-9]{{1,3}})节"),
    ("comma", f"(?P<comma>{_NUMERAL})、"),
    ("ordinal", f"第(?P<ordinal>{_NUMERAL})[，,、]"),
    ("article", f"第(?P<article>{_NUMERAL}|[0-9]{{1,3}})条"),
    ("round", f"[（(](?P<round>{_NUMERAL})[)）]"),
    ("dotted", r"(?P<dotted>[0-9]{1,2})(?:[.．](?![0-9])|、)"),
    ("bracket", r"[（(](?P<bracket>[0-9]{1,2})[)）]|(?P<half>[0-9]{1,2})[)）]"),
    ("circle", r"(?P<circle>[①-⑳])"),
    ("spoken", f"(?P<spoken>{_NUMERAL})[是要]"),
    ("dash", r"(?P<dash>——)"),
)
_RANK = {name: rank for rank, (name, _) in enumerate(_STYLES)}
_MARKER = re.compile(
    r"(?:(?<=\n)|(?<=[。；;：:！？\n”’）)])|\A)[ \t\u3000]*(?:" + "|".join(shape for _, shape in _STYLES) + ")"
)
_TITLE = re.compile(r"[ \t\u3000]*(?:【(?P<boxed>[^】\n]{1,60})】|(?P<open>[^。；;\n]{2,45}?)(?=[。\n]|\Z))")


@frozen
class Point:
    """A point of the outline: ``一、``, ``（一）``, ``第一，``, ``一要``, ``①``.

    Attributes:
        start, stop: from its marker to the next point that is not under it.
        body: where the words after the marker begin.
        title: start and stop of its title, equal where it has none.
        depth: 0 for the outermost.
        parent: index of the point that it stands under, or -1.
        style: the build of its marker.
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


def _number(match: "re.Match[str]") -> tuple[str, int]:
    style = match.lastgroup or ""
    text = match.group(style)
    if style == "circle":
        return style, ord(text) - ord("①") + 1
    if style == "dash":
        return style, 0
    return ("bracket" if style == "half" else style), int(text) if text.isdigit() else small_integer(text)


def _place(open_points: list[tuple[int, str, int]], style: str, number: int) -> int:
    """How many of the open points (index, style, number) a new marker leaves open.

    A marker continues the innermost list of its style at whose number it is the next. A marker that starts at one
    opens a list under what is open, as far as its style ranks below it or stands there already.
    """
    for depth in range(len(open_points) - 1, -1, -1):
        _, other, last = open_points[depth]
        if other == style and (number == last + 1 or number == 0):
            return depth
    if number > 1:
        for depth, (_, other, _) in enumerate(open_points):
            if other == style:
                return depth
    depth = len(open_points)
    while depth and _RANK[open_points[depth - 1][1]] > _RANK[style]:
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
    found: list[list[object]] = []
    stops: list[int] = []
    open_points: list[tuple[int, str, int]] = []
    for match in _MARKER.finditer(text):
        style, number = _number(match)
        depth = _place(open_points, style, number)
        for index, _, _ in open_points[depth:]:
            stops[index] = match.start()
        del open_points[depth:]
        title = _TITLE.match(text, match.end())
        group = title and ("boxed" if title.group("boxed") else "open")
        parent = open_points[-1][0] if open_points else -1
        found.append(
            [
                match.start(),
                match.end(),
                title.span(group) if title and group else (match.end(),) * 2,
                depth,
                parent,
                style,
                number,
            ]
        )
        stops.append(len(text))
        open_points.append((len(found) - 1, style, number))
    return Outline(tuple(Point(row[0], stop, *row[1:]) for row, stop in zip(found, stops, strict=True)))  # type: ignore[arg-type]
