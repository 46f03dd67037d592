"""The pieces of a duty between commas, and what each says beside who, how and by when."""

from collections.abc import Iterable, Iterator, Mapping

from policyextract.duty import parts, words
from policyextract.duty.member import DEPARTMENT, TARGET, Member
from policyextract.marks.segment import layout
from policyextract.text.document import Document

EDGE = "，,、；;：:。！？!? \t\n\u3000"
"""The signs that a piece neither begins nor ends with."""

_LONGEST_EMPTY = 40


def pieces(document: Document, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas."""
    text, segments = document.text, layout(document).clauses
    inside = segments.stops[segments.at(start) : segments.at(stop - 1)] if start < stop else ()
    for end in (*inside, stop):
        last = end
        while last > start and text[last - 1] in EDGE:
            last -= 1
        yield start, last
        start = end


def plain(stretch: str) -> str:
    """The words of a stretch without white space and without the signs at its ends."""
    return "".join(stretch.split()).strip(EDGE)


def places_of(members: Iterable[Member]) -> dict[int, Member]:
    """The actors and the times among the members, by their beginnings."""
    return {member.start: member for member in members if member.layer != TARGET}


def lead(text: str, start: int, stop: int, places: Mapping[int, Member]) -> int:
    """Where a piece begins after links, modals, actors and times."""
    signs = words.lead_signs()
    while start < stop and (start in places or text[start] in signs):
        end = _skipped(text, start, stop, places)
        if end == start:
            break
        start = end
    return start if start < stop else stop


def _skipped(text: str, start: int, stop: int, places: Mapping[int, Member]) -> int:
    member = places.get(start)
    if member is not None:
        return start if text[member.stop : member.stop + 1] == "的" else member.stop  # 今年的粮食生产
    match = words.leads().match(text, start, stop)
    if match and (match["anaphor"] is None or match.end() in places):
        return match.end()
    if text[start] in words.list_signs():
        match = parts.listed().match(text, start, stop)
        if match and (match.end() in places or match.group()[0] == "等"):
            return match.end()
        match = parts.other_actor().match(text, start, stop)
        if match:
            return match.end()
    return _before_member(text, start, stop, places) if places else start


def _before_member(text: str, start: int, stop: int, places: Mapping[int, Member]) -> int:
    """Where the actor or the time begins that a preposition stands before: ``由``, ``会同``, ``到``."""
    for shape, is_actor in ((parts.before_actor(), True), (words.before_time(), False)):
        match = shape.match(text, start, stop)
        if match and (member := places.get(match.end())) is not None and (member.layer == DEPARTMENT) == is_actor:
            return match.end()
    return start


def is_empty(text: str, start: int, stop: int) -> bool:
    """Whether a piece, from where it begins after :func:`lead`, names no duty: ``共同负责``, ``做好这项工作``."""
    if start >= stop:
        return True
    if stop - start > _LONGEST_EMPTY:
        return False
    if "目标" in text[start:stop] and words.lead_in().fullmatch(text, start, stop + 1):
        return True
    if text[start] not in words.empty_signs():
        return words.by_others().fullmatch(text, start, stop) is not None
    return words.empty().fullmatch(text, start, stop) is not None


def past_wish(text: str, start: int, stop: int, places: Mapping[int, Member]) -> int:
    """Where the time begins before which a piece says no more than how firmly it is meant: ``力争`` + 到2027年."""
    opened = words.opens_time().match(text, start, stop)
    return opened.end() if opened and opened.end() in places else start


def says_nothing(document: Document, start: int, stop: int, members: Iterable[Member]) -> bool:
    """Whether a stretch says no more than who and by when: ``，市财政局配合，10月底前投用``."""
    text, places = document.text, places_of(members)
    for begin, end in pieces(document, start, stop):
        first = lead(text, past_wish(text, begin, end, places) if places else begin, end, places)
        if not is_empty(text, first, end) and not parts.finish().fullmatch(text, first, end):
            return False
    return True
