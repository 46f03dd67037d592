"""The part that a time has in its clause: a limit for what is to be done, or a reference."""

import datetime as dt
import re
from functools import cache

from policyextract import calendar, lexicon
from policyextract.document import Document, Find, shared
from policyextract.grammar.eligibility import is_condition, is_listed_condition
from policyextract.grammar.frame import Frame, frames, period
from policyextract.grammar.genre import rules
from policyextract.grammar.heading import heading
from policyextract.grammar.stated_date import day_of
from policyextract.grammar.tense import cues
from policyextract.grammar.time import times
from policyextract.pattern import pattern
from policyextract.segment import layout
from policyextract.values import Time, TimeBound, TimeKind, TimeRole, Timing

_REACH = 200
_HALF_YEAR = 180
_IN_FORCE = pattern(
    "[^，,。；;]{0,6}(?:施行|生效|废止|失效|执行[。；;\n]|实施[。；;\n])|[^，,。；;]{0,12}(?:同时)?废止"
)
_THIS_RULE = pattern("本[一-龥]{2,8}自$")
_FORCE = pattern("(?:正式)?(?:施行|实施|执行|生效)")
_WHOLE_YEAR = pattern("[0-9]{4}年|[去前上今]年|上一?年度?")
_NAMES_PLAN = pattern(
    "(?<=[0-9]年)[^，,。；;、的]{0,10}?(?:计划|规划|方案|预算|决算|要点|清单|名单)(?=[，,。；;、》的中]|$)"
)
_ISSUED = pattern(
    "[^，,。；;）)]{0,16}(?:通过|印发|发布|公布|颁布|修订|修正|签发|公告|出台)(?![^，,。；;]{0,4}(?:率|前|后))(?:[》《）)，,、。；;的]|$)"
)
_LABEL = pattern(
    "(?:发布|发表|抓取|成文|印发|生成|公布|实施|失效|生效|到期|施行|更新|签发|出台)(?:日期|时间)[：:]?$|有效期(?:限)?(?:为|至|到)?$|》[（(【]?$"
)
_BARE_PLAN = pattern('[”"」]?(?:开好局|开局|起好步|起步|良好开局|实现良好)')
_AGO = ("来", "至今")
_BEFORE_NOW = ("今天", "今日", "近", "过去", "最近", "此前", "当年", "上年", "上一年", "去年", "前年")
_AMOUNT = pattern("[0-9](?:%|[亿万个项家件次人户公亩吨元])")
_FIGURE = pattern("[0-9]")
_DUTY = pattern("(?<![主重纲摘简概必])要(?!素|求|点|目|览)|确保|力争|务必|必须|应当|应[于在]|须|拟|将|预期目标")


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
    if _is_past(time, day_of(document)) and not _is_of_each_year(document, find):
        return True
    if find.rule == "time.plan" and _is_past_plan(document, time):
        return True
    if _LABEL.search(before) or _puts_into_force(text[find.start : find.stop], before, behind):
        return True
    words = text[find.start : find.stop]
    if words.endswith(_AGO) or words.startswith(_BEFORE_NOW) or _cues("before").search(before):
        return True
    if time.kind is not TimeKind.RECURRENCE and is_condition(before, behind, time.kind):
        return True
    if time.bound in (TimeBound.AT, TimeBound.WITHIN) and _cues("behind").match(behind):
        return True
    if is_listed_condition(document, find.start):
        return True
    if _is_described(document, find, before + behind):
        return True
    if time.kind is TimeKind.DATE:
        return _is_of_standing_rule(document, find) or _is_dated(document, find, before, behind)
    if time.kind is not TimeKind.DURATION or time.bound is not TimeBound.AT:
        return False
    return behind.startswith("累计") or bool(_cues("clause").search(behind))


def _is_described(document: Document, find: Find, words: str) -> bool:
    """Whether the passage looks back or describes, and nothing is asked for: ``目前标准为每月70元``."""
    time: Time = find.value
    if time.bound is TimeBound.BY or _DUTY.search(words) or rules(document) or _is_ahead(time, day_of(document)):
        return False
    begin, stop = layout(document).statements.bounds(find.start)
    said = cues(document, begin, stop)
    if any(cue.kind != "past" for cue in said):
        return False
    told = any(cue.word not in _states() for cue in said)
    if frames(document).at(find.start) is Frame.REVIEW:
        return told or time.bound is TimeBound.AT
    if time.kind is TimeKind.DATE:
        return False
    return told or _is_general(document.text[begin:stop])


def _is_general(statement: str) -> bool:
    """Whether a statement says how things are: ``历来多雨，平均雨期30天``."""
    return bool(_cues("general").search(statement)) and not _cues("task").search(statement)


def _is_ahead(time: Time, today: dt.date | None) -> bool:
    """Whether a date has not begun by the day of the text."""
    return time.kind is TimeKind.DATE and today is not None and (time.earliest is None or time.earliest > today)


@cache
def _states() -> frozenset[str]:
    return frozenset(lexicon.select("timing-cues", "state"))


def _follows_rhythm(document: Document, find: Find) -> bool:
    """Whether a rhythm of years stands before a time in its sentence: ``每年4月底前报送，5月底前清算``."""
    begin = layout(document).sentences.bounds(find.start)[0]
    return document.text.find("每年", begin, find.start) >= 0


def _is_of_each_year(document: Document, find: Find) -> bool:
    """Whether a date is one of each year, since it names no year itself."""
    return _follows_rhythm(document, find) and not _WHOLE_YEAR.search(document.text, find.start, find.stop)


def _is_of_standing_rule(document: Document, find: Find) -> bool:
    """Whether a year is one that a rhythm counts from: ``每年8月将次年资金纳入预算``."""
    named = document.text[find.start : find.stop].endswith(("年", "年度"))
    return named and find.value.bound is TimeBound.AT and _follows_rhythm(document, find)


def _puts_into_force(words: str, before: str, behind: str) -> bool:
    """Whether a date is that of an entry into force: ``自2021年5月1日起施行``; what is done after an act is none."""
    if _IN_FORCE.match(behind):
        return not words.endswith("后")
    return bool(_THIS_RULE.search(before) and _FORCE.match(behind))


def _is_past(time: Time, today: dt.date | None) -> bool:
    """Whether the time lies before the day of the text; one single day, also where it is that day."""
    if today is None or time.latest is None:
        return False
    return time.latest < today or (time.earliest == time.latest == today and time.bound is TimeBound.AT)


def _is_past_plan(document: Document, time: Time) -> bool:
    """Whether a five-year plan has ended by the plan under way, which an undated text shows too."""
    under_way = calendar.plan(period(document))
    return bool(under_way and time.latest and time.latest < under_way.first)


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


def _is_dated(document: Document, find: Find, before: str, behind: str) -> bool:
    """Whether a date dates something: a heading, an issue, what has happened, the first of two figures compared."""
    time: Time = find.value
    if find.rule == "time.plan" and _BARE_PLAN.match(behind):
        return True
    if time.bound is TimeBound.AT and _NAMES_PLAN.match(document.text, find.stop) and not before.endswith("完成"):
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
    undated = today is None and time.earliest is not None and time.bound is TimeBound.AT and find.rule != "time.plan"
    return _is_year_to_date(time, today) or (undated and document.text[find.start].isdecimal())


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
