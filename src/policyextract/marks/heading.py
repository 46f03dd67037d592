"""Where a document has headings, and how far each reaches."""

from typing import NamedTuple

from policyextract.marks.outline import outline
from policyextract.text.document import Document

_LINE = 40
_CLOSED = frozenset("。；;！!？?，,：:、")


class Heading(NamedTuple):
    """A heading: its words, and where the stretch that it heads ends."""

    words: str
    until: int


def heading(document: Document, start: int, stop: int) -> Heading | None:
    """The heading that ``[start, stop)`` stands in, or ``None`` where there is none.

    A heading is the title of a point, but for a spoken one (``一要抓好今年工作``), or a short line that no sign closes
    or parts; such a line heads nothing but itself.

    >>> document = Document.plain("一、2018年工作回顾\\n全年增长6.6%。\\n二、2019年工作总体部署\\n今年增长6%。")
    >>> heading(document, 2, 7), heading(document, 11, 13)
    (Heading(words='2018年工作回顾', until=22), None)
    """
    text = document.text
    point = outline(document).at(start)
    if point is not None and point.title[0] <= start < point.title[1]:
        title = text[point.title[0] : point.title[1]]
        return None if "，" in title or "," in title or point.style == "spoken" else Heading(title, point.stop)
    begin = text.rfind("\n", max(0, start - _LINE - 1), start) + 1
    end = text.find("\n", stop, stop + _LINE + 1)
    if (not begin and start > _LINE) or (end < 0 and len(text) - stop > _LINE):
        return None
    end = len(text) if end < 0 else end
    line = text[begin:end]
    if len(line) > _LINE or text[end - 1] in _CLOSED or "，" in line or "。" in line:
        return None
    return Heading(line, end)
