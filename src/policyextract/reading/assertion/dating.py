"""Dates as cues: a figure beside a day gone by is reported, one beside a day to come is asked for."""

import datetime as dt
from bisect import bisect_left

from policyextract.day.stated_date import day_of
from policyextract.grammar.time import times
from policyextract.marks.cue import Cue
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import Time, TimeBound, TimeKind

_COMPARED = pattern(
    '(?:[比较与同以占由从]|截[至止]到?(?:[0-9]{4}年)?|[高低快慢优大小多少强]于|(?:对于?|[将把])[^，。；]{0,4})[“"]?$'
)
_YEAR = pattern("[0-9]{4}|[明后]年|\\L<time.to-come>|十[一二三四五]五")
_NEAR = 5
_OF_BASE = pattern("(?:水平)?的[0-9.一二三四五六七八九十两]{1,6}(?P<of>[倍%])")  # 2020年的1.4倍
_FIRM = frozenset(("firm",))


def may_have_come(time: Time, day: dt.date) -> bool:
    """Whether a day of the text is 1 January, which stands for a year of which no day is known, and a date lies in it.

    >>> from policyextract import parse_time
    >>> may = parse_time("5月", reference_date=dt.date(2021, 1, 1))
    >>> may_have_come(may, dt.date(2021, 1, 1)), may_have_come(may, dt.date(2021, 1, 2))
    (True, False)
    """
    by_year = (day.month, day.day) == (1, 1) and time.bound is not TimeBound.BY
    return by_year and time.latest is not None and time.latest.year == day.year


def gone_by(time: Time, day: dt.date | None) -> bool | None:
    """Whether a time lies before a day; ``None`` where nothing tells.

    >>> from policyextract import parse_time
    >>> times = [parse_time(text, reference_date=dt.date(2021, 4, 25)) for text in ("去年", "6月底前", "每月")]
    >>> [gone_by(time, dt.date(2021, 4, 25)) for time in times], gone_by(times[0], None)
    ([True, False, False], None)
    """
    if time.kind is TimeKind.DATE and day is not None and time.latest is not None:
        return time.latest < day
    to_come = time.bound in (TimeBound.BY, TimeBound.WITHIN) or time.kind is TimeKind.RECURRENCE
    return False if to_come or (day is not None and time.earliest is not None) else None


def _kind(text: str, find: Find, day: dt.date) -> str:
    """Whether a time has passed (past) or is to come (future) by the day of the document; else nothing."""
    time = find.value
    if time.kind is TimeKind.EVENT and time.bound is TimeBound.FROM and text[find.stop - 1] == "来":  # 入冬以来
        return "past"
    if time.kind is not TimeKind.DATE or _COMPARED.search(text, max(find.start - 8, 0), find.start):
        return ""
    whole = _OF_BASE.match(text, find.stop)
    if whole and (whole["of"] == "倍" or text[find.start - 1 : find.start] == "是"):
        return ""
    if "基础" in text[find.stop : find.stop + _NEAR] or text.startswith("上年", find.start):
        return ""
    if gone_by(time, day):
        return "past"
    if time.bound is TimeBound.FROM:
        return "past" if text[find.stop - 1] == "来" else ""
    if may_have_come(time, day):
        return ""
    ahead = time.earliest is not None and time.earliest > day
    return "future" if ahead or (time.bound is TimeBound.BY and time.latest is not None) else ""


def _cue(text: str, find: Find, kind: str) -> Cue:
    sure = find.value.bound is TimeBound.BY or _YEAR.search(text, find.start, find.stop) is not None
    return Cue(find.start, find.stop, "year" if sure else "season", kind, True, _FIRM if sure else frozenset())


@shared
def _datings(document: Document) -> tuple[tuple[int, ...], tuple[Cue, ...]]:
    day = day_of(document)
    if day is None:
        return (), ()
    text = document.text
    found = [_cue(text, find, kind) for find in times(document) if (kind := _kind(text, find, day))]
    return tuple([cue.start for cue in found]), tuple(found)


def datings(document: Document, start: int, stop: int) -> tuple[Cue, ...]:
    """The times in a stretch that have passed or are to come, by the day of the document; ``year``: its year is sure.

    >>> document = Document.plain("一季度增长12%，2021年底前达到15%。", dt.date(2021, 4, 25))
    >>> [(cue.start, cue.kind, cue.word) for cue in datings(document, 0, 23)]
    [(0, 'past', 'season'), (9, 'future', 'year')]
    """
    starts, found = _datings(document)
    return found[bisect_left(starts, start) : bisect_left(starts, stop)]
