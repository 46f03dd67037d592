"""A result as a workbook: the 任务分解表 as offices use it, a sheet for each layer. Needs the extra ``xlsx``."""

import io
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from os import PathLike
from pathlib import Path
from typing import Any

from policyextract.export import wording
from policyextract.export.evidence import place, sentence
from policyextract.export.sheet import Cell, Sheet, fill, style, writable
from policyextract.export.title import title as title_of
from policyextract.extra import need
from policyextract.result import Result
from policyextract.tasks import COLUMNS, task_table
from policyextract.text.span import Mention
from policyextract.values import decimal_string

_DIGITS = 15
"""Digits of a number that a spreadsheet keeps."""


def write(result: Result, path: str | PathLike[str], title: str = "") -> None:
    """Write the workbook of a result to a file.

    Raises:
        ImportError: if openpyxl is not installed.
        OSError: if the file cannot be written.
    """
    Path(path).write_bytes(content(result, title))


def content(result: Result, title: str = "") -> bytes:
    """The workbook of a result, as a file has it.

    >>> from policyextract import extract
    >>> content(extract("确保网上可办率达到90%。")).startswith(b"PK")
    True
    """
    book = need("openpyxl", "xlsx").Workbook()
    book.remove(book.active)
    heading = title_of(result, title)
    book.properties.title = writable(heading)
    book.properties.creator = "policyextract"
    style(book)
    for sheet in sheets(result):
        fill(book.create_sheet(sheet.name), sheet, f"{heading}　{sheet.name}")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def sheets(result: Result) -> tuple[Sheet, ...]:
    """The sheets of a result, in their order.

    >>> from policyextract import extract
    >>> [sheet.name for sheet in sheets(extract(""))]
    ['任务分解表', '量化目标', '定性目标', '时间', '部门', '口号']
    """
    return (
        _tasks(result),
        _targets(result),
        _qualitative(result),
        _times(result),
        _departments(result),
        _slogans(result),
    )


def _tasks(result: Result) -> Sheet:
    widths = (5, 34, 22, 12, 12, 14, 10, 16, 42)
    rows = ((*task.cells()[:-1], f"{place(result, task.span)}　{task.cells()[-1]}") for task in task_table(result))
    return Sheet("任务分解表", tuple(zip(COLUMNS, widths, strict=True)), rows)


def _numbered(
    mentions: Sequence[Mention[Any]], cells: Callable[[Mention[Any]], Sequence[Cell]]
) -> Iterable[Sequence[Cell]]:
    return ((number, *cells(mention)) for number, mention in enumerate(mentions, 1))


def _targets(result: Result) -> Sheet:
    columns = (
        ("序号", 6),
        ("指标", 26),
        ("标准指标", 20),
        ("时期", 16),
        ("目标值", 14),
        ("下限", 16),
        ("上限", 16),
        ("单位", 8),
        ("语气", 8),
        ("方向", 8),
        ("范围", 14),
        ("原句", 56),
        ("位置", 16),
        ("规则", 22),
    )

    def cells(mention: Mention[Any]) -> Sequence[Cell]:
        figure, quantity = mention.value, mention.value.quantity
        return (
            figure.indicator,
            figure.indicator_standard,
            wording.period(figure),
            wording.figure(figure),
            _number(quantity.low),
            _number(quantity.high),
            quantity.unit,
            figure.modality and wording.MODALITIES[figure.modality],
            figure.change and wording.CHANGES[figure.change],
            figure.scope,
            sentence(result, mention),
            place(result, mention.span),
            mention.rule,
        )

    return Sheet("量化目标", columns, _numbered(result.targets, cells))


def _qualitative(result: Result) -> Sheet:
    columns = (
        ("序号", 6),
        ("指标", 30),
        ("要求", 24),
        ("类型", 14),
        ("语气", 8),
        ("原句", 56),
        ("位置", 16),
        ("规则", 22),
    )

    def cells(mention: Mention[Any]) -> Sequence[Cell]:
        value = mention.value
        return (
            value.indicator,
            value.wording,
            wording.OUTCOMES[value.kind],
            wording.MODALITIES[value.modality],
            sentence(result, mention),
            place(result, mention.span),
            mention.rule,
        )

    return Sheet("定性目标", columns, _numbered(result.qualitative_targets, cells))


def _times(result: Result) -> Sheet:
    columns = (
        ("序号", 6),
        ("原文", 20),
        ("用途", 10),
        ("类型", 8),
        ("最早", 12),
        ("最晚", 12),
        ("时长或频次", 14),
        ("原句", 56),
        ("位置", 16),
        ("规则", 22),
    )

    def cells(mention: Mention[Any]) -> Sequence[Cell]:
        time = mention.value.time
        return (
            result.document.quote(mention.span),
            wording.TIME_ROLES[mention.value.role],
            wording.TIME_KINDS[time.kind],
            time.earliest,
            time.latest,
            wording.length(time),
            sentence(result, mention),
            place(result, mention.span),
            mention.rule,
        )

    return Sheet("时间", columns, _numbered(result.times, cells))


def _departments(result: Result) -> Sheet:
    columns = (
        ("序号", 6),
        ("名称", 24),
        ("全称", 28),
        ("角色", 8),
        ("类型", 10),
        ("栏目", 12),
        ("原句", 56),
        ("位置", 16),
        ("规则", 22),
    )

    def cells(mention: Mention[Any]) -> Sequence[Cell]:
        value = mention.value
        return (
            value.name,
            value.canonical,
            wording.DEPARTMENT_ROLES[value.role],
            wording.DEPARTMENT_KINDS[value.kind],
            value.label,
            sentence(result, mention),
            place(result, mention.span),
            mention.rule,
        )

    return Sheet("部门", columns, _numbered(result.departments, cells))


def _slogans(result: Result) -> Sheet:
    columns = (
        ("序号", 6),
        ("口号", 40),
        ("类型", 8),
        ("成员", 40),
        ("展开", 40),
        ("位置", 16),
        ("规则", 22),
    )

    def cells(mention: Mention[Any]) -> Sequence[Cell]:
        value = mention.value
        return (
            result.document.quote(mention.span),
            wording.SLOGAN_KINDS[value.kind],
            "\n".join(value.items),
            "\n".join(value.expansion),
            place(result, mention.span),
            mention.rule,
        )

    return Sheet("口号", columns, _numbered(result.slogans, cells))


def _number(number: Decimal | Fraction | None) -> Cell:
    """A number as a spreadsheet keeps it, as text where it would lose digits."""
    text = decimal_string(number)
    exact = isinstance(number, Decimal) and text is not None and len(text.strip("-0.").replace(".", "")) <= _DIGITS
    return number if exact and isinstance(number, Decimal) else text
