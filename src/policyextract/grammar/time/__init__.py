"""Expressions of time in running text: each candidate of the scan is read at its place, or dropped."""

from policyextract.day import calendar
from policyextract.day.calendar import Days
from policyextract.grammar.time import event
from policyextract.grammar.time.bound import Bound, after, is_horizon
from policyextract.grammar.time.date import CLOCK, HAN, TO, Point, point
from policyextract.grammar.time.days import Clock
from policyextract.grammar.time.duration import Length, elided, length
from policyextract.grammar.time.in_force import InForce
from policyextract.grammar.time.recurrence import once_each, rhythm, weekdays
from policyextract.grammar.time.scan import candidates
from policyextract.grammar.time.stretch import century, festival, plan
from policyextract.marks.segment import layout
from policyextract.number.numerals import date_integer
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import Time, TimeBound, TimeKind, TimeUnit

_TO = pattern(f"(?:[（(]含[^）)]{{0,6}}[)）])?起?{TO}")
_DAY_ONLY = pattern(f"(?P<d>[12][0-9]|3[01]|0?[1-9]|[一二三]?十[{HAN}]?|[{HAN}])[日号](?:{CLOCK})?(?![常程期])")
_PREFIX = pattern("(?:今后|未来|最近|近|过去|后续|此前|(?<![提之以目当先])前)$")
_EXPIRY = pattern("[届期]满$")
_PLAN_NAME = pattern('[”"」’]?[^，,。；;：:、\n]{0,20}?(?:规划|计划|纲要|方案|普法)')
_WHOLE = ("festival", "month", "quarter", "half", "year", "plan")
_OPENS = frozenset("，,。；;：:、（(\n于在 \u3000")
_RHYTHMIC = frozenset("每按逐一半两三工周双")
_QUOTES = frozenset('“"「‘')


def _bounded(days: Days | None, bound: TimeBound, found: Point, words: str) -> Time:
    """A date with its bound; ``前`` of a whole month or year ends on the day before it, ``（含）前`` on its last."""
    if days is None:
        return Time(TimeKind.DATE, bound)
    if bound is TimeBound.BY:
        before = words.endswith("前") and "含" not in words
        excluded = before and found.size in _WHOLE and not found.end_of
        return Time(TimeKind.DATE, bound, None, calendar.day_before(days.first) if excluded else days.last)
    return Time(TimeKind.DATE, bound, days.first, None if bound is TimeBound.FROM else days.last)


def _joined(first: Days | None, second: Days | None) -> Days | None:
    return Days(first.first, second.last) if first and second and first.first <= second.last else None


