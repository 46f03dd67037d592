"""Builds the gallery: each text of ``docs/gallery`` with its task table, its targets, and its page."""

import datetime as dt
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

from policyextract import Result, extract
from policyextract.export import wording
from policyextract.export.evidence import sentence
from policyextract.export.page import page
from policyextract.tasks import CARRIED, Task

FOLDER = Path(__file__).parent.parent / "gallery"
TITLES = {
    "speech": "讲话 · A speech",
    "notice": "通知 · A notice",
    "report": "政府工作报告 · A government work report",
    "plan": "实施方案 · A plan",
    "minutes": "会议纪要 · Minutes",
    "bulletin": "统计公报 · A statistical bulletin",
}
DAYS = {"report": dt.date(2024, 1, 20), "minutes": dt.date(2024, 5, 20), "bulletin": dt.date(2024, 3, 5)}
MARK = "<!-- gallery -->"


def on_files(files: Files, *, config: Any) -> Files:
    """Put a page for each text beside the gallery."""
    for name in TITLES:
        files.append(File.generated(config, f"gallery/{name}.html", content=page(read(name))))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the gallery in the place of its mark."""
    return markdown.replace(MARK, "\n".join(map(shown, TITLES))) if MARK in markdown else markdown


def read(name: str) -> Result:
    """What one of the texts says."""
    return extract((FOLDER / f"{name}.txt").read_text("utf-8"), reference_date=DAYS.get(name))


def shown(name: str) -> str:
    """One document: its text, its tables, its page."""
    result = read(name)
    tasks = table(("序号", "任务", "量化目标", "单位", "完成时限"), list(map(row, result.tasks)))
    targets = table(
        ("指标", "目标", "时期", "原句"),
        [
            (m.value.indicator or "—", wording.figure(m.value), wording.period(m.value) or "—", sentence(result, m))
            for m in result.targets
        ],
    )
    return "\n\n".join(
        (
            f"## {TITLES[name]}",
            f"```text\n{result.document.source.strip()}\n```",
            f"任务分解表 · the task table\n\n{tasks}" if result.tasks else "没有任务 · no tasks",
            f"量化目标 · targets\n\n{targets}" if result.targets else "没有目标 · no targets",
            f"[网页 · the page](gallery/{name}.html)",
            f'<iframe src="{name}.html" title="{TITLES[name]}" loading="lazy" width="100%" height="480"></iframe>',
        )
    )


def row(task: Task) -> tuple[str, ...]:
    """A task in few columns, so that it has room beside the navigation."""
    parts = {"牵头": task.lead, "配合": task.support, "责任": task.responsible, "督导": task.supervise}
    bodies = [f"{part}：{'、'.join(names)}" for part, names in parts.items() if names]
    carried = [f"责任：{'、'.join(task.inherited)}{CARRIED}"] * bool(task.inherited)
    return (
        str(task.number),
        task.action,
        "<br>".join(task.targets),
        "<br>".join(bodies + carried),
        "、".join(task.limits),
    )


def table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Rows as a table of Markdown."""
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines)
