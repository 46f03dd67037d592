"""The numbers that a word processor puts before paragraphs by itself: 一、, （二）, 3., ④; alike for every format."""

from collections.abc import Callable
from typing import Any, NamedTuple

from attrs import field, frozen

from policyextract.text.pattern import pattern

_HAN = "〇一二三四五六七八九"
_LEGAL = str.maketrans("〇一二三四五六七八九十百", "零壹贰叁肆伍陆柒捌玖拾佰")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_SMALL = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACE = pattern("%([1-9])")
BULLET = "•"
_FEW, _TEN, _LEVELS, _LARGEST = 20, 10, 9, 10_000
_SECTION = 100


def han(number: int) -> str:
    """A number in Chinese numerals, as lists count.

    >>> [han(number) for number in (1, 10, 12, 20, 35, 105)]
    ['一', '十', '十二', '二十', '三十五', '一百〇五']
    """
    if number < _TEN:
        return _HAN[number]
    if number >= _SECTION:
        rest = number % _SECTION
        between = "" if not rest else _HAN[0] if rest < _TEN else ""
        return han(number // _SECTION) + "百" + between + (han(rest) if rest else "")
    tens, ones = divmod(number, _TEN)
    return ("" if tens == 1 else _HAN[tens]) + "十" + (_HAN[ones] if ones else "")


def _legal(number: int) -> str:
    """A number in the numerals of bank notes: 壹, 拾贰."""
    return han(number).translate(_LEGAL)


def _roman(number: int) -> str:
    text = ""
    for value, letters in (*_ROMAN, *_ROMAN_SMALL):
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    """a … z, aa, bb, as Word goes on."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def circled(number: int) -> str:
    """A number in a circle, as far as there are any.

    >>> circled(3), circled(21)
    ('③', '21')
    """
    return chr(ord("①") + number - 1) if 0 < number <= _FEW else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": han,
    "chineseCountingThousand": han,
    "chineseLegalSimplified": _legal,
    "japaneseCounting": han,
    "ideographDigital": lambda number: "".join(_HAN[int(digit)] for digit in str(number)),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12],
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate({ord(str(digit)): 0xFF10 + digit for digit in range(10)}),
    "none": lambda number: "",
}
"""The formats of numbers (ISO/IEC 29500-1, 17.18.59); what is not here is counted in digits."""
_FROM_NOUGHT = ("decimalZero", "none")


CODES = {
    1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital",
    11: "japaneseCounting", 14: "decimalFullWidth", 18: "decimalEnclosedCircle", 19: "decimalFullWidth",
    22: "decimalZero", 23: "bullet", 28: "decimalEnclosedCircleChinese", 30: "ideographTraditional",
    31: "ideographZodiac", 35: "chineseCountingThousand", 37: "chineseCounting", 38: "chineseLegalSimplified",
    39: "chineseCountingThousand", 255: "none",
}  # fmt: skip
"""The same by their codes in .doc and .rtf ([MS-OSHARED], 2.2.1.3)."""


class Level(NamedTuple):
    """How one level of a list is numbered.

    Attributes:
        start: the number of its first paragraph.
        style: the format of its number, by its name in ISO/IEC 29500-1, 17.18.59.
        words: what is written, ``%1`` … ``%9`` standing for the numbers of the levels.
        legal: whether all its numbers are written in digits.
        restarts: the level, counted from 1, behind which it begins anew; 0 for none, -1 for each above it.
    """

    start: int = 1
    style: str = "decimal"
    words: str = ""
    legal: bool = False
    restarts: int = -1


@frozen
class Series:
    """A list of the document.

    Attributes:
        counted: the name under which it is counted; lists that share it go on with one another.
        levels: how its levels are numbered.
        starts: where those begin that begin otherwise than their level says.
    """

    counted: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(factory=dict)


class Counts:
    """Counts the paragraphs of lists, in their order.

    >>> series = Series("a", {0: Level(style="chineseCounting", words="%1、"), 1: Level(words="%1.%2", legal=True)})
    >>> counts = Counts()
    >>> [counts.next("1", series, level) for level in (0, 1, 1, 0)]
    ['一、', '1.1 ', '1.2 ', '二、']
    >>> [Counts().next("1", series, 1), counts.next("1", series, 1), counts.next("1", series, 0)]
    ['1.1 ', '2.1 ', '三、']
    """

    def __init__(self) -> None:
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def next(self, name: str, series: Series, level: int) -> str:
        """The number of one more paragraph of a list, known by a name, at a level; empty if it has no such level."""
        if level not in series.levels:
            return ""
        counts = self._counts.setdefault(series.counted, {})
        if name not in self._begun:
            self._begun.add(name)
            for depth, start in series.starts.items():
                counts[depth] = start - 1
        for higher in range(level):  # a level that was passed over has begun, too
            if higher in series.levels:
                counts.setdefault(higher, series.levels[higher].start)
        counts[level] = counts[level] + 1 if level in counts else series.levels[level].start
        for deeper in [depth for depth in counts if depth > level]:
            restarts = series.levels[deeper].restarts if deeper in series.levels else -1
            if restarts < 0 or level < restarts:
                del counts[deeper]
        return _written(series, level, counts)

    def put(self, series: Series, level: int, start: int) -> None:
        """Let the next paragraph of a list at a level have a number."""
        self._counts.setdefault(series.counted, {})[level] = start - 1


def template(signs: str) -> str:
    """The words of a level of .doc and .rtf, where the signs U+0000 to U+0008 stand for the numbers of the levels.

    >>> template("（\\x01）")
    '（%2）'
    """
    return "".join(f"%{ord(sign) + 1}" if ord(sign) < _LEVELS else sign for sign in signs)


def _written(series: Series, level: int, counts: dict[int, int]) -> str:
    at = series.levels[level]
    if at.style == "bullet":
        return BULLET

    def place(match: Any) -> str:
        depth = int(match[1]) - 1
        known = series.levels.get(depth, at)
        count = min(counts.get(depth, known.start), _LARGEST)
        return _shown(count, "decimal" if at.legal else known.style)

    text = _PLACE.sub(place, at.words)
    return f"{text} " if text[-1:].isalnum() and text[-1:].isascii() else text


def _shown(number: int, style: str) -> str:
    return _FORMATS.get(style, str)(number) if number > 0 or style in _FROM_NOUGHT else str(number)
