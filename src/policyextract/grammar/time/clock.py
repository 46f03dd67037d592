"""Times of the day: ``17:30``, ``下午3时``, ``9:00—11:30``, and parts of a day (``上午``)."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.number.numerals import date_integer
from policyextract.text.opening import first_signs
from policyextract.text.pattern import pattern

_HAN_HOUR = "(?:二十[一二三四]?|十[一二三四五六七八九]?|[零一二三四五六七八九两])"
_MINUTE = "(?:[0-5]?[0-9]|[一二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九])"
_WEEKDAY = pattern("[（(](?:星期|周)[一二三四五六日天][)）]")
_TO = pattern("[-—–－─~～至到]{1,2}(?:\\L<time.next-day>|当[日天])?")
_NOT = "(?![间期候段代效长刻速序节机常空光令]|限(?![行制号速]))"  # 时间, 时限; but 9时限行
_ELIDED = pattern(f"(?P<first>[01]?[0-9]|2[0-4])[-—–－─~～至到]{{1,2}}(?=(?:[01]?[0-9]|2[0-4])[时点]{_NOT})")
_AFTER_DIGITS = frozenset("-—–－─~～至到时点:：")  # one of these stands behind the one or two digits of an hour
_NOON = 12
_LATEST_HOUR_OF_NIGHT = 4  # 晚上12时 is midnight, 夜间2时 the morning after
_BEFORE = pattern("(?:[\\n\\s，,。；;：:、（(至到]|[于在为以自从定每周日天是])\\Z")
_BEHIND = pattern("(?:下班)?[以之]?[前后]|[起止至到—–－~～-]|\\L<time.event-verb>")


class Hours(NamedTuple):
    """A time of the day as it was read: where it ends, and its first and last minute as ``HH:MM``.

    ``first`` and ``last`` are equal for one moment, and ``None`` where only a part of the day or week is named.
    """

    stop: int
    first: str | None = None
    last: str | None = None


@cache
def _moment() -> "re.Pattern[str]":
    """One time of the day: a part of it, an hour, or both."""
    rows = sorted(lexicon.rows("time/day_parts"), key=lambda row: -len(row[0]))
    parts = "|".join(re.escape(word) + (f"(?!{bar})" if bar else "") for word, _, bar in rows)
    return pattern(
        rf"""
        (?P<part>{parts})?
        (?:(?P<hour>(?<![0-9])(?:[01]?[0-9]|2[0-4])|{_HAN_HOUR})
           (?:(?<=[0-9])[:：](?P<minute>[0-5][0-9])(?:[:：](?P<second>[0-5][0-9])(?:[.][0-9]{{3}})?)?(?![0-9:：])
             |[时点]{_NOT}(?:(?P<said>{_MINUTE})分|(?P<half>半)|整|钟)?(?![0-9](?![.])))
        )?
        """,
        re.VERBOSE,
    )


@cache
def _hour_signs() -> frozenset[str]:
    """What a time of the day begins with, or the day of the week before it."""
    return first_signs(_WEEKDAY.pattern) | first_signs(_ELIDED.pattern) | first_signs(f"(?x:{_moment().pattern})")


def _hour(hour: int, part: str) -> int:
    """The hour of the day that an hour of a part of it is: ``下午3时`` is 15."""
    shift = lexicon.mapping("time/day_parts").get(part, "")
    if hour > _NOON or not shift:
        return hour
    later = {"after": hour < _NOON, "noon": hour < _NOON - 2, "night": hour > _LATEST_HOUR_OF_NIGHT}[shift]
    return hour + _NOON if later else hour


def _written(match: "re.Match[str]", part: str) -> str | None:
    """The time of a match as ``HH:MM``; ``part`` is the part of the day that it falls in."""
    if not match["hour"]:
        return None
    minute = match["minute"] or match["said"]
    minutes = 30 if match["half"] else date_integer(minute.removeprefix("零")) if minute else 0
    hour = _hour(date_integer(match["hour"]), part)
    if hour == 24 and minutes:
        return None
    return f"{hour:02}:{minutes:02}" + (f":{match['second']}" if match["second"] else "")


def hours(text: str, start: int) -> Hours | None:
    """The time of the day that begins at ``start``, behind the day that it belongs to.

    >>> hours("6月3日下午3时前", 4), hours("5月7日9:00—11:30", 4)
    (Hours(stop=8, first='15:00', last='15:00'), Hours(stop=14, first='09:00', last='11:30'))
    >>> hours("5月7日上午", 4), hours("5月7日（周二）17:30前", 4).last, hours("5月7日晚会", 4)
    (Hours(stop=6, first=None, last=None), '17:30', None)
    >>> hours("5月7日（周二）报到", 4)
    Hours(stop=8, first=None, last=None)
    """
    sign = text[start : start + 1]
    if sign not in _hour_signs() or (sign.isdecimal() and _AFTER_DIGITS.isdisjoint(text[start + 1 : start + 3])):
        return None
    weekday = _WEEKDAY.match(text, start)
    begin = weekday.end() if weekday else start
    elided = _ELIDED.match(text, begin)
    if elided:
        last = _moment().match(text, elided.end())
        return Hours(last.end(), f"{int(elided['first']):02}:00", _written(last, "")) if last else None
    match = _moment().match(text, begin)
    if match is None or match.end() == begin:
        return Hours(weekday.end()) if weekday else None
    part = match["part"] or ""
    first = _written(match, part)
    to = _TO.match(text, match.end()) if first else None
    second = _moment().match(text, to.end()) if to else None
    if second and second["hour"]:
        return Hours(second.end(), first, _written(second, second["part"] or part))
    return Hours(match.end(), first, first)


def hours_alone(text: str, start: int) -> Hours | None:
    """A time of the day without its day, where the words around it make it one: ``14:00前``, ``上午9时至11时``.

    >>> hours_alone("请于14:00前报送", 2), hours_alone("按14:00的比例", 1), hours_alone("9时许", 0)
    (Hours(stop=7, first='14:00', last='14:00'), None, None)
    """
    found = hours(text, start)
    if found is None or found.first is None:
        return None
    if found.first != found.last:
        return found
    if not text[start].isnumeric():
        return found
    led = start == 0 or _BEFORE.search(text, max(0, start - 2), start) is not None
    return found if led and _BEHIND.match(text, found.stop) else None
