"""What a compound file of Microsoft's holds ([MS-CFB]): the names at its root, so that its kind is known by them."""

import struct
from struct import unpack_from

_ENTRY = 128
_FIRST_TABLES = 109  # sectors of the table of sectors that the header names
_SIDES, _CHILD = (68, 72), 76
_LAST = 0xFFFFFFFA
_MOST = 10_000  # sectors of the directory, beyond which it is none


def root_names(content: bytes) -> frozenset[str]:
    """The names of the streams and storages at the root; not those of the files that stand in the file.

    >>> root_names(b"PK")
    frozenset()
    """
    try:
        directory = _directory(content)
        return frozenset(_named(directory))
    except (struct.error, UnicodeDecodeError):
        return frozenset()


def _directory(content: bytes) -> bytes:
    """The sectors of the directory, put together."""
    (shift,) = unpack_from("<H", content, 30)
    if shift not in (9, 12):
        return b""
    size = 1 << shift
    tables = unpack_from(f"<{_FIRST_TABLES}I", content, 76)
    (sector,) = unpack_from("<I", content, 48)
    parts: list[bytes] = []
    while sector < _LAST and len(parts) < _MOST:
        at = (sector + 1) * size
        parts.append(content[at : at + size])
        table, place = divmod(sector, size // 4)
        if not parts[-1] or table >= _FIRST_TABLES or tables[table] >= _LAST:
            break
        (sector,) = unpack_from("<I", content, (tables[table] + 1) * size + 4 * place)
    return b"".join(parts)


def _named(directory: bytes) -> set[str]:
    """The names of the tree that hangs on the root."""
    names, seen, open_ = set[str](), set[int](), [0]
    while open_:
        number = open_.pop()
        if number in seen or _ENTRY * (number + 1) > len(directory):
            continue
        seen.add(number)
        entry = directory[_ENTRY * number : _ENTRY * (number + 1)]
        if number:
            length = max(min(unpack_from("<H", entry, 64)[0], 64) - 2, 0)
            names.add(entry[:length].decode("utf-16-le"))
        leads = _SIDES if number else (_CHILD,)
        open_ += [unpack_from("<I", entry, place)[0] for place in leads]
    return names
