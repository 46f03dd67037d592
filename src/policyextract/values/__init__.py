"""The records that the extractors give out. All are frozen, hashable and exact; every one turns into plain data.

The names and values of the fields are those of the JSON output (schema version 1).
"""

from policyextract.text.record import decimal_string
from policyextract.values.duty import Commitment, Responsibility, Slogan
from policyextract.values.figure import Figure, QualitativeTarget, Quantity
from policyextract.values.kind import (
    Binding,
    Change,
    DepartmentKind,
    DepartmentRole,
    Modality,
    Outcome,
    Pace,
    QuantityRole,
    SloganKind,
    TimeBound,
    TimeKind,
    TimeRole,
    TimeUnit,
)
from policyextract.values.number import Number, exact
from policyextract.values.time import Time, Timing

__all__ = [
    "Binding",
    "Change",
    "Commitment",
    "DepartmentKind",
    "DepartmentRole",
    "Figure",
    "Modality",
    "Number",
    "Outcome",
    "Pace",
    "QualitativeTarget",
    "Quantity",
    "QuantityRole",
    "Responsibility",
    "Slogan",
    "SloganKind",
    "Time",
    "TimeBound",
    "TimeKind",
    "TimeRole",
    "TimeUnit",
    "Timing",
    "decimal_string",
    "exact",
]
