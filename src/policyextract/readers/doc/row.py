"""How the end of a row tells where its cells stand and which of them are merged ([MS-DOC], 2.6.3, 2.9.317, 2.9.321)."""

from collections.abc import Iterable
from itertools import accumulate
from struct import unpack_from
from typing import NamedTuple

from policyextract.readers.doc import sprm
from policyextract.readers.ruled import Edge

_CELL = 20  # bytes of what is told of a cell
_ACROSS, _DOWN, _GOES_ON = 0x0003, 0x0060, 0x0020
_MOST = 63  # cells of a row


class _Cell(NamedTuple):
    width: int
    across: bool = False
    down: bool = False


def edges(changes: Iterable[tuple[int, bytes]]) -> tuple[int, tuple[Edge, ...]]:
    """The left edge of a row, and its cells."""
    left, cells = 0, list[_Cell]()
    for code, operand in changes:
        if code == sprm.DEFINE:
            left, cells = _defined(operand)
        elif code in _CHANGED and len(operand) >= 2 and len(cells) < _MOST:
            _change(cells, code, operand)
    rights = list(accumulate((cell.width for cell in cells), initial=left))[1:]
    return left, tuple(Edge(right, cell.across, cell.down) for right, cell in zip(rights, cells, strict=True))


_CHANGED = frozenset((sprm.MERGE, sprm.SPLIT, sprm.DOWN, sprm.INSERT, sprm.DELETE, sprm.WIDTH))


def _defined(operand: bytes) -> tuple[int, list[_Cell]]:
    """The cells of a row as it defines them; cells of which nothing is told are not merged."""
    count = min(operand[0], _MOST)
    places = unpack_from(f"<{count + 1}h", operand, 1)
    told = operand[1 + 2 * (count + 1) :]
    cells: list[_Cell] = []
    first = 0  # how the first of merged cells is marked: newer documents of the format say it other than older ones
    for index in range(count):
        flags = int.from_bytes(told[_CELL * index : _CELL * index + 2], "little")
        mark = flags & _ACROSS
        across = bool(mark and first and mark not in (first, _ACROSS))
        first = mark if not across else first
        cells.append(_Cell(places[index + 1] - places[index], across, flags & _DOWN == _GOES_ON))
    return places[0], cells


def _change(cells: list[_Cell], code: int, operand: bytes) -> None:
    """Apply a change of some of the cells: mostly from a first one to one behind the last."""
    first, last = operand[0], operand[1]
    if code == sprm.INSERT:
        width = int.from_bytes(operand[2:4], "little")
        cells[first:first] = [_Cell(width)] * min(last, _MOST - len(cells))
    elif code == sprm.DELETE:
        del cells[first:last]
    elif code == sprm.DOWN:
        if first < len(cells):
            cells[first] = cells[first]._replace(down=last == 1)
    else:
        for index in range(first, min(last, len(cells))):
            if code == sprm.WIDTH:
                cells[index] = cells[index]._replace(width=int.from_bytes(operand[2:4], "little"))
            else:
                cells[index] = cells[index]._replace(across=code == sprm.MERGE and index > first)
