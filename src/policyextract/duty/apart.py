"""Where the actors of words before them stand apart: in brackets, behind labels, in a sentence that says only who."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from policyextract.duty import heads, parts
from policyextract.duty.charge import is_cell, is_charge
from policyextract.duty.member import DEPARTMENT, TIME, Member, holds
from policyextract.duty.piece import says_nothing
from policyextract.duty.reach import phase
from policyextract.marks.enclosure import CLOSES, CLOSING, OPENING, OPENS, brackets
from policyextract.marks.segment import layout, outline
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_REACH = 600
_LONGEST_CHARGE = 160
_SIGN = pattern(rf"[{OPENING}{CLOSING}。\n]")
_BEFORE_LIST = OPENS | frozenset("】由：:为是")
_VERBS = frozenset("为是")
_START = attrgetter("start")


class Places:
    """Finds the stretch that stands apart whose first member is given."""

    def __init__(self, document: Document, members: Sequence[Member]) -> None:
        self._document, self._text, self._members = document, document.text, members
        self._outline = outline(document)
        self._brackets = brackets(document)
        self._labels = list(heads.label().finditer(document.text))
        self._label_stops = [label.end() for label in self._labels]
        self._refused = -1  # where the last sentence begins that says more than who

    def at(self, index: int, floor: int) -> tuple[int, int] | None:
        """The bracket, the labels or the sentence that begin with a member; ``floor`` is where the last one ends."""
        member, before = self._members[index], self._members[index - 1] if index else None
        if is_cell(member):
            return self._cells(index)
        place = self._enclosed(member, floor)
        if place is None:
            place = self._label(member, max(floor, before.stop) if before else floor)
        if place is None and member.layer == DEPARTMENT and self._text[member.start - 1 : member.start] in _BEFORE_LIST:
            place = self._open(member, floor)
        if place is not None:
            return None if self._names_a_body(*place, before) else place
        return self._sentence(index, floor)

    def _cells(self, index: int) -> tuple[int, int]:
        """The cells of a row of a flattened table from a body on, with the time in the next."""
        start = stop = self._members[index].start
        for member in self._members[index:]:
            apart = self._text[stop : member.start].strip(" \t\u3000、和及")
            if apart or not (is_cell(member) or member.layer == TIME):
                break
            stop = member.stop
        return start, stop

    def _label(self, member: Member, floor: int) -> tuple[int, int] | None:
        """The line, the last words of a sentence, or the field of a line, that begin with a label and list a member."""
        index = bisect_right(self._label_stops, member.start) - 1
        if index < 0:
            return None
        label, segments = self._labels[index], layout(self._document)
        opens = label.start() - (self._text[label.start() - 1 : label.start()] in OPENS)
        start, stop = segments.sentences.bounds(member.start)
        if opens < max(start, floor):
            return None
        first = max(segments.clauses.bounds(opens)[0], floor)
        direct = not self._text[label.end() : member.start].strip()
        if heads.label_opens().fullmatch(self._text, first, opens):
            begin = self._back(first, floor)
        elif direct:
            begin = opens
        else:
            return None
        if label.group().rstrip()[-1] in _VERBS:
            return (begin, self._spoken(member, stop)) if direct else None
        return begin, min(stop, begin + _REACH)

    def _spoken(self, member: Member, stop: int) -> int:
        """Where the words end that say who answers (``责任单位为A``), with what only says by when."""
        clauses = layout(self._document).clauses
        end = clauses.bounds(member.start)[1]
        while end < stop and says_nothing(self._document, *clauses.bounds(end), self._members_in(*clauses.bounds(end))):
            end = clauses.bounds(end)[1]
        return end

    def _members_in(self, start: int, stop: int) -> Sequence[Member]:
        first = bisect_left(self._members, start, key=_START)
        return self._members[first : bisect_left(self._members, stop, first, key=_START)]

    def _back(self, start: int, floor: int) -> int:
        """Where the labels begin that stand right before one and name nobody that was found: ``牵头领导：…；``."""
        statements = layout(self._document).statements
        while start > floor:
            begin = max(statements.bounds(start - 1)[0], floor)
            if not heads.label_line().match(self._text, begin, start):
                break
            start = begin
        return start

    def _enclosed(self, member: Member, floor: int) -> tuple[int, int] | None:
        """The bracket that begins with a member."""
        around = self._brackets.around(member.start)
        if around is None or around[0] < floor or not self._leads_to(member, around[0] + 1):
            return None
        start, stop = around
        fills = member.layer == TIME and member.stop >= stop - 1
        return (start, stop) if member.layer == DEPARTMENT or (fills and self._is_in_title(start)) else None

    def _is_in_title(self, position: int) -> bool:
        """Whether a bracket follows the title of a point: ``第一阶段（7月3日至7月15日）``."""
        point = self._outline.at(position)
        in_title = point is not None and point.title[0] < position <= point.title[1]
        return in_title or phase(self._document, position) is not None

    def _open(self, member: Member, floor: int) -> tuple[int, int] | None:
        """The bracket that begins with a member and does not close on its line, up to its first stop."""
        floor = max(floor, member.start - 24)
        start = max(self._text.rfind(sign, floor, member.start) for sign in OPENS)
        if start < 0 or not self._leads_to(member, start + 1):
            return None
        depth = 1
        for sign in _SIGN.finditer(self._text, member.stop, min(len(self._text), member.stop + _REACH)):
            depth += (sign.group() in OPENS) - (sign.group() in CLOSES)
            if depth == 0 or sign.group() in "。\n":
                return start, sign.end()
        return None

    def _leads_to(self, member: Member, start: int) -> bool:
        gap = self._text[start : member.start].strip()
        return not gap or bool(parts.before_charge().fullmatch(gap) or heads.label_line().match(gap))

    def _names_a_body(self, start: int, stop: int, before: Member | None) -> bool:
        """Whether a bracket only gives the second name of the body before it."""
        if before is None or before.layer != DEPARTMENT or before.stop != start:
            return False
        return not parts.roles().search(self._text, start, stop)

    def _sentence(self, index: int, floor: int) -> tuple[int, int] | None:
        """The sentence that begins with a member, has another before it in its point, and says no more than who."""
        member = self._members[index]
        segments = layout(self._document)
        start, stop = segments.statements.bounds(member.start)
        if start == self._refused or start < floor or stop - start > _LONGEST_CHARGE or not self._follows(start):
            return None
        held = self._members_in(start, stop)
        if not holds(held, DEPARTMENT) and self._is_dated(index, start):
            return None
        if is_charge(self._document, start, stop, held):
            return start, stop
        self._refused = start
        return None

    def _is_dated(self, index: int, start: int) -> bool:
        """Whether the sentence before one has a time limit of its own."""
        before = layout(self._document).sentences.bounds(max(start - 1, 0))[0]
        while index and self._members[index - 1].start >= before:
            index -= 1
            if self._members[index].layer == TIME and self._members[index].start < start:
                return True
        return False

    def _follows(self, start: int) -> bool:
        """Whether there is something before a sentence, in its paragraph and its point, that it may go on with."""
        point = self._outline.at(start)
        begins = layout(self._document).paragraphs.bounds(start)[0]
        if point is not None and point.body <= start:
            begins = max(begins, point.body)
        return bool(self._text[begins:start].strip())
