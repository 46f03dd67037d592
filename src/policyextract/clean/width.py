"""Full-width digits, letters and number signs to half width; Chinese punctuation stays as it is."""

import re
from collections.abc import Iterator

from policyextract.offsets import Edit

_FULL = re.compile(r"[０-９Ａ-Ｚａ-ｚ％＋－～]+|(?<=[0-9０-９])[．，](?=[0-9０-９])")


def width(text: str) -> Iterator[Edit]:
    """Edits that make full-width digits, letters and signs half-width, one character for one.

    A full-width point or comma is touched only between digits.

    >>> [edit.replacement for edit in width("增长６．５％，完成ＡＢ")]
    ['6', '.', '5%', 'AB']
    """
    for match in _FULL.finditer(text):
        half = "".join(chr(ord(char) - 0xFEE0) for char in match.group())
        yield Edit(match.start(), match.end(), half)
