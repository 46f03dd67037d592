"""The day on which a document was made, as it states it: 成文日期, the line under its title, its signature."""

import datetime as dt
import re
from collections.abc import Iterator
from operator import itemgetter

from policyextract.day import calendar
from policyextract.number.numerals import DIGITS, date_integer
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern
from policyextract.text.span import Span

_HAN = DIGITS[1:]
_SPACE = r"[ \t\u3000\u00a0]"
_GAP = f"{_SPACE}{{0,3}}"
_DIGIT = f"[0-9０-９]{_SPACE}?"
_DATE = pattern(
    rf"(?P<y>[12１２一二](?:(?<=[12１２]){_SPACE}?{_DIGIT}{_DIGIT}[0-9０-９]|(?<=[一二])[零〇○{_HAN}]{{3}}))"
    rf"{_GAP}(?:年|(?P<sign>[-./])){_GAP}"
    rf"(?P<m>\d{_SPACE}?\d?|[{_HAN}十]{{1,2}}){_GAP}(?:月|(?P=sign)){_GAP}"
    rf"(?P<d>\d{_SPACE}?\d?|[{_HAN}十]{{1,3}})(?:{_GAP}日|(?<=\d)(?!\d))"
)
_LABEL = pattern(r"\L<day.signed>\L<day.day-noun>[：:\s]{0,4}\Z")
_PUBLISHED = pattern(r"\L<day.published>\L<day.day-noun>[：:\s]{0,4}\Z")
_OTHER_LABEL = pattern(r"\L<day.other-label>\L<day.day-noun>[：:]?\s*\Z")
_SUBTITLE = pattern(rf"(?:^|[—－-]{{2}}|[（(]){_SPACE}{{0,4}}\Z", re.MULTILINE)
_AT_MEETING = pattern(rf"{_SPACE}?在[^\n，。]{{4,60}}上")
_LINE = pattern(rf"^{_SPACE}*+(?:[（(—－-]{{1,4}}+{_SPACE}*+)?\Z", re.MULTILINE)
_LINE_END = pattern(rf"{_SPACE}*+[)）]?{_SPACE}*+$", re.MULTILINE)
_NOTE = pattern(rf"(?:^|[（(；;、]){_SPACE}*+\Z", re.MULTILINE)
_ADOPTED = pattern("[^\n（()）；;]{1,80}?\\L<day.adopted>")
_AUTHORITY = pattern(rf"\L<day.authority>{_SPACE}*+\n*+{_SPACE}*+\Z")
_CLOSE = pattern(r"[ \u3000（(\n]|\Z")
_WHATEVER = pattern("")
_HEAD = 1500
_NEAR = 120  # characters before a date, among which its label stands


def _date(match: "re.Match[str]") -> dt.date | None:
    year, month, number = (date_integer("".join(match[part].split())) for part in "ymd")
    days = calendar.day(year, month, number)
    return days and days.first


def _between(
    text: str,
    dates: list["re.Match[str]"],
    before: "re.Pattern[str]",
    after: "re.Pattern[str]",
    reach: int | None = None,
) -> list["re.Match[str]"]:
    """Of the dates, those that stand between what two patterns match; the one after them must end within ``reach``."""
    reach = len(text) if reach is None else reach
    return [
        date
        for date in dates
        if before.search(text, max(0, date.start() - _NEAR), date.start()) and after.match(text, date.end(), reach)
    ]


def _is_otherwise_labelled(text: str, date: "re.Match[str]") -> bool:
    """Whether a date on a line of its own stands under a label of another date."""
    line = text.rfind("\n", 0, date.start()) + 1
    return _OTHER_LABEL.search(text, max(0, line - 12), line) is not None


def _candidates(text: str) -> Iterator["re.Match[str]"]:
    """What can state the date, the strongest first; of several days of adoption and amendment, the last.

    Of lines that are a date alone, those that are written with 年 come first.
    """
    dates = [*_DATE.finditer(text)]
    if not dates:
        return
    head = [date for date in dates if date.start() < _HEAD]
    yield from _between(text, dates, _LABEL, _WHATEVER)
    yield from _between(text, head, _SUBTITLE, _AT_MEETING, _HEAD)
    lines = [date for date in _between(text, dates, _LINE, _LINE_END) if not _is_otherwise_labelled(text, date)]
    yield from (date for date in lines if not date["sign"])
    yield from (date for date in lines if date["sign"])
    adopted = [(day, date) for date in _between(text, head, _NOTE, _ADOPTED, _HEAD) if (day := _date(date))]
    if adopted:
        yield max(adopted, key=itemgetter(0))[1]
    yield from _between(text, dates, _AUTHORITY, _CLOSE)
    yield from _between(text, dates, _PUBLISHED, _WHATEVER)


@shared
def stated_day(document: Document) -> tuple[dt.date, Span] | None:
    """The day of making that a document states, with the characters of the source that say it; or ``None``."""
    within = Span(0, len(document.source)) if document.within is None else document.within
    for match in _candidates(document.source[within.start : within.stop]):
        date = _date(match)
        if date:
            return date, Span(within.start + match.start(), within.start + match.end())
    return None


@shared
def stated_date(document: Document) -> dt.date | None:
    """The day of making that a document states, or ``None``.

    In this order: a label (``成文日期：``); the line under a title that says where a speech was held; a line that is a
    date alone (a signature, ``（2021年3月5日）`` under a title); the last adoption or amendment of a law under its
    title; a date behind the name of an authority; the day of publishing. A date that a label calls that of entry into
    force or expiry is not taken.

    >>> stated_date(Document.plain("关于印发要点的通知\\n各镇：\\n请贯彻执行。\\n县人民政府\\n二〇二一年三月五日"))
    datetime.date(2021, 3, 5)
    >>> stated_date(Document.plain("2021年3月5日前报送。")) is None
    True
    """
    found = stated_day(document)
    return found and found[0]


@shared
def day_of(document: Document) -> dt.date | None:
    """The day that relative times are read against: the one that was given, else the one that the document states."""
    return document.reference_date or stated_date(document)
