"""Targets against what a later document reports: names, figures, periods, and what stays unsure."""

import datetime as dt
import pickle
from decimal import Decimal
from pathlib import Path

import pytest

from policyextract import Document, Mention, Result, Span, extract, track_many
from policyextract.tracking import Status, TrackTable, track
from policyextract.tracking.indicator import resembles, standard
from policyextract.tracking.judge import comparable, judge
from policyextract.values import (
    Change,
    Commitment,
    Figure,
    Quantity,
    QuantityRole,
    Time,
    TimeKind,
    TimeRole,
    TimeUnit,
    Timing,
)

LINES = (Path(__file__).parent / "corpus" / "indicators.txt").read_text("utf-8").splitlines()
NAMES = [
    (name, expected.strip())
    for expected, _, names in (line.partition("=") for line in LINES if not line.startswith("#"))
    for name in names.split()
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_one_name_for_one_indicator(name: str, expected: str) -> None:
    assert standard(name).name == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("城镇新增就业", "城镇登记失业率"),
        ("人均生产总值", "生产总值"),
        ("农村居民人均可支配收入", "城镇居民人均可支配收入"),
        ("出口总额", "进出口总额"),
        ("财政赤字", "赤字率"),
        ("新增高标准农田", "高效节水灌溉面积"),
    ],
)
def test_different_indicators_keep_different_names(one: str, other: str) -> None:
    assert standard(one).name != standard(other).name


def test_resembling_names_share_their_end() -> None:
    assert resembles("普惠小微企业贷款", "大型商业银行普惠小微企业贷款")
    assert not resembles("小微企业贷款", "小微企业贷款利率")
    assert not resembles("贷款", "涉农贷款")


def interval(words: str) -> Quantity:
    """``>=6`` ``<=5.5`` ``<9`` ``~6.5`` ``6..6.5`` or a number, in percent."""
    low, dots, high = words.partition("..")
    if dots:
        return Quantity(Decimal(low), Decimal(high), unit="%")
    sign = words.rstrip("0123456789.")
    number = Decimal(words.removeprefix(sign))
    return Quantity(
        None if "<" in sign else number,
        None if ">" in sign else number,
        low_open=sign == ">",
        high_open=sign == "<",
        approximate=sign == "~",
        unit="%",
    )


def figure(words: str, change: Change | None = Change.LEVEL, **more: str) -> Figure:
    return Figure(interval(words), QuantityRole.TARGET, change=change, **more)


@pytest.mark.parametrize(
    ("target", "achieved", "better", "expected"),
    [
        (">=6", "8.1", "", "met"),
        (">=6", "5.9", "", "missed"),
        (">=6", "6", "", "met"),
        (">6", "6", "", "missed"),
        (">6", ">6", "", "met"),
        (">=40", ">40", "", "met"),
        (">=45", ">40", "", "unsure"),
        ("<=5.5", "5.1", "", "met"),
        ("<=5.5", "~5", "", "met"),
        ("<=5.5", "~5.4", "", "unsure"),
        ("<=5.5", "5.6", "", "missed"),
        ("<5", "5", "", "missed"),
        ("6..6.5", "6.3", "", "met"),
        ("6..6.5", "6.6", "", "missed"),
        ("6..6.5", "6.6", "up", "met"),
        ("~6.5", "6.6", "up", "met"),
        ("~6.5", "6.4", "up", "unsure"),
        ("~6.5", "3", "up", "missed"),
        ("~3", "2.1", "down", "met"),
        ("~3", "3.1", "down", "unsure"),
        ("100", "100", "", "met"),
        ("100", "98", "", "unsure"),
        ("100", "~100", "", "unsure"),
    ],
)
def test_judging(target: str, achieved: str, better: str, expected: str) -> None:
    assert judge(figure(target), figure(achieved), better) == expected


def test_steps_are_judged_by_their_direction() -> None:
    saved = figure(">=3", Change.DECREASE)
    assert judge(saved, figure("3.1", Change.DECREASE), "down") is Status.MET
    assert judge(saved, figure("1", Change.INCREASE), "down") is Status.MISSED
    assert judge(figure("7", Change.INCREASE), figure("8", Change.INCREASE), "") is Status.MET


