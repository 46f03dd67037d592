"""The actor carried on: orders that name nobody, behind a sentence of their point that does."""

from bisect import bisect_left
from collections.abc import Sequence

from policyextract.duty import parts, words
from policyextract.duty.charge import is_handed
from policyextract.duty.lead import Lead
from policyextract.duty.member import DEPARTMENT, Member
from policyextract.duty.unit import Clause
from policyextract.marks.passage.frame import frames
from policyextract.marks.passage.title import Frame
from policyextract.marks.segment import Point, layout, outline
from policyextract.text.document import Document
from policyextract.values import DepartmentRole

_ACTS = (DepartmentRole.LEAD, DepartmentRole.RESPONSIBLE)
_INLINE = frozenset(("ordinal", "circle", "spoken"))


class _Actors:
    """Who was told to act last, and how far that reaches.

    Attributes:
        members: the actors, none where nobody is carried on.
        stop: where the stretch ends through which they are carried.
        reached: where the words end that were read last.
    """

    __slots__ = ("members", "reached", "stop")

    def __init__(self, members: tuple[Member, ...] = (), stop: int = 0, reached: int = 0) -> None:
        self.members, self.stop, self.reached = members, stop, reached


class _Carrier:
    """Reads the clauses of a document in turn, and hands on the actors of those that name them.

    They are carried to the end of the paragraph or the point, on to the next actor, the next who is told to do
    something and is no department, and the next report. The items of a list inside a paragraph go by the actor before
    the list.
    """

    def __init__(self, document: Document, aside: Sequence[Member]) -> None:
        self._document, self._text = document, document.text
        self._points, self._frames = outline(document), frames(document)
        self._aside = {member.start for member in aside}
        self._outer = self._inner = _Actors()

    def read(self, clause: Clause) -> None:
        """Take the actors of a clause, or hand it those that are carried on."""
        point = self._points.at(clause.start)
        inline = point is not None and point.style in _INLINE
        if not inline:
            self._inner = _Actors()
        if clause.names_actor():
            self._take(clause, point, inline=inline)
            return
        if clause.inherited:
            return
        for known in (self._inner, self._outer) if inline else (self._outer,):
            if known.members and clause.start < known.stop and self._goes_on(known, clause):
                clause.inherited = known.members
                known.reached = clause.stop
                return
        self._inner = self._outer = _Actors() if not inline else self._outer

    def _take(self, clause: Clause, point: Point | None, *, inline: bool) -> None:
        paragraph = layout(self._document).paragraphs.bounds(clause.start)[1]
        stop = paragraph if point is None else min(paragraph, point.stop)
        known = _Actors(self._subjects(clause), stop, clause.stop)
        if inline:
            self._inner = known
            self._outer.reached = clause.stop
        else:
            self._outer, self._inner = known, _Actors()

    def _subjects(self, clause: Clause) -> tuple[Member, ...]:
        """Those in a clause who are told to act themselves, and not only handed one task (``由A牵头``)."""
        if clause.rule != "commitment.actor" or is_handed(self._text, clause) or self._is_one_of_several(clause):
            return ()
        return tuple(
            member
            for member in clause.members
            if member.layer == DEPARTMENT
            and clause.start <= member.start < clause.actor
            and getattr(member.mention.value, "role", None) in _ACTS
        )

    def _is_one_of_several(self, clause: Clause) -> bool:
        """Whether others are told to act beside the actors of a clause: ``地方财政也要…``, ``A要协调，B要配合``."""
        if words.also().match(self._text, clause.actor):
            return True
        others = (one for one in clause.members if one.layer == DEPARTMENT and clause.actor <= one.start < clause.stop)
        return any(words.modal_after().match(self._text, one.stop) for one in others)

    def _goes_on(self, known: _Actors, clause: Clause) -> bool:
        """Whether a clause orders, and nothing between it and the words before it speaks of anybody else."""
        start = clause.start
        if clause.rule != "commitment.verb" or self._frames.at(start) is Frame.REVIEW:
            return False
        if not (self._is_asked(start) or (self._is_order(start) and self._is_next(known.reached, start))):
            return False
        begins = layout(self._document).statements.bounds(start)[0]
        if not self._opens(max(begins, known.reached), start):
            return False
        return not any(map(self._is_other, self._starts(known.reached, clause.stop)))

    def asks(self, clause: Clause) -> bool:
        """Whether a clause that names no actor asks something of the one whose heading it stands under."""
        return self._frames.at(clause.start) is Frame.PLAN and not self._is_other(clause.start)

    def _is_order(self, start: int) -> bool:
        return any(shape.match(self._text, start) for shape in (words.order(), parts.before_actor()))

    def _is_asked(self, start: int) -> bool:
        return self._text.endswith(words.asks(), max(start - 4, 0), start)

    def _is_next(self, reached: int, start: int) -> bool:
        """Whether no sentence stands between two places."""
        sentences = layout(self._document).sentences
        return sentences.at(start) <= sentences.at(max(reached - 1, 0)) + 1

    def _opens(self, begins: int, start: int) -> bool:
        """Whether no more than a modal, a ground or a condition stands before the words of an order."""
        return words.before_order().fullmatch(self._text, begins, start) is not None

    def _starts(self, start: int, stop: int) -> Sequence[int]:
        """Where the clauses of a stretch begin."""
        clauses = layout(self._document).clauses
        return clauses.starts[clauses.at(start) + 1 : clauses.at(stop - 1) + 1]

    def _is_other(self, start: int) -> bool:
        """Whether a clause tells somebody else to do something, or tells what was done."""
        return start in self._aside or words.other_subject().match(self._text, start) is not None


def inherit(document: Document, clauses: Sequence[Clause], aside: Sequence[Member], heads: Sequence[Lead]) -> None:
    """Hand the actors that are carried on to the clauses that name none.

    Args:
        document: what was read.
        clauses: its clauses, in the order of the text.
        aside: the bodies that have no part in a duty.
        heads: the headings that name a body, with what they head.
    """
    carrier = _Carrier(document, aside)
    for clause in clauses:
        carrier.read(clause)
    starts = [clause.start for clause in clauses]
    for head in reversed(heads):  # the innermost first
        for clause in clauses[bisect_left(starts, head.begin) : bisect_left(starts, head.end)]:
            if not (clause.inherited or clause.names_actor()) and carrier.asks(clause):
                clause.inherited = head.members
