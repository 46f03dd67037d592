"""What all records share, and what each is made of: the one description from which every form of the output comes.

JSON, its schema, its types, the columns of the tables and the way back are read off the fields of the records, so that
a field is declared once: its name and type in the class, its meaning in the docstring.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any, ClassVar

import attrs

from policyextract.text.field import Kind, fields

EMPTY_IS_NULL = {"null": True}
"""The metadata of a field of several, which plain data writes as null where there are none."""

STANDS_FIRST = {"first": True}
"""The metadata of a field that stands before those without it in plain data and in tables."""


class Record:
    """What all records share: they travel between processes as the values of their fields, and turn into plain data."""

    __slots__ = ()

    derived: ClassVar[tuple[str, ...]] = ()
    """The properties that plain data has beside the fields."""

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), _parts(type(self))(self)  # type: ignore[arg-type]  # a class is hashable

    def to_dict(self) -> dict[str, Any]:
        """The fields as plain data: numbers as decimal strings, days in ISO 8601, of other mentions their words."""
        values = _values(type(self))  # type: ignore[arg-type]  # a class is hashable
        return {name: _full(value(self)) if null else plain(value(self)) for name, value, null in values}

    def as_member(self) -> Any:
        """What plain data has of it inside another record."""
        return self.to_dict()


def _full(items: Any) -> Any:
    return plain(items) or None


@cache
def _parts(kind: Any) -> "attrgetter[tuple[Any, ...]]":
    return attrgetter(*(field.name for field in attrs.fields(kind)))


@cache
def _values(record: Any) -> tuple[tuple[str, Callable[[Any], Any], bool], ...]:
    lists = (Kind.TEXTS, Kind.INTEGERS)
    return tuple((f.name, attrgetter(f.path), f.nullable and f.kind in lists) for f in fields(record))


def decimal_string(number: Decimal | Fraction | None) -> str | None:
    """A number as the JSON output writes it: plain decimal digits, or ``a/b`` where there is no finite decimal form.

    >>> decimal_string(Decimal("1.20E+12")), decimal_string(Fraction(2, 3)), decimal_string(None)
    ('1200000000000', '2/3', None)
    """
    if number is None:
        return None
    if isinstance(number, Fraction):
        return str(number)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain(value: Any) -> Any:
    """Anything as plain data that JSON can hold, exactly; what has no form of its own becomes its ``str``.

    >>> plain(Decimal("6.50")), plain(dt.date(2021, 6, 30)), plain((1, "二")), plain({"三": None})
    ('6.5', '2021-06-30', [1, '二'], {'三': None})
    """
    return _writer(type(value))(value)  # type: ignore[arg-type]  # a class is hashable


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """How the values of a class become plain data."""
    for kinds, write in _PLAIN:
        if issubclass(kind, kinds):
            return write
    names = getattr(kind, "__dataclass_fields__", None) or (attrs.fields_dict(kind) if attrs.has(kind) else None)
    return str if names is None else lambda value: {name: plain(getattr(value, name)) for name in names}


def brief(value: Any, most: int = 160) -> str:
    """A value in a line: of a record the fields that say something; of other mentions their words.

    >>> from policyextract.values import Quantity
    >>> brief(Quantity(Decimal(90), None, unit="%"))
    'Quantity(low=90, unit=%)'
    """
    text = _brief(value)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _brief(value: Any) -> str:
    if not isinstance(value, Record):
        return repr(value)
    told = ", ".join(
        f"{field.name}={_shown(content)}"
        for field in fields(type(value))
        if (content := plain(attrgetter(field.path)(value))) not in (None, False, "", [])
    )
    return f"{type(value).__name__}({told})"


def _shown(content: Any) -> str:
    return "、".join(map(str, content)) if isinstance(content, list) else str(content)


def _same(value: Any) -> Any:
    return value


_PLAIN: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (Enum, lambda value: plain(value._value_)),  # the quick way to it
    ((str, bool, NoneType, int), _same),
    ((Decimal, Fraction), decimal_string),
    (dt.date, lambda value: value.isoformat()),
    (float, lambda value: value if value - value == 0 else str(value)),
    (Record, lambda value: value.as_member()),
    (Mapping, lambda value: {str(key): plain(content) for key, content in value.items()}),
    ((tuple, list), lambda value: [plain(item) for item in value]),
    ((set, frozenset), lambda value: sorted(map(plain, value), key=str)),
)
