"""Where the output goes: a file that is whole or stays as it was, a device, a pipe, a terminal."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from policyextract.cli.failure import CommandError, ExitCode
from policyextract.cli.terminal import harmless
from policyextract.cli.wording import Message

_NOT_THERE = -1


def write(output: str | bytes, path: str | None, mark: bool) -> Message | None:
    """Write to a file, or to standard output where ``path`` is ``None``; ``mark`` puts a byte order mark before a text.

    Returns:
        What is to be said of it, if anything.

    Raises:
        CommandError: if it can't be written; a file stays as it was then.
    """
    if path is None:
        return _print(output)
    content = output if isinstance(output, bytes) else output.encode("utf-8-sig" if mark else "utf-8", "replace")
    try:
        _into(Path(path), content)
    except (OSError, ValueError) as error:
        raise CommandError(ExitCode.NOT_WRITTEN, "of", name=path, text=_reason(error)) from error
    return None


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _into(path: Path, content: bytes) -> None:
    """Write into what a name or a link stands for: a new file in its place, or what there is of another kind."""
    target = Path(os.path.realpath(path))
    mode = target.stat().st_mode if target.exists() else _NOT_THERE
    if mode != _NOT_THERE and not stat.S_ISREG(mode):
        with open(path, "wb") as device:  # a device or a pipe; a folder refuses
            device.write(content)
        return
    if mode != _NOT_THERE and not os.access(target, os.W_OK):
        raise PermissionError(None, "Permission denied")
    beside = target.with_name(f".policyextract-{os.urandom(6).hex()}")
    try:
        with open(beside, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode != _NOT_THERE:
            _keep_owner(target, beside)
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _keep_owner(old: Path, new: Path) -> None:
    if hasattr(os, "chown"):
        status = old.stat()
        with suppress(OSError):  # who may not give a file away keeps it
            os.chown(new, status.st_uid, status.st_gid)


def _print(output: str | bytes) -> Message | None:
    if sys.stdout is None:
        raise CommandError(ExitCode.NOT_WRITTEN, "output.closed")
    content, note = (output, None) if isinstance(output, bytes) else _shown(output)
    try:
        binary = getattr(sys.stdout, "buffer", None)
        if binary is None:  # not a file: what a caller of main put in its place
            sys.stdout.write(content.decode(sys.stdout.encoding or "utf-8"))
        else:
            binary.write(content)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, head or less, has seen enough
        _forget_output()
    except OSError as error:
        _forget_output()
        raise CommandError(ExitCode.NOT_WRITTEN, "output.failed", text=_reason(error)) from error
    return note


def _forget_output() -> None:
    """What is left in the buffers goes nowhere, so that the end of the program does not try to write it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _shown(text: str) -> tuple[bytes, Message | None]:
    """A text as standard output can take it. What that can't show is said; nothing is written where that is Chinese."""
    if sys.stdout.isatty():
        text = harmless(text.replace("\r\n", "\n"))
    encoding = sys.stdout.encoding or "utf-8"
    try:
        return text.encode(encoding), None
    except UnicodeEncodeError:
        lost = sorted({char for char in text if not _can_show(char, encoding)})
    if any("\u4e00" <= char <= "\u9fff" for char in lost) and not _can_show("的", encoding):
        raise CommandError(ExitCode.NOT_WRITTEN, "output.chinese", encoding=encoding)
    note = Message("output.lost", {"encoding": encoding, "count": len(lost)})
    return text.encode(encoding, "replace"), note


def _can_show(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
