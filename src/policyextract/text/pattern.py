"""Patterns that are compiled at their first use, so that to import the library costs next to nothing."""

import re
import sys
from collections.abc import Callable, Iterator
from typing import Any, cast

from policyextract import lexicon
from policyextract.text.compiler import compiled
from policyextract.text.opening import Opening, opening

_PUBLIC = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))


class _Pattern:
    """Stands for a compiled pattern, and has its methods as its own."""

    __slots__ = ("_flags", "_source", *_PUBLIC)

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __repr__(self) -> str:
        return f"pattern({self._source!r}, {self._flags!r})"


class _Later(_Pattern):
    """Compiles at its first use, and is a plain :class:`_Pattern` from then on, which has no more to look up."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        return _used(self, name, lexicon.expanded)


class _Beginning(_Pattern):
    """The same for what a :func:`beginning` looks for."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        return _used(self, name, _beginning)


def _used(later: _Pattern, name: str, expanded: Callable[[str], str]) -> Any:
    """An attribute of a pattern that is asked for the first time; two threads may both ask."""
    if name.startswith("__"):
        raise AttributeError(name)
    found = compiled(expanded(later._source), later._flags)
    for known in _PUBLIC:
        setattr(later, known, getattr(found, known))
    later.__class__ = _Pattern
    return getattr(later, name)


def pattern(source: str, flags: int = 0) -> "re.Pattern[str]":
    r"""What :func:`re.compile` gives, compiled when it is first used.

    ``\L<room.use>`` stands for the words of that use in the list ``room/words``, as the library ``regex`` writes a
    named list: a pattern is a shape, words are data.

    The search skips to a sign or a class with which a pattern begins, but not to a repeat of one: ``[a-z][a-z]*+`` is
    found in a third of the time of ``[a-z]+``.

    >>> number = pattern(r"[0-9]+")
    >>> number.findall("第2季度增长6%")
    ['2', '6']
    >>> pattern(r"(?P<year>[0-9]{4})年\L<day.adopted>").match("2021年修订")["year"]
    '2021'
    """
    return cast("re.Pattern[str]", _Later(source, flags))


def beginning(source: str) -> "re.Pattern[str]":
    r"""A pattern to search for what begins with few signs, so that the search skips to these.

    What it matches is that first sign alone, so that each place is seen; the groups of ``source`` are as ever.

    >>> found = beginning("(?P<years>[一二三]{1,2})年来").search("回顾三年来的工作")
    >>> found["years"], found[0]
    ('三', '三')
    """
    return cast("re.Pattern[str]", _Beginning(source, 0))


def spans(known: "re.Pattern[str]", text: str, begin: int = 0, end: int = sys.maxsize) -> Iterator[tuple[int, int]]:
    """Where the first group of a :func:`beginning` stands in a text, or in a stretch of it, none overlapping another.

    >>> list(spans(beginning("(上半年|年末|年内)"), "上半年末，年内"))
    [(0, 3), (5, 7)]
    """
    reached = begin
    for match in known.finditer(text, begin, end):
        start, stop = match.span(1)
        if start >= reached:
            reached = stop
            yield start, stop


def among(known: "re.Pattern[str]", text: str, signs: str) -> "Iterator[re.Match[str]]":
    """The matches of a pattern that begins with one of a few signs, in the order of the text, none overlapping another.

    Each sign is looked for by itself: where they are rare, in a tenth of the time of a class of signs.

    >>> [match[0] for match in among(pattern("[（(][0-9]+[)）]"), "其中（3）项、(12)项", "（(")]
    ['（3）', '(12)']
    """
    reached = 0
    for place in positions(text, signs):
        if place >= reached and (match := known.match(text, place)):
            reached = match.end()
            yield match


def positions(text: str, signs: str) -> list[int]:
    """Where one of a few signs stands in a text.

    >>> positions("（一）和（二）", "（和")
    [0, 3, 4]
    """
    found: list[int] = []
    for sign in signs:
        place = text.find(sign)
        while place >= 0:
            found.append(place)
            place = text.find(sign, place + 1)
    return sorted(found)


def _beginning(source: str) -> str:
    return f"{_quick(opening(source))}(?<=(?={lexicon.expanded(source)}).)"


def _quick(known: Opening) -> str:
    """A pattern for the first sign of what has such an opening, which looks at the second too."""
    if known.firsts is None:
        raise ValueError("what can begin with nearly anything can't be searched for by its first sign")
    first = _class(known.firsts)
    if known.seconds is None or known.alone is None:
        return first
    alone = f"(?<={_class(known.alone)})|" if known.alone else ""
    return f"{first}(?:{alone}(?={_class(known.seconds)}))"


def _class(signs: frozenset[str]) -> str:
    return f"[{re.escape(''.join(sorted(signs)))}]" if signs else "(?!)"
