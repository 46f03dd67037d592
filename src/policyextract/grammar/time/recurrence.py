"""Rhythms: ``每季度``, ``按月``, ``每两年``, ``每月28日前``."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.time.date import DAY, MONTH, TO
from policyextract.grammar.time.duration import AMOUNT, amount
from policyextract.grammar.time.event import ALONE
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound, TimeUnit


class Rhythm(NamedTuple):
    """A rhythm as it was read: where it ends, its period, and the bound of the place in the period that it names."""

    stop: int
    amount: Decimal
    unit: TimeUnit | None
    bound: TimeBound


@cache
def _pattern() -> "re.Pattern[str]":
    festivals = lexicon.alternation(lexicon.words("time/festivals"))
    units = "|".join(re.escape(word) + (f"(?!{bar})" if bar else "") for word, _, bar in lexicon.rows("time/rhythms"))
    return re.compile(
        f"""
        (?:每(?:个|一|间隔|隔)?(?:{AMOUNT}{TO}(?={AMOUNT}))?(?P<amount>{AMOUNT})?个?|[按逐])
        (?P<unit>{units})
        (?P<place>
            (?:的?(?:
                (?:{MONTH})(?:{TO}{MONTH})?月份?(?:[上中下]旬|(?:{DAY})(?:{TO}{DAY})?[日号]|[底末初](?!期))?
               |(?:{DAY})(?:{TO}{DAY})?[日号]
               |{festivals}
               |(?:第[一二三四五六七八九十]{{1,3}}|最后一|首)个?(?:天|工作日|周|日)
               |[春夏秋冬][季天]
               |第?[一二三四1-4]季度|[上下]半年|(?<=[周期拜])[一二三四五六日天](?!次)|[上中下]旬|年?[底末初](?!期)|(?:[首末次]月|[第首][一二三1-3]?个月)(?:{DAY}[日号]|[底末初])?
            ))(?:{TO}(?:次[年月])?(?:{MONTH}月份?)?(?:{DAY}[日号])?(?:底|末)?)?
            (?:(?:[以之]?前)?[、和及](?:{MONTH}月份?(?:[上中下]旬|{DAY}[日号]|[底末初])?|{DAY}[日号])){{0,3}}
        )?
        (?P<bound>(?:[（(]含[^）)]{{0,6}}[)）])?(?:(?:以|之)?前(?!期|往|来|[0-9一二三四五六七八九十])|(?:以|之)?内(?!部|容|外)|期间|起))?
        """,
        re.VERBOSE,
    )


_ONCE = pattern(
    "(?P<amount>[一半两三])个?(?P<unit>年|季度|季|月|周|天|日)一(?=[调通报考评会督检小汇分研总例讲排更巡清议]|[次届])"
)


@cache
def _units() -> dict[str, str]:
    return lexicon.mapping("time/rhythms")


def rhythm(text: str, start: int) -> Rhythm | None:
    """The rhythm that begins at ``start``.

    >>> rhythm("每两年评选一次", 0)
    Rhythm(stop=3, amount=Decimal('2'), unit=<TimeUnit.YEAR: 'year'>, bound=<TimeBound.AT: 'at'>)
    >>> rhythm("每月28日前报送", 0).stop, rhythm("按时", 0), rhythm("按年龄", 0)
    (6, None, None)
    """
    match = _pattern().match(text, start)
    if match is None:
        return None
    value = amount(match["amount"]) if match["amount"] else Decimal(1)
    name = _units()[match["unit"]]
    unit = TimeUnit(name) if name else None
    if match["amount"] == "半" and unit is TimeUnit.YEAR:
        value, unit = Decimal(1), TimeUnit.HALF_YEAR
    return Rhythm(match.end(), value, unit, _bound(match["bound"]))


def once_each(text: str, start: int) -> Rhythm | None:
    """The rhythm of ``一月一调度``, ``两年一次``; it ends before the second ``一``.

    >>> once_each("一月一调度", 0).unit, once_each("一月一日", 0)
    (<TimeUnit.MONTH: 'month'>, None)
    """
    match = _ONCE.match(text, start)
    if match is None:
        return None
    value, unit = amount(match["amount"]), TimeUnit(_units()[match["unit"]])
    if match["amount"] == "半" and unit is TimeUnit.YEAR:
        value, unit = Decimal(1), TimeUnit.HALF_YEAR
    return Rhythm(match.end() - 1, value, unit, TimeBound.AT)


_CLOSES = frozenset("内外历计数后前起")


def weekdays(text: str, start: int) -> Rhythm | None:
    """Days of the week that stand on their own: ``在工作日提供午餐``, ``周末服务``.

    >>> weekdays("在工作日提供午餐", 1).unit, weekdays("5个工作日", 2)
    (<TimeUnit.WORKDAY: 'workday'>, None)
    """
    if start and text[start - 1] not in ALONE:
        return None
    for word, unit in lexicon.mapping("time/weekdays").items():
        if text.startswith(word, start) and text[start + len(word) : start + len(word) + 1] not in _CLOSES:
            return Rhythm(start + len(word), Decimal(1), TimeUnit(unit), TimeBound.AT)
    return None


def _bound(text: str | None) -> TimeBound:
    if not text:
        return TimeBound.AT
    if text.endswith("前"):
        return TimeBound.BY
    return TimeBound.FROM if text.endswith("起") else TimeBound.WITHIN
