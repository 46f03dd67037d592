"""Dates in running text: what stands around a date that was read, and what it bounds."""

import re
from collections.abc import Sequence
from functools import cache

from policyextract import lexicon
from policyextract.day import calendar
from policyextract.grammar.time import event
from policyextract.grammar.time.bound import Bound, after, is_horizon, lead
from policyextract.grammar.time.bounded import bounded, clocks, joined
from policyextract.grammar.time.clock import hours, hours_alone
from policyextract.grammar.time.date import DAY, TO, Point, point
from policyextract.grammar.time.days import Clock
from policyextract.grammar.time.era import era
from policyextract.grammar.time.in_force import InForce
from policyextract.grammar.time.lone_day import lone_day
from policyextract.grammar.time.lunar import lunar
from policyextract.grammar.time.series import series
from policyextract.grammar.time.short import short
from policyextract.grammar.time.stretch import (
    OVER_NEW_YEAR,
    century,
    festival,
    heating_season,
    plan,
    school_year,
    turn_of_year,
)
from policyextract.marks.segment import layout
from policyextract.number.numerals import date_integer
from policyextract.text.document import Document, Find
from policyextract.text.pattern import beginning, pattern
from policyextract.values import Time, TimeBound, TimeKind

_TO = pattern(f"(?:[（(](?:[含周]|星期)[^）)]{{0,6}}[)）])?(?:起|开始)?{TO}")
_DAY_ONLY = pattern(f"(?P<d>{DAY})[日号](?![常程期])")
_PLAN_NAME = pattern('[”"」’]?[^，,。；;：:、\n]{0,20}?\\L<time.plan-name>')
_CLOSED = pattern("[，,。；;）)\n]|\\Z")
_REACHED = pattern("[，,]?\\L<time.will>?(?:\\L<time.throughout>)?\\L<time.reached>")
_INSISTED, _NEAR = pattern("\\L<time.insists>[^，,。；;]{0,12}\\Z"), 16
_PLAN_AND = pattern("个五年\\L<time.plan-paper>[和与及]\\s?\\Z")
_YEAR_SIGNS = 4
_QUOTES = frozenset('“"「‘')
_SIGHT = 16  # characters from its beginning within which a date says of which calendar it is


@cache
def _other() -> "re.Pattern[str]":
    """What stands in every date of another calendar than our months and days: of an era, a school, a heating season."""
    turns = [word for kind in OVER_NEW_YEAR for word in lexicon.select("time/words", kind)]
    words = lexicon.alternation((*lexicon.words("time/eras"), *turns))
    return beginning(f"\\L<time.no-date>|[正冬腊]月|\\L<time.heating>|{words}")


def _of_other_calendar(text: str, start: int, clock: Clock) -> Point | None:
    return (
        era(text, start)
        or lunar(text, start, clock)
        or century(text, start, clock)
        or school_year(text, start, clock)
        or heating_season(text, start)
        or turn_of_year(text, start, clock)
    )


