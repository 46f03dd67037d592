"""Ways to write a time that only a whole string makes plain: ``2018``, ``6·30``, ``周三``, ``三年前``, ``大年三十``.

In running text these would be numbers, names or lengths, so the extractors do not look for them.
"""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from policyextract import calendar, lexicon
from policyextract.calendar import Days
from policyextract.grammar.date import DAY, HAN, JOIN, MONTH, SHORT_YEAR, YEAR, point
from policyextract.grammar.date_days import Clock, number
from policyextract.grammar.duration import AMOUNT, Length, amount, length
from policyextract.pattern import pattern
from policyextract.values import TimeUnit

Match = re.Match[str]
Produce = Callable[[Match, Clock], Days | None]


class Rule(NamedTuple):
    """A name, the shape of a whole string, and what it means; a production may decline."""

    name: str
    shape: str
    produce: Produce


_LUNAR_DAY = f"(?:初[{HAN}十]|十[{HAN}]|二十[{HAN}]?|廿[{HAN}]|三十)"
_WEEK = "(?:周|星期|礼拜)"
_MONTHS = {TimeUnit.HALF_YEAR: 6, TimeUnit.QUARTER: 3, TimeUnit.MONTH: 1}


def _reference(clock: Clock) -> dt.date:
    if clock.reference is None:
        raise LookupError
    return clock.reference


def _one(date: dt.date | None) -> Days | None:
    return Days(date, date) if date else None


def _digits(match: Match, clock: Clock) -> Days | None:
    return calendar.day(int(match["y"]), int(match["m"]), int(match["d"]))


def _year(match: Match, clock: Clock) -> Days | None:
    year = number(match["y"].removesuffix("年"))
    return calendar.years(year, year)


def _republic(match: Match, clock: Clock) -> Days | None:
    """``民国三年``: 1914."""
    year = 1911 + number(match["y"])
    return calendar.years(year, year)


def _short_year(match: Match, clock: Clock) -> Days | None:
    """``24年``, ``零八年``: of the century of the reference date, where that is not more than ten years away."""
    short = number(match["y"])
    if match["y"][0] in "零〇○0":
        year = 2000 + short
    else:
        year = _reference(clock).year // 100 * 100 + short
        if abs(year - _reference(clock).year) > 10:
            return None
    return calendar.years(year, year)


def _full(match: Match, clock: Clock) -> Days | None:
    month = number(match["m"])
    if not match["d"]:
        return calendar.months(number(match["y"]), month, month)
    return calendar.day(number(match["y"]), month, number(match["d"]))


def _month_day(match: Match, clock: Clock) -> Days | None:
    month, day = match["m"] or match["month"], match["d"] or match["day"]
    return calendar.day(_reference(clock).year, number(month), number(day))


def _year_month_day(match: Match, clock: Clock) -> Days | None:
    found = point(match["y"], 0, clock)
    year = 2000 if match["y"] == "两千年" else found and found.year
    return calendar.day(year, number(match["m"]), number(match["d"])) if year else None


def _lunar(match: Match, clock: Clock) -> Days | None:
    year = number(match["y"]) if match["y"] else _reference(clock).year
    months = {"正": 1, "冬": 11, "腊": 12}
    month = months.get(match["m"]) or number(match["m"])
    return _one(calendar.lunar(year, month, number(match["d"].removeprefix("初"))))


def _new_year(match: Match, clock: Clock) -> Days | None:
    year = number(match["y"]) if match["y"] else _reference(clock).year
    if match["d"] == "三十":
        return calendar.festival(year + 1, "lunar 1-1 -1")
    return _one(calendar.lunar(year, 1, number(match["d"].removeprefix("初"))))


