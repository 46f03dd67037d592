"""Where in a file something stands: pages, paragraphs, lines, tables, as stretches of the text read from it."""

from enum import StrEnum

from attrs import frozen

from policyextract.text.record import Record
from policyextract.text.span import Span


class PlaceKind(StrEnum):
    """What a file is made of."""

    PAGE = "page"
    PARAGRAPH = "paragraph"
    ROW = "row"
    LINE = "line"


_WORDS = {PlaceKind.PAGE: "页", PlaceKind.PARAGRAPH: "段", PlaceKind.ROW: "行（表格）", PlaceKind.LINE: "行"}


@frozen
class Place:
    """One page, paragraph, row of a table, or line of a file.

    Attributes:
        kind: what it is.
        number: which one, counted from 1 through the whole file.
        span: its characters in the source of the document.

    >>> str(Place(PlaceKind.PAGE, 3, Span(2000, 3000)))
    '第3页'
    """

    kind: PlaceKind
    number: int
    span: Span

    def __str__(self) -> str:
        return f"第{self.number}{_WORDS[self.kind]}"


@frozen
class Cell(Record):
    """A cell of a table; one that is merged over others stands once, at its upper left corner.

    Attributes:
        row, column: where it begins, counted from 0.
        rows, columns: over how many it reaches.
        span: its characters in the source, empty for an empty cell.
    """

    row: int
    column: int
    span: Span
    rows: int = 1
    columns: int = 1


@frozen
class Table(Record):
    """A table of a file: its cells, row by row.

    >>> table = Table((Cell(0, 0, Span(4, 6)), Cell(0, 1, Span(7, 11))), Span(4, 11))
    >>> len(table.cells), table.span
    (2, Span(start=4, stop=11))
    """

    cells: tuple[Cell, ...]
    span: Span
