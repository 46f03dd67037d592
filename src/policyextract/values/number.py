"""Exact numbers."""

from decimal import Decimal
from fractions import Fraction

Number = Decimal | Fraction
"""An exact number: a :class:`~decimal.Decimal` wherever it has a finite decimal form, else a fraction."""


def exact(number: Fraction) -> Number:
    """A :class:`~decimal.Decimal` wherever the number has a finite decimal form, else the fraction itself.

    >>> exact(Fraction(3, 2)), exact(Fraction(2, 3))
    (Decimal('1.5'), Fraction(2, 3))
    """
    below, twos, fives = number.denominator, 0, 0
    while below % 2 == 0:
        below, twos = below // 2, twos + 1
    while below % 5 == 0:
        below, fives = below // 5, fives + 1
    if below != 1:
        return number
    places = max(twos, fives)
    digits = number.numerator * 2 ** (places - twos) * 5 ** (places - fives)
    return Decimal(f"{digits}E-{places}" if places else digits)  # no arithmetic: the caller's context has no say
