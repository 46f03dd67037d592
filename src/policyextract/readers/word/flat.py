"""Word files that are one XML document: the package of today laid flat, and the WordML of Word 2003, by lxml.

Programs that fill a template write the latter, and call it ``.doc``.
"""

from collections.abc import Iterable
from typing import Any

from policyextract.readers.archive import attribute, children, parsed
from policyextract.readers.builder import Layout
from policyextract.readers.numbering import CODES
from policyextract.readers.word import read
from policyextract.readers.word.package import Package

_RENAMED = {
    "vmerge": "vMerge", "listPr": "numPr", "ilfo": "numId", "listDef": "abstractNum", "list": "num",
    "ilst": "abstractNumId", "nfc": "numFmt", "sect": "customXml", "sub-section": "customXml", "content": "customXml",
}  # fmt: skip
"""What WordML calls otherwise than ISO/IEC 29500 does; ``sect`` and the like hold blocks."""
_KEYS = {"listDef": ("listDefId", "abstractNumId"), "list": ("ilfo", "numId")}
_MARKS = {"Word.Insertion": "ins", "Word.Deletion": "del", "Word.Comment": "del"}
_NOTES = ("footnote", "endnote")
_DIGITS = 4


class _Flat:
    """The parts of a file, already taken apart."""

    def __init__(self, parts: dict[str, Any]) -> None:
        self._parts = parts

    def names(self) -> Iterable[str]:
        """The names of its parts."""
        return self._parts

    def xml(self, name: str) -> Any | None:
        """The root element of one part."""
        return self._parts.get(name)


def layout(content: bytes) -> Layout:
    """The text of a file, as that of a ``.docx`` file.

    Raises:
        ValueError: if the content is no such file.
    """
    root = parsed(content, ".doc", "docx")
    whole = root.tag.rpartition("}")[2] == "package"
    return read(Package(_Flat(_packed(root) if whole else _rewritten(root))))


def _packed(root: Any) -> dict[str, Any]:
    """The parts of a package that is laid flat."""
    parts = {}
    for _, part in children(root):
        for _, data in children(part):
            inner = next((node for _, node in children(data)), None)
            if inner is not None:
                parts[(attribute(part, "name") or "").lstrip("/")] = inner
    return parts


def _rewritten(root: Any) -> dict[str, Any]:
    """The parts of WordML as a package has them."""
    body = next((node for name, node in children(root) if name == "body"), root)
    notes = {kind: [node for node in body.iter() if _is(node, kind)] for kind in _NOTES}
    margins = [node for node in body.iter() if _is(node, "hdr") or _is(node, "ftr")]
    for node in list(root.iter()):
        _rename(node)
    parts = {"word/document.xml": root}
    for name, node in children(root):
        parts.setdefault({"lists": "word/numbering.xml"}.get(name, f"word/{name}.xml"), node)
    for kind, found in notes.items():
        parts[f"word/{kind}s.xml"] = [_put_apart(node, kind, str(number)) for number, node in enumerate(found)]
    for number, node in enumerate(margins):
        parts[f"word/{'header' if _is(node, 'hdr') else 'footer'}{number:0{_DIGITS}}.xml"] = node
    return parts


def _is(node: Any, name: str) -> bool:
    return isinstance(node.tag, str) and node.tag.rpartition("}")[2] == name


def _rename(node: Any) -> None:
    if not isinstance(node.tag, str):
        return
    space, end, name = node.tag.rpartition("}")
    if name == "annotation":
        node.tag = space + end + _MARKS.get(attribute(node, "type") or "", "mark")
    elif name in _RENAMED:
        node.tag = space + end + _RENAMED[name]
    if name in _KEYS:
        old, new = _KEYS[name]
        node.set(new, attribute(node, old) or "")
    elif name == "nfc":
        code = attribute(node, "val") or ""
        node.attrib.clear()
        node.set("val", CODES.get(int(code), "decimal") if code.isdecimal() and len(code) < _DIGITS else "decimal")


def _put_apart(node: Any, kind: str, key: str) -> Any:
    """A note that stands in the text, taken out of it: a mark that leads to it stays."""
    note = node.makeelement(node.tag, {"id": key})
    note.extend(list(node))
    tail = node.tail
    node.clear()
    node.tail, node.tag = tail, f"{kind}Reference"
    node.set("id", key)
    return note
