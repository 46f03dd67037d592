"""Many reports as a panel: a row for each region, year and standard indicator that a report sets a target for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policyextract.export.column import Column
from policyextract.export.delimited import csv_text
from policyextract.export.evidence import place
from policyextract.export.notebook import table
from policyextract.export.tabular import Records, Tabular
from policyextract.found import Found
from policyextract.many.stream import Failure
from policyextract.panels.reading import Report, Statistic, statistics
from policyextract.panels.row import COLUMNS, PanelRow
from policyextract.panels.wide import Wide, wide
from policyextract.panels.wording import asks_for_more, binding, bound, firmness, stretch
from policyextract.text.record import plain
from policyextract.values import Pace, QuantityRole

Cell = tuple[str, int, str, str, str, str]
Known = Mapping[Cell, Sequence[Statistic]]

__all__ = ["COLUMNS", "Panel", "PanelRow", "Wide", "panel"]


class Panel(Tabular, tuple[PanelRow, ...]):
    """The rows of a panel, by region, year and indicator: a tuple that turns into frames and files.

    >>> from policyextract import extract
    >>> report = extract("2026年湖南省政府工作报告\\n今年主要预期目标是：城镇新增就业70万人，居民消费价格涨幅2%左右。")
    >>> table = panel([report])
    >>> [(row.code, row.measure, int(row.low), row.approximate) for row in table]
    [('cpi', 'growth', 2, True), ('new_jobs', 'level', 700000, False)]
    >>> table.codebook()[3]
    ('year', 'integer', 'year of the target; of a target over several years, its last year')
    """

    __slots__ = ()

    def columns(self) -> tuple[Column, ...]:
        """The columns of the long form; their meanings are the codebook."""
        return COLUMNS

    def records(self) -> Records:
        """The rows as dictionaries."""
        return ({column.name: getattr(row, column.name) for column in COLUMNS} for row in self)

    def wide(self, *, horizon: str = Pace.ANNUAL.value) -> Wide:
        """One row a region and year, with the columns of each indicator beside one another: ``gdp_growth_low``.

        Args:
            horizon: the rows that are taken: annual, average, whole or part. Those of other parts and places than the
                region itself are left out; a cell with several values has none, and ``conflict`` as its bound.

        >>> from policyextract import extract
        >>> report = extract("2026年湖南省政府工作报告\\n今年主要预期目标是：地区生产总值增长5%左右。")
        >>> [row["gdp_growth_low"] for row in panel([report]).wide().records()]
        [Decimal('5')]

        Raises:
            ValueError: if there is no such horizon.
        """
        return wide(self, Pace(horizon).value)

    def to_csv(self) -> str:
        """The long form as CSV text (RFC 4180), numbers exact."""
        names = [column.name for column in COLUMNS]
        return csv_text(names, ([_written(row[name]) for name in names] for row in self.records()))

    def __repr__(self) -> str:
        return f"<Panel of {len(self)} rows>"

    def _repr_html_(self) -> str:
        shown = ("region", "year", "indicator", "measure", "low", "high", "bound", "modality", "evidence")
        return table(shown, [tuple(_written(getattr(row, name)) for name in shown) for row in self])


def _written(content: object) -> str:
    return "" if content is None else str(plain(content))


def panel(results: "Mapping[str, Found] | Iterable[Found | tuple[str, Found] | Failure]") -> Panel:
    """A panel of what reports set, region by region and year by year, under the standard names of the indicators.

    A row is a value that a report sets for a region, a year and a standard indicator. Figures whose indicator or year
    the text leaves open are in the results, not here. A value that a report states twice is one row; values that
    differ are all kept, and marked (``is_conflict``). Nothing is averaged, nothing is filled in. Beside the target
    stand the actual of the year before from the same report, and the actual of the year itself from the first later
    report among the results that states it.

    Args:
        results: what :func:`~policyextract.extract` gives for each report: by name, as pairs of name and result, or one
            after another. The failures of :meth:`~policyextract.Pipeline.map` are left out.

    >>> import datetime as dt
    >>> from policyextract import extract
    >>> texts = {
    ...     2025: "湖南省政府工作报告\\n今年，力争地区生产总值增长5.5%左右。",
    ...     2026: "湖南省政府工作报告\\n2025年，地区生产总值增长4.8%。今年，地区生产总值增长5%左右。",
    ... }
    >>> reports = {str(year): extract(text, reference_date=dt.date(year, 1, 20)) for year, text in texts.items()}
    >>> for row in panel(reports):
    ...     print(row.region, row.year, row.indicator, row.low, row.prior_low, row.later_low, row.later_document)
    湖南省 2025 生产总值 5.5 None 4.8 2026
    湖南省 2026 生产总值 5 4.8 None

    Raises:
        TypeError: if something among the results is no result.
    """
    reports = list(_reports(results))
    found = [statistic for report in reports for statistic in statistics(report)]
    targets, actual = defaultdict(list), defaultdict(list)
    for statistic in found:
        if statistic.figure.role is QuantityRole.TARGET:
            targets[statistic.cell].append(statistic)
        elif statistic.figure.role is QuantityRole.ACHIEVED:
            actual[statistic.cell].append(statistic)
    rows = [row for group in targets.values() for row in _rows(group, actual)]
    return Panel(
        sorted(rows, key=lambda row: (row.region_code, row.region, row.year, row.horizon, row.code, row.scope))
    )


def _reports(results: "Mapping[str, Found] | Iterable[Found | tuple[str, Found] | Failure]") -> Iterator[Report]:
    if isinstance(results, Found | str | bytes):
        raise TypeError(f"panel takes many results, not one {type(results).__name__}: give it a list of them")
    pairs = results.items() if isinstance(results, Mapping) else results
    for number, given in enumerate(pairs, 1):
        name, result = given if isinstance(given, tuple) else (str(number), given)
        if isinstance(result, Failure):
            continue
        if not isinstance(result, Found):
            raise TypeError(f"panel takes what extract() gives, not {type(result).__name__}")
        yield Report(str(name), result)


def _rows(group: Sequence[Statistic], actual: Known) -> Iterator[PanelRow]:
    """The rows of one cell: one for each value that is stated; a further target beside another is in its row."""
    further = {id(beside) for one in group if (beside := stretch(one, group)) is not None}
    own = [one for one in group if id(one) not in further]
    values: dict[tuple[object, ...], list[Statistic]] = defaultdict(list)
    for one in own:
        values[(one.report.name, *one.value)].append(one)
    stated = {one.value for one in own}
    for same in values.values():
        yield _row(same, group, actual, conflict=len(stated) > 1)


def _row(same: Sequence[Statistic], group: Sequence[Statistic], actual: Known, *, conflict: bool) -> PanelRow:
    one = same[0]
    figure, quantity, report = one.figure, one.figure.quantity, one.report
    region, about = report.region, report.result.about
    beside = stretch(one, group)
    prior, later = _prior(one, actual), _later(one, actual)
    return PanelRow(
        region=region.name if region else "",
        region_code=region.code if region else "",
        region_level=region.level.value if region else "",
        year=one.year,
        indicator=one.indicator.name,
        code=one.indicator.code,
        measure=one.measure.value,
        horizon=one.horizon,
        low=quantity.low,
        high=quantity.high,
        low_open=quantity.low_open,
        high_open=quantity.high_open,
        bound=bound(quantity),
        approximate=quantity.approximate,
        unit=quantity.unit,
        modality=figure.modality.value if figure.modality else "",
        cue=figure.cue,
        firmness=firmness(quantity, figure.modality),
        binding=figure.binding.value if figure.binding else binding(one),
        stretch_low=beside.figure.quantity.low if beside else None,
        stretch_high=beside.figure.quantity.high if beside else None,
        stretch=asks_for_more(one),
        scope=one.scope,
        basis=figure.basis,
        per=figure.per,
        better=one.indicator.better,
        period_from=figure.period_from,
        period_to=figure.period_to,
        base=figure.baseline,
        base_from=figure.baseline_from,
        base_to=figure.baseline_to,
        is_conflict=conflict,
        mentions=len(same),
        prior_low=prior[0].figure.quantity.low if prior else None,
        prior_high=prior[0].figure.quantity.high if prior else None,
        prior_text=prior[0].text if prior else "",
        prior_conflict=_differ(prior),
        later_low=later[0].figure.quantity.low if later else None,
        later_high=later[0].figure.quantity.high if later else None,
        later_text=later[0].text if later else "",
        later_document=later[0].report.name if later else "",
        later_conflict=_differ(later),
        as_written=figure.indicator or "",
        wording=one.mention.text,
        evidence=one.text,
        document=report.name,
        title=about.title.text if about.title else "",
        part=report.result.part_of(one.mention),
        char_from=one.mention.span.start,
        char_to=one.mention.span.stop,
        place=place(report.result, one.mention.span),
        rule=one.mention.rule,
    )


def _differ(found: Sequence[Statistic]) -> bool:
    return len({one.value for one in found}) > 1


def _prior(one: Statistic, actual: Known) -> list[Statistic]:
    """What the same report states as reached in the year before."""
    region, year, *rest = one.cell
    known = actual.get((region, year - 1, *rest), ())  # type: ignore[arg-type]  # the same parts, a year earlier
    return [found for found in known if found.report is one.report] if one.horizon == Pace.ANNUAL.value else []


def _later(one: Statistic, actual: Known) -> list[Statistic]:
    """What later reports state as reached in the year itself, the earliest first."""
    day = one.report.result.reference_date
    known = [
        (found.report.result.reference_date, found)
        for found in actual.get(one.cell, ())
        if day and found.report is not one.report
    ]
    dated = [(when, found) for when, found in known if when and day and when > day]
    return [found for _, found in sorted(dated, key=lambda pair: pair[0])]
