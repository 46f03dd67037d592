"""What a document asks for and what another reports, brought to one name, one unit and one time."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from attrs import evolve

from policyextract.export.evidence import sentence
from policyextract.indicator.standard import standards
from policyextract.result import Result
from policyextract.text.span import Mention
from policyextract.tracking.indicator import Indicator, is_generic, resembles, standard
from policyextract.tracking.judge import Status, comparable, in_unit, judge
from policyextract.tracking.period import Periods, covers
from policyextract.tracking.row import Tracked
from policyextract.values import Change, Figure, Pace, QuantityRole, Time

_MOST = 200  # reports of one indicator that a target is compared with


class Asked(NamedTuple):
    """A target under the name that it is compared by, with the day on which it falls due."""

    mention: Mention[Figure]
    figure: Figure
    indicator: Indicator
    due: dt.date | None


class Reached(NamedTuple):
    """A figure that is reported as achieved, with the name that it is compared by."""

    mention: Mention[Figure]
    figure: Figure
    name: str
    times: list[Time]


class Report(NamedTuple):
    """What a document reports as achieved, by the name of the indicator and by its end."""

    result: Result
    named: dict[str, list[Reached]]
    ending: dict[str, list[Reached]]


def asked(result: Result) -> Iterator[Asked]:
    """The targets of a document, each value of an indicator once; without those that no name tells from others."""
    periods, seen = Periods(result), set()
    for target in result.targets:
        due = periods.due(target) or target.value.period_to
        for indicator in _indicators(target):
            same = (indicator.name, target.value.quantity, target.value.change, due)
            if same not in seen:
                seen.add(same)
                yield Asked(target, _worded(target.value, indicator), indicator, due)


def report(result: Result) -> Report:
    """What a document reports as achieved."""
    named: dict[str, list[Reached]] = defaultdict(list)
    ending: dict[str, list[Reached]] = defaultdict(list)
    periods = Periods(result)
    for mention in result.quantities:
        if mention.value.role is not QuantityRole.ACHIEVED:
            continue
        for indicator in _indicators(mention):
            reached = Reached(mention, _worded(mention.value, indicator), indicator.name, periods.of(mention))
            named[indicator.name].append(reached)
            ending[indicator.name[-2:]].append(reached)
    return Report(result, named, ending)


def _indicators(mention: Mention[Figure]) -> Iterator[Indicator]:
    """What a figure measures: the standard indicators that it was read for, else its name in the text.

    Nothing where the text does not say enough to know it again.
    """
    figure = mention.value
    worded = standard(figure.indicator or "")
    names = figure.indicator_standard.split("、") if figure.indicator_standard else []
    known = [Indicator(name, standards()[name].better, worded.change) for name in names if name in standards()]
    for indicator in known or [worded]:
        if indicator.name and not is_generic(indicator.name):
            yield indicator


def _worded(figure: Figure, indicator: Indicator) -> Figure:
    """A figure whose change is the one that the name of its indicator says: ``涨幅3%`` is an increase."""
    return figure if indicator.change is None else evolve(figure, change=indicator.change)


def answered(first: Result, target: Asked, later: Report, due: dt.date | None) -> tuple[Tracked, Status]:
    """A target beside what a report says of it for the year of ``due``; and how it stands by that, due or not."""
    surely = _candidates(target.figure, due, later.named.get(target.indicator.name, ()))
    maybe = [] if surely else _candidates(target.figure, due, _resembling(target.indicator.name, later))
    found = next(iter((*surely, *maybe)), None)
    verdicts = {judge(target.figure, in_unit(one.figure, target.figure), target.indicator.better) for one in surely}
    reached = verdicts.pop() if len(verdicts) == 1 else Status.UNSURE if found else Status.NOT_REPORTED
    day = later.result.reference_date
    status = Status.NOT_DUE if target.due is not None and day is not None and target.due > day else reached
    row = Tracked(
        target.indicator.name,
        target.mention,
        found.mention if found else None,
        status,
        target.due,
        _statement(first, target.mention),
        _statement(later.result, found.mention) if found else "",
    )
    return row, reached


def _resembling(name: str, later: Report) -> Iterator[Reached]:
    return (reached for reached in later.ending.get(name[-2:], ())[:_MOST] if resembles(name, reached.name))


def _candidates(target: Figure, due: dt.date | None, known: Iterable[Reached]) -> list[Reached]:
    return [one for one in islice(known, _MOST) if comparable(target, one.figure) and _answers(target, one, due)]


def _answers(target: Figure, reached: Reached, due: dt.date | None) -> bool:
    """Whether an achievement is of the time of a target: of the same year, a mean beside a mean, a state at the end."""
    found = reached.figure
    if found.period_to is None or due is None or target.pace is None:
        return covers(reached.times, due)
    if found.period_to.year != due.year:
        return False
    if target.pace is Pace.WHOLE and found.pace is Pace.ANNUAL:
        return target.change is Change.LEVEL and "新增" not in reached.name
    return found.pace is target.pace or (target.pace is Pace.PART and found.pace is Pace.ANNUAL)


def _statement(result: Result, mention: Mention[Figure]) -> str:
    """The words of the statement that a mention stands in."""
    return "".join(sentence(result, mention).split())
