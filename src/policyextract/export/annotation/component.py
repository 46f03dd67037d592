"""The name that :mod:`policyextract.engines.spacy_component` had in the first version: a way to it"""

import importlib
from typing import Any


def __getattr__(name: str) -> Any:
    return getattr(importlib.import_module("policyextract.engines.spacy_component"), name)
