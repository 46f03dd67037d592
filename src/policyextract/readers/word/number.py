"""The numbers that Word puts before paragraphs by itself: 一、, （二）, 3., ④."""

from collections.abc import Callable
from typing import Any, NamedTuple

from policyextract.readers.archive import attribute, children
from policyextract.text.pattern import pattern

_HAN = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_SMALL = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACE = pattern("%([1-9])")
_BULLET = "•"
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


def _roman(number: int) -> str:
    text = ""
    for value, letters in (*_ROMAN, *_ROMAN_SMALL):
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    """a … z, aa, bb, as Word goes on."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _circle(number: int) -> str:
    return chr(ord("①") + number - 1) if number <= _FEW else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": han,
    "chineseCountingThousand": han,
    "japaneseCounting": han,
    "ideographDigital": lambda number: "".join(_HAN[int(digit)] for digit in str(number)),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12],
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "decimalEnclosedCircle": _circle,
    "decimalEnclosedCircleChinese": _circle,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate({ord(str(digit)): 0xFF10 + digit for digit in range(10)}),
    "none": lambda number: "",
}
"""The formats of numbers (ISO/IEC 29500-1, 17.18.59); what is not here is counted in digits."""


class Level(NamedTuple):
    """How one level of a list is numbered."""

    start: int
    style: str
    words: str
    legal: bool
    restarts: int


def _level(node: Any) -> Level:
    values = {name: attribute(child, "val") for name, child in children(node)}
    restarts = values.get("lvlRestart")
    return Level(
        _integer(values.get("start"), 1),
        values.get("numFmt") or "decimal",
        values.get("lvlText") or "",
        "isLgl" in values and values["isLgl"] not in ("0", "false"),
        _integer(restarts, 0) if restarts is not None else -1,
    )


def _integer(text: str | None, other: int) -> int:
    return int(text) if text and text.isascii() and text.lstrip("-").isdigit() and len(text) < _TEN else other


class _List:
    """A list of the document: its levels, and where each begins."""

    def __init__(self, abstract: str, levels: dict[int, Level], starts: dict[int, int]) -> None:
        self.abstract, self.levels, self.starts = abstract, levels, starts


class Numbering:
    """Gives the number of each paragraph, in their order."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        self._abstracts: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, _List] = {}
        self._links: dict[str, str] = {}  # of an abstract list that stands for a style, the style
        self._styled: dict[str, str] = {}  # of a style, the abstract list that it names
        self._of_level: dict[tuple[str, str], int] = {}  # of a list and a style of paragraphs, the level
        self._styles: dict[str, tuple[str, str | None, int | None]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        self.names: dict[str, str] = {}
        self.default = ""
        for name, node in () if styles is None else children(styles):
            if name == "style":
                self._read_style(node)
        for name, node in () if numbering is None else children(numbering):
            if name == "abstractNum":
                self._read_abstract(node)
            elif name == "num":
                self._read_list(node)

    def _read_style(self, node: Any) -> None:
        based, number, level, kind = "", None, None, attribute(node, "styleId") or ""
        for name, child in children(node):
            if name == "basedOn":
                based = attribute(child, "val") or ""
            elif name == "name":
                self.names[kind] = (attribute(child, "val") or "").lower()
            elif name == "pPr":
                number, level = number_of(child)
        self._styles[kind] = based, number, level
        if attribute(node, "default") in ("1", "true") and attribute(node, "type") == "paragraph":
            self.default = kind

    def _read_abstract(self, node: Any) -> None:
        key = attribute(node, "abstractNumId") or ""
        levels = self._abstracts.setdefault(key, {})
        for name, child in children(node):
            if name == "lvl":
                depth = _integer(attribute(child, "ilvl"), 0)
                levels[depth] = _level(child)
                for kind, styled in children(child):
                    if kind == "pStyle":
                        self._of_level[key, attribute(styled, "val") or ""] = depth
            elif name == "numStyleLink":
                self._links[key] = attribute(child, "val") or ""
            elif name == "styleLink":
                self._styled[attribute(child, "val") or ""] = key

    def _read_list(self, node: Any) -> None:
        abstract, levels, starts = "", dict[int, Level](), dict[int, int]()
        for name, child in children(node):
            if name == "abstractNumId":
                abstract = attribute(child, "val") or ""
            elif name == "lvlOverride":
                depth = _integer(attribute(child, "ilvl"), 0)
                for kind, value in children(child):
                    if kind == "startOverride":
                        starts[depth] = _integer(attribute(value, "val"), 1)
                    elif kind == "lvl":
                        levels[depth] = _level(value)
        abstract = self._styled.get(self._links.get(abstract, ""), abstract)
        own = {**self._abstracts.get(abstract, {}), **levels}
        self._lists[attribute(node, "numId") or ""] = _List(abstract, own, starts)

    def _of_style(self, style: str) -> tuple[str | None, int | None]:
        """The list and the level that a style gives, its own or those of the styles that it is based on."""
        number: str | None = None
        level: int | None = None
        for _ in range(_FEW):
            if style not in self._styles:
                break
            based, own, depth = self._styles[style]
            number, level = number if number is not None else own, level if level is not None else depth
            style = based
        return number, level

    def before(self, style: str, number: str | None, level: int | None) -> str:
        """The number of the next paragraph of a style, with its own list and level if it names them."""
        styled, depth = self._of_style(style or self.default)
        number = number if number is not None else styled
        if number in (None, "0") or number not in self._lists:
            return ""
        chosen = self._lists[number]
        if level is None:
            level = depth if depth is not None else self._of_level.get((chosen.abstract, style), 0)
        if level not in chosen.levels:
            return ""
        return self._written(chosen, level, self._counted(number, chosen, level))

    def _counted(self, number: str, chosen: _List, level: int) -> dict[int, int]:
        """The counts of a list after one more paragraph at a level."""
        counts = self._counts.setdefault(chosen.abstract, {})
        if number not in self._begun:
            self._begun.add(number)
            for depth, start in chosen.starts.items():
                counts[depth] = start - 1
        counts[level] = counts[level] + 1 if level in counts else chosen.levels[level].start
        for deeper in [depth for depth in counts if depth > level]:
            restarts = chosen.levels[deeper].restarts if deeper in chosen.levels else -1
            if restarts < 0 or level < restarts:
                del counts[deeper]
        return counts

    def _written(self, chosen: _List, level: int, counts: dict[int, int]) -> str:
        at = chosen.levels[level]
        if at.style == "bullet":
            return _BULLET

        def place(match: Any) -> str:
            depth = int(match[1]) - 1
            known = chosen.levels.get(depth, at)
            count = min(counts.get(depth, known.start), _LARGEST)
            return _shown(count, "decimal" if at.legal else known.style)

        text = _PLACE.sub(place, at.words)
        return f"{text} " if text[-1:].isalnum() and text[-1:].isascii() else text


def _shown(number: int, style: str) -> str:
    return _FORMATS.get(style, str)(number) if number > 0 else str(number)


def number_of(properties: Any) -> tuple[str | None, int | None]:
    """The list and the level that the properties of a paragraph name."""
    for name, node in children(properties):
        if name == "numPr":
            values = {kind: attribute(child, "val") for kind, child in children(node)}
            depth = values.get("ilvl")
            return values.get("numId"), _integer(depth, 0) if depth is not None else None
    return None, None
