"""The Chinese calendar and the days of festivals."""

import datetime as dt
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.day.calendar import Days, day


class _LunarYear(NamedTuple):
    start: dt.date
    leap: int
    long: str


@cache
def _lunar_years() -> dict[int, _LunarYear]:
    return {
        int(number): _LunarYear(dt.date.fromisoformat(start), int(leap), long)
        for number, start, leap, long in lexicon.rows("time/lunar")
    }


def lunar(year: int, month: int, number: int) -> dt.date | None:
    """A day of the Chinese calendar, in a month that is no leap month; ``None`` outside 1901 to 2099.

    >>> lunar(2024, 1, 1), lunar(2025, 8, 15)
    (datetime.date(2024, 2, 10), datetime.date(2025, 10, 6))
    """
    found = _lunar_years().get(year)
    if found is None or not (1 <= month <= 12 and 1 <= number <= 30):
        return None
    before = month - 1 + (1 if found.leap and month > found.leap else 0)
    length = 29 + int(found.long[before])
    if number > length:
        return None
    return found.start + dt.timedelta(sum(29 + int(bit) for bit in found.long[:before]) + number - 1)


def _clear_and_bright(year: int) -> dt.date | None:
    """清明 falls on 4 or 5 April; by the mean of the solar year, for 1901 to 2099."""
    if not 1901 <= year <= 2099:
        return None
    short = year % 100
    shift = 5.59 if year < 2000 else 4.81
    leaps = (short - 1) // 4 if year < 2000 else short // 4
    return dt.date(year, 4, int(short * 0.2422 + shift) - leaps)


def nth_weekday(year: int, month: int, order: int, weekday: int) -> dt.date:
    """The first, second … Monday (1) to Sunday (7) of a month.

    >>> nth_weekday(2013, 10, 1, 1)
    datetime.date(2013, 10, 7)
    """
    first = dt.date(year, month, 1)
    return first + dt.timedelta((weekday - 1 - first.weekday()) % 7 + 7 * (order - 1))


def festival(year: int, rule: str) -> Days | None:
    """The day of a festival.

    The rule is ``solar 10-1``, ``lunar 1-1``, ``lunar 1-1 -1`` (the day before), ``term 清明``, or ``weekday 5-2-7``
    (May, the second Sunday).

    >>> festival(2021, "lunar 1-1")
    Days(first=datetime.date(2021, 2, 12), last=datetime.date(2021, 2, 12))
    """
    calendar, where, *rest = rule.split()
    if calendar == "term":
        date = _clear_and_bright(year)
    else:
        numbers = [int(piece) for piece in where.split("-")]
        if calendar == "solar":
            return day(year, *numbers)
        date = lunar(year, *numbers) if calendar == "lunar" else nth_weekday(year, *numbers)
    if date is None:
        return None
    date += dt.timedelta(int(rest[0]) if rest else 0)
    return Days(date, date)
