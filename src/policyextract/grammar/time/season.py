"""Seasons and holidays that are times without more words: ``汛期``, ``节假日``, ``会后``; and what they turn into."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound

ALONE = frozenset("在于，,。；;、：:和及或（(\n \t\u3000")  # behind what a word of time stands on its own
BOUNDS = {"前": TimeBound.BY, "后": TimeBound.FROM, "时": TimeBound.AT}


def season(text: str, start: int) -> int:
    """Where the season of work or the holidays that begin at ``start`` end; ``start`` where none does.

    >>> season("抓好主汛期施工", 2), season("节假日服务", 0), season("重要节假日", 2)
    (5, 3, 2)
    """
    alone = text[start - 1 : start] in ALONE or not start
    for word in _by_first(alone).get(text[start : start + 1], ()):
        if text.startswith(word, start):
            return start + len(word)
    return start


@cache
def seasons() -> tuple[str, ...]:
    """The names of seasons and holidays that are times without more words: ``汛期``, ``节假日``, ``会后``."""
    return _named("season", "break", "holiday", "occasion")


def _named(*kinds: str) -> tuple[str, ...]:
    return tuple(word for kind in kinds for word in lexicon.select("time/events", kind))


@cache
def _by_first(alone: bool) -> dict[str, list[str]]:
    """The names by their first signs, the longest first: of those that stand alone, or of all that never need to."""
    found: dict[str, list[str]] = {}
    for word in sorted(seasons() if alone else _named("season", "break"), key=len, reverse=True):
        found.setdefault(word[0], []).append(word)
    return found


def turned(text: str, stop: int) -> tuple[int, TimeBound] | None:
    """Where a season or a term that ends at ``stop`` goes on as an event, and its bound: ``主汛期到来前``.

    >>> turned("主汛期到来前完成", 3), turned("主汛期巡查", 3)
    ((6, <TimeBound.BY: 'by'>), None)
    """
    match = _turns().match(text, stop)
    return (match.end(), BOUNDS[match[1]]) if match else None


@cache
def _turns() -> "re.Pattern[str]":
    words = lexicon.alternation(lexicon.select("time/events", "turn"))
    return pattern(f"{words}[之以]?([前后])(?![期续勤])")
