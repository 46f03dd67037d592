"""Lines of a page: its glyphs put together by where they stand, blanks by the gaps between them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from policyextract.readers.paged.page import Glyph
from policyextract.text.pattern import pattern

_BLANK, _APART, _BACK = 0.6, 3.0, 0.7  # widths of a character: a blank, another column, a step back
_SMALLEST = 1.0
_SLACK = 0.9  # widths of a character that the edge of a cell, or the spacing of a line, takes
_LABEL = pattern("[\u4e00-\u9fff]{2,4}\\L<name.unit-noun>[：:]")
_WORD = pattern(
    r"[A-Za-z0-9.,%‰+/-]{1,12}[）)》”’」』】〕，。、；：！？]{0,2}|[（(《“‘「『【〔]{0,2}.[）)》”’」』】〕，。、；：！？]{0,2}"
)


class Line(NamedTuple):
    """A line: its words, its middle above the foot of the page, where it begins and ends, the width of a character."""

    text: str
    y: float
    left: float
    right: float
    em: float

    def wraps(self, following: "Line", right: float) -> bool:
        """Whether a line ends only because what follows had no room before ``right``."""
        if _LABEL.match(following.text):
            return False
        word = _WORD.match(following.text)
        return right - self.right < (self.em * _width(word.group() if word else "") + _SLACK * self.em)


def _width(word: str) -> float:
    """How wide a word is, in widths of a Chinese character."""
    return sum(0.5 if char.isascii() else 1.0 for char in word)


class _Run:
    """Glyphs that follow one another on one line."""

    def __init__(self, glyph: Glyph) -> None:
        self.glyphs = [glyph]
        self.bottom, self.top = glyph.bottom, glyph.top

    @property
    def size(self) -> float:
        return max(self.top - self.bottom, _SMALLEST)

    def is_level(self, glyph: Glyph) -> bool:
        """Whether a glyph stands on the line."""
        middle = (glyph.bottom + glyph.top) / 2
        return self.bottom <= middle <= self.top

    def goes_on(self, glyph: Glyph) -> bool:
        """Whether a glyph is the next of the run."""
        last = self.glyphs[-1]
        gap = glyph.left - last.right
        return self.is_level(glyph) and -_BACK * self.size < gap < _APART * self.size

    def holds(self, other: "_Run") -> bool:
        """Whether another run belongs among the glyphs of this one: a quotation mark that is drawn later."""
        first, last = other.glyphs[0], other.glyphs[-1]
        if not self.is_level(first):
            return False
        left = min(glyph.left for glyph in self.glyphs)
        right = max(glyph.right for glyph in self.glyphs)
        near = _APART * self.size
        return first.left < right + near and last.right > left - near

    def line(self) -> Line:
        """The run as a line."""
        glyphs = sorted(self.glyphs, key=lambda glyph: glyph.left)
        while len(glyphs) > 1 and glyphs[-1].char.isspace():
            glyphs.pop()
        parts = [glyphs[0].char]
        for before, after in pairwise(glyphs):
            wide = after.left - before.right > _BLANK * self.size
            parts += (" " if wide and not (before.char + after.char).isspace() else "", after.char)
        inked = [glyph for glyph in glyphs if not glyph.char.isspace()] or glyphs
        em = max(glyph.right - glyph.left for glyph in inked)
        words = "".join(parts)
        return Line(words, (self.bottom + self.top) / 2, inked[0].left, inked[-1].right, max(em, _SMALLEST))


def lines(glyphs: Sequence[Glyph]) -> Iterator[Line]:
    """The lines of some glyphs, in the order in which the file draws the first glyph of each."""
    runs: list[_Run] = []
    for glyph in glyphs:
        if runs and runs[-1].goes_on(glyph):
            runs[-1].glyphs.append(glyph)
        else:
            runs.append(_Run(glyph))
    for run in _merged(runs):
        yield run.line()


_NEAR = 12  # runs back and ahead among which the line of a stray run is looked for


def _merged(runs: list[_Run]) -> list[_Run]:
    """The runs, each that stands on the line of one before it put into it."""
    kept: list[_Run] = []
    for run in runs:
        home = next((other for other in reversed(kept[-_NEAR:]) if other.holds(run) or run.holds(other)), None)
        if home is None:
            kept.append(run)
        else:
            home.glyphs += run.glyphs
            home.bottom, home.top = min(home.bottom, run.bottom), max(home.top, run.top)
    return kept


def paragraphs(found: Sequence[Line]) -> Iterator[Line]:
    """Lines put together where one goes on with the one before: it had no room, and the next begins at the margin."""
    if not found:
        return
    left, right = min(line.left for line in found), max(line.right for line in found)
    before: Line | None = None
    parts: list[str] = []
    first: Line | None = None
    for line in found:
        if before is not None and first is not None and _goes_on(before, line, left, right):
            parts.append(line.text.strip())
        else:
            if first is not None:
                yield first._replace(text="".join(parts), right=before.right if before else first.right)
            first, parts = line, [line.text]
        before = line
    if first is not None:
        yield first._replace(text="".join(parts), right=before.right if before else first.right)


def over(last: Line, first: Line, page: Sequence[Line]) -> bool:
    """Whether the last paragraph of a page goes on with the first one of the next page, whose lines are ``page``."""
    left, right = min(line.left for line in page), max(line.right for line in page)
    return _may_go_on(last, first, right) and first.left - left < first.em and last.text[-1] not in _ENDS


def _may_go_on(before: Line, line: Line, right: float) -> bool:
    if not before.wraps(line, right) or abs(before.em - line.em) > _ALIKE * before.em:
        return False
    return not (before.text[-1] in _ENDS and _ITEM.match(line.text))


def _goes_on(before: Line, line: Line, left: float, right: float) -> bool:
    if line.y >= before.y or not _may_go_on(before, line, right):
        return False
    centred = abs((line.left - left) - (right - line.right)) < line.em and abs(before.left - left) < before.em
    return line.left - left < line.em or centred


_ALIKE = 0.25
_ENDS = frozenset("。；;：:！？")
_ITEM = pattern(
    r"[0-9]{1,2}[.．、)）]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}[、是]|[—●■◆【]|第[一二三四五六七八九十]"
)
