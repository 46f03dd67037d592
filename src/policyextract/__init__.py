"""Numeric targets, time limits, responsible departments, slogans and commitments from Chinese policy text."""

from policyextract.clean import read
from policyextract.commitments import Commitments
from policyextract.default import PIPELINE, extract
from policyextract.document import Document
from policyextract.extractors import (
    Departments,
    Figures,
    NumericTargets,
    QualitativeTargets,
    Quantities,
    Slogans,
    TimeLimits,
    Times,
    Timings,
)
from policyextract.grammar.passage.stated_date import stated_date
from policyextract.grammar.quantity import parse_quantity
from policyextract.grammar.time.parse_time import parse_time
from policyextract.numeral_forms import parse_number
from policyextract.pipeline import Pipeline
from policyextract.place import Place
from policyextract.readers import read_file
from policyextract.result import Result
from policyextract.span import Mention, Span
from policyextract.stream import Failure
from policyextract.tasks import Task, TaskTable, task_table
from policyextract.tracking import Tracked, TrackTable, track
from policyextract.workdays import chinese_rest_days, due_date

__all__ = [
    "PIPELINE",
    "Commitments",
    "Departments",
    "Document",
    "Failure",
    "Figures",
    "Mention",
    "NumericTargets",
    "Pipeline",
    "Place",
    "QualitativeTargets",
    "Quantities",
    "Result",
    "Slogans",
    "Span",
    "Task",
    "TaskTable",
    "TimeLimits",
    "Times",
    "Timings",
    "TrackTable",
    "Tracked",
    "chinese_rest_days",
    "due_date",
    "extract",
    "parse_number",
    "parse_quantity",
    "parse_time",
    "read",
    "read_file",
    "stated_date",
    "task_table",
    "track",
]
