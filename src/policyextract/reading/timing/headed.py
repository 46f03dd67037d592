"""Times in headings, in what a heading names, and in what only points to a table."""

from functools import partial

from policyextract import lexicon
from policyextract.marks.heading import Heading, heading
from policyextract.marks.outline import outline
from policyextract.marks.passage.frame import frames
from policyextract.marks.passage.title import Frame
from policyextract.reading.timing.setting import Setting, sets_duty
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound, TimeKind

_POINTS = pattern(
    "(?:详?见|如)(?:\\L<timing.annex>|表[0-9一二三四五六七八九十]{1,2}|专栏[0-9]{0,2})(?:所示)?[。；;）)]?\\s*$"
    "|现[将就][^。；;]{0,60}\\L<timing.made-known>如下[。：:]?\\s*$"
    "|(?:^|[，,]现?)[将就][^。；;]{0,60}[提作制]出?如下[一-鿿]{2,4}[。：:]?\\s*$"  # 就春耕备耕提出如下要求
)
_SETS = pattern("(?:(?<!关)于|[自从])\\Z")  # 本学期定于, 政策自
_AMOUNT = pattern("[0-9][%亿万个项家件次人户公亩吨元]")
_LABELLED, _LABEL = pattern("\\L<time.deadline-noun>(?:[：:为]\\s{0,2}|\\s{1,3})\\Z"), 6
_SET_FOR = pattern("\\L<time.reached>[^，,。；;\\n]{0,16}(?<!情况)[。；;\\n]?\\Z")  # 6月完成方案编制。
_ahead = partial(lexicon.select, "time/words", "to-come")
_PHASES = ("time.range", "time.month", "time.months", "time.third", "time.day")
_SIGNS = 2  # of a title and the end of its line
_BESIDE = pattern("[0-9]{4}年$"), pattern("[0-9]{4}年")


def _is_phase(place: Setting) -> bool:
    """Whether days in brackets say when the point is done whose title they close: ``自查（4月1日至30日）``."""
    if place.find.rule not in _PHASES or not place.before.endswith(("（", "(")):
        return False
    point = outline(place.document).at(place.find.start)
    in_title = point is not None and point.title[0] <= place.find.start <= point.title[1]
    return in_title and frames(place.document).at(place.find.start) is Frame.PLAN


def is_value(place: Setting) -> bool:
    """Whether a time is what a label of its line says: ``会议时间：4月28日下午3时``."""
    return _LABELLED.search(place.document.text, max(0, place.find.start - _LABEL), place.find.start) is not None


def is_in_heading(place: Setting) -> bool:
    """Whether a time stands in a heading, and not in a short line that sets a task: ``年内完成40项``."""
    if place.time.bound is TimeBound.BY or _SETS.search(place.before) or _is_phase(place) or is_value(place):
        return False
    found = heading(place.document, place.find.start, place.find.stop)
    if found is None:
        return False
    words = found.words.replace(place.words, "")
    if not words.strip() and place.time.from_clock:
        return False
    if found.words.startswith(place.words) and _SET_FOR.match(place.behind):
        return False
    if place.time.kind is not TimeKind.DATE:
        lasts = place.time.bound is not TimeBound.FROM
        return lasts and _heads(place, found) and not _AMOUNT.search(words)
    if words.endswith(lexicon.select("timing/words", "caption")):
        return True
    asks = sets_duty(words) and not _heads(place, found)
    return not (asks or place.words.endswith("内") or _AMOUNT.search(words))


def is_span_in_heading(place: Setting) -> bool:
    """Whether a heading is about years to come: ``今后五年主要任务``; other lengths in one are what it sets."""
    return place.words.startswith(_ahead()) and is_in_heading(place)


def _heads(place: Setting, found: Heading) -> bool:
    """Whether something stands under a heading; a line without a marker that asks nothing is the title of something."""
    point = outline(place.document).at(place.find.start)
    if point is None or not point.title[0] <= place.find.start < point.title[1]:
        return not sets_duty(found.words)
    return found.until > point.title[1] + _SIGNS


def points_to_table(place: Setting) -> bool:
    """Whether a sentence only says what follows or where a table stands: ``主要指标见表1``, ``现将任务下达如下``."""
    insisted = place.before.endswith(lexicon.select("timing/cues", "insist"))
    return not insisted and _POINTS.search(place.document.text, *place.statement) is not None


def is_column(place: Setting) -> bool:
    """Whether a year stands at once beside another, as in the head of a table: ``2010年2015年``."""
    return _BESIDE[0].search(place.before) is not None or _BESIDE[1].match(place.behind) is not None