def test_only_like_is_compared_with_like() -> None:
    target = figure("6", Change.INCREASE)
    assert not comparable(target, figure("6", Change.LEVEL))
    assert not comparable(target, Figure(Quantity(Decimal(6), Decimal(6), unit="个百分点"), change=Change.INCREASE))
    assert not comparable(figure("6", scope="各县区"), figure("6", scope="市本级"))
    people = Figure(Quantity(Decimal(9), Decimal(9), unit="人"), change=Change.INCREASE)
    assert comparable(people, Figure(Quantity(Decimal(9), Decimal(9), unit="人"), change=Change.LEVEL))


def year(number: int) -> Time:
    return Time(TimeKind.DATE, earliest=dt.date(number, 1, 1), latest=dt.date(number, 12, 31))


def result(source: str, found: dict[str, object], day: dt.date | None = None) -> Result:
    """A result whose mentions are values by the words that they stand at; targets get the times before them."""
    figures, times, commitments = [], [], []
    for words, value in found.items():
        start = source.index(words)
        mention = Mention(Span(start, start + len(words)), value, "test")
        if isinstance(value, Timing):
            times.append(mention)
            continue
        figures.append(mention)
        limits = tuple(time for time in times if time.value.role is TimeRole.LIMIT)
        commitments.append(Mention(mention.span, Commitment((), (mention,), limits), "test"))
    return Result(
        Document.plain(source, day), tuple(figures), tuple(times), commitments=tuple(commitments), reference_date=day
    )


def asked(words: str, name: str = "城镇新增就业") -> Figure:
    return Figure(interval(words), QuantityRole.TARGET, name, Change.INCREASE)


def reached(words: str, name: str = "新增就业") -> Figure:
    return Figure(interval(words), QuantityRole.ACHIEVED, name, Change.INCREASE)


PLAN = result(
    "今年城镇新增就业6%以上。", {"今年": Timing(year(2021), TimeRole.LIMIT), "6%": asked(">=6")}, dt.date(2021, 3, 5)
)


def status(later: Result) -> str:
    return track(PLAN, later)[0].status.value


def test_both_places_are_evidence() -> None:
    (row,) = track(PLAN, result("新增就业增长8%。其他。", {"8%": reached("8")}, dt.date(2022, 3, 5)))
    assert row.status is Status.MET
    assert row.due == dt.date(2021, 12, 31)
    assert row.target_text == "今年城镇新增就业6%以上。"
    assert row.achieved is not None
    assert row.achieved_text == "新增就业增长8%。"
    assert row.cells()[:5] == ("城镇新增就业", "≥6%", "2021年12月31日", "8%", "完成")


def test_what_nobody_reports_is_not_reported() -> None:
    assert status(result("新增就业增长8%。", {"8%": reached("8", "出口")})) == "not reported"


def test_other_years_and_several_years_are_no_answer() -> None:
    other = {"2019年": Timing(year(2019)), "8%": reached("8")}
    assert status(result("2019年新增就业增长8%。", other)) == "not reported"
    five = {"五年": Timing(Time(TimeKind.DURATION, amount=Decimal(5), unit=TimeUnit.YEAR)), "8%": reached("8")}
    assert status(result("五年新增就业增长8%。", five)) == "not reported"
    same = {"2021年": Timing(year(2021)), "8%": reached("8")}
    assert status(result("2021年新增就业增长8%。", same)) == "met"


def test_a_target_of_later_years_is_not_due() -> None:
    plan = result("到2025年就业6%以上。", {"2025年": Timing(year(2025), TimeRole.LIMIT), "6%": asked(">=6")})
    (row,) = track(plan, result("新增就业增长8%。", {"8%": reached("8")}, dt.date(2022, 3, 5)))
    assert row.status is Status.NOT_DUE


def test_reports_that_contradict_each_other_are_unsure() -> None:
    both = {"8%": reached("8"), "5%": reached("5")}
    assert status(result("新增就业增长8%。新增就业增长5%。", both)) == "unsure"


def test_a_name_that_only_resembles_is_unsure() -> None:
    assert status(result("困难人员城镇新增就业增长8%。", {"8%": reached("8", "困难人员城镇新增就业")})) == "unsure"


