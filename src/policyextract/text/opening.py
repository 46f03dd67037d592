"""What a pattern begins with, so that a cheap look at one sign decides at most places of a text."""

from collections.abc import Iterable
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from policyextract import lexicon

_BLANK = frozenset(sign for code in range(0x3001) if (sign := chr(code)).isspace())
_KINDS = {"CATEGORY_SPACE": _BLANK, "CATEGORY_DIGIT": frozenset("0123456789")}
_WIDEST = 1000  # signs of a class that still tells one place from another


def first_signs(source: str) -> frozenset[str]:
    r"""The signs that what a pattern matches can begin with, read off the pattern itself.

    Named lists are looked up. What stands before the place, and what may not follow, is not asked.

    >>> sorted(first_signs(r"(?:再?建|[1-3]所)(?!了)"))
    ['1', '2', '3', '再', '建']

    Raises:
        ValueError: if it can begin with nearly anything.
    """
    return _Reader().of(_parser.parse(lexicon.expanded(source)))[0]


class _Reader:
    """Reads patterns that the standard library has parsed; knows what their groups begin with."""

    def __init__(self) -> None:
        self._groups: dict[int, frozenset[str]] = {}

    def of(self, items: Iterable[tuple[Any, Any]]) -> tuple[frozenset[str], bool]:
        """The signs that a run of items begins with, and whether it may be empty."""
        found: frozenset[str] = frozenset()
        for name, argument in items:
            signs, empty = self._item(str(name), argument)
            found |= signs
            if not empty:
                return found, False
        return found, True

    def _item(self, name: str, argument: Any) -> tuple[frozenset[str], bool]:
        if name == "LITERAL":
            return frozenset(chr(argument)), False
        if name == "IN":
            return self._class(argument), False
        if name == "BRANCH":
            read = [self.of(branch) for branch in argument[1]]
            return frozenset().union(*(signs for signs, _ in read)), any(empty for _, empty in read)
        if name == "SUBPATTERN":
            read_group = self.of(argument[3])
            self._groups[argument[0]] = read_group[0]
            return read_group
        if name.endswith("_REPEAT"):
            signs, empty = self.of(argument[2])
            return signs, empty or not argument[0]
        if name == "GROUPREF":
            return self._groups[argument], True
        return self._around(name, argument)

    def _around(self, name: str, argument: Any) -> tuple[frozenset[str], bool]:
        """Nothing of its own: what stands around a place. A group in it may be referred to."""
        if name in ("ASSERT", "ASSERT_NOT"):
            self.of(argument[1]) if name == "ASSERT" else None
        elif name != "AT":
            raise ValueError(f"{name} may be nearly anything")
        return frozenset(), True

    def _class(self, parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
        found: set[str] = set()
        for name, argument in ((str(name), argument) for name, argument in parts):
            if name == "LITERAL":
                found.add(chr(argument))
            elif name == "RANGE" and argument[1] - argument[0] < _WIDEST:
                found.update(map(chr, range(argument[0], argument[1] + 1)))
            elif name == "CATEGORY" and str(argument) in _KINDS:
                found |= _KINDS[str(argument)]
            else:
                raise ValueError(f"{name} may be nearly anything")
        return frozenset(found)
