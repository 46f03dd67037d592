"""What was found in one document, as data: the layers with their ids, and the way to JSON and back (schema 1)."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import evolve, frozen

from policyextract.about import about, part_at, parts
from policyextract.about.record import About, Part
from policyextract.clean import read
from policyextract.day.stated_date import day_of
from policyextract.layers import LAYERS, OTHERS, Layer, layer_of
from policyextract.restore import record
from policyextract.text.document import Document
from policyextract.text.field import Kind, fields
from policyextract.text.record import plain
from policyextract.text.span import Mention, Span, worded
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
    from policyextract.json_types import ResultDict

SCHEMA = 1
Ids = Mapping[Mention[Any], str]


@frozen
class Found:
    """The layers of one document; :class:`~policyextract.Result` adds the ways out."""

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
    def collect(cls, document: Document, mentions: Iterable[Mention[Any]]) -> Self:
        """Sort the mentions of a pipeline into their layers."""
        layers: dict[str, list[Mention[Any]]] = {layer.name: [] for layer in (*LAYERS, OTHERS)}
        of_kind: dict[type, list[Mention[Any]]] = {}
        for mention in mentions:
            if not mention.text:
                mention = worded(mention, document.quote(mention.span))
            kind = type(mention.value)
            if kind not in of_kind:
                of_kind[kind] = layers[layer_of(mention.value).name]
            of_kind[kind].append(mention)
        found = {name: tuple(layer) for name, layer in layers.items()}
        return cls(document, reference_date=day_of(document), **found)

    @property
    def about(self) -> About:
        """What the document is: title, sort, issuer, region, number, days, addressees; each with its place.

        >>> from policyextract import extract
        >>> about = extract("2026年湖南省政府工作报告\\n各位代表：").about
        >>> about.title.text, about.kind.value, about.region.code
        ('2026年湖南省政府工作报告', 'report', '430000')
        """
        return about(self.document)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The documents that the file holds, each from its title to the next; one where it holds one."""
        return parts(self.document)

    def part_of(self, mention: Mention[Any]) -> int:
        """The number of the part that a find stands in: 1 for the first; 0 before the first title of a torn file."""
        return part_at(self.document, mention.span.start)

    @property
    def targets(self) -> tuple[Mention[Figure], ...]:
        """The quantities with the role target."""
        return tuple(mention for mention in self.quantities if mention.value.role is QuantityRole.TARGET)

    @property
    def time_limits(self) -> tuple[Mention[Timing], ...]:
        """The times with the role limit."""
        return tuple(mention for mention in self.times if mention.value.role is TimeRole.LIMIT)

    def ids(self) -> dict[Mention[Any], str]:
        """The id of every mention, as the JSON output has it.

        >>> from policyextract import extract
        >>> list(extract("力争进出口总额增长5%。").ids().values())
        ['q1', 'c1']
        """
        return {mention: id_ for layer in LAYERS for id_, mention in _numbered(self, layer)} | {
            mention: id_ for id_, mention in _numbered(self, OTHERS)
        }

    def to_dict(self) -> "ResultDict":
        """Plain data in the shape of the JSON output; offsets count code points of the source.

        What extractors of one's own found stands under ``others``, with the name of the class of each value.
        :func:`~policyextract.json_schema` is its schema, :class:`policyextract.json_types.ResultDict` its type.

        >>> from policyextract import extract
        >>> sorted(extract("").to_dict())
        ['about', 'commitments', 'departments', 'length', 'others', 'parts', 'qualitative_targets', 'quantities',
         'reference_date', 'schema', 'slogans', 'times']
        """
        ids = self.ids()
        data = {
            "schema": SCHEMA,
            "reference_date": self.reference_date and self.reference_date.isoformat(),
            "length": len(self.document.source),
            "about": self.about.to_dict(),
            "parts": [part.to_dict() for part in self.parts],
            **{layer.name: [self._row(id_, m, ids) for id_, m in _numbered(self, layer)] for layer in LAYERS},
            OTHERS.name: [self._other(id_, mention) for id_, mention in _numbered(self, OTHERS)],
        }
        return cast("ResultDict", data)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], source: Document | str, kinds: Iterable[type] = ()) -> Self:
        """The result that :meth:`to_dict` was called on.

        Args:
            data: plain data in the shape of the JSON output.
            source: the text that it was read from, or the document, if it was cleaned by other than the default steps.
            kinds: classes of records of one's own, which are made again from their fields; other values of one's own
                come back as the plain data that was written.

        >>> from policyextract import Result, extract
        >>> result = extract("力争进出口总额增长5%。")
        >>> Result.from_dict(result.to_dict(), "力争进出口总额增长5%。") == result
        True

        Raises:
            TypeError: if the data is no mapping, or the source neither a ``str`` nor a document.
            ValueError: if the data is not what ``to_dict`` gives, has another schema version, or was read from a text
                of another length.
        """
        day, document = _checked(data, source)
        known: dict[str, Mention[Any]] = {}
        found: dict[str, tuple[Mention[Any], ...]] = {}
        for layer in sorted(LAYERS, key=lambda layer: bool(_members(layer.record))):  # those that name others last
            for row in data.get(layer.name, ()):
                values = {**row, **{name: [known[id_] for id_ in row.get(name, ())] for name in _members(layer.record)}}
                known[row["id"]] = _mention(row, record(layer.record, values), document)
            found[layer.name] = tuple(known[row["id"]] for row in data.get(layer.name, ()))
        named = {kind.__name__: kind for kind in kinds}
        others = tuple(
            _mention(row, record(named[row["kind"]], row["value"]) if row["kind"] in named else row["value"], document)
            for row in data.get(OTHERS.name, ())
        )
        return cls(document, reference_date=day, others=others, **found)

    def _place(self, id_: str, mention: Mention[Any]) -> dict[str, Any]:
        span = mention.span
        text = self.document.quote(span)
        part = self.part_of(mention)
        return {"id": id_, "start": span.start, "end": span.stop, "text": text, "part": part, "rule": mention.rule}

    def _row(self, id_: str, mention: Mention[Any], ids: Ids) -> dict[str, Any]:
        members = {
            name: [ids[member] for member in getattr(mention.value, name) if member in ids]
            for name in _members(type(mention.value))
        }
        return {**self._place(id_, mention), **mention.value.to_dict(), **members}

    def _other(self, id_: str, mention: Mention[Any]) -> dict[str, Any]:
        return {**self._place(id_, mention), "kind": type(mention.value).__name__, "value": plain(mention.value)}


