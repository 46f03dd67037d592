"""Tables for a terminal, in which a Chinese character takes two columns."""

import math
import unicodedata
from collections.abc import Iterator, Sequence

_NARROWEST = 8
_MOST_MOVED = 6
_GAP = " │ "
_NO_LINE_END = frozenset("（《「『【〔“‘([≥≤><")
_NO_LINE_START = frozenset("，。、；：！？）》」』】〕”’%,.;:!?)")


_HARMLESS = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: 0x2421,
    **dict.fromkeys((*range(0x80, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
}
"""What moves a cursor, changes a colour or the direction of writing, as a sign that shows it."""


def harmless(text: str) -> str:
    """A text as a terminal may have it: control characters and escapes shown as signs, line breaks and tabs kept.

    >>> harmless("\\x1b[2J增长\\x9b6%\\n")
    '␛[2J增长�6%\\n'
    """
    return text.translate(_HARMLESS)


def one_line(text: str) -> str:
    """The same, on one line."""
    return harmless(text).replace("\n", "␤").replace("\t", "␉")


def columns(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> columns("增长6%"), columns("e\\u0301")
    (6, 1)
    """
    return sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc", "Me", "Mn") else 1


def pad(text: str, width: int) -> str:
    """A text with spaces after it, as wide as ``width``."""
    return text + " " * (width - columns(text))


def fold(text: str, width: int) -> list[str]:
    """The lines of a text that is ``width`` columns wide at most; a line begins with no closing punctuation.

    >>> fold("网上可办率达到90%，力争95%", 12)
    ['网上可办率达', '到90%，力争', '95%']
    """
    lines = []
    for paragraph in text.split("\n"):
        line, taken = "", 0
        for char in paragraph:
            wide = _width(char)
            if taken + wide > width and line:
                kept, line = _break(line, char, width)
                lines.append(kept)
                taken = columns(line)
            line += char
            taken += wide
        lines.append(line)
    return lines


def _break(line: str, char: str, width: int) -> tuple[str, str]:
    """Where to break before ``char``: what stays on the line, and what goes on to the next."""
    cut = len(line)
    following = char
    while cut > 1 and _is_tied(line[cut - 1], following) and len(line) - cut < _MOST_MOVED:
        cut -= 1
        following = line[cut]
    if _is_tied(line[cut - 1], following) or columns(line[cut:] + char) > width:
        return line, ""
    return line[:cut], line[cut:]


def _is_tied(left: str, right: str) -> bool:
    """Whether no line should break between two characters."""
    if right in _NO_LINE_START or left in _NO_LINE_END:
        return True
    return left.isascii() and right.isascii() and (left.isalnum() or left == ".") and (right.isalnum() or right in ".%")


def widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide the columns of a table are, so that all have ``room``; a column with much text gets much of it."""
    lines = [[columns(line) for cell in column for line in cell.split("\n")] for column in zip(*rows, strict=True)]
    natural = [max(column) for column in lines]
    least = [min(width, max(_NARROWEST, column[0])) for width, column in zip(natural, lines, strict=True)]
    if sum(natural) <= room:
        return natural
    volume = [math.sqrt(sum(column)) for column in lines]
    wide = least
    for share in range(1, room + 1):  # the widest share that still fits
        tried = [
            min(width, max(low, round(share * part / max(volume))))
            for width, low, part in zip(natural, least, volume, strict=True)
        ]
        if sum(tried) > room:
            break
        wide = tried
    return wide


def table(header: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> Iterator[str]:
    """The lines of a table that is ``room`` columns wide at most.

    >>> print("\\n".join(table(("任务", "时限"), [("建成投产", "6月底前")], 40)))
    任务     │ 时限
    ─────────┼────────
    建成投产 │ 6月底前
    """
    rows = [[harmless(cell).replace("\t", " ") for cell in row] for row in rows]
    wide = widths([header, *rows], room - len(_GAP) * (len(header) - 1))
    rule = "─┼─".join("─" * width for width in wide)
    folded = [[fold(cell, width) for cell, width in zip(row, wide, strict=True)] for row in [header, *rows]]
    ruled = any(len(cell) > 1 for row in folded for cell in row)
    for number, cells in enumerate(folded):
        if number == 1 or (number and ruled):
            yield rule
        for at in range(max(map(len, cells))):
            parts = [pad(cell[at] if at < len(cell) else "", width) for cell, width in zip(cells, wide, strict=True)]
            yield _GAP.join(parts).rstrip()
