"""Lists of departments as the text writes them: A、B和C, 教育、公安等部门, 区经信、经开区管委会."""

import re
from collections.abc import Iterable
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.name.acting import acting
from policyextract.grammar.name.beside import beside
from policyextract.grammar.name.context import context
from policyextract.grammar.name.elided import with_elided
from policyextract.grammar.name.government import governments
from policyextract.grammar.name.group import groups
from policyextract.grammar.name.joint import apart
from policyextract.grammar.name.listed import listed
from policyextract.grammar.name.mention import heads_persons, issued_at, only_named, papers_without_brackets
from policyextract.grammar.name.organ import Name, organs
from policyextract.grammar.name.ranks import ranks
from policyextract.grammar.name.second import with_second
from policyextract.grammar.name.section import with_part
from policyextract.grammar.name.shortened import shortened
from policyextract.grammar.name.territory import territories
from policyextract.grammar.name.unit import units
from policyextract.marks.enclosure import titles
from policyextract.marks.field import zones
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_SUMMED = (
    r"\L<name.summing-level>?\L<name.summed-word>*"
    r"\L<name.summed-noun>?(?:[和及]单位)?"
)
_LINK = pattern(rf"(?:[、，,；;]?(?:以及|[和与或跟]|及其?)|[、 　/]|等?{_SUMMED}(?:[、和及与]|以及))[、 ]?\Z")
_LINK_ENDS = frozenset("、和及其与或跟/ 　")
_PLAIN_LINKS = frozenset(("", "、", "和", "及", "与", "（", "(", "）、", ")、"))
_GROWN = frozenset(
    (
        ("department.central", "department.composed"),
        ("department.central", "department.branch"),
        ("department.function", "department.function"),
    )
)
_LOCAL = frozenset(("department.composed", "department.body", "department.function"))
_national = partial(lexicon.select, "name/words", "national")
_PLACES = frozenset(("department.place", "department.zone", "department.township"))
_PLACES_OF = _PLACES | {"department.places", "department.level"}
_committees = partial(lexicon.select, "name/words", "zone-office")
_GROUPS = frozenset(("department.group", "department.institution"))
_JOINTLY = ("、", "和")  # 市委、市政府 + 现场推进会
_UNSURE = frozenset(("department.unit", "department.composed", "department.run"))
_charging = partial(lexicon.select, "name/words", "charging")
_OFFICES = frozenset("科股处")
_LONGEST_OFFICE = 8
_SHORTEST = 3  # characters of a name that is remembered
_UNITS = frozenset(("department.unit", "department.institution"))
_LEVELS = frozenset("省市县区州旗镇乡国中")
_force = partial(lexicon.select, "name/words", "force")


class Roster(NamedTuple):
    """Names that the text lists together.

    Attributes:
        start, stop: from the first to the last name.
        names: the names, in the order of the text.
        bare: whether none of the names shows by itself that it names somebody who acts.
    """

    start: int
    stop: int
    names: tuple[Name, ...]
    bare: bool


def _labels(document: Document) -> list[tuple[int, int]]:
    """Where labels stand that govern something (责任单位：), which are no actors."""
    return [(zone.begin, zone.start) for zone in zones(document) if zone.stop > zone.start]


def _grows(text: str, name: Name, following: Name) -> bool:
    """Whether two names that touch are one: 教育部 + 教材局, 县公安局 + 交警大队."""
    if (name.rule, following.rule) in _GROWN:
        return not (name.rule == "department.function" and text[name.stop - 1] != "关")  # 公安机关 + 交通管理部门
    if following.rule in _GROUPS and text.startswith(lexicon.select("name/words", "of-it"), following.start):
        return (not name.bare or name.rule == "department.run") and name.kind != "group" and name.rule not in _PLACES_OF
    if name.rule == "department.places":
        local = following.rule in _LOCAL or following.rule in ("department.central", "department.unit")
        return (following.rule in _LOCAL and text[name.start] == "各") or (local and text[name.stop - 1] in "）)")
    if (name.rule, following.rule) == ("department.central", "department.body"):
        return text.endswith(_national(), name.start, name.stop)
    if text.endswith(_committees(), name.start, name.stop):
        return following.rule in _LOCAL and not following.bare
    return text.endswith("局", name.start, name.stop) and text.endswith(_force(), following.start, following.stop)


def _longest(names: Iterable[Name], text: str) -> list[Name]:
    """The names without those that lie in or overlap an earlier or longer one."""
    kept: list[Name] = []
    last_start = last_stop = -1
    for name in sorted(names):
        start, stop = name.start, name.stop
        if start < last_stop:
            if last_stop - last_start >= stop - start:
                continue
            kept[-1] = name
        elif start == last_stop and _grows(text, kept[-1], name):
            kept[-1] = name = name._replace(start=kept[-1].start, bare=False)
        else:
            kept.append(name)
        last_start, last_stop = name.start, stop
    return kept


def _outside(names: list[Name], spans: list[tuple[int, int]]) -> list[Name]:
    """The names outside the spans; both are in order."""
    if not spans:
        return names
    kept, index, count = [], 0, len(spans)
    for name in names:
        while index < count and spans[index][1] <= name.start:
            index += 1
        if index == count or name.stop <= spans[index][0]:
            kept.append(name)
    return kept


