"""The tables of a page while they are read: rows and cells, those that reach over several rows or columns."""

from collections.abc import Iterator, Sequence
from functools import cache

from attrs import define, field, frozen

from policyextract import lexicon
from policyextract.text.pattern import pattern
from policyextract.text.place import PlaceKind

_WIDEST, _LONGEST = 256, 100_000  # columns and rows, beyond which a cell is cut off
_LABEL = pattern(r"[\s\u3000\xa0:：【】\[\]]+")


@frozen
class Line:
    """A line of a page, and whether it is furniture."""

    text: str
    kind: PlaceKind = PlaceKind.PARAGRAPH
    furniture: bool = False


@define
class Cell:
    """A cell: its row and column, over how many it reaches, and what stands in it."""

    row: int
    column: int
    rows: int
    columns: int
    items: "list[Line | Table]" = field(factory=list)

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Row, column, rows, columns."""
        return self.row, self.column, self.rows, self.columns

    def lines(self) -> list[Line]:
        """The lines of the cell; a table in it has none of its own."""
        return [item for item in self.items if isinstance(item, Line)]


@define
class Table:
    """A table: its cells in the order of the page.

    ``until`` tells for each column up to which row a cell above reaches.
    """

    cells: list[Cell] = field(factory=list)
    captions: list[Line] = field(factory=list)
    open: Cell | None = None
    row: int = -1
    column: int = 0
    until: dict[int, int] = field(factory=dict)
    nests: bool = False

    def next_row(self) -> None:
        """Begin a row."""
        self.open, self.row, self.column = None, self.row + 1, 0

    def next_cell(self, columns: int, rows: int) -> None:
        """Begin a cell in the first column that no cell from above reaches into."""
        if self.row < 0:
            self.next_row()
        while self.until.get(self.column, -1) >= self.row and self.column < _WIDEST:
            self.column += 1
        columns, rows = min(max(columns, 1), _WIDEST), min(max(rows, 1), _LONGEST)
        self.open = Cell(self.row, self.column, rows, columns)
        self.cells.append(self.open)
        if rows > 1:
            for column in range(self.column, self.column + columns):
                self.until[column] = self.row + rows - 1
        self.column += columns

    def is_data(self) -> bool:
        """Whether it has rows and columns, and is not there for the layout of the page."""
        filled = {cell.column for cell in self.cells if cell.items}
        return not self.nests and len(filled) > 1

    def lines(self) -> Iterator[Line]:
        """Its rows as lines, the cells of each parted by tabs."""
        rows: dict[int, list[str]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, []).append("".join(line.text for line in cell.lines()))
        for row in rows.values():
            yield Line("\t".join(row).rstrip("\t"), PlaceKind.ROW)

    @staticmethod
    def is_label(lines: Sequence[str]) -> bool:
        """Whether a cell is a label of the particulars of a document: ``索 引 号：``."""
        return _LABEL.sub("", "".join(lines)) in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset(lexicon.select("clean/page_parts", "label"))
