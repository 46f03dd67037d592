"""Conditions: what must be so before a rule applies, as ``缴费满1年的，`` or the items of ``有下列情形之一的：``."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.marks.passage.genre import grants
from policyextract.marks.segment import layout
from policyextract.text.document import Document
from policyextract.text.pattern import pattern
from policyextract.values import TimeKind

_CONDITION = pattern(
    "的[，,、；;：:。]?$|的\\L<timing.condition-behind>|\\L<timing.condition-bound>(?<!规模以上)(?<!限额以上)[^，,。；;]{0,12}的[一-龥]{2,14}[，,]?$|的[一-龥]{2,8}[有共][0-9]"
)
_ELIGIBLE = pattern("[对凡]在?$")
_INCLUDED = pattern("[（(]含$"), pattern("[（(](?:不?含|包括)")
_LASTED, _DUE = (
    pattern("(?<!不)(?<!不得)(?:超过|满|达到?)\\Z"),
    pattern("[，,]?(?:\\L<marks.modal>|可)"),
)  # 连续驾驶超过4小时应当
_LISTED = pattern("\\L<timing.listed>\\L<timing.any>?\\L<timing.item>[^。\n]{0,40}[：:]\\s*(?:\n|[（(]?[一1])")
_DUTY = pattern("\\L<timing.duty>")
_STATE = pattern("均?\\L<timing.state-opens>")
_STANDARD = pattern("的?(?!时间)[^\\W使将把对按]{2,14}?标准(?=[,，。；;、]|\\L<timing.paid-out>)")
_STOCK = pattern("的?[^，,。；;0-9]{0,8}\\L<timing.stock>")
_DISTANCE = pattern("距离?[^，,。；;]{2,16}$")
_APPLIED = pattern(
    "申[请报](?:之?[日月])?[以之]?前[近最连续]{0,2}[0-9一二三四五六七八九十两半]{1,3}个?[年月周工日天][^前]{0,4}\\Z"
)
_CALLED = pattern("(?:[的之]|关键性?|\\L<timing.decisive>)\\Z")
_PER = pattern("每\\L<timing.per>[^，,。；;]{0,6}\\Z")
_REACHED = pattern("(?:以上|达到[^，,。；;]{1,16}|超过[^，,。；;]{1,16}|满[^，,。；;]{1,16})[，,]\\Z")
_GRANTED = pattern("[，,][再可]?\\L<timing.granted>")
_CLOSED = pattern("[，,。；;！!、\n”]|\\Z|里|中")
_FARTHEST = 800


@cache
def _whose() -> "re.Pattern[str]":
    holders = lexicon.alternation(lexicon.select("timing/cues", "holder"))
    return pattern(f"[^，,。；;]{{1,20}}的{holders}(?:[，,、可按应]|给予)")


def is_condition(before: str, behind: str, kind: TimeKind) -> bool:
    """Whether a time of that kind between two stretches of its clause belongs to a condition.

    >>> is_condition("缴费满", "的，", TimeKind.DURATION), is_condition("", "完成验收，", TimeKind.DURATION)
    (True, False)
    """
    if _ELIGIBLE.search(before) or _whose().match(behind):
        return True
    if kind is TimeKind.DURATION and _LASTED.search(before) and _DUE.match(behind):
        return True
    if kind is TimeKind.DURATION and (_INCLUDED[0].search(before) or _INCLUDED[1].match(behind)):
        return True
    found = _CONDITION.search(behind.rstrip())
    return found is not None and (kind is not TimeKind.EVENT or found[0].startswith("的"))


def is_case(words: str, behind: str) -> bool:
    """Whether what is so at the moment of an act describes a case: ``申请时未被列入``, ``审查时均已年满60周岁``.

    >>> is_case("申请时", "未被列入异常名录；"), is_case("申请时", "应当出示证件。")
    (True, False)
    """
    return words.endswith(("时", "前", "当月")) and _STATE.match(behind) is not None


def is_threshold(document: Document, start: int, clause: str) -> bool:
    """Whether a clause says what has to be reached in a time for a grant: ``一年内到账1000万美元以上，给予50万元奖励``.

    >>> document = Document.plain("一年内到账1000万美元以上，给予50万元奖励。")
    >>> is_threshold(document, 0, "到账1000万美元以上，"), is_threshold(document, 0, "给予50万元奖励。")
    (True, False)
    """
    if not _REACHED.search(clause):
        return False
    return (
        grants(document)
        and _GRANTED.search(document.text, start, layout(document).statements.bounds(start)[1]) is not None
    )


def is_measure(words: str, before: str, behind: str) -> bool:
    """Whether a length measures an amount or a distance, or the time before an application.

    >>> is_measure("3个月", "不超过", "最低生活保障标准。"), is_measure("五年以内", "距退休年龄", "的人员")
    (True, True)
    >>> is_measure("申请日前12个月内", "应发生在", "。"), is_measure("3个月", "", "完成验收。")
    (True, False)
    """
    if _STOCK.match(behind) and not words.endswith("内"):  # 10天 + 的救灾物资
        return True
    if _STANDARD.match(behind) or _DISTANCE.search(before):
        return True
    return _APPLIED.search(before + words) is not None


def is_per(before: str, words: str) -> bool:
    """Whether a length is the unit by which something is counted: ``每多缴1年``, ``每满三年``.

    >>> is_per("每多缴纳", "1年"), is_per("每年完成", "1年")
    (True, False)
    """
    return words.endswith(("年", "月", "天", "日")) and _PER.search(before) is not None


@cache
def _of_policy() -> "re.Pattern[str]":
    nouns = lexicon.alternation(lexicon.select("timing/cues", "attribute"))
    return pattern(f"[”」]?的?(?![为是])[^，,。；;\\W的]{{0,6}}?{nouns}")


def is_characterised(before: str, behind: str, words: str) -> bool:
    """Whether a length is the noun of what it is called, and none is set: ``是关键五年。``, ``一年一度``.

    >>> is_characterised("是决战决胜的", "。", "三年"), is_characterised("用", "时间完成", "三年")
    (True, False)
    """
    if words.endswith("一度") or (
        words[0] not in "每按逐" and _of_policy().match(behind)
    ):  # 一年一度的节会, 240小时过境免签
        return True
    return words.endswith("年") and _CALLED.search(before) is not None and _CLOSED.match(behind) is not None


def is_listed_condition(document: Document, position: int) -> bool:
    """Whether a position lies in an item of a list of conditions, which sets no duty itself.

    >>> document = Document.plain("有下列情形之一的，终止合作：\\n（一）擅自关停；\\n（二）连续3个月无人就餐。")
    >>> is_listed_condition(document, 32)
    True
    """
    text, first = document.text, max(0, position - _FARTHEST)
    colon = max(text.rfind("：", first, position), text.rfind(":", first, position))
    if colon < 0 or text.find("。", colon, position) >= 0:
        return False
    start, stop = layout(document).statements.bounds(position)
    if _DUTY.search(text, max(start, colon), min(stop, position + _FARTHEST)):
        return False
    return _LISTED.search(text, max(0, colon - 60), position) is not None
