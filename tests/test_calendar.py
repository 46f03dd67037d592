"""Stretches of the calendar, against the definitions of laws, standards and published calendars."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract.day import calendar, holiday

YEARS = st.integers(1, 9998)


@given(YEARS)
def test_the_parts_of_a_year_fill_it(year: int) -> None:
    whole = calendar.years(year, year)
    for parts in (
        [calendar.halves(year, n, n) for n in (1, 2)],
        [calendar.quarters(year, n, n) for n in (1, 2, 3, 4)],
        [calendar.months(year, n, n) for n in range(1, 13)],
        [calendar.thirds(year, month, n, n) for month in range(1, 13) for n in (1, 2, 3)],
    ):
        assert (parts[0].first, parts[-1].last) == whole
        for one, two in pairwise(parts):
            assert two.first - one.last == dt.timedelta(1)


@given(st.dates(dt.date(1000, 1, 1), dt.date(5000, 1, 1)), st.integers(-600, 600))
def test_months_later_keep_the_day_or_end_the_month(date: dt.date, number: int) -> None:
    later = calendar.add_months(date, number)
    assert (later.year * 12 + later.month) - (date.year * 12 + date.month) == number
    assert later.day == date.day or (later + dt.timedelta(1)).day == 1


@pytest.mark.parametrize(
    ("number", "first"), [(1, 1953), (2, 1958), (3, 1966), (10, 2001), (13, 2016), (14, 2021), (15, 2026)]
)
def test_five_year_plans(number: int, first: int) -> None:
    assert calendar.plan(number) == calendar.years(first, first + 4)


def test_there_are_fifteen_plans() -> None:
    assert calendar.plan(0) is None
    assert calendar.plan(16) is None


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [  # as published in the yearly notices of the State Council and the almanacs of the Purple Mountain Observatory
        ("lunar 1-1", 2019, "2019-02-05"),
        ("lunar 1-1", 2033, "2033-01-31"),
        ("lunar 1-1 -1", 2024, "2024-02-09"),
        ("lunar 5-5", 2020, "2020-06-25"),
        ("lunar 8-15", 2020, "2020-10-01"),
        ("lunar 8-15", 2025, "2025-10-06"),
        ("lunar 9-9", 2023, "2023-10-23"),
        ("term 清明", 2020, "2020-04-04"),
        ("term 清明", 2023, "2023-04-05"),
        ("solar 10-1", 2021, "2021-10-01"),
        ("weekday 5-2-7", 2021, "2021-05-09"),
    ],
)
def test_festivals(rule: str, year: int, day: str) -> None:
    assert str(holiday.festival(year, rule).first) == day


@given(st.integers(1902, 2098))
def test_the_lunar_year_begins_on_the_day_after_its_eve(year: int) -> None:
    new_year = holiday.festival(year, "lunar 1-1").first
    assert dt.date(year, 1, 20) < new_year < dt.date(year, 2, 22)
    assert holiday.festival(year, "lunar 1-1 -1").first == new_year - dt.timedelta(1)


def test_a_lunar_day_that_does_not_exist_is_none() -> None:
    assert holiday.lunar(2021, 1, 30) is None
    assert holiday.lunar(1850, 1, 1) is None
    assert holiday.lunar(2021, 13, 1) is None


@pytest.mark.parametrize(
    ("size", "days", "name", "first", "last"),
    [
        ("year", calendar.years(2021, 2021), "底", "2021-12-01", "2021-12-31"),
        ("year", calendar.years(2021, 2021), "初", "2021-01-01", "2021-01-31"),
        ("month", calendar.months(2024, 2, 2), "底", "2024-02-21", "2024-02-29"),
        ("quarter", calendar.quarters(2021, 2, 2), "末", "2021-06-01", "2021-06-30"),
        ("plan", calendar.plan(14), "末", "2025-01-01", "2025-12-31"),
        ("decade", calendar.decades(20, 90, 90), "末", "1997-01-01", "1999-12-31"),
        ("century", calendar.years(2001, 2100), "中", "2050-01-01", "2050-12-31"),
    ],
)
def test_beginnings_and_ends(size: str, days: calendar.Days, name: str, first: str, last: str) -> None:
    part = calendar.part(days, size, name)
    assert (str(part.first), str(part.last)) == (first, last)


def test_a_week_has_no_beginning_of_its_own() -> None:
    assert calendar.part(calendar.week(dt.date(2021, 4, 25)), "week", "初") is None


@pytest.mark.parametrize("text", ["March 2021", "5", "3月", "yesterday", "in two days", ""])
def test_the_door_to_dateparser_opens_for_whole_dates_only(text: str) -> None:
    assert calendar.read_date(text, dt.date(2021, 1, 1)) is None
