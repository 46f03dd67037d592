"""What every reader makes: a text, and the places that it came from."""

from attrs import define, field, frozen

from policyextract.text.place import Place, PlaceKind
from policyextract.text.span import Span


@frozen
class Layout:
    """A text that was read from a file, and the places of the file in it, outer before inner."""

    text: str
    places: tuple[Place, ...]


@define
class Builder:
    """Puts a text together, line by line, and keeps the places.

    >>> builder = Builder()
    >>> builder.line("政府工作报告", PlaceKind.PARAGRAPH)
    >>> builder.line("各位代表：", PlaceKind.PARAGRAPH)
    >>> builder.layout().text
    '政府工作报告\\n各位代表：'
    """

    _parts: list[str] = field(init=False, factory=list)
    _places: list[Place] = field(init=False, factory=list)
    _counts: dict[PlaceKind, int] = field(init=False, factory=dict)
    _length: int = field(init=False, default=0)

    def line(self, text: str, kind: PlaceKind) -> None:
        """Add a paragraph, a row or a line; an empty one is left out."""
        if not text.strip():
            return
        if self._parts:
            self._add("\n")
        start = self._length
        self._add(text)
        self._place(kind, start)

    def page(self, lines: list[str]) -> None:
        """Add a page with its lines."""
        if any(line.strip() for line in lines) and self._parts:
            self._add("\n")
        start = self._length
        self._add("\n".join(lines))
        self._place(PlaceKind.PAGE, start)

    def layout(self) -> Layout:
        """What was put together."""
        return Layout("".join(self._parts), tuple(self._places))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _place(self, kind: PlaceKind, start: int) -> None:
        number = self._counts[kind] = self._counts.get(kind, 0) + 1
        self._places.append(Place(kind, number, Span(start, self._length)))
