"""What part a list of departments has in its clause: by the words after it, by those before it, or as subject."""

from collections.abc import Callable
from functools import partial

from policyextract import lexicon
from policyextract.grammar.name.context import context
from policyextract.grammar.name.roster import Roster
from policyextract.marks.passage.title import is_outcome
from policyextract.marks.segment import layout
from policyextract.reading.part.deed import is_past, leads_too, timed
from policyextract.reading.part.governed import GOVERNED, founded, together
from policyextract.reading.part.heading import addressed, captioned, headed, headline, in_charge
from policyextract.reading.part.place import place_of
from policyextract.reading.part.standpoint import (
    NAMED,
    NOUN,
    OBLIGED,
    TOLD,
    Part,
    Place,
    able,
    bare_acts,
    explicit,
    obliged,
    opens,
)
from policyextract.reading.part.watch import OVERSEES, oversees
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_LED = pattern(r"牵头[，,]\Z")
_BY_DUTY = pattern(r"等?[^，。；\n]{0,8}?(?:按照?|根据)(?:各自)?\L<part.remit>分工")
_POWER = pattern(r"(?:依法)?(?:\L<part.power>|[对向][^，。；：\n]{2,20}?(?:\L<part.power>|\L<part.power-more>))")
_SHARES = frozenset(("department.level-pays", "department.level-divides"))
_LEADS = Part("lead", "duty", True)
_NOT_VERB = pattern(r"[的之等由]|[^一-鿿“”\"‘]|\Z|[间内外里]|[省市县区州]级|\L<part.no-verb>|职[责能]")
_DUTY = pattern(r"[^，,。；;\n的]{0,18}责任(?!\L<part.no-duty>)")
_MAKE_DUTY = pattern(r"(?:\L<part.makes-duty>|责任[和、])\Z")
_left = partial(lexicon.select, "part/words", "may")
_WITHIN = frozenset("中上下内的")
_ATTRIBUTE = pattern(r"[^，,。；;、\n]{2,14}的[^，,。；;、的\n]{2,6}[，,。；;]")  # 明确验收中各部门 + 附条件通过的要求
_OTHERS_TASK = pattern(r"由|该[^，。；\n]{2,24}由")
_PAUSES = frozenset("，,")
_UNDER = pattern(r"在[^，。；\n]{2,28}下[，,]")  # 乡党委在县委领导下，+ 面貌焕然一新
_ON_WHAT = pattern(r"(?:依法)?(?:\L<part.by-which>|按照?)[^。；\n]{2,60}?\L<part.sees-to>")
_QUOTES = frozenset("“”\"'‘’")
_MAKES = frozenset("化实确格和、")
_OBJECT_OF = pattern(r"对于?[^，,。；;：:\n]{2,40}的\Z")
_SLOGAN = pattern(r"\L<part.set-phrase>[、（(]|\L<part.joint>")
_ORDERED = pattern(r"(?![在对将把按与和及向于为以从或及等])(?:(?![的等])[一-鿿]){2,4}的(?![，,]\L<marks.modal>)")
_ORDERED_WITHIN = 5
_TITLED = pattern(r"(?:[^。；！？\n]{2,120}的)?\L<part.paper>[ \u3000]*(?:\n|\Z)")
_PLACE_PAUSE = pattern(r"[，,]\L<part.place-does>")
_DESCRIBED = {"department.run": pattern("下设|的|由|设在"), "department.unit": pattern(r"\L<part.set-under>")}


def _accountable(place: Place) -> Part | None:
    """压实地方属地责任."""
    made = place.last in _MAKES and place.text[place.start : place.stop] != "部门"
    if made and _MAKE_DUTY.search(place.before(4)) and _DUTY.match(place.text, place.stop):
        return Part("responsible", "accountable", True)
    return None


def _pays(place: Place) -> Part | None:
    """资金省级承担60%，市县按比例分担; 省负总责."""
    return Part("responsible", "pays", True) if place.roster.names[-1].rule in _SHARES else None


def _treated(place: Place) -> Part | None:
    """对负有责任的地方政府要进行约谈."""
    if place.last == "的" and _OBJECT_OF.match(place.text[place.floor : place.start]):
        return Part("none", "stands-by", True)
    return None


def _set_phrase(place: Place) -> Part | None:
    """党委领导、政府负责、部门协作; 一些地方."""
    text, some = place.text, context().some
    if place.bare and (_SLOGAN.match(text, place.stop) or text.endswith(some, place.floor, place.start)):
        return NOUN
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
        return OVERSEES
    return _LEADS if leads_too(place) else OBLIGED


