"""Stretches with names of their own: five-year plans, decades and parts of centuries, school years, festivals."""

import datetime as dt
import re
from functools import cache

from policyextract import lexicon
from policyextract.day import calendar, holiday
from policyextract.day.calendar import Days
from policyextract.grammar.time.date import JOIN, PLAN, TO, YEAR, Point
from policyextract.grammar.time.days import Clock
from policyextract.number.numerals import date_integer
from policyextract.text.pattern import pattern

_PLAN = pattern(f'[“"「‘]?({PLAN})[”"」’]?(?:规划期(?=内)|(?:规划)?期?([末初])|前([一二两三四])年)?')
_TENS = "(?:[1-9]0|[二三四五六七八九]十)"
_CENTURY = pattern(
    f"(?:(?P<n>[12]?[0-9]|二十一?|十[五六七八九])世纪|(?P<w>[本上下])个?世纪)?"
    f"(?:(?P<tens>{_TENS})(?:{JOIN}(?P<tens2>{_TENS}))?年代(?:(?P<dp>[初末中])期?|(?P<dp2>[前后])期)?|(?P<part>[初末]|中叶)期?|(?<=世纪)(?=以?来))"
)
_SCHOOL_YEAR = pattern(
    f"(?:(?P<y>{YEAR})(?:(?:{TO}|/)(?P<y2>{YEAR}|[0-9]{{2}}))?(?:年?学年度?|年(?=[春秋]季?学期))|[今明去]年(?=[春秋]季?学期)|(?=[春秋]季学期)|(?:[本新]|[上下](?:一个?)?)学[年期]度?)"
    "(?P<term>第?[一二上下]学期|[春秋]季?学期)?(?P<end>[初末](?!期))?(?![间生])"
)
_HEATING_SEASON = pattern(f"{YEAR}(?:{TO}|/)(?:{YEAR}|[0-9]{{2}})年?度?\\L<time.heating>[季期]")
OVER_NEW_YEAR = {"turn-of-year": (1, 31), "this-winter": (5, 31), "last-winter": (5, 31)}
"""What reaches over New Year, with the month and the day on which it ends."""

_LAST_OF_TURN = 2  # the month up to which the turn of the year is the one that has been
_LONG_PAST = 60  # days after which a festival that is named without a year is the next one


@cache
def _festivals() -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """One festival, and several named together (``元旦春节期间``)."""
    names = lexicon.alternation(lexicon.words("time/festivals"))
    behind = "(?P<pair>[两双]节)?(?P<stretch>\\L<time.holiday>|小?长?假期?|当[天日晚]|[前后](?![夕期])后?)?"
    one = pattern(f"(?P<name>{names})(?![、和]?{names}|节(?!日)){behind}")
    return one, pattern(f"(?:{names}[、和]?){{1,3}}(?P<name>{names}){behind}")


@cache
def _begin_festivals() -> frozenset[str]:
    return frozenset(name[0] for name in lexicon.words("time/festivals"))


def festival(text: str, start: int, clock: Clock) -> Point | None:
    """A festival that begins at ``start``: its day in the year of the clock, or in the next where it is long past.

    Without a year before it a festival is a time only with a word behind it that makes it one (``春节前``,
    ``国庆假期``); how long its holidays last is not known here.

    >>> import datetime as dt
    >>> clock = Clock(dt.date(2018, 12, 29))
    >>> festival("春节前", 0, clock).days.first, festival("国庆路", 0, clock), festival("五一假期", 0, clock).days
    (datetime.date(2019, 2, 5), None, None)
    """
    if text[start : start + 1] not in _begin_festivals():
        return None
    one, several = _festivals()
    match = _listed().match(text, start) or one.match(text, start) or several.match(text, start)
    if match is None or not (match["stretch"] or clock.year or _is_led(text, start, match)):
        return None
    stretch = match["stretch"] or ""
    bound = stretch == "期间" or stretch[:1] in ("前", "后")
    stop = match.start("stretch") if bound else match.end()
    rule = lexicon.mapping("time/festivals")[match["name"]]
    year = clock.this_year
    plural = match.start("name") > start or match["pair"]
    if year is None or plural or stretch == "期间" or (stretch and not bound and stretch[0] != "当"):
        return Point(stop, None, "festival")
    days = holiday.festival(year, rule)
    if days and clock.reference and not clock.year and (clock.reference - days.last).days > _LONG_PAST:
        days = holiday.festival(year + 1, rule)
    return Point(stop, days, "festival", days.first.year if days else None, days.first.month if days else None)


def _is_led(text: str, start: int, match: "re.Match[str]") -> bool:
    """Whether a festival without its year is named as a day: ``于国庆节举办``, ``春节、“五一”等重要时段``."""
    if "listed" in match.re.groupindex:
        return True
    return match["name"][-1] in "节旦夕日" and text[start - 1 : start] in ("于", "至", "到")


