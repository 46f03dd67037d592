"""Finds as rows of plain Python objects, one table for each layer."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from operator import attrgetter
from typing import Any, cast

from policyextract.export.schema import EXACT, Column, columns, fits
from policyextract.found import Found, Ids
from policyextract.layers import OTHERS, layer_of
from policyextract.tasks import task_table
from policyextract.text.field import Kind, fields
from policyextract.text.record import decimal_string, plain
from policyextract.text.span import Mention

Row = dict[str, Any]


def rows(result: Found, layer: str, document: str = "") -> Iterator[Row]:
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
    if layer == "tasks":
        yield from (cast("Row", row) for row in task_table(result).to_rows(document))
        return
    for known in _known(result, layer):
        known["document"] = document
        yield {column.name: _cell(column, known) for column in schema}


def all_rows(results: Iterable[tuple[str, Found]], layer: str) -> Iterator[Row]:
    """The rows of one layer of many documents, each given as its name and its result, one document at a time.

    >>> from policyextract import extract
    >>> results = ((year, extract("力争进出口总额增长5%。")) for year in ("2020", "2021"))
    >>> [(row["document"], row["text"]) for row in all_rows(results, "quantities")]
    [('2020', '5%'), ('2021', '5%')]
    """
    columns(layer)
    for document, result in results:
        yield from rows(result, layer, document)


def _known(found: Found, layer: str) -> Iterator[Row]:
    """What the columns of each row are taken from."""
    ids = found.ids()
    for mention in getattr(found, layer):
        yield {**_place(found, mention, ids), **_fields(mention.value, ids)}


def _place(found: Found, mention: Mention[Any], ids: Ids) -> Row:
    return {
        "id": ids[mention],
        "start": mention.span.start,
        "end": mention.span.stop,
        "text": found.document.quote(mention.span),
        "part": found.part_of(mention),
        "rule": mention.rule,
    }


def _fields(value: Any, ids: Ids) -> Row:
    """The fields of a record and of the record inside it, in one level; of other mentions their ids."""
    if layer_of(value) is OTHERS:
        return {"kind": type(value).__name__, "value": as_text(value)}
    known: Row = {}
    for field in fields(type(value)):
        content = attrgetter(field.path)(value)
        is_members = field.kind is Kind.MEMBERS
        known[field.name] = tuple(ids[member] for member in content if member in ids) if is_members else content
    return known


def as_text(value: Any) -> str:
    """A value of an extractor of one's own in one cell: a text as it is, anything else as JSON.

    >>> as_text("12345"), as_text({"号码": (1, 2)})
    ('12345', '{"号码": [1, 2]}')
    """
    return value if isinstance(value, str) else json.dumps(plain(value), ensure_ascii=False)


def _cell(column: Column, known: Row) -> Any:
    if column.name.endswith(EXACT):
        return decimal_string(known[column.name.removesuffix(EXACT)])
    content = known[column.name]
    if column.kind == "decimal":
        return _decimal(content)
    if isinstance(content, Enum):
        return content.value
    return list(content) if isinstance(content, tuple) else content


def _decimal(number: Decimal | Fraction | None) -> Decimal | None:
    return number if isinstance(number, Decimal) and fits(number) else None
