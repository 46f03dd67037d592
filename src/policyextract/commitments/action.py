"""What is to be done, in the words of the text, and the headings that it stands under."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from policyextract.commitments import words
from policyextract.commitments.clause import Clause
from policyextract.commitments.member import DEPARTMENT, TARGET, TIME, Member
from policyextract.document import Document
from policyextract.pattern import pattern
from policyextract.segment import layout, outline

_BOUND = pattern(r"(?:以上|以下|以内|之内|之间|及|左右|上下|内|[）)”\"\s])*")
_NOTE = pattern("[（(][^（()）]*[）)]?$")
_BACK = 4
_GAP = 3
_DEEPEST = 12
_LONGEST_EMPTY = 40
_SHORTEST = 4  # characters that name a duty without its figures
_EDGE = "，,、；;：:。！？!? \t\n\u3000"


def action(document: Document, clause: Clause) -> str:
    """The duty in words: without its actors, modals and links, leading times, and figures that only end it.

    What only points back (``由州财政局牵头做好这项工作``) is named by the words that it points to.
    """
    text = document.text
    own = [member for member in clause.members if clause.start <= member.start < clause.stop]
    times = [member for member in own if member.layer == TIME]
    places = {member.start: member for member in own if member.layer == DEPARTMENT or (times == [member])}
    figures = sorted((member for member in own if member.layer == TARGET), key=_start)
    duties: list[tuple[int, int]] = []
    aims: list[tuple[int, int]] = []
    points_back = False
    end = clause.reach if clause.rule == "commitment.actor-last" else clause.stop
    for begin, stop in _pieces(document, max(clause.start, clause.actor), end):
        start = _lead(text, begin, stop, places)
        if _is_empty(text, start, stop):
            points_back |= "工作" in text[start:stop]
        else:
            (aims if _is_aim(text, start, stop, figures) else duties).append((start, stop))
    if sum(stop - start for start, stop in duties) < _SHORTEST and not points_back:
        duties = sorted(duties + aims)
    if duties:
        return _joined(text, duties)
    bare = _words(text, _lead(text, max(clause.start, clause.actor), clause.stop, places), clause.stop)
    return _antecedent(document, clause) or bare or _words(text, clause.start, clause.stop)


def _joined(text: str, pieces: Sequence[tuple[int, int]]) -> str:
    """Pieces put together, with the colon between them where the text has one."""
    parts = [_words(text, *pieces[0])]
    for (_, before), (start, stop) in pairwise(pieces):
        parts += "：" if text[before] in "：:" and start - before < _GAP else "，", _words(text, start, stop)
    return "".join(parts)


def heading(document: Document, clause: Clause) -> tuple[str, ...]:
    """The titles of the points that hold a clause, outermost first."""
    point = outline(document).at(clause.start)
    if point is None:
        return ()
    titles = document.once((heading, point.start), lambda read: _titles(read, point.start))
    return tuple(words for stop, words in titles if stop <= clause.start)


def _titles(document: Document, start: int) -> list[tuple[int, str]]:
    """The titles above a place, outermost first, each with where it ends."""
    points = islice(outline(document).path(start), _DEEPEST)
    titles = [(point.title[1], _NOTE.sub("", _words(document.text, *point.title))) for point in points]
    return [(stop, words) for stop, words in reversed(titles) if words]


def _start(member: Member) -> int:
    return member.start


def _words(text: str, start: int, stop: int) -> str:
    return "".join(text[start:stop].split()).strip(_EDGE)


def _pieces(document: Document, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas."""
    text, segments = document.text, layout(document).clauses
    index = segments.at(start)
    while start < stop:
        end = last = min(segments.stops[index], stop)
        while last > start and text[last - 1] in _EDGE:
            last -= 1
        yield start, last
        start, index = end, index + 1


def _lead(text: str, start: int, stop: int, places: Mapping[int, Member]) -> int:
    """Where a piece begins after links, modals, actors and times."""
    while start < stop:
        end = _skipped(text, start, stop, places)
        if end == start:
            break
        start = end
    return min(start, stop)


def _skipped(text: str, start: int, stop: int, places: Mapping[int, Member]) -> int:
    member = places.get(start)
    if member is not None:
        return member.stop
    if text[start] not in words.lead_signs():
        return start
    match = words.modal().match(text, start, stop)
    if match:
        return match.end()
    match = words.listed().match(text, start, stop)
    if match and (match.end() in places or match.group()[0] == "等"):
        return match.end()
    match = words.other_actor().match(text, start, stop)
    if match:
        return match.end()
    for shape, layer in ((words.before_actor(), DEPARTMENT), (words.before_time(), TIME)):
        match = shape.match(text, start, stop)
        if match and (member := places.get(match.end())) is not None and member.layer == layer:
            return match.end()
    return start


def _is_empty(text: str, start: int, stop: int) -> bool:
    if start >= stop or (text.find("目标", start, stop) >= 0 and words.lead_in().fullmatch(text, start, stop + 1)):
        return True
    return stop - start <= _LONGEST_EMPTY and words.empty().fullmatch(text, start, stop) is not None


def _is_aim(text: str, start: int, stop: int, figures: Sequence[Member]) -> bool:
    """Whether a piece only gives figures: ``确保网上可办率达到90%``, ``秸秆综合利用率达到85%以上``."""
    held = figures[bisect_left(figures, start, key=_start) : bisect_left(figures, stop, key=_start)]
    if not held or not _BOUND.fullmatch(text, min(held[-1].stop, stop), stop):
        return False
    indicator = getattr(held[0].mention.value, "indicator", None) or "\0"
    return text.startswith(indicator, start) or words.aim().match(text, start, stop) is not None


def _antecedent(document: Document, clause: Clause) -> str:
    """What a duty points back to: the words before it in its sentence, else the title that it stands under."""
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
        first = _lead(text, start, stop, {})
        found = _words(text, first, stop)
        if found and not _is_empty(text, first, first + len(found)):
            return found
        stop = start
    titles = heading(document, clause)
    return titles[-1] if titles else ""
