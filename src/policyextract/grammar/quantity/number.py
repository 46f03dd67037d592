"""Numerals in running text: where they stand, and the interval that each one means."""

import re
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from policyextract.grammar.quantity.unit import starts
from policyextract.number.forms import ESTIMATE, parse_number
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern
from policyextract.values import Number, exact

HAN = "零〇○一二两三四五六七八九十百千万亿"
_FOLLOWS = "多余来点分成至到-—–~～（(、以/／"
_SCALE = "(?:[万亿]|百(?!分)|千(?![瓦克米伏卡帕焦赫]))"
_HAN = f"(?:[零〇○一二两三四五六七八九十]|{_SCALE})"
_MORE = f"(?:[多余来几]{_SCALE}{{0,2}})?"

NUMERAL = pattern(
    f"""
      (?P<below>[{HAN}]{{1,6}}+|[0-9]{{1,4}})分之
      (?P<above>[0-9]{{1,9}}+(?:\\.[0-9]{{1,9}})?|[{HAN}]{{1,9}}(?:点[{HAN}]{{1,6}})?|几)
    | (?P<bar>[1-9])[/／](?:10|[2-9])(?![0-9/.%])
    | (?P<tenths>[一二两三四五六七八九]|[0-9]{{1,2}}(?:\\.[0-9])?)成(?P<more>半|多)?
      (?=以上|以下|左右|的|[，。、；）),;\\s]|$)
    | (?P<arabic>[0-9]{{1,15}}+(?:,[0-9]{{3}})*(?:[.·][0-9]{{1,9}}+)?)(?![.,]?[0-9])
      (?:{_SCALE}{{0,3}}[0-9]{{1,4}}(?=[千百万亿]))?{_SCALE}{{0,3}}{_MORE}
    | (?P<half>一半|半数)(?![天年月日路截点])
    | (?P<han>(?:[数几上](?=[十百千万亿]))?{_HAN}{{1,16}}(?:点[零〇一二三四五六七八九]{{1,6}}[万亿]{{0,2}})?{_MORE})
    """,
    re.VERBOSE,
)
"""One numeral of running text. The multiplier of a unit (千瓦, 百分点) is left to the unit."""

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


@lru_cache(maxsize=8192)
def interval(text: str) -> Numeral | None:
    """The interval that a numeral of running text means, or ``None`` if it is not one.

    >>> interval("100多万")
    Numeral(low=Decimal('1000000'), high=None, low_open=True, high_open=False, approximate=False, unit='')
    >>> interval("两三")[:2], interval("三四十")[:2], interval("百分之五")[-1]
    ((Decimal('2'), Decimal('3')), (Decimal('30'), Decimal('40')), '%')
    """
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
        return Numeral(base, base * 10, high_open=True, approximate=True)
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


@shared
def numbers(document: Document) -> tuple[int, ...]:
    """Where the runs of numeral characters begin in a document which a unit, a range or a bound may follow.

    Ordinals (``第三``) and numerals inside Latin words are left out, whatever follows.

    >>> numbers(Document.plain("一是新增160家，增长6.5%，第三年"))
    (4, 11)
    """
    return tuple([match.start() for match in _run().finditer(document.text)])


@cache
def _run() -> "re.Pattern[str]":
    follows = re.escape("".join(sorted(frozenset(starts()) | frozenset(_FOLLOWS))))
    return re.compile(
        f"[0-9{HAN}几半](?<![第初0-9A-Za-z.,·{HAN}].)(?:(?<=[0-9])[0-9]*+(?:[.,·][0-9]++)*(?![.,·][0-9])|(?<=[{HAN}几半]))[{HAN}几半]{{0,40}}+"
        f"(?:(?=[{follows}])|(?<=[万亿半]))"
    )
