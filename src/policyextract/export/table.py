"""Finds as rows of plain Python objects, one table for each layer."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

import attrs

from policyextract.export.schema import Column, columns, fits
from policyextract.result import Result
from policyextract.text.span import Mention
from policyextract.values import Commitment, decimal_string

Row = dict[str, Any]

_SUFFIX = "_exact"


def rows(result: Result, layer: str, document: str = "") -> Iterator[Row]:
    """The rows of one layer of one document, in the order of the text.

    Args:
        result: what was found.
        layer: one of :data:`policyextract.export.schema.LAYERS`.
        document: the name of the document, for its column.

    >>> from policyextract import extract
    >>> row = next(rows(extract("确保网上可办率达到90%。"), "targets", "工作报告"))
    >>> row["document"], row["indicator"], row["low"], row["unit"]
    ('工作报告', '网上可办率', Decimal('90'), '%')

    Raises:
        ValueError: if there is no such layer.
    """
    schema = columns(layer)
    ids = numbered(result)
    for mention in getattr(result, layer):
        span = mention.span
        known = {
            "document": document,
            "id": ids[mention],
            "start": span.start,
            "end": span.stop,
            "text": result.document.quote(span),
            "rule": mention.rule,
            **_fields(mention.value, ids),
        }
        yield {column.name: _cell(column, known) for column in schema}


def all_rows(results: Iterable[tuple[str, Result]], layer: str) -> Iterator[Row]:
    """The rows of one layer of many documents, each given as its name and its result, one document at a time.

    >>> from policyextract import extract
    >>> results = ((year, extract("力争进出口总额增长5%。")) for year in ("2020", "2021"))
    >>> [(row["document"], row["text"]) for row in all_rows(results, "quantities")]
    [('2020', '5%'), ('2021', '5%')]
    """
    columns(layer)
    for document, result in results:
        yield from rows(result, layer, document)


def numbered(result: Result) -> dict[Mention[Any], str]:
    """The id of every mention of a result, as the JSON output has it."""
    layers: tuple[tuple[str, Sequence[Mention[Any]]], ...] = (
        ("q", result.quantities),
        ("t", result.times),
        ("d", result.departments),
        ("s", result.slogans),
        ("c", result.commitments),
        ("o", result.qualitative_targets),
    )
    return {mention: f"{letter}{number}" for letter, found in layers for number, mention in enumerate(found, 1)}


def _fields(value: Any, ids: dict[Mention[Any], str]) -> Row:
    """The fields of a record and of the record inside it, in one level."""
    known: Row = {}
    for field in attrs.fields(type(value)):
        content = getattr(value, field.name)
        if isinstance(value, Commitment) and field.name in ("departments", "targets", "times"):
            content = tuple(ids[mention] for mention in content if mention in ids)
        if attrs.has(type(content)):
            known |= _fields(content, ids)
        else:
            known[field.name] = content
    return known


def _cell(column: Column, known: Row) -> Any:
    if column.name.endswith(_SUFFIX):
        return decimal_string(known[column.name.removesuffix(_SUFFIX)])
    content = known[column.name]
    if column.kind == "decimal":
        return _decimal(content)
    if isinstance(content, Enum):
        return content.value
    return list(content) if isinstance(content, tuple) else content


def _decimal(number: Decimal | Fraction | None) -> Decimal | None:
    return number if isinstance(number, Decimal) and fits(number) else None
