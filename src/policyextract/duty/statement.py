"""The statements of a document that may be duties, each with its members."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from policyextract.duty import words
from policyextract.duty.bracket import Bracket
from policyextract.duty.lead import Lead
from policyextract.duty.member import DEPARTMENT, Member, holds
from policyextract.duty.unit import Unit
from policyextract.marks.enclosure import CLOSES, OPENS
from policyextract.marks.segment import layout, outline
from policyextract.text.document import Document

_SHORT = 14  # characters of an order that may be no more than a heading
_COMMAS = frozenset("，,")


class _Statements:
    """The statements of a document, cut at brackets and at the markers of points."""

    def __init__(self, document: Document, brackets: Sequence[Bracket]) -> None:
        self.text, segments = document.text, layout(document)
        self.sentences = segments.sentences
        points = [point.start for point in outline(document).points]
        edges = [edge for bracket in brackets for edge in (bracket.start, bracket.stop)]
        self._starts = sorted([*segments.statements.starts, *points, *edges])

    def at(self, position: int) -> Unit:
        """The one that holds a position."""
        starts = self._starts
        index = bisect_right(starts, position, 1)
        start, stop = starts[index - 1], starts[index] if index < len(starts) else len(self.text)
        if self.text[start : start + 1] in OPENS and self.text[stop - 1] in CLOSES:
            return Unit(start + 1, stop - 1, self.sentences.at(position), aside=True)
        return Unit(start, stop, self.sentences.at(position))

    def between(self, position: int, stop: int) -> Iterator[Unit]:
        """Those of a stretch that hold words."""
        while position < stop:
            unit = self.at(position)
            if self.text[unit.start : unit.stop].strip():
                yield unit
            position = max(unit.stop, position + 1)


def units(
    document: Document, members: Iterable[Member], brackets: Sequence[Bracket], led: Sequence[Lead]
) -> list[Unit]:
    """The statements that hold members, that a bracket follows, or whose actor stands before them."""
    statements = _Statements(document, brackets)
    found: dict[int, Unit] = {}
    current: Unit | None = None
    for member in members:
        if current is None or member.start >= current.stop:
            current = statements.at(member.start)
            found[current.start] = current
        current.members.append(member)
    for bracket in brackets:
        for unit in statements.between(bracket.follows, bracket.start):
            found.setdefault(unit.start, unit)
    for lead in led:
        for unit in statements.between(lead.begin, lead.end):
            found.setdefault(unit.start, unit).whole = True
    _resume(statements, found)
    _follow(document, statements, found)
    return [found[start] for start in sorted(found)]


def _resume(statements: _Statements, found: dict[int, Unit]) -> None:
    """Add the statements of a sentence that go on with the duties of an actor before them."""
    reached = [0, 0]  # by whether the actor stands before a list
    for unit in [found[start] for start in sorted(found)]:
        stop = statements.sentences.stops[unit.sentence]
        if unit.stop >= stop or not holds(unit.members, DEPARTMENT):
            continue
        listed = _opens_list(statements.text, unit)
        for item in statements.between(max(unit.stop, reached[listed]), stop):
            if listed:
                found.setdefault(item.start, item).listed = True
            elif words.resumed().match(statements.text, item.start, item.stop):
                found.setdefault(item.start, item).whole = True
        reached[listed] = max(reached[listed], stop)


def _follow(document: Document, statements: _Statements, found: dict[int, Unit]) -> None:
    """Add the sentences of a paragraph that ask something (``要…``) behind one that names its actor."""
    paragraphs, text = layout(document).paragraphs, document.text
    named = [unit for start in sorted(found) if holds((unit := found[start]).members, DEPARTMENT)]
    for unit, after in zip(named, [*named[1:], None], strict=False):
        stop = paragraphs.bounds(unit.start)[1]
        stop = stop if after is None else min(stop, after.start)
        for item in statements.between(unit.stop, stop):
            if words.resumed().match(text, item.start, item.stop) and not _heads(text, item, after):
                found.setdefault(item.start, item).whole = True


def _heads(text: str, item: Unit, after: Unit | None) -> bool:
    """Whether a short order only says what the next sentence is about, which names its own actor."""
    if after is None or text[item.stop : after.start].strip():
        return False
    return item.stop - item.start <= _SHORT and not _COMMAS.intersection(text[item.start : item.stop])


def _opens_list(text: str, unit: Unit) -> bool:
    """Whether a unit ends with the colon before a list whose actor it names."""
    return bool(unit.members) and unit.members[-1].layer == DEPARTMENT and text[unit.stop - 1] in "：:"
