"""Expressions of time in running text: a scan for what can begin or end one, then an anchored reading of each."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import calendar, lexicon
from policyextract.calendar import Days
from policyextract.document import Document, Find, shared
from policyextract.grammar import event
from policyextract.grammar.date import HAN, PLAN, TO, Clock, Point, century, number, plan, point
from policyextract.grammar.duration import length
from policyextract.grammar.recurrence import rhythm
from policyextract.segment import layout
from policyextract.values import Time, TimeBound, TimeKind, TimeUnit

_N = f"0-9零〇○{HAN}十百两半廿"
_NUMERIC = re.compile(
    f"[{_N}][{_N}.点]*+(?:(?:个月|[年月日季度周天]{{1,2}})?[-—–－─~～至到、和与]{{1,2}}第?[{_N}][{_N}.点]*+)?"
    "(?:[个多余][多半]?)?(?:[年月日号天周旬季小分工自星学世法礼钟]|(?<=五)(?:[”\"’」]|期|时|末|初|以来|前)|[-./][0-9]|年代)"
)
_BOUND = re.compile(
    """
    [（(]含[^）)]{0,6}[)）](?=[以之]?[前内])|
    """,
    re.VERBOSE,
)
_BOUNDS = re.compile(
    """
    (?:[（(]含[^）)]{0,6}[)）])?
    (?:(?P<at>左右|前后|上下(?!半|[0-9]))
      |(?P<by>[以之]?前(?!期|沿|列|景|提|往|进|述|身|置|款|瞻|[0-9一二三四五六七八九十两]|半)|(?:为)?止(?!血|步))
      |(?P<within>以内|之内|内(?![部容外地需陆蒙涵在生审设])|期间|时期|[之]间|间(?=[，,。；])|中(?=[，,、。；]))
      |(?P<from>[以之]?后(?!勤|续|备|台|期|果|盾|劲|面|发|天|年|[0-9一二三四五六七八九十两])|至今|以?来(?=[，,、。；的我全各在])|以来|起(?!草|点|来|到|步|诉|色))
    )""",
    re.VERBOSE,
)
_TO = re.compile(TO)
_DAY_ONLY = re.compile("(?P<d>[12][0-9]|3[01]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号](?![常程期])")
_ORDINAL = re.compile("(?:今后|未来|最近|近|过去|后续|此前|前|第)$")


@cache
def _words() -> "re.Pattern[str]":
    heads: dict[str, list[str]] = {}
    festivals = tuple(lexicon.mapping("festivals"))
    for word in (*lexicon.words("periods"), "今明", *festivals, *event.words("season")):
        heads.setdefault(word[0], []).append(re.escape(word[1:]))
    for head, tail in (
        ("上", "半年"), ("下", "半年"), ("年", "[内底初末终]"), ("月", "[底初末]"), ("季", "度?[末底]"),
        ("每", ""), ("按", "[年月季日周半旬]"), ("逐", "[月季日周]"), ("本", "世纪"), ("上", "世纪"), ("首", "季度"),
    ):
        heads.setdefault(head, []).append(tail)
    return re.compile(
        "|".join(f"{re.escape(head)}(?:{'|'.join(sorted(tails, key=len, reverse=True))})" for head, tails in heads.items())
    )


class _Reading(NamedTuple):
    start: int
    stop: int
    time: Time
    rule: str
    point: Point | None = None


def _date(text: str, start: int, found: Point, clock: Clock) -> _Reading:
    """A date with the second end of its range and the bound word that follow it."""
    stop, days = found.stop, found.days
    rule = f"time.{found.size}"
    to = _TO.match(text, stop)
    if to:
        second = _second(text, to.end(), Clock(clock.reference, found.year, found.month))
        if second:
            stop, rule = second.stop, "time.range"
            whole = days and second.days and days.first <= second.days.last
            days = Days(days.first, second.days.last) if whole and days and second.days else None
            found = second._replace(days=days)
    match = _BOUNDS.match(text, stop)
    kind = match.lastgroup if match else "at"
    if match:
        stop = match.end()
    bound = TimeBound(kind)
    if bound is TimeBound.AT and (_is_horizon(text, start, found) or found.end_of and _ahead(found, clock)):
        bound = TimeBound.BY
    return _Reading(start, stop, _bounded(days, bound, found, text[stop - 1]), rule, found)


def _ahead(found: Point, clock: Clock) -> bool:
    return bool(found.days and clock.reference and found.named and found.days.last >= clock.reference)


def _second(text: str, start: int, clock: Clock) -> Point | None:
    found = point(text, start, clock)
    if found:
        return found
    match = _DAY_ONLY.match(text, start)
    if match is None or clock.year is None or clock.month is None:
        return None
    days = calendar.day(clock.year, clock.month, number(match["d"]))
    return Point(match.end(), days, "day", clock.year, clock.month)


_HORIZON = re.compile("(?:到|至|截至|截止)$")


def _is_horizon(text: str, start: int, found: Point) -> bool:
    return found.size != "day" and bool(_HORIZON.search(text, max(0, start - 2), start))


def _bounded(days: Days | None, bound: TimeBound, found: Point, last: str) -> Time:
    if days is None:
        return Time(TimeKind.DATE, bound)
    if bound is TimeBound.BY:
        before = last == "前" and found.size in ("month", "quarter", "half", "year", "plan") and not found.end_of
        latest = days.first - calendar.dt.timedelta(1) if before else days.last
        return Time(TimeKind.DATE, bound, None, latest)
    if bound is TimeBound.FROM:
        return Time(TimeKind.DATE, bound, days.first, None)
    return Time(TimeKind.DATE, bound, days.first, days.last)


class _Reader:
    """Reads one document from its beginning to its end, and knows the year that was named last."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.reference = document.reference_date
        self.sentences = layout(document).sentences
        self.clauses = layout(document).clauses
        self.year: int | None = None
        self.month: int | None = None
        self.year_at = -1
        self.reached = 0

    def clock(self, position: int) -> Clock:
        same = self.year_at >= 0 and self.sentences.at(self.year_at) == self.sentences.at(position)
        return Clock(self.reference, self.year if same else None, self.month if same else None)

    def read(self, start: int) -> _Reading | None:
        text = self.text
        head = text[start]
        if head in "每按逐":
            return self._rhythm(start)
        before = text[start - 1 : start]
        begin = start - 1 if before and before in "第前" and head not in "年月" else start
        clock = self.clock(start)
        found = self._period(start, clock) or point(text, begin, clock)
        if begin < start and found is None:
            if before == "第":
                return None
            found = point(text, start, clock)
            begin = start if found else begin
        if found:
            return _date(text, begin if not self._quoted(start, found) else start - 1, found, clock)
        return self._length(start)

    def _quoted(self, start: int, found: Point) -> bool:
        return found.size == "plan" and self.text[start - 1 : start] in tuple("“\"「‘")

    def _period(self, start: int, clock: Clock) -> Point | None:
        text = self.text
        if text[start] in "一二三四五六七八九十":
            found = plan(text, start)
            if found:
                quoted = text[start - 1 : start] in tuple("“\"「‘")
                named = quoted or text.startswith(("期间", "时期"), found.stop) or found.end_of
                return found if named and not _PLAN_NAME.match(text, found.stop) else None
        if "世纪" in text[start : start + 5] or "年代" in text[start : start + 4]:
            return century(text, start, clock)
        return None

    def _rhythm(self, start: int) -> _Reading | None:
        found = rhythm(self.text, start)
        if found is None:
            return None
        time = Time(TimeKind.RECURRENCE, found.bound, None, None, found.amount, found.unit)
        return _Reading(start, found.stop, time, "time.recurrence")

    def _length(self, start: int) -> _Reading | None:
        found = length(self.text, start)
        if found is None:
            return None
        stop, bound = found.stop, TimeBound.AT
        match = _BOUNDS.match(self.text, stop)
        if match and match.lastgroup:
            stop, bound = match.end(), TimeBound(match.lastgroup)
        prefix = _ORDINAL.search(self.text, max(self.reached, start - 2), start)
        begin = prefix.start() if prefix else start
        if prefix and prefix.group() == "第":
            return None
        time = Time(TimeKind.DURATION, bound, None, None, found.amount, found.unit)
        return _Reading(begin, stop, time, "time.duration")


_PLAN_NAME = re.compile("[”\"」’]?[^，,。；;：:、\n]{0,20}?(?:规划|计划|纲要|方案|普法)")


def _starts(document: Document) -> list[int]:
    text = document.text
    starts = {match.start() for match in _NUMERIC.finditer(text)}
    starts.update(match.start() for match in _words().finditer(text))
    return sorted(starts)


@shared
def times(document: Document) -> tuple[Find, ...]:
    """The expressions of time of a document."""
    reader = _Reader(document)
    finds = []
    for start in _starts(document):
        if start < reader.reached:
            continue
        found = reader.read(start)
        if found is None:
            continue
        reader.reached = found.stop
        if found.point and found.point.year and found.point.named:
            reader.year, reader.year_at, reader.month = found.point.year, start, found.point.month
        finds.append(Find(found.start, found.stop, found.time, found.rule))
    return tuple(finds)
