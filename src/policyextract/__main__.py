"""``python -m policyextract FILE…``: what a policy text asks of whom, how much and by when, as a table, JSON or CSV."""

import argparse
import datetime as dt
import gc
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from policyextract.cli.failure import CommandError, ExitCode
from policyextract.cli.formats import FORMATS, SUFFIXES, Reading, undated
from policyextract.cli.output import write
from policyextract.cli.source import called, label, load, sources
from policyextract.cli.terminal import fold, one_line
from policyextract.cli.wording import LANGUAGES, Message, chosen, of_argparse, say
from policyextract.default import PIPELINE
from policyextract.result import Result
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_DATE = pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WIDTH_WITHOUT_TERMINAL = 120
_LONG = 200_000
_SELDOM = 50_000  # objects after which a process of its own looks for garbage, of which there is next to none


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong, in the language that was asked for."""

    language = "en"

    def error(self, message: str) -> NoReturn:
        self.exit(ExitCode.WRONG_ARGUMENTS, f"{self.prog}: {one_line(of_argparse(message, self.language))}\n")


class _Version(argparse.Action):
    """Says the version, for which the metadata of the package are read only where it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from policyextract import __version__

        print(parser.prog, __version__)
        parser.exit()


class _Help(argparse.RawDescriptionHelpFormatter):
    """The help in Chinese, whose characters take two columns and stand without blanks."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, say("help.usage", "zh") if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return fold(text, width)


def _date(text: str, language: str) -> dt.date:
    try:
        year, month, day = map(int, text.split("-") if _DATE.fullmatch(text) else ())
        return dt.date(year, month, day)
    except ValueError:
        raise argparse.ArgumentTypeError(Message("date", {"text": text}).text(language)) from None


def _parser(language: str) -> _Parser:
    word = partial(say, language=language)
    formats = "; ".join(f"{name}: {word(f'format.{name}')}" for name in FORMATS)
    codes = (f"  {code}  {word(f'code.{code}')}" for code in ExitCode if code is not ExitCode.INTERRUPTED)
    parser = _Parser(
        prog="policyextract",
        description=word("help.description"),
        epilog="\n".join((word("help.codes"), *codes, word("code.end"))),
        formatter_class=_Help if language == "zh" else argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    parser.language = language
    named = parser.add_argument_group(word("help.arguments"))
    named.add_argument("files", nargs="*", metavar="FILE", help=word("help.files"))
    add = parser.add_argument_group(word("help.options")).add_argument
    add("-h", "--help", action="help", help=word("help.help"))
    add("--version", action=_Version, nargs=0, help=word("help.version"))
    add("--language", choices=LANGUAGES, help=word("help.language"))
    date = partial(_date, language=language)
    add("--reference-date", type=date, metavar="YYYY-MM-DD", help=word("help.date"))
    add("--format", choices=FORMATS, help=word("help.format").format(formats=formats))
    add("--stop", action="store_true", help=word("help.stop"))
    add("-o", "--output", metavar="PATH", help=word("help.output"))
    parser.usage = parser.format_usage().removeprefix(word("help.usage")).rstrip()  # argparse would cut an English word
    return parser


def _options(arguments: Sequence[str], language: str) -> argparse.Namespace:
    """The arguments; what stands behind ``--`` are files, whatever they begin with."""
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = _parser(language)
    options = parser.parse_intermixed_args(arguments[:split])
    options.files += arguments[split + 1 :]
    if "" in options.files or options.output == "":
        parser.error(say("name.empty", language))
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
        raise CommandError(ExitCode.WRONG_ARGUMENTS, "format.disagrees", format=options.format, name=options.output)
    return str(options.format or shown or "table")


def _read(names: Sequence[str], options: argparse.Namespace) -> tuple[dict[str, Document], list[Message]]:
    """The documents by their names, and what is to be said of what was skipped or left out.

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
    skipped = [Message("skipped", {"text": failure.message}) for failure in failures]
    left_out = [
        Message("unread", {"name": called(name), "text": what})
        for name, document in found.items()
        for what in document.left_out
    ]
    return found, [*skipped, *left_out]


def _tell(messages: Iterable[Message | None], language: str) -> None:
    for message in filter(None, messages):
        print(f"policyextract: {one_line(message.text(language))}", file=sys.stderr)


def run(arguments: Sequence[str], language: str) -> int:
    """Read, extract and write, and give the exit code.

    Raises:
        CommandError: if anything can't be read or written; nothing has been written then.
    """
    options = _options(arguments, language)
    names = sources(options.files)
    format_ = _format(options)
    documents, missed = _read(names, options)
    _tell(missed, language)
    readings = [
        Reading(label(name), result) for name, result in zip(documents, _extract([*documents.values()]), strict=True)
    ]
    room = shutil.get_terminal_size((_WIDTH_WITHOUT_TERMINAL, 0)).columns
    form = FORMATS[format_]
    output = form.render(readings, room)
    if isinstance(output, bytes) and options.output is None and sys.stdout is not None and sys.stdout.isatty():
        raise CommandError(ExitCode.WRONG_ARGUMENTS, "format.binary", format=format_)
    note = write(output, options.output, form.mark)
    _tell((note, *map(undated, readings)), language)
    return ExitCode.PARTLY if missed else ExitCode.DONE


def main(arguments: Sequence[str] | None = None) -> int:
    """The program: its exit code says how it ended.

    >>> main(["no-such-file.txt"])
    3
    """
    given = sys.argv[1:] if arguments is None else arguments
    if arguments is None:
        gc.set_threshold(_SELDOM)
    language = chosen(given)
    try:
        return run(given, language)
    except CommandError as failure:
        _tell([failure.message], language)
        return failure.code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
