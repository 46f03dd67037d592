"""What kind of file something is: by its content, whatever its name says."""

import io

from policyextract.readers.compound import root_names
from policyextract.text.pattern import pattern

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096
_MARKUP = pattern(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|table|meta)\b", 2 | 16
)
_FLAT = pattern(r"<\?mso-application\s+progid=[\"'](Word\.Document|Excel\.Sheet)")
_PARTS = (
    ("word/document.xml", ".docx"),
    ("xl/workbook.xml", ".xlsx"),
    ("OFD.xml", ".ofd"),
    ("ppt/presentation.xml", ".pptx"),
)
_OPEN = {
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.text-template": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.spreadsheet-template": ".ods",
}


def suffix_of(content: bytes, suffix: str) -> str:
    """The suffix that a content should have; the one that it has where the content does not tell.

    >>> suffix_of(b"%PDF-1.7", ".docx"), suffix_of(b"{\\\\rtf1", ".doc"), suffix_of("增长6%".encode(), ".txt")
    ('.pdf', '.rtf', '.txt')

    Raises:
        ValueError: if it is locked by a password.
    """
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if content.startswith(b"PK\x03\x04"):
        return _zipped(content) or suffix
    if content.startswith(_OLE):
        return _compound(content) or suffix
    text = head.decode("latin-1")
    flat = _FLAT.search(text)
    if flat:
        return ".doc as xml" if flat[1] == "Word.Document" else ".xls as xml"
    if _MARKUP.match(text):
        return ".html"
    return ".txt" if suffix in _PACKED and _is_text(content) else suffix


_PACKED = frozenset((".doc", ".docx", ".wps", ".rtf", ".odt", ".xls", ".xlsx", ".et", ".ods", ".pdf"))
"""Suffixes of files that are never plain text."""


def _is_text(content: bytes) -> bool:
    if not content or any(sign in content for sign in (b"\x00", b"\x01", b"\x02")):
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False


def _zipped(content: bytes) -> str:
    import zipfile

    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        names = frozenset(archive.namelist())
        if "mimetype" in names and "content.xml" in names:
            with archive.open("mimetype") as part:
                return _OPEN.get(part.read(200).decode("ascii", "replace").strip(), "")
    except Exception:  # a damaged archive is told by its reader
        return ""
    return next((suffix for part, suffix in _PARTS if part in names), "")


def _compound(content: bytes) -> str:
    """What an old compound file of Microsoft's holds, by the names of its streams."""
    names = root_names(content)
    if "EncryptedPackage" in names:
        raise ValueError("this file is locked by a password; save it without one")
    if "WordDocument" in names:
        return ".doc"
    return ".xls" if names & {"Workbook", "Book"} else ""