def _in_papers(document: Document) -> list[tuple[int, int]]:
    """The titles of papers, in brackets and without."""
    return sorted([*titles(document), *papers_without_brackets(document).items()])


def _parts(units: Iterable[Name], names: Iterable[Name]) -> list[Name]:
    """The units; one that begins with the name of its body shows by itself whom it names: 市财政局 + 党组."""
    bodies = {name.start for name in names if not name.bare and name.kind != "group" and name.rule not in _PLACES}
    return [unit._replace(bare=unit.bare and unit.start not in bodies) for unit in units]


def _with_parts(text: str, names: list[Name]) -> list[Name]:
    """The names, each with the part of its body that follows it; a name that is such a part by itself is dropped."""
    kept: list[Name] = []
    for name, following in pairwise([*names, Name(len(text), len(text), "", "")]):
        if not kept or kept[-1].stop <= name.start:
            touching = following.start == name.stop
            near = touching or following.start - name.stop in range(2, 5)  # 国家统计局 + 凤岭 + 调查队
            near = near and text[following.start : following.start + 1] not in _LEVELS
            own = near or following.rule in _UNITS
            kept.append(with_part(text, name, following.stop if own else following.start))
    return kept


def names(document: Document, given: tuple[str, ...] = ()) -> list[Name]:
    """All names of a document outside book titles, in the order of the text, none overlapping another."""
    text = document.text
    found = [*organs(document), *groups(document), *governments(document), *acting(document), *territories(document)]
    found += shortened(document)
    levels = ranks(document)
    starts = {name.start for name in levels}
    found = [*levels, *[name for name in found if name.start not in starts or not name.bare]]
    found += _parts(units(document), found)
    if given:
        shape = pattern("|".join(re.escape(word) for word in sorted(given, key=len, reverse=True)))
        found = [Name(*match.span(), "agency", "department.given") for match in shape.finditer(text)] + found
    papers = _in_papers(document)
    outside = _outside(_outside(_with_parts(text, _longest(found, text)), _labels(document)), papers)
    outside = apart(text, outside)
    further = listed(document, outside)
    outside = _longest([*outside, *further], text) if further else outside
    members = _outside(beside(document, outside), papers)
    kept, others = with_elided(text, _longest([*outside, *members], text) if members else outside)
    found = _longest([*kept, *others], text) if others else kept
    kept = []
    following = Name(len(text), len(text), "", "")
    dropped = False
    for name in reversed(found):
        joined = dropped and name.kind == "government" == following.kind
        dropped = only_named(text, name) or (joined and text[name.stop : following.start] in _JOINTLY)
        following = name
        if not dropped:
            kept.append(name)
    return with_second(text, _remembered(text, kept[::-1]))


def _remembered(text: str, names: list[Name]) -> list[Name]:
    """The names, those sure that the text shows to act at another place: 市港航中心要, and then 报市港航中心."""
    bare = [name for name in names if name.bare and name.rule in _UNSURE and name.stop - name.start > _SHORTEST]
    words = {text[name.start : name.stop] for name in bare if context().must.match(text, name.stop)}
    offices = {text[name.stop - 1] for name in names if name.rule == "department.unit" and _tasked(text, name)}
    if not (words or offices & _OFFICES):
        return names
    kept = []
    for name in names:
        office = name.rule == "department.unit" and text[name.stop - 1] in offices & _OFFICES
        sure = text[name.start : name.stop] in words or (office and name.stop - name.start <= _LONGEST_OFFICE)
        kept.append(name._replace(bare=name.bare and not sure))
    return kept


def _tasked(text: str, name: Name) -> bool:
    """Whether an office is told to act, acts or is in somebody's charge: 由 + 财务科, 人事科 + 要, 分管 + 综合处."""
    charged = text.endswith(_charging(), 0, name.start)
    return charged or not name.bare or context().must.match(text, name.stop) is not None


def _lists(text: str, names: Iterable[Name]) -> list[list[Name]]:
    """The names that only a link parts, together."""
    lists: list[list[Name]] = []
    last = -_LONGEST_LINK - 1
    for name in names:
        gap = text[last : name.start] if name.start - last <= _LONGEST_LINK else _NO_LINK
        if gap in _PLAIN_LINKS or (gap[-1] in _LINK_ENDS and _LINK.match(gap)):
            lists[-1].append(name)
        else:
            lists.append([name])
        last = name.stop
    return lists


_LONGEST_LINK = 16
_NO_LINK = "。"


def rosters(document: Document, given: tuple[str, ...] = ()) -> list[Roster]:
    """The lists of a document, in the order of the text; a name that stands alone is a list of one.

    Lists that end in persons (``各镇、各部门主要负责人``) or issue the paper of a title are left out.
    """
    text, papers = document.text, papers_without_brackets(document)
    found = []
    for members in _lists(text, names(document, given)):
        stop = members[-1].stop
        if not heads_persons(text, stop) and issued_at(text, stop) not in papers:
            bare = members[0].bare and (len(members) == 1 or all(name.bare for name in members))
            found.append(Roster(members[0].start, stop, tuple(members), bare))
    return found
