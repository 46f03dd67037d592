"""What a pattern begins with, so that a cheap look at one sign or two decides at most places of a text."""

from collections.abc import Iterable
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from policyextract import lexicon

_BLANK = frozenset(sign for code in range(0x3001) if (sign := chr(code)).isspace())
_KINDS = {"CATEGORY_SPACE": _BLANK, "CATEGORY_DIGIT": frozenset("0123456789")}
_WIDEST = 1000  # signs of a class that still tells one place from another

Signs = frozenset[str] | None
"""Some signs, or ``None`` where it may be nearly any."""
_NONE: frozenset[str] = frozenset()


class Opening(NamedTuple):
    """How what a pattern matches can begin.

    Attributes:
        firsts: the first signs.
        seconds: the signs that can follow a first one, in what the pattern matches.
        alone: the first signs that can be all of it.
        empty: whether it may match nothing.
    """

    firsts: Signs
    seconds: Signs
    alone: Signs
    empty: bool

    def then(self, following: "Opening") -> "Opening":
        """The opening of this and what follows it."""
        return Opening(
            _union(self.firsts, following.firsts if self.empty else _NONE),
            _union(
                _union(self.seconds, following.seconds if self.empty else _NONE),
                _NONE if self.alone == _NONE else following.firsts,
            ),
            _union(self.alone if following.empty else _NONE, following.alone if self.empty else _NONE),
            self.empty and following.empty,
        )

    def either(self, other: "Opening") -> "Opening":
        """The opening of this or another."""
        firsts, seconds = _union(self.firsts, other.firsts), _union(self.seconds, other.seconds)
        return Opening(firsts, seconds, _union(self.alone, other.alone), self.empty or other.empty)


def _union(some: Signs, others: Signs) -> Signs:
    return None if some is None or others is None else some | others


_NOTHING = Opening(_NONE, _NONE, _NONE, True)
_ANYTHING = Opening(None, None, None, False)


def opening(source: str) -> Opening:
    r"""How what a pattern matches can begin, read off the pattern itself.

    Named lists are looked up. What stands before the place, and what may not follow, is not asked.

    >>> found = opening(r"再?建|[1-3]所(?!了)|各")
    >>> [sorted(signs) for signs in (found.firsts, found.seconds, found.alone)]
    [['1', '2', '3', '再', '各', '建'], ['建', '所'], ['各', '建']]
    """
    return _Reader().of(_parser.parse(lexicon.expanded(source)))


def first_signs(source: str) -> frozenset[str]:
    r"""The signs that what a pattern matches can begin with.

    >>> sorted(first_signs(r"(?:再?建|[1-3]所)(?!了)"))
    ['1', '2', '3', '再', '建']

    Raises:
        ValueError: if it can begin with nearly anything.
    """
    found = opening(source).firsts
    if found is None:
        raise ValueError(f"{source} can begin with nearly anything")
    return found


class _Reader:
    """Reads patterns that the standard library has parsed; knows what their groups begin with."""

    def __init__(self) -> None:
        self._groups: dict[int, Opening] = {}

    def of(self, items: Iterable[tuple[Any, Any]]) -> Opening:
        """The opening of a run of items."""
        found = _NOTHING
        for name, argument in items:
            if not found.empty and found.alone == _NONE:
                break
            found = found.then(self._item(str(name), argument))
        return found

    def _item(self, name: str, argument: Any) -> Opening:
        if name in ("LITERAL", "IN"):
            signs = frozenset(chr(argument)) if name == "LITERAL" else _class(argument)
            return Opening(signs, _NONE, signs, False)
        if name == "BRANCH":
            first, *others = [self.of(branch) for branch in argument[1]]
            for other in others:
                first = first.either(other)
            return first
        if name == "SUBPATTERN":
            found = self._groups[argument[0]] = self.of(argument[3])
            return found
        if name.endswith("_REPEAT"):
            return self._repeat(*argument)
        if name == "GROUPREF":
            return self._groups.get(argument, _ANYTHING).either(_NOTHING)
        return self._around(name, argument)

    def _repeat(self, least: int, most: int, items: Any) -> Opening:
        found = once = self.of(items)
        if most > 1:
            found = once.then(once if least > 1 else once.either(_NOTHING))
        return found if least else found.either(_NOTHING)

    def _around(self, name: str, argument: Any) -> Opening:
        """Nothing of its own: what stands around a place. A group in it may be referred to."""
        if name == "ASSERT":
            self.of(argument[1])
        return _NOTHING if name in ("AT", "ASSERT", "ASSERT_NOT") else _ANYTHING


def _class(parts: Iterable[tuple[Any, Any]]) -> Signs:
    found: set[str] = set()
    for name, argument in ((str(name), argument) for name, argument in parts):
        if name == "LITERAL":
            found.add(chr(argument))
        elif name == "RANGE" and argument[1] - argument[0] < _WIDEST:
            found.update(map(chr, range(argument[0], argument[1] + 1)))
        elif name == "CATEGORY" and str(argument) in _KINDS:
            found |= _KINDS[str(argument)]
        else:
            return None
    return frozenset(found)
