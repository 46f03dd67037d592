"""Figures as statistics: their standard indicator, what stands around its name, and the time that they are for."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from policyextract import extract, lexicon, standard_indicator
from policyextract.indicator.measure import Measure, fits, measure
from policyextract.indicator.members import members
from policyextract.indicator.spelling import spelled
from policyextract.indicator.standard import standards
from policyextract.testing import Case, corpus
from policyextract.values import Figure, Pace

CORPUS = Path(__file__).parent / "corpus"
DAY = dt.date(2026, 1, 20)
ROWS = lexicon.rows("indicator/standards")


def figures(text: str, day: dt.date | None = DAY) -> list[Figure]:
    return [mention.value for mention in extract(text, reference_date=day).quantities]


@pytest.mark.parametrize("case", corpus(CORPUS / "statistics.txt"), ids=lambda case: case.text)
def test_the_standard_indicator_of_a_clause(case: Case) -> None:
    found = [figure.indicator_standard for figure in figures(f"今年，{case.text}。")]
    assert "；".join(found) == case.value


@pytest.mark.parametrize("case", corpus(CORPUS / "statistics_negative.txt"), ids=lambda case: case.text)
def test_what_only_looks_like_a_standard_indicator(case: Case) -> None:
    assert {figure.indicator_standard for figure in figures(f"今年，{case.text}。")} <= {""}


@pytest.mark.parametrize("case", corpus(CORPUS / "periods.txt"), ids=lambda case: case.text)
def test_the_period_of_a_figure(case: Case) -> None:
    figure = figures(case.text.replace("｜", "\n") + "。")[-1]
    assert f"{figure.period_from} {figure.period_to} {figure.pace and figure.pace.value}" == case.value


def test_every_name_of_the_list_means_one_indicator() -> None:
    meant: dict[str, set[str]] = {}
    for name, _, _, _, _, _, forms in ROWS:
        for form in (name, *filter(None, forms.split("、"))):
            meant.setdefault(spelled(form), set()).add(name)
            assert standard_indicator(form).name == name, form
    assert {form: names for form, names in meant.items() if len(names) > 1} == {}


def test_the_list_is_whole() -> None:
    assert len(ROWS) >= 120
    assert len({row[1] for row in ROWS}) == len(ROWS)
    for name, code, _, sort, better, source, _ in ROWS:
        assert sort in ("growth", "level", "share", "price", "intensity"), name
        assert better in ("up", "down", ""), name
        assert source, name
        assert code.isascii(), name
        assert code.isidentifier(), name
        assert len(code) <= 18, name
    assert list(standards()) == [row[0] for row in ROWS]


def test_words_around_a_name_go_to_fields() -> None:
    found = standard_indicator("全省规上服务业增加值年均增速")
    assert (found.name, found.scope, found.pace) == ("第三产业增加值", "全省", Pace.AVERAGE)
    assert standard_indicator("限上社会消费品零售总额").scope == "限额以上"
    assert standard_indicator("长沙市地区生产总值").scope == "长沙市"
    assert standard_indicator("万元地区生产总值能耗").per == "万元生产总值"
    assert standard_indicator("每千人口执业（助理）医师数").per == "每千人口"
    (figure,) = figures("今年，一般公共预算收入按可比口径增长4%。")
    assert figure.basis == "同口径"
    (figure,) = figures("今年，一般公共预算收入增长4%左右（按可比口径）。")
    assert figure.basis == "同口径"
    (_, figure) = figures("去年，全市生产总值1300亿元，按不变价格计算，比上年增长6.1%。")
    assert figure.basis == "不变价"
    (figure,) = figures("去年，居民人均可支配收入实际增长5.4%。")
    assert figure.basis == "实际"
    assert standard_indicator("实际使用外资").basis == ""


@pytest.mark.parametrize("text", ["", "一", "指标" * 60, "，。；：", "占的比重", "第一二三"])
def test_what_is_no_name(text: str) -> None:
    assert standard_indicator(text).name == ""
    assert members(text) == ()


def test_a_name_is_a_str() -> None:
    with pytest.raises(TypeError, match="reads a str"):
        standard_indicator(None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("居民消费价格涨幅2%左右", Measure.GROWTH),
        ("单位GDP能耗下降3%", Measure.DECLINE),
        ("城镇调查失业率5.5%左右", Measure.LEVEL),
        ("城镇新增就业5万人、城镇调查失业率5.5%左右", Measure.LEVEL),
        ("城镇化率提高1个百分点", Measure.POINTS),
        ("进出口总额翻一番", Measure.TIMES),
        ("城镇新增就业5万人", Measure.LEVEL),
        ("粮食产量增加10亿斤", Measure.ADDED),
    ],
)
def test_what_a_figure_says_of_its_indicator(text: str, expected: Measure) -> None:
    figure = figures(f"今年，{text}。")[-1]
    assert measure(figure, standards()[figure.indicator_standard]) is expected


def test_a_unit_that_no_indicator_has_leaves_it_out() -> None:
    (figure,) = figures("今年，粮食产量达到30家。")
    assert not fits(figure, standards()["粮食产量"])
    assert figure.indicator_standard == ""


def test_the_base_of_a_comparison_has_its_days() -> None:
    (figure,) = figures("2025年，全市粮食产量比上年增长2.1%。")
    assert (figure.baseline_from, figure.baseline_to) == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    (figure,) = figures("到2030年，人均地区生产总值比2020年增长80%。")
    assert (figure.baseline_from, figure.period_to) == (dt.date(2020, 1, 1), dt.date(2030, 12, 31))


def test_the_title_of_a_yearly_report_says_the_year_where_nothing_says_the_day() -> None:
    text = "2026年衡山县政府工作报告\n今年主要预期目标是：地区生产总值增长5%左右。城镇新增就业5000人。"
    assert [figure.period_to for figure in figures(text, None)] == [dt.date(2026, 12, 31)] * 2
    assert [figure.period_to for figure in figures("今年，地区生产总值增长5%。", None)] == [None]


def test_growth_over_several_years_is_not_of_the_last_one() -> None:
    (figure,) = figures("2025年，全市生产总值比2020年增长30.5%。")
    assert (figure.period_from, figure.period_to, figure.pace) == (
        dt.date(2021, 1, 1),
        dt.date(2025, 12, 31),
        Pace.WHOLE,
    )


def test_fields_stay_when_a_result_is_written_and_read_again() -> None:
    text = "2026年政府工作报告\n今年，一般公共预算收入同口径增长4%左右，单位GDP能耗下降3%。"
    result = extract(text, reference_date=DAY)
    assert type(result).from_dict(result.to_dict(), text) == result
    (row, _) = result.to_rows("targets")
    assert (row["indicator_standard"], row["basis"], row["period_to"], row["pace"]) == (
        "一般公共预算收入",
        "同口径",
        dt.date(2026, 12, 31),
        "annual",
    )
    assert row["low"] == Decimal(4)


def test_no_text_takes_longer_than_its_length() -> None:
    for word in ("年均", "城镇、", "GDP", "占比重", "全省", "“十五五”时期", "规上"):
        assert figures("今年，" + word * 2000 + "增长5%。") is not None


def test_a_report_given_before_its_year_plans_the_year_of_its_title() -> None:
    text = "2026年衡山县政府工作报告\n主要预期目标：城镇新增就业5000人。回顾过去，城镇新增就业已达到4800人。"
    assert [figure.period_to for figure in figures(text, dt.date(2025, 12, 28))] == [
        dt.date(2026, 12, 31),
        dt.date(2025, 12, 31),
    ]
