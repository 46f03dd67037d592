"""The members of commitments, with their places in the cleaned text."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from policyextract.document import Document
from policyextract.span import Mention
from policyextract.values import (
    DepartmentRole,
    Figure,
    QuantityRole,
    Responsibility,
    TimeKind,
    TimeRole,
    TimeUnit,
    Timing,
)

DEPARTMENT, TARGET, TIME = range(3)


class Member(NamedTuple):
    """A department with a role, a target, or a time limit, at ``[start, stop)`` of the cleaned text."""

    start: int
    stop: int
    layer: int
    mention: Mention[Any]

    @property
    def supports(self) -> bool:
        """Whether it is a department that supports another."""
        value = self.mention.value
        return isinstance(value, Responsibility) and value.role is DepartmentRole.SUPPORT

    @property
    def dates(self) -> bool:
        """Whether it is a time limit in the calendar."""
        value = self.mention.value
        return isinstance(value, Timing) and value.time.kind is TimeKind.DATE

    @property
    def spans_years(self) -> bool:
        """Whether it is a time limit that may be the horizon of a plan: a date, or a length in years."""
        value = self.mention.value
        if not isinstance(value, Timing):
            return False
        return self.dates or (value.time.kind is TimeKind.DURATION and value.time.unit is TimeUnit.YEAR)


def _counts(value: object) -> bool:
    if isinstance(value, Responsibility):
        return value.role is not DepartmentRole.NONE
    if isinstance(value, Figure):
        return value.role is QuantityRole.TARGET
    if isinstance(value, Timing):
        return value.role is TimeRole.LIMIT
    return True


def gather(document: Document, layers: Iterable[Iterable[Mention[Any]]]) -> list[Member]:
    """The mentions of the three layers that count as members, in the order of the text."""
    found = []
    for layer, mentions in enumerate(layers):
        for mention in mentions:
            if _counts(mention.value):
                place = document.find(mention)
                found.append(Member(place.start, place.stop, layer, mention))
    found.sort(key=lambda member: (member.start, member.layer, member.stop))
    return found
