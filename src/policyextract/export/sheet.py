"""One sheet of a workbook: a title, a header that stays in view, wrapped rows, set up for print on A4 landscape."""

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from policyextract.export.delimited import FORMULA
from policyextract.export.grid import Cell, Styles, rows, writable
from policyextract.export.label import label, labels
from policyextract.extra import need
from policyextract.text.pattern import pattern

_WIDE = pattern("[\u2014-\u2026\u2e80-\U0010ffff]+")
_TALLEST = 409
"""Points that a row can have."""


@frozen
class Sheet:
    """One sheet: its name, the names and widths of its columns, and its rows."""

    name: str
    columns: Sequence[tuple[str, float]]
    rows: Iterable[Sequence[Cell]]


def style(book: Any) -> None:
    """Give a workbook the named styles."""
    styles = need("openpyxl.styles", "xlsx")
    side = styles.Side(style="thin", color="999999")
    lines = {"border": styles.Border(left=side, right=side, top=side, bottom=side)}
    middle = {"alignment": styles.Alignment(horizontal="center", vertical="center", wrap_text=True)}
    shade = {"fill": styles.PatternFill("solid", fgColor="E8EDF3")}
    title, header, body, number = labels("style")
    font = label("page-font")
    text = styles.Font(font, 11)
    above = styles.Alignment(horizontal="center", vertical="top", wrap_text=True)
    for named in (
        styles.NamedStyle(title, font=styles.Font(font, 15, bold=True), **middle),
        styles.NamedStyle(header, font=styles.Font(font, 11, bold=True), **middle, **shade, **lines),
        styles.NamedStyle(body, font=text, alignment=styles.Alignment(vertical="top", wrap_text=True), **lines),
        styles.NamedStyle(number, font=text, alignment=above, **lines),
    ):
        book.add_named_style(named)


def fill(page: Any, sheet: Sheet, heading: str) -> tuple[str, list[str]]:
    """Write the head of a sheet to an empty page of a workbook that has the named styles.

    Returns:
        The range of its cells, and its rows as the file of the workbook has them.
    """
    title, header, text, number = labels("style")
    letters = need("openpyxl.utils", "xlsx").get_column_letter
    last = letters(len(sheet.columns))
    page.merge_cells(f"A1:{last}1")
    _head(page["A1"], heading, title)
    page.row_dimensions[1].height = 34
    for index, (name, width) in enumerate(sheet.columns, 1):
        _head(page.cell(2, index), name, header)
        page.column_dimensions[letters(index)].width = width
    widths = [width for _, width in sheet.columns]
    body = rows(Styles(page, text, number), sheet.rows, 3, lambda contents: _height(contents, widths))
    page.freeze_panes = "A3"
    page.auto_filter.ref = f"A2:{last}{2 + len(body)}"
    size = f"A1:{last}{2 + len(body)}"
    _print_setup(page, size)
    return size, body


def _head(cell: Any, text: str, named: str) -> None:
    cell.style, cell.value, cell.data_type = named, writable(text), "s"
    if text.startswith(FORMULA):
        cell.number_format, cell.quotePrefix = "@", True


def _height(contents: Sequence[Cell], widths: Sequence[float]) -> float:
    """Points that a row needs: a Chinese character takes two of the units that a column is measured in."""
    lines = max(_lines(str(content or ""), width) for content, width in zip(contents, widths, strict=True))
    return min(15.5 * lines + 3, _TALLEST)


def _lines(text: str, width: float) -> int:
    room = max(width - 1.5, 1)
    units = (1.1 * len(line) + 0.9 * sum(map(len, _WIDE.findall(line))) for line in text.split("\n"))
    return sum(max(1, -int(-one // room)) for one in units)


def _print_setup(page: Any, area: str) -> None:
    page.print_area = area
    page.print_title_rows = "1:2"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_options.horizontalCentered = True
    page.oddFooter.center.text = "第 &P 页，共 &N 页"
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top, page.page_margins.bottom, page.page_margins.footer = 0.5, 0.7, 0.3
