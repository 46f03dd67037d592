"""Two reports compared: what became of the targets of one year, by what the report of the next year says.

    python examples/compare_reports.py [EARLIER] [LATER] [OUT]

Writes compared.csv to OUT. A match that is unsure is marked so; what is not reported stays so.
"""

import datetime as dt
import sys
from pathlib import Path

from policyextract import Result, extract, read_file
from policyextract.tracking import track

REPORTS = Path(__file__).parent / "reports"


def read_report(path: Path) -> Result:
    """A report whose file name begins with its year; the reports are given in March."""
    return extract(read_file(path, reference_date=dt.date(int(path.name[:4]), 3, 5)))


def main(earlier: Path, later: Path, out: Path) -> None:
    """Write the table, and show it."""
    table = track(read_report(earlier), read_report(later))
    (out / "compared.csv").write_text(table.to_csv(), encoding="utf-8-sig", newline="")
    for row in table:
        indicator, asked, _, reached, status, *_ = row.cells()
        print(f"{indicator}：目标{asked}，完成{reached or '—'}，{status}")


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(
        given[0] if given else REPORTS / "2021.txt",
        given[1] if len(given) > 1 else REPORTS / "2022.txt",
        given[2] if len(given) > 2 else Path(),
    )
