"""Libraries that only some exports and readers need: imported at their use, with a message on how to get them."""

import importlib
from typing import Any


def need(module: str, extra: str) -> Any:
    """Import a module of an optional extra.

    >>> need("json", "none").dumps([1])
    '[1]'

    Raises:
        ImportError: if it is not installed; the message names the extra that brings it.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ImportError(
            f"this needs {module.partition('.')[0]}, which is not installed: pip install 'policyextract[{extra}]'"
        ) from error
