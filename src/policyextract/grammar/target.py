"""Figures: what each quantity is in its clause; a target, an achievement, or neither."""

import re
from typing import NamedTuple

from policyextract.document import Document, Find, shared
from policyextract.grammar import bound, indicator
from policyextract.grammar.governor import NONE, first_verb, governor
from policyextract.grammar.quantity import quantities
from policyextract.grammar.tense import Cue, Tense, cues, modality, tense
from policyextract.grammar.use import FINAL, OTHERS, Context, rhythm
from policyextract.segment import layout
from policyextract.values import Change, Figure, Modality, QuantityRole

_NOUNS = re.compile(
    "(?:率|比重|比例|涨幅|增速|增幅|数量|时限|总量|总额|规模|面积|人数|产值|产量|收入|强度|指数|寿命|年限|里程|能力|均值|浓度|支出|投资|金额|密度|占比"
    "|赤字|能耗|总值|增加值|贷款|余额)$"
)
_BASELINE = re.compile("(?:比|较|与)[^，。；]{0,12}?(?:年底?|末|期|水平)(?:相比)?|在[^，。；]{0,12}基础上")
_SCOPE = re.compile("其中|各[县市区镇乡]{1,3}(?:政府)?|全[国省市县州区]|我[省市县州区]|各级各部门")
_COPULAS = frozenset("为是有至到")
_ADDING = frozenset(("新增", "净增", "新增加", "净增加", "新入库", "增加"))
_NEXT = 3


class _Measure(NamedTuple):
    """How a figure measures: by which kind of word, its change, its indicator; and how its clause speaks."""

    kind: str
    change: str
    indicator: str
    firmness: Modality = Modality.PLAIN
    cue: str = ""


def _measure(at: Context, previous: _Measure | None) -> _Measure | None:
    """The measure of a figure, or ``None`` where it only counts or describes."""
    verb = at.verb
    if verb.adjacent and not (verb.word in _COPULAS and not at.final and not at.share):
        return _Measure(verb.kind, verb.change or "level", _named(at, previous))
    if at.final and not at.head.strip("，、 和及与或"):
        return previous
    if not at.final:
        return _Measure("act", "level", indicator.after(at.tail)) if at.share or at.quantity.unit == "次" else None
    verb = first_verb(indicator.trimmed(at.head))
    if _NOUNS.search(at.head):
        return _Measure("noun", "increase" if verb.word in _ADDING else "level", _named(at, previous))
    if verb.kind in ("act", "move"):
        return _Measure("act", verb.change or "level", _named(at, previous))
    return previous and previous._replace(indicator=_named(at, previous))


def _named(at: Context, previous: _Measure | None) -> str:
    own = indicator.before(at.head, at.verb)
    if at.verb.kind == "act" and at.verb.adjacent and not at.final:
        return indicator.after(at.tail) or own
    if own:
        return own
    if not at.final:
        return indicator.after(at.tail)
    if at.head is not at.clause and previous is None:
        own = indicator.before_source(at.clause)
    return own or (previous.indicator if previous else at.verb.word)


def _context(text: str, find: Find, clause: tuple[int, int], reached: int) -> Context:
    follows, _, end = bound.after(text, find.stop)
    whole = text[clause[0] : find.start]
    head = text[reached : find.start] if reached > clause[0] else whole
    tail = text[end : clause[1]]
    verb = governor(head) if head else NONE
    return Context(find.value, whole, head, tail, verb, FINAL.match(tail) is not None, follows is not None)


class _Reached(NamedTuple):
    """What the figure before left behind: its sentence, its clause, where it ended, and its measure."""

    sentence: int
    clause: int
    stop: int
    measure: _Measure | None


def _figure(document: Document, find: Find, last: _Reached) -> tuple[Figure, str, _Measure | None]:
    """The figure, the name of what decided, and its measure for the figures that follow in its sentence."""
    clause = layout(document).clauses.bounds(find.start)
    at = _context(document.text, find, clause, last.stop)
    for name, applies in OTHERS:
        if applies(at):
            return Figure(find.value), name, None
    measure = _measure(at, last.measure)
    if measure is None:
        return Figure(find.value), "count", None
    start, _ = layout(document).sentences.bounds(find.start)
    reference = document.reference_date.year if document.reference_date else None
    found = cues(document.text, start, find.start, reference)
    spoken = tense(document, found, clause[0], find.start)
    if spoken is Tense.RULE and not rhythm(at):
        return Figure(find.value), "rule", None
    if spoken is not Tense.PAST:
        near = layout(document).clauses.at(find.start) - last.clause <= 1 and last.measure is not None
        carried = (last.measure.firmness, last.measure.cue) if near and last.measure else (Modality.PLAIN, "")
        firmness, cue = modality(document.text, found, clause[0]) or carried
        measure = measure._replace(firmness=firmness, cue=cue)
    return _judged(at, measure, spoken, found), measure.kind, measure


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
    found: list[Find] = []
    last = _Reached(-1, -1, 0, None)
    parts = layout(document)
    for find in quantities(document):
        sentence = parts.sentences.at(find.start)
        figure, decided, measure = _figure(
            document, find, last if sentence == last.sentence else _Reached(-1, -1, 0, None)
        )
        _, _, end = bound.after(document.text, find.stop)
        last = _Reached(sentence, parts.clauses.at(find.start), end, measure)
        found.append(find._replace(value=figure, rule=f"{find.rule}.{decided}"))
    return tuple(found)
