"""Figures that describe what they stand with: its size and its plan, who goes about it, the whole that a part is of."""

from functools import partial

from policyextract import lexicon
from policyextract.number.units import measure_words
from policyextract.reading.figure.context import Context
from policyextract.reading.figure.governor import first_verb
from policyextract.text.pattern import pattern

_ABOUT = "(?:约为?|[共近达是为]|大约|一般在?)?"
_EXTENT = pattern(
    "(?P<before>[^，,。；;：:0-9]{0,20}?)"
    f"(?:\\L<figure.designed-by>?总?\\L<figure.extent>|(?<=[省市州县区旗镇乡村域])总面积){_ABOUT}$"
)
_COST = pattern("(?:总投资额?|投资总额|[概估]算(?:总?投资)?)(?:约为?|为)?$")
_DESIGNED = pattern(
    f"[^，,。；;：:0-9]{{0,20}}\\L<figure.works-noun>[拟将]?\\L<figure.designed>[^，,。；;：:0-9]{{0,8}}{_ABOUT}$"
)
_DISTANT = pattern("[^，。；]{0,12}距离?[^，。；0-9]{1,12}$")  # 距省会180公里
_WORKERS = pattern("[^，,。；;：:的0-9]{0,8}?\\L<figure.workers>")
_GOES_ON = pattern("[^，,。；;：:]{0,6}?\\L<figure.going-on>")
_WHOLE, _HAS = pattern("[^，,。；;]{2,30}中[，,]?$"), pattern("[^，,。；;的0-9]{1,12}?有[0-9]")

_lengths = partial(lexicon.select, "figure/words", "length-unit")
_NO_VERB = frozenset(("", "bound"))

EXTENT, WHOLE = "extent", "whole"


def is_cost(at: Context) -> bool:
    """Whether a figure is what a work costs, which is an aim where it is planned: ``概算投资1480万元``."""
    return at.quantity.unit.endswith("元") and _COST.search(at.clause) is not None


def is_extent(at: Context, decided: str) -> bool:
    """Whether a figure says how large something is or is planned to be.

    ``规划总用地面积800亩，总投资30亿元``, ``占地300平方米，养鸡900只``, ``项目设置床位500张``.

    Args:
        at: the figure in its clause.
        decided: what decided on the figure before it in its sentence: a description goes on until a verb comes.
    """
    if at.share or not at.final:
        return False
    if decided == EXTENT and at.verb.kind in _NO_VERB and not first_verb(at.head).word:
        return True
    if _DESIGNED.match(at.clause) or (at.quantity.unit in _lengths() and _DISTANT.match(at.clause)):
        return True
    extent = None if at.listed else _EXTENT.match(at.clause)
    return extent is not None and not first_verb(extent["before"]).word


def is_at_work(at: Context) -> bool:
    """Whether so many groups go about their work, which tells of no success: ``80个检查组继续开展检查``."""
    counted = not at.clause and at.quantity.unit in measure_words()
    workers = _WORKERS.match(at.tail) if counted else None
    return workers is not None and _GOES_ON.match(at.tail, workers.end()) is not None


def is_whole(at: Context) -> bool:
    """Whether it is the whole that a part is counted of: ``全县30个水库中，有28个达标``, ``9个区有16个镇受旱``."""
    return not at.share and bool(_WHOLE.fullmatch(at.tail) or _HAS.match(at.tail))
