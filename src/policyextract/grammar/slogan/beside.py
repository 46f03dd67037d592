"""The words beside a coined phrase: what leads to it and what it names."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.text.pattern import pattern

_FIRST, _LAST = 0, -1
_NOTHING: frozenset[str] = frozenset()


class _Words(NamedTuple):
    """The words of ``slogan/context`` by one of their ends.

    Attributes:
        lengths: for the character at that end, how long the words are, the longest first.
        kinds: for each word its kinds, and those of the shorter words at the same end of it.
    """

    lengths: dict[str, tuple[int, ...]]
    kinds: dict[str, frozenset[str]]


@cache
def _words(end: int) -> _Words:
    known: dict[str, set[str]] = {}
    for word, kind in lexicon.rows("slogan/context"):
        known.setdefault(word, set()).add(kind)
    lengths: dict[str, set[int]] = {}
    kinds = {}
    for word in known:
        lengths.setdefault(word[end], set()).add(len(word))
        parts = [word[:n] if end == _FIRST else word[-n:] for n in range(1, len(word) + 1)]
        kinds[word] = _NOTHING.union(*(known[part] for part in parts if part in known))
    return _Words({char: tuple(sorted(lengths[char], reverse=True)) for char in lengths}, kinds)


def opening(text: str) -> frozenset[str]:
    """The kinds of the words in ``slogan/context`` that a text begins with.

    >>> sorted(opening("改革攻坚"))
    ['name']
    """
    lengths, kinds = _words(_FIRST)
    for length in lengths.get(text[:1], ()):
        if (word := text[:length]) in kinds:
            return kinds[word]
    return _NOTHING


def closing(text: str) -> frozenset[str]:
    """The kinds of the words in ``slogan/context`` that a text ends with.

    >>> sorted(closing("进一步深入推进"))
    ['call', 'urge']
    """
    lengths, kinds = _words(_LAST)
    for length in lengths.get(text[-1:], ()):
        if (word := text[-length:]) in kinds:
            return kinds[word]
    return _NOTHING


def is_named(words: str, kind: str) -> bool:
    """Whether the words after a phrase say what it is: they begin or end with a word of that kind.

    >>> is_named("社会风尚", "tenet"), is_named("设备", "tenet")
    (True, False)
    """
    return kind in opening(words) or kind in closing(words)


@cache
def anywhere(kind: str) -> "re.Pattern[str]":
    """A pattern for the words of that kind in ``slogan/context`` that have two characters or more."""
    words = lexicon.select("slogan/context", kind)
    return pattern(lexicon.alternation(tuple(word for word in words if len(word) > 1)))
