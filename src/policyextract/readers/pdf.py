"""PDF files, by PDFium (pypdfium2): the extra ``pdf``."""

from policyextract.extra import need
from policyextract.readers.builder import Builder, Layout


def layout(content: bytes) -> Layout:
    """The text of a file, page by page, line by line as the pages have it.

    A page that is a picture has no text; its place is empty.

    Raises:
        ValueError: if the content is not a PDF, or is locked by a password.
    """
    pdfium = need("pypdfium2", "pdf")
    try:
        pages = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise ValueError(f"this is not a readable PDF: {error}") from error
    builder = Builder()
    try:
        for page in pages:
            text = page.get_textpage().get_text_range()
            builder.page([line.strip() for line in text.replace("\ufffe", "").splitlines()])
    finally:
        pages.close()
    return builder.layout()
