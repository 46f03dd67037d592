"""What records are made of: their fields as their types and docstrings have them, from which all outputs go."""

import datetime as dt
import inspect
import re
from decimal import Decimal
from enum import Enum, StrEnum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from policyextract.text.pattern import pattern

_TITLE = pattern(r"^Attributes:\n((?:    .*\n?|\n)*)", re.M)
_ENTRY = pattern(r"^    (\w+(?:, \w+)*): (.*(?:\n {8}.*)*)", re.M)


class Kind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    INTEGER = "integer"
    TEXTS = "texts"
    INTEGERS = "integers"
    MEMBERS = "members"
    RECORD = "record"
    RECORDS = "records"


@attrs.frozen
class Field:
    """One field of a record, those of the record inside it among them.

    Attributes:
        name: what it is called in plain data.
        path: the attributes that lead to it (``quantity.low``).
        kind: what it holds.
        nullable: whether it may hold ``None``.
        choices: the values that it may have, where they are few.
        meaning: what the docstring says of it.
        record: the class of the record, or of the records, that it holds.
    """

    name: str
    path: str
    kind: Kind
    nullable: bool
    choices: tuple[str, ...]
    meaning: str
    record: type | None = None


def fields(record: type) -> tuple[Field, ...]:
    """What a record is made of, in its order; a record inside it lies flat in its place.

    >>> from policyextract.values import Timing
    >>> [field.name for field in fields(Timing)][:3], fields(Timing)[0].choices
    (['kind', 'bound', 'earliest'], ('date', 'duration', 'recurrence', 'event'))

    Raises:
        TypeError: if a field is of a type that has no form in the output.
    """
    return _fields(record)


@cache
def _fields(record: Any) -> tuple[Field, ...]:
    hints, told = get_type_hints(record), meanings(record)
    found: list[Field] = []
    for attribute in sorted(attrs.fields(record), key=lambda attribute: "first" not in attribute.metadata):
        name, hint = attribute.name, hints[attribute.name]
        if attrs.has(hint):
            found += [attrs.evolve(field, path=f"{name}.{field.path}") for field in fields(hint)]
        else:
            found.append(_field(record, attribute, hint, told.get(name, "")))
    return (*found, *(_derived(record, name) for name in getattr(record, "derived", ())))


def _derived(record: Any, name: str) -> Field:
    words = " ".join((inspect.getdoc(getattr(record, name)) or "").split()).replace("``", "").rstrip(".")
    return Field(name, name, Kind.TEXT, False, (), words)


def _field(record: Any, attribute: "attrs.Attribute[Any]", hint: Any, meaning: str) -> Field:
    name = attribute.metadata.get("name", attribute.name)
    alternatives = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    nullable = NoneType in alternatives or "null" in attribute.metadata
    (first, *_) = [one for one in alternatives if one is not NoneType]
    kind = _kind(first)
    if kind is None:
        raise TypeError(f"{record.__name__}.{name}: a field of type {hint} has no form in the output")
    choices = tuple(str(member.value) for member in first) if kind is Kind.CHOICE else ()
    held = {Kind.RECORD: first, Kind.RECORDS: (*get_args(first), None)[0]}.get(kind)
    return Field(name, attribute.name, kind, nullable, choices, meaning, held)


def _kind(hint: Any) -> Kind | None:
    if get_origin(hint) is tuple:
        return _several(get_args(hint)[0])
    if attrs.has(hint):
        return Kind.RECORD
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Kind.CHOICE
    return _KINDS.get(hint)


def _several(item: Any) -> Kind | None:
    if attrs.has(get_origin(item) or item):
        return Kind.RECORDS if get_origin(item) is None else Kind.MEMBERS  # of these, each Mention[…]
    return {str: Kind.TEXTS, int: Kind.INTEGERS}.get(item)


_KINDS = {
    str: Kind.TEXT,
    bool: Kind.FLAG,
    int: Kind.INTEGER,
    Decimal: Kind.NUMBER,
    Fraction: Kind.NUMBER,
    dt.date: Kind.DATE,
}


def meanings(record: Any) -> dict[str, str]:
    """What the docstring of a class says of its attributes.

    >>> from policyextract.values import Slogan
    >>> meanings(Slogan)["kind"]
    'label, motto or parallel'
    """
    section = _TITLE.search(inspect.getdoc(record) or "")
    told: dict[str, str] = {}
    for names, words in _ENTRY.findall(section[1]) if section else ():
        words = " ".join(words.split()).replace("``", "").rstrip(".")
        told |= dict.fromkeys(names.split(", "), words)
    return told
