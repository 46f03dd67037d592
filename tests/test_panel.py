"""Many reports as a panel: what is in it, and that its frames and files behave."""

import datetime as dt
import pickle
import re
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from policyextract import Failure, Result, extract, panel, slogans, task_table, track
from policyextract.panels import COLUMNS, Panel, PanelRow
from policyextract.panels.wording import bound, firmness
from policyextract.values import Modality, Quantity

REPORTS = {
    "2024": """2024年衡山县政府工作报告
——2024年1月9日在衡山县第十八届人民代表大会第四次会议上
各位代表：
一、2023年工作回顾
地区生产总值增长5.1%。粮食产量达到5.2亿斤。
二、2024年主要工作
今年经济社会发展的主要预期目标是：地区生产总值增长6%左右，在实际工作中争取更好结果；规上工业增加值增长7%以上，力争达到8%；
城镇新增就业3600人以上；居民消费价格涨幅控制在3%以内；城乡居民人均可支配收入分别增长6%、7%左右。
""",
    "2025": """2025年衡山县政府工作报告
——2025年1月7日在衡山县第十八届人民代表大会第五次会议上
各位代表：
一、2024年工作回顾
地区生产总值增长5.6%。规模工业增加值增长7.2%。城镇新增就业3800人。
二、2025年主要工作
今年主要预期目标是：地区生产总值增长5.5%以上；单位GDP能耗下降2.5%；常住人口城镇化率提高1个百分点。
确保城镇新增就业3500人。社会消费品零售总额、固定资产投资增长6%左右。
各乡镇固定资产投资增长10%。到2030年，森林覆盖率达到62%。
抓好就业，城镇新增就业3700人以上。
""",
}
DAY = dt.date(2026, 1, 9)
RESULTS = {name: extract(text) for name, text in REPORTS.items()}
TABLE = panel(RESULTS)


def rows(year: int, indicator: str, table: Panel = TABLE) -> list[PanelRow]:
    return [row for row in table if row.year == year and row.indicator == indicator]


def row(year: int, indicator: str) -> PanelRow:
    (found,) = rows(year, indicator)
    return found


def test_a_row_is_a_region_a_year_and_an_indicator() -> None:
    found = row(2024, "生产总值")
    assert (found.region, found.region_code, found.region_level) == ("衡山县", "430423", "county")
    assert (found.low, found.high, found.bound, found.approximate, found.unit) == (6, 6, "point", True, "%")
    assert (found.measure, found.horizon, found.modality, found.cue) == ("growth", "annual", "expected", "预期")
    assert (found.firmness, found.binding, found.better) == ("soft", "expected", "up")
    assert found.stretch == "在实际工作中争取更好结果"
    assert found.evidence.startswith("今年经济社会发展的主要预期目标是：地区生产总值增长6%左右")
    assert REPORTS["2024"][found.char_from : found.char_to] == found.wording == "6%"


def test_the_actual_of_the_year_before_and_of_the_year_itself_stand_beside_it() -> None:
    found = row(2024, "生产总值")
    assert (found.prior_low, found.prior_text) == (Decimal("5.1"), "地区生产总值增长5.1%。")
    assert (found.later_low, found.later_document) == (Decimal("5.6"), "2025")
    assert (row(2024, "规模以上工业增加值").later_low, row(2024, "城镇新增就业").later_low) == (Decimal("7.2"), 3800)
    assert row(2025, "生产总值").later_low is None


def test_a_further_target_is_in_the_row_of_the_target() -> None:
    found = row(2024, "规模以上工业增加值")
    assert (found.low, found.high, found.stretch_low) == (7, None, 8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要努力实现：地区生产总值增长6%，力争6.5%", (6, Decimal("6.5"), False)),
        ("地区生产总值增长7%以上、力争达到8%", (7, 8, False)),
        ("地区生产总值增长6%左右，要确保地区生产总值增长5%", (6, None, True)),
    ],
)
def test_what_a_further_target_is(text: str, expected: tuple[object, ...]) -> None:
    (first, *_) = sorted(panel([extract(f"今年，{text}。", reference_date=DAY)]), key=lambda row: row.char_from)
    assert (first.low, first.stretch_low, first.is_conflict) == expected


def test_figures_that_share_their_indicators_are_rows_of_their_own() -> None:
    assert [row(2024, f"{who}居民人均可支配收入").low for who in ("城镇", "农村")] == [6, 7]
    assert row(2025, "社会消费品零售总额").wording == "6%"


