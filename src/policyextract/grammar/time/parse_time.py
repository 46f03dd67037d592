"""One time and nothing else: :func:`parse_time`."""

import datetime as dt

from policyextract.clean import read
from policyextract.clean.script import simplified
from policyextract.day import calendar
from policyextract.day.calendar import Days
from policyextract.grammar.time import times
from policyextract.grammar.time.colloquial import colloquial
from policyextract.grammar.time.days import Clock
from policyextract.grammar.time.duration import total
from policyextract.text.document import Document
from policyextract.text.pattern import pattern
from policyextract.values import Time, TimeBound, TimeKind

_LEAD = pattern("\\L<time.lead>(?=.{2})|[到至](?=.{2})")
_ABOUT = pattern("^\\L<time.about>|(?<=[一两二三])整(?=[天年月])|(?<=个)[多余]")
_HOUR = pattern("(?P<day>.{2,20}?)\\L<time.hour>(?:[0-9一二三四五六七八九十两]{1,3}[点时:：].{0,8})?")
_NIGHT = pattern("^([今昨明])([早晚])")
_PARTS = pattern("[,，、到至~～]|--?")
_LIST = pattern("[,，]")
_THIS = pattern("^今个?(?=\\L<time.week-or-month>)")
_WEEKDAY = pattern("\\L<time.week>")
_LONGEST = 60


def parse_time(text: str, reference_date: dt.date | None = None) -> Time:
    """The time that a phrase writes, and nothing else.

    It reads what the extractors find in running text, and forms that only a whole string makes plain: ``20240307``,
    ``2018``, ``6·30``, ``周三``, ``三年前``, ``大年三十``, dates in other notations as dateparser knows them.

    Args:
        text: one expression of time, of any width, in simplified or traditional script; a preposition may lead it.
        reference_date: the day against which relative times are read; without it they keep their kind and bound,
            and their days are ``None``.

    >>> parse_time("2025年6月底前").latest
    datetime.date(2025, 6, 30)
    >>> time = parse_time("今年二季度", dt.date(2021, 4, 25))
    >>> time.earliest, time.latest
    (datetime.date(2021, 4, 1), datetime.date(2021, 6, 30))
    >>> time = parse_time("每两年")
    >>> time.kind.value, time.amount, time.unit.value
    ('recurrence', Decimal('2'), 'year')
    >>> parse_time("5月花")
    Traceback (most recent call last):
    ValueError: not an expression of time: '5月花'

    Raises:
        TypeError: if ``text`` is not a ``str``, or ``reference_date`` not a ``datetime.date``.
        ValueError: if it is no time.
    """
    document = read(text, reference_date=reference_date)
    plain = "".join(document.text.split()).translate(simplified())
    found = _parse(plain, reference_date) if len(plain) <= _LONGEST else None
    if found is None:
        raise ValueError(f"not an expression of time: {text[:_LONGEST]!r}")
    return found


def _parse(plain: str, reference: dt.date | None) -> Time | None:
    plain = _THIS.sub("这个", plain)
    plain = _NIGHT.sub(r"\1天\2上", plain)
    lead = _LEAD.match(plain)
    bare = plain[lead.end() :] if lead else plain
    days = colloquial(bare, Clock(reference))
    if days:
        return Time(TimeKind.DATE, TimeBound.AT, *days)
    found = _whole(plain, reference) or _whole(bare, reference) or _length(bare) or _several(bare, reference)
    if found:
        return found
    hour = _HOUR.fullmatch(bare)
    if hour:
        return _parse(hour["day"], reference)
    date = calendar.read_date(bare, reference)
    return Time(TimeKind.DATE, TimeBound.AT, date, date) if date else None


def _whole(plain: str, reference: dt.date | None) -> Time | None:
    """The one time of running text that fills the string, but for a preposition."""
    finds = times(Document.plain(plain, reference))
    if len(finds) != 1 or finds[0].stop != len(plain):
        return None
    lead = _LEAD.match(plain)
    time: Time = finds[0].value
    return time if finds[0].start in (0, lead.end() if lead else 0) else None


def _length(plain: str) -> Time | None:
    found = total(_ABOUT.sub("", plain))
    return found and Time(TimeKind.DURATION, TimeBound.AT, amount=found.amount, unit=found.unit)


def _several(plain: str, reference: dt.date | None) -> Time | None:
    """A weekday with its date, a list of days, a range, or ``2010年之后2018年之前``: the first day to the last."""
    days = _listed(plain, reference) or _days(plain, reference)
    if not days or days[0] > days[1]:
        return None
    return Time(TimeKind.DATE, TimeBound.AT, *days)


def _days(plain: str, reference: dt.date | None) -> tuple[dt.date, dt.date] | None:
    found = [_stretch(piece, reference) for piece in _PARTS.split(plain) if piece]
    stretches = [days for days in found if days]
    if len(stretches) < max(2, len(found)):
        return None
    first, second = stretches[:2]
    weekday = first.first.weekday() == second.first.weekday() and _WEEKDAY.match(plain)
    return (second.first if weekday else first.first), stretches[-1].last


def _stretch(piece: str, reference: dt.date | None) -> Days | None:
    days, time = colloquial(piece, Clock(reference)), _whole(piece, reference)
    return days or (Days(time.earliest, time.latest) if time and time.earliest and time.latest else None)


def _listed(plain: str, reference: dt.date | None) -> tuple[dt.date, dt.date] | None:
    """The outer days of dates that stand side by side."""
    plain = _LIST.sub("、", plain)
    finds = times(Document.plain(plain, reference))
    reached = [find.stop for find in finds]
    if len(finds) < 2 or [find.start for find in finds[1:]] != [
        stop + plain.startswith("、", stop) for stop in reached[:-1]
    ]:
        return None
    first, last = finds[0].value.earliest, finds[-1].value.latest
    return (first, last) if first and last and reached[-1] == len(plain) else None
