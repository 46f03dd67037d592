"""One time and nothing else; the day that a document states."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract import extract, parse_time, read, stated_date
from policyextract.values import TimeKind

TODAY = dt.date(2021, 6, 14)  # a Monday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("20240307", "2024-03-07", "2024-03-07"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("6·30", "2021-06-30", "2021-06-30"),
        ("09-01", "2021-09-01", "2021-09-01"),
        ("24年", "2024-01-01", "2024-12-31"),
        ("零八年", "2008-01-01", "2008-12-31"),
        ("民国三年", "1914-01-01", "1914-12-31"),
        ("十月31", "2021-10-31", "2021-10-31"),
        ("周三", "2021-06-16", "2021-06-16"),
        ("周一", "2021-06-21", "2021-06-21"),
        ("本周一", "2021-06-14", "2021-06-14"),
        ("下下周日", "2021-07-04", "2021-07-04"),
        ("上週", "2021-06-07", "2021-06-13"),
        ("下周末", "2021-06-26", "2021-06-27"),
        ("大后天", "2021-06-17", "2021-06-17"),
        ("三年前", "2018-01-01", "2018-12-31"),
        ("两个月后", "2021-08-01", "2021-08-31"),
        ("十天后", "2021-06-24", "2021-06-24"),
        ("未来两天", "2021-06-15", "2021-06-16"),
        ("过去三个月", "2021-03-14", "2021-06-13"),
        ("今年前五个月", "2021-01-01", "2021-05-31"),
        ("上月最后五天", "2021-05-27", "2021-05-31"),
        ("3月第三周", "2021-03-15", "2021-03-21"),
        ("十月的第一个星期一", "2021-10-04", "2021-10-04"),
        ("农历八月十五", "2021-09-21", "2021-09-21"),
        ("2023年大年三十", "2024-02-09", "2024-02-09"),
        ("今年国庆节", "2021-10-01", "2021-10-01"),
        ("2020年3月至2021年6月", "2020-03-01", "2021-06-30"),
        ("上周三到本周二", "2021-06-09", "2021-06-15"),
        ("周日，六月二十日", "2021-06-20", "2021-06-20"),
        ("9月10日、11日、12日", "2021-09-10", "2021-09-12"),
        ("2021/3/5", "2021-03-05", "2021-03-05"),
        ("5 March 2021", "2021-03-05", "2021-03-05"),
        ("第二季度", "2021-04-01", "2021-06-30"),
        ("9月10号，11号，12号", "2021-09-10", "2021-09-12"),
        ("本月的最后一个星期五", "2021-06-25", "2021-06-25"),
        ("5月的最后一周", "2021-05-31", "2021-06-06"),
        ("十五号", "2021-06-15", "2021-06-15"),
        ("2021Q2", "2021-04-01", "2021-06-30"),
        ("2021年H2", "2021-07-01", "2021-12-31"),
        ("二十世纪", "1901-01-01", "2000-12-31"),
        ("前天上午", "2021-06-12", "2021-06-12"),
        ("今晚", "2021-06-14", "2021-06-14"),
        ("去年冬季", "2020-12-01", "2021-02-28"),
        ("半年后", "2021-12-01", "2021-12-31"),
        ("最近三个月", "2021-03-14", "2021-06-13"),
        ("从2015年1月至12月", "2015-01-01", "2015-12-31"),
    ],
)
def test_dates_of_whole_strings(text: str, first: str, last: str) -> None:
    time = parse_time(text, TODAY)
    assert (time.kind, str(time.earliest), str(time.latest)) == (TimeKind.DATE, first, last)


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
