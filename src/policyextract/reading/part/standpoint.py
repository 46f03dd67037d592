"""A list of departments where it stands: the clause before it, the verb after it, and what these show."""

from functools import cache, partial
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.name.context import context
from policyextract.grammar.name.predicate import acts_at
from policyextract.grammar.name.roster import Roster
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

able = partial(lexicon.select, "part/words", "able")
"""Places by what they are able to do."""

_grants = partial(lexicon.select, "part/words", "grants")
_PAUSES = frozenset("，,")
_TEAMS = frozenset(("department.unit", "department.run"))
_quantified = partial(lexicon.select, "part/words", "quantified")
_JOINT = pattern(r"[^，。；\n]{0,8}?\L<part.jointly>[^，。；\n]{0,4}?\L<part.joint>\Z")
_CLOSELY = pattern(r"[^，。；\n]{0,24}?(?:[^。；\n]{0,12}[，,])?\L<part.closely>配合\Z")
_ENDS = frozenset("，,")
_VERB = 2  # signs of a verb
_LED_WITHIN = 60
_GO_TOGETHER = pattern(r"\L<part.joint>\L<part.together-do>")
_SHARED_WITH = pattern(r"\L<part.centre>[与和]\Z")
_MAINLY = pattern(r"[^，,。；;\n]{0,8}\L<part.mainly>")
_ARTICLE = pattern(r"第[一二三四五六七八九十百0-9]{1,5}条\Z")
EVERY = pattern(r"\L<name.every>|每")
"""What makes all of a sort of a noun."""
_NUMERALS = frozenset("一二三四五六七八九十0123456789")


class Part(NamedTuple):
    """The part of a list of departments.

    Attributes:
        role: lead, support, responsible, supervise or none.
        rule: what told it.
        acts: whether the words around show that somebody acts, or is acted upon, at all.
        label: the label that the list stands under, or empty.
        first: whether it is the first list of its bracket or label.
    """

    role: str
    rule: str
    acts: bool
    label: str = ""
    first: bool = True


OBLIGED = Part("responsible", "duty", True)
TOLD = Part("none", "told", False)
NOUN = Part("none", "noun", False)
NAMED = Part("none", "named", False)


class Place(NamedTuple):
    """A list where it stands.

    Attributes:
        document: the document.
        text: its text.
        roster: the list.
        start, stop: where it stands, with what sums it up (等部门).
        last, next: the characters right before and right after.
        floor: where its clause begins.
        word: the word before it that gives a part, or nothing.
        bare: whether none of its names shows by itself that it names somebody who acts.
        mute: whether all are zones, places or townships, who act only where a duty or a role is stated.
        limit: where the next list begins.
    """

    document: Document
    text: str
    roster: Roster
    start: int
    stop: int
    last: str
    next: str
    floor: int
    word: str
    bare: bool
    mute: bool
    limit: int

    def before(self, size: int) -> str:
        """So many characters of the clause right before the list."""
        return self.text[max(self.start - size, self.floor) : self.start]


def explicit(text: str, stop: int) -> str:
    """The part that the words right after a list give it, empty if none do.

    >>> explicit("由州财政局牵头", 5), explicit("各部门积极配合", 3), explicit("县委已明确", 2)
    ('lead', 'support', '')
    """
    words = context()
    match = words.after.match(text, stop) if text[stop : stop + 1] in words.obliges else None
    if match is None:
        return ""
    if match.lastgroup == "support" and _is_joint(text, stop, match.end()):
        return "responsible"
    return match.lastgroup or ""


def _is_joint(text: str, start: int, stop: int) -> bool:
    """Whether several work together, and help nobody: ``各部门`` + 要密切配合, where nobody leads before them."""
    if _JOINT.match(text, start, stop) or _GO_TOGETHER.match(text, stop - 2):
        return True
    closely = _CLOSELY.match(text, start, stop) is not None and text[stop : stop + 1] in _ENDS
    return closely and "牵头" not in text[max(start - _LED_WITHIN, 0) : start]


def obliged(place: Place) -> bool:
    """Whether a word of duty follows the list, at once or behind a pause: 各部门 + 要, 各镇、各部门，+ 应当."""
    words = context()
    at = place.stop
    if place.next in _PAUSES and opens(place):
        at += 1
    return place.text[at : at + 1] in words.obliges and words.must.match(place.text, at) is not None


def opens(place: Place) -> bool:
    """Whether the list may be the subject of its clause; not where it goes on after others (企业、各部门)."""
    if place.last == "、":
        return place.text[place.start - 2 : place.start - 1] in _NUMERALS
    if place.start == place.floor or not "一" <= place.last <= "鿿":
        return True
    if place.last == "条" and _ARTICLE.search(place.text, place.floor, place.start):
        return True
    words = context()
    last_words = place.text[max(place.start - 4, 0) : place.start]
    return place.last in words.open_ends and words.opens.search(last_words) is not None


def bare_acts(place: Place, asked: bool = False) -> bool:
    """Whether bare words are followed by a verb, and not by a noun that they describe: 地方 + 财政.

    Places with 各 or 有条件的 need no known verb where somebody is asked (``asked``).
    """
    words, text, stop = context(), place.text, place.stop
    if place.mute and asked:
        return words.verb.match(text, stop) is not None
    if words.noun.match(text, stop) or _MAINLY.match(text, stop):
        return False
    if text.startswith(able(), place.start):
        return True
    if place.text.startswith(_quantified(), place.start) and text[stop : stop + 2] in verbs():
        return not text.startswith(("的", "、", "和"), stop + 2)
    each = EVERY.search(text, place.start, place.roster.stop) is not None  # 山西 + 各贫困县
    sure = each or text.startswith(_quantified(), place.start) or place.roster.names[-1].rule in _TEAMS
    small = (asked or opens(place)) and text.startswith(tuple(words.small), place.start)  # 乡镇（街道） + 转移群众
    if (sure or small) and acts_at(text, stop, headed=small and asked):
        return True
    places = asked and place.roster.names[-1].rule == "department.places"
    return places or words.verb.match(text, stop) is not None


@cache
def verbs() -> frozenset[str]:
    """Verbs of two characters."""
    return frozenset(word for word in lexicon.words("words/verbs") if len(word) == _VERB)


def upon(place: Place) -> bool:
    """Whether bare words after 对, 向, 支持 name somebody."""
    named = place.text[place.start : place.roster.stop]
    if (
        named in context().small
        or "政府" in named
        or "机构" in named
        or place.text.startswith(("的", "之"), place.stop)
    ):
        return False
    if place.word == "为":
        return named.startswith("各") or bare_acts(place)
    return not (_SHARED_WITH.search(place.before(3)) and context().noun.match(place.text, place.stop))


def backed(place: Place) -> bool:
    """Whether a place that is given something or supported is to do something: 支持贫困地区 + 完善."""
    if place.roster.names[-1].rule == "department.institution":
        return False
    return place.word in _grants() or (place.word in context().backs and bare_acts(place, asked=True))
