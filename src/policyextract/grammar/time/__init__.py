"""Expressions of time in running text: each candidate of the scan is read at its place, or dropped."""

from collections.abc import Sequence
from functools import partial

from policyextract import lexicon
from policyextract.grammar.time import event
from policyextract.grammar.time.bound import Bound, after
from policyextract.grammar.time.bounded import share_bound
from policyextract.grammar.time.dated import Dates
from policyextract.grammar.time.duration import Length, elided, length
from policyextract.grammar.time.recurrence import RHYTHMS, Rhythm, once_each, rhythm, scheduled, weekdays
from policyextract.grammar.time.scan import candidates
from policyextract.grammar.time.season import season, turned
from policyextract.marks.enclosure import titles
from policyextract.marks.segment import layout
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import Time, TimeBound, TimeKind

_PREFIX = pattern("(?:\\L<time.span>的?|\\L<time.course>|(?<![提之以目当先学])前)$")
_AND_MORE = pattern("以上(\\L<quantity.under>)?")
_EXPIRY = pattern("[届期]满$")
_OF_EVENT = pattern("的?[当次翌同][年月日周]")  # 审定合格后次月
_quarters = partial(lexicon.select, "time/words", "quarters")
_RHYTHMIC = RHYTHMS | frozenset("一半两三四五六工法周星双单季月各")


