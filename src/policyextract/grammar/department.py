"""To be written."""

from policyextract.document import Document, Find


def responsibilities(document: Document, names: tuple[str, ...] = ()) -> tuple[Find, ...]:
    """To be written."""
    return ()
