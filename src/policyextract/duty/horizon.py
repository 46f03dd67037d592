"""Horizons: the time that one sentence states and the following sentences of its point go by."""

from collections.abc import Sequence

from policyextract.duty import words
from policyextract.duty.clause import body
from policyextract.duty.member import TARGET, TIME, Member, holds
from policyextract.duty.unit import Clause, Unit
from policyextract.marks.segment import layout, outline
from policyextract.text.document import Document

_UNTIL = frozenset("到至")
_SHARE = "其中"
_PAUSES = ("，", ",", "：", ":")
_TAIL = 40  # characters that hold the end of a paragraph with its blank lines


class Horizon:
    """The time that a sentence states for the targets of the following sentences of its point.

    It opens a piece of its sentence (``到2025年，…``, ``…，到2015年，…``, ``今年主要预期目标是：…``), and holds until
    another is stated, to the end of the point; in a text without points to the end of the paragraph, and of the list
    under it.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._time: Member | None = None
        self._stop = 0
        self._outer: tuple[int, Member] | None = None  # what holds again where a point inside its list ends
        self._whole: list[Member] = []  # the times of the sentence before, which its shares go by

    def read(self, sentence: Sequence[Unit], times: Sequence[Member]) -> None:
        """Hand the open horizon to the clauses of a sentence, or let the sentence set a new one."""
        clauses = [clause for unit in sentence for clause in unit.clauses]
        if self._shares(sentence[0]):
            _hand(clauses, self._whole)
        elif times:
            self._whole = [time for time in times if time.dates]
        opened = next((scope for time in reversed(times) if (scope := self._scope(time)) is not None), None)
        if opened is not None:
            self._hand_before(clauses, opened[1])
            if self._time is not None and opened[0] < self._stop:
                self._outer = self._stop, self._time
            self._stop, self._time = opened
            _hand([clause for clause in clauses if clause.start > opened[1].start], [opened[1]])
        elif self._ends(sentence[0].start) or any(member.dates for member in times):
            self._time = None
        elif self._time is not None:
            _hand(clauses, [self._time])

    def _ends(self, start: int) -> bool:
        """Whether the open horizon has ended, and none around it goes on."""
        if start >= self._stop and self._outer is not None:
            (self._stop, self._time), self._outer = self._outer, None
        return start >= self._stop

    def _hand_before(self, clauses: Sequence[Clause], time: Member) -> None:
        """Hand the open horizon to the clauses of a sentence that stand before the time of the next."""
        if self._time is not None and clauses and clauses[0].start < self._stop:
            _hand([clause for clause in clauses if clause.stop <= time.start], [self._time])

    def _shares(self, unit: Unit) -> bool:
        """Whether a sentence only splits the one before it: ``。其中…``."""
        paragraphs = layout(self._document).paragraphs
        if not self._whole or paragraphs.at(self._whole[0].start) != paragraphs.at(unit.start):
            return False
        return self._document.text.startswith(_SHARE, unit.body)

    def _scope(self, member: Member) -> tuple[int, Member] | None:
        """Where the stretch ends for which a time is stated; ``None`` if it is stated for no more than its clause."""
        document, text = self._document, self._document.text
        if not member.spans_years or not (self._is_until(member) or follows(text, member.stop)):
            return None
        clause = layout(document).clauses.bounds(member.start)[0]
        sentence = layout(document).sentences.bounds(member.start)[0]
        start = max(clause, body(document, sentence, member.start)) if clause == sentence else clause
        if not words.opens_time().fullmatch(text, start, member.start):
            return None
        point = outline(document).at(member.start)
        if point is None or self._is_captioned(point.body, sentence):
            return self._list_end(member.start), member
        return point.stop, member

    def _is_captioned(self, body: int, sentence: int) -> bool:
        """Whether a paragraph inside a point opens with a sentence of its own before the one with the time."""
        start = layout(self._document).paragraphs.bounds(sentence)[0]
        return body < start and self._document.text[start:sentence].strip() != ""

    def _is_until(self, member: Member) -> bool:
        """Whether a time is a horizon whatever follows it: ``到2027年建成…``."""
        return member.dates and self._document.text[member.start - 1 : member.start] in _UNTIL

    def _list_end(self, position: int) -> int:
        """The end of the paragraph at a position, with the list under it if it ends with a colon."""
        text, points = self._document.text, outline(self._document)
        stop = layout(self._document).paragraphs.bounds(position)[1]
        if not text[max(stop - _TAIL, 0) : stop].rstrip().endswith(("：", ":")):
            return stop
        point = points.at(stop)
        while point is not None and point.start >= position and point.stop > stop:
            stop = point.stop
            point = points.at(stop)
        return stop


def follows(text: str, stop: int) -> bool:
    """Whether a time that ends at ``stop`` stands apart from the words after it, or before a list of goals."""
    return text[stop : stop + 1] in _PAUSES or words.goals().match(text, stop) is not None


def _hand(clauses: Sequence[Clause], times: Sequence[Member]) -> None:
    """Give times to the clauses that hold a target and no date of their own."""
    for clause in clauses:
        if holds(clause.members, TARGET) and not any(member.dates for member in clause.members):
            clause.members += [time for time in times if time.layer == TIME]
