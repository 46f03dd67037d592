"""The growth targets of the government work reports, year by year: as a table and as a plot.

    python examples/growth_targets.py [FOLDER] [OUT]

Reads every file of FOLDER whose name begins with a year, and writes growth_targets.csv and growth_targets.png to OUT.
Needs pandas and matplotlib: pip install 'policyextract[pandas]' matplotlib
"""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib
import pandas as pd

from policyextract import extract, read_file

HERE = Path(__file__).parent


def growth_targets(folder: Path) -> Iterator[dict[str, Any]]:
    """One row for each target of the growth of the gross domestic product: its interval, its wording, its evidence."""
    for path in sorted(folder.glob("[12][0-9][0-9][0-9]*.txt")):
        year = int(path.name[:4])
        result = extract(read_file(path, reference_date=dt.date(year, 3, 5)))
        for row in result.to_rows("targets", document=path.stem):
            if (row["indicator"] or "").endswith("国内生产总值") and row["unit"] == "%":
                yield {"year": year, "place": f"{row['start']}-{row['end']}", **row}


def plot(table: pd.DataFrame, path: Path) -> None:
    """Each target as a point or a bar, with an arrow where a side is open."""
    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4), layout="constrained")
    for row in table.to_dict("records"):
        ends = [float(end) for end in (row["low"], row["high"]) if not pd.isna(end)]
        axes.plot([row["year"]] * len(ends), ends, marker="o", linewidth=6, solid_capstyle="round", color="#b45309")
        if pd.isna(row["high"]):
            axes.annotate("", (row["year"], ends[0] + 0.8), (row["year"], ends[0]), arrowprops={"arrowstyle": "->"})
        words = "about " if row["approximate"] else "at least " if pd.isna(row["high"]) else ""
        axes.annotate(
            words + "-".join(f"{end:g}" for end in dict.fromkeys(ends)) + "%",
            (row["year"], ends[0]),
            (0, -16),
            textcoords="offset points",
            ha="center",
        )
    years = range(int(table["year"].min()), int(table["year"].max()) + 1)
    axes.set(title="Growth targets of the government work reports", ylabel="GDP growth, %", xticks=list(years))
    axes.margins(0.1, 0.3)
    figure.savefig(path, dpi=120)
    pyplot.close(figure)


def main(folder: Path, out: Path) -> None:
    """Write the table and the plot, and show the table."""
    columns = ["year", "low", "high", "low_open", "approximate", "modality", "text", "place"]
    table = pd.DataFrame(growth_targets(folder))[columns]
    table.to_csv(out / "growth_targets.csv", index=False)
    plot(table, out / "growth_targets.png")
    print(table.to_string(index=False))


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(given[0] if given else HERE / "reports", given[1] if len(given) > 1 else Path())
