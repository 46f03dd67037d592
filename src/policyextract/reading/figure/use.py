"""What a figure is for in its clause: to measure, or as a source, condition, cap, grant, threshold, rate or count."""

from collections.abc import Callable
from typing import NamedTuple

from policyextract.number.units import measure_words
from policyextract.reading.figure.governor import Governor, first_verb, predicate
from policyextract.text.pattern import pattern
from policyextract.values import Quantity

_FROM = pattern("(?:从(?!中)|由|自)[^，。；]{0,14}$")
_CURRENT = pattern("的?[^，。；、和及]{0,8}?\\L<figure.move>(?:到|至|为)")
_INTO = pattern("[^，。；]{0,8}?(?:到|至|为|成)")
_GOAL = "\\L<figure.goal-kind>{0,2}\\L<figure.goal>"
_CONDITION = pattern(
    "[^，。；0-9]{0,14}扣[0-9一二两三]|[^，。；：,;:\n]{0,30}的[，；：,;:）)]|的(?:部分|企业|项目|单位|人员|个人|机构|[^，。；]{0,8}(?:可|应|给予|按))"
)
_RELATIVE = pattern(f"的(?!{_GOAL})[^，。；\\s]")
_UP_TO, _ONLY = "[^，。；：,;]{0,16}", "[^，。；：,;]{0,10}"
_CAP = pattern(
    f"最[高多长]{_UP_TO}$|至多{_UP_TO}$|上限{_UP_TO}$|封顶{_UP_TO}$|额度{_UP_TO}$"
    f"|仅[可能需]{_ONLY}$|只[可能需]{_ONLY}$|限(?<![期年]限)$"
)
_ALLOWED = pattern(f"(?:可{_UP_TO}(?:最[高多长]|至多)|(?:最[高多长]|至多)可)[^，。；：,;]{{0,6}}$")
_PEOPLE = frozenset(("人", "名", "户", "人次", "家"))
_OPENING = pattern("\\L<figure.count-opening>*")
_RECEIVED = pattern("[^，。；的]{1,14}?\\L<figure.received>")
_RATED = pattern("每[人户亩头月年日天床生吨件公里]|人均|户均|最[高低多]|标准|按|一次性|上限|限额|不超过|以上$")
_GRANT = pattern("\\L<figure.grant>")
_GRANTED = pattern("[^，。；]{0,10}\\L<figure.granted>")
_RATE = ("×", "*", "=", "÷", "每", "按", "按照", "以", "凭", "占用", "分为")
_PORTION = pattern("\\L<figure.portion>[^，。；]{1,16}的$")
_DONE_TO = pattern("[^，。；0-9]{2,24}?\\L<figure.done-to>(?![^，。；]{0,8}(?:补|奖|处罚|公示|了))")
_DID_TO = pattern("[^，。；0-9]{2,24}?\\L<figure.did-to>了")
OBJECTS, _COMPLETED = (
    frozenset(("对", "等", "明确", "确定")),
    pattern("完成[^，。；0-9]{1,30}$"),
)  # 完成河口、沙洲等8所学校的改造
_OF_LARGER = pattern("[^，,。；;、和及的0-9]{2,16}[0-9]")
_FURTHERING = frozenset(("推进", "推动"))
_WORKS = pattern("[^，,。；;]{0,30}?(?:工程|项目|任务|工作|改革|行动|实事)[，,。；;]?")
_EACH = pattern("(?:^|[，,。；;])(?:每|各)[^，,。；;]{1,12}(?:明确|确定|指定|安排)$")
_HANDLED, _NAMED = pattern("[对将把]"), frozenset("等共")
_NO_SUBJECT, _MEASURES = pattern("^以|^部门|^单位|[的由被对按将把为、]"), pattern("[^、（(〔0-9]*[0-9]")
_INVOLVED = pattern("(?:涉及|包括|包含)(?![^，。；]*的$)")
_TIMES_OVER = pattern("先后|已经?$")
_ARRANGED = pattern("\\L<figure.arranged>")
_RHYTHM = pattern("每(?:[0-9一两二三四五六半]{0,2}个?)\\L<figure.rhythm>[^，。；：,;]{0,12}$")
_OFFERED = pattern("\\L<figure.offered>")
_MEASURING = frozenset(("state", "move", "bound"))
_OF_COUNTED = pattern("的[^，。；0-9]{2,20}?[0-9]{1,6}(?:个|座|处|所|家|条|项|栋|台|套|口|片|宗|块)")
_ONLY_ABOUT = pattern("(?:共|总)?(?:面积)?(?:约为?|大约)")
_OF_GOAL = pattern("(?:目标|计划|任务|指标)[（(][^（()）]{0,40}$")  # 占年度目标（30亿元）的80%
_BRACKETED = pattern("[（(](?:共|约|共计|合计)?$")
_RANKS = frozenset(("级", "分", "岁", "周岁"))
_GENERIC = frozenset(("个", "项", "大", "种", "类", "级", "点", "层", "档", "环", "方面"))
_OF_AGE = pattern("寿命")
_SMALL = 10
HELD = frozenset("次期场轮")
_ASIDE = "[（(][^）)]{0,60}(?:$|[）)](?:[\\s，。；、：,;:]|$))"
CLOSED = pattern("(?:用于|达到|投向|惠及|覆盖(?!面|率))(?![^，,。；;]*的)")  # 新增绿地5公顷达到标准
FINAL = pattern(f"[\\s，。；、：！？,;:!?）)0-9]|$|后[，,。；;]|{_ASIDE}|[和及与或并]|新?(?:台阶|大关|关口)|的?{_GOAL}")


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


