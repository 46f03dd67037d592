"""A table as rows and columns: which cell stands where, merged cells everywhere that they reach."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from policyextract.marks.table.head import said, squeezed
from policyextract.text.place import Cell, Table

_WIDEST, _LARGEST = 256, 2_000_000  # columns, and places, beyond which a table is left as text
_USUAL, _FEWEST = 0.3, 2  # share of the rows that have a column, and columns of a table


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
    logical = _logical(rows, words)
    return Matrix(cells, words, logical, len(logical[0]))


def _logical(rows: list[list[int]], words: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """The rows by the columns that most rows have; an office's table has more of them where cells do not quite align.

    A row that has other columns, but as many cells, has them in the same order; else each column has the cell that
    reaches farthest into it.
    """
    width = len(rows[0])
    count = Counter(column for row in rows for column in range(1, width) if row[column] != row[column - 1])
    starts = [0, *(column for column in range(1, width) if count[column] >= _USUAL * len(rows))]
    if len(starts) == width or len(starts) < _FEWEST:
        return tuple(map(tuple, rows))
    stops = [*starts[1:], width]
    return tuple(_fitted(row, starts, stops, words) for row in rows)


def _fitted(row: Sequence[int], starts: Sequence[int], stops: Sequence[int], words: Sequence[str]) -> tuple[int, ...]:
    if any(row[column] != row[column - 1] and column not in starts for column in range(1, len(row))):
        cells = [index for index in dict.fromkeys(row) if index >= 0]
        while len(cells) > len(starts) and not words[cells[-1]]:
            cells.pop()
        if len(cells) == len(starts):
            return tuple(cells)
    return tuple(Counter(row[start:stop]).most_common(1)[0][0] for start, stop in zip(starts, stops, strict=True))


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
