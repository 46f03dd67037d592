"""Offsets for languages that count UTF-16 code units: JavaScript, Java, C#.

A character outside the basic plane (an emoji, a rare Han character such as 𠮷) takes two code units there, and one code
point in Python. In a text without such characters both counts are the same.
"""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from policyextract.found import Found
from policyextract.layers import LAYERS, OTHERS
from policyextract.text.pattern import pattern

_ASTRAL = pattern("[\U00010000-\U0010ffff]")


class Utf16:
    """Positions of one text, counted in UTF-16 code units.

    >>> utf16 = Utf16("𠮷林省确保增长6%")
    >>> utf16(0), utf16(1), utf16(9)
    (0, 2, 10)
    """

    def __init__(self, text: str) -> None:
        self._wide = [match.start() for match in _ASTRAL.finditer(text)]

    def __call__(self, position: int) -> int:
        """The position in code units of a position in code points."""
        return position + bisect_left(self._wide, position)


def to_utf16(result: Found) -> dict[str, Any]:
    """:meth:`Result.to_dict <policyextract.Result.to_dict>` with every offset, and the length, in UTF-16 code units.

    >>> from policyextract import extract
    >>> result = extract("𠮷林省确保网上可办率达到90%。")
    >>> to_utf16(result)["length"] - result.to_dict()["length"]
    1
    """
    data: Mapping[str, Any] = result.to_dict()
    units = Utf16(result.document.source)

    def counted(row: Mapping[str, Any]) -> dict[str, Any]:
        return {**row, "start": units(row["start"]), "end": units(row["end"])}

    return {
        **data,
        "length": units(data["length"]),
        **{name: [counted(row) for row in data[name]] for name in (layer.name for layer in (*LAYERS, OTHERS))},
    }
