"""The clauses of one statement: from an actor, or from the verb where no actor is named, to the end of its duty."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from policyextract.duty import words
from policyextract.duty.member import LEAD, TARGET, TIME, Group, Member, groups, holds
from policyextract.duty.unit import Clause, Unit
from policyextract.marks.segment import layout, outline
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_FILLER = pattern(r"[，,、：:\s到至在自从于前内起将的，每]")
_COMMAS = frozenset("，,：:")
_COMMA = pattern("[，,：:]")
_SIGNS = frozenset("，,、；;：:。！？!?")
_SHORTEST = 2  # characters that say nothing yet
_LONGEST_END = 40
_LONGEST_NAME = 20  # characters after an actor that may be no more than the rest of a name
_START = attrgetter("start")


def body(document: Document, start: int, first: int) -> int:
    """Where the words of a statement begin, after list markers, a boxed title and blank space."""
    text = document.text
    point = outline(document).at(first)
    if point is not None and start <= point.body <= first:
        start = point.body
        title_start, title_stop = point.title
        if title_stop > title_start and title_stop < first and text[title_stop : title_stop + 1] == "】":
            start = title_stop + 1
    start = _past_space(text, start, first)
    name = words.item_name().match(text, start, first)
    return _past_space(text, name.end(), first) if name else start


def _past_space(text: str, start: int, first: int) -> int:
    while start < first and text[start] in " \t\n\u3000，,、。；;：:】）)":
        start += 1
    return start


def _is_bare(text: str, clause: Clause, stop: int) -> bool:
    return clause.actor >= 0 and bool(words.bare().fullmatch(text, clause.actor, stop))


def _joins(text: str, clause: Clause, group: Group) -> bool:
    """Whether a list of actors belongs to the clause before it."""
    if clause.actor < 0:
        return group.kind == "object"
    return group.kind != "subject" or group.first.supports or _is_bare(text, clause, group.start)


def _trimmed(text: str, start: int, last: int, stop: int) -> int:
    comment = words.comment().search(text, last, stop)
    if comment:
        stop = comment.start()
    floor, end = max(start, stop - _LONGEST_END), stop
    while end > floor and (text[end - 1] in _SIGNS or text[end - 1].isspace()):
        end -= 1
    if end == floor or text[end - 1] not in words.link_ends():
        return end
    match = words.loose_end().search(text, floor, stop)
    return match.start() if match else stop


def _horizon_before(document: Document, floor: int, reach: int, members: Sequence[Member]) -> int:
    """Where the time begins that fills the piece before an actor: ``，到2025年，各地应当``."""
    text = document.text
    if text[reach - 1 : reach] not in _COMMAS:
        return reach
    index = bisect_left(members, reach, key=_START) - 1
    time = members[index] if index >= 0 else None
    if time is None or time.layer != TIME or time.start <= floor:
        return reach
    piece = layout(document).clauses.bounds(time.start)[0]
    fills = time.stop == reach - 1 and LEAD.fullmatch(text, piece, time.start)
    return piece if piece > floor and fills else reach


def _cut(document: Document, unit: Unit) -> list[Clause]:
    """The clauses of a unit, each from its actor; the first may have none."""
    text = document.text
    clauses = [Clause(unit.body, unit.stop, "commitment.verb")]
    for group in groups(document, unit.body, unit.members):
        last = clauses[-1]
        if group.kind == "object" and not group.first.supports and group.start > last.start:
            group.kind = "subject" if words.modal_after().match(text, group.stop) else group.kind
        if _joins(text, last, group):
            if group.kind != "driven" and _is_bare(text, last, group.start):
                last.actor = group.stop
            continue
        group.reach = _horizon_before(document, max(last.start, last.actor), group.reach, unit.members)
        last.stop = group.reach
        if last.actor < 0 and last.stop == last.start:  # nothing stands before the first actor
            clauses.pop()
        shares = last.split or "其中" in text[max(last.start, group.start - 8) : group.first.start]
        rule = "commitment.driven" if group.kind == "driven" else "commitment.actor"
        clauses.append(Clause(group.start, unit.stop, rule, group.stop, reach=group.reach, split=shares))
    return [*_by_horizon(document, clauses[0], unit.members), *clauses[1:]]


def _by_horizon(document: Document, clause: Clause, members: Sequence[Member]) -> list[Clause]:
    """The parts of a clause without an actor that have dates of their own: ``到2023年达到4人，到2025年达到5人``."""
    parts, cut, dated, aimed = [clause], 0, False, False
    for member in members if clause.actor < 0 else ():
        if member.start >= clause.stop:
            break
        if member.layer == TARGET and cut:
            parts.append(Clause(cut, parts[-1].stop, clause.rule, reach=cut))
            parts[-2].stop, cut = cut, 0
        elif member.layer == TARGET:
            aimed = dated
        elif member.dates:
            dated = True
            piece = layout(document).clauses.bounds(member.start)[0]
            cut = piece if aimed and LEAD.fullmatch(document.text, piece, member.start) else cut
    return parts


def _is_adjunct(text: str, clause: Clause) -> bool:
    """Whether the words before the first actor only say when, where or why."""
    start = clause.start
    if clause.stop - start <= _SHORTEST:
        return True
    for comma in (*(match.start() for match in _COMMA.finditer(text, start, clause.stop)), clause.stop):
        piece = _FILLER.sub("", text[start:comma])
        inside = sum(
            min(member.stop, comma) - max(member.start, start)
            for member in clause.members
            if member.layer == TIME and start <= member.start < comma
        )
        if len(piece) - inside > _SHORTEST and not words.adjunct().match(text, start, comma):
            return False
        start = comma + 1
    return True


def _place_members(clauses: Sequence[Clause], members: Sequence[Member]) -> None:
    index, last = 0, len(clauses) - 1
    if not last:
        clauses[0].members += members
        return
    for member in members:
        while index < last and clauses[index + 1].reach <= member.start:
            index += 1
        clauses[index].members.append(member)


def _opened(text: str, clause: Clause) -> None:
    """Move the beginning of a clause without an actor to the modal that opens its duty."""
    first = clause.members[0].start if clause.members else clause.stop
    reason = words.reason().match(text, clause.start, first)
    if reason:
        clause.start = reason.end()
    *_, opener = [words.opener().match(text, clause.start), *words.opener().finditer(text, clause.start, first)]
    if opener:
        clause.start = opener.end()


def clauses_of(document: Document, unit: Unit, *, whole: bool) -> list[Clause]:
    """The clauses of a unit that hold members; of a ``whole`` unit also the words before its first actor."""
    text, members = document.text, unit.members
    unit.body = body(document, unit.start, members[0].start if members else unit.stop - 1)
    clauses = _cut(document, unit)
    _place_members(clauses, members)
    head = clauses[0]
    if len(clauses) > 1 and head.rule == "commitment.verb":
        if _is_adjunct(text, head):
            clauses[1].members[:0] = head.members
            del clauses[0]
        elif len(clauses) == 2 and _is_bare(text, clauses[1], clauses[1].stop):
            head.members += clauses[1].members
            head.stop, head.rule, head.reach = clauses[1].stop, "commitment.actor-last", clauses[1].start
            del clauses[1]
        elif not head.members and not whole:
            del clauses[0]
    for clause in clauses:
        _close(text, clause)
    return [
        clause
        for clause in clauses
        if clause.stop > clause.start and (clause.members or whole) and not _is_name(text, clause)
    ]


def _close(text: str, clause: Clause) -> None:
    """Bring a clause to the bounds of its duty."""
    if clause.actor < 0:
        _opened(text, clause)
    last = clause.start
    for member in clause.members:
        if last < member.stop <= clause.stop:
            last = member.stop
    clause.announces = _announces(text, clause)
    clause.stop = _trimmed(text, clause.start, last, clause.stop)


def _announces(text: str, clause: Clause) -> bool:
    if clause.actor < 0 or text[clause.stop - 1] not in "：:":
        return False
    if holds(clause.members, TARGET) or holds(clause.members, TIME):
        return False
    return (
        _is_bare(text, clause, clause.stop - 1)
        or words.announcement().search(text, clause.actor, clause.stop) is not None
    )


def _is_name(text: str, clause: Clause) -> bool:
    """Whether an actor is only named, with no duty: ``市政府网``, ``市政府副秘书长``."""
    if clause.rule != "commitment.actor" or clause.stop - clause.actor > _LONGEST_NAME:
        return False
    if holds(clause.members, TARGET) or holds(clause.members, TIME):
        return False
    return text[clause.start] == text[clause.members[0].start] and bool(
        words.mere_name().fullmatch(text, clause.actor, clause.stop)
    )
