"""A result as one self-contained page. Needs jinja2, the extra ``html``."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from os import PathLike
from pathlib import Path
from typing import Any

from policyextract.export import wording
from policyextract.export.evidence import place
from policyextract.export.fact import described, shortened
from policyextract.export.highlight import Piece, found, pieces
from policyextract.export.timeline import Bar, Timeline, timeline
from policyextract.export.title import title as title_of
from policyextract.extra import need
from policyextract.found import Found
from policyextract.layers import OTHERS, SORTS, sort_of
from policyextract.tasks import COLUMNS, Task, task_table
from policyextract.text.span import Mention
from policyextract.values import DepartmentRole, Figure, QualitativeTarget, Timing

Ids = Mapping[Mention[Any], str]

_SHOWN = {0: "\ufffd", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}
"""Characters that a page cannot hold, shown by one of the same width in UTF-16, so that positions stay."""


def write(result: Found, path: str | PathLike[str], title: str = "") -> None:
    """Write the page of a result to a file.

    Raises:
        ImportError: if jinja2 is not installed.
        OSError: if the file cannot be written.
    """
    Path(path).write_text(page(result, title), encoding="utf-8", newline="")


def page(result: Found, title: str = "") -> str:
    """The page of a result: the source with its finds by layer, tasks, targets, time limits, departments, slogans.

    >>> from policyextract import extract
    >>> "<script>alert" in page(extract("<script>alert(1)</script>确保网上可办率达到90%。"))
    False
    """
    text: str = _template().render(_view(result, title_of(result, title)))
    return text.translate(_SHOWN).replace("\r", "&#13;")


@cache
def _template() -> Any:
    jinja2 = need("jinja2", "html")
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("policyextract.export"), autoescape=True, undefined=jinja2.StrictUndefined
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment.get_template("page.html.jinja")


def _view(result: Found, title: str) -> dict[str, Any]:
    ids = result.ids()
    mentions = found(result)
    counts = Counter(sort_of(mention.value).key for mention in mentions)
    rows = [_task(result, task) for task in task_table(result)]
    line = timeline(result.time_limits)
    duties = {
        time: (n, c.value.action) for n, c in reversed(list(enumerate(result.commitments, 1))) for time in c.value.times
    }
    lists = [
        {"id": "departments", "title": "部门", "groups": _departments(result, ids)},
        {"id": "slogans", "title": "提法", "groups": _slogans(result, ids)},
        *({"id": "others", "title": OTHERS.sheet, "groups": _others(result, ids)} for _ in result.others[:1]),
    ]
    return {
        "title": title,
        "version": version("policyextract"),
        "reference_date": result.reference_date and wording.day(result.reference_date),
        "length": len(result.document.source),
        "sections": [
            {"id": "tasks", "title": "任务", "count": len(rows)},
            {"id": "targets", "title": "目标", "count": counts["target"] + counts["qualitative"]},
            {"id": "times", "title": "时限", "count": counts["limit"]},
            *({"id": part["id"], "title": part["title"], "count": len(part["groups"])} for part in lists),
        ],
        "layers": [
            {"key": sort.key, "name": sort.word, "count": counts[sort.key]} for sort in SORTS if counts[sort.key]
        ],
        "task_columns": COLUMNS,
        "tasks": rows,
        "targets": [_target(result, mention, ids) for mention in result.targets],
        "qualitative": [_qualitative(result, mention, ids) for mention in result.qualitative_targets],
        "line": {"ticks": line.ticks, "bars": [_bar(result, bar, duties, ids) for bar in line.bars]},
        "lengths": _lengths(result, line, ids),
        "lists": lists,
        "pieces": [_piece(piece, ids) for piece in pieces(result.document.source, mentions)],
        "facts": {ids[mention]: described(result, mention) for mention in mentions},
    }


def _piece(piece: Piece, ids: Ids) -> dict[str, Any]:
    duties = [ids[mention][1:] for mention in piece.opens if sort_of(mention.value).key == "commitment"]
    return {
        "start": piece.start,
        "text": piece.text,
        "layers": " ".join(dict.fromkeys(sort_of(mention.value).key for mention in piece.mentions)),
        "finds": " ".join(ids[mention] for mention in piece.mentions),
        "opens": bool(piece.opens),
        "mark": ",".join(duties),
    }


def _link(mention: Mention[Any], label: str, ids: Ids) -> dict[str, Any]:
    return {"id": ids[mention], "start": mention.span.start, "label": label}


def _task(result: Found, task: Task) -> dict[str, Any]:
    *cells, _ = task.cells()
    source = " › ".join((place(result, task.span), *task.heading))
    return {
        "id": f"c{task.number}",
        "start": task.span.start,
        "cells": list(zip(COLUMNS, (*cells, source), strict=True)),
    }


def _target(result: Found, mention: Mention[Figure], ids: Ids) -> dict[str, Any]:
    figure = mention.value
    return {
        "indicator": figure.indicator,
        "scope": figure.scope,
        "value": wording.figure(figure),
        "modality": figure.modality and figure.modality.value,
        "wording": figure.modality and wording.MODALITIES[figure.modality],
        "link": _link(mention, shortened(result.document.quote(mention.span), 16), ids),
    }


def _qualitative(result: Found, mention: Mention[QualitativeTarget], ids: Ids) -> dict[str, Any]:
    value = mention.value
    return {
        "indicator": value.indicator,
        "scope": "",
        "value": value.wording,
        "modality": value.modality.value,
        "wording": wording.MODALITIES[value.modality],
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
            roles.setdefault(mention.value.name, {})[wording.DEPARTMENT_ROLES[mention.value.role]] = None
    return _groups((((m.value.name, "、".join(roles.get(m.value.name, ()))), m) for m in result.departments), ids)


def _slogans(result: Found, ids: Ids) -> list[dict[str, Any]]:
    return _groups(
        (((result.document.quote(m.span), wording.SLOGAN_KINDS[m.value.kind]), m) for m in result.slogans), ids
    )


def _others(result: Found, ids: Ids) -> list[dict[str, Any]]:
    named = (((result.document.quote(m.span), f"{type(m.value).__name__}，{m.rule}"), m) for m in result.others)
    return _groups(named, ids)
