"""To be written."""

from policyextract.document import Document, Find


def timings(document: Document) -> tuple[Find, ...]:
    """To be written."""
    return ()
