"""Measure in one run, and print figures and ratios."""

import argparse
import platform

from benchmarks.report import PARTS
from benchmarks.texts import folder


def main() -> None:
    """Read the arguments and measure."""
    arguments = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    arguments.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to measure, by default everything")
    arguments.add_argument("--short", action="store_true", help="a look, in about half a minute")
    arguments.add_argument("--folder", help="a folder of .txt files, measured beside the seed document")
    options = arguments.parse_args()
    texts = folder(options.folder) if options.folder else []
    print(f"Python {platform.python_version()}, {platform.machine()}; time of one core, the best of several runs")
    for name in options.parts or PARTS:
        PARTS[name](options.short, texts)


if __name__ == "__main__":
    main()
