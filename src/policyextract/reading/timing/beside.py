"""What stands beside a time and makes it one that is compared, named or defined."""

from policyextract import lexicon
from policyextract.reading.assertion import Act, of_clause, tells
from policyextract.reading.timing.setting import Setting, cue, sets_duty
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound, TimeKind

_EFFORT = pattern("的?\\L<timing.effort-how>?\\L<timing.effort>")
_GIVEN = pattern("\\L<timing.given>")
_DEFINED = pattern("计算\\L<timing.defined>[：:]|[=＝]|是指")
_CHANGED = pattern("\\L<timing.changed>[到至为成]")
_BASE = pattern("[由从](?:(?:原来?|\\L<timing.gone-by>)的?)?\\Z")
_SHARE = pattern("[^，,。；;0-9]{0,12}\\L<figure.of-plan>的[0-9.]{1,6}%")
_NAMED = pattern(
    '\\L<timing.span-noun>[”"]?[^。；;，,\n0-9是]{0,16}?[，,]?是(?!要)[^。；;\n]{1,120}?(?:\\L<timing.period-end>|[局官坚键]年|[^日限学周]期)(?![^，,。；;\n])'
)
_EQUATED = pattern("的(?![^，,。；;]{0,12}\\L<timing.equated>)[^，,。；;\\n0-9]{1,12}?是(?![要否])")
_IS, _WHAT = (
    pattern("[也更又]是\\Z"),
    pattern("[^，,。；;]{2,24}的[^，,。；;的]{2,12}[，,。；;]"),
)  # 也是今年全委的一项重点工作。
_IS_FOR = pattern(
    "[为是][^，,。；;0-9]{0,12}?(?<!时)(?:[期周]|\\L<timing.stage>)(?:[，,。；;\n]|\\Z)"
)  # 3月至5月为禁渔期
_SCHEDULED = tuple(
    f"time.{size}" for size in ("day", "range", "clock", "recurrence", "month", "months", "third", "after-event")
)
_CLAUSE_SIGNS = ("，", ",", "、", "；", "。")


def is_compared(place: Setting) -> bool:
    """Whether a word beside the time makes it one that is compared or measured with: ``比去年``, ``3年以上``."""
    if place.time.kind is TimeKind.DURATION and cue("done").match(place.behind):
        return False
    if place.before.endswith(lexicon.select("time/words", "until")) and place.time.bound is TimeBound.BY:
        return not sets_duty(place.document.text[place.find.stop : place.sentence[1]])
    if place.find.rule in _SCHEDULED and _IS_FOR.match(place.behind):
        return False
    if _SHARE.match(place.behind) or cue("comes").match(place.behind.removeprefix("即将").removeprefix("已经")):
        return True
    if place.before.endswith(lexicon.select("timing/words", "after-efforts")):
        return of_clause(place.document, place.find.start).act is Act.REPORTS
    if cue("before").search(place.before) and not _EFFORT.match(place.behind):
        given = place.before.endswith("连续") and _GIVEN.match(place.behind)
        return not given or tells(place.document, place.find.start)
    if place.words.endswith("内") and place.behind.startswith("为"):  # 30日内为职工办理登记
        return False
    return place.time.bound in (TimeBound.AT, TimeBound.WITHIN) and cue("behind").match(place.behind) is not None


def is_equated(place: Setting) -> bool:
    """Whether the sentence says what something of that time is, which is no aim: ``今年的论坛是一次盛会``."""
    equated = _EQUATED.match(place.behind) or (_IS.search(place.before) and _WHAT.match(place.behind))
    return place.time.bound is TimeBound.AT and equated is not None


def is_named(place: Setting) -> bool:
    """Whether a sentence says what a time is: ``今年，是全面完成“十五”任务、为“十一五”打基础的一年``."""
    named = _NAMED.search(place.document.text, *place.statement)
    return named is not None and place.find.start < named.end() and named.start() <= place.find.stop


def is_base(place: Setting) -> bool:
    """Whether a length is the one that was changed: ``由20天压缩至5天``."""
    return _BASE.search(place.before) is not None and _CHANGED.match(place.behind) is not None


def is_asked(place: Setting) -> bool:
    """Whether the sentence is a question, which sets nothing; ``?`` before another sign is noise."""
    text, stop = place.document.text, place.sentence[1]
    return text[stop - 1] in "？?" and text[stop : stop + 1] not in _CLAUSE_SIGNS


def is_of_definition(place: Setting) -> bool:
    """Whether the time is a term of a formula or a definition: ``计算方法：全年人次/床位数``, ``是指成立不足3年``."""
    return _DEFINED.search(place.document.text, place.sentence[0], place.find.start) is not None


def begins_range(place: Setting) -> bool:
    """Whether a time is the first end of a change: ``从2002年1288亿元增加到``."""
    begins = place.time.bound is TimeBound.AT and place.before.endswith("从") and place.find.rule != "time.range"
    return begins and not place.behind.startswith(lexicon.select("about/words", "force"))
