"""An amount with the bound words beside it, and the interval that they make."""

from typing import NamedTuple

from policyextract.grammar.quantity import bound
from policyextract.grammar.quantity.amount import BETWEEN, Amount
from policyextract.grammar.quantity.bound import Bound
from policyextract.grammar.quantity.number import Numeral
from policyextract.number.units import Unit
from policyextract.values import Number, Quantity


class Reading(NamedTuple):
    """An amount with the bound words beside it, before its bounds are settled.

    Attributes:
        start, stop: the number with its unit.
        end: where the bound word after it stops.
    """

    start: int
    stop: int
    numeral: Numeral
    unit: Unit
    rule: str
    before: Bound | None
    after: Bound | None
    bracket: str
    end: int

    @property
    def bounded(self) -> bool:
        """Whether a bound word stands after the number, or within its range."""
        return self.after is not None or self.rule == BETWEEN


def bounded(text: str, amount: Amount) -> Reading:
    """An amount with the bound words that stand before and after it; those of a range from 以上 to 以下 are in it."""
    before = bound.before(text, amount.start)
    after, bracket, end = bound.after(text, amount.stop)
    if amount.rule == BETWEEN:
        return Reading(*amount, None, None, bracket, end)
    return Reading(*amount, before, after, bracket, end)


def quantity(found: Reading) -> Quantity:
    """The interval that a reading and its bounds make."""
    low: Number | None
    high: Number | None
    low, high, low_open, high_open, approximate, unit = found.numeral
    for limit in (found.before, found.after):
        if limit is None:
            continue
        if limit.side == "about":
            approximate = True
        elif limit.side == "low" and low is not None:
            high, low_open, high_open = None, limit.open, False
        elif limit.side == "high" and high is not None:
            low, low_open, high_open = None, False, limit.open
    if found.bracket == "不含":
        low_open, high_open = (low_open, True) if high is not None else (True, high_open)
    return Quantity(low, high, low_open, high_open, approximate, unit or found.unit.name)
