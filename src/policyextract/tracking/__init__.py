"""The targets of an earlier document against what later ones report as achieved."""

from collections.abc import Iterable, Mapping

from policyextract.default import extract
from policyextract.result import Result
from policyextract.tracking.compare import answered, asked, report
from policyextract.tracking.judge import Status
from policyextract.tracking.many import Followed, TrackHistory, follow
from policyextract.tracking.row import COLUMNS, Tracked, TrackTable

__all__ = ["COLUMNS", "Followed", "Status", "TrackHistory", "TrackTable", "Tracked", "track", "track_many"]


def track(earlier: Result | str, later: Result | str) -> TrackTable:
    """Compare the targets of a document with what a later one reports.

    Two figures are compared where they are of the same standard indicator (``GDP``, ``国内生产总值``, ``经济增长``), or
    where their indicators have the same name without what stands around it; and where they have units of one
    dimension (``吨``, ``斤``), the same sort of change, the same time, and no other scope. A mean over several years is
    compared with a mean, a year with a year. A name that only resembles, a rounded figure too near to its target, and
    reports that contradict each other are marked unsure.

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
    first, second = _result(earlier), report(_result(later))
    return TrackTable(answered(first, target, second, target.due)[0] for target in asked(first))


def track_many(
    earlier: Result | str, later: "Mapping[str, Result | str] | Iterable[Result | str | tuple[str, Result | str]]"
) -> TrackHistory:
    """Compare the targets of a plan with what each of several later reports says, year by year.

    Args:
        earlier: a plan with targets.
        later: reports in their order: by name, as pairs of name and report, or one after another.

    Returns:
        A row for each target and report. A report of a year before the target falls due shows how far it has come.

    >>> reports = ["2022年，森林覆盖率已达到23.2%。", "2025年，森林覆盖率已达到24.1%。"]
    >>> rows = track_many("到2025年，森林覆盖率达到24%。", reports)
    >>> [(row.year, row.tracked.achieved.text, row.so_far.value) for row in rows]
    [(2022, '23.2%', 'missed'), (2025, '24.1%', 'met')]

    Raises:
        TypeError: if one of them is neither a result nor a ``str``.
    """
    if isinstance(later, Result | str):
        raise TypeError("track_many takes many reports, not one; track compares with one")
    pairs = later.items() if isinstance(later, Mapping) else later
    named = (one if isinstance(one, tuple) else (str(number), one) for number, one in enumerate(pairs, 1))
    return follow(_result(earlier), [(name, _result(one)) for name, one in named])


def _result(text: Result | str) -> Result:
    if isinstance(text, Result):
        return text
    if isinstance(text, str):
        return extract(text)
    raise TypeError(f"track compares results or texts, not {type(text).__name__}")
