"""What a figure is compared with: 高于全省平均水平0.5个百分点, 比计划超过1亿元, 不低于低保标准的1.5倍."""

import re
from functools import cache, partial

from policyextract import lexicon
from policyextract.grammar.quantity.bound import THAN
from policyextract.lexicon import alternation, select
from policyextract.reading.figure.governor import Governor
from policyextract.text.pattern import pattern

_BASE = "(?P<base>[^，。；：、,;0-9%]{2,20})"
_AGAINST = pattern("(?:(?<![占对类评])比(?![例重值率])|较)[^，。；：、,;]{1,20}$")
_ADJECTIVES, _LOW = frozenset("高低快慢多少大小"), frozenset("低慢少小")
_SHARES = frozenset(("倍", "%", "‰", "成", ""))
_CAPPED = pattern("\\L<figure.capped>")
_points = partial(lexicon.select, "figure/words", "point")
_COMPARABLE = pattern("\\L<figure.comparable>$")
_NO_BASE = pattern("^[占的了在到约近]|\\L<figure.no-base>$")


@cache
def _over() -> "re.Pattern[str]":
    """A word that sets one thing over or under another, and that other."""
    words = {change: alternation(select("figure/comparisons", change)) for change in ("increase", "decrease")}
    return pattern(
        f"(?<!不)(?<!不得)(?<!赶)(?<!反)(?:(?P<increase>{words['increase']})|(?P<decrease>{words['decrease']})){_BASE}$"
    )


@cache
def _of() -> "re.Pattern[str]":
    """A word that names the state to reach, and that of which the figure is so many times or so great a part."""
    words = alternation((*select("figure/governors", "state"), "相当于"))
    return pattern(f"(?P<word>(?<!占)(?:{words}))(?<![占至到有]){_BASE}的$")


def difference(head: str, unit: str) -> Governor | None:
    """The comparison that ends a clause before a figure which says by how much: its word governs the figure.

    >>> difference("居民收入增速高于全省平均水平", "百分点")[:3], difference("培育行业领先企业", "家")
    (('move', 'increase', '高于'), None)
    """
    found = _over().search(head)
    if found is None or _NO_BASE.search(found["base"]):
        return None
    if unit not in _points() and not _COMPARABLE.search(found["base"]):
        return None
    change = "increase" if found["increase"] else "decrease"
    return Governor("move", change, str(found[change]), found.start(), len(head), True)


def against(head: str, verb: Governor) -> Governor | None:
    """The comparison that an adjective closes: ``覆盖率比全国高``.

    >>> from policyextract.reading.figure.governor import governor
    >>> against("覆盖率比全国高", governor("覆盖率比全国高"))[:4]
    ('move', 'increase', '高', 3)
    """
    found = _AGAINST.search(head, 0, verb.start) if verb.word in _ADJECTIVES else None
    change = "decrease" if verb.word in _LOW else "increase"
    return verb._replace(kind="move", change=change, start=found.start()) if found else None


def portion(head: str, unit: str) -> Governor | None:
    """The word that governs a multiple or a part of something else.

    >>> portion("供养标准不低于低保标准的", "倍")[:3], portion("对低保标准的", "倍")
    (('state', 'level', '不低于'), None)
    """
    found = _of().search(head) if unit in _SHARES and head.endswith("的") and not _CAPPED.search(head) else None
    return Governor("state", "level", found["word"], found.start(), len(head), True) if found else None


def is_excess(clause: str) -> bool:
    """Whether a clause up to 超过 compares, so that what follows is how much more: ``比上年超过``.

    >>> is_excess("税收比上年"), is_excess("占比")
    (True, False)
    """
    return THAN.search(clause) is not None
