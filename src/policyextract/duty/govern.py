"""What governs more than its own clause: times, actors and brackets."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from policyextract.duty import words
from policyextract.duty.bracket import Bracket
from policyextract.duty.charge import is_handed
from policyextract.duty.clause import clauses_of
from policyextract.duty.horizon import Horizon, follows
from policyextract.duty.lead import Lead, leads
from policyextract.duty.member import DEPARTMENT, TARGET, TIME, Member, holds
from policyextract.duty.statement import units
from policyextract.duty.unit import Clause, Unit
from policyextract.grammar.name.predicate import verbs
from policyextract.marks.segment import Point, layout, outline
from policyextract.text.document import Document

_MOST = 60  # actors that are carried on, so that a text of nothing but actors costs no more than its length
_OPENS, _CLOSES = frozenset('“"《'), frozenset('”"》')
_NAME = 12  # characters of a name before its figure
_ASKED = 4  # characters that hold the modal before the words of a duty
_SENTENCE = attrgetter("sentence")
_INLINE = frozenset(("ordinal", "circle", "spoken"))


def _common_time(document: Document, unit: Unit) -> Member | None:
    """The time that a statement sets for what follows in its sentence: it opens with it, or names it before a list."""
    text = document.text
    times = [member for member in unit.members if member.layer == TIME]
    if not times:
        return None
    if len(times) == 1 and text[unit.stop - 1] in "：:":
        return times[0]
    first = unit.members[0]
    if first is not times[0]:
        return None
    piece = max(unit.body, layout(document).clauses.bounds(first.start)[0])
    if not words.opens_time().fullmatch(text, piece, first.start):
        return None
    if words.goals().match(text, first.stop):
        return first
    return first if piece == unit.body and (text[first.stop - 1] == "年" or follows(text, first.stop)) else None


def _carry(document: Document, sentence: Sequence[Unit], times: Sequence[Member]) -> None:
    """Hand the time and the actor of a sentence to the clauses that follow in it."""
    common: list[Member] = []
    actors: list[Member] = []
    whole: list[Member] = []
    handed_in: Point | None = None  # the point of a list whose task was handed to somebody: 二是资金由县财政解决；
    for unit in sentence:
        if times and (time := _common_time(document, unit)) is not None:
            common = [time]
        for number, clause in enumerate(unit.clauses):
            if times and not clause.split:
                whole = [member for member in clause.members if member.layer == TIME]
            shared = whole if clause.split else common
            if shared and not any(member.dates for member in clause.members):
                clause.members += shared
            in_other = handed_in is not None and _point(document, unit) not in (None, handed_in)
            if number == 0 and actors and not clause.names_actor() and not in_other:
                _hand_on(document, unit, clause, actors)
        if unit.clauses and not (unit.listed and actors) and not _stays(document, unit):
            actors = _carried_on(unit.clauses[-1])
            handed_in = _point(document, unit) if is_handed(document.text, unit.clauses[-1]) else None


def _point(document: Document, unit: Unit) -> Point | None:
    """The point of a running list (``二是``) that a statement stands in."""
    point = outline(document).at(unit.start)
    return point if point is not None and point.style in _INLINE else None


def _stays(document: Document, unit: Unit) -> bool:
    """Whether the actors of a statement are not those of the next: it stands in brackets, or somebody only tells them
    to do something (``组织A排查；``), and nothing is listed after it."""
    driven = unit.clauses[-1].rule == "commitment.driven" and document.text[unit.stop - 1] not in "：:"
    return unit.aside or driven


def _carried_on(clause: Clause) -> list[Member]:
    """The actors of a clause that go on to the next; whom they only act with (``；会同A制定方案``) stays with it."""
    own = clause.rule != "commitment.verb"
    return [
        member
        for member in clause.members
        if member.layer == DEPARTMENT and (own or not member.supports or member.start < clause.start)
    ][:_MOST]


def _hand_on(document: Document, unit: Unit, clause: Clause, actors: Sequence[Member]) -> None:
    """Give a clause the actors before it in its sentence: as carried over where it only states a target."""
    text, start = document.text, clause.start
    asks = words.order().match(text, start) is not None or text.endswith(words.asks(), max(start - _ASKED, 0), start)
    if asks or unit.listed or unit.whole or not holds(clause.members, TARGET) or _is_elliptic(text, clause):
        clause.members += actors
    else:
        clause.inherited = tuple(actors)


def _is_elliptic(text: str, clause: Clause) -> bool:
    """Whether a clause is a name and its figure, which go by the verb before it: ``A评标兵3名；`` + ``“新秀”5名``."""
    target = next(member for member in clause.members if member.layer == TARGET)
    words = text[clause.start : target.start]
    if target.stop < clause.stop or len(words) > _NAME:
        return False
    quoted = words[:1] in _OPENS and words[-1:] in _CLOSES
    return quoted or not any(words[index : index + 2] in verbs() for index in range(len(words) - 1))


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
    return [clause for unit in found for clause in unit.clauses if not clause.announces]
