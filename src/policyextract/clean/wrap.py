"""Hard line breaks in the middle of a sentence, with or without a blank line."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, partial
from itertools import accumulate

from attrs import frozen

from policyextract import lexicon
from policyextract.clean.line import (
    CLOSERS,
    END,
    FULL_STOP,
    HIGH_MARKER,
    INNER,
    LEANS_ON,
    LONG,
    MARKER,
    begins_with_unit,
    is_closed,
    is_heading,
    is_prose_break,
    splits_pair,
)
from policyextract.clean.space import is_row
from policyextract.clean.together import Together
from policyextract.text.offsets import Edit
from policyextract.text.pattern import pattern

_BREAK = pattern(r"(\n\s*)")
_LATIN_WORD = pattern("[0-9A-Za-z.%]{1,16}")
_NUMBER = pattern(r"[0-9]{1,8}(?:\.[0-9]{1,4})?%?")
_DECIMAL = pattern(r"[0-9]{1,2}\.[0-9]{1,2} ")
_LEANS_BACK = frozenset("，。、；：！？）》」』】〕”’)%％‰")
_AFTER_STOP = _LEANS_BACK | {"（", "("}
_STOPS = "，。；：、,;:）)》”"
_PARTICLES = frozenset("到在于对由把将至和与及或并以为第约从向达的")
_no_particles = partial(lexicon.select, "clean/words", "de-noun")
_DIGITS = frozenset("0123456789")
_PARAGRAPH = 3  # columns that a paragraph is set in, at least
_WORD = 14  # characters of a cell or a caption, at most
_FEWEST = 3  # lines that show a measure
_NEAR = 4  # columns that these may lack
_RAGGED = 6  # columns that a full line may lack
_TIGHT = 3  # columns that a line lacks which is full by all means
_NARROW = 2
_MANY = 5  # broken lines of a text that is full of them


def _columns(lines: list[str]) -> list[int]:
    """How wide each line stands in print: a Chinese character takes two columns."""
    encoded = "\n".join(lines).encode("utf-8", "surrogatepass").split(b"\n")
    return [(signs + size) // 2 for signs, size in zip(map(len, lines), map(len, encoded), strict=True)]


def _measure(lines: list[str], widths: list[int]) -> int:
    """The width at which a machine broke the lines of a text, or 0 where a line is a paragraph."""
    long = [(width, line) for width, line in zip(widths, lines, strict=True) if len(line) > _WORD]
    going_on = sorted([width for width, line in long if line[-1] not in CLOSERS and not is_closed(line)])
    if len(going_on) < _FEWEST:
        return 0
    near = [count - bisect_left(going_on, width - _NEAR) for count, width in enumerate(going_on, 1)]
    most, measure = max(zip(near, going_on, strict=True))
    wider = len([width for width, _ in long if width > measure + 2])
    return measure if most * 5 >= len(going_on) * 3 and wider * 12 <= len(long) else 0


@frozen(slots=False)  # for what is asked for in few texts only
class _Page:
    """How the lines of a text were broken.

    Attributes:
        lines: without the white space around them.
        indents: how far each is set in, in columns.
        widths: where each ends, in columns.
        measure: the width of a full line, or 0 where a line is a paragraph.
    """

    lines: list[str]
    indents: list[int]
    widths: list[int]
    measure: int

    def is_wrap(self, index: int) -> bool | None:
        """Whether the break after a line falls inside a sentence, or inside a paragraph where that can be known.

        ``None`` where only prose around it can tell.
        """
        before, after = self.lines[index : index + 2]
        if not before or not after or (not self.measure and before[-1] == "。" and after[0] not in _AFTER_STOP):
            return False
        if after[0] in _LEANS_BACK or splits_pair(before, after):
            return True
        if (before[0] in _DIGITS and self._is_number_within(index)) or (
            after[0] in _DIGITS and self._is_number_within(index + 1)
        ):
            return True
        if (MARKER.match(after) and not (self._goes_on(index) and _DECIMAL.match(after))) or after.isdecimal():
            return False
        runs_on = before[-1] in _PARTICLES and before[-2:] not in _no_particles()
        if before[-1] in LEANS_ON or (runs_on and not is_row(after)):
            return not is_heading(before) or self.is_known(before, after)
        if not self.measure:
            return None if self.indents[index + 1] < _PARAGRAPH else False
        deeper = self.indents[index + 1] >= self.indents[index] + _PARAGRAPH
        return not deeper and self._is_full(index) and self._runs_on(index)

    def _is_number_within(self, index: int) -> bool:
        """Whether a line is a number of the sentence around it: words before it, and its unit on the line after."""
        if not 0 < index < len(self.lines) - 1 or not _NUMBER.fullmatch(self.lines[index]):
            return False
        before = self.lines[index - 1]
        if not before or is_closed(before) or "PM" in before:  # the index of PM2.5 is none
            return False
        prose = len(before) >= LONG and INNER.search(before)
        goes_on = before[0] in _LEANS_BACK or begins_with_unit(before)
        return bool(prose or goes_on) and begins_with_unit(self.lines[index + 1])

    def _is_full(self, index: int) -> bool:
        """Whether the next word did not fit; a line with many narrow signs counts by its signs too."""
        if not self.measure:
            return False
        word = _LATIN_WORD.match(self.lines[index + 1]) if index + 1 < len(self.lines) else None
        width = max(self.widths[index], self.indents[index] + 2 * len(self.lines[index]) - _NARROW)
        return width + (word.end() if word else 0) >= self.measure - _RAGGED

    def _goes_on(self, index: int) -> bool:
        return self._is_full(index) and not is_closed(self.lines[index])

    def _runs_on(self, index: int) -> bool:
        """Whether a full line goes on: it is no heading over a paragraph, no row of a table, no end of a paragraph."""
        before, after = self.lines[index : index + 2]
        is_tight = self.widths[index] >= self.measure - _TIGHT
        if before[-1] in "。！？":
            return after[0] in "（(" or (is_tight and (self._is_full(index + 1) or bool(END.search(after[-4:]))))
        if FULL_STOP.search(before):
            return True
        if HIGH_MARKER.match(before) and len(INNER.findall(before)) < 2 and not is_tight:
            return not (self._is_full(index + 1) or END.search(after[-4:]))
        return not is_row(before)

    @cached_property
    def _together(self) -> Together:
        return Together(self.lines)

    def is_known(self, before: str, after: str) -> bool:
        """Whether the signs around a break stand together elsewhere in the text: ``服务组⏎织`` and ``养老服务组织``."""
        together, last = self._together, before[-2:]
        known = together.holds(last + after[:1]) or together.holds(before[-1:] + after[:2])
        return known and not any(together.holds(last + sign) for sign in _STOPS)

    def wraps(self) -> list[bool]:
        """For every break, whether it falls inside a sentence."""
        found = [self.is_wrap(index) for index in range(len(self.lines) - 1)]
        prose = [index for index, known in enumerate(found) if known is None]
        sure = [known is True for known in found]
        for index in prose:
            sure[index] = is_prose_break(self.lines[index], self.lines[index + 1], False, self.is_known)
        wraps = sure.copy()
        many = sum(sure) >= _MANY and sum(sure) * 10 >= len(sure)
        for index in prose:
            if not sure[index] and (many or (index > 0 and sure[index - 1])):
                wraps[index] = is_prose_break(self.lines[index], self.lines[index + 1], True, self.is_known)
        return wraps


def _page(lines: list[str], breaks: list[str]) -> _Page:
    """A page of lines with the white space around them, and of the breaks between these."""
    first = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    indents = _columns([first, *[gap[gap.rfind("\n") + 1 :] for gap in breaks]])
    lines = [line.strip() for line in lines]
    widths = [indent + columns for indent, columns in zip(indents, _columns(lines), strict=True)]
    return _Page(lines, indents, widths, _measure(lines, widths))


def wrap(text: str) -> Iterator[Edit]:
    """Edits that take out the line breaks which fall inside a sentence.

    A line that is closed by its punctuation, a heading, and a line after which a list marker follows end where they
    break. Where a machine broke all lines at one width, a full line goes on in the next.

    >>> [edit.start for edit in wrap("要优化服务,确保行政审批、服务事项网上可办率达到\\n\\n90%。\\n二、开好超市")]
    [24]
    """
    parts = _BREAK.split(text)
    if len(parts) == 1:
        return
    lines, breaks = parts[::2], parts[1::2]
    stops = [*accumulate(map(len, parts))][1::2]
    for is_wrap, line, stop, gap in zip(_page(lines, breaks).wraps(), lines, stops, breaks, strict=False):
        if is_wrap:
            yield Edit(stop - len(gap) - (len(line) - len(line.rstrip())), stop, "")
