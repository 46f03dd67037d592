"""One target and what became of it, and the table of them."""

import datetime as dt

from attrs import frozen

from policyextract.export.column import Column
from policyextract.export.delimited import csv_text
from policyextract.export.notebook import table
from policyextract.export.tabular import Records, Tabular
from policyextract.export.wording import choice, day, figure
from policyextract.text.span import Mention
from policyextract.tracking.judge import Status
from policyextract.values import Figure

COLUMNS = ("指标", "目标", "时限", "完成", "结果", "目标出处", "完成出处")
_NUMBERS = (
    Column("target_low", "decimal", "lower end of the target"),
    Column("target_high", "decimal", "upper end of the target"),
    Column("achieved_low", "decimal", "lower end of what is reported"),
    Column("achieved_high", "decimal", "upper end of what is reported"),
    Column("unit", "text", "unit of the target, without its multiplier"),
    Column("achieved_unit", "text", "unit of what is reported"),
)
SCHEMA = (
    Column("indicator", "text", "name under which the documents are compared"),
    Column("status", "text", "met, missed, not reported, not due or unsure"),
    Column("due", "date", "last day on which the target can be met"),
    *_NUMBERS,
    Column("target_text", "text", "the sentence that sets the target"),
    Column("achieved_text", "text", "the sentence that reports"),
)


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

    >>> from policyextract import track
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
        return self.indicator, asked, due, reached, choice(self.status), self.target_text, self.achieved_text

    def record(self) -> dict[str, object]:
        """The row as a dictionary, numbers as they were read."""
        asked = self.target.value.quantity
        reached = self.achieved.value.quantity if self.achieved else None
        return {
            "indicator": self.indicator,
            "status": self.status.value,
            "due": self.due,
            "target_low": asked.low,
            "target_high": asked.high,
            "achieved_low": reached and reached.low,
            "achieved_high": reached and reached.high,
            "unit": asked.unit,
            "achieved_unit": reached.unit if reached else "",
            "target_text": self.target_text,
            "achieved_text": self.achieved_text,
        }


class TrackTable(Tabular, tuple[Tracked, ...]):
    """The targets of the earlier document, in the order of its text: a tuple that turns into frames and files."""

    __slots__ = ()

    def columns(self) -> tuple[Column, ...]:
        """The columns of the frames and files, with what stands in each."""
        return SCHEMA

    def records(self) -> Records:
        """The rows as dictionaries."""
        return (row.record() for row in self)

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
