"""Failures that end the program with one line and an exit code."""

from enum import IntEnum

from policyextract.cli.wording import Message


class ExitCode(IntEnum):
    """What the program returns to the shell."""

    DONE = 0
    WRONG_ARGUMENTS = 2
    NOT_FOUND = 3
    NOT_READABLE = 4
    NOT_INSTALLED = 5
    NOT_WRITTEN = 6
    PARTLY = 7
    INTERRUPTED = 130


class CommandError(Exception):
    """Something that the user can mend; nothing has been written."""

    def __init__(self, code: ExitCode, key: str, **values: object) -> None:
        self.message = Message(key, values)
        super().__init__(self.message.text("en"))
        self.code = code
