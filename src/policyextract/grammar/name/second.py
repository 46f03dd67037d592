"""What a bracket adds to a name: a second noun, 各处室 + （单位）, or another committee, 各级党委 + （党组）."""

from collections.abc import Iterable

from policyextract.grammar.name.organ import Name
from policyextract.marks.enclosure import OPENS
from policyextract.text.pattern import pattern

_NOUN = pattern(r"[（(]\L<name.body-noun>[)）]")
_PARTY = pattern(r"(?<=党委)[（(]党[组工]委?[)）]")  # 各级党委 + （党组）


def with_second(text: str, names: Iterable[Name]) -> list[Name]:
    """The names, each with its second noun.

    >>> offices = Name(1, 4, "group", "department.group")
    >>> [(name.start, name.stop) for name in with_second("由各处室（单位）负责", [offices])]
    [(1, 8)]
    """
    kept: list[Name] = []
    for name in names:
        if kept and name.start < kept[-1].stop:
            continue
        shape = _NOUN if name.kind == "group" else _PARTY
        noun = shape.match(text, name.stop) if text[name.stop : name.stop + 1] in OPENS else None
        kept.append(name._replace(stop=noun.end()) if noun else name)
    return kept
