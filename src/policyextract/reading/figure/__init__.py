"""Figures: what each quantity is in its clause; a target, an achievement, or neither."""

from collections.abc import Sequence

from policyextract.grammar.quantity import quantities, readings
from policyextract.marks.cue import Cue
from policyextract.marks.passage.genre import grants, promises
from policyextract.marks.segment import layout
from policyextract.reading.assertion import Act, Said, before, judged, said
from policyextract.reading.assertion.expectation import expected, is_headed_by_goals
from policyextract.reading.assertion.firmness import modality
from policyextract.reading.figure import indicator
from policyextract.reading.figure.apportion import apportioned
from policyextract.reading.figure.context import HELD, Context, rhythm
from policyextract.reading.figure.described import EXTENT, WHOLE, is_cost, is_extent
from policyextract.reading.figure.division import divided, is_division, opens_division
from policyextract.reading.figure.governor import NONE, first_verb
from policyextract.reading.figure.masked import masked
from policyextract.reading.figure.measure import Measure, goes_on, is_fact, is_listed, measured
from policyextract.reading.figure.noun import is_measure
from policyextract.reading.figure.planned import without_planned
from policyextract.reading.figure.setting import MODIFIERS, Reached, context, defines, is_dated, triggers
from policyextract.reading.figure.standing import sets_level, sets_to_work
from policyextract.reading.figure.statistic import completed
from policyextract.reading.figure.told import received, takes_on, told, worked_out
from policyextract.reading.figure.use import OTHERS, is_arranged, is_served, is_size, of_goal
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import Change, Figure, Modality, QuantityRole

_TERM = "[^，。；]{0,12}?(?:年底?|[末期]|水平)(?:相比)?"
_BASELINE = pattern(f"(?<![占同])比{_TERM}|较{_TERM}|与{_TERM}|在[^，。；]{{0,12}}基础上")
_SCOPE = pattern("\\L<figure.scope-word>|各[县市区镇乡]{1,3}(?:政府)?|全[国省市县州区]|我[省市县州区]")
_SUMMED = pattern("\\L<figure.total>")
_TOLD = frozenset(("grant", "attended"))
_GOAL_CLOSES = pattern("[^。；;]{0,60}?的\\L<figure.goal-before>{0,2}目标(?:任务)?[。；，;,]")
_LINKED = pattern("(?:[^，。；]{0,24}[、和及与])?$")
_DESCRIBED, _BARE = frozenset(("attended", "count")), pattern("[^，。；]{0,6}[，,]?")
_HAVE, _MARK = frozenset(("subject", "counted", "fact", "count")), pattern("[^，。；]{2}\\L<figure.short-of>$")
_BACK = 2


_Decided = tuple[Figure, str, Measure | None, Act | None]
"""A figure, the name of what decided, its measure for the figures that follow in its sentence, what its clause does."""

_NOTHING = Reached(-1, 0, None, "")


def _figure(document: Document, at: Context, start: int, clause: int, last: Reached, sentence: Said) -> _Decided:
    """The figure at ``start``, in the clause that begins at ``clause``."""
    found = before(sentence, start)
    own = bool(found) and (found[-1].start >= clause or found[-1].word == "outlook")
    if last.act and (part := divided(at, last, own)):
        return _judged(at, part, last.act, found), part.kind, part, last.act
    act = _act(document, at, start, clause, last, sentence.reports, found)
    name = _use(at, last, act)
    if not name and act is not Act.REPORTS:
        name = "condition" if triggers(document, at, start) or (not own and defines(document, start)) else ""
    if name:
        return Figure(at.quantity), name, *((last.measure, last.act) if name in MODIFIERS else (None, None))
    if act is Act.RULES:
        if not (last.act is Act.ASKS and _is_next(at, last)) and not _is_promised(document, at, start):
            return Figure(at.quantity), "rule", None, None
        act = Act.ASKS
    beside, reports = _beside_other(at, last), act is Act.REPORTS
    says = not beside and (own or reports or _SUMMED.search(at.clause) is not None or last.decided == WHOLE)
    says = says or (not beside and not at.listed and is_headed_by_goals(document, start))
    measure = measured(at, last.measure, says, reports and not beside)
    if measure is None:
        return Figure(at.quantity), "count", None, None
    kind, change, named, firmness, cue, _ = measure
    change = "level" if at.verb.kind == "bound" and (at.verb.word[0] == "不" or opens_division(at)) else change
    if not named or (last.measure and named == last.measure.indicator):
        named = _topic(document, start, last) or named
    if act is not Act.REPORTS:
        firmness, cue = _modality(document, at, found, start, clause) or _carried(document, start, last)
        if firmness is Modality.PLAIN and (word := expected(document, start)):
            firmness, cue = Modality.EXPECTED, word
    measure = Measure(kind, change, named, firmness, cue, at.quantity.unit)
    return _judged(at, measure, act, found), kind, measure, act


