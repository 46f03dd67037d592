"""Who must do what, how much, by when: the mentions of one clause joined."""

from collections.abc import Callable, Iterable
from itertools import repeat
from operator import attrgetter
from typing import Any

from attrs import field, frozen

from policyextract.clean import as_document
from policyextract.duty.action import action, headings
from policyextract.duty.bracket import split
from policyextract.duty.govern import govern
from policyextract.duty.member import gather
from policyextract.duty.table import parted, rows
from policyextract.duty.unit import Clause
from policyextract.extractors import Departments, NumericTargets, TimeLimits
from policyextract.text.document import Document, Find
from policyextract.text.span import Mention
from policyextract.values import Commitment

_PLACE = attrgetter("start", "stop")
_SPAN = attrgetter("span.start", "span.stop")
Step = Callable[[Document], Iterable[Mention[Any]]]


@frozen
class Commitments:
    """Joins departments, numeric targets and time limits to commitments.

    Attributes:
        departments, targets, times: the extractors that find the members.

    >>> for mention in Commitments()("市发展改革委要在6月底前建成30个项目，市财政局要确保资金及时到位。"):
    ...     duty = mention.value
    ...     print(duty.departments[0].value.name, duty.action, len(duty.targets), len(duty.times))
    市发展改革委 建成30个项目 1 1
    市财政局 确保资金及时到位 0 0
    """

    departments: Step = field(factory=Departments)
    targets: Step = field(factory=NumericTargets)
    times: Step = field(factory=TimeLimits)

    def __call__(self, document: Document | str, /) -> tuple[Mention[Commitment], ...]:
        """The commitments of a document, in the order of the text."""
        return as_document(document).once(self, self._read)

    def _read(self, document: Document) -> tuple[Mention[Commitment], ...]:
        layers = (self.departments(document), self.targets(document), self.times(document))
        outside, inside = parted(document, layers)
        members = gather(document, outside)
        brackets, others = split(document, members)
        clauses = govern(document, others, brackets)
        found = tuple(map(_mention, repeat(document), clauses, headings(document, clauses)))
        return tuple(sorted((*found, *rows(document, inside)), key=_SPAN)) if document.tables else found


def _mention(document: Document, clause: Clause, heading: tuple[str, ...]) -> Mention[Commitment]:
    layers: tuple[list[Mention[Any]], ...] = ([], [], [])
    for member in sorted(set(clause.members), key=_PLACE):
        layers[member.layer].append(member.mention)
    departments, targets, times = map(tuple, layers)
    value = Commitment(departments, targets, times, action(document, clause, heading), heading)
    return document.mention(Find(clause.start, clause.stop, value, clause.rule))
