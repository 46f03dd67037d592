"""Whether what was reached meets what was asked for."""

from enum import StrEnum
from fractions import Fraction

from attrs import evolve

from policyextract.number.units import units
from policyextract.values import Change, Figure, Number, Quantity

_NEAR = 20
"""A rounded figure that lies within a twentieth of a bound says nothing about its side."""


class Status(StrEnum):
    """What became of a target."""

    MET = "met"
    MISSED = "missed"
    NOT_REPORTED = "not reported"
    NOT_DUE = "not due"
    UNSURE = "unsure"


def comparable(target: Figure, achieved: Figure) -> bool:
    """Whether two figures measure alike: by unit, by change, and by scope where both state one.

    Shares and rates (``%``) are compared only with their like; a count that grew by so many is compared with a count
    that came to so many, since both say how many were added.
    """
    achieved = in_unit(achieved, target)
    if target.quantity.unit != achieved.quantity.unit:
        return False
    if target.scope and achieved.scope and target.scope != achieved.scope:
        return False
    changes = {target.change, achieved.change}
    if len(changes) == 1 or None in changes:
        return True
    if changes == {Change.INCREASE, Change.DECREASE}:
        return "%" in target.quantity.unit or "百分点" in target.quantity.unit
    return target.quantity.unit not in ("%", "百分点", "个百分点", "‰", "")


def in_unit(achieved: Figure, target: Figure) -> Figure:
    """What was reached in the unit of its target, where the two measure the same: ``260亿斤`` for a target in ``吨``.

    >>> from decimal import Decimal
    >>> grain = Figure(Quantity(Decimal(2000), Decimal(2000), unit="斤"))
    >>> in_unit(grain, Figure(Quantity(Decimal(1), None, unit="吨"))).quantity.low
    Decimal('1')
    """
    unit, own = target.quantity.unit, achieved.quantity.unit
    known, given = units().get(unit), units().get(own)
    if unit == own or not (known and given and known.dimension and known.dimension == given.dimension):
        return achieved
    return (
        evolve(achieved, quantity=achieved.quantity.to(unit)) if not known.dimension.startswith("money") else achieved
    )


def judge(target: Figure, achieved: Figure, better: str) -> Status:
    """Met, missed or unsure.

    Args:
        target: what was asked for.
        achieved: what was reached, comparable with it.
        better: ``up``, ``down`` or empty: which way the indicator is wanted where the target is no bound.

    >>> from decimal import Decimal
    >>> def percent(number, **kinds):
    ...     return Figure(Quantity(Decimal(number), Decimal(number), unit="%", **kinds))
    >>> judge(percent("6.5", approximate=True), percent("6.6"), "up")
    <Status.MET: 'met'>
    >>> judge(percent("6.5"), percent("6.1"), "up")
    <Status.MISSED: 'missed'>
    >>> judge(percent("6.5", approximate=True), percent("6.4"), "up")
    <Status.UNSURE: 'unsure'>
    """
    if {target.change, achieved.change} == {Change.INCREASE, Change.DECREASE}:
        return Status.MISSED
    asked, reached = target.quantity, achieved.quantity
    up, down = _wanted(target, better)
    if not up and not down:
        return Status.MET if _equal(asked, reached) else Status.UNSURE
    floor, ceiling = (asked.low if up else None), (asked.high if down else None)
    sides = [_above(reached, floor, asked.low_open)] if floor is not None else []
    sides += [_below(reached, ceiling, asked.high_open)] if ceiling is not None else []
    if None in sides or not sides:
        return Status.UNSURE
    if all(sides):
        return Status.MET
    return Status.UNSURE if asked.approximate and _close(asked, reached) else Status.MISSED


def _wanted(target: Figure, better: str) -> tuple[bool, bool]:
    """Whether what is reached must come up to the target, and whether it must not pass it."""
    asked = target.quantity
    if asked.low is None or asked.high is None:
        return asked.low is not None, asked.high is not None
    if target.change is Change.DECREASE or (target.change is Change.INCREASE and better != "down"):
        return True, False
    if better:
        return better == "up", better == "down"
    return (True, True) if asked.low != asked.high else (False, False)


def _equal(asked: Quantity, reached: Quantity) -> bool:
    return (asked.low, asked.high) == (reached.low, reached.high) and not reached.approximate


def _above(reached: Quantity, floor: Number, is_open: bool) -> bool | None:
    """Whether what was reached lies above a floor; ``None`` where its wording leaves that open."""
    low, high = reached.low, reached.high
    if low is not None and (low > floor or (low == floor and (reached.low_open or not is_open))):
        return None if reached.approximate and low != floor and _near(low, floor) else True
    if high is not None and high < floor:
        return None if reached.approximate and _near(high, floor) else False
    return False if low == high == floor else None


def _below(reached: Quantity, ceiling: Number, is_open: bool) -> bool | None:
    """Whether what was reached lies below a ceiling; ``None`` where its wording leaves that open."""
    low, high = reached.low, reached.high
    if high is not None and (high < ceiling or (high == ceiling and (reached.high_open or not is_open))):
        return None if reached.approximate and high != ceiling and _near(high, ceiling) else True
    if low is not None and low > ceiling:
        return None if reached.approximate and _near(low, ceiling) else False
    return False if low == high == ceiling else None


def _near(one: Number, other: Number, part: int = _NEAR) -> bool:
    return abs(Fraction(one) - Fraction(other)) * part <= abs(Fraction(other))


def _close(asked: Quantity, reached: Quantity) -> bool:
    other = reached.low if reached.low is not None else reached.high
    return asked.low is not None and other is not None and _near(other, asked.low, 10)
