"""A speech turned into a 任务分解表: a workbook, a page and a CSV file.

    python examples/task_table.py [FILE] [DATE] [OUT]

FILE may be .txt, .html, .docx or .pdf; DATE is the day on which it was spoken or signed, for 今年 and 6月底前.
Needs openpyxl and jinja2: pip install '.[office]'
"""

import datetime as dt
import sys
from pathlib import Path

from policyextract import extract, read_file
from policyextract.tasks import task_table

SPEECH = Path(__file__).parent.parent / "seeds" / "000_332db4b73ec3ed6e.txt"


def main(path: Path, day: dt.date, out: Path) -> None:
    """Write tasks.xlsx, tasks.html and tasks.csv, and show the first tasks that have a lead."""
    result = extract(read_file(path, reference_date=day))
    table = task_table(result)
    result.to_xlsx(out / "tasks.xlsx")
    result.to_html(out / "tasks.html")
    (out / "tasks.csv").write_text(table.to_csv(), encoding="utf-8-sig", newline="")
    print(f"{len(table)} tasks, {len(result.targets)} targets, {len(result.time_limits)} time limits")
    for task in [task for task in table if task.lead][:5]:
        print(f"{task.number}. {task.action}｜牵头：{'、'.join(task.lead)}｜配合：{'、'.join(task.support)}")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(
        Path(given[0]) if given else SPEECH,
        dt.date.fromisoformat(given[1]) if len(given) > 1 else dt.date(2021, 4, 25),
        Path(given[2]) if len(given) > 2 else Path(),
    )
