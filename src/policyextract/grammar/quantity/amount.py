"""One numeral with its unit, its sign, its second end and the smaller coins behind it, read at a position."""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from policyextract.grammar.quantity import bound
from policyextract.grammar.quantity.number import CAPITAL, HAN, Numeral, interval, numeral
from policyextract.grammar.quantity.scan import MONEY, is_index, unsigned
from policyextract.grammar.quantity.unit import unit_at
from policyextract.number.forms import parse_number
from policyextract.number.units import NO_UNIT, Unit, units
from policyextract.text.pattern import pattern
from policyextract.values import Number, exact

BETWEEN = "quantity.between"
"""The rule of a range that is written with its bounds: ``一万元以上五万元以下``."""

_TO = pattern("[-—–~～―－]{1,2}|至|到")
_CASE = pattern("[一-鿿]{2,3}的")  # 3万元以上的，5万元以下的，按
_TO_NEGATIVE = pattern("-(?=-)")  # -5%--3%
_OVER = pattern(
    "(?:[（(](?P<first>不?含)[^）)]{0,6}[）)])?以上(?P<second>[（(]不?含[^）)]{0,6}[）)])?(?:[、至到]|(?P<case>的[，,]?))?"
    "(?:(?P<open>\\L<quantity.under>)|(?P<cap>不超过))?"
)
_BRACKET = pattern("[（(](不?含)[^）)]{0,6}[）)]")
_SCALES, _MORE, _MANY = frozenset("万亿"), frozenset("多余"), 100
_CONTINUES = frozenset("（(-—–~～―－至到以")
_PLAIN = pattern(f"-?(?:[0-9][0-9,]*(?:\\.[0-9]+)?|[{HAN}{CAPITAL}]+?)(?P<scale>[万亿]{{0,2}})")
_WHOLE = frozenset(("arabic", "han", "capital"))
_COIN = f"[0-9零一二两三四五六七八九{CAPITAL}]"
_COINS = pattern(f"零?(?:(?P<jiao>{_COIN})角)?零?(?:(?P<fen>{_COIN})分(?![钟之类别]))?")
_SHARING = pattern("[、和与及，]")
_RESPECTIVELY, _BEHIND, _SHARED = "分别", 40, 6


class Amount(NamedTuple):
    """A number with its unit as it stands in the text at ``[start, stop)``."""

    start: int
    stop: int
    numeral: Numeral
    unit: Unit
    rule: str


class _Number(NamedTuple):
    """A numeral with its sign, where it stops, and whether it is a fraction."""

    value: Numeral
    stop: int
    fraction: bool


def _number_at(text: str, start: int) -> _Number | None:
    digits = unsigned(text, start)
    match = numeral().match(text, digits)
    value = interval(match.group()) if match else None
    if match is None or value is None:
        return None
    return _Number(value.negative() if digits > start else value, match.end(), match.lastgroup not in _WHOLE)


def amount_at(text: str, start: int) -> Amount | None:
    """The amount whose numeral begins at a position, whatever it stands in.

    >>> amount_at("罚款3万元", 2)[2:4] == amount_at("罚款叁万元", 2)[2:4]
    True
    """
    if text[start : start + 1] in MONEY:
        return _signed_money(text, start)
    first = _number_at(text, start)
    if first is None:
        return None
    measured = None if first.value.unit else unit_at(text, first.stop)
    end = measured[1] if measured else first.stop
    both = _range(text, start, first, measured) if text[end : end + 1] in _CONTINUES else None
    if both is not None:
        return both
    if measured:
        return _with_coins(text, Amount(start, end, first.value, measured[0], "quantity.unit"))
    if first.value.unit or first.fraction:
        return Amount(start, end, first.value, NO_UNIT, "quantity.fraction")
    return _shared(text, start, first) or _bare(text, start, first)


def _bare(text: str, start: int, number: _Number) -> Amount | None:
    """A number that needs no unit: ``覆盖6亿城乡居民``, ``3000多群众``, ``价格指数为101.8``."""
    follows = text[number.stop : number.stop + 1]
    more = text[number.stop - 1] in _MORE and number.value.low >= _MANY and follows.isalpha()
    if (more or text[number.stop - 1] in _SCALES) and not (follows.isascii() and follows.isalnum()):
        return Amount(start, number.stop, number.value, NO_UNIT, "quantity.number")
    if is_index(text, start, number.stop):
        return Amount(start, number.stop, number.value, NO_UNIT, "quantity.index")
    return None


def _signed_money(text: str, start: int) -> Amount | None:
    """``¥500,000``, with 元 behind it or not."""
    number = _number_at(text, start + 1)
    if number is None:
        return None
    yuan = units()["元"]
    measured = unit_at(text, number.stop)
    stop = measured[1] if measured and measured[0].dimension == yuan.dimension else number.stop
    return Amount(start, stop, number.value, measured[0] if stop != number.stop and measured else yuan, "quantity.unit")


