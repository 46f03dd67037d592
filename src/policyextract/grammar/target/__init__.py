"""Figures: what each quantity is in its clause; a target, an achievement, or neither."""

from bisect import bisect_left
from itertools import groupby
from typing import NamedTuple

from policyextract.document import Document, Find, shared
from policyextract.grammar.passage.genre import promises
from policyextract.grammar.quantity import bound, quantities
from policyextract.grammar.target import indicator
from policyextract.grammar.target.governor import NONE, governor
from policyextract.grammar.target.measure import Measure, goes_on, is_listed, measured
from policyextract.grammar.target.use import FINAL, OTHERS, Context, rhythm
from policyextract.grammar.tense import Cue, Tense, cues, modality, reports, tense
from policyextract.pattern import pattern
from policyextract.segment import layout
from policyextract.values import Change, Figure, Modality, QuantityRole

_BASELINE = pattern("(?:比|较|与)[^，。；]{0,12}?(?:年底?|末|期|水平)(?:相比)?|在[^，。；]{0,12}基础上")
_SCOPE = pattern("其中|各[县市区镇乡]{1,3}(?:政府)?|全[国省市县州区]|我[省市县州区]|各级各部门")
_MODIFIERS = frozenset(("threshold", "aside", "small", "rank", "rate"))
_SUMMED = pattern("累计|共计|合计|总计")
_SIGHT, _HEARD, _BACK = 240, 24, 2


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
    measure: Measure | None
    decided: str


_NOTHING = _Reached(-1, 0, None, "")


def _figure(document: Document, find: Find, last: _Reached, said: _Said) -> tuple[Figure, str, Measure | None]:
    """The figure, the name of what decided, and its measure for the figures that follow in its sentence."""
    clause = layout(document).clauses.bounds(find.start)
    at = _context(document.text, find, clause, last)
    listed = last.measure is not None and (is_listed(at) or goes_on(at, last.measure))
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
    measure = measured(
        at, last.measure, spoken is Tense.PAST or _summed(at) or any(cue.start >= clause[0] for cue in found)
    )
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


def _judged(at: Context, measure: Measure, spoken: Tense, found: list[Cue]) -> Figure:
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
