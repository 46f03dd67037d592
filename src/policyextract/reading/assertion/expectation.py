"""What is expected: the figures that ``主要预期目标是：`` or a title of expected goals sets, until its list ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from policyextract.marks.outline import outline
from policyextract.marks.passage.frame import frames
from policyextract.marks.segment import layout
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_NAMES = pattern("预期(?:目标|指标)")
_OPENS = pattern("(?:建议)?(?:初步)?\\L<figure.sets>?(?P<sign>[是为：:])[：:]?[ \\t\\u3000]*(?P<end>\\n|\\Z)?")


@shared
def _expected(document: Document) -> tuple[tuple[int, ...], tuple[tuple[int, str], ...]]:
    """Where what is expected begins, and where each ends with the word that says so, in the order of the text."""
    zones = list(_zones(document))
    return tuple([start for start, _, _ in zones]), tuple([(stop, word) for _, stop, word in zones])


def _zones(document: Document) -> Iterator[tuple[int, int, str]]:
    text, parts = document.text, layout(document)
    for named in _NAMES.finditer(text):
        position, stop = named.span()
        opened = _OPENS.match(text, stop)
        paragraph = parts.paragraphs.bounds(position)[1]
        if opened and opened["end"] is None:
            yield stop, paragraph, named[0]
        elif opened:
            yield stop, _end(document, paragraph, lambda place: not _is_item(document, place)), named[0]
        elif parts.is_heading(document, position):
            within = outline(document).at(position) is not None  # its point ends it, whatever short lines are in it
            end = _end(document, paragraph, _never if within else lambda place: parts.is_heading(document, place))
            yield stop, end, named[0]


def _end(document: Document, position: int, ends: Callable[[int], bool]) -> int:
    """Where the paragraphs from ``position`` on end: before the first that ends them, or with their point."""
    paragraphs, length = layout(document).paragraphs, len(document.text)
    point = outline(document).at(position - 1)
    limit = min(point.stop, length) if point is not None and point.style != "dash" else length
    while position < limit and not ends(position):
        position = max(paragraphs.bounds(position)[1], position + 1)
    return min(position, limit)


def _never(_: int) -> bool:
    return False


def _is_item(document: Document, position: int) -> bool:
    """Whether the paragraph at a position begins with the marker of a list."""
    points = outline(document).points
    stop = layout(document).paragraphs.bounds(position)[1]
    index = bisect_left(points, position, key=lambda point: point.start)
    found = index < len(points) and points[index].start < stop
    return found and not document.text[position : points[index].start].strip()


def is_headed_by_goals(document: Document, position: int) -> bool:
    """Whether the title of the section of a position is one of goals, so that a bare figure is one: ``实名就业7万人``.

    >>> document = Document.plain("一、工作目标\\n实名就业7万人。")
    >>> is_headed_by_goals(document, 12)
    True
    """
    title = frames(document).title(position)
    return title is not None and "目标" in document.text[slice(*title)]


def expected(document: Document, position: int) -> str:
    """The word that makes a figure an expected one which has no modal of its own, or nothing.

    >>> document = Document.plain("主要预期目标是：生产总值增长6%。居民收入增长7%。\\n新建5所。")
    >>> expected(document, 20), expected(document, 29)
    ('预期目标', '')
    """
    starts, ends = _expected(document)
    index = bisect_right(starts, position) - 1
    stop, word = ends[index] if index >= 0 else (0, "")
    return word if position < stop else ""
