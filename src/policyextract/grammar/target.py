"""Figures: what each quantity is in its clause; a target, an achievement, or neither."""

from bisect import bisect_left
from itertools import groupby
from typing import NamedTuple

from policyextract.document import Document, Find, shared
from policyextract.grammar import bound, indicator
from policyextract.grammar.genre import promises
from policyextract.grammar.governor import NONE, first_verb, governor
from policyextract.grammar.quantity import quantities
from policyextract.grammar.tense import Cue, Tense, cues, modality, reports, tense
from policyextract.grammar.use import FINAL, OTHERS, Context, rhythm
from policyextract.pattern import pattern
from policyextract.segment import layout
from policyextract.values import Change, Figure, Modality, QuantityRole

_BASELINE = pattern("(?:比|较|与)[^，。；]{0,12}?(?:年底?|末|期|水平)(?:相比)?|在[^，。；]{0,12}基础上")
_SCOPE = pattern("其中|各[县市区镇乡]{1,3}(?:政府)?|全[国省市县州区]|我[省市县州区]|各级各部门")
_COPULAS = frozenset("为是有至到的")
_ADDING = frozenset(("新增", "净增", "新增加", "净增加", "新入库", "增加"))
_MODIFIERS = frozenset(("threshold", "aside", "small", "rank", "rate"))
_LINKS = "，、 和及与或"
_EVENT = pattern("(?:少|出现|发生|凡|若|如|第|每)$")
_SUMMED = pattern("累计|共计|合计|总计")
_COMPARING = pattern("[高低快好优]于|超出|超过|高出|领先|同比|比")
_FROM = pattern("从|由")
_TRANSITIVE = pattern("拟?安排|完成|实现|投入|下达|共计?|合计|总计|累计|平均|拿出|使用|将|把")
_PAYERS = pattern("(?:中央|地方|省级?|各级|市级?|县级?)?财政部?|国家|我国|各地|我们")
_COUNTED = pattern("[^，。；、0-9]{1,8}[、和及]")
_LISTED = pattern("^[^，。；]{0,24}(?:、|和|及|以及|与)$")
_SIGHT, _HEARD, _BACK = 240, 24, 2
_SOME, _LARGE, _NAME, _LONGEST = 10, 100, 2, 60
_OPENED = pattern("(?:^|[有使让])(?:近|约|超过?|逾|全国|累计|共|已|全[省市县州区])*$")


class _Measure(NamedTuple):
    """How a figure measures: by which kind of word, its change, its indicator; and how its clause speaks."""

    kind: str
    change: str
    indicator: str
    firmness: Modality = Modality.PLAIN
    cue: str = ""


def _measure(at: Context, last: "_Reached", said: bool) -> _Measure | None:
    """The measure of a figure, or ``None`` where it only counts or describes.

    ``said``: whether the clause itself says that it reports or asks, so that a figure without a verb counts too.
    """
    verb, previous = at.verb, last.measure
    if previous and _is_listed(at):
        return previous
    if previous and _goes_on(at, previous):
        return previous._replace(indicator=indicator.after(at.tail))
    if verb.adjacent and (at.final or at.share or verb.word not in _COPULAS):
        kind = "state" if verb.kind == "attend" else verb.kind
        return _Measure(kind, verb.change or "level", _named(at, previous))
    if not at.final:
        return _subject(at, said)
    if rhythm(at):
        return _Measure("act", "level", _named(at, None))
    opening = first_verb(indicator.opened(at.head))
    listed = previous.change if previous and last.stop and at.head is not at.clause else ""
    if indicator.is_measure(indicator.before(at.clause, at.head, verb)):
        added = opening.word in _ADDING or (opening.word and not opening.start)
        change = (opening.change if added and not indicator.is_ratio(at.head) else "") or listed or "level"
        return _Measure("noun", change, _named(at, previous))
    if opening.kind in ("act", "move"):
        return _Measure("act", opening.change or "level", _named(at, previous))
    if previous:
        return previous._replace(indicator=_named(at, previous))
    return _Measure("noun", "level", _named(at, None)) if said or verb.kind == "bound" else None


