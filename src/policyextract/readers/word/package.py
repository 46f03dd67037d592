"""The parts of a Word file: its body, its numbering, its styles, its notes, its headers and footers."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, Protocol

from policyextract.readers.archive import attribute, children
from policyextract.readers.word.number import Numbering

_MAIN = "word/document.xml"


class Parts(Protocol):
    """The parts of a file, by name."""

    def names(self) -> Iterable[str]:
        """The names of its parts."""
        ...

    def xml(self, name: str) -> Any | None:
        """The root element of one part, ``None`` if there is none of that name."""
        ...


class Package:
    """A Word file.

    Raises:
        ValueError: if it has no body.
    """

    def __init__(self, archive: Parts) -> None:
        self._archive = archive
        main = self._main()
        self._folder = main.rpartition("/")[0]
        root = archive.xml(main)
        found = None if root is None else next((node for name, node in children(root) if name == "body"), None)
        if found is None:
            raise ValueError("this is not a readable .docx file: it has no body")
        self.body = found

    def _main(self) -> str:
        """The name of the main part, which the relationships of the package tell."""
        root = self._archive.xml("_rels/.rels")
        for _, node in () if root is None else children(root):
            if (attribute(node, "Type") or "").endswith("/officeDocument"):
                return (attribute(node, "Target") or _MAIN).lstrip("/")
        return _MAIN

    def _part(self, name: str) -> Any | None:
        return self._archive.xml(f"{self._folder}/{name}" if self._folder else name)

    @cached_property
    def numbering(self) -> Numbering:
        """The automatic numbers of its paragraphs."""
        return Numbering(self._part("numbering.xml"), self._part("styles.xml"))

    def notes(self, kind: str) -> dict[str, Any]:
        """Its footnotes or endnotes by their ids."""
        root = self._part(f"{kind}s.xml")
        found = {}
        for name, node in () if root is None else children(root):
            if name == kind and attribute(node, "type") in (None, "normal"):
                found[attribute(node, "id") or ""] = node
        return found

    def margins(self) -> list[Any]:
        """Its headers, then its footers."""
        names = [name for name in self._archive.names() if name.startswith(f"{self._folder}/")]
        found = []
        for kind in ("header", "footer"):
            for name in sorted(names):
                if name.rpartition("/")[2].startswith(kind) and name.endswith(".xml"):
                    root = self._archive.xml(name)
                    if root is not None:
                        found.append(root)
        return found
