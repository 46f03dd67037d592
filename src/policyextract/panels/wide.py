"""A panel with one row a region and year, the indicators beside one another."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from policyextract.export.column import Column, ColumnKind
from policyextract.export.tabular import Records, Tabular
from policyextract.panels.row import PanelRow

_KEYS = (
    Column("region", "text", "region of the report"),
    Column("region_code", "text", "its code of six digits (GB/T 2260)"),
    Column("region_level", "text", "nation, province, prefecture or county"),
    Column("year", "integer", "year of the target"),
)
_CONFLICT = "conflict"
_FIELDS: tuple[tuple[str, ColumnKind, str], ...] = (
    ("low", "decimal", "lower end of the target"),
    ("high", "decimal", "upper end of the target"),
    ("bound", "text", "point, range, floor, ceiling; conflict where the reports state several values"),
    ("about", "flag", "whether the report says 左右, 约"),
    ("mode", "text", "required, strive, expected or plain"),
    ("prior", "decimal", "actual of the year before, of the same report (its lower end)"),
    ("later", "decimal", "actual of the year itself, of a later report (its lower end)"),
)


@frozen(hash=False)
class Wide(Tabular):
    """The wide form of a panel.

    Attributes:
        rows: a mapping from column to value for each region and year, in the order of the panel.
        stems: the beginning of the names of the columns of each indicator and measure, with what it means.
    """

    rows: tuple[Mapping[str, Any], ...]
    stems: tuple[tuple[str, str], ...]

    def columns(self) -> tuple[Column, ...]:
        """Region and year, and for each indicator and measure that is set: its ends, its wording, its actuals."""
        sets = (
            Column(f"{stem}_{field}", kind, f"{meaning}: {indicator}")
            for stem, indicator in self.stems
            for field, kind, meaning in _FIELDS
        )
        return (*_KEYS, *sets)

    def records(self) -> Records:
        """The rows as dictionaries with a value for every column."""
        names = [column.name for column in self.columns()]
        return ({name: row.get(name) for name in names} for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def wide(rows: Iterable[PanelRow], horizon: str) -> Wide:
    """The wide form of the rows of one horizon that are of their region itself."""
    cells: dict[tuple[Any, ...], dict[str, list[PanelRow]]] = {}
    stems: dict[str, str] = {}
    for row in rows:
        if row.horizon == horizon and not row.scope:
            stem = f"{row.code}_{row.measure}"
            stems[stem] = f"{row.indicator}, {row.measure}"
            key = tuple(getattr(row, column.name) for column in _KEYS)
            cells.setdefault(key, {}).setdefault(stem, []).append(row)
    return Wide(tuple(_wide(key, cell) for key, cell in cells.items()), tuple(sorted(stems.items())))


def _wide(key: Sequence[Any], cell: Mapping[str, Sequence[PanelRow]]) -> dict[str, Any]:
    found: dict[str, Any] = {column.name: value for column, value in zip(_KEYS, key, strict=True)}
    for stem, (row, *_) in cell.items():
        several = row.is_conflict
        values = (
            None if several else row.low,
            None if several else row.high,
            _CONFLICT if several else row.bound,
            row.approximate and not several,
            "" if several else row.modality,
            None if row.prior_conflict else row.prior_low,
            None if row.later_conflict else row.later_low,
        )
        found |= {f"{stem}_{field}": value for (field, *_), value in zip(_FIELDS, values, strict=True)}
    return found
