"""Where a document has headings, and which year each sets for what stands under it."""

from policyextract.document import Document
from policyextract.outline import outline

_LINE = 40
_CLOSED = frozenset("。；;！!？?，,：:、")


def heading(document: Document, start: int, stop: int) -> tuple[int, int] | None:
    """The stretch that the heading around ``[start, stop)`` heads, or ``None`` where no heading stands there.

    A heading is the title of a point, or a short line that no sign closes; such a line heads no known stretch beyond
    itself.

    >>> document = Document.plain("一、2018年工作回顾\\n全年增长6.6%。\\n二、2019年工作总体部署\\n今年增长6%。")
    >>> heading(document, 2, 7), heading(document, 11, 13)
    ((0, 22), None)
    """
    text = document.text
    point = outline(document).at(start)
    if point is not None and point.title[0] <= start < point.title[1]:
        title = text[point.title[0] : point.title[1]]
        return None if "，" in title or "," in title else (point.start, point.stop)
    begin = text.rfind("\n", max(0, start - _LINE - 1), start) + 1
    end = text.find("\n", stop, stop + _LINE + 1)
    if (not begin and start > _LINE) or (end < 0 and len(text) - stop > _LINE):
        return None
    end = len(text) if end < 0 else end
    if end - begin > _LINE or text[end - 1] in _CLOSED:
        return None
    return begin, end
