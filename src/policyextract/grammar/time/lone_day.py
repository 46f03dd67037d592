"""A day of the month that names no month, where the words around it tell it from a length: ``20日至22日，``."""

from policyextract.day import calendar
from policyextract.day.calendar import Days
from policyextract.grammar.time.clock import hours
from policyextract.grammar.time.date import DAY, TO, Point
from policyextract.grammar.time.days import Clock
from policyextract.number.numerals import date_integer
from policyextract.text.pattern import pattern

_DAY_OF_MONTH = pattern(f"(?P<d>{DAY})(?:{TO}(?P<d2>{DAY}))?[日号](?![常程期])")
_RANGED = pattern(f"{TO}(?:{DAY})[日号](?!以?内|之内|期)")
_HEADS = frozenset("。；;！!\n\u3000 ")
_OPENS = frozenset("，,、：:（(于在至到自从")
_NO_LENGTH = pattern("(?:[（(][^）)]{1,8}[)）])?[以之]?[内后上下外]|左右|的|起?计")
_ACTORS = frozenset("局市县省区委部院会处办府司厅镇乡者")  # what the name of a body ends with, or 记者
_DEED = pattern("从|在|\\L<time.event-verb>|\\L<time.news-verb>")
_PLACED = pattern("在(?![此其内前后外])|从(?![此其])|到(?![0-9])")
_LENGTHENS = frozenset("前满期为示告限续过足后达约近少共于至到自从第每、")  # 提前15日在网站公示
_LED = pattern("[于在自从至到]\\Z")


def lone_day(text: str, start: int, clock: Clock) -> Point | None:
    """The day of the month in force that begins at ``start``, if it is one.

    It is where ``前`` stands behind it (``于15日前``), or an hour or part of the day (``18日下午``), or a second day
    (``20日至22日``), or where it heads its sentence and a comma follows (``18日，全区召开``), or a preposition leads it
    (``于18日召开``), or a body does something on it (``市水务局18日宣布``), or somebody somewhere
    (``县长王明15日到城关镇调研``).

    >>> import datetime as dt
    >>> clock = Clock(dt.date(2024, 3, 25))
    >>> lone_day("18日下午，召开", 0, clock).days.first, lone_day("于15日前", 1, clock).days.first
    (datetime.date(2024, 3, 18), datetime.date(2024, 3, 15))
    >>> lone_day("于15日内办结", 1, clock), lone_day("期限为20日，", 3, clock)
    (None, None)
    """
    match = _DAY_OF_MONTH.match(text, start)
    if match is None or not _is_day(text, start, match.end()):
        return None
    year, month, today = clock.year, clock.month, clock.reference
    if today:
        year, month = year or today.year, month or today.month
    days = calendar.day(year, month, date_integer(match["d"])) if year and month else None
    if match["d2"]:
        last = calendar.day(year, month, date_integer(match["d2"])) if year and month else None
        days = Days(days.first, last.last) if days and last and days.first < last.first else None
    return Point(match.end(), days, "day", year, month).with_hours(text)


def _is_day(text: str, start: int, stop: int) -> bool:
    before = text[start - 1 : start]
    said = hours(text, stop)
    if said and said.first is None:  # 预计18日傍晚
        return True
    acts = _DEED if before in _ACTORS else _PLACED if "一" <= before <= "鿿" and before not in _LENGTHENS else None
    if acts and acts.match(text, stop):
        return True
    heads = not before or before in _HEADS
    if not (heads or before in _OPENS):
        return False
    if text.startswith("前", stop) or said or _RANGED.match(text, stop):
        return True
    if _NO_LENGTH.match(text, stop):
        return False
    if heads:
        return text.startswith(("，", ",", "起", "、", "有"), stop)
    if text.startswith("截至", start - 2):
        return True
    return _LED.search(text, max(0, start - 2), start) is not None and not text.startswith(("，", "。", "；"), stop)
