"""How a figure measures a standard indicator, and whether it can."""

from enum import StrEnum

from policyextract.indicator.standard import StandardIndicator
from policyextract.number.units import NO_UNIT, units
from policyextract.values import Change, Figure

_POINTS = ("百分点", "个百分点")
_TIMES = ("番", "倍")
_MONEY = "money"


class Measure(StrEnum):
    """What a figure says of a statistic."""

    GROWTH = "growth"
    DECLINE = "decline"
    LEVEL = "level"
    ADDED = "added"
    POINTS = "points"
    TIMES = "times"


def measure(figure: Figure, indicator: StandardIndicator) -> Measure:
    """What a figure says of its indicator.

    Growth and decline are rates in % of what there was; a level is in the unit of the indicator, for a share in %; what
    is added is in that unit; points are percentage points by which a share moves; times say how many times over
    (``翻一番``). ``居民消费价格涨幅2%`` is growth, though the text words it as a level.

    >>> from decimal import Decimal
    >>> from policyextract.indicator.standard import standard_indicator
    >>> from policyextract.values import Quantity
    >>> def percent(name, change):
    ...     quantity = Quantity(Decimal(3), Decimal(3), unit="%")
    ...     return measure(Figure(quantity, change=change), standard_indicator(name)).value
    >>> percent("CPI", Change.LEVEL), percent("单位GDP能耗", Change.DECREASE), percent("城镇化率", Change.LEVEL)
    ('growth', 'decline', 'level')
    """
    unit, change = figure.quantity.unit, figure.change
    if unit in _POINTS:
        return Measure.POINTS
    if unit in _TIMES:
        return Measure.TIMES
    if unit in ("%", "‰") and (indicator.sort != "share" or change in (Change.INCREASE, Change.DECREASE)):
        return Measure.DECLINE if change is Change.DECREASE else Measure.GROWTH
    return Measure.ADDED if _is_added(figure, indicator) else Measure.LEVEL


def _is_added(figure: Figure, indicator: StandardIndicator) -> bool:
    """Whether so much is added to what there was: not where the indicator itself counts what is new."""
    return figure.change in (Change.INCREASE, Change.DECREASE) and "新增" not in indicator.name


def fits(figure: Figure, indicator: StandardIndicator) -> bool:
    """Whether the unit of a figure is one in which its indicator is given.

    >>> from decimal import Decimal
    >>> from policyextract.indicator.standard import standard_indicator
    >>> from policyextract.values import Quantity
    >>> grain = standard_indicator("粮食产量")
    >>> [fits(Figure(Quantity(Decimal(3), None, unit=unit)), grain) for unit in ("斤", "%", "家")]
    [True, True, False]
    """
    unit = figure.quantity.unit
    if unit in _POINTS:
        return indicator.sort == "share"
    if indicator.sort == "price" and not unit:
        return True
    if indicator.sort in ("share", "price"):
        return unit == indicator.unit or unit in ("%", "‰")
    return unit in ("%", *_TIMES) or _dimension(unit) == _dimension(indicator.unit)


def _dimension(unit: str) -> str:
    """What a unit measures; all currencies measure money, all measure words a count, and a unit of no list itself."""
    known = units().get(unit)
    if known is None:
        return unit or NO_UNIT.dimension
    return _MONEY if known.dimension.startswith(_MONEY) else known.dimension
