"""Tables of the formats that mark in the text where cells and rows end, and tell their edges (RTF, Word 97)."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import define, evolve, field

from policyextract.readers.builder import Box, Item, Line, lines_of

_NEAR = 50  # twips, less than a millimetre: edges that do not differ by more are one, as they are to the eye
_WIDEST, _LONGEST = 1024, 100_000  # columns and rows of a table, beyond which nothing is read


class Edge(NamedTuple):
    """How a row says that a cell stands: its right edge in twips, and whether it goes on with one before or above."""

    right: int
    across: bool = False
    down: bool = False


@define
class _Row:
    cells: list[list[str]]
    left: int = 0
    edges: Sequence[Edge] = ()


@define
class _Table:
    """A table that is open: its rows, the cells of the row that is open, the items of the cell that is open.

    ``lost`` says whether the row that is open holds words that are not shown.
    """

    rows: list[_Row] = field(factory=list)
    cells: list[list[str]] = field(factory=list)
    items: list[Item] = field(factory=list)
    lost: bool = False

    def end_cell(self) -> None:
        if len(self.cells) < _WIDEST:
            self.cells.append(lines_of(self.items))
        self.items = []

    def end_row(self, left: int, edges: Sequence[Edge], *, gone: bool = False) -> None:
        gone |= self.lost and not any(line for cell in self.cells for line in cell)
        if len(self.rows) < _LONGEST and self.cells and not gone:
            self.rows.append(_Row(self.cells, left, edges))
        self.cells, self.items, self.lost = [], [], False


@define
class Flow:
    """Puts paragraphs and tables together from what a format tells one after the other.

    >>> flow = Flow()
    >>> for row in (("任务", "时限"), ("建成", "6月底前")):
    ...     for cell in row:
    ...         flow.paragraph([Line(cell)], depth=1)
    ...         flow.end_cell(depth=1)
    ...     flow.end_row(depth=1, left=0, edges=[Edge(2000), Edge(4000)])
    >>> [[box.lines for box in table] for table in flow.close()]
    [[['任务'], ['时限'], ['建成'], ['6月底前']]]
    """

    _items: list[Item] = field(init=False, factory=list)
    _open: list[_Table] = field(init=False, factory=list)

    def paragraph(self, lines: Iterable[Line], depth: int, *, lost: bool = False) -> None:
        """Add the lines of a paragraph that stands in so many tables; it may have lost words that were deleted."""
        self._reach(depth)
        (self._open[-1].items if depth else self._items).extend(lines)
        if depth:
            self._open[-1].lost |= lost

    def end_cell(self, depth: int) -> None:
        """End the cell of the innermost of so many tables."""
        self._reach(depth)
        self._open[-1].end_cell()

    def end_row(self, depth: int, left: int, edges: Sequence[Edge], *, gone: bool = False) -> None:
        """End its row, which begins at an edge; one that was deleted, or all of whose words were, leaves nothing."""
        self._reach(depth)
        self._open[-1].end_row(left, edges, gone=gone)

    def close(self) -> list[Item]:
        """All that was put together."""
        self._reach(0)
        return self._items

    def _reach(self, depth: int) -> None:
        while len(self._open) > depth:
            table = self._open.pop()
            if table.items:
                table.end_cell()
            table.end_row(0, ())
            (self._open[-1].items if self._open else self._items).append(_boxes(table.rows))
        while len(self._open) < depth:
            self._open.append(_Table())


def _boxes(rows: list[_Row]) -> list[Box]:
    """The cells of a table by its grid: a column begins where a cell of any row does."""
    edges = _grid(rows)
    boxes: list[Box] = []
    begun: dict[int, int] = {}  # by its first column, the cell that the row below may go on with
    for number, row in enumerate(rows):
        going: dict[int, int] = {}
        last = -1  # the cell before
        for lines, column, columns, edge in _placed(row, edges):
            if edge.across and last >= 0:
                boxes[last] = evolve(boxes[last], columns=boxes[last].columns + columns)
            elif edge.down and column in begun:
                last = going[column] = begun[column]
                boxes[last] = evolve(boxes[last], rows=number - boxes[last].row + 1)
            else:
                last = going[column] = len(boxes)
                boxes.append(Box(lines, number, column, 1, columns))
        begun = going
    return boxes


def _grid(rows: list[_Row]) -> list[int]:
    """Where columns begin or end, by all edges of a table."""
    told = {
        id(row.edges): row for row in rows if row.edges
    }.values()  # a row that is as the one before shares its edges
    known = sorted({place for row in told for place in (row.left, *(edge.right for edge in row.edges))})
    grid: list[int] = []
    for place in known:
        if not grid or place - grid[-1] > _NEAR:
            grid.append(place)
    return grid


def _placed(row: _Row, grid: list[int]) -> "Iterable[tuple[list[str], int, int, Edge]]":
    """The cells of a row, each with its column and over how many it reaches; one without an edge has its own."""
    column = max(bisect_right(grid, row.left) - 1, 0) if row.edges else 0
    for index, lines in enumerate(row.cells):
        edge = row.edges[index] if index < len(row.edges) else None
        if edge is None and row.edges and not any(lines):
            continue  # some offices end a row once more than it has cells
        reached = column + 1 if edge is None else max(bisect_right(grid, edge.right) - 1, column + 1)
        yield lines, column, reached - column, edge or Edge(0)
        column = reached
