"""Finds in the standoff format of brat, and the configuration that brat needs to show them.

A commitment is an event, since brat's events have members; the other layers are entities. Roles, kinds and wording are
attributes; the rule is a note. The text file must be written with the line ends of the source (``newline=""``).
"""

from collections import Counter
from collections.abc import Iterator

from policyextract.export.annotation.entity import Entity, entities, links
from policyextract.export.fact import noted
from policyextract.found import Found
from policyextract.layers import SORTS
from policyextract.text.pattern import pattern
from policyextract.values import (
    DepartmentKind,
    DepartmentRole,
    Figure,
    Modality,
    Outcome,
    QualitativeTarget,
    QuantityRole,
    Responsibility,
    Slogan,
    SloganKind,
    TimeKind,
    TimeRole,
    Timing,
)

_LINE = pattern(r"[^\r\n]+")

_LABELS = [sort.label for sort in SORTS if sort.label != "Commitment"]
_ROLES = dict.fromkeys(str(role) for roles in (QuantityRole, TimeRole, DepartmentRole) for role in roles)
_KINDS = dict.fromkeys(str(kind) for kinds in (TimeKind, DepartmentKind, SloganKind, Outcome) for kind in kinds)

CONFIGURATION = f"""\
[entities]
{chr(10).join(_LABELS)}

[relations]
<OVERLAP> Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

[events]
Commitment target*:Target, timelimit*:TimeLimit, lead*:Department, support*:Department, responsible*:Department, \
supervise*:Department

[attributes]
Role Arg:<ENTITY>, Value:{"|".join(_ROLES)}
Kind Arg:<ENTITY>, Value:{"|".join(_KINDS)}
Modality Arg:Target|QualitativeTarget, Value:{"|".join(Modality)}
"""
"""The content of ``annotation.conf`` for a folder of these files."""


def standoff(result: Found) -> str:
    """The ``.ann`` file of a result.

    >>> from policyextract import extract
    >>> next(line for line in standoff(extract("力争进出口总额增长5%。")).splitlines() if "Target" in line)
    'T2\\tTarget 9 11\\t5%'

    A find that runs across a line break is given in fragments, as brat wants it.
    """
    found = entities(result)
    names = {entity.id: f"T{number}" for number, entity in enumerate(found, 1)}
    lines = [_text_bound(names[entity.id], entity, result.document.source) for entity in found]
    lines += _events(result, found, names)
    lines += (f"A{number}\t{line}" for number, line in enumerate(_attributes(found, names), 1))
    lines += (f"#{number}\t{line}" for number, line in enumerate(_notes(found, names), 1))
    return "".join(f"{line}\n" for line in lines)


def _text_bound(name: str, entity: Entity, source: str) -> str:
    parts = [match.span() for match in _LINE.finditer(source, entity.start, entity.stop)]
    where = ";".join(f"{start} {stop}" for start, stop in parts)
    text = " ".join(source[start:stop] for start, stop in parts)
    return f"{name}\t{entity.label} {where}\t{text}"


def _events(result: Found, found: list[Entity], names: dict[str, str]) -> Iterator[str]:
    members: dict[str, list[str]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for link in links(result):
        counts[link.source, link.kind] += 1
        count = counts[link.source, link.kind]
        end = f"{link.kind}{count if count > 1 else ''}:{names[link.target]}"
        members.setdefault(link.source, []).append(end)
    duties = (entity for entity in found if entity.label == "Commitment")
    for number, entity in enumerate(duties, 1):
        yield " ".join([f"E{number}\tCommitment:{names[entity.id]}", *members.get(entity.id, ())])


def _attributes(found: list[Entity], names: dict[str, str]) -> Iterator[str]:
    for entity in found:
        value, name = entity.value, names[entity.id]
        if isinstance(value, Figure | Timing | Responsibility):
            yield f"Role {name} {value.role}"
        if isinstance(value, Responsibility | Slogan | QualitativeTarget):
            yield f"Kind {name} {value.kind}"
        if isinstance(value, Timing):
            yield f"Kind {name} {value.time.kind}"
        if isinstance(value, Figure | QualitativeTarget) and value.modality:
            yield f"Modality {name} {value.modality}"


def _notes(found: list[Entity], names: dict[str, str]) -> Iterator[str]:
    for entity in found:
        read = "；".join(f"{name}：{value}" for name, value in noted(entity.value, entity.rule))
        yield f"AnnotatorNotes {names[entity.id]}\t{' '.join(read.split())}"
