"""Rows of a table that was flattened to text: their bodies have the parts that the head names, column by column."""

from collections.abc import Iterator, Sequence

from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.roster import Roster
from policyextract.marks.field import label_roles
from policyextract.marks.segment import layout
from policyextract.reading.part.standpoint import Part
from policyextract.text.document import Document

_FEWEST = 2  # labels that make a head


def _head(text: str, roster: Roster) -> tuple[str, ...]:
    """The labels of a head, if a list is nothing but labels without a sign between them: ``牵头单位配合单位``."""
    cells = [text[cell[0].start : cell[-1].stop] for cell in _cells(text, roster)]
    labels = label_roles()
    return tuple(cells) if len(cells) >= _FEWEST and all(cell in labels for cell in cells) else ()


def _cells(text: str, roster: Roster) -> Iterator[list[Name]]:
    """The names of a list by cell: those with nothing but blank space between them stand in cells of their own."""
    cell: list[Name] = []
    for name in roster.names:
        if cell and not text[cell[-1].stop : name.start].strip():
            yield cell
            cell = []
        cell.append(name)
    if cell:
        yield cell


def rows(document: Document, lists: Sequence[Roster]) -> tuple[list[Roster], dict[int, Part]]:
    """The lists without heads of flattened tables, those of their rows parted by cell, and the parts of these.

    >>> from policyextract.grammar.name.roster import rosters
    >>> document = Document.plain("序号任务牵头单位配合单位1修建步道8公里。市园林局各区政府")
    >>> lists, parts = rows(document, rosters(document, ()))
    >>> [document.text[one.start : one.stop] for one in lists], [parts[one.start].role for one in lists]
    (['市园林局', '各区政府'], ['lead', 'support'])
    """
    text, paragraphs = document.text, layout(document).paragraphs
    found: list[Roster] = []
    parts: dict[int, Part] = {}
    head: tuple[str, ...] = ()
    line = -1
    for roster in lists:
        labels = _head(text, roster)
        if labels:
            head, line = labels, paragraphs.at(roster.start)
            continue
        cells = list(_cells(text, roster)) if head and paragraphs.at(roster.start) == line else []
        if not cells or len(cells) != len(head):
            found.append(roster)
            continue
        for label, cell in zip(head, cells, strict=True):
            found.append(Roster(cell[0].start, cell[-1].stop, tuple(cell), False))
            parts[cell[0].start] = Part(label_roles()[label], "column", True, label)
    return found, parts
