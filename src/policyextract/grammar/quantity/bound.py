"""The words that bound a figure: 不低于, 以上, 左右, 最高…; which side, and whether the end itself is in."""

import re
from functools import cache, partial
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.quantity.ending import Endings
from policyextract.lexicon import alternation, rows
from policyextract.text.pattern import pattern


class Bound(NamedTuple):
    """What a bound word says.

    Attributes:
        side: ``low``, ``high``, or ``about``.
        open: whether the figure itself is left out.
    """

    side: str
    open: bool


@cache
def _words(reach: str) -> dict[str, Bound]:
    return {row[0]: Bound(row[1], row[2] == "open") for row in rows("quantity/bounds") if row[3] == reach}


@cache
def _before() -> dict[str, Bound]:
    return {**_words("next"), **_words("far")}


@cache
def _endings() -> Endings:
    return Endings(_before())


@cache
def _after() -> "re.Pattern[str]":
    choices = alternation(tuple(_words("after")))
    return pattern(
        f"(?:[（(](?P<bracket>不?含)[^）)]{{0,6}}[）)])?(?P<word>{choices}(?!(?<=内)[部容外在陆蒙地涵需设生]))?"
    )


@cache
def _starts() -> frozenset[str]:
    return frozenset(word[0] for word in _words("after")) | {"（", "("}


@cache
def _far() -> "re.Pattern[str]":
    return pattern(f'(?P<word>{alternation(tuple(_words("far")))})(?!{_SUPERLATIVE})[^0-9，。；：,;“”"]{{0,16}}$')


@cache
def _far_starts() -> frozenset[str]:
    return frozenset(word[0] for word in _words("far"))


_SUPERLATIVE = "\\L<quantity.superlative>"


_THROUGH = pattern("(?P<word>\\L<quantity.at-least>)[^0-9，。；：、,;]{1,16}(?<!\\L<quantity.level-word>)$")
_FALSE = pattern("\\L<quantity.no-bound>")
_LINKS = frozenset("为在至到了达")
_exceeding = partial(lexicon.select, "quantity/words", "exceeds")
THAN = pattern(
    "(?:(?<![占对类评同])比(?![例重值率])|较(?![好大高低快]))[^，。；：,;]{0,29}[^，。；：,;长加降升高减少涨幅率]$"
)
"""By how much something is more than another: no lower bound."""


def after(text: str, position: int) -> tuple[Bound | None, str, int]:
    """The bound word after a figure; ``含``, ``不含`` or nothing from a bracket before it; and where it stops."""
    if text[position : position + 1] not in _starts():
        return None, "", position
    match = _after().match(text, position)
    assert match is not None  # the pattern matches the empty string too
    word = match["word"]
    return (_words("after")[word] if word else None), match["bracket"] or "", match.end()


def before(text: str, position: int) -> Bound | None:
    """The bound word before a figure that begins at ``position``.

    >>> before("给予最高500万元", 4), before("不低于100亿元", 3), before("节约10%", 2)
    (Bound(side='high', open=False), Bound(side='low', open=False), None)
    """
    end, word = position, _endings().longest(text, position)
    if not word and text[position - 1 : position] in _LINKS:
        end, word = position - 1, _endings().longest(text, position - 1)
    if word in _exceeding() and THAN.search(text, max(end - 32, 0), end - len(word)):
        return None
    if word:
        return None if _FALSE.match(text, max(end - 2, 0), end) else _before()[word]
    window = text[max(position - 24, 0) : position]
    if "不" in window:
        through = _THROUGH.search(window)
        if through:
            return _words("next")[through["word"]]
    if not _far_starts().isdisjoint(window):
        match = _far().search(window)
        return _words("far")[match["word"]] if match else None
    return None


@cache
def bound_words() -> tuple[str, ...]:
    """The bound words that stand right before a figure and set a floor or a ceiling."""
    return tuple(word for word, bound in _before().items() if bound.side != "about")


def bounding() -> str:
    """A pattern of :func:`bound_words`.

    >>> re.search(bounding(), "公示时间不少于7日")[0]
    '不少于'
    """
    return alternation(bound_words())


def is_bound(words: str) -> bool:
    """Whether words are nothing, or one bound word that stands before a figure.

    >>> is_bound("不低于"), is_bound(""), is_bound("增长")
    (True, True, False)
    """
    return not words or words.rstrip("为在至到") in _before()
