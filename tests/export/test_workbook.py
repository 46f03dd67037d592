"""The workbook, opened again."""

import datetime as dt
from pathlib import Path

import pytest

from policyextract import Result, extract

openpyxl = pytest.importorskip("openpyxl")


@pytest.fixture
def book(result: Result, tmp_path: Path):  # type: ignore[no-untyped-def]
    result.to_xlsx(tmp_path / "book.xlsx", title="=cmd|'/c calc'!A1")
    return openpyxl.load_workbook(tmp_path / "book.xlsx")


def column(sheet, name: str) -> list[object]:  # type: ignore[no-untyped-def]
    header = [cell.value for cell in sheet[2]]
    index = header.index(name) + 1
    return [sheet.cell(row, index).value for row in range(3, sheet.max_row + 1)]


def test_the_sheets_and_their_contents(book) -> None:  # type: ignore[no-untyped-def]
    assert book.sheetnames == ["任务分解表", "量化目标", "定性目标", "时间", "部门", "提法", "其他发现"]
    assert column(book["任务分解表"], "牵头单位") == ["县政务局", None]
    assert column(book["量化目标"], "目标值") == ["≥90%", "≤1个工作日"]
    assert column(book["量化目标"], "下限") == [90, None]
    assert column(book["时间"], "最晚")[1] == dt.datetime(2021, 6, 30)
    assert column(book["部门"], "全称") == ["某县政务服务局", None]
    assert column(book["提法"], "提法") == ["一网通办"]
    assert column(book["其他发现"], "值") == ["体裁"]


def test_every_sheet_is_set_up_for_reading_and_print(book) -> None:  # type: ignore[no-untyped-def]
    for sheet in book:
        assert sheet.freeze_panes == "A3"
        assert sheet.print_title_rows == "$1:$2"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows(min_row=3) for cell in row)
        assert all(sheet.column_dimensions[cell.column_letter].width >= 5 for cell in sheet[2])


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
def test_no_text_becomes_a_formula(sign: str, tmp_path: Path) -> None:
    text = f"{sign}1+1确保网上可办率达到90%。\x00\ud800"
    extract(text).to_xlsx(tmp_path / "book.xlsx", title=f"{sign}HYPERLINK(1)")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}
    risky = [cell for cell in cells if cell.value.startswith(sign)]
    assert risky
    assert all(cell.quotePrefix and cell.number_format == "@" for cell in risky)


def test_nothing_found_still_makes_a_workbook(tmp_path: Path) -> None:
    extract("").to_xlsx(tmp_path / "book.xlsx")
    assert openpyxl.load_workbook(tmp_path / "book.xlsx")["任务分解表"].max_row == 2


def test_the_same_result_gives_the_same_bytes(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    from policyextract.export.workbook import content

    first = content(result)
    monkeypatch.setattr("time.time", lambda: 0.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2001, 1, 1, 0, 0, 0, 0, 1, 0))
    monkeypatch.setattr("openpyxl.packaging.core.datetime", OtherDay)
    assert content(result) == first


class OtherDay:
    """A calendar that knows another day only."""

    timezone = dt.timezone

    class datetime(dt.datetime):  # noqa: N801
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
            return dt.datetime(2001, 1, 1, tzinfo=tz)
