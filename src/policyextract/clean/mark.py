"""Marks that nobody sees, and the many ways to end a line."""

from collections.abc import Iterator

from policyextract.text.offsets import Edit
from policyextract.text.pattern import pattern

_MARK = (
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"  # soft hyphens, joiners, direction
    "\x00-\x08\x0e-\x1f\x7f\r\x0b\x0c\x85\u2028\u2029]"
)
_MARKS = pattern(f"{_MARK}{_MARK}*+")
_LINE_END = pattern("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def mark(text: str) -> Iterator[Edit]:
    r"""Edits that take invisible characters out, and leave one way to end a line: ``\\n``.

    >>> from policyextract.text.offsets import apply
    >>> source = "达到\u200b30次\r\n。\f\x00"
    >>> apply(source, mark(source))
    '达到30次\n。\n'
    """
    for match in _MARKS.finditer(text):
        found = match.group()
        after = text[match.end() : match.end() + 1]
        ends = _LINE_END.findall(found)
        kept = len(ends) - (bool(ends) and after == "\n" and found[-1] == "\r")
        yield Edit(match.start(), match.end(), "\n" * kept)
