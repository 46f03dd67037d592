"""For which time a figure is: the year or the years, whether of one year, a mean of several, or over all of them."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from policyextract.reading.figure.horizon import Horizon, Horizons, reviewed
from policyextract.text.pattern import pattern
from policyextract.values import Figure, Pace, QuantityRole

_AVERAGE = pattern("\\L<figure.average>")
_YEAR, _LEAP = 365, 366


class Period(NamedTuple):
    """The days that a figure is for, and how it goes with them; all ``None`` where the text does not say."""

    first: dt.date | None = None
    last: dt.date | None = None
    pace: Pace | None = None


def period(found: Horizons, figure: Figure, position: int, words: str) -> Period:
    """The period of a figure.

    Args:
        found: the horizons of its document.
        figure: what was read.
        position: where it stands.
        words: its clause up to it, which may say ``年均``.
    """
    average = _AVERAGE.search(words) is not None
    wanted = _Wanted(found.today, figure.role is QuantityRole.TARGET, average)
    for level, horizons in enumerate(found.levels(position)):
        chosen = wanted.choose(horizons, nearest=level < 2) if horizons else None
        if chosen:
            pace = _pace(chosen, average, found.today)
            first = dt.date(chosen.last.year, 1, 1) if pace is Pace.ANNUAL else chosen.first
            return Period(first, chosen.last, pace)
    return Period(pace=Pace.AVERAGE if average else None)


class _Wanted(NamedTuple):
    """Which horizons can be those of a figure: of a target, those that have not passed; of a report, those begun."""

    today: dt.date | None
    target: bool
    several: bool

    def choose(self, horizons: "Iterable[Horizon]", *, nearest: bool) -> Horizon | None:
        """The one that can be meant: the nearest, or where none is nearer the only one."""
        fitting = [horizon for horizon in horizons if self._fits(horizon)]
        if nearest:
            return fitting[-1] if fitting else None
        return fitting[0] if len({horizon[1:3] for horizon in fitting}) == 1 else None

    def _fits(self, horizon: Horizon) -> bool:
        if self.several and horizon.single:
            return False
        if self.today is None:
            return True
        if self.target:
            return horizon.last >= self.today.replace(month=1, day=1)
        return horizon.last <= self.today or horizon.last.year <= reviewed(self.today)


def _pace(horizon: Horizon, average: bool, today: dt.date | None) -> Pace:
    if average:
        return Pace.AVERAGE
    if horizon.first is None:
        return Pace.ANNUAL if today and horizon.last == dt.date(today.year, 12, 31) else Pace.WHOLE
    days = (horizon.last - horizon.first).days + 1
    if horizon.single:
        return Pace.ANNUAL if days in (_YEAR, _LEAP) else Pace.PART
    return Pace.WHOLE
