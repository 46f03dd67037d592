"""Where an event begins: behind what leads it, at its verb, or at the head of its clause."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.time.ends import verbs, words
from policyextract.marks.modal import WITHIN
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound

_LEAD = pattern(
    f"""
    在(?<![存现潜实正所旨好处]在)(?![线校职岗册编内京地乎于此]|本(?![办条规细通意人轮届]))
    |于(?<![由关对等大小低高优位处属用便利基鉴限少至终过善勇敢急勤乐忙源来适类富出多早晚迟置居归忠安甘陷介趋致立始生毁见寓服赋授给交缘免难易]于)
    |自(?<![来亲各独私源]自)(?![验查评检行主身然动愿觉由治营己信我贸强建筹备持查理付助])
    |{WITHIN}(?=[经报])
    |(?P<inside>在)(?=[校职岗读]|建期)
    |按照(?!.{{0,12}}\\L<time.procedure>)
    |(?<=[期限间])为|直[至到]|\\L<time.condition-word>|待(?:(?<=^待)|(?<=[应须需]待))(?![遇业定岗])
    """,
    re.VERBOSE,
)
_MARKER = pattern(
    "[ \\t\\u3000]*(?:【[^】\\n]{1,10}】)?(?:第[一二三四五六七八九十百]{1,4}条[ \\u3000]*"
    "|[0-9]{1,2}(?:[.．][0-9]{1,2}){1,3}[ \\u3000]*|[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．][ \\u3000]*|[①-⑳])?"
    "(?:[但且若对凡并将须需可]|如果?|其中?|应(?:当|(?![急用届收付有力变对]))|或者?|以及|和(?!平)|与(?!会)|及(?!时)|是指?)?"
)
_FARTHEST = 60
_LIST = pattern("[、和与及]")
_ACTOR = pattern("(?P<named>\\L<time.actor>)|[人民者员方商户局委厅]")
_NAME_GOES_ON = pattern("[人者方局委厅]|\\L<time.actor>")  # 申请人, 建设单位 are no acts
_VERB, _DEED = 2, 4
_APPROVED = frozenset("经报")
_HEAD = 16


class Event(NamedTuple):
    """An event as it was read: its stretch with the bound word, what that word says, and whether it ends in an act."""

    start: int
    stop: int
    bound: TimeBound
    is_act: bool = True


@cache
def subject() -> "re.Pattern[str]":
    """A verb that opens an event of its own: ``收到``, ``经批准``."""
    verbs, approvals = (lexicon.alternation(lexicon.select("time/events", kind)) for kind in ("subject", "approval"))
    return pattern(f"经?(?:{verbs})|报(?=[^，,。；;]{{2,20}}{approvals}\\Z)")


def is_vague(text: str, start: int, stop: int, kind: str) -> bool:
    """Whether what ends at ``stop`` says no more than that there was or is a time: ``一段时间以来``, ``在此期间``."""
    return text[start:stop].endswith(lexicon.select("time/events", kind))


def opening(text: str, floor: int, stop: int) -> int:
    """Where the words of a clause begin, behind a marker of a list and a conjunction."""
    marker = _MARKER.match(text[floor : min(stop, floor + _HEAD)])
    return floor + (marker.end() if marker else 0)


def start_of(text: str, floor: int, stop: int) -> int:
    """Where the event that ends at ``stop`` begins: behind the last preposition, else at its verb or its clause."""
    floor = max(floor, stop - _FARTHEST)
    segment = text[floor:stop]
    clause = opening(text, floor, stop) - floor
    begin = 0
    for match in _LEAD.finditer(segment):
        begin = match.start() if match["inside"] else match.end()
    if not begin:
        verb = subject().search(segment)
        begin = verb.start() if verb else clause
    return floor + max(begin, clause)


def is_act(text: str, stop: int) -> bool:
    """Whether a verb that can set a time ends at ``stop``: ``验收``, ``核发``."""
    return text[max(stop - 2, 0) : stop] in words("act")


def opens_with_verb(text: str, start: int, stop: int) -> bool:
    """Whether a verb opens the stretch and an object follows it: ``返回居住地``; not ``改变先污染`` (后治理)."""
    behind = start + _VERB
    if not (behind < stop and is_verb(text, start)) or _NAME_GOES_ON.match(text, behind):
        return False
    return text.find("先", start, stop) < 0


def is_verb(text: str, start: int) -> bool:
    """Whether a verb of two characters begins here."""
    word = text[start : start + _VERB]
    return word in verbs() or word in words("act") or word in words("subject")


def behind_actor(text: str, start: int, stop: int) -> int:
    """Where the event begins behind whoever has to do something after it: ``相关部门接报信息后，应当``.

    >>> behind_actor("相关部门接报信息后，应当填写", 0, 8), behind_actor("项目竣工后，应当验收", 0, 4)
    (4, 0)
    """
    if text[start] in _APPROVED or opens_with_verb(text, start, stop):
        return start
    ends = (actor.end() for actor in _ACTOR.finditer(text, start + 1, stop - _VERB) if _acts(text, actor, stop))
    return next(ends, start)


def _acts(text: str, actor: "re.Match[str]", stop: int) -> bool:
    """Whether an actor does something, up to ``stop``: a verb that is known, or no more than one and its object."""
    end = actor.end()
    return is_verb(text, end) or (actor["named"] is not None and stop - end <= _DEED and text[end] not in "（()）名")


def is_one_act(text: str, begin: int, stop: int) -> bool:
    """Whether a verb opens the stretch, and it is no list."""
    return bool(subject().match(text, begin)) and not _LIST.search(text, begin, stop)
