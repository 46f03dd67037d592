"""What a column of time limits sets: a day, a stretch, a rhythm, or words that name none (长期坚持, 立行立改)."""

import re
from collections.abc import Iterator
from functools import cache

from policyextract import lexicon
from policyextract.day import calendar
from policyextract.day.calendar import Days
from policyextract.grammar.time import times
from policyextract.text.document import Document, Find
from policyextract.text.pattern import pattern
from policyextract.text.span import Mention
from policyextract.values import Time, TimeBound, TimeKind, TimeRole, Timing

_MONTH = r"((?:19|20)[0-9]{2})[./-](1[0-2]|0?[1-9])(?![0-9./-])"
_TO = "[-—－–~～至到]{1,2}"
_MONTHS = pattern(rf"(?<![0-9./-]){_MONTH}(?:月?底)?(?:{_TO}{_MONTH})?(?P<by>之?前|以前)?")
_YEARS = pattern(rf"(?<![0-9./-])((?:19|20)[0-9]{{2}})(?:年?{_TO}((?:19|20)[0-9]{{2}})年?)?(?![0-9./年-])")
_ENDS = frozenset("底末")  # 12月底 is the last day for it
_RULE = "time.column"


@cache
def _lasting() -> "re.Pattern[str]":
    words = [word for word, kind in lexicon.rows("table/dues") if kind in ("lasting", "at-once")]
    return pattern(lexicon.alternation(tuple(words)))


def limits(column: Document) -> Iterator[Mention[Timing]]:
    """The time limits of a column, in the order of the text.

    >>> for mention in limits(Document.plain("2025.12\\n长期坚持\\n6月底前")):
    ...     print(mention.value.time.kind, mention.value.time.latest)
    date 2025-12-31
    duration None
    date None
    """
    found = _joined(times(column))
    taken = {place for find in found for place in range(find.start, find.stop)}
    for find in (*_written(column), *_said(column)):
        if taken.isdisjoint(range(find.start, find.stop)):
            taken.update(range(find.start, find.stop))
            found.append(find)
    for find in sorted(found, key=lambda find: find.start):
        ends = column.text[find.stop - 1] in _ENDS and find.value.latest is not None
        time = Time(TimeKind.DATE, TimeBound.BY, None, find.value.latest) if ends else find.value
        yield column.mention(find._replace(value=Timing(time, TimeRole.LIMIT)))


def _joined(finds: "tuple[Find, ...]") -> list[Find]:
    """The times, a year or a month and the event that it dates as one: ``2024年汛期前``."""
    found: list[Find] = []
    for find in finds:
        before = found[-1] if found else None
        if (
            before
            and find.value.kind is TimeKind.EVENT
            and before.value.kind is TimeKind.DATE
            and before.stop == find.start
        ):
            found[-1] = find._replace(start=before.start)
        else:
            found.append(find)
    return found


def _written(column: Document) -> Iterator[Find]:
    """Months and years as tables write them: ``2025.12``, ``2024-06``, ``2023—2025``."""
    text = column.text
    for match in _MONTHS.finditer(text):
        first = calendar.months(int(match[1]), int(match[2]), int(match[2]))
        last = calendar.months(int(match[3]), int(match[4]), int(match[4])) if match[3] else first
        if first and last and first.first <= last.last:
            yield Find(*match.span(), _time(Days(first.first, last.last), match["by"]), _RULE)
    for match in _YEARS.finditer(text):
        days = calendar.years(int(match[1]), int(match[2] or match[1]))
        if days and days.first <= days.last:
            yield Find(*match.span(), _time(days, None), _RULE)


def _time(days: Days, by: str | None) -> Time:
    if by:
        return Time(TimeKind.DATE, TimeBound.BY, None, days.last)
    return Time(TimeKind.DATE, TimeBound.AT, days.first, days.last)


def _said(column: Document) -> Iterator[Find]:
    """Limits that name no day: a length without an end, or at once."""
    kinds = lexicon.mapping("table/dues")
    for match in _lasting().finditer(column.text):
        kind = TimeKind.DURATION if kinds[match.group()] == "lasting" else TimeKind.EVENT
        yield Find(*match.span(), Time(kind), _RULE)
