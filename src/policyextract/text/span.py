"""Where something stands: :class:`Span`, and :class:`Mention`, a value that was read there."""

from functools import cache
from operator import attrgetter
from typing import Any, Generic, TypeVar

from attrs import fields, frozen

V = TypeVar("V")


@cache
def _parts(kind: type) -> "attrgetter[tuple[Any, ...]]":
    return attrgetter(*(field.name for field in fields(kind)))


class Record:
    """What all records share: they travel between processes as their class and the values of their fields."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), _parts(type(self))(self)  # type: ignore[arg-type]  # a class is hashable


@frozen(order=True)
class Span(Record):
    """A half-open stretch ``[start, stop)`` of a text, in Unicode code points.

    >>> span = Span(2, 5)
    >>> "确保达到30次"[span.start : span.stop]
    '达到3'
    >>> len(span), 4 in span, 5 in span
    (3, True, False)

    Raises:
        ValueError: if not ``0 <= start <= stop``.
    """

    start: int
    stop: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"a span needs 0 <= start <= stop, got start={self.start}, stop={self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def __contains__(self, position: int) -> bool:
        return self.start <= position < self.stop

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character.

        >>> Span(0, 2).overlaps(Span(1, 3)), Span(0, 2).overlaps(Span(2, 3))
        (True, False)
        """
        return self.start < other.stop and other.start < self.stop

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside.

        >>> Span(0, 5).covers(Span(1, 5)), Span(1, 5).covers(Span(0, 5))
        (True, False)
        """
        return self.start <= other.start and other.stop <= self.stop


@frozen
class Mention(Record, Generic[V]):
    """A value with the characters of the **source** that it was read from, and the rule that read it.

    ``document.source[mention.span.start:mention.span.stop]`` is the evidence, always.

    >>> Mention(Span(0, 3), "30次", "quantity.number-unit").rule
    'quantity.number-unit'
    """

    span: Span
    value: V
    rule: str


AnyMention = Mention[Any]
