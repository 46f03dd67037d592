"""The part that a time has in its clause: a limit for what is to be done, or a reference."""

from policyextract.document import Document, Find, shared
from policyextract.grammar.time import times
from policyextract.values import Time, TimeBound, TimeKind, TimeRole, Timing


def _role(document: Document, find: Find) -> TimeRole:
    time: Time = find.value
    past = time.latest is not None and document.reference_date is not None and time.latest < document.reference_date
    if past or (time.kind is TimeKind.DATE and time.bound is TimeBound.FROM):
        return TimeRole.REFERENCE
    return TimeRole.LIMIT


@shared
def timings(document: Document) -> tuple[Find, ...]:
    """The times of a document with their roles."""
    return tuple(
        Find(find.start, find.stop, Timing(find.value, _role(document, find)), find.rule) for find in times(document)
    )
