"""Figures in the words of a table: what it asks is a target, what it describes is none."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import attrs

from policyextract.marks.table import Grid
from policyextract.reading.column.value import change_in, said
from policyextract.text.document import Document, Find
from policyextract.text.pattern import pattern
from policyextract.text.span import Mention
from policyextract.values import Figure, Modality, QuantityRole

_COUNTED = frozenset(("count", "small", "rule", "grant", "attended"))
_ENDS = pattern(r"\L<quantity.bound-after>?(?:[，。；;,、\n\t]|\Z)")
_CLAUSE = pattern(r"[^，。；;、：:\n\t0-9≥≤><]{2,30}(?=[，≥≤><]?$)")
_SIGHT = 40
_EDGE, _VERB = "。；;，, ", 2  # signs around a task, and characters of a verb


def asked(text: Document, find: Find) -> Figure:
    """A figure in what a table asks: it is a target wherever it is what is to be done.

    A figure that the words do not call reached is one to reach; one that ends its clause is one, even where no verb
    that the grammar knows stands before it (``检修农机具420台以上``).
    """
    figure: Figure = find.value
    if figure.role is QuantityRole.TARGET or figure.cue:
        return figure
    if figure.role is QuantityRole.ACHIEVED:
        return attrs.evolve(figure, role=QuantityRole.TARGET, modality=Modality.PLAIN)
    decided = find.rule.rpartition(".")[2]
    if decided not in _COUNTED or not _ENDS.match(text.text, find.stop):
        return figure
    clause = _CLAUSE.search(text.text, max(find.start - _SIGHT, 0), find.start)
    named = clause.group().strip() if clause else ""
    return Figure(
        figure.quantity, QuantityRole.TARGET, named or None, change_in(named), Modality.PLAIN, scope=figure.scope
    )


def named(grid: Grid, mentions: Sequence[Mention[Figure]]) -> Iterator[Mention[Figure]]:
    """The figures asked; one that names a verb at most (``增长12%``, ``新建3座``) measures the task of its row."""
    tasks: dict[int, str] = {}
    for row in grid.rows:
        words = said(grid, row, "project", "task")
        for column in grid.columns("aim", "metric"):
            index = row.cells[column]
            if words and index >= 0:
                tasks.setdefault(index, words)
    cells = sorted((grid.cell(index).span, name) for index, name in tasks.items())
    starts = [span.start for span, _ in cells]
    for mention in mentions:
        at = bisect_right(starts, mention.span.start) - 1
        bare = mention.value.role is QuantityRole.TARGET and len(mention.value.indicator or "") <= _VERB
        if bare and at >= 0 and mention.span.start in cells[at][0]:
            mention = attrs.evolve(mention, value=attrs.evolve(mention.value, indicator=cells[at][1].strip(_EDGE)))
        yield mention


def told(figure: Figure) -> Figure:
    """A figure in what a table describes or reports: never a target."""
    if figure.role is not QuantityRole.TARGET:
        return figure
    return Figure(figure.quantity)
