"""The way through an RTF file, word by word: groups, destinations, text, paragraphs (RTF 1.9.1)."""

from copy import copy

from policyextract.readers.builder import Item, lines_of
from policyextract.readers.fields import unsaid
from policyextract.readers.numbering import BULLET
from policyextract.readers.rtf import words
from policyextract.readers.rtf.codes import WINDOWS, decoded
from policyextract.readers.rtf.lists import Lists
from policyextract.readers.rtf.state import Goes, State
from policyextract.readers.rtf.story import Story
from policyextract.readers.rtf.token import Token, tokens
from policyextract.readers.signs import sign

_DEEPEST = 1000  # groups in one another
_PRIVATE = range(0xF000, 0xF100)  # signs of fonts of symbols


class Reader:
    """Reads one file.

    Attributes:
        notes: the lines of its notes.
        margins: the lines of its headers and footers.
        left_out: what could not be read.
    """

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.margins: list[str] = []
        self.left_out: list[str] = []
        self.page = WINDOWS
        self.sets: dict[int, int] = {}  # of a font, its character set
        self.default = 0
        self.lists = Lists()
        self.contents: set[int] = set()  # styles of tables of contents
        self.named = 0  # the font or style that a table tells of
        self._body = Story("rtf")
        self.state = State(self._body)
        self._stack: list[State] = []
        self._bytes: list[str] = []
        self._level: list[str] = []  # what a level of a list writes, so far
        self._begun = self._starred = False  # whether a group has just begun, and whether it may be passed over
        self._passed = 0  # signs still to be passed over, since a number says what they stand in for

    def read(self, content: bytes) -> None:
        """All words of a file.

        Raises:
            ValueError: if it is none, or is nested deeper than any text is.
        """
        if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
            raise ValueError("this is not a readable .rtf file: it does not begin as one")
        for token in tokens(content):
            if self.state.goes is Goes.NOWHERE and not token.sign:
                continue
            self._take(token)
            if token.sign == "}" and not self._stack:
                break
        else:
            self.left_out.append("what follows where the file is cut off")
        self._flush()
        while self._stack:
            self._close()
        if not self._body.is_empty() or self._body.boxes:
            self.end_paragraph()

    def items(self) -> list[Item]:
        """The paragraphs and tables of the body."""
        return self._body.close()

    def _take(self, token: Token) -> None:
        begun, self._begun = self._begun, token.sign == "{"
        if begun and token.sign == "*":
            self._starred = self.state.goes is not Goes.NOWHERE
        elif token.text:
            text = token.text[self._passed :]
            self._passed -= len(token.text) - len(text)
            self._bytes.append(text)
        elif token.sign == "{":
            self._open()
        elif token.sign == "}":
            self._flush()
            self._close()
        elif self._passed:
            self._passed -= 1
        elif token.word:
            self._word(token.word, token.number)
        elif self.state.goes is not Goes.NOWHERE:
            self._sign(token.sign)

    def _open(self) -> None:
        self._flush()
        self._stack.append(self.state)
        if len(self._stack) > _DEEPEST:
            raise ValueError(f"this .rtf file is nested deeper than {_DEEPEST} groups")
        self.state = copy(self.state)
        self._passed = 0

    def _close(self) -> None:
        if not self._stack:
            return
        inner, self.state = self.state, self._stack.pop()
        self._passed = 0
        if inner.goes is Goes.LEVEL is not self.state.goes:
            self.lists.words("".join(self._level))
            self._level.clear()
        if inner.story is not self.state.story:
            self._end_story(inner)
        elif inner.field is not None and inner.field is not self.state.field and not inner.field.said:
            self.say(unsaid("".join(inner.field.code)))

    def _end_story(self, inner: State) -> None:
        """Put what a note, a text box or a header says where it belongs."""
        outer, story = self.state, inner.story
        if not story.is_empty():
            self.state = inner
            self.end_paragraph()
            self.state = outer
        lines = lines_of(story.close())
        if story.kind in words.MARGINS:
            self.margins += lines
        elif not outer.gone and story.kind == "footnote":
            self.notes.append("".join(lines))
        elif not outer.gone:
            outer.story.boxes += [*lines, *story.boxes]

    def _word(self, word: str, number: int | None) -> None:
        if word == "u":
            self._unicode(number or 0)
            return
        self._flush()
        starred, self._starred = self._starred, False
        if word in words.CHARACTERS:
            self.say(words.CHARACTERS[word])
        elif word in words.DESTINATIONS:
            words.DESTINATIONS[word](self, word)
        elif starred:
            self.state.goes = Goes.NOWHERE
        elif word in words.PROPERTIES:
            words.PROPERTIES[word](self, word, number)
        elif word.startswith(("list", "level", "lfo")):
            self.lists.told(word, number)

    def _sign(self, signed: str) -> None:
        if signed in "\r\n":
            self._flush()
            self.end_paragraph()
        elif signed == "~":
            self._flush()
            self.say("\xa0")
        elif signed in _SIGNS:
            self._bytes.append(_SIGNS[signed])  # it may be the second byte of a character

    def _unicode(self, number: int) -> None:
        """A character by its number, which is negative for those in the upper half; what stands in for it is passed."""
        self._flush()
        code = number % 0x10000
        self.say(sign(code) if code in _PRIVATE else chr(code))
        self._passed = self.state.fallback

    def _flush(self) -> None:
        """Read the bytes that came together."""
        if not self._bytes:
            return
        signs = "".join(self._bytes)
        self._bytes.clear()
        font = dict(self.state.fonts).get(self.state.script, self.state.font)
        if signs:
            self.say(decoded(signs, self.sets.get(font), self.page))

    def say(self, said: str) -> None:
        """Put text where it goes."""
        state = self.state
        if state.goes is Goes.TEXT:
            if state.field is not None:
                state.field.said = True
            state.story.say(said, gone=bool(state.gone), furniture=state.contents)
        elif state.goes is Goes.CODE and state.field is not None:
            state.field.code.append(said)
        elif state.goes is Goes.LABEL:
            state.story.label.append(said)
        elif state.goes is Goes.LEVEL:
            self._level.append(said)
        elif state.goes is Goes.STYLES and said.lower().lstrip().startswith("toc "):
            self.contents.add(self.named)

    def end_paragraph(self, cell: int = 0) -> None:
        """End a paragraph of the part that is being read, with it the cell of so many tables, if one ends.

        The end of a cell can't be deleted.
        """
        state = self.state
        if state.goes is not Goes.TEXT:
            return
        depth = cell or state.tables()
        furniture = state.contents or state.style in self.contents
        gone = bool(state.gone) and not cell
        state.story.end_paragraph(self._number(depth), depth, gone=gone, furniture=furniture)

    def _number(self, depth: int) -> str:
        """The number of the paragraph: as the file writes it out, else as its lists count; an empty one has none."""
        state = self.state
        if state.story.is_empty() and not depth:
            return ""
        counted = "" if state.number is None else self.lists.before(state.number, state.level)
        label = "".join(state.story.label).strip()
        if label and counted != BULLET:
            return f"{label} " if label[-1].isalnum() and label[-1].isascii() else label
        return counted


_SIGNS = {"_": "-", "\\": "\\", "\\{": "{", "\\}": "}", "\t": "\t"}
