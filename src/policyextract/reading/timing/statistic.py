"""Times that only say of when something is: a statistic of a period, a plan that has begun, a period that ends."""

import datetime as dt

from policyextract import lexicon
from policyextract.reading.timing.setting import Setting, cue, sets_duty
from policyextract.text.pattern import pattern
from policyextract.values import Time, TimeBound

_QUARTER = 92
_ENDING = 62  # days before its end from which 预计 of a period is no more an aim
_GOES_ON = pattern("[，,]|\\L<timing.opens-count>?\\L<timing.counts>|(?:分别)?安排")  # 2021年度新增规上企业30家
_PLAN_BEGUN = pattern('[”"」]?(?:\\L<timing.plan-begun>|[^，,。；;0-9]{0,8}之年)')


def is_summed_up(setting: Setting) -> bool:
    """Whether a length is that over which something has come about: ``三年取得新进展``; not ``五年累计新建20所``."""
    return setting.time.bound is TimeBound.AT and cue("clause").search(setting.behind) is not None


def has_begun(setting: Setting) -> bool:
    """Whether a plan period is welcomed, or a time of beginning lies long back: ``“十四五”开好局``, ``2018年以来``."""
    time = setting.time
    if setting.find.rule == "time.plan" and _PLAN_BEGUN.match(setting.behind):
        return True
    if time.bound is not TimeBound.FROM or sets_duty(setting.behind):
        return False
    first, today = time.earliest, setting.today
    if first is None or today is None or (setting.find.rule == "time.year" and first.year == today.year):
        return False
    return (today - first).days > _QUARTER


def is_statistic(setting: Setting) -> bool:
    """Whether a date without a word of duty beside it belongs to a figure or a name: ``2021年度决算``, ``1-4月``."""
    time, today = setting.time, setting.today
    if not dates_clause(time) or setting.asks():
        return False
    if time.bound is TimeBound.AT and setting.words.endswith("年度") and not _GOES_ON.match(setting.behind):
        return True
    if today is None:
        named = time.bound is TimeBound.AT and time.earliest is not None and setting.find.rule != "time.plan"
        return named and setting.words[0].isdecimal()
    return not setting.before.endswith(lexicon.select("timing/cues", "insist")) and _is_year_to_date(time, today)


def is_ending(setting: Setting) -> bool:
    """Whether the time is one that ends about the day of the text, and a figure of it foreseen: ``2020年预计实现``."""
    first, last, today = setting.time.earliest, setting.time.latest, setting.today
    if not (first and last and today) or first > today or (today - last).days > 1:
        return False
    words = lexicon.select("timing/words", "foreseen")
    foreseen = setting.behind.startswith(words) or setting.before.endswith(words)
    return foreseen and (last - today).days <= _ENDING < (last - first).days


def dates_clause(time: Time) -> bool:
    return time.bound is TimeBound.AT or time.bound is TimeBound.WITHIN


def _is_year_to_date(time: Time, today: dt.date) -> bool:
    """Whether the months run from January to the month of the text: ``1-4月``, of which the text reports."""
    first, last = time.earliest, time.latest
    if first is None or last is None or (first.month, first.day) != (1, 1) or last.month < 2:
        return False
    return (last.year, last.month) == (today.year, today.month) and last.month not in (6, 12)
