"""What a workbook holds beside its cells: headers and footers are furniture, what is not read is named."""

from collections.abc import Iterator
from typing import Any

from policyextract.readers.archive import Archive, attribute, children
from policyextract.text.pattern import pattern

_PARTS = {
    "xl/comments": "comments",
    "xl/threadedComments/": "comments",
    "xl/drawings/": "text boxes",
    "xl/charts/": "charts",
}
_CODE = pattern('&(?:"[^"]*"|[0-9]{1,3}|K[0-9A-F]{6}|[A-Z&])')
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"


def beside(archive: Archive) -> Iterator[str]:
    """The parts of a workbook that hold words and are no sheets: comments, text boxes, charts."""
    found: dict[str, int] = {}
    for name in archive.names():
        kind = next((kind for begins, kind in _PARTS.items() if name.startswith(begins)), "")
        if kind and name.endswith(".xml") and _speaks(archive.xml(name), kind):
            found[kind] = found.get(kind, 0) + 1
    for kind, count in found.items():
        yield f"the words of {kind} ({count} part{'s' if count > 1 else ''} of the file)"


def _speaks(root: Any, kind: str) -> bool:
    return root is not None and (kind == "comments" or any((node.text or "").strip() for node in root.iter(_DRAWN)))


def of_sheet(title: str, root: Any) -> Iterator[str]:
    """What of one sheet can't be read: formulas whose value the file does not hold."""
    empty: list[str] = []
    for name, node in children(root):
        if name == "sheetData":
            empty = [
                attribute(cell, "r") or "?" for _, row in children(node) for _, cell in children(row) if _is_open(cell)
            ]
    if empty:
        yield f"the formulas of the sheet {title} whose value the file does not hold: {', '.join(empty[:5])}"


def running(root: Any) -> Iterator[str]:
    """The words of the headers and footers of a sheet, without their codes (``&C``; ISO/IEC 29500, 18.3.1.46)."""
    for name, node in children(root):
        for _, line in children(node) if name == "headerFooter" else ():
            words = codeless(line.text or "")
            if words:
                yield words


def codeless(line: str) -> str:
    """A header or a footer without its codes.

    >>> codeless("&L县财政局&C&P")
    '县财政局'
    """
    return _CODE.sub(" ", line).strip()


def _is_open(cell: Any) -> bool:
    """Whether a cell holds a formula that no program has worked out."""
    held = {name: node.text for name, node in children(cell)}
    return "f" in held and not held.get("v")
