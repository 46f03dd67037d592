"""A figure in its clause, and what shows in it alone: whether it closes its phrase, is a share, is a rhythm."""

from typing import NamedTuple

from policyextract.reading.figure.governor import Governor
from policyextract.text.pattern import pattern
from policyextract.values import Quantity

GOAL = "\\L<figure.goal-kind>{0,2}\\L<figure.goal>"
HELD = frozenset("次期场轮遍")
_ASIDE = "[（(][^）)]{0,60}(?:$|[）)](?:[\\s，。；、：,;:]|$))"
CLOSED = pattern("\\L<figure.closes>(?![^，,。；;]*的)")  # 新增绿地5公顷达到标准
FINAL = pattern(
    f"[\\s，。；、：！？,;:!?）)0-9]|$|后[，,。；;]|{_ASIDE}|[和及与或并]|新?\\L<figure.mark-noun>|的{GOAL}"
)
AIMED = pattern(GOAL)
_RHYTHM = pattern("每(?:[0-9一两二三四五六半]{0,2}个?)\\L<figure.rhythm>[^，。；：,;]{0,12}$")
_OFFERED = pattern("\\L<figure.offered>")


class Context(NamedTuple):
    """A figure in its clause.

    Attributes:
        clause: the clause up to the figure.
        head: the same from the end of the figure before it on.
        names: both with their times blanked, for the names in them.
        tail: the clause after the figure and its bound word, empty where a sign closes it there.
        final: whether the figure closes its phrase.
        bounded: whether a bound word follows it.
        han: whether it is written in Chinese numerals.
        round: whether it begins with a multiplier (``千亩``).
        listed: whether another figure stands before it in the clause.
        sourced: whether the figure before it in the clause is what it changes from.
        measured: whether a verb of measure stands right before the figure.
        share: whether the figure is a part of what it stands before: ``一半项目``, ``30%的企业``.
    """

    quantity: Quantity
    clause: str
    head: str
    names: tuple[str, str]
    tail: str
    verb: Governor
    final: bool
    bounded: bool
    han: bool
    round: bool
    sourced: bool
    listed: bool
    measured: bool
    share: bool


def is_share(quantity: Quantity) -> bool:
    """Whether a quantity is a part of something: ``一半``, ``30%``."""
    return quantity.unit == "%" or (not quantity.unit and (quantity.low or quantity.high or 0) < 1)


def rhythm(at: Context) -> bool:
    """Whether the figure is how often something is to be done: a target even in a standing rule."""
    return at.quantity.unit in HELD and bool(_RHYTHM.search(at.clause)) and not _OFFERED.search(at.clause)
