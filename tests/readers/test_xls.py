"""Workbooks of Excel 97 to 2003: what their cells show, what of them is hidden, what is damaged ([MS-XLS])."""

import time
from collections.abc import Iterable, Mapping
from struct import pack

import pytest
from tests.readers.hostile import mutations, read_or_refused
from tests.readers.word97 import compound

from policyextract import extract
from policyextract.readers import read_bytes
from policyextract.readers.xls import layout

pytest.importorskip("xlrd")


def record(kind: int, content: bytes = b"") -> bytes:
    return pack("<HH", kind, len(content)) + content


def text(words: str, size: str = "H") -> bytes:
    """A string of a record: how long it is, that it has two bytes for each sign, these."""
    return pack(f"<{size}B", len(words), 1) + words.encode("utf-16-le")


def label(row: int, column: int, words: str) -> bytes:
    return record(0x0204, pack("<3H", row, column, 0) + text(words))


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x0203, pack("<3Hd", row, column, style, value))


def merged(*ranges: tuple[int, int, int, int]) -> bytes:
    """Cells that are merged: first and last row, first and last column."""
    return record(0x00E5, pack("<H", len(ranges)) + b"".join(pack("<4H", *one) for one in ranges))


STYLES = (0, 10, 164, 31, 165)
FORMATS = {164: "#,##0.0", 165: 'yyyy"年"m"月"'}


def workbook(sheets: Mapping[str, Iterable[bytes]], hidden: Iterable[str] = (), more: bytes = b"") -> bytes:
    """The stream of a workbook."""
    head = record(0x0809, pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0)) + more
    head += record(0x0031, pack("<5HBBBB", 220, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + text("宋体", "B")) * 5
    head += b"".join(record(0x041E, pack("<H", key) + text(code)) for key, code in FORMATS.items())
    head += b"".join(record(0x00E0, pack("<2H16x", 0, key)) for key in STYLES)
    parts = [
        record(0x0809, pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0)) + b"".join(cells) + record(0x0A)
        for cells in sheets.values()
    ]
    size = len(head) + sum(len(record(0x0085, bytes(6) + text(name, "B"))) for name in sheets) + 4
    for name, part in zip(sheets, parts, strict=True):
        head += record(0x0085, pack("<IBB", size, name in hidden, 0) + text(name, "B"))
        size += len(part)
    return head + record(0x0A) + b"".join(parts)


def xls(*args: object, **more: object) -> bytes:
    return compound({"Workbook": workbook(*args, **more)})  # type: ignore[arg-type]


CELLS = (
    label(0, 0, " 指标 "),
    label(0, 1, "2025年\n目标"),
    label(1, 0, "绿化率"),
    number(1, 1, 0.452, 1),
    number(2, 0, 12345.67, 2),
    number(2, 1, 45809.0, 3),
    number(2, 2, 45809.0, 4),
    number(3, 0, 0.1 + 0.2),
    record(0x0205, pack("<3HBB", 3, 1, 0, 1, 0)),
    record(0x0205, pack("<3HBB", 3, 2, 0, 42, 1)),
    label(5, 0, ""),
    label(5, 1, "末"),
)


def test_a_workbook_shows_what_its_cells_show() -> None:
    document = read_bytes(xls({"甲表": CELLS, "乙表": [label(0, 0, "暗号")], "空表": []}, hidden=["乙表"]), ".xls")
    rows = [
        "甲表",
        "指标\t2025年\n目标",
        "绿化率\t45.20%",
        "12,345.7\t2025年6月1日\t2025年6月",
        "0.3\tTRUE\t#N/A",
        "末",
    ]
    assert document.source.split("\n") == "\n".join(rows).split("\n")
    assert document.left_out == ("the sheet 乙表, which is hidden",)


def test_cells_over_rows_and_columns() -> None:
    words = (
        ("任务", "责任单位", "", "时限"),
        ("", "牵头", "配合", ""),
        ("建成公园3个", "县住建局", "县财政局", "6月底前"),
    )
    words = (*words, ("改造危房20户", "", "县民政局", ""))
    cells = [label(row, column, said) for row, line in enumerate(words) for column, said in enumerate(line) if said]
    cells.append(merged((0, 1, 0, 0), (0, 0, 1, 2), (0, 1, 3, 3), (2, 3, 1, 1), (2, 3, 3, 3)))
    document = read_bytes(xls({"表": cells}), ".et")
    found = [[body.value.name for body in duty.value.departments] for duty in extract(document).commitments]
    assert found == [["县住建局", "县财政局"], ["县住建局", "县民政局"]]


def test_a_workbook_that_is_locked_or_damaged_is_refused() -> None:
    with pytest.raises(ValueError, match="locked by a password"):
        read_bytes(xls({"表": CELLS}, more=record(0x002F, bytes(54))), ".xls")
    for content in (b"", xls({"表": CELLS})[:900], compound({"Workbook": b""})):
        with pytest.raises(ValueError, match=r"not a readable \.xls"):
            layout(content)


def test_damaged_bytes_are_read_or_refused() -> None:
    content = workbook({"表": [*CELLS, merged((5, 6, 0, 1))]})
    assert sum(read_or_refused(compound({"Workbook": changed}), ".xls") for changed in mutations(content, 400)) > 20


def test_cells_far_away_cost_little() -> None:
    begin = time.perf_counter()
    document = read_bytes(xls({"表": [label(65535, 255, "增长6%")]}), ".xls")
    assert document.source == "表\n增长6%"
    assert time.perf_counter() - begin < 20
