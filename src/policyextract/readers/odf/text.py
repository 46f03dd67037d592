"""Texts of OpenDocument (.odt): paragraphs, headings, lists, tables, text boxes and notes, as a reader sees them."""

from collections.abc import Iterator
from typing import Any

from policyextract.readers.archive import attribute, children
from policyextract.readers.builder import Builder, Item, Layout, Line, lines_of
from policyextract.readers.odf.grid import Grid
from policyextract.readers.odf.inline import Inline, formula
from policyextract.readers.odf.lists import Listed, Lists
from policyextract.readers.odf.package import Package
from policyextract.text.place import PlaceKind

_GONE = frozenset(
    "tracked-changes forms sequence-decls variable-decls user-field-decls dde-connection-decls annotation".split()  # noqa: SIM905
) | frozenset(("title", "desc", "image", "glue-point", "event-listeners", "calculation-settings"))
_PARAGRAPHS = frozenset(("p", "h"))


def layout(content: bytes) -> Layout:
    """The text of a file as its reader sees it, a line for each paragraph and for each row of a table.

    Automatic numbers, fields, links, text boxes, formulas and notes are read; what was deleted or hidden is not.
    Notes stand at the end; headers, footers and tables of contents are kept as furniture.

    Raises:
        ValueError: if the content is no such file, is locked, or is too large.
    """
    package = Package(content, ".odt", "text")
    builder = Builder()
    body = Body(package)
    builder.add(body.items(package.body))
    for note in body.notes():
        builder.line(note, PlaceKind.PARAGRAPH)
    for line in dict.fromkeys(line for margin in package.margins() for line in body.lines(margin)):
        builder.line(line, PlaceKind.PARAGRAPH, furniture=True)
    builder.left_out += body.left_out
    return builder.layout()


class Body:
    """Reads the blocks of a text.

    Attributes:
        left_out: what could not be read.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._lists = Lists(package.styles)
        self._inline = Inline(self._lists)
        self._grid = Grid(".odt", self._cell)
        self._in_cell = 0
        self.left_out: list[str] = []

    def items(self, holder: Any) -> Iterator[Item]:
        """The lines and tables in an element."""
        for name, node in children(holder):
            yield from self._item(name, node)

    def lines(self, holder: Any) -> list[str]:
        """The lines in a cell, a text box, a note, a header; those of a table in it parted by tabs."""
        return lines_of(self.items(holder))

    def notes(self) -> Iterator[str]:
        """The notes that the text referred to; those in a note come after it."""
        for note in self._inline.notes:
            yield "".join(self.lines(note))

    def _cell(self, cell: Any) -> list[str]:
        self._in_cell += 1
        lines = self.lines(cell)
        self._in_cell -= 1
        return lines

    def _item(self, name: str, node: Any) -> Iterator[Item]:
        """What one block holds."""
        if name in _GONE or (name == "section" and attribute(node, "display") == "none"):
            return
        if name in _PARAGRAPHS:
            yield from self._paragraph(node, self._lists.before_heading(node) if name == "h" else "")
        elif name == "list":
            yield from self._list(node, None)
        elif name == "numbered-paragraph":
            yield from self._numbered(node)
        elif name == "table":
            yield self._grid.boxes(node)
        elif name == "index-body":
            yield from (Line(item.text, True) if isinstance(item, Line) else item for item in self.items(node))
        elif name in ("object", "object-ole"):
            yield from self._object(node)
        elif not name.endswith("-source"):
            yield from self.items(node)

    def _list(self, node: Any, outer: Listed | None) -> Iterator[Item]:
        """A list: the first paragraph of each of its items is numbered."""
        listed: Listed | None = None
        for name, item in children(node):
            if name not in ("list-item", "list-header"):
                continue
            parts = list(children(item))
            if listed is None:
                style = next((attribute(child, "style-name") for kind, child in parts if kind in _PARAGRAPHS), None)
                listed = self._lists.open(node, outer, style)
            self._lists.start(listed, attribute(item, "start-value"))
            for index, (kind, child) in enumerate(parts):
                if kind == "list":
                    yield from self._list(child, listed)
                elif kind in _PARAGRAPHS:
                    yield from self._paragraph(child, listed if not index and name == "list-item" else "")
                else:
                    yield from self._item(kind, child)

    def _numbered(self, node: Any) -> Iterator[Item]:
        listed = self._lists.open(node, None)
        level = attribute(node, "level") or "1"
        listed = listed._replace(level=int(level) - 1 if level.isdecimal() and len(level) < 3 else 0)
        for name, child in children(node):
            if name in _PARAGRAPHS:
                yield from self._paragraph(child, listed)

    def _paragraph(self, node: Any, number: Listed | str) -> Iterator[Item]:
        """The lines of a paragraph, behind them those of the boxes that hang on it; an empty one has no number."""
        said, frames = self._inline.read(node)
        if not isinstance(number, str):
            number = self._lists.before(number) if said.strip() or self._in_cell else ""
        for line in (number + said).split("\n"):
            yield Line(line.strip())
        for name, frame in children(frames):
            yield from self._item(name, frame)

    def _object(self, node: Any) -> Iterator[Item]:
        root = self._package.embedded(node)
        words = "" if root is None or not root.tag.endswith("}math") else "".join(formula(root))
        if words:
            yield Line(words)
        elif root is not None:
            self.left_out.append(f"the words in an object (number {len(self.left_out) + 1} of what was left out)")
