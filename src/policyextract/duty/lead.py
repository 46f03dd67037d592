"""Bodies that stand before their duties: as the title of a point or of a list, or before a colon."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from policyextract.duty import heads
from policyextract.duty.member import DEPARTMENT, Member, is_gap
from policyextract.marks.segment import layout, outline
from policyextract.text.document import Document, shared

_COLONS = frozenset("：:")
_BEGIN = attrgetter("begin")
_LONGEST = 60  # characters of what may follow a body in a heading that names it
Stretch = tuple[int, int]


class Lead(NamedTuple):
    """Actors that a title or a label names for the statements after it.

    Attributes:
        begin, end: the stretch that they lead.
        members: the departments.
        is_bare: whether nothing but their names stands there.
    """

    begin: int
    end: int
    members: tuple[Member, ...]
    is_bare: bool = True


def leads(document: Document, members: Sequence[Member]) -> tuple[list[Lead], list[Member]]:
    """What titles (``（一）市财政局。``) and labels (``市财政局：``) lead, and the members without those in titles."""
    found: list[Lead] = []
    titles: set[Member] = set()
    for held in _lists(document, members):
        stretch = _titled(document, held)
        if stretch is not None:
            titles.update(held)
        else:
            stretch = _labelled(document, held) or _listed(document, held)
        if stretch is not None:
            found.append(Lead(*stretch, held))
    return _parted(found), [member for member in members if member not in titles]


def _parted(found: Sequence[Lead]) -> list[Lead]:
    """Leads, each to the next one at the most, unless that one stands within a point of its own."""
    parted = list(found)
    for index, (lead, after) in enumerate(pairwise(found)):
        start = after.members[0].start
        if lead.begin <= start < lead.end <= after.end:
            parted[index] = lead._replace(end=start)
    return parted


def headed(document: Document, bodies: Sequence[Member]) -> list[Lead]:
    """What the headings head that name a body: ``三、市教育局重点工作``, or nothing but names before several lists.

    Args:
        document: what was read.
        bodies: the bodies with and without a part in a duty, in the order of the text.
    """
    found: list[Lead] = []
    bare: list[Lead] = []
    for held in _lists(document, bodies):
        scope = _scope(document, held)
        if scope is None:
            continue
        rest = document.text[held[-1].stop : scope[0]].strip()
        if heads.heading().fullmatch(rest):
            is_bare = not heads.note().sub("", rest).strip("：:。")
            (bare if is_bare else found).append(Lead(*scope, held, is_bare))
    return _parted(sorted(found + bare, key=_BEGIN)) if len(bare) > 1 else _parted(found)


def _lists(document: Document, members: Sequence[Member]) -> Iterator[tuple[Member, ...]]:
    """The lists of actors, each as far as nothing but actors stands in it."""
    held: list[Member] = []
    for member in members:
        if held and (member.layer != DEPARTMENT or not is_gap(document.text, held[-1].stop, member.start)):
            yield tuple(held)
            held = []
        if member.layer == DEPARTMENT:
            held.append(member)
    if held:
        yield tuple(held)


def _opens(document: Document, position: int) -> bool:
    """Whether a paragraph or a point begins at a position, after its marker and blank space."""
    before = document.text[position - 1 : position]
    if before and not before.isspace() and position not in _bodies(document):
        return False
    point = outline(document).at(position)
    opens = layout(document).paragraphs.bounds(position)[0]
    if point is not None and point.body <= position:
        opens = max(opens, point.body)
    return not document.text[opens:position].strip()


@shared
def _bodies(document: Document) -> frozenset[int]:
    """Where the words of the points begin, after their markers."""
    return frozenset([point.body for point in outline(document).points])


def _titled(document: Document, held: Sequence[Member]) -> Stretch | None:
    """The words of the point whose title is nothing but a list of actors, with a colon or without; or of the list."""
    text = document.text
    note = heads.note().match(text, held[-1].stop)
    end = note.end() if note else held[-1].stop
    end += text[end : end + 1] in _COLONS
    if text[end : end + 1] not in ("。", "\n", "") or not _opens(document, held[0].start):
        return None
    point = outline(document).at(held[0].start)
    if point is not None and layout(document).paragraphs.bounds(held[0].start)[0] <= point.body:
        return end + 1, point.stop
    return _under(document, end + 1)


def _labelled(document: Document, held: Sequence[Member]) -> Stretch | None:
    """The rest of the paragraph that begins with a list of actors and a colon."""
    text, start, stop = document.text, held[0].start, held[-1].stop
    if text[stop : stop + 1] not in _COLONS or not _opens(document, start):
        return None
    point = outline(document).at(start)
    end = layout(document).paragraphs.bounds(start)[1]
    return layout(document).statements.bounds(stop)[1], end if point is None else min(point.stop, end)


def _listed(document: Document, held: Sequence[Member]) -> Stretch | None:
    """The list on lines of its own that a sentence opens with its actors: ``县人民政府履行下列职责：``."""
    start, segments = held[0].start, layout(document)
    stop = segments.paragraphs.bounds(start)[1]
    end = stop - (document.text[stop - 1] == "\n")
    if segments.clauses.bounds(start)[0] != start and not _opens(document, start):
        return None
    if segments.statements.bounds(start)[1] < end or not heads.duties().search(document.text, held[-1].stop, end):
        return None
    under = _under(document, stop)
    return None if under is None else (stop, _last(document, stop, under[1]))


def _last(document: Document, begin: int, end: int) -> int:
    """Where the points end that follow one another from a line on; the last ends with its paragraph."""
    points, last = outline(document), begin
    while begin < end and (point := points.at(begin)) is not None and point.start >= last and point.stop > begin:
        last, begin = point.start, point.stop
    return min(layout(document).paragraphs.bounds(last)[1], end)


def _scope(document: Document, held: Sequence[Member]) -> Stretch | None:
    """What a heading heads that begins with a list of bodies: its point, or the list under its line."""
    start = held[0].start
    if not _opens(document, start):
        return None
    point, end = outline(document).at(start), layout(document).paragraphs.bounds(start)[1]
    if point is not None and point.title[0] <= start < point.title[1]:
        return (end if point.title[1] >= end - 1 else point.title[1]), point.stop
    return _under(document, end) if end - held[-1].stop <= _LONGEST else None


def _under(document: Document, begin: int) -> Stretch | None:
    """The list that begins at a line, to the end of what it stands in or to the next line before a list."""
    text, points = document.text, outline(document)
    start = begin
    while start < len(text) and text[start].isspace():
        start += 1
    point = points.at(start)
    if point is None or point.start != start or point.number > 1:
        return None
    return begin, (points.points[point.parent].stop if point.parent >= 0 else len(text))
