"""``python -m policyextract FILE…``: what a policy text asks of whom, how much and by when, as a table, JSON or CSV."""

import argparse
import datetime as dt
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from policyextract import __version__
from policyextract.cli.failure import CommandError, ExitCode
from policyextract.cli.formats import FORMATS, SUFFIXES, Reading, undated
from policyextract.cli.output import write
from policyextract.cli.source import label, load, sources
from policyextract.cli.terminal import one_line
from policyextract.default import PIPELINE
from policyextract.result import Result
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_DATE = pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WIDTH_WITHOUT_TERMINAL = 120
_LONG = 200_000
_CODES = """exit codes:
  0  done
  2  wrong arguments
  3  no such file, or nothing to read in a folder
  4  not readable, or not a text file
  5  a library that the file or the format needs is not installed
  6  the output cannot be written
  7  written, but a file was skipped, or not all of one was read; what and why is said
Where it is 2 to 6, nothing has been written.
"""


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        self.exit(ExitCode.WRONG_ARGUMENTS, f"{self.prog}: {one_line(message)}\n")


def _date(text: str) -> dt.date:
    try:
        year, month, day = map(int, text.split("-") if _DATE.fullmatch(text) else ())
        return dt.date(year, month, day)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day of the calendar in the form YYYY-MM-DD") from None


def _parser() -> argparse.ArgumentParser:
    formats = "; ".join(f"{name}: {known.help}" for name, known in FORMATS.items())
    parser = _Parser(
        prog="policyextract",
        description="Numeric targets, time limits, departments, slogans and commitments from Chinese policy text.",
        epilog=_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="files or folders; - or nothing for standard input")
    parser.add_argument(
        "--reference-date",
        type=_date,
        metavar="YYYY-MM-DD",
        help="the day on which the text was spoken or signed; otherwise the day that it states",
    )
    parser.add_argument("--format", choices=FORMATS, help=f"{formats}; by default what the name of the output shows")
    parser.add_argument("--stop", action="store_true", help="stop at the first of several files that can't be read")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}", help="say the version")
    parser.add_argument("-o", "--output", metavar="PATH", help="write to this file, not to standard output")
    return parser


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments; what stands behind ``--`` are files, whatever they begin with."""
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = _parser()
    options = parser.parse_intermixed_args(arguments[:split])
    options.files += arguments[split + 1 :]
    if "" in options.files or options.output == "":
        parser.error("an empty name is no file")
    return options


@contextmanager
def _progress(total: int) -> Iterator[Any]:
    """A bar on long work, where standard error is a terminal and tqdm is installed; else something that takes calls."""
    tqdm = None
    if total > _LONG and sys.stderr is not None and sys.stderr.isatty():
        with suppress(ImportError):
            tqdm = import_module("tqdm").tqdm
    if tqdm is None:
        yield lambda count: None
        return
    with tqdm(total=total, unit="chars", unit_scale=True, leave=False) as bar:
        yield bar.update


def _extract(documents: Sequence[Document]) -> list[Result]:
    """The result of every document; the bar moves on with every layer."""
    results = []
    layers = PIPELINE.extractors
    with _progress(sum(len(document.text) for document in documents) * len(layers)) as advance:
        for document in documents:
            for layer in layers:
                layer(document)
                advance(len(document.text))
            results.append(Result.collect(document, PIPELINE(document)))
    return results


def _format(options: argparse.Namespace) -> str:
    """The format that was asked for, else the one that the name of the output shows.

    Raises:
        CommandError: if the two do not agree.
    """
    shown = SUFFIXES.get(Path(options.output).suffix.lower()) if options.output else None
    if options.format and shown and options.format != shown:
        raise CommandError(
            ExitCode.WRONG_ARGUMENTS, f"--format {options.format} and the name {options.output} do not agree"
        )
    return str(options.format or shown or "table")


def _read(names: Sequence[str], options: argparse.Namespace) -> tuple[dict[str, Document], bool]:
    """The documents by their names, and whether something was skipped or left out, which is said.

    Raises:
        CommandError: if a file can't be read, and it is the only one, or no other can, or ``--stop`` was given.
    """
    found: dict[str, Document] = {}
    failures: list[CommandError] = []
    for name in names:
        try:
            found[name] = load(name, options.reference_date)
        except CommandError as failure:
            if options.stop or len(names) == 1:
                raise
            failures.append(failure)
    if failures and not found:
        raise failures[0]
    left_out = [f"{label(name)}: not read: {what}" for name, document in found.items() for what in document.left_out]
    for line in (*(f"skipped: {failure}" for failure in failures), *left_out):
        print(f"policyextract: {one_line(line)}", file=sys.stderr)
    return found, bool(failures or left_out)


def run(arguments: Sequence[str] | None) -> int:
    """Read, extract and write, and give the exit code.

    Raises:
        CommandError: if anything can't be read or written; nothing has been written then.
    """
    options = _options(sys.argv[1:] if arguments is None else arguments)
    names = sources(options.files)
    format_ = _format(options)
    documents, said = _read(names, options)
    readings = [
        Reading(label(name), result) for name, result in zip(documents, _extract([*documents.values()]), strict=True)
    ]
    room = shutil.get_terminal_size((_WIDTH_WITHOUT_TERMINAL, 0)).columns
    chosen = FORMATS[format_]
    output = chosen.render(readings, room)
    if isinstance(output, bytes) and options.output is None and sys.stdout is not None and sys.stdout.isatty():
        raise CommandError(ExitCode.WRONG_ARGUMENTS, f"--format {format_} is no text; give a file with --output")
    write(output, options.output, chosen.mark)
    for line in filter(None, map(undated, readings)):
        print(f"policyextract: {line}", file=sys.stderr)
    return ExitCode.PARTLY if said else ExitCode.DONE


def main(arguments: Sequence[str] | None = None) -> int:
    """The program: its exit code says how it ended.

    >>> main(["no-such-file.txt"])
    3
    """
    try:
        return run(arguments)
    except CommandError as failure:
        print(f"policyextract: {one_line(str(failure))}", file=sys.stderr)
        return failure.code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
