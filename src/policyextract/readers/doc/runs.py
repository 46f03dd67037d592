"""The runs of paragraphs and of characters, each with the changes that it makes ([MS-DOC], 2.4.6, 2.9.54)."""

import sys
from bisect import bisect_right
from collections.abc import Callable
from struct import unpack_from
from typing import NamedTuple

_PAGE = 512
_PARAGRAPHS = 13  # bytes that a page has for each run of paragraphs: the place of its changes, its height


class Run(NamedTuple):
    """A run: its place in the stream, that behind it, and its changes; of paragraphs, with the style before them."""

    start: int
    stop: int
    changes: bytes


class Runs:
    """The runs of a file, read page by page as they are asked for."""

    def __init__(self, main: bytes, bins: bytes, width: int, found: "Callable[[bytes, int], bytes]") -> None:
        count = max((len(bins) - 4) // 8, 0)
        self._main, self._width, self._found = main, width, found
        self._places = unpack_from(f"<{count + 1}I", bins) if count else (0,)
        self._pages = unpack_from(f"<{count}I", bins, 4 * (count + 1)) if count else ()
        self._known: dict[int, list[Run]] = {}

    def at(self, place: int) -> Run:
        """The run in which a place of the stream stands; what no run holds is one without changes."""
        if not self._pages:
            return Run(place, sys.maxsize, b"")
        index = bisect_right(self._places, place) - 1
        if not 0 <= index < len(self._pages):
            return Run(place, place + 1, b"")
        runs = self._page(self._pages[index] & 0x3F_FFFF)
        found = runs[max(bisect_right(runs, place, key=lambda run: run.start) - 1, 0)] if runs else None
        return found if found and found.start <= place < found.stop else Run(place, place + 1, b"")

    def _page(self, number: int) -> list[Run]:
        if number not in self._known:
            page = self._main[number * _PAGE : (number + 1) * _PAGE]
            self._known[number] = self._read(page) if len(page) == _PAGE else []
        return self._known[number]

    def _read(self, page: bytes) -> list[Run]:
        count = page[-1]
        if 4 * (count + 1) + self._width * count >= _PAGE:
            return []
        places = unpack_from(f"<{count + 1}I", page)
        offsets = (2 * page[4 * (count + 1) + self._width * index] for index in range(count))
        runs = [
            Run(places[index], places[index + 1], self._found(page, offset) if offset else b"")
            for index, offset in enumerate(offsets)
        ]
        return sorted(runs)


def paragraphs(main: bytes, bins: bytes) -> Runs:
    """The runs of paragraphs."""
    return Runs(main, bins, _PARAGRAPHS, _of_paragraph)


def characters(main: bytes, bins: bytes) -> Runs:
    """The runs of characters."""
    return Runs(main, bins, 1, lambda page, at: page[at + 1 : at + 1 + page[at]])


def _of_paragraph(page: bytes, at: int) -> bytes:
    """The style and the changes of a paragraph: half of their length stands before them, in one byte or in two."""
    if page[at]:
        return page[at + 1 : at + 2 * page[at]]
    return page[at + 2 : at + 2 + 2 * page[at + 1]]
