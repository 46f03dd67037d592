"""The words of the lexicon ``duty/words`` by kind, as patterns."""

from policyextract import lexicon

NOUN = "(?![求点素件害义领用急届收]|(?<=应)[对变有]|(?<=并)[联行网购轨])"
"""Not followed by what would make a modal a part of another word: ``要求``, ``应对``, ``并联``."""


def any_of(*kinds: str) -> str:
    """A pattern that matches any of the words of some kinds.

    >>> len(any_of("ask")) == len("(?:必须|应当|务必|要)")
    True
    """
    return lexicon.alternation(tuple(word for kind in kinds for word in lexicon.select("duty/words", kind)))
