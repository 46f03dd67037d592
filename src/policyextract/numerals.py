"""Numerals to exact numbers; the only door to cn2an."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}


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
