"""Times of what was or what is: in a review, in a description, with a statistic.

What a clause does is said by its assertion. A description does none of it: it neither asks nor reports (``今年就业压力
仍然很大``), and is known by words of its own, among which what the assertion heard only speaks against it.
"""

import datetime as dt

from policyextract.marks.cue import Cue
from policyextract.marks.modal import WITHIN
from policyextract.marks.passage.frame import frames
from policyextract.marks.passage.genre import answers, rules
from policyextract.marks.passage.title import Frame
from policyextract.marks.segment import layout
from policyextract.reading.assertion import Act, around, of_clause, said, tells
from policyextract.reading.assertion.dating import may_have_come
from policyextract.reading.timing.headed import is_value
from policyextract.reading.timing.setting import Setting, cue, sets_duty
from policyextract.reading.timing.statistic import dates_clause
from policyextract.text.pattern import pattern
from policyextract.values import Time, TimeBound, TimeKind

_REACH = 200
_MONTH = 31
_INSISTS = pattern(f"\\L<timing.insists>|{WITHIN}")
_SPOKE = pattern("[，,][^，,。；;\\n]{0,16}?\\L<timing.spoke>")
_GOAL = pattern(  # 2018年的主要目标是; 提出“ + 三年治本”的目标
    "的?[^，,。；;\\n]{0,8}?目标(?:[，,]?[即是为]|[：:])|[^，,。；;”\\n]{0,16}(?:、[^，,。；;”\\n]{0,16})?”的[^，,。；;\\n]{0,4}目标"
)
_HELD = pattern(  # 5月20日国务院召开全国会议，
    "[，,]?[^，,。；;0-9]{2,20}?\\L<timing.held>[^，,。；;]{2,40}(?:[，,。]|\\Z)"
)
_SERVES = pattern("(?:预计|将)?(?:可以?|能够?)\\L<timing.serves>")
_DATES = ("year", "season")  # cues that are dates, among which an answer tells also of a plan period under way
_FIGURE = pattern("[0-9]")
_FRAMED = ("sentence", "title", "opening")  # what says that a passage reports, and not only leans to it


def is_reported(setting: Setting) -> bool:
    """Whether the clause of a time reports, and the time is none to come: ``全年总产值55亿元，同比增长2.2%``.

    For a date a passage that leans to a report is enough, or a word in the sentence; other times need a title, an
    opening or a dateline that says so, or a word of their own clause.
    """
    time, document, start = setting.time, setting.document, setting.place()
    if _is_last(time) or setting.asks() or (_is_ahead(time, setting.today) and not _is_day_of_news(setting)):
        return False
    if _names_goal(setting) or _is_awaited(setting):
        return False
    found = of_clause(document, start)
    if _is_of_other(setting, found.cue):
        return False
    if found.act is Act.REPORTS:
        dated = time.kind is TimeKind.DATE and not _ends_later(time, setting.today)
        if dated or found.rule in _FRAMED or (found.rule == "leaning" and frames(document).narrated):
            return True
    by_itself = time.kind in (TimeKind.DATE, TimeKind.DURATION)
    return (by_itself or _is_told_beside(setting)) and tells(document, start)


def _is_day_of_news(setting: Setting) -> bool:
    """Whether a day without its year stands in what is told throughout, so that the day of the text is no guide."""
    day = setting.find.rule in ("time.day", "time.range") and not setting.words[:3].isdecimal()
    return day and setting.time.bound is TimeBound.AT and frames(setting.document).narrated


def _is_of_other(setting: Setting, cue: Cue | None) -> bool:
    """Whether what reports is a day gone by that another statement of the sentence begins with."""
    return cue is not None and cue.word in _DATES and cue.start < setting.statement[0]


def _is_last(time: Time) -> bool:
    """Whether a time is a last day, or a rhythm of last days."""
    return time.bound is TimeBound.BY and time.kind is not TimeKind.EVENT


def _ends_later(time: Time, today: dt.date | None) -> bool:
    """Whether a date ends in a later year than that of the text."""
    return bool(today and time.latest and time.latest.year > today.year)


def is_forecast(setting: Setting) -> bool:
    """Whether the sentence says what is forecast: ``据气象部门预报，18日傍晚有大雨``."""
    text, find = setting.document.text, setting.find
    said_before = cue("forecast").search(text, setting.sentence[0], find.start)
    return said_before is not None and setting.time.bound is TimeBound.AT and not setting.asks()


def _is_awaited(setting: Setting) -> bool:
    """Whether an event is still to come, also in a report: ``待省审批后开展试点``."""
    return setting.time.kind is TimeKind.EVENT and setting.before.endswith("待")


def is_spoken(setting: Setting) -> bool:
    """Whether an event only says when somebody spoke: ``在听取汇报后，县长强调``."""
    return _SPOKE.match(setting.document.text, setting.find.stop) is not None


