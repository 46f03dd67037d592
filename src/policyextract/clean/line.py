"""What the signs of a line tell of its end: it is closed, it is a heading, it goes on."""

from collections.abc import Callable

from policyextract.number.units import units
from policyextract.text.pattern import pattern

CLOSERS = frozenset("。！？；：:;!?…~～)）】〕")
_QUOTED_CLOSE = pattern(r"[。！？；：:;!?…~～][”’\"'）)》】〕]*\Z")
_NUMERAL = "[一二三四五六七八九十百]{1,4}"
MARKER = pattern(
    rf"第(?:{_NUMERAL}|[0-9]{{1,3}})[章编篇部节条]|第?{_NUMERAL}[、，,.．：:]|{_NUMERAL}(?:是|要(?![素点件求]))"
    rf"|[（(](?:{_NUMERAL}|[0-9]{{1,2}})[)）]"
    r"|[0-9]{1,3}\t|[0-9]{1,2}(?:[、)）]|[.．](?![0-9])|(?:\.[0-9]{1,2}){1,3}[ \t\u3000])"
    r"|[①-⑳㈠-㈩]|[—－-]{2}|[•●◆■·▪►★☆◎▲\ue000-\uf8ff]|\L<clean.part-word>|[【〔]|表[0-9一二三四五六七八九十]"
)
_SCALES = "百千万亿萬億"
HIGH_MARKER = pattern(rf"第(?:{_NUMERAL}|[0-9]{{1,3}})[章编篇部节]|{_NUMERAL}、|[（(]{_NUMERAL}[)）]")
_ARTICLE = pattern(rf"第(?:{_NUMERAL}|[0-9]{{1,3}})条")
_ORDER = pattern("\\L<clean.order>")  # what a rule has, and no heading
FULL_STOP = pattern("[。；;：！？]")
END = pattern(r"[。！？；;][”’\"'）)》】〕]*\Z|[)）]\Z")
_ASIDE = pattern("(?<![。！？；：])[（(][^（()）]{1,40}[)）]\\Z")
INNER = pattern("[，,；;。！？]")
_DATE = pattern(
    r"(?:[12][0-9]{3}|[二一][〇○零一二三四五六七八九0-9]{3})年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日?\Z"
)
LEANS_ON = frozenset("，,、（(《〈“‘「『")
_PAIRS = {"《": "》", "（": "）", "(": ")", "“": "”"}
_OPENED = pattern("([《（(“])[^》）)”]*\\Z")
_REACH = 80  # characters between the two signs of a pair, at most
LONG = 20  # characters of a line of prose, at least
_HEADING = 34  # characters of a heading that holds a comma, at most
_LONGEST_HEADING = 45


def is_closed(line: str) -> bool:
    """Whether the punctuation at the end of a line closes it."""
    return line[-1:] in CLOSERS or _QUOTED_CLOSE.search(line[-4:]) is not None


def begins_with_unit(line: str) -> bool:
    """Whether a line opens with a unit, or with a scale before one: ``万元``, ``公里``."""
    words = line.lstrip(_SCALES)
    return not units().keys().isdisjoint((words[:3], words[:2], words[:1]))


def splits_pair(before: str, after: str) -> bool:
    """Whether a bracket or a title opens in ``before`` and closes in ``after``."""
    opened = _OPENED.search(before[-_REACH:])
    if not opened:
        return False
    left = opened[1]
    closed = after.find(_PAIRS[left], 0, _REACH)
    return closed >= 0 and not 0 <= after.find(left, 0, _REACH) < closed


def is_heading(line: str) -> bool:
    """Whether a line with a list marker is a heading, which may hold a comma, and not the first line of a point."""
    if not MARKER.match(line) or FULL_STOP.search(line) or line[-1] in LEANS_ON:
        return False
    if len(line) >= LONG and (_ARTICLE.match(line) or _ORDER.search(line)):
        return False
    commas = len(INNER.findall(line))
    if HIGH_MARKER.match(line):
        return len(line) <= (_HEADING if commas == 1 else _LONGEST_HEADING) and commas < 3
    return len(line) <= LONG or not commas


def _ends_aside(line: str) -> bool:
    """Whether a line ends with a bracket that stands inside a sentence: ``（以下简称本区）``, but not ``。（略）``."""
    aside = _ASIDE.search(line[-_REACH:])
    return bool(aside and INNER.search(line))


def is_prose_break(before: str, after: str, broken: bool, known: Callable[[str, str], bool]) -> bool:
    """Whether a break falls inside a sentence, in a text whose lines are paragraphs otherwise.

    ``broken`` says that the line before is itself the rest of a broken one, or that the text is full of broken lines;
    ``known``, whether the signs around the break stand together elsewhere.
    """
    if len(before) < LONG or (is_closed(before) and not (broken and _ends_aside(before))):
        return False
    if _DATE.match(after) or not (INNER.search(after) or END.search(after[-4:]) or (broken and len(after) >= LONG)):
        return False
    goes_on = (broken or INNER.search(before)) and not is_heading(before)
    return bool(goes_on) or known(before, after)
