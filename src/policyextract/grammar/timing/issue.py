"""Dates of documents and rules: their issue, their entry into force, the plan that is named after a year."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.grammar.timing.setting import Setting
from policyextract.pattern import pattern
from policyextract.values import TimeBound

_ENDS_IN_FORCE = pattern(
    "[^，,。；;]{0,6}(?:施行|生效|废止|失效|执行[。；;\n]|实施[。；;\n])|[^，,。；;]{0,12}(?:同时)?废止"
)
_STAMP = pattern("[0-9]{4}[-/.][0-9]")
_THIS_RULE = pattern("本[一-龥]{2,8}自$")
_IN_FORCE = pattern("(?:正式)?(?:施行|实施|执行|生效)")


@cache
def _label() -> "re.Pattern[str]":
    return re.compile(f"{_words('label')}(?:日期|时间)[：:]?$|有效期(?:限)?(?:为|至|到)?$|》[（(【]?$")


@cache
def _issued() -> "re.Pattern[str]":
    return re.compile(
        f"[^，,。；;）)]{{0,16}}{_words('issue')}(?![^，,。；;]{{0,4}}(?:率|前|后))(?:[》《）)，,、。；;的]|$)"
    )


@cache
def _plan() -> "re.Pattern[str]":
    return re.compile(f"[^，,。；;、的]{{0,10}}?{_words('plan')}(?=[，,。；;、》的中]|$)")


def _words(place: str) -> str:
    return lexicon.alternation(lexicon.select("timing-cues", place))


def is_labelled(setting: Setting) -> bool:
    """Whether a label or a title stands before it, or it is a stamp: ``实施日期：``, ``2021-12-16``."""
    if _label().search(setting.before):
        return True
    return _STAMP.match(setting.words) is not None and not setting.behind.strip()


def puts_into_force(setting: Setting) -> bool:
    """Whether a time is that of an entry into force: ``自2021年5月1日起施行``; what is done after an act is none."""
    if _ENDS_IN_FORCE.match(setting.behind):
        return not setting.words.endswith("后")
    return bool(_THIS_RULE.search(setting.before) and _IN_FORCE.match(setting.behind))


def dates_document(setting: Setting) -> bool:
    """Whether a date is that of an issue, or the year in the name of a plan: ``2023年培训计划``."""
    if _issued().match(setting.behind):
        return True
    named = setting.time.bound is TimeBound.AT and setting.words[-2:-1].isdecimal() and setting.words.endswith("年")
    return named and not setting.before.endswith("完成") and _plan().match(setting.behind) is not None
