"""What a report tells of a figure: who received, what was done to so many, what so many did or reached."""

from fractions import Fraction

from policyextract import lexicon
from policyextract.number.units import measure_words
from policyextract.reading.figure.context import Context
from policyextract.reading.figure.governor import predicate
from policyextract.text.pattern import pattern

_PEOPLE = frozenset(("人", "名", "户", "人次", "家"))
_OPENING = pattern("\\L<figure.count-opening>*")
_RECEIVED = pattern("[^，。；的]{1,14}?\\L<figure.received>")
_RATED = pattern("每[人户亩头月年日天床生吨件公里]|\\L<figure.rated>|最[高低多]|以上$")
_DID_TO = pattern(
    "[^，。；0-9]{2,24}?(?:、[0-9]{1,6}[^，。；0-9]{2,12}){0,4}\\L<figure.done-to>了"
)  # 对14个乡镇、3个林场开展了
_HANDLED, _NAMED = pattern("[对将把]"), frozenset("等共")
_NO_SUBJECT, _MEASURES = pattern("^以|^部门|^单位|[的由被对按将把为、]"), pattern("[^、（(〔0-9]*[0-9]")
_SHORT = pattern("[^，,。；;0-9]{2,16}?\\L<figure.short-of>[0-9]")
_TAKEN, _TAKES_ON = frozenset(("人", "名")), pattern("(?<![被每])\\L<figure.takes-on>[^，。；的]{0,16}$")
_SOME = 10


def does(tail: str) -> bool:
    """Whether what is counted is said to do or reach something itself (``个镇入选``); not what a figure measures.

    >>> does("项目竣工"), does("项目完成投资3亿元"), does("部门印发")
    (True, False, False)
    """
    verb = predicate(tail)
    return verb > 0 and _NO_SUBJECT.search(tail, 0, verb) is None and not is_measured(tail)


def falls_short(tail: str) -> bool:
    """Whether so many are said to be beneath or beyond a mark: ``县佩标率不到70%``."""
    return _SHORT.match(tail) is not None


def is_measured(tail: str) -> bool:
    """Whether another figure measures those that are counted: ``12个项目完成投资3亿元``."""
    verb = predicate(tail)
    return verb >= 0 and _MEASURES.match(tail, verb) is not None


def takes_on(at: Context) -> bool:
    """Whether an announcement says how many it takes on: ``公开招聘护士40名``."""
    people = at.quantity.unit in _TAKEN and at.quantity.low == at.quantity.high and not at.bounded
    return people and _TAKES_ON.search(at.clause) is not None


def received(at: Context) -> bool:
    """Whether so many people are said to have what they have, which no clause asks for: ``1290名老人享受补贴``."""
    counted = at.quantity.unit in _PEOPLE and at.quantity.low == at.quantity.high and (at.quantity.low or 0) >= _SOME
    return counted and _OPENING.fullmatch(at.clause) is not None and _RECEIVED.match(at.tail) is not None


def worked_out(at: Context) -> bool:
    """Whether a share without a verb is as exact as none is aimed at: ``回访率38.96%``, but not ``达到38.96%``."""
    low = at.quantity.low
    exact = at.quantity.unit == "%" and low is not None and low == at.quantity.high and Fraction(low) * 10 % 1 != 0
    return exact and not at.verb.kind


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
    return _RATED.search(at.clause) is None and not at.tail.startswith(lexicon.select("figure/words", "standard-noun"))
