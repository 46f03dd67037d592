"""The word behind a time that bounds it: ``前``, ``以内``, ``期间``, ``以来``, ``起``, and the ``到`` before it."""

import re
from typing import NamedTuple

from policyextract.text.pattern import pattern
from policyextract.values import TimeBound

_N = "0-9一二三四五六七八九十两"
_COUNT = f"[{_N}半]{{1,3}}个?[年月日天周季名位批强类工小]"
_INCLUSIVE = "(?:[（(]含[^）)]{0,6}[)）])?"
_AFTER = pattern(
    f"""
    {_INCLUSIVE}
    (?:(?P<at>左右|前后|上下(?![半{_N}]))
      |(?P<by>(?:下班)?[以之]前|(?:下班)?前(?![期沿列景提往进述身置款瞻移]|{_COUNT})|(?:为)?止(?![血步损]))
      |(?P<within>以内|之内|内(?![部容外地需陆蒙涵在生审设控])|期间|时期|之间|(?<=[0-9零〇一二三四五六七八九]{{2}}年)间(?![隔歇接或断])|间(?=$|[，,。；、])|中(?=[，,、。；])(?!、[高小西低长]))
      |(?P<from>[以之]后|后(?![勤续备台期果盾劲面发天年]|{_COUNT})|至今|[以之]来|来(?=[，,、。的我全各在])|起(?![草点来到步诉色源])
         |开始(?=[，,、。]))
    )""",
    re.VERBOSE,
)
_BEFORE = pattern("(?:到|至|截至|截止)$")
_RISEN = pattern("(?:增加|增长|提高|上升|扩大|下降|减少|降低)[到至]$")


class Bound(NamedTuple):
    """A bound word: where it ends, and what it says."""

    stop: int
    kind: TimeBound


def after(text: str, start: int) -> Bound:
    """The bound word that begins at ``start``; without one, ``at``, which ends where it begins.

    >>> after("2025年底前完成", 6), after("三年内需", 2)
    (Bound(stop=7, kind=<TimeBound.BY: 'by'>), Bound(stop=2, kind=<TimeBound.AT: 'at'>))
    """
    match = _AFTER.match(text, start)
    if match is None or match.lastgroup is None:
        return Bound(start, TimeBound.AT)
    return Bound(match.end(), TimeBound(match.lastgroup))


def is_horizon(text: str, start: int, stop: int) -> bool:
    """Whether the time at ``[start, stop)`` is one up to which something holds: ``到2025年``.

    >>> is_horizon("到2025年", 1, 6), is_horizon("在2025年", 1, 6), is_horizon("上升到2020年的3万亿元", 3, 8)
    (True, False, False)
    >>> text = "由2018年7703元增加到2020年13786元"
    >>> is_horizon(text, 14, 19)
    False
    """
    if not _BEFORE.search(text, max(0, start - 2), start) or text[stop : stop + 1] == "的":
        return False
    return not (text[stop : stop + 1].isdecimal() and _RISEN.search(text, max(0, start - 3), start))
