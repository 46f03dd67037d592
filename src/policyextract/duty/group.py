"""The lists of actors of a statement: each the subject of a clause, driven by a verb before it, or an object."""

from collections.abc import Iterator, Sequence

from policyextract.duty import parts, words
from policyextract.duty.member import DEPARTMENT, TIME, Member, is_gap
from policyextract.marks.segment import layout
from policyextract.text.document import Document

_REACH = 64


class Group:
    """Actors that stand in one list.

    Attributes:
        first: the first of them.
        stop: where the list ends.
        reach: where the time begins that stands right before them, else where their clause begins.
        start: where their clause begins.
        kind: subject, driven or object.
        hand: where the word stands that hands them what is named before it in their piece (``具体办法由…制定``), or -1.
    """

    __slots__ = ("first", "hand", "kind", "reach", "start", "stop")

    def __init__(self, first: Member, reach: int, start: int, kind: str, hand: int = -1) -> None:
        self.first, self.stop, self.reach, self.start, self.kind = first, first.stop, reach, start, kind
        self.hand = hand

    def take(self, text: str, member: Member) -> None:
        """Add an actor; the second name of a body stands in a bracket."""
        in_bracket = text[member.start - 1] in "（(" and text[member.stop : member.stop + 1] in ("）", ")")
        self.stop = member.stop + in_bracket


def groups(document: Document, start: int, members: Sequence[Member]) -> Iterator[Group]:
    """The lists of actors among the members of a statement whose words begin at ``start``."""
    text = document.text
    group: Group | None = None
    before: Member | None = None
    for member in members:
        if member.layer == DEPARTMENT:
            if group is not None and is_gap(text, group.stop, member.start):
                group.take(text, member)
            else:
                if group is not None:
                    yield group
                group = _opened(document, start, before, member)
        before = member
    if group is not None:
        yield group


def _opened(document: Document, floor: int, before: Member | None, first: Member) -> Group:
    """The list that begins with an actor, in a statement whose words begin at ``floor``."""
    text, start = document.text, first.start
    if floor < start:
        floor = max(floor, layout(document).clauses.bounds(start)[0])
    if floor == start:
        return Group(first, start, start, "subject")
    time = _time_before(text, before, floor, start)
    begins = floor if time is None else time.stop
    begin, kind, hand = _kind(text, begins, start)
    return Group(first, begin if time is None else floor, begin, kind, hand)


def _time_before(text: str, before: Member | None, floor: int, start: int) -> Member | None:
    """The time that opens the clause of an actor: ``3月底前各县区完成``."""
    if before is None or before.layer != TIME or before.start < floor or before.stop > start:
        return None
    lead = text[floor : before.start]
    return before if words.opens_time().fullmatch(lead) or parts.subject().fullmatch(lead) else None


def _kind(text: str, floor: int, start: int) -> tuple[int, str, int]:
    """Where the clause of an actor begins, whether it is its subject, driven by a verb, or an object, and the word that
    hands it what stands before."""
    near = max(floor, start - _REACH)
    prefix = text[near:start]
    match = parts.subject().fullmatch(prefix) if near == floor else None
    if match:
        begins = "hand" if match.group("hand") else "people"
        return floor + match.start(begins), "subject", -1
    verb = parts.driven().search(prefix)
    if verb is None:
        return floor, "object", -1
    if verb.group("hand"):
        return floor, "subject", near + verb.start()
    return near + verb.start(), "driven", -1
