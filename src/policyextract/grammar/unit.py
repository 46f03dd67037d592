"""Units and measure words after a numeral."""

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from policyextract.lexicon import rows

_PER = re.compile("[/／每](?:[一百千万亿]{0,2})")


class Unit(NamedTuple):
    """A unit as the lexicon has it.

    Attributes:
        name: the unit in results.
        dimension: what it measures; empty for the measure words of counts.
        factor: how many of the first unit of its dimension it is.
        article: whether a bare 一 before it is an article (``一个``), not a count (``一次``).
    """

    name: str
    dimension: str
    factor: Fraction
    article: bool


@cache
def units() -> dict[str, Unit]:
    """The lexicon of units by their words; not to be changed."""
    return {
        word: Unit(name, dimension, Fraction(factor), not one) for word, name, dimension, factor, one in rows("units")
    }


@cache
def starts() -> dict[str, tuple[str, ...]]:
    """The words of the lexicon by their first character, the longest first."""
    table: dict[str, list[str]] = {}
    for word in sorted(units(), key=len, reverse=True):
        table.setdefault(word[0], []).append(word)
    return {char: tuple(words) for char, words in table.items()}


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The longest unit that begins at a position, with the position after it.

    >>> unit_at("压缩至48个工作日内", 5)[0].name, unit_at("420元/吨", 3)[0].name
    ('工作日', '元/吨')
    """
    for word in starts().get(text[position : position + 1], ()):
        if text.startswith(word, position):
            stop = position + len(word)
            return (
                _compound(text, units()[word], stop) if text[stop : stop + 1] in _PER_SIGNS else (units()[word], stop)
            )
    return None


_PER_SIGNS = frozenset("/／每")


def _compound(text: str, unit: Unit, stop: int) -> tuple[Unit, int]:
    """``元/吨``, ``人/平方公里``, ``吨标准煤/万元``; ``元每吨`` too."""
    per = _PER.match(text, stop)
    if per is None:
        return unit, stop
    for word in starts().get(text[per.end() : per.end() + 1], ()):
        if text.startswith(word, per.end()):
            divisor = units()[word]
            scale = text[stop + 1 : per.end()]
            name = f"{unit.name}/{scale}{divisor.name}"
            return Unit(
                name,
                f"{unit.dimension or unit.name}/{scale}{divisor.dimension or divisor.name}",
                unit.factor / divisor.factor,
                True,
            ), per.end() + len(word)
    return unit, stop
