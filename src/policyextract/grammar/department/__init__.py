"""Departments with their parts: who leads, who supports, who is responsible, who supervises, who merely stands by."""

from collections.abc import Iterator
from functools import lru_cache

from policyextract.document import Document, Find
from policyextract.grammar.department import bracket
from policyextract.grammar.department.charge import Placed, place
from policyextract.grammar.department.official import official
from policyextract.grammar.department.organ import Name
from policyextract.grammar.department.roster import rosters
from policyextract.values import DepartmentKind, DepartmentRole, Responsibility

_KINDS = {kind.value: kind for kind in DepartmentKind}
_ROLES = {role.value: role for role in DepartmentRole}


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


@lru_cache(maxsize=4096)
def _of_one(word: str, kind: str, rule: str, role: str, label: str) -> Responsibility:
    """The record for a list of one, whose official name depends on nothing else."""
    (canonical,) = official(word, (Name(0, len(word), kind, rule),))
    return _responsibility(word, kind, role, canonical, label)


def _members(text: str, placed: Placed, convention: bool) -> Iterator[Find]:
    """The names of a list that act, or are named in full."""
    roster, (_, rule, acts), label, _ = placed
    if roster.bare and not acts:
        return
    several = len(roster.names) > 1
    officials = official(text, roster.names) if several else []
    for order, (start, stop, kind, found_by, bare) in enumerate(roster.names):
        if acts or not bare or found_by != "department.group":
            role = _role(text, placed, order, convention)
            word = text[start:stop]
            if several:
                value = _responsibility(word, kind, role, officials[order], label)
            else:
                value = _of_one(word, kind, found_by, role, label)
            yield Find(start, stop, value, f"{found_by}.{rule}")


def _read(document: Document, given: tuple[str, ...]) -> tuple[Find, ...]:
    text, lists = document.text, rosters(document, given)
    said = bracket.conventions(document)
    if said:
        inside = bracket.holders(said, [roster.start for roster in lists])
        lists = [roster for roster, index in zip(lists, inside, strict=True) if index < 0]
    return tuple([member for placed in place(document, lists) for member in _members(text, placed, bool(said))])


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
