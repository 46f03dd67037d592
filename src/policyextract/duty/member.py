"""The members of commitments with their places in the cleaned text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from policyextract.text.document import Document
from policyextract.text.opening import first_signs
from policyextract.text.pattern import pattern
from policyextract.text.span import Mention
from policyextract.values import (
    DepartmentRole,
    QuantityRole,
    TimeKind,
    TimeRole,
    TimeUnit,
    Timing,
)

DEPARTMENT, TARGET, TIME = range(3)
ASIDE = (DepartmentRole.NONE, QuantityRole.ACHIEVED, QuantityRole.OTHER, TimeRole.REFERENCE)  # roles without a duty
_ORDER = attrgetter("start", "layer", "stop")
_NEXT = r"、|和|及其?|以及|与|或|等[^，,。；;、等]{0,8}|[（(][^（()）]{0,30}[）)]|\s{1,20}+"
_GAP = pattern(f"(?:{_NEXT}){{0,6}}[（(]{{0,2}}")
Step = Callable[[Document], Iterable[Mention[Any]]]


class Member:
    """A department with a role, a target, or a time limit.

    Attributes:
        start, stop: its place in the cleaned text.
        layer: DEPARTMENT, TARGET or TIME.
        mention: what was found there.
        supports: whether it is a department that supports another.
        dates: whether it is a time limit in the calendar.
        spans_years: whether it is a time limit that may be the horizon of a plan: a date, or a length in years.
    """

    __slots__ = ("dates", "layer", "mention", "spans_years", "start", "stop", "supports")

    def __init__(self, start: int, stop: int, layer: int, mention: Mention[Any]) -> None:
        self.start, self.stop, self.layer, self.mention = start, stop, layer, mention
        self.supports = self.dates = self.spans_years = False
        if layer == DEPARTMENT:
            self.supports = getattr(mention.value, "role", None) is DepartmentRole.SUPPORT
        elif layer == TIME and isinstance(mention.value, Timing):
            time = mention.value.time
            self.dates = time.kind is TimeKind.DATE
            self.spans_years = self.dates or (time.kind is TimeKind.DURATION and time.unit is TimeUnit.YEAR)


def _placed(
    document: Document, step: Step, mentions: Sequence[Mention[Any]]
) -> Iterator[tuple[int, int, Mention[Any]]]:
    """The mentions of a step with their places in the cleaned text.

    An extractor of the library knows these places (``finds``); those of any other step are looked up, and those of a
    document with tables, where the mentions of cells stand among them.
    """
    finds = None if document.tables else getattr(step, "finds", None)
    if finds is not None:
        for find, mention in zip(finds(document), mentions, strict=True):
            yield find.start, find.stop, mention
        return
    for mention in mentions:
        start, stop, *_ = document.find(mention)
        yield start, stop, mention


def gather(
    document: Document, steps: Iterable[Step], layers: Iterable[Sequence[Mention[Any]]]
) -> tuple[list[Member], list[Member]]:
    """The members among the mentions outside tables, and the bodies without a part, in the order of the text.

    Args:
        document: what was read.
        steps: what found the departments, the targets and the times.
        layers: what they found outside tables.
    """
    found: dict[tuple[int, int, int], Member] = {}
    aside: list[Member] = []
    for layer, (step, mentions) in enumerate(zip(steps, layers, strict=True)):
        for start, stop, mention in _placed(document, step, mentions):
            member = Member(start, stop, layer, mention)
            if getattr(mention.value, "role", None) not in ASIDE:
                found[start, stop, layer] = member
            elif layer == DEPARTMENT:
                aside.append(member)
    return sorted(found.values(), key=_ORDER), aside


@cache
def _gap_signs() -> frozenset[str]:
    return first_signs(_GAP.pattern)


def is_gap(text: str, start: int, stop: int) -> bool:
    """Whether a stretch may stand between the actors of one list.

    >>> is_gap("市教育局、市财政局", 4, 5), is_gap("市教育局指导市财政局", 4, 6)
    (True, False)
    """
    if start < stop and text[start] not in _gap_signs():
        return False
    return _GAP.fullmatch(text, start, stop) is not None


def holds(members: Sequence[Member], layer: int) -> bool:
    """Whether there is a member of a layer."""
    for member in members:  # noqa: SIM110  # a generator costs more than it says
        if member.layer == layer:
            return True
    return False
