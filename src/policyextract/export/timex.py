"""Times in the notations of other tools: TIMEX3 attributes, EDTF, ISO 8601.

TIMEX3 is that of TimeML (ISO 24617-1), EDTF that of the Library of Congress (2019; ISO 8601-2), levels 0 to 2.
"""

import datetime as dt
from calendar import monthrange

from policyextract.text.record import decimal_string
from policyextract.values import Number, Time, TimeBound, TimeKind, TimeUnit

_PERIODS = {
    TimeUnit.YEAR: ("P", 1, "Y"),
    TimeUnit.HALF_YEAR: ("P", 6, "M"),
    TimeUnit.QUARTER: ("P", 3, "M"),
    TimeUnit.MONTH: ("P", 1, "M"),
    TimeUnit.WEEK: ("P", 1, "W"),
    TimeUnit.DAY: ("P", 1, "D"),
    TimeUnit.HOUR: ("PT", 1, "H"),
    TimeUnit.MINUTE: ("PT", 1, "M"),
    TimeUnit.SECOND: ("PT", 1, "S"),
}
_THIRDS = {1: "START", 11: "MID", 21: "END"}
_MODS = {TimeBound.BY: "ON_OR_BEFORE", TimeBound.FROM: "ON_OR_AFTER"}


def period(amount: Number | None, unit: TimeUnit | None) -> str | None:
    """A length as an ISO 8601 duration; ``None`` where it has none: working days, a unit that is not known, a third.

    >>> from decimal import Decimal
    >>> period(Decimal("2.5"), TimeUnit.MONTH), period(Decimal(48), TimeUnit.HOUR), period(Decimal(2), TimeUnit.QUARTER)
    ('P2.5M', 'PT48H', 'P6M')
    >>> period(Decimal(20), TimeUnit.WORKDAY) is None
    True
    """
    if amount is None or unit not in _PERIODS:
        return None
    lead, factor, letter = _PERIODS[unit]
    written = decimal_string(amount * factor)
    return f"{lead}{written}{letter}" if written and "/" not in written else None


def _month_end(date: dt.date) -> bool:
    return date.day == monthrange(date.year, date.month)[1]


def _months(first: dt.date, last: dt.date) -> int:
    """How many whole months of one year a stretch is; 0 where it is not made of whole months."""
    whole = first.day == 1 and _month_end(last) and first.year == last.year
    return last.month - first.month + 1 if whole else 0


def _name(first: dt.date, last: dt.date) -> tuple[str, str | None] | None:
    """The TIMEX3 value of a stretch that the calendar has a name for, with its ``mod``."""
    if first == last:
        return first.isoformat(), None
    months, year = _months(first, last), f"{first.year:04}"
    if months == 12:
        return year, None
    if months == 1:
        return f"{year}-{first.month:02}", None
    if months in (3, 6) and first.month % months == 1:
        return f"{year}-{'Q' if months == 3 else 'H'}{first.month // months + 1}", None
    if first.weekday() == 0 and last - first == dt.timedelta(6):
        week = first.isocalendar()
        return f"{week.year:04}-W{week.week:02}", None
    third = first.day in _THIRDS and (first.year, first.month) == (last.year, last.month)
    if third and (last.day - first.day == 9 if first.day < 21 else _month_end(last)):
        return f"{year}-{first.month:02}", _THIRDS[first.day]
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year % 10 == 0:
        return (year[:3], None) if last.year == first.year + 9 else None
    return None


def _length(first: dt.date, last: dt.date) -> str:
    years = last.year - first.year + 1
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"P{years}Y"
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    return f"P{months}M" if first.day == 1 and _month_end(last) else f"P{(last - first).days + 1}D"


