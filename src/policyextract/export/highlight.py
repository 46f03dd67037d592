"""The source cut where a find begins or ends, so that each of several finds can be shown over all that it covers."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from attrs import frozen

from policyextract.found import Found
from policyextract.layers import LAYERS, OTHERS
from policyextract.text.span import Mention


@frozen
class Piece:
    """A stretch of the source over which the same finds lie.

    Attributes:
        start: its first code point in the source.
        text: its characters.
        mentions: the finds over it, the shortest first.
        opens: the finds that begin with it.
    """

    start: int
    text: str
    mentions: tuple[Mention[Any], ...]
    opens: tuple[Mention[Any], ...]


def pieces(source: str, mentions: Sequence[Mention[Any]]) -> Iterator[Piece]:
    """The whole source, piece by piece.

    >>> from policyextract.text.span import Span
    >>> found = [Mention(Span(2, 6), "达到30次", "a"), Mention(Span(4, 6), "30", "b")]
    >>> [(piece.text, len(piece.mentions)) for piece in pieces("数量达到30次。", found)]
    [('数量', 0), ('达到', 1), ('30', 2), ('次。', 0)]
    """
    waiting = sorted(mentions, key=lambda mention: mention.span.start, reverse=True)
    cuts = sorted({0, len(source), *(end for m in mentions for end in (m.span.start, m.span.stop))})
    over: list[Mention[Any]] = []
    for start, stop in pairwise(cuts):
        over = [mention for mention in over if mention.span.stop > start]
        opens = []
        while waiting and waiting[-1].span.start == start:
            opens.append(waiting.pop())
        over = sorted([*over, *opens], key=lambda mention: len(mention.span))
        yield Piece(start, source[start:stop], tuple(over), tuple(opens))


def found(result: Found) -> list[Mention[Any]]:
    """Every find of a result that covers at least one character."""
    return [mention for layer in (*LAYERS, OTHERS) for mention in getattr(result, layer.name) if len(mention.span)]
