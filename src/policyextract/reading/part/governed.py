"""What part a word right before a list gives it: 由 + 州财政局, 会同 + 州发改委, 向 + 自然资源部, 成立 + 专班."""

from collections.abc import Callable
from functools import cache, partial

from policyextract import lexicon
from policyextract.grammar.name.context import context
from policyextract.grammar.name.predicate import acts_at
from policyextract.reading.part.deed import is_past, leads_too
from policyextract.reading.part.standpoint import (
    EVERY,
    NOUN,
    OBLIGED,
    TOLD,
    Part,
    Place,
    backed,
    bare_acts,
    explicit,
    obliged,
    upon,
)
from policyextract.reading.part.watch import OVERSEES, oversees
from policyextract.text.pattern import pattern

_by = partial(lexicon.select, "part/words", "by")
_NEEDS = ("需要", "需")
_APPROVES = pattern(r"[^，。；\n]{0,4}?\L<part.approves>")
_together = partial(lexicon.select, "part/words", "jointly-with")
_WORKS_JOINTLY = pattern(r"的?(?:\L<part.jointly>|\L<part.opens-with>){0,2}\L<part.works-jointly>")
_UNITS = frozenset(("department.unit", "department.run"))
_helps = partial(lexicon.select, "part/words", "only-helps")
_UNDER = pattern(r"的?\L<part.guides-how>?(?:\L<part.tail-supervise>|(?P<helps>\L<part.only-helps>))下")
_JOINED = ("和", "与", "同")
_orders = partial(lexicon.select, "part/words", "orders")
_makers = partial(lexicon.select, "part/words", "makes")
_encourages = partial(lexicon.select, "part/words", "encourages")
_DONE_BY = pattern(r"[一-鿿]{2}的(?!通知)")
_MADE_UP = pattern(r"(?:[^，。；（(\n]|[（(][^（）()\n]{0,30}[)）]){0,60}?组成(?!\L<part.made-of>)")
_HANDLE = pattern(r"\L<part.handle-manner>*\L<part.handle>")
_SET_UP = pattern(  # 成立专班，统筹推进; 下设办公室在县水务局，承担日常工作
    r"(?:[（(]以下简称[^（）()]{2,16}[)）])?(?:在[^，。；\n]{2,12})?[，,]?\L<part.set-up-how>*"
    r"\L<part.set-up>(?!小?组|[部办人]|\L<part.led-noun>)"
)
_CONDITION = pattern(r"[^，,。；;、\n]{0,30}情况(?![一-鿿])")  # 督促检查各乡镇 + 措施落实情况
_FOUNDED = pattern(
    r"\L<name.founds>[了起]?(?:[^，。；：、\n]{1,14}的)?(?:[0-9一二两三四五六七八九十多几]{1,3}[个支人])?\Z"
)  # 成立4类课程的 + 指导小组
_LONGEST_FOUNDED = 20
_founds = partial(lexicon.select, "name/words", "founds")
_tasks = partial(lexicon.select, "part/words", "task-body")
_WORK = "工作"
_PAUSES = ("，", ",")
_GROUP_ENDS = frozenset("组班部会室办所队")
_INSPECTS = pattern(r".*\L<part.inspects>(?:工作)?组\Z")


def together(place: Place) -> Part | None:
    """强化税务、海关、人民银行等部门数据共享."""
    text, words = place.text, context()
    brought = not place.bare and text.endswith(words.bring, place.floor, place.start)
    return Part("responsible", "together", True) if brought and words.together.match(text, place.stop) else None


def _stands_by(place: Place) -> Part | None:
    """向自然资源部汇报, 获国务院表彰, 支持地方开展."""
    if place.word in _makers():
        if context().together.match(place.text, place.stop):
            return None
        given = explicit(place.text, place.stop)
        if given in ("lead", "support"):
            return Part(given, "stated", True)
    found = _beside(place)
    if found is not None:
        return found
    acts = place.word in context().upon and (backed(place) if place.mute else upon(place))
    if place.bare and place.roster.names[-1].rule in _UNITS:
        acts = place.word in context().receives
    elif place.bare and _each(place):  # 转发至各村
        acts = acts or place.word in context().receives or place.word in _helps()
    return Part("none", "stands-by", acts)


def _each(place: Place) -> bool:
    """Whether all of a sort are meant, and they describe nothing: 各村, at the end or before a verb."""
    ends = not "一" <= place.next <= "鿿" or acts_at(place.text, place.stop, headed=True)
    return ends and EVERY.match(place.text, place.start) is not None


