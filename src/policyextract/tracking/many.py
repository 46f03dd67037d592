"""The targets of a plan against every report that came after it, year by year."""

import datetime as dt
from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from policyextract.export.column import Column
from policyextract.export.delimited import csv_text
from policyextract.export.notebook import table
from policyextract.export.tabular import Records, Tabular
from policyextract.result import Result
from policyextract.tracking.compare import Asked, Report, answered, asked, report
from policyextract.tracking.judge import Status
from policyextract.tracking.row import COLUMNS, SCHEMA, Tracked
from policyextract.values import Pace

_ORDER = (
    Column("report", "text", "name of the report, as the caller gave it; else its number"),
    Column("year", "integer", "year that the report is asked about"),
    Column("so_far", "text", "how the target stands by what the report says, whether it is due or not"),
)


@frozen
class Followed:
    """One target beside what one later report says of it.

    Attributes:
        report: the name of the report.
        year: the year that the report was asked about: the one that it looks back on, at most that of the target.
        tracked: the target, what the report says, and its status.
        so_far: how the target stands by what the report says, whether it is due or not; of a mean growth over several
            years, by the growth of that year.

    >>> from policyextract import track_many
    >>> (row,) = track_many("到2025年，森林覆盖率达到24%。", {"2023": "2022年，森林覆盖率已达到23.2%。"})
    >>> row.report, row.year, row.so_far.value
    ('2023', 2022, 'missed')
    """

    report: str
    year: int | None
    tracked: Tracked
    so_far: Status


class TrackHistory(Tabular, tuple[Followed, ...]):
    """The targets of a plan, each with what each later report says of it, in the order of the plan and of the reports.

    >>> from policyextract import track_many
    >>> plan = "“十四五”时期主要目标：到2025年，常住人口城镇化率达到65%。"
    >>> history = track_many(plan, {"2024": "2023年，城镇化率已达到64%。", "2026": "2025年，城镇化率已达到66%。"})
    >>> [(row.report, row.tracked.achieved.text, row.so_far.value) for row in history]
    [('2024', '64%', 'missed'), ('2026', '66%', 'met')]
    """

    __slots__ = ()

    def columns(self) -> tuple[Column, ...]:
        """The columns of the frames and files, with what stands in each."""
        return (*_ORDER, *SCHEMA)

    def records(self) -> Records:
        """The rows as dictionaries."""
        for row in self:
            own = {"report": row.report, "year": row.year, "so_far": row.so_far.value}
            yield {**own, **row.tracked.record()}

    def __repr__(self) -> str:
        return f"<TrackHistory of {len(self)} rows>"

    def _repr_html_(self) -> str:
        return table(("报告", *COLUMNS), [(row.report, *row.tracked.cells()) for row in self])

    def to_csv(self) -> str:
        """The table as CSV text (RFC 4180) with a Chinese header."""
        return csv_text(("报告", *COLUMNS), ((row.report, *row.tracked.cells()) for row in self))


def follow(earlier: Result, later: "Mapping[str, Result] | Iterable[Result | tuple[str, Result]]") -> TrackHistory:
    """The targets of a document beside what each of several later ones reports."""
    pairs = later.items() if isinstance(later, Mapping) else later
    named = [one if isinstance(one, tuple) else (str(number), one) for number, one in enumerate(pairs, 1)]
    reports = [(name, report(result)) for name, result in named]
    return TrackHistory(_followed(earlier, target, name, one) for target in asked(earlier) for name, one in reports)


def _followed(earlier: Result, target: Asked, name: str, later: Report) -> Followed:
    year = _year(target, later)
    of_year = dt.date(year, 12, 31) if year else target.due
    if target.due and year and year < target.due.year and target.figure.pace is Pace.AVERAGE:
        target = target._replace(figure=evolve(target.figure, pace=Pace.ANNUAL))
    row, reached = answered(earlier, target, later, of_year)
    return Followed(name, year, row, reached)


def _year(target: Asked, later: Report) -> int | None:
    """The year that a report is asked about: the last one that it reports a year of, at most that of the target."""
    years = [
        one.figure.period_to.year
        for found in later.named.values()
        for one in found
        if one.figure.period_to and one.figure.pace is Pace.ANNUAL
    ]
    last = max(years, key=lambda year: (years.count(year), year), default=None)
    due = target.due.year if target.due else None
    return min(last, due) if last and due else last or due
