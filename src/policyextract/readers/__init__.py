"""Files as users have them, as documents: text, HTML pages, Word files, workbooks, PDF and more (:data:`SUFFIXES`).

Every offset counts in the text that was read, which is the ``source`` of the document; its ``places`` tell the page,
paragraph or line of each character.
"""

import datetime as dt
from collections.abc import Callable
from functools import cache
from importlib import import_module
from os import PathLike
from pathlib import Path

import attrs

from policyextract.clean import STEPS, read, wrap
from policyextract.marks.table import known
from policyextract.readers import mojibake
from policyextract.readers.builder import Builder, Layout
from policyextract.readers.kind import suffix_of
from policyextract.text.document import Document
from policyextract.text.place import PlaceKind
from policyextract.text.span import Span

Reader = Callable[..., Layout]

SUFFIXES = {
    **dict.fromkeys((".txt", ".md", ".text"), "text"),
    **dict.fromkeys((".html", ".htm"), "web"),
    ".docx": "word",
    ".xlsx": "sheet",
    ".pdf": "pdf",
    ".ofd": "ofd",
    ".odt": "odf.text",
    ".ods": "odf.sheet",
    **dict.fromkeys((".doc", ".wps"), "doc"),
    ".rtf": "rtf",
    **dict.fromkeys((".xls", ".et"), "xls"),
}
"""The files that are read, and the module of this package that reads each."""

_MODULES = {**SUFFIXES, ".doc as xml": "word.flat", ".xls as xml": "sheet.flat"}
"""The same with what no suffix of its own tells."""

_WRAPPED = frozenset(("text", "pdf", "ofd"))
"""Those that give lines as the page breaks them."""


def read_file(path: str | PathLike[str], *, reference_date: dt.date | None = None) -> Document:
    """A file as a document, to be handed to :func:`policyextract.extract` or to any extractor.

    Args:
        path: a file whose name ends in one of :data:`SUFFIXES`.
        reference_date: the day on which the text was spoken or signed.

    Lines that were broken by a page are joined in text files and PDF; paragraphs of HTML and Word files are kept as
    they are. A PDF that holds pictures of pages only has no text: its document is empty, and ``left_out`` says so.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "plan.txt")
    ...     _ = file.write_text("一、目标\\n网上可办率达到90%。", "gb18030")
    ...     [str(place) for place in read_file(file).places]
    ['第1行', '第2行']

    Raises:
        OSError: if the file cannot be read.
        ValueError: if its kind is not known, or if it is damaged or locked; the message begins with its name.
        ImportError: if the library that reads it is not installed; the message says how to get it.
    """
    path = Path(path)
    try:
        return read_bytes(path.read_bytes(), path.suffix, reference_date=reference_date)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error


def read_bytes(content: bytes, suffix: str, *, reference_date: dt.date | None = None) -> Document:
    """The content of a file as a document, read as what it is, whatever its name says.

    >>> document = read_bytes("一、目标\\n网上可办率达到90%。".encode("gb18030"), ".txt")
    >>> document.source, [str(place) for place in document.places]
    ('一、目标\\n网上可办率达到90%。', ['第1行', '第2行'])

    Raises:
        ValueError: if the suffix is not one of :data:`SUFFIXES`, or if the content is damaged or locked.
        ImportError: if the library that reads it is not installed.
    """
    if suffix.lower() not in _MODULES:
        raise ValueError(f"no reader for {suffix!r}; there are readers for {', '.join(SUFFIXES)}")
    kind = suffix_of(content, suffix.lower())
    if kind not in _MODULES:
        raise ValueError(f"no reader for {kind!r}, which is what this is; save it as .docx or .pdf")
    name = _MODULES[kind]
    return document_of(_reader(name)(content), reference_date=reference_date, wrapped=name in _WRAPPED)


def document_of(layout: Layout, *, reference_date: dt.date | None = None, wrapped: bool = False) -> Document:
    """What a reader made, as a document: tables are read by their columns, furniture is not read at all.

    Args:
        layout: the text, with its places, tables and furniture.
        reference_date: the day on which the text was spoken or signed.
        wrapped: whether its lines may be broken by the page, and are to be joined.

    >>> builder = Builder()
    >>> builder.line("确保增长6%。", PlaceKind.PARAGRAPH)
    >>> builder.line("— 1 —", PlaceKind.PARAGRAPH, furniture=True)
    >>> document_of(builder.layout()).text.strip()
    '确保增长6%。'
    """
    found = known(layout.text, layout.tables)
    tables = [one.table for one in found] if found or not wrapped else None
    notes = (Span(one.table.span.stop, one.span.stop) for one in found)
    document = read(
        layout.text,
        tuple(step for step in STEPS if wrapped or step is not wrap),
        reference_date=reference_date,
        tables=tables,
        aside=(*layout.furniture, *notes),
    )
    left_out = (*layout.left_out, *mojibake.told(layout.text))
    return attrs.evolve(document, places=layout.places, left_out=left_out)


@cache
def _reader(name: str) -> Reader:
    reader: Reader = import_module(f"{__name__}.{name}").layout
    return reader


__all__ = ["SUFFIXES", "Builder", "Layout", "PlaceKind", "document_of", "read_bytes", "read_file"]
