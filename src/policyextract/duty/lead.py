"""Bodies that stand before their duties: as the title of a point, or before a colon."""

from collections.abc import Sequence
from typing import NamedTuple

from policyextract.duty.member import DEPARTMENT, GAP, Member
from policyextract.marks.segment import layout, outline
from policyextract.text.document import Document

_TITLE_ENDS = frozenset(("。", "\n", ""))
_COLONS = frozenset("：:")
_LEAD_ENDS = _TITLE_ENDS | _COLONS


class Lead(NamedTuple):
    """Actors that a title or a label names for the statements after it.

    Attributes:
        begin, end: the stretch that they lead.
        members: the departments.
    """

    begin: int
    end: int
    members: tuple[Member, ...]


def leads(document: Document, members: Sequence[Member]) -> tuple[list[Lead], list[Member]]:
    """What titles (``（一）市财政局。``) and labels (``市财政局：``) lead, and the members without those in titles."""
    text = document.text
    found: list[Lead] = []
    titles: set[Member] = set()
    for index, member in enumerate(members):
        if member.layer != DEPARTMENT or text[member.stop : member.stop + 1] not in _LEAD_ENDS:
            continue
        if index + 1 < len(members) and _go_on(text, member, members[index + 1]):
            continue
        held = _list_before(text, members, index)
        stretch = _titled(document, held)
        if stretch is not None:
            titles.update(held)
        else:
            stretch = _labelled(document, held)
        if stretch is not None:
            found.append(Lead(*stretch, held))
    return found, [member for member in members if member not in titles]


def _go_on(text: str, member: Member, after: Member) -> bool:
    """Whether two actors stand in one list."""
    return after.layer == DEPARTMENT == member.layer and GAP.fullmatch(text, member.stop, after.start) is not None


def _list_before(text: str, members: Sequence[Member], last: int) -> tuple[Member, ...]:
    """The actors of the list that ends with one of them."""
    first = last
    while first and _go_on(text, members[first - 1], members[first]):
        first -= 1
    return tuple(members[first : last + 1])


def _titled(document: Document, held: Sequence[Member]) -> tuple[int, int] | None:
    """The words of the point whose title is nothing but a list of actors, with a colon or without."""
    text, stop = document.text, held[-1].stop
    end = stop + (text[stop : stop + 1] in _COLONS)
    if text[end : end + 1] not in _TITLE_ENDS:
        return None
    point = outline(document).at(held[0].start)
    if point is None or text[point.body : held[0].start].strip():
        return None
    return end + 1, point.stop


def _labelled(document: Document, held: Sequence[Member]) -> tuple[int, int] | None:
    """The rest of the paragraph that begins with a list of actors and a colon."""
    text, start, stop = document.text, held[0].start, held[-1].stop
    if text[stop : stop + 1] not in _COLONS or text[stop + 1 : stop + 2] in _TITLE_ENDS:
        return None
    paragraph = layout(document).paragraphs.bounds(start)
    point = outline(document).at(start)
    opens = paragraph[0] if point is None else max(point.body, paragraph[0])
    if text[opens:start].strip():
        return None
    return layout(document).statements.bounds(stop)[1], paragraph[1] if point is None else min(point.stop, paragraph[1])