def _timed(place: Place) -> Part | None:
    """市财政局6月底前完成拨付; 县督查室每季度通报进度."""
    found = timed(place)
    return OVERSEES if found is not None and found.role == "responsible" and oversees(place) else found


def _permitted(place: Place) -> Part | None:
    """各地可结合实际: what a rule leaves to somebody is his; 市水利局有权向有关单位了解情况: he watches over them."""
    words = context()
    may = words.may.match(place.text, place.stop) if place.next in words.allows else None
    if may is None:
        return None
    if not place.bare and _POWER.match(place.text, may.end()):
        return Part("supervise", "power", True)
    left = may.group().endswith(_left()) and place.roster.names[-1].rule != "department.bare"
    return Part("responsible" if left and opens(place) and not place.mute else "none", "may", opens(place))


def _told(place: Place) -> Part | None:
    """县委已明确, 国家下达的, 市财政局印发了."""
    text, stop, words = place.text, place.stop, context()
    last = place.roster.names[-1]
    if last.rule == "department.level" and text.startswith("对地方", stop):
        return Part("none", "told", True)
    ordered = "的" in text[stop : stop + _ORDERED_WITHIN] and _ORDERED.match(text, stop)
    if ordered and not words.qualities.match(text, stop):
        return Part("none", "told", last.rule == "department.level")
    if not opens(place) or words.thing.match(text, stop) or words.done.match(text, stop) or is_past(place):
        shape = _DESCRIBED.get(last.rule) if opens(place) else None
        described = shape is not None and shape.match(text, stop) is not None
        return Part("none", "told", described or last.rule == "department.level")
    if last.rule == "department.central" and last.kind == "government" and not text.startswith("将", stop):
        return TOLD
    return None


def _subject(place: Place) -> Part | None:
    """政府部门统一受理; 有条件的城市，将地膜回收作为必要环节."""
    text, stop = place.text, place.stop
    if text.startswith(able(), place.start) and _PLACE_PAUSE.match(text, stop):
        return Part("responsible", "subject", True)
    if _paused(place):
        stop += 1
    elif place.mute or _NOT_VERB.match(text, stop) or _TITLED.match(text, stop) or _is_value(place):
        return NAMED
    if place.bare and (place.last == "的" or not bare_acts(place)):
        return NOUN
    if place.last in _WITHIN and _ATTRIBUTE.match(text, stop):
        return NAMED
    if _is_outcome(place) or _is_condition(place):
        return Part("none", "told", True)
    if oversees(place):
        return OVERSEES
    return Part("lead" if leads_too(place) else "responsible", "subject", True)


def _paused(place: Place) -> bool:
    """Whether a pause stands between a subject and what it does: ``国务院水行政主管部门，对全国水资源实施监督``."""
    pauses = place.next in _PAUSES and not place.bare and not place.mute and opens(place)
    return pauses and _ON_WHAT.match(place.text, place.stop + 1) is not None


def _is_condition(place: Place) -> bool:
    """Whether the clause of a subject only says when others have a duty: ``县水利局有异议的，由市水利局裁定``."""
    stop = layout(place.document).clauses.bounds(place.stop)[1]
    return place.text.endswith(("的，", "的,"), place.stop, stop) and _OTHERS_TASK.match(place.text, stop) is not None


def _is_outcome(place: Place) -> bool:
    """Whether no deed follows a subject, but what has changed under somebody: 县委在市委领导下，面貌不断改善."""
    under = _UNDER.match(place.text, place.stop)
    if under is None:
        return False
    return is_outcome(place.text[slice(*layout(place.document).clauses.bounds(under.end()))].rstrip("，,。；;\n"))


def _is_value(place: Place) -> bool:
    """Whether a list fills a pair of quotation marks: the value of a field, ``"org": "市文旅局"``."""
    return place.last in _QUOTES and place.next in _QUOTES


RULES: tuple[Callable[[Place], Part | None], ...] = (
    _treated,
    together,
    _set_phrase,
    _stated,
    _duty,
    _permitted,
    _timed,
    headed,
    headline,
    addressed,
    in_charge,
    captioned,
    _told,
    _subject,
)
"""Asked in this order; the first that knows decides."""


def part(document: Document, roster: Roster, floor: int, limit: int) -> Part:
    """The part of a list in the clause that begins at ``floor``, before another list at ``limit``."""
    place = place_of(document, roster, floor, limit)
    found = _pays(place) or _accountable(place) or founded(place)
    if found is None and place.word:
        found = GOVERNED[context().before[place.word]](place)
    if found is not None:
        return found
    for rule in RULES:
        found = rule(place)
        if found is not None:
            return found
    return NAMED
