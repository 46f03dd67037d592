"""Word files (.docx; ISO/IEC 29500), by lxml: the extra ``docx``."""

from policyextract.readers.archive import Archive
from policyextract.readers.builder import Builder, Layout
from policyextract.readers.word.body import Body
from policyextract.readers.word.package import Package
from policyextract.text.place import PlaceKind


def layout(content: bytes) -> Layout:
    """The text of a file as its reader sees it, a line for each paragraph and for each row of a table.

    Automatic numbers, insertions, content controls, smart tags, fields, links, text boxes and notes are read; what was
    deleted, moved away or hidden is not. Footnotes and endnotes stand at the end; headers, footers and tables of
    contents are kept as furniture.

    Raises:
        ValueError: if the content is not a Word file, or is too large.
    """
    return read(Package(Archive.of(content, ".docx", "docx")))


def read(package: Package) -> Layout:
    """The text of the parts of a file."""
    builder = Builder()
    body = Body(package, builder)
    body.read(package.body)
    for note in body.notes:
        for line in note:
            builder.line(line, PlaceKind.PARAGRAPH)
    for line in body.furniture():
        builder.line(line, PlaceKind.PARAGRAPH, furniture=True)
    builder.left_out += body.left_out
    return builder.layout()
