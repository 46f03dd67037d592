"""What was planned and is told only beside what came of it: ``年度任务3600套，已开工2750套``."""

from collections.abc import Sequence
from itertools import zip_longest

from policyextract.marks.segment import layout
from policyextract.text.document import Document, Find
from policyextract.text.pattern import pattern
from policyextract.values import Figure, QuantityRole

_PLANNED = pattern("\\L<figure.planned-by>[^，,。；;0-9]{0,16}$")
_CAME_OF_IT = pattern(
    "[^，,。；;0-9]{0,10}[，,。；;](?:截[至止]到?[^，,。；;]{1,14}[，,])?\\L<figure.so-far>?\\L<figure.came-of-it>"
)
_SIGHT = 24


def without_planned(document: Document, finds: Sequence[Find]) -> list[Find]:
    """The figures, one that was planned and stands beside what came of it being neither target nor report.

    >>> from policyextract.reading.figure import figures
    >>> [find.value.role.value for find in figures(Document.plain("年度任务3600套，已开工2750套。计划新建3600套。"))]
    ['other', 'achieved', 'target']
    """
    return [
        find._replace(value=Figure(find.value.quantity), rule=f"{find.rule.rpartition('.')[0]}.planned")
        if following is not None and _is_planned(document, find, following)
        else find
        for find, following in zip_longest(finds, finds[1:])
    ]


def _is_planned(document: Document, find: Find, following: Find) -> bool:
    figure, came = find.value, following.value
    if figure.role is QuantityRole.OTHER or came.role is not QuantityRole.ACHIEVED:
        return False
    text, clause = document.text, layout(document).clauses.bounds(find.start)[0]
    alike = figure.quantity.unit == came.quantity.unit
    planned = alike and _PLANNED.search(text, max(clause, find.start - _SIGHT), find.start)
    return bool(planned) and _CAME_OF_IT.match(text, find.stop, following.start) is not None
