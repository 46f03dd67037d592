"""What bounds a date: its first and last day and minute by its bound word, and the bound that a list shares."""

from attrs import evolve

from policyextract.day import calendar
from policyextract.day.calendar import Days
from policyextract.grammar.time.clock import Hours
from policyextract.grammar.time.date import Point
from policyextract.text.document import Find
from policyextract.text.pattern import pattern
from policyextract.values import Time, TimeBound, TimeKind

_AND = pattern("[、和与及]|以及")
_LISTED = ("time.day", "time.third")  # sizes that 前 includes
_WHOLE = ("month", "quarter", "half", "year", "years", "months", "plan", "school-year")


def clocks(bound: TimeBound, first: Hours | None, last: Hours | None) -> tuple[str | None, str | None]:
    """The first and the last minute of a date; of one that is bounded, the side that is not open."""
    since, until = first and first.first, last and last.last
    if bound is TimeBound.BY:
        return None, until
    return since, None if bound is TimeBound.FROM else until


def bounded(
    days: Days | None, bound: TimeBound, found: Point, words: str, clocks: tuple[str | None, str | None] = (None, None)
) -> Time:
    """A date with its bound; ``前`` of a whole month or year ends on the day before it, ``（含）前`` on its last."""
    first, last = (days.first, days.last) if days else (None, None)
    if bound is TimeBound.BY:
        whole = found.size in _WHOLE or (found.size == "third" and not found.end_of)
        excluded = words.endswith("前") and "含" not in words and whole and not found.end_of
        first, last = None, calendar.day_before(first) if excluded and first else last
    elif bound is TimeBound.FROM:
        last = None
    return Time(TimeKind.DATE, bound, first, last, None, None, *clocks)


def joined(first: Days | None, second: Days | None) -> Days | None:
    """The stretch from the first day of one to the last of the other, where that is one."""
    return Days(first.first, second.last) if first and second and first.first <= second.last else None


def share_bound(text: str, finds: list[Find], last: Find) -> None:
    """Give the days of a list that ends before ``last`` its ``前``: ``4月15日、7月15日和10月15日前``."""
    if last.rule not in _LISTED or last.value.bound is not TimeBound.BY or text[last.stop - 1] != "前":
        return
    begin = last.start
    for place in range(len(finds) - 1, -1, -1):
        find = finds[place]
        is_member = find.rule == last.rule and find.value.bound is TimeBound.AT and find.value.earliest is not None
        if not is_member or not _AND.fullmatch(text, find.stop, begin):
            return
        finds[place] = find._replace(value=evolve(find.value, bound=TimeBound.BY, earliest=None))
        begin = find.start
