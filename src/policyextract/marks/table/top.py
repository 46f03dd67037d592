"""Where the heads of a table stand: in its rows, in the table before it, in the sentence before it."""

from collections.abc import Sequence

from policyextract.marks.table.head import ACTIONS, BODIES, Head, head, kind_of, said, squeezed
from policyextract.marks.table.matrix import Matrix
from policyextract.text.pattern import pattern

_TITLES, _HEADS = 8, 4  # rows above the heads, rows of heads
SHARE = 0.6
"""Of what a row holds, how much is to be heads."""
NARROW, _FORM = 2, 3  # columns of a form, and rows that it has at least
_LISTED = pattern(r"\L<table.listed>[为是：:]*([^。；;\n]{4,80})")
_BETWEEN = pattern("[、，,及和]")


def turned(places: Matrix) -> Matrix:
    """A form (``责任单位｜县财政局`` below ``任务｜…``) as a table with one row; any other table as it is."""
    if places.width != NARROW or len(places.rows) < _FORM or first_of_heads(places) is not None:
        return places
    kinds = [kind_of(places.said(row, 0)) for row in range(len(places.rows))]
    if len(set(kinds) - {""}) < _FORM or kinds.count("") > (1 - SHARE) * len(kinds):
        return places
    return Matrix(places.cells, places.words, tuple(zip(*places.rows, strict=True)), len(places.rows))


def first_of_heads(places: Matrix) -> int | None:
    """The first row of heads; the rows above it hold one cell each."""
    for row in range(min(_TITLES, len(places.rows))):
        filled = places.filled(row)
        if _is_head(places, filled):
            return row
        if len(filled) > 1 and not all(is_note(places.words[index]) for index in filled):
            return None
    return None


def _is_head(places: Matrix, filled: Sequence[int]) -> bool:
    known = [index for index in filled if kind_of(places.words[index])]
    kinds = {kind_of(places.words[index]) for index in known}
    return len(known) > 1 and len(kinds) > 1 and len(known) >= SHARE * len(filled)


def first_of_data(places: Matrix, top: int) -> int:
    """The first row under the heads: heads that reach over two rows have others beside them."""
    cells = [places.cells[index] for index in places.filled(top)]
    first = max((cell.row + cell.rows for cell in cells if cell.row + cell.rows <= top + _HEADS), default=top + 1)
    if all(cell.rows == cells[0].rows for cell in cells):
        first = top + cells[0].rows
    spread = any(places.rows[top].count(index) > 1 for index in places.filled(top))
    if first == top + 1 and spread and first < len(places.rows):
        inner = places.filled(first)
        if inner and all(kind_of(places.words[index]) for index in inner):
            first += 1
    return min(first, len(places.rows))


def path(places: Matrix, rows: range, column: int) -> list[str]:
    """The heads above a column, outer before inner, each once."""
    indexes = dict.fromkeys(places.at(row, column) for row in rows)
    return [places.words[index] for index in indexes if index >= 0]


def listed(places: Matrix, before: str) -> list[Head] | None:
    """The heads of a table without any, from the sentence before it: ``下表各列依次为任务内容、牵头单位``."""
    match = _LISTED.search(before.rsplit("\n", 1)[-1])
    names = [squeezed(name) for name in _BETWEEN.split(match[1])] if match else []
    heads = [head([name]) for name in names]
    return heads if len(heads) == places.width and all(found.kind for found in heads) else None


def is_told(heads: Sequence[Head]) -> bool:
    """Whether the heads say enough: what is to be done, and who, until when or how much."""
    kinds = {found.kind for found in heads}
    if "value" in kinds and kinds & {"indicator", "project", "task"}:
        return True
    return bool(kinds & set(ACTIONS[:-1])) and bool(kinds & {*BODIES, "due", "metric"} or {"task", "aim"} <= kinds)


def is_note(words: str) -> bool:
    """Whether a cell opens with a word of notes and a colon."""
    return words.startswith(said("note")) and ("：" in words or ":" in words)
