"""How firmly a list of goals words its figures: ``主要预期目标是：``, or a title of expected goals, until it ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from policyextract.marks.cue import cues
from policyextract.marks.outline import outline
from policyextract.marks.segment import layout
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern
from policyextract.values import Modality

_Wording = tuple[Modality, str]
_FIRMER = {firm.value: firm for firm in (Modality.REQUIRED, Modality.STRIVE)}
_WORD = "预期目标"
_OPENS = pattern("(?:建议)?(?:初步)?(?:安排|确定|设定)?(?P<sign>[是为：:])[：:]?[ \\t\\u3000]*(?P<end>\\n|\\Z)?")


@shared
def _worded(document: Document) -> tuple[tuple[int, ...], tuple[int, ...], tuple[_Wording, ...]]:
    """Where each list of goals begins and ends, and how it words them, in the order of the text."""
    starts, stops, words = zip(*_zones(document), strict=True) if _WORD in document.text else ((), (), ())
    return starts, stops, words


def _zones(document: Document) -> Iterator[tuple[int, int, _Wording]]:
    text, parts = document.text, layout(document)
    position = text.find(_WORD)
    while position >= 0:
        stop = position + len(_WORD)
        opened = _OPENS.match(text, stop)
        paragraph = parts.paragraphs.bounds(position)[1]
        plain = Modality.EXPECTED, _WORD
        if opened and opened["end"] is None:
            yield stop, paragraph, plain
        elif opened:
            yield stop, _end(document, paragraph, lambda place: not _is_item(document, place)), plain
        elif parts.is_heading(document, position):
            headed = outline(document).at(position) is not None  # its point ends it, whatever short lines are in it
            end = _end(document, paragraph, lambda place: not headed and parts.is_heading(document, place))
            yield stop, end, _of_heading(document, position) or plain
        position = text.find(_WORD, stop)


def _of_heading(document: Document, position: int) -> _Wording | None:
    """A firmer word before the goals in their title: ``确保完成全年主要预期目标``."""
    heading = cues(document, layout(document).paragraphs.bounds(position)[0], position)
    return next(((_FIRMER[cue.kind], cue.word) for cue in reversed(heading) if cue.kind in _FIRMER), None)


def _end(document: Document, position: int, ends: Callable[[int], bool]) -> int:
    """Where the paragraphs from ``position`` on end: before the first that ends them, or with their point."""
    paragraphs, length = layout(document).paragraphs, len(document.text)
    point = outline(document).at(position - 1)
    limit = min(point.stop, length) if point is not None and point.style != "dash" else length
    while position < limit and not ends(position):
        position = max(paragraphs.bounds(position)[1], position + 1)
    return min(position, limit)


def _is_item(document: Document, position: int) -> bool:
    """Whether the paragraph at a position begins with the marker of a list."""
    points = outline(document).points
    stop = layout(document).paragraphs.bounds(position)[1]
    index = bisect_left(points, position, key=lambda point: point.start)
    found = index < len(points) and points[index].start < stop
    return found and not document.text[position : points[index].start].strip()


def expected(document: Document, position: int) -> tuple[Modality, str] | None:
    """How a list of goals words a figure that has no modal of its own, and by which word.

    >>> document = Document.plain("主要预期目标是：生产总值增长6%。居民收入增长7%。\\n新建5所。")
    >>> [found and found[1] for found in (expected(document, 20), expected(document, 29))]
    ['预期目标', None]
    """
    starts, stops, words = _worded(document)
    index = bisect_right(starts, position) - 1
    return words[index] if index >= 0 and position < stops[index] else None
