"""Dates written short: ``6.30前``, ``2024.6前``, ``2016-2020``, ``23年``; and those made blank: ``20xx年``."""

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
_BEFORE = "(?=[以之]?前(?![0-9期列进往来沿景]))"
_BOUNDED = pattern(
    f"(?:(?P<y>{_DIGIT_YEAR})[./年](?P<m>{MONTH})(?:[./](?P<d>{DAY}))?(?P<end>底?)"
    "|(?P<dy>20[0-9]{2})(?P<dm>0[1-9]|1[0-2])(?P<dd>[0-3][0-9])"
    f"|(?P<wy>{_DIGIT_YEAR})(?P<wend>年?[底末])?"
    f"|(?:(?P<sy>[0-9]{{2}})[./])?(?P<sm>{MONTH})[./](?P<sd>{DAY})日?){_BEFORE}"
)
_MONTHS = pattern(
    f"(?P<y>{_DIGIT_YEAR})[./](?P<m>1[0-2]|0?[1-9])[-—–－─~～至到]{{1,2}}"
    "(?:(?P<y2>20[0-9]{2}|19[0-9]{2})[./](?P<m2>1[0-2]|0?[1-9])|(?<=[./][01][0-9].)(?P<m3>1[0-2]|0[1-9]))(?![0-9./%％])"
)
_LOST = pattern(f"(?P<y>{_DIGIT_YEAR})(?=政府工作报告|是[^，,。；\\n0-9]{{2,40}}?\\L<time.year-word>[，,。])")
_X = "[xX×ⅹ*＊]"
_BLANK = pattern(
    f"(?:(?:19|20)[0-9]?)?{_X}{{1,4}}年(?![限数龄级均利化])(?:[底末初](?!期)|(?P<m>{_X}{{1,2}}|{MONTH})月份?(?P<d>(?:{_X}{{1,2}}|{DAY})[日号])?)?"
)
_SIGNS = frozenset("0123456789xX×ⅹ*＊")  # what all short dates begin with but those before 前
_TWO_DIGITS = pattern(f"(?P<y>[0-9]{{2}})(?:{TO}(?P<y2>[0-9]{{2}}))?年度?")
_SHORTENED = pattern(f"[0-9]{{2}}(?:[0-9]{{2}}(?:[./政是]|{TO})|年|{TO}[0-9])")  # what any date in digits begins with
_HEADS = frozenset("，,。；;：:（( \t\n\u3000")
_NO_YEARS_BEHIND = frozenset("0123456789.-—/〔[［TB ")
_MULTIPLIERS = frozenset("万亿千百")
_LISTED_BEFORE, _LISTED_BEHIND = pattern("[0-9]{2}年[、和]\\Z"), pattern("[、和][0-9]{2}年")
_LONGEST_UNIT = 4
_LONGEST_RANGE = 60
_NEAR = 6  # years from the year in force within which two digits are a year


@cache
def _cue(place: str) -> "re.Pattern[str]":
    """What stands before a year of two digits, what behind it, or what tells that it is a length."""
    words = lexicon.alternation(lexicon.select("time/short_years", place))
    return pattern(f"{words}\\Z" if place == "before" else words)


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
    if text[start] not in _SIGNS:
        return found
    blank = _BLANK.match(text, start)
    if blank and (text[start].isdecimal() or not start or text[start - 1] in _OPENS):
        return Point(blank.end(), None, "day" if blank["d"] else "month" if blank["m"] else "year")
    if not _SHORTENED.match(text, start):
        return found
    lost = _LOST.match(text, start)
    if lost and text[start - 1 : start] not in _NO_YEARS_BEHIND:  # 2023是开局之年
        year = int(lost["y"])
        return Point(lost.end(), calendar.years(year, year), "year", year, named=True)
    return found or _months(text, start) or _years(text, start) or _two_digits(text, start, clock)


def _bounded(text: str, start: int, clock: Clock) -> Point | None:
    """A day, a month or a year in digits alone before ``前``: ``6.30前``, ``2024.6前``, ``20240630前``, ``2030前``."""
    match = _BOUNDED.match(text, start)
    if match is None:
        return None
    if match["wy"]:
        return _year_end(match)
    year, month, day = (match[f"{kind}"] or match[f"d{kind}"] or match[f"s{kind}"] for kind in "ymd")
    known = int(year) + (2000 if len(year) == 2 else 0) if year else clock.this_year
    if day:
        days = calendar.day(known, date_integer(month), date_integer(day)) if known else None
        return Point(match.end(), days, "day", known, date_integer(month), bool(year))
    whole = calendar.months(known, date_integer(month), date_integer(month)) if known else None
    if match["end"] and whole:
        return Point(match.end(), calendar.part(whole, "month", "底"), "third", known, date_integer(month), True, True)
    return Point(match.end(), whole, "month", known, date_integer(month), True)


def _year_end(match: "re.Match[str]") -> Point:
    year = int(match["wy"])
    whole = calendar.years(year, year)
    if match["wend"] and whole:
        return Point(match.end(), calendar.part(whole, "year", "底"), "month", year, None, True, True)
    return Point(match.end(), whole, "year", year, None, True)


def _months(text: str, start: int) -> Point | None:
    """Two months in digits: ``2024.05—2024.08``, ``2024.05-08``."""
    match = _MONTHS.match(text, start)
    if match is None or (start and text[start - 1] in _NO_YEARS_BEHIND):
        return None
    year = int(match["y"])
    first = calendar.months(year, int(match["m"]), int(match["m"]))
    month = int(match["m2"] or match["m3"])
    last = calendar.months(int(match["y2"] or year), month, month)
    if not (first and last and first.first < last.first):
        return None
    return Point(match.end(), calendar.Days(first.first, last.last), "months", last.last.year, month, True)


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
    if match is None:
        return None
    if match["y"][0] == "0" and not match["y2"]:
        return _zeroed(text, start, match, now)
    if now is None:
        said = int(match["y"]) % 5 and not match["y2"] and _is_year(text, start, match.end(), False)
        return Point(match.end(), None, "year") if said and not _cue("length").match(text, match.end()) else None
    first = now - now % 100 + int(match["y"])
    last = now - now % 100 + int(match["y2"]) if match["y2"] else first
    near = first <= last and max(abs(first - now), abs(last - now)) <= _NEAR
    if not near or (first == last and first % 10 == 0) or _cue("length").match(text, match.end()):
        return None
    if not _is_year(text, start, match.end(), first < last):
        return None
    return Point(match.end(), calendar.years(first, last), "years" if first < last else "year", last, named=True)


def _zeroed(text: str, start: int, match: "re.Match[str]", now: int | None) -> Point | None:
    """A year of this century, since no length is written with a nought: ``09年``."""
    year = 2000 + int(match["y"])
    if text[start - 1 : start] in _NO_YEARS_BEHIND or year == 2000:
        return None
    return (
        Point(match.end(), calendar.years(year, year), "year", year, named=True)
        if now
        else Point(match.end(), None, "year")
    )


def _is_year(text: str, start: int, stop: int, ranged: bool) -> bool:
    """Whether what stands beside two digits and 年 makes them a year."""
    if start and _cue("before").search(text, max(0, start - 4), start):
        return True
    if _LISTED_BEFORE.search(text, max(0, start - 4), start) or _LISTED_BEHIND.match(text, stop):
        return True
    heads = not start or text[start - 1] in _HEADS
    return heads and (ranged or text[stop - 1] == "度" or _cue("behind").match(text, stop) is not None)
