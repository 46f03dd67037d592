"""Departments with their parts: who leads, who supports, who is responsible, who supervises, who merely stands by."""

from collections.abc import Iterator
from functools import lru_cache, partial

from policyextract import lexicon
from policyextract.grammar.name.official import official
from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.roster import Roster, rosters
from policyextract.marks import field as bracket
from policyextract.reading.part.charge import parts
from policyextract.reading.part.row import rows
from policyextract.reading.part.standpoint import Part
from policyextract.text.document import Document, Find
from policyextract.values import DepartmentKind, DepartmentRole, Responsibility

_KINDS = {kind.value: kind for kind in DepartmentKind}
_ONLY_ACTING = frozenset(("department.group", "department.unit", "department.institution"))
_helps = partial(lexicon.select, "part/words", "helps")
_ROLES = {role.value: role for role in DepartmentRole}


def _role(text: str, part: Part, name: Name, order: int, convention: bool) -> str:
    """The role of one member of a list.

    A role noun as actor has the role that it names (牵头部门要…). Where the document says so, the first of those who
    answer leads and the others support.
    """
    role = part.role
    if role != "responsible":
        return role
    if convention and part.rule in ("bracket", "label"):
        return "support" if order or not part.first else "lead"
    if name.kind != "group":
        return role
    word = text[name.start : name.stop]
    return "lead" if "牵头" in word else "support" if any(noun in word for noun in _helps()) else role


@lru_cache(maxsize=4096)
def _responsibility(name: str, kind: str, role: str, official: str, label: str) -> Responsibility:
    """One record for the same words, however often a text repeats them."""
    return Responsibility("".join(name.split()), _KINDS[kind], _ROLES[role], official, label)


@lru_cache(maxsize=4096)
def _of_one(word: str, kind: str, rule: str, role: str, label: str) -> Responsibility:
    """The record for a list of one, whose official name depends on nothing else."""
    (canonical,) = official(word, (Name(0, len(word), kind, rule),))
    return _responsibility(word, kind, role, canonical, label)


def _members(text: str, roster: Roster, part: Part, convention: bool) -> Iterator[Find]:
    """The names of a list that act, or are named in full."""
    names, acts = roster.names, part.acts
    officials = official(text, names) if len(names) > 1 else []
    beside = len(names) > 1 and any(not name.bare and name.kind == "agency" for name in names)  # 在A中心、B局查询
    for order, name in enumerate(names):
        start, stop, kind, rule, bare = name
        if acts or not bare or rule not in _ONLY_ACTING or (beside and rule == "department.unit"):
            word, role = text[start:stop], _role(text, part, name, order, convention)
            if officials:
                value = _responsibility(word, kind, role, officials[order], part.label)
            else:
                value = _of_one(word, kind, rule, role, part.label)
            yield Find(start, stop, value, f"{rule}.{part.rule}")


def _read(document: Document, given: tuple[str, ...]) -> tuple[Find, ...]:
    text, lists = document.text, rosters(document, given)
    said = bracket.conventions(document)
    if said:
        inside = bracket.holders(said, [roster.start for roster in lists])
        lists = [roster for roster in lists if roster.start not in inside]
    found: list[Find] = []
    lists, columns = rows(document, lists)
    for roster, given_part in zip(lists, parts(document, lists), strict=True):
        part = columns.get(roster.start, given_part)
        if part.acts or not roster.bare:
            found += _members(text, roster, part, bool(said))
    return tuple(found)


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
