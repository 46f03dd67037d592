"""Which way a paragraph leans that nothing frames: to a report or to a duty, by its words."""

import re
from bisect import bisect_left
from functools import cache

from policyextract.document import Document, shared
from policyextract.lexicon import rows
from policyextract.segment import layout

_PREDICATE, _CHANGED, _ORDERS = 7, 2, -4


@cache
def _weights(place: str) -> dict[str, int]:
    return {word: int(weight) for word, found, weight in rows("frame_words") if found == place}


@cache
def _heads() -> "tuple[re.Pattern[str], dict[str, tuple[tuple[str, int], ...]]]":
    """Where a word may stand that weighs anywhere, and the words that have the same first two characters, or one."""
    table: dict[str, list[tuple[str, int]]] = {}
    for word, weight in _weights("any").items():
        table.setdefault(word[:2], []).append((word, weight))
    return re.compile("|".join(f"{head[0]}(?={head[1:]})" for head in table)), {
        head: tuple(words) for head, words in table.items()
    }


@shared
def _anywhere(document: Document) -> tuple[list[int], list[int]]:
    """Where words stand that weigh anywhere, and what each weighs."""
    text = document.text
    heads, table = _heads()
    found = [
        (start, weight)
        for start in [match.start() for match in heads.finditer(text)]
        for word, weight in (*table.get(text[start : start + 2], ()), *table.get(text[start], ()))
        if text.startswith(word, start)
    ]
    return [start for start, _ in found], [weight for _, weight in found]


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
    places, weights = _anywhere(document)
    total = sum(weights[bisect_left(places, start) : bisect_left(places, stop)])
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
