"""The rows of a sheet as the file of a workbook has them, and that file, the same bytes for the same result.

openpyxl makes the workbook, its styles and the head of each sheet; the rows, most of the file, are written here.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

from policyextract.export.delimited import FORMULA
from policyextract.extra import need
from policyextract.text.pattern import pattern

Cell = str | int | Decimal | dt.date | None

_UNWRITABLE = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767
"""Characters that a cell can hold."""
_DAY_ZERO = dt.date(1899, 12, 30)
_FIXED = (1980, 1, 1, 0, 0, 0)
"""The time that every part of the file bears: a workbook tells what was found, not when it was written."""
_CLOCK = pattern("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:(?:created|modified)>")
_SHEET = pattern(r"xl/worksheets/sheet(\d{1,3})\.xml")
_SIZE = pattern('<dimension ref="[^"]*"')


def writable(text: str) -> str:
    """A text as a cell can hold it: what XML has no place for is replaced, what is too long is cut.

    >>> writable("增长6%\\x00")
    '增长6%\ufffd'
    """
    return _UNWRITABLE.sub("\ufffd", text)[:_LONGEST]


class Styles:
    """The numbers of the styles of a workbook, by how a cell looks."""

    def __init__(self, page: Any, body: str, number: str) -> None:
        self._page = page
        self.text, self.number = self._of(body), self._of(number)
        self.risky = self._of(body, "@", quoted=True)
        self.date, self.integer = self._of(body, "yyyy-mm-dd"), self._of(body, "#,##0")

    def _of(self, named: str, form: str = "", quoted: bool = False) -> int:
        cell = need("openpyxl.cell", "xlsx").Cell(self._page, 1, 1)
        cell.style = named
        if form:
            cell.number_format = form
        if quoted:
            cell.quotePrefix = True
        style: int = cell.style_id
        return style

    def cell(self, place: str, content: Cell) -> str:
        """A value at a place (``B3``); a text stays a text, whatever it begins with."""
        if content is None or content == "":
            return f'<c r="{place}" s="{self.text}"/>'
        if isinstance(content, str):
            style = self.risky if content.startswith(FORMULA) else self.text
            text = escape(writable(content))
            return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        if isinstance(content, dt.date):
            return f'<c r="{place}" s="{self.date}"><v>{(content - _DAY_ZERO).days}</v></c>'
        is_whole = isinstance(content, Decimal) and content == content.to_integral_value()
        return f'<c r="{place}" s="{self.integer if is_whole else self.text}"><v>{content}</v></c>'


def rows(
    styles: Styles, contents: Iterable[Sequence[Cell]], first: int, height: Callable[[Sequence[Cell]], float]
) -> list[str]:
    """The rows of a sheet from row ``first`` on, as XML; the first cell of each is its number."""
    letters: list[str] = []
    found = []
    for row, cells in enumerate(contents, first):
        if not letters:
            letters = [*map(need("openpyxl.utils", "xlsx").get_column_letter, range(1, len(cells) + 1))]
        number, *others = cells
        body = "".join([styles.cell(f"{letter}{row}", cell) for letter, cell in zip(letters[1:], others, strict=True)])
        head = f'<c r="A{row}" s="{styles.number}"><v>{number}</v></c>'
        found.append(f'<row r="{row}" ht="{height(cells):g}" customHeight="1">{head}{body}</row>')
    return found


def packed(book: Any, bodies: Sequence[tuple[str, list[str]]]) -> bytes:
    """The file of a workbook, with the size and the rows of each of its sheets, in their order."""
    made, out = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for part in parts.infolist():
            content = parts.read(part)
            sheet = _SHEET.fullmatch(part.filename)
            if sheet:
                content = _with_rows(content.decode(), *bodies[int(sheet[1]) - 1])
            elif part.filename == "docProps/core.xml":
                content = _CLOCK.sub("", content.decode()).encode()
            file.writestr(zipfile.ZipInfo(part.filename, _FIXED), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _with_rows(sheet: str, size: str, body: list[str]) -> bytes:
    head, end, tail = re.sub(_SIZE.pattern, f'<dimension ref="{size}"', sheet).partition("</sheetData>")
    return "".join([head, *body, end, tail]).encode()
