"""What is to be done, in the words of the text."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from policyextract.duty import parts, words
from policyextract.duty.member import DEPARTMENT, TARGET, TIME, Member
from policyextract.duty.piece import EDGE, is_empty, lead, past_wish, pieces, plain
from policyextract.duty.unit import Clause
from policyextract.marks.segment import layout, outline
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_BOUND = pattern(r"(?:\L<duty.bound>|[及）)”\"\s]){0,9}")
_TAKEN = pattern("负责([一-鿿]{2})")  # 本办法由市教育局 + 负责解释
_BACK = 4
_GAP = 3
_START = attrgetter("start")
_SHORTEST = 4  # characters that name a duty without its figures
_COLONS = "：:"
_COMMAS = frozenset("，,")
Stretch = tuple[int, int]


def action(document: Document, clause: Clause, heading: tuple[str, ...], before: str = "") -> str:
    """The duty in words: without its actors, modals and links, leading times, and figures that only end it.

    What only points back (``由州财政局牵头做好这项工作``) is named by the words that it points to, else by the duty
    ``before`` it in its paragraph, else by its heading; it is empty where there is nothing to name it by.
    """
    duties = _duties(document, clause)
    topic = _topic(document, clause)
    if topic:
        rest = _joined(document.text, duties) if duties else ""
        if (taken := _TAKEN.fullmatch(rest)) is not None:
            return taken[1] + topic
        return topic + ("，" if rest and _is_apart(document.text, clause, duties[0][0]) else "") + rest
    if duties:
        return _joined(document.text, duties)
    return _antecedent(document, clause) or _bare(document, clause) or before or (heading[-1] if heading else "")


def _duties(document: Document, clause: Clause) -> list[Stretch]:
    """The pieces of a clause that say what is to be done."""
    text = document.text
    places, figures = _own(clause)
    duties: list[Stretch] = []
    aims: list[Stretch] = []
    checks: list[Stretch] = []
    closing: list[Stretch] = []
    points_back = False
    for start, stop in pieces(document, max(clause.start, clause.actor), clause.stop):
        if clause.charges and _is_aside(clause, start, places):
            continue
        wish = past_wish(text, start, stop, places) if places else start
        if wish in places and places[wish].stop >= stop:
            continue
        if clause.charges and (done := _finish(text, wish, stop, places)) is not None:
            closing.append(done)
            continue
        start = lead(text, start, stop, places)
        part = _part(text, start, stop) if start == clause.actor else start
        if is_empty(text, start, stop):
            points_back |= "工作" in text[start:stop]
            if not clause.charges and parts.checks().fullmatch(text, start, stop):
                checks.append((start, stop))
        elif figures and _is_aim(text, start, stop, figures):
            aims.append((start, stop))
        else:
            duties.append((part, stop))
    if aims and not points_back and sum(stop - start for start, stop in duties) < _SHORTEST:
        return sorted(duties + aims + closing)
    asked = duties or parts.asked_to_check().match(text, max(clause.actor, 0))
    return sorted((checks if asked else []) + duties + closing)


def _is_aside(clause: Clause, start: int, places: Mapping[int, Member]) -> bool:
    """Whether a piece only says who has the duty, or what those do who support them."""
    if any(first <= start < last for first, last in clause.charges):
        return True
    member = places.get(start)
    return member is not None and member.supports


def _finish(text: str, start: int, stop: int, places: Mapping[int, Member]) -> Stretch | None:
    """The words of a piece that only says that a duty is then done: ``10月底前`` + 投用."""
    start = lead(text, start, stop, places)
    return (start, stop) if not is_empty(text, start, stop) and parts.finish().fullmatch(text, start, stop) else None


def _part(text: str, start: int, stop: int) -> int:
    """Where the words of a duty begin after the part of its actors: ``牵头`` + 制定方案."""
    match = parts.leading().match(text, start, stop)
    return match.end() if match else start


def _own(clause: Clause) -> tuple[dict[int, Member], list[Member]]:
    """The members in the words of a clause: by their beginnings those that may lead it, and the figures."""
    places: dict[int, Member] = {}
    figures: list[Member] = []
    times: list[Member] = []
    for member in clause.members:
        if clause.start <= member.start < clause.stop:
            if member.layer == DEPARTMENT:
                places[member.start] = member
            else:
                (figures if member.layer == TARGET else times).append(member)
    if len(times) == 1:
        places[times[0].start] = times[0]
    return places, figures


def _topic(document: Document, clause: Clause) -> str:
    """The words before the actor that say what its duty is about, without a time at their end."""
    start, stop = clause.topic
    if start == stop or parts.anaphor().fullmatch(document.text, start, stop):
        return ""
    for member in clause.members:
        if member.layer == TIME and start < member.start and member.stop == stop:
            stop = member.start
    links = words.links().match(document.text, start, stop)
    return plain(document.text[links.end() if links else start : stop])


def _is_apart(text: str, clause: Clause, start: int) -> bool:
    """Whether a comma stands between what a duty is about and its words, which begin at ``start``."""
    return text[clause.topic[1] - 1] in EDGE or not _COMMAS.isdisjoint(text[clause.actor : start])


def _joined(text: str, parts: Sequence[Stretch]) -> str:
    """Pieces put together, with the colon between them where the text has one."""
    start, before = parts[0]
    found = [text[start:before].strip(EDGE)]
    for start, stop in parts[1:]:
        found += "：" if text[before] in _COLONS and start - before < _GAP else "，", text[start:stop].strip(EDGE)
        before = stop
    return "".join("".join(found).split())


def _bare(document: Document, clause: Clause) -> str:
    """The words of a clause that names no duty, if they are more than a part and a time."""
    text, places = document.text, _own(clause)[0]
    said: list[Stretch] = []
    for start, stop in pieces(document, max(clause.start, clause.actor), clause.stop):
        start = lead(text, start, stop, places)
        if start < stop and not (
            parts.bare().fullmatch(text, start, stop) or parts.finish().fullmatch(text, start, stop)
        ):
            said.append((start, stop))
    return _joined(text, said) if said else ""


def _is_aim(text: str, start: int, stop: int, figures: Sequence[Member]) -> bool:
    """Whether a piece only gives figures: ``确保网上可办率达到90%``, ``秸秆综合利用率达到85%以上``."""
    index = bisect_left(figures, start, key=_START)
    held = figures[index : bisect_left(figures, stop, index, key=_START)]
    if not held or not _BOUND.fullmatch(text, min(held[-1].stop, stop), stop):
        return False
    indicator = getattr(held[0].mention.value, "indicator", None) or "\0"
    return text.startswith(indicator, start) or words.aim().match(text, start, stop) is not None


def _antecedent(document: Document, clause: Clause) -> str:
    """What a duty points back to in its sentence: the words before it."""
    text, segments = document.text, layout(document)
    sentence = segments.sentences.bounds(clause.start)[0]
    point = outline(document).at(clause.start)
    if point is not None:
        sentence = max(sentence, point.body)
    stop = clause.start
    for _ in range(_BACK):
        if stop <= sentence:
            break
        start = max(segments.clauses.bounds(stop - 1)[0], sentence)
        first = lead(text, start, stop, {})
        found = plain(text[first:stop])
        if found and not is_empty(text, first, first + len(found)):
            return found
        stop = start
    return ""
