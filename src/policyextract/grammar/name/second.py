"""What a bracket adds to a name: a second name, 市发改委 + （市粮食局）, or a second noun, 各处室 + （单位）."""

from collections.abc import Sequence

from policyextract.grammar.name.organ import Name
from policyextract.marks.enclosure import CLOSES, OPENS
from policyextract.text.pattern import pattern

_NOUN = pattern(r"[（(]\L<name.body-noun>[)）]")
_PARTY = pattern(r"(?<=党委)[（(]党[组工]委?[)）]")  # 各级党委 + （党组）
_NAMED = frozenset(
    ("department.composed", "department.body", "department.central", "department.branch", "department.shape")
)


def _bears_two(text: str, name: Name, following: Name) -> bool:
    """Whether the next name fills the bracket behind a name, both those of bodies: one body bears both."""
    alone = following.start == name.stop + 1 and text[following.stop : following.stop + 1] in CLOSES
    return alone and not (name.bare or following.bare) and name.rule in _NAMED and following.rule in _NAMED


def with_second(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, each with its second name or noun.

    >>> name, second = (Name(start, start + 4, "agency", "department.composed") for start in (1, 6))
    >>> [(name.start, name.stop) for name in with_second("由市发改委（市粮食局）负责", [name, second])]
    [(1, 11)]
    """
    kept: list[Name] = []
    for name in names:
        if kept and name.start < kept[-1].stop:
            continue
        if kept and text[kept[-1].stop : name.start] in OPENS and _bears_two(text, kept[-1], name):
            kept[-1] = kept[-1]._replace(stop=name.stop + 1)
            continue
        noun = _NOUN.match(text, name.stop) if name.kind == "group" else _PARTY.match(text, name.stop)
        kept.append(name._replace(stop=noun.end()) if noun else name)
    return kept


def first_of(text: str, name: Name) -> Name:
    """A name without the bracket that ends it.

    >>> first_of("市发改委（市粮食局）", Name(0, 10, "agency", "department.composed")).stop
    4
    """
    if text[name.stop - 1] not in CLOSES:
        return name
    opened = max(text.rfind(sign, name.start, name.stop) for sign in OPENS)
    return name._replace(stop=opened) if opened > name.start else name
