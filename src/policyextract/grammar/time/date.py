"""Dates of every size: one place of the calendar as the text names it, and ranges of two."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.day import calendar
from policyextract.day.calendar import Days
from policyextract.grammar.time.clock import Hours, hours
from policyextract.grammar.time.days import Clock, Match, days_of, periods
from policyextract.number.numerals import DIGITS
from policyextract.text.pattern import pattern

HAN = DIGITS[1:]
YEAR = f"(?:1[6-9][0-9]{{2}}|20[0-9]{{2}}|21[0-9]{{2}}|[一二][零〇○{HAN}]{{3}})"
SHORT_YEAR = f"(?:[0-9]{{2}}|[零〇○{HAN}]{{2}})"
MONTH = f"(?:1[0-2]|0?[1-9]|十[一二]?|[{HAN}]|元(?=月))"
DAY = f"(?:[12][0-9]|3[01]|0?[1-9]|[一二三]?十[{HAN}]?|[{HAN}]|廿[{HAN}]?)"
TO = "(?:[-—–－─~～至到]{1,2})"
JOIN = f"(?:{TO}|[、和与及])"
# a day without its unit: 5月8前, 六月三十前, 3月1-4月30日
NO_UNIT = f"(?:(?<=[0-9十])|(?<=十[{HAN}]))(?=[以之]?前(?![期0-9{HAN}]))|(?=[-—–－─~～至到]{{1,2}}{MONTH}月{DAY}[日号])"
PLAN = f"(?:十[{HAN[:5]}]?五|[{HAN}]五)"
_SECOND = pattern(r"(?:[-—–－~～至]{1,2})(?:(1[0-2]|0?[1-9])[./])?([12][0-9]|3[01]|0?[1-9])日?(?![0-9./年月])")
_ISO = pattern(r"([12][0-9]{3})([-./])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?![0-9])")
_DAY_FIRST = pattern(r"(0[1-9]|[12][0-9]|3[01])\.(0[1-9]|1[0-2])\.((?:19|20)[0-9]{2})(?![0-9.])")
_IN_DIGITS = pattern("[0-9]{2,4}[-./]|(?:[0-9]{4}年?)?[QH]")  # what any of the three shapes around this begins with
_CODED = pattern(
    f"(?:(?P<y>20[0-9]{{2}}|19[0-9]{{2}})年?)?(?<![A-Za-z])(?P<code>[QH])(?P<n>[1-4])"
    f"(?:{TO}[QH]?(?P<n2>[1-4]))?(?P<part>[初末底](?!期))?(?![0-9A-Za-z])"
)
_BEFORE_CODE = frozenset("于在到至年自从")
_BEHIND_CODE = pattern("[以之]?前(?![期])|[以之]?[内后]|完成|起")
_GAP = pattern("[ \\u3000]{0,3}")
_COMPOUND = "期|级|次|始|步|线|端|层|中(?!央)"  # 初步, 底线, 末端, 初中: the sign belongs to the next word


class Point(NamedTuple):
    """A date as it was read: where it ends, which days it covers (``None`` where that can't be known), its size.

    ``year`` and ``month`` are those that it names or implies, for what follows; ``hours`` are those of the day.
    """

    stop: int
    days: Days | None
    size: str
    year: int | None = None
    month: int | None = None
    named: bool = False
    end_of: bool = False
    hours: Hours | None = None

    def with_hours(self, text: str) -> "Point":
        """The same day with the time of the day that stands behind it: ``5月7日17:30``."""
        if self.size != "day":
            return self
        gap = _GAP.match(text, self.stop) if text[self.stop - 1].isdecimal() else None  # 2024-05-07 17:30
        found = hours(text, gap.end() if gap else self.stop)
        return self._replace(stop=found.stop, hours=found) if found else self


def _of(unit: str) -> str:
    return lexicon.alternation(tuple(word for word, (kind, _) in periods().items() if kind == unit))


@cache
def _written() -> "re.Pattern[str]":
    """One date; every part of it is optional, and a match of nothing is no date."""
    return pattern(
        f"""
        (?:(?P<y>{YEAR})(?:{TO}(?P<y2>{YEAR}|[0-9]{{2}}))?年(?!级|来(?!宾))(?:年?度|全年)?
          |(?P<ys>{SHORT_YEAR})年(?={MONTH}月|[底末初]|[上下]半年|第?[一二三四1-4]季度)
          |(?<![以之此首每一两三])(?!后年[均产销营]|次年均)(?P<yw>{_of("year")})(?![龄轻级])度?
          |(?P<both>今明[两二]年)
          |(?P<this>年)(?=内(?![部容生]))
        )?(?P<same>(?<=[年度])同期)?
        (?:的?(?:
           (?P<half>[上下])半年
          |前(?P<q0>[两二三23])个?季度
          |第?(?P<q>[一二三四首1-4])(?:{TO}第?(?P<q2>[一二三四1-4]))?季度(?:(?P<qp>[初末底])(?!期))?
          |(?<![^，。；：,;年在\n的 　])前(?P<m0>{MONTH}|两)个月
          |(?:(?P<m>{MONTH})(?:{TO}(?P<m2>{MONTH}))?月(?!花|革命|柿)份?|(?P<mw>{_of("month")})份?)
           (?:(?P<third>\\L<time.two-thirds>|[上中下]旬)
             |(?P<d>{DAY})(?:{TO}(?P<d2>{DAY}))?(?:[日号]|{NO_UNIT})
             |月?(?P<mp>[底末初]|中(?=[前，,。；;]))(?!{_COMPOUND})
           )?
          |年?(?P<yp>[底末初]|终(?!(?:综合)?\\L<time.appraisal>)|伊始|中(?=[前，,。；;]|之前))(?!{_COMPOUND})
          |年(?=内(?![部容生]))
          |月(?P<mp0>[底末初]|中(?=[前，,。；;]))(?!{_COMPOUND})
          |季度?(?P<qp0>[末底初])(?!{_COMPOUND})
          |(?<=年)(?P<season>[春夏秋冬])[季天](?!学期)
          |(?P<qw>{_of("quarter")})(?P<qp1>[末底初])?
          |(?P<ww>{_of("week")})(?P<wd>[一二三四五六日天末])?
          |(?:周|星期)(?P<bw>[一二三四五六日天])(?=(?:下班)?[以之]?前)
          |(?P<mi>月)(?=内(?![部容]))
          |(?P<dw>{_of("day")})(?!的)(?<!现在(?![起到至]))
          |(?P<dn>[今明昨])(?=晚(?![会报餐饭稻熟期]))
        ))?
        """,
        re.VERBOSE,
    )


def _iso(match: Match, text: str) -> Point | None:
    """A date in digits, with a second one that leaves the year out: ``2024.3.5-3.11``."""
    year, month = int(match[1]), int(match[3])
    days = calendar.day(year, month, int(match[4]))
    if days is None:
        return None
    second = _SECOND.match(text, match.end()) if match[2] != "-" else None
    last = second and calendar.day(year, int(second[1] or month), int(second[2]))
    if second and last and days.first < last.first:
        return Point(second.end(), calendar.Days(days.first, last.last), "day", year, month, True)
    return Point(match.end(), days, "day", year, month, True).with_hours(text)


def _day_first(match: Match, text: str) -> Point | None:
    """A stamp that begins with the day: ``04.03.2018 06:56``."""
    year, month = int(match[3]), int(match[2])
    days = calendar.day(year, month, int(match[1]))
    return Point(match.end(), days, "day", year, month, True).with_hours(text) if days else None


def _quarter_or_half(match: Match, text: str, clock: Clock) -> Point | None:
    """A quarter or a half of a year as a code, which without its year needs a word beside it: ``2024年Q3``."""
    led = match.start() and text[match.start() - 1] in _BEFORE_CODE
    if not (match["y"] or led or _BEHIND_CODE.match(text, match.end())):
        return None
    year = int(match["y"]) if match["y"] else clock.this_year
    size = "quarter" if match["code"] == "Q" else "half"
    whole = {"quarter": calendar.quarters, "half": calendar.halves}[size]
    first, last = int(match["n"]), int(match["n2"] or match["n"])
    days = whole(year, first, last) if year and first <= last <= (4 if size == "quarter" else 2) else None
    if match["part"] and days:
        days = calendar.part(whole(year or 0, last, last) or days, size, match["part"])
    ends = match["part"] in ("末", "底")
    return Point(match.end(), days, "month" if match["part"] else size, year, None, bool(match["y"]), ends)


def point(text: str, start: int, clock: Clock) -> Point | None:
    """The date that begins at ``start``, read against a clock.

    >>> import datetime as dt
    >>> clock = Clock(dt.date(2021, 4, 25))
    >>> point("5月上旬", 0, clock).days
    Days(first=datetime.date(2021, 5, 1), last=datetime.date(2021, 5, 10))
    >>> point("前期工作", 0, clock) is None
    True
    """
    if _IN_DIGITS.match(text, start):
        if iso := _ISO.match(text, start):
            return _iso(iso, text)
        if stamped := _DAY_FIRST.match(text, start):
            return _day_first(stamped, text)
        if coded := _CODED.match(text, start):
            return _quarter_or_half(coded, text, clock)
    match = _written().match(text, start)
    if match is None or match.end() == start:
        return None
    try:
        days, size, month = days_of(match, clock)
    except OverflowError:
        return None
    end_of = any(match[part] and match[part] in "底末终" for part in ("yp", "mp", "mp0", "qp", "qp0", "qp1"))
    named = bool(match["y"] or match["ys"] or match["yw"] or match["both"])
    found = Point(match.end(), days, size, days.last.year if days else None, month, named, end_of)
    return found.with_hours(text)
