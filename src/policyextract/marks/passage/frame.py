"""What a passage does: it looks back, or it sets out what is to be done; by titles and the openings of paragraphs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from attrs import frozen

from policyextract.day.stated_date import day_of
from policyextract.marks.outline import Point, outline
from policyextract.marks.passage.genre import rules
from policyextract.marks.passage.leaning import leaning
from policyextract.marks.passage.opening import SUMS, number_of_plan, of_opening
from policyextract.marks.passage.title import Frame, Titled, is_outcome, reports_throughout, titled
from policyextract.text.document import Document, shared
from policyextract.text.pattern import beginning, pattern

_DOCUMENT = beginning("\\L<marks.paper-noun>|[0-9]{4}")
_HEADING, _OPENING, _READ = 40, 36, 80
_THIS_YEAR = "今年"
_RESOLVES = pattern("\\L<marks.resolves>")
_FRESH = frozenset(("chapter", "comma"))
_PLAN_PERIOD = pattern('十(?P<number>[一二三四五六七八九])五(?=[”"]?\\L<marks.of-plan>)')
_FIRST_PERIOD, _FIRST_YEAR = 11, 2006
_OWN, _CARRIED, _SET, _SUMMED = 2, 8, 12, 4


@frozen
class Frames:
    """The frames of a document: each holds from its start to the next.

    Attributes:
        starts: where each begins.
        kinds: what each does.
        sources: what says so: ``title``, ``opening`` (of a paragraph), or ``leaning`` (the words of the passage).
        titles: where the title stands that says so, if one does.
    """

    starts: tuple[int, ...]
    kinds: tuple[Frame, ...]
    sources: tuple[str, ...]
    titles: tuple[tuple[int, int] | None, ...]

    def at(self, position: int) -> Frame:
        """The frame of a position; what no title or opening frames is taken for a plan."""
        index = bisect_right(self.starts, position) - 1
        return self.kinds[index] if index >= 0 else Frame.PLAN

    def until(self, position: int, length: int) -> int:
        """Where the frame of a position ends, whatever sets it; ``length`` is that of the text."""
        index = max(bisect_right(self.starts, position) - 1, 0)
        kind = self.kinds[index]
        ends = (
            start for start, other in zip(self.starts[index:], self.kinds[index:], strict=True) if other is not kind
        )
        return next(ends, length)

    def source(self, position: int) -> str:
        """What sets the frame of a position."""
        index = bisect_right(self.starts, position) - 1
        return self.sources[index] if index >= 0 else "leaning"

    def title(self, position: int) -> tuple[int, int] | None:
        """Where the title stands that sets the frame of a position, if one does."""
        index = bisect_right(self.starts, position) - 1
        return self.titles[index] if index >= 0 else None


@shared
def period(document: Document) -> int:
    """The number of the five-year plan under way: that of the day of the document, else the last that the text names.

    >>> period(Document.plain("“十三五”以来成效显著，“十四五”时期要再上台阶")), period(Document.plain(""))
    (14, 0)
    """
    day = day_of(document)
    if day is not None:
        return _FIRST_PERIOD + (day.year - _FIRST_YEAR) // 5
    return max((number_of_plan(match) for match in _PLAN_PERIOD.finditer(document.text)), default=0)


def first_year(plan: int) -> int:
    """2021 for the fourteenth five-year plan."""
    return _FIRST_YEAR + 5 * (plan - _FIRST_PERIOD)


class _Line(NamedTuple):
    """A line: the frame that a title or its own opening sets, if any; else which way its words lean.

    ``source``: what sets it; ``title``: where the title stands that does;
    ``fresh``: whether it begins a section, so that nothing is carried into it;
    ``sums``: whether it sums up a review.
    """

    start: int
    frame: Frame | None
    source: str
    title: tuple[int, int] | None
    lean: int
    fresh: bool
    sums: bool


class _Title(NamedTuple):
    """A title: what it says, and where it stands."""

    said: Titled
    start: int
    stop: int


class _Sections:
    """The frames that titles set, as lines are read one after another.

    A title holds for the point that it heads and all under it: there another title only counts if it decides (工作回顾,
    下一步打算). A line without a marker that is a title holds up to the next one that says something.
    """

    def __init__(self, document: Document, under_way: int) -> None:
        self._points = outline(document).points
        self._starts = [point.start for point in self._points]
        self._tops = [point for point in self._points if not point.depth]
        self._text = document.text
        self._under_way = under_way
        self._of_point: dict[int, _Title | None] = {}
        self._headed: _Title | None = None
        self._until = 0  # where the title without a marker ends
        self._title: _Title | None = None
        self._opened: Frame | None = None

    def read(self, start: int, stop: int) -> tuple[Frame | None, str, tuple[int, int] | None]:
        """The frame of a line, if a title or its own opening sets it; what does; where the title stands."""
        point = self.point_at(start, stop)
        if point is not None:
            self._title, self._opened = self._title_of(point), None
            return self._set()
        line = self._text[start : min(stop, start + _READ)]
        if "。" not in line and (stop - start <= _HEADING or (stop - start <= _READ and reports_throughout(line))):
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
        if index == len(self._starts) or self._starts[index] >= stop:
            return None
        return self._points[index] if not self._text[start : self._starts[index]].strip() else None

    def _title_of(self, point: Point) -> _Title | None:
        """The title of a point, else that of the innermost point above it that says something, else the heading."""
        above = self._headed if point.start < self._until else None
        if point.parent >= 0:
            parent = self._points[point.parent]
            above = self._of_point[point.parent] if point.parent in self._of_point else self._title_of(parent)
        own = titled(self._text[slice(*point.title)][:_HEADING])
        found = above
        if own is not None and (above is None or own.decides or (point.depth == 0 and not own.weak)):
            found = _Title(own, *point.title)
        self._of_point[bisect_left(self._starts, point.start)] = found
        return found

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


def _lines(document: Document) -> Iterator[_Line]:
    sections, ruled = _Sections(document, period(document)), rules(document)
    start = 0
    for line in document.text.split("\n"):
        stop = start + len(line)
        if len(line) > 1:
            opening = line[:_READ]
            frame, source, title = sections.read(start, stop)
            lean = 0 if frame or ruled else leaning(document, start, stop)
            point = sections.point_at(start, stop)
            fresh = point is not None and point.style in _FRESH
            sums = "成" in opening and SUMS.match(opening) is not None
            yield _Line(start, frame, source, title, lean, fresh, sums)
        start = stop + 1


def _backward(lines: list[_Line]) -> list[int]:
    """How far each line leans, with what a summing-up of a review after it in its section tells."""
    leans = []
    summed = False
    for line in reversed(lines):
        summed = line.sums or (summed and line.frame is not Frame.PLAN)
        leans.append(line.lean + (_SUMMED if summed else 0))
        summed = summed and not line.fresh
    return leans[::-1]


@shared
def frames(document: Document) -> Frames:
    """The frames of a document: by its titles and openings, and by the words of the lines that these leave open.

    >>> text = "一、2018年工作回顾\\n国内生产总值增长6.6%。\\n二、今年工作任务\\n国内生产总值增长6%以上。"
    >>> found = frames(Document.plain(text))
    >>> [kind.value for kind in found.kinds], found.title(20)
    (['plan', 'review', 'plan'], (2, 11))
    """
    lines = list(_lines(document))
    leans = _backward(lines)
    runs: list[tuple[int, Frame, str, tuple[int, int] | None]] = [(0, Frame.PLAN, "leaning", None)]
    carried = -_CARRIED
    for index, line in enumerate(lines):
        frame = line.frame
        if frame is None:
            around = sum(leans[max(index - 1, 0) : index + 2])
            carried = -_CARRIED if line.fresh else carried
            frame = Frame.REVIEW if leans[index] * _OWN + around + carried > 0 else Frame.PLAN
        if line.frame or (frame is Frame.REVIEW) != (carried > 0):
            carried = (_SET if line.frame else _CARRIED) * (1 if frame is Frame.REVIEW else -1)
        if (frame, line.source, line.title) != runs[-1][1:]:
            runs.append((line.start, frame, line.source, line.title))
    starts, kinds, sources, titles = zip(*runs, strict=True)
    return Frames(starts, kinds, sources, titles)
