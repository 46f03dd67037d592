"""Word files of 1997 to 2003 (.doc, .wps; [MS-DOC]), by olefile: the extra ``doc``. Newer offices write them still."""

import struct

from policyextract.readers.builder import Builder, Layout
from policyextract.readers.doc.binary import Binary
from policyextract.readers.doc.body import Body
from policyextract.text.place import PlaceKind


def layout(content: bytes) -> Layout:
    """The text of a file as its reader sees it, a line for each paragraph and for each row of a table.

    Automatic numbers, insertions, fields, links, text boxes and notes are read; what was deleted or hidden is not.
    Footnotes and endnotes stand at the end; headers, footers and tables of contents are kept as furniture.

    Raises:
        ValueError: if the content is no such file, is locked, or was written by a Word older than that of 1997.
    """
    builder = Builder()
    try:
        body = Body(Binary.of(content))
        builder.add(body.main())
        for note in body.notes():
            builder.line(note, PlaceKind.PARAGRAPH)
        for line in dict.fromkeys(body.margins()):
            builder.line(line, PlaceKind.PARAGRAPH, furniture=True)
    except (struct.error, IndexError) as error:
        raise ValueError("this is not a readable .doc file: it is damaged, or a part of it is missing") from error
    builder.left_out += body.left_out
    return builder.layout()
