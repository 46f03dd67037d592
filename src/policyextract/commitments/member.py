"""The members of commitments with their places in the cleaned text, the lists of actors, and what they lead."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from policyextract.commitments import words
from policyextract.document import Document
from policyextract.pattern import pattern
from policyextract.segment import layout, outline
from policyextract.span import Mention
from policyextract.values import (
    DepartmentRole,
    Figure,
    QuantityRole,
    Responsibility,
    TimeKind,
    TimeRole,
    TimeUnit,
    Timing,
)

DEPARTMENT, TARGET, TIME = range(3)
_GAP = pattern(r"(?:、|和|及其?|以及|与|或|等[^，,。；;、]{0,8}+|[（(][^（()）]{0,30}+[）)]|\s)*+[（(]?+")
LEAD = pattern(r"(?:力争|争取|确保)?[到至在自从于]?")  # what may stand before a time that opens a piece
_REACH = 64
_TITLE_ENDS = frozenset(("。", "\n", ""))
_COLONS = frozenset("：:")


class Member(NamedTuple):
    """A department with a role, a target, or a time limit, at ``[start, stop)`` of the cleaned text."""

    start: int
    stop: int
    layer: int
    mention: Mention[Any]

    @property
    def supports(self) -> bool:
        """Whether it is a department that supports another."""
        value = self.mention.value
        return isinstance(value, Responsibility) and value.role is DepartmentRole.SUPPORT

    @property
    def dates(self) -> bool:
        """Whether it is a time limit in the calendar."""
        value = self.mention.value
        return isinstance(value, Timing) and value.time.kind is TimeKind.DATE

    @property
    def spans_years(self) -> bool:
        """Whether it is a time limit that may be the horizon of a plan: a date, or a length in years."""
        value = self.mention.value
        if not isinstance(value, Timing):
            return False
        return self.dates or (value.time.kind is TimeKind.DURATION and value.time.unit is TimeUnit.YEAR)


def _counts(value: object) -> bool:
    if isinstance(value, Responsibility):
        return value.role is not DepartmentRole.NONE
    if isinstance(value, Figure):
        return value.role is QuantityRole.TARGET
    if isinstance(value, Timing):
        return value.role is TimeRole.LIMIT
    return True


def gather(document: Document, layers: Iterable[Iterable[Mention[Any]]]) -> list[Member]:
    """The mentions of the three layers that count as members, in the order of the text."""
    found = []
    for layer, mentions in enumerate(layers):
        for mention in mentions:
            if _counts(mention.value):
                place = document.find(mention)
                found.append(Member(place.start, place.stop, layer, mention))
    found.sort(key=lambda member: (member.start, member.layer, member.stop))
    return found


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
        if group is not None and _GAP.fullmatch(document.text, group.stop, member.start):
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


class Lead(NamedTuple):
    """Actors that a title or a label names for the statements after it.

    Attributes:
        begin, end: the stretch that they lead.
        members: the departments.
    """

    begin: int
    end: int
    members: tuple[Member, ...]


def leads(document: Document, members: Sequence[Member]) -> tuple[list[Lead], list[Member]]:
    """What titles (``（一）市财政局。``) and labels (``市财政局：``) lead, and the members without those in titles."""
    found: list[Lead] = []
    others: list[Member] = []
    index = 0
    while index < len(members):
        if members[index].layer != DEPARTMENT:
            others.append(members[index])
            index += 1
            continue
        stop = _list_end(document.text, members, index)
        held = tuple(members[index:stop])
        index = stop
        stretch = _titled(document, held)
        if stretch is None:
            others += held
            stretch = _labelled(document, held)
        if stretch is not None:
            found.append(Lead(*stretch, held))
    return found, others


def _list_end(text: str, members: Sequence[Member], index: int) -> int:
    """The index after the last of the actors that stand in one list."""
    stop = index + 1
    while stop < len(members) and members[stop].layer == DEPARTMENT:
        if not _GAP.fullmatch(text, members[stop - 1].stop, members[stop].start):
            break
        stop += 1
    return stop


def _titled(document: Document, held: Sequence[Member]) -> tuple[int, int] | None:
    """The words of the point whose title is nothing but a list of actors, with a colon or without."""
    text, stop = document.text, held[-1].stop
    end = stop + (text[stop : stop + 1] in _COLONS)
    if text[end : end + 1] not in _TITLE_ENDS:
        return None
    point = outline(document).at(held[0].start)
    if point is None or text[point.body : held[0].start].strip():
        return None
    return end + 1, point.stop


def _labelled(document: Document, held: Sequence[Member]) -> tuple[int, int] | None:
    """The rest of the paragraph that begins with a list of actors and a colon."""
    text, start, stop = document.text, held[0].start, held[-1].stop
    if text[stop : stop + 1] not in _COLONS or text[stop + 1 : stop + 2] in _TITLE_ENDS:
        return None
    paragraph = layout(document).paragraphs.bounds(start)
    point = outline(document).at(start)
    opens = paragraph[0] if point is None else max(point.body, paragraph[0])
    if text[opens:start].strip():
        return None
    return layout(document).statements.bounds(stop)[1], paragraph[1] if point is None else min(point.stop, paragraph[1])
