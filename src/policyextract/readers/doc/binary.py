"""The streams of a Word file of 1997 to 2003, where it keeps what, and its text ([MS-DOC], 2.3 to 2.5)."""

import io
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from struct import unpack_from
from typing import NamedTuple

from attrs import frozen

from policyextract.extra import need
from policyextract.readers.doc.sprm import of_piece

_MARK = 0xA5EC
_OLDEST = 0x00C1  # the number that Word 97 gave its format
_LOCKED, _SECOND_TABLE = 0x0100, 0x0200
_LENGTHS = 0x4C  # where the FIB tells how long the text, the notes, the headers are
_PLACES = 0x9A  # where it tells the places of all else
_CLX = 33
_PIECE = 0x02
_BYTES = 0x4000_0000  # of the place of a piece: whether it has a byte for each character
_SINGLE = {code: (bytes([code]).decode("cp1252", "ignore") or chr(code)) for code in range(0x80, 0xA0)}


class Piece(NamedTuple):
    """A stretch of the text: its first character, that of the next, its place in the stream, and how it is changed."""

    start: int
    stop: int
    place: int
    width: int
    changes: bytes


class Part(NamedTuple):
    """A part of the text: its first character, and that behind its last."""

    start: int
    stop: int


@frozen
class Binary:
    """A Word file.

    Attributes:
        main: the stream that holds the text and its runs.
        table: the stream that says where what stands.
        data: the stream of what is too long for a run.
        text: all characters of the file, those of the notes and headers behind the text, in units of UTF-16.
        pieces: where they stand in the file.
        parts: the parts of the text: body, footnotes, headers, comments, endnotes, text boxes, those of headers.
    """

    main: bytes
    table: bytes
    data: bytes
    text: str
    pieces: tuple[Piece, ...]
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, content: bytes) -> "Binary":
        """Open a file.

        Raises:
            ValueError: if it is none of Word's, is locked, or too old.
        """
        streams = _streams(content)
        main = streams.get("WordDocument")
        if main is None:
            raise ValueError("this is not a readable .doc file: it holds no text of Word; save it as .docx")
        mark, version = unpack_from("<HH", main)
        if mark != _MARK or version < _OLDEST:
            raise ValueError("this file was written by a Word older than that of 1997; save it as .docx")
        (flags,) = unpack_from("<H", main, 0x0A)
        if flags & _LOCKED:
            raise ValueError("this file is locked by a password; save it without one")
        names = ("1Table", "0Table") if flags & _SECOND_TABLE else ("0Table", "1Table")
        table = next((streams[name] for name in names if name in streams), b"")
        ends = list(accumulate(unpack_from("<3I4x4I", main, _LENGTHS), initial=0))
        if ends[-1] > len(main):
            raise ValueError("this is not a readable .doc file: it is shorter than its text")
        parts = tuple(Part(start, stop) for start, stop in pairwise(ends))
        start, size = unpack_from("<II", main, _PLACES + 8 * _CLX)
        pieces = tuple(_pieces(table[start : start + size], ends[-1] + 1))
        text = "".join(_decoded(main, piece) for piece in pieces)
        return cls(main, table, streams.get("Data", b""), text, pieces, parts)

    def kept(self, index: int) -> bytes:
        """What of the table stream the FIB tells at an index of its places."""
        start, size = unpack_from("<II", self.main, _PLACES + 8 * index)
        return self.table[start : start + size]

    def behind(self, index: int) -> bytes:
        """The same, with all that stands behind it."""
        start, size = unpack_from("<II", self.main, _PLACES + 8 * index)
        return self.table[start:] if size else b""

    def piece(self, position: int) -> Piece:
        """The piece in which a character stands."""
        found = self.pieces[max(bisect_right(self.pieces, position, key=lambda piece: piece.start) - 1, 0)]
        if not found.start <= position < found.stop:
            raise IndexError("its pieces do not hold all of its text")
        return found


def plex(content: bytes, size: int) -> "Iterator[tuple[int, int, bytes]]":
    """The stretches of a PLC: each with its start, its end, and what is told of it ([MS-DOC], 2.2.2); in their order.

    >>> list(plex(bytes((0, 0, 0, 0, 5, 0, 0, 0, 9)), 1))
    [(0, 5, b'\\t')]
    """
    count = max((len(content) - 4) // (4 + size), 0)
    ends = unpack_from(f"<{count + 1}I", content) if count else ()
    reached = 0
    for number in range(count):
        if not reached <= ends[number] <= ends[number + 1]:
            continue
        reached = ends[number + 1]
        at = 4 * (count + 1) + size * number
        yield ends[number], ends[number + 1], content[at : at + size]


def _streams(content: bytes) -> dict[str, bytes]:
    """The streams that a text needs."""
    ole = need("olefile", "doc")
    found: dict[str, bytes] = {}
    try:
        with ole.OleFileIO(io.BytesIO(content)) as file:
            for name in ("WordDocument", "0Table", "1Table", "Data"):
                if file.exists(name):
                    found[name] = file.openstream(name).read()
    except Exception as error:  # olefile raises what reading damaged numbers raises
        raise ValueError(f"this is not a readable .doc file: {error}") from error
    return found


def _pieces(clx: bytes, longest: int) -> Iterator[Piece]:
    """The pieces of the text, with the changes that a quick save left to them."""
    changes: list[bytes] = []
    at = 0
    while clx[at] != _PIECE:
        (size,) = unpack_from("<H", clx, at + 1)
        changes.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    reached = 0
    for start, stop, told in plex(clx[at + 5 :], 8):
        place, prm = unpack_from("<IH", told, 2)
        if start != reached or not start <= stop <= longest:
            raise ValueError("this is not a readable .doc file: its pieces are out of order")
        reached = stop
        width = 1 if place & _BYTES else 2
        place = (place & (_BYTES - 1)) // (2 if width == 1 else 1)
        yield Piece(start, stop, place, width, of_piece(prm, changes))


def _decoded(main: bytes, piece: Piece) -> str:
    content = main[piece.place : piece.place + piece.width * (piece.stop - piece.start)]
    if len(content) != piece.width * (piece.stop - piece.start):
        raise ValueError("this is not a readable .doc file: it is shorter than its text")
    if piece.width == 1:
        return content.decode("latin-1").translate(_SINGLE)
    return "".join(map(chr, unpack_from(f"<{len(content) // 2}H", content)))
