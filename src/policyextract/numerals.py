"""Numerals to exact numbers; the only door to cn2an.

cn2an converts plain Chinese integers. What it does not read, or would turn into a float, is read around it: mixed
and elliptic forms, stacked multipliers, decimals, fractions, percent and powers.
"""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from policyextract.pattern import pattern
from policyextract.values import Number, exact

DIGITS = "零一二三四五六七八九"
_DIGITS = {char: value for value, char in enumerate(DIGITS)}
_UNITS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}
_POWERS: dict[str, int] = {unit: int(10**power) for unit, power in _UNITS.items()}

_VARIANTS = str.maketrans(
    {
        **dict(zip("〇○◯壹贰叁肆伍陆柒捌玖拾佰仟", "零零零一二三四五六七八九十百千", strict=True)),
        **dict(zip("貳參叄陸萬億兩俩倆两點負壱弐", "二三三六万亿二二二二点负一二", strict=True)),
        **dict(zip(("廿", "卅", "卌", "份"), ("二十", "三十", "四十", "分之"), strict=True)),
        **dict(zip("雙圓圆−％·個", "双元元-%.个", strict=True)),
        **{chr(code): chr(code - 0xFEE0) for code in range(ord("！"), ord("～") + 1)},
    }
)

ESTIMATE = pattern(
    "(?P<head>(?:.*[十百千万亿])?)(?P<pair>一二|二三|两三|三四|三五|四五|五六|六七|七八|八九)(?P<tail>[十百千万亿]*)"
)
"""Two digits in a row that say about how many (``两三``, ``三四十``): no one number."""

_SPACE = pattern(r"\s+")
_GROUPED = pattern(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_MONEY = pattern(
    r"(?P<yuan>[^元角分整]{1,60})元(?:(?P<jiao>[0-9零一二三四五六七八九])角)?零?(?:(?P<fen>[0-9零一二三四五六七八九])分)?整?"
)
_POWER = pattern(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)\^([+-]?[0-9]{1,3})")
_MIXED = pattern(r"[0-9零一二三四五六七八九十百千万亿兆]+")
_PLAIN = pattern(r"[零一二三四五六七八九十百千万亿]{2,40}")
_POINT = pattern(r"([^.]*)\.([0-9零一二三四五六七八九]+)([十百千万亿兆]*)")
_OF = pattern(r"(?:(?P<whole>[^分]{1,40})又)?(?P<sign>负?)(?P<below>[^分]{1,40}?)分之(?P<above>[^分]{1,40})")
_TEN, _LIMIT, _WRITABLE = 10, 400, 10**16
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


def small_integer(text: str) -> int:
    """A Chinese numeral below a thousand, as list markers and months have it.

    >>> small_integer("十"), small_integer("二十三"), small_integer("一百零五")
    (10, 23, 105)
    """
    total = digit = 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


@lru_cache(maxsize=4096)
def _plain(text: str) -> int:
    """A plain Chinese integer of two characters or more."""
    from cn2an import cn2an

    try:
        return int(cn2an(text, "strict"))
    except ValueError:
        return _around(text)


def _around(text: str) -> int:
    """An integer of any mixture, split at its highest multiplier: ``3万4000``, ``一万五``, ``10万万``, ``百三``."""
    for unit in "兆亿万千百十":
        at = text.rfind(unit)
        if at >= 0:
            return _joined(text[:at], unit, text[at + 1 :])
    return int("".join(str(_DIGITS.get(char, char)) for char in text))


def _joined(left: str, unit: str, right: str) -> int:
    power = _POWERS[unit]
    if unit in left and not left.endswith(unit):
        raise ValueError(f"{left}{unit}: {unit} stands twice")
    count = _integer(left.rstrip("零")) if left.strip("零") else 1
    if power < _POWERS["万"] and count >= _TEN and not left[-1].isascii():
        raise ValueError(f"{left}{unit}: what stands before {unit} is not a digit")
    if not right:
        return count * power
    if right in _DIGITS or (len(right) == 1 and unit != "十" and right.isdigit()):
        return count * power + _integer(right) * power // 10
    low = _integer(right)
    if low >= power:
        raise ValueError(f"{left}{unit}{right}: what stands after {unit} is not below it")
    return count * power + low


def _integer(text: str) -> int:
    if text in _DIGITS:
        return _DIGITS[text]
    if text.isdecimal() and text.isascii():
        return int(text)
    if not _MIXED.fullmatch(text):
        raise ValueError(f"{text!r} is not an integer")
    return _plain(text) if _PLAIN.fullmatch(text) else _around(text)


def _decimal(text: str) -> Fraction:
    """A number without sign, fraction bar or scale: ``一点五亿``, ``4.78万亿``, ``一千六点五``, ``3万4000``."""
    point = _POINT.match(text)
    if point is None:
        return Fraction(_integer(text))
    whole, digits, multipliers = point.groups()
    number = Fraction(_integer(whole)) if whole else Fraction(0)
    number += Fraction(_digit_run(digits), 10 ** len(digits))
    for unit in multipliers:
        number *= _POWERS[unit]
    rest = text[point.end() :]
    if rest and not multipliers:
        raise ValueError(f"{text!r} is not a decimal")
    return number + (_decimal(rest) if rest else 0)


def _digit_run(text: str) -> int:
    return int("".join(str(_DIGITS.get(char, char)) for char in text))


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
        return Fraction(_digit_run(body), 100)
    return _signed(body) * scale


def _halved(text: str) -> Fraction | None:
    """``三成半``, ``八成五``, ``两倍半``, ``一个半``: a part of the unit that stands before it."""
    if len(text) < 3 or text[-2] not in _PARTED:
        return None
    part = _WHOLE.get(text[-1]) or (Fraction(_DIGITS.get(text[-1], 0), 10) if text[-2] == "成" else 0)
    return (_signed(text[:-2]) + part) * _SCALES.get(text[-2], Fraction(1)) if part else None


def _money(text: str) -> Fraction | None:
    money = _MONEY.fullmatch(text)
    if money is None:
        return None
    jiao, fen = (_digit_run(money[name]) if money[name] else 0 for name in ("jiao", "fen"))
    return _decimal(money["yuan"]) + Fraction(jiao * 10 + fen, 100)


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
    return _decimal(text)


def folded(text: str) -> str:
    """A numeral in one alphabet: half-width, simplified, small numerals, without white space and separators.

    >>> folded("負壹佰貳拾萬"), folded("１，２００．５")
    ('负一百二十万', '1200.5')
    """
    plain = _SPACE.sub("", text.translate(_VARIANTS)).replace("点", ".")
    return _GROUPED.sub(lambda match: match.group().replace(",", ""), plain)


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


def write_number(number: int | Decimal, *, capital: bool = False) -> str:
    """A number in Chinese numerals, as cn2an writes it; :func:`parse_number` reads it back.

    Args:
        number: below 10**16, with at most 16 decimal places.
        capital: whether in the numerals of cheques (``壹佰``) rather than in small ones (``一百``).

    >>> write_number(10605), write_number(Decimal("-0.25")), write_number(12000, capital=True)
    ('一万零六百零五', '负零点二五', '壹万贰仟')

    Raises:
        ValueError: if the number is too large.
    """
    from cn2an import an2cn

    exactly = Decimal(number)
    if abs(exactly) >= _WRITABLE:
        raise ValueError(f"a number below 10**16 can be written, not {number}")
    return str(an2cn(format(exactly, "f"), "up" if capital else "low"))
