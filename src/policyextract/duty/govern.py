"""What governs more than its own clause: times, actors, horizons and brackets."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from policyextract.duty import words
from policyextract.duty.bracket import Bracket
from policyextract.duty.clause import body, clauses_of
from policyextract.duty.member import DEPARTMENT, LEAD, TARGET, TIME, Lead, Member, holds, leads
from policyextract.duty.unit import Clause, Unit
from policyextract.marks.segment import layout, outline
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_FOLLOW = pattern(r"[，,：:]|[^，,。；;：:\n]{0,16}目标(?:任务)?[^，,。；;：:\n]{0,6}[：:]")
_MOST = 60  # actors that are carried on, so that a text of nothing but actors costs no more than its length
_SENTENCE = attrgetter("sentence")
_BLANK = pattern(r"[\s。】”]*")


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
        stop = starts[index] if index < len(starts) else len(self.text)
        return Unit(starts[index - 1], stop, self.sentences.at(position))

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


def _opens_list(text: str, unit: Unit) -> bool:
    """Whether a unit ends with the colon before a list whose actor it names."""
    return bool(unit.members) and unit.members[-1].layer == DEPARTMENT and text[unit.stop - 1] in "：:"


def _common_time(document: Document, unit: Unit) -> Member | None:
    """The time that a sentence sets for all that follows: it opens with it, or names it before a list."""
    text = document.text
    times = [member for member in unit.members if member.layer == TIME]
    if not times:
        return None
    if len(times) == 1 and text[unit.stop - 1] in "：:":
        return times[0]
    first = unit.members[0]
    if first is not times[0] or not LEAD.fullmatch(text, unit.body, first.start):
        return None
    return first if text[first.stop - 1] == "年" or _FOLLOW.match(text, first.stop) else None


def _carry(document: Document, sentence: Sequence[Unit], times: Sequence[Member]) -> None:
    """Hand the time and the actor of a sentence to the clauses that follow in it."""
    time = _common_time(document, sentence[0]) if times else None
    common = [] if time is None else [time]
    actors: list[Member] = []
    whole: list[Member] = []
    for unit in sentence:
        for number, clause in enumerate(unit.clauses):
            if times and not clause.split:
                whole = [member for member in clause.members if member.layer == TIME]
            shared = whole if clause.split else common
            if shared and not any(member.dates for member in clause.members):
                clause.members += shared
            if number == 0 and actors and not holds(clause.members, DEPARTMENT):
                clause.members += actors
        if unit.clauses and not (unit.listed and actors):
            actors = [member for member in unit.clauses[-1].members if member.layer == DEPARTMENT][:_MOST]


class Horizon:
    """The time that the opening sentence of a point sets for the targets of its following sentences."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._time: Member | None = None
        self._stop = 0

    def read(self, sentence: Sequence[Unit], times: Sequence[Member]) -> None:
        """Hand the open horizon to the clauses of a sentence, or let the sentence set a new one."""
        for member in times[:2]:
            if member.spans_years and (opened := self._scope(member)) is not None:
                self._stop, self._time = opened
                return
        if sentence[0].start >= self._stop or any(member.dates for member in times):
            self._time = None
        elif self._time is not None:
            for unit in sentence:
                for clause in unit.clauses:
                    if holds(clause.members, TARGET):
                        clause.members.append(self._time)

    def _scope(self, member: Member) -> tuple[int, Member] | None:
        """Where the point or the paragraph ends that a time opens; ``None`` if it opens none."""
        document, text = self._document, self._document.text
        if not _FOLLOW.match(text, member.stop):
            return None
        clause = layout(document).clauses.bounds(member.start)[0]
        sentence, stop = layout(document).sentences.bounds(member.start)
        start = max(clause, body(document, sentence, member.start))
        if not LEAD.fullmatch(text, start, member.start):
            return None
        point = outline(document).at(member.start)
        if point is not None:
            opened = point.title[1] if point.title[1] <= sentence else point.body
            if opened >= sentence or _BLANK.fullmatch(text, opened, sentence):
                return point.stop, member
        if sentence and text[sentence - 1] != "\n":
            return None
        end = text.find("\n", stop - 1)
        return (end if end >= 0 else len(text)), member


def _assign(brackets: Sequence[Bracket], found: Sequence[Unit]) -> Iterator[tuple[Unit, Bracket]]:
    if not brackets:
        return
    starts = [unit.start for unit in found]
    holding = {unit.sentence for unit in found if holds(unit.members, TARGET) or holds(unit.members, TIME)}
    for bracket in brackets:
        for unit in found[bisect_left(starts, bracket.begin) : bisect_left(starts, bracket.end)]:
            if unit.start >= bracket.follows or unit.sentence in holding:
                yield unit, bracket


def _lead(found: Sequence[Unit], led: Sequence[Lead]) -> None:
    """Hand the actors of titles and labels to the clauses that have none, the innermost first."""
    starts = [unit.start for unit in found]
    for lead in reversed(led):
        for unit in found[bisect_left(starts, lead.begin) : bisect_left(starts, lead.end)]:
            for clause in unit.clauses:
                if not holds(clause.members, DEPARTMENT):
                    clause.members += lead.members


def govern(document: Document, members: Sequence[Member], brackets: Sequence[Bracket]) -> list[Clause]:
    """The clauses of a document with all their members, in the order of the text."""
    led, members = leads(document, members)
    found = units(document, members, brackets, led)
    governed = list(_assign(brackets, found))
    followed = {unit.start for unit, bracket in governed if unit.start >= bracket.follows}
    for unit in found:
        unit.clauses = clauses_of(document, unit, whole=unit.listed or unit.whole or unit.start in followed)
    horizon = Horizon(document)
    for _, group in groupby(found, key=_SENTENCE):
        sentence = list(group)
        times = [member for unit in sentence for member in unit.members if member.layer == TIME]
        if times or len(sentence) > 1:
            _carry(document, sentence, times)
        horizon.read(sentence, times)
    for unit, bracket in governed:
        for clause in unit.clauses:
            clause.members += bracket.members
    _lead(found, led)
    return [clause for unit in found for clause in unit.clauses if clause.members and not clause.announces]
