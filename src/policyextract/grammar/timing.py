"""The part that a time has in its clause: a limit for what is to be done, or a reference."""

import re
from functools import cache

from policyextract.document import Document, Find, shared
from policyextract.grammar.stated_date import day_of
from policyextract.grammar.time import times
from policyextract.segment import layout, outline
from policyextract.values import Time, TimeBound, TimeKind, TimeRole, Timing

_IN_FORCE = re.compile("[^，,。；;]{0,6}(?:施行|生效|废止|失效|执行[。；;\n]|实施[。；;\n])")
_ISSUED = re.compile("[^，,。；;）)]{0,12}(?:通过|印发|发布|公布|颁布|修订|修正|签发|公告|成立|召开的|出台的)")
_LABEL = re.compile("(?:日期|时间|有效期|有效期限|有效期为|有效期至|任期|试行期|截至|截止到?)[：:为至]?$")
_PAST = re.compile("(?<![为除到])了(?!解|如|结)|已经?(?!婚)|取得|曾|同比|情况|以来|圆满|成功实现|累计(?!不)|仍|面临|刚才|不再|旺季")
_ELIGIBLE_BEFORE = re.compile("(?:满|连续|累计|不足|超过|近|届满|年龄|不少于|不低于|至少|逾|未满|对[^，。；]{0,10}|凡[^，。；]{0,10})$")
_DUTY = re.compile("要|应|须|确保|力争|争取|务必|必须|完成|实现|推进|加快|目标|将|拟|计划|启动|全面|努力|抓好|做好|建成|不得|可")
_BARE_PLAN = re.compile("[”\"」]?(?:开好局|开局|起好步|起步|良好开局)")
_CLAUSE_END = re.compile("的[，,、；;]?$")
_ATTRIBUTE = re.compile("[^，,。；;、：:]{0,24}?的(?=[一-龥])")
_LINE = 40


def _is_heading(document: Document, find: Find) -> bool:
    """Whether the time stands in a title: of a point of the outline, or in a line that no sign ends."""
    text = document.text
    begin, stop = text.rfind("\n", 0, find.start) + 1, text.find("\n", find.stop)
    stop = len(text) if stop < 0 else stop
    if stop - begin <= _LINE and text[stop - 1] not in "。；;！!？?，,：:、":
        return True
    point = outline(document).at(find.start)
    if point is None or not point.title[0] <= find.start < point.title[1]:
        return False
    title = text[point.title[0] : point.title[1]]
    return not _DUTY.search(title) and "，" not in title and "," not in title


def _is_past(document: Document, time: Time) -> bool:
    reference = day_of(document)
    return bool(time.latest and reference and time.latest < reference)


def _role(document: Document, find: Find) -> TimeRole:
    time: Time = find.value
    text = document.text
    begin, stop = layout(document).clauses.bounds(find.start)
    before, behind = text[max(begin, find.start - 24) : find.start], text[find.stop : max(find.stop, stop)]
    if _is_reference(document, find, time, before, behind):
        return TimeRole.REFERENCE
    return TimeRole.LIMIT


def _is_reference(document: Document, find: Find, time: Time, before: str, behind: str) -> bool:
    if _is_past(document, time) or _LABEL.search(before) or _IN_FORCE.match(behind):
        return True
    words = document.text[find.start : find.stop]
    if words.endswith(("来", "至今")) or words.startswith(("近", "过去", "最近", "此前", "当年", "上年", "去年")):
        return True
    if time.kind is not TimeKind.RECURRENCE and _is_condition(time, before, behind):
        return True
    if time.kind is TimeKind.DATE:
        return _dates(document, find, time, before, behind)
    return False


def _is_condition(time: Time, before: str, behind: str) -> bool:
    """Whether the time belongs to a condition of eligibility: ``缴费满1年的，``, ``对政策有效期内获评…的企业``."""
    if time.kind is TimeKind.DURATION and re.search("(?:满|连续|累计|不足|未满|后续)$", before):
        return True
    return bool(_CLAUSE_END.search(behind.rstrip()) or re.search("对在?$", before))


def _dates(document: Document, find: Find, time: Time, before: str, behind: str) -> bool:
    if find.rule == "time.plan" and _BARE_PLAN.match(behind):
        return True
    if time.bound in (TimeBound.BY, TimeBound.WITHIN) and not _is_heading(document, find):
        return False
    return bool(
        behind.startswith(("是", "为"))
        or _PAST.search(behind)
        or _PAST.search(before)
        or _is_heading(document, find)
    )


@shared
def timings(document: Document) -> tuple[Find, ...]:
    """The times of a document with their roles."""
    return tuple(
        Find(find.start, find.stop, Timing(find.value, _role(document, find)), find.rule) for find in times(document)
    )
