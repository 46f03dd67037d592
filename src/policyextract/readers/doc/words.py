"""The words of a stretch of a Word file: fields, signs, what was deleted or hidden ([MS-DOC], 2.4.1, 2.8.25, 2.6.1)."""

from collections.abc import Iterator, Mapping

from attrs import define, field

from policyextract.readers.doc import sprm
from policyextract.readers.doc.binary import Binary
from policyextract.readers.doc.runs import Runs
from policyextract.readers.fields import unsaid
from policyextract.readers.signs import sign, whole
from policyextract.text.pattern import pattern

_FIELD = pattern("[\x13-\x15]|[^\x13-\x15]+")
_BEGIN, _RESULT, _END = "\x13", "\x14", "\x15"
_NOTE = "\x02"
_SHOWN = dict.fromkeys(range(0x20), "") | {0x09: "\t", 0x0B: "\n", 0x1E: "-"}
_SHOWN |= {code: sign(code) for code in range(0xF000, 0xF100)}
_ON = (b"\x01", b"\x81")  # of a change that is on or off: on, and other than the style says


@define
class _Field:
    """A field that is open: its instruction, until its result begins."""

    code: list[str] = field(factory=list)
    shows: bool = False
    contents: bool = False


@define
class Words:
    """Reads stretches one after the other; fields may run over several of them.

    Attributes:
        referred: the places of the marks of notes that the text shows.
        left_out: what could not be read.
        in_contents: whether the last stretch stood in a table of contents.
        lost: whether words of the last stretch are not shown.
    """

    _binary: Binary
    _runs: Runs
    referred: set[int] = field(init=False, factory=set)
    left_out: list[str] = field(init=False, factory=list)
    in_contents: bool = field(init=False, default=False)
    lost: bool = field(init=False, default=False)
    _fields: list[_Field] = field(init=False, factory=list)
    _codes: int = field(init=False, default=0)  # fields that are open and show nothing yet
    _contents: int = field(init=False, default=0)

    def anew(self) -> "Words":
        """A reader of another part of the file, in which no field is open; what was referred to and left out is one."""
        other = Words(self._binary, self._runs)
        other.referred, other.left_out = self.referred, self.left_out
        return other

    def read(self, start: int, stop: int) -> str:
        """The words that a stretch shows."""
        self.in_contents, self.lost = self._contents > 0, False
        parts: list[str] = []
        for begin, end, changes in self._stretches(start, stop):
            known = sprm.known(changes)
            gone = is_on(known, sprm.DELETED) or is_on(known, sprm.HIDDEN)
            words = self._binary.text[begin:end]
            self.lost |= gone
            if sprm.SYMBOL in known and not gone:
                words = sign(sprm.number(known[sprm.SYMBOL][2:4])) * len(words)
            elif _NOTE in words and not gone:
                self.referred.update(begin + index for index, one in enumerate(words) if one == _NOTE)
            for match in _FIELD.finditer(words):
                self._say(match.group(), parts, gone)
        return whole("".join(parts).translate(_SHOWN))

    def is_deleted(self, position: int) -> bool:
        """Whether a mark, of the end of a paragraph or a row, was deleted."""
        return any(
            is_on(sprm.known(changes), sprm.DELETED) for _, _, changes in self._stretches(position, position + 1)
        )

    def _stretches(self, start: int, stop: int) -> Iterator[tuple[int, int, bytes]]:
        """The stretches of the text that stand together and are alike, with their changes."""
        while start < stop:
            piece = self._binary.piece(start)
            place = piece.place + piece.width * (start - piece.start)
            run = self._runs.at(place)
            end = min(stop, piece.stop, start + max((run.stop - place) // piece.width, 1))
            yield start, end, run.changes + piece.changes
            start = end

    def _say(self, words: str, parts: list[str], gone: bool) -> None:
        if words == _BEGIN:
            self._fields.append(_Field())
            self._codes += 1
        elif words == _RESULT:
            if self._fields and not self._fields[-1].shows:
                self._show(self._fields[-1])
        elif words == _END:
            if self._fields:
                last = self._fields.pop()
                self._codes -= not last.shows
                self._contents -= last.contents
                if not last.shows and not self._codes and not gone:
                    parts.append(unsaid("".join(last.code)))
        elif not self._codes:
            parts.append("" if gone else words)
        elif self._fields and not self._fields[-1].shows:
            self._fields[-1].code.append(words)

    def _show(self, last: _Field) -> None:
        """Begin the result of a field."""
        kind = "".join(last.code).split()[:1]
        last.shows, last.contents = True, kind == ["TOC"]
        self._codes -= 1
        self._contents += last.contents
        self.in_contents |= last.contents
        if kind == ["EMBED"] and not self._codes:
            self.left_out.append(f"the words in an object (number {len(self.left_out) + 1} of what was left out)")


def is_on(changes: Mapping[int, bytes], code: int) -> bool:
    """Whether a change that is on or off is on."""
    return changes.get(code) in _ON
