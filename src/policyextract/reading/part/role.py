"""What part a list of departments has in its clause: by the words after it, by those before it, or as subject."""

from bisect import bisect_left
from collections.abc import Callable
from functools import cache

from policyextract import lexicon
from policyextract.grammar.name.context import context
from policyextract.grammar.name.predicate import acts_at
from policyextract.grammar.name.roster import Roster
from policyextract.reading.assertion import said
from policyextract.reading.part.deed import leads_too, oversees, timed
from policyextract.reading.part.standpoint import (
    ABLE,
    Part,
    Place,
    backed,
    bare_acts,
    explicit,
    obliged,
    opens,
    place_of,
    upon,
)
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_BY = ("由", "交由", "请", "需要", "需由", "需")
_NEEDS = ("需要", "需")
_APPROVES = pattern(r"[^，。；\n]{0,4}?\L<part.approves>|[^，。；\n]{0,20}的[，。；事项]")
_TOGETHER = ("共同", "联合", "一道", "一起")
_UNITS = frozenset(("department.unit", "department.run"))
_LED = pattern(r"牵头[，,]\Z")
_BY_DUTY = pattern(r"等?[^，。；\n]{0,8}?(?:按照?|根据)(?:各自)?(?:职责|职能)分工")
_HELPS = frozenset(("配合", "协助", "协助配合"))
_GUIDES = pattern(r"的?(?:业务|具体|统一)?(?:指导|督导|监督)下")
_SHARES = frozenset(("department.level-pays", "department.level-divides"))
_JOINED = ("和", "与", "同")
_OBLIGED = Part("responsible", "duty", True)
_LEADS = Part("lead", "duty", True)
_TOLD = Part("none", "told", False)
_NOUN = Part("none", "noun", False)
_NAMED = Part("none", "named", False)
_MAKERS = ("健全", "完善", "建立", "推动")
_OF_OBJECTS = frozenset(("weak", "state"))
_NOT_VERB = pattern(
    r"[的之等由]|[^一-鿿“”\"‘]|\Z|[间内外]|[省市县区州]级|工作(?!要)|职[责能]|之间|负责人|和|与|及(?!时|早)|、"
)
_DUTY = pattern(r"[^，,。；;\n的]{0,18}责任(?!\L<part.no-duty>)")
_MAKE_DUTY = pattern(r"(?:强化|落实|压实|夯实|明确|严格|责任[和、])\Z")
_MAKES = frozenset("化实确格和、")
_OBJECT_OF = pattern(r"对于?[^，,。；;：:\n]{2,40}的\Z")
_SLOGAN = pattern(r"\L<part.set-phrase>[、（(]|协作|协同|联动")
_ORDERED = pattern(r"(?![在对将把按与和及向于为以从或及等])(?:(?![的等])[一-鿿]){2,4}的(?!通知)")
_ORDERED_WITHIN = 5
_ENCOURAGES = ("鼓励", "引导", "推动", "允许")
_DONE_BY = pattern(r"[一-鿿]{2}的(?!通知)")
_MADE_UP = pattern(r"(?:[^，。；（(\n]|[（(][^（）()\n]{0,30}[)）]){0,60}?组成(?!部分|要素)")
_TITLED = pattern(r"[^。；！？\n]{2,120}的\L<part.paper>[ \u3000]*(?:\n|\Z)")
_HANDLE = pattern(r"\L<part.handle-manner>*\L<part.handle>")
_CAPTION = pattern(r"\L<part.caption>[:：]\s*\Z")
_CAPTIONED = 6
_COLONS = frozenset(":：")
_HEAD_SIGNS = frozenset(":：。—\n \u3000")
_PLACE_PAUSE = pattern(r"[，,]\L<part.place-does>")
_DESCRIBED = {"department.run": pattern("下设|的|由|设在"), "department.unit": pattern("下设|设在")}
_SET_UP = pattern(  # 成立专班，统筹推进; 下设办公室在县水务局，承担日常工作
    r"(?:[（(]以下简称[^（）()]{2,16}[)）])?(?:在[^，。；\n]{2,12})?[，,]?\L<part.set-up-how>*"
    r"\L<part.set-up>(?!小?组|[部办人]|干部|机制)"
)
_FOUNDS = ("成立", "组建", "设立", "下设", "设")
_PAUSES = ("，", ",")
_GROUP_ENDS = frozenset("组班部会室办所队")
_INSPECTS = pattern(r".*\L<part.inspects>(?:工作)?组\Z")
_NUMBER = r"(?:[0-9]{1,2}[.．、]|[（(][一二三四五六七八九十0-9]{1,2}[)）]|[①-⑳])"
_TASKS = pattern(rf"(?:[：:]|——)[ \u3000]*{_NUMBER}?(?=(负责(?!人))?)|[ \u3000]*\n[ \u3000]*{_NUMBER}[ \u3000]*()")
_CHARGED = pattern(r"[。 \u3000][ \u3000]*(?=\L<part.charged>)")
_IS_IN_CHARGE = pattern(r"[是为][^，。；：\n]{2,40}\L<part.in-charge>(?=[^一-鿿]|\Z)")
_ADDRESS = pattern(r"[^。；;\n]{0,60}[：:][ \u3000]*+(?:\n|\Z)")


