"""Tables whose cells stand each on a line of its own, as a page leaves them that was copied as text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count, islice, takewhile

from policyextract.marks.marker import markers
from policyextract.marks.table.content import fits
from policyextract.marks.table.head import ACTIONS, kind_of, squeezed
from policyextract.text.pattern import pattern

_FIRST = pattern(
    r"\n[^\S\n]*[（(]?1[）)]?[.．、]?[^\S\n]*(?:\|[^\S\n]*)?$", re.MULTILINE
)  # with the line end before it
_LINE = pattern(r"[^\s|](?:[^\n|]*[^\s|])?")  # a bar may stand at its end
_SERIAL = pattern(r"[（(]?([0-9]{1,4})[）)]?[.．、]?")
_FEWEST, _WIDEST = 3, 12  # columns
_LONGEST = 24  # lines of a row: a cell that says several things has several
_PARTS = frozenset(("chapter", "section", "comma", "round"))
_FIT, _EMPTY, _NO_TASK = 2, -1, -6
"""What speaks for lines in columns: one that fits its column or does not; a column, one of tasks, left empty."""

Row = list[tuple[int, int]]


def lined(source: str) -> Iterator[list[Row]]:
    """The rows of each table whose first column counts them: its numbers say where a row begins.

    A row that has not one line for each column has them where its bodies and days fit; an empty cell is an empty span.

    >>> (rows,) = lined("序号\\n任务\\n牵头单位\\n1\\n建成30个\\n改造5处\\n县财政局\\n2\\n改造6处\\n县水利局\\n")
    >>> rows[1]
    [(11, 12), (13, 23), (24, 28)]
    """
    reached = 0
    for one in _FIRST.finditer(f"\n{source}"):
        lines = _above(source, reached, one.start()) if one.start() >= reached else []
        rows = _table(source, lines, one.start()) or _table(source, _joined(source, lines), one.start())
        if rows:
            reached = max(stop for _, stop in rows[-1])
            yield rows


def _table(source: str, lines: Row, start: int) -> list[Row]:
    """The rows under some heads, and the heads; none where in most rows some head is no column."""
    parted = bool(lines) and _heads_part(source, lines[-1])
    heads, first = (lines[:-1], lines[-1:]) if parted else (lines, [])
    if len(heads) < _FEWEST:
        return []
    kinds = [kind_of(_words(source, head)) for head in heads]
    groups = [*([line] for line in first), *_groups(source, start, kinds)]
    rows = [_placed(source, group, kinds) for group in groups]
    sure = [_is_sure(source, *row, kinds) for row in zip(groups, rows, strict=True) if len(row[0]) > 1]
    checked = sure[:-1] or sure  # where the last row ends is a guess
    return [heads, *rows] if 2 * sum(checked) > len(checked) else []


def _words(source: str, line: tuple[int, int]) -> str:
    return squeezed(source[line[0] : line[1]])


def _above(source: str, reached: int, stop: int) -> Row:
    """The lines right above the first row, from the one that heads the numbers on."""
    lines: Row = []
    while len(lines) < _WIDEST and reached < stop:
        start = source.rfind("\n", reached, stop - 1) + 1 or reached
        line = _LINE.search(source, start, stop)
        stop = start
        if line is None:
            continue
        lines.append(line.span())
        if kind_of(_words(source, line.span())) == "number":
            return lines[::-1]
    return []


def _joined(source: str, lines: Row) -> Row:
    """Heads that stand on two lines as one, where only both together say something: ``责任⏎单位``."""
    heads: Row = []
    for line in lines:
        whole = (heads[-1][0], line[1]) if heads else line
        if heads and kind_of(_words(source, whole)) and not kind_of(_words(source, heads[-1])):
            heads[-1] = whole
        else:
            heads.append(line)
    return heads


def _groups(source: str, start: int, kinds: Sequence[str]) -> list[Row]:
    """The lines of each row from the first on, and of those that head a part of the table: ``二、环境保护``."""
    groups: list[Row] = []
    for number in count(2):
        lines = [line.span() for line in islice(_LINE.finditer(source, start), _LONGEST)]
        ends = [at for at in range(1, len(lines)) if _numbers(source, lines[at], number)]
        if not ends:
            groups.append(_last(source, lines, kinds, groups))
            return groups
        end = len(kinds) if len(kinds) in ends else ends[0]
        part = end - 1 if len(kinds) < end and _heads_part(source, lines[end - 1]) else end
        groups.append(lines[:part])
        groups.extend([line] for line in lines[part:end])
        start = lines[end][0]
    return groups


def _last(source: str, lines: Row, kinds: Sequence[str], groups: Sequence[Row]) -> Row:
    """The lines of the last row: as many as most rows have, up to what heads another part or does not fit."""
    most = min(_usual(groups, kinds) or len(kinds), len(lines))
    end = next((at for at in range(1, most) if _heads_part(source, lines[at])), most)
    while end == len(kinds) and fits(kinds[end - 1], _words(source, lines[end - 1])) < 0:
        end -= 1
    return lines[:end]


def _usual(groups: Sequence[Row], kinds: Sequence[str]) -> int:
    """How many lines a row has that has no more than one for each head, most often; 0 where there is none."""
    counts = Counter(len(group) for group in groups if 1 < len(group) <= len(kinds))
    return counts.most_common(1)[0][0] if counts else 0


def _is_sure(source: str, group: Row, row: Row, kinds: Sequence[str]) -> bool:
    """Whether the columns of a row are beyond doubt: a line for each head but for remarks, or bodies and days fit."""
    left_out = len(list(takewhile(lambda kind: kind == "note", reversed(kinds))))
    if len(kinds) - left_out <= len(group) <= len(kinds):
        return True
    fit = [fits(kind, _words(source, cell)) for kind, cell in zip(kinds, row, strict=True) if fits(kind, "")]
    return bool(fit) and min(fit) > 0


def _heads_part(source: str, line: tuple[int, int]) -> bool:
    marker = next(markers(source[line[0] : line[1]]), None)
    return marker is not None and marker.start == 0 and marker.style in _PARTS


def _numbers(source: str, line: tuple[int, int], number: int) -> bool:
    match = _SERIAL.fullmatch(source, *line)
    return match is not None and int(match[1]) == number


def _placed(source: str, lines: Row, kinds: Sequence[str]) -> Row:
    """The cells of a row: its lines in their order, each in the column that it fits best."""
    known = len(lines) in (1, len(kinds))
    columns = range(len(lines)) if known else _fitted([_words(source, line) for line in lines], kinds)
    cells: dict[int, tuple[int, int]] = {}
    for column, (start, stop) in zip(columns, lines, strict=True):
        cells[column] = (cells.get(column, (start, stop))[0], stop)
    last = 0
    row = []
    for column in range(len(kinds)):
        row.append(cells.get(column, (last, last)))
        last = row[-1][1]
    return row


def _fitted(lines: Sequence[str], kinds: Sequence[str]) -> list[int]:
    """The column of each line: of all ways to set them in order, the one for which most speaks."""
    lost = [_NO_TASK if kind in ACTIONS else _EMPTY for kind in kinds]
    ways = {0: (0, [0])}
    for words in lines[1:]:
        fit = [_FIT * fits(kind, words) for kind in kinds]
        ways = {
            column: max(
                (score + fit[column] + sum(lost[before + 1 : column]), [*way, column])
                for before, (score, way) in ways.items()
                if before <= column
            )
            for column in range(max(1, min(ways)), len(kinds))
        }
    return max((score + sum(lost[column + 1 :]), way) for column, (score, way) in ways.items())[1]