def does(tail: str) -> bool:
    """Whether what is counted is said to do or reach something itself (``个镇入选``); not what a figure measures.

    >>> does("项目竣工"), does("项目完成投资3亿元"), does("部门印发")
    (True, False, False)
    """
    verb = predicate(tail)
    return verb > 0 and _NO_SUBJECT.search(tail, 0, verb) is None and not is_measured(tail)


def is_measured(tail: str) -> bool:
    """Whether another figure measures those that are counted: ``12个项目完成投资3亿元``."""
    verb = predicate(tail)
    return verb >= 0 and _MEASURES.match(tail, verb) is not None


def is_share(quantity: Quantity) -> bool:
    """Whether a quantity is a part of something: ``一半``, ``30%``."""
    return quantity.unit == "%" or (not quantity.unit and (quantity.low or quantity.high or 0) < 1)


def _source(at: Context) -> bool:
    if not at.tail:
        return False
    return bool((_FROM.search(at.clause) and _INTO.match(at.tail)) or _CURRENT.match(at.tail))


def _condition(at: Context) -> bool:
    if not at.tail:
        return False
    if _CONDITION.match(at.tail):
        return True
    shared = at.share and (at.verb.start == 0 or (at.verb.kind == "state" and at.verb.word[0] != "占"))
    return not shared and at.verb.kind in _MEASURING and _RELATIVE.match(at.tail) is not None


def _cap(at: Context) -> bool:
    if at.measured:
        return "可" in at.clause and _ALLOWED.search(at.clause) is not None
    return _CAP.search(at.clause) is not None


def _grant(at: Context) -> bool:
    if at.measured or at.verb.kind == "act":
        return False
    return at.verb.kind == "grant" or bool(_GRANT.search(at.clause) or _GRANTED.match(at.tail))


def _threshold(at: Context) -> bool:
    if is_size(at) or _is_round(at) or _of_one(at):
        return True
    if at.final or at.share or not (at.bounded or at.verb.kind == "bound"):
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
    return at.head.endswith(_RATE) and not _ARRANGED.match(at.tail)


def _aside(at: Context) -> bool:
    """``（10分）``, ``（共130项）``, ``贸易便利化方面3项：``, the size in ``项目50个，约6万平方米``."""
    if not at.listed and at.quantity.approximate and _ONLY_ABOUT.fullmatch(at.clause) and _is_measured(at.quantity):
        return True
    if of_goal(at):
        return True
    bracketed = at.tail.startswith(("）", ")")) and _BRACKETED.search(at.clause) is not None
    return bracketed or at.clause.endswith("方面")


def of_goal(at: Context) -> bool:
    """Whether a figure is the goal in brackets that another is compared with: ``占年度目标（30亿元）的80%``."""
    return _OF_GOAL.search(at.clause) is not None


def received(at: Context) -> bool:
    """Whether so many people are said to have what they have, which no clause asks for: ``1290名老人享受补贴``."""
    counted = at.quantity.unit in _PEOPLE and at.quantity.low == at.quantity.high and (at.quantity.low or 0) >= _SMALL
    return counted and _OPENING.fullmatch(at.clause) is not None and _RECEIVED.match(at.tail) is not None


def did_to(at: Context) -> bool:
    """Whether something was done to so many: ``对3处隐患点进行了治理``."""
    return at.verb.word == "对" and _DID_TO.match(at.tail) is not None


def told(at: Context, use: str) -> bool:
    """Whether a figure that a clause reports is what was paid, to whom, or what it was about, and no rate.

    ``发放补贴96万元``, ``1290名老人享受补贴``, ``涉及教育的25件``.
    """
    if use == "attended" and at.verb.word == "对":
        return did_to(at)
    if use == "attended" and at.verb.word in _NAMED:  # 石坝、柳河等9个项目竣工, 共36项任务已全部完成
        return does(at.tail) and _HANDLED.search(at.head) is None
    if use == "attended":
        return not at.tail[:1].isalpha() and at.verb.word == "的" and at.quantity.unit in measure_words()
    return _RATED.search(at.clause) is None and not at.tail.startswith(("标准", "的标准"))


def _ranked(at: Context) -> bool:
    return at.quantity.unit in _RANKS and not at.measured and not _OF_AGE.search(at.head)


def _small(at: Context) -> bool:
    """``三个重点``, ``两种资源``: a small Chinese count of what is not made (as ``建成六座`` is)."""
    if not at.han:
        return False
    low, high = at.quantity.low, at.quantity.high
    if at.verb.kind == "act" and at.verb.adjacent and at.quantity.unit not in _GENERIC:
        return False
    listed = at.quantity.unit in _GENERIC and "、" in at.clause
    return (listed or not at.final) and not at.bounded and low == high and low is not None and 1 < low < _SMALL


def _attended(at: Context) -> bool:
    if (at.verb.word == "对" and _DONE_TO.search(at.tail)) or (at.verb.word in OBJECTS and _COMPLETED.search(at.head)):
        return False
    if at.final and _INVOLVED.match(at.clause):
        return True
    if at.verb.word in _FURTHERING and _WORKS.fullmatch(at.tail):  # 推进30项工程, but 推动30个项目开工
        return True
    if _EACH.search(at.clause):  # 每村明确1名联络员
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
)
"""Why a figure neither promises nor reports, by name; the first that applies decides."""


def rhythm(at: Context) -> bool:
    """Whether the figure is how often something is to be done: a target even in a standing rule."""
    return at.quantity.unit in HELD and bool(_RHYTHM.search(at.clause)) and not _OFFERED.search(at.clause)
