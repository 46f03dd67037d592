"""How a workbook shows numbers and days: the formats of its cells (ISO/IEC 29500-1, 18.8.30)."""

import datetime as dt
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from functools import lru_cache
from typing import Any

from policyextract.readers.archive import attribute, children
from policyextract.text.pattern import pattern

_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 22: "yyyy-mm-dd h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"', 36: 'yyyy"年"m"月"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}  # fmt: skip
_TOKEN = pattern(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|([yY]+|[mM]+|[dD]+|[hH]+|[sS]+)|(.)')
_DIGITS = pattern(r"[#0?][#0?,]*(?:\.([#0?]+))?")
_ROUGH = 11  # digits that a cell without a format shows
_LONGEST, _PLACES = 40, 15  # digits of a number, and those behind its point
_DAY = 24 * 60 * 60
_LAST = 2_958_465  # 31 December 9999
_LEAP = 60  # the day that 1900 did not have, and workbooks count


def first_day(since_1904: bool) -> dt.datetime:
    """The day from which the days of a workbook count."""
    return dt.datetime(1904, 1, 1) if since_1904 else dt.datetime(1899, 12, 30)


def code_of(number: int, own: str | None) -> str:
    """The format of a number, which the workbook tells or every office knows.

    >>> code_of(9, None), code_of(200, "0.0"), code_of(200, None)
    ('0%', '0.0', '')
    """
    return own if own is not None else _BUILT_IN.get(number, "")


def shown(value: str, code: str, first: dt.datetime) -> str:
    """What a cell with this number and format shows.

    >>> shown("0.452", "0.0%", first_day(False)), shown("45809", 'yyyy"年"m"月"', first_day(False))
    ('45.2%', '2025年6月')
    >>> shown("0.025", "0%", first_day(False)), shown("-2.5", "0", first_day(False))
    ('3%', '-3')
    >>> shown("1" + "0" * 40, "0." + "0" * 99 + "%", first_day(False))[-19:]
    '00.000000000000000%'
    """
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST:
        return value
    return _shape(code)(number, first)


class Formats:
    """The formats of a workbook by the styles of its cells."""

    def __init__(self, styles: Any | None, since_1904: bool) -> None:
        self._first = first_day(since_1904)
        own: dict[int, str] = {}
        self._codes: list[str] = []
        for name, node in () if styles is None else children(styles):
            if name == "numFmts":
                for _, one in children(node):
                    own[int(attribute(one, "numFmtId") or 0)] = attribute(one, "formatCode") or ""
            elif name == "cellXfs":
                for _, one in children(node):
                    key = attribute(one, "numFmtId") or "0"
                    number = int(key) if key.isdecimal() else 0
                    self._codes.append(code_of(number, own.get(number)))

    def shown(self, value: str, style: str) -> str:
        """What a cell with this number and style shows."""
        index = int(style) if style.isdecimal() else 0
        return shown(value, self._codes[index] if index < len(self._codes) else "", self._first)


@lru_cache(maxsize=512)
def _shape(code: str) -> "Callable[[Decimal, dt.datetime], str]":
    """How a format writes: a day, or a number."""
    first = code.split(";")[0]
    tokens = [match.groups() for match in _TOKEN.finditer(first)]
    if any(token[2] and token[2][0] in "yYdD" for token in tokens):
        return lambda number, start: _day(number, start, tokens)
    digits = _DIGITS.search("".join(token[3] or "" for token in tokens))
    if digits is None:
        return lambda number, start: _plain(number)
    places = min(len(digits[1] or ""), _PLACES)
    return lambda number, start: _number(number, tokens, digits.group(), places)


def _plain(number: Decimal) -> str:
    """A number without a format: without the errors of binary fractions, without an exponent."""
    with localcontext() as context:
        context.prec = max(_ROUGH, len(str(abs(int(number)))))
        text = format(+number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(number: Decimal, tokens: list[tuple[str | None, ...]], digits: str, places: int) -> str:
    percent = any(token[3] == "%" for token in tokens)
    with localcontext() as context:
        context.prec = 60
        scaled = number * 100 if percent else number
        fixed = "0" in digits or places
        shown = (
            format(scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), f"{',' if ',' in digits else ''}f")
            if fixed or "," in digits
            else _plain(scaled)
        )
    if "." in shown and digits.rstrip().endswith("#"):
        shown = shown.rstrip("0").rstrip(".")
    before, after, seen = "", "", False
    for quoted, escaped, _, sign in tokens:
        if sign is not None and sign in "#0?,.":
            seen = True
        elif words := quoted or escaped or (sign if sign and sign not in "@ " else ""):
            before, after = (before, after + words) if seen else (before + words, after)
    return before + shown + after


def _day(number: Decimal, start: dt.datetime, tokens: list[tuple[str | None, ...]]) -> str:
    if not 0 <= number <= _LAST:
        return _plain(number)
    shift = 1 if start.year == 1899 and number < _LEAP else 0
    try:
        moment = start + dt.timedelta(days=int(number) + shift, seconds=round(float(number % 1) * _DAY))
    except OverflowError:
        return _plain(number)
    parts, hours = [], False
    for quoted, escaped, letters, sign in tokens:
        if letters:
            hours = letters[0] in "hHsS" or (hours and letters[0] in "mM")
            parts.append(_part(moment, letters.lower(), hours))
        else:
            parts.append(quoted or escaped or (sign if sign and sign not in ";@" else "") or "")
    return "".join(parts)


def _part(moment: dt.datetime, letters: str, hours: bool) -> str:
    """One part of a day: ``yyyy``, ``m``, ``dd``, ``h``, ``mm`` behind hours."""
    width = min(len(letters), 2)
    kind = letters[0]
    if kind == "y":
        return f"{moment.year:04d}" if len(letters) > 2 else f"{moment.year % 100:02d}"
    value = {"m": moment.minute if hours else moment.month, "d": moment.day, "h": moment.hour, "s": moment.second}[kind]
    return f"{value:0{width}d}"
