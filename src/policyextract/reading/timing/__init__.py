"""The part that a time has: a limit for what is to be done, or a reference where one of the rules here says so."""

from collections.abc import Callable, Iterator

from policyextract import lexicon
from policyextract.day import calendar
from policyextract.grammar.time import title
from policyextract.marks.heading import Heading, heading
from policyextract.marks.outline import outline
from policyextract.marks.passage.frame import frames, period
from policyextract.marks.passage.genre import rules
from policyextract.marks.passage.title import Frame
from policyextract.reading.assertion import tells
from policyextract.reading.assertion.dating import gone_by
from policyextract.reading.timing.attribute import is_attribute
from policyextract.reading.timing.eligibility import (
    is_case,
    is_characterised,
    is_condition,
    is_listed_condition,
    is_measure,
    is_per,
    is_threshold,
)
from policyextract.reading.timing.issue import (
    dates_document,
    is_in_name,
    is_labelled,
    is_settled,
    is_topic,
    names_requirement,
    puts_into_force,
)
from policyextract.reading.timing.setting import Setting, cue, sets_duty, setting
from policyextract.reading.timing.telling import (
    has_begun,
    is_course,
    is_described,
    is_ending,
    is_forecast,
    is_habit,
    is_reported,
    is_spoken,
    is_statistic,
    is_summed_up,
    is_told,
)
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound, TimeKind, TimeRole, Timing

_CAPTIONS = ("分解表", "分工表", "计划表", "任务表", "一览表", "指标表", "明细表", "清单", "台账")
_POINTS = pattern(
    "(?:详?见|如)(?:下表|附表|附件|表[0-9一二三四五六七八九十]{1,2}|专栏[0-9]{0,2})(?:所示)?[。；;）)]?\\s*$"
    "|现[将就][^。；;]{0,60}\\L<timing.made-known>如下[。：:]?\\s*$"
)
_CASES = ("当年", "当年度")  # 取得证书的当年
_NOW = ("来", "至今", "今天", "今日")
_AMOUNT = pattern("[0-9](?:%|[亿万个项家件次人户公亩吨元])")
_EFFORT = pattern("的?(?:不懈|共同|持续)?(?:努力|奋斗)")
_GIVEN = pattern("\\L<timing.given>")
_DEFINED = pattern("计算\\L<timing.defined>[：:]|[=＝]|是指")
_GOES_ON = frozenset("，,、。；不可应须仍每累最由")
_CHANGED = pattern("\\L<timing.changed>[到至为成]")
_LABELLED, _LABEL = pattern("(?:时间|日期|期限|时限)[：:]\\s{0,2}\\Z"), 6
_SET_FOR = pattern("\\L<time.reached>[^，,。；;\\n]{0,16}(?<!情况)[。；;\\n]?\\Z")  # 6月完成方案编制。
_COUNTS = pattern("\\L<timing.counts>[^，,。；;的]{0,16}?[0-9]")
_LATE = 31
_SHARE = pattern("[^，,。；;0-9]{0,12}\\L<timing.share>的[0-9.]{1,6}%")
_NAMED = pattern(
    '(?:年|时期|期间)[”"]?[^。；;，,\n0-9是]{0,16}?[，,]?是(?!要)[^。；;\n]{1,120}?(?:一年|之年|[局官坚键]年|时期|阶段|[^日限学周]期)(?=[，,。；;\n]|\\Z)'
)
_EQUATED = pattern("的(?![^，,。；;]{0,12}\\L<timing.equated>)[^，,。；;\\n0-9]{1,12}?是(?![要否])")
_AND = pattern("[、和与及]|以及")
_CLAUSE_SIGNS = ("，", ",", "、", "；", "。")
_AHEAD = ("今后", "未来")
_PHASES = ("time.range", "time.month", "time.months", "time.third", "time.day")
_SIGNS = 2  # of a title and the end of its line
_BLANK = pattern("(?:19|20)?[0-9]?[xX×ⅹ*＊]")
_BESIDE = pattern("[0-9]{4}年$"), pattern("[0-9]{4}年")
_YEAR = pattern("[0-9]{4}年|[去前上今]年|上一?年度?")


def _follows_rhythm(place: Setting) -> bool:
    """Whether a rhythm of years stands before a time in its sentence: ``每年4月底前报送，5月底前清算``."""
    return place.document.text.find("每年", place.sentence[0], place.find.start) >= 0


def _is_past(place: Setting) -> bool:
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
    return passage.source(start) == "title" and passage.at(start) is Frame.PLAN and place.time.bound is TimeBound.BY


def _is_past_plan(place: Setting) -> bool:
    """Whether a five-year plan has ended by the plan under way, which an undated text shows too."""
    under_way = calendar.plan(period(place.document)) if place.find.rule == "time.plan" else None
    return bool(under_way and place.time.latest and place.time.latest < under_way.first)


