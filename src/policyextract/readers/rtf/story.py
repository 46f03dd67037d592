"""A part of an RTF file: its paragraphs, and the rows of its tables."""

from attrs import define, field

from policyextract.readers.builder import Item, Line
from policyextract.readers.ruled import Edge, Flow
from policyextract.readers.signs import whole

_DEEPEST, _WIDEST = 32, 1024  # tables in one another; cells of a row


@define
class Row:
    """How a row says that its cells stand; what is said before an edge holds for the cell that ends there."""

    left: int = 0
    edges: tuple[Edge, ...] = ()  # rows that are not told anew share it
    across: bool = False
    down: bool = False

    def edge(self, place: int) -> None:
        """End a cell."""
        if len(self.edges) < _WIDEST:
            self.edges = (*self.edges, Edge(place, self.across, self.down))
        self.across = self.down = False


@define
class Story:
    """A part of the file that is being read.

    Attributes:
        kind: what it is, by the control word that begins it.
        row, inner: how the row of a table stands, and that of a table in a table.
        boxes: the lines of the text boxes that hang on the paragraph.
        label: the number that the file gives the paragraph.
    """

    kind: str
    row: Row = field(factory=Row)
    inner: Row = field(factory=Row)
    boxes: list[str] = field(factory=list)
    label: list[str] = field(factory=list)
    _flow: Flow = field(factory=Flow)
    _parts: list[str] = field(factory=list)
    _carried: str = ""
    _furniture: bool = False
    _lost: bool = False  # whether the paragraph holds words that are not shown

    def say(self, words: str, *, gone: bool, furniture: bool) -> None:
        """Add words to the paragraph, unless they are not shown."""
        if gone:
            self._lost = True
        else:
            self._parts.append(words)
            self._furniture |= furniture

    def is_empty(self) -> bool:
        """Whether the paragraph says nothing so far."""
        return not any(part.strip() for part in self._parts)

    def end_paragraph(self, number: str, depth: int, *, gone: bool, furniture: bool) -> None:
        """End a paragraph; where its end was deleted, it goes on with the next one."""
        said = self._carried + ("" if self._carried else number) + whole("".join(self._parts))
        furniture |= self._furniture
        self._parts, self._carried, self._furniture, self.label = [], said if gone else "", False, []
        if not gone:
            lines = [Line(line.strip(), furniture) for line in said.split("\n")]
            self._flow.paragraph([*lines, *map(Line, self.boxes)], min(depth, _DEEPEST), lost=self._lost)
            self.boxes, self._lost = [], False

    def end_cell(self, depth: int) -> None:
        """End a cell."""
        self._flow.end_cell(min(depth, _DEEPEST))

    def end_row(self, depth: int) -> None:
        """End a row."""
        row = self.inner if depth > 1 else self.row
        self._flow.end_row(min(depth, _DEEPEST), row.left, row.edges)

    def close(self) -> list[Item]:
        """All that was put together."""
        return self._flow.close()
