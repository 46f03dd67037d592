"""Dates of every size: one place of the calendar as the text names it, and ranges of two."""

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from policyextract import calendar, lexicon
from policyextract.calendar import Days
from policyextract.numerals import small_integer

Match = re.Match[str]

HAN = "一二三四五六七八九"
YEAR = f"(?:1[6-9][0-9]{{2}}|20[0-9]{{2}}|21[0-9]{{2}}|[一二][零〇○{HAN}]{{3}})"
SHORT_YEAR = f"(?:[0-9]{{2}}|[零〇○{HAN}]{{2}})"
MONTH = f"(?:1[0-2]|0?[1-9]|十[一二]?|[{HAN}])"
DAY = f"(?:[12][0-9]|3[01]|0?[1-9]|[一二三]?十[{HAN}]?|[{HAN}]|廿[{HAN}]?)"
TO = "(?:[-—–－─~～至到]{1,2})"
JOIN = f"(?:{TO}|[、和与及])"
PLAN = f"(?:十[{HAN[:5]}]?五|[{HAN}]五)"
_DIGITS = str.maketrans("零〇○" + HAN + "首两", "000123456789" + "12")


class Clock(NamedTuple):
    """What a date that is not whole is read against: the day of the text, and the year and month last named."""

    reference: dt.date | None
    year: int | None = None
    month: int | None = None


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


def number(text: str) -> int:
    """A numeral of a date: ``15``, ``十五``, ``二〇二五``, ``廿``.

    >>> [number(text) for text in ("15", "十五", "二〇二五", "廿三")]
    [15, 15, 2025, 23]
    """
    text = text.replace("廿", "二十")
    return small_integer(text) if "十" in text or "百" in text else int(text.translate(_DIGITS))


@cache
def _words() -> dict[str, tuple[str, str]]:
    return {word: (unit, shift) for word, unit, shift in lexicon.rows("periods")}


def _of(unit: str) -> str:
    return lexicon.alternation(tuple(word for word, (kind, _) in _words().items() if kind == unit))


@cache
def pattern() -> "re.Pattern[str]":
    """One date; every part of it is optional, and a match of nothing is no date."""
    return re.compile(
        f"""
        (?:(?P<y>{YEAR})(?:{JOIN}(?P<y2>{YEAR}|[0-9]{{2}}))?年(?!级|间|来|轻|头|薪|金)度?
          |(?P<ys>{SHORT_YEAR})年(?={MONTH}月|[底末初]|[上下]半年|第?[一二三四1-4]季度)
          |(?P<yw>{_of("year")})度?
          |(?P<both>今明[两二]年)
          |(?P<this>年)(?=内(?![部容生]))
        )?
        (?:的?(?:
           (?P<half>[上下])半年
          |前(?P<q0>[两二三23])个?季度
          |第?(?P<q>[一二三四首1-4])(?:{JOIN}第?(?P<q2>[一二三四1-4]))?季度(?:(?P<qp>[初末底])(?!期))?
          |(?<![^，。；：,;年\n的 　])前(?P<m0>{MONTH})个月
          |(?:(?P<m>{MONTH})(?:{JOIN}(?P<m2>{MONTH}))?月份?|(?P<mw>{_of("month")})份?)
           (?:(?P<third>上中旬|中下旬|[上中下]旬)
             |(?P<d>{DAY})(?:{JOIN}(?P<d2>{DAY}))?[日号]
             |月?(?P<mp>[底末初]|中(?=[前，,、。；;]))(?!期|级|次|始)
           )?
          |年?(?P<yp>[底末初终]|中(?=[前，,、。；;]|之前))(?!期|级|次|始)
          |月(?P<mp0>[底末初]|中(?=[前，,、。；;]))(?!期|级|次|始)
          |季度?(?P<qp0>[末底初])(?!期|级|次|始)
          |(?P<qw>{_of("quarter")})(?P<qp1>[末底初])?
          |(?P<ww>{_of("week")})(?P<wd>[一二三四五六日天末])?
          |(?P<dw>{_of("day")})
        ))?
        """,
        re.VERBOSE,
    )


