"""Rich Text Format (.rtf; RTF 1.9.1), which offices and many programs write: read without any library."""

from policyextract.readers.builder import Builder, Layout
from policyextract.readers.rtf.reader import Reader
from policyextract.text.place import PlaceKind


def layout(content: bytes) -> Layout:
    """The text of a file as its reader sees it, a line for each paragraph and for each row of a table.

    Automatic numbers, insertions, fields, links, text boxes and notes are read; what was deleted, moved away or hidden
    is not. Notes stand at the end; headers, footers and tables of contents are kept as furniture.

    >>> layout(b"{\\\\rtf1\\\\ansi\\\\ansicpg936 \\\\'d4\\\\'f6\\\\'b3\\\\'a46%\\\\par \\\\u19968?}").text
    '增长6%\\n一'

    Raises:
        ValueError: if the content is no such file, or is nested deeper than any text is.
    """
    reader = Reader()
    reader.read(content)
    builder = Builder()
    builder.add(reader.items())
    for note in reader.notes:
        builder.line(note, PlaceKind.PARAGRAPH)
    for line in dict.fromkeys(reader.margins):
        builder.line(line, PlaceKind.PARAGRAPH, furniture=True)
    builder.left_out += reader.left_out
    return builder.layout()
