"""The extractors: a grammar with its word lists, frozen, and configured by arguments."""

from collections.abc import Iterable
from typing import Any, cast

from attrs import evolve, field, frozen

from policyextract.extractors.whole import finds_of, mentions, of_parts, with_tables
from policyextract.grammar.quantity import quantities
from policyextract.grammar.slogan import slogans
from policyextract.grammar.time.title import mentioned
from policyextract.reading.column import bodies_in, figures_in, times_in
from policyextract.reading.figure import figures
from policyextract.reading.figure.outcome import outcomes
from policyextract.reading.part import responsibilities
from policyextract.reading.timing import timings
from policyextract.text.document import Document, Find
from policyextract.text.span import Mention
from policyextract.values import (
    Figure,
    QualitativeTarget,
    Quantity,
    QuantityRole,
    Responsibility,
    Slogan,
    Time,
    TimeRole,
    Timing,
)


def _words(words: Iterable[str]) -> tuple[str, ...]:
    if isinstance(words, str):
        raise TypeError(f"words are given as a list of str, not as one str: {words!r}")
    words = tuple(words)
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise TypeError(f"a word is a str that is not empty, not {word!r}")
    return words


@frozen
class Quantities:
    """Every number with its unit, as an interval, without regard to its part in the clause.

    ``以上``, ``以下`` and ``以内`` include the number, ``超过``, ``不满`` and ``以外`` leave it out (Civil Code, art.
    1259).

    >>> for mention in Quantities()("建成30个以上，投资超过1.2亿元"):
    ...     quantity = mention.value
    ...     print(quantity.low, quantity.low_open, quantity.high, quantity.unit)
    30 False None 个
    120000000 True None 元
    """

    def __call__(self, document: Document | str, /) -> tuple[Mention[Quantity], ...]:
        """The quantities of a document, in the order of the text."""
        return of_parts(document, self, self._read)

    def _read(self, document: Document) -> tuple[Mention[Quantity], ...]:
        inner = (evolve(m, value=cast(Any, m.value.quantity)) for m in figures_in(document))
        return mentions(document, quantities(document), inner)


@frozen
class Figures:
    """Every quantity as its clause uses it: target, achieved, or other.

    >>> for mention in Figures()("去年完成投资76亿元，今年力争完成100亿元。"):
    ...     print(mention.value.role, mention.value.quantity.low)
    achieved 7600000000
    target 10000000000
    """

    def __call__(self, document: Document | str, /) -> tuple[Mention[Figure], ...]:
        """The figures of a document, in the order of the text."""
        return of_parts(document, self, lambda read: mentions(read, figures(read), figures_in(read)))

    def finds(self, document: Document) -> tuple[Find, ...]:
        """The same with their places in the cleaned text."""
        return finds_of(document, figures)


@frozen
class NumericTargets:
    """The figures that the text asks for or promises.

    >>> for mention in NumericTargets()("去年网上可办率为80%，今年要达到90%以上。"):
    ...     print(mention.value.quantity.low, mention.value.modality, mention.value.change)
    90 plain level
    """

    def __call__(self, document: Document | str, /) -> tuple[Mention[Figure], ...]:
        """The numeric targets of a document, in the order of the text."""
        return tuple(m for m in Figures()(document) if m.value.role is QuantityRole.TARGET)

    def finds(self, document: Document) -> tuple[Find, ...]:
        """The same with their places in the cleaned text."""
        return tuple(find for find in finds_of(document, figures) if find.value.role is QuantityRole.TARGET)


@frozen
class QualitativeTargets:
    """The targets that have no figure: ``实现全覆盖``, ``与经济增长基本同步``, ``不低于全国平均水平``.

    >>> [mention.value.wording for mention in QualitativeTargets()("确保居民收入增长与经济增长基本同步。")]
    ['与经济增长基本同步']
    """

    def __call__(self, document: Document | str, /) -> tuple[Mention[QualitativeTarget], ...]:
        """The targets without a figure of a document, in the order of the text."""
        return of_parts(document, self, lambda read: with_tables(read, outcomes))


