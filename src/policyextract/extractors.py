"""The extractors: a grammar with its word lists, frozen, and configured by arguments."""

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from policyextract.clean import as_document
from policyextract.document import Document, Find
from policyextract.grammar.department import responsibilities
from policyextract.grammar.quantity import quantities
from policyextract.grammar.slogan import slogans
from policyextract.grammar.target import figures
from policyextract.grammar.time import times
from policyextract.grammar.timing import timings
from policyextract.span import Mention
from policyextract.values import Figure, Quantity, QuantityRole, Responsibility, Slogan, Time, TimeRole, Timing


def _words(words: Iterable[str]) -> tuple[str, ...]:
    if isinstance(words, str):
        raise TypeError(f"words are given as a list of str, not as one str: {words!r}")
    words = tuple(words)
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise TypeError(f"a word is a str that is not empty, not {word!r}")
    return words


def _mentions(document: Document, finds: Iterable[Find]) -> tuple[Mention[Any], ...]:
    return tuple(document.mention(find) for find in finds)


@frozen
class Quantities:
    """Every number with its unit, without regard to its part in the clause."""

    def __call__(self, document: Document | str, /) -> tuple[Mention[Quantity], ...]:
        """The quantities of a document, in the order of the text."""
        return as_document(document).once(self, lambda read: _mentions(read, quantities(read)))


@frozen
class Figures:
    """Every quantity as its clause uses it: target, achieved, or other."""

    def __call__(self, document: Document | str, /) -> tuple[Mention[Figure], ...]:
        """The figures of a document, in the order of the text."""
        return as_document(document).once(self, lambda read: _mentions(read, figures(read)))


@frozen
class NumericTargets:
    """The figures that the text asks for or promises."""

    def __call__(self, document: Document | str, /) -> tuple[Mention[Figure], ...]:
        """The numeric targets of a document, in the order of the text."""
        return tuple(m for m in Figures()(document) if m.value.role is QuantityRole.TARGET)


@frozen
class Times:
    """Every expression of time, without regard to its part in the clause."""

    def __call__(self, document: Document | str, /) -> tuple[Mention[Time], ...]:
        """The times of a document, in the order of the text."""
        return as_document(document).once(self, lambda read: _mentions(read, times(read)))


@frozen
class Timings:
    """Every time as its clause uses it: a limit, or a reference."""

    def __call__(self, document: Document | str, /) -> tuple[Mention[Timing], ...]:
        """The times of a document with their roles, in the order of the text."""
        return as_document(document).once(self, lambda read: _mentions(read, timings(read)))


@frozen
class TimeLimits:
    """The times that say when, how fast, for how long or how often something is to be done."""

    def __call__(self, document: Document | str, /) -> tuple[Mention[Timing], ...]:
        """The time limits of a document, in the order of the text."""
        return tuple(m for m in Timings()(document) if m.value.role is TimeRole.LIMIT)


@frozen
class Departments:
    """Organisations of government and party with their roles.

    Attributes:
        names: further names that count as departments, beside those that the grammar knows.
    """

    names: tuple[str, ...] = field(default=(), converter=_words)

    def __call__(self, document: Document | str, /) -> tuple[Mention[Responsibility], ...]:
        """The departments of a document, in the order of the text."""
        return as_document(document).once(self, lambda read: _mentions(read, responsibilities(read, self.names)))


@frozen
class Slogans:
    """Coined phrases: labels, mottos, parallel runs.

    Attributes:
        labels: further labels that count without quotation marks, beside those that the lexicon has.
    """

    labels: tuple[str, ...] = field(default=(), converter=_words)

    def __call__(self, document: Document | str, /) -> tuple[Mention[Slogan], ...]:
        """The slogans of a document, in the order of the text."""
        return as_document(document).once(self, lambda read: _mentions(read, slogans(read, self.labels)))
