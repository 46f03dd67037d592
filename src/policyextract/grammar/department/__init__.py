"""Departments with their parts: who leads, who supports, who is responsible, who supervises, who merely stands by."""

from functools import lru_cache

from policyextract.document import Document, Find
from policyextract.grammar.department import bracket
from policyextract.grammar.department.bracket import span_at
from policyextract.grammar.department.charge import Placed, place
from policyextract.grammar.department.official import official
from policyextract.grammar.department.organ import Name
from policyextract.grammar.department.roster import rosters
from policyextract.values import DepartmentKind, DepartmentRole, Responsibility

_KINDS = {kind.value: kind for kind in DepartmentKind}
_ROLES = {role.value: role for role in DepartmentRole}


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


def _read(document: Document, given: tuple[str, ...]) -> tuple[Find, ...]:
    said = bracket.conventions(document)
    lists = [roster for roster in rosters(document, given) if span_at(said, roster.start) < 0]
    return tuple(member for placed in place(document, lists) for member in _members(document.text, placed, bool(said)))


def responsibilities(document: Document, names: tuple[str, ...] = ()) -> tuple[Find, ...]:
    """The departments of a document with kind, role, label and official name, in the order of the text.

    Args:
        document: what to read.
        names: further names that count as departments.

    >>> document = Document.plain("由州财政局牵头,会同州发改委做好这项工作。")
    >>> [(find.value.name, find.value.role.value) for find in responsibilities(document)]
    [('州财政局', 'lead'), ('州发改委', 'support')]
    """
    return document.once((responsibilities, names), lambda read: _read(read, names))