def _is_past(place: Place) -> bool:
    """Whether the first that is heard behind a list says that it was done: 市财政局印发了, 市政府经过努力，圆满解决了.

    A time says so only right beside the list (``timed``); what compares or describes may belong to the object.
    """
    cues = said(place.document, place.start).cues
    heard = bisect_left(cues, (place.stop,))
    cue = cues[heard] if heard < len(cues) else None
    return cue is not None and cue.kind == "past" and not cue.wide and cue.tags.isdisjoint(_OF_OBJECTS)


def _accountable(place: Place) -> Part | None:
    """压实地方属地责任."""
    made = place.last in _MAKES and place.text[place.start : place.stop] != "部门"
    if made and _MAKE_DUTY.search(place.before(4)) and _DUTY.match(place.text, place.stop):
        return Part("responsible", "accountable", True)
    return None


def _stands_by(place: Place) -> Part | None:
    """向自然资源部汇报, 获国务院表彰, 支持地方开展."""
    if place.word in _MAKERS:
        if context().together.match(place.text, place.stop):
            return None
        given = explicit(place.text, place.stop)
        if given in ("lead", "support"):
            return Part(given, "stated", True)
    found = _beside(place) or _founded(place)
    if found is not None:
        return found
    acts = place.word in context().upon and (backed(place) if place.mute else upon(place))
    if place.bare and place.roster.names[-1].rule in _UNITS:
        acts = place.word in context().receives
    return Part("none", "stands-by", acts)


def _beside(place: Place) -> Part | None:
    """Who acts though a preposition stands before: 与省发改委共同编制, 配合镇街开展执法, 在公安部门指导下."""
    text, stop = place.text, place.stop
    if place.word in _JOINED and obliged(place):
        return _OBLIGED
    if place.word in _HELPS and acts_at(text, stop):
        return Part("responsible", "helped", True)
    if place.word == "在" and not place.bare and _GUIDES.match(text, stop):
        return Part("supervise", "guides", True)
    joined = place.word in _JOINED and not place.bare and text.startswith(_TOGETHER, stop)
    if joined and acts_at(text, stop + len("共同"), headed=True):
        return Part("support", "with", True)
    return Part("responsible", "handed", True) if _handed(place) else None


def _founded(place: Place) -> Part | None:
    """A group that is set up for a task, or set up at all: 成立专班，统筹推进."""
    text, stop = place.text, place.stop
    if not text.endswith(_FOUNDS, place.floor, place.start) or text[place.roster.stop - 1] not in _GROUP_ENDS:
        return None
    if _SET_UP.match(text, stop):
        inspects = _INSPECTS.match(text, place.start, place.roster.stop)
        return Part("supervise" if inspects else "responsible", "set-up", True)
    return Part("none", "set-up", True) if text.startswith(_PAUSES, stop) else None


def _handed(place: Place) -> bool:
    """移送公安机关依法处理, 递交至市市场监管局进行审核."""
    handed = place.word in context().hands
    return (
        handed
        and (not place.bare or place.roster.names[-1].kind == "group")
        and bool(_HANDLE.match(place.text, place.stop))
    )


def _with(place: Place) -> Part | None:
    """会同州发改委."""
    told = _is_past(place) and not obliged(place)
    return _TOLD if told else Part("support", "with", True)


