"""The words that bound a time: ``前``, ``以内``, ``以来``, ``起`` behind it; ``到``, ``不晚于`` before it."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.number.numerals import DIGITS
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound

_N = f"0-9{DIGITS[1:]}十两"
_COUNT = f"[{_N}半]{{1,3}}个?[年月日天周季名位批强类工小]"
_LENGTH = f"[{_N}半]{{1,3}}个?(?:\\L<time.length-unit>|[天日周]|月(?!底))"
_INCLUSIVE = "(?:[（(](?:含|\\L<time.week>[一二三四五六日天]|农历)[^）)]{0,6}[)）])?"
# 前 is no bound in 前期, 前进, 前列; but in 6月前进行, 6月前移交 it is. Behind a day it nearly always is.
_NO_BOUND = "[期沿列景往身款瞻夕茅]|提(?![交出供报请升])|进(?![行入场驻])|述(?!职)|置(?![换办])|移(?![交送出])"
_DAY = "(?<=[日号天底末旬晚午夜时点分半整0-9）)])(?<!两天)"
_BEFORE_DAY = f"{_DAY}前(?![往来去夕期述后]|{_LENGTH})"
_AFTER = pattern(
    f"""
    {_INCLUSIVE}
    (?:(?P<at>\\L<time.at>)
      |(?P<by>(?:下班)?[以之]前|下班前|{_BEFORE_DAY}|前(?!{_NO_BOUND}|{_COUNT})|(?:为)?止(?![血步损]))
      |(?P<within>\\L<time.within>|(?<=[0-9零〇一二三四五六七八九]{{2}}年)间(?![隔歇接或断])|间(?![^，,。；、])|中(?=[，,、。；])(?!、[高小西低长]))
      |(?P<from>[以之]后|后(?![勤续备台期果盾劲面发天年]|{_COUNT})|至今|[以之]来|来(?=[，,、。的我全各在])|起(?![草点来到步诉色源])
         |开始(?=[，,、。]))
    )""",
    re.VERBOSE,
)
_BRACKETED = pattern("[（(][^）)。；;\n]{1,12}[)）](?:下班)?[以之]?前(?![往来去夕期述后])")
_CLOSING = pattern("(?:报名)?截止(?![^，,。；;）)])")
_RISEN = pattern("\\L<time.risen>[到至]$")
_LONGEST_LEAD = 12


class Bound(NamedTuple):
    """A bound word: where it ends, and what it says."""

    stop: int
    kind: TimeBound


@cache
def _leads() -> "re.Pattern[str]":
    words = {
        kind: lexicon.alternation(lexicon.select("time/leads", kind)) for kind in ("deadline", "due", "upto", "horizon")
    }
    return pattern(
        f"""
        (?:(?P<deadline>{words["deadline"]}(?:原则上)?(?:[：:]|[为是到至在于]|定[为于])?)
          |(?P<due>{words["due"]}\\L<time.deadline-noun>[：:为是]\\s{{0,2}}|阶段[（(])
          |(?P<upto>{words["upto"]})
          |(?P<horizon>{words["horizon"]})
        )\\Z
        """,
        re.VERBOSE,
    )


@cache
def _last_signs() -> frozenset[str]:
    return frozenset(word[-1] for word in lexicon.words("time/leads")) | frozenset("：:为是到至在于上（( \n")


def after(text: str, start: int) -> Bound:
    """The bound word that begins at ``start``; without one, ``at``, which ends where it begins.

    >>> after("2025年底前完成", 6), after("三年内需", 2)
    (Bound(stop=7, kind=<TimeBound.BY: 'by'>), Bound(stop=2, kind=<TimeBound.AT: 'at'>))
    >>> [after(text, 5).stop for text in ("6月30日前提交", "6月30日前往北京")]
    [6, 5]
    """
    match = _AFTER.match(text, start)
    if match is None or match.lastgroup is None:
        bracketed = _BRACKETED.match(text, start)
        if bracketed:
            return Bound(bracketed.end(), TimeBound.BY)
        return Bound(start, TimeBound.BY if _CLOSING.match(text, start) else TimeBound.AT)
    return Bound(match.end(), TimeBound(match.lastgroup))


def lead(text: str, start: int) -> str:
    """What the words before a time that begins at ``start`` make of it: a deadline, due, upto, a horizon; or nothing.

    >>> [lead(text, text.index("6")) for text in ("最迟于6月底", "完成时限：6月底", "截至6月底", "到6月底", "在6月底")]
    ['deadline', 'due', 'upto', 'horizon', '']
    """
    if text[start - 1 : start] not in _last_signs():
        return ""
    match = _leads().search(text, max(0, start - _LONGEST_LEAD), start)
    return match.lastgroup or "" if match else ""


def is_horizon(text: str, start: int, stop: int) -> bool:
    """Whether the time at ``[start, stop)``, behind ``到`` or ``至``, is one up to which something holds: ``到2025年``.

    >>> is_horizon("到2025年", 1, 6), is_horizon("上升到2020年的3万亿元", 3, 8)
    (True, False)
    >>> text = "由2018年7703元增加到2020年13786元"
    >>> is_horizon(text, 14, 19)
    False
    """
    if text[stop : stop + 1] == "的" or text.startswith("达到", start - 2):
        return False
    return not (text[stop : stop + 1].isdecimal() and _RISEN.search(text, max(0, start - 3), start))