def is_outlook(setting: Setting) -> bool:
    """Whether an event only says from when a thing will serve: ``项目建成后可容纳2万人``."""
    start, stop = setting.find.start, setting.find.stop
    if any(cue.word == "outlook" and start <= cue.start < stop for cue in around(said(setting.document, start), start)):
        return True
    return _SERVES.match(setting.behind) is not None and not setting.asks()


def is_habit(setting: Setting) -> bool:
    """Whether a rhythm is one that has long been kept: ``历来重视这项工作，每年都要召开会议``."""
    text, find = setting.document.text, setting.find
    return cue("habit").search(text, setting.sentence[0], find.start) is not None and setting.behind.startswith("都")


def _names_goal(setting: Setting) -> bool:
    """Whether the goals of a time follow, of which somebody may have told: ``提出了2018年的主要目标，即增长10%``."""
    return _GOAL.match(setting.document.text, setting.find.stop) is not None


def _is_told_beside(setting: Setting) -> bool:
    """Whether a word of the clause of a time reports."""
    document, place = setting.document, setting.place()
    begin, stop = layout(document).clauses.bounds(place)
    return any(cue.kind == "past" and begin <= cue.start < stop for cue in around(said(document, place), place))


def is_described(setting: Setting) -> bool:
    """Whether the passage looks back or describes, and nothing is asked for: ``目前标准为每月70元``."""
    time, document = setting.time, setting.document
    if time.bound is TimeBound.BY or setting.asks() or _is_ahead(time, setting.today) or _is_awaited(setting):
        return False
    if _names_goal(setting):
        return False
    answer = time.kind is TimeKind.DATE and answers(document)
    if rules(document) and not answer:
        return False
    reviews = answer or frames(document).at(setting.find.start) is Frame.REVIEW
    sentence = said(document, setting.find.start)
    if time.kind is TimeKind.DURATION and not sentence.reports and cue("done").match(setting.behind):
        return frames(document).source(setting.find.start) != "leaning" and reviews
    begin, stop = setting.statement
    heard = [cue for cue in around(sentence, setting.find.start) if begin <= cue.start < stop]
    if any(cue.kind != "past" and not (answer and cue.word in _DATES) for cue in heard):
        return False
    told = any("state" not in cue.tags for cue in heard)
    if reviews:
        return told or answer or time.bound is TimeBound.AT
    return time.kind is not TimeKind.DATE and (told or _is_general(document.text[begin:stop]))


def _is_ahead(time: Time, today: dt.date | None) -> bool:
    """Whether a date has not begun by the day of the text, or is a few days that have not ended."""
    if time.kind is not TimeKind.DATE or today is None or may_have_come(time, today):
        return False
    if time.earliest is time.latest is None:
        return time.from_clock is not None or time.to_clock is not None
    begins = time.earliest == today and time.bound is TimeBound.FROM
    return time.earliest is None or time.earliest > today or begins or _is_under_way(time, today)


def _is_under_way(time: Time, today: dt.date | None) -> bool:
    """Whether a date is a few days that have not ended."""
    first, last = time.earliest, time.latest
    return bool(today and first and last and first != last and (last - first).days < _MONTH and last > today)


def _is_general(statement: str) -> bool:
    """Whether a statement says how things are: ``历来多雨，平均雨期30天``."""
    return cue("general").search(statement) is not None and cue("task").search(statement) is None


def is_told(setting: Setting) -> bool:
    """Whether the clause of a date tells what was or is; a date set off by a comma dates its whole sentence."""
    if not dates_clause(setting.time) or is_value(setting):
        return False
    if _is_under_way(setting.time, setting.today) or _names_goal(setting):
        return False
    text, find = setting.document.text, setting.find
    begin, stop = setting.sentence
    rest = text[find.stop : min(stop, find.stop + _REACH)]
    if setting.before.endswith(("（", "(")) and frames(setting.document).at(find.start) is Frame.PLAN:
        return False  # 查摆剖析（4月下旬至6月底）。
    if setting.is_set_off():
        rest = text[find.stop : min(setting.statement[1], find.stop + _REACH)]
        return cue("clause").search(rest) is not None and not sets_duty(rest)
    clause = setting.before, setting.behind
    since = setting.statement[0] if not setting.before else find.start - len(setting.before)
    insists = _INSISTS.search(text, since, find.start)
    if any(cue("clause").search(words) for words in clause) and not insists:
        return True
    if setting.time.from_clock or (setting.today is not None and _is_ahead(setting.time, setting.today)):
        return False
    if setting.find.rule == "time.day" and _HELD.match(setting.behind):
        return True
    lead = text[max(begin, find.start - _REACH) : find.start]
    return not (setting.asks() or cue("task").search(rest) or cue("task").search(lead) or _FIGURE.search(rest))
