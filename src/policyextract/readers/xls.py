"""Workbooks of Excel 97 to 2003 and before (.xls, .et; [MS-XLS]), by xlrd: the extra ``xls``."""

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

from policyextract.extra import need
from policyextract.readers.builder import Box, Builder, Layout
from policyextract.readers.sheet.shown import code_of, first_day, shown
from policyextract.text.place import PlaceKind

_WIDEST = 256
_TEXT, _NUMBER, _DAY, _TRUTH, _ERROR = range(1, 6)
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_OWN = 164  # the first number of the formats that a workbook tells itself


def layout(content: bytes) -> Layout:
    """The text of the sheets that are not hidden, each a table: a line for each row, its cells parted by tabs.

    Numbers and days stand as their formats show them, formulas as their last value. The names of the sheets are kept
    as furniture; comments are named as left out.

    Raises:
        ValueError: if the content is no such workbook, or is locked.
    """
    xlrd = need("xlrd", "xls")
    told = io.StringIO()  # what xlrd would print
    try:
        book = xlrd.open_workbook(
            file_contents=content,
            formatting_info=True,
            ragged_rows=True,
            logfile=told,
            on_demand=True,
            ignore_workbook_corruption=True,
        )
        return _read(book)
    except Exception as error:  # xlrd raises what reading damaged numbers raises
        if "encrypted" in str(error):
            raise ValueError("this file is locked by a password; save it without one") from error
        raise ValueError("this is not a readable .xls file: it is damaged, or a part of it is missing") from error


def _read(book: Any) -> Layout:
    """The sheets of a workbook, one after the other, so that no two are held at a time."""
    builder = Builder()
    for index, name in enumerate(book.sheet_names()):
        sheet = book.sheet_by_index(index)
        if sheet.visibility:
            builder.left_out.append(f"the sheet {name}, which is hidden")
        else:
            boxes = list(_boxes(book, sheet))
            if any(box.lines for box in boxes):
                builder.line(name, PlaceKind.PARAGRAPH, furniture=True)
                builder.table(boxes)
            if sheet.cell_note_map:
                builder.left_out.append(f"the words of comments of the sheet {name}")
        book.unload_sheet(index)
    return builder.layout()


def _boxes(book: Any, sheet: Any) -> Iterator[Box]:
    """The cells of a sheet that hold something or are merged."""
    merged = {(top, left): (bottom - top, right - left) for top, bottom, left, right in sheet.merged_cells}
    first = first_day(bool(book.datemode))
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)[:_WIDEST]):
            lines = _lines(book, cell, first)
            rows, columns = merged.get((row, column), (1, 1))
            if lines or (rows, columns) != (1, 1):
                yield Box(lines, row, column, max(rows, 1), max(columns, 1))


def _lines(book: Any, cell: Any, first: dt.datetime) -> list[str]:
    """What a cell shows."""
    if cell.ctype in (_NUMBER, _DAY):
        words = shown(repr(cell.value), _code(book, cell.xf_index), first)
    elif cell.ctype == _TRUTH:
        words = "TRUE" if cell.value else "FALSE"
    elif cell.ctype == _ERROR:
        words = _ERRORS.get(cell.value, "")
    else:
        words = cell.value if cell.ctype == _TEXT else ""
    return words.strip().split("\n") if words.strip() else []


def _code(book: Any, style: int | None) -> str:
    """The format of a cell."""
    if style is None or style >= len(book.xf_list):
        return ""
    key = book.xf_list[style].format_key
    told = book.format_map.get(key)
    return code_of(key, told.format_str if told is not None and key >= _OWN else None)
