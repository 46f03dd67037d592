"""What every reader makes: a text, and the places, tables and furniture of the file in it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import define, field, frozen

from policyextract.text.place import Cell, Place, PlaceKind, Table
from policyextract.text.span import Span


def _outer_first(place: Place) -> bool:
    return place.kind is not PlaceKind.PAGE


@frozen
class Layout:
    """A text that was read from a file.

    Attributes:
        text: all that a reader of the file sees.
        places: the places of the file in it, outer before inner.
        tables: its tables.
        furniture: what stands on the page and not in its text: running headers, navigation, counters.
        left_out: what could not be read, in words.
    """

    text: str
    places: tuple[Place, ...]
    tables: tuple[Table, ...] = ()
    furniture: tuple[Span, ...] = ()
    left_out: tuple[str, ...] = ()


@frozen
class Box:
    """A cell of a table as a reader finds it: its lines, and over how many rows and columns it reaches."""

    lines: Sequence[str]
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Line(NamedTuple):
    """A paragraph as a reader finds it, and whether it is furniture."""

    text: str
    furniture: bool = False


Item = Line | list[Box]
"""What a text is made of: paragraphs, and tables by their cells."""


def lines_of(items: Iterable[Item]) -> list[str]:
    """The lines of what stands in a cell, a text box or a note: a table in it has one for each row, parted by tabs.

    >>> lines_of([Line(" 分工 "), [Box(["建成"], 0, 0), Box(["6月", "底前"], 0, 1)]])
    ['分工', '建成\\t6月底前']
    """
    found: list[str] = []
    for item in items:
        if isinstance(item, Line):
            found.append(item.text.strip())
        else:
            rows: dict[int, list[str]] = {}
            for box in item:
                rows.setdefault(box.row, []).append("".join(box.lines))
            found += ["\t".join(row).strip() for row in rows.values()]
    return found


@define
class Builder:
    """Puts a text together, line by line, and keeps the places.

    >>> builder = Builder()
    >>> builder.line("政府工作报告", PlaceKind.PARAGRAPH)
    >>> builder.line("各位代表：", PlaceKind.PARAGRAPH)
    >>> builder.layout().text
    '政府工作报告\\n各位代表：'
    """

    _parts: list[str] = field(init=False, factory=list)
    _places: list[Place] = field(init=False, factory=list)
    _counts: dict[PlaceKind, int] = field(init=False, factory=dict)
    _length: int = field(init=False, default=0)
    _tables: list[Table] = field(init=False, factory=list)
    _furniture: list[Span] = field(init=False, factory=list)
    left_out: list[str] = field(init=False, factory=list)

    def line(self, text: str, kind: PlaceKind | None, *, furniture: bool = False, joined: bool = False) -> None:
        """Add a paragraph, a row or a line, or the rest of the last one; an empty one is left out."""
        if not text.strip():
            return
        start = self._length if joined else self._begin()
        self._add(text)
        if kind is not None:
            self._place(kind, start)
        if furniture:
            self._furniture.append(Span(start, self._length))

    def table(self, boxes: Iterable[Box]) -> dict[int, int]:
        """Add a table, a line for each of its rows, its cells parted by tabs; tells where each row begins.

        >>> builder = Builder()
        >>> heads, row = [Box(["任务"], 0, 0), Box(["时限"], 0, 1)], [Box(["建成"], 1, 0), Box(["6月", "底前"], 1, 1)]
        >>> builder.table([*heads, *row])
        {0: 0, 1: 6}
        >>> builder.layout().text
        '任务\\t时限\\n建成\\t6月\\n底前'
        """
        rows: dict[int, list[Box]] = {}
        for box in boxes:
            rows.setdefault(box.row, []).append(box)
        if not any(line.strip() for row in rows.values() for box in row for line in box.lines):
            return {}
        begin, cells, starts = self._begin(), list[Cell](), dict[int, int]()
        for number in sorted(rows):
            start = self._length + (self._length > begin)
            row = sorted(rows[number], key=lambda box: box.column)
            if self._length > begin:
                self._add("\n")
            for index, box in enumerate(row):
                if index:
                    self._add("\t")
                opened = self._length
                self._add("\n".join(box.lines).strip())
                cells.append(Cell(number, box.column, Span(opened, self._length), box.rows, box.columns))
            starts[number] = start
            if self._length > start:
                self._place(PlaceKind.ROW, start)
        self._tables.append(Table(tuple(cells), Span(begin, self._length)))
        return starts

    def add(self, items: Iterable[Item]) -> None:
        """Add paragraphs and tables."""
        for item in items:
            if isinstance(item, Line):
                self.line(item.text.strip(), PlaceKind.PARAGRAPH, furniture=item.furniture)
            else:
                self.table(item)

    def begin(self) -> int:
        """Where the next line will begin."""
        return self._length + bool(self._parts)

    def page_place(self, start: int, stop: int | None) -> None:
        """Add the place of a page, which ends before the next one begins."""
        start = min(start, self._length)
        self._place(PlaceKind.PAGE, start, max(start, self._length if stop is None else min(stop - 1, self._length)))

    def layout(self) -> Layout:
        """What was put together."""
        return Layout(
            "".join(self._parts),
            tuple(sorted(self._places, key=_outer_first)),
            tuple(self._tables),
            tuple(self._furniture),
            tuple(self.left_out),
        )

    def _begin(self) -> int:
        if self._parts:
            self._add("\n")
        return self._length

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _place(self, kind: PlaceKind, start: int, stop: int | None = None) -> None:
        number = self._counts[kind] = self._counts.get(kind, 0) + 1
        self._places.append(Place(kind, number, Span(start, self._length if stop is None else stop)))