@cache
def _listed() -> "re.Pattern[str]":
    """A festival in a list that is summed up as days or times."""
    names = lexicon.alternation(lexicon.words("time/festivals"))
    words = lexicon.alternation(lexicon.select("time/events", "stretch"))
    among = f"(?=(?:[、和与及][^，。；\\n等]{{1,24}})?等(?:[重关特敏传法][要大点键殊感统定])?{words})"
    return pattern(f"(?P<name>{names}){among}(?P<pair>)(?P<stretch>)(?P<listed>)")


def plan(text: str, start: int) -> Point | None:
    """A five-year plan period: ``“十四五”``, ``十三五末``.

    >>> plan("“十三五”末", 0).days.first
    datetime.date(2020, 1, 1)
    """
    match = _PLAN.match(text, start)
    if match is None:
        return None
    name = match[1]
    whole = calendar.plan(date_integer(name[:-1]))
    if match[2] and whole:
        return Point(match.end(), calendar.part(whole, "plan", match[2]), "plan", end_of=match[2] == "末", named=True)
    if match[3] and whole:
        whole = calendar.years(whole.first.year, whole.first.year + date_integer(match[3]) - 1)
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
        order = date_integer(match["n"])
    elif match["w"]:
        today = Clock(clock.reference).this_year
        order = (today - 1) // 100 + 1 + {"本": 0, "上": -1, "下": 1}[match["w"]] if today else 0
    else:
        order = 20
    size = "decade" if match["tens"] else "century"
    if not order:
        return Point(match.end(), None, size, named=True)
    if match["tens"]:
        last = date_integer(match["tens2"] or match["tens"])
        whole, name = (
            calendar.decades(order, date_integer(match["tens"]), last),
            match["dp"] or {"前": "初", "后": "末"}.get(match["dp2"] or ""),
        )
    else:
        whole, name = calendar.years(order * 100 - 99, order * 100), (match["part"] or "")[:1]
    days = calendar.part(whole, size, name) if whole and name else whole
    return Point(match.end(), days, size, named=True)


def heating_season(text: str, start: int) -> Point | None:
    """A heating season of two years, whose days each city sets for itself.

    >>> heating_season("2025-2026采暖期", 0).days, heating_season("2025-2026年度", 0)
    (None, None)
    """
    match = _HEATING_SEASON.match(text, start)
    return Point(match.end(), None, "heating-season", named=True) if match else None


def school_year(text: str, start: int, clock: Clock) -> Point | None:
    """A school year, which runs from September to August, or a term, whose days the text does not say.

    The beginning of the school year on 1 September is that of the school calendars of the provinces (义务教育法,
    art. 11, leaves the day to them).

    >>> school_year("2024学年起", 0, Clock(None)).days.last, school_year("2024-25学年度完成", 0, Clock(None)).days.first
    (datetime.date(2025, 8, 31), datetime.date(2024, 9, 1))
    >>> school_year("2024年秋季学期", 0, Clock(None)).days, school_year("上学期间", 0, Clock(None))
    (None, None)
    """
    match = _SCHOOL_YEAR.match(text, start)
    if match is None:
        return None
    if not match["y"] or match["term"] or match["end"]:
        return Point(match.end(), None, "school-year")
    first = date_integer(match["y"])
    last = date_integer(match["y2"]) if match["y2"] else first + 1
    last += first // 100 * 100 if last < 100 else 0
    known = last == first + 1 and first < dt.MAXYEAR
    days = Days(dt.date(first, 9, 1), dt.date(last, 8, 31)) if known else None
    return Point(match.end(), days, "school-year", named=True)


def turn_of_year(text: str, start: int, clock: Clock) -> Point | None:
    """What reaches over New Year: its turn (December and January), this winter with the next spring, the last one.

    >>> turn_of_year("岁末年初，", 0, Clock(dt.date(2014, 12, 13))).days.last
    datetime.date(2015, 1, 31)
    >>> turn_of_year("今冬明春，", 0, Clock(dt.date(2014, 9, 13))).days.last
    datetime.date(2015, 5, 31)
    """
    for kind in OVER_NEW_YEAR:
        for word in lexicon.select("time/words", kind):
            if text.startswith(word, start):
                return Point(start + len(word), _over_new_year(kind, clock.reference), "turn-of-year")
    return None


def _over_new_year(kind: str, today: dt.date | None) -> Days | None:
    if today is None:
        return None
    year = today.year - (kind == "last-winter" or today.month <= _LAST_OF_TURN)
    month, day = OVER_NEW_YEAR[kind]
    return Days(dt.date(year, 12, 1), dt.date(year + 1, month, day)) if 1 <= year < dt.MAXYEAR else None