@cache
def _moves() -> frozenset[str]:
    return frozenset(lexicon.select("part/words", "moves"))


def _not_charged(place: Place) -> bool:
    """Whether the word before a list does not charge it: 推动A、B协同, 协调各部门工作."""
    if place.word in _moves():
        listed = len(place.roster.names) > 1 and place.text.startswith("，", place.stop)
        return not listed and not acts_at(place.text, place.stop)
    return place.word in _MAKERS and _together(place) is not None


def _charged(place: Place) -> Part | None:
    """由州财政局牵头, 督促各县区加快进度."""
    if _not_charged(place):
        return None
    given = explicit(place.text, place.stop)
    by = place.word in _BY
    if by and not given and _DONE_BY.match(place.text, place.stop):
        return Part("none", "stands-by", True)
    if place.word in _NEEDS and _APPROVES.match(place.text, place.stop):
        return Part("none", "stands-by", True)
    if place.roster.names[-1].rule == "department.institution" and place.word.startswith(_ENCOURAGES):
        return _NOUN
    if by and _MADE_UP.match(place.text, place.stop):
        return Part("none", "named", True)
    if given and by:
        return Part("lead" if given == "responsible" and leads_too(place) else given, "by", True)
    if by and oversees(place):
        return Part("supervise", "oversees", True)
    unit = by and place.roster.names[-1].rule == "department.unit"
    if place.bare and not unit and not bare_acts(place, asked=True):
        return _NOUN
    if place.text.startswith(("的", "之"), place.stop) or (not by and context().thing.match(place.text, place.stop)):
        return Part("none", "stands-by", True)
    return Part("responsible", "by" if by else "object", True)


def _pays(place: Place) -> Part | None:
    """资金省级承担60%，市县按比例分担; 省负总责."""
    return Part("responsible", "pays", True) if place.roster.names[-1].rule in _SHARES else None


def _treated(place: Place) -> Part | None:
    """对负有责任的地方政府要进行约谈."""
    if place.last == "的" and _OBJECT_OF.match(place.text[place.floor : place.start]):
        return Part("none", "stands-by", True)
    return None


def _together(place: Place) -> Part | None:
    """强化税务、海关、人民银行等部门数据共享."""
    text, words = place.text, context()
    brought = not place.bare and text.endswith(words.bring, place.floor, place.start)
    return Part("responsible", "together", True) if brought and words.together.match(text, place.stop) else None


def _set_phrase(place: Place) -> Part | None:
    """党委领导、政府负责、部门协作; 一些地方."""
    text, some = place.text, context().some
    if place.bare and (_SLOGAN.match(text, place.stop) or text.endswith(some, place.floor, place.start)):
        return _NOUN
    if text.startswith(some, place.start) and not obliged(place) and (place.mute or not place.bare):
        return Part("none", "told", not place.bare or (opens(place) and bare_acts(place)))
    return None


def _stated(place: Place) -> Part | None:
    """州发改委牵头, 各部门配合, 财政局负责."""
    given = explicit(place.text, place.stop)
    if (
        given == "responsible"
        and _LED.search(place.text[max(place.start - 8, 0) : place.start])
        and _BY_DUTY.match(place.text, place.stop)
    ):
        return Part("support", "stated", True)
    if given == "responsible" and place.text.startswith("负责", place.stop) and oversees(place):
        return Part("supervise", "stated", True)
    if given and (given in ("lead", "support") or place.text.startswith("负责", place.stop) or opens(place)):
        return Part("lead" if given == "responsible" and leads_too(place) else given, "stated", True)
    return None


def _duty(place: Place) -> Part | None:
    """州政府推进办要统筹调度到位, 省教育厅要指导各地."""
    if not obliged(place):
        return None
    if oversees(place):
        return Part("supervise", "oversees", True)
    return _LEADS if leads_too(place) else _OBLIGED


def _permitted(place: Place) -> Part | None:
    """各地可结合实际."""
    words = context()
    may = place.next in words.allows and words.may.match(place.text, place.stop)
    return Part("none", "may", opens(place)) if may else None


def _is_some(place: Place) -> bool:
    """Whether a list is a noun that may be a label as well: 部门, 单位."""
    return place.bare and place.roster.names[-1].kind == "group"


