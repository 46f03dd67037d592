"""Regions by their names and codes (GB/T 2260)."""

from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from policyextract import lexicon
from policyextract.about.record import Level

_LONGEST, _SHORTEST = 11, 2
_national = partial(lexicon.select, "about/words", "central")
_LEVELS = {2: Level.PROVINCE, 4: Level.PREFECTURE, 6: Level.COUNTY}


class Division(NamedTuple):
    """A region of the list of divisions; the code is empty where several have the name and nothing says which."""

    name: str
    code: str
    level: Level

    @property
    def rank(self) -> int:
        """0 for the whole country, 3 for a county."""
        return tuple(Level).index(self.level)


NATION = Division("中国", "", Level.NATION)


@cache
def _divisions() -> dict[str, tuple[str, ...]]:
    """The codes of each name, without the zeros at their ends."""
    table: dict[str, tuple[str, ...]] = {}
    for name, code in lexicon.rows("name/places"):
        table[name] = (*table.get(name, ()), code)
    return table


@cache
def _short() -> dict[str, str]:
    return {short: name for short, name, *_ in lexicon.rows("about/regions")}


@cache
def _central() -> tuple[str, ...]:
    """Names of central bodies, official and short."""
    return tuple(
        name
        for row in lexicon.rows("name/central")
        for name in (row[0], *row[3].split("、"))
        if len(name) >= _SHORTEST + 1
    )


def is_central(body: str) -> bool:
    """Whether a body is a central one, or a part of one.

    >>> is_central("教育部办公厅"), is_central("市教育局")
    (True, False)
    """
    return body.startswith(_central())


@cache
def _marks() -> dict[str, str]:
    return {mark: name for _, name, _, marks in lexicon.rows("about/regions") for mark in marks.split("、")}


def named(text: str) -> "Iterator[tuple[int, int, Division]]":
    """The regions that a text names, with their places in it; the longest name at each place.

    >>> [(start, stop, division.name, division.code) for start, stop, division in named("湖南省长沙市岳麓区政府")]
    [(0, 3, '湖南省', '430000'), (3, 6, '长沙市', '430100'), (6, 9, '岳麓区', '430104')]
    """
    position, above = 0, ""
    while position < len(text) - 1:
        found = _at(text, position, above)
        if found is None:
            position += 1
            continue
        stop, division = found
        above = division.code or above
        yield position, stop, division
        position = stop


def _at(text: str, start: int, above: str) -> "tuple[int, Division] | None":
    for stop in range(min(start + _LONGEST, len(text)), start + _SHORTEST - 1, -1):
        word = text[start:stop]
        name = word if word in _divisions() else _short().get(word, "")
        if name:
            return stop, _division(name, above)
    if text.startswith(_national(), start):
        return start + _SHORTEST, NATION
    return None


def _division(name: str, above: str) -> Division:
    codes = _divisions()[name]
    if len(codes) > 1 and above:
        codes = tuple(code for code in codes if above.rstrip("0").startswith(code[:2])) or codes
    level = _LEVELS[len(codes[0])]
    return Division(name, codes[0].ljust(6, "0") if len(codes) == 1 else "", level)


def of_number(number: str) -> "Division | None":
    """The province whose mark opens the number of a document, or the whole country.

    >>> of_number("湘政发〔2020〕3号"), of_number("国办发〔2021〕5号").name, of_number("教基厅函〔2024〕1号")
    (Division(name='湖南省', code='430000', level=<Level.PROVINCE: 'province'>), '中国', None)
    """
    if number.startswith(lexicon.select("about/words", "central-number")):
        return NATION
    for size in (3, 2, 1):
        name = _marks().get(number[:size])
        if name and number[size : size + 1] in "政府办发委":
            return _division(name, "")
    return None
