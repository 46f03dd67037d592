"""Dates of every size: one place of the calendar as the text names it, and ranges of two."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.day import calendar
from policyextract.day.calendar import Days
from policyextract.grammar.time.days import Clock, Match, days_of, periods
from policyextract.text.pattern import pattern

HAN = "一二三四五六七八九"
YEAR = f"(?:1[6-9][0-9]{{2}}|20[0-9]{{2}}|21[0-9]{{2}}|[一二][零〇○{HAN}]{{3}})"
SHORT_YEAR = f"(?:[0-9]{{2}}|[零〇○{HAN}]{{2}})"
MONTH = f"(?:1[0-2]|0?[1-9]|十[一二]?|[{HAN}])"
DAY = f"(?:[12][0-9]|3[01]|0?[1-9]|[一二三]?十[{HAN}]?|[{HAN}]|廿[{HAN}]?)"
TO = "(?:[-—–－─~～至到]{1,2})"
JOIN = f"(?:{TO}|[、和与及])"
CLOCK = (
    "(?:[（(](?:星期|周)[一二三四五六日天][)）])?(?:凌晨|早上|上午|中午|下午|晚上?|夜间)?(?:[01]?[0-9]|2[0-4])"
    "(?:[:：][0-5][0-9](?:[:：][0-5][0-9])?|[时点](?:[0-5]?[0-9]分|半|整)?)(?![0-9])"
)
PLAN = f"(?:十[{HAN[:5]}]?五|[{HAN}]五)"
_ISO = pattern(r"([12][0-9]{3})([-./])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?![0-9])")
_COMPOUND = "期|级|次|始|步|线|端|层|中(?!央)"  # 初步, 底线, 末端, 初中: the sign belongs to the next word


class Point(NamedTuple):
    """A date as it was read: where it ends, which days it covers (``None`` where that can't be known), its size.

    ``year`` and ``month`` are those that it names or implies, for what follows.
    """

    stop: int
    days: Days | None
    size: str
    year: int | None = None
    month: int | None = None
    named: bool = False
    end_of: bool = False


def _of(unit: str) -> str:
    return lexicon.alternation(tuple(word for word, (kind, _) in periods().items() if kind == unit))


@cache
def _written() -> "re.Pattern[str]":
    """One date; every part of it is optional, and a match of nothing is no date."""
    return re.compile(
        f"""
        (?:(?P<y>{YEAR})(?:{JOIN}(?P<y2>{YEAR}|[0-9]{{2}}))?年(?!级|来|轻|头|薪|金)度?
          |(?P<ys>{SHORT_YEAR})年(?={MONTH}月|[底末初]|[上下]半年|第?[一二三四1-4]季度)
          |(?<![以之此首每一两三])(?P<yw>{_of("year")})(?![龄轻级])度?
          |(?P<both>今明[两二]年)
          |(?P<this>年)(?=内(?![部容生]))
        )?(?:(?<=[年度])同期)?
        (?:的?(?:
           (?P<half>[上下])半年
          |前(?P<q0>[两二三23])个?季度
          |第?(?P<q>[一二三四首1-4])(?:{JOIN}第?(?P<q2>[一二三四1-4]))?季度(?:(?P<qp>[初末底])(?!期))?
          |(?<![^，。；：,;年\n的 　])前(?P<m0>{MONTH})个月
          |(?:(?P<m>{MONTH})(?:{JOIN}(?P<m2>{MONTH}))?月(?!花|革命|柿)份?|(?P<mw>{_of("month")})份?)
           (?:(?P<third>上中旬|中下旬|[上中下]旬)
             |(?P<d>{DAY})(?:{JOIN}(?P<d2>{DAY}))?[日号](?:{CLOCK})?
             |月?(?P<mp>[底末初]|中(?=[前，,。；;]))(?!{_COMPOUND})
           )?
          |年?(?P<yp>[底末初终]|伊始|中(?=[前，,。；;]|之前))(?!{_COMPOUND})
          |年(?=内(?![部容生]))
          |月(?P<mp0>[底末初]|中(?=[前，,。；;]))(?!{_COMPOUND})
          |季度?(?P<qp0>[末底初])(?!{_COMPOUND})
          |(?<=年)(?P<season>[春夏秋冬])[季天](?!学期)
          |(?P<qw>{_of("quarter")})(?P<qp1>[末底初])?
          |(?P<ww>{_of("week")})(?P<wd>[一二三四五六日天末])?
          |(?:周|星期)(?P<bw>[一二三四五六日天])(?=(?:下班)?[以之]?前)
          |(?P<mi>月)(?=内(?![部容]))
          |(?P<dw>{_of("day")})(?!的)
        ))?
        """,
        re.VERBOSE,
    )


def _iso(match: Match) -> Point | None:
    days = calendar.day(int(match[1]), int(match[3]), int(match[4]))
    return Point(match.end(), days, "day", int(match[1]), int(match[3]), True) if days else None


def point(text: str, start: int, clock: Clock) -> Point | None:
    """The date that begins at ``start``, read against a clock.

    >>> import datetime as dt
    >>> clock = Clock(dt.date(2021, 4, 25))
    >>> point("5月上旬", 0, clock).days
    Days(first=datetime.date(2021, 5, 1), last=datetime.date(2021, 5, 10))
    >>> point("前期工作", 0, clock) is None
    True
    """
    iso = _ISO.match(text, start)
    if iso:
        return _iso(iso)
    match = _written().match(text, start)
    if match is None or match.end() == start:
        return None
    try:
        days, size, month = days_of(match, clock)
    except OverflowError:
        return None
    end_of = bool((match["yp"] or match["mp"] or match["mp0"] or match["qp"] or "x") in "底末终")
    named = bool(match["y"] or match["ys"] or match["yw"] or match["both"])
    return Point(match.end(), days, size, days.last.year if days else None, month, named, end_of)
