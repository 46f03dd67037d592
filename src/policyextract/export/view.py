"""What a page shows of one document: its tasks, targets, times, lists, and the source in pieces."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from policyextract.export import wording
from policyextract.export.evidence import place
from policyextract.export.fact import described, shortened
from policyextract.export.highlight import Piece, found, pieces
from policyextract.export.ics import events
from policyextract.export.label import labels
from policyextract.export.timeline import Bar, Timeline, timeline
from policyextract.found import Found
from policyextract.layers import OTHERS, sort_of
from policyextract.tasks import Task, TaskTable, task_table
from policyextract.text.span import Mention
from policyextract.values import DepartmentRole, Figure, QualitativeTarget, Timing

Ids = Mapping[Mention[Any], str]


class _Shown(NamedTuple):
    """A piece of the source as the page marks it."""

    start: int
    text: str
    layers: str
    finds: str
    opens: bool
    mark: str


class _Link(NamedTuple):
    """A link to a find in the source."""

    id: str
    start: int
    label: str


def view_of(result: Found, title: str, key: str = "") -> dict[str, Any]:
    """What the page shows of one document; ``key`` stands before each of its ids, so that those of several differ."""
    ids = {mention: key + id_ for mention, id_ in result.ids().items()}
    mentions = found(result)
    counts = Counter(sort_of(mention.value).key for mention in mentions)
    table = task_table(result)
    rows = [_task(result, task, key) for task in table]
    line = timeline(result.time_limits)
    duties = {
        time: (n, c.value.action) for n, c in reversed(list(enumerate(result.commitments, 1))) for time in c.value.times
    }
    departments, slogans = labels("list")
    tasks, targets, times = labels("section")
    lists = [
        {"id": "departments", "title": departments, "groups": _departments(result, ids)},
        {"id": "slogans", "title": slogans, "groups": _slogans(result, ids)},
        *({"id": "others", "title": OTHERS.sheet, "groups": _others(result, ids)} for _ in result.others[:1]),
    ]
    return {
        "key": key,
        "title": title,
        "counts": counts,
        "duties": {f"{key}c{task.number}": duty for task, duty in zip(table, _duties(result, table), strict=True)},
        "bodies": sorted({body for task in table for body in _bodies(task)}),
        "reference_date": result.reference_date and wording.day(result.reference_date),
        "length": len(result.document.source),
        "sections": [
            {"id": "tasks", "title": tasks, "count": len(rows)},
            {"id": "targets", "title": targets, "count": counts["target"] + counts["qualitative"]},
            {"id": "times", "title": times, "count": counts["limit"]},
            *({"id": part["id"], "title": part["title"], "count": len(part["groups"])} for part in lists),
        ],
        "tasks": rows,
        "targets": [_target(result, mention, ids) for mention in result.targets],
        "qualitative": [_qualitative(result, mention, ids) for mention in result.qualitative_targets],
        "line": {"ticks": line.ticks, "bars": [_bar(result, bar, duties, ids) for bar in line.bars]},
        "lengths": _lengths(result, line, ids),
        "lists": lists,
        "pieces": [_piece(piece, ids) for piece in pieces(result.document.source, mentions)],
        "facts": {ids[mention]: described(result, mention) for mention in mentions},
    }


def _piece(piece: Piece, ids: Ids) -> _Shown:
    duties = [ids[m].rpartition("c")[2] for m in piece.opens if sort_of(m.value).key == "commitment"]
    return _Shown(
        piece.start,
        piece.text,
        " ".join(dict.fromkeys([sort_of(mention.value).key for mention in piece.mentions])),
        " ".join([ids[mention] for mention in piece.mentions]),
        bool(piece.opens),
        ",".join(duties),
    )


def _link(mention: Mention[Any], label: str, ids: Ids) -> _Link:
    return _Link(ids[mention], mention.span.start, label)


def _duties(result: Found, table: TaskTable) -> Iterator[dict[str, Any]]:
    """What the filters and the buttons of the page need of each task: its bodies, its days, its events, its cells."""
    for task, dated in zip(table, events(result), strict=True):
        yield {
            "bodies": _bodies(task),
            "due": task.due.isoformat() if task.due else "",
            "events": dated,
            "cells": task.cells(),
        }


def _bodies(task: Task) -> tuple[str, ...]:
    return (*task.lead, *task.support, *task.responsible, *task.supervise, *task.inherited)


def _task(result: Found, task: Task, key: str) -> dict[str, Any]:
    *cells, _ = task.cells()
    source = " › ".join((place(result, task.span), *task.heading))
    return {
        "id": f"{key}c{task.number}",
        "start": task.span.start,
        "cells": list(zip(labels("task"), (*cells, source), strict=True)),
    }


def _target(result: Found, mention: Mention[Figure], ids: Ids) -> dict[str, Any]:
    figure = mention.value
    return {
        "indicator": figure.indicator,
        "scope": figure.scope,
        "value": wording.figure(figure),
        "modality": figure.modality and figure.modality.value,
        "wording": figure.modality and wording.word(figure.modality),
        "link": _link(mention, shortened(result.document.quote(mention.span), 16), ids),
    }


def _qualitative(result: Found, mention: Mention[QualitativeTarget], ids: Ids) -> dict[str, Any]:
    value = mention.value
    return {
        "indicator": value.indicator,
        "scope": "",
        "value": value.wording,
        "modality": value.modality.value,
        "wording": wording.word(value.modality),
        "link": _link(mention, shortened(result.document.quote(mention.span), 16), ids),
    }


def _bar(result: Found, bar: Bar, duties: Mapping[Mention[Timing], tuple[int, str]], ids: Ids) -> dict[str, Any]:
    def label(mention: Mention[Timing]) -> str:
        words = result.document.quote(mention.span)
        number, action = duties.get(mention, (0, ""))
        return f"{words}　{number}. {shortened(action, 24)}" if number else words

    return {
        "label": wording.stretch(bar.earliest, bar.latest),
        "left": bar.left,
        "width": bar.width,
        "open": "left" if bar.earliest is None else "right" if bar.latest is None else "",
        "links": [_link(mention, label(mention), ids) for mention in bar.mentions],
    }


def _groups(named: Iterable[tuple[tuple[str, str], Mention[Any]]], ids: Ids) -> list[dict[str, Any]]:
    """Mentions under their name and note, the most frequent first."""
    groups: dict[tuple[str, str], list[Mention[Any]]] = {}
    for key, mention in named:
        groups.setdefault(key, []).append(mention)
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    return [
        {"name": name, "note": note, "links": [_link(m, str(n), ids) for n, m in enumerate(mentions, 1)]}
        for (name, note), mentions in ordered
    ]


def _lengths(result: Found, line: Timeline, ids: Ids) -> list[dict[str, Any]]:
    shown = {mention for bar in line.bars for mention in bar.mentions}
    rest = [mention for mention in result.time_limits if mention not in shown]
    return _groups((((result.document.quote(m.span), wording.moment(m.value.time)), m) for m in rest), ids)


def _departments(result: Found, ids: Ids) -> list[dict[str, Any]]:
    roles: dict[str, dict[str, None]] = {}
    for mention in result.departments:
        if mention.value.role is not DepartmentRole.NONE:
            roles.setdefault(mention.value.name, {})[wording.word(mention.value.role)] = None
    return _groups((((m.value.name, "、".join(roles.get(m.value.name, ()))), m) for m in result.departments), ids)


def _slogans(result: Found, ids: Ids) -> list[dict[str, Any]]:
    return _groups((((result.document.quote(m.span), wording.word(m.value.kind)), m) for m in result.slogans), ids)


def _others(result: Found, ids: Ids) -> list[dict[str, Any]]:
    named = (((result.document.quote(m.span), f"{type(m.value).__name__}，{m.rule}"), m) for m in result.others)
    return _groups(named, ids)
