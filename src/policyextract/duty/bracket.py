"""What names the actors of the words before it: brackets (``（A牵头，B配合）``), labels (``责任单位：A``), and
sentences that say no more than who (``此项工作由A负责。``)."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from policyextract.duty import parts
from policyextract.duty.apart import Places
from policyextract.duty.member import DEPARTMENT, TARGET, Member, is_gap
from policyextract.duty.reach import governed
from policyextract.marks.enclosure import OPENS
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_START = attrgetter("start")
_NUMBER = pattern("[0-9]号[）)]\\Z")  # of a document: （国发〔2024〕5号）
_WORDS = pattern("(?![等和及与或])[一-鿿]")
_BETWEEN = pattern(r"[\s，,；;。、]{0,9}")


class Bracket(NamedTuple):
    """Actors and time limits that stand apart from the words of the duty.

    Attributes:
        start, stop: from its opening sign, or its label, to its end.
        begin, end: the stretch that it governs; what it governs holds a target or a time limit.
        follows: where the sentence begins that it follows; that sentence it governs in any case.
        members: departments and times.
    """

    start: int
    stop: int
    begin: int
    end: int
    follows: int
    members: tuple[Member, ...]


def _acts_itself(text: str, stop: int, held: Sequence[Member]) -> bool:
    """Whether a bracket says what its own actors do, and not what part they have: ``（市属企业自行负担）``."""
    end = held[0].stop
    for member in held[1:]:
        if member.layer != DEPARTMENT or not is_gap(text, end, member.start):
            break
        end = member.stop
    if parts.own().match(text, end, stop):
        return True
    return _WORDS.match(text, end, stop) is not None and parts.roles().search(text, end, stop) is None


def split(document: Document, members: Sequence[Member]) -> tuple[list[Bracket], list[Member]]:
    """The brackets of a document in the order of the text, and the members outside them."""
    places = Places(document, members)
    found: list[tuple[int, int]] = []
    floor = 0  # where the last bracket ends
    for index, member in enumerate(members):
        if member.layer == TARGET or member.start < floor:
            continue
        place = places.at(index, floor)
        if place is not None:
            if found and _BETWEEN.fullmatch(document.text, floor, place[0]):
                place = found.pop()[0], place[1]
            found.append(place)
            floor = place[1]
    return _with_members(document, found, members) if found else ([], list(members))


def _with_members(
    document: Document, places: Sequence[tuple[int, int]], members: Sequence[Member]
) -> tuple[list[Bracket], list[Member]]:
    starts = [start for start, _ in places]
    inside: list[list[Member]] = [[] for _ in places]
    outside = []
    for member in members:
        index = bisect_right(starts, member.start) - 1
        if index >= 0 and member.start < places[index][1] and member.layer != TARGET:
            inside[index].append(member)
        else:
            outside.append(member)
    aims = [member.start for member in outside if member.layer != DEPARTMENT]
    found, floor, text = [], 0, document.text
    for place, ceiling, held in zip(places, [*starts[1:], len(text)], inside, strict=False):
        if _NUMBER.search(text, *place):
            continue
        if text[place[0]] in OPENS and held and _acts_itself(text, place[1], held):
            found.append(Bracket(*place, place[0], place[0], place[0], ()))
            outside += held
            continue
        aimed = bisect_right(aims, place[0]) > bisect_right(aims, floor)
        stretch = governed(document, place, floor, ceiling, aimed=aimed)
        found.append(Bracket(*place, *stretch, tuple(held)))
        floor = place[1]
    return found, sorted(outside, key=_START)
