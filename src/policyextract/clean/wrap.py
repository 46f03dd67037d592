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
_DECIMAL = pattern(r"[0-9]{1,2}\.[0-9]{1,2} ")
_HIGH_MARKER = pattern(rf"第(?:{_NUMERAL}|[0-9]{{1,3}})[章编篇部节]|{_NUMERAL}、|[（(]{_NUMERAL}[)）]")
_FULL_STOP = pattern("[。；;：！？]")
_END = pattern(r"[。！？；;][”’\"'）)》】〕]*\Z|[)）]\Z")
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
_REACH = 80
_LONG = 20
_PARAGRAPH = 2
_RAGGED = 6
_MANY = 5


def _columns(line: str) -> int:
    """How wide a line stands in print: a Chinese character takes two columns."""
    return (len(line) + len(line.encode("utf-8", "surrogatepass"))) // 2


def _measure(lines: list[str]) -> int:
    """The width at which a machine broke the lines of a text, or 0 where a line is a paragraph."""
    columns = [(line, _columns(line)) for line in lines if len(line) > 14]
    widths = Counter(width for _, width in columns)
    open_widths = Counter(width for line, width in columns if not _CLOSED.search(line[-4:]))
    total = open_widths.total()
    if total < 3:
        return 0

    def near(width: int) -> int:
        return sum(open_widths[width - back] for back in range(5))

    measure = max(open_widths, key=lambda width: (near(width), width))
    wider = sum(count for width, count in widths.items() if width > measure + 2)
    return measure if near(measure) * 5 >= total * 3 and wider * 12 <= sum(widths.values()) else 0


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
    if _HIGH_MARKER.match(line):
        return len(line) <= 45 and not _FULL_STOP.search(line)
    return bool(_MARKER.match(line)) and ((len(line) <= 20 and not _FULL_STOP.search(line)) or not _INNER.search(line))


def _is_prose_break(before: str, after: str, broken: bool) -> bool:
    """Whether a break falls inside a sentence, in a text whose lines are paragraphs otherwise.

    ``broken`` says that the line before is itself the rest of a broken one, or that the text is full of broken lines.
    """
    if _CLOSED.search(before[-4:]) or _DATE.match(after) or _is_heading(before):
        return False
    if not (_INNER.search(after) or _END.search(after[-4:])):
        return False
    return len(before) >= _LONG and (broken or bool(_INNER.search(before)))


@frozen
class _Page:
    """How the lines of a text were broken.

    Attributes:
        lines: without the white space around them.
        indents: how far each is set in.
        measure: the width of a full line, or 0 where a line is a paragraph.
    """

    lines: list[str]
    indents: list[int]
    measure: int

    def is_wrap(self, index: int, broken: bool) -> bool:
        """Whether the break after a line falls inside a sentence."""
        before, after = self.lines[index : index + 2]
        if not before or not after or (before[-1] == "。" and after[0] not in _AFTER_STOP):
            return False
        if after[0] in _LEANS_BACK or _splits_pair(before, after):
            return True
        if (_MARKER.match(after) and not (self._goes_on(before) and _DECIMAL.match(after))) or after.isdecimal():
            return False
        if before[-1] in _LEANS_ON or (_PARTICLE.search(before) and not is_row(after)):
            return not _is_heading(before)
        if not self.measure:
            return self.indents[index + 1] < _PARAGRAPH and _is_prose_break(before, after, broken)
        if self.indents[index + 1] >= self.indents[index] + _PARAGRAPH or not self._is_full(before):
            return False
        if before[-1] in "。！？":
            return after[0] in "（("
        return not self._stands_alone(before, after)

    def _is_full(self, line: str) -> bool:
        return self.measure > 0 and _columns(line) >= self.measure - _RAGGED

    def _goes_on(self, line: str) -> bool:
        return self._is_full(line) and not _CLOSED.search(line[-4:])

    def _stands_alone(self, before: str, after: str) -> bool:
        """Whether a full line is a heading over a paragraph, or a row of a table."""
        if _FULL_STOP.search(before):
            return False
        if _HIGH_MARKER.match(before) and len(_INNER.findall(before)) < 2:
            return self._is_full(after) or bool(_END.search(after[-4:]))
        return is_row(before)

    def wraps(self) -> list[bool]:
        """For every break, whether it falls inside a sentence."""
        sure = [self.is_wrap(index, False) for index in range(len(self.lines) - 1)]
        if self.measure or not any(sure):
            return sure
        many = sum(sure) >= _MANY and sum(sure) * 10 >= len(sure)
        return [known or self.is_wrap(at, many or (at > 0 and sure[at - 1])) for at, known in enumerate(sure)]


def wrap(text: str) -> Iterator[Edit]:
    """Edits that take out the line breaks which fall inside a sentence.

    A line that is closed by its punctuation, a heading, and a line after which a list marker follows end where they
    break. Where a machine broke all lines at one width, only a full line goes on in the next.

    >>> [edit.start for edit in wrap("要优化服务,确保行政审批、服务事项网上可办率达到\\n\\n90%。\\n二、开好超市")]
    [24]
    """
    breaks = [match.span() for match in _BREAK.finditer(text)]
    if not breaks:
        return
    starts = [0, *(stop for _, stop in breaks)]
    lines = [text[a:b].rstrip() for a, b in zip(starts, [*(start for start, _ in breaks), len(text)], strict=True)]
    indents = [len(lines[0]) - len(lines[0].lstrip())]
    indents += [stop - 1 - text.rfind("\n", start, stop) for start, stop in breaks]
    wraps = _Page(lines, indents, _measure(lines)).wraps()
    for index, (_, stop) in enumerate(breaks):
        if wraps[index]:
            yield Edit(starts[index] + len(lines[index]), stop, "")
