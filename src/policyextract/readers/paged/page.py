"""A page as it is drawn: its glyphs with their places, the lines between them, whether it holds pictures or notes."""

from typing import NamedTuple


class Glyph(NamedTuple):
    """A character with its box, in points from the lower left corner of the page as it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    char: str


class Stroke(NamedTuple):
    """A line that is drawn along or across the page: its place, and from where to where it reaches."""

    at: float
    start: float
    stop: float


class Page(NamedTuple):
    """A page."""

    height: float
    glyphs: list[Glyph]
    across: list[Stroke]
    down: list[Stroke]
    has_pictures: bool
    has_notes: bool = False