def _is_listed(at: Context) -> bool:
    """Whether only a link, or what the last one counted, parts the figure from it: ``2%、3%``, ``4个环节、9天``."""
    if at.head is at.clause:
        return at.final and not at.head.strip(_LINKS)
    return not at.head.strip(_LINKS) or (at.final and _COUNTED.fullmatch(at.head) is not None)


def _goes_on(at: Context, previous: _Measure) -> bool:
    """Whether a list of counted things goes on: ``建设10个园区、20个基地和5个平台``."""
    return not at.final and previous.kind in ("act", "subject") and bool(_LISTED.search(at.head))


def _subject(at: Context, said: bool) -> _Measure | None:
    """A figure that opens what is said of it: ``一半项目处在…``, ``信息一次填报``, ``1700多万人次受益``."""
    large = (at.quantity.low or at.quantity.high or 0) >= (_LARGE if at.han else _SOME)
    if (
        at.share
        or (at.quantity.unit == "次" and not _EVENT.search(at.head))
        or (said and large and _OPENED.search(at.clause))
    ):
        return _Measure("subject", "level", indicator.after(at.tail))
    return None


def _named(at: Context, previous: _Measure | None) -> str:
    own = indicator.before(at.clause, at.head, at.verb)
    if at.sourced and _FROM.search(at.clause):
        own = indicator.before_source(at.clause)
    if not _NAME <= len(own) <= _LONGEST or _COMPARING.match(own) or _PAYERS.fullmatch(own):
        own = ""
    if at.verb.kind == "act" and at.verb.adjacent and not at.final:
        return indicator.after(at.tail) or own
    if own:
        return own
    if not at.final:
        return indicator.after(at.tail)
    if previous:
        return previous.indicator
    return at.verb.word if at.verb.kind == "act" and not _TRANSITIVE.fullmatch(at.verb.word) else ""


def _context(text: str, find: Find, clause: tuple[int, int], last: "_Reached") -> Context:
    follows, _, end = bound.after(text, find.stop)
    start = max(clause[0], find.start - _SIGHT)
    whole = text[start : find.start]
    goes_on = last.stop > start and last.decided not in _MODIFIERS
    head = text[last.stop : find.start].lstrip("的") if goes_on else whole
    tail = text[end : min(clause[1], end + _SIGHT)]
    verb = governor(head) if head else NONE
    han = not text[find.start].isdigit()
    final, sourced = FINAL.match(tail) is not None, goes_on and last.decided == "source"
    return Context(find.value, whole, head, tail, verb, final, follows is not None, han, sourced)


def _summed(at: Context) -> bool:
    return _SUMMED.search(at.clause) is not None


class _Said(NamedTuple):
    """The cues of a sentence, and whether it reports throughout."""

    cues: list[Cue]
    reports: bool


class _Reached(NamedTuple):
    """What the figure before it in its sentence left behind: its clause, where it ended, its measure, what decided."""

    clause: int
    stop: int
    measure: _Measure | None
    decided: str


_NOTHING = _Reached(-1, 0, None, "")


