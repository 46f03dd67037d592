"""The 任务分解表: the commitments of a document as rows that an office can hand out."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import attrs
from attrs import frozen

from policyextract.export.column import Column
from policyextract.export.delimited import csv_text
from policyextract.export.label import labels
from policyextract.export.notebook import table
from policyextract.export.tabular import Records, Tabular
from policyextract.export.wording import figure, moment
from policyextract.found import Found
from policyextract.text.span import Mention, Span
from policyextract.values import Commitment, DepartmentRole, Figure, Responsibility, Timing

if TYPE_CHECKING:
    from policyextract.json_types import TaskRow

CARRIED = "（承上）"
"""What marks a department in a cell that is carried over from the words before the duty."""


@frozen
class Task:
    """One row of a 任务分解表.

    Attributes:
        number: 序号, from 1.
        action: 任务, the duty in the words of the text.
        targets: 量化目标, each with what it measures.
        lead, support, responsible, supervise: 牵头单位, 配合单位, 责任单位, 督导单位: the names of the departments with
            that role, as the text has them.
        inherited: the departments carried over from before where the duty names nobody who acts; in the cells they
            stand under 责任单位, each marked :data:`CARRIED`.
        limits: 完成时限, as the text has them, with the days where the text does not name the year.
        heading: the headings that the duty stands under, outermost first.
        evidence: the clause that the row was read from.
        span: its place in the source.
        rule: the rule that read it.
        part: the number of the part of the file that it stands in, 1 for the first.
        begin: the first day that one of its limits names, or ``None``.
        due: the last day that one of its limits allows: by then all is to be done; or ``None``.

    >>> from policyextract import extract
    >>> (task,) = task_table(extract("由市财政局牵头，市审计局配合，6月底前完成清理任务30项。"))
    >>> task.action, task.lead, task.support, task.limits
    ('完成清理任务30项', ('市财政局',), ('市审计局',), ('6月底前',))
    >>> _, task = task_table(extract("市水务局要加强河道管护。6月底前完成清淤30公里。"))
    >>> task.inherited, task.cells()[5]
    (('市水务局',), '市水务局（承上）')
    """

    number: int
    action: str
    targets: tuple[str, ...]
    lead: tuple[str, ...]
    support: tuple[str, ...]
    responsible: tuple[str, ...]
    supervise: tuple[str, ...]
    inherited: tuple[str, ...]
    limits: tuple[str, ...]
    heading: tuple[str, ...]
    evidence: str
    span: Span
    rule: str = ""
    part: int = 1
    begin: dt.date | None = None
    due: dt.date | None = None

    def cells(self) -> tuple[str, ...]:
        """The row as text, in the order of :data:`COLUMNS`."""
        responsible = (*self.responsible, *(name + CARRIED for name in self.inherited))
        lists = (self.targets, self.lead, self.support, responsible, self.supervise, self.limits)
        source = " > ".join(self.heading) + ("：" if self.heading else "") + self.evidence
        return (str(self.number), self.action, *("、".join(words) for words in lists), source)

    def to_row(self, document: str = "") -> "TaskRow":
        """The task as a flat row, in the columns of ``to_rows("tasks")``: lists of words, days, and no ids to join."""
        told = {name: getattr(self, name) for name in OWN}
        row = {
            "document": document,
            "id": f"c{self.number}",
            "start": self.span.start,
            "end": self.span.stop,
            "text": self.evidence,
            "part": self.part,
            "rule": self.rule,
            **{name: list(content) if isinstance(content, tuple) else content for name, content in told.items()},
        }
        return cast("TaskRow", row)


OWN = tuple(name for name in attrs.fields_dict(Task) if name not in ("evidence", "span", "rule", "part"))
"""The fields of a task that are columns of its flat row, beside its place."""


_SCHEMA = (
    Column("number", "integer", "number of the task, from 1"),
    Column("action", "text", "what is to be done, in the words of the text"),
    Column("targets", "texts", "its targets: what is measured, and how much"),
    Column("lead", "texts", "departments that lead"),
    Column("support", "texts", "departments that support"),
    Column("responsible", "texts", "departments that answer for it"),
    Column("supervise", "texts", "departments that supervise"),
    Column("limits", "texts", "time limits, with their days where the text does not name the year"),
    Column("heading", "texts", "headings that it stands under, outermost first"),
    Column("evidence", "text", "the clause that it was read from"),
    Column("char_from", "integer", "first character of the clause in the source, from 0"),
    Column("char_to", "integer", "character after its last"),
)


class TaskTable(Tabular, tuple[Task, ...]):
    """The rows of one document, in the order of the text: a tuple that turns into frames and files."""

    __slots__ = ()

    def columns(self) -> tuple[Column, ...]:
        """The columns of the frames and files, with what stands in each."""
        return _SCHEMA

    def records(self) -> Records:
        """The rows as dictionaries."""
        for task in self:
            span = {"char_from": task.span.start, "char_to": task.span.stop}
            yield {c.name: span[c.name] if c.name in span else getattr(task, c.name) for c in _SCHEMA}

    def __repr__(self) -> str:
        return f"<TaskTable of {len(self)} rows>"

    def _repr_html_(self) -> str:
        return table(labels("task"), [row.cells() for row in self])

    def to_rows(self, document: str = "") -> "list[TaskRow]":
        """The tasks as flat rows: who, what, how much, until when, with the place, and no ids to join.

        Args:
            document: the name of the document, for its column.

        >>> from policyextract import extract
        >>> (row,) = extract("由市财政局牵头，2021年6月底前完成清理任务30项。").tasks.to_rows("通知")
        >>> row["document"], row["lead"], row["targets"], row["due"]
        ('通知', ['市财政局'], ['清理任务30项'], datetime.date(2021, 6, 30))
        """
        return [task.to_row(document) for task in self]

    def to_csv(self) -> str:
        """The table as CSV text (RFC 4180) with its Chinese header.

        Write it with ``encoding="utf-8-sig"`` where a spreadsheet is to open it.

        >>> TaskTable().to_csv()
        '序号,任务,量化目标,牵头单位,配合单位,责任单位,督导单位,完成时限,出处\\r\\n'
        """
        return csv_text(labels("task"), (task.cells() for task in self))


def task_table(result: Found) -> TaskTable:
    """The commitments of a result as a 任务分解表.

    >>> from policyextract import extract
    >>> table = task_table(extract("各县市政府要在6月底前确保网上可办率达到90%。"))
    >>> [(task.responsible, task.targets, task.limits) for task in table]
    [(('各县市政府',), ('网上可办率90%',), ('6月底前',))]

    Raises:
        TypeError: if it is not given a result.
    """
    if not isinstance(result, Found):
        raise TypeError(f"task_table takes what extract() gives, not {type(result).__name__}")
    return TaskTable(_task(number, mention, result) for number, mention in enumerate(result.commitments, 1))


def _task(number: int, mention: Mention[Commitment], result: Found) -> Task:
    value = mention.value
    times = [limit.value.time for limit in value.times]
    return Task(
        number=number,
        action=value.action,
        targets=tuple(_target(target) for target in value.targets),
        lead=_names(value.departments, DepartmentRole.LEAD),
        support=_names(value.departments, DepartmentRole.SUPPORT),
        responsible=_names(value.departments, DepartmentRole.RESPONSIBLE),
        supervise=_names(value.departments, DepartmentRole.SUPERVISE),
        inherited=tuple(dict.fromkeys(body.value.name for body in value.inherited)),
        limits=tuple(_limit(time, result) for time in value.times),
        heading=value.heading,
        evidence=result.document.quote(mention.span),
        span=mention.span,
        rule=mention.rule,
        part=result.part_of(mention),
        begin=min((time.earliest for time in times if time.earliest), default=None),
        due=max((time.latest for time in times if time.latest), default=None),
    )


def _names(departments: Sequence[Mention[Responsibility]], role: DepartmentRole) -> tuple[str, ...]:
    return tuple(dict.fromkeys(d.value.name for d in departments if d.value.role is role))


def _target(target: Mention[Figure]) -> str:
    return "".join((target.value.indicator or "").split()) + figure(target.value)


def _limit(time: Mention[Timing], result: Found) -> str:
    text = result.document.quote(time.span)
    date = time.value.time.latest or time.value.time.earliest
    return f"{text}（{moment(time.value.time)}）" if date is not None and str(date.year) not in text else text
