"""Workbooks of OpenDocument (.ods): the cells of their sheets, as the file says that they are shown."""

from collections.abc import Iterator
from typing import Any

from policyextract.readers.archive import attribute, children
from policyextract.readers.builder import Builder, Layout
from policyextract.readers.odf.grid import Grid
from policyextract.readers.odf.inline import Inline
from policyextract.readers.odf.lists import Lists
from policyextract.readers.odf.package import Package
from policyextract.text.place import PlaceKind


def layout(content: bytes) -> Layout:
    """The text of the sheets that are not hidden, each a table: a line for each row, its cells parted by tabs.

    The names of the sheets, their headers and footers are kept as furniture; comments, text boxes and charts are named
    as left out.

    Raises:
        ValueError: if the content is no such workbook, is locked, or is too large.
    """
    package = Package(content, ".ods", "spreadsheet")
    builder = Builder()
    inline = Inline(Lists(package.styles))
    grid = Grid(".ods", lambda cell: _lines(inline, cell))
    hidden = frozenset(_hidden(package))
    for name, sheet in children(package.body):
        if name != "table":
            continue
        title = attribute(sheet, "name") or ""
        if attribute(sheet, "style-name") in hidden:
            builder.left_out.append(f"the sheet {title}, which is hidden")
            continue
        boxes = grid.boxes(sheet)
        if any(box.lines for box in boxes):
            builder.line(title, PlaceKind.PARAGRAPH, furniture=True)
            builder.table(boxes)
        builder.left_out += _beside(title, sheet)
    for line in dict.fromkeys(line for margin in package.margins() for line in _running(inline, margin)):
        builder.line(line, PlaceKind.PARAGRAPH, furniture=True)
    return builder.layout()


def _lines(inline: Inline, cell: Any) -> list[str]:
    """What a cell shows: its paragraphs, which the office wrote as the format of the cell has them."""
    found = [inline.read(node)[0].strip() for name, node in children(cell) if name == "p"]
    return [line for part in found for line in part.split("\n")]


def _running(inline: Inline, margin: Any) -> Iterator[str]:
    """The lines of a header or a footer, those of its three regions too."""
    for name, node in children(margin):
        if name == "p":
            yield inline.read(node)[0].strip()
        else:
            yield from _running(inline, node)


def _hidden(package: Package) -> Iterator[str]:
    """The styles of sheets that are not shown."""
    for group in package.styles:
        for name, node in children(group):
            shown = (attribute(part, "display") for kind, part in children(node) if kind == "table-properties")
            if name == "style" and "false" in shown:
                yield attribute(node, "name") or ""


def _beside(title: str, sheet: Any) -> Iterator[str]:
    """What of a sheet holds words and is no cell."""
    kinds = {"annotation": "comments", "text-box": "text boxes", "object": "charts"}
    found = dict.fromkeys(
        kinds[name]
        for node in sheet.iter()
        if isinstance(node.tag, str) and (name := node.tag.rpartition("}")[2]) in kinds
    )
    for kind in found:
        yield f"the words of {kind} of the sheet {title}"
