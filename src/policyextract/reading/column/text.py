"""The cells of words of a table as documents: what is asked, what is told, and the other columns."""

from collections.abc import Iterable

from policyextract.clean.excerpt import excerpt
from policyextract.day.stated_date import day_of
from policyextract.marks.table import Grid
from policyextract.marks.table.head import ACTIONS
from policyextract.text.document import Document
from policyextract.text.span import Span

ASKED = ACTIONS
"""The kinds of columns that say what is to be done."""

TOLD = ("category", "fault", "progress", "note", "")
"""The kinds of columns that describe, report or explain."""


def cells_of(grid: Grid, columns: Iterable[int]) -> list[Span]:
    """The places of the cells of some columns in the rows of data, in the order of the text, each once."""
    chosen = list(columns)
    indexes = {row.cells[column] for row in grid.rows for column in chosen if row.cells[column] >= 0}
    spans = (grid.cell(index).span for index in indexes)
    return sorted(span for span in spans if len(span))


def cells(document: Document, grid: Grid, *kinds: str) -> Document:
    """The cells of the columns of some kinds as a document, worked out once."""
    return document.once(
        (cells, grid.table.span, kinds),
        lambda read: excerpt(read.source, cells_of(grid, grid.columns(*kinds)), day_of(read)),
    )


def asked(document: Document, grid: Grid) -> Document:
    """What the table asks."""
    return cells(document, grid, *ASKED)


def told(document: Document, grid: Grid) -> Document:
    """What the table describes, reports or explains."""
    return cells(document, grid, *TOLD)
