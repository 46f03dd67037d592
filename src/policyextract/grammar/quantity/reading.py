"""One numeral with its unit, its second end and its bounds, read at a position."""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from policyextract.grammar.quantity import bound
from policyextract.grammar.quantity.bound import Bound
from policyextract.grammar.quantity.number import HAN, NUMERAL, Numeral, interval
from policyextract.grammar.quantity.unit import unit_at
from policyextract.number.forms import parse_number
from policyextract.number.units import NO_UNIT, Unit
from policyextract.text.pattern import pattern
from policyextract.values import Number, Quantity, exact

_TO = pattern("[-—–~～―－]{1,2}|至|到")
_BRACKET = pattern("[（(](不?含)[^）)]{0,6}[）)]")
_CONTINUES = frozenset("（(-—–~～―－至到")
_PLAIN = pattern(f"(?:[0-9][0-9,]*(?:\\.[0-9]+)?|[{HAN}]+?)(?P<scale>[万亿]{{0,2}})")
_WHOLE = frozenset(("arabic", "han"))


class Amount(NamedTuple):
    """A number with its unit as it stands in the text at ``[start, stop)``."""

    start: int
    stop: int
    numeral: Numeral
    unit: Unit
    rule: str


class Reading(NamedTuple):
    """An amount with the bound words beside it, before its bounds are settled.

    Attributes:
        start, stop: the number with its unit.
        end: where the bound word after it stops.
    """

    start: int
    stop: int
    numeral: Numeral
    unit: Unit
    rule: str
    before: Bound | None
    after: Bound | None
    bracket: str
    end: int


def _numeral_at(text: str, start: int) -> tuple[Numeral, int, bool] | None:
    """The numeral that begins at a position, the position after it, and whether it is a fraction."""
    match = NUMERAL.match(text, start)
    if match is None:
        return None
    numeral = interval(match.group())
    return None if numeral is None else (numeral, match.end(), match.lastgroup not in _WHOLE)


def amount_at(text: str, start: int) -> Amount | None:
    """The amount whose numeral begins at a position, whatever it stands in."""
    first = _numeral_at(text, start)
    if first is None:
        return None
    numeral, stop, fraction = first
    measured = None if numeral.unit else unit_at(text, stop)
    unit, end = measured or (NO_UNIT, stop)
    if text[end : end + 1] in _CONTINUES:
        both = _range(text, start, numeral, stop, measured)
        if both is not None:
            return both
    if measured:
        return Amount(start, end, numeral, unit, "quantity.unit")
    if numeral.unit or fraction:
        return Amount(start, end, numeral, unit, "quantity.fraction")
    follows = text[end : end + 1]
    if text[end - 1] in "万亿" and not (follows.isascii() and follows.isalnum()):
        return Amount(start, end, numeral, unit, "quantity.number")
    return None


@cache
def _scale(numeral: str) -> Fraction:
    plain = _PLAIN.fullmatch(numeral)
    return Fraction(parse_number(plain["scale"] or "一")) if plain else Fraction(1)


def _range(text: str, start: int, first: Numeral, stop: int, unit: tuple[Unit, int] | None) -> Amount | None:
    """``6%—6.5%``, ``3至5个``, ``5000人（含）—10000人（不含）``."""
    position = unit[1] if unit else stop
    bracket = _BRACKET.match(text, position)
    to = _TO.match(text, bracket.end() if bracket else position)
    second = _numeral_at(text, to.end()) if to else None
    if to is None or second is None:
        return None
    other, middle, _ = second
    found = unit_at(text, middle)
    if (found is None and not other.unit) or (unit and found and unit[0].name != found[0].name):
        return None
    measure, end = found if found else (NO_UNIT, middle)
    low = first.low if unit else _scaled_alike(first.low, text[start:stop], text[to.end() : middle], other)
    high = other.high if other.high is not None else other.low
    if low > high:
        return None
    opening = bool(bracket and bracket[1] == "不含")
    numeral = Numeral(low, high, opening, False, first.approximate or other.approximate, other.unit)
    return Amount(start, end, numeral, measure, "quantity.range")


def _scaled_alike(low: Number, first: str, second: str, other: Numeral) -> Number:
    """The first end of ``3-5万人`` shares the multiplier of the second; that of ``5000-1万人`` does not."""
    scale = _scale(second)
    if scale == 1 or _scale(first) != 1 or Fraction(low) * scale > other.low:
        return low
    return exact(Fraction(low) * scale)


def bounded(text: str, amount: Amount) -> Reading:
    """An amount with the bound words that stand before and after it."""
    return Reading(*amount, bound.before(text, amount.start), *bound.after(text, amount.stop))


def quantity(found: Reading) -> Quantity:
    """The interval that a reading and its bounds make."""
    low: Number | None
    high: Number | None
    low, high, low_open, high_open, approximate, unit = found.numeral
    for limit in (found.before, found.after):
        if limit is None:
            continue
        if limit.side == "about":
            approximate = True
        elif limit.side == "low" and low is not None:
            high, low_open, high_open = None, limit.open, False
        elif limit.side == "high" and high is not None:
            low, low_open, high_open = None, False, limit.open
    if found.bracket == "不含":
        low_open, high_open = (low_open, True) if high is not None else (True, high_open)
    return Quantity(low, high, low_open, high_open, approximate, unit or found.unit.name)
