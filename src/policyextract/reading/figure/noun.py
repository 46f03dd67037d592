"""Nouns that are measured: 失业率, 产量; and what the members of a list share."""

from functools import cache

from policyextract.lexicon import select


def is_measure(phrase: str) -> bool:
    """Whether a phrase ends in a noun that is measured, so that a figure behind it needs no verb.

    >>> is_measure("城镇调查失业率"), is_measure("市级重点项目")
    (True, False)
    """
    return phrase.endswith(measures())


def measure_noun(phrase: str) -> str:
    """The longest noun that is measured at the end of a phrase, or nothing.

    >>> measure_noun("油料产量"), measure_noun("示范园区")
    ('产量', '')
    """
    return max((noun for noun in measures() if phrase.endswith(noun)), key=len, default="")


def head_noun(phrase: str) -> str:
    """The longest noun at the end of a phrase that the members of a list share.

    >>> head_noun("锂电池出口"), head_noun("油料产量")
    ('出口', '产量')
    """
    heads = (*measures(), *select("figure/indicator_edges", "head"))
    return max((noun for noun in heads if phrase.endswith(noun)), key=len, default="")


@cache
def measures() -> tuple[str, ...]:
    """The nouns that are measured."""
    return select("figure/indicator_edges", "noun")
