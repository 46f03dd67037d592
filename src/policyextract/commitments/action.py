"""What is to be done, in the words of the text, and the headings that it stands under."""

from policyextract.commitments.clause import Clause
from policyextract.document import Document
from policyextract.segment import outline


def action(document: Document, clause: Clause) -> str:
    """The duty without its actors."""
    return "".join(document.text[max(clause.start, clause.actor) : clause.stop].split())


def heading(document: Document, clause: Clause) -> tuple[str, ...]:
    """The titles of the points that hold a clause, outermost first."""
    text = document.text
    titles = (text[slice(*point.title)].strip() for point in outline(document).path(clause.start) if point.title[1] <= clause.start)
    return tuple(title for title in reversed(list(titles)) if title)
