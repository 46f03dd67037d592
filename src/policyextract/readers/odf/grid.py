"""The cells of the tables of OpenDocument files: those that repeat, and those that reach over others (ODF 1.3, 9.1)."""

from collections.abc import Callable, Iterator
from typing import Any

from policyextract.readers.archive import LARGEST, attribute, children
from policyextract.readers.builder import Box
from policyextract.readers.odf.lists import integer

_WIDEST, _LONGEST = 256, 200_000  # columns and rows, beyond which nothing is read
_ROWS = frozenset(("table-header-rows", "table-rows", "table-row-group"))
_CELL = 128  # bytes that a cell costs beside its words


class Grid:
    """Reads tables; all together may not be larger than a part of a file.

    >>> Grid(".ods", list).boxes([])
    []
    """

    def __init__(self, suffix: str, lines: Callable[[Any], list[str]]) -> None:
        self._suffix, self._lines = suffix, lines
        self._left = LARGEST

    def boxes(self, table: Any) -> list[Box]:
        """The cells of a table that hold something or reach over others.

        Raises:
            ValueError: if cells that repeat make it too large.
        """
        boxes: list[Box] = []
        number = reached = 0
        for row in _rows(table):
            held = [] if number >= _LONGEST else list(self._row(row, number))
            if not held and number >= reached and _is_deleted(row):
                continue
            reached = max([reached, *(number + box.rows for box in held)])
            times = integer(attribute(row, "number-rows-repeated"), 1)
            for down in range(min(times, _LONGEST - number) if held else 0):
                for box in held:
                    self._pay(box)
                    boxes.append(Box(box.lines, number + down, box.column, box.rows, box.columns))
            number += times
        return boxes

    def _row(self, row: Any, number: int) -> Iterator[Box]:
        column = 0
        for name, cell in children(row):
            times = integer(attribute(cell, "number-columns-repeated"), 1)
            if name == "table-cell" and column < _WIDEST:
                lines = self._lines(cell)
                rows, columns = (
                    max(integer(attribute(cell, f"number-{kind}-spanned"), 1), 1) for kind in ("rows", "columns")
                )
                if any(line.strip() for line in lines) or (rows, columns) != (1, 1):
                    for across in range(min(times, _WIDEST - column)):
                        yield Box(lines, number, column + across, rows, columns)
            if name in ("table-cell", "covered-table-cell"):
                column += times

    def _pay(self, box: Box) -> None:
        self._left -= _CELL + sum(map(len, box.lines))
        if self._left < 0:
            raise ValueError(f"this {self._suffix} file is too large: its tables have more than {LARGEST // 2**20} MB")


def _is_deleted(row: Any) -> bool:
    """Whether words of a row were deleted; one without others was deleted as a whole."""
    return any(isinstance(node.tag, str) and node.tag.endswith("}change") for node in row.iter())


def _rows(table: Any) -> Iterator[Any]:
    for name, node in children(table):
        if name == "table-row":
            yield node
        elif name in _ROWS:
            yield from _rows(node)