def _beside(place: Place) -> Part | None:
    """Who acts though a preposition stands before: 与省发改委共同编制, 配合镇街开展执法, 在公安部门指导下."""
    text, stop = place.text, place.stop
    if place.word in _JOINED and obliged(place):
        return OBLIGED
    if place.word in _helps() and acts_at(text, stop):
        return Part("responsible", "helped", True)
    if place.word == "在" and not place.bare and (under := _UNDER.match(text, stop)) is not None:
        return Part("support" if under["helps"] else "supervise", "guides", True)
    if place.word in _JOINED and not place.bare and _joined(text, stop):
        return Part("support", "with", True)
    return Part("responsible", "handed", True) if _handed(place) else None


def _joined(text: str, stop: int) -> bool:
    """Whether somebody works jointly with a list before ``stop``: 与省发改委 + 共同编制, 与税务等部门 + 的协作."""
    together = text.startswith(_together(), stop) and acts_at(text, stop + len("共同"), headed=True)
    return together or _WORKS_JOINTLY.match(text, stop) is not None


def founded(place: Place) -> Part | None:
    """A group that is set up for a task, or set up at all: 成立专班，统筹推进."""
    text, stop = place.text, place.stop
    task = text.endswith(_tasks(), place.start, place.roster.stop)
    if not task and text[place.roster.stop - 1] not in _GROUP_ENDS:
        return None
    right_before = text.endswith(_founds(), place.floor, place.start)
    if not right_before and not (task and _FOUNDED.search(place.before(_LONGEST_FOUNDED))):
        return None
    if _SET_UP.match(text, stop):
        inspects = _INSPECTS.match(text, place.start, place.roster.stop)
        return Part("supervise" if inspects else "responsible", "set-up", True)
    return Part("none", "set-up", True) if task or text.startswith(_PAUSES, stop) else None


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
    told = is_past(place) and not obliged(place)
    return TOLD if told else Part("support", "with", True)


@cache
def _moves() -> frozenset[str]:
    return frozenset(lexicon.select("part/words", "moves"))


def _not_charged(place: Place) -> bool:
    """Whether the word before a list does not charge it: 推动A、B协同, 协调各部门工作."""
    if place.word in _moves():
        listed = len(place.roster.names) > 1 and place.text.startswith("，", place.stop)
        work = place.text.startswith(_WORK, place.stop + len(_WORK))  # 统筹各镇 + 核查工作
        return not listed and (work or not acts_at(place.text, place.stop))
    return place.word in _makers() and together(place) is not None


def _is_attribute(place: Place) -> bool:
    """Whether a thing follows that the list only describes: 支持地方政府 + 债券; not 要求各单位 + 成立领导小组."""
    text, stop = place.text, place.stop
    thing = context().thing.match(text, stop) is not None and not acts_at(text, stop)
    return thing or (place.word.endswith("检查") and _CONDITION.match(text, stop) is not None)


def _charged(place: Place) -> Part | None:
    """由州财政局牵头, 督促各县区加快进度."""
    if _not_charged(place):
        return None
    given = explicit(place.text, place.stop)
    by = place.word in _by()
    describes = by and not given and _DONE_BY.match(place.text, place.stop)
    if describes or (place.word in _NEEDS and _APPROVES.match(place.text, place.stop)):
        return Part("none", "stands-by", True)
    if place.roster.names[-1].rule == "department.institution" and place.word.startswith(_encourages()):
        return NOUN
    if by and _MADE_UP.match(place.text, place.stop):
        return Part("none", "named", True)
    if by and given in ("", "responsible") and oversees(place):
        return OVERSEES
    if given and by:
        return Part("lead" if given == "responsible" and leads_too(place) else given, "by", True)
    unit = by and place.roster.names[-1].rule == "department.unit"
    if place.bare and not unit and not bare_acts(place, asked=True):
        return NOUN
    if place.text.startswith(("的", "之"), place.stop) or (not by and _is_attribute(place)):
        return Part("none", "stands-by", True)
    return Part("responsible", "by" if by else _how(place.word), True)


def _how(word: str) -> str:
    """How a word sets somebody to a task: it orders (``要求``), takes along (``带领``) or urges (``鼓励``)."""
    return "asked" if word in _orders() else "moved" if word in _moves() else "object"


GOVERNED: dict[str, Callable[[Place], Part | None]] = {"none": _stands_by, "support": _with, "responsible": _charged}
"""Asked first where a word right before the list gives it this role."""
