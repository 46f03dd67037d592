"""The styles of a Word file, and the numbers that its lists put before paragraphs ([MS-DOC], 2.4.6.3, 2.4.6.5)."""

from struct import unpack_from
from typing import NamedTuple

from policyextract.readers.doc import sprm
from policyextract.readers.numbering import CODES, Counts, Level, Series, template

_LEVELS = 9
_LIST, _LEVEL, _USE = 28, 28, 16  # bytes of what is told of a list, of a level, of a use of a list
_LEGAL, _OWN_RESTART = 0x04, 0x08
_STARTS, _FORMATTED = 0x10, 0x20
_CONTENTS = range(19, 28)  # the styles of tables of contents among those of the program
_PARAGRAPH = 1
_FEW = 20  # styles that are based on one another


class Style(NamedTuple):
    """A style: what it is based on, its list and level if it names them, whether it is of tables of contents."""

    based: int
    number: int | None = None
    level: int | None = None
    contents: bool = False


def styles(sheet: bytes) -> dict[int, Style]:
    """The styles by their numbers."""
    size, count, fixed = unpack_from("<3H", sheet) if len(sheet) > 6 else (0, 0, 0)
    found: dict[int, Style] = {}
    at = 2 + size
    for index in range(count):
        if at + 2 > len(sheet):
            break
        (length,) = unpack_from("<H", sheet, at)
        if length > fixed + 4:
            found[index] = _style(sheet[at + 2 : at + 2 + length], fixed)
        at += 2 + length + length % 2
    return found


def _style(told: bytes, fixed: int) -> Style:
    kind, based, (signs,) = told[2] & 0xF, unpack_from("<H", told, 2)[0] >> 4, unpack_from("<H", told, fixed)
    name = told[fixed + 2 : fixed + 2 + 2 * signs].decode("utf-16-le", "replace").lower()
    contents = unpack_from("<H", told)[0] & 0xFFF in _CONTENTS or name.startswith("toc ")
    at = fixed + 4 + 2 * signs
    if kind != _PARAGRAPH or at + 4 > len(told):
        return Style(based, contents=contents)
    changes = dict(sprm.sprms(told[at + 4 : at + 2 + unpack_from("<H", told, at)[0]]))
    return Style(based, *numbered(changes), contents)


def numbered(changes: dict[int, bytes]) -> tuple[int | None, int | None]:
    """The list and the level that changes name."""
    number, level = changes.get(sprm.LIST), changes.get(sprm.LEVEL)
    return None if number is None else sprm.number(number), None if level is None else sprm.number(level)


class Lists:
    """Gives the number of each paragraph, in their order."""

    def __init__(self, lists: bytes, uses: bytes, known: dict[int, Style]) -> None:
        self._styles = known
        self._counts = Counts()
        self._levels: dict[int, dict[int, Level]] = {}
        self._of_level: dict[tuple[str, int], int] = {}  # of a list and a style of paragraphs, the level
        self._series: dict[int, Series] = {}
        if len(lists) >= 2:
            self._read_lists(lists)
        if len(uses) >= 4:
            self._read_uses(uses)

    def _read_lists(self, told: bytes) -> None:
        (count,) = unpack_from("<H", told)
        at = 2 + _LIST * count
        for index in range(count):
            begin = 2 + _LIST * index
            (key,) = unpack_from("<I", told, begin)
            for depth, style in enumerate(unpack_from(f"<{_LEVELS}H", told, begin + 8)):
                self._of_level[str(key), style] = depth
            levels = self._levels.setdefault(key, {})
            for depth in range(1 if told[begin + 26] & 1 else _LEVELS):
                levels[depth], at = _level(told, at)

    def _read_uses(self, told: bytes) -> None:
        (count,) = unpack_from("<I", told)
        at = 4 + _USE * count
        for index in range(count):
            (key,) = unpack_from("<I", told, 4 + _USE * index)
            levels, starts = dict(self._levels.get(key, {})), dict[int, int]()
            at += 4
            for _ in range(told[4 + _USE * index + 12]):
                start, flags = unpack_from("<iI", told, at)
                at += 8
                depth = flags & 0xF
                if flags & _FORMATTED:
                    levels[depth], at = _level(told, at)
                    start = levels[depth].start
                if flags & _STARTS:
                    starts[depth] = start
            self._series[index + 1] = Series(str(key), levels, starts)

    def before(self, style: int, number: int | None, level: int | None) -> str:
        """The number of the next paragraph of a style, with its own list and level if it names them."""
        own = style
        for _ in range(_FEW):
            based, styled, depth, _ = self._styles.get(style, Style(style))
            number, level = styled if number is None else number, depth if level is None else level
            style = based
        series = self._series.get(number or 0)
        if series is None:
            return ""
        if level is None:
            level = self._of_level.get((series.counted, own), 0)
        return self._counts.next(str(number), series, level)


def _level(told: bytes, at: int) -> tuple[Level, int]:
    """One level of a list, and where what follows it begins."""
    start, style, flags = unpack_from("<iBB", told, at)
    characters, paragraphs, restarts = unpack_from("<3B", told, at + 24)
    at += _LEVEL + characters + paragraphs
    (count,) = unpack_from("<H", told, at)
    signs = unpack_from(f"<{count}H", told, at + 2)
    words = template("".join(chr(sign) for sign in signs if not 0xD800 <= sign < 0xE000))
    legal, own = bool(flags & _LEGAL), bool(flags & _OWN_RESTART)
    level = Level(max(start, 0), CODES.get(style, "decimal"), words, legal, restarts if own else -1)
    return level, at + 2 + 2 * count
