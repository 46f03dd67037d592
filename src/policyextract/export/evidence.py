"""The words around a find, and where in its document it stands."""

from typing import Any

from policyextract.export.label import label
from policyextract.found import Found
from policyextract.marks.segment import layout
from policyextract.text.span import Mention, Span

_FAR = 300
"""Characters of a statement that are kept on each side of a find, so that a long one is not written for each of its."""


def sentence(result: Found, mention: Mention[Any]) -> str:
    """The statement of the cleaned text, to its ``。`` or ``；``, in which a find begins.

    Of a very long one, what stands around the find, with ``…`` where it is cut.

    >>> from policyextract import extract
    >>> result = extract("一是加快项目建设。确保全年增长6%以上。")
    >>> [sentence(result, mention) for mention in result.targets]
    ['确保全年增长6%以上。']
    """
    document = result.document
    find = document.find(mention)
    start, stop = layout(document).statements.bounds(find.start)
    first, last = max(start, find.start - _FAR), min(stop, find.stop + _FAR)
    words = document.text[first:last].strip()
    return f"{'…' if first > start else ''}{words}{'…' if last < stop else ''}"


def place(result: Found, span: Span) -> str:
    """The page, paragraph or line of the file; for a text of no file, its characters, the first counted as 1.

    >>> from policyextract import extract
    >>> result = extract("确保网上可办率达到90%。")
    >>> [place(result, mention.span) for mention in result.targets]
    ['第10至12字']
    """
    places = result.document.places_of(span)
    return "".join(map(str, places)) or label("characters").format(first=span.start + 1, last=span.stop)
