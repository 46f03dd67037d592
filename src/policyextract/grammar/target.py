"""To be written."""

from policyextract.document import Document, Find


def figures(document: Document) -> tuple[Find, ...]:
    """To be written."""
    return ()