def test_the_same_target_stands_once() -> None:
    twice = result("就业6%以上。就业确保6%以上。", {"6%以上。就": asked(">=6"), "6%以上": asked(">=6")})
    assert len(track(twice, result("", {}))) == 1


def test_csv_quotes_what_needs_it() -> None:
    table = track(PLAN, result("", {}))
    assert table.to_csv().splitlines()[1] == "城镇新增就业,≥6%,2021年12月31日,,未见报告,今年城镇新增就业6%以上。,"
    assert pickle.loads(pickle.dumps(table)) == table
    assert isinstance(table, TrackTable)


def test_from_texts() -> None:
    (row,) = track("今年粮食产量保持在1.3万亿斤以上。", "过去一年，粮食产量达到1.37万亿斤。")
    assert (row.indicator, row.status.value) == ("粮食产量", "met")


@pytest.mark.parametrize("wrong", [None, 3, b"text"])
def test_wrong_arguments_raise_at_once(wrong: object) -> None:
    with pytest.raises(TypeError, match="results or texts"):
        track(wrong, "")  # type: ignore[arg-type]


REPORTS = {
    "2024年报告": "2024年衡山县政府工作报告\n2023年，地区生产总值增长5.2%，粮食总产达到5.3亿斤，城镇化率达到58.5%。",
    "2026年报告": "2026年衡山县政府工作报告\n2025年，全县生产总值增长5.6%，粮食总产量达到5.1亿斤，"
    "常住人口城镇化率达到60.4%。五年来，GDP年均增长5.4%。",
}
FIVE_YEARS = (
    "衡山县国民经济和社会发展第十四个五年规划纲要\n“十四五”时期，地区生产总值年均增长6%左右。到2025年，常住人口城镇化率达到60%，"
    "粮食产量稳定在26万吨以上。"
)


def test_a_plan_is_followed_year_by_year() -> None:
    days = {"2024年报告": dt.date(2024, 1, 9), "2026年报告": dt.date(2026, 1, 8)}
    plan = extract(FIVE_YEARS, reference_date=dt.date(2021, 2, 1))
    history = track_many(plan, {name: extract(text, reference_date=days[name]) for name, text in REPORTS.items()})
    told = [
        (
            row.tracked.indicator,
            row.report[:4],
            row.tracked.achieved and row.tracked.achieved.text,
            row.tracked.status.value,
        )
        for row in history
    ]
    assert told == [
        ("生产总值", "2024", "5.2%", "not due"),
        ("生产总值", "2026", "5.4%", "unsure"),
        ("常住人口城镇化率", "2024", "58.5%", "not due"),
        ("常住人口城镇化率", "2026", "60.4%", "met"),
        ("粮食产量", "2024", "5.3亿斤", "not due"),
        ("粮食产量", "2026", "5.1亿斤", "missed"),
    ]
    assert [row.so_far.value for row in history][4:] == ["met", "missed"]
    assert [row.year for row in history] == [2023, 2025] * 3
    assert history.to_csv().startswith("报告,指标,目标")
    assert pickle.loads(pickle.dumps(history)) == history


def test_synonyms_and_units_are_one() -> None:
    plan = extract("今年，GDP增长5%，粮食产量达到10万吨。", reference_date=dt.date(2024, 1, 9))
    later = extract("2024年，全市生产总值增长5.2%，粮食总产2.1亿斤。", reference_date=dt.date(2025, 1, 9))
    assert [(row.indicator, row.status.value) for row in track(plan, later)] == [
        ("生产总值", "met"),
        ("粮食产量", "met"),
    ]


def test_a_mean_is_not_compared_with_a_year() -> None:
    plan = extract("“十四五”时期，地区生产总值年均增长6%。", reference_date=dt.date(2021, 2, 1))
    later = extract("2025年，地区生产总值增长6.5%。", reference_date=dt.date(2026, 1, 8))
    assert track(plan, later)[0].status is Status.NOT_REPORTED


@pytest.mark.parametrize("wrong", ["text", None, ["2024年，增长5%。", 3]])
def test_wrong_reports_raise_at_once(wrong: object) -> None:
    with pytest.raises(TypeError):
        track_many("今年增长5%。", wrong)  # type: ignore[arg-type]
