"""The exact way between a cleaned text and its source: :class:`Edit` and :class:`OffsetMap`."""

from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from attrs import field, frozen


@frozen(order=True)
class Edit:
    """Put ``replacement`` in the place of the characters ``[start, stop)`` of a text.

    >>> Edit(2, 4, "")
    Edit(start=2, stop=4, replacement='')
    """

    start: int
    stop: int
    replacement: str

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"an edit needs 0 <= start <= stop, got start={self.start}, stop={self.stop}")


class Piece(NamedTuple):
    """A stretch of the cleaned text and the stretch of the source behind it; ``verbatim`` where they run in step."""

    text_start: int
    text_stop: int
    source_start: int
    source_stop: int
    verbatim: bool


_PLACE = attrgetter("start", "stop")


def _checked(edits: Iterable[Edit], length: int) -> list[Edit]:
    ordered = sorted(edits, key=_PLACE)
    reached = 0
    for edit in ordered:
        if edit.start < reached:
            raise ValueError(f"edits overlap at {edit.start}: one step must not change a character twice")
        if edit.stop > length:
            raise ValueError(f"edit ends at {edit.stop}, past the end of the text ({length})")
        reached = edit.stop
    return ordered


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits.

    >>> apply("达到 30 次", [Edit(2, 3, ""), Edit(5, 6, "")])
    '达到30次'

    Raises:
        ValueError: if edits overlap or leave the text.
    """
    parts: list[str] = []
    reached = 0
    for edit in _checked(edits, len(text)):
        parts += text[reached : edit.start], edit.replacement
        reached = edit.stop
    parts.append(text[reached:])
    return "".join(parts)


def _add(pieces: list[Piece], piece: Piece) -> None:
    """Add a piece, as one with the last if both stand for the same stretch of the source."""
    if pieces and not piece.verbatim and pieces[-1][2:] == piece[2:]:
        piece = piece._replace(text_start=pieces.pop().text_start)
    pieces.append(piece)


@frozen
class OffsetMap:
    """Translates positions in a cleaned text to positions in its source, and back.

    Exact by construction: it is built from the edits themselves. A replacement of the same length runs in step with
    what it replaces; any other replacement stands, whole, for the whole of what it replaces.

    >>> offsets = OffsetMap.of(7, [Edit(2, 3, ""), Edit(5, 6, "")])  # "达到 30 次。"
    >>> offsets.to_source(2, 5)  # "30次"
    (3, 7)
    >>> offsets.to_text(3, 7)
    (2, 5)
    """

    pieces: tuple[Piece, ...]
    _text_starts: list[int] = field(init=False, repr=False, eq=False)
    _source_starts: list[int] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_text_starts", [piece.text_start for piece in self.pieces])
        object.__setattr__(self, "_source_starts", [piece.source_start for piece in self.pieces])

    @classmethod
    def identity(cls, length: int) -> "OffsetMap":
        """The map of a text that no edit changed."""
        return cls((Piece(0, length, 0, length, True),))

    @classmethod
    def of(cls, length: int, edits: Iterable[Edit]) -> "OffsetMap":
        """The map of a source of ``length`` characters after ``edits``."""
        return cls.identity(length).then(edits)

    def then(self, edits: Iterable[Edit]) -> "OffsetMap":
        """The map after further edits, whose positions count in the text that this map describes."""
        length = self.pieces[-1].text_stop
        edits = [e for e in _checked(edits, length) if len(e.replacement) != e.stop - e.start]
        if not edits:
            return self
        pieces: list[Piece] = []
        at = reached = shift = 0
        for edit in edits:
            at = self._copy(pieces, at, reached, edit.start, shift)
            text_start = edit.start + shift
            if edit.replacement:
                source = self.to_source(edit.start, edit.stop)
                _add(pieces, Piece(text_start, text_start + len(edit.replacement), *source, verbatim=False))
            shift += len(edit.replacement) - (edit.stop - edit.start)
            reached = edit.stop
        self._copy(pieces, at, reached, length, shift)
        return OffsetMap(tuple(pieces) or (Piece(0, 0, 0, self.pieces[-1].source_stop, False),))

    def part(self, start: int, stop: int) -> "OffsetMap":
        """The map of ``[start, stop)`` of the text, whose positions count from ``start``.

        >>> OffsetMap.of(7, [Edit(2, 3, ""), Edit(5, 6, "")]).part(2, 5).to_source(0, 3)
        (3, 7)
        """
        pieces: list[Piece] = []
        self._copy(pieces, bisect_right(self._text_starts, start, 1) - 1, start, stop, -start)
        return OffsetMap(tuple(pieces))

    def _copy(self, into: list[Piece], at: int, start: int, stop: int, shift: int) -> int:
        """Add the pieces of ``[start, stop)`` to ``into``, moved by ``shift``; gives the index of the last one seen.

        ``at`` is the index of a piece at ``start`` or before it.
        """
        pieces = self.pieces
        if start >= stop:
            return at
        while pieces[at].text_stop <= start:
            at += 1
        while True:
            text_start, text_stop, source_start, source_stop, verbatim = pieces[at]
            first, last = max(text_start, start), min(text_stop, stop)
            if verbatim:
                source_start, source_stop = source_start + first - text_start, source_start + last - text_start
            _add(into, Piece(first + shift, last + shift, source_start, source_stop, verbatim))
            if text_stop >= stop:
                return at
            at += 1

    def to_source(self, start: int, stop: int) -> tuple[int, int]:
        """The stretch of the source behind ``[start, stop)`` of the text; removed characters at its ends stay out."""
        pieces = self.pieces
        text_start, text_stop, source_start, _, verbatim = pieces[bisect_right(self._text_starts, start, 1) - 1]
        if verbatim and start < stop <= text_stop:
            return source_start + start - text_start, source_start + stop - text_start
        source_start += start - text_start if verbatim else 0
        if stop <= start:
            return source_start, source_start
        last = pieces[bisect_right(self._text_starts, stop - 1, 1) - 1]
        source_stop = last.source_start + (stop - last.text_start) if last.verbatim else last.source_stop
        return source_start, source_stop

    def to_text(self, start: int, stop: int) -> tuple[int, int]:
        """The stretch of the text that ``[start, stop)`` of the source became."""
        index = bisect_right(self._source_starts, start, 1) - 1
        text_start, _, source_start, source_stop, verbatim = self.pieces[index]
        if verbatim and source_start <= start < stop <= source_stop:
            return start + text_start - source_start, stop + text_start - source_start
        return self._text_position(start, False), self._text_position(stop, True)

    def _text_position(self, position: int, is_stop: bool) -> int:
        index = bisect_right(self._source_starts, position - is_stop, 1) - 1
        while index and not is_stop and self.pieces[index - 1].source_stop > position:
            index -= 1  # two replacements, one after the other, can stand for the same character
        piece = self.pieces[index]
        if piece.verbatim:
            return min(max(piece.text_start + position - piece.source_start, piece.text_start), piece.text_stop)
        return piece.text_stop if is_stop else piece.text_start
