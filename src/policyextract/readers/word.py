"""Word files (.docx), by python-docx: the extra ``docx``."""

import io
from typing import Any

from policyextract.extra import need
from policyextract.readers.builder import Builder, Layout
from policyextract.text.place import PlaceKind


def layout(content: bytes) -> Layout:
    """The body of a file, a line for each paragraph and for each row of a table, its cells parted by tabs.

    Numbers that Word makes by itself are not in the text of a file, and not read; nor are headers, footers, notes and
    text boxes.

    Raises:
        ValueError: if the content is not a Word file.
    """
    docx = need("docx", "docx")
    try:
        body = docx.Document(io.BytesIO(content))
    except Exception as error:  # python-docx gives out what zipfile and lxml raise
        raise ValueError(f"this is not a readable .docx file: {error}") from error
    builder = Builder()
    for block in body.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                builder.line("\t".join(_cells(row)), PlaceKind.ROW)
        else:
            for line in block.text.split("\n"):
                builder.line(line.strip(), PlaceKind.PARAGRAPH)
    return builder.layout()


def _cells(row: Any) -> list[str]:
    """The texts of a row; a cell that was merged over several columns counts once."""
    texts: list[str] = []
    last = None
    for cell in row.cells:
        if cell._tc is not last:
            texts.append(" ".join(cell.text.split()))
        last = cell._tc
    return texts
