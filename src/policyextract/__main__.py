"""``python -m policyextract FILE…``: what a policy text asks of whom, how much and by when, as a table, JSON or CSV."""

import argparse
import datetime as dt
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from policyextract.cli.failure import CommandError, ExitCode
from policyextract.cli.formats import FORMATS, Reading
from policyextract.cli.source import label, load, sources
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
Where it is not 0, nothing has been written.
"""


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        self.exit(ExitCode.WRONG_ARGUMENTS, f"{self.prog}: {message}\n")


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
    parser.add_argument("--format", choices=FORMATS, default="table", help=formats)
    parser.add_argument("-o", "--output", metavar="PATH", help="write to this file, not to standard output")
    return parser


@contextmanager
def _progress(total: int) -> Iterator[Any]:
    """A bar on long work, where standard error is a terminal and tqdm is installed; else something that takes calls."""
    tqdm = None
    with suppress(ImportError):
        tqdm = import_module("tqdm").tqdm
    if tqdm is None:
        yield lambda count: None
        return
    with tqdm(total=total, unit="chars", unit_scale=True, leave=False, disable=None if total > _LONG else True) as bar:
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


def _write(output: str | bytes, path: str | None, mark: bool) -> None:
    if path is None:
        _print(output)
        return
    content = output if isinstance(output, bytes) else output.encode("utf-8-sig" if mark else "utf-8", "replace")
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CommandError(ExitCode.NOT_WRITTEN, f"{path}: {error.strerror or error}") from error


def _print(output: str | bytes) -> None:
    try:
        if isinstance(output, bytes):
            sys.stdout.buffer.write(output)
        else:
            if isinstance(sys.stdout, io.TextIOWrapper):
                sys.stdout.reconfigure(errors="replace", newline="")
            sys.stdout.write(output)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, head or less, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run(arguments: Sequence[str] | None) -> None:
    """Read, extract and write.

    Raises:
        CommandError: if anything can't be read or written; nothing has been written then.
    """
    options = _parser().parse_intermixed_args(arguments)
    names = sources(options.files)
    documents = [load(name, options.reference_date) for name in names]
    readings = [Reading(label(name), result) for name, result in zip(names, _extract(documents), strict=True)]
    room = shutil.get_terminal_size((_WIDTH_WITHOUT_TERMINAL, 0)).columns
    chosen = FORMATS[options.format]
    output = chosen.render(readings, room)
    if isinstance(output, bytes) and options.output is None and sys.stdout.isatty():
        raise CommandError(ExitCode.WRONG_ARGUMENTS, f"--format {options.format} is no text; give a file with --output")
    _write(output, options.output, chosen.mark)


def main(arguments: Sequence[str] | None = None) -> int:
    """The program: its exit code says how it ended.

    >>> main(["no-such-file.txt"])
    3
    """
    try:
        run(arguments)
    except CommandError as failure:
        print(f"policyextract: {failure}", file=sys.stderr)
        return failure.code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    return ExitCode.DONE


if __name__ == "__main__":
    sys.exit(main())