_ISO = re.compile(r"([12][0-9]{3})([-./])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?![0-9])")
_PLAN = re.compile(f'[“"「‘]?({PLAN})[”"」’]?(?:(?:规划)?期?([末初])|前([一二两三四])年)?')
_CENTURY = re.compile(
    f"(?:(?P<n>[12]?[0-9]|二十一?|十[五六七八九])世纪|(?P<w>[本上下])个?世纪)?"
    f"(?:(?P<tens>[1-9]0|[二三四五六七八九]十)(?:{JOIN}(?P<tens2>[1-9]0|[二三四五六七八九]十))?年代(?P<dp>初|末|中)?期?|(?P<part>初|中叶|末)期?)"
)


def _year(match: Match, clock: Clock) -> tuple[int, int] | None:
    """The first and the last year that a match names or implies."""
    if match["y"]:
        first = number(match["y"])
        last = number(match["y2"]) if match["y2"] else first
        return first, last + first // 100 * 100 if last < 100 else last
    if match["ys"]:
        short = number(match["ys"])
        pivot = clock.reference.year if clock.reference else 2020
        century = pivot - pivot % 100
        return (century + short,) * 2 if century + short <= pivot + 20 else (century - 100 + short,) * 2
    if match["both"]:
        return (clock.reference.year, clock.reference.year + 1) if clock.reference else None
    if match["yw"]:
        return _shifted(_words()[match["yw"]][1], clock)
    default = clock.year or (clock.reference and clock.reference.year)
    return (default, default) if default else None


def _shifted(shift: str, clock: Clock) -> tuple[int, int] | None:
    base = clock.reference and clock.reference.year
    if shift.startswith("context"):
        base, shift = clock.year or base, shift.split()[1]
    return (base + int(shift),) * 2 if base else None


def _month_of(match: Match, year: int, clock: Clock) -> tuple[int, int, int] | None:
    """Year, first and last month of the month that a match names."""
    if match["m"]:
        first = number(match["m"])
        return year, first, max(first, number(match["m2"])) if match["m2"] else first
    if match["m0"]:
        return year, 1, number(match["m0"])
    month = clock.reference and clock.reference.month
    shift = "0"
    if match["mw"]:
        shift = _words()[match["mw"]][1]
        if shift.startswith("context"):
            month, shift = clock.month or month, shift.split()[1]
        elif clock.reference:
            year = clock.reference.year
    if month is None:
        return None
    year, month = divmod(year * 12 + month - 1 + int(shift), 12)
    return year, month + 1, month + 1


def _within_month(match: Match, year: int, first: int, last: int) -> tuple[Days | None, str]:
    if match["third"]:
        places = ["上中下".index(char) + 1 for char in match["third"][:-1]]
        return calendar.thirds(year, first, places[0], places[-1]), "third"
    if match["d"]:
        begin = calendar.day(year, first, number(match["d"]))
        end = calendar.day(year, first, number(match["d2"])) if match["d2"] else begin
        return (Days(begin.first, end.last) if begin and end and begin.first <= end.last else None), "day"
    name = match["mp"] or match["mp0"]
    whole = calendar.months(year, first, last)
    if name and whole:
        return calendar.part(calendar.months(year, last, last) or whole, "month", name), "third"
    return whole, "month"


