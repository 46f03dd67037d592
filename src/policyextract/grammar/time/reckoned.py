"""Days that are counted from the day of the text or inside a month: ``周三``, ``三年前``, ``5月的最后一周``."""

import datetime as dt
import re

from policyextract import lexicon
from policyextract.day import calendar, holiday
from policyextract.day.calendar import Days
from policyextract.grammar.time.date import SHORT_YEAR, point
from policyextract.grammar.time.days import Clock, Match
from policyextract.grammar.time.duration import amount, length
from policyextract.number.numerals import date_integer
from policyextract.values import TimeUnit

_MONTHS = {TimeUnit.HALF_YEAR: 6, TimeUnit.QUARTER: 3, TimeUnit.MONTH: 1}


def day_of_text(clock: Clock) -> dt.date:
    """The reference date; a rule that needs one declines without it."""
    if clock.reference is None:
        raise LookupError
    return clock.reference


def single(date: dt.date | None) -> Days | None:
    """One day as a stretch."""
    return Days(date, date) if date else None


def short_year(match: Match, clock: Clock) -> Days | None:
    """``24年``, ``零八年``: of the century of the reference date, where that is not more than ten years away."""
    short = date_integer(match["y"])
    if match["y"][0] in "零〇○0":
        year = 2000 + short
    else:
        year = day_of_text(clock).year // 100 * 100 + short
        if abs(year - day_of_text(clock).year) > 10:
            return None
    return calendar.years(year, year)


def weekday(match: Match, clock: Clock) -> Days | None:
    """``周三`` is the next one, ``本周三`` that of this week, ``下周三`` that of the next week."""
    day, today = match["d"].replace("天", "日"), day_of_text(clock)
    which = match["which"] or ""
    shift = which.count("下") - which.count("上")
    monday = calendar.week(today + dt.timedelta(7 * shift)).first
    if day == "末":
        return Days(monday + dt.timedelta(5), monday + dt.timedelta(6))
    date = monday + dt.timedelta("一二三四五六日".index(day))
    if not which and date <= today:
        date += dt.timedelta(7)
    return single(date)


def whole_week(match: Match, clock: Clock) -> Days | None:
    """``上周``, ``下下周``: from Monday to Sunday."""
    shift = match["which"].count("下") - match["which"].count("上")
    return calendar.week(day_of_text(clock) + dt.timedelta(7 * shift))


def near_day(match: Match, clock: Clock) -> Days | None:
    """``大后天``, ``昨日``."""
    names = {"今": 0, "本": 0, "当": 0, "全": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
    shift = names[match["name"]]
    shift += len(match["far"]) * (1 if shift > 0 else -1)
    return single(day_of_text(clock) + dt.timedelta(shift))


def base_days(match: Match, clock: Clock) -> Days | None:
    """The days of the month or year that a phrase counts in."""
    found = point(match["base"], 0, clock)
    if found and found.stop == len(match["base"]):
        return found.days
    short = re.fullmatch(f"(?P<y>{SHORT_YEAR})年", match["base"])
    return short_year(short, clock) if short else None


def first_of(match: Match, clock: Clock) -> Days | None:
    """``这个月前两天``, ``上月最后五天``, ``1967年前两月``, ``今年最后两个月``."""
    base, count = base_days(match, clock), int(amount(match["n"]))
    if base is None or count < 1:
        return None
    after = base.last + dt.timedelta(1)
    if match["end"] == "最后":
        months = match["unit"] == "月"
        return Days(calendar.add_months(after, -count) if months else after - dt.timedelta(count), base.last)
    if match["unit"] == "月":
        return Days(base.first, calendar.add_months(base.first, count) - dt.timedelta(1))
    return Days(base.first, base.first + dt.timedelta(count - 1))


def nth_week(match: Match, clock: Clock) -> Days | None:
    """The weeks of a month begin with its first Monday; those of a year are numbered by GB/T 7408 (ISO 8601)."""
    base, order = base_days(match, clock), date_integer(match["n"])
    if base is None:
        return None
    if base.last - base.first > dt.timedelta(31):
        return calendar.week(dt.date.fromisocalendar(base.first.year, order, 1))
    first = holiday.nth_weekday(base.first.year, base.first.month, order, 1)
    return Days(first, first + dt.timedelta(6))


def last_week(match: Match, clock: Clock) -> Days | None:
    """``5月的最后一周``: the last week that begins in the month; ``本月最后一个星期五``: the last of its Fridays."""
    base = base_days(match, clock)
    if base is None:
        return None
    weekday = "一二三四五六日".index((match["d"] or "一").replace("天", "日"))
    date = base.last - dt.timedelta((base.last.weekday() - weekday) % 7)
    return single(date) if match["d"] else Days(date, date + dt.timedelta(6))


def day_of_month(match: Match, clock: Clock) -> Days | None:
    """``15号``: of the month of the reference date."""
    today = day_of_text(clock)
    return calendar.day(today.year, today.month, date_integer(match["d"]))


def nth_weekday(match: Match, clock: Clock) -> Days | None:
    """``十月的第一个星期一``."""
    base = base_days(match, clock)
    weekday = "一二三四五六日".index(match["d"].replace("天", "日")) + 1
    return single(base and holiday.nth_weekday(base.first.year, base.first.month, date_integer(match["n"]), weekday))


def away(match: Match, clock: Clock) -> Days | None:
    """``三年前``: the year, month, week or day so far from the reference date."""
    today, back = day_of_text(clock), match["way"].endswith("前")
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
    return single(today + dt.timedelta(count)) if found.unit is TimeUnit.DAY else None


def ahead(match: Match, clock: Clock) -> Days | None:
    """``未来两天``: the days after the reference date; ``过去三个月``: those before it."""
    today, found = day_of_text(clock), length(match["length"], 0)
    if found is None or found.stop != len(match["length"]) or found.amount % 1:
        return None
    sign = 1 if match["way"] in lexicon.select("time/words", "ahead") else -1
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
