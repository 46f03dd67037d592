"""A column of a table: its name, its kind, and what a decimal column can hold."""

from decimal import Decimal
from typing import Literal

from attrs import frozen

ColumnKind = Literal["text", "integer", "flag", "decimal", "date", "texts", "integers"]

EXACT = "_exact"
"""The end of the name of a column that holds a number as text."""
PRECISION, SCALE = 38, 10
"""Digits in all, and after the point, of a decimal column."""


@frozen
class Column:
    """A column: its name, its kind, and what stands in it."""

    name: str
    kind: ColumnKind
    meaning: str


def fits(number: Decimal) -> bool:
    """Whether a decimal column holds a number without rounding.

    >>> fits(Decimal("1.2E+12")), fits(Decimal("0.00000000001"))
    (True, False)
    """
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        return False
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return not number or (number.adjusted() < PRECISION - SCALE and exponent + zeros >= -SCALE)
