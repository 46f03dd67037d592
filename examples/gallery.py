"""Plots that economists make of targets: targets beside what was reached, and how firmly targets are worded.

    python examples/gallery.py [FOLDER] [OUT]

Reads the reports of FOLDER as growth_targets.py does, and writes actual.png and wording.png to OUT.
Needs pandas and matplotlib: pip install 'policyextract[pandas]' matplotlib
"""

import sys
from pathlib import Path

import matplotlib
from growth_targets import HERE, read_folder

from policyextract import Panel


def actual(table: Panel, path: Path) -> None:
    """The growth that is asked for, beside that of the year before and of the year itself where reports state them."""
    from matplotlib import pyplot

    rows = [
        row for row in table if (row.code, row.measure, row.horizon) == ("gdp", "growth", "annual") and not row.scope
    ]
    figure, axes = pyplot.subplots(figsize=(6, 4), layout="constrained")
    for name, marker, read in (
        ("target", "o", lambda row: row.low),
        ("actual of the year before", "v", lambda row: row.prior_low),
        ("actual of the year", "x", lambda row: row.later_low),
    ):
        points = [(row.year, float(read(row))) for row in rows if read(row) is not None]
        if points:
            axes.scatter(*zip(*points, strict=True), marker=marker, label=name)
    axes.set(xlabel="year of the target", ylabel="growth of GDP, %", title="Asked for and reached")
    axes.legend()
    figure.savefig(path, dpi=120)
    pyplot.close(figure)


def wording(table: Panel, path: Path) -> None:
    """How many of the yearly targets are hard, soft or plain, year by year."""
    from matplotlib import pyplot

    frame = table.to_pandas()
    counts = frame[frame["horizon"] == "annual"].groupby(["year", "firmness"]).size().unstack(fill_value=0)
    figure, axes = pyplot.subplots(figsize=(6, 4), layout="constrained")
    colors = {"hard": "#7f1d1d", "soft": "#d97706", "plain": "#a8a29e"}
    counts.plot.bar(stacked=True, ax=axes, color=[colors[name] for name in counts.columns])
    axes.set(xlabel="year", ylabel="targets", title="How firmly targets are worded")
    figure.savefig(path, dpi=120)
    pyplot.close(figure)


def main(folder: Path, out: Path) -> None:
    """Read the reports and draw both plots."""
    matplotlib.use("Agg")
    table = read_folder(folder)
    actual(table, out / "actual.png")
    wording(table, out / "wording.png")
    print(f"{len(table)} targets of {len({row.document for row in table})} reports")


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(given[0] if given else HERE / "reports", given[1] if len(given) > 1 else Path())
