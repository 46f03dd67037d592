"""Expressions of time in running text: a scan for what can begin or end one, then an anchored reading of each."""

import datetime as dt
import re
from functools import cache

from policyextract import calendar, lexicon
from policyextract.calendar import Days
from policyextract.document import Document, Find, shared
from policyextract.grammar import event
from policyextract.grammar.time_bound import Bound, after, is_horizon
from policyextract.grammar.date import HAN, TO, Clock, Point, century, number, plan, point
from policyextract.grammar.duration import Length, elided, length
from policyextract.grammar.heading import heading
from policyextract.grammar.recurrence import rhythm
from policyextract.grammar.stated_date import day_of
from policyextract.segment import layout
from policyextract.values import Time, TimeBound, TimeKind, TimeUnit

_N = f"0-9零〇○{HAN}十百两半廿"
_UNIT = "(?:[个多余][多半]?)?(?:[年月日号天周旬季小分工自星学世法礼钟]|[-./][0-9])"
_NUMERIC = re.compile(
    f"[{_N}]++(?:[.点][{_N}]{{1,2}}+(?![{_N}]))?(?={_UNIT}"
    f"|(?:个月|[个年月日季度周天]{{1,2}})?[-—–－─~～至到、和与]{{1,2}}第?[{_N}][{_N}.点]*+{_UNIT}"
    '|(?<=五)(?:[”"’」]|期|时|末|初|以来|前))'
)
_TO = re.compile(TO)
_DAY_ONLY = re.compile(f"(?P<d>[12][0-9]|3[01]|0?[1-9]|[一二三]?十[{HAN}]?|[{HAN}])[日号](?![常程期])")
_PREFIX = re.compile("(?:今后|未来|最近|近|过去|后续|此前|前)$")
_PLAN_NAME = re.compile('[”"」’]?[^，,。；;：:、\n]{0,20}?(?:规划|计划|纲要|方案|普法)')
_WHOLE = ("month", "quarter", "half", "year", "plan")


@cache
def _words() -> "re.Pattern[str]":
    heads: dict[str, list[str]] = {}
    for word in (*lexicon.words("periods"), *lexicon.words("festivals"), *event.seasons()):
        heads.setdefault(word[0], []).append(re.escape(word[1:]))
    for head, tail in (
        ("上", "半年"),
        ("下", "半年"),
        ("年", "[内底初末终]"),
        ("月", "[底初末]"),
        ("季", "度?[末底]"),
        ("今", "明[两二]年"),
        ("每", ""),
        ("按", "[年月季日周半旬]"),
        ("逐", "[月季日周]"),
        ("本", "世纪"),
        ("上", "世纪"),
        ("首", "季度"),
    ):
        heads.setdefault(head, []).append(tail)
    return re.compile(
        "|".join(
            re.escape(head) + f"(?:{'|'.join(sorted(tails, key=len, reverse=True))})" for head, tails in heads.items()
        )
    )


def _bounded(days: Days | None, bound: TimeBound, size: str, end_of: bool, before: bool) -> Time:
    """A date with its bound; ``前`` of a whole month or year ends on the day before it."""
    if days is None:
        return Time(TimeKind.DATE, bound)
    if bound is TimeBound.BY:
        latest = days.first - dt.timedelta(1) if before and size in _WHOLE and not end_of else days.last
        return Time(TimeKind.DATE, bound, None, latest)
    return Time(TimeKind.DATE, bound, days.first, None if bound is TimeBound.FROM else days.last)


