"""Where in a file something stands: pages, paragraphs, lines, as stretches of the text that was read from it."""

from enum import StrEnum

from attrs import frozen

from policyextract.text.span import Span


class PlaceKind(StrEnum):
    """What a file is made of."""

    PAGE = "page"
    PARAGRAPH = "paragraph"
    ROW = "row"
    LINE = "line"


_WORDS = {PlaceKind.PAGE: "页", PlaceKind.PARAGRAPH: "段", PlaceKind.ROW: "行（表格）", PlaceKind.LINE: "行"}


@frozen
class Place:
    """One page, paragraph, row of a table, or line of a file.

    Attributes:
        kind: what it is.
        number: which one, counted from 1 through the whole file.
        span: its characters in the source of the document.

    >>> str(Place(PlaceKind.PAGE, 3, Span(2000, 3000)))
    '第3页'
    """

    kind: PlaceKind
    number: int
    span: Span

    def __str__(self) -> str:
        return f"第{self.number}{_WORDS[self.kind]}"
