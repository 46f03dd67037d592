"""Times that an event sets: ``通车通航前``, ``汛期``, ``项目竣工后``, ``政策有效期内``, ``受理之日起``."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.pattern import pattern
from policyextract.values import TimeBound

_LEAD = pattern(
    """
    (?<![存现潜实正所旨好处])在(?![线校职岗册编内京本地乎于此]|建(?![设成立]))
    |(?:^|(?<=[应须可当必]))于
    |(?<![来亲各独私源])自(?![行主身然动愿觉由治营己信我贸强建筹备持查])
    |从(?![而事业严快优重紧众])|(?:^|(?<=[应须需]))待(?![遇业定岗])
    """,
    re.VERBOSE,
)
_MARKER = pattern(
    "[ \\t\\u3000]*(?:第[一二三四五六七八九十百]{1,4}条[ \\u3000]*"
    "|[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．][ \\u3000]*|[①-⑳])?"
    "(?:但|且|如果?|若|对|凡|并|将|其中?|应|须|可|或者?|以及|是)?"
)
_SUBJECT = pattern("收到|接到|知道|签收|领取|享受|接受|参加|处于|担任")
_VAGUE_AFTER = frozenset("士今最此以然先落事其背身滞产售而前延推往靠日随尔幕战绝向午饭善押断其")
_VAGUE_BEFORE = frozenset("目当日久此以之眼面从提靠空跟身胸向往生史午饭超上先支会案台")
_VAGUE_PERIOD = pattern("(?:此|其|定|短|长|近|同|时|一段|任何|这|该)$")
_VAGUE_SINCE = pattern(
    "(?:长期|一直|历来|自古|有史|近年|一段时间?|一个?时期|多年|几年|长久|历史|近来|那时|[年月日]|近代)$"
)
_CENTURY = pattern("[本新下上]世纪$")
_ENDS_NOUN = pattern('[一-龥”"）)]')
_LONGEST = 30
_FARTHEST = 60
_SUFFIX = pattern(
    """
    之日(?=起)
    |后(?=$|[，,；;。即再方才可应须]|[0-9一二三四五六七八九十两半]{1,3}个?[工年月日天周小])
    |前(?=$|[，,；;。完必须应实办报]|提[出交供前]|[0-9一二三四五六七八九十两半]{1,3}个?[工年月日天周小])
    |期(?:间|内)
    |以来
    """,
    re.VERBOSE,
)


class Event(NamedTuple):
    """An event as it was read: its stretch with the bound word, and what that word says."""

    start: int
    stop: int
    bound: TimeBound


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(lexicon.select("events", kind))


def season(text: str, start: int) -> int:
    """Where the season of work that begins at ``start`` ends; ``start`` where none does.

    >>> season("抓好主汛期施工", 2)
    5
    """
    return max((start + len(word) for word in seasons() if text.startswith(word, start)), default=start)


def seasons() -> tuple[str, ...]:
    """The names of seasons of work that are times on their own: ``汛期``."""
    return lexicon.select("events", "season")


def scan() -> "re.Pattern[str]":
    """What can end an event: a match begins at the bound word."""
    return _SUFFIX


def _start(text: str, floor: int, stop: int) -> int:
    floor = max(floor, stop - _FARTHEST)
    segment = text[floor:stop]
    marker = _MARKER.match(segment)
    opening = marker.end() if marker else 0
    begin = 0
    for match in _LEAD.finditer(segment):
        begin = match.end()
    if not begin:
        verb = _SUBJECT.search(segment)
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
    if text[suffix] in "期以" and not _ENDS_NOUN.match(text, suffix - 1):
        return None
    if text.startswith("期", suffix):
        return _period(text, floor, suffix)
    if text.startswith("以来", suffix):
        start = _start(text, floor, suffix)
        age = _CENTURY.search(text, start, suffix)
        start = age.start() if age else start
        known = 2 <= suffix - start <= 16 and not _VAGUE_SINCE.search(text, start, suffix)
        return Event(start, suffix + 2, TimeBound.FROM) if known and text[start] not in "的、" else None
    if text.startswith("之日", suffix):
        start = _start(text, floor, suffix)
        return Event(start, suffix + 3, TimeBound.FROM) if suffix - start >= 2 else None
    stop, bound = suffix + 1, TimeBound.FROM if text[suffix] == "后" else TimeBound.BY
    head = suffix - 1 if text[suffix - 1] in "之以" else suffix
    start = _start(text, floor, head)
    act = text[head - 2 : head] in _words("act")
    if head - start > _LONGEST and act:
        start = head - 2
    if not 2 <= head - start <= _LONGEST or text[start] in "的、":
        return None
    vague = _VAGUE_AFTER if bound is TimeBound.FROM else _VAGUE_BEFORE
    if text[head - 1] in vague or text[head - 1] in "的、，年月日":
        return None
    closed = text[stop : stop + 1] in ("", "，", ",", "；", ";", "。") or text[start - 1 : start] in ("在", "于", "待")
    return Event(start, stop, bound) if act or closed else None


def _period(text: str, floor: int, suffix: int) -> Event | None:
    inside = text[suffix + 1] == "内"
    if inside:
        for size in (5, 4, 3, 2):
            if text[suffix + 1 - size : suffix + 1] in _words("period"):
                return Event(suffix + 1 - size, suffix + 2, TimeBound.WITHIN)
    start = _start(text, floor, suffix)
    if suffix - start > 12:
        verbs = list(_SUBJECT.finditer(text, start, suffix))
        start = verbs[-1].start() if verbs else suffix - 2 if inside else start
    if not 1 <= suffix - start <= 16 or _VAGUE_PERIOD.search(text, start, suffix) or text[start] in "的、":
        return None
    return Event(start, suffix + 2, TimeBound.WITHIN)