class _Reader:
    """Reads one document from its beginning to its end."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.clauses = layout(document).clauses
        self.dates = Dates(document)
        self.reached = self.last_start = 0

    def read(self, start: int, is_suffix: bool) -> Sequence[Find]:
        """The time that begins at ``start``, or whose bound word begins there; of a list, its members."""
        listed = () if is_suffix else self.dates.listed(start)
        if listed:
            return listed
        found = self._event(start) if is_suffix else self._single(start)
        return (found,) if found else ()

    def _single(self, start: int) -> Find | None:
        if self.text[start] in _RHYTHMIC:
            found = self._rhythm(start)
            if found or self.text[start] in RHYTHMS:
                return found
        found = self.dates.at(start, self.reached) or self._length(start, start) or self._season(start)
        return found and self._turned(found)

    def _turned(self, found: Find) -> Find:
        """The find, or the event as which it goes on: ``主汛期到来前``, ``新学期开学前``."""
        if found.rule == "time.festival" and self.text[found.stop : found.stop + 1] in ("前", "后"):
            counted = self._length(found.stop + 1, found.start)  # 端午节前一周
            return counted._replace(rule="time.after-event") if counted else found
        event_of = turned(self.text, found.stop) if found.value.bound is TimeBound.AT else None
        if event_of is None or found.value.kind is TimeKind.DURATION:
            return found
        return Find(found.start, event_of[0], Time(TimeKind.EVENT, event_of[1]), "time.event")

    def _rhythm(self, start: int) -> Find | None:
        led = self.text[start] in RHYTHMS
        found = rhythm(self.text, start) if led else self._named_rhythm(start)
        if found is None:
            return None
        time = Time(TimeKind.RECURRENCE, found.bound, None, None, found.amount, found.unit, *found.clocks)
        return Find(start, found.stop, time, "time.recurrence")

    def _named_rhythm(self, start: int) -> Rhythm | None:
        return once_each(self.text, start) or weekdays(self.text, start) or scheduled(self.text, start)

    def _length(self, start: int, begin: int) -> Find | None:
        listed = elided(self.text, start)
        if listed:
            return _duration(begin, listed[0], listed[1], after(self.text, listed[1].stop).kind)
        whole = length(self.text, start)
        if whole is None or self.text[start - 1 : start] in ("第", "月"):
            return None
        whole = self._upper(whole)
        bound = after(self.text, whole.stop)
        if bound.stop == whole.stop + 1 and self.text[whole.stop] == "来":
            bound = Bound(bound.stop, TimeBound.AT)  # 五年来 is a length, 2020年以来 a beginning
        if begin == start:
            prefix = _EXPIRY.search(self.text, max(self.reached, start - 2), start) if bound.stop > whole.stop else None
            prefix = prefix or _PREFIX.search(self.text, max(self.reached, start - 3), start)
            begin = prefix.start() if prefix else start
        return _duration(begin, bound.stop, whole, bound.kind)

    def _upper(self, lower: Length) -> Length:
        """The upper end of a range of lengths that the law words so: ``三个月以上不满一年``, ``6个月以上1年以下``."""
        match = _AND_MORE.match(self.text, lower.stop)
        upper = length(self.text, match.end()) if match else None
        if match is None or upper is None:
            return lower
        return upper if match[1] or self.text.startswith("以下", upper.stop) else lower

    def _season(self, start: int) -> Find | None:
        stop = season(self.text, start)
        if stop == start:
            return None
        holds = self.text[stop - 1] in "前后"  # 会后 holds its bound word, 会后续航 none
        bound = after(self.text, stop - holds)
        if holds and bound.stop != stop:
            return None
        if start - 2 >= self.reached and self.text[start - 2 : start] in _quarters():  # 春季森林防火期
            start -= 2
        return Find(start, bound.stop, Time(TimeKind.EVENT, bound.kind), "time.season")

    def _event(self, suffix: int) -> Find | None:
        clause = self.clauses.bounds(suffix)[0]
        floor = max(self.reached, clause)
        found = event.event(self.text, floor, suffix)
        if found is None or (found.start == floor > clause and not found.is_act and self._holds_time(clause, suffix)):
            return None
        linked = found.bound is TimeBound.FROM and self.text.startswith(("的", "满"), found.stop)
        counted = self._length(found.stop + linked, found.start)
        is_described = linked and self.text[found.stop] == "的"
        if counted and not (is_described and counted.value.bound is TimeBound.AT):
            return counted._replace(rule="time.after-event")
        of_event = _OF_EVENT.match(self.text, found.stop)
        if of_event and found.bound is TimeBound.FROM:
            bound = after(self.text, of_event.end())
            return Find(found.start, bound.stop, Time(TimeKind.EVENT, bound.kind), "time.event")
        return Find(found.start, found.stop, Time(TimeKind.EVENT, found.bound), "time.event")

    def _holds_time(self, clause: int, suffix: int) -> bool:
        """Whether an event that is no act holds the time read last, and so says more than when."""
        whole = event.event(self.text, clause, suffix)
        return whole is None or whole.start < self.last_start


def _duration(start: int, stop: int, found: Length, bound: TimeBound) -> Find:
    return Find(start, stop, Time(TimeKind.DURATION, bound, None, None, found.amount, found.unit), "time.duration")


@shared
def times(document: Document) -> tuple[Find, ...]:
    """The expressions of time of a document in the order of the text, none overlapping another.

    >>> import datetime as dt
    >>> document = Document.plain("今年6月底前开工，项目竣工后3个月内验收，每季度调度一次。", dt.date(2021, 4, 25))
    >>> [document.text[find.start : find.stop] for find in times(document)]
    ['今年6月底前', '项目竣工后3个月内', '每季度']
    """
    reader, named = _Reader(document), titles(document)
    finds: list[Find] = []
    for start, is_suffix in candidates(document):
        if start >= reader.reached and named.around(start) is None:
            for found in reader.read(start, is_suffix):
                reader.reached, reader.last_start = found.stop, found.start
                joined = _joined(finds, found)
                share_bound(document.text, finds, joined)
                finds.append(joined)
    return tuple(finds)


def _joined(finds: list[Find], found: Find) -> Find:
    """An event with the year that stands before it: ``去年秋收后``, ``今年汛期``."""
    before = finds[-1] if finds else None
    if before is None or before.stop != found.start or found.value.kind is not TimeKind.EVENT:
        return found
    if before.rule != "time.year" or before.value.bound is not TimeBound.AT:
        return found
    return found._replace(start=finds.pop().start)
