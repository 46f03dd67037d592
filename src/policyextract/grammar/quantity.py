"""To be written."""

from policyextract.document import Document, Find


def quantities(document: Document) -> tuple[Find, ...]:
    """To be written."""
    return ()
