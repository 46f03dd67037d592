"""How far a bracket, a label or a sentence that only says who reaches back."""

from itertools import islice

from policyextract.duty import heads
from policyextract.marks.enclosure import OPENS
from policyextract.marks.segment import Point, layout, outline
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_HEAD_LINES = 3  # lines before which a label heads the whole text
_DEEPEST = 12
_NAME = 24  # characters of the name of a phase
_INLINE = frozenset(("ordinal", "circle", "spoken"))
_HEAD = pattern(r"[^，,。；;：:\n]{2,45}。?\s*")


def _item(document: Document, position: int) -> Point | None:
    """The point that a bracket closes: the innermost one that is not part of a running sentence."""
    points = outline(document)
    for point in islice(points.path(position), _DEEPEST):
        if point.style not in _INLINE:
            return point
    return points.at(position)


def governed(
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
    stretch = phase(document, start)
    if stretch is not None:
        return stretch[0], min(stretch[1], ceiling), stop
    ahead = _ahead(document, start, stop, ceiling)
    if ahead is not None:
        return ahead
    point = _item(document, start)
    if point is not None and _in_title(text, point, place, ceiling):
        head = segments.statements.bounds(point.body)[0]
        return head, point.stop, head
    last = start
    while last > floor and text[last - 1] in " \t\n\u3000":
        last -= 1
    if point is None and _is_last_cell(text, place, last):
        return max(floor, segments.paragraphs.bounds(start)[0]), start, segments.sentences.bounds(last - 1)[0]
    heads_lines = not last or "\n" in text[last:start]
    if heads_lines and point is None and not aimed and text[last - 1 : last] not in tuple("。；;"):
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


def _is_last_cell(text: str, place: tuple[int, int], last: int) -> bool:
    """Whether words that no sign closes end a line of sentences: the last cell of a row (``建成3个。A牵头``)."""
    start, stop = place
    words = text[start:stop]
    closes = words[-1:] == "\n" or stop == len(text)
    return last == start and text[last - 1 : last] == "。" and closes and text[start] not in OPENS and "。" not in words


def _ahead(document: Document, start: int, stop: int, ceiling: int) -> tuple[int, int, int] | None:
    """The rest of a paragraph that opens with a label: ``责任单位：A。工作任务：…``; ``None`` where it does not."""
    text = document.text
    begins, ends = layout(document).paragraphs.bounds(start)
    point = outline(document).at(start)
    if point is not None and point.body <= start:
        begins = max(begins, point.body)
    end = min(ends, ceiling)
    if text[start] in OPENS or text[begins:start].strip() or not text[stop:end].strip():
        return None
    return stop, end, stop


def phase(document: Document, position: int) -> tuple[int, int] | None:
    """The stretch of a phase whose line holds a position near its beginning: ``第一阶段（7月3日至7月15日）``."""
    text = document.text
    begins = layout(document).paragraphs.bounds(position)[0]
    opens = heads.phase().match(text, max(begins - 1, 0))
    if opens is None or not opens.end() <= position <= opens.end() + _NAME:
        return None
    point = outline(document).at(position)
    end = len(text) if point is None else point.stop
    after = heads.phase().search(text, position, end)
    return begins, after.start() if after else end


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
