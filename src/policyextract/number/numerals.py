"""Integers and decimals in any numerals, exact; the only door to cn2an.

cn2an converts plain Chinese integers. What it does not read, or would turn into a float, is read around it: mixed
and elliptic forms, stacked multipliers, decimals; the other ways of writing a number are in ``numeral_forms``.
"""

from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from policyextract.extra import quiet
from policyextract.text.pattern import pattern

DIGITS = "零一二三四五六七八九"
_DIGITS = {char: value for value, char in enumerate(DIGITS)}
_DATE_DIGITS = str.maketrans("零〇○一二三四五六七八九首元两", "000123456789112")
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

_SPACE = pattern(r"\s+")
_GROUPED = pattern(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_MIXED = pattern(r"[0-9零一二三四五六七八九十百千万亿兆]+")
_SHORT = pattern(r"(?:([一二三四五六七八九])?十([一二三四五六七八九])?([万亿]?)|([一二三四五六七八九])([百千万亿]))")
_PLAIN = pattern(r"[零一二三四五六七八九十百千万亿]{2,40}")
_POINT = pattern(r"([^.]*)\.([0-9零一二三四五六七八九]+)([十百千万亿兆]*)")
_TEN, _WRITABLE = 10, 10**16


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


def date_integer(text: str) -> int:
    """A numeral of a date: ``15``, ``十五``, ``二〇二五``, ``廿``.

    >>> [date_integer(text) for text in ("15", "十五", "二〇二五", "廿三")]
    [15, 15, 2025, 23]
    """
    text = text.replace("廿", "二十")
    return small_integer(text) if "十" in text or "百" in text else int(text.translate(_DATE_DIGITS))


@cache
def _cn2an() -> Any:
    with quiet():
        import cn2an
    return cn2an


@lru_cache(maxsize=4096)
def _plain(text: str) -> int:
    """A plain Chinese integer of two characters or more; the shortest as cn2an reads them, which is slow to load."""
    short = _SHORT.fullmatch(text)
    if short is not None:
        tens, ones, scale, digit, unit = short.groups()
        if digit:
            return _DIGITS[digit] * _POWERS[unit]
        return ((_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)) * (_POWERS[scale] if scale else 1)
    try:
        return int(_cn2an().cn2an(text, "strict"))
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


def decimal(text: str) -> Fraction:
    """A number without sign, fraction bar or scale: ``一点五亿``, ``4.78万亿``, ``一千六点五``, ``3万4000``."""
    point = _POINT.match(text)
    if point is None:
        return Fraction(_integer(text))
    whole, digits, multipliers = point.groups()
    number = Fraction(_integer(whole)) if whole else Fraction(0)
    number += Fraction(digit_run(digits), 10 ** len(digits))
    for unit in multipliers:
        number *= _POWERS[unit]
    rest = text[point.end() :]
    if rest and not multipliers:
        raise ValueError(f"{text!r} is not a decimal")
    return number + (decimal(rest) if rest else 0)


def digit_run(text: str) -> int:
    """The number that a run of digits writes: ``二〇二五`` folded to one alphabet.

    >>> digit_run("二零二五"), digit_run("1二3")
    (2025, 123)
    """
    return int("".join(str(_DIGITS.get(char, char)) for char in text))


def folded(text: str) -> str:
    """A numeral in one alphabet: half-width, simplified, small numerals, without white space and separators.

    >>> folded("負壹佰貳拾萬"), folded("１，２００．５")
    ('负一百二十万', '1200.5')
    """
    plain = _SPACE.sub("", text.translate(_VARIANTS)).replace("点", ".")
    return _GROUPED.sub(lambda match: match.group().replace(",", ""), plain)


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
    exactly = Decimal(number)
    if exactly.copy_abs() >= _WRITABLE:
        raise ValueError(f"a number below 10**16 can be written, not {number}")
    return str(_cn2an().an2cn(format(exactly, "f"), "up" if capital else "low"))
