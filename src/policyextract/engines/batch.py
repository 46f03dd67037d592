"""Documents in an Arrow batch to records in an Arrow batch, for engines that spread work. Needs the extra ``arrow``.

One function serves every engine that speaks Arrow: Spark (``mapInArrow``), Ray Data (``map_batches``), Dask
(``map_partitions``), DuckDB and Polars.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import accumulate, chain, islice
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import attrs

from policyextract.default import PIPELINE
from policyextract.export import arrow, table
from policyextract.export.schema import EXACT, Column, columns, fits
from policyextract.extra import need
from policyextract.layers import LAYERS
from policyextract.many.stream import Failure, Outcome, Text
from policyextract.pipeline import Pipeline
from policyextract.result import Result
from policyextract.text.field import Field, Kind, fields
from policyextract.text.record import decimal_string
from policyextract.text.span import Mention

if TYPE_CHECKING:
    import pyarrow

Batch = TypeVar("Batch", "pyarrow.RecordBatch", "pyarrow.Table")

PART = 64
"""Documents whose results are held together, while their records go into the batch."""

NESTED = ("quantities", "times", "departments", "slogans", "commitments")
"""The layers in the row of a document; ``targets`` and ``time_limits`` are parts of ``quantities`` and ``times``."""


_FLAT = ("tasks", "others")
"""The layers whose rows are made one by one, since their values are not of one record."""


class _Row(NamedTuple):
    """A find with its place; the first fields are the first columns of every layer."""

    document: str
    id: str
    start: int
    end: int
    text: str
    part: int
    rule: str
    value: Any
    ids: dict[Mention[Any], str]


def _is_layer(_: object, __: object, layer: str | None) -> None:
    if layer is not None:
        columns(layer)


@attrs.frozen
class BatchExtractor:
    """Reads the documents of Arrow batches, and gives out Arrow batches of records with a declared schema.

    With ``layer=None`` a row goes in and a row comes out for every document: its name, its error or null, and a list
    of records for each of the five layers, in the columns of :mod:`policyextract.export.schema`. With a ``layer``, a
    row comes out for every find of that layer; a document that could not be read is one row with its error.

    Attributes:
        layer: ``None``, or quantities, targets, times, time_limits, departments, slogans or commitments.
        pipeline: what reads a document.
        text: the column with the texts, of type string.
        document: the column with the names of the documents; without such a column they are empty.
        reference_date: the column with the reference dates, of type date; without such a column there are none.

    >>> import pyarrow as pa
    >>> batch = pa.RecordBatch.from_pydict({"document": ["报告", "空白"], "text": ["确保网上可办率达到90%。", None]})
    >>> found = BatchExtractor()(batch)
    >>> found["document"].to_pylist(), found["error"].to_pylist()
    (['报告', '空白'], [None, 'TypeError: a source is a str, not NoneType'])
    >>> [record["indicator"] for record in found["quantities"].to_pylist()[0]]
    ['网上可办率']

    Raises:
        ValueError: if there is no such layer.
    """

    layer: str | None = attrs.field(default=None, validator=_is_layer)
    pipeline: Pipeline = PIPELINE
    text: str = "text"
    document: str = "document"
    reference_date: str = "reference_date"

    @property
    def schema(self) -> "pyarrow.Schema":
        """The schema of what comes out, the same for every batch."""
        pa = need("pyarrow", "arrow")
        error = pa.field("error", pa.string(), metadata={"meaning": "why the document could not be read, else null"})
        if self.layer is not None:
            return arrow.schema(self.layer).append(error)
        document = arrow.schema("quantities").field("document")
        return pa.schema([document, error, *(pa.field(layer, pa.list_(_record(layer))) for layer in NESTED)])

    def __call__(self, batch: Batch) -> Batch:
        """The records of one batch; of a table, as a table.

        Raises:
            KeyError: if the batch has no column with the name that ``text`` says.
        """
        if self.text not in batch.schema.names:
            raise KeyError(f"no column {self.text!r} among {batch.schema.names}; text= says which one holds the texts")
        names = [name or "" for name in self._cells(batch, self.document, "")]
        outcomes = self.pipeline.map(self._texts(batch), workers=1)
        parts = [
            self._arrays(names[i : i + PART], list(islice(outcomes, PART))) for i in range(0, len(names) or 1, PART)
        ]
        concat = need("pyarrow", "arrow").concat_arrays
        arrays = [concat([part.pop() for part in parts]) for _ in self.schema]  # so no two columns are held twice
        return type(batch).from_arrays(arrays[::-1], schema=self.schema)

    def _arrays(self, names: Sequence[str], outcomes: Sequence[Outcome]) -> list[Any]:
        return _by_document(names, outcomes) if self.layer is None else _by_find(names, outcomes, self.layer)

    def stream(self, batches: "Iterable[pyarrow.RecordBatch]") -> "Iterator[pyarrow.RecordBatch]":
        """The records of batches, one for one, as they are asked for: what ``mapInArrow`` takes."""
        return map(self, batches)

    def _texts(self, batch: Any) -> Iterator[Text]:
        """The texts with their dates, as they are asked for."""
        for start in range(0, batch.num_rows, PART):
            part = batch.slice(start, PART)
            dates = self._cells(part, self.reference_date, None)
            yield from zip(part.column(self.text).to_pylist(), dates, strict=True)

    @staticmethod
    def _cells(batch: Any, name: str, default: Any) -> list[Any]:
        return batch.column(name).to_pylist() if name in batch.schema.names else [default] * batch.num_rows


def _error(outcome: Outcome) -> str | None:
    return f"{outcome.error}: {outcome.message}" if isinstance(outcome, Failure) else None


def _by_document(names: Sequence[str], outcomes: Sequence[Outcome]) -> list[Any]:
    """The columns of a row for each document."""
    pa = need("pyarrow", "arrow")
    arrays = [pa.array(names, pa.string()), pa.array(map(_error, outcomes), pa.string())]
    ids = [outcome.ids() if isinstance(outcome, Result) else {} for outcome in outcomes]
    for layer in NESTED:
        rows = [_rows(name, outcome, layer, known) for name, outcome, known in zip(names, outcomes, ids, strict=True)]
        offsets = pa.array([0, *accumulate(map(len, rows))], pa.int32())
        _, *cells = _arrays(list(chain.from_iterable(rows)), layer)
        records = pa.StructArray.from_arrays(cells, fields=list(_record(layer)))
        arrays.append(pa.ListArray.from_arrays(offsets, records))
    return arrays


def _by_find(names: Sequence[str], outcomes: Sequence[Outcome], layer: str) -> list[Any]:
    """The columns of a row for each find of a layer, and for each document that could not be read."""
    pa = need("pyarrow", "arrow")
    rows: list[Any] = []
    places: list[int | None] = []
    documents: list[str] = []
    errors: list[str | None] = []
    for name, outcome in zip(names, outcomes, strict=True):
        found = _rows(name, outcome, layer, outcome.ids() if isinstance(outcome, Result) else {})
        error = _error(outcome)
        places += [None] if error else range(len(rows), len(rows) + len(found))
        rows += found
        count = 1 if error else len(found)
        documents += [name] * count
        errors += [error] * count
    _, *cells = _arrays(rows, layer)
    order = pa.array(places, pa.int64())
    return [pa.array(documents, pa.string()), *(cell.take(order) for cell in cells), pa.array(errors, pa.string())]


def _rows(name: str, outcome: Outcome, layer: str, ids: dict[Mention[Any], str]) -> list[Any]:
    if isinstance(outcome, Failure):
        return []
    if layer in _FLAT:
        return list(table.rows(outcome, layer, name))
    quote, part = outcome.document.quote, outcome.part_of
    return [
        _Row(name, ids[one], one.span.start, one.span.stop, quote(one.span), part(one), one.rule, one.value, ids)
        for one in getattr(outcome, layer)
    ]


def _record(layer: str) -> Any:
    """The Arrow type of a find in the row of its document: the columns of its layer but for the document."""
    return need("pyarrow", "arrow").struct(list(arrow.schema(layer))[1:])


def _arrays(rows: Sequence[Any], layer: str) -> list[Any]:
    pa = need("pyarrow", "arrow")
    cells = (list(map(read, rows)) for read in _readers(layer))
    return [
        _decimals(column, field.type) if kind == "decimal" else pa.array(column, field.type)
        for column, field, kind in zip(cells, arrow.schema(layer), (c.kind for c in columns(layer)), strict=True)
    ]


def _decimals(numbers: list[Any], type_: Any) -> Any:
    pa = need("pyarrow", "arrow")
    numbers = [number if isinstance(number, Decimal) else None for number in numbers]
    try:
        return pa.array(numbers, type_)
    except pa.ArrowInvalid:
        return pa.array([number if number is not None and fits(number) else None for number in numbers], type_)


@cache
def _readers(layer: str) -> tuple[Callable[[Any], Any], ...]:
    """How to read each column of a layer from a row."""
    if layer in _FLAT:
        return tuple(itemgetter(column.name) for column in columns(layer))
    known = {field.name: field for field in fields(_record_of(layer))}
    return tuple(_reader(column, known.get(column.name.removesuffix(EXACT))) for column in columns(layer))


def _record_of(layer: str) -> type:
    names = ((known, name) for known in LAYERS for name in (known.name, known.part and known.part.name))
    return next(known.record for known, name in names if name == layer)


def _reader(column: Column, field: Field | None) -> Callable[[Any], Any]:
    if field is None:
        return attrgetter(column.name)
    read = attrgetter(f"value.{field.path}")
    if column.name.endswith(EXACT):
        return lambda row: decimal_string(read(row))
    if field.kind is Kind.MEMBERS:
        return lambda row: [row.ids[member] for member in read(row) if member in row.ids]
    return read
