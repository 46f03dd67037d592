"""The words of a paragraph of a Word file: runs, fields, links, text boxes, references to notes."""

from collections.abc import Callable
from typing import Any

from policyextract.readers.archive import attribute, children
from policyextract.readers.fields import unsaid
from policyextract.readers.signs import sign

_GONE = frozenset(
    "del moveFrom pPr rPr sdtPr sdtEndPr instrText delText delInstrText rt rubyPr binData".split()  # noqa: SIM905
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_SHAPES = ("diagram", "chart")
_PAGE_BREAKS = frozenset(("page", "column"))


class Inline:
    """Reads paragraphs one after the other; fields may run over several of them.

    Attributes:
        referred: the notes that the text referred to: their kind and id.
        left_out: what could not be read.
    """

    def __init__(self) -> None:
        self.referred: list[tuple[str, str]] = []
        self.left_out: list[str] = []
        self._fields: list[list[str]] = []  # of each field that is open, its instruction until its result begins
        self._results: list[bool] = []  # of each, whether its result has begun
        self._parts: list[str] = []
        self._boxes: list[Any] = []
        self._contents = False

    @property
    def in_contents(self) -> bool:
        """Whether the last paragraph stood in a table of contents."""
        return self._contents

    def read(self, paragraph: Any) -> tuple[str, list[Any]]:
        """The words of a paragraph, and the contents of the text boxes that hang on it."""
        self._parts, self._boxes = [], []
        self._contents = self._lists_contents()
        self._walk(paragraph)
        self._contents |= self._lists_contents()
        return "".join(self._parts), self._boxes

    def _lists_contents(self) -> bool:
        return any("".join(words).split()[:1] == ["TOC"] for words in self._fields)

    def _walk(self, node: Any) -> None:
        for name, child in children(node):
            if name == "instrText" and self._fields:
                self._fields[-1].append(child.text or "")
            elif name in _GONE:
                continue
            elif name == "r":
                if not _is_hidden(child):
                    self._walk(child)
            elif name in self._READ:
                self._READ[name](self, child)
            elif name in _SIGNS:
                if attribute(child, "type") not in _PAGE_BREAKS:
                    self._say(_SIGNS[name])
            elif name == "AlternateContent":
                self._walk(next((kind for tag, kind in children(child) if tag in ("Choice", "Fallback")), child))
            else:
                self._walk(child)

    def _say(self, words: str) -> None:
        if all(self._results):
            self._parts.append(words)

    def _text(self, node: Any) -> None:
        self._say((node.text or "").replace("\n", " "))

    def _sign(self, node: Any) -> None:
        try:
            self._say(sign(int(attribute(node, "char") or "", 16)))
        except ValueError:
            return

    def _field(self, node: Any) -> None:
        kind = attribute(node, "fldCharType")
        if kind == "begin":
            self._fields.append([])
            self._results.append(False)
        elif kind == "separate" and self._fields:
            self._results[-1] = True
        elif kind == "end" and self._fields:
            code = "".join(self._fields.pop())
            if not self._results.pop():
                self._say(unsaid(code))

    def _box(self, node: Any) -> None:
        self._boxes.append(node)

    def _note(self, node: Any) -> None:
        kind = node.tag.rpartition("}")[2].removesuffix("Reference")
        self.referred.append((kind, attribute(node, "id") or ""))

    def _graphic(self, node: Any) -> None:
        uri = attribute(node, "uri") or ""
        for shape in _SHAPES:
            if uri.endswith(f"/{shape}"):
                self.left_out.append(f"the words in a {shape} (number {len(self.left_out) + 1} of what was left out)")
        self._walk(node)

    _READ: "dict[str, Callable[[Inline, Any], None]]" = {  # noqa: RUF012  # by the name of the element
        "t": _text,
        "sym": _sign,
        "fldChar": _field,
        "txbxContent": _box,
        "footnoteReference": _note,
        "endnoteReference": _note,
        "graphicData": _graphic,
    }


def _is_hidden(run: Any) -> bool:
    for name, properties in children(run):
        if name == "rPr":
            return any(
                kind == "vanish" and attribute(node, "val") not in ("0", "false") for kind, node in children(properties)
            )
    return False
