"""Units: what each measures, and how many of another it is; exact."""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from policyextract.lexicon import rows
from policyextract.text.pattern import pattern

_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_SCALED = pattern("(?P<scale>[一十百千万亿]*)(?P<word>.*)")


class Unit(NamedTuple):
    """A unit as the lexicon has it.

    Attributes:
        name: the unit in results (``元`` for ``块钱``).
        dimension: what it measures; empty for the measure words of counts.
        factor: how many of the first unit of its dimension it is.
        han: how it goes with small Chinese numerals: ``count``, ``digits``, ``per`` or empty, as the lexicon explains.
    """

    name: str
    dimension: str
    factor: Fraction
    han: str = ""


NO_UNIT = Unit("", "", Fraction(1))


@cache
def units() -> dict[str, Unit]:
    """The units of the lexicon by their words; not to be changed."""
    return {
        word: Unit(name, dimension, Fraction(factor), han)
        for word, name, dimension, factor, han, *_ in rows("quantity/units")
    }


@cache
def measure_words() -> frozenset[str]:
    """The units that count things (个, 家, 项), rather than measure them."""
    return frozenset(unit.name for unit in units().values() if not unit.dimension)


@cache
def _known() -> dict[str, Unit]:
    """The units by their words, and by the names that they have in results."""
    return {**{unit.name: unit for unit in units().values()}, **units()}


def _simple(word: str) -> tuple[str, Fraction]:
    if word in _known():
        unit = _known()[word]
        return unit.dimension or unit.name, unit.factor
    match = _SCALED.fullmatch(word)
    if match is None or not match["scale"] or (match["word"] and match["word"] not in _known()):
        raise ValueError(f"{word!r} is not a unit of the lexicon")
    dimension, factor = _simple(match["word"]) if match["word"] else ("", Fraction(1))
    for char in match["scale"]:
        factor *= _SCALES.get(char, 1)
    return dimension, factor


@cache
def measure(unit: str) -> tuple[str, Fraction]:
    """The dimension of a unit, with or without a multiplier, and how many of the first unit of that dimension it is.

    >>> measure("万吨"), measure("元/公斤") == measure("元/千克")
    (('mass', Fraction(10000000, 1)), True)

    Raises:
        ValueError: if the lexicon has no such unit.
    """
    if not unit or unit in _known():
        return _simple(unit) if unit else ("", Fraction(1))
    over, _, under = unit.partition("/")
    dimension, factor = _simple(over)
    for word in under.replace("·", "/").split("/") if under else ():
        divisor, number = _simple(word)
        dimension, factor = f"{dimension}/{divisor}", factor / number
    return dimension, factor


def ratio(unit: str, other: str) -> Fraction:
    """How many of ``other`` one ``unit`` is.

    >>> ratio("亩", "平方米"), ratio("公里", "米"), ratio("亿元", "万元")
    (Fraction(2000, 3), Fraction(1000, 1), Fraction(10000, 1))

    Raises:
        ValueError: if they measure different things, or one of them is no unit of the lexicon.
    """
    (dimension, factor), (wanted, number) = measure(unit), measure(other)
    if dimension != wanted:
        raise ValueError(f"{unit or 'a bare number'} can't be given in {other}: they measure different things")
    return factor / number