class Dates:
    """Reads the dates of one document from its beginning to its end."""

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.text
        self.clauses = layout(document).clauses
        self.force = InForce(document)
        self.last: Point | None = None
        self.last_stop = -1

    def at(self, start: int, reached: int) -> Find | None:
        """The date that begins at ``start``, behind what has been read up to ``reached``."""
        if self._is_cut(start):
            return None
        clock = self.force.clock(start)
        begin, found = self._point(start, reached, clock)
        found = found or self._next_day(start) or self._that_day(start) or short(self.text, start, clock)
        found = found or lone_day(self.text, start, clock)
        if found is None:
            return self._hours(start)
        self.force.keep(found, start)
        rule, days, end = f"time.{found.size}", found.days, found
        second = self._second(found, clock)
        if second:
            rule, days, end = "time.range", joined(found.days, second.days), second
        bound = after(self.text, end.stop)
        whose = event.period_after(self.text, max(reached, self.clauses.bounds(start)[0]), start)
        if whose is not None:
            return Find(whose, bound.stop, Time(TimeKind.EVENT, bound.kind), "time.event")
        self.last, self.last_stop = end, bound.stop
        kind, rule = self._bound(bound, begin, found, second, rule)
        minutes = clocks(kind, found.hours, end.hours)
        time = bounded(days, kind, end, self.text[end.stop : bound.stop], minutes)
        return Find(begin, bound.stop, time, rule)

    def _is_cut(self, start: int) -> bool:
        """Whether what begins here is the rest of a date that is none: ``13月底``, ``0月5日``."""
        before = self.text[start - 1 : start]
        if before == "大" and self.text[start] == "年":  # 大年初一
            return True
        if before in "和与及" and _PLAN_AND.search(self.text, max(start - 8, 0), start):  # 五年规划和2035年远景目标纲要
            return self.text.startswith("年远景目标", start + _YEAR_SIGNS)
        return (self.text[start] in "月季" and (before.isnumeric() or before == "个")) or (
            before == "月" and self.text[start].isdecimal()
        )

    def listed(self, start: int) -> Sequence[Find]:
        """The members of a list of months, quarters, years or days that begins at ``start``."""
        start -= self.text[start - 1 : start] == "第"
        members = series(self.text, start, self.force.clock(start))
        if not members:
            return ()
        last = members[-1].point
        self.force.keep(last, start)
        bound = after(self.text, last.stop)
        kind, rule = self._bound(bound, start, last, None, "time.list")
        words = self.text[last.stop : bound.stop]
        self.last, self.last_stop = last, bound.stop
        stops = [*(member.stop for member in members[:-1]), bound.stop]
        return [
            Find(member.start, stop, bounded(member.point.days, kind, member.point, words), rule)
            for member, stop in zip(members, stops, strict=True)
        ]

    def _hours(self, start: int) -> Find | None:
        """A time of the day whose day is not named: ``14:00前``."""
        found = hours_alone(self.text, start)
        if found is None:
            return None
        bound = after(self.text, found.stop)
        minutes = clocks(bound.kind, found, found)
        return Find(start, bound.stop, Time(TimeKind.DATE, bound.kind, None, None, None, None, *minutes), "time.clock")

    def _bound(self, bound: Bound, begin: int, found: Point, second: Point | None, rule: str) -> tuple[TimeBound, str]:
        """What bounds a date, and the rule that reads it: its word, else what stands before it."""
        if second and self.text[bound.stop - 1] == "止":
            return TimeBound.AT, rule
        led = lead(self.text, begin)
        if led == "deadline" and not second:
            return TimeBound.BY, "time.deadline"
        rule = "time.deadline" if led == "due" else rule
        if bound.kind is not TimeBound.AT or second:
            return bound.kind, rule
        horizon = led in ("horizon", "upto") and is_horizon(self.text, begin, bound.stop)
        if led == "upto":
            horizon = horizon and not self._is_counted_up_to(found, begin, bound.stop)
            if horizon and self.text[begin - 1] == "止" and _CLOSED.match(self.text, bound.stop):
                return TimeBound.BY, "time.deadline"
        return (TimeBound.BY if horizon or self._is_end_ahead(found, begin, led == "due") else TimeBound.AT), rule

    def _is_counted_up_to(self, found: Point, begin: int, stop: int) -> bool:
        """Whether figures are counted up to a day that has come: ``截至6月底，已完成3亿元``."""
        today = self.force.reference
        if found.days and today:
            return found.days.first <= today
        return self.text[begin - 1] != "止" or self.text.startswith(("，", ","), stop)

    def _is_end_ahead(self, found: Point, begin: int, due: bool) -> bool:
        """Whether it is the end of a stretch that has not passed, a horizon: ``2027年底``, ``时限：6月底``."""
        today = self.force.reference
        ahead = bool(found.days and today and found.days.last >= today and found.end_of)
        if not ahead or found.named or due:
            return ahead
        insisted = _INSISTED.search(self.text, max(0, begin - _NEAR), begin)
        return insisted is not None or _REACHED.match(self.text, found.stop) is not None

    def _point(self, start: int, reached: int, clock: Clock) -> tuple[int, Point | None]:
        """The date that a candidate is part of, and where it begins: ``第``, ``前``, a quotation mark stand before."""
        text, before = self.text, self.text[start - 1 : start]
        if before in ("第", "前", "首") and start > reached:
            found = point(text, start - 1, clock)
            if found or before == "第":
                return start - 1, found
        if text[start] in "一二三四五六七八九十":
            quoted = before in _QUOTES
            period = plan(text, start)
            if period:
                bounds = period.end_of or text.startswith(lexicon.select("time/words", "in-period"), period.stop)
                named = quoted and not _PLAN_NAME.match(text, period.stop)
                return start - quoted, period if bounds or named else None
        dated = _of_other_calendar(text, start, clock) if _other().search(text, start, start + _SIGHT) else None
        return start, dated or self._day_of_year(start, clock)

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
        return found or (self._day(begin, first.year, first.month) if first.size == "day" else None)

    def _day(self, start: int, year: int | None, month: int | None) -> Point | None:
        match = _DAY_ONLY.match(self.text, start)
        if match is None:
            return None
        days = calendar.day(year, month, date_integer(match["d"])) if year and month else None
        return Point(match.end(), days, "day", year, month).with_hours(self.text)

    def _that_day(self, start: int) -> Point | None:
        """A part of the day that was named last: ``当天下午``."""
        if not self.text.startswith(("当天", "当日"), start) or hours(self.text, start + 2) is None:
            return None
        last = self.last if self.last and self.last.size == "day" else None
        return Point(start + 2, last and last.days, "day", last and last.year, last and last.month).with_hours(
            self.text
        )

    def _next_day(self, start: int) -> Point | None:
        """A further day in a list of days: ``12月18日、19日``."""
        listed = self.last and start - 1 == self.last_stop and self.text[start - 1] in "、和及与"
        if not listed or self.last is None or self.last.size != "day" or not self.last.month:
            return None
        return self._day(start, self.last.year, self.last.month)
