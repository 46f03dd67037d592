"""Numeric targets, time limits, responsible departments, slogans and commitments from Chinese policy text."""

import importlib
import typing

if typing.TYPE_CHECKING:
    from policyextract.about.record import About, Part, Region
    from policyextract.clean import read
    from policyextract.day.stated_date import stated_date
    from policyextract.day.workdays import chinese_rest_days, due_date
    from policyextract.default import PIPELINE, extract
    from policyextract.duty import Commitments
    from policyextract.export.json_schema import json_schema
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
    from policyextract.grammar.quantity import parse_quantity
    from policyextract.grammar.time.parse_time import parse_time
    from policyextract.indicator.standard import StandardIndicator, standard_indicator
    from policyextract.many.stream import Failure
    from policyextract.number.forms import parse_number
    from policyextract.panels import Panel, PanelRow, panel
    from policyextract.pipeline import Pipeline
    from policyextract.readers import read_file
    from policyextract.result import Result
    from policyextract.tasks import Task, TaskTable, task_table
    from policyextract.text.document import Document
    from policyextract.text.place import Place
    from policyextract.text.span import Mention, Span
    from policyextract.tracking import Followed, Tracked, TrackHistory, TrackTable, track, track_many

    __version__: str

__all__ = [
    "PIPELINE",
    "About",
    "Commitments",
    "Departments",
    "Document",
    "Failure",
    "Figures",
    "Followed",
    "Mention",
    "NumericTargets",
    "Panel",
    "PanelRow",
    "Part",
    "Pipeline",
    "Place",
    "QualitativeTargets",
    "Quantities",
    "Region",
    "Result",
    "Slogans",
    "Span",
    "StandardIndicator",
    "Task",
    "TaskTable",
    "TimeLimits",
    "Times",
    "Timings",
    "TrackHistory",
    "TrackTable",
    "Tracked",
    "chinese_rest_days",
    "due_date",
    "extract",
    "json_schema",
    "panel",
    "parse_number",
    "parse_quantity",
    "parse_time",
    "read",
    "read_file",
    "standard_indicator",
    "stated_date",
    "task_table",
    "track",
    "track_many",
]

_HOMES = {
    "PIPELINE": "default",
    "About": "about.record",
    "Commitments": "duty",
    "Departments": "extractors",
    "Document": "text.document",
    "Failure": "many.stream",
    "Figures": "extractors",
    "Followed": "tracking",
    "Mention": "text.span",
    "NumericTargets": "extractors",
    "Panel": "panels",
    "PanelRow": "panels",
    "Part": "about.record",
    "Pipeline": "pipeline",
    "Place": "text.place",
    "QualitativeTargets": "extractors",
    "Quantities": "extractors",
    "Region": "about.record",
    "Result": "result",
    "Slogans": "extractors",
    "Span": "text.span",
    "StandardIndicator": "indicator.standard",
    "Task": "tasks",
    "TaskTable": "tasks",
    "TimeLimits": "extractors",
    "Times": "extractors",
    "Timings": "extractors",
    "TrackHistory": "tracking",
    "TrackTable": "tracking",
    "Tracked": "tracking",
    "chinese_rest_days": "day.workdays",
    "due_date": "day.workdays",
    "extract": "default",
    "json_schema": "export.json_schema",
    "panel": "panels",
    "parse_number": "number.forms",
    "parse_quantity": "grammar.quantity",
    "parse_time": "grammar.time.parse_time",
    "read": "clean",
    "read_file": "readers",
    "standard_indicator": "indicator.standard",
    "stated_date": "day.stated_date",
    "task_table": "tasks",
    "track": "tracking",
    "track_many": "tracking",
}


def __getattr__(name: str) -> typing.Any:
    """A public name, brought from its module when it is first asked for, so that the import itself costs little."""
    if name == "slogans":  # the one module whose functions go by its name: slogans.census
        return importlib.import_module("policyextract.slogans")
    if name == "__version__":
        return importlib.import_module("importlib.metadata").version("policyextract")
    if name not in _HOMES:
        raise AttributeError(f"module 'policyextract' has no attribute {name!r}")
    value = globals()[name] = getattr(importlib.import_module(f"policyextract.{_HOMES[name]}"), name)
    return value


def __dir__() -> list[str]:
    return __all__