@frozen
class Times:
    """Every expression of time, without regard to its part in the clause.

    >>> import datetime as dt
    >>> from policyextract import read
    >>> for mention in Times()(read("3月上旬启动，“十四五”期间完成", reference_date=dt.date(2021, 2, 1))):
    ...     print(mention.value.earliest, mention.value.latest, mention.value.bound)
    2021-03-01 2021-03-10 at
    2021-01-01 2025-12-31 within
    """

    def __call__(self, document: Document | str, /) -> tuple[Mention[Time], ...]:
        """The times of a document, in the order of the text."""
        return of_parts(document, self, self._read)

    def _read(self, document: Document) -> tuple[Mention[Time], ...]:
        inner = (evolve(m, value=cast(Any, m.value.time)) for m in times_in(document))
        return mentions(document, mentioned(document), inner)


@frozen
class Timings:
    """Every time as its clause uses it: a limit, or a reference.

    >>> [mention.value.role.value for mention in Timings()("截至3月底已建成76个，力争年底前全部建成。")]
    ['reference', 'limit']
    """

    def __call__(self, document: Document | str, /) -> tuple[Mention[Timing], ...]:
        """The times of a document with their roles, in the order of the text."""
        return of_parts(document, self, lambda read: mentions(read, timings(read), times_in(read)))

    def finds(self, document: Document) -> tuple[Find, ...]:
        """The same with their places in the cleaned text."""
        return finds_of(document, timings)


@frozen
class TimeLimits:
    """The times that say when, how fast, for how long or how often something is to be done.

    >>> for mention in TimeLimits()("在3个工作日内办结，每月通报一次。"):
    ...     print(mention.value.time.kind, mention.value.time.amount, mention.value.time.unit)
    duration 3 workday
    recurrence 1 month
    """

    def __call__(self, document: Document | str, /) -> tuple[Mention[Timing], ...]:
        """The time limits of a document, in the order of the text."""
        return tuple(m for m in Timings()(document) if m.value.role is TimeRole.LIMIT)

    def finds(self, document: Document) -> tuple[Find, ...]:
        """The same with their places in the cleaned text."""
        return tuple(find for find in finds_of(document, timings) if find.value.role is TimeRole.LIMIT)


@frozen
class Departments:
    """Organisations of government and party with their roles.

    Attributes:
        names: further names that count as departments, beside those that the grammar knows.

    >>> text = "由市发展改革委牵头，会同湘江集团抓好落实。"
    >>> [(mention.value.name, mention.value.role.value) for mention in Departments()(text)]
    [('市发展改革委', 'lead')]
    >>> [(mention.value.name, mention.value.role.value) for mention in Departments(names=("湘江集团",))(text)]
    [('市发展改革委', 'lead'), ('湘江集团', 'support')]

    Raises:
        TypeError: if ``names`` is one ``str``, or holds something else than ``str``.
    """

    names: tuple[str, ...] = field(default=(), converter=_words)

    def __call__(self, document: Document | str, /) -> tuple[Mention[Responsibility], ...]:
        """The departments of a document, in the order of the text."""
        return of_parts(document, self, self._read)

    def _read(self, document: Document) -> tuple[Mention[Responsibility], ...]:
        return mentions(document, responsibilities(document, self.names), bodies_in(document, self.names))

    def finds(self, document: Document) -> tuple[Find, ...]:
        """The same with their places in the cleaned text."""
        return finds_of(document, lambda part: responsibilities(part, self.names))


@frozen
class Slogans:
    """Coined phrases: labels, mottos, parallel runs.

    Attributes:
        labels: further labels that count without quotation marks, beside those that the lexicon has.

    >>> text = "深化“放管服”改革，落实强省会战略，减环节、减材料、减时限。"
    >>> [(mention.value.kind.value, mention.value.items) for mention in Slogans()(text)]
    [('label', ()), ('parallel', ('减环节', '减材料', '减时限'))]
    >>> len(Slogans(labels=("强省会",))(text))
    3

    Raises:
        TypeError: if ``labels`` is one ``str``, or holds something else than ``str``.
    """

    labels: tuple[str, ...] = field(default=(), converter=_words)

    def __call__(self, document: Document | str, /) -> tuple[Mention[Slogan], ...]:
        """The slogans of a document, in the order of the text."""
        return of_parts(document, self, lambda read: with_tables(read, lambda text: slogans(text, self.labels)))
