"""Tables that go where people work: pandas, Polars, Arrow, Parquet, Stata, Excel; with the meaning of each column."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal

from policyextract.export.column import PRECISION, SCALE, Column, fits
from policyextract.extra import need

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Numbers = Literal["float", "exact"]
Records = Iterator[dict[str, Any]]
_JOINT = "；"
_LABEL, _SHEET = 80, "codebook"


class Tabular:
    """What a table needs to turn into frames and files: its columns, and its rows as plain objects.

    A column of texts holds them joined by ``；``, since neither Stata nor a spreadsheet has lists. Numbers are floats,
    for estimation, or exact decimals, for checking; a fraction that has no finite decimal form is a float, and null
    among the exact ones.
    """

    __slots__ = ()

    def columns(self) -> tuple[Column, ...]:
        """The columns of the table, with what stands in each."""
        raise NotImplementedError

    def records(self) -> Records:
        """The rows, each as a dictionary with a value for every column."""
        raise NotImplementedError

    def codebook(self) -> tuple[tuple[str, str, str], ...]:
        """Name, kind and meaning of every column, in their order."""
        return tuple((column.name, column.kind, column.meaning) for column in self.columns())

    def to_arrow(self, *, numbers: Numbers = "exact") -> "pyarrow.Table":
        """The table as an Arrow table, each field with its meaning as metadata. Needs the extra ``arrow``."""
        pa = need("pyarrow", "arrow")
        types = _types(pa, numbers)
        fields = [pa.field(c.name, types[c.kind], metadata={"meaning": c.meaning}) for c in self.columns()]
        rows = [{c.name: _cell(c, row[c.name], numbers) for c in self.columns()} for row in self.records()]
        return pa.Table.from_pylist(rows, schema=pa.schema(fields))

    def to_pandas(self, *, numbers: Numbers = "float") -> "pandas.DataFrame":
        """The table as a pandas frame.

        With floats the columns have the plain types of numpy, which ``describe``, ``groupby``, estimators and writers
        all take: float64 for numbers, datetime64 for days, Int64 for integers that may be missing, bool for flags, str
        for text, empty where there is none. With ``numbers="exact"`` they are Arrow decimals.
        """
        pd = need("pandas", "pandas")
        if numbers == "exact":
            exact: pandas.DataFrame = self.to_arrow(numbers=numbers).to_pandas(types_mapper=pd.ArrowDtype)
            return exact
        rows = list(self.records())
        frame: pandas.DataFrame = pd.DataFrame(
            {c.name: _series(pd, c, [_cell(c, row[c.name], numbers) for row in rows]) for c in self.columns()}
        )
        return frame

    def to_polars(self, *, numbers: Numbers = "exact") -> "polars.DataFrame":
        """The table as a Polars frame. Needs the extras ``polars`` and ``arrow``."""
        frame: polars.DataFrame = need("polars", "polars").from_arrow(self.to_arrow(numbers=numbers))
        return frame

    def to_parquet(self, path: "str | PathLike[str]", *, numbers: Numbers = "exact") -> None:
        """Write the table as a Parquet file, with the meaning of each column. Needs the extra ``arrow``."""
        need("pyarrow.parquet", "arrow").write_table(self.to_arrow(numbers=numbers), path)

    def to_stata(self, path: "str | PathLike[str]") -> None:
        """Write the table as a Stata file (version 15 and later: Unicode), the meanings as labels of the variables.

        Flags are 0 and 1, days are daily dates, numbers are doubles. Needs the extra ``pandas``.
        """
        frame = self.to_pandas()
        labels = {c.name: c.meaning[:_LABEL] for c in self.columns()}
        for column in self.columns():
            if column.kind == "flag":
                frame[column.name] = frame[column.name].astype("int8")
            elif column.kind == "integer":
                frame[column.name] = frame[column.name].astype("float64")
        days = {c.name: "td" for c in self.columns() if c.kind == "date"}
        long = [c.name for c in self.columns() if c.kind in ("text", "texts")]
        frame.to_stata(
            path, write_index=False, version=118, variable_labels=labels, convert_dates=days, convert_strl=long
        )

    def to_excel(self, path: "str | PathLike[str]") -> None:
        """Write the table as a workbook: the rows, and the codebook. Needs the extras ``pandas`` and ``xlsx``."""
        pd = need("pandas", "pandas")
        need("openpyxl", "xlsx")
        with pd.ExcelWriter(path, engine="openpyxl") as book:
            self.to_pandas().to_excel(book, sheet_name=type(self).__name__.lower(), index=False, freeze_panes=(1, 0))
            frame = pd.DataFrame(self.codebook(), columns=["column", "kind", "meaning"])
            frame.to_excel(book, sheet_name=_SHEET, index=False)


def _types(pa: Any, numbers: Numbers) -> Mapping[str, Any]:
    if numbers not in ("float", "exact"):
        raise ValueError(f"numbers are 'float' or 'exact', not {numbers!r}")
    return {
        "text": pa.string(),
        "texts": pa.string(),
        "integers": pa.string(),
        "integer": pa.int64(),
        "flag": pa.bool_(),
        "decimal": pa.decimal128(PRECISION, SCALE) if numbers == "exact" else pa.float64(),
        "date": pa.date32(),
    }


def _cell(column: Column, content: Any, numbers: Numbers) -> Any:
    if isinstance(content, Enum):
        return content.value
    if column.kind in ("texts", "integers"):
        return _JOINT.join(map(str, content or ()))
    return _number(content, numbers) if column.kind == "decimal" else content


def _number(content: Decimal | Fraction | None, numbers: Numbers) -> Decimal | float | None:
    if content is None or numbers == "float":
        return None if content is None else float(content)
    return content if isinstance(content, Decimal) and fits(content) else None


def _series(pd: Any, column: Column, cells: Sequence[Any]) -> Any:
    """A column with a type of numpy, whatever is missing."""
    if column.kind == "decimal":
        return pd.Series(cells, dtype="float64")
    if column.kind == "integer":
        return pd.Series(cells, dtype="Int64")
    if column.kind == "flag":
        return pd.Series([bool(cell) for cell in cells], dtype="bool")
    if column.kind == "date":
        return pd.Series(pd.to_datetime(pd.Series(cells, dtype="object")), dtype="datetime64[s]")
    return pd.Series(["" if cell is None else cell for cell in cells], dtype="object").astype("str")
