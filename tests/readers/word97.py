"""Writes small Word files of 1997 ([MS-DOC]) and the compound files that hold them ([MS-CFB]), byte by byte."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from struct import pack, pack_into
from typing import NamedTuple

_SECTOR, _PAGE, _TEXT = 512, 512, 0x800
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_PLACES, _LENGTHS = 0x9A, 0x4C
PARTS = ("body", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "header boxes")


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file: each stream is as long as it must be to stand in sectors of its own."""
    table: list[int] = []
    sectors: list[bytes] = []
    entries = [_entry("Root Entry", 5, _END, 0, 1)]
    for number, (name, content) in enumerate(streams.items(), 1):
        content = content.ljust(4096, b"\0")
        first, count = len(sectors), -(-len(content) // _SECTOR)
        sectors += [content[_SECTOR * i : _SECTOR * (i + 1)].ljust(_SECTOR, b"\0") for i in range(count)]
        table += [*range(first + 1, first + count), _END]
        entries.append(_entry(name, 2, first, len(content), number + 1 if number < len(streams) else -1))
    directory = len(sectors)
    listed = b"".join(entries).ljust(-(-len(entries) // 4) * _SECTOR, b"\0")
    sectors += [listed[i : i + _SECTOR] for i in range(0, len(listed), _SECTOR)]
    table += [*range(directory + 1, len(sectors)), _END]
    fat = len(sectors)
    count = -(-(fat + 1) // 127)
    table += [_FAT] * count
    table += [_FREE] * (128 * count - len(table))
    sectors += [pack("<128I", *table[128 * i : 128 * (i + 1)]) for i in range(count)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += pack("<9I", 0, count, directory, 0, 4096, _END, 0, _END, 0)
    head += pack("<109I", *(fat + i if i < count else _FREE for i in range(109)))
    return head + b"".join(sectors)


def _entry(name: str, kind: int, first: int, size: int, following: int) -> bytes:
    """An entry of the directory: the root leads to the first stream, each stream to the next on its right."""
    left, right, child = (-1, -1, following) if kind == 5 else (-1, following, -1)
    written = name.encode("utf-16-le")
    return (
        written.ljust(64, b"\0")
        + pack("<HBB3i", len(written) + 2, kind, 1, left, right, child)
        + bytes(36)
        + pack("<IQ", first, size)
    )


def sprm(code: int, *operand: int) -> bytes:
    """A change, its operand byte by byte."""
    return pack("<H", code) + bytes(one & 0xFF for one in operand)


def u16(*numbers: int) -> tuple[int, ...]:
    return tuple(pack(f"<{len(numbers)}H", *(number & 0xFFFF for number in numbers)))


DELETED, HIDDEN = sprm(0x0800, 1), sprm(0x083C, 1)


class Par(NamedTuple):
    """A paragraph: its words with their changes, the mark that ends it, its own changes, its style."""

    words: str | Sequence[tuple[str, bytes]]
    changes: bytes = b""
    mark: str = "\r"
    style: int = 0
    mark_changes: bytes = b""

    @property
    def runs(self) -> list[tuple[str, bytes]]:
        words = [(self.words, b"")] if isinstance(self.words, str) else list(self.words)
        return [*((one, changes) for one, changes in words if one), (self.mark, self.mark_changes)]


IN_TABLE = sprm(0x2416, 1)


def cells(*words: str, changes: bytes = IN_TABLE) -> list[Par]:
    """The cells of a row, each a paragraph or some."""
    found = []
    for cell in words:
        *lines, last = cell.split("\n")
        found += [Par(line, changes) for line in lines]
        found.append(Par(last, changes, "\x07"))
    return found


def defined(edges: Sequence[int], flags: Sequence[int] = ()) -> bytes:
    """How a row defines its cells."""
    operand = pack(f"<B{len(edges)}h", len(edges) - 1, *edges) + b"".join(pack("<H18x", flag) for flag in flags)
    return pack("<HH", 0xD608, len(operand) + 1) + operand


def row(words: Sequence[str], edges: Sequence[int], flags: Sequence[int] = (), more: bytes = b"") -> list[Par]:
    """A row of a table."""
    return [*cells(*words), Par("", IN_TABLE + sprm(0x2417, 1) + defined(edges, flags) + more, "\x07")]


class File(NamedTuple):
    """A Word file that is being made.

    Attributes:
        kept: what stands in the table stream, by its index in the FIB; behind it what is not counted as its length.
        single: whether the text has one byte for each character.
        changes: changes that a quick save left to the whole text.
    """

    parts: Mapping[str, Sequence[Par]]
    kept: Mapping[int, bytes | tuple[bytes, bytes]] = {}
    data: bytes = b""
    single: bool = False
    changes: bytes = b""
    flags: int = 0x0200
    version: int = 0x00C1

    def streams(self) -> dict[str, bytes]:
        order = [self.parts.get(name, ()) for name in PARTS]
        pars = [par for part in order for par in part]
        text = "".join(words for par in pars for words, _ in par.runs)
        width = 1 if self.single else 2
        main = bytearray(_TEXT) + text.encode("cp1252" if self.single else "utf-16-le", "surrogatepass")
        units = (len(main) - _TEXT) // width
        pack_into("<HH", main, 0, 0xA5EC, self.version)
        pack_into("<H", main, 0x0A, self.flags)
        lengths = [
            len("".join(words for par in part for words, _ in par.runs).encode("utf-16-le")) // 2 for part in order
        ]
        pack_into("<8I", main, _LENGTHS, *lengths)
        runs = [(_units(words) * width, changes) for par in pars for words, changes in par.runs]
        marks = [
            (sum(_units(words) for words, _ in par.runs) * width, pack("<H", par.style) + par.changes) for par in pars
        ]
        kept: dict[int, bytes | tuple[bytes, bytes]] = dict(self.kept)
        kept[12] = _pages(main, runs, 1, lambda changes: bytes([len(changes)]) + changes)
        kept[13] = _pages(main, marks, 13, _of_paragraph)
        place = _TEXT * 2 | 0x4000_0000 if self.single else _TEXT
        piece = pack("<IIHIH", 0, units, 0, place, 1 if self.changes else 0)
        list_ = pack("<BH", 1, len(self.changes)) + self.changes if self.changes else b""
        kept[33] = list_ + b"\x02" + pack("<I", len(piece)) + piece
        table = bytearray(b"\0" * 16)
        for index, content in kept.items():
            counted, behind = content if isinstance(content, tuple) else (content, b"")
            pack_into("<II", main, _PLACES + 8 * index, len(table), len(counted))
            table += counted + behind
        return {"WordDocument": bytes(main), "1Table": bytes(table)} | ({"Data": self.data} if self.data else {})

    def bytes(self) -> bytes:
        return compound(self.streams())


def _units(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _of_paragraph(changes: bytes) -> bytes:
    changes += b"\0" * (len(changes) % 2 == 0)
    return bytes([(len(changes) + 1) // 2]) + changes


def _pages(main: bytearray, runs: Sequence[tuple[int, bytes]], width: int, written: object) -> bytes:
    """Pages of runs at the end of the stream, one for each run, and the list of them."""
    assert callable(written)
    main += bytes(-len(main) % _PAGE)
    begin, bins = _TEXT, list[tuple[int, int]]()
    for size, changes in runs:
        page = bytearray(_PAGE)
        pack_into("<II", page, 0, begin, begin + size)
        told = written(changes)
        at = (_PAGE - 2 - len(told)) // 2 * 2
        page[8] = at // 2
        page[at : at + len(told)] = told
        page[-1] = 1
        bins.append((begin, len(main) // _PAGE))
        main += page
        begin += size
    return pack(f"<{len(bins) + 1}I", *(start for start, _ in bins), begin) + pack(
        f"<{len(bins)}I", *(n for _, n in bins)
    )


def plex(ends: Sequence[int], told: Iterable[bytes] = ()) -> bytes:
    """A PLC: where stretches end, and what is told of each."""
    return pack(f"<{len(ends)}I", *ends) + b"".join(told)


def ends(pars: Iterable[Par]) -> list[int]:
    """Where the paragraphs of a part begin, and its end."""
    return list(accumulate((sum(_units(words) for words, _ in par.runs) for par in pars), initial=0))


def level(style: int, words: str, start: int = 1, flags: int = 0, restarts: int = 0) -> bytes:
    """A level of a list; in its words ``\\x00`` … ``\\x08`` stand for the numbers of the levels."""
    head = pack("<iBB9xB8xBBBB", start, style, flags, 0, 0, 0, restarts, 0)
    return head + pack("<H", len(words)) + words.encode("utf-16-le")


def lists(*known: Sequence[bytes], styles: Sequence[int] = ()) -> tuple[bytes, bytes]:
    """The lists of a file, each of one level or of nine."""
    linked = [*styles, *[0x0FFF] * 9][:9]
    heads = b"".join(pack("<II9HBB", key, 0, *linked, len(levels) == 1, 0) for key, levels in enumerate(known, 1))
    return pack("<H", len(known)) + heads, b"".join(one for levels in known for one in levels)


def uses(*of: tuple[int, bytes]) -> bytes:
    """The uses of lists: the number of each, and what it says of the levels."""
    heads = b"".join(pack("<I8xB3x", key, bool(own)) for key, own in of)
    return pack("<I", len(of)) + heads + b"".join(b"\xff\xff\xff\xff" + own for _, own in of)


def styles(*known: tuple[str, int, bytes]) -> bytes:
    """The styles of a file: their names, what they are based on, their changes."""
    told = b""
    for name, based, changes in known:
        own = pack("<5H", 0x0FFE, based << 4 | 1, 1, 0, 0) + pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
        own += pack("<HH", len(changes) + 2, 0) + changes
        told += pack("<H", len(own)) + own + b"\0" * (len(own) % 2)
    return pack("<H", 18) + pack("<HH14x", len(known), 10) + told
