"""Units and measure words after a numeral."""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from policyextract.lexicon import rows
from policyextract.number.units import Unit, units
from policyextract.text.pattern import pattern

_PER = pattern("[/／每·]([一百千万亿]{0,2})")
OCCASIONS = "[一-鿿](?<![年月日天届位名层梯档首每第其依主再上下多几余来])次(?![于序品要生元数日级])"
"""How often something was done to what is counted: ``380校次``."""
_OCCASIONS = pattern(OCCASIONS)
_PER_SIGNS = frozenset("/／每·")
_COMPOUNDED = 3
_DIVIDING, _ANYTHING = "per", "*"


class _Word(NamedTuple):
    """A unit as it is written: ``alone`` is below zero where it may stand before anything that does not bar it."""

    word: str
    unit: Unit
    not_before: tuple[str, ...]
    but_before: tuple[str, ...]
    latin: bool
    alone: int
    divides: bool  # whether it stands behind a stroke alone: the 月 of 元/月

    def stands(self, text: str, stop: int) -> bool:
        """Whether the word, which stops at ``stop``, begins no other word; the longest that follows decides."""
        follows = text[stop : stop + 1]
        if self.latin and follows.isascii() and follows.isalnum():
            return False
        barred = self.alone
        if text.startswith(self.not_before, stop):
            barred = max([len(word) for word in self.not_before if text.startswith(word, stop)])
        return barred < 0 or any(len(word) > barred for word in self.but_before if text.startswith(word, stop))


@cache
def _words() -> dict[str, tuple[_Word, ...]]:
    """All words of the lexicon by their first character, the longest first."""
    table: dict[str, list[_Word]] = {}
    for word, *_, not_before, but_before in sorted(rows("quantity/units"), key=lambda row: -len(row[0])):
        characters, *longer = not_before.split(" ")
        barred = () if characters == _ANYTHING else (*characters, *longer)
        latin = word[-1].isascii() and word != "%"
        alone = 0 if characters == _ANYTHING else -1
        unit = units()[word]
        entry = _Word(word, unit, barred, tuple(but_before.split()), latin, alone, unit.han == _DIVIDING)
        table.setdefault(word[0], []).append(entry)
    return {char: tuple(entries) for char, entries in table.items()}


@cache
def starts() -> frozenset[str]:
    """What the units begin with that may follow a numeral."""
    return frozenset(first for first, entries in _words().items() if any(not entry.divides for entry in entries))


def _simple(text: str, position: int, *, divisor: bool = False) -> tuple[Unit, int] | None:
    occasions = _OCCASIONS.match(text, position) if text[position + 1 : position + 2] == "次" else None
    if occasions:
        return units().get(occasions[0], Unit(occasions[0], "", Fraction(1))), occasions.end()
    for entry in _words().get(text[position : position + 1], ()):
        if text.startswith(entry.word, position) and (divisor or not entry.divides):
            stop = position + len(entry.word)
            if entry.stands(text, stop):
                return entry.unit, stop
    return None


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The longest unit that begins at a position, with the position after it.

    >>> unit_at("压缩至48个工作日内", 5)[0].name, unit_at("420元/吨", 3)[0].name, unit_at("5家庭", 1)
    ('工作日', '元/吨', None)
    >>> unit_at("提高到120元/人·月", 6)[0].name, unit_at("补贴0.2元/千瓦时", 5)[0].name
    ('元/人·月', '元/千瓦时')
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
    """``元/吨``, ``人/平方公里``, ``吨标准煤/万元``, ``元/人·月``; ``元每吨`` too."""
    per = _PER.match(text, stop)
    if per is None or (per[0][0] == "·" and "/" not in unit.name):
        return None
    whole = _simple(text, per.start(1), divisor=True)  # 千瓦时, which is no thousand of anything
    found = whole or _simple(text, per.end(), divisor=True)
    if found is None:
        return None
    divisor, end = found
    scale = "" if whole else per[1]
    sign = "·" if per[0][0] == "·" else "/"
    name = f"{unit.name}{sign}{scale}{divisor.name}"
    dimension = f"{unit.dimension or unit.name}/{scale}{divisor.dimension or divisor.name}"
    return Unit(name, dimension, unit.factor / divisor.factor), end