def _headed(place: Place) -> Part | None:
    """市发展改革委：负责统筹协调; （一）市财政局。负责资金保障; 财政所：发放补贴."""
    if place.next not in _HEAD_SIGNS or not opens(place):
        return None
    text, stop = place.text, place.stop
    head = _CHARGED.match(text, stop)
    if text.startswith("。" + text[place.start : stop], stop) and not place.bare:
        return Part("responsible", "headed", True)
    if head is None:
        head = _TASKS.match(text, stop)
        if head is None or not (head[1] or (acts_at(text, head.end(), headed=not _is_some(place)) and not place.mute)):
            return None
    elif place.bare:
        return None
    return Part(explicit(text, head.end()) or "responsible", "headed", True)


def _addressed(place: Place) -> Part | None:
    """各市、县人民政府：at the head of a notice."""
    if place.mute and place.next not in "：:、，,和及（(":
        return None
    if place.last in ("", "\n", "，", ",", "、") and _ADDRESS.match(place.text, place.stop):
        return Part("none", "addressed", True)
    return None


def _captioned(place: Place) -> Part | None:
    """主办单位：广州市财政局."""
    if place.last not in _COLONS and not place.last.isspace():
        return None
    captioned = _CAPTION.search(place.text[max(place.start - _CAPTIONED, 0) : place.start])
    if captioned is None:
        return None
    return Part("none", "captioned", True) if captioned.group().startswith("来源") else _NAMED


def _told(place: Place) -> Part | None:
    """县委已明确, 国家下达的, 市财政局印发了."""
    text, stop, words = place.text, place.stop, context()
    last = place.roster.names[-1]
    if last.rule == "department.level" and text.startswith("对地方", stop):
        return Part("none", "told", True)
    ordered = "的" in text[stop : stop + _ORDERED_WITHIN] and _ORDERED.match(text, stop)
    if ordered and not words.qualities.match(text, stop):
        return Part("none", "told", last.rule == "department.level")
    if not opens(place) or words.thing.match(text, stop) or words.done.match(text, stop) or _is_past(place):
        shape = _DESCRIBED.get(last.rule) if opens(place) else None
        described = shape is not None and shape.match(text, stop) is not None
        return Part("none", "told", described or last.rule == "department.level")
    if last.rule == "department.central" and last.kind == "government" and not text.startswith("将", stop):
        return _TOLD
    return None


def _in_charge(place: Place) -> Part | None:
    """市水务局是全市供水工作的主管部门."""
    return _OBLIGED if _IS_IN_CHARGE.match(place.text, place.stop) and not place.mute else None


def _subject(place: Place) -> Part | None:
    """政府部门统一受理; 有条件的城市，将地膜回收作为必要环节."""
    text, stop = place.text, place.stop
    if text.startswith(ABLE, place.start) and _PLACE_PAUSE.match(text, stop):
        return Part("responsible", "subject", True)
    if place.mute or _NOT_VERB.match(text, stop) or _TITLED.match(text, stop):
        return _NAMED
    if place.bare and (place.last == "的" or not bare_acts(place)):
        return _NOUN
    if oversees(place):
        return Part("supervise", "oversees", True)
    return Part("lead" if leads_too(place) else "responsible", "subject", True)


GOVERNED: dict[str, Callable[[Place], Part | None]] = {"none": _stands_by, "support": _with, "responsible": _charged}
"""Asked first where a word right before the list gives it this role."""

RULES: tuple[Callable[[Place], Part | None], ...] = (
    _treated,
    _together,
    _set_phrase,
    _stated,
    _duty,
    _permitted,
    timed,
    _headed,
    _addressed,
    _in_charge,
    _captioned,
    _told,
    _subject,
)
"""Asked in this order; the first that knows decides."""


def part(document: Document, roster: Roster, floor: int, limit: int) -> Part:
    """The part of a list in the clause that begins at ``floor``, before another list at ``limit``."""
    place = place_of(document, roster, floor, limit)
    found = _pays(place) or _accountable(place)
    if found is None and place.word:
        found = GOVERNED[context().before[place.word]](place)
    if found is not None:
        return found
    for rule in RULES:
        found = rule(place)
        if found is not None:
            return found
    return _NAMED
