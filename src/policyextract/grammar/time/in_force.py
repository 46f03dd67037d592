"""Which year and month a date without them belongs to, as a text is read from its beginning to its end."""

import datetime as dt
import re

from policyextract.day.calendar import Days
from policyextract.day.stated_date import day_of
from policyextract.grammar.time.bound import after
from policyextract.grammar.time.date import Point
from policyextract.grammar.time.days import Clock, periods
from policyextract.marks.heading import heading
from policyextract.marks.part.title import kind_of
from policyextract.marks.passage.frame import frames
from policyextract.marks.passage.title import Frame
from policyextract.marks.segment import layout
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound

_CARRIED, _LONG_CARRIED = 1000, 3000
_BULLETIN_HEAD = 3000  # characters in which a bulletin says that it is one
_YEAR_REVIEWED = pattern(
    "^[^，。；\\n]{0,8}?(?:一年来|过去的?一年|过去的?[0-9]{4}年|去年[^，。；\\n]{0,6}回顾)", re.MULTILINE
)
_COMPARED = pattern("(?:[比较占]|相比|[以与同](?!时))$")
_DATED = pattern(
    "的?基础|[^，。；,;的0-9\\n]{2,8}的[0-9]{1,6}[^年月日]|[及之]?以[来前]|年?(?:[^，。；]{0,6}\\L<time.dated>|版)"
)
_YEAR_BEFORE = pattern("上一?年")  # read from the year in force itself
_BULLETIN = pattern("\\n[ \\t\\u3000]*一、[ \\t\\u3000]*综合[ \\t\\u3000]*\\n|统计公报")
_OF_STATISTICS = pattern("\\L<time.of-statistics>")
_LINE_HEAD = pattern("(?:^|\\n)[ \\t\\u3000]*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．])?[ \\t\\u3000]*\\Z")
_YEAR_OF_TITLE = pattern("((?:19|20)[0-9]{2})年")
_ENUMERATED = pattern("[ \\t\\u3000]*[（(]?[一二三四五六七八九十0-9]{1,2}[)）、.．]")
_TITLE_HEAD, _TITLE_LINES = 400, 8
_TURN_OF_YEAR = 3  # months before and after New Year in which a title is about the next or the last year
_STRETCHES = frozenset(("half", "quarter", "month"))
_CHANGE_OF_YEAR = 6  # a review of one year is of the last year up to this month, and of the year itself after it


@shared
def _reviewed(document: Document) -> tuple[tuple[int, int, int], ...]:
    """The passages that look back on one whole year, each with that year."""
    today = day_of(document)
    found = frames(document)
    if today is None or Frame.REVIEW not in found.kinds:
        return ()
    year = today.year - (today.month <= _CHANGE_OF_YEAR)
    ends = (*found.starts[1:], len(document.text))
    return tuple(
        (match.start(), found.until(match.start(), len(document.text)), year)
        for start, kind, stop in zip(found.starts, found.kinds, ends, strict=True)
        if kind is Frame.REVIEW
        for match in _YEAR_REVIEWED.finditer(document.text, start, stop)
    )


@shared
def _bulletin(document: Document) -> int | None:
    """The year of a bulletin of statistics that names none: the last whole one before it was made."""
    today = day_of(document)
    if today is None or not _BULLETIN.search("\n" + document.text[:_BULLETIN_HEAD]):
        return None
    return today.year - (today.month <= _CHANGE_OF_YEAR)


@shared
def _title_year(document: Document) -> int | None:
    """The year that the title of a document is about, where that is not the year of its day.

    ``关于2019年部分节假日安排的通知`` of December 2018 is about 2019, ``2023年工作总结`` of January 2024 about 2023.
    """
    today = day_of(document)
    if today is None:
        return None
    for line in document.text[:_TITLE_HEAD].split("\n")[:_TITLE_LINES]:
        years = {int(year) for year in _YEAR_OF_TITLE.findall(line)}
        if "。" not in line and len(years) == 1 and not _ENUMERATED.match(line):
            (year,) = years
            ahead = year == today.year + 1 and today.month > 12 - _TURN_OF_YEAR
            behind = year == today.year - 1 and today.month <= _TURN_OF_YEAR and _OF_STATISTICS.search(line)
            hands_out = kind_of(line) == "notice"  # 关于印发2023年工作总结的通知
            return year if ahead or (behind and not hands_out) else None
    return None


