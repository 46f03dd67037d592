"""Times that a term sets, or a course of work in which something is due at once: ``规定期限内``, ``施救过程中``."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.text.pattern import pattern

SUFFIX = "阶段[以之]?内|时间段[以之]?内|期限[以之]?内|时限[以之]?内|(?<!宽)限期[以之]?内|时间[以之]?内|过程之?中"
_ENDS = pattern(SUFFIX)
_LEAD = pattern("(?<![存现正所旨])在|(?<![由关对等大小低高优位处属用])于|(?<![按对])按照?|(?<!超)过(?=规)")
_COURSE_AS_NOUN = pattern("过程之?中\\L<time.arises>")
_THROUGHOUT = pattern("全(?:过程)?\\Z|贯穿[^，。；]{0,12}\\Z|[这此该整]个?\\Z")
_OTHER_SIGN = frozenset("的、，,。；;：:")
_AT_ONCE = pattern("过程之?中[^。；;\n]{0,40}?\\L<time.at-once>")
_SHORT, _LONGEST = 8, 14


@cache
def _terms() -> "re.Pattern[str]":
    words = lexicon.alternation(lexicon.select("time/events", "term"))
    return pattern(f"{words}{{1,2}}的?\\Z")


@cache
def _set_times() -> "re.Pattern[str]":
    """Who or what sets a time that is named by 时间 alone: ``规定的时间内``, but not ``最短时间内``."""
    words = lexicon.alternation(lexicon.select("time/events", "set"))
    return pattern(f"{words}的?\\Z")


def is_term(text: str, suffix: int) -> bool:
    """Whether what ends a term or a course of work begins at ``suffix``."""
    return _ENDS.match(text, suffix) is not None


def term(text: str, floor: int, suffix: int) -> tuple[int, int] | None:
    """Start and stop of the term or course of work whose last word begins at ``suffix``.

    >>> text = "应当在承诺期限内答复"
    >>> term(text, 0, text.index("期限"))
    (3, 8)
    >>> term("在最短时间内恢复", 0, 3), term("办理过程中的行为", 0, 2), term("施救过程中，随时报告", 0, 2)
    (None, None, (0, 5))
    """
    match = _ENDS.match(text, suffix)
    if match is None:
        return None
    begin = _course(text, floor, suffix) if match[0].startswith("过程") else _set_by(text, floor, suffix, match[0])
    return (begin, match.end()) if begin is not None else None


def _set_by(text: str, floor: int, suffix: int, words: str) -> int | None:
    """Where the term begins: behind its preposition, else at the word that says whose term it is."""
    bare = words.startswith("时间") and not words.startswith("时间段")
    named = (_set_times() if bare else _terms()).search(text, max(floor, suffix - 8), suffix)
    led = _led(text, floor, suffix)
    if bare:
        if named is None:
            return None
        return led if led is not None else named.start()
    if led is not None and suffix - led >= 2 and text[led] not in _OTHER_SIGN:
        return led
    return named.start() if named else None


def _course(text: str, floor: int, suffix: int) -> int | None:
    """Where the course of work begins, if it is one in which something is due at once, or never."""
    if not _AT_ONCE.match(text, suffix) or _COURSE_AS_NOUN.match(text, suffix):
        return None
    if _THROUGHOUT.search(text, max(floor, suffix - 16), suffix):
        return None
    begin = _led(text, floor, suffix)
    if begin is None and suffix - floor <= _SHORT:
        begin = floor
    return None if begin is None or suffix - begin < 2 or text[begin] in _OTHER_SIGN else begin


def _led(text: str, floor: int, suffix: int) -> int | None:
    """Behind the last preposition that stands near before ``suffix``."""
    begin = None
    for match in _LEAD.finditer(text, max(floor, suffix - _LONGEST), suffix):
        begin = match.end()
    return begin
