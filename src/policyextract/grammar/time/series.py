"""Lists of months, quarters, years or days that share the unit of their last member: ``3、6、9、12月``."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.time.date import DAY, HAN, MONTH, YEAR, Point, point
from policyextract.grammar.time.days import Clock
from policyextract.number.numerals import date_integer
from policyextract.text.pattern import pattern

_AND = "[、,和与及]"
_LONGEST = 11
_TAIL = 16  # characters behind the last number that can belong to its date


class Member(NamedTuple):
    """A member of a list: where it stands, and its date as if it had the unit of the last."""

    start: int
    stop: int
    point: Point


@cache
def _pattern() -> "re.Pattern[str]":
    years = lexicon.alternation(tuple(word for word, unit, _ in lexicon.rows("time/periods") if unit == "year"))
    return pattern(
        f"""
        (?P<year>(?:{YEAR}年|{years})度?的?)?
        (?:(?P<quarters>第?[一二三四1-4](?:{_AND}第?[一二三四1-4]){{1,3}})(?=季度)
          |(?P<months>{MONTH}(?:{_AND}{MONTH}){{1,{_LONGEST}}})(?=月(?![{HAN}十]))
          |(?P<years>{YEAR}(?:{_AND}{YEAR}){{1,{_LONGEST}}})(?=年)
          |(?P<month>{MONTH}月)(?P<days>{DAY}(?:{_AND}{DAY}){{1,{_LONGEST}}})(?=[日号])
        )
        """,
        re.VERBOSE,
    )


@cache
def _member() -> "re.Pattern[str]":
    return pattern(f"[^{_AND[1:-1]}]+")


def series(text: str, start: int, clock: Clock) -> tuple[Member, ...]:
    """The members of the list that begins at ``start``; of a list of one or none, nothing.

    The first one holds the year or the month that stands before the list, the last one the unit.

    >>> import datetime as dt
    >>> text, clock = "2024年3、6、12月底前报送", Clock(dt.date(2024, 3, 1))
    >>> [(text[m.start:m.stop], str(m.point.days.last)) for m in series(text, 0, clock)]
    [('2024年3', '2024-03-31'), ('6', '2024-06-30'), ('12月底', '2024-12-31')]
    >>> series("12、3月", 0, clock), series("三、四季度末", 0, clock)[0].point.days.last
    ((), datetime.date(2024, 9, 30))
    """
    match = _pattern().match(text, start)
    if match is None:
        return ()
    kind = next(name for name in ("quarters", "months", "years", "days") if match[name])
    pieces = list(_member().finditer(text, match.start(kind), match.end()))
    numbers = [date_integer(piece[0].removeprefix("第")) for piece in pieces]
    if any(one >= other for one, other in pairwise(numbers)):
        return ()
    before = (match["year"] or "") + (match["month"] or "")
    return tuple(_members(text, start, before, pieces, clock))


def _members(text: str, start: int, before: str, pieces: list["re.Match[str]"], clock: Clock) -> Iterator[Member]:
    behind = text[pieces[-1].end() : pieces[-1].end() + _TAIL]
    for place, piece in enumerate(pieces):
        found = point(before + piece[0] + behind, 0, clock)
        if found is None:
            return
        begin = piece.start() if place else start
        stop = piece.end()
        if place == len(pieces) - 1:
            stop += found.stop - len(before) - len(piece[0])
        yield Member(begin, stop, found._replace(stop=stop))