class InForce:
    """The year in force at each place.

    A year that is named holds for the rest of its sentence; at the head of a sentence, for the rest of its line; in a
    heading, for its section. A passage that looks back on a year is of that year, a document whose title names the
    next year or reviews the last one of that, a bulletin of the year of its statistics. Elsewhere it is the year of the
    day of the text.

    The year of the statistics is the last one that a title of statistics or the head of a line has named; ``上年`` goes
    by it where no year is in force.
    """

    def __init__(self, document: Document) -> None:
        self.reference: dt.date | None = day_of(document)
        self._document = document
        self._layout = layout(document)
        self._named: Point | None = None
        self._until = -1
        self._sections: list[tuple[int, int]] = []
        self._statistic = _bulletin(document)
        self._is_bulletin = self._statistic is not None
        self._period: tuple[Days, int] | None = None
        self._asked: tuple[int, Clock] | None = None  # the last place, and its clock

    def clock(self, position: int) -> Clock:
        """What a date at ``position`` is read against."""
        if self._asked is None or self._asked[0] != position:
            self._asked = position, self._clock(position)
        return self._asked[1]

    def _clock(self, position: int) -> Clock:
        period = self._period[0] if self._period and position < self._period[1] else None
        if self._named and position < self._until:
            return Clock(self.reference, self._named.year, self._named.month, self._statistic, period)
        while self._sections and self._sections[-1][0] <= position:
            self._sections.pop()
        year = self._sections[-1][1] if self._sections else self._year_told_of(position)
        year = self._statistic if year is None and self._is_bulletin else year
        return Clock(self.reference, year, None, self._statistic, period)

    def _year_told_of(self, position: int) -> int | None:
        """The year of the review that holds a place, else that of the title."""
        for start, stop, year in _reviewed(self._document):
            if start <= position < stop:
                return year
        return _title_year(self._document)

    def keep(self, found: Point, start: int) -> None:
        """Keep what a date puts in force: its year, its stretch, the year of the statistics that it heads."""
        self._asked = None
        ahead = bool(found.days and self.reference and found.days.first > self.reference)
        if (
            found.size in _STRETCHES
            and found.days
            and not ahead
            and self._document.text[found.stop - 1] not in "初中底末"
        ):
            self._period = found.days, start + _LONG_CARRIED
        elif found.size == "year":
            self._period = None
        if found.year and found.named:
            self._name(found, start)

    def _heads_statistics(self, found: Point, start: int) -> bool:
        """Whether a year that has come stands at the head of its line, or in a title of statistics."""
        text, today = self._document.text, self.reference
        if not found.year or (today and found.year > today.year) or after(text, found.stop).kind is not TimeBound.AT:
            return False
        if _LINE_HEAD.search(text, max(0, start - 12), start):
            return True
        headed = heading(self._document, start, found.stop)
        return headed is not None and _OF_STATISTICS.search(headed.words) is not None

    def _name(self, found: Point, start: int) -> None:
        """Keep a date that names its year, unless it only refers to one: ``比2015年``, ``2018年以来``, ``上年末``."""
        text = self._document.text
        if _COMPARED.search(text, max(0, start - 2), start) or _DATED.match(text, found.stop):
            return
        if _YEAR_BEFORE.match(text, start):
            return
        back = self._looks_back(found, start)
        if not back and self._heads_statistics(found, start):
            self._statistic = found.year
        if back and self._layout.clauses.bounds(start)[0] != start:
            return
        begin, self._until = self._layout.sentences.bounds(start)
        self._named = found
        if begin == start and not back:
            stop = text.find("\n", start, start + _CARRIED)
            self._until = stop if stop >= 0 else min(start + _CARRIED, len(text))
        if found.size == "year" and found.year:
            headed = heading(self._document, start, found.stop)
            if headed:
                self._sections.append((headed.until, found.year))

    def _looks_back(self, found: Point, start: int) -> bool:
        """Whether the year is named as one before that of the text: ``去年``, ``上一年度``."""
        word = self._document.text[start : found.stop].removesuffix("度")
        shift = periods().get(word, ("", ""))[1]
        return shift.startswith("-")