class _Reader:
    """Reads one document from its beginning to its end."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.clauses = layout(document).clauses
        self.force = InForce(document)
        self.last: Point | None = None
        self.last_stop = -1
        self.reached = 0

    def read(self, start: int, is_suffix: bool) -> Find | None:
        """The time that begins at ``start``, or whose bound word begins there."""
        if is_suffix:
            return self._event(start)
        if self.text[start] in _RHYTHMIC:
            found = self._rhythm(start)
            if found or self.text[start] in "每按逐":
                return found
        return self._date(start) or self._length(start, start) or self._season(start)

    def in_title(self, start: int) -> bool:
        """Whether the place is inside 《》, where times belong to the name of a document."""
        opened = self.text.rfind("《", max(0, start - 80), start)
        return opened >= 0 and self.text.find("》", opened, start) < 0

    def _date(self, start: int) -> Find | None:
        clock = self.force.clock(start)
        begin, found = self._point(start, clock)
        found = found or self._next_day(start) or self._bare_day(start, clock)
        if found is None:
            return None
        if found.year and found.named:
            self.force.name(found, start)
        rule, days, end = f"time.{found.size}", found.days, found
        second = self._second(found, clock)
        if second:
            rule, days, end = "time.range", _joined(found.days, second.days), second
        bound = after(self.text, end.stop)
        whose = self._of_event(start)
        if whose is not None:
            return Find(whose, bound.stop, Time(TimeKind.EVENT, bound.kind), "time.event")
        self.last, self.last_stop = end, bound.stop
        time = _bounded(days, self._bound(bound, begin, found, second), end, self.text[end.stop : bound.stop])
        return Find(begin, bound.stop, time, rule)

    def _of_event(self, start: int) -> int | None:
        """Where the event begins that a year, month or day belongs to: ``失业人员死亡当月``."""
        return event.period_after(self.text, max(self.reached, self.clauses.bounds(start)[0]), start)

    def _bound(self, bound: Bound, begin: int, found: Point, second: Point | None) -> TimeBound:
        if second and self.text[bound.stop - 1] == "止":
            return TimeBound.AT
        if bound.kind is not TimeBound.AT or second:
            return bound.kind
        horizon = is_horizon(self.text, begin, bound.stop) or self._is_deadline(found)
        return TimeBound.BY if horizon else TimeBound.AT

    def _is_deadline(self, found: Point) -> bool:
        """The end of a year that is named and has not passed is a horizon: ``2027年底``."""
        today = self.force.reference
        return bool(found.days and today and found.days.last >= today and found.end_of and found.named)

    def _point(self, start: int, clock: Clock) -> tuple[int, Point | None]:
        """The date that a candidate is part of, and where it begins: ``第``, ``前``, a quotation mark stand before."""
        text, before = self.text, self.text[start - 1 : start]
        if before in ("第", "前", "首") and start > self.reached:
            found = point(text, start - 1, clock)
            if found or before == "第":
                return start - 1, found
        if text[start] in "一二三四五六七八九十":
            quoted = before in _QUOTES
            period = plan(text, start)
            if period:
                dated = period.end_of or text.startswith(("期间", "时期", "内"), period.stop)
                named = quoted and not _PLAN_NAME.match(text, period.stop)
                return start - quoted, period if dated or named else None
        return start, century(text, start, clock) or self._day_of_year(start, clock)

    def _day_of_year(self, start: int, clock: Clock) -> Point | None:
        """A date, or a festival with or without its year."""
        found = point(self.text, start, clock)
        if found is None:
            return festival(self.text, start, Clock(clock.reference))
        if found.size == "year" and found.year:
            return festival(self.text, found.stop, Clock(clock.reference, found.year)) or found
        return found

    def _second(self, first: Point, clock: Clock) -> Point | None:
        """The second end of a range: ``2020年3月至5月``, ``3月1日—15日``, ``2007年与2009年间``."""
        to = _TO.match(self.text, first.stop)
        begin = to.end() if to else first.stop + 1
        if not to and self.text[first.stop : begin] not in ("与", "和"):
            return None
        found = point(self.text, begin, Clock(clock.reference, first.year, first.month))
        if not to:
            return found if found and self.text.startswith(("间", "之间"), found.stop) else None
        return found or self._day(begin, first.year, first.month)

    def _day(self, start: int, year: int | None, month: int | None) -> Point | None:
        match = _DAY_ONLY.match(self.text, start)
        if match is None or not (year and month):
            return None
        return Point(match.end(), calendar.day(year, month, date_integer(match["d"])), "day", year, month)

    def _next_day(self, start: int) -> Point | None:
        """A further day in a list of days: ``12月18日、19日``."""
        listed = self.last and start - 1 == self.last_stop and self.text[start - 1] in "、和及与"
        return self._day(start, self.last.year, self.last.month) if listed and self.last else None

    def _bare_day(self, start: int, clock: Clock) -> Point | None:
        """A day of the month in force, where ``前`` and the start of a phrase tell it from a length: ``于15日前``."""
        match = _DAY_ONLY.match(self.text, start)
        if match is None or not self.text.startswith("前", match.end()) or self.text[start - 1 : start] not in _OPENS:
            return None
        year, month, today = clock.year, clock.month, clock.reference
        if today:
            year, month = year or today.year, month or today.month
        return self._day(start, year, month) or Point(match.end(), None, "day")

    def _rhythm(self, start: int) -> Find | None:
        found = rhythm(self.text, start) or once_each(self.text, start) or weekdays(self.text, start)
        if found is None:
            return None
        time = Time(TimeKind.RECURRENCE, found.bound, None, None, found.amount, found.unit)
        return Find(start, found.stop, time, "time.recurrence")

    def _length(self, start: int, begin: int) -> Find | None:
        listed = elided(self.text, start)
        if listed:
            return _duration(begin, listed[0], listed[1], after(self.text, listed[1].stop).kind)
        whole = length(self.text, start)
        if whole is None or self.text[start - 1 : start] == "第":
            return None
        bound = after(self.text, whole.stop)
        if self._is_characterised(start, whole, bound):
            return None
        if begin == start:
            prefix = _EXPIRY.search(self.text, max(self.reached, start - 2), start) if bound.stop > whole.stop else None
            prefix = prefix or _PREFIX.search(self.text, max(self.reached, start - 3), start)
            begin = prefix.start() if prefix else start
        return _duration(begin, bound.stop, whole, bound.kind)

    def _is_characterised(self, start: int, whole: Length, bound: Bound) -> bool:
        """Whether years are described and not counted: ``是极不平凡的五年``."""
        if self.text[start - 1 : start] != "的" or whole.unit is not TimeUnit.YEAR or bound.kind is not TimeBound.AT:
            return False
        return not self.text.startswith(("过去", "今后", "未来", "以来"), start - 3)

    def _season(self, start: int) -> Find | None:
        stop = event.season(self.text, start)
        if stop == start:
            return None
        bound = after(self.text, stop)
        return Find(start, bound.stop, Time(TimeKind.EVENT, bound.kind), "time.season")

    def _event(self, suffix: int) -> Find | None:
        floor = max(self.reached, self.clauses.bounds(suffix)[0])
        found = event.event(self.text, floor, suffix)
        if found is None:
            return None
        linked = found.bound is TimeBound.FROM and self.text.startswith(("的", "满"), found.stop)
        counted = self._length(found.stop + linked, found.start)
        is_described = linked and self.text[found.stop] == "的"
        if counted and not (is_described and counted.value.bound is TimeBound.AT):
            return counted._replace(rule="time.after-event")
        return Find(found.start, found.stop, Time(TimeKind.EVENT, found.bound), "time.event")


def _duration(start: int, stop: int, found: Length, bound: TimeBound) -> Find:
    return Find(start, stop, Time(TimeKind.DURATION, bound, None, None, found.amount, found.unit), "time.duration")


@shared
def times(document: Document) -> tuple[Find, ...]:
    """The expressions of time of a document in the order of the text, none overlapping another.

    >>> import datetime as dt
    >>> document = Document.plain("今年6月底前开工，项目竣工后3个月内验收，每季度调度一次。", dt.date(2021, 4, 25))
    >>> [document.text[find.start : find.stop] for find in times(document)]
    ['今年6月底前', '项目竣工后3个月内', '每季度']
    """
    reader = _Reader(document)
    finds = []
    for start, is_suffix in candidates(document):
        if start >= reader.reached and not reader.in_title(start):
            found = reader.read(start, is_suffix)
            if found:
                reader.reached = found.stop
                finds.append(found)
    return tuple(finds)
