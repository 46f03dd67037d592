"""Which part each list of departments has: in a bracket of responsibility, under a label, or in its clause."""

from bisect import bisect_right
from collections.abc import Sequence

from policyextract.grammar.name.roster import Roster
from policyextract.marks import field
from policyextract.marks.enclosure import brackets
from policyextract.marks.field import Zone, holders
from policyextract.marks.segment import layout
from policyextract.reading.assertion import before, of_clause, said, tells
from policyextract.reading.part.phrase import chains, joined
from policyextract.reading.part.role import part
from policyextract.reading.part.standpoint import Part, explicit
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_SEGMENT_END = pattern(r"[，,；;。]")
_ROLE_WORD = pattern("\\L<part.role>")
_TAILS = (
    (pattern("牵头"), "lead"),
    (pattern("\\L<part.tail-support>"), "support"),
    (pattern("\\L<part.tail-supervise>"), "supervise"),
    (pattern("\\L<part.tail-responsible>"), "responsible"),
)
_LABELLED = pattern(r"[:：][^，,；;。：:]*\Z")
_WITH = pattern("\\L<part.with>")
_SENTENCE_ENDS = frozenset("。；;！")
_CLOSES = frozenset(("", "\n", "。", "；", ";"))
_MOSTLY, _ALL = 0.5, 0.85
_LONGEST_HEAD = 8
_NEAR = 3
_LONGEST_SEGMENT = 60
_CLAUSE_OPENS = frozenset("，,；;。：:\n")
_COMMAS = ("，", ",")
_OPEN_PARTS = frozenset(("named", "noun"))
_CLAUSE_PARTS = frozenset(("duty", "subject", "stated", "timed", "oversees"))
_REPORTED = Part("none", "reports", True)
_WEAK = frozenset(("weak",))
_BY_CLAUSE = frozenset(("subject", "stated", "by", "with", "together", "object", "moved", "helped", "handed"))


def _is_charge(text: str, span: tuple[int, int], members: list[Roster], labelled: bool) -> bool:
    """Whether a bracket says who is in charge, and does not explain the word before it."""
    if labelled:
        return True
    start, stop = span
    first = members[0]
    if first.start - start - 1 > _LONGEST_HEAD or (first.names[0].bare and len(members) == 1):
        return False
    if _ROLE_WORD.search(text, first.stop, stop):
        return True
    share = sum(roster.stop - roster.start for roster in members) / (stop - start - 2)
    if text[start - 1 : start] in _SENTENCE_ENDS:
        return share >= _MOSTLY
    return share >= _ALL and text[stop : stop + 1] in _CLOSES


def _tail_role(text: str, stop: int, limit: int) -> str:
    """The part that the end of a segment gives: 等和各省级人民政府（按职责）负责."""
    limit = min(limit, stop + _LONGEST_SEGMENT)
    end = _SEGMENT_END.search(text, stop, limit)
    limit = end.start() if end else limit
    return next((role for words, role in _TAILS if words.search(text, stop, limit)), "")


def _own_role(document: Document, roster: Roster, zone: Zone | None, span: tuple[int, int]) -> str:
    """The part that its own segment of a bracket gives a list, empty if none does."""
    text = document.text
    found = part(document, roster, max(span[0] + 1, roster.start - _NEAR), span[1])
    if found.rule in ("with", "object", "moved"):
        return found.role
    if _WITH.match(text, roster.stop):
        return "responsible"
    return explicit(text, roster.stop) or (zone.role if zone else "") or _tail_role(text, roster.stop, span[1] - 1)


def _in_bracket(
    document: Document, span: tuple[int, int], members: list[Roster], zones: list[Zone | None]
) -> list[Part]:
    """The parts of the lists of one bracket; one without has that of the next; others support a lead."""
    text = document.text
    own = [_own_role(document, roster, zone, span) for roster, zone in zip(members, zones, strict=True)]
    following = "responsible"
    for index in range(len(own) - 1, -1, -1):
        following = own[index] = own[index] or following
    led = "lead" in own and not any(zones)
    parts = []
    for role, roster, zone in zip(own, members, zones, strict=True):
        given = "support" if led and role == "responsible" else role
        if zone is not None:
            parts.append(Part(given, "bracket", True, zone.label, roster is members[0]))
        elif _LABELLED.search(text, max(span[0] + 1, roster.start - _LONGEST_SEGMENT), roster.start):
            parts.append(Part("none", "aside", False))
        else:
            parts.append(Part(given, "bracket", True, first=roster is members[0]))
    return parts


