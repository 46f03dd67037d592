"""What part a list of departments has in its clause: by the words after it, by those before it, or as subject."""

from collections.abc import Callable
from typing import NamedTuple

from policyextract.grammar.context import context
from policyextract.grammar.roster import Roster
from policyextract.pattern import pattern


class Part(NamedTuple):
    """The part of a list of departments.

    Attributes:
        role: lead, support, responsible, supervise or none.
        rule: what told it.
        acts: whether the words around show that somebody acts, or is acted upon, at all.
    """

    role: str
    rule: str
    acts: bool


class Place(NamedTuple):
    """A list where it stands.

    Attributes:
        text: the text of the document.
        roster: the list.
        start, stop: where it stands.
        floor: where its clause begins.
        word: the word right before it that gives a part, or nothing.
        bare: whether none of its names shows by itself that it names somebody who acts.
        mute: whether all are zones, places or townships, who act only where a duty or a role is stated.
    """

    text: str
    roster: Roster
    start: int
    stop: int
    floor: int
    word: str
    bare: bool
    mute: bool

    def before(self, size: int) -> str:
        """So many characters of the clause right before the list."""
        return self.text[max(self.start - size, self.floor) : self.start]


_LONGEST_BEFORE = 7
_MUTE = frozenset(("department.zone", "department.place", "department.township"))
_BY = ("由", "交由", "请")
_JOINED = ("和", "与", "同")
_MAKERS = ("健全", "完善", "建立", "推动")
_LE = pattern(r"[^，,。；;\n]{0,16}[，,]?[^，,。；;\n]{0,10}?[一-鿿]了(?!解)")
_NOT_VERB = pattern(r"[的之等]|[^一-鿿“”\"‘]|\Z|[间内外]|[省市县区州]级|工作(?!要)|职[责能]|之间|负责人|和|与|及|、")
_DUTY = pattern(r"[^，,。；;\n的]{0,18}责任(?!单位|主体|部门|人|制)")
_MAKE_DUTY = pattern(r"(?:强化|落实|压实|夯实|明确|严格|责任[和、])\Z")
_MAKES = frozenset("化实确格和、")
_PAST = frozenset("，,来年段期")
_GOES_ON = frozenset("等)）及")
_LINKS = frozenset("、和及与")
_OBJECT_OF = pattern(r"对于?[^，,。；;：:\n]{2,40}的\Z")
_SHARED_WITH = pattern(r"(?:中央|国家)[与和]\Z")
_SLOGAN = pattern(r"(?:为主|主导|负责|牵头|配合|协作|协同|联动|参与|监管|引导)[、（(]|协作|协同|联动")
_MAINLY = pattern(r"[^，,。；;\n]{0,8}(?:为主|主导|引导|向市场)")
_ORDERED = pattern(r"[^，,。；;\n]{2,4}的")
_NUMERALS = frozenset("一二三四五六七八九十0123456789")
_ABLE = ("有条件的", "具备条件的", "符合条件的")
_PLACE_PAUSE = pattern(r"[，,](?:将|要|应|可|积极|率先|加快|在|对|依托|结合)")
_OTHERS = pattern(r"(?:[、和及与](?:(?!的)[一-鿿]){2,12}?){1,4}(?=要(?![素求点])|应当|必须|须|负责|牵头|配合)")
_ADDRESS = pattern(r"[^。；;\n]{0,60}[：:][ \u3000]*+(?:\n|\Z)")


def explicit(text: str, stop: int) -> str:
    """The part that the words right after a list give it, empty if none do.

    >>> explicit("由州财政局牵头", 5), explicit("各部门积极配合", 3), explicit("县委已明确", 2)
    ('lead', 'support', '')
    """
    match = context().after.match(text, stop)
    return match.lastgroup or "" if match else ""


def _word_before(text: str, start: int, floor: int) -> str:
    words = context()
    if text[start - 1 : start] not in words.before_ends:
        return ""
    for size in range(min(_LONGEST_BEFORE, start - floor), 0, -1):
        word = text[start - size : start]
        if word in words.before and not (size == 1 and text[start - 2 : start] in words.not_before):
            return word
    return ""