def timex3(time: Time, *, times_in_period: int | None = None) -> dict[str, str]:
    """A time as TIMEX3 attributes: ``type``, ``value``, and where they apply ``mod``, ``quant`` and ``freq``.

    A stretch that has a name in the calendar is a DATE with that name (``2021``, ``2021-H1``, ``2021-Q2``, ``2021-05``,
    ``2021-W20``, ``198``), a 旬 the month with START, MID or END. Any other stretch is a DURATION of its length, as in
    TimeML. A last or first day alone has ON_OR_BEFORE or ON_OR_AFTER. One moment of a day, or the first or last one, is
    a TIME. What is not known is X: ``XXXX`` for a date, ``PXD`` for working days, whose length in days no value can
    say.

    Args:
        time: what was read.
        times_in_period: for a rhythm, how often in each period (``每月两次``): the ``freq``.

    >>> import policyextract
    >>> timex3(policyextract.parse_time("2021年二季度"))
    {'type': 'DATE', 'value': '2021-Q2'}
    >>> timex3(policyextract.parse_time("2025年底前"))
    {'type': 'DATE', 'value': '2025-12-31', 'mod': 'ON_OR_BEFORE'}
    >>> timex3(policyextract.parse_time("2024年5月7日17:30前"))
    {'type': 'TIME', 'value': '2024-05-07T17:30', 'mod': 'ON_OR_BEFORE'}
    >>> timex3(policyextract.parse_time("每季度"), times_in_period=1)
    {'type': 'SET', 'value': 'P3M', 'quant': 'EVERY', 'freq': '1X'}

    Raises:
        ValueError: if ``times_in_period`` is less than 1.
    """
    if times_in_period is not None and times_in_period < 1:
        raise ValueError(f"times_in_period is at least 1, not {times_in_period}")
    if time.kind is TimeKind.RECURRENCE:
        found = {"type": "SET", "value": period(time.amount, time.unit) or "PXD", "quant": "EVERY"}
        return found if times_in_period is None else {**found, "freq": f"{times_in_period}X"}
    if time.kind is TimeKind.DURATION:
        found = {"type": "DURATION", "value": period(time.amount, time.unit) or "PXD"}
        return {**found, "mod": "EQUAL_OR_LESS"} if time.bound is TimeBound.WITHIN else found
    if time.kind is TimeKind.EVENT:
        mods = {TimeBound.BY: "BEFORE", TimeBound.FROM: "AFTER"}
        return {"type": "DATE", "value": "XXXX", **({"mod": mods[time.bound]} if time.bound in mods else {})}
    return _date(time)


def _moment(time: Time) -> str | None:
    """The one minute of a day that a date names, or its first or last one: ``2024-05-07T17:30``."""
    first, last, since, until = time.earliest, time.latest, time.from_clock, time.to_clock
    clock = until or since
    if not clock or (first and last and first != last) or (since and until and since != until):
        return None
    day = last or first
    return f"{day.isoformat() if day else 'XXXX-XX-XX'}T{clock}"


def _date(time: Time) -> dict[str, str]:
    moment = _moment(time)
    if moment:
        return {"type": "TIME", "value": moment, **({"mod": _MODS[time.bound]} if time.bound in _MODS else {})}
    first, last = time.earliest, time.latest
    if first and last:
        name = _name(first, last)
        if name is None:
            return {"type": "DURATION", "value": _length(first, last)}
        return {"type": "DATE", "value": name[0], **({"mod": name[1]} if name[1] else {})}
    known = first or last
    mod = {"mod": _MODS[time.bound]} if time.bound in _MODS else {}
    return {"type": "DATE", "value": known.isoformat() if known else "XXXX", **mod}


def edtf(time: Time) -> str | None:
    """A date as EDTF: a calendar name where it has one, else an interval; ``None`` for what is no date or not known.

    It has no times of the day: EDTF writes none in its intervals.

    Quarters are 33 to 36 and half-years 40 and 41 in the place of the month (level 2); an open side is ``..``.

    >>> import policyextract
    >>> [edtf(policyextract.parse_time(text)) for text in ("2021年5月", "2021年二季度", "2021年1-5月", "2020年以来")]
    ['2021-05', '2021-34', '2021-01/2021-05', '2020-01-01/..']
    """
    first, last = time.earliest, time.latest
    if time.kind is not TimeKind.DATE or not (first or last):
        return None
    if not (first and last):
        return f"{first or '..'}/{last or '..'}"
    name = _name(first, last)
    if name is None or name[1] or "W" in name[0]:
        return _interval(first, last)
    value = name[0]
    if "-Q" in value:
        return f"{value[:5]}{32 + int(value[-1])}"
    if "-H" in value:
        return f"{value[:5]}{39 + int(value[-1])}"
    return value + "X" if len(value) == 3 else value


def _interval(first: dt.date, last: dt.date) -> str:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04}/{last.year:04}"
    if first.day == 1 and _month_end(last):
        return f"{first:%Y-%m}/{last:%Y-%m}" if first.year > 999 else f"{first}/{last}"
    return f"{first}/{last}"


def _side(date: dt.date | None, clock: str | None) -> str:
    return ".." if date is None else f"{date}T{clock}" if clock else f"{date}"


def iso8601(time: Time) -> str | None:
    """A time as ISO 8601: an interval of days, a duration, or a repeating interval; ``None`` where it is not known.

    An open side is ``..`` (ISO 8601-2). A day has its time of the day where one is named; working days have no form.

    >>> import policyextract
    >>> [iso8601(policyextract.parse_time(text)) for text in ("2021年上半年", "2025年底前", "3个月", "每两年")]
    ['2021-01-01/2021-06-30', '../2025-12-31', 'P3M', 'R/P2Y']
    >>> iso8601(policyextract.parse_time("2024年5月7日9:00—11:30"))
    '2024-05-07T09:00/2024-05-07T11:30'
    """
    if time.kind is TimeKind.DATE:
        known = time.earliest or time.latest
        return f"{_side(time.earliest, time.from_clock)}/{_side(time.latest, time.to_clock)}" if known else None
    length = period(time.amount, time.unit)
    return f"R/{length}" if length and time.kind is TimeKind.RECURRENCE else length
