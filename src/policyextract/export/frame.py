"""Finds as a pandas or Polars frame. Need the extras ``pandas`` and ``polars``."""

from typing import TYPE_CHECKING, Any

from policyextract.export.arrow import table
from policyextract.export.schema import PRECISION, SCALE, columns
from policyextract.export.table import rows
from policyextract.extra import need
from policyextract.found import Found

if TYPE_CHECKING:
    import pandas
    import polars


def pandas_frame(result: Found, layer: str, document: str = "") -> "pandas.DataFrame":
    """One layer of one document as a pandas frame with Arrow-backed columns: decimals exact, dates as dates.

    >>> from policyextract import extract
    >>> frame = pandas_frame(extract("力争进出口总额增长5%。"), "targets")
    >>> str(frame.dtypes["low"])
    'decimal128(38, 10)[pyarrow]'
    """
    frame: pandas.DataFrame = table(result, layer, document).to_pandas(types_mapper=need("pandas", "pandas").ArrowDtype)
    return frame


def polars_frame(result: Found, layer: str, document: str = "") -> "polars.DataFrame":
    """One layer of one document as a Polars frame.

    >>> from policyextract import extract
    >>> polars_frame(extract("力争进出口总额增长5%。"), "targets").schema["low"]
    Decimal(precision=38, scale=10)
    """
    pl = need("polars", "polars")
    types: dict[str, Any] = {
        "text": pl.String,
        "integer": pl.Int64,
        "flag": pl.Boolean,
        "decimal": pl.Decimal(PRECISION, SCALE),
        "date": pl.Date,
        "texts": pl.List(pl.String),
        "integers": pl.List(pl.Int64),
    }
    schema = {column.name: types[column.kind] for column in columns(layer)}
    frame: polars.DataFrame = pl.DataFrame(list(rows(result, layer, document)), schema=schema, orient="row")
    return frame
