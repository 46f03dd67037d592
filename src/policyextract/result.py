"""What was found in one document: :class:`Result`, and its JSON form (schema version 1)."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve, frozen

from policyextract.clean import read
from policyextract.day.stated_date import day_of
from policyextract.restore import record
from policyextract.text.document import Document
from policyextract.text.span import Mention, Span
from policyextract.values import (
    Commitment,
    Figure,
    QualitativeTarget,
    QuantityRole,
    Responsibility,
    Slogan,
    TimeRole,
    Timing,
)

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

SCHEMA = 1
V = TypeVar("V")
Ids = dict[Mention[Any], str]


@frozen
class Result:
    """The five layers of one document.

    Attributes:
        document: what was read.
        quantities, times, departments, slogans, commitments: the mentions of each layer, in the order of the text.
        reference_date: the day that relative times were resolved against: the one given, else the one that the
            document states, else ``None``.
        others: the mentions of other kinds, from extractors of one's own; they are not part of the JSON output.
        qualitative_targets: the targets without a figure, kept apart from the quantities.
    """

    document: Document
    quantities: tuple[Mention[Figure], ...] = ()
    times: tuple[Mention[Timing], ...] = ()
    departments: tuple[Mention[Responsibility], ...] = ()
    slogans: tuple[Mention[Slogan], ...] = ()
    commitments: tuple[Mention[Commitment], ...] = ()
    reference_date: dt.date | None = None
    others: tuple[Mention[Any], ...] = ()
    qualitative_targets: tuple[Mention[QualitativeTarget], ...] = ()

    @classmethod
    def collect(cls, document: Document, mentions: Iterable[Mention[Any]]) -> "Result":
        """Sort the mentions of a pipeline into their layers."""
        layers: dict[type, list[Mention[Any]]] = {
            kind: [] for kind in (Figure, Timing, Responsibility, Slogan, Commitment, QualitativeTarget)
        }
        others: list[Mention[Any]] = []
        for mention in mentions:
            layers.get(type(mention.value), others).append(mention)
        quantities, times, departments, slogans, commitments, qualitative = map(tuple, layers.values())
        day = day_of(document)
        return cls(document, quantities, times, departments, slogans, commitments, day, tuple(others), qualitative)

    @property
    def targets(self) -> tuple[Mention[Figure], ...]:
        """The quantities with the role target."""
        return tuple(mention for mention in self.quantities if mention.value.role is QuantityRole.TARGET)

    @property
    def time_limits(self) -> tuple[Mention[Timing], ...]:
        """The times with the role limit."""
        return tuple(mention for mention in self.times if mention.value.role is TimeRole.LIMIT)

    def to_dict(self) -> dict[str, Any]:
        """Plain data in the shape of the JSON output; offsets count code points of the source.

        >>> from policyextract import extract
        >>> sorted(extract("").to_dict())
        ['commitments', 'departments', 'length', 'qualitative_targets', 'quantities', 'reference_date', 'schema',
         'slogans', 'times']
        """
        ids: Ids = {}
        return {
            "schema": SCHEMA,
            "reference_date": self.reference_date and self.reference_date.isoformat(),
            "length": len(self.document.source),
            "quantities": self._records("q", self.quantities, ids),
            "times": self._records("t", self.times, ids),
            "departments": self._records("d", self.departments, ids),
            "slogans": self._records("s", self.slogans, ids),
            "commitments": [
                {**self._place(f"c{number}", mention), **_members(mention.value, ids)}
                for number, mention in enumerate(self.commitments, 1)
            ],
            "qualitative_targets": self._records("o", self.qualitative_targets, ids),
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """:meth:`to_dict` as JSON text, Chinese characters as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], source: Document | str) -> "Result":
        """The result that :meth:`to_dict` was called on.

        Args:
            data: plain data in the shape of the JSON output.
            source: the text that it was read from, or the document, if it was cleaned by other than the default steps.

        >>> from policyextract import extract
        >>> result = extract("力争进出口总额增长5%。")
        >>> Result.from_dict(result.to_dict(), "力争进出口总额增长5%。") == result
        True

        Raises:
            ValueError: if the data has another schema version, or was read from a text of another length.
        """
        if data["schema"] != SCHEMA:
            raise ValueError(f"this version reads schema {SCHEMA}, not {data['schema']!r}")
        day = data["reference_date"] and dt.date.fromisoformat(data["reference_date"])
        document = _document(source, day) if isinstance(source, str) else source
        if data["length"] != len(document.source):
            raise ValueError(
                f"the data was read from {data['length']} characters, the source has {len(document.source)}"
            )
        known: dict[str, Mention[Any]] = {}

        def layer(kind: type[V], records: Iterable[Mapping[str, Any]]) -> tuple[Mention[V], ...]:
            return tuple(known.setdefault(row["id"], _mention(row, record(kind, row))) for row in records)

        quantities = layer(Figure, data["quantities"])
        times = layer(Timing, data["times"])
        departments = layer(Responsibility, data["departments"])
        slogans = layer(Slogan, data["slogans"])
        commitments = tuple(_mention(row, _commitment(row, known)) for row in data["commitments"])
        qualitative = layer(QualitativeTarget, data.get("qualitative_targets", ()))
        return cls(document, quantities, times, departments, slogans, commitments, day, (), qualitative)

    def to_rows(self, layer: str, document: str = "") -> list[dict[str, Any]]:
        """The finds of one layer as rows of the fixed schema in :mod:`policyextract.export.schema`.

        Args:
            layer: quantities, targets, times, time_limits, departments, slogans or commitments.
            document: the name of the document, for its column.

        >>> from policyextract import extract
        >>> [(row["text"], row["low"]) for row in extract("力争进出口总额增长5%。").to_rows("targets")]
        [('5%', Decimal('5'))]

        Raises:
            ValueError: if there is no such layer.
        """
        from policyextract.export.table import rows

        return list(rows(self, layer, document))

    def to_arrow(self, layer: str, document: str = "") -> "pyarrow.Table":
        """The same rows as an Arrow table, decimals exact. Needs the extra ``arrow``."""
        from policyextract.export.arrow import table

        return table(self, layer, document)

    def to_pandas(self, layer: str, document: str = "") -> "pandas.DataFrame":
        """The same rows as a pandas frame with Arrow-backed columns. Needs the extra ``pandas``."""
        from policyextract.export.frame import pandas_frame

        return pandas_frame(self, layer, document)

    def to_polars(self, layer: str, document: str = "") -> "polars.DataFrame":
        """The same rows as a Polars frame. Needs the extra ``polars``."""
        from policyextract.export.frame import polars_frame

        return polars_frame(self, layer, document)

    def to_html(self, path: "str | PathLike[str]", title: str = "") -> None:
        """Write a page that stands alone: the source with its finds, tasks, time limits, targets. Needs ``html``.

        Args:
            path: where to write; a file that is there is replaced.
            title: the heading of the page; without it, the first line of the text.
        """
        from policyextract.export.page import write

        write(self, path, title)

    def to_xlsx(self, path: "str | PathLike[str]", title: str = "") -> None:
        """Write a workbook: the 任务分解表, and a sheet for each layer. Needs the extra ``xlsx``.

        Args:
            path: where to write; a file that is there is replaced.
            title: the title of the first sheet; without it, the first line of the text.
        """
        from policyextract.export.workbook import write

        write(self, path, title)

    def _place(self, id_: str, mention: Mention[Any]) -> dict[str, Any]:
        span = mention.span
        return {
            "id": id_,
            "start": span.start,
            "end": span.stop,
            "text": self.document.quote(span),
            "rule": mention.rule,
        }

    def _records(self, letter: str, mentions: Sequence[Mention[Any]], ids: Ids) -> list[dict[str, Any]]:
        records = []
        for number, mention in enumerate(mentions, 1):
            id_ = ids[mention] = f"{letter}{number}"
            records.append({**self._place(id_, mention), **mention.value.to_dict()})
        return records


def _document(source: str, day: dt.date | None) -> Document:
    """The document of a source that was read on a day: given to it, or stated in it."""
    document = read(source)
    return document if day_of(document) == day else evolve(document, reference_date=day)


def _mention(row: Mapping[str, Any], value: V) -> Mention[V]:
    return Mention(Span(row["start"], row["end"]), value, row["rule"])


def _commitment(row: Mapping[str, Any], known: Mapping[str, Mention[Any]]) -> Commitment:
    departments, targets, times = (tuple(known[id_] for id_ in row[k]) for k in ("departments", "targets", "times"))
    return Commitment(departments, targets, times, row["action"], tuple(row["heading"]))


def _members(commitment: Commitment, ids: Ids) -> dict[str, Any]:
    return {
        "departments": [ids[mention] for mention in commitment.departments if mention in ids],
        "targets": [ids[mention] for mention in commitment.targets if mention in ids],
        "times": [ids[mention] for mention in commitment.times if mention in ids],
        "action": commitment.action,
        "heading": list(commitment.heading),
    }
