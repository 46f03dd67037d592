"""A result as a Word file: the 任务分解表, ready to be sent out (ISO/IEC 29500). Needs no extra."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from os import PathLike
from pathlib import Path
from xml.sax.saxutils import escape

from policyextract.export.label import labels, points
from policyextract.export.title import title as title_of
from policyextract.found import Found
from policyextract.tasks import task_table
from policyextract.text.pattern import pattern

_UNWRITABLE = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ALWAYS = 2  # columns that are there though no task fills them: number and task
_SOURCE = 8  # the last column is for whoever checks, not for whom the file is sent to
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TITLE_SIZE, _SIZE = 44, 21  # in half points: 二号, 五号
_MARGINS = 'w:top="1440" w:right="1134" w:bottom="1440" w:left="1134" w:header="851" w:footer="992" w:gutter="0"'
_PAGE = f'<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar {_MARGINS}/></w:sectPr>'
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def write(result: Found, path: str | PathLike[str], title: str = "") -> None:
    """Write the Word file of a result.

    Raises:
        OSError: if the file cannot be written.
    """
    Path(path).write_bytes(content(result, title))


def content(result: Found, title: str = "") -> bytes:
    """The Word file of a result: its title and its tasks; the same bytes for the same result.

    Columns that no task fills are left out, but for the number and the task; the head comes again on each page.

    >>> from policyextract import extract
    >>> content(extract("县财政局要在6月底前完成清理。")).startswith(b"PK")
    True
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _parts(result, title_of(result, title)):
            archive.writestr(zipfile.ZipInfo(name), f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}')
    return file.getvalue()


def _parts(result: Found, title: str) -> Iterator[tuple[str, str]]:
    kinds = f"{_PACKAGE}/content-types"
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{kinds}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Override PartName="/word/document.xml" ContentType="{_KIND}"/></Types>',
    )
    yield (
        "_rels/.rels",
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}"'
        ' Target="word/document.xml"/></Relationships>',
    )
    heading = _paragraph(title, labels("font")[0], _TITLE_SIZE, "center")
    yield (
        "word/document.xml",
        f'<w:document xmlns:w="{_MAIN}"><w:body>{heading}{_table(result)}{_PAGE}</w:body></w:document>',
    )


def _table(result: Found) -> str:
    tasks = [task.cells() for task in task_table(result)]
    shown = [place for place in range(_SOURCE) if place < _ALWAYS or any(cells[place] for cells in tasks)]
    heads, widths = [labels("task")[place] for place in shown], [points("task")[place] for place in shown]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = [_row(heads, widths, head=True), *(_row([cells[place] for place in shown], widths) for cells in tasks)]
    borders = f"<w:tblBorders>{_EDGES}</w:tblBorders>"
    form = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/>{borders}</w:tblPr>'
    return f"<w:tbl>{form}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _row(cells: Sequence[str], widths: Sequence[int], *, head: bool = False) -> str:
    """A row; it does not break over pages, and the head comes again on each."""
    _, font, head_font = labels("font")
    form = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' * head}</w:trPr>"
    inner = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{_paragraph(cell, head_font if head else font, _SIZE, 'center' if head else 'left')}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{form}{''.join(inner)}</w:tr>"


def _paragraph(words: str, font: str, size: int, side: str) -> str:
    fonts = f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"/>'
    text = f'<w:t xml:space="preserve">{escape(_UNWRITABLE.sub("", words))}</w:t>'
    run = f'<w:r><w:rPr>{fonts}<w:sz w:val="{size}"/></w:rPr>{text}</w:r>'
    return f'<w:p><w:pPr><w:jc w:val="{side}"/></w:pPr>{run}</w:p>'
