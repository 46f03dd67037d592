"""What columns hold by their cells: figures, units, bodies, days; it settles what a head leaves open."""

import re
from collections.abc import Callable, Sequence
from functools import cache, partial

from policyextract import lexicon
from policyextract.marks.table.head import BODIES, Head, is_unit, said
from policyextract.marks.table.matrix import Matrix
from policyextract.text.pattern import pattern

_SIGN = "[≥≤><＞＜≧≦=＝约超近达不低高于少多过小大]{0,4}"
_NUMBER = "[-－]?[0-9][0-9,，.]{0,16}"
_FIGURE = pattern(
    rf"[（(〔\[【［<]?{_SIGN}{_NUMBER}(?:[-—－–~～至]{{1,2}}{_NUMBER})?[%％‰]?[^0-9。；，、]{{0,8}}[）)〕\]】］>]?"
    "(?:[（(][^（()）]{1,24}[）)])?"  # 85%（两镇偏慢）
)
_DUE = pattern(
    r".{0,12}(?:[0-9]{1,2}月|[0-9]{4}年|[0-9]{4}[-./][0-9]{1,2}|\L<table.due-word>|[年月旬]底|[上中下]旬|每[年月周季半]).{0,20}"
)
_kinds = partial(lexicon.select, "table/words", "kind-of-target")
_MOST, _SOME, _LONG = 0.7, 0.5, 8


@cache
def _body() -> "re.Pattern[str]":
    words = lexicon.alternation(lexicon.select("table/bodies", "body"))
    return pattern(f"[^，。；]{{0,40}}(?<![0-9]){words}(?:（牵头）|等.{{0,6}})?")  # but 改造5处


def fits(kind: str, words: str) -> int:
    """Whether words can (1) or can't (-1) stand in a column of a kind, 0 where any may.

    >>> fits("lead", "县财政局"), fits("due", "县财政局"), fits("task", "县财政局")
    (1, -1, 0)
    """
    if kind in BODIES:
        return 1 if _body().fullmatch(words) else -1
    if kind == "due":
        return 1 if _DUE.fullmatch(words) or words in lexicon.words("table/dues") else -1
    return 0


def _cells(places: Matrix, rows: range, column: int) -> list[str]:
    """The words of a column, each cell once, those that say nothing left out."""
    empty = frozenset(("", *said("nothing"), *said("ditto")))
    indexes = dict.fromkeys(places.at(row, column) for row in rows)
    return [places.words[index] for index in indexes if index >= 0 and places.words[index] not in empty]


def _share(cells: Sequence[str], holds: Callable[[str], object]) -> float:
    return sum(bool(holds(words)) for words in cells) / len(cells) if cells else 0.0


def fitted(places: Matrix, rows: range, heads: Sequence[Head]) -> list[Head]:
    """The heads, those that can mean two things settled by what stands under them.

    目标 heads figures or words, 单位 units or bodies, 指标 the names of what is measured or the measures of a task.
    """
    columns = [_cells(places, rows, column) for column in range(places.width)]
    found = [_settled(one, cells) for one, cells in zip(heads, columns, strict=True)]
    kinds = {one.kind for one in found}
    if "value" not in kinds and "indicator" in kinds:
        own = "metric" if kinds & {"task", "measure", "project", "aim"} else "indicator"
        found = [one._replace(kind=own) if one.kind == "indicator" else one for one in found]
    if (
        "value" in kinds
        and "indicator" not in kinds
        and not kinds & {"task", "project", "measure"}
        and not _is_followed(found)
    ):
        found = _named(found, columns)
    return found


def _settled(one: Head, cells: Sequence[str]) -> Head:
    figures = _share(cells, _FIGURE.fullmatch)
    kind = one.kind
    if kind in ("aim", "metric", "task", "progress") and figures >= _MOST:
        return one._replace(kind="value", role=one.role or ("achieved" if kind == "progress" else ""))
    if kind == "value" and cells and figures < _SOME:
        kind = "aim" if one.role != "achieved" else "progress"
    elif kind == "unit" and _share(cells, is_unit) < _SOME:
        kind = "responsible" if _share(cells, _body().fullmatch) >= _SOME else ""
    elif kind in ("category", "attribute", "") and _share(cells, lambda words: words in _kinds()) >= _SOME:
        kind = "attribute"
    return one._replace(kind=kind)


def _is_followed(heads: Sequence[Head]) -> bool:
    """Whether the only figures say how far what bodies are charged with has come."""
    charged = any(one.kind in BODIES for one in heads)
    return charged and all(one.role == "achieved" for one in heads if one.kind == "value")


def _named(heads: Sequence[Head], columns: Sequence[Sequence[str]]) -> list[Head]:
    """The heads of a table of figures, the column of names known as the last one of words before the figures."""
    first = next(number for number, one in enumerate(heads) if one.kind == "value")
    for column in reversed(range(first)):
        if heads[column].kind in ("aim", "metric", "content", "") and columns[column]:
            return [one._replace(kind="indicator") if number == column else one for number, one in enumerate(heads)]
    return list(heads)


def guessed(places: Matrix) -> list[Head]:
    """The columns of a table without heads, where one holds bodies, one days and one long words; else none is known."""
    rows = range(len(places.rows))
    kinds = []
    for column in range(places.width):
        cells = _cells(places, rows, column)
        if _share(cells, lambda words: words.isdecimal()) >= _MOST:
            kinds.append("number")
        elif _share(cells, _body().fullmatch) >= _MOST:
            kinds.append("responsible")
        elif _share(cells, _DUE.fullmatch) >= _MOST:
            kinds.append("due")
        elif sum(map(len, cells)) >= _LONG * max(len(cells), 1):
            kinds.append("task")
        else:
            kinds.append("")
    told = len(places.rows) > 1 and kinds.count("task") == kinds.count("responsible") == 1 and kinds.count("due") < 2
    return [Head(kind if told else "", "") for kind in kinds]
