"""Tables in plain text, where their shape is plain: cells that tabs, bars, blanks or lines part, under heads."""

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from functools import partial

from policyextract.clean.lined import lined
from policyextract.clean.width import usual
from policyextract.marks.table import grid
from policyextract.text.pattern import pattern
from policyextract.text.place import Cell, Table
from policyextract.text.span import Span

_TAB = pattern(r"^[^\n\t]*\t[^\n]*\S[^\n]*$", re.MULTILINE)
_BAR = pattern(r"^[^\n|]*\|[^\n|]*\|[^\n]*$", re.MULTILINE)
_BLANK = pattern(r"^[^\n\t|]*?[^\s|](?: {2,}|\u3000{2,})[^\s|][^\n\t|]*$", re.MULTILINE)
_WORD = "[\u4e00-\u9fff（）()、/]{2,12}"
_HEADS = pattern(rf"\n[^\S\n]*{_WORD}(?:[ \u3000]{_WORD}){{2,11}}[^\S\n]*$", re.MULTILINE)  # 序号 任务 责任单位
_SINGLE = pattern(r"^[^\n\t|]*?[^\s|][ \u3000][^\s|][^\n\t|]*$", re.MULTILINE)
_WIDE = pattern(r"(?:  |\u3000\u3000)(?<=[^\s|]..)")
_ONE = pattern(r"[ \u3000]+")
_GAP = pattern(r" {2,}|\u3000+|[ \u3000]{2,}")
_RULE = pattern(r"[\s|:+=-]*")
_WIDEST, _FEWEST = 40, 3

Rows = list[list[tuple[int, int]]]


def ruled(source: str) -> tuple[Table, ...]:
    """The tables of a plain text whose heads say what their columns hold, in the order of the text.

    >>> (table,) = ruled("任务分工\\n任务\\t牵头单位\\t时限\\n建成30个\\t县财政局\\t6月底前\\n")
    >>> [table.span.start, len(table.cells)]
    [5, 6]
    >>> (table,) = ruled("序号 | 任务 | 牵头单位 |\\n1 | 建成30个 | 县财政局 |\\n")
    >>> len(table.cells)
    6
    """
    source = usual(source)
    found: list[Table] = []
    for sign, shape, part in _SHAPES + (_CLOSE if _HEADS.search(f"\n{source}") else ()):
        for rows in _blocks(_lines(source, sign, shape), part):
            _add(found, source, rows)
    for rows in lined(source):
        _add(found, source, rows)
    return tuple(found)


def _add(found: list[Table], source: str, rows: Rows) -> None:
    """Keep a table that is headed, in its place among those known, if it is none of them in another shape."""
    table = _table(source, rows)
    at = bisect(found, table.span.start, key=lambda known: known.span.start)
    beside = found[max(0, at - 1) : at + 1]
    if not any(table.span.overlaps(other.span) for other in beside) and _is_headed(source, table):
        found.insert(at, table)


def _lines(source: str, sign: "re.Pattern[str]", shape: "re.Pattern[str]") -> "Iterator[re.Match[str]]":
    """The lines of a shape, which has a sign in it."""
    reached = 0
    for found in sign.finditer(source):
        if found.start() >= reached:
            reached = _line_end(source, found.start())
            if line := shape.match(source, source.rfind("\n", 0, found.start()) + 1):
                yield line


def _blocks(
    lines: "Iterator[re.Match[str]]", part: "Callable[[str, int, int], list[tuple[int, int]]]"
) -> Iterator[Rows]:
    """Lines of one shape that follow one another and have as many cells as the first."""
    block: Rows = []
    reached = -1
    for match in lines:
        cells = part(match.string, *match.span())
        follows = match.start() == reached and bool(block) and len(cells) == len(block[0])
        if cells and not follows:
            if len(block) > 1:
                yield block
            block = []
        if cells and _FEWEST <= len(cells) <= _WIDEST:
            block.append(cells)
        reached = match.end() + 1
    if len(block) > 1:
        yield block


def _tabs(source: str, start: int, stop: int) -> list[tuple[int, int]]:
    return _cut(source, start, stop, [(at, at + 1) for at in range(start, stop) if source[at] == "\t"])


def _bars(source: str, start: int, stop: int) -> list[tuple[int, int]]:
    if _RULE.fullmatch(source, start, stop):
        return []
    bars = [(at, at + 1) for at in range(start, stop) if source[at] == "|"]
    if not source[start : bars[0][0]].strip():  # a bar before the first cell, or behind the last, parts nothing
        start = bars.pop(0)[1]
    if bars and not source[bars[-1][1] : stop].strip():
        stop = bars.pop()[0]
    return _cut(source, start, stop, bars)


def _gaps(gap: "re.Pattern[str]", source: str, start: int, stop: int) -> list[tuple[int, int]]:
    while start < stop and source[start].isspace():
        start += 1
    while start < stop and source[stop - 1].isspace():
        stop -= 1
    return _cut(source, start, stop, [match.span() for match in gap.finditer(source, start, stop)])


def _cut(source: str, start: int, stop: int, gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches between gaps, without blanks at their ends."""
    cells = []
    for begin, end in zip([start, *(gap[1] for gap in gaps)], [*(gap[0] for gap in gaps), stop], strict=True):
        while begin < end and source[begin].isspace():
            begin += 1
        while begin < end and source[end - 1].isspace():
            end -= 1
        cells.append((begin, max(begin, end)))
    return cells


def _table(source: str, rows: Rows) -> Table:
    cells = [Cell(number, column, Span(*place)) for number, row in enumerate(rows) for column, place in enumerate(row)]
    start, stop = rows[0][0][0], rows[-1][-1][1]
    return Table(tuple(cells), Span(source.rfind("\n", 0, start) + 1, _line_end(source, stop)))


def _line_end(source: str, position: int) -> int:
    end = source.find("\n", position)
    return len(source) if end < 0 else end


_SHAPES = (
    (pattern("\t"), _TAB, _tabs),
    (pattern(r"\|"), _BAR, _bars),
    (_WIDE, _BLANK, partial(_gaps, _GAP)),
)
_CLOSE = ((pattern("[ \u3000]"), _SINGLE, partial(_gaps, _ONE)),)  # where a line shows that single blanks part heads


def _is_headed(source: str, table: Table) -> bool:
    """Whether the first line of a table is its head."""
    found = grid(source, table)
    return (
        found is not None
        and bool(found.rows)
        and all(row.number for row in found.rows)
        and any(head.words for head in found.heads)
    )
