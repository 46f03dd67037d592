"""Which way a paragraph leans that nothing frames: to a report or to a duty, by its words."""

from bisect import bisect_left
from functools import cache

from policyextract.document import Document
from policyextract.lexicon import rows
from policyextract.segment import layout

_PREDICATE, _CHANGED, _ORDERS = 7, 2, -4


@cache
def _weights(place: str) -> dict[str, int]:
    return {word: int(weight) for word, found, weight in rows("frame_words") if found == place}


def leaning(document: Document, start: int, stop: int) -> int:
    """How far a paragraph leans to a report (above zero) or to a duty (below).

    What closes a clause has changed (``活力不断增强``), what opens one is to be done (``增强活力``).

    >>> text = "改革取得积极进展，活力不断增强。"
    >>> leaning(Document.plain(text), 0, len(text)) > 0
    True
    >>> text = "要深化改革，增强活力，完善制度。"
    >>> leaning(Document.plain(text), 0, len(text)) < 0
    True
    """
    text = document.text
    clauses = layout(document).clauses
    opens, closes, manner = _weights("open"), _weights("close"), _weights("manner")
    first = bisect_left(clauses.starts, start)
    last = bisect_left(clauses.starts, stop, first)
    total = sum(text.count(word, start, stop) * weight for word, weight in _weights("any").items())
    orders = 0
    for index in range(first, last):
        begin, end = clauses.starts[index], clauses.stops[index]
        order = opens.get(text[begin : begin + 2], 0)
        if order:
            orders += order
            continue
        total += closes.get(text[end - 3 : end - 1], 0)
        if end - begin > _PREDICATE and text[end - 5 : end - 3] in manner:
            total += _CHANGED
    return total + max(orders, _ORDERS)
