"""The part that a time has in its clause: a limit for what is to be done, or a reference."""

import datetime as dt
import re
from functools import cache

from policyextract import lexicon
from policyextract.document import Document, Find, shared
from policyextract.grammar.heading import heading
from policyextract.grammar.stated_date import day_of
from policyextract.grammar.time import times
from policyextract.pattern import pattern
from policyextract.segment import layout
from policyextract.values import Time, TimeBound, TimeKind, TimeRole, Timing

_REACH = 200
_HALF_YEAR = 180
_IN_FORCE = pattern(
    "[^，,。；;]{0,6}(?:施行|生效|废止|失效|执行[。；;\n]|实施[。；;\n])|[^，,。；;]{0,12}(?:同时)?废止"
)
_ISSUED = pattern(
    "[^，,。；;）)]{0,16}(?:通过|印发|发布|公布|颁布|修订|修正|签发|公告|出台)(?![^，,。；;]{0,4}(?:率|前|后))(?:[》《）)，,、。；;的]|$)"
)
_LABEL = pattern(
    "(?:发布|发表|抓取|成文|印发|生成|公布|实施|失效|生效|到期|施行|更新|签发|出台)(?:日期|时间)[：:]?$|有效期(?:限)?(?:为|至|到)?$"
)
_CONDITION = pattern(
    "的[，,、；;：:]?$|的(?:支付|给予|奖励|按|可|应|部分)|(?:超过|达到|不低于|不少于|以上)[^，,。；;]{0,12}的[一-龥]{2,14}[，,]?$"
)
_WHOSE = pattern(
    "[^，,。；;]{1,20}的(?:项目|企业|单位|机构|组织|家庭|人员|职工|学生|毕业生|个人|车辆|产品|主体)(?:[，,、]|给予|可|按|应)"
)
_ELIGIBLE = pattern("(?:对|凡)在?$")
_BARE_PLAN = pattern('[”"」]?(?:开好局|开局|起好步|起步|良好开局|实现良好)')
_AGO = ("来", "至今")
_BEFORE_NOW = ("近", "过去", "最近", "此前", "当年", "上年", "上一年", "去年", "前年")
_AMOUNT = pattern("[0-9](?:%|[亿万个项家件次人户公亩吨元])")
_FIGURE = pattern("[0-9]")
_DUTY = pattern("要(?!素|求|点|目|览)|确保|力争|务必|必须|应当|拟|将|预期目标")


@cache
def _cues(place: str) -> "re.Pattern[str]":
    words = lexicon.alternation(lexicon.select("timing-cues", place))
    if place == "before":
        return re.compile(f"{words}$")
    return re.compile(words if place == "behind" else f"(?<![为除到不])了(?!解|如|不|结)|{words}")


def _is_reference(document: Document, find: Find) -> bool:
    time: Time = find.value
    text = document.text
    clause, end = layout(document).clauses.bounds(find.start)
    before, behind = text[max(clause, find.start - 24) : find.start], text[find.stop : min(end, find.stop + _REACH)]
    if _is_past(time, day_of(document)) or _LABEL.search(before) or _IN_FORCE.match(behind):
        return True
    words = text[find.start : find.stop]
    if words.endswith(_AGO) or words.startswith(_BEFORE_NOW) or _cues("before").search(before):
        return True
    if time.kind is not TimeKind.RECURRENCE and _is_condition(time, before, behind):
        return True
    if time.bound in (TimeBound.AT, TimeBound.WITHIN) and _cues("behind").match(behind):
        return True
    if time.kind is TimeKind.DATE:
        return _is_dated(document, find, before, behind)
    if time.kind is not TimeKind.DURATION or time.bound is not TimeBound.AT:
        return False
    return behind.startswith("累计") or bool(_cues("clause").search(behind))


def _is_past(time: Time, today: dt.date | None) -> bool:
    """Whether the time lies before the day of the text; one single day, also where it is that day."""
    if today is None or time.latest is None:
        return False
    return time.latest < today or (time.earliest == time.latest == today and time.bound is TimeBound.AT)


