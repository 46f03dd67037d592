"""One time and nothing else; the day that a document states."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract import extract, parse_time, read, stated_date
from policyextract.testing import Case, corpus
from policyextract.values import TimeKind

TODAY = dt.date(2021, 6, 14)  # a Monday
ALONE = Path(__file__).parent / "corpus" / "times_alone.txt"


@pytest.mark.parametrize("case", corpus(ALONE), ids=lambda case: case.text)
def test_dates_of_whole_strings(case: Case) -> None:
    time = parse_time(case.text, TODAY)
    assert (time.kind, f"{time.earliest} {time.latest}") == (TimeKind.DATE, case.value)


@pytest.mark.parametrize(
    ("text", "kind", "amount", "unit"),
    [
        ("三年", "duration", "3", "year"),
        ("两个半月", "duration", "2.5", "month"),
        ("1小时30分钟", "duration", "90", "minute"),
        ("一年零三个月", "duration", "15", "month"),
        ("20个工作日内", "duration", "20", "workday"),
        ("半小时", "duration", "0.5", "hour"),
        ("2天1小时", "duration", "49", "hour"),
        ("一刻钟", "duration", "15", "minute"),
        ("1小时15分", "duration", "75", "minute"),
        ("每个月的第一天", "recurrence", "1", "month"),
        ("约三年", "duration", "3", "year"),
        ("每年春节", "recurrence", "1", "year"),
        ("每隔3天", "recurrence", "3", "day"),
        ("每月4号", "recurrence", "1", "month"),
    ],
)
def test_lengths_and_rhythms(text: str, kind: str, amount: str, unit: str) -> None:
    found = parse_time(text).to_dict()
    assert (found["kind"], found["amount"], found["unit"]) == (kind, amount, unit)


@pytest.mark.parametrize("text", ["", "五月花", "前期工作", "12", "2月30号上午开会", "30次", "年" * 80, "1/2"])
def test_what_is_no_time_raises(text: str) -> None:
    with pytest.raises(ValueError, match="not an expression of time"):
        parse_time(text, TODAY)


def test_a_day_that_does_not_exist_stays_without_days() -> None:
    time = parse_time("2021年2月30日")
    assert (time.kind, time.earliest, time.latest) == (TimeKind.DATE, None, None)


def test_wrong_arguments_raise() -> None:
    with pytest.raises(TypeError, match="a source is a str"):
        parse_time(2021)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="reference_date"):
        parse_time("今年", "2021-01-01")  # type: ignore[arg-type]


@given(st.text(max_size=20), st.none() | st.dates())
def test_it_reads_or_raises_value_error(text: str, today: dt.date | None) -> None:
    try:
        time = parse_time(text, today)
    except ValueError:
        return
    assert not (time.earliest and time.latest and time.earliest > time.latest)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("成文日期：2021年03月05日\n发布日期：2021年03月09日", (2021, 3, 5)),
        ("工作报告\n——2021年1月18日在县第十七届人民代表大会第五次会议上\n各位代表：", (2021, 1, 18)),
        ("某县意见\n（２０２１年３月５日）\n为了发展", (2021, 3, 5)),
        ("请遵照执行。\n某县人民政府\n二〇二一年三月五日", (2021, 3, 5)),
        ("请遵照执行。某县人民政府2021年3月5日（此件公开发布）", (2021, 3, 5)),
        ("某条例\n2019年1月1日 省人大常委会通过\n2021年3月5日 省人大常委会《决定》修正", (2021, 3, 5)),
        ("实施日期：\n2021年5月1日\n失效日期：\n2024年5月1日\n请执行。\n2021年3月5日", (2021, 3, 5)),
        ("发布日期：2021-03-05", (2021, 3, 5)),
        ("请遵照执行。\n某县人民政府\n2021 年 3 月 5 日", (2021, 3, 5)),
        ("请遵照执行。\n某县人民政府\n2021\u3000年\u30003\u3000月\u30005\u3000日", (2021, 3, 5)),
        ("请遵照执行。\n某县人民政府\n2 0 2 1 年 3 月 1 5 日", (2021, 3, 15)),
        ("请遵照执行。\n某县人民政府\n２０２１ 年 ３ 月 ５ 日", (2021, 3, 5)),
    ],
)
def test_the_stated_date(text: str, day: tuple[int, int, int]) -> None:
    assert stated_date(read(text)) == dt.date(*day)


@pytest.mark.parametrize(
    "text", ["", "2021年3月5日前报送。", "自2021年3月5日起施行。", "失效日期：2021年3月5日", "2021年2月30日"]
)
def test_no_date_is_stated(text: str) -> None:
    assert stated_date(read(text)) is None


def test_the_stated_date_resolves_relative_times_and_stands_in_the_result() -> None:
    result = extract("确保今年完成40项。\n某县人民政府\n2021年3月5日")
    assert result.reference_date == dt.date(2021, 3, 5)
    assert str(result.times[0].value.time.latest) == "2021-12-31"
    given_date = extract("确保今年完成40项。\n某县人民政府\n2021年3月5日", reference_date=dt.date(2022, 1, 1))
    assert given_date.reference_date == dt.date(2022, 1, 1)
