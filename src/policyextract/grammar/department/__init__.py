"""Departments with their parts: who leads, who supports, who is responsible, who supervises, who merely stands by."""

from functools import lru_cache
from typing import NamedTuple

from policyextract.document import Document, Find
from policyextract.grammar.department import bracket
from policyextract.grammar.department.bracket import span_at
from policyextract.grammar.department.charge import Placed, place
from policyextract.grammar.department.official import official
from policyextract.grammar.department.organ import Name
from policyextract.grammar.department.roster import rosters
from policyextract.segment import outline
from policyextract.values import DepartmentKind, DepartmentRole, Responsibility

_KINDS = {kind.value: kind for kind in DepartmentKind}
_ROLES = {role.value: role for role in DepartmentRole}


class Charge(NamedTuple):
    """A bracket of responsibility: ``（州财政局牵头，州发改委配合）``.

    Attributes:
        start, stop: the bracket with its signs.
        governs: start and stop of the text that it is about: the item that it closes, or what follows the bracket
            before it in the same item.
        finds: the departments in it, with their roles.
    """

    start: int
    stop: int
    governs: tuple[int, int]
    finds: tuple[Find, ...]


class _Reading(NamedTuple):
    finds: tuple[Find, ...]
    charges: tuple[Charge, ...]


def _kept(placed: Placed) -> list[Name]:
    """The names of a list that act, or are named in full."""
    names = placed.roster.names
    if placed.part.acts:
        return list(names)
    named = not all(name.bare for name in names)
    return [name for name in names if not name.bare or (named and name.rule != "department.group")]


def _role(text: str, placed: Placed, order: int, convention: bool) -> str:
    """The role of one member of a list.

    A role noun as actor has the role that it names (牵头部门要…). Where the document says so, the first of those who
    answer leads and the others support.
    """
    role, name = placed.part.role, placed.roster.names[order]
    if role != "responsible":
        return role
    if convention and placed.part.rule in ("bracket", "label"):
        return "support" if order or not placed.first else "lead"
    word = text[name.start : name.stop] if name.kind == "group" else ""
    return "lead" if "牵头" in word else "support" if "配合" in word or "协办" in word else role


@lru_cache(maxsize=4096)
def _responsibility(name: str, kind: str, role: str, official: str, label: str) -> Responsibility:
    """One record for the same words, however often a text repeats them."""
    return Responsibility("".join(name.split()), _KINDS[kind], _ROLES[role], official, label)


def _members(text: str, placed: Placed, convention: bool) -> list[Find]:
    kept = set(_kept(placed))
    if not kept:
        return []
    officials = official(text, placed.roster.names)
    return [
        Find(
            name.start,
            name.stop,
            _responsibility(
                text[name.start : name.stop],
                name.kind,
                _role(text, placed, order, convention),
                officials[order],
                placed.label,
            ),
            f"{name.rule}.{placed.part.rule}",
        )
        for order, name in enumerate(placed.roster.names)
        if name in kept
    ]


def _charges(document: Document, held: dict[int, list[Find]]) -> tuple[Charge, ...]:
    """The brackets of responsibility by their index, with what each governs."""
    spans, points = bracket.brackets(document), outline(document)
    found, last = [], 0
    for index, finds in sorted(held.items()):
        start, stop = spans[index]
        point = points.at(start)
        begin = point.start if point else document.text.rfind("\n", 0, start) + 1
        found.append(Charge(start, stop, (max(begin, last), start), tuple(finds)))
        last = stop
    return tuple(found)


def _read(document: Document, given: tuple[str, ...]) -> _Reading:
    said = bracket.conventions(document)
    lists = [roster for roster in rosters(document, given) if span_at(said, roster.start) < 0]
    finds: list[Find] = []
    held: dict[int, list[Find]] = {}
    for placed in place(document, lists):
        members = _members(document.text, placed, bool(said))
        finds += members
        if placed.bracket >= 0 and members:
            held.setdefault(placed.bracket, []).extend(members)
    return _Reading(tuple(finds), _charges(document, held))


def responsibilities(document: Document, names: tuple[str, ...] = ()) -> tuple[Find, ...]:
    """The departments of a document with kind, role, label and official name, in the order of the text.

    Args:
        document: what to read.
        names: further names that count as departments.

    >>> document = Document.plain("由州财政局牵头,会同州发改委做好这项工作。")
    >>> [(find.value.name, find.value.role.value) for find in responsibilities(document)]
    [('州财政局', 'lead'), ('州发改委', 'support')]
    """
    return document.once((responsibilities, names), lambda read: _read(read, names)).finds


def charges(document: Document, names: tuple[str, ...] = ()) -> tuple[Charge, ...]:
    """The brackets of responsibility of a document, each with its departments and the text that it governs.

    >>> document = Document.plain("一、加快建设。（州财政局牵头，州发改委配合）")
    >>> [(document.text[slice(*charge.governs)], len(charge.finds)) for charge in charges(document)]
    [('一、加快建设。', 2)]
    """
    return document.once((responsibilities, names), lambda read: _read(read, names)).charges
