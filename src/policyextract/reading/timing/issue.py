"""Dates of documents and rules: their issue, their entry into force, the plan that is named after a year."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.marks.segment import layout
from policyextract.reading.timing.setting import Setting
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound, TimeKind

_ENDS_IN_FORCE = pattern(
    "[^，,。；;]{0,6}(?:\\L<timing.takes-force>|执行[。；;\n]|实施[。；;\n])|[^，,。；;]{0,12}(?:同时)?废止"
)
_ABOLISHES = pattern("[^，,。；;]{0,12}?\\L<timing.abolishes>")
_ABOUT = pattern("关于[^，,。；;]{0,40}\\Z")
_WORK = pattern("的?[^，,。；;的]{0,16}?\\L<timing.topic>(?![^，,。；;、和及的])")
_PLAIN_LABEL = pattern("(?:^|\\s)\\L<day.day-noun>[：:]\\s{0,3}\\Z")
_DATELINE = pattern("[讯电](?![^\\s（(）)，,：:。])")
_STAMP = pattern("[0-9]{4}[-/.][0-9]")
_FURNITURE = pattern("\\s*(?:[|｜丨\\[【\\]】<>\"']|\\Z)")
_BY_RULE = pattern("\\L<timing.by-rule>[^，,。；;]{0,10}\\Z")
_AT_STAKE = pattern("[^，,。；;]{0,16}?的?\\L<timing.at-stake>(?![^，,。；;、和之])")
_LABEL_SIGNS = 12
_PURPOSE = pattern("\\s*(?:第一条)?\\s*为")
_GIVES_PAPER = pattern("[，,](?:现|特)[将就制作]|制[定订]本|如下(?:[一-鿿]{2,4})?[。：:]")
_BATCH = pattern("第[一二三四五六七八九十]{1,2}批|第[0-9一二三四五六七八九十]{1,3}次[^，,。；;]{0,12}会")
_ALREADY = pattern("[^，,。；;的]{0,20}?已经?[^，,。；;的]{1,20}的[一-龥]")
_VALID = pattern("有效期限?[为至到]?$")


@cache
def _label() -> "re.Pattern[str]":
    return pattern(f"{_words('label')}\\L<day.day-noun>[：:]?$|》[（(【]?$|\\L<timing.plan-paper>[（(]$")


@cache
def _issued() -> "re.Pattern[str]":
    return pattern(f"[^，,。；;）)]{{0,16}}{_words('issue')}(?![^，,。；;]{{0,4}}[率前后])(?:[》《）)，,、。；;的]|$)")


@cache
def _plan() -> "re.Pattern[str]":
    return pattern(f"[^，,。；;、的]{{0,10}}?{_words('plan')}(?![^，,。；;、》的中—\n])")


@cache
def _occasion() -> "re.Pattern[str]":
    return pattern(f"[^，,。；;、的办开召设]{{0,10}}?{_words('occasion')}")


@cache
def _paper() -> "re.Pattern[str]":
    return pattern(f"[^，,。；;]{{0,40}}?的{_words('paper')}")


@cache
def _meeting() -> "re.Pattern[str]":
    """What a meeting or a speech is called after; not one that is called (召开)."""
    return pattern(f"(?:[^，,。；;召举参组开]|开[复工放发]){{2,40}}?{_words('meeting')}")


@cache
def _requirement() -> "re.Pattern[str]":
    return pattern(f"[^，,。；;]{{0,16}}?{_words('requirement')}[是为：:]")


@cache
def _asked_before() -> "re.Pattern[str]":
    """The requirements that something goes by: ``按照`` … ``今年工作总体要求，``; not those that count (``20个``)."""
    return pattern(f"[^，,。；;0-9前]{{0,24}}?{_words('requirement')}[，,]")


@cache
def _stake() -> "re.Pattern[str]":
    return pattern(f"{_words('stake')}\\Z")


@cache
def _settled() -> "re.Pattern[str]":
    """What was settled at a time: ``年初下达的任务``, ``会议期间代表提出的建议``."""
    return pattern(f"[^，,。；;：:0-9的]{{0,10}}?{_words('settled')}{{1,2}}的")


@cache
def _welcomes() -> "re.Pattern[str]":
    """What a time brings of itself: ``2013年，全县将迎来60周年``."""
    return pattern(f"[，,]?[^，,。；;\n]{{0,12}}?{_words('welcome')}")


@cache
def _talks() -> "re.Pattern[str]":
    return pattern(f"{_words('talk')}[好了]?(?:全[省市县区州镇][^，,。；;]{{0,6}})?\\Z")


def _words(place: str) -> str:
    return lexicon.alternation(lexicon.select("timing/cues", place))


def is_labelled(setting: Setting) -> bool:
    """Whether a label or a title stands before it, or it is a stamp or a dateline: ``实施日期：``, ``10月12日讯``."""
    line = setting.document.text[max(0, setting.find.start - _LABEL_SIGNS) : setting.find.start].rstrip()
    if _label().search(setting.before or line) or _DATELINE.match(setting.behind):
        return True
    stamped = _STAMP.match(setting.words) is not None
    start = setting.find.start
    labelled = _PLAIN_LABEL.search(setting.document.text, max(0, start - 8), start) is not None
    return stamped and (labelled or _FURNITURE.match(setting.behind) is not None)


def is_of_purpose(setting: Setting) -> bool:
    """Whether a time stands in the clause that says what a paper is for: ``为保证今年任务完成，现将分工通知如下``."""
    text, start = setting.document.text, setting.find.start
    clause, _ = layout(setting.document).clauses.bounds(start)
    if not _PURPOSE.match(text, clause, start + 2):
        return False
    return _GIVES_PAPER.search(text, setting.find.stop, setting.sentence[1]) is not None


def is_in_name(setting: Setting) -> bool:
    """Whether a time stands in the name of a paper without 《》: ``印发关于2021年工作要点的通知``."""
    return _ABOUT.search(setting.before) is not None and _paper().match(setting.behind) is not None


def is_topic(setting: Setting) -> bool:
    """Whether the time belongs to what is talked about: ``研究部署第四季度经济工作``, ``二季度工作推进会``."""
    text, find = setting.document.text, setting.find
    if setting.time.bound is TimeBound.AT and _welcomes().match(text, find.stop):
        return True
    if _requirement().match(setting.behind) or _meeting().match(setting.behind):
        return True
    if _BY_RULE.search(setting.before) and _asked_before().match(text, find.stop):
        return True
    if _stake().search(setting.before) and _AT_STAKE.match(setting.behind):
        return True
    return _talks().search(setting.before) is not None and _WORK.match(setting.behind) is not None


def names_requirement(setting: Setting) -> bool:
    """Whether what follows is required of the work of years to come: ``今后五年工作的总体要求是``."""
    return _requirement().match(setting.behind) is not None


def is_settled(setting: Setting) -> bool:
    """Whether what stands behind a time was settled in it: ``年初下达的任务``, ``6月底前已立案的案件``."""
    if _ALREADY.match(setting.behind):
        return True
    unbounded = setting.time.bound in (TimeBound.AT, TimeBound.WITHIN)
    return unbounded and _settled().match(setting.behind) is not None


def puts_into_force(setting: Setting) -> bool:
    """Whether a time dates a rule: ``自2021年5月1日起废止``, ``有效期至2025年底``, ``本办法实行前按原标准执行``.

    What is done after a day is not dated by it. An entry into force is a limit, as is the length of the validity.
    """
    ends = _ENDS_IN_FORCE.match(setting.behind) is not None
    if setting.time.kind is TimeKind.EVENT:
        return ends and setting.words.endswith("前")
    if ends and setting.time.bound is TimeBound.FROM and _ABOLISHES.match(setting.behind) is None:
        return False
    return (ends or _VALID.search(setting.before) is not None) and not setting.words.endswith("后")


def dates_document(setting: Setting) -> bool:
    """Whether a date is that of an issue, or the year in a name: ``2023年培训计划``, ``2008年奥运会``.

    What is to be issued by a day is not dated by it: ``5月底前向社会公布``.
    """
    if setting.time.bound is TimeBound.BY:
        return False
    if _issued().match(setting.behind):
        return True
    named = setting.time.bound is TimeBound.AT and setting.words[-2:-1].isnumeric() and setting.words.endswith("年")
    if not named or setting.before.endswith("完成"):
        return False
    return any(name.match(setting.behind) for name in (_plan(), _occasion(), _BATCH))
