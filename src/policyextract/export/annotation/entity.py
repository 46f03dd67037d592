"""What the review formats share: finds as labelled stretches, and the links from commitments to them."""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from policyextract.export.highlight import found
from policyextract.found import Found
from policyextract.layers import sort_of
from policyextract.values import Responsibility

RELATIONS = ("target", "timelimit", "lead", "support", "responsible", "supervise")
"""The links from a commitment to its members; those to departments are named by the part that the department has."""


@frozen
class Entity:
    """A find: its id in the JSON output, its label, where it stands, what was read, and by which rule."""

    id: str
    label: str
    start: int
    stop: int
    value: Any
    rule: str


@frozen
class Link:
    """From a commitment to one of its members, by their ids; ``kind`` is one of :data:`RELATIONS`."""

    source: str
    target: str
    kind: str


def entities(result: Found) -> list[Entity]:
    """The finds of a result in the order of the text; of two that begin together, the longer first.

    >>> from policyextract import extract
    >>> found = entities(extract("力争进出口总额增长5%。"))
    >>> [entity.id for entity in found if entity.label == "Target"]
    ['q1']
    """
    ids = result.ids()
    made = [
        Entity(
            ids[mention],
            sort_of(mention.value).label,
            mention.span.start,
            mention.span.stop,
            mention.value,
            mention.rule,
        )
        for mention in found(result)
    ]
    return sorted(made, key=lambda entity: (entity.start, -entity.stop, entity.id))


def links(result: Found) -> Iterator[Link]:
    """The members of every commitment."""
    ids = result.ids()
    for commitment in result.commitments:
        value = commitment.value
        for mention in (*value.departments, *value.targets, *value.times):
            if mention in ids:
                yield Link(ids[commitment], ids[mention], _kind(mention.value))


def _kind(value: Any) -> str:
    return str(value.role) if isinstance(value, Responsibility) else sort_of(value).label.lower()