def _is_promised(document: Document, at: Context, start: int) -> bool:
    """Whether a figure in a document that grants is work that it sets, and nothing that it grants or asks for it."""
    parts, exact = layout(document), not at.bounded or at.quantity.approximate
    if (
        takes_on(at)
        or sets_level(at)
        or sets_to_work(at)
        or (is_arranged(at) and "承担" not in at.tail and not grants(document))
    ):
        return True
    aimed = at.final if at.measured or not exact else at.quantity.unit not in HELD
    if not aimed or not (at.measured or exact or (at.quantity.high is None and is_dated(document, start))):
        return False
    stop = start - len(at.head) + at.verb.start if is_served(at) else parts.clauses.bounds(start)[1]
    return promises(document, parts.statements.bounds(start), stop)


def _act(
    document: Document, at: Context, start: int, clause: int, last: Reached, reports: bool, found: Sequence[Cue]
) -> Act:
    """What the clause of a figure does with it; ``found`` are the cues before it, ``reports`` tells of its sentence.

    A rhythm is asked for; a part goes with its whole; what is left, and who has received what, is reported.
    """
    own = [cue for cue in found if cue.start >= clause]
    parting = [cue for cue in own if cue.kind != "past" or last.act is not Act.REPORTS]
    if rhythm(at) and not (own and any(cue.kind == "past" for cue in own)):
        return Act.ASKS
    if last.act and not parting and (opens_division(at) or _names_only(at) or _is_next(at, last)):
        return last.act
    said = judged(document, found, clause, start)
    decided = said.cue or (found[-1] if found and found[-1].kind == "past" else None)
    agrees = last.act is Act.REPORTS and decided is not None and decided.start < last.stop and not own
    act = Act.REPORTS if reports or agrees else said.act
    told = act is Act.ASKS and (is_fact(at) or received(at) or (said.leans and worked_out(at)))
    return Act.REPORTS if told and not any(cue.kind != "past" and cue.word != "season" for cue in own) else act


def _is_next(at: Context, last: Reached) -> bool:
    """Whether a list of counted things goes on that a measure opened."""
    return at.listed and last.measure is not None and goes_on(at, last.measure)


def _names_only(at: Context) -> bool:
    """Whether a clause is but a name with its figure, so that it goes on with what the one before it does."""
    return at.final and not at.listed and not at.verb.kind and not first_verb(at.head).word


def _use(at: Context, last: Reached, act: Act) -> str:
    """The name of what makes a figure neither promise nor report, if anything does.

    A clause that reports tells what was paid and to whom (``发放补贴96万元``, ``1290名老人享受补贴``): only a rate
    (``每人每月``) is a grant in it.
    """
    listed = (
        last.measure is not None and (is_listed(at) or goes_on(at, last.measure)) and not (is_size(at) or of_goal(at))
    )
    costs = act is Act.ASKS and is_cost(at)
    if act is Act.REPORTS and at.listed and last.decided in _HAVE and _MARK.search(at.head):
        return "threshold"  # 3个县佩标率不到70%
    for name, applies in () if listed else OTHERS:
        if applies(at) and not (act is Act.REPORTS and name in _TOLD and told(at, name)):
            return name
    return EXTENT if is_extent(at, last.decided) and not (last.measure and (at.bounded or costs)) else ""


