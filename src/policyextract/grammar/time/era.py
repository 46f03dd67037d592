"""Years that an era numbers: ``民国38年``, ``康熙三年``, ``公元前221年``."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.day import calendar
from policyextract.grammar.time.date import Point
from policyextract.number.numerals import date_integer
from policyextract.text.pattern import pattern

_LONGEST = 110  # years of an era but our own


@cache
def _pattern() -> "re.Pattern[str]":
    eras = lexicon.alternation(lexicon.words("time/eras"))
    return pattern(f"(?P<era>{eras})(?P<n>[0-9]{{1,4}}|[零〇一二三四五六七八九十百廿]{{1,5}}|元)年(?![级龄代])")


def era(text: str, start: int) -> Point | None:
    """The year of an era that begins at ``start``: with its days where it is one of the calendar, else without.

    >>> era("民国38年成立", 0).days.first, era("康熙三年修建", 0).days, era("公元前221年", 0).stop
    (datetime.date(1949, 1, 1), None, 7)
    """
    match = _pattern().match(text, start)
    if match is None:
        return None
    before = lexicon.mapping("time/eras")[match["era"]]
    number = 1 if match["n"] == "元" else date_integer(match["n"])
    own = before == "0"
    year = int(before) + number if before and (own or number <= _LONGEST) else 0
    days = calendar.years(year, year) if year else None
    return Point(match.end(), days, "era", year if days else None)