def _zones(document: Document, starts: Sequence[int]) -> dict[int, Zone]:
    """The label zones that hold a list, by where the list begins."""
    zones = field.zones(document)
    held = holders([(zone.start, zone.stop) for zone in zones], starts)
    return {start: zones[index] for start, index in held.items()}


def _charges(document: Document, lists: list[Roster], zones: dict[int, Zone]) -> dict[int, Part]:
    """The parts of the lists in brackets of responsibility, by where the lists begin."""
    text, spans = document.text, [*brackets(document)]
    held_by = holders(spans, [roster.start for roster in lists])
    inside: dict[int, list[Roster]] = {}
    for roster in lists:
        if roster.start in held_by:
            inside.setdefault(held_by[roster.start], []).append(roster)
    found = {}
    for index, members in inside.items():
        held = [zones.get(roster.start) for roster in members]
        if _is_charge(text, spans[index], members, any(held)):
            for roster, given in zip(members, _in_bracket(document, spans[index], members, held), strict=True):
                found[roster.start] = given
    return found


def _is_reported(document: Document, roster: Roster, given: Part) -> bool:
    """Whether a clause tells what its subject has done: ``去年市财政局拨付5亿元``; a report gives no duty.

    An order that a report hands on is one, unless it was given long ago; so is what a report tells others to do.
    """
    if given.role == "none":
        return False
    if given.rule == "asked":
        start = layout(document).clauses.bounds(roster.start)[0]
        heard = (cue for cue in before(said(document, roster.start), roster.start) if cue.kind == "past")
        return any(cue.start >= start or (cue.wide and cue.word != "season" and not cue.tags & _WEAK) for cue in heard)
    if given.rule not in _BY_CLAUSE or not tells(document, roster.start):
        return False
    return given.rule != "object" or of_clause(document, roster.start).rule != "leaning"


def parts(document: Document, lists: list[Roster]) -> list[Part]:
    """The parts of the lists, in the order of the text."""
    text, clauses = document.text, layout(document).clauses.starts
    zones = _zones(document, [roster.start for roster in lists])
    charges = _charges(document, lists, zones)
    apart = [roster for roster in lists if roster.start not in charges and roster.start not in zones]
    joint = [(joined(chain), chain) for chain in chains(text, apart)]
    wholes = {roster.start: whole for whole, chain in joint for roster in chain}
    found: list[Part] = []
    last = None
    for roster, limit in zip(lists, _limits(text, lists), strict=True):
        start, stop = roster.start, roster.stop
        if start in charges:
            found.append(charges[start])
        elif start in zones:
            zone = zones[start]
            found.append(Part(explicit(text, stop) or zone.role, "label", True, zone.label, zone is not last))
            last = zone
        else:
            whole = wholes[start]
            given = part(document, whole, clauses[bisect_right(clauses, whole.start) - 1], limit)
            found.append(_REPORTED if _is_reported(document, whole, given) else given)
    return _together(text, lists, found)


def _limits(text: str, lists: list[Roster]) -> list[int]:
    """Where for each list the next begins that opens a clause, and so takes over what is told."""
    limits, limit = [], len(text)
    for roster in reversed(lists):
        limits.append(limit)
        limit = roster.start if text[roster.start - 1 : roster.start] in _CLAUSE_OPENS else limit
    return limits[::-1]


def _together(text: str, lists: list[Roster], found: list[Part]) -> list[Part]:
    """The parts; a list with a comma before another has the part of that one: 各区政府，市直各部门要抓好落实."""
    for index in range(len(lists) - 2, -1, -1):
        roster, following = lists[index], found[index + 1]
        goes_on = (
            text[roster.stop : lists[index + 1].start] in _COMMAS and text[roster.start - 1 : roster.start] != "的"
        )
        if goes_on and found[index].rule in _OPEN_PARTS and following.rule in _CLAUSE_PARTS and following.acts:
            found[index] = following
    return found
