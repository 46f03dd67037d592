"""The day on which a document was made, as it states it: 成文日期, the line under its title, its signature."""

import datetime as dt
import re
from collections.abc import Iterator

from policyextract import calendar
from policyextract.document import Document, shared
from policyextract.numerals import date_integer
from policyextract.pattern import pattern

_HAN = "一二三四五六七八九"
_SPACE = r"[ \t\u3000\u00a0]"
_DATE = (
    rf"(?P<y>[12１２]\d{{3}}|[一二][零〇○{_HAN}]{{3}}){_SPACE}?(?:年|(?P<sign>[-./])){_SPACE}?"
    rf"(?P<m>\d{{1,2}}|[{_HAN}十]{{1,2}}){_SPACE}?(?:月|(?P=sign)){_SPACE}?"
    rf"(?P<d>\d{{1,2}}|[{_HAN}十]{{1,3}})(?:日|(?<=\d)(?!\d))"
)
_LABEL = pattern(rf"(?:成文|签署|签发)(?:日期|时间)[：:\s]{{0,4}}{_DATE}")
_PUBLISHED = pattern(rf"(?:印发|发文|生成|发布|公布)(?:日期|时间)[：:\s]{{0,4}}{_DATE}")
_SPEECH = pattern(rf"(?:^|[—－-]{{2}}|[（(]){_SPACE}{{0,4}}{_DATE}{_SPACE}?在[^\n，。]{{4,60}}上", re.MULTILINE)
_LINE = pattern(rf"^{_SPACE}*+(?:[（(—－-]{{1,4}}+{_SPACE}*+)?{_DATE}{_SPACE}*+[)）]?{_SPACE}*+$", re.MULTILINE)
_SIGNED = pattern(
    rf"(?:国务院|办公厅|政府|委员会|办公室|[厅局部院]){_SPACE}*+\n*+{_SPACE}*+{_DATE}(?=[ \u3000（(\n]|$)"
)
_ADOPTED = pattern(
    rf"(?:^|[（(；;、]){_SPACE}*+{_DATE}[^\n（()）；;]{{2,80}}?(?:通过|公布|发布|修正|修订)", re.MULTILINE
)
_OTHER_LABEL = pattern(r"(?:实施|失效|施行|生效|废止|截止|发布)(?:日期|时间)[：:]?\s*$")
_HEAD = 1500


def _date(match: "re.Match[str]") -> dt.date | None:
    days = calendar.day(date_integer(match["y"]), date_integer(match["m"]), date_integer(match["d"]))
    return days and days.first


def _lines(text: str) -> Iterator["re.Match[str]"]:
    """Lines that are a date alone, but for those under a label of another date; those written with 年 first."""
    found = [
        match
        for match in _LINE.finditer(text)
        if not _OTHER_LABEL.search(text, max(0, match.start() - 12), match.start())
    ]
    yield from (match for match in found if not match["sign"])
    yield from (match for match in found if match["sign"])


def _candidates(text: str) -> Iterator["re.Match[str]"]:
    """What can state the date, the strongest first; of several days of adoption and amendment, the last."""
    yield from _LABEL.finditer(text)
    yield from _SPEECH.finditer(text, 0, _HEAD)
    yield from _lines(text)
    adopted = [(date, match) for match in _ADOPTED.finditer(text, 0, _HEAD) if (date := _date(match))]
    if adopted:
        yield max(adopted, key=lambda pair: pair[0])[1]
    yield from _SIGNED.finditer(text)
    yield from _PUBLISHED.finditer(text)


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
    return next((date for match in _candidates(document.source) if (date := _date(match))), None)


def day_of(document: Document) -> dt.date | None:
    """The day that relative times are read against: the one that was given, else the one that the document states."""
    return document.reference_date or stated_date(document)
