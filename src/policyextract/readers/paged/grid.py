"""Tables of a page: where drawn lines cross, and what stands between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from policyextract.readers.builder import Box
from policyextract.readers.paged.line import Line, lines
from policyextract.readers.paged.page import Glyph, Page, Stroke

_NEAR = 3.0  # points within which two lines are one, or meet
_MOST = 2_000  # lines of a page, beyond which tables are not looked for
_PADDING = 3.0  # points between the words of a cell and its edge


class Frame(NamedTuple):
    """A rectangle of a page."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, glyph: Glyph) -> bool:
        """Whether the middle of a glyph stands in it."""
        x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class Grid:
    """A table: its place, its columns, its cells; and with which rows further pages begin."""

    def __init__(self, box: Frame, columns: Sequence[float], boxes: list[Box], height: int) -> None:
        self.box, self.columns, self.boxes, self.height = box, tuple(columns), boxes, height
        self.page_rows: list[int] = []


def grids(page: Page) -> list[Grid]:
    """The tables of a page: at least two rows or columns of cells that lines part."""
    if len(page.across) + len(page.down) > _MOST or len(page.across) < 2 or len(page.down) < 2:
        return []
    across, down = _merged(page.across), _merged(page.down)
    found = []
    for some_across, some_down in _groups(across, down):
        grid = _grid(some_across, some_down, page.glyphs)
        if grid is not None:
            found.append(grid)
    return found


def _merged(strokes: Iterable[Stroke]) -> list[Stroke]:
    """The strokes, those on one line that meet or overlap as one."""
    found: list[Stroke] = []
    rows: dict[int, list[Stroke]] = defaultdict(list)
    for index, at in _clusters([stroke.at for stroke in strokes]).items():
        rows[at].append(list(strokes)[index])
    for row in rows.values():
        place = sum(stroke.at for stroke in row) / len(row)
        start = stop = None
        for stroke in sorted(row, key=lambda stroke: stroke.start):
            if start is None or stop is None:
                start, stop = stroke.start, stroke.stop
            elif stroke.start <= stop + _NEAR:
                stop = max(stop, stroke.stop)
            else:
                found.append(Stroke(place, start, stop))
                start, stop = stroke.start, stroke.stop
        if start is not None and stop is not None:
            found.append(Stroke(place, start, stop))
    return found


def _clusters(places: Sequence[float]) -> dict[int, int]:
    """For the index of each place the number of its cluster, places that are near being one."""
    order = sorted(range(len(places)), key=places.__getitem__)
    found, number = {}, -1
    last = float("-inf")
    for index in order:
        number += places[index] - last > _NEAR
        last = places[index]
        found[index] = number
    return found


