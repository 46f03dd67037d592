"""Where something stands: :class:`Span`, and :class:`Mention`, a value that was read there."""

from typing import Any, Generic, TypeVar

import attrs
from attrs import field, frozen

from policyextract.text.card import card
from policyextract.text.record import Record, brief, plain

V = TypeVar("V")
_SHOWN = 24


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
    stop: int = field(metadata={"name": "end"})

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


@frozen(repr=False)
class Mention(Record, Generic[V]):
    """A value with the characters of the **source** that it was read from, and the rule that read it.

    ``document.source[mention.span.start:mention.span.stop]`` is the evidence, always.

    Attributes:
        span: where it stands in the source.
        value: what was read.
        rule: the name of the rule that read it.
        text: the words of the source, without white space, as in the JSON output. They follow from the place, so that
            two mentions are equal without regard to them.

    >>> Mention(Span(2, 6), "30次", "quantity.number-unit", "达到30次").text
    '达到30次'
    >>> Mention(Span(0, 3), "30次", "quantity.number-unit")
    <Mention 0:3 '30次' by quantity.number-unit>
    """

    span: Span
    value: V = field(hash=False)  # so that one with a value that has no hash can be numbered, too
    rule: str
    text: str = field(default="", eq=False)

    def to_dict(self) -> dict[str, Any]:
        """The mention by itself as plain data: its place, its words, its rule, and the fields of its value.

        >>> Mention(Span(2, 6), 30, "count", "达到30次").to_dict()
        {'start': 2, 'end': 6, 'text': '达到30次', 'rule': 'count', 'value': 30}
        """
        place = {"start": self.span.start, "end": self.span.stop, "text": self.text, "rule": self.rule}
        return place | (self.value.to_dict() if isinstance(self.value, Record) else {"value": plain(self.value)})

    def as_member(self) -> str:
        """Inside another record it goes by its words."""
        return self.text

    def __repr__(self) -> str:
        words = self.text if len(self.text) <= _SHOWN else f"{self.text[:_SHOWN]}…"
        said = " ".join([repr(words)] * bool(words) + [brief(self.value)] * (self.value != self.text))
        return f"<Mention {self.span.start}:{self.span.stop} {said} by {self.rule}>"

    def _repr_html_(self) -> str:
        return card(self.to_dict())


AnyMention = Mention[Any]


def worded(mention: Mention[V], text: str) -> Mention[V]:
    """The mention with its words, which one of an extractor of one's own may lack."""
    return attrs.evolve(mention, text=text)
