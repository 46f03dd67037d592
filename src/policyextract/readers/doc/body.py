"""The parts of a Word file: body, notes, text boxes, headers; their paragraphs and tables ([MS-DOC], 2.3 and 2.4)."""

import struct
from collections.abc import Iterator, Sequence
from struct import unpack_from
from typing import NamedTuple

from policyextract.readers.builder import Item, Line, lines_of
from policyextract.readers.doc import row, runs, sprm
from policyextract.readers.doc.binary import Binary, Part, plex
from policyextract.readers.doc.lists import Lists, Style, numbered, styles
from policyextract.readers.doc.words import Words, is_on
from policyextract.readers.ruled import Edge, Flow
from policyextract.text.pattern import pattern

_STYLES, _CHARACTERS, _PARAGRAPHS, _LISTS, _USES = 1, 12, 13, 73, 74
_FOOTNOTES, _ENDNOTES = (2, 3), (46, 47)  # where the marks of notes stand, and where each note begins
_HEADERS, _ANCHORS, _BOXES = 11, 40, 56
_SEPARATORS = 6  # of notes, before the first header
_MARK = pattern("[\r\x07\x0c]")
_ROW_OR_CELL, _PAGE = "\x07", "\x0c"
_ANCHOR, _BOX = 26, 22  # bytes of what is told of a shape, of a text box
_DEEPEST = 32  # tables in one another
_MOST_OF_ROWS = 8 * 2**20  # bytes of what tells how rows stand, some 5 000 rows of the widest that differ
_CELL = 20  # bytes of what is told of a cell
_ROW_ENDS = frozenset((sprm.ROW_END, sprm.INNER_ROW_END))


class Properties(NamedTuple):
    """What the end of a paragraph says of it: its style, its changes by their code, how the row stands that it ends."""

    style: int
    known: dict[int, bytes]
    row: tuple[int, tuple[Edge, ...]]

    @property
    def depth(self) -> int:
        """In how many tables it stands."""
        if not is_on(self.known, sprm.IN_TABLE):
            return 0
        return min(max(sprm.number(self.known.get(sprm.DEPTH, b"\x01")), 1), _DEEPEST)


