"""Tables by their columns: figures, times and bodies of a cell have the part that the head of its column gives."""

from collections.abc import Sequence
from typing import Any

from policyextract.marks.field import conventions
from policyextract.marks.table import Grid, grids
from policyextract.marks.table.head import BODIES
from policyextract.reading.column import aim, body, due, value
from policyextract.reading.column.text import asked, cells, cells_of, told
from policyextract.reading.figure import figures
from policyextract.reading.part import responsibilities
from policyextract.reading.timing import timings
from policyextract.text.document import Document, shared
from policyextract.text.span import Mention
from policyextract.values import DepartmentRole, Figure, Responsibility, TimeRole, Timing

__all__ = ["bodies_in", "figures_in", "texts_in", "times_in"]


def texts_in(document: Document) -> tuple[Document, ...]:
    """The cells of words of a document's tables, as documents whose finds have their places in the source."""
    return tuple(text for grid in grids(document) for text in (asked(document, grid), told(document, grid)))


def _placed(mentions: list[Mention[Any]]) -> tuple[Mention[Any], ...]:
    return tuple(sorted(dict.fromkeys(mentions), key=lambda mention: mention.span))


def figures_in(document: Document) -> tuple[Mention[Figure], ...]:
    """The figures in the tables of a document: those of figures by their heads, those in words as asked or told."""
    found: list[Mention[Any]] = []
    for grid in grids(document):
        text = asked(document, grid)
        own = [text.mention(find._replace(value=aim.asked(text, find))) for find in figures(text)]
        found += aim.named(grid, own)
        text = told(document, grid)
        found += [text.mention(find._replace(value=aim.told(find.value))) for find in figures(text)]
        found += value.values(document, grid)
    return _placed(found)


def times_in(document: Document) -> tuple[Mention[Timing], ...]:
    """The times in the tables of a document: limits in columns of limits and in what is asked, else references."""
    found: list[Mention[Any]] = []
    for grid in grids(document):
        text = asked(document, grid)
        found += [text.mention(find) for find in timings(text)]
        for text in (told(document, grid), cells(document, grid, "moment")):
            dated = (find._replace(value=Timing(find.value.time, TimeRole.REFERENCE)) for find in timings(text))
            found += map(text.mention, dated)
        found += due.limits(cells(document, grid, "due"))
    return _placed(found)


def bodies_in(document: Document, names: Sequence[str] = ()) -> tuple[Mention[Responsibility], ...]:
    """The bodies in the tables of a document: those of a column with its role, those in other words without one."""
    found: list[Mention[Any]] = []
    for grid in grids(document):
        acts = bool(grid.columns(*BODIES))
        for text in (asked(document, grid), told(document, grid)):
            for find in responsibilities(text, tuple(names)):
                idle = acts or text is not asked(document, grid)
                found.append(text.mention(find._replace(value=body.idle(find.value)) if idle else find))
        first_leads = _first_leads(document, grid)
        for kind in BODIES:
            for column in grid.columns(kind):
                leads = first_leads and kind == DepartmentRole.RESPONSIBLE
                found += body.bodies(document, cells_of(grid, [column]), DepartmentRole(kind), tuple(names), leads)
    return _placed(found)


def _first_leads(document: Document, grid: Grid) -> bool:
    """Whether the document says that the first of those who answer leads: in the table, under it, or before it."""
    heads = "\n".join(grid.heads[column].words for column in grid.columns(*BODIES))
    return _first_led(document) < grid.table.span.start or any(map(_says_so, (heads, grid.title, grid.notes)))


@shared
def _first_led(document: Document) -> int:
    """The place from which on the first of those who answer leads: the text says so, or a table for all after it."""
    onward = (grid.table.span.start for grid in grids(document) if _ONWARD in grid.notes and _says_so(grid.notes))
    places = (document.offsets.to_source(*span)[0] for span in conventions(document))
    return min((*onward, *places), default=len(document.source))


def _says_so(words: str) -> bool:
    return "牵头" in words and bool(conventions(Document.plain(words)))


_ONWARD = "下同"