def _weekday(match: Match, clock: Clock) -> Days | None:
    """``周三`` is the next one, ``本周三`` that of this week, ``下周三`` that of the next week."""
    day, today = match["d"].replace("天", "日"), _reference(clock)
    which = match["which"] or ""
    shift = which.count("下") - which.count("上")
    monday = calendar.week(today + dt.timedelta(7 * shift)).first
    if day == "末":
        return Days(monday + dt.timedelta(5), monday + dt.timedelta(6))
    date = monday + dt.timedelta("一二三四五六日".index(day))
    if not which and date <= today:
        date += dt.timedelta(7)
    return _one(date)


def _week(match: Match, clock: Clock) -> Days | None:
    shift = match["which"].count("下") - match["which"].count("上")
    return calendar.week(_reference(clock) + dt.timedelta(7 * shift))


def _day(match: Match, clock: Clock) -> Days | None:
    names = {"今": 0, "本": 0, "当": 0, "全": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
    shift = names[match["name"]]
    shift += len(match["far"]) * (1 if shift > 0 else -1)
    return _one(_reference(clock) + dt.timedelta(shift))


def _base(match: Match, clock: Clock) -> Days | None:
    found = point(match["base"], 0, clock)
    if found and found.stop == len(match["base"]):
        return found.days
    short = re.fullmatch(f"(?P<y>{SHORT_YEAR})年", match["base"])
    return _short_year(short, clock) if short else None


def _first_of(match: Match, clock: Clock) -> Days | None:
    """``这个月前两天``, ``上月最后五天``, ``1967年前两月``."""
    base, count = _base(match, clock), int(amount(match["n"]))
    if base is None or count < 1:
        return None
    if match["unit"] == "月":
        return Days(base.first, calendar.add_months(base.first, count) - dt.timedelta(1))
    if match["end"] == "最后":
        return Days(base.last - dt.timedelta(count - 1), base.last)
    return Days(base.first, base.first + dt.timedelta(count - 1))


def _nth_week(match: Match, clock: Clock) -> Days | None:
    """The weeks of a month begin with its first Monday; those of a year are numbered by GB/T 7408 (ISO 8601)."""
    base, order = _base(match, clock), number(match["n"])
    if base is None:
        return None
    if base.last - base.first > dt.timedelta(31):
        return calendar.week(dt.date.fromisocalendar(base.first.year, order, 1))
    first = calendar.nth_weekday(base.first.year, base.first.month, order, 1)
    return Days(first, first + dt.timedelta(6))


def _last_week(match: Match, clock: Clock) -> Days | None:
    """``5月的最后一周``: the last week that begins in the month; ``本月最后一个星期五``: the last of its Fridays."""
    base = _base(match, clock)
    if base is None:
        return None
    weekday = "一二三四五六日".index((match["d"] or "一").replace("天", "日"))
    date = base.last - dt.timedelta((base.last.weekday() - weekday) % 7)
    return _one(date) if match["d"] else Days(date, date + dt.timedelta(6))


def _month_day_number(match: Match, clock: Clock) -> Days | None:
    today = _reference(clock)
    return calendar.day(today.year, today.month, number(match["d"]))


def _coded(match: Match, clock: Clock) -> Days | None:
    """``2021Q2``, ``2021年H1``."""
    year, part = int(match["y"]), int(match["n"])
    whole = calendar.quarters if match["code"] in "Qq" else calendar.halves
    return whole(year, part, part)


def _century(match: Match, clock: Clock) -> Days | None:
    order = number(match["n"])
    return calendar.years(order * 100 - 99, order * 100)


def _nth_weekday(match: Match, clock: Clock) -> Days | None:
    base = _base(match, clock)
    weekday = "一二三四五六日".index(match["d"].replace("天", "日")) + 1
    return _one(base and calendar.nth_weekday(base.first.year, base.first.month, number(match["n"]), weekday))


def _away(match: Match, clock: Clock) -> Days | None:
    """``三年前``: the year, month, week or day so far from the reference date."""
    today, back = _reference(clock), match["way"].endswith("前")
    found = length(match["length"], 0)
    if found is None or found.stop != len(match["length"]) or found.amount % 1:
        return None
    count = -int(found.amount) if back else int(found.amount)
    if found.unit is TimeUnit.YEAR:
        return calendar.years(today.year + count, today.year + count)
    if found.unit in _MONTHS:
        date = calendar.add_months(today, count * _MONTHS[found.unit])
        return calendar.months(date.year, date.month, date.month)
    if found.unit is TimeUnit.WEEK:
        return calendar.week(today + dt.timedelta(7 * count))
    return _one(today + dt.timedelta(count)) if found.unit is TimeUnit.DAY else None


def _ahead(match: Match, clock: Clock) -> Days | None:
    """``未来两天``: the days after the reference date; ``过去三个月``: those before it."""
    today, found = _reference(clock), length(match["length"], 0)
    if found is None or found.stop != len(match["length"]) or found.amount % 1:
        return None
    sign = 1 if match["way"] in ("未来", "今后", "接下来") else -1
    count = sign * int(found.amount)
    months = {TimeUnit.YEAR: 12, **_MONTHS}
    days = {TimeUnit.DAY: 1, TimeUnit.WEEK: 7}
    if found.unit in months:
        far = calendar.add_months(today, count * months[found.unit])
    elif found.unit in days:
        far = today + dt.timedelta(count * days[found.unit])
    else:
        return None
    one = dt.timedelta(1)
    return Days(today + one, far) if sign > 0 else Days(far, today - one)


def _festival(match: Match, clock: Clock) -> Days | None:
    found = point(match["y"], 0, clock) if match["y"] else None
    year = found.year if found else None if match["y"] else _reference(clock).year
    return calendar.festival(year, lexicon.mapping("festivals")[match["name"]]) if year else None


@cache
def rules() -> tuple[tuple["re.Pattern[str]", Produce, str], ...]:
    """The rules in their order, compiled."""
    festivals = lexicon.alternation(lexicon.words("festivals"))
    table = (
        Rule("digits", r"(?P<y>[12]\d{3})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)", _digits),
        Rule("separated", r"(?P<y>[12]\d{3})[-./·](?P<m>\d{1,2})[-./·](?P<d>\d{1,2})", _digits),
        Rule("year", f"(?P<y>[12][0-9]{{3}}|[{HAN}零〇]{{4}}|[1-9][0-9]{{2}}年|[{HAN}][零〇{HAN}]{{2}}年)", _year),
        Rule("short-year", f"(?P<y>{SHORT_YEAR})年", _short_year),
        Rule("full", f"(?P<y>[0-9]{{3}}|[{HAN}][零〇{HAN}]{{2}})年(?P<m>{MONTH})月(?:(?P<d>{DAY})[日号])?", _full),
        Rule("year-month-day", f"(?P<y>{YEAR}年|两千年)(?P<m>{MONTH})月(?P<d>{DAY})", _year_month_day),
        Rule("lunar-day", f"(?P<y>)(?P<m>[正冬腊]|十[一二]?|[{HAN}])月(?P<d>{_LUNAR_DAY})", _lunar),
        Rule(
            "lunar",
            f"(?:(?P<y>{YEAR})年)?(?:农历|阴历|旧历)(?P<m>[正冬腊]|十[一二]?|[{HAN}])月(?P<d>{_LUNAR_DAY})[日号]?",
            _lunar,
        ),
        Rule("new-year", f"(?:(?P<y>{YEAR})年)?大年(?P<d>三十|初[{HAN}十])", _new_year),
        Rule("month-day", f"(?P<m>{MONTH})[月·](?P<d>{DAY})|(?P<month>[01][0-9])-(?P<day>[0-3][0-9])", _month_day),
        Rule("weekday", f"(?P<which>[上下]{{1,3}}|[这本今])?个?{_WEEK}?{_WEEK}(?P<d>[一二三四五六日天末])", _weekday),
        Rule("week", f"(?P<which>[上下]{{1,3}}|[这本今])[一个]?{_WEEK}", _week),
        Rule("day", "(?P<far>大{0,3})(?P<name>[今本当全昨前明后])[天日]", _day),
        Rule("first-of", f"(?P<base>[^前]{{2,12}}?)的?(?P<end>前|最后)(?P<n>{AMOUNT})个?(?P<unit>[天日月])", _first_of),
        Rule("nth-week", f"(?P<base>.{{2,12}}?)的?第(?P<n>{DAY}|[45][0-9])个?{_WEEK}", _nth_week),
        Rule(
            "nth-weekday",
            f"(?P<base>.{{2,12}}?)的?第(?P<n>[1-5一二三四五])个{_WEEK}(?P<d>[一二三四五六日天])",
            _nth_weekday,
        ),
        Rule("last-week", f"(?P<base>.{{2,12}}?)的?最后一个?(?:{_WEEK}(?P<d>[一二三四五六日天])?)", _last_week),
        Rule("day-number", f"(?P<d>{DAY})号", _month_day_number),
        Rule("coded", "(?P<y>20[0-9]{2}|19[0-9]{2})年?(?P<code>[QqHh])(?P<n>[1-4])", _coded),
        Rule("century", "(?P<n>[12]?[0-9]|二十一?|十[五六七八九])世纪", _century),
        Rule("republic", f"民国(?P<y>[0-9]{{1,2}}|[{HAN}十]{{1,3}})年", _republic),
        Rule("ahead", "(?P<way>未来|今后|接下来|过去|最近|近)的?(?P<length>.{2,6})", _ahead),
        Rule("away", "(?P<length>.{2,8}?)(?P<way>[以之]?[前后])", _away),
        Rule("festival", f"(?P<y>.{{2,6}}?)??的?(?P<name>{festivals})(?:节|当天)?", _festival),
    )
    return tuple((re.compile(rule.shape), rule.produce, f"time.{rule.name}") for rule in table)


def colloquial(text: str, clock: Clock) -> Days | None:
    """The days that a whole string means; ``None`` where no rule reads it, or it needs a reference date.

    >>> colloquial("6·30", Clock(dt.date(2021, 6, 14))).first
    datetime.date(2021, 6, 30)
    >>> colloquial("周三", Clock(None)) is None
    True
    """
    for shape, produce, _ in rules():
        match = shape.fullmatch(text)
        if match:
            try:
                found = produce(match, clock)
            except (LookupError, ValueError, OverflowError):
                found = None
            if found:
                return found
    return None


_SUM = pattern(f"{JOIN}|[零又加]")
_SMALLER = {
    TimeUnit.YEAR: (TimeUnit.MONTH, 12),
    TimeUnit.WEEK: (TimeUnit.DAY, 7),
    TimeUnit.DAY: (TimeUnit.HOUR, 24),
    TimeUnit.HOUR: (TimeUnit.MINUTE, 60),
    TimeUnit.MINUTE: (TimeUnit.SECOND, 60),
}


def total(text: str) -> Length | None:
    """A length in several units, in the smallest of them: ``1小时30分钟`` is 90 minutes.

    >>> total("1小时30分钟")
    Length(stop=7, amount=Decimal('90'), unit=<TimeUnit.MINUTE: 'minute'>)
    """
    quarter = re.fullmatch(f"(?P<n>{AMOUNT})刻钟?", text)
    if quarter:
        return Length(len(text), 15 * amount(quarter["n"]), TimeUnit.MINUTE)
    first = length(text, 0)
    while first and first.stop < len(text):
        gap = _SUM.match(text, first.stop)
        second = length(text, gap.end() if gap else first.stop)
        step = _SMALLER.get(first.unit) if first.unit else None
        if second is None or step is None or second.unit is not step[0]:
            return None
        first = Length(second.stop, first.amount * step[1] + second.amount, second.unit)
    return first
