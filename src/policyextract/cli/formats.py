"""What the command line writes. A new format is a function, a line in :data:`FORMATS`, words in ``lexicon/cli``."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from policyextract.cli.failure import CommandError, ExitCode
from policyextract.cli.terminal import one_line, table
from policyextract.cli.wording import Message
from policyextract.export.delimited import csv_text
from policyextract.export.label import label, labels
from policyextract.export.wording import choice
from policyextract.result import Result
from policyextract.tasks import CARRIED, Task, task_table
from policyextract.values import TimeKind

T = TypeVar("T")


@frozen
class Reading:
    """One source as the command line names it, and what was found there."""

    name: str
    result: Result


@frozen
class Format:
    """A way to write.

    Attributes:
        render: from all that was read, and the columns of the terminal, to the text or the bytes of the output.
        mark: whether a file of this format begins with a byte order mark, without which spreadsheets take it for
            another encoding.
    """

    render: Callable[[Sequence[Reading], int], str | bytes]
    mark: bool = False


def as_table(readings: Sequence[Reading], room: int) -> str:
    """The task table of each source, then its slogans, for the eye."""
    return "\n\n".join("\n".join(_lines(reading, room)) for reading in readings) + "\n"


def _lines(reading: Reading, room: int) -> Iterator[str]:
    result = reading.result
    day = result.reference_date
    tasks = task_table(result)
    said = label("summary").format(name=one_line(reading.name), tasks=len(tasks), slogans=len(result.slogans))
    yield said + (label("dated").format(day=day) if day else "")
    if tasks:
        yield ""
        yield from table(labels("task-line"), [_row(task) for task in tasks], room)
    if result.slogans:
        counts = Counter((result.document.quote(mention.span), mention.value.kind) for mention in result.slogans)
        rows = [(text, choice(kind), str(count)) for (text, kind), count in counts.items()]
        yield ""
        yield from table(labels("slogan-line"), rows, room)


def _row(task: Task) -> tuple[str, ...]:
    carried = (name + CARRIED for name in task.inherited)
    others = [
        *task.support,
        *task.responsible,
        *carried,
        *(label("supervises").format(name=name) for name in task.supervise),
    ]
    return (
        str(task.number),
        task.action,
        "\n".join(task.targets),
        "、".join(task.lead),
        "、".join(others),
        "\n".join(task.limits),
    )


def as_json(readings: Sequence[Reading], room: int) -> str:
    """One object for one source, a list of objects with their ``file`` for several."""
    if len(readings) == 1:
        return readings[0].result.to_json(indent=2) + "\n"
    found = [{"file": reading.name, **reading.result.to_dict()} for reading in readings]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def as_csv(readings: Sequence[Reading], room: int) -> str:
    """The task tables of all sources under one header, RFC 4180, with the name of the source."""
    rows = ((reading.name, *task.cells()) for reading in readings for task in task_table(reading.result))
    return csv_text((label("file"), *labels("task")), rows)


def _of_all(sources: Sequence[object]) -> str:
    """The name of what holds several sources."""
    return label("files").format(count=len(sources))


def as_html(readings: Sequence[Reading], room: int) -> str:
    """One page of all sources; of several, the reader chooses which to see.

    Raises:
        CommandError: if jinja2 is not installed.
    """
    from policyextract.export.page import page, pages

    if len(readings) == 1:
        return _single(page, "html", readings)
    named = [(Path(reading.name).stem, reading.result) for reading in readings]
    return _installed(lambda: pages(named, _of_all(named)))


def as_ics(readings: Sequence[Reading], room: int) -> str:
    """The time limits of the tasks of all sources as one calendar."""
    from policyextract.export.ics import FOOT, events, head

    name = Path(readings[0].name).stem if len(readings) == 1 else _of_all(readings)
    dated = (event for reading in readings for task in events(reading.result) for event in task)
    return "".join((head(name), *dated, FOOT))


def as_xlsx(readings: Sequence[Reading], room: int) -> bytes:
    """The workbook of all sources; of several, the column 来源 has the name of each.

    Raises:
        CommandError: if openpyxl is not installed.
    """
    from policyextract.export.workbook import content, contents

    if len(readings) == 1:
        return _single(content, "xlsx", readings)
    named = [(reading.name, reading.result) for reading in readings]
    return _installed(lambda: contents(named, _of_all(named)))


def as_docx(readings: Sequence[Reading], room: int) -> bytes:
    """The Word file of one source.

    Raises:
        CommandError: if there are several sources.
    """
    from policyextract.export.document import content

    return _single(content, "docx", readings)


def _single(make: Callable[[Result, str], T], name: str, readings: Sequence[Reading]) -> T:
    if len(readings) != 1:
        raise CommandError(ExitCode.WRONG_ARGUMENTS, "format.single", format=name, count=len(readings))
    return _installed(lambda: make(readings[0].result, Path(readings[0].name).stem))


def _installed(make: Callable[[], T]) -> T:
    try:
        return make()
    except ImportError as error:
        raise CommandError(ExitCode.NOT_INSTALLED, "told", text=error) from error


def undated(reading: Reading) -> Message | None:
    """A line that says that times stay open since no day was given or found; nothing where none does."""
    times = (mention.value.time for mention in reading.result.times)
    count = sum(time.kind is TimeKind.DATE and time.earliest is None and time.latest is None for time in times)
    if reading.result.reference_date is not None or not count:
        return None
    return Message("undated", {"name": reading.name, "count": count})


FORMATS = {
    "table": Format(as_table),
    "json": Format(as_json),
    "csv": Format(as_csv, mark=True),
    "html": Format(as_html),
    "ics": Format(as_ics),
    "xlsx": Format(as_xlsx),
    "docx": Format(as_docx),
}

SUFFIXES = {
    ".txt": "table",
    ".json": "json",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".docx": "docx",
    ".ics": "ics",
}
"""The formats that the names of files show."""
