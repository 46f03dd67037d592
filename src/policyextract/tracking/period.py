"""When a target falls due, and what stretch of time an achievement was reported for."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from policyextract.marks.segment import layout, outline
from policyextract.result import Result
from policyextract.text.span import Mention, Span
from policyextract.values import Figure, Time, TimeKind, TimeUnit, Timing

_MOST_TIMES = 100  # of one stretch, the last of them, that are asked
_DEEPEST = 12  # points, from the innermost outward, whose titles are asked for a time


class Periods:
    """The times of a result, looked up by place."""

    def __init__(self, result: Result) -> None:
        self._document = result.document
        self._times = sorted(result.times, key=lambda mention: mention.span.start)
        self._starts = [mention.span.start for mention in self._times]
        self._due: dict[Mention[Figure], dt.date] = {}
        for commitment in result.commitments:
            date = _latest(commitment.value.times)
            if date is not None:
                self._due.update(dict.fromkeys(commitment.value.targets, date))

    def due(self, target: Mention[Figure]) -> dt.date | None:
        """The last day on which a target can be met, after its commitment or the headings above it."""
        if target in self._due:
            return self._due[target]
        for stretch in self._titles(target):
            date = _latest(self._within(stretch))
            if date is not None:
                return date
        return None

    def of(self, achieved: Mention[Figure]) -> list[Time]:
        """The times that an achievement is reported for: those before it in its sentence, else in its headings."""
        start = self._source(*layout(self._document).sentences.bounds(self._document.find(achieved).start)).start
        times = [m.value.time for m in self._within(Span(start, achieved.span.start))]
        for stretch in self._titles(achieved):
            times = times or [m.value.time for m in self._within(stretch)]
        return times

    def _titles(self, mention: Mention[Figure]) -> Iterator[Span]:
        for point in islice(outline(self._document).path(self._document.find(mention).start), _DEEPEST):
            yield self._source(*point.title)

    def _source(self, start: int, stop: int) -> Span:
        return Span(*self._document.offsets.to_source(start, stop))

    def _within(self, span: Span) -> list[Mention[Timing]]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.stop)
        return self._times[max(first, last - _MOST_TIMES) : last]


def _latest(times: "list[Mention[Timing]] | tuple[Mention[Timing], ...]") -> dt.date | None:
    dates = [m.value.time.latest for m in times if m.value.time.kind is TimeKind.DATE and m.value.time.latest]
    return max(dates) if dates else None


def covers(times: list[Time], due: dt.date | None) -> bool:
    """Whether an achievement reported for these times may answer a target of that date."""
    return not any(_is_longer(time) or _is_elsewhere(time, due) for time in times)


def _is_longer(time: Time) -> bool:
    years = time.amount if time.kind is TimeKind.DURATION and time.unit is TimeUnit.YEAR else None
    return years is not None and years > 1


def _is_elsewhere(time: Time, due: dt.date | None) -> bool:
    return due is not None and time.kind is TimeKind.DATE and time.latest is not None and time.latest.year != due.year
