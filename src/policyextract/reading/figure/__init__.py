"""Figures: what each quantity is in its clause; a target, an achievement, or neither."""

from bisect import bisect_left
from typing import NamedTuple

from policyextract.grammar.quantity import quantities, readings
from policyextract.grammar.quantity.number import HAN
from policyextract.grammar.quantity.reading import Reading
from policyextract.marks.passage.genre import promises
from policyextract.marks.segment import layout
from policyextract.reading.figure import indicator
from policyextract.reading.figure.governor import NONE, governor
from policyextract.reading.figure.measure import Measure, goes_on, is_listed, measured
from policyextract.reading.figure.statistic import completed
from policyextract.reading.figure.use import FINAL, OTHERS, Context, is_share, rhythm
from policyextract.reading.tense import Cue, Tense, cues, modality, reports, tense
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import Change, Figure, Modality, Quantity, QuantityRole

_TERM = "[^，。；]{0,12}?(?:年底?|末|期|水平)(?:相比)?"
_BASELINE = pattern(f"比{_TERM}|较{_TERM}|与{_TERM}|在[^，。；]{{0,12}}基础上")
_SCOPE = pattern("其中|各[县市区镇乡]{1,3}(?:政府)?|全[国省市县州区]|我[省市县州区]|各级各部门")
_MODIFIERS = frozenset(("threshold", "aside", "small", "rank", "rate"))
_SUMMED = pattern("累计|共计|合计|总计")
_MEASURING = frozenset(("state", "move"))
_CLOSING = frozenset("，。；")
_OF_WHICH = "其中"
_SIGHT, _HEARD, _BACK = 240, 24, 2


def _context(text: str, quantity: Quantity, read: Reading, clause: tuple[int, int], last: "_Reached") -> Context:
    begin, end = max(clause[0], read.start - _SIGHT), read.end
    whole = text[begin : read.start]
    goes_on = last.stop > begin and last.decided not in _MODIFIERS
    head = text[last.stop : read.start].lstrip("的") if goes_on else whole
    tail = "" if text[end : end + 1] in _CLOSING else text[end : min(clause[1], end + _SIGHT)]
    verb = governor(head) if head else NONE
    final, bounded = not tail or FINAL.match(tail) is not None, read.bounded
    han, sourced = text[read.start] in HAN, goes_on and last.decided == "source"
    measures = verb.adjacent and verb.kind in _MEASURING
    return Context(quantity, whole, head, tail, verb, final, bounded, han, sourced, measures, is_share(quantity))


class _Said(NamedTuple):
    """A sentence: where it stops, the cues in it, and whether it reports throughout."""

    stop: int
    cues: list[Cue]
    reports: bool


class _Reached(NamedTuple):
    """What the figure before it in its sentence left behind: its clause, where it ended, its measure, what decided."""

    clause: int
    stop: int
    measure: Measure | None
    decided: str


_Decided = tuple[Figure, str, Measure | None]
"""A figure, the name of what decided, and its measure for the figures that follow in its sentence."""

_SILENCE, _NOTHING = _Said(0, [], reports=False), _Reached(-1, 0, None, "")


def _figure(document: Document, at: Context, start: int, clause: int, last: _Reached, said: _Said) -> _Decided:
    """The figure at ``start``, in the clause that begins at ``clause``."""
    listed = last.measure is not None and (is_listed(at) or goes_on(at, last.measure))
    for name, applies in () if listed else OTHERS:
        if applies(at):
            return Figure(at.quantity), name, last.measure if name in _MODIFIERS else None
    heard = bisect_left(said.cues, (start,))
    found = said.cues[max(heard - _HEARD, 0) : heard]
    own = bool(found) and found[-1].start >= clause
    spoken = Tense.PAST if said.reports else tense(document, found, clause, start)
    if rhythm(at) and not (own and any(cue.kind == "past" and cue.start >= clause for cue in found)):
        spoken = Tense.FUTURE
    if spoken is Tense.RULE:
        if not (at.measured and at.final and promises(document, *layout(document).statements.bounds(start))):
            return Figure(at.quantity), "rule", None
        spoken = Tense.FUTURE
    says = own or spoken is Tense.PAST or _SUMMED.search(at.clause) is not None
    measure = measured(at, last.measure, says)
    if measure is None:
        return Figure(at.quantity), "count", None
    kind, change, named, firmness, cue = measure
    if not named or (last.measure and named == last.measure.indicator):
        named = _topic(document, start, last) or named
    if spoken is not Tense.PAST:
        firmness, cue = modality(document.text, found, clause) or _carried(document, start, last)
    measure = Measure(kind, change, named, firmness, cue)
    return _judged(at, measure, spoken, found), kind, measure


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
    clauses, finds = layout(document).clauses, quantities(document)
    starts, found = [find.start for find in finds], list[Find]()
    said, last = _SILENCE, _NOTHING
    for read, (start, stop, value, rule) in zip(readings(document), finds, strict=True):
        if start >= said.stop:
            said, last = _said(document, start, starts), _NOTHING
        index = clauses.at(start)
        clause = clauses.starts[index]
        at = _context(document.text, value, read, (clause, clauses.stops[index]), last)
        figure, decided, measure = _figure(document, at, start, clause, last, said)
        last = _Reached(index, read.end, measure, decided)
        found.append(Find(start, stop, figure, f"{rule}.{decided}"))
    return completed(document, found)


def _said(document: Document, start: int, starts: list[int]) -> _Said:
    """What the sentence says in which the figure at ``start`` stands; ``starts`` are those of all figures.

    A sentence that only divides the one before it (``其中，…``) goes on with what that says.
    """
    sentences = layout(document).sentences
    begin, stop = sentences.bounds(start)
    if begin and document.text.startswith(_OF_WHICH, begin):
        begin = sentences.bounds(begin - 1)[0]
    heard = cues(document, begin, stop)
    return _Said(stop, heard, reports(document, heard, starts, stop))
