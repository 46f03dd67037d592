"""The time limits of the tasks as a calendar (iCalendar, RFC 5545) that every mail program and telephone takes."""

import datetime as dt
from collections.abc import Callable, Iterator
from hashlib import sha256
from os import PathLike
from pathlib import Path

from policyextract.day.workdays import due_date
from policyextract.export.fact import shortened
from policyextract.export.label import labels
from policyextract.export.title import title as title_of
from policyextract.found import Found
from policyextract.tasks import Task, task_table
from policyextract.text.span import Mention
from policyextract.values import Time, TimeKind, Timing

RestDays = Callable[[dt.date], bool]
_OCTETS = 73
"""How many octets a line has before it is folded, which leaves room for the space that leads the next."""


def write(
    result: Found,
    path: str | PathLike[str],
    title: str = "",
    *,
    received: dt.date | None = None,
    rest_days: RestDays | None = None,
) -> None:
    """Write the calendar of a result to a file; see :func:`calendar`.

    Raises:
        OSError: if the file cannot be written.
    """
    text = calendar(result, title, received=received, rest_days=rest_days)
    Path(path).write_text(text, encoding="utf-8", newline="")


def calendar(
    result: Found, title: str = "", *, received: dt.date | None = None, rest_days: RestDays | None = None
) -> str:
    """An event on the last day of every time limit of every task.

    Limits that are not resolved to days (a rhythm, an event, a length) are left out, for the text does not say their
    day; with ``received``, lengths (``3个工作日内``) are counted from that day.

    Args:
        result: what was found.
        title: the name of the calendar; without it, the first line of the text.
        received: the day from which lengths are counted, that of receipt, say.
        rest_days: which days are days of rest, such as :func:`~policyextract.chinese_rest_days`; needed for working
            days, which are left out without it.

    >>> from policyextract import extract
    >>> text = calendar(extract("由市财政局牵头，2021年6月底前完成清理任务30项。"))
    >>> [line for line in text.splitlines() if line.startswith(("DTSTART", "SUMMARY"))]
    ['DTSTART;VALUE=DATE:20210630', 'SUMMARY:完成清理任务30项（市财政局）']
    """
    found = "".join(event for group in events(result, received=received, rest_days=rest_days) for event in group)
    return head(title_of(result, title)) + found + FOOT


def head(name: str) -> str:
    """What stands before the events of a calendar of that name."""
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//policyextract//ZH", f"X-WR-CALNAME:{_escaped(name)}")
    return "".join(map(_folded, lines))


FOOT = "END:VCALENDAR\r\n"
"""What stands behind the events of a calendar."""


def events(
    result: Found, *, received: dt.date | None = None, rest_days: RestDays | None = None
) -> Iterator[tuple[str, ...]]:
    """The events of each task, in the order of the task table; of some tasks none."""
    mark = sha256(result.document.source.encode("utf-8", "replace")).hexdigest()[:16]
    for task, duty in zip(task_table(result), result.commitments, strict=True):
        days = ((limit, _last(limit.value.time, received, rest_days)) for limit in duty.value.times)
        yield tuple(
            _event(task, limit, day, f"{mark}-{task.number}-{number}", result)
            for number, (limit, day) in enumerate(days, 1)
            if day is not None
        )


def _last(time: Time, received: dt.date | None, rest_days: RestDays | None) -> dt.date | None:
    if time.latest is not None or time.kind is not TimeKind.DURATION or received is None:
        return time.latest
    if time.amount is None or time.unit is None:
        return None
    try:
        return due_date(received, time.amount, time.unit, rest_days=rest_days)
    except ValueError:  # working days without a calendar, half a day, hours
        return None


def _event(task: Task, limit: Mention[Timing], day: dt.date, uid: str, result: Found) -> str:
    bodies = "、".join((*task.lead, *task.responsible, *task.inherited))
    of_limit, of_target, of_clause = labels("said")
    targets = (of_target.format(text=target) for target in task.targets)
    said = (of_limit.format(text=limit.text), *targets, of_clause.format(text=task.evidence))
    made = result.reference_date or day
    clock = limit.value.time.to_clock or ""
    start = f"DTSTART:{day:%Y%m%d}T{clock[:5].replace(':', '')}00" if clock and clock < "24" else ""
    lines = (
        "BEGIN:VEVENT",
        f"UID:{uid}@policyextract",
        f"DTSTAMP:{made:%Y%m%d}T000000Z",
        start or f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"SUMMARY:{_escaped(shortened(task.action or task.evidence, 80) + (f'（{bodies}）' if bodies else ''))}",
        f"DESCRIPTION:{_escaped(chr(10).join(said))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )
    return "".join(map(_folded, lines))


def _escaped(text: str) -> str:
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n"), ("\0", "")):
        text = text.replace(sign, written)
    return text


def _folded(line: str) -> str:
    """A line, folded where it is longer than 75 octets, and its end."""
    parts, size = [""], 0
    for sign in line.encode("utf-8", "replace").decode("utf-8"):
        octets = len(sign.encode("utf-8"))
        if size + octets > _OCTETS:
            parts.append("")
            size = 0
        parts[-1] += sign
        size += octets
    return "\r\n ".join(parts) + "\r\n"