def _figure(document: Document, find: Find, last: _Reached, said: _Said) -> tuple[Figure, str, _Measure | None]:
    """The figure, the name of what decided, and its measure for the figures that follow in its sentence."""
    clause = layout(document).clauses.bounds(find.start)
    at = _context(document.text, find, clause, last)
    listed = last.measure is not None and (_is_listed(at) or _goes_on(at, last.measure))
    for name, applies in () if listed else OTHERS:
        if applies(at):
            return Figure(find.value), name, last.measure if name in _MODIFIERS else None
    heard = bisect_left(said.cues, (find.start,))
    found = said.cues[max(heard - _HEARD, 0) : heard]
    spoken = Tense.PAST if said.reports else tense(document, found, clause[0], find.start)
    if rhythm(at) and not any(cue.kind == "past" and cue.start >= clause[0] for cue in found):
        spoken = Tense.FUTURE
    if (
        spoken is Tense.RULE
        and at.measured
        and at.final
        and promises(document, *layout(document).statements.bounds(find.start))
    ):
        spoken = Tense.FUTURE
    if spoken is Tense.RULE:
        return Figure(find.value), "rule", None
    measure = _measure(at, last, spoken is Tense.PAST or _summed(at) or any(cue.start >= clause[0] for cue in found))
    if measure is None:
        return Figure(find.value), "count", None
    if not measure.indicator or (last.measure and measure.indicator == last.measure.indicator):
        measure = measure._replace(indicator=_topic(document, find.start, last) or measure.indicator)
    if spoken is not Tense.PAST:
        firmness, cue = modality(document.text, found, clause[0]) or _carried(document, find.start, last)
        measure = measure._replace(firmness=firmness, cue=cue)
    return _judged(at, measure, spoken, found), measure.kind, measure


def _topic(document: Document, position: int, last: _Reached) -> str:
    """What a clause before names to be measured: ``农村居民人均纯收入，考虑价格因素，比上年增长4%``."""
    parts = layout(document)
    here, first = parts.clauses.at(position), parts.clauses.at(parts.statements.bounds(position)[0])
    for index in range(here - 1, max(first, here - 1 - _BACK, last.clause + 1) - 1, -1):
        clause = document.text[parts.clauses.starts[index] : parts.clauses.stops[index]].rstrip("，,：:")
        if indicator.is_measure(clause):
            return indicator.before(clause, clause, NONE)
    return ""


def _carried(document: Document, position: int, last: _Reached) -> tuple[Modality, str]:
    """The modal word of the clause before, where it governs what that clause measures: ``力争甲达到5%，乙达到6%``."""
    clauses, measure = layout(document).clauses, last.measure
    if measure is None or not measure.cue or clauses.at(position) - last.clause > 1:
        return Modality.PLAIN, ""
    word = document.text.find(measure.cue, clauses.starts[last.clause], position)
    governs = not measure.indicator or word < 0 or document.text.find(measure.indicator, word, position) >= 0
    return (measure.firmness, measure.cue) if governs else (Modality.PLAIN, "")


def _judged(at: Context, measure: _Measure, spoken: Tense, found: list[Cue]) -> Figure:
    baseline, scope = _BASELINE.search(at.clause), _SCOPE.search(at.clause)
    past = spoken is Tense.PAST
    return Figure(
        at.quantity,
        QuantityRole.ACHIEVED if past else QuantityRole.TARGET,
        measure.indicator or None,
        Change(measure.change or "level"),
        None if past else measure.firmness,
        (found[-1].word if found and found[-1].kind == "past" else "") if past else measure.cue,
        baseline.group() if baseline else "",
        scope.group() if scope else "",
    )


@shared
def figures(document: Document) -> tuple[Find, ...]:
    """The figures of a document, in the order of the text.

    >>> for find in figures(Document.plain("确保网上可办率达到90%，力争达到95%。目前已办结100件。")):
    ...     print(find.value.role, find.value.indicator, find.value.modality, find.rule)
    target 网上可办率 required quantity.unit.state
    target 网上可办率 strive quantity.unit.state
    achieved 办结 None quantity.unit.act
    """
    parts, found = layout(document), list[Find]()
    for index, group in groupby(quantities(document), lambda find: parts.sentences.at(find.start)):
        finds = list(group)
        heard = cues(document, parts.sentences.starts[index], parts.sentences.stops[index])
        said = _Said(heard, reports(document, heard, [find.start for find in finds]))
        last = _NOTHING
        for find in finds:
            figure, decided, measure = _figure(document, find, last, said)
            _, _, end = bound.after(document.text, find.stop)
            last = _Reached(parts.clauses.at(find.start), end, measure, decided)
            found.append(find._replace(value=figure, rule=f"{find.rule}.{decided}"))
    return tuple(found)
