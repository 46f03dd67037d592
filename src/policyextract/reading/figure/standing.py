"""What a standing rule asks of those who apply it: how well they do, and whom they set to work."""

from functools import partial

from policyextract import lexicon
from policyextract.reading.figure import indicator
from policyextract.reading.figure.context import Context
from policyextract.text.pattern import pattern

_PEOPLE = frozenset(("人", "名"))
_HOW_WELL = pattern("(?<![税利费征贴扣])率$|度$|覆盖面$|[查检]比例$")
_DUTY = pattern("应当?|须|要|至少")
_assigns = partial(lexicon.select, "figure/words", "assigns")


def sets_level(at: Context) -> bool:
    """Whether a rule says how well a service is to do: ``回访率应达到100%``; not what somebody pays (``税率为3%``)."""
    quantity = at.quantity
    floor = at.share and quantity.unit == "%" and quantity.low is not None and not quantity.low_open
    told = at.measured or at.verb.kind == "bound"
    return floor and at.final and told and _HOW_WELL.search(indicator.before(*at.names, at.verb)) is not None


def is_staffed(at: Context) -> bool:
    """Whether so many are set to a work: ``明确1名联络员``."""
    return at.quantity.unit in _PEOPLE and at.verb.adjacent and at.verb.word in _assigns()


def sets_to_work(at: Context) -> bool:
    """Whether a rule tells bodies to set so many to a work: ``应当明确1名负责人和2名联络员``."""
    return is_staffed(at) and _DUTY.search(at.clause) is not None
