"""The actors of a statement: lists of departments, and the part that each list has in its clause."""

from collections.abc import Iterator, Sequence

from policyextract.commitments import words
from policyextract.commitments.member import DEPARTMENT, TIME, Member
from policyextract.document import Document
from policyextract.pattern import pattern
from policyextract.segment import layout

GAP = pattern(r"(?:、|和|及其?|以及|与|或|等[^，,。；;、]{0,8}+|[（(][^（()）]{0,30}+[）)]|\s)*+[（(]?+")
LEAD = pattern(r"(?:力争|争取|确保)?[到至在自从于]?")  # what may stand before a time that opens a piece
_REACH = 64


class Group:
    """Actors that stand in one list.

    Attributes:
        first: the first of them.
        stop: where the list ends.
        reach: where the time begins that stands right before them, else where their clause begins.
        start: where their clause begins.
        kind: subject, driven or object.
    """

    __slots__ = ("first", "kind", "reach", "start", "stop")

    def __init__(self, first: Member, reach: int, start: int, kind: str) -> None:
        self.first, self.stop, self.reach, self.start, self.kind = first, first.stop, reach, start, kind

    def take(self, text: str, member: Member) -> None:
        """Add an actor; the second name of a body stands in a bracket."""
        in_bracket = text[member.start - 1] in "（(" and text[member.stop : member.stop + 1] in ("）", ")")
        self.stop = member.stop + in_bracket


def groups(document: Document, start: int, members: Sequence[Member]) -> Iterator[Group]:
    """The lists of actors among the members of a statement whose words begin at ``start``."""
    group: Group | None = None
    clauses = layout(document).clauses
    for index, member in enumerate(members):
        if member.layer != DEPARTMENT:
            continue
        if group is not None and GAP.fullmatch(document.text, group.stop, member.start):
            group.take(document.text, member)
            continue
        if group is not None:
            yield group
        floor = max(start, clauses.bounds(member.start)[0])
        time = _time_before(document.text, members[index - 1] if index else None, floor, member.start)
        begin, kind = _kind(document.text, floor if time is None else time.stop, member.start)
        group = Group(member, begin if time is None else floor, begin, kind)
    if group is not None:
        yield group


def _time_before(text: str, before: Member | None, floor: int, start: int) -> Member | None:
    """The time that opens the clause of an actor: ``3月底前各县区完成``."""
    if before is None or before.layer != TIME or before.start < floor or before.stop > start:
        return None
    lead = text[floor : before.start]
    return before if LEAD.fullmatch(lead) or words.subject().fullmatch(lead) else None


def _kind(text: str, floor: int, start: int) -> tuple[int, str]:
    """Where the clause of an actor begins, and whether the actor is its subject, driven by a verb, or an object."""
    near = max(floor, start - _REACH)
    prefix = text[near:start]
    match = words.subject().fullmatch(prefix) if near == floor else None
    if match:
        begins = "hand" if match.group("hand") else "people"
        return floor + match.start(begins), "subject"
    verb = words.driven().search(prefix)
    if verb is None:
        return floor, "object"
    return near + verb.start(), "subject" if verb.group("hand") else "driven"