class Body:
    """Reads the parts of a file.

    Attributes:
        left_out: what could not be read.
    """

    def __init__(self, binary: Binary) -> None:
        self._binary = binary
        self._text, self._notes, self._headers, _, self._endnotes, self._boxes, self._header_boxes = binary.parts
        self._paragraphs = runs.paragraphs(binary.main, binary.kept(_PARAGRAPHS))
        self._words = Words(binary, runs.characters(binary.main, binary.kept(_CHARACTERS)))
        self.left_out = self._words.left_out
        self._left = _MOST_OF_ROWS
        self._told: dict[bytes, Properties] = {}
        try:
            self._styles = styles(binary.kept(_STYLES))
            self._lists = Lists(binary.behind(_LISTS), binary.behind(_USES), self._styles)
        except (struct.error, IndexError):
            self._styles, self._lists = {}, Lists(b"", b"", {})
            self.left_out.append("the automatic numbers of paragraphs, since what tells them is damaged")

    def main(self) -> list[Item]:
        """The body; text boxes stand behind the paragraph that they hang on, those that hang on none at the end."""
        anchors = {told[:4]: start for start, _, told in plex(self._binary.kept(_ANCHORS), _ANCHOR)}
        hung, loose = list[tuple[int, Part]](), list[Part]()
        for start, stop, told in list(plex(self._binary.kept(_BOXES), _BOX))[:-1]:
            part = self._part(self._boxes, start, stop)
            place = anchors.get(told[14:18])
            if told[8:10] == b"\x00\x00" and place is not None:
                hung.append((place, part))
            elif told[8:10] == b"\x00\x00":
                loose.append(part)
        items = self._items(self._text, sorted(hung))
        return [*items, *(Line(line) for part in loose for line in lines_of(self._items(part)))]

    def notes(self) -> Iterator[str]:
        """The footnotes, then the endnotes, that the text refers to."""
        for (marks, places), whole in ((_FOOTNOTES, self._notes), (_ENDNOTES, self._endnotes)):
            marked = plex(self._binary.kept(marks), 2)
            for (mark, _, _), (start, stop, _) in zip(marked, plex(self._binary.kept(places), 0), strict=False):
                if mark in self._words.referred:
                    yield "".join(lines_of(self._items(self._part(whole, start, stop))))

    def margins(self) -> Iterator[str]:
        """The lines of headers and footers."""
        for start, stop, _ in list(plex(self._binary.kept(_HEADERS), 0))[_SEPARATORS:]:
            yield from lines_of(self._items(self._part(self._headers, start, stop)))
        yield from lines_of(self._items(self._header_boxes))

    def _part(self, whole: Part, start: int, stop: int) -> Part:
        """A part of a part."""
        return Part(min(whole.start + start, whole.stop), min(whole.start + stop, whole.stop))

    def _items(self, part: Part, boxes: Sequence[tuple[int, Part]] = ()) -> list[Item]:
        """The paragraphs and tables of a part."""
        flow, number, carried, words = Flow(), 0, "", self._words.anew()
        for start, stop in self._stretches(part):
            properties = self._properties(stop - 1)
            mark, depth = self._binary.text[stop - 1], properties.depth
            if mark == _ROW_OR_CELL:
                depth = 1
            said = carried + words.read(start, stop)
            contents = words.in_contents or self._styles.get(properties.style, Style(0)).contents
            deleted = words.is_deleted(stop - 1)
            if self._ends_row(properties, mark):
                flow.end_row(max(depth, 1), *properties.row, gone=deleted)
                continue
            if not carried and (said.strip() or depth):
                said = self._lists.before(properties.style, *numbered(properties.known)) + said
            carried = said if deleted and mark == "\r" else ""
            if carried:
                continue
            lines = [Line(line.strip(), contents) for line in said.split("\n")]
            while number < len(boxes) and boxes[number][0] < stop:
                lines += map(Line, lines_of(self._items(boxes[number][1])))
                number += 1
            flow.paragraph(lines, depth, lost=words.lost)
            if mark == _ROW_OR_CELL or is_on(properties.known, sprm.INNER_CELL):
                flow.end_cell(max(depth, 1))
        return flow.close()

    def _ends_row(self, properties: Properties, mark: str) -> bool:
        known = properties.known
        return (mark == _ROW_OR_CELL and is_on(known, sprm.ROW_END)) or is_on(known, sprm.INNER_ROW_END)

    def _stretches(self, part: Part) -> Iterator[tuple[int, int]]:
        """The paragraphs of a part: a break of pages ends one only where its run ends, that is, with a section."""
        start = part.start
        for match in _MARK.finditer(self._binary.text, part.start, part.stop):
            if match.group() == _PAGE and not self._ends(match.start()):
                continue
            yield start, match.end()
            start = match.end()
        if start < part.stop <= len(self._binary.text):
            yield start, part.stop

    def _ends(self, position: int) -> bool:
        piece = self._binary.piece(position)
        place = piece.place + piece.width * (position - piece.start)
        return self._paragraphs.at(place).stop == place + piece.width

    def _properties(self, position: int) -> Properties:
        """What the mark at the end of a paragraph says of it."""
        piece = self._binary.piece(position)
        told = self._paragraphs.at(piece.place + piece.width * (position - piece.start)).changes or b"\0\0"
        told += piece.changes
        if told not in self._told:
            changes: list[tuple[int, bytes]] = []
            for code, operand in sprm.sprms(told[2:]):
                changes += self._elsewhere(sprm.number(operand)) if code in sprm.ELSEWHERE else [(code, operand)]
            known = dict(changes)
            found = row.edges(changes) if _ROW_ENDS & known.keys() else (0, ())
            self._pay(_CELL * len(found[1]))
            self._told[told] = Properties(sprm.number(known.get(sprm.STYLE, told[:2])), known, found)
        return self._told[told]

    def _elsewhere(self, place: int) -> Iterator[tuple[int, bytes]]:
        """Changes that stand in the stream of data since a run has no room for them."""
        data = self._binary.data
        if place + 2 <= len(data):
            (size,) = unpack_from("<H", data, place)
            self._pay(size)
            yield from sprm.sprms(data[place + 2 : place + 2 + size])

    def _pay(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise ValueError(f"this .doc file is too large: its rows have more than {_MOST_OF_ROWS // 2**20} MB")
