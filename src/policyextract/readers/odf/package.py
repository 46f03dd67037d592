"""The parts of an OpenDocument file: its body, its styles, its headers and footers."""

from collections.abc import Iterator
from typing import Any

from policyextract.readers.archive import Archive, attribute, children

_CODED = b"encryption-data"


class Package:
    """An OpenDocument file.

    Attributes:
        body: what it holds, by the name of its element: ``text``, ``spreadsheet``.
        styles: the groups of styles, those of the file before those that the office made for single places.

    Raises:
        ValueError: if it is damaged, locked, or holds nothing of that name.
    """

    def __init__(self, content: bytes, suffix: str, kind: str) -> None:
        self._archive = Archive.of(content, suffix, "odf")
        if _CODED in (self._archive.read("META-INF/manifest.xml") or b""):
            raise ValueError("this file is locked by a password; save it without one")
        root, named = self._archive.xml("content.xml"), self._archive.xml("styles.xml")
        parts = [dict(children(part)) for part in (named, root) if part is not None]
        found = dict(children(parts[-1]["body"])) if root is not None and "body" in parts[-1] else {}
        if kind not in found:
            raise ValueError(f"this is not a readable {suffix} file: it has no body")
        self.body = found[kind]
        self._embedded: dict[str, Any] = {}
        self._masters = [part["master-styles"] for part in parts if "master-styles" in part]
        self.styles = [part[name] for part in parts for name in ("styles", "automatic-styles") if name in part]

    def margins(self) -> Iterator[Any]:
        """Its headers and footers, page by page of those that it knows."""
        for masters in self._masters:
            for _, page in children(masters):
                for name, node in children(page):
                    if name.startswith(("header", "footer")) and attribute(node, "display") != "false":
                        yield node

    def embedded(self, frame: Any) -> Any | None:
        """What a frame shows that is a file of its own: a formula, a chart."""
        name = (attribute(frame, "href") or "").removeprefix("./")
        if name not in self._embedded:
            self._embedded[name] = self._archive.xml(f"{name}/content.xml") if name else None
        return self._embedded[name]
