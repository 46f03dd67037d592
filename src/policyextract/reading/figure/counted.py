"""Counts without a verb that a list has: what the clause does is said of them, unless they only describe."""

from policyextract.number.units import measure_words
from policyextract.reading.figure import indicator
from policyextract.reading.figure.context import Context
from policyextract.reading.figure.masked import BLANK
from policyextract.reading.figure.told import is_measured
from policyextract.text.pattern import pattern

_DESCRIBES = pattern("方面|\\L<figure.goal>{1,2}[，。；、,;]?$|为(?!民)|[^，。；、]{1,8}?的")
_GOVERNED = pattern(f"的{BLANK}*$|(?<![相绝结配校])对[^，。；]*$|[将把][^，。；]*$")
_GROUP = pattern("[^，。；、的]{0,8}?(?:\\L<figure.workers>|委员会)")  # 15人评审组
_SHORT_VERB = pattern("[^，。、和与及或的0-9]{1,3}[^，。、和与及或的0-9为是有在]")
_AT_LEAST = pattern("(?:至少|最少)有$|有(?:至少|最少|不少于)$")
_EACH_HAS = pattern("[每各][^，。；的]{1,20}\\L<figure.each-has>$")


def describes(tail: str) -> bool:
    """Whether what is counted only says whose or what sort something is: ``个镇的负责人``, ``个方面的工作``.

    >>> describes("乡镇的负责人参加"), describes("乡镇参加")
    (True, False)
    """
    return _DESCRIBES.match(tail) is not None


def counted(at: Context, reports: bool) -> bool:
    """Whether so many do, or have done to them, what the clause reports: ``组成6个小组``, ``7名干部挂职锻炼``.

    A clause that asks has to open with a short word that can but be the verb (``选择填报2个志愿``), or to say what each
    has (``每镇设有1个站``). A count in an attribute, behind a preposition, as a base or beside another figure that
    measures it describes.
    """
    if at.share or at.bounded or at.quantity.unit not in measure_words() or is_measured(at.tail):
        return False
    if each_has(at):
        return True
    if describes(at.tail) or (at.quantity.unit == "人" and _GROUP.match(at.tail)) or _GOVERNED.search(at.names[1]):
        return False
    return reports or _takes(at) or _is_floor(at)


def each_has(at: Context) -> bool:
    """Whether so many are what each is to have: ``每镇设有1个站``, ``每镇配2台``."""
    return not at.share and _EACH_HAS.search(at.clause) is not None


def _is_floor(at: Context) -> bool:
    """Whether at least so many are to be or do something: ``每县至少有1所医院具备救治能力``."""
    return at.quantity.low is not None and at.quantity.high is None and _AT_LEAST.search(at.head) is not None


def _takes(at: Context) -> bool:
    if at.han or at.listed or at.verb.kind == "bound":
        return False
    return _SHORT_VERB.fullmatch(indicator.opened(at.names[1])) is not None
