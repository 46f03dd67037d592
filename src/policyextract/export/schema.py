"""The columns of the tables: one fixed schema for each layer, the same for one document and for a million.

A column has a kind, and a kind has one type in every tool:

=========== ==================== =================== ===================== ==============
kind        Python               Arrow               pandas (Arrow-backed) Polars
=========== ==================== =================== ===================== ==============
text        ``str``              string              string                String
integer     ``int``              int64               int64                 Int64
flag        ``bool``             bool                bool                  Boolean
decimal     ``Decimal``          decimal128(38, 10)  decimal128(38, 10)    Decimal(38, 10)
date        ``datetime.date``    date32              date32                Date
texts       ``list`` of ``str``  list of string      list of string        List(String)
integers    ``list`` of ``int``  list of int64       list of int64         List(Int64)
=========== ==================== =================== ===================== ==============

Any cell but those of ``document``, ``id``, ``start``, ``end``, ``part`` and the lists may be null. A decimal column
never rounds: a number that its 28 digits before and 10 after the point cannot hold (``2/3``) is null there, and stands
exactly in the column of text beside it (``low_exact``).
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from policyextract.export.column import EXACT, PRECISION, SCALE, Column, ColumnKind, fits
from policyextract.layers import LAYERS as _LAYERS
from policyextract.tasks import OWN, Task
from policyextract.text.field import Kind, fields

__all__ = ["EXACT", "LAYERS", "PRECISION", "SCALE", "Column", "ColumnKind", "columns", "fits"]

_PLACE = (
    Column("document", "text", "the name that the caller gave the document; empty where none was given"),
    Column("id", "text", "the id in the JSON output: q1, t1, d1, s1, c1"),
    Column("start", "integer", "first code point of the find in the source"),
    Column("end", "integer", "code point after the last of the find in the source"),
    Column("text", "text", "the characters of the source, without white space"),
    Column("part", "integer", "the number of the part of the file that it stands in, 1 for the first"),
    Column("rule", "text", "the rule that read it"),
)

_KINDS: Mapping[Kind, ColumnKind] = MappingProxyType(
    {
        Kind.TEXT: "text",
        Kind.CHOICE: "text",
        Kind.NUMBER: "decimal",
        Kind.DATE: "date",
        Kind.FLAG: "flag",
        Kind.INTEGER: "integer",
        Kind.TEXTS: "texts",
        Kind.INTEGERS: "integers",
        Kind.MEMBERS: "texts",
    }
)


def _of(record: type) -> Iterator[Column]:
    """The columns of a record: its fields, and behind decimals that stand together their exact forms."""
    for is_number, group in groupby(fields(record), lambda field: field.kind is Kind.NUMBER):
        together = list(group)
        for field in together:
            meaning = f"ids of {field.meaning}" if field.kind is Kind.MEMBERS else field.meaning
            yield Column(field.name, _KINDS[field.kind], meaning)
        if is_number:
            for field in together:
                yield Column(
                    f"{field.name}{EXACT}", "text", f"{field.name} as an exact decimal string, or a fraction a/b"
                )


_TASKS = (*_PLACE, *(column for column in _of(Task) if column.name in OWN))

_OTHERS = (
    *_PLACE,
    Column("kind", "text", "the name of the class of the value"),
    Column("value", "text", "the value: a text as it is, anything else as JSON"),
)


def _all() -> Iterator[tuple[str, tuple[Column, ...]]]:
    for layer in _LAYERS:
        found = (*_PLACE, *_of(layer.record))
        yield layer.name, found
        if layer.part is not None:
            yield layer.part.name, found
    yield "others", _OTHERS
    yield "tasks", _TASKS


LAYERS: Mapping[str, tuple[Column, ...]] = MappingProxyType(dict(_all()))
"""The schema of each layer; ``targets`` and ``time_limits`` are ``quantities`` and ``times`` with that role."""


def columns(layer: str) -> tuple[Column, ...]:
    """The schema of a layer.

    >>> [column.name for column in columns("departments")][-5:]
    ['kind', 'role', 'name', 'canonical', 'label']

    Raises:
        ValueError: if there is no such layer.
    """
    try:
        return LAYERS[layer]
    except (KeyError, TypeError):
        raise ValueError(f"there is no layer {layer!r}; the layers are {', '.join(LAYERS)}") from None
