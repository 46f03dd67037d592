"""Who must do what, how much, by when: the mentions of one clause joined."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from attrs import field, frozen

from policyextract.duty.action import action
from policyextract.duty.bracket import split
from policyextract.duty.carried import inherit
from policyextract.duty.govern import govern
from policyextract.duty.headings import headings
from policyextract.duty.lead import headed
from policyextract.duty.member import Member, Step, gather
from policyextract.duty.table import parted, rows
from policyextract.duty.unit import Clause
from policyextract.extractors import Departments, NumericTargets, TimeLimits
from policyextract.extractors.whole import of_parts
from policyextract.marks.segment import layout
from policyextract.text.document import Document, Find
from policyextract.text.span import Mention
from policyextract.values import Commitment

_PLACE = attrgetter("start", "stop")
_SPAN = attrgetter("span.start", "span.stop")


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
        return of_parts(document, self, self._read)

    def _read(self, document: Document) -> tuple[Mention[Commitment], ...]:
        steps = (self.departments, self.targets, self.times)
        outside, inside = parted(document, (step(document) for step in steps))
        members, aside = gather(document, steps, outside)
        found = _joined(document, members, aside)
        return tuple(sorted((*found, *rows(document, inside)), key=_SPAN)) if document.tables else found


def _joined(document: Document, members: Sequence[Member], aside: Sequence[Member]) -> tuple[Mention[Commitment], ...]:
    """The commitments outside tables."""
    heads = headed(document, sorted((*members, *aside), key=_PLACE))
    named = {member for head in heads if not head.is_bare for member in head.members}
    brackets, outside = split(document, [member for member in members if member not in named])
    clauses = govern(document, outside, brackets)
    inherit(document, clauses, aside, heads)
    clauses = [clause for clause in clauses if clause.members or clause.inherited]
    found: list[Mention[Commitment]] = []
    reached, before = -1, ""  # the paragraph of the last duty, and its words
    for clause, heading in zip(clauses, headings(document, clauses), strict=True):
        paragraph = layout(document).paragraphs.at(clause.start)
        mention = _mention(document, clause, heading, before if paragraph == reached else "")
        if mention is not None:
            found.append(mention)
            reached, before = paragraph, mention.value.action
    return tuple(found)


def _says_more(clause: Clause) -> bool:
    """Whether a clause has words beside its times."""
    places = {(member.start, member.stop) for member in clause.members if clause.start <= member.start < clause.stop}
    return clause.stop - clause.start > sum(stop - start for start, stop in places)


def _mention(document: Document, clause: Clause, heading: tuple[str, ...], before: str) -> Mention[Commitment] | None:
    """The commitment of a clause; ``None`` where it says neither what is to be done nor how much, or only when."""
    layers: tuple[list[Mention[Any]], ...] = ([], [], [])
    for member in sorted(set(clause.members), key=_PLACE):
        layers[member.layer].append(member.mention)
    departments, targets, times = map(tuple, layers)
    duty = action(document, clause, heading, before)
    if not targets and not (duty and (departments or _says_more(clause))):
        return None
    inherited = tuple(member.mention for member in clause.inherited)
    value = Commitment(departments, targets, times, duty, heading, inherited)
    return document.mention(Find(clause.start, clause.stop, value, clause.rule))
