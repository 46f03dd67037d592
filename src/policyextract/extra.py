"""Libraries that only some exports and readers need: imported at their use, with a message on how to get them."""

import importlib
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

_ALONE = RLock()  # the filters of warnings are those of the whole process


@contextmanager
def quiet() -> Iterator[None]:
    """What other libraries warn of inside is theirs to mend, and no error of a user who runs with ``-W error``.

    >>> with quiet():
    ...     warnings.warn("old", DeprecationWarning)
    """
    with _ALONE, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def need(module: str, extra: str) -> Any:
    """Import a module of an optional extra.

    >>> need("json", "none").dumps([1])
    '[1]'

    Raises:
        ImportError: if it is not installed; the message names the extra that brings it.
    """
    try:
        with quiet():
            return importlib.import_module(module)
    except ImportError as error:
        raise ImportError(
            f"this needs {module.partition('.')[0]}, which is not installed: pip install 'policyextract[{extra}]'"
        ) from error
