"""Workbooks (.xlsx; ISO/IEC 29500), by lxml: the extra ``sheet``."""

from collections.abc import Iterator
from typing import Any

from policyextract.readers.archive import Archive, attribute, children
from policyextract.readers.builder import Box, Builder, Layout
from policyextract.readers.sheet.aside import beside, of_sheet, running
from policyextract.readers.sheet.shown import Formats
from policyextract.text.pattern import pattern
from policyextract.text.place import PlaceKind

_REFERENCE = pattern("([A-Z]{1,3})([0-9]{1,7})")
_WIDEST, _LONGEST = 256, 200_000


def layout(content: bytes) -> Layout:
    """The text of the sheets that are not hidden, each a table: a line for each row, its cells parted by tabs.

    Numbers and days stand as their formats show them, formulas as their last value. The names of the sheets,
    their headers and footers are kept as furniture; comments, text boxes and charts are named as left out.

    Raises:
        ValueError: if the content is no workbook, or is too large.
    """
    archive = Archive.of(content, ".xlsx", "sheet")
    builder = Builder()
    book = archive.xml("xl/workbook.xml")
    if book is None:
        raise ValueError("this is not a readable .xlsx file: it has no workbook")
    targets = _targets(archive)
    strings = _strings(archive)
    dated = any(attribute(node, "date1904") in ("1", "true") for name, node in children(book) if name == "workbookPr")
    formats = Formats(archive.xml("xl/styles.xml"), dated)
    for sheet in (node for name, sheets in children(book) if name == "sheets" for _, node in children(sheets)):
        title = attribute(sheet, "name") or ""
        if attribute(sheet, "state") in ("hidden", "veryHidden"):
            builder.left_out.append(f"the sheet {title}, which is hidden")
            continue
        root = archive.xml(f"xl/{targets.get(attribute(sheet, 'id') or '', '')}")
        boxes = [] if root is None else list(_boxes(root, strings, formats))
        if any(box.lines for box in boxes):
            builder.line(title, PlaceKind.PARAGRAPH, furniture=True)
            builder.table(boxes)
        if root is not None:
            builder.left_out += of_sheet(title, root)
            for words in running(root):
                builder.line(words, PlaceKind.PARAGRAPH, furniture=True)
    builder.left_out += beside(archive)
    return builder.layout()


def _targets(archive: Archive) -> dict[str, str]:
    """The parts of the sheets by the ids of their relationships."""
    root = archive.xml("xl/_rels/workbook.xml.rels")
    found = {}
    for _, node in () if root is None else children(root):
        found[attribute(node, "Id") or ""] = (attribute(node, "Target") or "").removeprefix("/xl/")
    return found


def _strings(archive: Archive) -> list[str]:
    """The strings that the cells share."""
    root = archive.xml("xl/sharedStrings.xml")
    return [] if root is None else [_text(node) for _, node in children(root)]


def _text(node: Any) -> str:
    """The text of a string, its runs put together, readings left out."""
    return "".join(
        child.text or "" if name == "t" else _text(child) if name == "r" else "" for name, child in children(node)
    )


def _boxes(root: Any, strings: list[str], formats: Formats) -> Iterator[Box]:
    """The cells of a sheet that hold something or are merged."""
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    rows: list[Any] = []
    for name, node in children(root):
        if name == "sheetData":
            rows = list(node)
        elif name == "mergeCells":
            merged = dict(filter(None, (_merge(attribute(one, "ref") or "") for _, one in children(node))))
    number = -1
    for row in rows[:_LONGEST]:
        at = attribute(row, "r")
        number = int(at) - 1 if at and at.isdecimal() and len(at) < 8 else number + 1
        column = -1
        for name, cell in children(row):
            place = _REFERENCE.fullmatch(attribute(cell, "r") or "")
            column = _column(place[1]) if place else column + 1
            if name != "c" or column >= _WIDEST:
                continue
            words = _words(cell, strings, formats)
            size = merged.get((number, column), (1, 1))
            if words or size != (1, 1):
                yield Box(words.split("\n") if words else [], number, column, *size)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _merge(reference: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The first cell of a merged range, and over how many rows and columns it reaches."""
    ends = [_REFERENCE.fullmatch(end) for end in reference.split(":")]
    if len(ends) != 2 or not ends[0] or not ends[1]:
        return None
    (left, top), (right, bottom) = (((_column(end[1])), int(end[2]) - 1) for end in ends if end)
    return (top, left), (max(bottom - top, 0) + 1, max(right - left, 0) + 1)


def _words(cell: Any, strings: list[str], formats: Formats) -> str:
    """What a cell shows."""
    kind, style = attribute(cell, "t") or "n", attribute(cell, "s") or "0"
    value = ""
    for name, node in children(cell):
        if name == "v":
            value = node.text or ""
        elif name == "is":
            return _text(node).strip()
    if kind == "s":
        return strings[int(value)].strip() if value.isdecimal() and len(value) < 9 and int(value) < len(strings) else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    return formats.shown(value, style).strip() if kind == "n" and value else value.strip()
