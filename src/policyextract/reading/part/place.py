"""Where a list of departments stands: past what sums it up and goes on with it, behind the word that governs it."""

from functools import cache

from policyextract.grammar.name.context import SUM, context
from policyextract.grammar.name.predicate import acts_at
from policyextract.grammar.name.roster import Roster
from policyextract.marks.modal import WITHIN
from policyextract.reading.part.phrase import governor, may_reach
from policyextract.reading.part.standpoint import EVERY, Place, explicit
from policyextract.text.document import Document
from policyextract.text.opening import first_signs
from policyextract.text.pattern import pattern

_MUTE = frozenset(
    ("department.zone", "department.place", "department.township", "department.territory", "department.institution")
)
_LINKS = frozenset("、和及与")
_OPENS_ASIDE = ("（", "(")
_ASIDE = pattern(
    r"[（(](?:(?:\L<part.aside-word>|以下(?:统)?简?称)[^（）()\n]{1,24}|[0-9一二三四五六七八九十]{1,3}[项个条件]|\L<name.body-noun>)[)）]"
)
_OTHERS = pattern(rf"(?:[、和及与](?:(?![的和及与])[一-鿿]){{2,12}}?){{1,4}}(?={WITHIN}|\L<part.others-do>)")
_ANOTHER = pattern(r"(?:[、和与]|及(?!时|早))(?![的和及与其])[一-鿿]{2,8}")
_SHORTEST = 2
_OFFICIAL = pattern(r"\L<part.handle-manner>*(?:\L<part.handle>|\L<part.approves>)")


def _word_before(text: str, start: int, floor: int, sizes: tuple[int, ...]) -> str:
    words = context()
    for size in sizes:
        word = text[start - size : start] if size <= start - floor else ""
        if word in words.before and not (size == 1 and text[start - 2 : start] in words.not_before):
            return word
    return ""


def _verb_at(text: str, stop: int) -> int:
    """Where the words begin that follow a list, past 等部门 and past further members that nobody knows."""
    summed = context().sum_up.match(text, stop)
    if summed and summed.group() != "等":
        stop = summed.end()
    if text[stop : stop + 1] not in _LINKS:
        return stop
    others = _OTHERS.match(text, stop)
    return others.end() if others else _past_another(text, stop)


def _past_another(text: str, stop: int) -> int:
    """Where the words begin behind one more member that nobody knows: 县财政局 + 、龙头厂商 + 开展."""
    member = _ANOTHER.match(text, stop)
    if member is None:
        return stop
    ends = range(stop + _SHORTEST + 1, member.end() + 1)
    return next((end for end in ends if acts_at(text, end)), stop)


@cache
def _goes_on() -> frozenset[str]:
    """What goes on with a list, or sums it up, begins with these."""
    return first_signs(SUM) | _LINKS


def place_of(document: Document, roster: Roster, floor: int, limit: int) -> Place:
    """A list in the clause that begins at ``floor``, before another list at ``limit``."""
    text = document.text
    start, stop, names, bare = roster
    last, following = text[start - 1 : start], text[stop : stop + 1]
    aside = _ASIDE.match(text, stop) if following in _OPENS_ASIDE else None
    if aside:
        stop = aside.end()
        following = text[stop : stop + 1]
    if following in _goes_on():
        stop = _verb_at(text, stop)
        following = text[stop : stop + 1]
    sizes = context().before_sizes.get(last)
    word = _word_before(text, start, floor, sizes) if sizes else ""
    if not word and may_reach(last):
        acts = acts_at(text, stop, headed=True) or explicit(text, stop) != "" or _OFFICIAL.match(text, stop) is not None
        word = governor(text, start, floor, acts=acts, bare=bare)
    rules = {name.rule for name in names}
    each = rules == {"department.institution"} and EVERY.match(text, start)  # 各中心校 + 召开家长会
    mute = bare and _MUTE.issuperset(rules) and not (each and acts_at(text, stop))
    return Place(document, text, roster, start, stop, last, following, floor, word, bare, mute, limit)
