"""Times that an event sets: ``通车通航前``, ``汛期``, ``项目竣工后``, ``政策有效期内``, ``受理之日起``."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.time.term import SUFFIX, is_term, term
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound

_LEAD = pattern(
    """
    在(?<![存现潜实正所旨好处]在)(?![线校职岗册编内京地乎于此]|本(?![办条规细通意人轮届])|建(?![设成立]))
    |于(?<![由关对等大小低高优位处属用便利基鉴限少至终过善勇敢急勤乐忙源来适类富出多早晚迟置居归忠安甘陷介趋致立始生毁见寓服赋授给交缘免难易]于)
    |自(?<![来亲各独私源]自)(?![行主身然动愿觉由治营己信我贸强建筹备持查理付助])
    |应当?(?=[经报])|必须(?=[经报])|须(?=[经报])|需要?(?=[经报])
    |(?P<inside>在)(?=[校职岗读]|建期)
    |按照(?!.{0,12}(?:程序|规定|要求))
    |直[至到]|若遇|如遇|以下简称
    |从(?![而事业严快优重紧众])|待(?:(?<=^待)|(?<=[应须需]待))(?![遇业定岗])
    """,
    re.VERBOSE,
)
_MARKER = pattern(
    "[ \\t\\u3000]*(?:第[一二三四五六七八九十百]{1,4}条[ \\u3000]*"
    "|[0-9]{1,2}(?:[.．][0-9]{1,2}){1,3}[ \\u3000]*|[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．][ \\u3000]*|[①-⑳])?"
    "(?:但|且|如果?|若|对|凡|并|将|其中?|应(?:当|(?![急用届收付有力变对]))|须|需|可|或者?|以及|和(?!平)|与(?!会)|及(?!时)|是指?)?"
)
_VAGUE_AFTER = frozenset("士今最此以然先落事其背身滞产售而前延推往靠日随尔幕战绝向午饭善押断其")
_VAGUE_BEFORE = frozenset("直目当日久此以之眼面从提靠空跟身胸向往生史午饭超上先支会案台")
_CENTURY = pattern("[本新下上]世纪$")
_ENDS_NOUN = pattern('[一-龥”"）)]')
ALONE = frozenset("在于，,。；;、：:和及或（(\n \t\u3000")  # behind what a word of time stands on its own
_SHORT, _LONGEST = 16, 30
_ACT = 2  # characters of an act that a bound word right behind it ends
_WHOSE = 10
_FARTHEST = 60
_COUNT = "[0-9一二三四五六七八九十两半]{1,3}个?[工年月日天周小]"
_PLANNED, _LEAST = pattern("(?:\\L<time.plans-for>){1,2}好?了?"), 2
_ALSO = pattern("以及(?!.*以及)")
_LIST = pattern("[、和与及]")
_MOMENT = frozenset("在于要应")
_LED = frozenset("在于待自从经")
_CLOSING = frozenset(("", "，", ",", "；", ";", "。"))
_ASKS_FOR = frozenset("报按经")
_SAYS_MORE = pattern(
    "(?<![因作认行])为|是指?|把|被|对|以及|[和或]|[（(](?![^）)]{0,30}[）)])|(?<![甚直])至|\\L<time.carries-out>好?(?=.{5})"
)
_SINCE = frozenset("自从于在")
_OF_EVENT = frozenset("当次翌同")


class Event(NamedTuple):
    """An event as it was read: its stretch with the bound word, what that word says, and whether it ends in an act."""

    start: int
    stop: int
    bound: TimeBound
    is_act: bool = True


@cache
def _subject() -> "re.Pattern[str]":
    verbs, approvals = (lexicon.alternation(lexicon.select("time/events", kind)) for kind in ("subject", "approval"))
    return pattern(f"经?(?:{verbs})|报(?=[^，,。；;]{{2,20}}{approvals}\\Z)")


def _is_vague(text: str, start: int, stop: int, kind: str) -> bool:
    """Whether what ends at ``stop`` says no more than that there was or is a time: ``一段时间以来``, ``在此期间``."""
    return text[start:stop].endswith(lexicon.select("time/events", kind))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(lexicon.select("time/events", kind))


def season(text: str, start: int) -> int:
    """Where the season of work or the holidays that begin at ``start`` end; ``start`` where none does.

    >>> season("抓好主汛期施工", 2), season("节假日服务", 0), season("重要节假日", 2)
    (5, 3, 2)
    """
    alone = text[start - 1 : start] in ALONE or not start
    words = seasons() if alone else lexicon.select("time/events", "season") + lexicon.select("time/events", "break")
    return max((start + len(word) for word in words if text.startswith(word, start)), default=start)


def seasons() -> tuple[str, ...]:
    """The names of seasons and holidays that are times without more words: ``汛期``, ``节假日``, ``会后``."""
    return tuple(
        word for kind in ("season", "break", "holiday", "occasion") for word in lexicon.select("time/events", kind)
    )


@cache
def _scan() -> "re.Pattern[str]":
    """What can end an event, the bound word first; a group says that an act has to stand before it."""
    then = lexicon.alternation(lexicon.select("time/events", "then"))
    return pattern(
        f"""
        之日(?=起)
        |后(?=$|[，,；;。即再方才可应须]|[的满]?{_COUNT}|{then})
        |后(?P<after>)(?![续勤期的代备台果方劲])
        |前(?=$|[，,；;。完必须应实办报已按和与及、]|提[出交供前]|{_COUNT})
        |前后(?<=[日节]前后)
        |前(?<=[{"".join(sorted(_MOMENT))}].前)(?=.后)
        |期(?:间|内)
        |以来
        |{SUFFIX}
        |时(?![间期候段代效限长刻点速序节而])
        |前(?P<before>)(?![期沿列景往身款瞻后的提置述夕])
        """,
        re.VERBOSE,
    )


def ends(text: str) -> Iterator[int]:
    """Where the words stand that can end an event: ``后``, ``前``, ``期间``.

    >>> list(ends("竣工后验收，今后建设"))
    [2]
    """
    for match in _scan().finditer(text):
        start = match.start()
        if match.lastgroup is None or text[start - _ACT : start] in _words("act"):
            yield start


def _opening(text: str, floor: int, stop: int) -> int:
    """Where the words of a clause begin, behind a marker of a list and a conjunction."""
    marker = _MARKER.match(text[floor : min(stop, floor + _SHORT)])
    return floor + (marker.end() if marker else 0)


def _start(text: str, floor: int, stop: int) -> int:
    """Where the event that ends at ``stop`` begins: behind the last preposition, else at its verb or its clause."""
    floor = max(floor, stop - _FARTHEST)
    segment = text[floor:stop]
    opening = _opening(text, floor, stop) - floor
    begin = 0
    for match in _LEAD.finditer(segment):
        begin = match.start() if match["inside"] else match.end()
    if not begin:
        verb = _subject().search(segment)
        begin = verb.start() if verb else opening
    return floor + max(begin, opening)


def event(text: str, floor: int, suffix: int) -> Event | None:
    """The event whose bound word begins at ``suffix``, looked for no farther back than ``floor``.

    >>> text = "配套工程必须于通车通航前完工"
    >>> found = event(text, 0, text.index("前"))
    >>> text[found.start:found.stop], found.bound
    ('通车通航前', <TimeBound.BY: 'by'>)
    >>> event("在符合规划的前提下", 0, 6) is None
    True
    """
    if is_term(text, suffix):
        found = term(text, _opening(text, floor, suffix), suffix)
        return Event(*found, TimeBound.WITHIN) if found else None
    if text[suffix] in "期以" and not _ENDS_NOUN.match(text, suffix - 1):
        return None
    if text.startswith("期", suffix):
        return _period(text, floor, suffix)
    if text.startswith("以来", suffix):
        return _since(text, floor, suffix)
    if text.startswith("之日", suffix):
        start = _start(text, floor, suffix)
        return Event(start, suffix + 3, TimeBound.FROM) if suffix - start >= 2 else None
    if text[max(suffix - 2, 0) : suffix - 1] in _MOMENT and text[suffix + 1 : suffix + 3] == text[suffix - 1] + "后":
        return Event(suffix - 1, suffix + 3, TimeBound.AT)
    if text.startswith("前后", suffix):
        start = _start(text, floor, suffix)
        return Event(start, suffix + 2, TimeBound.AT) if 2 <= suffix - start <= _SHORT else None
    return _moment(text, floor, suffix)


def is_act(text: str, stop: int) -> bool:
    """Whether a verb that can set a time ends at ``stop``: ``验收``, ``核发``."""
    return text[max(stop - 2, 0) : stop] in _words("act")


def turned(text: str, stop: int) -> tuple[int, TimeBound] | None:
    """Where a season or a term that ends at ``stop`` goes on as an event, and its bound: ``主汛期到来前``.

    >>> turned("主汛期到来前完成", 3), turned("主汛期巡查", 3)
    ((6, <TimeBound.BY: 'by'>), None)
    """
    match = _turns().match(text, stop)
    return (match.end(), _BOUNDS[match[1]]) if match else None


@cache
def _turns() -> "re.Pattern[str]":
    words = lexicon.alternation(lexicon.select("time/events", "turn"))
    return pattern(f"{words}[之以]?([前后])(?![期续勤])")


def period_after(text: str, floor: int, start: int) -> int | None:
    """Where the event begins whose year, month or day the word at ``start`` is: ``自领取失业保险金次月起``.

    >>> text = "自领取失业保险金次月起发放"
    >>> period_after(text, 0, 8), period_after("应在当月主动告知", 0, 2)
    (1, None)
    """
    if text[start] not in _OF_EVENT:
        return None
    stop = start - (text[start - 1 : start] == "的")
    begin = _start(text, floor, stop)
    if 2 <= stop - begin <= _SHORT and (text[begin - 1 : begin] in _SINCE or _is_one_act(text, begin, stop)):
        return begin
    is_object = text.startswith("当年", start) and stop == start  # 核定当年补贴
    return stop - 2 if is_act(text, stop) and stop - 2 >= floor and not is_object else None


def _is_one_act(text: str, begin: int, stop: int) -> bool:
    return bool(_subject().match(text, begin)) and not _LIST.search(text, begin, stop)


def _since(text: str, floor: int, suffix: int) -> Event | None:
    """What has begun with an event: ``党的十八大以来``."""
    start = _start(text, floor, suffix)
    age = _CENTURY.search(text, start, suffix)
    start = age.start() if age else start
    known = 2 <= suffix - start <= _SHORT and not _is_vague(text, start, suffix, "since")
    return Event(start, suffix + 2, TimeBound.FROM) if known and text[start] not in "的、" else None


_BOUNDS = {"前": TimeBound.BY, "后": TimeBound.FROM, "时": TimeBound.AT}


def _moment(text: str, floor: int, suffix: int) -> Event | None:
    """What comes before, after or with an act: ``通车通航前``, ``核实后``, ``申报时``."""
    stop, bound = suffix + 1, _BOUNDS[text[suffix]]
    head = suffix - 1 if text[suffix - 1] in "之以" else suffix
    dated = text[head - 1] == "日" and is_act(text, head - 1)  # 申请日前
    act = dated or is_act(text, head)
    if bound is TimeBound.AT and not act:
        return None
    start = _start(text, floor, head)
    listed = bound is TimeBound.BY and text[stop : stop + 1] in ("和", "与", "及", "、")
    if act and (listed or dated) and text[start - 1 : start] not in _MOMENT:
        start = head - 2 - dated
    if act and text.startswith("进行", head - 4) and start < head - 4:
        start = head - 2
    if act and text[stop : stop + 1] not in _CLOSING:
        start = _cut(text, start, head)
    if act and head - start > _LONGEST:
        passed = text.rfind("经", head - _LONGEST, head - 2)
        start = passed if passed >= 0 else head - 2
    if not 2 <= head - start <= _LONGEST or text[start] in "的、":
        return None
    vague = _VAGUE_AFTER if bound is TimeBound.FROM else _VAGUE_BEFORE
    if not act and (text[head - 1] in vague or text[head - 1] in "的、，年月日"):
        return None
    closed = text[stop : stop + 1] in _CLOSING or text[start - 1 : start] in ("在", "于", "待")
    return Event(start, stop, bound, act) if act or closed else None


def _cut(text: str, start: int, head: int) -> int:
    """Where an act that goes on into its clause begins: behind what else the clause says before it."""
    led = text[start - 1 : start] in _LED or text[start] in _ASKS_FOR or _subject().match(text, start)
    signs = [] if led else list(_SAYS_MORE.finditer(text, start, head - 2))
    return signs[-1].end() if signs else start


def _period(text: str, floor: int, suffix: int) -> Event | None:
    """What lasts as long as an event: ``政策有效期内``, ``培训期间``."""
    inside = text[suffix + 1] == "内"
    start = _start(text, floor, suffix)
    if inside:
        for size in (5, 4, 3, 2):
            if text[suffix + 1 - size : suffix + 1] in _words("period"):
                begin = suffix + 1 - size
                return Event(
                    start if _is_whose(text, start, begin, suffix + 2) else begin, suffix + 2, TimeBound.WITHIN
                )
    planned = _PLANNED.match(text, start)  # 研究部署双节期间
    start = planned.end() if planned and suffix - planned.end() >= _LEAST else start
    if suffix - start > 12:
        verbs = list(_subject().finditer(text, start, suffix))
        listed = _ALSO.search(text, start, suffix)  # 问题整改以及督察组进驻期间
        start = verbs[-1].start() if verbs else suffix - 2 if inside else listed.end() if listed else start
    if not 1 <= suffix - start <= _SHORT or _is_vague(text, start, suffix, "during") or text[start] in "的、等":
        return None
    return Event(start, suffix + (3 if text.startswith("期间内", suffix) else 2), TimeBound.WITHIN)


def _is_whose(text: str, start: int, begin: int, stop: int) -> bool:
    """Whether what stands before a bare ``有效期内`` says whose it is: ``本细则有效期内``, ``评估结果有效期内，``."""
    if not text.startswith("有效期", begin) or not 0 < begin - start <= _WHOSE:
        return False
    return text[start] in "本该" or text[start - 1 : start] == "在" or text[stop : stop + 1] in ("，", ",")
