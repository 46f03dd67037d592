"""The ways of writing a number beside plain numerals: fractions, percent, 成 and 折, powers, sums of money."""

from fractions import Fraction
from itertools import pairwise

from policyextract.number.numerals import DIGITS, decimal, digit_run, folded
from policyextract.text.pattern import pattern
from policyextract.values import Number, exact

_PAIRS = "|".join(("两三", *(first + second for first, second in pairwise(DIGITS[1:]))))
ESTIMATE = pattern(f"(?P<head>(?:.*[十百千万亿])?)(?P<pair>{_PAIRS})(?P<tail>[十百千万亿]*)")
"""Two digits in a row that say about how many (``两三``, ``三四十``): no one number."""

_MONEY = pattern(
    r"(?P<yuan>[^元角分整]{1,60})元(?:(?P<jiao>[0-9零一二三四五六七八九])角)?零?(?:(?P<fen>[0-9零一二三四五六七八九])分)?整?"
)
_POWER = pattern(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)\^([+-]?[0-9]{1,3})")
_OF = pattern(r"(?:(?P<whole>[^分]{1,40})又)?(?P<sign>负?)(?P<below>[^分]{1,40}?)分之(?P<above>[^分]{1,40})")
_LIMIT = 400
_TWO_DIGITS = pattern("[0-9一二三四五六七八九]{2}")
_PARTED = frozenset("个成倍折")
_WHOLE = {"半": Fraction(1, 2), "一半": Fraction(1, 2), "半数": Fraction(1, 2), "一半半": Fraction(1, 2)}
_SCALES = {
    "%": Fraction(1, 100),
    "‰": Fraction(1, 1000),
    "成": Fraction(1, 10),
    "折": Fraction(1, 10),
    "倍": Fraction(1),
    "双": Fraction(2),
    "对": Fraction(2),
    "打": Fraction(12),
    "K": Fraction(1000),
    "k": Fraction(1000),
    "M": Fraction(10**6),
}


def _fraction(text: str) -> Fraction | None:
    of = _OF.fullmatch(text)
    if of is None:
        return None
    below = _signed(of["below"])
    if not below:
        raise ValueError(f"{text!r} divides by zero")
    part = _signed(of["above"]) / below
    part = -part if of["sign"] else part
    return _signed(of["whole"]) + part if of["whole"] else part


def _bar(text: str) -> Fraction | None:
    above, bar, below = text.partition("/")
    if not bar:
        return None
    whole, also, above = above.rpartition("又")
    if also:
        return _signed(whole) + _unsigned(f"{above}/{below}")
    divisor = _signed(below)
    if not divisor:
        raise ValueError(f"{text!r} divides by zero")
    return _signed(above) / divisor


def _scaled(text: str) -> Fraction | None:
    """``50%``, ``三成``, ``八五折``, ``1.5倍``, ``一双``."""
    scale = _SCALES.get(text[-1])
    if scale is None or len(text) == 1:
        return None
    body = text[:-1]
    if text[-1] == "折" and _TWO_DIGITS.fullmatch(body):
        return Fraction(digit_run(body), 100)
    return _signed(body) * scale


def _halved(text: str) -> Fraction | None:
    """``三成半``, ``八成五``, ``两倍半``, ``一个半``: a part of the unit that stands before it."""
    if len(text) < 3 or text[-2] not in _PARTED:
        return None
    part = _WHOLE.get(text[-1]) or (Fraction(max(DIGITS.find(text[-1]), 0), 10) if text[-2] == "成" else 0)
    return (_signed(text[:-2]) + part) * _SCALES.get(text[-2], Fraction(1)) if part else None


def _money(text: str) -> Fraction | None:
    money = _MONEY.fullmatch(text)
    if money is None:
        return None
    jiao, fen = (digit_run(money[name]) if money[name] else 0 for name in ("jiao", "fen"))
    return decimal(money["yuan"]) + Fraction(jiao * 10 + fen, 100)


def _powered(text: str) -> Fraction | None:
    power = _POWER.fullmatch(text)
    if power is None:
        return None
    base, exponent = Fraction(power[1]), int(power[2])
    if not base and exponent < 0:
        raise ValueError(f"{text!r} divides by zero")
    return Fraction(base**exponent)


_FORMS = (_powered, _fraction, _bar, _halved, _scaled, _money)


def _signed(text: str) -> Fraction:
    if text in _WHOLE:
        return _WHOLE[text]
    if text[:1] in ("负", "-"):
        return -_unsigned(text[1:])
    return _unsigned(text[1:] if text[:1] == "+" else text)


def _unsigned(text: str) -> Fraction:
    if not text or text[0] in "负-+":
        raise ValueError("no digits")
    for form in _FORMS:
        number = form(text)
        if number is not None:
            return number
    return decimal(text)


def parse_number(text: str) -> Number:
    """The exact number that a numeral writes, in any of the ways of Chinese text.

    Args:
        text: one numeral and nothing else: small or capital, simplified or traditional, Arabic of any width, with
            separators, mixed (``1万5千``), elliptic (``一万五``), decimal, fraction, percent, 成, 折, 倍, negative,
            or a sum of money in capitals.

    Returns:
        A :class:`~decimal.Decimal` wherever the number has a finite decimal form, else a
        :class:`~fractions.Fraction`; never a float.

    >>> parse_number("一万五"), parse_number("4.78万亿"), parse_number("两千零二十五")
    (Decimal('15000'), Decimal('4780000000000'), Decimal('2025'))
    >>> parse_number("三分之二"), parse_number("五又三分之一"), parse_number("三成半")
    (Fraction(2, 3), Fraction(16, 3), Decimal('0.35'))
    >>> parse_number("１，２００．５"), parse_number("负40%"), parse_number("壹拾壹元壹角壹分")
    (Decimal('1200.5'), Decimal('-0.4'), Decimal('11.11'))

    Raises:
        TypeError: if ``text`` is not a ``str``.
        ValueError: with the reason, if it is no number.
    """
    if not isinstance(text, str):
        raise TypeError(f"a numeral is a str, not {type(text).__name__}")
    if len(text) > _LIMIT:
        raise ValueError(f"not a number: {text[:20]!r}… has {len(text)} characters, at most {_LIMIT} are read")
    if ESTIMATE.fullmatch(text):
        raise ValueError(f"not a number: {text!r} says about how many")
    try:
        return exact(_signed(folded(text)))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not a number: {text!r} ({error})") from None