def _groups(across: list[Stroke], down: list[Stroke]) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """The strokes that meet one another, table by table."""
    parent = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, one in enumerate(across):
        for j, two in enumerate(down):
            if one.start - _NEAR <= two.at <= one.stop + _NEAR and two.start - _NEAR <= one.at <= two.stop + _NEAR:
                parent[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = defaultdict(lambda: ([], []))
    for index in range(len(parent)):
        part = groups[root(index)]
        if index < len(across):
            part[0].append(across[index])
        else:
            part[1].append(down[index - len(across)])
    yield from groups.values()


def _places(strokes: Sequence[Stroke]) -> list[float]:
    clusters = _clusters([stroke.at for stroke in strokes])
    sums: dict[int, list[float]] = defaultdict(list)
    for index, number in clusters.items():
        sums[number].append(strokes[index].at)
    return [sum(places) / len(places) for _, places in sorted(sums.items())]


def _covers(strokes: Sequence[Stroke], at: float, middle: float) -> bool:
    return any(abs(stroke.at - at) <= _NEAR and stroke.start <= middle <= stroke.stop for stroke in strokes)


def _grid(across: list[Stroke], down: list[Stroke], glyphs: Sequence[Glyph]) -> Grid | None:
    xs, ys = _places(down), _places(across)[::-1]
    if len(xs) < 3 or len(ys) < 2:
        return None
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = {(row, column): (row, column) for row in range(rows) for column in range(columns)}
    for row in range(rows):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(1, columns):
            if not _covers(down, xs[column], middle):
                owner[row, column] = owner[row, column - 1]
    for column in range(columns):
        middle = (xs[column] + xs[column + 1]) / 2
        for row in range(1, rows):
            if not _covers(across, ys[row], middle) and owner[row, column][1] == owner[row - 1, column][1]:
                owner[row, column] = owner[row - 1, column]
    cells: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for place, first in owner.items():
        cells[first].append(place)
    held = _held(cells, xs, ys, glyphs)
    boxes = []
    for (row, column), places in cells.items():
        last_row, last_column = max(place[0] for place in places), max(place[1] for place in places)
        words = _words(held.get((row, column), []), xs[last_column + 1])
        boxes.append(Box(words, row, column, last_row - row + 1, last_column - column + 1))
    return Grid(Frame(xs[0], ys[-1], xs[-1], ys[0]), xs, boxes, rows)


def _held(
    cells: dict[tuple[int, int], list[tuple[int, int]]], xs: list[float], ys: list[float], glyphs: Sequence[Glyph]
) -> dict[tuple[int, int], list[Glyph]]:
    """The glyphs of each cell."""
    owner = {place: first for first, places in cells.items() for place in places}
    found: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    frame = Frame(xs[0], ys[-1], xs[-1], ys[0])
    for glyph in glyphs:
        if frame.holds(glyph):
            x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
            column = next(i for i, (left, right) in enumerate(pairwise(xs)) if x <= right or i == len(xs) - 2)
            row = next(i for i, (top, bottom) in enumerate(pairwise(ys)) if y >= bottom or i == len(ys) - 2)
            found[owner[row, column]].append(glyph)
    return found


def _words(glyphs: list[Glyph], right: float) -> list[str]:
    """The lines of a cell; one that fills the cell goes on in the next."""
    found: list[str] = []
    before: Line | None = None
    for line in sorted(lines(glyphs), key=lambda line: (-line.y, line.left)):
        if before is not None and before.wraps(line, right - _PADDING):
            found[-1] += line.text
        else:
            found.append(line.text)
        before = line
    return found


def continued(last: Grid, first: Grid) -> bool:
    """Whether a table at the top of a page goes on with the one at the foot of the page before; it is put to it then.

    They have the same columns. A first row that does not begin like those above goes on with the last row.
    """
    if len(last.columns) != len(first.columns):
        return False
    if any(abs(one - two) > _NEAR for one, two in zip(last.columns, first.columns, strict=True)):
        return False
    repeated = _repeated(last, first)
    broken = _goes_on(last, first, repeated)
    shift = last.height - (1 if broken else 0)
    last.page_rows.append(last.height + (1 if broken and repeated == 0 else 0))
    for box in first.boxes:
        if broken and box.row == repeated:
            _append(last, box)
        elif box.row < repeated:
            last.boxes.append(Box(box.lines, last.height + box.row, box.column, box.rows, box.columns))
        else:
            last.boxes.append(Box(box.lines, shift + box.row, box.column, box.rows, box.columns))
    last.height = shift + first.height
    return True


def _row(grid: Grid, number: int) -> dict[int, Box]:
    return {box.column: box for box in grid.boxes if box.row <= number < box.row + box.rows}


def _said(row: dict[int, Box]) -> dict[int, str]:
    return {column: words for column, box in row.items() if (words := "".join("".join(box.lines).split()))}


def _repeated(last: Grid, first: Grid) -> int:
    """How many rows at the top say again what stands at the top of the table before."""
    count = 0
    while count < min(first.height, last.height) and _said(_row(first, count)) == _said(_row(last, count)):
        count += 1
    return count


def _goes_on(last: Grid, first: Grid, repeated: int) -> bool:
    """Whether the first row of data on a page is the rest of the row before: a cell that others fill first is empty."""
    if repeated >= first.height:
        return False
    above, here = _said(_row(last, last.height - 1)), _said(_row(first, repeated))
    return bool(here) and bool(above) and min(above) < min(here)


def _append(last: Grid, box: Box) -> None:
    """Put the words of a cell to those of the cell above it."""
    row = _row(last, last.height - 1)
    for number, other in enumerate(last.boxes):
        if other is row.get(box.column) and any(line.strip() for line in box.lines):
            words = [*other.lines[:-1], "".join((*other.lines[-1:], *box.lines[:1])), *box.lines[1:]]
            last.boxes[number] = Box(words, other.row, other.column, other.rows, other.columns)