def _bare_acts(place: Place, asked: bool = False) -> bool:
    """Whether bare words are followed by a verb, and not by a noun that they describe: 地方 + 财政.

    Places with 各 or 有条件的 need no known verb where somebody is asked (``asked``).
    """
    words, text, stop = context(), place.text, place.stop
    if words.noun.match(text, stop) or _MAINLY.match(text, stop):
        return False
    if text.startswith(_ABLE, place.start):
        return True
    places = asked and place.roster.names[-1].rule == "department.places"
    return places or words.verb.match(text, stop) is not None


def _upon(place: Place) -> bool:
    """Whether bare words after 对, 向, 支持 name somebody."""
    named = place.text[place.start : place.stop]
    if (
        named in context().small
        or "政府" in named
        or "机构" in named
        or place.text.startswith(("的", "之"), place.stop)
    ):
        return False
    return not (_SHARED_WITH.search(place.before(3)) and context().noun.match(place.text, place.stop))


def _accountable(place: Place) -> Part | None:
    """压实地方属地责任."""
    made = place.text[place.start - 1 : place.start] in _MAKES
    if made and _MAKE_DUTY.search(place.before(4)) and _DUTY.match(place.text, place.stop):
        return Part("responsible", "accountable", True)
    return None


def _stands_by(place: Place) -> Part | None:
    """向自然资源部汇报, 获国务院表彰, 支持地方开展."""
    if context().before.get(place.word) != "none":
        return None
    text, stop = place.text, place.stop
    if place.word in _MAKERS:
        if context().together.match(text, stop):
            return None
        given = explicit(text, stop)
        if given in ("lead", "support"):
            return Part(given, "stated", True)
    if place.word in _JOINED and context().must.match(text, stop):
        return Part("responsible", "duty", True)
    return Part("none", "stands-by", place.word in context().upon and not place.mute and _upon(place))


def _with(place: Place) -> Part | None:
    """会同州发改委."""
    if context().before.get(place.word) != "support":
        return None
    told = _LE.match(place.text, place.stop) and not context().must.match(place.text, place.stop)
    return Part("none", "told", False) if told else Part("support", "with", True)


def _charged(place: Place) -> Part | None:
    """由州财政局牵头, 督促各县区加快进度."""
    if context().before.get(place.word) != "responsible" or (place.word in _MAKERS and _together(place)):
        return None
    given = explicit(place.text, place.stop)
    by = place.word in _BY
    if given and by:
        return Part(given, "by", True)
    if place.bare and not _bare_acts(place, asked=True):
        return Part("none", "noun", False)
    if place.text.startswith(("的", "之"), place.stop):
        return Part("none", "stands-by", True)
    return Part("responsible", "by" if by else "object", True)


def _treated(place: Place) -> Part | None:
    """对负有责任的地方政府要进行约谈."""
    if place.before(1) == "的" and _OBJECT_OF.match(place.text[place.floor : place.start]):
        return Part("none", "stands-by", True)
    return None


def _together(place: Place) -> Part | None:
    """强化税务、海关、人民银行等部门数据共享."""
    if (
        place.bare
        or not context().bring.search(place.before(2))
        or not context().together.match(place.text, place.stop)
    ):
        return None
    return Part("responsible", "together", True)


def _set_phrase(place: Place) -> Part | None:
    """党委领导、政府负责、部门协作; 一些地方."""
    if place.bare and (_SLOGAN.match(place.text, place.stop) or context().some.search(place.before(2))):
        return Part("none", "noun", False)
    return None


def _opens(place: Place) -> bool:
    """Whether the list may be the subject of its clause; not where it goes on after others (企业、各部门)."""
    if place.text[place.start - 1 : place.start] == "、":
        return place.text[place.start - 2 : place.start - 1] in _NUMERALS
    return place.start == place.floor or bool(context().opens.search(place.text[max(place.start - 4, 0) : place.start]))


