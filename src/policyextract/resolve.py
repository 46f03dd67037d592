"""What to do where mentions overlap: policies, each a function from mentions to mentions."""

from collections.abc import Callable, Iterable
from typing import Any

from policyextract.text.span import Mention

Policy = Callable[[Iterable[Mention[Any]]], list[Mention[Any]]]


def _in_order(mentions: Iterable[Mention[Any]]) -> list[Mention[Any]]:
    return sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.stop))


def keep(mentions: Iterable[Mention[Any]]) -> list[Mention[Any]]:
    """Keep all, in the order of the text. The layers of policy text overlap rightly: a figure may also be a time."""
    return _in_order(mentions)


def longest(mentions: Iterable[Mention[Any]]) -> list[Mention[Any]]:
    """Of mentions that overlap keep the longest; of equally long ones, the first.

    >>> from policyextract.text.span import Span
    >>> found = [Mention(Span(0, 2), "增长", "a"), Mention(Span(0, 4), "增长6%", "b"), Mention(Span(6, 8), "以上", "a")]
    >>> [mention.value for mention in longest(found)]
    ['增长6%', '以上']
    """
    ranked = sorted(mentions, key=lambda mention: (-len(mention.span), mention.span.start))
    taken: set[int] = set()
    kept = []
    for mention in ranked:
        places = range(mention.span.start, mention.span.stop)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(mention)
    return _in_order(kept)


def leftmost(mentions: Iterable[Mention[Any]]) -> list[Mention[Any]]:
    """Of mentions that overlap keep the one that begins first; of those that begin together, the longest.

    >>> from policyextract.text.span import Span
    >>> found = [Mention(Span(0, 3), "a", "a"), Mention(Span(2, 9), "b", "b")]
    >>> [mention.value for mention in leftmost(found)]
    ['a']
    """
    kept: list[Mention[Any]] = []
    for mention in _in_order(mentions):
        if not kept or mention.span.start >= kept[-1].span.stop:
            kept.append(mention)
    return kept


POLICIES: tuple[Policy, ...] = (keep, longest, leftmost)
"""The policies of the library."""
