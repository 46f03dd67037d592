"""Figures of tables: a cell of figures with the unit, the year and the part that its head and its row give."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import attrs

from policyextract.clean.width import usual
from policyextract.day import calendar
from policyextract.day.stated_date import day_of
from policyextract.grammar.quantity import parse_quantity
from policyextract.indicator.measure import fits
from policyextract.indicator.members import members
from policyextract.marks.enclosure import CLOSING, OPENING, OPENS
from policyextract.marks.table import Grid, Row
from policyextract.marks.table.head import BODIES, Head, unit_in, without_unit
from policyextract.reading.figure.governor import first_verb
from policyextract.text.document import Document
from policyextract.text.pattern import pattern
from policyextract.text.span import Mention, Span
from policyextract.values import Binding, Change, Figure, Modality, Pace, Quantity, QuantityRole

_NUMBER = r"[0-9][0-9,，]*(?:\.[0-9]+)?"
_CELL = pattern(
    rf"\s*(?P<open>[{OPENING}]?)\s*(?P<before>[^0-9{OPENING}.]{{0,8}}?)"
    rf"(?P<number>[-－+]?{_NUMBER}(?:\s*[-—－–~～至]{{1,2}}\s*{_NUMBER})?)\s*"
    rf"(?P<unit>[^0-9{CLOSING}\s]{{0,12}}?)(?P<after>\L<quantity.bound-after>)?\s*"
    rf"(?:[（(][^（()）]{{0,24}}[）)])?\s*[{CLOSING}]?\s*"
)
_WIDTH = str.maketrans("≧≦", "≥≤")
_RISES = pattern("\\L<table.rises>(?:[（(].*)?$|^(?:[^，。]{0,6}\\L<figure.added>)")
_FALLS = pattern("\\L<table.falls>\\L<figure.measure-noun>?(?:[（(].*)?$")
_BINDING = {"约束性": Binding.BINDING, "预期性": Binding.EXPECTED}
_RULE = "quantity.column"
_RATES = ("%", "％", "‰")
_SCALES = "万亿"


def values(document: Document, grid: Grid) -> Iterator[Mention[Figure]]:
    """The figures of the columns of figures, row by row."""
    columns = grid.columns("value")
    seen: set[int] = set()
    for row in grid.rows:
        for column in columns:
            index = row.cells[column]
            if index >= 0 and index not in seen and grid.words[index]:
                seen.add(index)
                mention = _value(document, grid, row, column)
                if mention is not None:
                    yield mention


def _value(document: Document, grid: Grid, row: Row, column: int) -> Mention[Figure] | None:
    """The figure of a cell, or ``None`` where it is none (``待市下达``, ``—``)."""
    span = grid.cell(row.cells[column]).span
    match = _CELL.fullmatch(" ".join(usual(document.source[span.start : span.stop]).split()))
    if match is None:
        return None
    head, name = grid.heads[column], _name(grid, row, column)
    total = head.total and (match["open"] in OPENS if match["open"] else not head.growth)
    given = _unit(grid, row, head, head.growth and not total)
    unit = match["unit"] or given
    rate = (head.growth and not total) or (unit in _RATES and given not in (*_RATES, ""))  # 6%左右 in a row of 亿元
    quantity = _quantity("".join(match.group("before", "number")), unit, match["after"] or "")
    if quantity is None:
        return None
    role = _role(document, grid, column)
    change = change_in(name)
    if (rate or total) and change is Change.LEVEL:
        change = Change.INCREASE
    figure = Figure(quantity, role)
    if role is not QuantityRole.OTHER:
        figure = attrs.evolve(
            figure,
            indicator=name or None,
            change=change,
            modality=_modality(head, grid, row) if role is QuantityRole.TARGET else None,
            **_period(head),
            binding=_binding(grid, row),
        )
    start = match.start("number")
    stop = match.end("unit") if match["unit"] else match.end("number")
    place = Span(span.start + start, span.start + stop)
    return Mention(place, _standard(figure), _RULE, document.quote(place))


def said(grid: Grid, row: Row, *kinds: str) -> str:
    """The words of a row in the last column of some kinds."""
    for column in reversed(grid.columns(*kinds)):
        if row.cells[column] >= 0:
            return grid.words[row.cells[column]]
    return ""


def _name(grid: Grid, row: Row, column: int) -> str:
    """What a figure measures: the name of the row, or, where the row names a project or a task, the head."""
    return without_unit(said(grid, row, "indicator") or grid.heads[column].words)


def _unit(grid: Grid, row: Row, head: Head, rate: bool) -> str:
    """The unit of a cell that has none itself: of its head, its row, the name of its row, the table."""
    if rate:
        return head.unit or "%"
    own = "" if head.growth else head.unit
    return own or said(grid, row, "unit") or unit_in(said(grid, row, "indicator")) or grid.unit or head.unit


@lru_cache(maxsize=4096)
def _quantity(number: str, unit: str, after: str) -> Quantity | None:
    """A quantity from the words of a cell and its unit; a unit that the lexicon does not know stays as it is."""
    number = "".join(number.split()).translate(_WIDTH)
    for known in (unit, ""):
        try:
            found = parse_quantity(f"{number}{known or _ANY}{after}")
        except ValueError:
            continue
        return found if known else _in(found, unit)
    return None


_ANY = "个"


def _in(found: Quantity, unit: str) -> Quantity | None:
    """A bare number in a unit that the lexicon does not know: ``床/千人``, ``万标箱``."""
    scale = unit[: len(unit) - len(unit.lstrip(_SCALES))]
    if scale:
        return _quantity_in_scale(found, scale, unit)
    return attrs.evolve(found, unit=unit)


def _quantity_in_scale(found: Quantity, scale: str, unit: str) -> Quantity:
    factor = 1
    for sign in scale:
        factor *= 10_000 if sign == "万" else 100_000_000
    low, high = (end if end is None else end * factor for end in (found.low, found.high))
    return attrs.evolve(found, low=low, high=high, unit=unit[len(scale) :])


def _role(document: Document, grid: Grid, column: int) -> QuantityRole:
    """What the figures of a column are: by the words of its head, else by its year and the day of the document."""
    head = grid.heads[column]
    day = day_of(document)
    past = day is not None and head.years is not None and head.years[1] < day.year
    if head.role == QuantityRole.TARGET and past:  # the target of a year that is over is none any more
        return QuantityRole.ACHIEVED if "预计" in head.words else QuantityRole.OTHER
    if head.role:
        return QuantityRole(head.role)
    if head.years is None:
        return QuantityRole.TARGET if head.growth or head.total or _asks(grid) else QuantityRole.OTHER
    if day is not None:
        return QuantityRole.ACHIEVED if head.years[1] < day.year else QuantityRole.TARGET
    years = [one.years[1] for one in grid.heads if one.kind == "value" and one.years is not None]
    base = len(set(years)) > 1 and head.years[1] == min(years)
    return QuantityRole.ACHIEVED if base else QuantityRole.TARGET


def _asks(grid: Grid) -> bool:
    """Whether a table asks for what it counts: it names who or until when."""
    return bool(grid.columns(*BODIES, "due")) and not grid.columns("project")


def change_in(name: str) -> Change:
    if _FALLS.search(name):
        return Change.DECREASE
    if _RISES.search(name):
        return Change.INCREASE
    verb = first_verb(name)
    return Change(verb.change) if verb.change in ("increase", "decrease") and not verb.start else Change.LEVEL


def _period(head: Head) -> dict[str, Any]:
    """The days that a figure is for, and how it goes with them: of one year, the mean of several, over all of them."""
    average = head.growth and "年均" in head.words
    if head.years is None:
        return {"pace": Pace.AVERAGE} if average else {}
    days = calendar.years(*head.years)
    if days is None:
        return {}
    one = head.years[0] == head.years[1]
    pace = Pace.AVERAGE if average else Pace.ANNUAL if one and not head.total else Pace.WHOLE
    return {"period_from": days.first, "period_to": days.last, "pace": pace}


def _standard(figure: Figure) -> Figure:
    """A figure with the standard name of the statistic that it measures."""
    named = members(figure.indicator) if figure.indicator else ()
    if len(named) != 1 or not fits(figure, named[0]):
        return figure
    (one,) = named
    return attrs.evolve(
        figure, indicator_standard=one.name, basis=one.basis, per=one.per, scope=one.scope or figure.scope
    )


def _binding(grid: Grid, row: Row) -> Binding | None:
    words = said(grid, row, "attribute")
    return next((binding for word, binding in _BINDING.items() if words.startswith(word[:2])), None)


def _modality(head: Head, grid: Grid, row: Row) -> Modality:
    expects = "预期" in head.words or _binding(grid, row) is Binding.EXPECTED
    return Modality.EXPECTED if expects else Modality.PLAIN
