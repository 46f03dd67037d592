"""The slogans of a set of documents: which are used most, since when, and in which years."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

from attrs import frozen

from policyextract.export.column import Column
from policyextract.export.tabular import Records, Tabular
from policyextract.result import Result
from policyextract.text.pattern import pattern
from policyextract.text.span import Mention
from policyextract.values import Slogan, SloganKind

_JOINT = pattern(r"[，,、；;\s·]+")


@frozen
class Use:
    """One slogan in a set of documents.

    Attributes:
        text: the slogan as the documents write it most often, without white space.
        kind: label, motto or parallel: the kind that it has most often.
        count: how often it is used.
        documents: how many documents use it.
        years: years (of the reference dates of the documents) with the number of uses in each, in their order.
        first: the reference date of the earliest document that uses it, or ``None`` if no document that does has one.
        document: the number of that document in the set, from 0.
        mention: its first use there.
    """

    text: str
    kind: SloganKind
    count: int
    documents: int
    years: tuple[tuple[int, int], ...]
    first: dt.date | None
    document: int
    mention: Mention[Slogan]

    @property
    def span_of_years(self) -> int:
        """How many years lie between the first and the last use, both counted; 0 where no year is known.

        >>> from policyextract import extract
        >>> texts = {2015: "深化“放管服”改革。", 2019: "推进“放管服”改革。"}
        >>> reports = [extract(text, reference_date=dt.date(year, 3, 5)) for year, text in texts.items()]
        >>> census(reports)[0].span_of_years
        5
        """
        return self.years[-1][0] - self.years[0][0] + 1 if self.years else 0

    def to_dict(self) -> dict[str, Any]:
        """The fields as plain data, days in ISO 8601."""
        return {
            "text": self.text,
            "kind": self.kind.value,
            "count": self.count,
            "documents": self.documents,
            "years": {str(year): count for year, count in self.years},
            "first": self.first and self.first.isoformat(),
            "document": self.document,
            "start": self.mention.span.start,
            "end": self.mention.span.stop,
        }


_SCHEMA = (
    Column("text", "text", "the slogan as the documents write it most often"),
    Column("kind", "text", "label, motto or parallel"),
    Column("uses", "integer", "how often it is used"),
    Column("documents", "integer", "how many documents use it"),
    Column("first_date", "date", "reference date of the earliest document that uses it"),
    Column("first_document", "integer", "number of that document in the set, from 0"),
    Column("year_from", "integer", "first year of use"),
    Column("year_to", "integer", "last year of use"),
    Column("years", "texts", "years of use, each with the number of uses"),
)


class Census(Tabular, tuple[Use, ...]):
    """The slogans of a set of documents, the most used first: a tuple that turns into frames and files."""

    __slots__ = ()

    def columns(self) -> tuple[Column, ...]:
        """The columns of the frames and files, with what stands in each."""
        return _SCHEMA

    def records(self) -> Records:
        """The rows as dictionaries."""
        for use in self:
            yield {
                "text": use.text,
                "kind": use.kind,
                "uses": use.count,
                "documents": use.documents,
                "first_date": use.first,
                "first_document": use.document,
                "year_from": use.years[0][0] if use.years else None,
                "year_to": use.years[-1][0] if use.years else None,
                "years": tuple(f"{year}:{count}" for year, count in use.years),
            }


Seen = tuple[int, dt.date | None, str, Mention[Slogan]]


def _most(values: Collection[Any]) -> Any:
    """The value that occurs most often, the earliest of several."""
    counts: dict[Any, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return max(counts, key=lambda value: counts[value])


def _use(seen: list[Seen]) -> Use:
    first = min(seen, key=lambda use: (use[1] is None, use[1] or dt.date.max, use[0], use[3].span.start))
    years = sorted(day.year for _, day, _, _ in seen if day is not None)
    return Use(
        text=_most([text for _, _, text, _ in seen]),
        kind=_most([mention.value.kind for _, _, _, mention in seen]),
        count=len(seen),
        documents=len({number for number, _, _, _ in seen}),
        years=tuple((year, years.count(year)) for year in sorted(set(years))),
        first=first[1],
        document=first[0],
        mention=first[3],
    )


def census(results: Iterable[Result], *, kinds: Iterable[SloganKind | str] = tuple(SloganKind)) -> Census:
    """Count the slogans of a set of documents, the most used first.

    Two slogans are the same if they differ in nothing but white space and the signs between their members
    (``只能提前,不许推后``, ``只能提前、不许推后``). A use is dated by the reference date of its document.

    Args:
        results: what :func:`~policyextract.extract` gives for each document, in any order.
        kinds: the kinds to count: label, motto, parallel.

    Returns:
        One record for each slogan, by falling count, then by falling number of documents, then by first use.

    >>> from policyextract import extract
    >>> texts = {2019: "深化“放管服”改革。", 2021: "纵深推进“放管服”改革，做好“六稳”工作。"}
    >>> reports = [extract(text, reference_date=dt.date(year, 3, 5)) for year, text in texts.items()]
    >>> for use in census(reports):
    ...     print(use.text, use.count, use.documents, use.first, use.years)
    放管服 2 2 2019-03-05 ((2019, 1), (2021, 1))
    六稳 1 1 2021-03-05 ((2021, 1),)

    Raises:
        TypeError: if a result is not a :class:`~policyextract.Result`.
        ValueError: if there is no such kind.
    """
    wanted = _kinds(kinds)
    seen: dict[str, list[Seen]] = {}
    for number, result in enumerate(results):
        if not isinstance(result, Result):
            raise TypeError(f"census counts results of extract(), not {type(result).__name__}")
        for mention in result.slogans:
            if mention.value.kind in wanted:
                text = result.document.quote(mention.span)
                key = _JOINT.sub("", text)
                seen.setdefault(key, []).append((number, result.reference_date, text, mention))
    uses = [_use(group) for group in seen.values()]
    return Census(sorted(uses, key=_rank))


def _rank(use: Use) -> tuple[int, int, dt.date, int, int]:
    return -use.count, -use.documents, use.first or dt.date.max, use.document, use.mention.span.start


def _kinds(kinds: Iterable[SloganKind | str]) -> frozenset[SloganKind]:
    if isinstance(kinds, str):
        raise TypeError(f"kinds are given as a list, not as one str: {kinds!r}")
    try:
        return frozenset(SloganKind(kind) for kind in kinds)
    except ValueError as error:
        names = ", ".join(kind.value for kind in SloganKind)
        raise ValueError(f"{error}; the kinds are {names}") from None
