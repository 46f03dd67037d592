"""Finds as an Arrow table. Needs pyarrow, the extra ``arrow``."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from policyextract.export.schema import PRECISION, SCALE, columns
from policyextract.export.table import Row, rows
from policyextract.extra import need
from policyextract.found import Found

if TYPE_CHECKING:
    import pyarrow


def schema(layer: str) -> "pyarrow.Schema":
    """The Arrow schema of a layer; its fields carry their meaning as metadata.

    >>> schema("times").field("latest").type
    DataType(date32[day])

    Raises:
        ValueError: if there is no such layer.
        ImportError: if pyarrow is not installed.
    """
    pa = need("pyarrow", "arrow")
    types: dict[str, Any] = {
        "text": pa.string(),
        "integer": pa.int64(),
        "flag": pa.bool_(),
        "decimal": pa.decimal128(PRECISION, SCALE),
        "date": pa.date32(),
        "texts": pa.list_(pa.string()),
        "integers": pa.list_(pa.int64()),
    }
    return pa.schema([pa.field(c.name, types[c.kind], metadata={"meaning": c.meaning}) for c in columns(layer)])


def batch(found: Iterable[Row], layer: str) -> "pyarrow.RecordBatch":
    """Rows of a layer as one record batch.

    >>> batch([], "slogans").num_rows
    0
    """
    pa = need("pyarrow", "arrow")
    return pa.RecordBatch.from_pylist(list(found), schema=schema(layer))


def table(result: Found, layer: str, document: str = "") -> "pyarrow.Table":
    """One layer of one document as an Arrow table.

    >>> from policyextract import extract
    >>> table(extract("力争进出口总额增长5%。"), "targets")["low"].to_pylist()
    [Decimal('5.0000000000')]
    """
    pa = need("pyarrow", "arrow")
    return pa.Table.from_batches([batch(rows(result, layer, document), layer)])
