"""Numerals of running text, and the interval that each one means."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from policyextract.lexicon import words
from policyextract.number.forms import ESTIMATE, parse_number
from policyextract.number.numerals import DIGITS
from policyextract.text.pattern import pattern
from policyextract.values import Number, exact

HAN = f"{DIGITS}〇○两十百千万亿"
CAPITAL = "壹贰叁肆伍陆柒捌玖拾佰仟"
"""The numerals of cheques and contracts, which stand in running text where an amount must not be changed."""

_NOT_FIVE = "队入退落大内登着水海"  # 队伍, 大陆
MULTIPLIERS = "十百千万亿"
_POINTED = "[零〇一二三四五六七八九]{1,6}"


@cache
def _scales() -> dict[str, str]:
    """What matches each multiplier where it is none of a unit: 千 but not in 千瓦, 百 but not in 百分点."""
    rests: dict[str, list[str]] = {"百": ["分"]}
    for word in words("quantity/units"):
        if word[0] in MULTIPLIERS and len(word) > 1:
            rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return {char: f"{char}(?!{'|'.join(rests[char])})" if char in rests else char for char in MULTIPLIERS}


@cache
def numeral() -> "re.Pattern[str]":
    """One numeral of running text. The multiplier of a unit (千瓦, 百分点) is left to the unit.

    >>> [numeral().match(text)[0] for text in ("3万4000亩", "5千瓦", "贰拾家", "零点五个")]
    ['3万4000', '5', '贰拾', '零点五']
    """
    scales = _scales()
    scale = f"(?:{'|'.join(scales[char] for char in '百千万亿')})"
    han = f"(?:[零〇○一二两三四五六七八九]|{scales['十']}|{scale})"
    more = f"(?:[多余来几]{scale}{{0,2}})?"
    return pattern(
        f"""
          百分百
        | (?P<below>[{HAN}]{{1,6}}|[0-9]{{1,4}})分之
          (?P<above>[0-9]{{1,9}}(?:\\.[0-9]{{1,9}})?(?![0-9])|[{HAN}]{{1,9}}(?:点[{HAN}]{{1,6}})?|几)
        | (?P<bar>[1-9])[/／](?:10|[2-9])(?![0-9/.%万])
        | (?P<tenths>[一二两三四五六七八九]|[0-9]{{1,2}}(?:\\.[0-9])?)成(?P<more>半|多)?
          (?=\\L<quantity.half-bound>|[，。、；）),;\\s]|$)
        | (?P<arabic>[0-9]{{1,15}}(?:,[0-9]{{3}})*(?:[.·][0-9]{{1,9}})?(?![.,·]?[0-9])
          (?:{scale}{{1,3}}零?[0-9]{{1,4}}(?![0-9.%,])){{0,6}}{scale}{{0,3}}{more})  # 3万4000, 2千零30, 1亿2千3百万
        | (?P<half>\\L<quantity.half>)(?![天年月日路截点])
        | (?P<capital>(?:[壹贰叁肆柒捌玖]|(?<![{_NOT_FIVE}])[伍陆](?=[拾佰仟万亿元角分])|拾(?=[{CAPITAL}万亿元]))
          (?:[{CAPITAL}万亿零]{{0,30}}[{CAPITAL}万亿])?)
        | (?P<han>(?:[数几上](?=[十百千万亿]))?{han}{{1,16}}(?:点{_POINTED}[万亿]{{0,2}})?{more})
        """,
        re.VERBOSE,
    )


_VAGUE = pattern(f"(?P<head>[数几上])(?P<base>[{HAN}]+)")
_MIDDLE = pattern("(?P<body>.+?)(?P<more>[多余来几])(?P<scale>[十百千万亿]*)")
_PER = {"百": "%", "一百": "%", "千": "‰", "一千": "‰"}


class Numeral(NamedTuple):
    """What a numeral of running text means: an interval, and the unit that the numeral itself holds (``百分之五``).

    Attributes are those of :class:`~policyextract.values.Quantity`; ``exact`` is whether it is one plain number.
    """

    low: Number
    high: Number | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    unit: str = ""

    def negative(self) -> "Numeral":
        """The same below zero; an interval without an upper end is cut to what its numeral says.

        >>> interval("5").negative()[:2]
        (Decimal('-5'), Decimal('-5'))
        """
        high = self.low if self.high is None else self.high
        ends = exact(-Fraction(high)), exact(-Fraction(self.low))
        return self._replace(low=ends[0], high=ends[1], low_open=self.high_open, high_open=self.low_open)


@lru_cache(maxsize=8192)
def interval(text: str) -> Numeral | None:
    """The interval that a numeral of running text means, or ``None`` if it is not one.

    >>> interval("100多万")
    Numeral(low=Decimal('1000000'), high=None, low_open=True, high_open=False, approximate=False, unit='')
    >>> interval("两三")[:2], interval("三四十")[:2], interval("百分之五")[-1]
    ((Decimal('2'), Decimal('3')), (Decimal('30'), Decimal('40')), '%')
    >>> interval("百分百")[0]
    Decimal('100')
    """
    if text == "百分百":
        return Numeral(Decimal(100), Decimal(100), unit="%")
    try:
        return _fraction(text) if "分之" in text else _interval(text)
    except ValueError:
        return None


def _fraction(text: str) -> Numeral:
    below, _, above = text.partition("分之")
    if above == "几":
        raise ValueError("no number")
    unit = _PER.get(below, "")
    number = parse_number(above if unit else text)
    return Numeral(number, number, unit=unit)


def _interval(text: str) -> Numeral:
    vague = _VAGUE.fullmatch(text)
    if vague:
        base = parse_number(vague["base"])
        if vague["head"] == "上":
            return Numeral(base, None)
        return Numeral(base, exact(Fraction(base) * 10), high_open=True, approximate=True)
    middle = _MIDDLE.fullmatch(text)
    if middle:
        return _more(middle["body"], middle["more"], middle["scale"])
    pair = ESTIMATE.fullmatch(text)
    if pair:
        head, digits, tail = pair["head"], pair["pair"], pair["tail"]
        low, high = (parse_number(head + digit + tail) for digit in digits)
        return Numeral(low, high, approximate=True)
    number = parse_number(text)
    return Numeral(number, number)


def _more(body: str, more: str, scale: str) -> Numeral:
    """``100多万``: above; ``10来``: about; ``十几万``: between one ten and the next."""
    if body[0] in "数几上":
        raise ValueError("no number")
    low = parse_number(body + scale)
    if more == "几":
        high = Fraction(low) + 10 * Fraction(parse_number(scale or "一"))
        return Numeral(low, exact(high), True, True, True)
    if more == "来":
        return Numeral(low, low, approximate=True)
    return Numeral(low, None, low_open=True)
