"""The words beside a coined phrase: what leads to it and what it names."""

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import NamedTuple

from policyextract import lexicon

_NOTHING: frozenset[str] = frozenset()


class _Words(NamedTuple):
    """The words of ``slogan_context`` with their kinds, and how long those are that begin or end with a character."""

    kinds: dict[str, frozenset[str]]
    from_first: dict[str, tuple[int, ...]]
    to_last: dict[str, tuple[int, ...]]


@cache
def _words() -> _Words:
    kinds: dict[str, set[str]] = {}
    for word, kind in lexicon.rows("slogan_context"):
        kinds.setdefault(word, set()).add(kind)
    return _Words({word: frozenset(kinds[word]) for word in kinds}, _lengths(kinds, 0), _lengths(kinds, -1))


def _lengths(words: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[place], set()).add(len(word))
    return {char: tuple(lengths[char]) for char in lengths}


def opening(text: str) -> Collection[str]:
    """The kinds of the words in ``slogan_context`` that a text begins with.

    >>> sorted(opening("改革攻坚"))
    ['name']
    """
    words, found = _words(), _NOTHING
    if text[:1] in words.from_first:
        for length in words.from_first[text[0]]:
            if text[:length] in words.kinds:
                found |= words.kinds[text[:length]]
    return found


def closing(text: str) -> Collection[str]:
    """The kinds of the words in ``slogan_context`` that a text ends with.

    >>> sorted(closing("进一步深入推进"))
    ['call', 'urge']
    """
    words, found = _words(), _NOTHING
    if text[-1:] in words.to_last:
        for length in words.to_last[text[-1]]:
            if text[-length:] in words.kinds:
                found |= words.kinds[text[-length:]]
    return found


def is_named(words: str, kind: str) -> bool:
    """Whether the words after a phrase say what it is: they begin or end with a word of that kind.

    >>> is_named("社会风尚", "tenet"), is_named("设备", "tenet")
    (True, False)
    """
    return kind in opening(words) or kind in closing(words)


@cache
def _anywhere(kind: str) -> "re.Pattern[str]":
    words = lexicon.select("slogan_context", kind)
    return re.compile(lexicon.alternation(tuple(word for word in words if len(word) > 1)))


def holds(text: str, kind: str) -> bool:
    """Whether a word of that kind in ``slogan_context`` of two characters or more stands anywhere in a text."""
    return _anywhere(kind).search(text) is not None
