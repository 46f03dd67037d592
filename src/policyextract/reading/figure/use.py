"""What a figure is for in its clause: to measure, or as a source, condition, cap, grant, threshold, rate or count."""

from collections.abc import Callable
from functools import partial

from policyextract import lexicon
from policyextract.number.units import measure_words
from policyextract.reading.figure.context import GOAL, HELD, Context
from policyextract.reading.figure.described import WHOLE, is_at_work, is_whole
from policyextract.reading.figure.governor import first_verb
from policyextract.reading.figure.standing import is_staffed
from policyextract.reading.figure.told import does
from policyextract.text.pattern import pattern
from policyextract.values import Quantity

_FROM = pattern("(?:从(?!中)|[由自])[^，。；]{0,14}$")
_CURRENT = pattern("的?[^，。；、和及]{0,8}?\\L<figure.move>[到至为]")
_INTO = pattern("[^，。；]{0,8}?[到至为成]")
_CONDITION = pattern(
    "[^，。；0-9]{0,14}扣[0-9一二两三]|[^，。；：,;:\n]{0,30}的[，；：,;:）)]|的(?:\\L<figure.those>|[^，。；]{0,8}(?:[可应按]|给予))"
)
_LIST_OF = pattern(
    f"(?:[、和或][0-9.]{{1,8}}[^，,。；;、0-9的]{{1,5}}){{1,4}}的(?!{GOAL})"
)  # 首次突破50亿元、100亿元的企业
_RELATIVE = pattern(f"的(?!{GOAL})[^，。；\\s]")
_UP_TO, _ONLY = "[^，。；：,;]{0,16}", "[^，。；：,;]{0,10}"
_CAP = pattern(
    f"最[高多长]{_UP_TO}$|至多{_UP_TO}$|上限{_UP_TO}$|封顶{_UP_TO}$|额度{_UP_TO}$"
    f"|仅[可能需]{_ONLY}$|只[可能需]{_ONLY}$|限(?<![期年]限)$"
)
_ALLOWED = pattern(f"(?:可{_UP_TO}(?:最[高多长]|至多)|(?:最[高多长]|至多)可)[^，。；：,;]{{0,6}}$")
_PERMITTED = pattern("可以?(?:再|适当)?\\L<figure.widened>[到至]?$")  # 特殊情况可延长至3年
_GRANT = pattern("\\L<figure.grant>")
_GRANTED = pattern("[^，。；]{0,10}\\L<figure.granted>")
_GIVEN = pattern("\\L<figure.granted>|\\L<figure.gives>|每[人户亩月年天日]每")
_RATE = ("×", "*", "=", "÷", "每", "按", "按照", "以", "凭", "占用", "分为")
_PORTION = pattern("\\L<figure.portion>[^，。；]{1,16}的$")
_BY = pattern("(?:^|[^一-龥]|[可应须再])按照?[^，。；0-9]{1,24}的$")  # 可按照合同金额的30%，给予
_MAY = pattern("可(?![支比用再持])[^，。；]{1,8}$")  # 可申请8万元的贷款
_OF_ALL = pattern("占[^，。；]{1,16}的$")  # 享受服务的老人占全市老人的6%
_DONE_TO = pattern("[^，。；0-9]{2,24}?\\L<figure.done-to>(?![^，。；]{0,8}\\L<figure.punished>)")
objects = partial(lexicon.select, "figure/words", "objects")
_COMPLETED = pattern("完成[^，。；0-9]{1,30}$")  # 完成河口、沙洲等8所学校的改造
_OF_LARGER = pattern("[^，,。；;、和及的0-9]{2,16}[0-9]")
_furthering = partial(lexicon.select, "figure/words", "furthers")
_WORKS = pattern("[^，,。；;]{0,30}?\\L<figure.work-noun>[，,。；;]?")
_EACH = pattern("(?<![^，,。；;])[每各][^，,。；;]{1,12}\\L<figure.assigns>$")
_INVOLVED = pattern("\\L<figure.involves>(?![^，。；]*的$)")
_TIMES_OVER = pattern("先后|已经?$")
_ARRANGED = pattern("(?:的?\\L<figure.amount-noun>)?(?:进行|统一)?\\L<figure.arranged>(?!\\L<figure.granted>)")
_BY_RATE = pattern("按照?[^，。；]{0,24}(?<!每)$")
_REST = frozenset(("剩余", "剩下"))  # 剩余11个村全部退出
_MEMBERS = frozenset(("人", "名"))
_MEASURING = frozenset(("state", "move", "bound"))
_OF_COUNTED = pattern("的[^，。；0-9]{2,20}?[0-9]{1,6}[个座处所家条项栋台套口片宗块]")
_ONLY_ABOUT = pattern("[共总]?(?:面积)?(?:约为?|大约)")
_OF_GOAL = pattern("\\L<figure.goal-noun>[（(][^（()）]{0,40}$")  # 占年度目标（30亿元）的80%
_BASE_OF = pattern("的[0-9.]{1,6}[%％]")
_BRACKETED = pattern("[（(]\\L<figure.altogether>?$")
_RANKS = frozenset(("级", "分", "岁", "周岁"))
_TALKED_OF = pattern("\\L<figure.asked-of>")
_GENERIC = frozenset(("个", "项", "大", "种", "类", "级", "点", "层", "档", "环", "方面"))
_OF_AGE = pattern("寿命")
_GROUPS = pattern("[^，。；、的]{0,8}?\\L<figure.workers>(?![一-龥])")  # 组织三个检查组
_SMALL = 10


