"""Deadlines by the counting rules of the Civil Code, art. 201 to 203, and by working days."""

import datetime as dt
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract import chinese_rest_days, due_date


def weekend(day: dt.date) -> bool:
    return day.weekday() > 4


@pytest.mark.parametrize(
    ("start", "amount", "unit", "last"),
    [
        ("2021-03-01", 20, "day", "2021-03-21"),  # art. 201: the first day is not counted
        ("2021-03-01", 2, "week", "2021-03-15"),
        ("2021-01-31", 1, "month", "2021-02-28"),  # art. 202: no such day in the last month
        ("2020-02-29", 1, "year", "2021-02-28"),
        ("2021-03-15", 1, "quarter", "2021-06-15"),
        ("2021-03-15", 1, "half-year", "2021-09-15"),
        ("2021-03-01", 0, "day", "2021-03-01"),
    ],
)
def test_periods_of_the_calendar(start: str, amount: int, unit: str, last: str) -> None:
    assert str(due_date(dt.date.fromisoformat(start), amount, unit)) == last


def test_a_last_day_of_rest_moves_on() -> None:
    friday = dt.date(2021, 3, 5)
    assert due_date(friday, 1, "day", rest_days=weekend) == dt.date(2021, 3, 8)  # art. 203
    assert due_date(friday, 1, "day", rest_days=weekend, extend=False) == dt.date(2021, 3, 6)
    assert due_date(friday, 1, "day") == dt.date(2021, 3, 6)


def test_the_first_day_may_be_counted() -> None:
    assert due_date(dt.date(2021, 3, 1), 20, "day", count_first_day=True) == dt.date(2021, 3, 20)
    assert due_date(dt.date(2021, 3, 1), 5, "workday", rest_days=weekend, count_first_day=True) == dt.date(2021, 3, 5)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1)), st.integers(0, 200))
def test_there_are_as_many_working_days_as_were_asked_for(start: dt.date, amount: int) -> None:
    last = due_date(start, amount, "workday", rest_days=weekend)
    days = [start + dt.timedelta(number) for number in range(1, (last - start).days + 1)]
    assert sum(not weekend(day) for day in days) == amount
    assert amount == 0 or not weekend(last)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1)), st.integers(0, 60))
def test_one_more_is_never_earlier(start: dt.date, amount: int) -> None:
    for unit in ("day", "week", "month", "year"):
        assert due_date(start, amount, unit) <= due_date(start, amount + 1, unit)


def test_working_days_follow_the_shifted_rest_days_of_china() -> None:
    pytest.importorskip("chinese_calendar")
    assert chinese_rest_days(dt.date(2025, 10, 8))  # 国庆节、中秋节, by the notice of the State Council for 2025
    assert not chinese_rest_days(dt.date(2025, 10, 11))  # a Saturday of work
    assert due_date(dt.date(2025, 9, 30), 3, "workday", rest_days=chinese_rest_days) == dt.date(2025, 10, 11)


def test_a_year_without_a_calendar_is_an_error() -> None:
    pytest.importorskip("chinese_calendar")
    with pytest.raises(ValueError, match="does not cover 1999"):
        chinese_rest_days(dt.date(1999, 5, 4))


def test_without_the_package_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "chinese_calendar", None)
    with pytest.raises(ImportError, match=r"policyextract\[workdays\]"):
        chinese_rest_days(dt.date(2021, 5, 4))


@pytest.mark.parametrize(
    ("amount", "unit", "message"),
    [
        (-1, "day", "not negative"),
        (1, "fortnight", "a unit is one of workday"),
        (1, "hour", "a unit is one of workday"),
        (5, "workday", "need a calendar"),
    ],
)
def test_wrong_arguments_raise(amount: int, unit: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        due_date(dt.date(2021, 3, 1), amount, unit)


def test_a_calendar_without_working_days_is_an_error() -> None:
    with pytest.raises(ValueError, match="no working day"):
        due_date(dt.date(2021, 3, 1), 1, "workday", rest_days=lambda day: True)
