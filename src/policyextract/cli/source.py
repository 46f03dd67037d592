"""What the command line reads: files, folders, standard input."""

import codecs
import datetime as dt
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from policyextract.cli.failure import CommandError, ExitCode
from policyextract.cli.wording import Message
from policyextract.readers import SUFFIXES, read_bytes
from policyextract.readers.kind import suffix_of
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

STANDARD_INPUT = "-"
_TEXT = frozenset(suffix for suffix, reader in SUFFIXES.items() if reader == "text")
_CONTROL = pattern("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def sources(names: Sequence[str]) -> list[str]:
    """The files behind the names on the command line: a folder stands for the files in it that can be read.

    A file counts once, whatever names and links lead to it.

    Raises:
        CommandError: if there is no such file, if a folder can't be looked into, or holds nothing to read.
    """
    found: dict[object, str] = {}
    for name in names or [STANDARD_INPUT]:
        if name == STANDARD_INPUT:
            found.setdefault(name, name)
            continue
        is_folder = stat.S_ISDIR(_status(name).st_mode)
        for file in _inside(Path(name)) if is_folder else [name]:
            found.setdefault(_identity(file), file)
    return list(found.values())


def _status(name: str) -> os.stat_result:
    try:
        return os.stat(name)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise CommandError(ExitCode.NOT_FOUND, "missing", name=name) from error
    except OSError as error:
        raise CommandError(ExitCode.NOT_READABLE, "of", name=name, text=error.strerror or error) from error


def _identity(name: str) -> object:
    status = _status(name)
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(name)


def _inside(folder: Path) -> Iterator[str]:
    def refuse(error: OSError) -> NoReturn:
        raise CommandError(ExitCode.NOT_READABLE, "of", name=error.filename, text=error.strerror or error)

    paths = (Path(inner, name) for inner, _, names in os.walk(folder, onerror=refuse) for name in names)
    files = sorted(path for path in paths if _is_read(path))
    if not files:
        raise CommandError(ExitCode.NOT_FOUND, "folder.empty", name=folder, kinds=", ".join(sorted(SUFFIXES)))
    yield from map(str, files)


def _is_read(path: Path) -> bool:
    """Whether a file of a folder is read: its kind is known, and it does not only mark that another one is open."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(("~$", ".~lock.")) and path.is_file()


def load(name: str, reference_date: dt.date | None) -> Document:
    """The document of one source.

    Raises:
        CommandError: if it cannot be opened, if it is not text, or if the library that reads it is not installed.
    """
    try:
        content = _standard_input() if name == STANDARD_INPUT else Path(name).read_bytes()
        suffix = Path(name).suffix.lower()
        if suffix not in SUFFIXES or suffix in _TEXT:
            suffix = suffix_of(content, ".txt")
            if suffix == ".txt" and not is_text(content):
                raise CommandError(ExitCode.NOT_READABLE, "text.not", name=called(name))
        return read_bytes(content, suffix, reference_date=reference_date)
    except OSError as error:
        raise CommandError(ExitCode.NOT_READABLE, "of", name=called(name), text=error.strerror or error) from error
    except ValueError as error:
        raise CommandError(ExitCode.NOT_READABLE, "of", name=called(name), text=error) from error
    except ImportError as error:
        raise CommandError(ExitCode.NOT_INSTALLED, "of", name=called(name), text=error) from error


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise CommandError(ExitCode.NOT_READABLE, "of", name=called(STANDARD_INPUT), text=Message("input.closed"))
    return sys.stdin.buffer.read()


def label(name: str) -> str:
    """How a source is called in tables and data, whatever the language."""
    return "standard input" if name == STANDARD_INPUT else name


def called(name: str) -> str | Message:
    """How a source is called in messages."""
    return Message("input") if name == STANDARD_INPUT else name


def is_text(content: bytes) -> bool:
    """Whether bytes are text in UTF-8, UTF-16 with a byte order mark, or GB18030.

    >>> is_text("增长6%".encode("gb18030")), is_text(b"\\x89PNG\\r\\n\\x1a\\n\\x00\\x00")
    (True, False)
    """
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8", "gb18030"):
        try:
            return not _CONTROL.search(content.decode(encoding))
        except UnicodeDecodeError:
            continue
    return False