def _source(at: Context) -> bool:
    if not at.tail:
        return False
    return bool((_FROM.search(at.clause) and _INTO.match(at.tail)) or _CURRENT.match(at.tail))


def _condition(at: Context) -> bool:
    if not at.tail:
        return False
    if (
        _CONDITION.match(at.tail)
        or (at.measured and _LIST_OF.match(at.tail))
        or (at.bounded and not at.share and _RELATIVE.match(at.tail))
    ):
        return True
    shared = at.share and (at.verb.start == 0 or (at.verb.kind == "state" and at.verb.word[0] != "占"))
    return not shared and at.verb.kind in _MEASURING and _RELATIVE.match(at.tail) is not None


def _cap(at: Context) -> bool:
    most = _is_money(at) and at.quantity.low is None and at.verb.kind != "move"
    if most and _GIVEN.search(at.clause):  # 补贴不超过1500元; 提供5万元以下贷款
        return True
    if at.measured:
        return "可" in at.clause and (_ALLOWED.search(at.clause) or _PERMITTED.search(at.clause)) is not None
    return _CAP.search(at.clause) is not None


def _is_money(at: Context) -> bool:
    return not at.share and (not at.quantity.unit or at.quantity.unit.endswith("元"))


def is_arranged(at: Context) -> bool:
    """Whether so much is what something is done by: ``按不低于10%的比例抽查``, ``按每人3元的标准安排资金``."""
    return _ARRANGED.match(at.tail) is not None and _BY_RATE.search(at.clause) is not None


def _grant(at: Context) -> bool:
    if _is_money(at) and at.verb.kind == "act" and not at.final and _MAY.search(at.clause):
        return True
    if at.measured or at.verb.kind == "act" or (at.share and _OF_ALL.search(at.clause)):
        return False
    if is_served(at) or is_arranged(at):
        return False
    return at.verb.kind == "grant" or bool(_GRANT.search(at.clause) or _GRANTED.match(at.tail))


def is_served(at: Context) -> bool:
    """Whether so many are granted something, and none is what they are granted: ``资助200名学生``."""
    counted = at.quantity.low is not None and at.quantity.unit in measure_words()
    granted = at.verb.kind == "grant" and at.verb.adjacent and len(at.verb.word) > 1
    return granted and counted and at.quantity.unit not in HELD and not at.final


def _threshold(at: Context) -> bool:
    if is_size(at) or _is_round(at) or _of_one(at):
        return True
    if at.final or at.share or not (at.bounded or at.verb.kind == "bound") or is_arranged(at):
        return False
    if at.bounded and _OF_LARGER.match(at.tail):  # 新建30户以上村民小组道路5公里
        return True
    about = at.quantity.approximate and at.quantity.low == at.quantity.high
    return not about and at.quantity.unit not in measure_words()


