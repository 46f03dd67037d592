"""The time limits of a document on one line: which days they take, as parts of the whole stretch."""

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

from policyextract.text.span import Mention
from policyextract.values import TimeKind, Timing

MOST_TICKS = 8


@frozen
class Bar:
    """Limits that take the same days.

    Attributes:
        earliest, latest: first and last day; ``None`` where that side is open.
        left, width: where it lies, in hundredths of the line.
        mentions: the limits, in the order of the text.
    """

    earliest: dt.date | None
    latest: dt.date | None
    left: float
    width: float
    mentions: tuple[Mention[Timing], ...]


@frozen
class Tick:
    """A mark on the line: the first day of a year or of a month."""

    label: str
    left: float


@frozen
class Timeline:
    """The bars, ordered by their last day, and the marks."""

    bars: tuple[Bar, ...] = ()
    ticks: tuple[Tick, ...] = ()


def timeline(limits: Iterable[Mention[Timing]]) -> Timeline:
    """The limits with days, as bars; those without are left out.

    >>> from policyextract import TimeLimits
    >>> timeline(()).bars
    ()
    """
    groups: dict[tuple[dt.date | None, dt.date | None], list[Mention[Timing]]] = {}
    for mention in limits:
        time = mention.value.time
        if time.kind is TimeKind.DATE and (time.earliest or time.latest):
            groups.setdefault((time.earliest, time.latest), []).append(mention)
    days = [day for pair in groups for day in pair if day]
    if not days:
        return Timeline()
    first, last = min(days), max(days)
    begin, end = first.replace(month=1, day=1), last.replace(month=12, day=31)

    def part(day: dt.date) -> float:
        return round(100 * (day - begin).days / ((end - begin).days + 1), 3)

    bars = []
    for (earliest, latest), mentions in sorted(groups.items(), key=lambda group: _order(*group[0])):
        left = part(earliest) if earliest else 0.0
        right = part(latest) + part(begin + dt.timedelta(1)) if latest else 100.0
        bars.append(Bar(earliest, latest, left, round(right - left, 3), tuple(mentions)))
    return Timeline(tuple(bars), tuple(Tick(label, part(day)) for label, day in _marks(begin, end)))


def _order(earliest: dt.date | None, latest: dt.date | None) -> tuple[dt.date, dt.date]:
    return latest or dt.date.max, earliest or dt.date.min


def _marks(begin: dt.date, end: dt.date) -> list[tuple[str, dt.date]]:
    years = end.year - begin.year + 1
    if years <= 2:
        months = range(1, 13, 3 * years)
        return [
            (f"{year}年{month}月", dt.date(year, month, 1))
            for year in range(begin.year, end.year + 1)
            for month in months
        ]
    step = -(-years // MOST_TICKS)
    return [(f"{year}年", dt.date(year, 1, 1)) for year in range(begin.year, end.year + 1, step)]