def _in_heading(document: Document, find: Find) -> bool:
    """Whether the time stands in a heading, and not in a short line that sets a task: ``年内完成40项``."""
    if document.text[find.stop - 1] == "内":
        return False
    found = heading(document, find.start, find.stop)
    if found is None:
        return False
    words = found.words.replace(document.text[find.start : find.stop], "")
    return not (_DUTY.search(words) or _AMOUNT.search(words))


def _is_year_to_date(time: Time, today: dt.date | None) -> bool:
    """Whether the months run from January to the month of the text: ``1-4月``, of which the text reports."""
    first, last = time.earliest, time.latest
    if today is None or first is None or last is None or (first.month, first.day) != (1, 1) or last.month < 2:
        return False
    return (last.year, last.month) == (today.year, today.month) and last.month not in (6, 12)


def _is_long_begun(time: Time, today: dt.date | None, behind: str) -> bool:
    begun = time.earliest is not None and today is not None and (today - time.earliest).days > _HALF_YEAR
    return begun and not _DUTY.search(behind)


def _is_condition(time: Time, before: str, behind: str) -> bool:
    """Whether the time belongs to a condition of eligibility: ``缴费满1年的，``, ``对政策有效期内获评…的企业``."""
    if _ELIGIBLE.search(before):
        return True
    if _WHOSE.match(behind):
        return True
    found = _CONDITION.search(behind.rstrip())
    return found is not None and (time.kind is not TimeKind.EVENT or found[0].startswith("的"))


def _is_dated(document: Document, find: Find, before: str, behind: str) -> bool:
    """Whether a date dates something: a heading, an issue, what has happened, the first of two figures compared."""
    time: Time = find.value
    if find.rule == "time.plan" and _BARE_PLAN.match(behind):
        return True
    if _ISSUED.match(behind) or (time.bound is TimeBound.AT and before.endswith("从")):
        return True
    if time.bound is TimeBound.BY:
        return False
    if _in_heading(document, find):
        return True
    if time.bound is TimeBound.FROM:
        return document.text[find.stop - 1] == "来" or _is_long_begun(time, day_of(document), behind)
    if not _DUTY.search(before + behind) and _is_statistic(document, find, behind):
        return True
    return _is_told(document, find, before, behind)


def _is_statistic(document: Document, find: Find, behind: str) -> bool:
    """Whether a date without a word of duty beside it belongs to a figure or a name: ``2021年度决算``, ``1-4月``."""
    time: Time = find.value
    today = day_of(document)
    named = time.bound is TimeBound.AT and document.text.startswith("年度", find.stop - 2)
    if named and not behind.startswith(("，", ",")):
        return True
    return _is_year_to_date(time, today) or (today is None and time.earliest is not None)


def _is_told(document: Document, find: Find, before: str, behind: str) -> bool:
    """Whether the clause of a date tells what was or is; a date set off by a comma dates its whole sentence."""
    begin, stop = layout(document).sentences.bounds(find.start)
    rest = document.text[find.stop : min(stop, find.stop + _REACH)]
    if behind in ("，", ","):
        return bool(_cues("clause").search(rest)) and not _DUTY.search(rest)
    if _cues("clause").search(behind) or _cues("clause").search(before):
        return True
    lead = document.text[max(begin, find.start - _REACH) : find.start]
    return not (_cues("task").search(rest) or _cues("task").search(lead) or _FIGURE.search(rest))


@shared
def timings(document: Document) -> tuple[Find, ...]:
    """The times of a document with their roles, in the order of the text.

    >>> document = Document.plain("去年完成投资30亿元，今年确保完成40亿元，每季度调度一次。")
    >>> for find in timings(document):
    ...     print(document.text[find.start:find.stop], find.value.role.value)
    去年 reference
    今年 limit
    每季度 limit
    """
    return tuple(
        find._replace(value=Timing(find.value, TimeRole.REFERENCE if _is_reference(document, find) else TimeRole.LIMIT))
        for find in times(document)
    )
