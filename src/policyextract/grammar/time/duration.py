"""Lengths of time: ``三年``, ``0.5个工作日``, ``3至5年``, ``两个半月``."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.number.numerals import DIGITS, small_integer
from policyextract.text.pattern import pattern
from policyextract.values import TimeUnit

HAN = f"{DIGITS[1:]}十百两"
AMOUNT = (
    r"(?:[0-9]{4,5}(?=天|日|个?小时|\L<time.counted-unit>|个?工作日)|[0-9]{1,3}(?:\.[0-9]{1,3})?"
    f"|(?:[{HAN}]{{1,6}}|零(?=点))(?:点[零一二三四五六七八九]{{1,3}})?|半)"
)
_TO = "(?:[-—–－─~～至到]{1,2}|或者?)"
_QUARTER = pattern(f"(?P<n>{AMOUNT})刻钟?")


class Length(NamedTuple):
    """A length as it was read: where it ends, how many of which unit."""

    stop: int
    amount: Decimal
    unit: TimeUnit | None


@cache
def _units() -> dict[str, str]:
    return {word: unit for word, unit, _ in lexicon.rows("time/units")}


@cache
def _pattern() -> "re.Pattern[str]":
    units = "|".join(
        re.escape(word) + (f"(?!{bar})" if bar else "")
        for word, _, bar in sorted(lexicon.rows("time/units"), key=lambda row: -len(row[0]))
    )
    return pattern(
        f"""
        (?P<amount>{AMOUNT})
        (?:(?:{units})?{_TO}(?P<high>{AMOUNT}))?
        (?:[多余](?=[年个天日周]|小时))?
        (?:(?P<half>个半)(?P<half_unit>\\L<time.half-unit>)|(?P<unit>{units}))
        (?P<and_half>半(?!年|径|导|数|小时|岛|成))?
        (?:[零又]?(?P<months>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})个月)?
        """,
        re.VERBOSE,
    )


_ELIDED = pattern(f"(?P<amount>{AMOUNT})个(?=(?:[、和与或](?:{AMOUNT})个){{0,4}}[、和与或](?P<last>{AMOUNT})个)")
_LEFT = pattern("[几数上成]十|[之这着]一|(?<!重)要一")


def _is_age(text: str, match: "re.Match[str]", value: Decimal) -> bool:
    """Whether years are an age, an anniversary or a figure of speech: ``百年``, ``几十年``, ``关键的一年``."""
    start = match.start()
    if text.startswith(lexicon.select("time/words", "span-of"), start - 3):
        return False
    if (
        text.startswith(lexicon.select("time/words", "age-behind"), match.end())
        or text.startswith(lexicon.select("time/words", "age-before"), start - 2)
        or text.startswith(lexicon.select("time/words", "of-kind"), start - 2)
        or text.startswith("第一个", start - 3)
        or text.startswith(lexicon.select("time/words", "preschool"), start - 2)
    ):
        return True
    return value > 100 or match["amount"] in ("百", "一百", "千") or bool(_LEFT.match(text, start - 1, start + 1))


def amount(text: str) -> Decimal:
    """The numeral of a length: ``0.5``, ``两``, ``半``, ``十五``.

    >>> amount("两"), amount("半"), amount("二十四"), amount("三点五")
    (Decimal('2'), Decimal('0.5'), Decimal('24'), Decimal('3.5'))
    """
    if text == "半":
        return Decimal("0.5")
    if text[0].isdigit():
        return Decimal(text)
    whole, _, part = text.replace("两", "二").partition("点")
    fraction = "".join(str(DIGITS.find(char)) for char in part)
    return Decimal(f"{small_integer(whole)}.{fraction}" if part else small_integer(whole))


def _unit(name: str) -> TimeUnit | None:
    return TimeUnit(_units()[name]) if _units()[name] else None


def length(text: str, start: int) -> Length | None:
    """The length that begins at ``start``; of a range, its upper end.

    >>> length("3—12个月", 0)
    Length(stop=6, amount=Decimal('12'), unit=<TimeUnit.MONTH: 'month'>)
    >>> length("两个半月", 0).amount, length("三年级", 0), length("半年", 0)
    (Decimal('2.5'), None, Length(stop=2, amount=Decimal('1'), unit=<TimeUnit.HALF_YEAR: 'half-year'>))
    """
    match = _pattern().match(text, start)
    if match is None:
        return None
    value = amount(match["high"] or match["amount"])
    years = match["unit"] and match["unit"].endswith(("年", "年度"))
    if (years and _is_age(text, match, value)) or match["amount"] in ("百", "千"):
        return None
    if text.startswith("接着一", match.end()) or text.startswith("接着", start - 2):  # 一天接着一天
        return None
    if match["half"]:
        name = match["half_unit"]
        return Length(match.end(), value + Decimal("0.5"), _unit(name if name == "工作日" else "个" + name))
    unit = _unit(match["unit"])
    if match["amount"] == "半" and unit is TimeUnit.YEAR and not match["high"]:
        if text.startswith(lexicon.select("time/words", "no-length"), match.end()):
            return None
        return Length(match.end(), Decimal(1), TimeUnit.HALF_YEAR)
    if match["and_half"]:
        value += Decimal("0.5")
    if match["months"] and unit is TimeUnit.YEAR:
        return Length(match.end(), value * 12 + amount(match["months"]), TimeUnit.MONTH)
    return Length(match.end(), value, unit)


def elided(text: str, start: int) -> tuple[int, Length] | None:
    """A number in a list whose unit stands at its last member: where it ends, and its length, as if it had the unit.

    The length ends where the last member does, so that a bound word behind the list can be read.

    >>> elided("76个、80个工作日内", 0)
    (3, Length(stop=10, amount=Decimal('76'), unit=<TimeUnit.WORKDAY: 'workday'>))
    """
    match = _ELIDED.match(text, start)
    last = match and length(text, match.start("last"))
    return (match.end(), last._replace(amount=amount(match["amount"]))) if match and last else None


_SUM = pattern(f"{_TO}|[、和与及]|[零又加]")
_SMALLER = {
    TimeUnit.YEAR: (TimeUnit.MONTH, 12),
    TimeUnit.WEEK: (TimeUnit.DAY, 7),
    TimeUnit.DAY: (TimeUnit.HOUR, 24),
    TimeUnit.HOUR: (TimeUnit.MINUTE, 60),
    TimeUnit.MINUTE: (TimeUnit.SECOND, 60),
}


def total(text: str) -> Length | None:
    """A length in several units, in the smallest of them: ``1小时30分钟`` is 90 minutes.

    >>> total("1小时30分钟")
    Length(stop=7, amount=Decimal('90'), unit=<TimeUnit.MINUTE: 'minute'>)
    """
    text = re.sub("(?<=小时)([0-9一二三四五六七八九十]{1,3})分$", r"\1分钟", text)
    quarter = _QUARTER.fullmatch(text)
    if quarter:
        return Length(len(text), 15 * amount(quarter["n"]), TimeUnit.MINUTE)
    first = length(text, 0)
    while first and first.stop < len(text):
        gap = _SUM.match(text, first.stop)
        second = length(text, gap.end() if gap else first.stop)
        step = _SMALLER.get(first.unit) if first.unit else None
        if second is None or step is None or second.unit is not step[0]:
            return None
        first = Length(second.stop, first.amount * step[1] + second.amount, second.unit)
    return first
