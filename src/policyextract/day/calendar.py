"""Stretches of the calendar: years, quarters, 旬, five-year plans, lunar days; the only door to dateparser."""

import datetime as dt
from calendar import monthrange
from typing import NamedTuple

from policyextract.extra import quiet


class Days(NamedTuple):
    """A stretch of the calendar, both ends included."""

    first: dt.date
    last: dt.date


def day(year: int, month: int, number: int) -> Days | None:
    """One day, or ``None`` where the calendar has no such day.

    >>> day(2023, 2, 29) is None
    True
    """
    try:
        date = dt.date(year, month, number)
    except ValueError:
        return None
    return Days(date, date)


def months(year: int, first: int, last: int) -> Days | None:
    """From the first day of one month to the last day of another month of the same year.

    >>> months(2021, 1, 5).last
    datetime.date(2021, 5, 31)
    """
    if not (1 <= year <= 9999 and 1 <= first <= last <= 12):
        return None
    return Days(dt.date(year, first, 1), dt.date(year, last, monthrange(year, last)[1]))


def years(first: int, last: int) -> Days | None:
    """Whole years, from the first to the last."""
    if not 1 <= first <= last <= 9999:
        return None
    return Days(dt.date(first, 1, 1), dt.date(last, 12, 31))


def halves(year: int, first: int, last: int) -> Days | None:
    """Half-years, 1 or 2: ``上半年`` is 1."""
    return months(year, 6 * first - 5, 6 * last)


def quarters(year: int, first: int, last: int) -> Days | None:
    """Quarters: ``前三季度`` is 1 to 3.

    >>> quarters(2021, 1, 3).last
    datetime.date(2021, 9, 30)
    """
    return months(year, 3 * first - 2, 3 * last)


def thirds(year: int, month: int, first: int, last: int) -> Days | None:
    """The 旬 of a month: 1 is 上旬 (1st to 10th), 2 中旬 (11th to 20th), 3 下旬 (21st to the end).

    >>> thirds(2021, 5, 2, 3).first, thirds(2024, 2, 3, 3).last
    (datetime.date(2021, 5, 11), datetime.date(2024, 2, 29))
    """
    whole = months(year, month, month)
    if whole is None:
        return None
    return Days(whole.first.replace(day=10 * first - 9), whole.last if last == 3 else whole.last.replace(day=10 * last))


def season(year: int, name: str) -> Days | None:
    """A season of three whole months, as climatologists count: 春 from March, 夏 June, 秋 September, 冬 December.

    >>> season(2023, "冬").last
    datetime.date(2024, 2, 29)
    """
    first = months(year, 3 * "春夏秋冬".index(name) + 3, 12)
    if first is None or not 1 <= year < 9999:
        return None
    return Days(first.first, add_months(first.first, 3) - dt.timedelta(1))


def in_year(days: Days, year: int) -> Days | None:
    """The same stretch of another year; its last day in February is the last one there.

    >>> in_year(Days(dt.date(2020, 1, 1), dt.date(2020, 2, 29)), 2019).last
    datetime.date(2019, 2, 28)
    """
    shift = 12 * (year - days.first.year)
    if not 1 <= year <= 9999 or not 1 <= days.last.year + year - days.first.year <= 9999:
        return None
    last = add_months(days.last, shift)
    ends = days.last.day == monthrange(days.last.year, days.last.month)[1]
    return Days(add_months(days.first, shift), last.replace(day=monthrange(last.year, last.month)[1]) if ends else last)


def week(date: dt.date) -> Days:
    """The week from Monday to Sunday that holds a day."""
    monday = date - dt.timedelta(date.weekday())
    return Days(monday, monday + dt.timedelta(6))


def day_before(date: dt.date) -> dt.date | None:
    """The day before; ``None`` before the first day of the calendar."""
    return date - dt.timedelta(1) if date > dt.date.min else None


def add_months(date: dt.date, number: int) -> dt.date:
    """The same day so many months on, or the last day of that month where it has no such day (Civil Code, art. 202).

    >>> add_months(dt.date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)

    Raises:
        OverflowError: if the year would leave 1 to 9999.
    """
    year, month = divmod(date.year * 12 + date.month - 1 + number, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"{number} months from {date} is outside the years 1 to 9999")
    return dt.date(year, month + 1, min(date.day, monthrange(year, month + 1)[1]))


_PLANS = (1953, 1958, 1966, 1971, 1976, 1981, 1986, 1991, 1996, 2001, 2006, 2011, 2016, 2021, 2026)


def plan(number: int) -> Days | None:
    """The years of a five-year plan, from the first (1953 to 1957) to the fifteenth (2026 to 2030).

    >>> plan(14)
    Days(first=datetime.date(2021, 1, 1), last=datetime.date(2025, 12, 31))
    """
    if not 1 <= number <= len(_PLANS):
        return None
    return years(_PLANS[number - 1], _PLANS[number - 1] + 4)


def decades(century: int, first: int, last: int) -> Days | None:
    """``20世纪80年代``: from the first year of one decade to the last of another; 80 and 80 are 1980 to 1989."""
    return years((century - 1) * 100 + first, (century - 1) * 100 + last + 9)


_PARTS = {  # what 初, 中 and 末 (or 底) of a stretch are, by its size, in its first and last month or year
    "year": {"初": (1, 1), "中": (6, 6), "末": (12, 12)},
    "half": {"初": (1, 1), "中": (3, 4), "末": (6, 6)},
    "quarter": {"初": (1, 1), "中": (2, 2), "末": (3, 3)},
    "plan": {"初": (1, 12), "中": (25, 36), "末": (49, 60)},
    "decade": {"初": (1, 36), "中": (37, 84), "末": (85, 120)},
}


def part(days: Days, size: str, name: str) -> Days | None:
    """The beginning (初), middle (中) or end (末, 底) of a stretch of that size.

    The end of a year is December, of a quarter its last month, of a month its days from the 21st, of a plan its last
    year. ``世纪中叶`` is its fiftieth year, as in the plan for the time from 2035 to the middle of the century.

    >>> part(plan(13), "plan", "末").first
    datetime.date(2020, 1, 1)
    """
    name = {"底": "末", "终": "末", "伊始": "初"}.get(name, name)
    first = days.first
    if size == "month":
        third = "初中末".index(name) + 1
        return thirds(first.year, first.month, third, third)
    if size == "century":
        start = first.year
        return {
            "初": years(start, start + 19),
            "中": years(start + 49, start + 49),
            "末": years(start + 90, start + 99),
        }[name]
    if size not in _PARTS:
        return None
    low, high = _PARTS[size][name]
    return Days(add_months(first, low - 1), add_months(first, high) - dt.timedelta(1))


def read_date(text: str, reference: dt.date | None) -> dt.date | None:
    """A whole calendar date in another notation, as dateparser reads it: year, month and day must all be there.

    >>> read_date("2021/3/5", None), read_date("Mar 5, 2021", None), read_date("5", None)
    (datetime.date(2021, 3, 5), datetime.date(2021, 3, 5), None)
    """
    base = dt.datetime.combine(reference or dt.date(2000, 1, 1), dt.time())
    settings = {
        "DATE_ORDER": "YMD",
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": base,
        "PARSERS": ["absolute-time"],
    }
    with quiet():
        import dateparser

        found = dateparser.parse(text, languages=["zh", "en"], settings=settings)
    return found.date() if found else None
