"""Workbooks that are one XML document (the SpreadsheetML of Excel 2003), by lxml; programs write them as ``.xls``."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from policyextract.readers.archive import attribute, children, parsed
from policyextract.readers.builder import Box, Builder, Layout
from policyextract.readers.sheet.aside import codeless
from policyextract.readers.sheet.shown import first_day, shown
from policyextract.text.place import PlaceKind

_CODES = {
    "Percent": "0.00%", "Fixed": "0.00", "Standard": "#,##0.00", "Currency": "#,##0.00", "Short Date": "yyyy-mm-dd",
    "Medium Date": "yyyy-mm-dd", "Long Date": 'yyyy"年"m"月"d"日"', "General Date": "yyyy-mm-dd", "General": "",
    "General Number": "",
}  # fmt: skip
"""The formats that have a name."""
_WIDEST, _LONGEST = 256, 200_000
_DIGITS = 7


def layout(content: bytes) -> Layout:
    """The text of the sheets that are not hidden, as that of an ``.xlsx`` file.

    Raises:
        ValueError: if the content is no such workbook.
    """
    root = parsed(content, ".xls", "sheet")
    builder = Builder()
    codes = dict(_formats(root))
    margins: list[str] = []
    for name, sheet in children(root):
        if name != "Worksheet":
            continue
        title, parts = attribute(sheet, "Name") or "", dict(children(sheet))
        options = parts.get("WorksheetOptions", ())
        if any(kind == "Visible" and node.text != "SheetVisible" for kind, node in children(options)):
            builder.left_out.append(f"the sheet {title}, which is hidden")
            continue
        boxes = list(_boxes(parts["Table"], codes)) if "Table" in parts else []
        if any(box.lines for box in boxes):
            builder.line(title, PlaceKind.PARAGRAPH, furniture=True)
            builder.table(boxes)
        if any(_named(node) == "Comment" for node in sheet.iter()):
            builder.left_out.append(f"the words of comments of the sheet {title}")
        margins += (codeless(line) for _, setup in children(options) for line in _running(setup))
    for line in dict.fromkeys(margins):
        builder.line(line, PlaceKind.PARAGRAPH, furniture=True)
    return builder.layout()


def _named(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _running(setup: Any) -> Iterator[str]:
    """The words of the header and the footer of a sheet."""
    for name, node in children(setup):
        if name in ("Header", "Footer"):
            yield attribute(node, "Data") or ""


def _formats(root: Any) -> Iterator[tuple[str, str]]:
    """The formats by the ids of the styles."""
    for name, styles in children(root):
        for _, style in children(styles) if name == "Styles" else ():
            for kind, node in children(style):
                if kind == "NumberFormat":
                    code = attribute(node, "Format") or ""
                    yield attribute(style, "ID") or "", _CODES.get(code, code)


def _boxes(table: Any, codes: dict[str, str]) -> Iterator[Box]:
    """The cells that hold something or are merged; what has no place of its own stands behind the one before."""
    number = -1
    for name, row in children(table):
        if name != "Row":
            continue
        number = _place(row, number)
        column = -1
        for kind, cell in children(row) if number < _LONGEST else ():
            if kind != "Cell":
                continue
            column = _place(cell, column)
            across, down = (_count(attribute(cell, key)) for key in ("MergeAcross", "MergeDown"))
            words = _words(cell, codes).strip()
            if column < _WIDEST and (words or across or down):
                yield Box(words.split("\n") if words else [], number, column, down + 1, across + 1)
            column += across
        number += _count(attribute(row, "Span"))


def _place(node: Any, before: int) -> int:
    index = _count(attribute(node, "Index"))
    return index - 1 if index > before else before + 1


def _count(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < _DIGITS else 0


def _words(cell: Any, codes: dict[str, str]) -> str:
    """What a cell shows."""
    data = next((node for name, node in children(cell) if name == "Data"), None)
    if data is None:
        return ""
    words = "".join(data.itertext())
    kind, code = attribute(data, "Type"), codes.get(attribute(cell, "StyleID") or "", "")
    if kind == "Boolean":
        return {"1": "TRUE", "0": "FALSE"}.get(words, words)
    if kind == "DateTime":
        return shown(_days(words), code or "yyyy-mm-dd", first_day(False))
    return shown(words, code, first_day(False)) if kind == "Number" else words


def _days(words: str) -> str:
    """A day as workbooks count it, the hours left out; what is none stays as it is."""
    try:
        return str((dt.datetime.fromisoformat(words[:10]) - first_day(False)).days)
    except ValueError:
        return words
