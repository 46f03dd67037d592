"""Dates as cues: a figure beside a day gone by is reported, one beside a day to come is asked for."""

import datetime as dt
from bisect import bisect_left

from policyextract.document import Document, Find, shared
from policyextract.grammar.stated_date import day_of
from policyextract.grammar.time import times
from policyextract.values import TimeBound, TimeKind

_COMPARED = frozenset("比较与同以于占")
_NEAR = 5


def _tense(text: str, find: Find, day: dt.date) -> str:
    time = find.value
    if time.kind is not TimeKind.DATE or text[find.start - 1 : find.start] in _COMPARED:
        return ""
    if "基础" in text[find.stop : find.stop + _NEAR]:
        return ""
    if time.latest is not None and time.latest < day:
        return "past"
    if time.bound is TimeBound.FROM:
        return "past" if text[find.stop - 1] == "来" else ""
    ahead = time.earliest is not None and time.earliest > day
    return "future" if ahead or (time.bound is TimeBound.BY and time.latest is not None) else ""


@shared
def _datings(document: Document) -> tuple[tuple[int, ...], tuple[str, ...]]:
    day = day_of(document)
    if day is None:
        return (), ()
    text = document.text
    found = [(find.start, tense) for find in times(document) if (tense := _tense(text, find, day))]
    return tuple([start for start, _ in found]), tuple([tense for _, tense in found])


def datings(document: Document, start: int, stop: int) -> list[tuple[int, str]]:
    """Where a stretch names a time that has passed (``past``) or is to come (``future``), by the day of the document.

    >>> document = Document.plain("一季度增长12%，年底前达到15%。", dt.date(2021, 4, 25))
    >>> datings(document, 0, 18)
    [(0, 'past'), (9, 'future')]
    """
    starts, tenses = _datings(document)
    first, last = bisect_left(starts, start), bisect_left(starts, stop)
    return list(zip(starts[first:last], tenses[first:last], strict=True))
