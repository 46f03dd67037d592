"""From a folder of government work reports to a panel, a Stata file and a plot of the growth targets.

    python examples/growth_targets.py [FOLDER] [OUT]

Reads every report of FOLDER, and writes panel.csv, panel.dta, wide.dta and growth_targets.png to OUT. A report that
does not state its day is taken to be of March of the year that its name begins with.
Needs pandas and matplotlib: pip install 'policyextract[pandas]' matplotlib
"""

import datetime as dt
import re
import sys
from pathlib import Path

import matplotlib

from policyextract import Panel, Result, extract, panel, read_file, stated_date
from policyextract.readers import SUFFIXES

HERE = Path(__file__).parent


def read_report(path: Path) -> Result:
    """One report, with the day that it states, or that its name lets suppose."""
    document, year = read_file(path), re.match("[12][0-9]{3}", path.name)
    if stated_date(document) is None and year:
        document = read_file(path, reference_date=dt.date(int(year[0]), 3, 5))
    return extract(document)


def read_folder(folder: Path) -> Panel:
    """The panel of a folder; what cannot be read is named and left out."""
    results = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SUFFIXES and path.stem != "README":
            try:
                results[path.stem] = read_report(path)
            except (OSError, ValueError, ImportError) as error:
                print(f"{path.name}: {error}", file=sys.stderr)
    return panel(results)


def plot(table: Panel, path: Path) -> None:
    """Each target as a point or a bar, hard ones dark; an arrow where a side is open, a cross for the actual."""
    matplotlib.use("Agg")
    from matplotlib import pyplot

    targets = [
        row for row in table if (row.code, row.measure, row.horizon, row.scope) == ("gdp", "growth", "annual", "")
    ]
    figure, axes = pyplot.subplots(figsize=(7, 1.2 + 0.35 * len(targets)), layout="constrained")
    for place, row in enumerate(targets):
        ends = [float(end) for end in (row.low, row.high) if end is not None]
        color = "#7f1d1d" if row.firmness == "hard" else "#d97706"
        axes.plot(ends, [place] * len(ends), marker="o", linewidth=5, solid_capstyle="round", color=color)
        if row.bound in ("floor", "ceiling"):
            further = 0.4 if row.bound == "floor" else -0.4
            axes.annotate("", (ends[0] + further, place), (ends[0], place), arrowprops={"arrowstyle": "->"})
        if row.later_low is not None:
            axes.plot(float(row.later_low), place, marker="x", color="black")
    names = [f"{row.region_code or 'CN'}  {row.year}{'  ~' if row.approximate else ''}" for row in targets]
    axes.set_yticks(range(len(targets)), names)
    axes.set(title="Growth targets of government work reports", xlabel="growth of GDP, % (x: as reported later)")
    axes.margins(0.1, 0.1)
    figure.savefig(path, dpi=120)
    pyplot.close(figure)


def main(folder: Path, out: Path) -> None:
    """Write the panel and the plot, and show the targets of growth."""
    table = read_folder(folder)
    (out / "panel.csv").write_text(table.to_csv(), encoding="utf-8-sig", newline="")
    table.to_stata(out / "panel.dta")
    table.wide().to_stata(out / "wide.dta")
    plot(table, out / "growth_targets.png")
    frame = table.to_pandas()
    shown = ["region", "year", "low", "high", "bound", "approximate", "modality", "firmness", "prior_low", "later_low"]
    print(frame[(frame["code"] == "gdp") & (frame["horizon"] == "annual")][shown].to_string(index=False))


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(given[0] if given else HERE / "reports", given[1] if len(given) > 1 else Path())
