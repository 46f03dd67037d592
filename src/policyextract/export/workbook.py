"""A result as a workbook: the 任务分解表 as offices use it, a sheet for each layer. Needs the extra ``xlsx``."""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from os import PathLike
from pathlib import Path
from typing import Any

from policyextract.export import fact
from policyextract.export.evidence import place, sentence
from policyextract.export.fact import shown, told
from policyextract.export.grid import Cell, packed, writable
from policyextract.export.label import columns, label
from policyextract.export.sheet import Sheet, fill, style
from policyextract.export.table import as_text
from policyextract.export.title import title as title_of
from policyextract.extra import need
from policyextract.found import Found
from policyextract.layers import LAYERS, OTHERS, Layer
from policyextract.tasks import task_table
from policyextract.text.record import decimal_string
from policyextract.text.span import Mention
from policyextract.values import Commitment

_SHEETS = tuple(layer for layer in LAYERS if layer.record is not Commitment)  # those are the task table
_FIRST = ("quantities", "qualitative_targets")  # layers whose sheets come first
_DIGITS = 15
"""Digits of a number that a spreadsheet keeps."""


def write(result: Found, path: str | PathLike[str], title: str = "") -> None:
    """Write the workbook of a result to a file.

    Raises:
        ImportError: if openpyxl is not installed.
        OSError: if the file cannot be written.
    """
    Path(path).write_bytes(content(result, title))


def content(result: Found, title: str = "") -> bytes:
    """The workbook of a result, as a file has it: the same bytes for the same result.

    >>> from policyextract import extract
    >>> content(extract("确保网上可办率达到90%。")).startswith(b"PK")
    True
    """
    return _packed(title_of(result, title), sheets(result))


def contents(named: Iterable[tuple[str, Found]], title: str) -> bytes:
    """One workbook of several documents, each given as its name and its result: the column 来源 has the name.

    >>> from policyextract import extract
    >>> contents([("甲", extract("6月底前办结。")), ("乙", extract(""))], "两份文件").startswith(b"PK")
    True
    """
    return _packed(title, _together(named))


def _packed(heading: str, pages: Sequence[Sheet]) -> bytes:
    book = need("openpyxl", "xlsx").Workbook()
    book.remove(book.active)
    book.properties.title = writable(heading)
    book.properties.creator = "policyextract"
    style(book)
    return packed(book, [fill(book.create_sheet(page.name), page, f"{heading}　{page.name}") for page in pages])


def _together(named: Iterable[tuple[str, Found]]) -> list[Sheet]:
    """The sheets of all, those of one name as one, with the name of the document behind the number of each row."""
    alike: dict[str, list[tuple[str, Sheet]]] = {}
    for name, result in named:
        for sheet in sheets(result):
            alike.setdefault(sheet.name, []).append((name, sheet))
    return [
        Sheet(
            title,
            (parts[0][1].columns[0], *columns("source"), *parts[0][1].columns[1:]),
            [(row[0], name, *row[1:]) for name, sheet in parts for row in sheet.rows],
        )
        for title, parts in alike.items()
    ]


def sheets(result: Found) -> tuple[Sheet, ...]:
    """The sheets of a result, in their order.

    >>> from policyextract import extract
    >>> [sheet.name for sheet in sheets(extract(""))]
    ['任务分解表', '量化目标', '定性目标', '时间', '部门', '提法']
    """
    layers = sorted(_SHEETS, key=lambda layer: layer.name not in _FIRST)
    return (_tasks(result), *(_sheet(result, layer) for layer in layers), *(_others(result) for _ in result.others[:1]))


def _tasks(result: Found) -> Sheet:
    rows = ((*task.cells()[:-1], f"{place(result, task.span)}　{task.cells()[-1]}") for task in task_table(result))
    return Sheet(label("tasks"), columns("task"), rows)


def _sheet(result: Found, layer: Layer) -> Sheet:
    """The finds of a layer, or of the part of it that has a name of its own, and each with its sentence."""
    name = layer.part.name if layer.name == "quantities" and layer.part else layer.name
    fields = [field for field in told(layer.record) if field.width]
    heads = [columns("other")[0], *((field.word, field.width) for field in fields), *columns("proof")]
    rows = (
        [
            number,
            *(_cell(fact.content(mention.value, field.field, result.document.quote(mention.span))) for field in fields),
            *_evidence(result, mention),
        ]
        for number, mention in enumerate(getattr(result, name), 1)
    )
    return Sheet(layer.sheet, heads, rows)


def _others(result: Found) -> Sheet:
    rows = (
        [
            number,
            result.document.quote(mention.span),
            type(mention.value).__name__,
            as_text(mention.value),
            *_evidence(result, mention),
        ]
        for number, mention in enumerate(result.others, 1)
    )
    return Sheet(OTHERS.sheet, (*columns("other"), *columns("proof")), rows)


def _evidence(result: Found, mention: Mention[Any]) -> tuple[Cell, ...]:
    return sentence(result, mention), place(result, mention.span), mention.rule


def _cell(value: Any) -> Cell:
    if isinstance(value, Decimal | Fraction):
        return _number(value)
    if value is None or isinstance(value, dt.date):
        return value
    return "\n".join(map(shown, value)) if isinstance(value, tuple) else shown(value)


def _number(number: Decimal | Fraction | None) -> Cell:
    """A number as a spreadsheet keeps it, as text where it would lose digits."""
    text = decimal_string(number)
    exact = isinstance(number, Decimal) and text is not None and len(text.strip("-0.").replace(".", "")) <= _DIGITS
    return number if exact and isinstance(number, Decimal) else text
