"""The times that a text sets for what follows them: in a sentence, at the head of a paragraph, in a heading."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from policyextract import lexicon
from policyextract.day import calendar
from policyextract.day.calendar import Days
from policyextract.day.stated_date import day_of
from policyextract.grammar.time import times
from policyextract.marks.passage.opening import number_of_plan
from policyextract.marks.segment import layout, outline
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound, TimeKind, TimeUnit

_COMPARED = pattern("(?:[比较以从由自]|相比|[高低快慢多少优]于|\\L<time.until>)$")
_NOMINAL = pattern("的?(?:\\L<figure.of-year>|第[一二三四五]年|[^，。；]{0,8}之年)")
_PLAN_TITLE = pattern(
    '^[^，。；：\\n]{0,40}?第?十(?P<number>[一二三四五六七八九])个?五年?[”"]?[^，。；：\\n]{0,24}?\\L<figure.plan>[^，。；：\\n]{0,24}$',
    re.MULTILINE,
)
_AIM = pattern("[^，。；：、0-9\n]{1,16}\\L<figure.aim>(?=[，。；、和])")
_OPENED = pattern("(?:^|[^一-鿿]|\\L<figure.year-opening>)$")
_YEAR_TITLE = pattern("(?P<year>(?:19|20)[0-9]{2})年[^，。；0-9\n]{0,16}(?:\\L<figure.year-report>|(?P<told>统计公报))")
_SHIFTS = {"今年": 0, "本年": 0, "全年": 0, "当年": 0, "明年": 1, "去年": -1, "上年": -1}
_REPORT = pattern("\\L<figure.report>")
_LISTED = pattern(r"\s*(?:[—－-]{1,2}|[•●▪]|[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]{1,2}[，,])")
_AHEAD = pattern("(?:\\L<time.to-come>|今后的?)$")
_BACK = pattern("\\L<figure.since>|[^，。；]{0,4}增")
_BEHIND = pattern("(?:过去|[近这前])的?$")
_INTO = frozenset("到至在于，。；：、（( \n\u3000“")
_OPENING, _HEAD, _WHOLE, _DEEPEST, _WORD, _SHORT, _MOST = 12, 400, 300, 12, 4, 20, 50


class Horizon(NamedTuple):
    """A time that what follows may be for: its place, its days (no first one where only the end is said)."""

    start: int
    first: dt.date | None
    last: dt.date
    leads: bool

    @property
    def single(self) -> bool:
        """Whether it lies in one calendar year."""
        return self.first is not None and self.first.year == self.last.year

    @property
    def is_whole(self) -> bool:
        """Whether it is of a year or more, or only its end is said."""
        return self.first is None or (self.last - self.first).days >= _WHOLE


class Horizons:
    """The horizons of a document in the order of the text, and the headings that hold some.

    They keep its text and its build, and not the document, which keeps them.
    """

    def __init__(self, document: Document) -> None:
        self._text, self._parts, self._outline = document.text, layout(document), outline(document)
        self._is_dated = day_of(document) is not None
        self.today = day_of(document) or _titled(document)
        self._base: list[Horizon] = []
        self._shared: dict[tuple[int, int], tuple[tuple[Horizon, ...], ...]] = {}
        self.all = tuple(self._read(times(document)))
        self.starts = [horizon.start for horizon in self.all]
        self._lines = self._parts.paragraphs
        self._headings = self._heading_lines(document)
        self._of_document = (self._planned(), *self._yearly())

    def _read(self, finds: Iterable[Find]) -> Iterator[Horizon]:
        text = self._text
        for find in finds:
            days = self._days(find)
            if days is None:
                continue
            if _COMPARED.search(text, max(find.start - 2, 0), find.start):
                self._base.append(Horizon(find.start, *days, leads=False))
                continue
            if find.value.bound is TimeBound.AT and days[0] and (days[1] - days[0]).days < _SHORT:
                continue
            if _NOMINAL.match(text, find.stop) or self._is_of_an_aim(find):
                continue
            sentence, _ = self._parts.sentences.bounds(find.start)
            opens = find.start - sentence <= _OPENING and _OPENED.search(text, sentence, find.start) is not None
            leads = opens or text[find.start - 1] in _INTO or find.value.bound is not TimeBound.AT
            yield Horizon(find.start, *days, leads)

    def _is_of_an_aim(self, find: Find) -> bool:
        """Whether a year only names an aim, a plan or a vision: ``落实2030年应对气候变化国家自主贡献目标``."""
        text = self._text
        return text[max(find.start - 1, 0) : find.start] not in ("到", "至") and _AIM.match(text, find.stop) is not None

    def _days(self, find: Find) -> "tuple[dt.date | None, dt.date] | None":
        time = find.value
        if time.kind is TimeKind.DATE and time.latest is None and self.today and not self._is_dated:
            shift = _SHIFTS.get(self._text[find.start : find.stop])
            return None if shift is None else calendar.years(self.today.year + shift, self.today.year + shift)
        if time.kind is TimeKind.DATE:
            until = self._text[max(find.start - 1, 0) : find.start] in ("到", "至")
            return (None if until else time.earliest, time.latest) if time.latest else None
        if time.kind is TimeKind.DURATION and time.unit is TimeUnit.YEAR and time.amount and self.today:
            return self._years(find, int(time.amount))
        return None

    def _years(self, find: Find, count: int) -> "tuple[dt.date, dt.date] | None":
        """The years of ``今后五年``, ``五年来``, ``过去一年``, counted from the day of the text."""
        text, today = self._text, self.today
        if today is None:
            return None
        before = text[max(find.start - _WORD, 0) : find.start]
        if text.startswith(lexicon.select("time/words", "to-come"), find.start) or _AHEAD.search(before):
            return calendar.years(today.year, today.year + count - 1)
        past = text.startswith(lexicon.select("figure/words", "gone-by"), find.start) or _BEHIND.search(before)
        if past or _BACK.match(text, find.stop) or text.startswith("来", find.stop - 1):
            last = reviewed(today)
            return calendar.years(last - count + 1, last)
        return None

    def _heading_lines(self, document: Document) -> list[int]:
        """The lines that are short headings without a marker and name a year or more."""
        named = sorted({self._lines.at(horizon.start) for horizon in self.all if horizon.is_whole})
        starts = self._lines.starts
        return [line for line in named if self._parts.is_heading(document, starts[line])]

    def within(self, start: int, stop: int) -> tuple[Horizon, ...]:
        """The horizons between two places; of a great many, the last."""
        last = bisect_left(self.starts, stop)
        first = bisect_left(self.starts, start, 0, last)
        return self.all[max(first, last - _MOST) : last] if first < last else ()

    def compared(self, start: int, stop: int) -> list[Horizon]:
        """The times between two places that something is compared with: ``比2020年``."""
        begin = bisect_left(self._base, start, key=attrgetter("start"))
        return [horizon for horizon in self._base[begin : begin + 2] if horizon.start < stop]

    def whole(self, start: int, stop: int) -> tuple[Horizon, ...]:
        """Those of a year or more."""
        return tuple([horizon for horizon in self.within(start, stop) if horizon.is_whole])

    def levels(self, position: int) -> Iterator[tuple[Horizon, ...]]:
        """What may say the time of a place, the nearest level first; in each the last stands nearest.

        Levels are: the sentence up to the place, the sentences before it in its paragraph, the line
        that introduces its list, the headings above it, the title of a five-year plan, the year of a yearly report.
        """
        sentence, _ = self._parts.sentences.bounds(position)
        yield self.within(sentence, position)
        line = self._lines.at(position)
        yield tuple([horizon for horizon in self.within(self._lines.starts[line], sentence) if horizon.leads])
        yield from self._beyond(position, line)

    def _beyond(self, position: int, line: int) -> tuple[tuple[Horizon, ...], ...]:
        """The levels beyond the paragraph, which all places of a line under one point share."""
        point = self._outline.at(position)
        key = (line, point.start if point else -1)
        if key not in self._shared:
            above = (self.whole(*stretch) for _, stretch in sorted(self._above(position, line), reverse=True))
            self._shared[key] = (self._introduced(line), *above, *self._of_document)
        return self._shared[key]

    def _introduced(self, line: int) -> tuple[Horizon, ...]:
        """The horizons of the line that introduces a list: ``“十五五”时期，要实现以下目标：``, before ``一是…``."""
        text, lines = self._text, self._lines
        for before in range(line - 1, max(line - 1 - _DEEPEST, -1), -1):
            if not _LISTED.match(text, lines.starts[before + 1]):
                return ()
            if text[lines.starts[before] : lines.stops[before]].rstrip().endswith(("：", ":")):
                return tuple(h for h in self.whole(lines.starts[before], lines.stops[before]) if h.leads)
        return ()

    def _above(self, position: int, line: int) -> Iterator[tuple[int, tuple[int, int]]]:
        for point in self._outline.path(position):
            yield point.start, point.title
        last = bisect_right(self._headings, line - 1)
        for index in {*self._headings[max(last - 2, 0) : last], *self._headings[: min(last, 1)]}:
            yield self._lines.starts[index], (self._lines.starts[index], self._lines.stops[index])

    def _planned(self) -> tuple[Horizon, ...]:
        match = _PLAN_TITLE.search(self._text, 0, _HEAD)
        days: Days | None = calendar.plan(number_of_plan(match)) if match else None
        return (Horizon(0, days.first, days.last, leads=True),) if days else ()

    def _yearly(self) -> tuple[tuple[Horizon, ...], ...]:
        """The year that a yearly report plans, by its title or its day; then the year that it reviews."""
        today = self.today
        if today is None or not _REPORT.search(self._text, 0, _HEAD):
            return ()
        titled = _YEAR_TITLE.search(self._text, 0, _HEAD)
        planned = int(titled["year"]) if titled else today.year
        return tuple(
            (Horizon(0, *days, leads=True),)
            for year in dict.fromkeys((planned, reviewed(today)))
            if (days := calendar.years(year, year))
        )


def _titled(document: Document) -> dt.date | None:
    """A day in the year that the title of a yearly report names, where the document states no day itself.

    A bulletin of statistics is of the year that it tells of, and is given in the next.
    """
    match = _YEAR_TITLE.search(document.text, 0, _HEAD)
    return dt.date(int(match["year"]) + (match["told"] is not None), 1, 31) if match else None


def reviewed(today: dt.date) -> int:
    """The year that a text of this day looks back on: in its first half, the one before."""
    return today.year - (today.month <= 6)


@shared
def horizons(document: Document) -> Horizons:
    """The horizons of a document.

    >>> document = Document.plain("二、2026年重点工作\\n今年要做好以下工作。增长5%。", dt.date(2026, 2, 1))
    >>> [[horizon.last.year for horizon in level] for level in horizons(document).levels(22)]
    [[], [2026], [], [2026], [2026], []]
    """
    return Horizons(document)
