"""What is to be done, in the words of the text, and the headings that it stands under."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from policyextract.duty import words
from policyextract.duty.member import DEPARTMENT, TARGET, TIME, Member
from policyextract.duty.unit import Clause
from policyextract.marks.segment import Outline, Point, layout, outline
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_BOUND = pattern(r"(?:以上|以下|以内|之内|之间|及|左右|上下|内|[）)”\"\s])*")
_NOTE = pattern("[（(][^（()）]*[）)]?$")
_BACK = 4
_GAP = 3
_DEEPEST = 12
_LONGEST_EMPTY = 40
_START = attrgetter("start")
_SHORTEST = 4  # characters that name a duty without its figures
_LISTS = frozenset("、和与及以等")  # the first characters of what goes on with a list of actors, or ends it
_EDGE = "，,、；;：:。！？!? \t\n\u3000"


def action(document: Document, clause: Clause, heading: tuple[str, ...]) -> str:
    """The duty in words: without its actors, modals and links, leading times, and figures that only end it.

    What only points back (``由州财政局牵头做好这项工作``) is named by the words that it points to, else by its heading.
    """
    text = document.text
    places, figures = _own(clause)
    begin = max(clause.start, clause.actor)
    end = clause.reach if clause.rule == "commitment.actor-last" else clause.stop
    duties: list[tuple[int, int]] = []
    aims: list[tuple[int, int]] = []
    points_back = False
    for start, stop in _pieces(document, begin, end):
        start = _lead(text, start, stop, places)
        if _is_empty(text, start, stop):
            points_back |= "工作" in text[start:stop]
        elif figures and _is_aim(text, start, stop, figures):
            aims.append((start, stop))
        else:
            duties.append((start, stop))
    if aims and not points_back and sum(stop - start for start, stop in duties) < _SHORTEST:
        duties = sorted(duties + aims)
    if duties:
        return _joined(text, duties)
    bare = _words(text[_lead(text, begin, clause.stop, places) : clause.stop])
    return _antecedent(document, clause, heading) or bare or _words(text[clause.start : clause.stop])


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


def _joined(text: str, pieces: Sequence[tuple[int, int]]) -> str:
    """Pieces put together, with the colon between them where the text has one."""
    start, before = pieces[0]
    parts = [text[start:before].strip(_EDGE)]
    for start, stop in pieces[1:]:
        parts += "：" if text[before] in "：:" and start - before < _GAP else "，", text[start:stop].strip(_EDGE)
        before = stop
    return "".join("".join(parts).split())


def headings(document: Document, clauses: Iterable[Clause]) -> Iterator[tuple[str, ...]]:
    """For each clause the titles of the points that hold it, outermost first."""
    points = outline(document)
    known: dict[int, tuple[str, ...]] = {}
    for clause in clauses:
        point = points.at(clause.start)
        if point is not None and point.title[1] > clause.start:
            point = points.points[point.parent] if point.parent >= 0 else None
        yield () if point is None else _titles(document.text, points, point, known)


def _titles(text: str, points: Outline, point: Point, known: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The titles of a point and of those above it, outermost first, kept by where the point begins."""
    if point.start in known:
        return known[point.start]
    above = _titles(text, points, points.points[point.parent], known) if point.parent >= 0 else ()
    title = _words(text[slice(*point.title)])
    if "（" in title or "(" in title:
        title = _NOTE.sub("", title)
    titles = known[point.start] = (*above, title)[-_DEEPEST:] if title else above
    return titles


def _words(stretch: str) -> str:
    return "".join(stretch.split()).strip(_EDGE)


def _pieces(document: Document, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas."""
    text, segments = document.text, layout(document).clauses
    inside = segments.stops[segments.at(start) : segments.at(stop - 1)] if start < stop else ()
    for end in (*inside, stop):
        last = end
        while last > start and text[last - 1] in _EDGE:
            last -= 1
        yield start, last
        start = end


def _lead(text: str, start: int, stop: int, places: Mapping[int, Member]) -> int:
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
        return member.stop
    match = words.modal().match(text, start, stop)
    if match:
        return match.end()
    if text[start] in _LISTS:
        match = words.listed().match(text, start, stop)
        if match and (match.end() in places or match.group()[0] == "等"):
            return match.end()
        match = words.other_actor().match(text, start, stop)
        if match:
            return match.end()
    return _before_member(text, start, stop, places) if places else start


def _before_member(text: str, start: int, stop: int, places: Mapping[int, Member]) -> int:
    """Where the actor or the time begins that a preposition stands before: ``由``, ``会同``, ``到``."""
    for shape, layer in ((words.before_actor(), DEPARTMENT), (words.before_time(), TIME)):
        match = shape.match(text, start, stop)
        if match and (member := places.get(match.end())) is not None and member.layer == layer:
            return match.end()
    return start


def _is_empty(text: str, start: int, stop: int) -> bool:
    if start >= stop:
        return True
    if stop - start > _LONGEST_EMPTY:
        return False
    if "目标" in text[start:stop] and words.lead_in().fullmatch(text, start, stop + 1):
        return True
    if text[start] not in words.empty_signs() and not text[start].isspace():
        return False
    return words.empty().fullmatch(text, start, stop) is not None


def _is_aim(text: str, start: int, stop: int, figures: Sequence[Member]) -> bool:
    """Whether a piece only gives figures: ``确保网上可办率达到90%``, ``秸秆综合利用率达到85%以上``."""
    index = bisect_left(figures, start, key=_START)
    held = figures[index : bisect_left(figures, stop, index, key=_START)]
    if not held or not _BOUND.fullmatch(text, min(held[-1].stop, stop), stop):
        return False
    indicator = getattr(held[0].mention.value, "indicator", None) or "\0"
    return text.startswith(indicator, start) or words.aim().match(text, start, stop) is not None


def _antecedent(document: Document, clause: Clause, heading: tuple[str, ...]) -> str:
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
        found = _words(text[first:stop])
        if found and not _is_empty(text, first, first + len(found)):
            return found
        stop = start
    return heading[-1] if heading else ""
