"""To be written."""

from policyextract.document import Document, Find


def slogans(document: Document, labels: tuple[str, ...] = ()) -> tuple[Find, ...]:
    """To be written."""
    return ()
