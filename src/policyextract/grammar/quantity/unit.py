"""Units and measure words after a numeral."""

from functools import cache
from typing import NamedTuple

from policyextract.lexicon import rows
from policyextract.pattern import pattern
from policyextract.units import Unit, units

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
    for row in sorted(rows("units"), key=lambda row: -len(row[0])):
        word = row[0]
        table.setdefault(word[0], []).append(_Word(word, units()[word], frozenset(row[-1]), word[-1].isascii()))
    return {char: tuple(entries) for char, entries in table.items()}


def _word_at(text: str, position: int) -> _Word | None:
    for entry in starts().get(text[position : position + 1], ()):
        if text.startswith(entry.word, position):
            follows = text[position + len(entry.word) : position + len(entry.word) + 1]
            if follows in entry.not_before or (
                entry.latin and entry.word != "%" and follows.isascii() and follows.isalnum()
            ):
                continue
            return entry
    return None


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The longest unit that begins at a position, with the position after it.

    >>> unit_at("压缩至48个工作日内", 5)[0].name, unit_at("420元/吨", 3)[0].name, unit_at("5家庭", 1)
    ('工作日', '元/吨', None)
    """
    entry = _word_at(text, position)
    if entry is None:
        return None
    unit, stop = entry.unit, position + len(entry.word)
    for _ in range(_COMPOUNDED):
        if text[stop : stop + 1] not in _PER_SIGNS or unit.dimension.startswith("time:"):
            break
        longer = _per(text, unit, stop)
        if longer is None:
            break
        unit, stop = longer
    return unit, stop


def _per(text: str, unit: Unit, stop: int) -> tuple[Unit, int] | None:
    """``元/吨``, ``人/平方公里``, ``吨标准煤/万元``; ``元每吨`` too."""
    per = _PER.match(text, stop)
    divisor = _word_at(text, per.end()) if per else None
    if per is None or divisor is None:
        return None
    name = f"{unit.name}/{per[1]}{divisor.unit.name}"
    dimension = f"{unit.dimension or unit.name}/{per[1]}{divisor.unit.dimension or divisor.unit.name}"
    return Unit(name, dimension, unit.factor / divisor.unit.factor), per.end() + len(divisor.word)
