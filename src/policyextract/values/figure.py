"""Records of figures: a quantity with its bounds, what it measures, and what is reached without a number."""

import datetime as dt
from fractions import Fraction
from typing import ClassVar

from attrs import evolve, frozen

from policyextract.number.units import ratio
from policyextract.text.record import Record
from policyextract.values.kind import Binding, Change, Modality, Outcome, Pace, QuantityRole
from policyextract.values.number import Number, exact


@frozen
class Quantity(Record):
    """A number with its unit, as an interval.

    Attributes:
        low, high: the ends, equal for an exact value, ``None`` for an open side; multipliers are folded in.
        low_open, high_open: whether the end itself is left out (``超过``), or not (``以上``; Civil Code, art. 1259).
        approximate: whether the text says ``左右``, ``约``, ``近``, ``几``.
        unit: the unit or measure word without its multiplier (``元`` for ``亿元``, ``千瓦`` for ``万千瓦``).

    >>> from decimal import Decimal
    >>> Quantity(Decimal(90), Decimal(90), unit="%").to_dict()["low"]
    '90'

    Raises:
        ValueError: if ``low`` is greater than ``high``.
    """

    low: Number | None
    high: Number | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    unit: str = ""

    def __attrs_post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a quantity needs low <= high, got {self.low} > {self.high}")

    def to(self, unit: str) -> "Quantity":
        """The same quantity in another unit of its dimension, exact; ``unit`` may have a multiplier (``亿元``).

        >>> from decimal import Decimal
        >>> length = Quantity(Decimal("2.5"), None, unit="公里")
        >>> length.to("米").low, length.to("万米").low
        (Decimal('2500'), Decimal('0.25'))
        >>> Quantity(Decimal(1), Decimal(1), unit="亩").to("平方米").low
        Fraction(2000, 3)

        Raises:
            ValueError: if one of the units is not in the lexicon, or if they measure different things.
        """
        factor = ratio(self.unit, unit)
        low, high = (end if end is None else exact(Fraction(end) * factor) for end in (self.low, self.high))
        return evolve(self, low=low, high=high, unit=unit)


@frozen
class Figure(Record):
    """A quantity as its clause uses it: a target, an achievement, or neither.

    Attributes:
        quantity: what was read.
        role: target, achieved or other.
        indicator: what is measured, as the text names it; ``None`` if it does not, or if the role is other.
        change: for targets and achievements, level, increase or decrease.
        modality: for targets, how firmly it is worded.
        cue: the words that show the role (``确保``, ``已达到``); empty where none does.
        baseline: what it is compared with (``比上年``), or empty.
        scope: whom or what it holds for (``各县市``, ``其中``, ``规模以上``), or empty.
        indicator_standard: the standard name of the statistic that it measures, as
            :func:`~policyextract.standard_indicator` has it; several, joined by ``、``, where one figure is given for
            them together; empty where the text is not sure.
        basis: how the statistic is reckoned: ``同口径``, ``可比价``, ``实际``, ``名义``; or empty.
        per: per what it counts: ``万元生产总值``, ``每千人口``; or empty.
        period_from, period_to: the first and the last day of the time that it is for, both included, as its clause,
            its sentence, its section or the title says; ``None`` where none does.
        pace: annual (of that one year), average (the mean of its years: ``年均``), whole (over all of it, or at its
            end) or part (of a part of a year); ``None`` where the period is not known.
        baseline_from, baseline_to: the days of what it is compared with, where the baseline names a time.
        binding: in a table of indicators, whether the plan is bound to it; ``None`` where it does not say.
    """

    derived: ClassVar[tuple[str, ...]] = ("period",)

    quantity: Quantity
    role: QuantityRole = QuantityRole.OTHER
    indicator: str | None = None
    change: Change | None = None
    modality: Modality | None = None
    cue: str = ""
    baseline: str = ""
    scope: str = ""
    indicator_standard: str = ""
    basis: str = ""
    per: str = ""
    period_from: dt.date | None = None
    period_to: dt.date | None = None
    pace: Pace | None = None
    baseline_from: dt.date | None = None
    baseline_to: dt.date | None = None
    binding: Binding | None = None

    @property
    def period(self) -> str:
        """The time that it is for, as in ISO 8601: ``2025``, ``2021/2025``, ``2025-01-01/2025-06-30``; or empty."""
        first, last = self.period_from, self.period_to
        if first is None or last is None:
            return ""
        if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
            return f"{first}/{last}"
        return f"{first.year:04d}" if first.year == last.year else f"{first.year:04d}/{last.year:04d}"


@frozen
class QualitativeTarget(Record):
    """A target without a figure, kept apart from those that have one.

    Attributes:
        kind: coverage (``全覆盖``), zero (``零增长``, ``动态清零``), trend (``稳步增长``) or comparison
            (``与经济增长基本同步``, ``不低于全国平均水平``).
        indicator: what is promised to change, as the text names it.
        wording: the words that promise it.
        modality: how firmly it is worded.
        cue: the word that shows the modality, or empty.

    >>> QualitativeTarget(Outcome.COVERAGE, "基本医保参保", "全覆盖").to_dict()["kind"]
    'coverage'
    """

    kind: Outcome
    indicator: str
    wording: str
    modality: Modality = Modality.PLAIN
    cue: str = ""
