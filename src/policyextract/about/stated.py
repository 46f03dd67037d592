"""Words that a document says of itself, with their place."""

from policyextract.about.record import Stated
from policyextract.text.document import Document
from policyextract.text.span import Span


def stated(document: Document, start: int, stop: int) -> Stated:
    """Words of the cleaned text with their place in the source."""
    span = Span(*document.offsets.to_source(start, stop))
    return Stated(document.quote(span), span)
