"""Dates written short: ``6.30前``, ``2024.6前``, ``2016-2020``, ``23年``."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.day import calendar
from policyextract.grammar.time.date import DAY, MONTH, TO, Point
from policyextract.grammar.time.days import Clock
from policyextract.number.numerals import date_integer
from policyextract.number.units import units
from policyextract.text.pattern import pattern

_OPENS = frozenset("，,。；;：:、（( \t\n\u3000于在至到自从请务必是为图表按")
_DIGIT_YEAR = "(?:19[5-9][0-9]|20[0-9]{2})"
_YEARS = pattern(f"(?P<y>{_DIGIT_YEAR})[-—–－─~～至到]{{1,2}}(?P<y2>{_DIGIT_YEAR})(?![0-9.,，/年月%％‰A-Za-z+＋-])")
_MONTH_DAY = pattern(f"(?P<m>{MONTH})[./](?P<d>{DAY})(?=日?[以之]?前(?![0-9期]))日?")
_YEAR_MONTH = pattern(
    f"(?P<y>{_DIGIT_YEAR})[./年](?P<m>{MONTH})(?:[./](?P<d>{DAY}))?(?P<end>底?)(?=[以之]?前(?![0-9期]))"
)
_TWO_DIGITS = pattern(f"(?P<y>[0-9]{{2}})(?:{TO}(?P<y2>[0-9]{{2}}))?年度?")
_HEADS = frozenset("，,。；;：:（( \t\n\u3000")
_NO_YEARS_BEHIND = frozenset("0123456789.-—/〔[［TB ")
_MULTIPLIERS = frozenset("万亿千百")
_LONGEST_UNIT = 4
_LONGEST_RANGE = 60
_NEAR = 6  # years from the year in force within which two digits are a year


@cache
def _cue(place: str) -> "re.Pattern[str]":
    """What stands before a year of two digits, what behind it, or what tells that it is a length."""
    words = lexicon.alternation(lexicon.select("time/short_years", place))
    return re.compile(f"{words}\\Z" if place == "before" else words)


def short(text: str, start: int, clock: Clock) -> Point | None:
    """The short date that begins at ``start``, where the signs around it make it one.

    >>> import datetime as dt
    >>> clock = Clock(dt.date(2024, 3, 1))
    >>> short("6.30前", 0, clock).days.last, short("2016-2020新增", 0, clock).days
    (datetime.date(2024, 6, 30), Days(first=datetime.date(2016, 1, 1), last=datetime.date(2020, 12, 31)))
    >>> short("增长6.3", 2, clock), short("2016-2020万元", 0, clock), short("争取25年完成", 2, clock).days.first
    (None, None, datetime.date(2025, 1, 1))
    """
    found = _bounded(text, start, clock) if not start or text[start - 1] in _OPENS else None
    return found or _years(text, start) or _two_digits(text, start, clock)


def _bounded(text: str, start: int, clock: Clock) -> Point | None:
    """A month and a day, or a year and a month, in digits, before ``前``."""
    match = _YEAR_MONTH.match(text, start) or _MONTH_DAY.match(text, start)
    if match is None:
        return None
    year = int(match["y"]) if "y" in match.groupdict() else clock.this_year
    month = date_integer(match["m"])
    if match["d"]:
        days = calendar.day(year, month, date_integer(match["d"])) if year else None
        return Point(match.end(), days, "day", year, month)
    whole = calendar.months(year, month, month) if year else None
    if match["end"] and whole:
        return Point(match.end(), calendar.part(whole, "month", "底"), "third", year, month, True, True)
    return Point(match.end(), whole, "month", year, month, True)


def _years(text: str, start: int) -> Point | None:
    """Two years in digits without their unit, where no unit of quantity stands behind: ``2016-2020新增就业``."""
    match = _YEARS.match(text, start)
    if match is None or text[start - 1 : start] in _NO_YEARS_BEHIND or _is_counted(text, match.end()):
        return None
    first, last = int(match["y"]), int(match["y2"])
    if not first < last <= first + _LONGEST_RANGE:
        return None
    return Point(match.end(), calendar.years(first, last), "years", last, named=True)


def _is_counted(text: str, stop: int) -> bool:
    """Whether a unit of quantity stands behind digits: ``2000-2020万元``."""
    beginnings = (text[stop : stop + size] for size in range(1, _LONGEST_UNIT + 1))
    return text[stop : stop + 1] in _MULTIPLIERS or any(word in units() for word in beginnings)


def _two_digits(text: str, start: int, clock: Clock) -> Point | None:
    """A year of two digits near the year in force, at the head of a phrase: ``争取25年完成``, ``21—23年每年``.

    Tens stay lengths (``20年``), and so does what words of length stand beside: ``连续25年``, ``25年以上``.
    """
    match, now = _TWO_DIGITS.match(text, start), clock.this_year
    if match is None or now is None:
        return None
    first = now - now % 100 + int(match["y"])
    last = now - now % 100 + int(match["y2"]) if match["y2"] else first
    near = first <= last and max(abs(first - now), abs(last - now)) <= _NEAR
    if not near or (first == last and first % 10 == 0) or _cue("length").match(text, match.end()):
        return None
    if not _is_year(text, start, match.end(), first < last):
        return None
    return Point(match.end(), calendar.years(first, last), "years" if first < last else "year", last, named=True)


def _is_year(text: str, start: int, stop: int, ranged: bool) -> bool:
    """Whether what stands beside two digits and 年 makes them a year."""
    if start and _cue("before").search(text, max(0, start - 4), start):
        return True
    heads = not start or text[start - 1] in _HEADS
    return heads and (ranged or text[stop - 1] == "度" or _cue("behind").match(text, stop) is not None)
