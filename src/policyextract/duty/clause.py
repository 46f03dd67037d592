"""The clauses of one statement: from an actor, or from the verb where no actor is named, to the end of its duty."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from policyextract.duty import words
from policyextract.duty.charge import settle
from policyextract.duty.group import Group, groups
from policyextract.duty.member import DEPARTMENT, TARGET, TIME, Member, holds
from policyextract.duty.piece import lead, pieces
from policyextract.duty.unit import Clause, Unit
from policyextract.marks.segment import layout, outline
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_FILLER = pattern(r"[，,、：:\s到至在自从于前内起将的，每]")
_COMMAS = frozenset("，,：:")
_COMMA = pattern("[，,：:]")
_SIGNS = frozenset("，,、；;：:。！？!?")
_SHORTEST = 2  # characters that say nothing yet
_SHORT = 10  # characters of a duty that do not say by themselves what it is about (``及时办理``)
_LONGEST_END = 40
_LONGEST_NAME = 20  # characters after an actor that may be no more than the rest of a name
_HEAD_LINES = 4  # lines among which the title of a text stands
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


def _goes_on(text: str, clause: Clause, group: Group) -> bool:
    """Whether nothing but parts stands between the actors of a clause and a list that joins them: ``A会同B``."""
    if group.kind == "driven" or clause.actor < 0:
        return False
    return _is_bare(text, clause, group.start) or bool(
        words.with_others().fullmatch(text, clause.actor, group.first.start)
    )


def _is_set_in(document: Document, group: Group) -> bool:
    """Whether an actor is only part of a condition (``需由A审批的，``) or of a noun (``由A牵头的机制``)."""
    text = document.text
    if group.hand < 0:
        return False
    stop = layout(document).clauses.bounds(group.first.start)[1]
    return text.endswith(("的，", "的,"), group.stop, stop) or words.of_part().match(text, group.stop, stop) is not None


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
    fills = time.stop == reach - 1 and words.opens_time().fullmatch(text, piece, time.start)
    return piece if piece > floor and fills else reach


def _condition_before(document: Document, floor: int, start: int) -> int:
    """Where the condition begins that stands right before a clause (``逾期不改的，由…``), else its own start."""
    if start <= floor or not document.text.endswith(("的，", "的,"), floor, start):
        return start
    return max(layout(document).clauses.bounds(start - 1)[0], floor)


def _topic(document: Document, floor: int, group: Group) -> tuple[int, int]:
    """The words before a list of actors that say what its duty is about."""
    start = _condition_before(document, floor, group.start)
    stop = group.hand if group.hand >= 0 else group.start
    if group.hand >= 0 and words.not_topic().fullmatch(document.text, group.start, group.hand):
        start, group.start = (start if start < group.start else group.hand), group.hand
        return start, stop
    if words.attribute().search(document.text, start, stop):
        return start, start
    return start, stop


def _cut(document: Document, unit: Unit) -> list[Clause]:
    """The clauses of a unit, each from its actor, or from what it is about; the first may have no actor."""
    text = document.text
    clauses = [Clause(unit.body, unit.stop, "commitment.verb")]
    for group in groups(document, unit.body, unit.members):
        last = clauses[-1]
        if group.kind == "object" and group.start > last.start:
            _read_again(text, group)
        if _joins(text, last, group) or _is_set_in(document, group):
            last.actor = group.stop if _goes_on(text, last, group) else last.actor
            continue
        _begin(document, unit, clauses, group)
    return [*_by_horizon(document, clauses[0], unit.members), *clauses[1:]]


def _read_again(text: str, group: Group) -> None:
    """A modal makes an actor the subject, whatever stands before it in its piece: ``涉企事项各窗口单位要…``."""
    if not group.first.supports and words.modal_after().match(text, group.stop):
        group.kind = "subject"
        group.hand = group.first.start if words.quantifier().match(text, group.first.start) else -1


def _begin(document: Document, unit: Unit, clauses: list[Clause], group: Group) -> None:
    """End the last clause, and begin another with a list of actors."""
    text, last = document.text, clauses[-1]
    floor = max(last.start, last.actor)
    topic = _topic(document, floor, group)
    reach = _horizon_before(document, floor, min(group.reach, topic[0]), unit.members)
    last.stop = reach
    shares = last.split or "其中" in text[max(last.start, group.start - 8) : group.first.start]
    if last.actor < 0 and last.stop == last.start:  # nothing stands before the first actor
        clauses.pop()
    rule = "commitment.driven" if group.kind == "driven" else "commitment.actor"
    clause = Clause(min(group.start, topic[0]), unit.stop, rule, group.stop, reach=reach, split=shares)
    clause.topic = topic
    clauses.append(clause)


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
            cut = piece if aimed and words.opens_time().fullmatch(document.text, piece, member.start) else cut
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
    """Hand each member to the clause that it stands in; an actor in what a duty is about has no part in it."""
    index, last = 0, len(clauses) - 1
    for member in members:
        while index < last and clauses[index + 1].reach <= member.start:
            index += 1
        clause = clauses[index]
        if member.layer != DEPARTMENT or not clause.topic[0] <= member.start < clause.topic[1]:
            clause.members.append(member)


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
    if len(clauses) > 1 and head.rule == "commitment.verb" and _is_adjunct(text, head):
        clauses[1].members[:0] = head.members
        del clauses[0]
    clauses = settle(document, clauses)
    if len(clauses) > 1 and clauses[0].rule == "commitment.verb" and not (clauses[0].members or whole):
        _about(document, clauses[1], clauses[0])
        del clauses[0]
    for clause in clauses:
        _close(text, clause)
    return [
        clause
        for clause in clauses
        if clause.stop > clause.start and (clause.members or whole) and not _is_name(document, clause)
    ]


def _about(document: Document, clause: Clause, head: Clause) -> None:
    """Give a clause whose duty is short the words before it, which say what it is about."""
    if clause.rule != "commitment.actor" or clause.topic[0] < clause.topic[1] or clause.stop - clause.actor > _SHORT:
        return
    *_, (start, stop) = pieces(document, head.start, head.stop)
    start = lead(document.text, start, stop, {})
    if stop - start > _SHORTEST and head.stop == clause.start:
        clause.start, clause.topic = start, (start, head.stop)


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
    if holds(clause.members, TARGET):
        return False
    if clause.actor < 0:
        return words.announced().search(text, clause.start, clause.stop) is not None
    if text[clause.stop - 1] not in "：:" or holds(clause.members, TIME):
        return False
    return (
        _is_bare(text, clause, clause.stop - 1)
        or words.announcement().search(text, clause.actor, clause.stop) is not None
    )


def _is_title(document: Document, clause: Clause) -> bool:
    """Whether a clause is the title of a text: ``市住建局党组会议纪要`` as a line of its own among the first."""
    segments = layout(document)
    line = segments.paragraphs.at(clause.start)
    if line >= _HEAD_LINES or document.text[segments.paragraphs.starts[line] : clause.start].strip():
        return False
    is_asked = words.modal_after().match(document.text, clause.actor)
    return is_asked is None and segments.is_heading(document, clause.start)


def _is_name(document: Document, clause: Clause) -> bool:
    """Whether an actor is only named, with no duty: ``市政府网``, ``市政府副秘书长``."""
    text = document.text
    if clause.rule != "commitment.actor":
        return False
    if words.office().search(text, clause.actor, clause.stop):
        return True
    if holds(clause.members, TARGET) or holds(clause.members, TIME) or not clause.members:
        return False
    if _is_title(document, clause):
        return True
    if clause.stop - clause.actor > _LONGEST_NAME:
        return False
    return text[clause.start] == text[clause.members[0].start] and bool(
        words.mere_name().fullmatch(text, clause.actor, clause.stop)
    )
