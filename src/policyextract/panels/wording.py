"""How firmly a target is worded, and whether more is asked for beside it."""

from collections.abc import Sequence

from policyextract.marks.segment import layout
from policyextract.panels.reading import Statistic
from policyextract.text.pattern import pattern
from policyextract.values import Modality, Quantity

_MORE = pattern("(?:在实际工作中|实际工作中)?[要应]?\\L<panels.strive>{1,2}[^，。；]{0,8}更好\\L<panels.result>?")
_FURTHER = pattern("[^。\n]{0,5}?[，、；,;](?:并)?\\L<panels.further>[^，。；、\n]{0,10}$")
_NEAR = 20
_BINDING = pattern("约束性")
_EXPECTED = pattern("\\L<panels.expected>")


def bound(quantity: Quantity) -> str:
    """The build of an interval.

    >>> from decimal import Decimal
    >>> five, six = Decimal(5), Decimal(6)
    >>> bound(Quantity(five, None)), bound(Quantity(five, six)), bound(Quantity(five, five))
    ('floor', 'range', 'point')
    """
    if quantity.low is None or quantity.high is None:
        return "floor" if quantity.high is None else "ceiling"
    return "point" if quantity.low == quantity.high else "range"


def firmness(quantity: Quantity, modality: Modality | None) -> str:
    """Hard, soft or plain: the coding of the literature on growth targets.

    Hard is what the report ensures (确保), strives for (力争) or bounds (以上, 不低于, 以内); soft what it puts as
    about (左右) or as a range; plain a number with none of these. What is ensured is hard however it is put; else about
    and a range are soft, whatever strives for them.

    >>> from decimal import Decimal
    >>> five = Quantity(Decimal(5), Decimal(5), approximate=True)
    >>> firmness(five, Modality.EXPECTED), firmness(five, Modality.REQUIRED), firmness(Quantity(Decimal(5), None), None)
    ('soft', 'hard', 'hard')
    """
    if modality is Modality.REQUIRED:
        return "hard"
    if quantity.approximate or bound(quantity) == "range":
        return "soft"
    return "hard" if modality is Modality.STRIVE or bound(quantity) != "point" else "plain"


def binding(statistic: Statistic) -> str:
    """Binding (约束性) or expected (预期性), where the sentence or its modal word says so."""
    text = statistic.text
    if _BINDING.search(text):
        return "" if _EXPECTED.search(text) else "binding"
    return "expected" if _EXPECTED.search(text) or statistic.figure.modality is Modality.EXPECTED else ""


def asks_for_more(statistic: Statistic) -> str:
    """The words behind a target that ask for more: ``在实际工作中努力争取更好结果``."""
    document = statistic.report.result.document
    find = document.find(statistic.mention)
    clauses = layout(document).clauses
    after = clauses.at(find.start) + 1
    if after >= len(clauses):
        return ""
    match = _MORE.search(document.text, clauses.starts[after], clauses.stops[after])
    return match.group() if match else ""


def stretch(target: Statistic, others: Sequence[Statistic]) -> Statistic | None:
    """The further target that a report strives for beside this one, in the same sentence: ``增长7%，力争8%``."""
    document = target.report.result.document
    stop = document.find(target.mention).stop
    for other in others:
        start = document.find(other.mention).start
        if other.report is target.report and 0 < start - stop <= _NEAR and _FURTHER.match(document.text, stop, start):
            return other
    return None
