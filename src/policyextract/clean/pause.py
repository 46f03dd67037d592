"""Half-width commas, colons and semicolons in running text."""

from collections.abc import Iterator

from policyextract.text.offsets import Edit
from policyextract.text.pattern import pattern

_BESIDE = "(?:(?<=[一-鿿”》）)%].)|(?=[一-鿿“《（(]))"
_FULL = tuple((pattern(f"{half}{_BESIDE}"), full) for half, full in ((",", "，"), (";", "；"), (":", "：")))


def pause(text: str) -> Iterator[Edit]:
    """The edit that makes each half-width comma, colon and semicolon beside a Chinese character full-width.

    It is one for the whole text, since such a text has many.

    >>> [edit.replacement for edit in pause("投资1,500万元,8:30开工;责任单位:市水务局")]
    ['投资1,500万元，8:30开工；责任单位：市水务局']
    """
    usual = text
    for half, full in _FULL:
        usual = half.sub(full, usual)
    if usual != text:
        yield Edit(0, len(text), usual)