def test_values_that_differ_are_all_kept_and_marked() -> None:
    found = rows(2025, "城镇新增就业")
    assert [(int(one.low or 0), one.high, one.is_conflict, one.firmness) for one in found] == [
        (3500, 3500, True, "hard"),
        (3700, None, True, "hard"),
    ]
    (wide,) = (one for one in TABLE.wide().records() if one["year"] == 2025)
    assert (wide["new_jobs_level_low"], wide["new_jobs_level_bound"]) == (None, "conflict")


def test_a_value_that_is_stated_twice_is_one_row() -> None:
    text = "2026年政府工作报告\n今年，城镇新增就业3500人。要抓好就业，城镇新增就业3500人。"
    (found,) = panel([extract(text, reference_date=dt.date(2026, 1, 9))])
    assert (found.mentions, found.is_conflict) == (2, False)


def test_another_part_is_not_the_region_itself() -> None:
    assert sorted(one.scope for one in rows(2025, "固定资产投资")) == ["", "各乡镇"]
    (wide,) = (one for one in TABLE.wide().records() if one["year"] == 2025)
    assert wide["fai_growth_low"] == 6


def test_targets_over_several_years_have_their_last_year_and_horizon() -> None:
    found = row(2030, "森林覆盖率")
    assert (found.horizon, found.period_from, found.period_to) == ("whole", None, dt.date(2030, 12, 31))
    assert {one["year"] for one in TABLE.wide().records()} == {2024, 2025}
    assert [one["year"] for one in TABLE.wide(horizon="whole").records()] == [2030]


@pytest.mark.parametrize(
    ("quantity", "modality", "expected"),
    [
        (Quantity(Decimal(6), Decimal(6), approximate=True), Modality.EXPECTED, ("point", "soft")),
        (Quantity(Decimal(6), Decimal(6), approximate=True), Modality.REQUIRED, ("point", "hard")),
        (Quantity(Decimal(6), None), Modality.EXPECTED, ("floor", "hard")),
        (Quantity(None, Decimal(3)), Modality.PLAIN, ("ceiling", "hard")),
        (Quantity(Decimal(5), Decimal(6)), Modality.STRIVE, ("range", "soft")),
        (Quantity(Decimal(6), Decimal(6)), Modality.STRIVE, ("point", "hard")),
        (Quantity(Decimal(6), Decimal(6)), Modality.EXPECTED, ("point", "plain")),
    ],
)
def test_how_wording_is_coded(quantity: Quantity, modality: Modality, expected: tuple[str, str]) -> None:
    assert (bound(quantity), firmness(quantity, modality)) == expected


def test_results_come_in_any_form() -> None:
    assert panel(RESULTS.values()) == panel(list(RESULTS.values()))
    assert panel(RESULTS.items()) == TABLE
    assert panel([Failure(0, "TypeError", "no text")]) == Panel()
    assert pickle.loads(pickle.dumps(TABLE)) == TABLE
    assert repr(TABLE) == f"<Panel of {len(TABLE)} rows>"
    assert "生产总值" in TABLE._repr_html_()


@pytest.mark.parametrize("wrong", [RESULTS["2024"], "text", ["text"], [("2024", None)]])
def test_what_is_no_result_is_refused(wrong: object) -> None:
    with pytest.raises(TypeError, match="panel takes"):
        panel(wrong)  # type: ignore[arg-type]


def test_names_of_columns_are_taken_by_stata_and_sql() -> None:
    names = [column.name for column in (*COLUMNS, *TABLE.wide().columns())]
    reserved = {
        "in",
        "if",
        "using",
        "with",
        "float",
        "double",
        "byte",
        "int",
        "long",
        "str",
        "end",
        "order",
        "group",
        "to",
    }
    for name in names:
        assert re.fullmatch("[a-z][a-z0-9_]{0,31}", name), name
        assert name not in reserved
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute(f"CREATE TABLE long ({', '.join(column.name for column in COLUMNS)})")
        base.execute(f"CREATE TABLE wide ({', '.join(column.name for column in TABLE.wide().columns())})")


def test_every_code_of_the_list_makes_a_name_that_stata_takes() -> None:
    from policyextract.indicator.measure import Measure
    from policyextract.indicator.standard import standards

    longest = max(len(indicator.code) for indicator in standards().values())
    assert longest + len("_") + max(map(len, Measure)) + len("_bound") <= 32


def test_every_column_is_in_the_codebook() -> None:
    assert [entry[0] for entry in TABLE.codebook()] == [column.name for column in COLUMNS]
    assert all(meaning for _, _, meaning in TABLE.codebook())


