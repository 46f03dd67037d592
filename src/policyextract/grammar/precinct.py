"""Zones, places and townships that stand for their governments where a duty shows that they act: 高新区要加快."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.document import Document, shared
from policyextract.grammar import level
from policyextract.grammar.context import words_of
from policyextract.grammar.organ import Name
from policyextract.pattern import pattern

_NAMED = pattern(
    r"(?:\A|[^一-鿿]|[由同和与及促])((?![各全加推建]|.{0,3}[的在是有为了将把级类家个所设进])[一-鿿]{0,4})\Z"
)
_LONGEST_NAME = 5
_SHORTEST_PLACE = 3
_OPENS = pattern(r"[^一-鿿]|[由同和与及促]")
_PLACE = pattern(r"[省市县区州旗盟](?=要(?!素)|[应须负牵配、和及，。；;）)\n]|必须|\Z)")
_TOWN = pattern(r"(?:镇|乡|街道|苏木)(?=要(?!素)|[应须负牵配、，。；;）)\n]|必须|\Z)")


@cache
def _pattern() -> "re.Pattern[str]":
    zones = lexicon.alternation(words_of("zone"))
    return re.compile(rf"{zones}(?=[要应须负配参牵、和及，,。；;）)：:\n]|必须|\Z)")


@shared
def precincts(document: Document) -> tuple[Name, ...]:
    """The zones of a document that may act, in the order of the text.

    >>> document = Document.plain("各县市、高新区要加快高新区建设")
    >>> [document.text[name.start : name.stop] for name in precincts(document)]
    ['高新区']
    """
    text = document.text
    found = [name for match in _pattern().finditer(text) if (name := _zone(text, *match.span()))]
    found += [name for match in _PLACE.finditer(text) if (name := _place(text, match.end()))]
    found += [name for match in _TOWN.finditer(text) if (name := _township(text, *match.span()))]
    return tuple(found)


def _zone(text: str, start: int, stop: int) -> Name | None:
    begin = min(level.before(text, start), level.before(text, stop))
    named = _NAMED.search(text[max(begin - _LONGEST_NAME, 0) : begin])
    return Name(begin - len(named.group(1)), stop, "government", "department.zone", bare=True) if named else None


def _township(text: str, start: int, stop: int) -> Name | None:
    """A township of any name: 河溪镇 in 河溪镇、矮寨镇要抓好."""
    begin = level.township_before(text, start)
    return Name(begin, stop, "government", "department.township", bare=True) if begin < start else None


def _place(text: str, stop: int) -> Name | None:
    """A province, prefecture or county that ends at ``stop``, as a word of its own: 花垣县 in 花垣县、保靖县要加快."""
    begin = level.before(text, stop)
    if stop - begin < _SHORTEST_PLACE or not level.names_a_place(text[begin:stop]):
        return None
    return (
        Name(begin, stop, "government", "department.place", bare=True)
        if _OPENS.match(text, begin - 1) or not begin
        else None
    )