def _of_one(at: Context) -> bool:
    """Whether a figure says how large what is counted behind it is: ``108亩的新型大棚1个``."""
    return _is_measured(at.quantity) and not at.share and _OF_COUNTED.match(at.tail) is not None


def _is_round(at: Context) -> bool:
    """Whether a figure is a round size that names a kind: ``千亩示范基地``, ``百亿元产业``."""
    exact = at.quantity.low == at.quantity.high
    return at.round and exact and not (at.final or at.share or at.measured) and _is_measured(at.quantity)


def is_size(at: Context) -> bool:
    """Whether a figure says how large each of those is that a figure counts right before: ``2个500亩以上示范片``."""
    beside = at.listed and (not at.head or (at.tail.startswith("的") and first_verb(at.head).kind != "act"))
    return beside and not at.final and not at.share and _is_measured(at.quantity)


def _is_measured(quantity: Quantity) -> bool:
    return bool(quantity.unit) and quantity.unit not in measure_words()


def _rate(at: Context) -> bool:
    if at.share and _BY.search(at.clause):
        return True
    return at.head.endswith(_RATE) and not _ARRANGED.match(at.tail)


def _aside(at: Context) -> bool:
    """``（10分）``, ``（共130项）``, ``贸易便利化方面3项：``, the size in ``项目50个，约6万平方米``."""
    if _BASE_OF.match(at.tail):  # 占年度计划 + 43公里 + 的64.2%
        return True
    if not at.listed and at.quantity.approximate and _ONLY_ABOUT.fullmatch(at.clause) and _is_measured(at.quantity):
        return True
    if of_goal(at):
        return True
    bracketed = at.tail.startswith(("）", ")")) and _BRACKETED.search(at.clause) is not None
    return bracketed or at.clause.endswith("方面")


def of_goal(at: Context) -> bool:
    """Whether a figure is the goal in brackets that another is compared with: ``占年度目标（30亿元）的80%``."""
    return ("（" in at.clause or "(" in at.clause) and _OF_GOAL.search(at.clause) is not None


def _ranked(at: Context) -> bool:
    return at.quantity.unit in _RANKS and not at.measured and not _OF_AGE.search(at.head)


def _small(at: Context) -> bool:
    """``三个重点``, ``两种资源``: a small Chinese count of what is not made (as ``建成六座`` is)."""
    if not at.han:
        return False
    low, high = at.quantity.low, at.quantity.high
    made = at.verb.kind == "act" and at.verb.adjacent and not _TALKED_OF.fullmatch(at.verb.word)
    if made and _GROUPS.match(at.tail):
        return False
    if made and at.quantity.unit not in _GENERIC:
        return False
    listed = at.quantity.unit in _GENERIC and "、" in at.clause
    return (listed or not at.final) and not at.bounded and low == high and low is not None and 1 < low < _SMALL


def _attended(at: Context) -> bool:
    if (at.verb.word == "对" and _DONE_TO.search(at.tail)) or (
        at.verb.word in objects() and _COMPLETED.search(at.head)
    ):
        return False
    if (at.final and _INVOLVED.match(at.clause)) or (at.verb.word == "组成" and at.quantity.unit in _MEMBERS):
        return True
    if at.verb.word in _REST and does(at.tail):
        return True
    if is_staffed(at):
        return False
    if at.verb.word in _furthering() and _WORKS.fullmatch(at.tail):  # 推进30项工程, but 推动30个项目开工
        return True
    if ("每" in at.clause or "各" in at.clause) and _EACH.search(at.clause):  # 每村明确1名联络员
        return False
    if at.verb.kind != "attend" or (at.share and (_PORTION.search(at.clause) if at.final else at.verb.word == "在")):
        return False
    return not (at.quantity.unit == "次" and _TIMES_OVER.search(at.head)) and not _ARRANGED.match(at.tail)


OTHERS: tuple[tuple[str, Callable[[Context], bool]], ...] = (
    ("source", _source),
    ("condition", _condition),
    ("cap", _cap),
    ("grant", _grant),
    ("threshold", _threshold),
    ("rate", _rate),
    ("aside", _aside),
    ("rank", _ranked),
    ("small", _small),
    ("attended", _attended),
    ("at-work", is_at_work),
    (WHOLE, is_whole),
)
"""Why a figure neither promises nor reports, by name; the first that applies decides."""
