"""What the command line reads: files, folders, standard input."""

import codecs
import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from policyextract.cli.failure import CommandError, ExitCode
from policyextract.readers import SUFFIXES, read_bytes
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

STANDARD_INPUT = "-"
_TEXT = frozenset(suffix for suffix, reader in SUFFIXES.items() if reader == "text")
_CONTROL = pattern("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TRIED = "UTF-8 (with and without a byte order mark) and GB18030"


def sources(names: Sequence[str]) -> list[str]:
    """The files behind the names on the command line, each once: a folder stands for the files in it that can be read.

    Raises:
        CommandError: if there is no such file, or nothing to read in a folder.
    """
    found: dict[str, None] = {}
    for name in names or [STANDARD_INPUT]:
        if name == STANDARD_INPUT or Path(name).is_file():
            found[name] = None
        elif Path(name).is_dir():
            found.update(dict.fromkeys(_inside(Path(name))))
        else:
            raise CommandError(ExitCode.NOT_FOUND, f"{name}: no such file or folder")
    return list(found)


def _inside(folder: Path) -> Iterator[str]:
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    if not files:
        raise CommandError(
            ExitCode.NOT_FOUND, f"{folder}: no files to read in this folder ({', '.join(sorted(SUFFIXES))})"
        )
    yield from map(str, files)


def load(name: str, reference_date: dt.date | None) -> Document:
    """The document of one source.

    Raises:
        CommandError: if it cannot be opened, if it is not text, or if the library that reads it is not installed.
    """
    try:
        content = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
        suffix = Path(name).suffix.lower()
        if suffix not in SUFFIXES or suffix in _TEXT:
            suffix = ".txt"
            if not is_text(content):
                raise CommandError(ExitCode.NOT_READABLE, f"{label(name)}: not a text file; tried {_TRIED}")
        return read_bytes(content, suffix, reference_date=reference_date)
    except OSError as error:
        raise CommandError(ExitCode.NOT_READABLE, f"{label(name)}: {error.strerror or error}") from error
    except ValueError as error:
        raise CommandError(ExitCode.NOT_READABLE, f"{label(name)}: {error}") from error
    except ImportError as error:
        raise CommandError(ExitCode.NOT_INSTALLED, f"{label(name)}: {error}") from error


def label(name: str) -> str:
    """How a source is called in messages and tables."""
    return "standard input" if name == STANDARD_INPUT else name


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
