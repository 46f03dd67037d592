"""Times that lie before the day of the text or run up to it, and years that are counted from or of no calendar."""

from policyextract import lexicon
from policyextract.day import calendar
from policyextract.marks.passage.frame import frames, period
from policyextract.marks.passage.genre import rules
from policyextract.marks.passage.title import Frame
from policyextract.reading.assertion.dating import gone_by
from policyextract.reading.timing.setting import Setting, sets_duty
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound, TimeKind

_COUNTS = pattern("\\L<timing.counts>[^，,。；;的]{0,16}?[0-9]")
_RELATIVE = pattern("[^，,。；;的]{2,14}的[一-龥]")  # 2000年以前 + 建成使用的小区
_CAPPED = pattern("[^，,。；;0-9]{0,8}\\L<timing.at-most>")
_LATE = 31
_BLANK = pattern("(?:19|20)?[0-9]?[xX×ⅹ*＊]")
_YEAR = pattern("[0-9]{4}年|[去前上今]年|上一?年度?")


def _follows_rhythm(place: Setting) -> bool:
    """Whether a rhythm of years stands before a time in its sentence: ``每年4月底前报送，5月底前清算``."""
    return place.document.text.find("每年", place.sentence[0], place.find.start) >= 0


def is_past(place: Setting) -> bool:
    """Whether the time lies before the day of the text; a single day, also where it is that day.

    A last day that a sentence sets may have gone by a little when a page dates its text.

    Under a title of goals it is still one of them: ``二、整改目标``.
    """
    time, today = place.time, place.today
    if today is None or _is_goal(place):
        return False
    if time.bound is TimeBound.BY and time.latest and (today - time.latest).days <= _LATE and _orders(place):
        return False
    past = gone_by(time, today) or (time.earliest == time.latest == today and time.bound is TimeBound.AT)
    return past and not (_follows_rhythm(place) and not _YEAR.search(place.words))


def _orders(place: Setting) -> bool:
    """Whether the sentence of a time asks for something."""
    return sets_duty(place.document.text[slice(*place.sentence)])


def _is_goal(place: Setting) -> bool:
    """Whether a title of goals or measures governs the time, and it is no date of a statistic there."""
    passage, start = frames(place.document), place.find.start
    if _RELATIVE.match(place.behind):
        return False
    return passage.source(start) == "title" and passage.at(start) is Frame.PLAN and place.time.bound is TimeBound.BY


def is_past_plan(place: Setting) -> bool:
    """Whether a five-year plan has ended by the plan under way, which an undated text shows too."""
    under_way = calendar.plan(period(place.document)) if place.find.rule == "time.plan" else None
    return bool(under_way and place.time.latest and place.time.latest < under_way.first)


def runs_up_to_now(place: Setting) -> bool:
    """Whether a time is named as begun or gone by: ``近三年``, ``当年``, ``一年来``; not ``当年底前``."""
    due = place.time.bound is TimeBound.BY or (
        place.time.bound is TimeBound.WITHIN and place.time.kind is TimeKind.DATE
    )
    named = place.words.startswith(lexicon.select("timing/cues", "now")) and not due
    if named and place.words in lexicon.select("timing/words", "case") and _is_of_plan(place):
        return False
    return named or place.words.endswith(lexicon.select("timing/words", "up-to-now"))


def _is_of_plan(place: Setting) -> bool:
    """Whether ``当年`` is the year of a plan that counts what is to come about in it: ``其中当年新增2000户``."""
    if rules(place.document) or frames(place.document).at(place.find.start) is Frame.REVIEW:
        return False
    return _COUNTS.match(place.behind) is not None


def is_of_era(place: Setting) -> bool:
    """Whether it is a year of an era, or one that was made blank (``20xx年``)."""
    blank = _BLANK.match(place.words) is not None and place.time.bound is TimeBound.AT
    return blank or place.find.rule == "time.era"


def is_of_standing_rule(place: Setting) -> bool:
    """Whether a year is one that a rhythm counts from: ``每年8月将次年资金纳入预算``."""
    if place.words == "全年" and rules(place.document) and _CAPPED.match(place.behind):  # 全年补助不超过20万元
        return True
    counted = place.time.bound is not TimeBound.BY and place.words.endswith(("年", "年度"))
    return counted and not place.words[0].isdecimal() and _follows_rhythm(place)