def _with_coins(text: str, amount: Amount) -> Amount:
    """``123元1角5分``, ``3角5分``: one sum of money."""
    yuan = units()["元"]
    unit = amount.unit
    if unit.dimension != yuan.dimension or unit.factor > 1 or amount.numeral.low != amount.numeral.high:
        return amount
    coins = _COINS.match(text, amount.stop)
    if coins is None or not (coins["fen"] or (coins["jiao"] and unit.factor == 1)):
        return amount
    jiao, fen = (Fraction(parse_number(coins[name] or "零")) for name in ("jiao", "fen"))
    total = exact(Fraction(amount.numeral.low) * unit.factor + jiao / 10 + fen / 100)
    return amount._replace(stop=coins.end(), numeral=Numeral(total, total), unit=yuan, rule="quantity.money")


def _shared(text: str, start: int, first: _Number) -> Amount | None:
    """``分别下降0.3和0.5个百分点``, ``分别造林1.5和2.5万亩``: unit and multiplier of the last are those before it."""
    if _RESPECTIVELY not in text[max(start - _BEHIND, 0) : start]:
        return None
    link = _SHARING.match(text, first.stop)
    for _ in range(_SHARED):
        following = _number_at(text, link.end()) if link else None
        if link is None or following is None:
            return None
        measured = unit_at(text, following.stop)
        if measured:
            scale = _scale(text[link.end() : following.stop]) if _scale(text[start : first.stop]) == 1 else Fraction(1)
            return Amount(start, first.stop, _times(first.value, scale), measured[0], "quantity.shared")
        link = _SHARING.match(text, following.stop)
    return None


@cache
def _scale(numeral: str) -> Fraction:
    plain = _PLAIN.fullmatch(numeral)
    return Fraction(parse_number(plain["scale"] or "一")) if plain else Fraction(1)


def _times(number: Numeral, scale: Fraction) -> Numeral:
    high = None if number.high is None else exact(Fraction(number.high) * scale)
    return number._replace(low=exact(Fraction(number.low) * scale), high=high)


def _range(text: str, start: int, first: _Number, unit: tuple[Unit, int] | None) -> Amount | None:
    """``6%—6.5%``, ``3至5个``, ``5000人（含）—10000人（不含）``, ``一万元以上五万元以下``."""
    position = unit[1] if unit else first.stop
    over = _OVER.match(text, position)
    bracket = _BRACKET.match(text, position)
    ends = bracket.end() if bracket else position
    to = over or (_TO_NEGATIVE.match(text, ends) if first.value.low < 0 else None) or _TO.match(text, ends)
    second = _number_at(text, to.end()) if to else None
    if to is None or second is None:
        return None
    found = unit_at(text, second.stop)
    end = found[1] if found else second.stop
    alike = _alike(text, unit, found, second.value, second.stop)
    if not alike and not (unit is found is None and is_index(text, start, end)):
        return None
    if over and not (over["open"] or over["cap"] or _is_ceiling(text, end)):
        return None
    if over and over["case"] and not _CASE.match(text, end):
        return None
    low = first.value.low
    if not unit:
        low = _scaled_alike(low, text[start : first.stop], text[to.end() : second.stop], second.value)
    high = second.value.low if second.value.high is None else second.value.high
    if low > high:
        return None
    opens = "不含" in text[position : to.end()]
    about = first.value.approximate or second.value.approximate
    both = Numeral(low, high, opens, bool(over and over["open"]), about, second.value.unit)
    held = over or (bracket and _is_ceiling(text, end))  # 1亿元（含）至2亿元以下
    return Amount(start, end, both, found[0] if found else NO_UNIT, BETWEEN if held else "quantity.range")


def _alike(
    text: str, unit: tuple[Unit, int] | None, found: tuple[Unit, int] | None, second: Numeral, stop: int
) -> bool:
    """Whether the second end of a range has a unit or a multiplier, and that of the first if the first has one."""
    if found is None:
        return bool(second.unit) or (unit is None and text[stop - 1] in _SCALES)
    return unit is None or unit[0].name == found[0].name


def _is_ceiling(text: str, end: int) -> bool:
    """Whether what stands before ``end`` is bounded above: ``以下``, ``以内``."""
    after = bound.after(text, end)[0]
    return after is not None and after.side == "high"


def _scaled_alike(low: Number, first: str, second: str, other: Numeral) -> Number:
    """The first end of ``3-5万人`` shares the multiplier of the second; that of ``5000-1万人`` does not."""
    scale = _scale(second)
    if scale == 1 or _scale(first) != 1 or Fraction(low) * scale > other.low:
        return low
    return exact(Fraction(low) * scale)
