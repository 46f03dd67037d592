"""Who has a duty and by when, said behind its words: ``建设公园10个，由A牵头，B配合，10月底前完成``."""

from collections.abc import Sequence

from policyextract.duty import parts, words
from policyextract.duty.member import DEPARTMENT, TARGET, TIME, Member, holds
from policyextract.duty.piece import lead, pieces, places_of, says_nothing
from policyextract.duty.unit import Clause
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_TOLD_TO_HELP = pattern(  # 各部门 + 要各负其责、密切配合
    r"(?<=[^，,。；;])[，,]?\L<marks.modal>(?:(?!\L<duty.answers>)[^。；;]){0,40}[。；;]?\s*\Z"
)

_PAUSES = frozenset("，,、；;：:。！？!?）)】〕 \n")


def part_stop(text: str, clause: Clause) -> int:
    """Where the words end that give the actors of a clause no more than their part (``牵头，``), or -1."""
    if clause.actor < 0 or clause.rule != "commitment.actor" or _has_topic(text, clause):
        return -1
    return max(_part_stop(text, clause, clause.actor), _part_stop(text, clause, clause.named))


def _part_stop(text: str, clause: Clause, start: int) -> int:
    match = parts.bare().match(text, start, clause.stop)
    end = match.end() if match else -1
    if end < 0 or (end < clause.stop and text[end - 1] not in _PAUSES):
        return -1
    return end if parts.roles().search(text, start, end) or end == clause.stop else -1


def _has_topic(text: str, clause: Clause) -> bool:
    """Whether a clause says itself what its duty is about, and does not only point back (``此项工作由…``)."""
    start, stop = clause.topic
    return start < stop and parts.anaphor().fullmatch(text, start, stop) is None


def is_bare(text: str, clause: Clause, stop: int) -> bool:
    """Whether nothing but the part of its actors stands between them and a place, and no more is asked of them."""
    if clause.actor < 0 or parts.asked_to_check().match(text, clause.actor, stop):
        return False
    return parts.bare().fullmatch(text, clause.actor, stop) is not None


def settle(document: Document, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses of a statement, each with who has its duty and by when where that stands behind its words."""
    found: list[Clause] = []
    for clause in clauses:
        end = part_stop(document.text, clause) if found else -1
        if end < 0 or not _belongs(document, found[-1], clause, end):
            found.append(clause)
            continue
        if found[-1].charges:
            found += _next_task(document, found[-1])
        _join(found[-1], clause, end)
    return found


def _belongs(document: Document, task: Clause, clause: Clause, end: int) -> bool:
    """Whether a clause only says who has the duty before it, or what the same actors do about it then."""
    if says_nothing(document, task.start, task.stop, task.members):
        return False
    if says_nothing(document, end, clause.stop, clause.members):
        return True
    if task.actor >= 0 or parts.state().search(document.text, task.start, task.stop):
        return False
    if holds(task.members, TARGET) or holds(task.members, TIME) or is_handed(document.text, clause):
        return True
    return words.order().match(document.text, task.start) is not None


def is_handed(text: str, clause: Clause) -> bool:
    """Whether a word hands the actors of a clause its duty: ``由A牵头``."""
    return parts.handed().match(text, max(clause.start, clause.topic[1])) is not None


def _join(task: Clause, clause: Clause, end: int) -> None:
    if task.actor < 0:
        task.rule = "commitment.actor-last"
    task.charges.append((clause.start, end))
    task.members += clause.members
    task.stop = clause.stop


def _next_task(document: Document, task: Clause) -> list[Clause]:
    """The words behind the charge of a task that are a task of their own, since another charge follows them."""
    start, text = task.charges[-1][1], document.text
    places = places_of(task.members)
    begin = -1
    for first, last in reversed(list(pieces(document, start, task.stop))):
        if lead(text, first, last, places) > first or says_nothing(document, first, last, ()):
            break
        begin = first
    if begin < 0:
        return []
    following = Clause(begin, task.stop, "commitment.verb")
    following.members = _from(task.members, begin)
    del task.members[len(task.members) - len(following.members) :]
    task.stop = begin
    return [following]


def _from(members: Sequence[Member], begin: int) -> list[Member]:
    return [member for member in members if member.start >= begin]


def is_cell(member: Member) -> bool:
    """Whether an actor stands in a column of a flattened table."""
    return member.layer == DEPARTMENT and member.mention.rule.endswith(".column")


def is_charge(document: Document, start: int, stop: int, members: Sequence[Member]) -> bool:
    """Whether a sentence says no more than who has the duty before it (``此项工作由A牵头，B配合。``), or until when."""
    word = parts.taken() if holds(members, DEPARTMENT) else parts.done()
    if _TOLD_TO_HELP.search(document.text, start, stop) is not None:
        return False
    return word.search(document.text, start, stop) is not None and says_nothing(document, start, stop, members)