def _numbered(found: Found, layer: Layer) -> Iterator[tuple[str, Mention[Any]]]:
    return ((f"{layer.letter}{number}", mention) for number, mention in enumerate(getattr(found, layer.name), 1))


def _members(kind: Any) -> tuple[str, ...]:
    """The fields of a record that hold mentions of other layers."""
    return tuple(field.name for field in fields(kind) if field.kind is Kind.MEMBERS)


def _checked(data: Mapping[str, Any], source: Document | str) -> tuple[dt.date | None, Document]:
    if not isinstance(data, Mapping):
        raise TypeError(f"from_dict takes what to_dict gives, not {type(data).__name__}; load JSON text first")
    if not isinstance(source, Document | str):
        raise TypeError(f"source is the text, or the document, that was read, not {type(source).__name__}")
    if data.get("schema") != SCHEMA:
        said = f"schema {data['schema']!r}" if "schema" in data else "none"
        raise ValueError(f"this version reads what to_dict gives, with schema {SCHEMA}; this has {said}")
    missing = [name for name in ("length", "quantities", "commitments") if name not in data]
    if missing:
        raise ValueError(f"this is not what to_dict gives: it has no {', '.join(missing)}")
    day = data.get("reference_date")
    day = day and dt.date.fromisoformat(day)
    document = source if isinstance(source, Document) else _document(source, day)
    if data["length"] != len(document.source):
        raise ValueError(f"the data was read from {data['length']} characters, the source has {len(document.source)}")
    return day, document


def _document(source: str, day: dt.date | None) -> Document:
    """The document of a source that was read on a day: given to it, or stated in it."""
    document = read(source)
    return document if day_of(document) == day else evolve(document, reference_date=day)


def _mention(row: Mapping[str, Any], value: Any, document: Document) -> Mention[Any]:
    span = Span(row["start"], row["end"])
    return Mention(span, value, row["rule"], document.quote(span))
