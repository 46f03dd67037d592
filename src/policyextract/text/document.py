"""The document: a source kept to the character, the cleaned text that grammars read, and the way between the two."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Hashable
from typing import Any, NamedTuple, TypeVar

from attrs import evolve, field, frozen

from policyextract.text.offsets import OffsetMap
from policyextract.text.place import Place, PlaceKind, Table
from policyextract.text.span import Mention, Span

T = TypeVar("T")

_SHOWN = 20
_UNREAD: Any = object()  # what is not worked out yet


class Find(NamedTuple):
    """What a grammar yields: a value read at ``[start, stop)`` of the cleaned **text**, by the rule of that name."""

    start: int
    stop: int
    value: Any
    rule: str


@frozen(repr=False)
class Document:
    """A text to read.

    Attributes:
        source: what was handed in, unchanged; every span that the library gives out counts in it.
        text: the cleaned text, which the grammars read.
        offsets: the exact way between the two.
        reference_date: the day on which the text was spoken or signed, or ``None``. Relative times (``今年``,
            ``本月内``) are resolved against it. Nothing ever asks the clock.
        places: the pages, paragraphs or lines of the file that it was read from, empty for a plain ``str``.
        tables: the tables of the file whose headers say what their columns hold. They stand in the source and not in
            the text: they are read by their columns.
        left_out: what of the file was not read, in words; empty where all was.
        within: the characters of the source that it is read from, where it is one of several documents of a file.

    >>> from policyextract.clean import read
    >>> document = read("确保行政审批、服务事项网上可办率达到\\n\\n90%")
    >>> document.text, document.source
    ('确保行政审批、服务事项网上可办率达到90%', '确保行政审批、服务事项网上可办率达到\\n\\n90%')
    >>> document.quote(Span(16, 23))
    '达到90%'
    """

    source: str
    text: str
    offsets: OffsetMap
    reference_date: dt.date | None = None
    places: tuple[Place, ...] = ()
    tables: tuple[Table, ...] = ()
    left_out: tuple[str, ...] = ()
    within: Span | None = None
    _memo: dict[Hashable, Any] = field(init=False, factory=dict, repr=False, eq=False, hash=False)

    @classmethod
    def plain(cls, text: str, reference_date: dt.date | None = None) -> "Document":
        """A document that no clean step touches.

        >>> Document.plain("增长6%").text
        '增长6%'
        """
        return cls(text, text, OffsetMap.identity(len(text)), reference_date)

    def part(self, start: int, stop: int) -> "Document":
        """The document that stands at ``[start, stop)`` of the text of a file; its places count in the same source.

        >>> part = Document.plain("请照办。\\n动员会上的讲话").part(5, 12)
        >>> part.text, part.offsets.to_source(0, 3), part.within
        ('动员会上的讲话', (5, 8), Span(start=5, stop=12))
        """
        begin, end = (
            self.offsets.to_source(place, place + 1)[0] if 0 < place < len(self.text) else place and len(self.source)
            for place in (start, stop)
        )
        within = Span(begin, end)
        return evolve(
            self,
            text=self.text[start:stop],
            offsets=self.offsets.part(start, stop),
            tables=tuple(table for table in self.tables if table.span.start in within),
            within=within,
        )

    def quote(self, span: Span) -> str:
        """The characters of the source at ``span``, without white space: the ``text`` of the JSON output."""
        return "".join(self.source[span.start : span.stop].split())

    def places_of(self, span: Span) -> tuple[Place, ...]:
        """The places of the file in which ``span`` begins, outer before inner.

        >>> from policyextract.readers import read_bytes
        >>> document = read_bytes("工作目标\\n增长6%。".encode(), ".txt")
        >>> [str(place) for place in document.places_of(Span(7, 9))]
        ['第2行']
        """
        rows = self.once("places", _places_by_kind)
        found = (places[max(bisect_right(starts, span.start) - 1, 0)] for starts, places in rows)
        return tuple(place for place in found if span.start in place.span)

    def once(self, key: Hashable, make: "Callable[[Document], T]") -> T:
        """``make(self)``, worked out once for this document however many ask for it.

        ``make`` must depend on nothing but ``key`` and the document; two threads that ask at the same time may both
        work it out, and get equal answers.
        """
        found: T = self._memo.get(key, _UNREAD)
        if found is _UNREAD:
            found = self._memo[key] = make(self)
        return found

    def mention(self, find: Find) -> Mention[Any]:
        """The find of a grammar with its place in the source."""
        start, stop, value, rule = find
        start, stop = self.offsets.to_source(start, stop)
        return Mention(Span(start, stop), value, rule, "".join(self.source[start:stop].split()))

    def find(self, mention: Mention[Any]) -> Find:
        """The way back from :meth:`mention`: a mention with its place in the cleaned text."""
        return Find(*self.offsets.to_text(mention.span.start, mention.span.stop), mention.value, mention.rule)

    def __repr__(self) -> str:
        """A line, however long the text: its beginning, its length, its day."""
        start = " ".join(self.text[: 2 * _SHOWN].split())[:_SHOWN]
        day = f", {self.reference_date}" if self.reference_date else ""
        return f"<Document {start!r}… {len(self.source)} characters{day}>"

    def __getstate__(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in _FIELDS}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_memo", {})


_FIELDS = ("source", "text", "offsets", "reference_date", "places", "tables", "left_out", "within")


def _places_by_kind(document: Document) -> list[tuple[list[int], list[Place]]]:
    kinds: dict[PlaceKind, list[Place]] = {}
    for place in document.places:
        kinds.setdefault(place.kind, []).append(place)
    return [([place.span.start for place in places], places) for places in kinds.values()]


def shared(make: Callable[[Document], T]) -> Callable[[Document], T]:
    """Decorator for a function of a document alone: it runs once for each document.

    >>> @shared
    ... def length(document):
    ...     print("measured")
    ...     return len(document.text)
    >>> document = Document.plain("全年增长6%")
    >>> length(document), length(document)
    measured
    (6, 6)
    """

    def read(document: Document) -> T:
        memo = document._memo
        try:
            found: T = memo[make]
        except KeyError:  # asked for the first time
            found = memo[make] = make(document)
        return found

    read.__doc__, read.__name__, read.__module__ = make.__doc__, make.__name__, make.__module__
    read.__qualname__, read.__annotations__ = make.__qualname__, make.__annotations__
    return read
