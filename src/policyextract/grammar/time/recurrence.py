"""Rhythms: ``每季度``, ``按月``, ``每两年``, ``每月28日前``."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.time.clock import Hours, hours
from policyextract.grammar.time.date import DAY, MONTH, TO
from policyextract.grammar.time.duration import AMOUNT, amount
from policyextract.grammar.time.season import ALONE
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound, TimeUnit


class Rhythm(NamedTuple):
    """A rhythm as it was read: where it ends, its period, and the bound of the place in the period that it names.

    ``clocks`` are the first and the last minute of the day, where it names them.
    """

    stop: int
    amount: Decimal
    unit: TimeUnit | None
    bound: TimeBound
    clocks: tuple[str | None, str | None] = (None, None)


_DAYS_OF_XUN = 10
RHYTHMS = frozenset("每按逐逢")
"""What a rhythm begins with, but for those that say only how often in which length, or on which days of the week."""

_DAY_OF_WEEK = "[一二三四五六日天]"
_MONDAY = "一(?![次届轮调通报考评会督检小汇分研总讲排更巡清议])"  # 每周一调度 is once a week, 每周一召开 on Mondays
_OF_WEEK = (
    f"(?<=[周期拜])(?:星期|周)?(?:{_MONDAY}|[二三四五六日天末])(?!次)"
    f"(?:(?:{TO}|[、和及])(?:星期|周)?{_DAY_OF_WEEK}(?!次)){{0,6}}"
)
_DAYS = f"(?:{DAY}[、和]){{0,11}}(?:{DAY})(?:{TO}{DAY})?[日号]"
_MONTHS = f"(?:{MONTH}[、和]){{0,11}}(?:{MONTH})(?:{TO}{MONTH})?月份?(?:[上中下]旬|{_DAYS}|[底末初](?!期))?"
_BOUND = pattern(
    "(?:[（(](?:[含周]|星期)[^）)]{0,6}[)）])?"
    "(?:(?P<by>(?:下班)?[以之]?前(?![期往来去0-9一二三四五六七八九十]))|(?P<within>[以之]?内(?![部容外])|期间)|(?P<from>起))"
)


def _bars(head: str, unit: str, each: str, by: str) -> str:
    bar = each if head == "每" else by
    return re.escape(unit) + (f"(?!{bar})" if bar else "")


@cache
def _pattern() -> "re.Pattern[str]":
    festivals = lexicon.alternation(lexicon.words("time/festivals"))
    each, by = (
        "|".join(_bars(head, unit, *bars) for unit, _, *bars in lexicon.rows("time/rhythms")) for head in "每按"
    )
    return pattern(
        f"""
        (?:每(?:个|一|间隔|隔|逢)?(?:{AMOUNT}{TO}(?={AMOUNT}))?(?P<amount>{AMOUNT})?个?(?P<each>{each})
          |每(?P<part>(?=[早晚](?![会报餐期年])))
          |逢(?P<on>\\L<time.week>)(?={_DAY_OF_WEEK})
          |[按逐](?P<by>{by}))
        (?P<place>
            (?:的?(?:
                {_MONTHS}
               |{_DAYS}
               |{festivals}
               |(?:第[一二三四五六七八九十]{{1,3}}|最后一|首)个?(?:(?:星期|周){_DAY_OF_WEEK}(?!次)|天|工作日|周|日)
               |[春夏秋冬][季天]
               |第?[一二三四1-4]季度|[上下]半年|{_OF_WEEK}|[上中下]旬|年?[底末初](?![期月])|(?:[首末次]月|[第首][一二三1-3]?个月)(?:的?{DAY}[日号]|[底末初])?
            ))(?:{TO}(?:次[年月])?(?:{MONTH}月份?)?(?:{DAY}[日号])?(?:底|末)?)?
            (?:(?:[以之]?前)?[、和及](?:{MONTH}月份?(?:[上中下]旬|{DAY}[日号]|[底末初])?|{DAY}[日号])){{0,3}}
        )?
        """,
        re.VERBOSE,
    )


_ONCE = pattern(
    "(?P<amount>[一半两三四五六])个?(?P<unit>年|季度|季|月|周|星期|天|日)"
    "(?:一度|(?=[开召碰]一次)|(?=一(?=[一-龥](?<![日号月至到个贯遇致旦般些直样一二三四五六七八九十]))|[两二三四五六2-6][次轮]))"
)
_SCHEDULED = pattern(
    "(?P<unit>\\L<time.regular>)(?=(?:定期)?\\L<time.report>[^，,。；;\\n]{0,16}制度)|各(?=季度)(?P<each>季度)"
    "|(?P<two>[双单]月)(?=(?:定期)?(?:\\L<time.report>|\\L<time.event-verb>))"
)
_WEEK = pattern(f"(?:周|星期){_DAY_OF_WEEK}(?:{TO}|[、和及])(?:周|星期)?{_DAY_OF_WEEK}(?![以之]?前)")


@cache
def _units() -> dict[str, str]:
    return lexicon.mapping("time/rhythms")


def rhythm(text: str, start: int) -> Rhythm | None:
    """The rhythm that begins at ``start``.

    >>> found = rhythm("每两年评选一次", 0)
    >>> found.stop, found.amount, found.unit, found.bound
    (3, Decimal('2'), <TimeUnit.YEAR: 'year'>, <TimeBound.AT: 'at'>)
    >>> rhythm("每月28日前报送", 0).stop, rhythm("按时", 0), rhythm("按年龄", 0)
    (6, None, None)
    >>> rhythm("每周五17:00前报送", 0).clocks, rhythm("每周二下午", 0).stop
    ((None, '17:00'), 5)
    """
    match = _pattern().match(text, start)
    if match is None:
        return None
    value = amount(match["amount"]) if match["amount"] else Decimal(1)
    word = match["each"] or match["on"] or match["by"] or "天"
    name = _units()[word]
    unit = TimeUnit(name) if name else None
    if word == "旬":
        value *= _DAYS_OF_XUN
    if match["amount"] == "半" and unit is TimeUnit.YEAR:
        value, unit = Decimal(1), TimeUnit.HALF_YEAR
    return _at_hours(text, Rhythm(match.end(), value, unit, TimeBound.AT))


def _listed_hours(text: str, said: Hours | None) -> Hours | None:
    """The first and the last of several times of the day: ``6时、14时``."""
    while said and said.first and text[said.stop : said.stop + 1] in ("、", "和", "及"):
        following = hours(text, said.stop + 1)
        if following is None or following.first is None:
            break
        said = Hours(following.stop, said.first, following.last)
    return said


def _at_hours(text: str, found: Rhythm) -> Rhythm:
    """A rhythm with the time of the day and the bound word behind it: ``每周五17:00前``."""
    said = _listed_hours(text, hours(text, found.stop))
    bound = _BOUND.match(text, said.stop if said else found.stop)
    kind = TimeBound(bound.lastgroup) if bound and bound.lastgroup else TimeBound.AT
    since, until = (said.first, said.last) if said else (None, None)
    clocks = (None if kind is TimeBound.BY else since, None if kind is TimeBound.FROM else until)
    stop = bound.end() if bound else said.stop if said else found.stop
    return found._replace(stop=stop, bound=kind, clocks=clocks)


def once_each(text: str, start: int) -> Rhythm | None:
    """The rhythm of ``一月一调度``, ``两年一次``, ``一周两次``, ``一年一度``; it ends before what is counted.

    >>> once_each("一月一调度", 0).unit, once_each("一月一日", 0)
    (<TimeUnit.MONTH: 'month'>, None)
    """
    match = _ONCE.match(text, start)
    if match is None:
        return None
    value, unit = amount(match["amount"]), TimeUnit(_units()[match["unit"]])
    if match["amount"] == "半" and unit is TimeUnit.YEAR:
        value, unit = Decimal(1), TimeUnit.HALF_YEAR
    return Rhythm(match.end(), value, unit, TimeBound.AT)


_CLOSES = frozenset("内外历计数后前起")


def scheduled(text: str, start: int) -> Rhythm | None:
    """The rhythm that a rule of reporting is called after: ``季度报送制度``; each of several: ``各季度``, ``双月通报``.

    >>> scheduled("季度报送制度", 0).unit, scheduled("季度报送情况", 0)
    (<TimeUnit.QUARTER: 'quarter'>, None)
    """
    match = _SCHEDULED.match(text, start)
    if match is None:
        return None
    unit = TimeUnit.MONTH if match["unit"] == "月度" or match["two"] else TimeUnit.QUARTER
    return Rhythm(match.end(), Decimal(2 if match["two"] else 1), unit, TimeBound.AT)


def weekdays(text: str, start: int) -> Rhythm | None:
    """Days of the week that stand on their own: ``在工作日提供午餐``, ``周末服务``, ``周一至周五开放``.

    >>> weekdays("在工作日提供午餐", 1).unit, weekdays("5个工作日", 2), weekdays("周一至周五9:00—17:00", 0).clocks
    (<TimeUnit.WORKDAY: 'workday'>, None, ('09:00', '17:00'))
    """
    if start and text[start - 1] not in ALONE:
        return None
    listed = _WEEK.match(text, start)
    if listed:
        return _at_hours(text, Rhythm(listed.end(), Decimal(1), TimeUnit.WEEK, TimeBound.AT))
    for word, unit in lexicon.mapping("time/weekdays").items():
        if text.startswith(word, start) and text[start + len(word) : start + len(word) + 1] not in _CLOSES:
            return _at_hours(text, Rhythm(start + len(word), Decimal(1), TimeUnit(unit), TimeBound.AT))
    return None
