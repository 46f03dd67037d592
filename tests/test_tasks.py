"""The rows of a 任务分解表."""

import csv
import datetime as dt
import io
import pickle
from decimal import Decimal

from policyextract import Document, Mention, Result, Span
from policyextract.export.label import labels
from policyextract.tasks import TaskTable, task_table
from policyextract.values import (
    Change,
    Commitment,
    DepartmentKind,
    DepartmentRole,
    Figure,
    Quantity,
    QuantityRole,
    Responsibility,
    Time,
    TimeBound,
    TimeKind,
    TimeRole,
    Timing,
)

SOURCE = "市商务局牵头，市财政局配合，5月底前新增外贸主体200家以上，扩大“双向”投资。"


def at(words: str, value: object) -> Mention:
    start = SOURCE.index(words)
    return Mention(Span(start, start + len(words)), value, "test")


def table() -> TaskTable:
    lead = at("市商务局", Responsibility("市商务局", DepartmentKind.AGENCY, DepartmentRole.LEAD))
    support = at("市财政局", Responsibility("市财政局", DepartmentKind.AGENCY, DepartmentRole.SUPPORT))
    limit = at(
        "5月底前",
        Timing(Time(TimeKind.DATE, TimeBound.BY, latest=dt.date(2021, 5, 31)), TimeRole.LIMIT),
    )
    quantity = Quantity(Decimal(200), None, unit="家")
    target = at("200家", Figure(quantity, QuantityRole.TARGET, "外贸主体", Change.INCREASE))
    duty = Commitment((lead, support), (target,), (limit,), "新增外贸主体，扩大“双向”投资", ("稳外贸", "强主体"))
    clause = Mention(Span(0, len(SOURCE) - 1), duty, "test")
    return task_table(Result(Document.plain(SOURCE), commitments=(clause, clause)))


def test_a_row_says_who_what_how_much_by_when_and_where_from() -> None:
    first, second = table()
    assert (first.number, second.number) == (1, 2)
    assert first.action == "新增外贸主体，扩大“双向”投资"
    assert first.targets == ("外贸主体增加≥200家",)
    assert (first.lead, first.support, first.responsible, first.supervise) == (("市商务局",), ("市财政局",), (), ())
    assert first.limits == ("5月底前（2021年5月31日前）",)
    assert first.heading == ("稳外贸", "强主体")
    assert first.evidence == SOURCE[:-1]
    assert SOURCE[first.span.start : first.span.stop] == first.evidence


def test_csv_reads_back() -> None:
    header, *rows = csv.reader(io.StringIO(table().to_csv()))
    assert tuple(header) == labels("task")
    assert [tuple(row) for row in rows] == [task.cells() for task in table()]
    assert rows[0][-1] == "稳外贸 > 强主体：" + SOURCE[:-1]


def test_rows_are_plain_frozen_values() -> None:
    assert pickle.loads(pickle.dumps(table())) == table()
    assert len({*table(), *table()}) == 2
    assert isinstance(table(), tuple)


def test_no_commitments_no_rows() -> None:
    assert list(task_table(Result(Document.plain("")))) == []
