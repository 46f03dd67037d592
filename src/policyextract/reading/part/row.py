"""Rows of a table that was flattened to text: their bodies have the parts that the head names, column by column."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.roster import Roster
from policyextract.lexicon import alternation
from policyextract.marks.field import label_roles
from policyextract.marks.part.line import lines
from policyextract.marks.segment import layout
from policyextract.reading.part.standpoint import Part
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_FEWEST = 2  # labels that make a head


def _head(text: str, roster: Roster) -> tuple[str, ...]:
    """The labels of a head, if a list is nothing but labels without a sign between them: ``牵头单位配合单位``."""
    if len(roster.names) < _FEWEST:
        return ()
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


@cache
def _lines() -> "re.Pattern[str]":
    """Labels that have a line each, one under the other, behind a line end: the head of a table with a line for every
    cell."""
    label = alternation(tuple(label_roles()))
    line = rf"^[ \u3000]*{label}[ \u3000]*\n\s*"
    return pattern(rf"\n(?:(?:{line}){{2,4}}|{line}(?=1[ \u3000]*\n))", re.MULTILINE)


def _columns(document: Document, lists: Sequence[Roster]) -> dict[int, Part]:
    """The parts of lists that have a line each behind such a head: the first under one another has the first label."""
    text, labels = document.text, label_roles()
    parts: dict[int, Part] = {}
    if labels.keys().isdisjoint([line.text for line in lines(document)]):
        return parts
    heads = list(_lines().finditer(f"\n{text}"))
    ends = [head.end() - 1 for head in heads]
    reached = order = -1
    for roster in lists:
        here = bisect_right(ends, roster.start) - 1
        if here < 0 or not _alone(text, roster):
            continue
        under = reached >= ends[here] and not text[reached : roster.start].strip()
        order = order + 1 if under else 0
        reached = roster.stop
        named = heads[here].group().split()
        if order < len(named):
            parts[roster.start] = Part(labels[named[order]], "column", True, named[order])
    return parts


def _alone(text: str, roster: Roster) -> bool:
    """Whether a list has a line, or lines, for itself."""
    line = text.rfind("\n", 0, roster.start) + 1
    end = text.find("\n", roster.stop)
    return not (text[line : roster.start] + text[roster.stop : end if end >= 0 else len(text)]).strip()


def rows(document: Document, lists: Sequence[Roster]) -> tuple[list[Roster], dict[int, Part]]:
    """The lists without heads of flattened tables, those of their rows parted by cell, and the parts of these.

    >>> from policyextract.grammar.name.roster import rosters
    >>> document = Document.plain("序号任务牵头单位配合单位1修建步道8公里。市园林局各区政府")
    >>> lists, parts = rows(document, rosters(document, ()))
    >>> [document.text[one.start : one.stop] for one in lists], [parts[one.start].role for one in lists]
    (['市园林局', '各区政府'], ['lead', 'support'])
    >>> document = Document.plain("牵头单位\\n配合单位\\n修建步道。\\n市园林局\\n各区政府\\n")
    >>> _, parts = rows(document, rosters(document, ()))
    >>> [part.role for part in parts.values()]
    ['lead', 'support']
    """
    text, paragraphs = document.text, layout(document).paragraphs
    found: list[Roster] = []
    parts = _columns(document, lists)
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
