"""The targets of an earlier document against what a later one reports as achieved."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from attrs import evolve, frozen

from policyextract.default import extract
from policyextract.export.delimited import csv_text
from policyextract.export.evidence import sentence
from policyextract.export.notebook import table
from policyextract.export.wording import day, figure
from policyextract.result import Result
from policyextract.text.span import Mention
from policyextract.tracking.indicator import Indicator, is_generic, resembles, standard
from policyextract.tracking.judge import Status, comparable, judge
from policyextract.tracking.period import Periods, covers
from policyextract.values import Figure, QuantityRole, Time

_MOST = 200  # reports of one indicator that a target is compared with
COLUMNS = ("指标", "目标", "时限", "完成", "结果", "目标出处", "完成出处")
WORDS = {
    Status.MET: "完成",
    Status.MISSED: "未完成",
    Status.NOT_REPORTED: "未见报告",
    Status.NOT_DUE: "未到期",
    Status.UNSURE: "待核实",
}


@frozen
class Tracked:
    """One target and what became of it.

    Attributes:
        indicator: the name under which the two documents were compared.
        target: the target, with its place in the earlier source.
        achieved: what the later document reports, with its place there, or ``None``.
        status: met, missed, not reported (nothing comparable was found), not due, or unsure.
        due: the last day on which the target could be met, or ``None`` where the earlier document does not say.
        target_text, achieved_text: the statements that the two stand in.

    >>> (row,) = track("今年要确保城镇新增就业达到1100万人以上。", "去年城镇新增就业已达到1361万人。")
    >>> row.indicator, row.status.value, row.cells()[3]
    ('城镇新增就业', 'met', '1361万人')
    """

    indicator: str
    target: Mention[Figure]
    achieved: Mention[Figure] | None
    status: Status
    due: dt.date | None
    target_text: str
    achieved_text: str = ""

    def cells(self) -> tuple[str, ...]:
        """The row as text, in the order of :data:`COLUMNS`."""
        asked, reached = figure(self.target.value), figure(self.achieved.value) if self.achieved else ""
        due = day(self.due) if self.due else ""
        return self.indicator, asked, due, reached, WORDS[self.status], self.target_text, self.achieved_text


class TrackTable(tuple[Tracked, ...]):
    """The targets of the earlier document, in the order of its text: a tuple that can write itself."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<TrackTable of {len(self)} rows>"

    def _repr_html_(self) -> str:
        return table(COLUMNS, [row.cells() for row in self])

    def to_csv(self) -> str:
        """The table as CSV text (RFC 4180) with a Chinese header.

        >>> TrackTable().to_csv()
        '指标,目标,时限,完成,结果,目标出处,完成出处\\r\\n'
        """
        return csv_text(COLUMNS, (row.cells() for row in self))


class _Reached(NamedTuple):
    """A figure that is reported as achieved, with the name that it is compared by."""

    mention: Mention[Figure]
    figure: Figure
    name: str
    times: list[Time]


class _Report(NamedTuple):
    """What a later document reports as achieved, by the name of the indicator and by its end."""

    result: Result
    named: dict[str, list[_Reached]]
    ending: dict[str, list[_Reached]]


def track(earlier: Result | str, later: Result | str) -> TrackTable:
    """Compare the targets of a document with what a later one reports.

    Two figures are compared where their indicators have the same name after normalisation (``GDP``,
    ``国内生产总值增速`` and ``经济增长`` are one), the same unit, the same sort of change, and no other scope. What
    the later document reports for another year or for several years is left out. A name that only resembles, a
    rounded figure too near to its target, and reports that contradict each other are marked unsure.

    Args:
        earlier: a plan or report with targets: a result, or a text, which is read without a reference date.
        later: a report on them.

    >>> table = track(
    ...     "今年主要预期目标是：国内生产总值增长6.5%左右；城镇新增就业1100万人以上。",
    ...     "过去一年，国内生产总值增长6.6%，城镇新增就业1361万人。",
    ... )
    >>> [(row.indicator, row.status.value) for row in table]
    [('生产总值', 'met'), ('城镇新增就业', 'met')]

    Raises:
        TypeError: if either is neither a result nor a ``str``.
    """
    first, second = _result(earlier), _result(later)
    report, periods = _report(second), Periods(first)
    rows, seen = [], set()
    for target in first.targets:
        indicator = _indicator(target)
        if indicator is None:
            continue
        due = periods.due(target)
        same = (indicator.name, target.value.quantity, target.value.change, due)
        if same not in seen:
            seen.add(same)
            rows.append(_row(first, target, indicator, due, report))
    return TrackTable(rows)


def _result(text: Result | str) -> Result:
    if isinstance(text, Result):
        return text
    if isinstance(text, str):
        return extract(text)
    raise TypeError(f"track compares results or texts, not {type(text).__name__}")


def _indicator(mention: Mention[Figure]) -> Indicator | None:
    """What a figure measures, or ``None`` where its text does not say enough to know it again."""
    indicator = standard(mention.value.indicator or "")
    return indicator if indicator.name and not is_generic(indicator.name) else None


def _worded(figure: Figure, indicator: Indicator) -> Figure:
    """A figure whose change is the one that the name of its indicator says: ``涨幅3%`` is an increase."""
    return figure if indicator.change is None else evolve(figure, change=indicator.change)


def _report(result: Result) -> _Report:
    named: dict[str, list[_Reached]] = defaultdict(list)
    ending: dict[str, list[_Reached]] = defaultdict(list)
    periods = Periods(result)
    for mention in result.quantities:
        indicator = _indicator(mention) if mention.value.role is QuantityRole.ACHIEVED else None
        if indicator is not None:
            reached = _Reached(mention, _worded(mention.value, indicator), indicator.name, periods.of(mention))
            named[indicator.name].append(reached)
            ending[indicator.name[-2:]].append(reached)
    return _Report(result, named, ending)


def _row(first: Result, target: Mention[Figure], indicator: Indicator, due: dt.date | None, report: _Report) -> Tracked:
    asked = _worded(target.value, indicator)
    surely = _candidates(asked, due, report.named.get(indicator.name, ()))
    maybe = [] if surely else _candidates(asked, due, _resembling(indicator.name, report))
    found = next(iter((*surely, *maybe)), None)
    verdicts = {judge(asked, reached.figure, indicator.better) for reached in surely}
    status = verdicts.pop() if len(verdicts) == 1 else Status.UNSURE if found else Status.NOT_REPORTED
    if due is not None and report.result.reference_date is not None and due > report.result.reference_date:
        status = Status.NOT_DUE
    return Tracked(
        indicator.name,
        target,
        found.mention if found else None,
        status,
        due,
        _statement(first, target),
        _statement(report.result, found.mention) if found else "",
    )


def _resembling(name: str, report: _Report) -> Iterator[_Reached]:
    return (reached for reached in report.ending.get(name[-2:], ())[:_MOST] if resembles(name, reached.name))


def _candidates(asked: Figure, due: dt.date | None, known: Iterable[_Reached]) -> list[_Reached]:
    return [
        reached for reached in islice(known, _MOST) if comparable(asked, reached.figure) and covers(reached.times, due)
    ]


def _statement(result: Result, mention: Mention[Figure]) -> str:
    """The words of the statement that a mention stands in."""
    return "".join(sentence(result, mention).split())
