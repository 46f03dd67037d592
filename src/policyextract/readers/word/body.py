"""The body of a Word file: paragraphs, tables, text boxes and notes, as a reader of the page sees them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from policyextract.readers.archive import attribute, children
from policyextract.readers.builder import Box, Builder
from policyextract.readers.word.inline import Inline
from policyextract.readers.word.number import number_of
from policyextract.text.place import PlaceKind

if TYPE_CHECKING:
    from policyextract.readers.word.package import Package

_GONE = frozenset(("del", "moveFrom", "sdtPr", "sdtEndPr", "sectPr"))
_GONE_ROW = frozenset(("del", "moveFrom"))
_HOLDERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_CONTENTS = "toc "
_WIDEST, _LONGEST = 1024, 100_000  # columns and rows of a table, beyond which a merge is cut off


def _flag(properties: Any, name: str) -> bool:
    for kind, node in children(properties):
        if kind == name:
            return attribute(node, "val") not in ("0", "false", "none")
    return False


def opened(node: Any) -> "Iterator[tuple[str, Any]]":
    """The elements in an element, with those that stand in insertions, content controls and the like in their place."""
    stack = [iter(list(children(node)))]
    while stack:
        for name, child in stack[-1]:
            if name in _HOLDERS:
                stack.append(iter(list(children(child))))
                break
            if name == "AlternateContent":
                stack.append(iter(list(children(alternative(child)))))
                break
            if name not in _GONE:
                yield name, child
        else:
            stack.pop()


def alternative(node: Any) -> Any:
    """What is shown of alternatives: the first choice, else what stands in for it."""
    return next((child for name, child in children(node) if name in ("Choice", "Fallback")), node)


class _Paragraph:
    """What a paragraph says: its lines, and whether it belongs to a table of contents."""

    def __init__(self, lines: list[str], furniture: bool) -> None:
        self.lines, self.furniture = lines, furniture


class Body:
    """Reads the blocks of a file into a builder.

    Attributes:
        notes: the lines of the footnotes and endnotes that were referred to, in their order.
        left_out: what could not be read.
    """

    def __init__(self, package: "Package", builder: Builder) -> None:
        self._package, self._builder = package, builder
        self._inline = Inline()
        self._carried = ""  # the words of a paragraph whose end was deleted
        self.left_out: list[str] = self._inline.left_out

    def read(self, body: Any) -> None:
        """All blocks of the body."""
        for name, node in opened(body):
            if name == "p":
                paragraph = self._paragraph(node)
                for line in paragraph.lines:
                    self._builder.line(line.strip(), PlaceKind.PARAGRAPH, furniture=paragraph.furniture)
            elif name == "tbl":
                self._builder.table(self._table(node))
            elif name == "altChunk":
                self.left_out.append("a file that is embedded in this one as a whole (altChunk)")

    @property
    def notes(self) -> "Iterator[list[str]]":
        """The notes that the text referred to so far."""
        known = {kind: self._package.notes(kind) for kind in ("footnote", "endnote")}
        for kind, key in self._inline.referred:
            if key in known[kind]:
                lines = [line.strip() for line in self._lines(known[kind].pop(key))]
                yield ["".join(line for line in lines if line)]

    def furniture(self) -> "Iterator[str]":
        """The lines of headers and footers, each once."""
        seen: set[str] = set()
        for margin in self._package.margins():
            for line in self._lines(margin):
                if line.strip() and line.strip() not in seen:
                    seen.add(line.strip())
                    yield line.strip()

    def _paragraph(self, node: Any) -> _Paragraph:
        style, number, level, gone = "", None, None, False
        for name, properties in children(node):
            if name == "pPr":
                number, level = number_of(properties)
                style, gone = _styled(properties)
        said, boxes = self._inline.read(node)
        text = self._carried + said
        label = (
            ""
            if self._carried or not (said.strip() or self._in_cell)
            else self._package.numbering.before(style, number, level)
        )
        self._carried = ""
        if gone:
            self._carried = label + text
            return _Paragraph([], False)
        furniture = self._package.numbering.names.get(style, "").startswith(_CONTENTS) or self._inline.in_contents
        lines = (label + text).split("\n")
        for box in boxes:
            lines += self._lines(box)
        return _Paragraph(lines, furniture)

    _in_cell = False

    def _lines(self, holder: Any) -> list[str]:
        """The lines of all blocks in a cell, a text box, a note, a header; those of a table parted by tabs."""
        found: list[str] = []
        for name, node in opened(holder):
            if name == "p":
                found += self._paragraph(node).lines
            elif name == "tbl":
                rows: dict[int, list[str]] = {}
                for box in self._table(node):
                    rows.setdefault(box.row, []).append("".join(box.lines))
                found += ["\t".join(row) for row in rows.values()]
        return found

    def _table(self, table: Any) -> list[Box]:
        """The cells of a table; those that go on with one above are part of it."""
        boxes: list[list[Any]] = []
        open_: dict[int, int] = {}  # by its first column, the cell that may go on
        number = 0
        for name, row in opened(table):
            if name != "tr" or _is_deleted(row) or number >= _LONGEST:
                continue
            column = _before(row)
            going: dict[int, int] = {}
            for kind, cell in opened(row):
                if kind != "tc":
                    continue
                width, merge, deleted = _spans(cell)
                if deleted:
                    continue
                if merge == "continue" and column in open_:
                    boxes[open_[column]][3] += 1
                    going[column] = open_[column]
                else:
                    self._in_cell = True
                    lines = self._lines(cell)
                    self._in_cell = False
                    boxes.append([lines, number, column, 1, width])
                    if merge:
                        going[column] = len(boxes) - 1
                column += width
            open_ = going
            number += 1
        return [Box(*box) for box in boxes]


def _styled(properties: Any) -> tuple[str, bool]:
    """The style of a paragraph, and whether its end was deleted or moved away."""
    style, gone = "", False
    for name, node in children(properties):
        if name == "pStyle":
            style = attribute(node, "val") or ""
        elif name == "rPr":
            gone = any(kind in _GONE_ROW for kind, _ in children(node))
    return style, gone


def _is_deleted(row: Any) -> bool:
    properties = (kind for name, node in children(row) if name == "trPr" for kind, _ in children(node))
    return any(kind in _GONE_ROW for kind in properties)


def _before(row: Any) -> int:
    """How many columns a row leaves empty at its beginning."""
    for name, properties in children(row):
        if name == "trPr":
            for kind, node in children(properties):
                if kind == "gridBefore":
                    return _count(attribute(node, "val"))
    return 0


def _count(text: str | None) -> int:
    return min(int(text), _WIDEST) if text and text.isascii() and text.isdigit() and len(text) < _DIGITS else 1


_DIGITS = 7


def _spans(cell: Any) -> tuple[int, str, bool]:
    """Over how many columns a cell reaches, whether it begins or goes on with a merge, and whether it was deleted."""
    width, merge, deleted = 1, "", False
    for name, properties in children(cell):
        if name != "tcPr":
            continue
        for kind, node in children(properties):
            if kind == "gridSpan":
                width = max(_count(attribute(node, "val")), 1)
            elif kind == "vMerge":
                merge = attribute(node, "val") or "continue"
            elif kind == "cellDel":
                deleted = True
    return width, merge, deleted
