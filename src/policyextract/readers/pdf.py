"""PDF files, by PDFium (pypdfium2): the extra ``pdf``."""

import ctypes
from collections.abc import Iterator
from threading import Lock
from typing import Any

from policyextract.extra import need
from policyextract.readers.builder import Layout
from policyextract.readers.paged import assembled
from policyextract.readers.paged.page import Glyph, Page, Stroke

_MOST_OBJECTS, _MOST_SEGMENTS = 20_000, 4_000  # of a page, and of a path, beyond which lines are not looked for
_MOST_NOTES = 1_000
_STRAIGHT, _SHORTEST = 1.5, 4.0  # points
_PDFIUM = Lock()
"""PDFium keeps state of its own, and breaks where two threads use it at the same time."""


def layout(content: bytes) -> Layout:
    """The text of a file, page by page; tables where lines show them.

    Raises:
        ValueError: if the content is not a PDF, is locked by a password, or has a page that can't be read.
    """
    pdfium = need("pypdfium2", "pdf")
    with _PDFIUM:
        read = list(pages(pdfium, content))
    return assembled(read)


def pages(pdfium: Any, content: bytes) -> Iterator[Page]:
    """The pages of a file.

    Raises:
        ValueError: if it is no PDF, is locked, or has a page that can't be read.
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise ValueError(f"this is not a readable PDF: {error}") from error
    try:
        for number in range(len(document)):
            try:
                yield _page(pdfium.raw, document[number])
            except Exception as error:  # PDFium and its bindings each raise their own
                raise ValueError(f"this is not a readable PDF: page {number + 1}: {error}") from error
    finally:
        document.close()


def _page(raw: Any, page: Any) -> Page:
    width, height = page.get_size()
    turn = _turned(page.get_rotation(), *((width, height) if page.get_rotation() in (0, 180) else (height, width)))
    glyphs = list(_glyphs(raw, page.get_textpage(), turn))
    across, down, pictures = list[Stroke](), list[Stroke](), False
    for number, item in enumerate(page.get_objects(max_depth=3)):
        if number > _MOST_OBJECTS:
            break
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures = True
        elif item.type == raw.FPDF_PAGEOBJ_PATH:
            for x0, y0, x1, y1 in _segments(raw, item):
                (x0, y0), (x1, y1) = turn(x0, y0), turn(x1, y1)
                if abs(y0 - y1) < _STRAIGHT and abs(x0 - x1) >= _SHORTEST:
                    across.append(Stroke((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
                elif abs(x0 - x1) < _STRAIGHT and abs(y0 - y1) >= _SHORTEST:
                    down.append(Stroke((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return Page(height, glyphs, across, down, pictures, _has_notes(raw, page))


def _has_notes(raw: Any, page: Any) -> bool:
    """Whether anything lies over a page but links and the windows of notes."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            return True
    return False


def _turned(rotation: int, width: float, height: float) -> Any:
    """The way from the coordinates of a page to those in which it is shown."""
    return {
        90: lambda x, y: (y, width - x),
        180: lambda x, y: (width - x, height - y),
        270: lambda x, y: (height - y, x),
    }.get(rotation, lambda x, y: (x, y))


def _glyphs(raw: Any, text: Any, turn: Any) -> Iterator[Glyph]:
    """The characters that the page draws; those that PDFium makes up are left out, and so are marks of line breaks."""
    box = raw.FS_RECTF()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if code < 0x20 or code in _NO_CHAR or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        if not raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
            continue
        (x0, y0), (x1, y1) = turn(box.left, box.bottom), turn(box.right, box.top)
        yield Glyph(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), chr(code))


_NO_CHAR = frozenset((0xFFFE, 0xFFFF, 0xAD, 0xA0)) | frozenset(range(0xD800, 0xE000))


def _segments(raw: Any, path: Any) -> Iterator[tuple[float, float, float, float]]:
    """The straight segments of a path, in the coordinates of the page."""
    count = raw.FPDFPath_CountSegments(path.raw)
    if not 0 < count <= _MOST_SEGMENTS:
        return
    matrix = path.get_matrix()
    first = last = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path.raw, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield (*last, *point)
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield (*last, *first)
