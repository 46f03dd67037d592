"""The part that a time has: a limit for what is to be done, or a reference where one of the rules here says so."""

from collections.abc import Callable, Iterator

from policyextract.grammar.time import title
from policyextract.reading.timing.attribute import is_attribute
from policyextract.reading.timing.beside import (
    begins_range,
    is_asked,
    is_base,
    is_compared,
    is_equated,
    is_named,
    is_of_definition,
)
from policyextract.reading.timing.case import (
    is_case,
    is_characterised,
    is_condition,
    is_listed_condition,
    is_measure,
    is_of_proof,
    is_per,
    is_threshold,
    is_travel,
)
from policyextract.reading.timing.headed import is_column, is_in_heading, is_span_in_heading, points_to_table
from policyextract.reading.timing.issue import (
    dates_document,
    is_in_name,
    is_labelled,
    is_of_purpose,
    is_settled,
    is_topic,
    names_requirement,
    puts_into_force,
)
from policyextract.reading.timing.past import (
    is_of_era,
    is_of_standing_rule,
    is_past,
    is_past_plan,
    runs_up_to_now,
)
from policyextract.reading.timing.setting import Setting, setting
from policyextract.reading.timing.statistic import has_begun, is_ending, is_statistic, is_summed_up
from policyextract.reading.timing.telling import (
    is_described,
    is_forecast,
    is_habit,
    is_outlook,
    is_reported,
    is_spoken,
    is_told,
)
from policyextract.text.document import Document, Find, shared
from policyextract.values import TimeKind, TimeRole, Timing

_AND = frozenset(("、", "和", "与", "及", "以及"))


_OF_ALL = (
    is_labelled,
    is_in_name,
    runs_up_to_now,
    is_compared,
    is_listed_condition,
    is_reported,
    is_described,
    is_attribute,
    points_to_table,
    is_of_purpose,
    is_asked,
    is_of_definition,
)
_REFERENCES: dict[TimeKind, tuple[Callable[[Setting], bool], ...]] = {
    TimeKind.DATE: (
        is_past,
        is_past_plan,
        is_of_era,
        *_OF_ALL,
        puts_into_force,
        is_condition,
        is_named,
        is_equated,
        is_of_standing_rule,
        dates_document,
        is_topic,
        is_settled,
        begins_range,
        is_column,
        is_in_heading,
        has_begun,
        is_statistic,
        is_ending,
        is_forecast,
        is_told,
    ),
    TimeKind.DURATION: (
        *_OF_ALL,
        is_condition,
        is_measure,
        is_of_proof,
        is_base,
        is_threshold,
        is_named,
        names_requirement,
        is_characterised,
        is_per,
        is_summed_up,
        is_span_in_heading,
        is_travel,
    ),
    TimeKind.EVENT: (
        *_OF_ALL,
        is_spoken,
        is_outlook,
        is_in_heading,
        is_settled,
        puts_into_force,
        is_condition,
        is_case,
    ),
    TimeKind.RECURRENCE: (*_OF_ALL, is_characterised, is_habit),
}
"""What makes a time of each kind a reference."""


def _role(document: Document, find: Find, phrase: tuple[int, int]) -> tuple[TimeRole, str]:
    """The role of a time in its phrase, and the name of the rule that makes it a reference, or ``limit``."""
    if find.rule == title.RULE:
        return TimeRole.REFERENCE, "in-name"
    place = setting(document, find, phrase)
    for is_reference in () if find.rule == "time.deadline" else _REFERENCES[find.value.kind]:
        if is_reference(place):
            return TimeRole.REFERENCE, is_reference.__name__.removeprefix("_").removeprefix("is_").replace("_", "-")
    return TimeRole.LIMIT, "limit"


@shared
def timings(document: Document) -> tuple[Find, ...]:
    """The times of a document with their roles, in the order of the text.

    >>> document = Document.plain("去年完成投资30亿元，今年确保完成40亿元，每季度调度一次。")
    >>> for find in timings(document):
    ...     print(document.text[find.start:find.stop], find.value.role.value)
    去年 reference
    今年 limit
    每季度 limit
    """
    return tuple(_with_roles(document, title.mentioned(document)))


def _with_roles(document: Document, finds: tuple[Find, ...]) -> Iterator[Find]:
    """The times with their roles; the members of a list have that of the last, behind which the clause goes on."""
    for named in _phrases(document.text, finds):
        phrase = named[0].start, named[-1].stop
        of_last = _role(document, named[-1], phrase)
        for member in named:
            goes_with_last = member is named[-1] or member.rule == named[-1].rule == "time.list"
            role, reason = of_last if goes_with_last else _role(document, member, phrase)
            yield Find(member.start, member.stop, Timing(member.value, role), f"{member.rule}.{reason}")


def _phrases(text: str, finds: tuple[Find, ...]) -> Iterator[list[Find]]:
    """The times in groups of those that are named together: ``2020年和“十三五”``, ``3、6、9月``."""
    named: list[Find] = []
    for find in finds:
        if named and text[named[-1].stop : find.start] not in _AND:
            yield named
            named = []
        named.append(find)
    if named:
        yield named
