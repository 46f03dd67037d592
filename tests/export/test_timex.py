"""TIMEX3, EDTF and ISO 8601, against the definitions of those standards."""

import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract import parse_time
from policyextract.export.timex import edtf, iso8601, period, timex3
from policyextract.values import Time, TimeBound, TimeKind, TimeUnit

TODAY = dt.date(2021, 4, 25)


@pytest.mark.parametrize(
    ("text", "attributes", "as_edtf", "as_iso"),
    [
        ("2021年", "DATE 2021", "2021", "2021-01-01/2021-12-31"),
        ("今年上半年", "DATE 2021-H1", "2021-40", "2021-01-01/2021-06-30"),
        ("下半年", "DATE 2021-H2", "2021-41", "2021-07-01/2021-12-31"),
        ("一季度", "DATE 2021-Q1", "2021-33", "2021-01-01/2021-03-31"),
        ("四季度", "DATE 2021-Q4", "2021-36", "2021-10-01/2021-12-31"),
        ("2021年5月", "DATE 2021-05", "2021-05", "2021-05-01/2021-05-31"),
        ("5月上旬", "DATE 2021-05 START", "2021-05-01/2021-05-10", "2021-05-01/2021-05-10"),
        ("5月中旬", "DATE 2021-05 MID", "2021-05-11/2021-05-20", "2021-05-11/2021-05-20"),
        ("2月下旬", "DATE 2021-02 END", "2021-02-21/2021-02-28", "2021-02-21/2021-02-28"),
        ("2021年3月5日", "DATE 2021-03-05", "2021-03-05", "2021-03-05/2021-03-05"),
        ("本周", "DATE 2021-W16", "2021-04-19/2021-04-25", "2021-04-19/2021-04-25"),
        ("20世纪80年代", "DATE 198", "198X", "1980-01-01/1989-12-31"),
        ("1-5月", "DURATION P5M", "2021-01/2021-05", "2021-01-01/2021-05-31"),
        ("“十四五”期间", "DURATION P5Y", "2021/2025", "2021-01-01/2025-12-31"),
        ("3月1日至15日", "DURATION P15D", "2021-03-01/2021-03-15", "2021-03-01/2021-03-15"),
        ("2025年底前", "DATE 2025-12-31 ON_OR_BEFORE", "../2025-12-31", "../2025-12-31"),
        ("2020年以来", "DATE 2020-01-01 ON_OR_AFTER", "2020-01-01/..", "2020-01-01/.."),
        ("2021年5月7日17:30前", "TIME 2021-05-07T17:30 ON_OR_BEFORE", "../2021-05-07", "../2021-05-07T17:30"),
        ("5月7日上午9时", "TIME 2021-05-07T09:00", "2021-05-07", "2021-05-07T09:00/2021-05-07T09:00"),
        ("14:00前", "TIME XXXX-XX-XXT14:00 ON_OR_BEFORE", None, None),
        ("30秒", "DURATION PT30S", None, "PT30S"),
        ("三年", "DURATION P3Y", None, "P3Y"),
        ("3个月内", "DURATION P3M EQUAL_OR_LESS", None, "P3M"),
        ("48小时", "DURATION PT48H", None, "PT48H"),
        ("半年", "DURATION P6M", None, "P6M"),
        ("两个半月", "DURATION P2.5M", None, "P2.5M"),
        ("5个工作日", "DURATION PXD", None, None),
        ("每两周", "SET P2W EVERY", None, "R/P2W"),
        ("每季度", "SET P3M EVERY", None, "R/P3M"),
        ("每学期", "SET P6M EVERY", None, "R/P6M"),
        ("汛期", "DATE XXXX", None, None),
        ("通车前", "DATE XXXX BEFORE", None, None),
    ],
)
def test_each_form(text: str, attributes: str, as_edtf: str | None, as_iso: str | None) -> None:
    time = parse_time(text, TODAY)
    assert " ".join(timex3(time).values()) == attributes
    assert edtf(time) == as_edtf
    assert iso8601(time) == as_iso


def test_the_frequency_of_a_rhythm() -> None:
    assert timex3(parse_time("每月"), times_in_period=2)["freq"] == "2X"
    with pytest.raises(ValueError, match="at least 1"):
        timex3(parse_time("每月"), times_in_period=0)


def test_what_is_not_known_has_no_value() -> None:
    unknown = Time(TimeKind.DATE, TimeBound.BY)
    assert timex3(unknown) == {"type": "DATE", "value": "XXXX", "mod": "ON_OR_BEFORE"}
    assert edtf(unknown) is None
    assert iso8601(unknown) is None
    assert period(Fraction(1, 3), TimeUnit.YEAR) is None
    assert period(None, TimeUnit.YEAR) is None


DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))
_VALUE = re.compile(
    r"\d{3,4}|\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?|\d{4}-[HQ][1-4]|\d{4}-W[0-5]\d|XXXX|P(?:\d+(?:\.\d+)?[YMWD]|T\d+(?:\.\d+)?[HMS]|XD)"
)
_POINT = r"(?:\d{4}(?:-(?:0[1-9]|1[0-2]|3[3-6]|4[01])(?:-\d\d)?)?|\d{3}X)"
_EDTF = re.compile(rf"{_POINT}|(?:{_POINT}|\.\.)/(?:{_POINT}|\.\.)")


@given(DAYS, DAYS)
def test_any_stretch_has_a_well_formed_value(one: dt.date, two: dt.date) -> None:
    time = Time(TimeKind.DATE, TimeBound.AT, min(one, two), max(one, two))
    assert _VALUE.fullmatch(timex3(time)["value"])
    assert _EDTF.fullmatch(edtf(time))
    first, last = iso8601(time).split("/")
    assert (dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == (time.earliest, time.latest)


@given(st.decimals(Decimal("0.5"), 999, places=1), st.sampled_from(TimeUnit))
def test_any_length_has_a_well_formed_value(amount: Decimal, unit: TimeUnit) -> None:
    time = Time(TimeKind.DURATION, TimeBound.AT, amount=amount, unit=unit)
    assert _VALUE.fullmatch(timex3(time)["value"])
    assert (iso8601(time) is None) == (unit is TimeUnit.WORKDAY)
