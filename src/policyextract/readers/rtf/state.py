"""What holds in a group of RTF, and is left with it: where its text goes, its font, its paragraph."""

from enum import Enum, auto
from typing import TYPE_CHECKING

from attrs import define, field

if TYPE_CHECKING:
    from policyextract.readers.rtf.story import Story


class Goes(Enum):
    """Where the text of a group goes."""

    TEXT = auto()
    NOWHERE = auto()  # nor that of the groups in it
    INSIDE = auto()  # nowhere, unless a group in it says otherwise
    CODE = auto()  # the instruction of a field
    LABEL = auto()  # the number of a paragraph
    FONTS = auto()
    STYLES = auto()
    LEVEL = auto()  # what a level of a list writes


@define
class Field:
    """A field: its instruction, and whether its result says something."""

    code: list[str] = field(factory=list)
    said: bool = False

    def lists_contents(self) -> bool:
        """Whether it is a table of contents."""
        return "".join(self.code).split()[:1] == ["TOC"]


@define
class State:
    """What holds in a group.

    Attributes:
        story: the part of the file that is being read.
        goes, back: where the text goes, and where it went outside of what is written twice.
        font, fonts, script: the font; those of the scripts; the script that the text is of.
        fallback: how many signs stand in for a character that is given by its number.
        gone: what hides the text: the names of the properties.
        style, number, level: the style of the paragraph, its list, its level in it.
        in_table, depth: whether the paragraph stands in a table, and in how many.
    """

    story: "Story"
    goes: Goes = Goes.TEXT
    back: Goes = Goes.TEXT
    font: int = 0
    fonts: tuple[tuple[str, int], ...] = ()
    script: str = ""
    fallback: int = 1
    gone: frozenset[str] = frozenset()
    contents: bool = False
    nested: bool = False
    field: Field | None = None
    style: int = 0
    number: int | None = None
    level: int = 0
    in_table: bool = False
    depth: int = 0

    def begin_paragraph(self) -> None:
        """Set what is of paragraphs back."""
        self.style, self.number, self.level, self.in_table, self.depth = 0, None, 0, False, 0

    def tables(self) -> int:
        """In how many tables the paragraph stands."""
        return max(self.depth, 1) if self.in_table else 0
