"""What was found in one document: :class:`Result`, and its JSON form (schema version 1)."""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from attrs import frozen

from policyextract.document import Document
from policyextract.span import Mention
from policyextract.values import (
    Commitment,
    Figure,
    QuantityRole,
    Responsibility,
    Slogan,
    TimeRole,
    Timing,
)

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
    """

    document: Document
    quantities: tuple[Mention[Figure], ...] = ()
    times: tuple[Mention[Timing], ...] = ()
    departments: tuple[Mention[Responsibility], ...] = ()
    slogans: tuple[Mention[Slogan], ...] = ()
    commitments: tuple[Mention[Commitment], ...] = ()
    reference_date: dt.date | None = None

    @classmethod
    def collect(cls, document: Document, mentions: Iterable[Mention[Any]]) -> "Result":
        """Sort the mentions of a pipeline into their layers; those of other kinds are left to the caller."""
        found = list(mentions)

        def layer(kind: type[V]) -> tuple[Mention[V], ...]:
            return tuple(mention for mention in found if isinstance(mention.value, kind))

        return cls(
            document,
            layer(Figure),
            layer(Timing),
            layer(Responsibility),
            layer(Slogan),
            layer(Commitment),
            document.reference_date,
        )

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
        ['commitments', 'departments', 'length', 'quantities', 'reference_date', 'schema', 'slogans', 'times']
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
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """:meth:`to_dict` as JSON text, Chinese characters as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

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


def _members(commitment: Commitment, ids: Ids) -> dict[str, Any]:
    return {
        "departments": [ids[mention] for mention in commitment.departments if mention in ids],
        "targets": [ids[mention] for mention in commitment.targets if mention in ids],
        "times": [ids[mention] for mention in commitment.times if mention in ids],
        "action": commitment.action,
        "heading": list(commitment.heading),
    }
