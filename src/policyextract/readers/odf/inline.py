"""The words of a paragraph of an OpenDocument file: spans, links, fields, notes, frames (ODF 1.3, 6.1 to 7.7)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from policyextract.readers.archive import attribute, children
from policyextract.readers.odf.lists import integer
from policyextract.readers.signs import sign
from policyextract.text.pattern import pattern

if TYPE_CHECKING:
    from policyextract.readers.odf.lists import Lists

_GONE = frozenset(
    "annotation annotation-end ruby-text note-citation script hidden-text number tracked-changes".split()  # noqa: SIM905
)
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SPACE = pattern("[ \t\r\n]+")
_SIGNS = {code: sign(code) for code in range(0xF000, 0xF100)}
_WIDEST = 256  # blanks that one element may stand for


class Inline:
    """Reads paragraphs one after the other.

    Attributes:
        notes: the bodies of the notes of the text so far.
    """

    def __init__(self, lists: "Lists") -> None:
        self.notes: list[Any] = []
        self._lists = lists
        self._parts: list[str] = []
        self._frames: list[Any] = []

    def read(self, paragraph: Any) -> tuple[str, list[Any]]:
        """The words of a paragraph, and the frames and shapes that hang on it."""
        self._parts, self._frames = [], []
        self._walk(paragraph)
        return "".join(self._parts), self._frames

    def _walk(self, node: Any) -> None:
        if self._lists.hides(attribute(node, "style-name")):
            return
        self._say(node.text)
        for name, child in children(node):
            if name == "note":
                self.notes += [body for kind, body in children(child) if kind == "note-body"]
            elif name not in _GONE:
                self._element(name, child)
            self._say(child.tail)

    def _element(self, name: str, node: Any) -> None:
        if node.tag.startswith(_DRAWN) and name != "a":
            self._frames.append(node)
        elif name == "s":
            self._parts.append(" " * min(integer(attribute(node, "c"), 1), _WIDEST))
        elif name == "tab":
            self._parts.append("\t")
        elif name == "line-break":
            self._parts.append("\n")
        else:
            self._walk(node)

    def _say(self, text: str | None) -> None:
        """Text of the file, in which any white space is one blank, and none where one stands before it."""
        words = _SPACE.sub(" ", text or "").translate(_SIGNS)
        if words.startswith(" ") and (not self._parts or self._parts[-1].endswith(" ")):
            words = words[1:]
        if words:
            self._parts.append(words)


def formula(root: Any) -> Iterator[str]:
    """The signs of a formula (MathML), without the notes of the program that made it."""
    for name, node in children(root):
        if not name.startswith("annotation"):
            if node.text and node.text.strip():
                yield node.text.strip()
            yield from formula(node)
