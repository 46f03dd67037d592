"""Workbooks: what cells show, merged cells, hidden sheets."""

import datetime as dt
import io

import pytest

from policyextract import extract
from policyextract.readers import read_bytes

pytest.importorskip("lxml")
openpyxl = pytest.importorskip("openpyxl")
comments = pytest.importorskip("openpyxl.comments")


def content(book: object) -> bytes:
    file = io.BytesIO()
    book.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.98, "0%", "98%"),
        (0.985, "0.0%", "98.5%"),
        (164400, "#,##0", "164,400"),
        (164400, "General", "164400"),
        (0.1 + 0.2, "General", "0.3"),
        (12.5, "0.00", "12.50"),
        (7, '0"万元"', "7万元"),
        (dt.datetime(2024, 9, 30), "yyyy-mm-dd", "2024-09-30"),
        (dt.datetime(2024, 9, 30), 'yyyy"年"m"月"d"日前"', "2024年9月30日前"),
        (dt.datetime(2024, 9, 30), "yyyy/m/d;@", "2024/9/30"),
        (dt.datetime(2024, 12, 1), 'yyyy"年"m"月";@', "2024年12月"),
        (dt.datetime(2024, 9, 30, 17, 30), "yyyy-mm-dd hh:mm", "2024-09-30 17:30"),
        ("县财政局\n县审计局", "General", "县财政局\n县审计局"),
        (True, "General", "TRUE"),
    ],
)
def test_a_cell_is_read_as_its_format_shows_it(value: object, code: str, shown: str) -> None:
    book = openpyxl.Workbook()
    book.active["B2"] = value
    book.active["B2"].number_format = code
    assert read_bytes(content(book), ".xlsx").source == f"Sheet\n{shown}"


def test_merged_cells_and_hidden_sheets() -> None:
    book = openpyxl.Workbook()
    for row in (
        ["2024年任务分解表"],
        ["任务", "牵头单位", "完成时限"],
        ["建成公园3个", "县住建局", "6月底前"],
        ["改造危房20户"],
    ):
        book.active.append(row)
    for merged in ("A1:C1", "B3:B4", "C3:C4"):
        book.active.merge_cells(merged)
    book.create_sheet("旧").sheet_state = "hidden"
    book["旧"]["A1"] = "增长99%"
    document = read_bytes(content(book), ".xlsx")
    found = extract(document).commitments
    assert [duty.value.action for duty in found] == ["建成公园3个", "改造危房20户"]
    assert [duty.value.departments[0].value.name for duty in found] == ["县住建局", "县住建局"]
    assert "99" not in document.source
    assert document.left_out == ("the sheet 旧, which is hidden",)


def test_what_stands_beside_the_cells_is_furniture_or_named_as_left_out() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["A2"], sheet["B2"] = "任务", "建成公园3个", "=1+1"
    sheet["A1"].comment = comments.Comment("请核对", "张")
    sheet.oddHeader.center.text = "内部资料"
    document = read_bytes(content(book), ".xlsx")
    assert "请核对" not in document.source
    assert document.source.endswith("内部资料")
    assert document.left_out == (
        "the formulas of the sheet Sheet whose value the file does not hold: B2",
        "the words of comments (1 part of the file)",
    )


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(ValueError, match="not a readable"):
        read_bytes(b"PK\x03\x04 nothing", ".xlsx")
