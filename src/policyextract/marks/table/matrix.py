"""A table as rows and columns: which cell stands where, merged cells everywhere that they reach."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from policyextract.marks.table.head import said, squeezed
from policyextract.text.place import Cell, Table

_WIDEST, _LARGEST = 256, 2_000_000  # columns, and places, beyond which a table is left as text


@frozen
class Matrix:
    """The places of a table.

    Attributes:
        cells: its cells.
        words: the text of each, without white space.
        rows: for each row, the index of the cell in each column, -1 where there is none.
        width: its columns.
    """

    cells: tuple[Cell, ...]
    words: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]
    width: int

    def at(self, row: int, column: int) -> int:
        """The index of the cell at a place, or -1."""
        return self.rows[row][column]

    def said(self, row: int, column: int) -> str:
        """The words at a place."""
        index = self.rows[row][column]
        return self.words[index] if index >= 0 else ""

    def filled(self, row: int) -> list[int]:
        """The cells of a row that hold words, each once."""
        return [index for index in dict.fromkeys(self.rows[row]) if index >= 0 and self.words[index]]


def matrix(source: str, table: Table) -> Matrix | None:
    """The places of a table, or ``None`` for one that is too large or has one column."""
    cells = table.cells
    height = max((cell.row for cell in cells), default=-1) + 1
    width = max((cell.column + cell.columns for cell in cells), default=0)
    if width < 2 or width > _WIDEST or height * width > _LARGEST:
        return None
    rows = [[-1] * width for _ in range(height)]
    for index, cell in enumerate(cells):
        for row in rows[cell.row : cell.row + cell.rows]:
            for column in range(cell.column, cell.column + cell.columns):
                if row[column] < 0:
                    row[column] = index
    words = tuple(squeezed(source[cell.span.start : cell.span.stop]) for cell in cells)
    return Matrix(cells, words, tuple(map(tuple, rows)), width)


def without_ditto(table: Matrix, numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The cells of some rows by column, those that only say 同上 replaced by the ones above them."""
    above: tuple[int, ...] = (-1,) * table.width
    ditto = frozenset(said("ditto"))
    for number in numbers:
        above = tuple(
            above[column] if index >= 0 and table.words[index] in ditto else index
            for column, index in enumerate(table.rows[number])
        )
        yield above