def _runs_up_to_now(place: Setting) -> bool:
    """Whether a time is named as begun or gone by: ``近三年``, ``当年``, ``一年来``; not ``当年底前``."""
    named = place.words.startswith(lexicon.select("timing/cues", "now")) and place.time.bound is not TimeBound.BY
    if named and place.words in _CASES and _is_of_plan(place):
        return False
    return named or place.words.endswith(_NOW)


def _is_of_plan(place: Setting) -> bool:
    """Whether ``当年`` is the year of a plan that counts what is to come about in it: ``其中当年新增2000户``."""
    if rules(place.document) or frames(place.document).at(place.find.start) is Frame.REVIEW:
        return False
    return _COUNTS.match(place.behind) is not None


def _is_compared(place: Setting) -> bool:
    """Whether a word beside the time makes it one that is compared or measured with: ``比去年``, ``3年以上``."""
    if place.time.kind is TimeKind.DURATION and cue("done").match(place.behind):
        return False
    if place.before.endswith(("截至", "截止")) and place.time.bound is TimeBound.BY:
        return not sets_duty(place.document.text[place.find.stop : place.sentence[1]])
    if _SHARE.match(place.behind) or cue("comes").match(place.behind.removeprefix("即将").removeprefix("已经")):
        return True
    if cue("before").search(place.before) and not _EFFORT.match(place.behind):
        given = place.before.endswith("连续") and _GIVEN.match(place.behind)
        return not given or tells(place.document, place.find.start)
    return place.time.bound in (TimeBound.AT, TimeBound.WITHIN) and cue("behind").match(place.behind) is not None


def _is_equated(place: Setting) -> bool:
    """Whether the sentence says what something of that time is, which is no aim: ``今年的论坛是一次盛会``."""
    return place.time.bound is TimeBound.AT and _EQUATED.match(place.behind) is not None


def _is_named(place: Setting) -> bool:
    """Whether a sentence says what a time is: ``今年，是全面完成“十五”任务、为“十一五”打基础的一年``."""
    named = _NAMED.search(place.document.text, *place.statement)
    return named is not None and place.find.start < named.end() and named.start() <= place.find.stop


def _is_condition(place: Setting) -> bool:
    return is_condition(place.before, place.behind, place.time.kind)


def _is_measure(place: Setting) -> bool:
    return is_measure(place.words, place.before, place.behind)


def _is_threshold(place: Setting) -> bool:
    return is_threshold(place.document, place.find.start, place.behind)


def _is_base(place: Setting) -> bool:
    """Whether a length is the one that was changed: ``由20天压缩至5天``."""
    return place.before.endswith(("由", "从")) and _CHANGED.match(place.behind) is not None


def _is_characterised(place: Setting) -> bool:
    return is_characterised(place.before, place.behind, place.words)


def _is_of_era(place: Setting) -> bool:
    """Whether it is a year of an era, or one that was made blank (``20xx年``)."""
    blank = _BLANK.match(place.words) is not None and place.time.bound is TimeBound.AT
    return blank or place.find.rule == "time.era"


def _is_per(place: Setting) -> bool:
    return is_per(place.before, place.words)


def _is_case(place: Setting) -> bool:
    if (
        place.words == "有效期内" and place.before[-1:] != "个" and place.behind[:1] not in _GOES_ON
    ):  # 有效期内高新技术企业
        return True
    return place.words.endswith(_CASES) or is_case(place.words, place.behind)


def _is_listed_condition(place: Setting) -> bool:
    return is_listed_condition(place.document, place.find.start)


def _is_of_standing_rule(place: Setting) -> bool:
    """Whether a year is one that a rhythm counts from: ``每年8月将次年资金纳入预算``."""
    return place.words.endswith(("年", "年度")) and _follows_rhythm(place)


def _is_column(place: Setting) -> bool:
    """Whether a year stands at once beside another, as in the head of a table: ``2010年2015年``."""
    return _BESIDE[0].search(place.before) is not None or _BESIDE[1].match(place.behind) is not None


def _is_asked(place: Setting) -> bool:
    """Whether the sentence is a question, which sets nothing; ``?`` before another sign is noise."""
    text, stop = place.document.text, place.sentence[1]
    return text[stop - 1] in "？?" and text[stop : stop + 1] not in _CLAUSE_SIGNS


def _is_of_definition(place: Setting) -> bool:
    """Whether the time is a term of a formula or a definition: ``计算方法：全年人次/床位数``, ``是指成立不足3年``."""
    return _DEFINED.search(place.document.text, place.sentence[0], place.find.start) is not None


def _begins_range(place: Setting) -> bool:
    return place.time.bound is TimeBound.AT and place.before.endswith("从") and place.find.rule != "time.range"


def _is_phase(place: Setting) -> bool:
    """Whether days in brackets say when the point is done whose title they close: ``自查（4月1日至30日）``."""
    if place.find.rule not in _PHASES or not place.before.endswith(("（", "(")):
        return False
    point = outline(place.document).at(place.find.start)
    in_title = point is not None and point.title[0] <= place.find.start <= point.title[1]
    return in_title and frames(place.document).at(place.find.start) is Frame.PLAN


