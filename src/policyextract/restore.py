"""Plain data back to records: the way back from ``to_dict``, for every record of :mod:`policyextract.values`."""

import datetime as dt
import types
from collections.abc import Callable, Hashable, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

import attrs

from policyextract.values import Number

V = TypeVar("V")
Read = Callable[[Any], Any]


def record(kind: type[V], data: Mapping[str, Any]) -> V:
    """A record from the fields that its ``to_dict`` gives. Fields that the data does not name take their defaults.

    >>> from policyextract.values import Figure
    >>> figure = record(Figure, {"low": "2/3", "high": "2/3", "role": "target", "change": "level"})
    >>> figure.quantity.low, figure.role
    (Fraction(2, 3), <QuantityRole.TARGET: 'target'>)
    >>> record(Figure, figure.to_dict()) == figure
    True

    Raises:
        KeyError: if a field without a default is missing.
        ValueError: if a value is none of those that its field allows.
    """
    fields: dict[str, Any] = {}
    key = cast(Hashable, kind)
    for name, required, read in _readers(key):
        if read is None:
            fields[name] = record(_hints(key)[name], data)
        elif name in data:
            fields[name] = read(data[name])
        elif required:
            raise KeyError(f"a record of {kind.__name__} needs the field {name!r}")
    return kind(**fields)


def number(text: str) -> Number:
    """An exact number from its string in the JSON output.

    >>> number("6.5"), number("2/3")
    (Decimal('6.5'), Fraction(2, 3))
    """
    return Fraction(text) if "/" in text else Decimal(text)


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _readers(kind: Hashable) -> tuple[tuple[str, bool, Read | None], ...]:
    """Name, whether it must be given, and reader of each field; no reader for a record that lies flat in the data."""
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cast(Any, kind))
    hints = _hints(kind)
    return tuple((field.name, field.default is attrs.NOTHING, _reader(hints[field.name])) for field in fields)


def _reader(hint: Any) -> Read | None:
    if attrs.has(hint):
        return None
    if get_origin(hint) is tuple:
        return lambda items: tuple(items or ())
    alternatives = get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    read = _single(alternatives)
    return lambda content: None if content is None else read(content)


def _single(alternatives: tuple[Any, ...]) -> Read:
    if Decimal in alternatives:
        return number
    if dt.date in alternatives:
        return dt.date.fromisoformat
    enums = [one for one in alternatives if isinstance(one, type) and issubclass(one, Enum)]
    return enums[0] if enums else lambda content: content
