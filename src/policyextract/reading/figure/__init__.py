"""Figures: what each quantity is in its clause; a target, an achievement, or neither."""

from collections.abc import Sequence
from typing import NamedTuple

from policyextract.grammar.quantity import quantities, readings
from policyextract.grammar.quantity.number import HAN, MULTIPLIERS
from policyextract.grammar.quantity.reading import Reading
from policyextract.marks.cue import Cue
from policyextract.marks.passage.genre import promises
from policyextract.marks.segment import layout
from policyextract.reading.assertion import Act, Said, before, judged, modality, said
from policyextract.reading.figure import indicator
from policyextract.reading.figure.apportion import apportioned
from policyextract.reading.figure.comparison import difference, is_excess, portion
from policyextract.reading.figure.governor import NONE, Governor, governor
from policyextract.reading.figure.masked import masked
from policyextract.reading.figure.measure import Measure, goes_on, is_listed, measured
from policyextract.reading.figure.statistic import completed
from policyextract.reading.figure.use import FINAL, OTHERS, Context, is_share, is_size, rhythm
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import Change, Figure, Modality, Quantity, QuantityRole

_TERM = "[^，。；]{0,12}?(?:年底?|末|期|水平)(?:相比)?"
_BASELINE = pattern(f"比{_TERM}|较{_TERM}|与{_TERM}|在[^，。；]{{0,12}}基础上")
_SCOPE = pattern("其中|各[县市区镇乡]{1,3}(?:政府)?|全[国省市县州区]|我[省市县州区]|各级各部门")
_MODIFIERS = frozenset(("threshold", "aside", "small", "rank", "rate"))
_SUMMED = pattern("累计|共计|合计|总计")
_MEASURING = frozenset(("state", "move"))
_EXCEEDING, _NO_VERB = frozenset(("超过", "超出", "超")), frozenset(("", "的"))
_CLOSING = frozenset("，。；")
_SIGHT, _BACK = 240, 2


def _context(
    document: Document, quantity: Quantity, read: Reading, clause: tuple[int, int], last: "_Reached"
) -> Context:
    text, names = document.text, masked(document)
    begin, end = max(clause[0], read.start - _SIGHT), read.end
    goes_on = last.stop > begin and last.decided not in _MODIFIERS
    opens = begin if not goes_on else last.stop + (text[last.stop : last.stop + 1] == "的")
    whole, head = text[begin : read.start], text[opens : read.start]
    tail = "" if text[end : end + 1] in _CLOSING else text[end : min(clause[1], end + _SIGHT)]
    final = not tail or FINAL.match(tail) is not None
    verb = _governor(whole, head, quantity.unit, final)
    return Context(
        quantity=quantity,
        clause=whole,
        head=head,
        names=(names[begin : read.start], names[opens : read.start]),
        tail=tail,
        verb=verb,
        final=final,
        bounded=read.bounded,
        han=text[read.start] in HAN,
        round=text[read.start] in MULTIPLIERS,
        sourced=goes_on and last.decided == "source",
        listed=goes_on,
        measured=verb.adjacent and verb.kind in _MEASURING,
        share=is_share(quantity),
    )


def _governor(clause: str, head: str, unit: str, final: bool) -> Governor:
    """What governs a figure: a verb, or a comparison with something else that says by how much or how many times."""
    verb = governor(head) if head else NONE
    if verb.word in _EXCEEDING and is_excess(clause[: len(clause) - len(head) + verb.start]):
        return verb._replace(kind="move", change="increase", adjacent=True)
    if not final or verb.word not in _NO_VERB:
        return verb
    return difference(head, unit) or portion(head, unit) or verb


class _Reached(NamedTuple):
    """What the figure before it in its sentence left behind: its clause, where it ended, its measure, what decided."""

    clause: int
    stop: int
    measure: Measure | None
    decided: str


_Decided = tuple[Figure, str, Measure | None]
"""A figure, the name of what decided, and its measure for the figures that follow in its sentence."""

_NOTHING = _Reached(-1, 0, None, "")


def _figure(document: Document, at: Context, start: int, clause: int, last: _Reached, sentence: Said) -> _Decided:
    """The figure at ``start``, in the clause that begins at ``clause``."""
    listed = last.measure is not None and (is_listed(at) or goes_on(at, last.measure)) and not is_size(at)
    for name, applies in () if listed else OTHERS:
        if applies(at):
            return Figure(at.quantity), name, last.measure if name in _MODIFIERS else None
    found = before(sentence, start)
    own = bool(found) and found[-1].start >= clause
    act = Act.REPORTS if sentence.reports else judged(document, found, clause, start).act
    if rhythm(at) and not (own and any(cue.kind == "past" and cue.start >= clause for cue in found)):
        act = Act.ASKS
    if act is Act.RULES:
        if not (at.measured and at.final and promises(document, *layout(document).statements.bounds(start))):
            return Figure(at.quantity), "rule", None
        act = Act.ASKS
    says = own or act is Act.REPORTS or _SUMMED.search(at.clause) is not None
    measure = measured(at, last.measure, says)
    if measure is None:
        return Figure(at.quantity), "count", None
    kind, change, named, firmness, cue = measure
    if not named or (last.measure and named == last.measure.indicator):
        named = _topic(document, start, last) or named
    if act is not Act.REPORTS:
        firmness, cue = modality(document.text, found, clause) or _carried(document, start, last)
    measure = Measure(kind, change, named, firmness, cue)
    return _judged(at, measure, act, found), kind, measure


def _topic(document: Document, position: int, last: _Reached) -> str:
    """What a clause before names to be measured: ``农村居民人均纯收入，考虑价格因素，比上年增长4%``."""
    parts = layout(document)
    here, first = parts.clauses.at(position), parts.clauses.at(parts.statements.bounds(position)[0])
    for index in range(here - 1, max(first, here - 1 - _BACK, last.clause + 1) - 1, -1):
        clause = masked(document)[parts.clauses.starts[index] : parts.clauses.stops[index]].rstrip("，,：:")
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


def _judged(at: Context, measure: Measure, act: Act, found: Sequence[Cue]) -> Figure:
    baseline, scope = _BASELINE.search(at.clause), _SCOPE.search(at.clause)
    past = act is Act.REPORTS
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
    found, sentence, last = list[Find](), None, _NOTHING
    for read, (start, stop, value, rule) in zip(readings(document), finds, strict=True):
        if sentence is None or start >= sentence.stop:
            sentence, last = said(document, start), _NOTHING
        index = clauses.at(start)
        clause = clauses.starts[index]
        at = _context(document, value, read, (clause, clauses.stops[index]), last)
        figure, decided, measure = _figure(document, at, start, clause, last, sentence)
        last = _Reached(index, read.end, measure, decided)
        found.append(Find(start, stop, figure, f"{rule}.{decided}"))
    return completed(document, apportioned(document, found))
