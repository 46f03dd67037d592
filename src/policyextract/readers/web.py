"""HTML pages, by Beautiful Soup: the extra ``web``."""

from collections.abc import Iterable
from typing import Any

from attrs import define, field

from policyextract.extra import need
from policyextract.readers.builder import Builder, Layout
from policyextract.text.pattern import pattern
from policyextract.text.place import PlaceKind

_UNREAD = pattern("script|style|noscript|template|head|nav|svg|select|button|iframe|object|textarea")
_INLINE = pattern(
    "a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|su[bp]"
    "|time|tt|u|var|wbr"
)
_CELL = frozenset(("td", "th"))
_SPACE = pattern("[ \t\r\n\f]+")
_BREAK = pattern(" *\n[ \n]*")
_WRAPPED = pattern("(?<=[^\x00-\u02ff])\n(?=[^\x00-\u02ff])")
_MOST_LINES, _LONGEST = 4, 200
"""Lines and characters of a cell, beyond which its table is there for the layout of the page."""

Line = tuple[str, PlaceKind]


def layout(content: bytes) -> Layout:
    """The text of a page, a line for each paragraph and for each row of a table, its cells parted by tabs.

    A table that is there for the layout of the page is read as the paragraphs in its cells. Scripts, styles, navigation
    and form controls are not read.
    """
    walk = _Walk()
    walk.through(need("bs4", "web").BeautifulSoup(content, "html.parser"))
    builder = Builder()
    for text, kind in walk.lines:
        builder.line(text, kind)
    return builder.layout()


@define
class _Row:
    """A row of a table while it is read: its cells, and the one that is open; each is a list of lines.

    ``table`` tells how many tables are around it.
    """

    table: int
    cells: list[list[Line]] = field(factory=list)
    open: list[Line] | None = None

    def close(self) -> None:
        """Close the cell that is open."""
        if self.open is not None:
            self.cells.append(self.open)
        self.open = None

    def take(self) -> list[Line]:
        """One line for the row, or the lines of its cells where it is no row of data; the row is empty then."""
        self.close()
        cells, self.cells = self.cells, []
        filled = [cell for cell in cells if cell]
        if len(filled) < 2 or any(len(cell) > _MOST_LINES or len(_joined(cell)) > _LONGEST for cell in filled):
            lines = [line for cell in filled for line in cell]
            return [(lines[0][0], PlaceKind.ROW)] if len(lines) == 1 else lines
        return [("\t".join(map(_joined, cells)).rstrip("\t"), PlaceKind.ROW)]


def _joined(cell: Iterable[Line]) -> str:
    return "".join(text for text, _ in cell).replace("\t", " ")


@define
class _Walk:
    """The way through a page: the lines that were read, the rows that are open, the words of the line being read.

    ``kept`` counts the open elements that keep their line breaks, ``tables`` the open tables.
    """

    lines: list[Line] = field(factory=list)
    rows: list[_Row] = field(factory=list)
    words: list[str] = field(factory=list)
    kept: int = 0
    tables: int = 0

    def through(self, page: Any) -> None:
        """Depth first, without recursion: a page may be nested a thousand deep."""
        stack: list[tuple[Any, bool]] = [(page, True)]
        while stack:
            node, enters = stack.pop()
            if not enters:
                self._leave(node.name)
            elif node.name is None:
                if type(node).__name__ == "NavigableString":
                    self._read(str(node))
            elif not _UNREAD.fullmatch(node.name):
                self._enter(node.name)
                stack.append((node, False))
                stack.extend((child, True) for child in reversed(list(node.children)))
        self._end()

    def _read(self, text: str) -> None:
        parts = text.split("\n") if self.kept else [text]
        for number, part in enumerate(parts):
            if number:
                self._end()
            self.words.append(_SPACE.sub(lambda gap: "\n" if "\n" in gap.group() else " ", part))

    def _enter(self, name: str) -> None:
        if _INLINE.fullmatch(name):
            return
        self._end()
        self.kept += name == "pre"
        self.tables += name == "table"
        if name == "tr":
            if self.rows and self.rows[-1].table == self.tables:  # the row before was not closed
                self._add_row(self.rows[-1])
            self.rows.append(_Row(self.tables))
        elif name in _CELL and self.rows:
            self.rows[-1].close()
            self.rows[-1].open = []

    def _leave(self, name: str) -> None:
        if _INLINE.fullmatch(name):
            return
        self._end()
        self.kept -= name == "pre"
        self.tables -= name == "table"
        if name == "tr":
            self._add_row(self.rows.pop())
        elif name in _CELL and self.rows:
            self.rows[-1].close()

    def _end(self) -> None:
        """End the line: white space as a browser shows it, none for a line break between Chinese characters."""
        text = _WRAPPED.sub("", _BREAK.sub("\n", "".join(self.words)))
        self.words.clear()
        text = _SPACE.sub(" ", text).strip()
        if text:
            self._add((text, PlaceKind.PARAGRAPH))

    def _add_row(self, row: _Row) -> None:
        for line in row.take():
            self._add(line)

    def _add(self, line: Line) -> None:
        """Put a line in the innermost cell that is open, or in the page."""
        cell = next((row.open for row in reversed(self.rows) if row.open is not None), None)
        (self.lines if cell is None else cell).append(line)
