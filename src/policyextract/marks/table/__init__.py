"""The tables of a document: which rows are heads, what each column holds, and the rows of data under their sections."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from policyextract.marks.table.content import fitted, guessed
from policyextract.marks.table.head import ACTIONS, Head, head, is_unit, said
from policyextract.marks.table.matrix import Matrix, matrix, without_ditto
from policyextract.marks.table.top import (
    NARROW,
    SHARE,
    first_of_data,
    first_of_heads,
    is_note,
    is_told,
    listed,
    path,
    turned,
)
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern
from policyextract.text.place import Cell, Table
from policyextract.text.span import Span

_BACK = 240  # characters before a table that speak of it
_UNIT = pattern(r"\L<table.unit-kind>?单位[：:]([^\s，。；,;）)]{1,10})")
_NOTES = pattern(
    r"\s*\L<table.notes>[：:][^\n]{0,400}(?:\n\s*(?:[0-9]{1,2}[.．、]|[（(][0-9]{1,2}[）)])[^\n]{0,400}){0,6}"
)
_ASKING = pattern("\\L<table.asks>|\\L<marks.modal>")
_GOES_ON = pattern(r"[\s（(]*+\L<table.goes-on>?[0-9一二三四五]{0,2}[\s）)]*")
_MARKER = pattern("[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[部章节类]")
_INNER = pattern("[（(][一二三四五六七八九十]{1,3}[）)]")


@frozen
class Row:
    """A row of data.

    Attributes:
        number: which row of the table, counted from 0.
        cells: the index of the cell of each column, -1 where there is none; what says 同上 is the cell above it.
        sections: the lines of the table that it stands under, outer before inner.
    """

    number: int
    cells: tuple[int, ...]
    sections: tuple[str, ...] = ()


@frozen
class Grid:
    """A table whose columns are known.

    Attributes:
        table: its cells.
        words: the text of each cell, without white space.
        heads: what each column holds.
        rows: its rows of data.
        unit: the unit that it gives for all its figures, or empty.
        title: the words before it and in the rows above its heads.
        notes: the rows and the lines under it that explain it.
        span: its place in the source, with those lines.
    """

    table: Table
    words: tuple[str, ...]
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    unit: str
    title: str
    notes: str
    span: Span

    def columns(self, *kinds: str) -> list[int]:
        """The columns of some kinds, in their order in the table."""
        return [column for column, found in enumerate(self.heads) if found.kind in kinds]

    def cell(self, index: int) -> Cell:
        """A cell by its index."""
        return self.table.cells[index]

    def action(self, row: Row) -> list[int]:
        """The columns that say what a row asks, the most exact first."""
        held = [
            (ACTIONS.index(self.heads[column].kind), column)
            for column in self.columns(*ACTIONS)
            if row.cells[column] >= 0 and self.words[row.cells[column]] not in ("", *said("nothing"))
        ]
        return [column for _, column in sorted(held)]


def known(source: str, tables: Iterable[Table]) -> list[Grid]:
    """Of some tables, in the order of the text, those whose columns can be told.

    A table without heads right under one with as many columns goes on with it.
    """
    found: list[Grid] = []
    last: Grid | None = None
    for table in tables:
        last = grid(source, table, last)
        if last is not None:
            found.append(last)
    return found


def grid(source: str, table: Table, above: Grid | None = None) -> Grid | None:
    """A table with what its columns hold, or ``None`` where that can't be told; ``above`` is the table before it.

    >>> from policyextract.text.place import Cell
    >>> from policyextract.text.span import Span
    >>> places = ((0, 0, 0, 2), (0, 1, 3, 7), (1, 0, 8, 13), (1, 1, 14, 18))
    >>> table = Table(tuple(Cell(row, column, Span(*span)) for row, column, *span in places), Span(0, 18))
    >>> found = grid("任务\\t牵头单位\\n建成30个\\t县财政局", table)
    >>> [head.kind for head in found.heads], len(found.rows)
    (['task', 'lead'], 1)
    """
    places = matrix(source, table)
    if places is None:
        return None
    places = turned(places)
    before = source[max(0, table.span.start - _BACK) : table.span.start].rstrip()
    top = first_of_heads(places)
    if top is None:
        heads = _inherited(places, source, table, above) or listed(places, before) or guessed(places)
        titles, first = 0, 0
    else:
        titles, first = top, first_of_data(places, top)
        heads = [head(path(places, range(top, first), column)) for column in range(places.width)]
    heads = fitted(places, range(first, len(places.rows)), heads)
    if not is_told(heads):
        return None
    lines = before.split("\n")[-3:]
    title = "\n".join([*lines, *(places.words[index] for row in range(titles) for index in places.filled(row))])
    unit = next((match[1] for match in _UNIT.finditer(title) if is_unit(match[1])), "")
    rows = tuple(_rows(places, range(first), heads))
    end = _noted(source, table.span.stop)
    explained = (f for f in map(places.filled, range(first, len(places.rows))) if _explains(places, f))
    notes = "\n".join([*(places.words[filled[0]] for filled in explained), source[table.span.stop : end].strip()])
    return Grid(table, places.words, tuple(heads), rows, unit, title, notes, Span(table.span.start, end))


def _noted(source: str, stop: int) -> int:
    """Where the notes end that stand right under a table (``注：列第一位的为牵头单位``) and ask nothing themselves."""
    note = _NOTES.match(source, stop)
    return note.end() if note and not _ASKING.search(note.group()) else stop


def _inherited(places: Matrix, source: str, table: Table, above: Grid | None) -> list[Head] | None:
    """The heads of the table before, where nothing but a word of going on parts the two: ``（续表）``."""
    if above is None or len(above.heads) != places.width:
        return None
    return list(above.heads) if _GOES_ON.fullmatch(source, above.span.stop, table.span.start) else None


def _explains(places: Matrix, filled: Sequence[int]) -> bool:
    return len(filled) == 1 and is_note(places.words[filled[0]])


def _is_sum(words: str) -> bool:
    return words.startswith(said("sum"))


def _rows(places: Matrix, top: range, heads: Sequence[Head]) -> Iterator[Row]:
    """The rows of data, without repeated titles and heads, sums and notes, under their sections."""
    names = [{places.said(row, column) for row in top} for column in range(places.width)]
    actions = [column for column, found in enumerate(heads) if found.kind in ACTIONS]
    numbers, sections, held = list[int](), list[tuple[str, ...]](), tuple[str, ...]()
    for row in range(top.stop, len(places.rows)):
        filled = places.filled(row)
        if not filled or _repeats(places, row, names):
            continue
        line = _section(places, row, filled, actions)
        if line is None:
            numbers.append(row)
            sections.append(held)
        elif not (_is_sum(line) or is_note(line)):
            held = _held(held, line)
    for row, cells, above in zip(numbers, without_ditto(places, numbers), sections, strict=True):
        yield Row(row, cells, above)


def _repeats(places: Matrix, row: int, names: Sequence[set[str]]) -> bool:
    """Whether a row says the heads again, as tables do on each page."""
    held = [(column, places.said(row, column)) for column in range(places.width) if places.said(row, column)]
    again = sum(words in names[column] for column, words in held)
    return again > 0 and again >= SHARE * len(held)


def _section(places: Matrix, row: int, filled: Sequence[int], actions: Sequence[int]) -> str | None:
    """The words of a row that is no data: a section, a sum, a note."""
    first = places.words[filled[0]]
    if _is_sum(first) or _explains(places, filled):
        return first
    own = [index for index in dict.fromkeys(places.rows[row][column] for column in actions) if index in filled]
    if not own:
        return first
    narrow = [index for index in own if places.rows[row].count(index) == 1 or places.width <= NARROW]
    return None if narrow else first


def _held(sections: tuple[str, ...], line: str) -> tuple[str, ...]:
    """The sections after a further one: （一） stands under 一、."""
    if _INNER.match(line) and sections and _MARKER.match(sections[0]):
        return (sections[0], line)
    return (line,)


@shared
def grids(document: Document) -> tuple[Grid, ...]:
    """The tables of a document whose columns are known."""
    return tuple(known(document.source, document.tables))