def _quarter(match: Match, year: int, clock: Clock) -> tuple[Days | None, str]:
    if match["q0"]:
        return calendar.quarters(year, 1, number(match["q0"])), "quarter"
    if match["q"]:
        first = number(match["q"])
        whole = calendar.quarters(year, first, number(match["q2"]) if match["q2"] else first)
        name = match["qp"]
    else:
        if clock.reference is None:
            return None, "quarter"
        name, shift = match["qp0"] or match["qp1"], int(_words()[match["qw"]][1]) if match["qw"] else 0
        year, place = divmod(clock.reference.year * 4 + (clock.reference.month - 1) // 3 + shift, 4)
        whole = calendar.quarters(year, place + 1, place + 1)
    return (calendar.part(whole, "quarter", name), "month") if name and whole else (whole, "quarter")


def _relative_day(match: Match, clock: Clock) -> tuple[Days | None, str]:
    if clock.reference is None:
        return None, "day" if match["dw"] or match["wd"] else "week"
    if match["dw"]:
        date = clock.reference + dt.timedelta(int(_words()[match["dw"]][1]))
        return Days(date, date), "day"
    whole = calendar.week(clock.reference + dt.timedelta(7 * int(_words()[match["ww"]][1])))
    if not match["wd"]:
        return whole, "week"
    if match["wd"] == "末":
        return Days(whole.last - dt.timedelta(1), whole.last), "day"
    date = whole.first + dt.timedelta("一二三四五六日".find(match["wd"].replace("天", "日")))
    return Days(date, date), "day"


def _days(match: Match, clock: Clock) -> tuple[Days | None, str, int | None]:
    """The days that a match covers, their size, and their month where it is one."""
    if match["ww"] or match["dw"]:
        return (*_relative_day(match, clock), None)
    span = _year(match, clock)
    if match["qp0"] or match["qw"]:
        return (*_quarter(match, 0, clock), None)
    if span is None:
        return None, _size(match), None
    first, last = span
    if match["half"]:
        half = "上下".index(match["half"]) + 1
        return calendar.halves(first, half, half), "half", None
    if match["q0"] or match["q"]:
        return (*_quarter(match, first, clock), None)
    if match["m"] or match["m0"] or match["mw"] or match["mp0"]:
        found = _month_of(match, first, clock)
        if found is None:
            return None, _size(match), None
        days, size = _within_month(match, *found)
        return days, size, found[2]
    whole = calendar.years(first, last)
    if match["yp"] and whole:
        return calendar.part(whole, "year", match["yp"]), "month", None
    return whole, "year", None


def _size(match: Match) -> str:
    sizes = (("d", "day"), ("third", "third"), ("mp", "third"), ("mp0", "third"), ("m", "month"), ("mw", "month"))
    sizes += (("m0", "month"), ("half", "half"), ("q", "quarter"), ("q0", "quarter"), ("yp", "month"))
    return next((size for group, size in sizes if match[group]), "year")


def _iso(match: Match) -> Point | None:
    days = calendar.day(int(match[1]), int(match[3]), int(match[4]))
    return Point(match.end(), days, "day", int(match[1]), int(match[3]), True) if days else None


def point(text: str, start: int, clock: Clock) -> Point | None:
    """The date that begins at ``start``, read against a clock.

    >>> clock = Clock(dt.date(2021, 4, 25))
    >>> point("5月上旬", 0, clock).days
    Days(first=datetime.date(2021, 5, 1), last=datetime.date(2021, 5, 10))
    >>> point("前期工作", 0, clock) is None
    True
    """
    iso = _ISO.match(text, start)
    if iso:
        return _iso(iso)
    match = pattern().match(text, start)
    if match is None or match.end() == start:
        return None
    days, size, month = _days(match, clock)
    end_of = bool((match["yp"] or match["mp"] or match["mp0"] or match["qp"] or "x") in "底末终")
    named = bool(match["y"] or match["ys"] or match["yw"] or match["both"])
    return Point(match.end(), days, size, days.last.year if days else None, month, named, end_of)


def plan(text: str, start: int) -> Point | None:
    """A five-year plan period: ``“十四五”``, ``十三五末``.

    >>> plan("“十三五”末", 0).days.first
    datetime.date(2020, 1, 1)
    """
    match = _PLAN.match(text, start)
    if match is None:
        return None
    name = match[1]
    whole = calendar.plan(number(name[:-1]))
    if match[2] and whole:
        return Point(match.end(), calendar.part(whole, "plan", match[2]), "plan", end_of=match[2] == "末", named=True)
    if match[3] and whole:
        whole = calendar.years(whole.first.year, whole.first.year + number(match[3]) - 1)
    return Point(match.end(), whole, "plan", named=True)


def century(text: str, start: int, clock: Clock) -> Point | None:
    """A decade or a part of a century; a bare century is a label, not a time.

    >>> century("20世纪80年代", 0, Clock(None)).days.first
    datetime.date(1980, 1, 1)
    """
    match = _CENTURY.match(text, start)
    if match is None or not (match["n"] or match["w"] or match["tens"]):
        return None
    if match["n"]:
        order: int | None = number(match["n"])
    elif match["w"]:
        order = clock.reference and (clock.reference.year - 1) // 100 + 1 + {"本": 0, "上": -1, "下": 1}[match["w"]]
    else:
        order = 20
    size = "decade" if match["tens"] else "century"
    if not order:
        return Point(match.end(), None, size, named=True)
    if match["tens"]:
        last = number(match["tens2"] or match["tens"])
        whole, name = calendar.decades(order, number(match["tens"]), last), match["dp"]
    else:
        whole, name = calendar.years(order * 100 - 99, order * 100), match["part"][0]
    days = calendar.part(whole, size, name) if whole and name else whole
    return Point(match.end(), days, size, named=True)
