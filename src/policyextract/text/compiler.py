"""The compiler of patterns of the standard library, spending less on their classes of characters.

It draws up a map of all characters for each class, which takes most of the time of a first text. Here a small class
stays a list of its characters, and the map of a large one is drawn up once, whatever patterns hold it. They match the
same.
"""

import importlib.util
import re
from collections.abc import Callable
from functools import cache
from typing import Any

_FEW = 4  # characters and ranges that are looked at one by one as fast as they are looked up


def compiled(source: str, flags: int) -> "re.Pattern[str]":
    """What :func:`re.compile` gives.

    >>> compiled("[一-鿿]+", 0).findall("2025年底")
    ['年底']
    """
    return _compile()(source, int(flags))


@cache
def _compile() -> "Callable[[str, int], re.Pattern[str]]":
    """The compiler as a module of its own, so that nothing changes for others; that of ``re`` where there is none."""
    found = importlib.util.find_spec("re._compiler")
    if found is None or found.loader is None:
        return re.compile
    own: Any = importlib.util.module_from_spec(found)
    found.loader.exec_module(own)
    if hasattr(own, "_optimize_charset"):
        own._optimize_charset = _once(own._optimize_charset)
    compile_: Callable[[str, int], re.Pattern[str]] = own.compile
    return compile_


def _once(draw_up: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[Any, Any] = {}

    def drawn_up(charset: Any, *case: Any) -> Any:
        """The class as the compiler writes it, and whether its case was changed; ``case`` is how case is ignored."""
        if any(case[1:]):
            return draw_up(charset, *case)
        if len(charset) <= _FEW:
            return charset, False
        key = tuple(charset)
        if key not in known:
            known[key] = draw_up(charset, *case)
        return known[key]

    return drawn_up
