"""Brackets and label lines that name the actors of what stands before them: ``（A牵头，B配合）``, ``责任单位：A``."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from policyextract.duty import words
from policyextract.duty.member import DEPARTMENT, TARGET, Member
from policyextract.marks.segment import Point, layout, outline
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_REACH = 600
_HEAD_LINES = 3  # lines before which a label heads the whole text
_DEEPEST = 12
_SIGN = pattern(r"[（(）)。\n]")
_INLINE = frozenset(("ordinal", "circle", "spoken"))
_HEAD = pattern(r"[^，,。；;：:\n]{2,45}。?\s*")
_BEFORE_LIST = frozenset("（(由：:")
_BETWEEN = pattern(r"[\s，,；;。、]*")


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


def _bracket_at(text: str, member: Member, floor: int) -> tuple[int, int] | None:
    """The bracket whose list of actors begins with ``member``: its opening sign, and its end or its first stop."""
    floor = max(floor, member.start - 24)
    start = max(text.rfind("（", floor, member.start), text.rfind("(", floor, member.start))
    if start < 0 or not _opens(text, start + 1, member.start):
        return None
    depth = 1
    for sign in _SIGN.finditer(text, member.stop, min(len(text), member.stop + _REACH)):
        if sign.group() in "（(":
            depth += 1
        elif sign.group() in "）)":
            depth -= 1
        if depth == 0 or sign.group() in "。\n":
            return start, sign.end()
    return None


def _opens(text: str, start: int, stop: int) -> bool:
    gap = text[start:stop].strip()
    return gap in ("", "由") or bool(words.label().fullmatch(gap))


def _label_at(document: Document, member: Member, floor: int) -> tuple[int, int] | None:
    """The line, or the last words of a sentence, that begin with a label and list ``member``."""
    segments = layout(document)
    start, stop = segments.sentences.bounds(member.start)
    clause = segments.clauses.bounds(member.start)[0]
    for begin in dict.fromkeys((start, segments.clauses.bounds(max(clause - 1, start))[0])):
        if words.label().match(document.text, max(begin, floor), member.start):
            return max(begin, floor), min(stop, begin + _REACH)
    return None


def _names_a_body(text: str, start: int, stop: int, before: Member | None) -> bool:
    """Whether a bracket only gives the second name of the body before it."""
    if before is None or before.layer != DEPARTMENT or before.stop != start:
        return False
    return not words.roles().search(text, start, stop)


def _place(document: Document, member: Member, floor: int, before: Member | None) -> tuple[int, int] | None:
    """The bracket, or the line with a label, whose list begins with ``member``."""
    place = _label_at(document, member, max(floor, before.stop) if before else floor)
    if place is None and member.layer == DEPARTMENT:
        place = _bracket_at(document.text, member, floor)
    return None if place is None or _names_a_body(document.text, *place, before) else place


def _item(document: Document, position: int) -> Point | None:
    """The point that a bracket closes: the innermost one that is not part of a running sentence."""
    points = outline(document)
    for point in islice(points.path(position), _DEEPEST):
        if point.style not in _INLINE:
            return point
    return points.at(position)


def _governed(
    document: Document, place: tuple[int, int], floor: int, ceiling: int, *, aimed: bool
) -> tuple[int, int, int]:
    """Begin and end of what a bracket governs, and where the sentence begins that it follows.

    Args:
        place: its own start and stop.
        floor: where the bracket before it ends.
        ceiling: where the bracket after it begins.
        aimed: whether a target or a time stands right before it.
    """
    text, segments = document.text, layout(document)
    start, stop = place
    point = _item(document, start)
    if point is not None and _in_title(text, point, place, ceiling):
        head = segments.statements.bounds(point.body)[0]
        return head, point.stop, head
    last = start
    while last > floor and text[last - 1] in " \t\n\u3000":
        last -= 1
    if point is None and not aimed and text[start] not in "（(" and text[last - 1 : last] not in tuple("。；;"):
        opens = ceiling == len(text) and layout(document).paragraphs.at(start) < _HEAD_LINES
        return (stop, ceiling, stop) if opens else (start, start, start)
    local = text[stop : stop + 1] in tuple("，,；;、") or text[last - 1 : last] in tuple("；;，,")
    follows = (segments.statements if local else segments.sentences).bounds(max(last - 1, 0))[0]
    follows = max(follows, floor)
    if local:
        return follows, start, follows
    if point is not None:
        point = _closed(document, point, last, start, floor)
    begin = segments.statements.bounds(point.start)[0] if point is not None else follows
    return max(floor, begin), start, follows


def _closed(document: Document, point: Point, last: int, start: int, floor: int) -> Point:
    """The point that a bracket closes: one on a line of its own also closes the list that it stands under."""
    if "\n" not in document.text[last:start]:
        return point
    for _ in range(_DEEPEST):
        above = outline(document).points[point.parent] if point.parent >= 0 and point.number > 1 else None
        if above is None or above.start < floor:
            break
        point = above
    return point


def _in_title(text: str, point: Point, place: tuple[int, int], ceiling: int) -> bool:
    """Whether a bracket or a block of labels follows the title of a point that goes on, and is the only one there."""
    start, stop = place
    if not _HEAD.fullmatch(text, point.body, start) or not text[point.body : start].strip():
        return False
    closes = text[stop : stop + 1] in ("。", "\n") or text[stop - 1] == "\n"
    return closes and ceiling >= point.stop and bool(text[stop + 1 : point.stop].strip())


def split(document: Document, members: Sequence[Member]) -> tuple[list[Bracket], list[Member]]:
    """The brackets of a document in the order of the text, and the members outside them."""
    text, sentences = document.text, layout(document).sentences
    places: list[tuple[int, int]] = []
    floor = stop = 0  # where the last bracket ends, and the sentence
    has_colon = False
    for before, member in zip((None, *members), members, strict=False):
        if member.layer == TARGET or member.start < floor:
            continue
        if member.start >= stop:
            start, stop = sentences.bounds(member.start)
            has_colon = "：" in text[start:stop] or ":" in text[start:stop]
        if has_colon or _may_open(text, member):
            place = _place(document, member, floor, before)
            if place is not None:
                if places and _BETWEEN.fullmatch(text, floor, place[0]):
                    place = places.pop()[0], place[1]
                places.append(place)
                floor = place[1]
    return _with_members(document, places, members) if places else ([], list(members))


def _may_open(text: str, member: Member) -> bool:
    """Whether an actor may be the first in a bracket, as far as the character before it says."""
    if member.layer != DEPARTMENT:
        return False
    sign = text[member.start - 1 : member.start]
    return sign in _BEFORE_LIST or sign.isspace()


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
    brackets, floor = [], 0
    for place, ceiling, held in zip(places, [*starts[1:], len(document.text)], inside, strict=False):
        aimed = bisect_right(aims, place[0]) > bisect_right(aims, floor)
        stretch = _governed(document, place, floor, ceiling, aimed=aimed)
        brackets.append(Bracket(*place, *stretch, tuple(held)))
        floor = place[1]
    return brackets, outside