class _Reader:
    """Reads one document from its beginning to its end, and knows the year that was named last."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.reference = day_of(document)
        self.sentences = layout(document).sentences
        self.clauses = layout(document).clauses
        self.named: Point | None = None
        self.named_at = -1
        self.leads = False
        self.sections: list[tuple[int, int]] = []
        self.reached = 0

    def clock(self, position: int) -> Clock:
        """The clock of a place: what its sentence or the head of its line names, else the year of its section."""
        named = self.named
        if named and (
            self.sentences.at(self.named_at) == self.sentences.at(position)
            or (self.leads and self.text.find("\n", self.named_at, position) < 0)
        ):
            return Clock(self.reference, named.year, named.month)
        while self.sections and self.sections[-1][0] <= position:
            self.sections.pop()
        return Clock(self.reference, self.sections[-1][1] if self.sections else None)

    def _name(self, found: Point, start: int) -> None:
        """Keep a year that was named, for what follows in its sentence, its line or, from a heading, its section."""
        self.named, self.named_at = found, start
        self.leads = start == self.sentences.bounds(start)[0]
        if found.size == "year" and found.year:
            headed = heading(self.document, start, found.stop)
            if headed:
                self.sections.append((headed[1], found.year))

    def in_title(self, start: int) -> bool:
        """Whether the place is inside 《》, where times belong to the name of a document."""
        opened = self.text.rfind("《", max(0, start - 80), start)
        return opened >= 0 and self.text.find("》", opened, start) < 0

    def read(self, start: int, is_suffix: bool) -> Find | None:
        """The time that begins at ``start``, or whose bound word begins there."""
        if is_suffix:
            return self._event(start)
        if self.text[start] in "每按逐":
            return self._rhythm(start)
        return self._date(start) or self._length(start, start) or self._season(start)

    def _date(self, start: int) -> Find | None:
        clock = self.clock(start)
        begin, found = self._point(start, clock)
        if found is None:
            return None
        if found.year and found.named:
            self._name(found, start)
        rule, days = f"time.{found.size}", found.days
        second = self._second(found, clock)
        if second:
            rule = "time.range"
            days = None
            if found.days and second.days and found.days.first <= second.days.last:
                days = Days(found.days.first, second.days.last)
            found = second
        bound = after(self.text, found.stop)
        kind = bound.kind
        if kind is TimeBound.AT and not second and (is_horizon(self.text, begin) or self._is_deadline(found)):
            kind = TimeBound.BY
        time = _bounded(days, kind, found.size, found.end_of, self.text[bound.stop - 1] == "前")
        return Find(begin, bound.stop, time, rule)

    def _is_deadline(self, found: Point) -> bool:
        """The end of a year that is named and has not passed is a horizon: ``2027年底``."""
        ahead = found.days and self.reference and found.days.last >= self.reference
        return bool(ahead and found.end_of and found.named)

    def _point(self, start: int, clock: Clock) -> tuple[int, Point | None]:
        """The date that a candidate is part of, and where it begins: ``第``, ``前`` and a quotation mark stand before."""
        text, before = self.text, self.text[start - 1 : start]
        if before in ("第", "前", "首") and start > self.reached:
            found = point(text, start - 1, clock)
            if found or before == "第":
                return start - 1, found
        if text[start] in "一二三四五六七八九十":
            quoted = before in tuple('“"「‘')
            period = plan(text, start)
            if period:
                known = quoted or period.end_of or text.startswith(("期间", "时期"), period.stop)
                return start - quoted, period if known and not _PLAN_NAME.match(text, period.stop) else None
        return start, century(text, start, clock) or point(text, start, clock)

    def _second(self, first: Point, clock: Clock) -> Point | None:
        """The second end of a range: ``2020年3月至5月``, ``3月1日—15日``."""
        to = _TO.match(self.text, first.stop)
        if to is None:
            return None
        clock = Clock(clock.reference, first.year, first.month)
        found = point(self.text, to.end(), clock)
        if found:
            return found
        match = _DAY_ONLY.match(self.text, to.end())
        if match is None or not (first.year and first.month):
            return None
        days = calendar.day(first.year, first.month, number(match["d"]))
        return Point(match.end(), days, "day", first.year, first.month)

    def _rhythm(self, start: int) -> Find | None:
        found = rhythm(self.text, start)
        if found is None:
            return None
        time = Time(TimeKind.RECURRENCE, found.bound, None, None, found.amount, found.unit)
        return Find(start, found.stop, time, "time.recurrence")

    def _length(self, start: int, begin: int) -> Find | None:
        found = elided(self.text, start)
        if found:
            bound = after(self.text, found[1].stop)
            return self._duration(begin, found[0], found[1], bound.kind)
        whole = length(self.text, start)
        if whole is None or self.text[start - 1 : start] == "第":
            return None
        bound = after(self.text, whole.stop)
        if self._is_characterised(start, whole, bound):
            return None
        if begin == start:
            prefix = _PREFIX.search(self.text, max(self.reached, start - 2), start)
            begin = prefix.start() if prefix else start
        return self._duration(begin, bound.stop, whole, bound.kind)

    def _is_characterised(self, start: int, whole: Length, bound: Bound) -> bool:
        """Whether years are described and not counted: ``是极不平凡的五年``."""
        if self.text[start - 1 : start] != "的" or whole.unit is not TimeUnit.YEAR or bound.kind is not TimeBound.AT:
            return False
        return not self.text.startswith(("过去", "今后", "未来", "以来"), start - 3)

    def _duration(self, start: int, stop: int, found: Length, bound: TimeBound) -> Find:
        time = Time(TimeKind.DURATION, bound, None, None, found.amount, found.unit)
        return Find(start, stop, time, "time.duration")

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
        counted = self._length(found.stop, found.start)
        if counted:
            return counted._replace(rule="time.after-event")
        return Find(found.start, found.stop, Time(TimeKind.EVENT, found.bound), "time.event")


def _candidates(document: Document) -> list[tuple[int, bool]]:
    """Where a time can begin, or where the bound word of an event stands."""
    text = document.text
    found = {match.start(): False for match in _NUMERIC.finditer(text)}
    found.update((match.start(), False) for match in _words().finditer(text))
    for match in event.scan().finditer(text):
        found.setdefault(match.start(), True)
    return sorted(found.items())


@shared
def times(document: Document) -> tuple[Find, ...]:
    """The expressions of time of a document, none overlapping another."""
    reader = _Reader(document)
    finds = []
    for start, is_suffix in _candidates(document):
        if start >= reader.reached:
            found = reader.read(start, is_suffix)
            if found and not reader.in_title(start):
                reader.reached = found.stop
                finds.append(found)
    return tuple(finds)
