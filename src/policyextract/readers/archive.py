"""Files that are archives of XML (.docx, .xlsx, .odt, .ofd): their parts, within bounds of memory and time."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from policyextract.extra import need

LARGEST = 64 * 2**20
"""Bytes of one part, unpacked, beyond which a file is refused: some 20 million characters of text."""


@frozen
class Archive:
    """The parts of a file, by name.

    Attributes:
        kind: the suffix, for messages.
        extra: which extra brings lxml for this kind.
    """

    _zip: zipfile.ZipFile
    kind: str
    extra: str

    @classmethod
    def of(cls, content: bytes, kind: str, extra: str) -> "Archive":
        """Open an archive.

        Raises:
            ValueError: if the content is none.
        """
        try:
            return cls(zipfile.ZipFile(io.BytesIO(content)), kind, extra)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise ValueError(f"this is not a readable {kind} file: {error}") from error

    def names(self) -> list[str]:
        """The names of its parts."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes | None:
        """One part, ``None`` if there is none of that name.

        Raises:
            ValueError: if it is damaged, locked, or larger than :data:`LARGEST`.
        """
        try:
            with self._zip.open(name) as part:
                content = part.read(LARGEST + 1)
        except KeyError:
            return None
        except RuntimeError as error:
            raise ValueError(f"this {self.kind} file is locked by a password") from error
        except Exception as error:  # zipfile, zlib, lzma and bz2 each raise their own
            raise ValueError(f"this is not a readable {self.kind} file: {name}: {error}") from error
        if len(content) > LARGEST:
            raise ValueError(f"this {self.kind} file is too large: {name} has more than {LARGEST // 2**20} MB")
        return content

    def xml(self, name: str) -> Any | None:
        """The root element of one part, ``None`` if there is none of that name. No entity is followed.

        Raises:
            ValueError: if it is damaged, or nested deeper than any text is.
        """
        content = self.read(name)
        return None if content is None else parsed(content, self.kind, self.extra, f"{name}: ")


def parsed(content: bytes, kind: str, extra: str, name: str = "") -> Any:
    """The root element of XML. No entity is followed.

    Raises:
        ValueError: if it is damaged, or nested deeper than any text is.
    """
    etree = need("lxml.etree", extra)
    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    parser = etree.XMLParser(**safe, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ValueError(f"this is not a readable {kind} file: {name}{error}") from error


def children(node: Any) -> "Iterator[tuple[str, Any]]":
    """The elements in an element, each with its name without the namespace."""
    for child in node:
        tag = child.tag
        if isinstance(tag, str):
            yield tag.rpartition("}")[2], child


def attribute(node: Any, name: str) -> str | None:
    """The value of an attribute, whatever its namespace.

    Names are compared without their namespaces, since offices write the same file in two of them (ISO/IEC 29500
    transitional and strict).
    """
    for key, value in node.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None
