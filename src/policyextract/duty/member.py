"""The members of commitments with their places in the cleaned text, the lists of actors, and what they lead."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from policyextract.duty import words
from policyextract.marks.segment import layout, outline
from policyextract.text.document import Document
from policyextract.text.pattern import pattern
from policyextract.text.span import Mention
from policyextract.values import (
    DepartmentRole,
    QuantityRole,
    TimeKind,
    TimeRole,
    TimeUnit,
    Timing,
)

DEPARTMENT, TARGET, TIME = range(3)
ASIDE = (DepartmentRole.NONE, QuantityRole.ACHIEVED, QuantityRole.OTHER, TimeRole.REFERENCE)  # roles without a duty
_ORDER = attrgetter("start", "layer", "stop")
_GAP = pattern(r"(?:、|和|及其?|以及|与|或|等[^，,。；;、]{0,8}+|[（(][^（()）]{0,30}+[）)]|\s)*[（(]?+")
LEAD = pattern(r"(?:力争|争取|确保)?[到至在自从于]?")  # what may stand before a time that opens a piece
_REACH = 64
_TITLE_ENDS = frozenset(("。", "\n", ""))
_COLONS = frozenset("：:")
_LEAD_ENDS = _TITLE_ENDS | _COLONS


class Member:
    """A department with a role, a target, or a time limit.

    Attributes:
        start, stop: its place in the cleaned text.
        layer: DEPARTMENT, TARGET or TIME.
        mention: what was found there.
        supports: whether it is a department that supports another.
        dates: whether it is a time limit in the calendar.
        spans_years: whether it is a time limit that may be the horizon of a plan: a date, or a length in years.
    """

    __slots__ = ("dates", "layer", "mention", "spans_years", "start", "stop", "supports")

    def __init__(self, start: int, stop: int, layer: int, mention: Mention[Any]) -> None:
        self.start, self.stop, self.layer, self.mention = start, stop, layer, mention
        self.supports = self.dates = self.spans_years = False
        if layer == DEPARTMENT:
            self.supports = getattr(mention.value, "role", None) is DepartmentRole.SUPPORT
        elif layer == TIME and isinstance(mention.value, Timing):
            time = mention.value.time
            self.dates = time.kind is TimeKind.DATE
            self.spans_years = self.dates or (time.kind is TimeKind.DURATION and time.unit is TimeUnit.YEAR)


def gather(document: Document, layers: Iterable[Iterable[Mention[Any]]]) -> list[Member]:
    """The mentions of the three layers that count as members, in the order of the text."""
    to_text = document.offsets.to_text
    found: dict[tuple[tuple[int, int], int], Member] = {}
    for layer, mentions in enumerate(layers):
        for mention in mentions:
            if getattr(mention.value, "role", None) not in ASIDE:
                span = mention.span
                place = to_text(span.start, span.stop)
                found[place, layer] = Member(*place, layer, mention)
    return sorted(found.values(), key=_ORDER)


def holds(members: Iterable[Member], layer: int) -> bool:
    """Whether there is a member of a layer."""
    for member in members:  # noqa: SIM110  # a generator costs more than it says
        if member.layer == layer:
            return True
    return False


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
    text = document.text
    group: Group | None = None
    before: Member | None = None
    for member in members:
        if member.layer == DEPARTMENT:
            if group is not None and _GAP.fullmatch(text, group.stop, member.start):
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
    begin, kind = _kind(text, floor if time is None else time.stop, start)
    return Group(first, begin if time is None else floor, begin, kind)


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
    text = document.text
    found: list[Lead] = []
    titles: set[Member] = set()
    for index, member in enumerate(members):
        if member.layer != DEPARTMENT or text[member.stop : member.stop + 1] not in _LEAD_ENDS:
            continue
        if index + 1 < len(members) and _go_on(text, member, members[index + 1]):
            continue
        held = _list_before(text, members, index)
        stretch = _titled(document, held)
        if stretch is not None:
            titles.update(held)
        else:
            stretch = _labelled(document, held)
        if stretch is not None:
            found.append(Lead(*stretch, held))
    return found, [member for member in members if member not in titles]


def _go_on(text: str, member: Member, after: Member) -> bool:
    """Whether two actors stand in one list."""
    return after.layer == DEPARTMENT == member.layer and _GAP.fullmatch(text, member.stop, after.start) is not None


def _list_before(text: str, members: Sequence[Member], last: int) -> tuple[Member, ...]:
    """The actors of the list that ends with one of them."""
    first = last
    while first and _go_on(text, members[first - 1], members[first]):
        first -= 1
    return tuple(members[first : last + 1])


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
