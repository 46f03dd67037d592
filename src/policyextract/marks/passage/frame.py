"""What a passage does: it looks back, or it sets out what is to be done; by titles and the openings of paragraphs."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from attrs import frozen

from policyextract.day.stated_date import day_of
from policyextract.marks.passage.genre import orders, rules
from policyextract.marks.passage.leaning import aims, hands_out, leaning
from policyextract.marks.passage.opening import AIMED, SUMS, number_of_plan
from policyextract.marks.passage.section import READ, Sections
from policyextract.marks.passage.title import Frame
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_FRESH = frozenset(("chapter", "comma"))
_PLAN_PERIOD = pattern('十(?P<number>[一二三四五六七八九])五(?=[”"]?\\L<marks.of-plan>)')
_FIRST_PERIOD, _FIRST_YEAR = 11, 2006
_OWN, _CARRIED, _SET, _SUMMED = 2, 8, 12, 4
_THROUGHOUT, _NARRATED, _EVIDENT = 4, 2, 5
_TOLD, _OVER = 0.7, 1.5


@frozen
class Frames:
    """The frames of a document: each holds from its start to the next.

    Attributes:
        starts: where each begins.
        kinds: what each does.
        sources: what says so: ``title``, ``opening`` (of a paragraph), or ``leaning`` (the words of the passage).
        titles: where the title stands that says so, if one does.
        narrated: whether the document tells what happens throughout: a press report, a portrait.
    """

    starts: tuple[int, ...]
    kinds: tuple[Frame, ...]
    sources: tuple[str, ...]
    titles: tuple[tuple[int, int] | None, ...]
    narrated: bool

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

    def told(self, position: int) -> tuple[Frame, str]:
        """The frame of a position, and what sets it."""
        index = bisect_right(self.starts, position) - 1
        return (self.kinds[index], self.sources[index]) if index >= 0 else (Frame.PLAN, "leaning")

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
    """A line: the frame that a title or its own opening sets, if any; else which way its words lean, and what tells.

    ``source``: what sets it; ``title``: where the title stands that does;
    ``fresh``: whether it begins a section, so that nothing is carried into it;
    ``sums``: above zero where it sums up a review, below where it sums up goals.
    """

    start: int
    frame: Frame | None
    source: str
    title: tuple[int, int] | None
    lean: int
    told: int
    fresh: bool
    sums: int


def _lines(document: Document) -> Iterator[_Line]:
    sections, ruled = Sections(document, period(document)), rules(document)
    start = 0
    for line in document.text.split("\n"):
        size = len(line)
        stop = start + size
        if size > 1:
            opening = line[:READ]
            point = sections.point_at(start, stop)
            frame, source, title = sections.read(start, stop, point)
            told, lean = (0, 0) if frame or ruled else leaning(document, start, stop)
            fresh = point is not None and point.style in _FRESH
            won, aimed = "成" in opening and SUMS.match(opening), "标" in opening and AIMED.match(opening)
            sums = 1 if won else -1 if aimed else 0
            yield _Line(start, frame, source, title, lean, told, fresh, sums)
        start = stop + 1


def _backward(lines: list[_Line]) -> list[int]:
    """How far each line leans, with what a summing-up of a review or of goals after it in its section tells."""
    leans = []
    summed = 0
    for line in reversed(lines):
        summed = line.sums or (0 if line.frame is (Frame.PLAN if summed > 0 else Frame.REVIEW) else summed)
        leans.append(line.lean + _SUMMED * summed)
        summed = 0 if line.fresh else summed
    return leans[::-1]


def _at_first(lines: list[_Line]) -> int:
    """What is carried into a section of which nothing is read yet: it plans, the less so the more all leans to a
    report."""
    left_open = [line.lean for line in lines if line.frame is None]
    total = sum(left_open)
    return min(total * _THROUGHOUT // len(left_open) - _CARRIED, _CARRIED) if total >= _EVIDENT else -_CARRIED


@shared
def frames(document: Document) -> Frames:
    """The frames of a document: by its titles and openings, and by the words of the lines that these leave open.

    >>> text = "一、2018年工作回顾\\n国内生产总值增长6.6%。\\n二、今年工作任务\\n国内生产总值增长6%以上。"
    >>> found = frames(Document.plain(text))
    >>> [kind.value for kind in found.kinds], found.title(20)
    (['plan', 'review', 'plan'], (2, 11))
    """
    lines = list(_lines(document))
    leans = [*_backward(lines), 0]  # the last stands beside the first and the last line
    runs: list[tuple[int, Frame, str, tuple[int, int] | None]] = [(0, Frame.PLAN, "leaning", None)]
    carried = at_first = _at_first(lines)
    aimed = not rules(document) and aims(document)
    handed = _CARRIED if hands_out(document) else 0
    for index, line in enumerate(lines):
        frame = line.frame
        if frame is None:
            around = leans[index - 1] + leans[index] + leans[index + 1]
            carried = at_first if line.fresh else carried
            told = leans[index] * _OWN + around + carried > handed
            frame = Frame.REVIEW if told and not aimed else Frame.PLAN
        if line.frame or (frame is Frame.REVIEW) != (carried > 0):
            carried = (_SET if line.frame else _CARRIED) * (1 if frame is Frame.REVIEW else -1)
        if (frame, line.source, line.title) != runs[-1][1:]:
            runs.append((line.start, frame, line.source, line.title))
    starts, kinds, sources, titles = zip(*runs, strict=True)
    return Frames(starts, kinds, sources, titles, _is_narrated(document, lines))


def _is_narrated(document: Document, lines: list[_Line]) -> bool:
    """Whether a document leans to a report throughout, and its title is none of a paper that orders.

    So does one whose clauses open as orders do, where its other words tell much more.
    """
    throughout, told = sum(line.lean for line in lines), sum(line.told for line in lines)
    leans = throughout >= max(_EVIDENT, len(lines) // _NARRATED)
    tells = told >= max(_EVIDENT, len(lines) * _TOLD) and throughout * _OVER > -told
    return (leans or tells) and not orders(document)