def test_csv_has_exact_numbers() -> None:
    header, first, *_ = TABLE.to_csv().splitlines()
    assert header.startswith("region,region_code,region_level,year,indicator,code,measure,horizon,low,high")
    assert first.startswith("衡山县,430423,county,2024,居民消费价格,cpi,growth,annual,,3,")


def test_the_frame_of_pandas_behaves() -> None:
    pd = pytest.importorskip("pandas")
    frame = TABLE.to_pandas()
    assert str(frame["low"].dtype) == "float64"
    assert frame["approximate"].dtype == bool
    described = frame.describe()
    assert described["low"]["count"] == frame["low"].notna().sum()
    growth = frame[(frame["measure"] == "growth") & (frame["code"] == "gdp")]
    assert growth.groupby("year")["low"].mean().to_dict() == {2024: 6.0, 2025: 5.5}
    assert frame["period_to"].dt.year.tolist() == frame["year"].tolist()
    assert pd.api.types.is_string_dtype(frame["region"])


def test_exact_numbers_stay_exact() -> None:
    pytest.importorskip("pandas")
    exact = TABLE.to_pandas(numbers="exact")
    assert str(exact.dtypes["low"]) == "decimal128(38, 10)[pyarrow]"
    assert Decimal("5.5") in list(exact["low"].dropna())
    assert TABLE.to_arrow()["low"].to_pylist()[-1] == TABLE[-1].low
    assert TABLE.to_polars()["low"].to_list() == TABLE.to_arrow()["low"].to_pylist()
    with pytest.raises(ValueError, match="numbers are"):
        TABLE.to_arrow(numbers="double")  # type: ignore[arg-type]


def test_stata_reads_what_is_written(tmp_path: Path) -> None:
    pd = pytest.importorskip("pandas")
    for name, table in (("long", TABLE), ("wide", TABLE.wide())):
        table.to_stata(tmp_path / f"{name}.dta")
        with pd.read_stata(tmp_path / f"{name}.dta", iterator=True) as reader:
            labels = reader.variable_labels()
            frame = reader.read()
        assert list(frame.columns) == [column.name for column in table.columns()]
        assert labels["year"].startswith("year of the target")
        assert frame["region"].tolist() == table.to_pandas()["region"].tolist()


def test_parquet_and_excel_read_what_is_written(tmp_path: Path) -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("openpyxl")
    TABLE.to_parquet(tmp_path / "panel.parquet")
    assert (
        pd.read_parquet(tmp_path / "panel.parquet")["low"].dropna().iloc[0]
        == TABLE.to_arrow()["low"].drop_null()[0].as_py()
    )
    TABLE.to_excel(tmp_path / "panel.xlsx")
    book = pd.read_excel(tmp_path / "panel.xlsx", sheet_name=None, engine="openpyxl")
    assert list(book) == ["panel", "codebook"]
    assert len(book["panel"]) == len(TABLE)
    assert book["codebook"]["column"].tolist() == [column.name for column in COLUMNS]


def test_an_empty_panel_has_its_columns(tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    empty = panel([])
    assert list(empty.to_pandas().columns) == [column.name for column in COLUMNS]
    assert len(empty.wide()) == 0
    empty.to_stata(tmp_path / "empty.dta")
    empty.wide().to_stata(tmp_path / "wide.dta")


def test_the_other_tables_are_frames_too(tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    duty = extract("由市财政局牵头，市审计局配合，6月底前完成清理任务30项。", reference_date=dt.date(2024, 1, 9))
    tables = (
        task_table(duty),
        track(RESULTS["2024"], RESULTS["2025"]),
        slogans.census([extract("深化“放管服”改革。", reference_date=dt.date(2021, 3, 5))]),
    )
    for number, table in enumerate(tables):
        frame = table.to_pandas()
        assert len(frame) == len(table) > 0
        assert list(frame.columns) == [column.name for column in table.columns()]
        table.to_stata(tmp_path / f"{number}.dta")
        table.to_parquet(tmp_path / f"{number}.parquet")
    assert tables[0].to_pandas()["lead"].tolist() == ["市财政局"]
    assert tables[1].to_pandas()["status"].tolist()[0] == "unsure"
    assert tables[2].to_pandas()["years"].tolist() == ["2021:1"]


def test_a_panel_takes_results_that_came_back_from_json() -> None:
    back = {name: Result.from_json(result.to_json(), REPORTS[name]) for name, result in RESULTS.items()}
    assert panel(back) == TABLE
