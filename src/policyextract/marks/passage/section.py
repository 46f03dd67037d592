"""The frames that titles and the openings of paragraphs set, as lines are read one after another."""

from bisect import bisect_left
from typing import NamedTuple

from policyextract.marks.outline import Point, outline
from policyextract.marks.passage.opening import of_opening
from policyextract.marks.passage.title import Frame, Titled, is_outcome, reports_throughout, titled
from policyextract.text.document import Document
from policyextract.text.pattern import beginning, pattern

_DOCUMENT = beginning("\\L<marks.paper-noun>|[0-9]{4}")
_HEADING, _OPENING = 40, 36
READ = 80
"""So much of a line is read."""
_OWN_YEAR = pattern("[0-9]年|[今明新]年")
_THIS_YEAR = "今年"
_RESOLVES = pattern("\\L<marks.resolves>")


class _Title(NamedTuple):
    """A title: what it says, and where it stands."""

    said: Titled
    start: int
    stop: int


class Sections:
    """The frames that titles set, as lines are read one after another.

    A title holds for the point that it heads and all under it: there another title only counts if it decides (工作回顾,
    下一步打算). A line without a marker that is a title holds up to the next one that says something.
    """

    def __init__(self, document: Document, under_way: int) -> None:
        self._points = outline(document).points
        self._starts = [*[point.start for point in self._points], len(document.text)]
        self._tops = [point for point in self._points if not point.depth]
        self._text = document.text
        self._under_way = under_way
        self._of_point: dict[int, _Title | None] = {}
        self._headed: _Title | None = None
        self._until = 0  # where the title without a marker ends
        self._title: _Title | None = None
        self._opened: Frame | None = None

    def read(self, start: int, stop: int, point: Point | None) -> tuple[Frame | None, str, tuple[int, int] | None]:
        """The frame of a line, if a title or its own opening sets it; what does; where the title stands.

        ``point`` is the one whose marker begins the line.
        """
        if point is not None:
            self._title, self._opened = self._title_of(point), None
            return self._set()
        line = self._text[start : stop if stop < start + READ else start + READ]
        if "。" not in line and (stop - start <= _HEADING or (stop - start <= READ and reports_throughout(line))):
            self._head(line, start, stop)
            return self._set()
        frame = self._set()[0]
        opening = of_opening(line[:_OPENING], self._under_way, frame if self._title is not None else None)
        if opening is Frame.PLAN and frame is Frame.REVIEW:
            if line.startswith(_THIS_YEAR) and not _RESOLVES.search(line):
                return self._set()  # what was so this year
            self._title, self._opened = None, opening
        return (opening, "opening", None) if opening else self._set()

    def _set(self) -> tuple[Frame | None, str, tuple[int, int] | None]:
        if self._title is not None:
            return self._title.said.frame, "title", self._title[1:]
        return self._opened, "opening" if self._opened else "leaning", None

    def _next_section(self, position: int) -> int:
        """Where the list of sections goes on in which a position stands; one that begins anew lies under its title."""
        index = bisect_left(self._tops, position, key=lambda point: point.start)
        if not 0 < index < len(self._tops):
            return len(self._text)
        before, after = self._tops[index - 1], self._tops[index]
        return after.start if before.number and after.number == before.number + 1 else len(self._text)

    def point_at(self, start: int, stop: int) -> Point | None:
        """The point whose marker begins a line."""
        index = bisect_left(self._starts, start)
        begin = self._starts[index]
        if begin >= stop or (begin > start and not self._text[start:begin].isspace()):
            return None
        return self._points[index]

    def _title_of(self, point: Point) -> _Title | None:
        """The title of a point, else that of the innermost point above it that says something, else the heading."""
        above = self._headed if point.start < self._until else None
        if point.parent >= 0:
            parent = self._points[point.parent]
            above = self._of_point[point.parent] if point.parent in self._of_point else self._title_of(parent)
        own = titled(self._text[slice(*point.title)][:_HEADING])
        found = above
        if own is not None and (above is None or own.decides or self._opens(point, own, above)):
            found = _Title(own, *point.title)
        self._of_point[bisect_left(self._starts, point.start)] = found
        return found

    def _opens(self, point: Point, own: Titled, above: _Title) -> bool:
        """Whether the title of an outermost point says otherwise than the line above the list.

        Under the title of a report it does not where it names what a report tells of: ``一、落实改革任务``.
        """
        told = own.told and not _OWN_YEAR.search(self._text, *point.title)
        return point.depth == 0 and not own.weak and not (told and reports_throughout(self._text[slice(*above[1:])]))

    def _head(self, line: str, start: int, stop: int) -> None:
        """Take a short line for a title where it says something: to the next section, if it stands inside of one."""
        said = titled(line)
        if (
            said is not None
            and said.weak
            and is_outcome(line)
            and "。" not in self._text[stop:].lstrip("\n").split("\n", 1)[0]
        ):
            return
        if said is None or line.isascii() or (_DOCUMENT.search(line) and not reports_throughout(line)):
            return
        self._headed, self._until = _Title(said, start, stop), self._next_section(start)
        self._title, self._opened = self._headed, None
