"""One name for one indicator: ``GDP``, ``国内生产总值``, ``地区生产总值增速``, ``经济增长``."""

import re
from functools import cache

from attrs import frozen

from policyextract import lexicon
from policyextract.pattern import pattern

_NOTE = pattern(r"[（(][^（()）]*[）)]|[\s“”\"'《》]")


@frozen
class Indicator:
    """An indicator under the name by which two documents are compared.

    Attributes:
        name: the standard name, or the name of the text without scope and words of change.
        better: ``up`` or ``down`` where the indicator is known and wanted in that direction, else empty.
    """

    name: str
    better: str = ""


@cache
def _shapes() -> tuple["re.Pattern[str]", "re.Pattern[str]", "re.Pattern[str]"]:
    """The gross product under its names, what may stand before a name, and what may stand after it."""
    place, span, measure, manner = (
        lexicon.alternation(lexicon.select("indicator_words", kind)) for kind in ("place", "span", "measure", "manner")
    )
    return (
        re.compile(f"{place}生产总值|GDP"),
        re.compile(f"(?:{place}|{span})+"),
        re.compile(f"(?:{manner}|{measure}){{1,4}}\\Z"),
    )


@cache
def _standards() -> dict[str, Indicator]:
    table = {}
    for name, better, synonyms in lexicon.rows("indicators"):
        indicator = Indicator(name, better)
        for word in (name, *filter(None, synonyms.split("、"))):
            table[_bare(word)] = indicator
    return table


def _bare(name: str) -> str:
    """A name without brackets, quotation marks, scope and words of change."""
    product, before, after = _shapes()
    name = product.sub("生产总值", _NOTE.sub("", name)).replace("的", "")
    match = before.match(name)
    name = name[match.end() :] if match and match.end() < len(name) else name
    return after.sub("", name) or name


def standard(name: str) -> Indicator:
    """The indicator that a name stands for.

    >>> standard("地区生产总值增速"), standard("GDP").name, standard("城镇调查失业率").better
    (Indicator(name='生产总值', better='up'), '生产总值', 'down')
    >>> standard("“四上”企业")
    Indicator(name='四上企业', better='')
    """
    bare = _bare(name)
    return _standards().get(bare) or Indicator(bare)


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
