"""One name for one indicator: ``GDP``, ``国内生产总值``, ``地区生产总值增速``, ``经济增长``."""

import re
from functools import cache
from typing import NamedTuple

from attrs import frozen

from policyextract import lexicon
from policyextract.indicator.standard import standard_indicator
from policyextract.text.pattern import pattern
from policyextract.values import Change

_NOTE = pattern(r"[（(][^（()）]*[）)]|[\s“”\"'《》]")


@frozen
class Indicator:
    """An indicator under the name by which two documents are compared.

    Attributes:
        name: the standard name, or the name of the text without scope and words of change.
        better: ``up`` or ``down`` where the indicator is known and wanted in that direction, else empty.
        change: what its words say of the figure (``涨幅3%`` is an increase), or ``None``.
    """

    name: str
    better: str = ""
    change: Change | None = None


class _Shapes(NamedTuple):
    """The patterns for what stands around a name."""

    product: "re.Pattern[str]"
    before: "re.Pattern[str]"
    after: "re.Pattern[str]"
    rise: "re.Pattern[str]"
    fall: "re.Pattern[str]"


@cache
def _shapes() -> _Shapes:
    def words(*kinds: str) -> str:
        return lexicon.alternation(tuple(word for kind in kinds for word in lexicon.select("indicator/words", kind)))

    return _Shapes(
        product=pattern(f"{words('place')}生产总值|GDP"),
        before=pattern(f"{words('place', 'span', 'measure', 'rise', 'fall')}+"),
        after=pattern(f"{words('manner', 'measure', 'rise', 'fall')}{{1,4}}\\Z"),
        rise=pattern(words("rise")),
        fall=pattern(words("fall")),
    )


def _bare(name: str) -> tuple[str, str]:
    """A name without brackets, quotation marks, scope and words of change; and those that stood after it."""
    shapes = _shapes()
    name = shapes.product.sub("生产总值", _NOTE.sub("", name)).replace("的", "")
    match = shapes.before.match(name)
    name = name[match.end() :] if match and match.end() < len(name) else name
    core = shapes.after.sub("", name) or name
    return core, name[len(core) :]


def standard(name: str) -> Indicator:
    """The indicator that a name stands for: a standard one, or the name itself without what stands around it.

    >>> standard("地区生产总值增速").name, standard("GDP").name, standard("城镇调查失业率").better
    ('生产总值', '生产总值', 'down')
    >>> standard("居民消费价格涨幅").change
    <Change.INCREASE: 'increase'>
    >>> standard("“四上”企业")
    Indicator(name='四上企业', better='', change=None)
    """
    known = standard_indicator(name)
    if known.name:
        return Indicator(known.name, known.better, known.change)
    bare, rest = _bare(name)
    if _shapes().rise.search(rest):
        return Indicator(bare, change=Change.INCREASE)
    return Indicator(bare, change=Change.DECREASE if _shapes().fall.search(rest) else None)


def is_generic(name: str) -> bool:
    """Whether a name names no indicator by itself: ``目标``, ``总量``."""
    return name in lexicon.select("indicator/words", "generic")


def resembles(one: str, other: str) -> bool:
    """Whether two names may mean the same indicator: one has all characters of the other, in order, and its end.

    >>> resembles("制造业企业加计扣除比例", "制造业企业研发费用加计扣除比例"), resembles("普惠贷款", "普惠贷款户数")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or short[-2:] != long[-2:]:
        return False
    rest = iter(long)
    return all(char in rest for char in short)