def _is_value(place: Setting) -> bool:
    """Whether a time is what a label of its line says: ``会议时间：4月28日下午3时``."""
    return _LABELLED.search(place.document.text, max(0, place.find.start - _LABEL), place.find.start) is not None


def _is_in_heading(place: Setting) -> bool:
    """Whether a time stands in a heading, and not in a short line that sets a task: ``年内完成40项``."""
    if place.time.bound is TimeBound.BY or _is_phase(place) or _is_value(place):
        return False
    found = heading(place.document, place.find.start, place.find.stop)
    if found is None:
        return False
    words = found.words.replace(place.words, "")
    if found.words.startswith(place.words) and _SET_FOR.match(place.behind):
        return False
    if place.time.kind is not TimeKind.DATE:
        lasts = place.time.bound is not TimeBound.FROM
        return lasts and _heads(place, found) and not _AMOUNT.search(words)
    if words.endswith(_CAPTIONS):
        return True
    asks = sets_duty(words) and not _heads(place, found)
    return not (asks or place.words.endswith("内") or _AMOUNT.search(words))


def _is_span_in_heading(place: Setting) -> bool:
    """Whether a heading is about years to come: ``今后五年主要任务``; other lengths in one are what it sets."""
    return place.words.startswith(_AHEAD) and _is_in_heading(place)


def _heads(place: Setting, found: Heading) -> bool:
    """Whether something stands under a heading; a line without a marker that asks nothing is the title of something."""
    point = outline(place.document).at(place.find.start)
    if point is None or not point.title[0] <= place.find.start < point.title[1]:
        return not sets_duty(found.words)
    return found.until > point.title[1] + _SIGNS


def _points_to_table(place: Setting) -> bool:
    """Whether a sentence only says what follows or where a table stands: ``主要指标见表1``, ``现将任务下达如下``."""
    return _POINTS.search(place.document.text, *place.statement) is not None


_OF_ALL = (
    is_labelled,
    is_in_name,
    _runs_up_to_now,
    _is_compared,
    _is_listed_condition,
    is_reported,
    is_described,
    is_attribute,
    _points_to_table,
    _is_asked,
    _is_of_definition,
)
_REFERENCES: dict[TimeKind, tuple[Callable[[Setting], bool], ...]] = {
    TimeKind.DATE: (
        _is_past,
        _is_past_plan,
        _is_of_era,
        *_OF_ALL,
        puts_into_force,
        _is_condition,
        _is_named,
        _is_equated,
        _is_of_standing_rule,
        dates_document,
        is_topic,
        is_settled,
        _begins_range,
        _is_column,
        _is_in_heading,
        has_begun,
        is_statistic,
        is_ending,
        is_forecast,
        is_told,
    ),
    TimeKind.DURATION: (
        *_OF_ALL,
        _is_condition,
        _is_measure,
        _is_base,
        _is_threshold,
        _is_named,
        names_requirement,
        _is_characterised,
        _is_per,
        is_summed_up,
        _is_span_in_heading,
    ),
    TimeKind.EVENT: (
        *_OF_ALL,
        is_spoken,
        _is_in_heading,
        is_settled,
        puts_into_force,
        _is_condition,
        _is_case,
        is_course,
    ),
    TimeKind.RECURRENCE: (*_OF_ALL, _is_characterised, is_habit),
}
"""What makes a time of each kind a reference."""


def _role(document: Document, find: Find, phrase: tuple[int, int]) -> tuple[TimeRole, str]:
    """The role of a time in its phrase, and the name of the rule that makes it a reference, or ``limit``."""
    if find.rule == title.RULE:
        return TimeRole.REFERENCE, "in-name"
    place = setting(document, find, phrase)
    for is_reference in () if find.rule == "time.deadline" else _REFERENCES[find.value.kind]:
        if is_reference(place):
            return TimeRole.REFERENCE, is_reference.__name__.removeprefix("_").removeprefix("is_").replace("_", "-")
    return TimeRole.LIMIT, "limit"


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
    return tuple(_with_roles(document, title.mentioned(document)))


def _with_roles(document: Document, finds: tuple[Find, ...]) -> Iterator[Find]:
    """The times with their roles; the members of a list have that of the last, behind which the clause goes on."""
    for named in _phrases(document.text, finds):
        phrase = named[0].start, named[-1].stop
        of_last = _role(document, named[-1], phrase)
        for member in named:
            goes_with_last = member is named[-1] or member.rule == named[-1].rule == "time.list"
            role, reason = of_last if goes_with_last else _role(document, member, phrase)
            yield Find(member.start, member.stop, Timing(member.value, role), f"{member.rule}.{reason}")


def _phrases(text: str, finds: tuple[Find, ...]) -> Iterator[list[Find]]:
    """The times in groups of those that are named together: ``2020年和“十三五”``, ``3、6、9月``."""
    named: list[Find] = []
    for find in finds:
        if named and not _AND.fullmatch(text, named[-1].stop, find.start):
            yield named
            named = []
        named.append(find)
    if named:
        yield named
