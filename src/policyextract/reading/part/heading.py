"""Lists that head or name something: titles of tasks (市财政局：), addresses, captions, who is said to be in charge."""

import re
from bisect import bisect_left
from functools import cache

from policyextract.grammar.name.predicate import acts_at
from policyextract.grammar.time import times
from policyextract.lexicon import alternation, select
from policyextract.marks.segment import layout
from policyextract.reading.part.standpoint import NAMED, OBLIGED, Part, Place, explicit, opens
from policyextract.text.pattern import pattern

_HEAD_SIGNS = frozenset(":：。—\n \u3000")
_NUMBER = r"(?:[0-9]{1,2}[.．、]|[（(][一二三四五六七八九十0-9]{1,2}[)）]|[①-⑳])"
_TASKS = pattern(rf"(?:[：:]|——)[ \u3000]*{_NUMBER}?(?=(负责(?!人))?)|[ \u3000]*\n[ \u3000]*{_NUMBER}[ \u3000]*()")
_CHARGED = pattern(r"[。 \u3000][ \u3000]*(?=\L<part.charged>)")
_IS_IN_CHARGE = pattern(r"[是为][^，。；：\n]{2,40}\L<part.in-charge>(?![一-鿿])")
_LETTER = pattern(r"[：:][ \u3000]*\L<part.letter-opens>")  # 各市物价局：+ 现将…
_ADDRESS = pattern(r"[^。；;\n]{0,60}[：:][ \u3000]*+(?:\n|\Z)|[：:][ \u3000]*\L<part.letter-opens>")
_CAPTION = pattern(r"\L<part.caption>[:：]\s*\Z")
_CAPTIONED = 6
_TITLE = pattern(r"关于|[^\n]{0,60}\L<name.paper>[ \u3000]*(?:\n|\Z)")
_HEADLINE = Part("none", "headline", True)
_COLONS = frozenset(":：")
_COMMAS = ("，", ",")


def _is_some(place: Place) -> bool:
    """Whether a list is a noun that may be a label as well: 部门, 单位."""
    return place.bare and place.roster.names[-1].kind == "group"


@cache
def _works() -> "re.Pattern[str]":
    """Verbs that make or change what is counted: 新增, 新改建; one sign alone may open a noun."""
    words = (*select("figure/governors", "act"), *select("figure/governors", "move"))
    return pattern(alternation(tuple(word for word in words if len(word) > 1)))


def _sets_out(place: Place, position: int) -> bool:
    """Whether work is set out at a position, behind the time that it has: 年底前，+ 建成."""
    found = times(place.document)
    index = bisect_left(found, position, key=lambda find: find.start)
    if index < len(found) and found[index].start == position:
        position = found[index].stop
        position += place.text.startswith(_COMMAS, position)
    works = _works().match(place.text, position) is not None and not place.bare
    return works or (acts_at(place.text, position, headed=not _is_some(place)) and not place.mute)


def headed(place: Place) -> Part | None:
    """市发展改革委：负责统筹协调; （一）市财政局。负责资金保障; 财政所：发放补贴."""
    if place.next not in _HEAD_SIGNS or not opens(place) or _LETTER.match(place.text, place.stop):
        return None
    text, stop = place.text, place.stop
    head = _CHARGED.match(text, stop)
    if text.startswith("。" + text[place.start : stop], stop) and not place.bare:
        return Part("responsible", "headed", True)
    if head is None:
        head = _TASKS.match(text, stop)
        if head is None or not (head[1] or _sets_out(place, head.end())):
            return None
    elif place.bare:
        return None
    return Part(explicit(text, head.end()) or "responsible", "headed", True)


def headline(place: Place) -> Part | None:
    """平湖县召开春耕现场会, as the first line of a document, tells what happened."""
    first = not place.text[: place.start].strip() and layout(place.document).is_heading(place.document, place.start)
    if not first or (place.mute and not acts_at(place.text, place.stop)):
        return None
    return _HEADLINE if "一" <= place.next <= "鿿" and not _TITLE.match(place.text, place.stop) else None


def addressed(place: Place) -> Part | None:
    """各市、县人民政府：at the head of a notice."""
    if place.mute and place.next not in "：:、，,和及（(":
        return None
    if place.last in ("", "\n", "，", ",", "、") and _ADDRESS.match(place.text, place.stop):
        return Part("none", "addressed", True)
    return None


def captioned(place: Place) -> Part | None:
    """主办单位：广州市财政局."""
    if place.last not in _COLONS and not place.last.isspace():
        return None
    captioned = _CAPTION.search(place.text[max(place.start - _CAPTIONED, 0) : place.start])
    if captioned is None:
        return None
    return Part("none", "captioned", True) if captioned.group().startswith("来源") else NAMED


def in_charge(place: Place) -> Part | None:
    """市水务局是全市供水工作的主管部门."""
    charged = place.next in ("是", "为") and not place.mute and _IS_IN_CHARGE.match(place.text, place.stop)
    return OBLIGED if charged else None
