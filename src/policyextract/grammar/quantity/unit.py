"""Units and measure words after a numeral."""

from functools import cache
from typing import NamedTuple

from policyextract.lexicon import rows
from policyextract.number.units import Unit, units
from policyextract.text.pattern import pattern

_PER = pattern("[/／每]([一百千万亿]{0,2})")
_PER_SIGNS = frozenset("/／每")
_COMPOUNDED = 3


class _Word(NamedTuple):
    word: str
    unit: Unit
    not_before: frozenset[str]
    latin: bool


@cache
def starts() -> dict[str, tuple[_Word, ...]]:
    """The words of the lexicon by their first character, the longest first."""
    table: dict[str, list[_Word]] = {}
    for row in sorted(rows("quantity/units"), key=lambda row: -len(row[0])):
        word = row[0]
        latin = word[-1].isascii() and word != "%"
        table.setdefault(word[0], []).append(_Word(word, units()[word], frozenset(row[-1]), latin))
    return {char: tuple(entries) for char, entries in table.items()}


def _simple(text: str, position: int) -> tuple[Unit, int] | None:
    for word, unit, not_before, latin in starts().get(text[position : position + 1], ()):
        if text.startswith(word, position):
            stop = position + len(word)
            follows = text[stop : stop + 1]
            if follows not in not_before and not (latin and follows.isascii() and follows.isalnum()):
                return unit, stop
    return None


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The longest unit that begins at a position, with the position after it.

    >>> unit_at("压缩至48个工作日内", 5)[0].name, unit_at("420元/吨", 3)[0].name, unit_at("5家庭", 1)
    ('工作日', '元/吨', None)
    """
    found = _simple(text, position)
    if found is None:
        return None
    unit, stop = found
    return _compound(text, unit, stop) if text[stop : stop + 1] in _PER_SIGNS else found


def _compound(text: str, unit: Unit, stop: int) -> tuple[Unit, int]:
    for _ in range(_COMPOUNDED):
        longer = None if unit.dimension.startswith("time:") else _per(text, unit, stop)
        if longer is None:
            break
        unit, stop = longer
    return unit, stop


def _per(text: str, unit: Unit, stop: int) -> tuple[Unit, int] | None:
    """``元/吨``, ``人/平方公里``, ``吨标准煤/万元``; ``元每吨`` too."""
    per = _PER.match(text, stop)
    found = _simple(text, per.end()) if per else None
    if per is None or found is None:
        return None
    divisor, end = found
    name = f"{unit.name}/{per[1]}{divisor.name}"
    dimension = f"{unit.dimension or unit.name}/{per[1]}{divisor.dimension or divisor.name}"
    return Unit(name, dimension, unit.factor / divisor.factor), end
