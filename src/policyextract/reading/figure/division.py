"""Figures that divide the one before them or say it again, and do what it does: ``其中东片区5亿元``, ``（即77岁）``."""

from policyextract.reading.figure import indicator
from policyextract.reading.figure.context import Context
from policyextract.reading.figure.governor import NONE, first_verb
from policyextract.reading.figure.measure import Measure
from policyextract.reading.figure.setting import Reached
from policyextract.text.pattern import pattern

_OF_WHICH = pattern("[（(、]?(?:其中|包括(?!但不限于))")
_IN_BRACKETS, _AGAIN = pattern("[（(][^，。；）)0-9]{2,20}$"), pattern("[（(](?:即|折合)(?:达到?|[为约])?")
_INCLUDING = "包括"
_UNMOVED = frozenset(("", "none", "bound", "grant"))


def opens_division(at: Context) -> bool:
    """Whether a figure is said to be of the one before it."""
    return _OF_WHICH.match(at.head) is not None


def is_division(at: Context, last: Reached) -> bool:
    """Whether a figure is of the one before it, or goes on with its parts: ``46名，其中县医院20名、中医院16名``."""
    divides = opens_division(at) or (last.part and bool(at.head.strip("，、")))
    plain = at.clause.startswith(_INCLUDING) or not first_verb(indicator.opened(at.head)).word
    return last.unit == at.quantity.unit and divides and plain


def divided(at: Context, last: Reached, own: bool) -> Measure | None:
    """The measure of a figure without a verb that divides the one before it, or says it again.

    ``own``: whether its clause has a cue of its own.
    """
    if last.measure is None or not at.final:
        return None
    if _AGAIN.fullmatch(at.head):
        return last.measure._replace(kind="noun", change="level")
    if own or (at.verb.kind not in _UNMOVED and not at.clause.startswith(_INCLUDING)):
        return None
    named = indicator.before(*at.names, NONE).removeprefix(_INCLUDING)
    if is_division(at, last):
        change = "level" if at.verb.kind == "bound" else last.measure.change
        return last.measure._replace(change=change, indicator=named)
    in_brackets = _IN_BRACKETS.match(at.head) and last.unit == at.quantity.unit
    return last.measure._replace(kind="noun", change="level", indicator=named) if in_brackets else None
