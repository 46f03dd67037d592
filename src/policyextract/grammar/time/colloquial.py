"""Ways to write a time that only a whole string makes plain: ``2018``, ``6·30``, ``周三``, ``三年前``, ``大年三十``.

In running text these would be numbers, names or lengths, so the extractors do not look for them.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.day import calendar, holiday
from policyextract.day.calendar import Days
from policyextract.grammar.time import reckoned
from policyextract.grammar.time.date import DAY, HAN, MONTH, SHORT_YEAR, YEAR, point
from policyextract.grammar.time.days import Clock, Match
from policyextract.grammar.time.duration import AMOUNT
from policyextract.number.numerals import date_integer
from policyextract.text.pattern import pattern

Produce = Callable[[Match, Clock], Days | None]


class Rule(NamedTuple):
    """A name, the shape of a whole string, and what it means; a production may decline."""

    name: str
    shape: str
    produce: Produce


_LUNAR_DAY = f"(?:初[{HAN}十]|十[{HAN}]|二十[{HAN}]?|廿[{HAN}]|三十)"
_WEEK = "\\L<time.week>"


def _digits(match: Match, clock: Clock) -> Days | None:
    return calendar.day(int(match["y"]), int(match["m"]), int(match["d"]))


def _year(match: Match, clock: Clock) -> Days | None:
    year = date_integer(match["y"].removesuffix("年"))
    return calendar.years(year, year)


def _republic(match: Match, clock: Clock) -> Days | None:
    """``民国三年``: 1914."""
    year = 1911 + date_integer(match["y"])
    return calendar.years(year, year)


def _full(match: Match, clock: Clock) -> Days | None:
    month = date_integer(match["m"])
    if not match["d"]:
        return calendar.months(date_integer(match["y"]), month, month)
    return calendar.day(date_integer(match["y"]), month, date_integer(match["d"]))


def _month_day(match: Match, clock: Clock) -> Days | None:
    month, day = match["m"] or match["month"], match["d"] or match["day"]
    return calendar.day(reckoned.day_of_text(clock).year, date_integer(month), date_integer(day))


def _year_month_day(match: Match, clock: Clock) -> Days | None:
    found = point(match["y"], 0, clock)
    year = 2000 if match["y"] == "两千年" else found and found.year
    return calendar.day(year, date_integer(match["m"]), date_integer(match["d"])) if year else None


def _lunar(match: Match, clock: Clock) -> Days | None:
    year = date_integer(match["y"]) if match["y"] else reckoned.day_of_text(clock).year
    months = {"正": 1, "冬": 11, "腊": 12}
    month = months.get(match["m"]) or date_integer(match["m"])
    return reckoned.single(holiday.lunar(year, month, date_integer(match["d"].removeprefix("初"))))


def _new_year(match: Match, clock: Clock) -> Days | None:
    year = date_integer(match["y"]) if match["y"] else reckoned.day_of_text(clock).year
    if match["d"] == "三十":
        return holiday.festival(year + 1, "lunar 1-1 -1")
    return reckoned.single(holiday.lunar(year, 1, date_integer(match["d"].removeprefix("初"))))


def _coded(match: Match, clock: Clock) -> Days | None:
    """``2021Q2``, ``2021年H1``."""
    year, part = int(match["y"]), int(match["n"])
    whole = calendar.quarters if match["code"] in "Qq" else calendar.halves
    return whole(year, part, part)


def _century(match: Match, clock: Clock) -> Days | None:
    order = date_integer(match["n"])
    return calendar.years(order * 100 - 99, order * 100)


def _festival(match: Match, clock: Clock) -> Days | None:
    found = point(match["y"], 0, clock) if match["y"] else None
    year = found.year if found else None if match["y"] else reckoned.day_of_text(clock).year
    return holiday.festival(year, lexicon.mapping("time/festivals")[match["name"]]) if year else None


@cache
def rules() -> tuple[tuple["re.Pattern[str]", Rule], ...]:
    """The rules in their order, compiled."""
    festivals = lexicon.alternation(lexicon.words("time/festivals"))
    table = (
        Rule("digits", r"(?P<y>[12]\d{3})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)", _digits),
        Rule("separated", r"(?P<y>[12]\d{3})[-./·](?P<m>\d{1,2})[-./·](?P<d>\d{1,2})", _digits),
        Rule("year", f"(?P<y>[12][0-9]{{3}}|[{HAN}零〇]{{4}}|[1-9][0-9]{{2}}年|[{HAN}][零〇{HAN}]{{2}}年)", _year),
        Rule("short-year", f"(?P<y>{SHORT_YEAR})年", reckoned.short_year),
        Rule("full", f"(?P<y>[0-9]{{3}}|[{HAN}][零〇{HAN}]{{2}})年(?P<m>{MONTH})月(?:(?P<d>{DAY})[日号])?", _full),
        Rule("year-month-day", f"(?P<y>{YEAR}年|两千年)(?P<m>{MONTH})月(?P<d>{DAY})", _year_month_day),
        Rule("lunar-day", f"(?P<y>)(?P<m>[正冬腊]|十[一二]?|[{HAN}])月(?P<d>{_LUNAR_DAY})", _lunar),
        Rule(
            "lunar",
            f"(?:(?P<y>{YEAR})年)?\\L<time.lunar>(?P<m>[正冬腊]|十[一二]?|[{HAN}])月(?P<d>{_LUNAR_DAY})[日号]?",
            _lunar,
        ),
        Rule("new-year", f"(?:(?P<y>{YEAR})年)?大年(?P<d>三十|初[{HAN}十])", _new_year),
        Rule("month-day", f"(?P<m>{MONTH})[月·](?P<d>{DAY})|(?P<month>[01][0-9])-(?P<day>[0-3][0-9])", _month_day),
        Rule(
            "weekday",
            f"(?P<which>[上下]{{1,3}}|[这本今])?个?{_WEEK}?{_WEEK}(?P<d>[一二三四五六日天末])",
            reckoned.weekday,
        ),
        Rule("week", f"(?P<which>[上下]{{1,3}}|[这本今])[一个]?{_WEEK}", reckoned.whole_week),
        Rule("day", "(?P<far>大{0,3})(?P<name>[今本当全昨前明后])[天日]", reckoned.near_day),
        Rule(
            "first-of",
            f"(?P<base>[^前]{{2,12}}?)的?(?P<end>前|最后)(?P<n>{AMOUNT})个?(?P<unit>[天日月])",
            reckoned.first_of,
        ),
        Rule("nth-week", f"(?P<base>.{{2,12}}?)的?第(?P<n>{DAY}|[45][0-9])个?{_WEEK}", reckoned.nth_week),
        Rule(
            "nth-weekday",
            f"(?P<base>.{{2,12}}?)的?第(?P<n>[1-5一二三四五])个{_WEEK}(?P<d>[一二三四五六日天])",
            reckoned.nth_weekday,
        ),
        Rule("last-week", f"(?P<base>.{{2,12}}?)的?最后一个?(?:{_WEEK}(?P<d>[一二三四五六日天])?)", reckoned.last_week),
        Rule("day-number", f"(?P<d>{DAY})号", reckoned.day_of_month),
        Rule("coded", "(?P<y>20[0-9]{2}|19[0-9]{2})年?(?P<code>[QqHh])(?P<n>[1-4])", _coded),
        Rule("century", "(?P<n>[12]?[0-9]|二十一?|十[五六七八九])世纪", _century),
        Rule("republic", "民国(?P<y>[0-9]{1,2})年", _republic),
        Rule("ahead", "(?P<way>\\L<time.span>)的?(?P<length>.{2,6})", reckoned.ahead),
        Rule("away", "(?P<length>.{2,8}?)(?P<way>[以之]?[前后])", reckoned.away),
        Rule("festival", f"(?P<y>.{{2,6}}?)??的?(?P<name>{festivals})(?:节|当天)?", _festival),
    )
    return tuple((pattern(rule.shape), rule) for rule in table)


def colloquial(text: str, clock: Clock) -> Days | None:
    """The days that a whole string means; ``None`` where no rule reads it, or it needs a reference date.

    >>> import datetime as dt
    >>> colloquial("6·30", Clock(dt.date(2021, 6, 14))).first
    datetime.date(2021, 6, 30)
    >>> colloquial("周三", Clock(None)) is None
    True
    """
    for shape, rule in rules():
        match = shape.fullmatch(text)
        if match:
            try:
                found = rule.produce(match, clock)
            except (LookupError, ValueError, OverflowError):
                found = None
            if found:
                return found
    return None
