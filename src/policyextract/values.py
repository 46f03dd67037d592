"""The records that the extractors give out. All are frozen, hashable and exact; every one turns into plain data.

The names and values of the fields are those of the JSON output (schema version 1).
"""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from attrs import evolve, field, frozen

from policyextract.number.units import ratio
from policyextract.text.pattern import pattern
from policyextract.text.record import EMPTY_IS_NULL, STANDS_FIRST, Record
from policyextract.text.record import decimal_string as decimal_string
from policyextract.text.span import Mention

Number = Decimal | Fraction
"""An exact number: a :class:`~decimal.Decimal` wherever it has a finite decimal form, else a fraction."""

_CLOCK = pattern("(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?|24:00(?::00)?")


class QuantityRole(StrEnum):
    """What a figure is in its clause."""

    TARGET = "target"
    ACHIEVED = "achieved"
    OTHER = "other"


class Change(StrEnum):
    """How a figure measures: the state to reach, or the step towards it."""

    LEVEL = "level"
    INCREASE = "increase"
    DECREASE = "decrease"


class Modality(StrEnum):
    """How firmly a target is worded."""

    REQUIRED = "required"
    STRIVE = "strive"
    EXPECTED = "expected"
    PLAIN = "plain"


class Pace(StrEnum):
    """How a figure of a statistic goes with the time that it is for."""

    ANNUAL = "annual"
    AVERAGE = "average"
    WHOLE = "whole"
    PART = "part"


class Binding(StrEnum):
    """How a plan holds to an indicator: the government has to reach it (约束性), or expects it (预期性)."""

    BINDING = "binding"
    EXPECTED = "expected"


class Outcome(StrEnum):
    """What a target without a figure promises."""

    COVERAGE = "coverage"
    ZERO = "zero"
    TREND = "trend"
    COMPARISON = "comparison"


class TimeKind(StrEnum):
    """What sort of time an expression names."""

    DATE = "date"
    DURATION = "duration"
    RECURRENCE = "recurrence"
    EVENT = "event"


class TimeBound(StrEnum):
    """How an expression bounds the time that it names."""

    BY = "by"
    WITHIN = "within"
    FROM = "from"
    AT = "at"


class TimeUnit(StrEnum):
    """The unit of a duration or of the period of a recurrence."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    WORKDAY = "workday"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


class TimeRole(StrEnum):
    """Whether a time says when something is to be done, or dates something else."""

    LIMIT = "limit"
    REFERENCE = "reference"


class DepartmentKind(StrEnum):
    """What sort of organisation a mention names."""

    AGENCY = "agency"
    GOVERNMENT = "government"
    GROUP = "group"


class DepartmentRole(StrEnum):
    """The part that an organisation has in a duty."""

    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"
    SUPERVISE = "supervise"
    NONE = "none"


class SloganKind(StrEnum):
    """The build of a slogan."""

    LABEL = "label"
    MOTTO = "motto"
    PARALLEL = "parallel"


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


@frozen
class Quantity(Record):
    """A number with its unit, as an interval.

    Attributes:
        low, high: the ends, equal for an exact value, ``None`` for an open side; multipliers are folded in.
        low_open, high_open: whether the end itself is left out (``超过``), or not (``以上``; Civil Code, art. 1259).
        approximate: whether the text says ``左右``, ``约``, ``近``, ``几``.
        unit: the unit or measure word without its multiplier (``元`` for ``亿元``, ``千瓦`` for ``万千瓦``).

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


@frozen
class Time(Record):
    """An expression of time.

    Attributes:
        kind: date, duration, recurrence or event.
        bound: by, within, from or at.
        earliest, latest: for a date, the first and the last day, both included; ``None`` for an open side, for the
            other kinds, and where the text does not say enough to know.
        amount, unit: the length of a duration, or the period of a recurrence.
        from_clock, to_clock: the first and the last minute of the day that a date or a recurrence names, as ``HH:MM``
            (ISO 8601; the end of a day is ``24:00``), equal for one moment; ``None`` for an open side, and where no
            hour is named.

    >>> Time(TimeKind.DATE, TimeBound.BY, latest=dt.date(2024, 5, 7), to_clock="17:30").to_dict()["to_clock"]
    '17:30'

    Raises:
        ValueError: if ``earliest`` is after ``latest``, or a time of the day is none.
    """

    kind: TimeKind
    bound: TimeBound = TimeBound.AT
    earliest: dt.date | None = None
    latest: dt.date | None = None
    amount: Number | None = None
    unit: TimeUnit | None = None
    from_clock: str | None = None
    to_clock: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError(f"a time needs earliest <= latest, got {self.earliest} > {self.latest}")
        for clock in (self.from_clock, self.to_clock):
            if clock is not None and not _CLOCK.fullmatch(clock):
                raise ValueError(f"a time of the day is written HH:MM or HH:MM:SS, from 00:00 to 24:00, not {clock!r}")


@frozen
class Timing(Record):
    """A time as its clause uses it: a limit for what is to be done, or a reference.

    Attributes:
        time: what was read.
        role: limit or reference.
    """

    time: Time
    role: TimeRole = TimeRole.REFERENCE


@frozen
class Responsibility(Record):
    """An organisation and its part in a duty.

    Attributes:
        name: as the text has it, without white space.
        kind: agency, government or group.
        role: lead, support, responsible, supervise or none.
        canonical: the full official name where the text gives enough to know it, else empty.
        label: the label that it was listed under (``责任单位``), or empty.
    """

    name: str
    kind: DepartmentKind = field(metadata=STANDS_FIRST)
    role: DepartmentRole = field(default=DepartmentRole.NONE, metadata=STANDS_FIRST)
    canonical: str = ""
    label: str = ""


@frozen
class Slogan(Record):
    """A coined phrase.

    Attributes:
        kind: label, motto or parallel.
        items: the members of a parallel run, or of a motto of two; empty for others.
        numeral_of: for a label with numerals, how many members each part announces (``三高四新``: 3 and 4).
        expansion: the members of a label where the text spells them out nearby.
    """

    kind: SloganKind
    items: tuple[str, ...] = field(default=(), metadata=EMPTY_IS_NULL)
    numeral_of: tuple[int, ...] = ()
    expansion: tuple[str, ...] = ()


@frozen(cache_hash=True)  # of all its members, and asked for at each of them
class Commitment(Record):
    """A duty: who must do what, how much, by when.

    Attributes:
        departments, targets, times: its members: departments with a role, figures that are targets, times that are
            limits.
        action: what is to be done, in the words of the text.
        heading: the headings that it stands under, outermost first.
        inherited: where it names nobody who acts itself, the departments carried over from before it: from the sentence
            before, or from the heading that names a body.

    >>> from policyextract import extract
    >>> duties = extract("市水务局要加强河道管护。6月底前完成清淤30公里。").commitments
    >>> [([one.value.name for one in duty.value.inherited], duty.value.action) for duty in duties]
    [([], '加强河道管护'), (['市水务局'], '完成清淤30公里')]
    """

    departments: tuple[Mention[Responsibility], ...] = ()
    targets: tuple[Mention[Figure], ...] = ()
    times: tuple[Mention[Timing], ...] = ()
    action: str = ""
    heading: tuple[str, ...] = field(default=())
    inherited: tuple[Mention[Responsibility], ...] = ()
