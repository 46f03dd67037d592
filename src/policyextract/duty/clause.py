"""The clauses of one statement: from an actor, or from the verb where no actor is named, to the end of its duty."""

from collections.abc import Sequence

from policyextract.duty import heads, words
from policyextract.duty.charge import is_bare, is_handed, part_stop, settle
from policyextract.duty.cut import cut
from policyextract.duty.member import DEPARTMENT, TARGET, TIME, Member, holds
from policyextract.duty.naming import is_name, is_title_of_list
from policyextract.duty.piece import lead, pieces
from policyextract.duty.unit import Clause, Unit
from policyextract.marks.segment import outline
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_FILLER = pattern(r"[，,、：:\s到至在自从于前内起将的，每]")
_COMMA = pattern("[，,：:]")
_SIGNS = frozenset("，,、；;：:。！？!?")
_SHORTEST = 2  # characters that say nothing yet
_SHORT = 10  # characters of a duty that do not say by themselves what it is about (``及时办理``)
_LONGEST_END = 40


@shared
def _is_flattened(document: Document) -> bool:
    """Whether a document holds a table that was flattened to text."""
    return "序号" in document.text and heads.columns().search(document.text) is not None


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
    if _is_flattened(document):
        head = heads.columns().match(text, start, first) or heads.row_number().match(text, start, first)
        start = head.end() if head else start
    name = heads.item_name().match(text, start, first)
    return _past_space(text, name.end(), first) if name else start


def _past_space(text: str, start: int, first: int) -> int:
    while start < first and text[start] in " \t\n\u3000，,、。；;：:】）)":
        start += 1
    return start


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


def _is_adjunct(text: str, clause: Clause, after: Clause) -> bool:
    """Whether the words before the first actor only say when, where or why, not what it is charged with."""
    start = clause.start
    if holds(clause.members, TARGET):
        return False
    shape = words.adjunct() if part_stop(text, after) < 0 else words.ground()
    if clause.stop - start <= _SHORTEST:
        return True
    for comma in (*(match.start() for match in _COMMA.finditer(text, start, clause.stop)), clause.stop):
        piece = _FILLER.sub("", text[start:comma])
        inside = sum(
            min(member.stop, comma) - max(member.start, start)
            for member in clause.members
            if member.layer == TIME and start <= member.start < comma
        )
        if len(piece) - inside > _SHORTEST and not shape.match(text, start, comma):
            return False
        start = comma + 1
    return True


def _ends_in_time(text: str, clause: Clause, after: Clause) -> bool:
    """Whether the words before an actor who is handed a duty end in its time: ``自公布之日起一年内，由A划定``."""
    own = clause.members
    ends = len(own) == 1 and own[0].layer == TIME and clause.stop - own[0].stop <= 1
    return ends and is_handed(text, after) and _COMMA.search(text, clause.start, own[0].stop) is None


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
    clauses = cut(document, unit)
    _place_members(clauses, members)
    head = clauses[0]
    opens = len(clauses) > 1 and head.rule == "commitment.verb"
    if opens and (_is_adjunct(text, head, clauses[1]) or _ends_in_time(text, head, clauses[1])):
        clauses[1].members[:0] = head.members
        del clauses[0]
    clauses = settle(document, clauses)
    if len(clauses) > 1 and clauses[0].rule == "commitment.verb" and not (clauses[0].members or whole):
        _about(document, clauses[1], clauses[0])
        del clauses[0]
    for clause in clauses:
        _close(document, clause)
    return [
        clause
        for clause in clauses
        if clause.stop > clause.start and (clause.members or whole) and not is_name(document, clause)
    ]


def _about(document: Document, clause: Clause, head: Clause) -> None:
    """Give a clause whose duty is short the words before it, which say what it is about."""
    if clause.rule != "commitment.actor" or clause.topic[0] < clause.topic[1] or clause.stop - clause.actor > _SHORT:
        return
    *_, (start, stop) = pieces(document, head.start, head.stop)
    start = lead(document.text, start, stop, {})
    if stop - start > _SHORTEST and head.stop == clause.start:
        clause.start, clause.topic = start, (start, head.stop)


def _close(document: Document, clause: Clause) -> None:
    """Bring a clause to the bounds of its duty."""
    text = document.text
    if clause.actor < 0:
        _opened(text, clause)
    last = clause.start
    for member in clause.members:
        if last < member.stop <= clause.stop:
            last = member.stop
    clause.announces = _announces(document, clause)
    clause.stop = _trimmed(text, clause.start, last, clause.stop)


def _announces(document: Document, clause: Clause) -> bool:
    text = document.text
    if holds(clause.members, TARGET):
        return False
    if clause.actor < 0:
        listed = heads.announced().search(text, clause.start, clause.stop) is not None
        end = _trimmed(text, clause.start, clause.start, clause.stop)
        return listed or is_title_of_list(document, clause.start, end)
    if text[clause.stop - 1] not in "：:" or holds(clause.members, TIME):
        return False
    return (
        is_bare(text, clause, clause.stop - 1)
        or heads.announcement().search(text, clause.actor, clause.stop) is not None
    )
