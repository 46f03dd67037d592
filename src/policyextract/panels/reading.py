"""The figures of a report as statistics: one for each standard indicator, with its year and its measure."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from policyextract import lexicon
from policyextract.about.record import Region
from policyextract.export.evidence import sentence
from policyextract.found import Found
from policyextract.indicator.measure import Measure, measure
from policyextract.indicator.members import members
from policyextract.indicator.standard import StandardIndicator, standards
from policyextract.text.span import Mention
from policyextract.values import Figure, Pace

_whole_region = partial(lexicon.select, "panels/words", "region-wide")
_OWN = ("我", "本")
_PART = "各"


class Report(NamedTuple):
    """A result under its name."""

    name: str
    result: Found

    @property
    def region(self) -> Region | None:
        """The region that it is of."""
        return self.result.about.region


class Statistic(NamedTuple):
    """A figure of a report as a statistic."""

    report: Report
    mention: Mention[Figure]
    indicator: StandardIndicator
    measure: Measure
    scope: str
    year: int

    @property
    def figure(self) -> Figure:
        """What was read."""
        return self.mention.value

    @property
    def horizon(self) -> str:
        """Whether it is of one year, a mean, of several years or of a part of a year."""
        return (self.figure.pace or Pace.WHOLE).value

    @property
    def cell(self) -> tuple[str, int, str, str, str, str]:
        """What it is a value of: region, year, horizon, indicator, measure, scope."""
        region = self.report.region.name if self.report.region else self.report.name
        return region, self.year, self.horizon, self.indicator.name, self.measure.value, self.scope

    @property
    def value(self) -> tuple[object, ...]:
        """What it says, without regard to how."""
        quantity = self.figure.quantity
        return quantity.low, quantity.high, quantity.low_open, quantity.high_open, quantity.unit

    @property
    def text(self) -> str:
        """The sentence that states it."""
        return "".join(sentence(self.report.result, self.mention).split())


def statistics(report: Report) -> Iterator[Statistic]:
    """The statistics of a report, in the order of its text; a figure that is given for several once for each."""
    for mention in report.result.quantities:
        figure = mention.value
        if not figure.indicator_standard or figure.period_to is None:
            continue
        said = {found.name: found for found in members(figure.indicator or "")}
        for name in figure.indicator_standard.split("、"):
            indicator = standards()[name]
            scope = _scope(report, figure, said.get(name, indicator).scope)
            yield Statistic(report, mention, indicator, measure(figure, indicator), scope, figure.period_to.year)


def _scope(report: Report, figure: Figure, scope: str) -> str:
    """Whose figure it is, where that is not the region of the report: ``各县市``, ``限额以上``, another place."""
    if figure.scope.startswith(_PART):
        return figure.scope
    region = report.region.name if report.region else ""
    own = scope in _whole_region() or scope.startswith(_OWN) or (scope and region.startswith(scope))
    return "" if own or (region == "中国" and scope in lexicon.select("panels/words", "nation-wide")) else scope
