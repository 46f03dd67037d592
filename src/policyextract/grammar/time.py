"""To be written."""

from policyextract.document import Document, Find


def times(document: Document) -> tuple[Find, ...]:
    """To be written."""
    return ()
