"""Commitments of tables: one a row, with the bodies, the figures and the time limits of its cells."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from policyextract.duty.headings import headings
from policyextract.duty.member import ASIDE
from policyextract.duty.unit import Clause
from policyextract.marks.table import Grid, Row, grids
from policyextract.marks.table.head import without_unit
from policyextract.text.document import Document
from policyextract.text.span import Mention, Span
from policyextract.values import Commitment

Layers = tuple[tuple[Mention[Any], ...], ...]

_START = attrgetter("span.start")
_EDGE = "，,、；;：:。 \t\n\u3000"
_RULE = "commitment.row"


def parted(document: Document, layers: Iterable[Iterable[Mention[Any]]]) -> tuple[Layers, Layers]:
    """The mentions outside the tables of a document, and those inside, layer by layer."""
    found = tuple(tuple(mentions) for mentions in layers)
    if not document.tables:
        return found, tuple(() for _ in found)
    starts = [table.span.start for table in document.tables]
    stops = [table.span.stop for table in document.tables]

    def inside(mention: Mention[Any]) -> bool:
        index = bisect_right(starts, mention.span.start) - 1
        return index >= 0 and mention.span.start < stops[index]

    return (
        tuple(tuple(mention for mention in layer if not inside(mention)) for layer in found),
        tuple(tuple(mention for mention in layer if inside(mention)) for layer in found),
    )


def rows(document: Document, layers: Layers) -> Iterator[Mention[Commitment]]:
    """The commitments of the rows of all tables.

    Args:
        document: what the tables stand in.
        layers: the departments, targets and times inside tables, each in the order of the text.
    """
    members = [[m for m in layer if getattr(m.value, "role", None) not in ASIDE] for layer in layers]
    placed = [(list(map(_START, layer)), layer) for layer in members]
    for grid in grids(document):
        heading = _heading(document, grid)
        held = [_by_cell(grid, starts, layer) for starts, layer in placed]
        for group in _groups(grid):
            commitment = _commitment(document, grid, group, held, heading)
            if commitment is not None:
                yield commitment


def _by_cell(grid: Grid, starts: Sequence[int], mentions: Sequence[Mention[Any]]) -> dict[int, list[Mention[Any]]]:
    """The mentions of each cell that is not empty, of all that begin at ``starts``."""
    found: dict[int, list[Mention[Any]]] = {}
    for index, cell in enumerate(grid.table.cells):
        inside = mentions[bisect_left(starts, cell.span.start) : bisect_left(starts, cell.span.stop)]
        if inside:
            found[index] = list(inside)
    return found


def _groups(grid: Grid) -> Iterator[list[Row]]:
    """The rows of data; those that share the cell of what is asked are one."""
    group: list[Row] = []
    last = -1
    for row in grid.rows:
        columns = grid.action(row)
        cell = row.cells[columns[0]] if columns else -1
        if group and cell >= 0 and cell == last:
            group.append(row)
            continue
        if group:
            yield group
        group, last = ([row] if columns else []), cell
    if group:
        yield group


def _commitment(
    document: Document,
    grid: Grid,
    group: Sequence[Row],
    held: Sequence[dict[int, list[Mention[Any]]]],
    heading: tuple[str, ...],
) -> Mention[Commitment] | None:
    """The commitment of some rows, ``None`` where they hold no member.

    A row of indicators gives a duty where it names who answers, or until when.
    """
    cells = dict.fromkeys(index for row in group for index in row.cells if index >= 0)
    layers = [tuple(dict.fromkeys(m for index in cells for m in layer.get(index, ()))) for layer in held]
    columns = grid.action(group[0])
    departments, targets, times = (tuple(sorted(layer, key=_START)) for layer in layers)
    if not (departments or times or (targets and grid.heads[columns[0]].kind != "indicator")):
        return None
    words = grid.words[group[0].cells[columns[0]]].strip(_EDGE)
    if grid.heads[columns[0]].kind == "indicator":
        words = without_unit(words)
    numbers = {row.number for row in group}
    own = [cell.span for index in cells if (cell := grid.cell(index)).row in numbers and len(cell.span)]
    span = (
        Span(min(s.start for s in own), max(s.stop for s in own)) if own else grid.cell(group[0].cells[columns[0]]).span
    )
    above = (*heading, *group[0].sections, *_broader(grid, group[0], columns[0]))
    value = Commitment(departments, targets, times, words, tuple(dict.fromkeys(above)))
    return Mention(span, value, _RULE, document.quote(span))


def _broader(grid: Grid, row: Row, action: int) -> Iterator[str]:
    """What a row stands under in the table itself: its category, and the task that it is a measure of."""
    for column in grid.columns("category", "task", "project"):
        index = row.cells[column]
        if column != action and index >= 0 and grid.words[index] and column < action:
            yield grid.words[index].strip(_EDGE)


def _heading(document: Document, grid: Grid) -> tuple[str, ...]:
    """The headings that a table stands under."""
    place = document.offsets.to_text(grid.table.span.start, grid.table.span.start)[0]
    at = max(place - 1, 0)
    return next(headings(document, [Clause(at, at, _RULE)]), ())
