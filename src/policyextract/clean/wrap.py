"""Hard line breaks in the middle of a sentence, with or without a blank line."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from policyextract.clean.space import is_row
from policyextract.offsets import Edit
from policyextract.pattern import pattern

_BREAK = pattern(r"\n\s*")
_CLOSED = pattern(r"[。！？；：:;!?…~～][”’\"'）)》】〕]*\Z|[)）】〕]\Z")
_NUMERAL = "[一二三四五六七八九十百]{1,4}"
_MARKER = pattern(
    rf"第(?:{_NUMERAL}|[0-9]{{1,3}})[章编篇部节条]|第?{_NUMERAL}[、，,.．：:]|{_NUMERAL}(?:是|要(?![素点件求]))"
    rf"|[（(](?:{_NUMERAL}|[0-9]{{1,2}})[)）]"
    r"|[0-9]{1,2}(?:[、)）]|[.．](?![0-9])|(?:\.[0-9]{1,2}){1,3}[ \t\u3000])"
    r"|[①-⑳㈠-㈩]|[—－-]{2}|[•●◆■·▪►★☆◎▲\ue000-\uf8ff]|附件|附表|附录|专栏|[【〔]|表[0-9一二三四五六七八九十]"
)
_LATIN_WORD = pattern("[0-9A-Za-z.%]{1,16}")
_DECIMAL = pattern(r"[0-9]{1,2}\.[0-9]{1,2} ")
_HIGH_MARKER = pattern(rf"第(?:{_NUMERAL}|[0-9]{{1,3}})[章编篇部节]|{_NUMERAL}、|[（(]{_NUMERAL}[)）]")
_FULL_STOP = pattern("[。；;：！？]")
_END = pattern(r"[。！？；;][”’\"'）)》】〕]*\Z|[)）]\Z")
_ASIDE = pattern("(?<![。！？；：])[（(][^（()）]{1,40}[)）]\\Z")
_INNER = pattern("[，,；;。！？]")
_DATE = pattern(
    r"(?:[12][0-9]{3}|[二一][〇○零一二三四五六七八九0-9]{3})年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日?\Z"
)
_LEANS_BACK = frozenset("，。、；：！？）》」』】〕”’)%％‰")
_AFTER_STOP = _LEANS_BACK | {"（", "("}
_LEANS_ON = frozenset("，,、（(《〈“‘「『")
_PARTICLE = pattern("(?:[到在于对由把将至和与及或并以为第约从向达]|(?<![目标])的)\\Z")
_PAIRS = {"《": "》", "（": "）", "(": ")", "“": "”"}
_OPENED = pattern("([《（(“])[^》）)”]*\\Z")
_REACH = 80  # characters between the two signs of a pair, at most
_LONG = 20  # characters of a line of prose, at least
_HEADING = 34  # characters of a heading that holds a comma, at most
_LONGEST_HEADING = 45
_PARAGRAPH = 3  # columns that a paragraph is set in, at least
_WORD = 14  # characters of a cell or a caption, at most
_FEWEST = 3  # lines that show a measure
_RAGGED = 6  # columns that a full line may lack
_TIGHT = 3  # columns that a line lacks which is full by all means
_NARROW = 2
_MANY = 5  # broken lines of a text that is full of them


def _columns(line: str) -> int:
    """How wide a line stands in print: a Chinese character takes two columns."""
    return (len(line) + len(line.encode("utf-8", "surrogatepass"))) // 2


def _measure(lines: list[str], widths: list[int]) -> int:
    """The width at which a machine broke the lines of a text, or 0 where a line is a paragraph."""
    long = [(width, line) for width, line in zip(widths, lines, strict=True) if len(line) > _WORD]
    going_on = Counter(width for width, line in long if not _CLOSED.search(line[-4:]))
    total = going_on.total()
    if total < _FEWEST:
        return 0

    def near(width: int) -> int:
        return sum(going_on[width - back] for back in range(5))

    measure = max(going_on, key=lambda width: (near(width), width))
    wider = sum(width > measure + 2 for width, _ in long)
    return measure if near(measure) * 5 >= total * 3 and wider * 12 <= len(long) else 0


def _splits_pair(before: str, after: str) -> bool:
    """Whether a bracket or a title opens in ``before`` and closes in ``after``."""
    opened = _OPENED.search(before[-_REACH:])
    if not opened:
        return False
    left = opened[1]
    closed = after.find(_PAIRS[left], 0, _REACH)
    return closed >= 0 and not 0 <= after.find(left, 0, _REACH) < closed


def _is_heading(line: str) -> bool:
    """Whether a line with a list marker is a heading, which may hold a comma, and not the first line of a point."""
    if not _MARKER.match(line) or _FULL_STOP.search(line) or line[-1] in _LEANS_ON:
        return False
    commas = len(_INNER.findall(line))
    if _HIGH_MARKER.match(line):
        return len(line) <= (_HEADING if commas == 1 else _LONGEST_HEADING) and commas < 3
    return len(line) <= _LONG or not commas


def _ends_aside(line: str) -> bool:
    """Whether a line ends with a bracket that stands inside a sentence: ``（以下简称本区）``, but not ``。（略）``."""
    aside = _ASIDE.search(line[-_REACH:])
    return bool(aside and _INNER.search(line))


def _is_prose_break(before: str, after: str, broken: bool) -> bool:
    """Whether a break falls inside a sentence, in a text whose lines are paragraphs otherwise.

    ``broken`` says that the line before is itself the rest of a broken one, or that the text is full of broken lines.
    """
    if len(before) < _LONG or _DATE.match(after) or _is_heading(before):
        return False
    if _CLOSED.search(before[-4:]) and not (broken and _ends_aside(before)):
        return False
    if not (_INNER.search(after) or _END.search(after[-4:]) or (broken and len(after) >= _LONG)):
        return False
    return broken or bool(_INNER.search(before))


@frozen
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

    def is_wrap(self, index: int, broken: bool) -> bool:
        """Whether the break after a line falls inside a sentence, or inside a paragraph where that can be known."""
        before, after = self.lines[index : index + 2]
        if not before or not after or (not self.measure and before[-1] == "。" and after[0] not in _AFTER_STOP):
            return False
        if after[0] in _LEANS_BACK or _splits_pair(before, after):
            return True
        if (_MARKER.match(after) and not (self._goes_on(index) and _DECIMAL.match(after))) or after.isdecimal():
            return False
        if before[-1] in _LEANS_ON or (_PARTICLE.search(before[-2:]) and not is_row(after)):
            return not _is_heading(before)
        if not self.measure:
            return self.indents[index + 1] < _PARAGRAPH and _is_prose_break(before, after, broken)
        deeper = self.indents[index + 1] >= self.indents[index] + _PARAGRAPH
        return not deeper and self._is_full(index) and self._runs_on(index)

    def _is_full(self, index: int) -> bool:
        """Whether the next word did not fit; a line with many narrow signs counts by its signs too."""
        if not self.measure:
            return False
        word = _LATIN_WORD.match(self.lines[index + 1]) if index + 1 < len(self.lines) else None
        width = max(self.widths[index], self.indents[index] + 2 * len(self.lines[index]) - _NARROW)
        return width + (word.end() if word else 0) >= self.measure - _RAGGED

    def _goes_on(self, index: int) -> bool:
        return self._is_full(index) and not _CLOSED.search(self.lines[index][-4:])

    def _runs_on(self, index: int) -> bool:
        """Whether a full line goes on: it is no heading over a paragraph, no row of a table, no end of a paragraph."""
        before, after = self.lines[index : index + 2]
        is_tight = self.widths[index] >= self.measure - _TIGHT
        if before[-1] in "。！？":
            return after[0] in "（(" or (is_tight and (self._is_full(index + 1) or bool(_END.search(after[-4:]))))
        if _FULL_STOP.search(before):
            return True
        if _HIGH_MARKER.match(before) and len(_INNER.findall(before)) < 2 and not is_tight:
            return not (self._is_full(index + 1) or _END.search(after[-4:]))
        return not is_row(before)

    def wraps(self) -> list[bool]:
        """For every break, whether it falls inside a sentence."""
        sure = [self.is_wrap(index, False) for index in range(len(self.lines) - 1)]
        if self.measure or not any(sure):
            return sure
        many = sum(sure) >= _MANY and sum(sure) * 10 >= len(sure)
        return [known or self.is_wrap(at, many or (at > 0 and sure[at - 1])) for at, known in enumerate(sure)]


def _page(text: str, breaks: list[tuple[int, int]]) -> _Page:
    starts = [0, *(stop for _, stop in breaks)]
    stops = [*(start for start, _ in breaks), len(text)]
    first = len(text) - len(text.lstrip())
    before = [text[:first], *(text[text.rfind("\n", start, stop) + 1 : stop] for start, stop in breaks)]
    lines = [text[start:stop].strip() for start, stop in zip(starts, stops, strict=True)]
    indents = [_columns(gap) for gap in before]
    widths = [indent + _columns(line) for indent, line in zip(indents, lines, strict=True)]
    return _Page(lines, indents, widths, _measure(lines, widths))


def wrap(text: str) -> Iterator[Edit]:
    """Edits that take out the line breaks which fall inside a sentence.

    A line that is closed by its punctuation, a heading, and a line after which a list marker follows end where they
    break. Where a machine broke all lines at one width, a full line goes on in the next.

    >>> [edit.start for edit in wrap("要优化服务,确保行政审批、服务事项网上可办率达到\\n\\n90%。\\n二、开好超市")]
    [24]
    """
    breaks = [match.span() for match in _BREAK.finditer(text)]
    if not breaks:
        return
    begin = 0
    for is_wrap, (start, stop) in zip(_page(text, breaks).wraps(), breaks, strict=True):
        if is_wrap:
            yield Edit(begin + len(text[begin:start].rstrip()), stop, "")
        begin = stop
