"""Where the clauses of a statement begin: each with its actor, or with what its duty is about."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from policyextract.duty import parts, words
from policyextract.duty.charge import is_bare
from policyextract.duty.group import Group, groups
from policyextract.duty.member import TARGET, TIME, Member
from policyextract.duty.unit import Clause, Unit
from policyextract.grammar.name.predicate import acts_at
from policyextract.marks.segment import layout
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_COMMAS = frozenset("，,：:")
_PARTS = frozenset("、")
_LONGEST_ATTRIBUTE = 6
_START = attrgetter("start")
_HELPS = pattern(r"(?:\L<marks.modal>|\L<duty.manner>){0,3}\L<part.only-helps>")
_SAME_TASK = pattern(r"[一-鿿]{2}\L<duty.same>?\L<duty.task>|[一-鿿]{0,4}[，,。；;]")


def _joins(text: str, clause: Clause, group: Group) -> bool:
    """Whether a list of actors belongs to the clause before it."""
    if clause.actor < 0:
        return group.kind == "object"
    if group.first.supports and _has_own_task(text, group.stop):
        return is_bare(text, clause, group.start)
    return group.kind != "subject" or group.first.supports or is_bare(text, clause, group.start)


def _has_own_task(text: str, stop: int) -> bool:
    """Whether those who help are told with what: 各县区 + 配合做好征地拆迁; not 配合做好相关工作."""
    helps = _HELPS.match(text, stop)
    if helps is None or not acts_at(text, helps.end(), headed=True):
        return False
    return _SAME_TASK.match(text, helps.end()) is None


def _goes_on(text: str, clause: Clause, group: Group) -> bool:
    """Whether nothing but parts stands between the actors of a clause and a list that joins them: ``A会同B``."""
    if group.kind == "driven" or clause.actor < 0:
        return False
    return is_bare(text, clause, group.start) or bool(
        parts.with_others().fullmatch(text, clause.actor, group.first.start)
    )


def _is_set_in(document: Document, group: Group) -> bool:
    """Whether an actor is only part of a condition (``需由A审批的，``) or of a noun (``由A牵头的机制``)."""
    text = document.text
    if group.hand < 0:
        return False
    stop = layout(document).clauses.bounds(group.first.start)[1]
    return text.endswith(("的，", "的,"), group.stop, stop) or parts.of_part().match(text, group.stop, stop) is not None


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
    if group.hand >= 0 and parts.not_topic().fullmatch(document.text, group.start, group.hand):
        start, group.start = (start if start < group.start else group.hand), group.hand
        return start, stop
    if parts.attribute().search(document.text, max(start, stop - _LONGEST_ATTRIBUTE), stop):
        return start, start
    return start, stop


def cut(document: Document, unit: Unit) -> list[Clause]:
    """The clauses of a unit, each from its actor, or from what it is about; the first may have no actor."""
    text = document.text
    clauses = [Clause(unit.body, unit.stop, "commitment.verb")]
    for group in groups(document, unit.body, unit.members):
        last = clauses[-1]
        if group.kind == "object" and (group.start > last.start or _comes_after(text, last, group)):
            _read_again(text, group)
        if _joins(text, last, group) or _is_set_in(document, group):
            last.actor = group.stop if _goes_on(text, last, group) else last.actor
            continue
        _begin(document, unit, clauses, group)
    return [*_by_horizon(document, clauses[0], unit.members), *clauses[1:]]


def _comes_after(text: str, clause: Clause, group: Group) -> bool:
    """Whether a list of actors follows the duty of others with no more than ``、``: ``A要每年检查一次、`` + B要…."""
    return clause.actor >= 0 and text[group.first.start - 1] in _PARTS


def _read_again(text: str, group: Group) -> None:
    """A modal makes an actor the subject, whatever stands before it in its piece: ``涉企事项各窗口单位要…``."""
    if not group.first.supports and words.modal_after().match(text, group.stop):
        group.kind = "subject"
        group.hand = group.first.start if parts.quantifier().match(text, group.first.start) else -1
        if text[group.first.start - 1] in _PARTS:
            group.start, group.reach, group.hand = group.first.start, group.first.start, -1


def _begin(document: Document, unit: Unit, clauses: list[Clause], group: Group) -> None:
    """End the last clause, and begin another with a list of actors."""
    text, last = document.text, clauses[-1]
    floor = max(last.start, last.actor)
    group.start = max(group.start, min(floor, group.first.start))
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
