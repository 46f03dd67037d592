"""Clauses that only name somebody or something, and give no duty: titles, offices, names in cells."""

from policyextract.duty import heads, parts, words
from policyextract.duty.member import TARGET, TIME, holds
from policyextract.duty.unit import Clause
from policyextract.marks.heading import heading
from policyextract.marks.segment import layout
from policyextract.text.document import Document

_SHORTEST = 2  # characters that say nothing yet
_LONGEST_NAME = 20  # characters after an actor that may be no more than the rest of a name
_HEAD_LINES = 4  # lines among which the title of a text stands


def is_title_of_list(document: Document, start: int, stop: int) -> bool:
    """Whether a stretch is a title that names no duty: ``今后五年主要目标``, ``组织实施阶段（3月1日至3月31日）``."""
    shaped = heads.list_title().fullmatch(document.text, start, stop) is not None
    return shaped and heading(document, start, stop) is not None


def _is_title(document: Document, clause: Clause) -> bool:
    """Whether a clause is the title of a text: ``市住建局党组会议纪要`` as a line of its own among the first."""
    segments = layout(document)
    line = segments.paragraphs.at(clause.start)
    if line >= _HEAD_LINES or document.text[segments.paragraphs.starts[line] : clause.start].strip():
        return False
    is_asked = words.modal_after().match(document.text, clause.actor)
    return is_asked is None and segments.is_heading(document, clause.start)


def is_name(document: Document, clause: Clause) -> bool:
    """Whether somebody is only named, with no duty: ``市政府网``, ``市政府副秘书长``, ``医政处、人事处`` in a cell."""
    text = document.text
    if not clause.members:
        return heads.mere_bodies().fullmatch(text, clause.start, clause.stop) is not None
    if clause.rule != "commitment.actor":
        return False
    if parts.office().search(text, clause.actor, clause.stop):
        return True
    if holds(clause.members, TARGET) or holds(clause.members, TIME):
        return False
    if _is_title(document, clause):
        return True
    if clause.stop - clause.actor <= _SHORTEST and layout(document).is_heading(document, clause.start):
        return True  # 部门工作组 + 应对
    if clause.stop - clause.actor > _LONGEST_NAME:
        return False
    return text[clause.start] == text[clause.members[0].start] and bool(
        parts.mere_name().fullmatch(text, clause.actor, clause.stop)
    )