def _beside_other(at: Context, last: Reached) -> bool:
    """Whether a figure goes on in a list that only describes: ``围绕20个项目、30个方面``, ``辖6镇，82个村``."""
    if last.measure is not None:
        return False
    if at.listed:
        return _LINKED.match(at.head) is not None
    return last.decided in _DESCRIBED and not at.head and _BARE.fullmatch(at.tail) is not None


def _modality(
    document: Document, at: Context, found: Sequence[Cue], start: int, clause: int
) -> tuple[Modality, str] | None:
    """The modal word that governs a figure; one behind the figure before it comes first: ``确保6%、力争7%``."""
    own = [cue for cue in found if cue.start >= start - len(at.head)]
    near = modality(document.text, own, clause) if at.listed and own else None
    if _GOAL_CLOSES.match(document.text, start):  # 确保实现甲、乙达到90%的目标: the word governs all up to the noun
        clause = found[0].start if found else clause
    return near or modality(document.text, found, clause)


def _topic(document: Document, position: int, last: Reached) -> str:
    """What a clause before names to be measured: ``农村居民人均纯收入，考虑价格因素，比上年增长4%``."""
    parts = layout(document)
    here, first = parts.clauses.at(position), parts.clauses.at(parts.statements.bounds(position)[0])
    for index in range(here - 1, max(first, here - 1 - _BACK, last.clause + 1) - 1, -1):
        clause = masked(document)[parts.clauses.starts[index] : parts.clauses.stops[index]].rstrip("，,：:")
        if is_measure(clause):
            return indicator.before(clause, clause, NONE)
    return ""


def _carried(document: Document, position: int, last: Reached) -> tuple[Modality, str]:
    """The modal word of the clause before, where it governs what that clause measures: ``力争甲达到5%，乙达到6%``."""
    clauses, measure = layout(document).clauses, last.measure
    if measure is None or not measure.cue or clauses.at(position) - last.clause > 1:
        return Modality.PLAIN, ""
    if any(sign in document.text[last.stop : position] for sign in "；;"):
        return Modality.PLAIN, ""
    word = document.text.find(measure.cue, clauses.starts[last.clause], position)
    governs = not measure.indicator or word < 0 or document.text.find(measure.indicator, word, position) >= 0
    return (measure.firmness, measure.cue) if governs else (Modality.PLAIN, "")


def _baseline(at: Context) -> str:
    """What a figure is compared with: ``比上年``, ``高于全省平均水平``."""
    verb, found = at.verb, _BASELINE.search(at.clause)
    if verb.word != "的" and verb.stop - verb.start > len(verb.word):
        return at.head[verb.start :].removesuffix(verb.word).rstrip("的")
    return found.group() if found else ""


def _judged(at: Context, measure: Measure, act: Act, found: Sequence[Cue]) -> Figure:
    scope = _SCOPE.search(at.clause)
    past = act is Act.REPORTS
    return Figure(
        at.quantity,
        QuantityRole.ACHIEVED if past else QuantityRole.TARGET,
        measure.indicator or None,
        Change(measure.change or "level"),
        None if past else measure.firmness,
        (found[-1].word if found and found[-1].kind == "past" else "") if past else measure.cue,
        _baseline(at),
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
            sentence = said(document, start)
            last = last if sentence.start < last.stop else _NOTHING
        index = clauses.at(start)
        clause = clauses.starts[index]
        at = context(document, value, read, (clause, clauses.stops[index]), last)
        figure, decided, measure, act = _figure(document, at, start, clause, last, sentence)
        last = Reached(index, read.end, measure, decided, act, value.unit, is_division(at, last))
        found.append(Find(start, stop, figure, f"{rule}.{decided}"))
    return completed(document, apportioned(document, without_planned(document, found)))
