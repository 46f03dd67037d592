"""What a date means: the days that the parts of a match cover, read against a clock."""

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.day import calendar
from policyextract.day.calendar import Days
from policyextract.number.numerals import date_integer

Match = re.Match[str]


class Clock(NamedTuple):
    """What a date that is not whole is read against.

    It is the day of the text, the year and month last named, the year that the statistics around are of, and the
    stretch of that year that was named last (``1-6月``).
    """

    reference: dt.date | None
    year: int | None = None
    month: int | None = None
    statistic: int | None = None
    period: Days | None = None

    @property
    def this_year(self) -> int | None:
        """The year of a date that names none."""
        if self.year is not None or self.reference is None:
            return self.year
        return self.reference.year


@cache
def periods() -> dict[str, tuple[str, str]]:
    return {word: (unit, shift) for word, unit, shift in lexicon.rows("time/periods")}


def _year(match: Match, clock: Clock) -> tuple[int, int] | None:
    """The first and the last year that a match names or implies."""
    if match["y"]:
        first = date_integer(match["y"])
        last = date_integer(match["y2"]) if match["y2"] else first
        return first, last + first // 100 * 100 if last < 100 else last
    if match["ys"]:
        short = date_integer(match["ys"])
        pivot = clock.reference.year if clock.reference else 2020
        century = pivot - pivot % 100
        return (century + short,) * 2 if century + short <= pivot + 20 else (century - 100 + short,) * 2
    if match["both"]:
        return (clock.reference.year, clock.reference.year + 1) if clock.reference else None
    if match["yw"]:
        shift = periods()[match["yw"]][1]
        return _shifted(f"context {shift}" if match["same"] and shift == "-1" else shift, clock)
    default = clock.this_year
    return (default, default) if default else None


def _shifted(shift: str, clock: Clock) -> tuple[int, int] | None:
    back, context = shift.endswith("-1"), shift.startswith("context")
    if context and back and clock.year is None and clock.statistic is not None:
        return (clock.statistic - 1,) * 2  # 上年 goes by the year of the statistic
    base = clock.this_year if context else Clock(clock.reference).this_year
    return (base + int(shift.split()[-1]),) * 2 if base else None


def _month_of(match: Match, year: int, clock: Clock) -> tuple[int, int, int] | None:
    """Year, first and last month of the month that a match names."""
    if match["m"]:
        first = date_integer(match["m"])
        return year, first, max(first, date_integer(match["m2"])) if match["m2"] else first
    if match["m0"]:
        return year, 1, date_integer(match["m0"])
    month = clock.reference.month if clock.reference else None
    shift = "0"
    if match["mw"]:
        shift = periods()[match["mw"]][1]
        if shift.startswith("context"):
            month, shift = clock.month or month, shift.split()[1]
        elif clock.reference:
            year = clock.reference.year
    if month is None:
        return None
    year, month = divmod(year * 12 + month - 1 + int(shift), 12)
    return year, month + 1, month + 1


def _within_month(match: Match, year: int, first: int, last: int) -> tuple[Days | None, str]:
    if match["third"]:
        places = ["上中下".index(char) + 1 for char in match["third"][:-1]]
        return calendar.thirds(year, first, places[0], places[-1]), "third"
    if match["d"]:
        begin = calendar.day(year, first, date_integer(match["d"]))
        end = calendar.day(year, first, date_integer(match["d2"])) if match["d2"] else begin
        return (Days(begin.first, end.last) if begin and end and begin.first <= end.last else None), "day"
    name = match["mp"] or match["mp0"]
    whole = calendar.months(year, first, last)
    if name and whole:
        return calendar.part(calendar.months(year, last, last) or whole, "month", name), "third"
    return whole, "month"


def _quarter(match: Match, year: int, clock: Clock) -> tuple[Days | None, str]:
    if match["q0"]:
        return calendar.quarters(year, 1, date_integer(match["q0"])), "quarter"
    if match["q"]:
        first = date_integer(match["q"])
        whole = calendar.quarters(year, first, date_integer(match["q2"]) if match["q2"] else first)
        name = match["qp"]
    else:
        if clock.reference is None:
            return None, "quarter"
        name, shift = match["qp0"] or match["qp1"], int(periods()[match["qw"]][1]) if match["qw"] else 0
        year, place = divmod(clock.reference.year * 4 + (clock.reference.month - 1) // 3 + shift, 4)
        whole = calendar.quarters(year, place + 1, place + 1)
    return (calendar.part(whole, "quarter", name), "month") if name and whole else (whole, "quarter")


def _relative_day(match: Match, clock: Clock) -> tuple[Days | None, str]:
    if clock.reference is None:
        return None, "week" if match["ww"] and not match["wd"] else "day"
    if match["dw"] or match["dn"]:
        name = match["dw"] or match["dn"] + "天"  # 今晚
        date = clock.reference + dt.timedelta(int(periods()[name][1]))
        return Days(date, date), "day"
    shift = int(periods()[match["ww"]][1]) if match["ww"] else 0
    whole = calendar.week(clock.reference + dt.timedelta(7 * shift))
    weekday = match["wd"] or match["bw"]
    if not weekday:
        return whole, "week"
    if weekday == "末":
        return Days(whole.last - dt.timedelta(1), whole.last), "day"
    date = whole.first + dt.timedelta("一二三四五六日".find(weekday.replace("天", "日")))
    return Days(date, date), "day"


def days_of(match: Match, clock: Clock) -> tuple[Days | None, str, int | None]:
    """The days that a match covers, their size, and their month where it is one."""
    if match["ww"] or match["dw"] or match["dn"] or match["bw"]:
        return (*_relative_day(match, clock), None)
    span = _year(match, clock)
    if match["qp0"] or match["qw"]:
        return (*_quarter(match, 0, clock), None)
    if span is None:
        return None, _size(match), None
    first, last = span
    if match["half"]:
        half = "上下".index(match["half"]) + 1
        return calendar.halves(first, half, half), "half", None
    if match["q0"] or match["q"]:
        return (*_quarter(match, first, clock), None)
    if any(match[group] for group in ("m", "m0", "mw", "mp0", "mi")):
        found = _month_of(match, first, clock)
        if found is None:
            return None, _size(match), None
        days, size = _within_month(match, *found)
        return days, size, found[2]
    if match["season"]:
        return calendar.season(first, match["season"]), "season", None
    return (*_of_year(match, clock, first, last), None)


def _of_year(match: Match, clock: Clock, first: int, last: int) -> tuple[Days | None, str]:
    """Whole years, the beginning or end of one, or the stretch of it that was named last (``2020年同期``)."""
    if match["same"] and clock.period and first == last:
        return calendar.in_year(clock.period, first), "month"
    whole = calendar.years(first, last)
    if match["yp"] and whole:
        last_one = calendar.years(last, last) or whole  # 2025—2027年底
        return calendar.part(last_one if match["yp"] in "底末终" else whole, "year", match["yp"]), "month"
    return whole, "year"


_SIZES = {
    "d": "day",
    "third": "third",
    "mp": "third",
    "mp0": "third",
    "m": "month",
    "mw": "month",
    "m0": "month",
    "mi": "month",
}
_SIZES |= {"half": "half", "q": "quarter", "q0": "quarter", "yp": "month"}


def _size(match: Match) -> str:
    return next((size for group, size in _SIZES.items() if match[group]), "year")
