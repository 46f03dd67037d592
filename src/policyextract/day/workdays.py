"""Deadlines by calendar and by working days: the counting rules of the Civil Code, and China's shifted rest days."""

import datetime as dt
from collections.abc import Callable

from policyextract.day.calendar import add_months
from policyextract.extra import need
from policyextract.values import Number, TimeUnit

RestDays = Callable[[dt.date], bool]
"""A calendar: whether a day is a day of rest."""

_MONTHS = {TimeUnit.YEAR: 12, TimeUnit.HALF_YEAR: 6, TimeUnit.QUARTER: 3, TimeUnit.MONTH: 1}
_DAYS = {TimeUnit.WEEK: 7, TimeUnit.DAY: 1}
_LONGEST_REST = 31  # days without a working day after which a calendar is taken to be at fault


def chinese_rest_days(day: dt.date) -> bool:
    """Whether a day is one of rest in mainland China: a weekend or a public holiday, but for the shifted working days.

    The calendar is that of the package chinesecalendar (``pip install 'policyextract[workdays]'``), which follows the
    yearly notices of the State Council. It covers 2004 to the year for which the last notice had been issued when the
    installed version was made (2026 in its version 1.11).

    >>> chinese_rest_days(dt.date(2025, 10, 6)), chinese_rest_days(dt.date(2025, 9, 28))  # 中秋; a shifted Sunday
    (True, False)

    Raises:
        ImportError: without chinesecalendar.
        ValueError: for a year that the installed version does not cover.
    """
    try:
        return bool(need("chinese_calendar", "workdays").is_holiday(day))
    except NotImplementedError as error:
        raise ValueError(f"the calendar of working days does not cover {day.year}: {error}") from error


def due_date(
    start: dt.date,
    amount: Number | int,
    unit: TimeUnit | str,
    *,
    rest_days: RestDays | None = None,
    count_first_day: bool = False,
    extend: bool = True,
) -> dt.date:
    """The last day of a period that begins with an event on ``start``.

    By the Civil Code of China the day of the event is not counted (art. 201); a period in months or years ends on the
    day of its last month that has the number of ``start``, or on the last day of that month (art. 202); where the last
    day is a day of rest, the period ends with the next day that is none (art. 203).

    Args:
        start: the day of the event (``自受理之日起``).
        amount: how many.
        unit: ``workday``, ``day``, ``week``, ``month``, ``quarter``, ``half-year`` or ``year``.
        rest_days: the calendar; :func:`chinese_rest_days`, or one of your own. Needed for working days.
        count_first_day: count the day of the event too, where a rule says so.
        extend: move a last day that is a day of rest, where there is a calendar to tell.

    >>> due_date(dt.date(2025, 9, 26), 20, "day")
    datetime.date(2025, 10, 16)
    >>> due_date(dt.date(2024, 1, 31), 1, "month")
    datetime.date(2024, 2, 29)
    >>> due_date(dt.date(2025, 9, 26), 5, "workday", rest_days=chinese_rest_days)
    datetime.date(2025, 10, 10)

    Raises:
        TypeError: if the start is no date, or the amount no exact number.
        ValueError: if the amount is negative or not whole in its unit, the unit is none of these, or working days are
            asked for without a calendar.
    """
    if not isinstance(start, dt.date):
        raise TypeError(f"start is a datetime.date, not {start!r}")
    unit = _unit(unit)
    count = _count(amount, unit)
    if unit is TimeUnit.WORKDAY:
        if rest_days is None:
            raise ValueError("working days need a calendar: rest_days=chinese_rest_days, or a function of your own")
        return _workdays(start, count, rest_days, count_first_day)
    last = add_months(start, count) if unit in _MONTHS else start + dt.timedelta(count)
    if count_first_day and count:
        last -= dt.timedelta(1)
    return _next_working_day(last, rest_days) if extend and rest_days else last


def _unit(unit: TimeUnit | str) -> TimeUnit:
    allowed = (TimeUnit.WORKDAY, *_DAYS, *_MONTHS)
    found = next((choice for choice in allowed if choice == unit), None)
    if found is None:
        raise ValueError(f"a unit is one of {', '.join(allowed)}, not {unit!r}")
    return found


def _count(amount: Number | int, unit: TimeUnit) -> int:
    """The whole number of working days, days or months."""
    if not isinstance(amount, int | Number):
        raise TypeError(f"an amount is an int, a Decimal or a Fraction, not {amount!r}")
    exact = amount * (_MONTHS.get(unit) or _DAYS.get(unit) or 1)
    if exact < 0 or exact != int(exact):
        raise ValueError(f"an amount is not negative and whole in days or months, not {amount} {unit}")
    return int(exact)


def _workdays(start: dt.date, count: int, rest_days: RestDays, count_first_day: bool) -> dt.date:
    day = start - dt.timedelta(1) if count_first_day else start
    for _ in range(count):
        day = _next_working_day(day + dt.timedelta(1), rest_days)
    return day


def _next_working_day(day: dt.date, rest_days: RestDays) -> dt.date:
    for later in range(_LONGEST_REST):
        candidate = day + dt.timedelta(later)
        if not rest_days(candidate):
            return candidate
    raise ValueError(f"the calendar has no working day in the {_LONGEST_REST} days from {day}")
