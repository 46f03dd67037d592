"""Departments with their parts: who leads, who supports, who is responsible, who supervises, who merely stands by."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from policyextract.document import Document, Find
from policyextract.grammar import bracket
from policyextract.grammar.bracket import Zone
from policyextract.grammar.official import official
from policyextract.grammar.organ import Name
from policyextract.grammar.role import Part, explicit, part
from policyextract.grammar.roster import Roster, rosters
from policyextract.pattern import pattern
from policyextract.segment import layout, outline
from policyextract.values import DepartmentKind, DepartmentRole, Responsibility


class Charge(NamedTuple):
    """A bracket of responsibility: ``（州财政局牵头，州发改委配合）``.

    Attributes:
        start, stop: the bracket with its signs.
        governs: start and stop of the text that it is about: the item that it closes, or what follows the bracket
            before it in the same item.
        finds: the departments in it, with their roles.
    """

    start: int
    stop: int
    governs: tuple[int, int]
    finds: tuple[Find, ...]


class _Placed(NamedTuple):
    roster: Roster
    part: Part
    label: str
    bracket: int


_SEGMENT_END = pattern(r"[，,；;。]")
_FILLED = 0.5
_ROLE_WORD = pattern(r"牵头|负责|配合|参与|指导|落实|协助|责任|监督|督导|实施|承担")


def _zone_at(zones: Sequence[Zone], starts: list[int], position: int) -> Zone | None:
    index = bisect_right(starts, position) - 1
    return zones[index] if index >= 0 and position < zones[index].stop else None


def _bracket_at(spans: Sequence[tuple[int, int]], starts: list[int], position: int) -> int:
    index = bisect_right(starts, position) - 1
    return index if index >= 0 and position < spans[index][1] else -1


def _is_charge(text: str, span: tuple[int, int], members: list[Roster], labelled: bool) -> bool:
    """Whether a bracket says who is in charge, and does not explain the word before it."""
    start, stop = span
    if labelled:
        return True
    head = text[start + 1 : members[0].start]
    if len(head) > _LONGEST_HEAD or (members[0].names[0].bare and len(members) == 1):
        return False
    inner = text[start + 1 : stop - 1]
    if _ROLE_WORD.search(inner, members[0].stop - start - 1):
        return True
    named = sum(roster.stop - roster.start for roster in members)
    return text[start - 1 : start] in "。；;！" and named >= _FILLED * len(inner)


_LONGEST_HEAD = 8


def _charged(text: str, span: tuple[int, int], members: list[Roster], zones: Sequence[Zone | None]) -> list[Part]:
    """The parts of the lists of one bracket."""
    own = []
    floor = span[0] + 1
    for roster, zone in zip(members, zones, strict=True):
        found = part(text, roster, max(floor, roster.start - 3))
        given = found.role if found.rule in ("with", "object") else ""
        if _WITH.match(text, roster.stop):
            given = given or "responsible"
        given = (
            given
            or explicit(text, roster.stop)
            or (zone.role if zone else "")
            or _tail_role(text, roster.stop, span[1])
        )
        own.append(given)
    following = ""
    for index in range(len(own) - 1, -1, -1):
        following = own[index] = own[index] or following or "responsible"
    led = "lead" in own and not any(zones)
    return [
        Part("none", "aside", False)
        if zone is None and _LABELLED.search(text, span[0] + 1, roster.start)
        else Part("support" if led and role == "responsible" else role, "bracket", True)
        for role, roster, zone in zip(own, members, zones, strict=True)
    ]


_LABELLED = pattern(r"[:：][^，,；;。：:]*\Z")
_WITH = pattern(r"(?:会同|会商|联合|商)")


def _tail_role(text: str, stop: int, limit: int) -> str:
    """The part that the end of a segment gives: 等和各省级人民政府（按职责）负责."""
    end = _SEGMENT_END.search(text, stop, limit)
    tail = text[stop : end.start() if end else limit - 1]
    for word, role in (
        ("牵头", "lead"),
        ("配合", "support"),
        ("参与", "support"),
        ("指导", "supervise"),
        ("负责", "responsible"),
        ("落实", "responsible"),
    ):
        if word in tail:
            return role
    return ""


def _place(document: Document, lists: list[Roster]) -> list[_Placed]:
    """Each list with its part."""
    text = document.text
    zones, spans = bracket.zones(document), bracket.brackets(document)
    zone_starts, span_starts = [zone.start for zone in zones], [span[0] for span in spans]
    clauses = layout(document).clauses
    placed: list[_Placed] = []
    inside: dict[int, list[Roster]] = {}
    for roster in lists:
        index = _bracket_at(spans, span_starts, roster.start)
        if index >= 0:
            inside.setdefault(index, []).append(roster)
    charges = {}
    for index, members in inside.items():
        held = [_zone_at(zones, zone_starts, roster.start) for roster in members]
        if _is_charge(text, spans[index], members, any(held)):
            parts = _charged(text, spans[index], members, held)
            for roster, found, zone in zip(members, parts, held, strict=True):
                charges[roster.start] = _Placed(roster, found, zone.label if zone else "", index)
    for roster in lists:
        known = charges.get(roster.start)
        if known is None:
            zone = _zone_at(zones, zone_starts, roster.start)
            given = explicit(text, roster.stop)
            if zone is not None:
                known = _Placed(roster, Part(given or zone.role, "label", True), zone.label, -1)
            else:
                known = _Placed(roster, part(text, roster, clauses.bounds(roster.start)[0]), "", -1)
        placed.append(known)
    return placed


def _kept(placed: _Placed) -> list[Name]:
    """The names of a list that act, or are named in full."""
    names = placed.roster.names
    if placed.part.acts:
        return list(names)
    named = not all(name.bare for name in names)
    return [name for name in names if not name.bare or (named and name.rule != "department.group")]


def _by_name(text: str, name: Name) -> str:
    """The part that a role noun has as the actor of a duty: 牵头部门要…, 配合单位要…."""
    if name.kind != "group":
        return "responsible"
    word = text[name.start : name.stop]
    return "lead" if "牵头" in word else "support" if "配合" in word or "协办" in word else "responsible"


def _follows(placed: list[_Placed], index: int) -> bool:
    """Whether a list is not the first in its bracket."""
    entry, before = placed[index], placed[index - 1] if index else None
    return before is not None and before.bracket == entry.bracket >= 0 and before.part.rule == entry.part.rule


def _finds(document: Document, placed: list[_Placed], convention: int) -> list[tuple[Find, int]]:
    text = document.text
    found = []
    for position, entry in enumerate(placed):
        officials = official(text, entry.roster.names)
        names = _kept(entry)
        for order, name in enumerate(entry.roster.names):
            if name not in names:
                continue
            role = entry.part.role
            if role == "responsible":
                role = _by_name(text, name)
            if convention >= 0 and role == "responsible" and entry.part.rule in ("bracket", "label"):
                role = "support" if order or _follows(placed, position) else "lead"
            value = Responsibility(
                "".join(text[name.start : name.stop].split()),
                DepartmentKind(name.kind),
                DepartmentRole(role),
                officials[order],
                entry.label,
            )
            found.append((Find(name.start, name.stop, value, f"{name.rule}.{entry.part.rule}"), entry.bracket))
    return found


def _read(document: Document, given: tuple[str, ...]) -> tuple[tuple[Find, ...], tuple[Charge, ...]]:
    said = bracket.conventions(document)
    lists = [
        roster for roster in rosters(document, given) if not any(start <= roster.start < stop for start, stop in said)
    ]
    found = _finds(document, _place(document, lists), said[0][0] if said else -1)
    spans = bracket.brackets(document)
    held: dict[int, list[Find]] = {}
    for find, index in found:
        if index >= 0:
            held.setdefault(index, []).append(find)
    charges, last = [], 0
    points, paragraph = outline(document), document.text.rfind
    for index, finds in sorted(held.items()):
        start, stop = spans[index]
        point = points.at(start)
        begin = max(point.start if point else paragraph("\n", 0, start) + 1, last)
        charges.append(Charge(start, stop, (begin, start), tuple(finds)))
        last = stop
    return tuple(find for find, _ in found), tuple(charges)


def responsibilities(document: Document, names: tuple[str, ...] = ()) -> tuple[Find, ...]:
    """The departments of a document with kind, role, label and official name, in the order of the text.

    Args:
        document: what to read.
        names: further names that count as departments.

    >>> document = Document.plain("由州财政局牵头,会同州发改委做好这项工作。")
    >>> [(find.value.name, find.value.role.value) for find in responsibilities(document)]
    [('州财政局', 'lead'), ('州发改委', 'support')]
    """
    return document.once((responsibilities, names), lambda read: _read(read, names))[0]


def charges(document: Document, names: tuple[str, ...] = ()) -> tuple[Charge, ...]:
    """The brackets of responsibility of a document, each with its departments and the text that it governs.

    >>> document = Document.plain("一、加快建设。（州财政局牵头，州发改委配合）")
    >>> [(document.text[slice(*charge.governs)], len(charge.finds)) for charge in charges(document)]
    [('一、加快建设。', 2)]
    """
    return document.once((responsibilities, names), lambda read: _read(read, names))[1]