def _stated(place: Place) -> Part | None:
    """州发改委牵头, 各部门配合, 财政局负责."""
    given = explicit(place.text, place.stop)
    if given and (given in ("lead", "support") or place.text.startswith("负责", place.stop) or _opens(place)):
        return Part(given, "stated", True)
    return None


def _duty(place: Place) -> Part | None:
    """州政府推进办要统筹调度到位, 省教育厅要指导各地."""
    if context().oversee.match(place.text, place.stop):
        return Part("supervise", "oversees", True)
    if context().must.match(place.text, place.stop):
        return Part("responsible", "duty", True)
    return None


def _permitted(place: Place) -> Part | None:
    """各地可结合实际."""
    return Part("none", "may", _opens(place)) if context().may.match(place.text, place.stop) else None


def _addressed(place: Place) -> Part | None:
    """各市、县人民政府：at the head of a notice."""
    head = place.text[place.start - 1 : place.start]
    if head in ("", "\n", "，") and _ADDRESS.match(place.text, place.stop):
        return Part("none", "addressed", True)
    return None


def _told(place: Place) -> Part | None:
    """县委已明确, 国家下达的, 市财政局印发了."""
    text, stop, words = place.text, place.stop, context()
    last = place.roster.names[-1]
    if last.rule == "department.level" and _ORDERED.match(text, stop):
        return Part("none", "told", True)
    if text[place.start - 1 : place.start] in _PAST and words.past.search(text[max(place.start - 6, 0) : place.start]):
        return Part("none", "told", False)
    if not _opens(place) or words.thing.match(text, stop) or words.done.match(text, stop) or _LE.match(text, stop):
        return Part("none", "told", last.rule == "department.level")
    if last.rule == "department.central" and last.kind == "government" and not text.startswith("将", stop):
        return Part("none", "told", False)
    return None


def _subject(place: Place) -> Part | None:
    """政府部门统一受理; 有条件的城市，将地膜回收作为必要环节."""
    text, stop = place.text, place.stop
    if text.startswith(_ABLE, place.start) and _PLACE_PAUSE.match(text, stop):
        return Part("responsible", "subject", True)
    if place.mute or _NOT_VERB.match(text, stop):
        return Part("none", "named", False)
    if place.bare and (place.before(1) == "的" or not _bare_acts(place)):
        return Part("none", "noun", False)
    return Part("responsible", "subject", True)


GOVERNED: tuple[Callable[[Place], Part | None], ...] = (_stands_by, _with, _charged)
"""Asked first where a word right before the list gives it a part."""

RULES: tuple[Callable[[Place], Part | None], ...] = (
    _treated,
    _together,
    _set_phrase,
    _stated,
    _duty,
    _permitted,
    _addressed,
    _told,
    _subject,
)
"""Asked in this order; the first that knows decides."""


def _verb_at(text: str, stop: int) -> int:
    """Where the words begin that follow a list, past 等部门 and past further members that nobody knows."""
    if text[stop : stop + 1] in _GOES_ON:
        summed = context().sum_up.match(text, stop)
        if summed and summed.group() != "等":
            stop = summed.end()
    others = _OTHERS.match(text, stop) if text[stop : stop + 1] in _LINKS else None
    return others.end() if others else stop


def part(text: str, roster: Roster, floor: int) -> Part:
    """The part of a list in the clause that begins at ``floor``."""
    names, start = roster.names, roster.start
    bare = names[0].bare and all(name.bare for name in names)
    mute = bare and all(name.rule in _MUTE for name in names)
    word = _word_before(text, start, floor)
    place = Place(text, roster, start, _verb_at(text, roster.stop), floor, word, bare, mute)
    found = _accountable(place)
    if found is not None:
        return found
    for rule in (*GOVERNED, *RULES) if word else RULES:
        found = rule(place)
        if found is not None:
            return found
    return Part("none", "named", False)
