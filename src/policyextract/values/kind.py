"""What the fields of the records can be, one enum a field."""

from enum import StrEnum


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
