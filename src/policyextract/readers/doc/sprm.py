"""Changes of properties: sprms, one after the other, each a number and an operand ([MS-DOC], 2.2.5, 2.6)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from struct import pack, unpack_from

DELETED, HIDDEN, SYMBOL = 0x0800, 0x083C, 0x6A09
STYLE, LIST, LEVEL = 0x4600, 0x460B, 0x260A
IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
DEFINE, MERGE, SPLIT, DOWN = 0xD608, 0x5624, 0x5625, 0xD62B
INSERT, DELETE, WIDTH = 0x7621, 0x5622, 0x7623
ELSEWHERE = frozenset((0x6645, 0x6646, 0x646B))
"""Those whose operand is the place of more of them in the stream of data."""

_SIZES = (1, 1, 2, 4, 2, 2, -1, 3)
_TABS = 0xC615
_SHORT = {0x0C: LEVEL, 0x18: IN_TABLE, 0x19: ROW_END, 0x41: DELETED, 0x5C: HIDDEN}
"""The changes of a whole piece that matter here, by their short numbers ([MS-DOC], 2.9.215)."""


def sprms(changes: bytes) -> Iterator[tuple[int, bytes]]:
    """The changes, each with its operand; one that is cut off ends them.

    >>> list(sprms(bytes((0x16, 0x24, 1, 0x0B, 0x46, 2, 0))))
    [(9238, b'\\x01'), (17931, b'\\x02\\x00')]
    """
    at = 0
    while at + 3 <= len(changes):
        (code,) = unpack_from("<H", changes, at)
        at += 2
        size = _SIZES[code >> 13]
        if code == DEFINE:
            if at + 2 > len(changes):
                return
            (size,) = unpack_from("<H", changes, at)
            at, size = at + 2, size - 1
        elif size < 0:
            size = changes[at]
            at += 1
            if code == _TABS and size == 0xFF:
                size = _long_tabs(changes, at)
        if size < 0 or at + size > len(changes):
            return
        yield code, changes[at : at + size]
        at += size


@lru_cache(maxsize=4096)
def known(changes: bytes) -> Mapping[int, bytes]:
    """The operands of the changes by their codes; many stretches of a text are changed alike.

    >>> known(bytes((0x16, 0x24, 1, 0x16, 0x24, 0)))
    {9238: b'\\x00'}
    """
    return dict(sprms(changes))


def _long_tabs(changes: bytes, at: int) -> int:
    """How long a change of tabs is that does not say so: 4 bytes for a tab that goes, 3 for one that comes."""
    gone = changes[at] if at < len(changes) else 0
    came = at + 1 + 4 * gone
    return 2 + 4 * gone + 3 * (changes[came] if came < len(changes) else 0)


def of_piece(prm: int, changes: Sequence[bytes]) -> bytes:
    """The changes of a whole piece: one that is told in short, or a list of the file by its number.

    >>> of_piece(0x41 << 1 | 1 << 8, ()), of_piece(1, (b"abc",))
    (b'\\x00\\x08\\x01', b'abc')
    """
    if prm & 1:
        return changes[prm >> 1] if prm >> 1 < len(changes) else b""
    code = _SHORT.get(prm >> 1 & 0x7F)
    return b"" if code is None else pack("<HB", code, prm >> 8)


def number(operand: bytes) -> int:
    """An operand as a number.

    >>> number(b"\\x02\\x00"), number(b"\\x01\\x00\\x00\\x00")
    (2, 1)
    """
    return int.from_bytes(operand, "little")
