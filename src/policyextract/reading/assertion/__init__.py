"""What a clause does: it asks, reports or rules; by its own cues, then those of its sentence, then its passage.

Figures, times, departments and commitments take it from here, so that they do not disagree on one clause.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from attrs import frozen

from policyextract import lexicon
from policyextract.day.stated_date import day_of
from policyextract.grammar.quantity import quantities
from policyextract.marks import cue as marked
from policyextract.marks.cue import Cue
from policyextract.marks.passage.frame import frames
from policyextract.marks.passage.genre import regulates, rules
from policyextract.marks.passage.title import Frame
from policyextract.marks.segment import Segments, layout
from policyextract.reading.assertion.dating import datings
from policyextract.reading.assertion.done import is_left, is_past, sums_up
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_BESIDE = frozenset(("manner", "state"))  # words that tell how or from what somebody acts, and not that he did
_SOFT = frozenset(("strive", "expected"))
_OF_WHICH = "其中"
_DONE = pattern("\\L<figure.as-things-are>?已?完成")  # 计划征收800户，完成560户
_HEARD = 24  # cues on one side of a position that are asked, so that a sentence of nothing but cues costs its length


class Act(StrEnum):
    """What a clause does with what it says."""

    ASKS = "asks"
    REPORTS = "reports"
    RULES = "rules"


@frozen
class Assertion:
    """What a clause does, and why.

    Attributes:
        act: asks, reports or rules.
        rule: what decided: ``cue`` (a word, or a day gone by or to come), ``sentence`` (another clause of it reports),
            ``title``, ``opening`` or ``leaning`` (of its passage), or ``genre`` (the kind of document).
        cue: the word that decided, if one did.

    >>> document = Document.plain("一、去年工作回顾\\n新建5所。\\n今后要建成8所。")
    >>> [(found.act.value, found.rule) for found in (assertion(document, 11), assertion(document, 20))]
    [('reports', 'title'), ('asks', 'cue')]
    """

    act: Act
    rule: str
    cue: Cue | None = None

    @property
    def leans(self) -> bool:
        """Whether no word says so, but the way that the passage leans, or a day of the year that may be to come."""
        return self.rule == "leaning" or (self.cue is not None and self.cue.word == "season")


@frozen
class Said:
    """A sentence: where it starts and stops, the cues in it, and whether it reports throughout."""

    start: int
    stop: int
    cues: tuple[Cue, ...]
    reports: bool


@shared
def _sentences(document: Document) -> tuple[Segments, dict[int, Said]]:
    """The sentences of a document, and what those say that were asked for, by their ends."""
    return layout(document).sentences, {}


def said(document: Document, position: int) -> Said:
    """What the sentence says that holds a position.

    A sentence that only divides the one before it (``其中，…``) goes on with what that says.
    """
    sentences, known = _sentences(document)
    begin, stop = sentences.bounds(position)
    if begin and document.text.startswith(_OF_WHICH, begin):
        begin = sentences.bounds(begin - 1)[0]
    if stop not in known:
        heard = _heard(document, begin, stop)
        known[stop] = Said(begin, stop, heard, _reports(document, heard, stop))
    return known[stop]


def _heard(document: Document, start: int, stop: int) -> tuple[Cue, ...]:
    """The cues in a stretch, dates among them; under a title of goals, what only compares reports nothing."""
    found = marked.cues(document, start, stop)
    if day_of(document) is not None:
        dates = datings(document, start, stop)
        found = tuple([cue for cue in found if "dates" not in cue.tags and cue.word != "undated"])
        found = tuple(sorted(found + dates)) if dates else found
    if frames(document).told(start) == (Frame.PLAN, "title"):
        return tuple([cue for cue in found if "weak" not in cue.tags])
    return found


@shared
def _figures(document: Document) -> tuple[int, ...]:
    return tuple([find.start for find in quantities(document)])


def _reports(document: Document, heard: Sequence[Cue], stop: int) -> bool:
    """Whether a sentence reports all of its figures: the clause of one says so, or ``了`` anywhere, and none asks."""
    if not heard or _asks(heard) or rules(document):
        return False
    figures, clauses = _figures(document), layout(document).clauses
    planned, source = frames(document).told(heard[0].start)
    if (planned is not Frame.PLAN or source == "leaning") and any(map(partial(_tells_deed, document.text), heard)):
        return True
    for cue in (cue for cue in heard if "state" not in cue.tags):
        after = bisect_right(figures, cue.start)
        if after < len(figures) and figures[after] < stop and figures[after] <= clauses.bounds(cue.start)[1]:
            return True
    return False


def _tells_deed(text: str, cue: Cue) -> bool:
    """Whether a cue is the particle that closes a deed; what was set out is still to be done: ``提出了目标``."""
    return cue.word == "了" and not text.endswith(_sets_out(), 0, cue.start)


_sets_out = partial(lexicon.select, "marks/words", "sets-out")


def _asks(heard: Sequence[Cue]) -> bool:
    return any(cue.kind != "past" for cue in heard)


def assertion(document: Document, position: int) -> Assertion:
    """What a clause does, as far as its words up to ``position`` show."""
    sentence = said(document, position)
    if sentence.reports:
        return Assertion(Act.REPORTS, "sentence")
    clause = layout(document).clauses.bounds(position)[0]
    return judged(document, before(sentence, position), clause, position)


def of_clause(document: Document, position: int) -> Assertion:
    """What the whole clause does that holds a position.

    >>> document = Document.plain("市财政局拨付资金500万元，比上年增长5%。市审计局要跟踪审计。")
    >>> [of_clause(document, place).act.value for place in (0, 22)]
    ['reports', 'asks']
    """
    sentence = said(document, position)
    if sentence.reports:
        return Assertion(Act.REPORTS, "sentence")
    clause, stop = layout(document).clauses.bounds(position)
    return judged(document, before(sentence, stop), clause, position)


def tells(document: Document, position: int) -> bool:
    """Whether the clause that holds a position reports, and nothing in its sentence up to its end asks.

    The way that its words lean alone tells nothing; a clause beside it that reports does.

    >>> document = Document.plain("区委坚决贯彻部署，改革取得明显成效。区委要贯彻部署，改革要取得成效。")
    >>> tells(document, 0), tells(document, 18)
    (True, False)
    """
    found = of_clause(document, position)
    if found.rule in ("sentence", "genre") or found.act is Act.RULES:
        return found.rule == "sentence"
    passage = frames(document)
    look_back = passage.source(position) == "title" and passage.at(position) is Frame.REVIEW
    sentence, stop = said(document, position), layout(document).clauses.bounds(position)[1]
    heard = [cue for cue in around(sentence, position) if cue.tags.isdisjoint(_BESIDE)]
    spoken = [cue for cue in heard if not (look_back and cue.kind in _SOFT)]
    if found.rule == "leaning" or (found.cue and not found.cue.tags.isdisjoint(_BESIDE)):
        if passage.narrated:
            return not _asks([cue for cue in spoken if position <= cue.start < stop or "firm" in cue.tags])
        return bool(spoken) and not _asks(spoken)
    return found.act is Act.REPORTS and not _asks([cue for cue in spoken if cue.start < stop])


def before(sentence: Said, position: int) -> tuple[Cue, ...]:
    """The cues of a sentence that stand before a position."""
    heard = bisect_left(sentence.cues, (position,))
    return sentence.cues[heard - _HEARD if heard > _HEARD else 0 : heard]


def around(sentence: Said, position: int) -> tuple[Cue, ...]:
    """The cues of a sentence on both sides of a position."""
    place = bisect_left(sentence.cues, (position,))
    return sentence.cues[place - _HEARD if place > _HEARD else 0 : place + _HEARD]


def judged(document: Document, found: Sequence[Cue], clause: int, position: int) -> Assertion:
    """What the clause that begins at ``clause`` does at ``position``; ``found`` are the cues before it."""
    kind, source = frames(document).told(position)
    planned = kind is Frame.PLAN
    regulated, ruled = _genre(document)
    ruled = regulated or (ruled and source != "title")  # what a title of goals or of review says goes
    if source == "leaning" and sums_up(document.text, found, clause):
        return Assertion(Act.REPORTS, "cue", found[-1] if found else None)
    for cue in reversed(found):
        if ("weak" in cue.tags and _asks(found)) or (not planned and is_left(document.text, cue, clause)):
            continue
        soft = cue.kind in _SOFT or "goal" in cue.tags
        told = not planned and (source == "title" or cue.kind == "expected")  # 预计 in a review: the period is ending
        if soft and (told or is_past(document.text, found, cue)):
            continue
        if cue.word == "计划" and cue.start < clause and _DONE.match(document.text, clause):
            continue
        norm = "norm" in cue.tags and source == "leaning"  # 不少于30名: nobody tells so what was done
        act = _act(cue, cue.start >= clause, planned or norm, ruled)
        if act is not None:
            return Assertion(act, "cue", cue)
    if ruled:
        return Assertion(Act.RULES, "genre")
    return Assertion(Act.ASKS if planned else Act.REPORTS, source)


@shared
def _genre(document: Document) -> tuple[bool, bool]:
    """Whether a document regulates, and whether it rules: whether it grants, regulates or informs throughout."""
    return regulates(document), rules(document)


def _act(cue: Cue, inside: bool, planned: bool, ruled: bool) -> Act | None:
    """What a cue makes of a clause: one in it (``inside``) or before it in its sentence."""
    if cue.kind == "past":
        return Act.REPORTS if (inside or cue.wide) and not (ruled and "reports" not in cue.tags) else None
    if cue.kind == "future":
        return Act.ASKS if not ruled and ("firm" in cue.tags or planned) else None
    reaches = inside or (planned and cue.wide)
    return Act.ASKS if reaches and not (ruled and "orders" in cue.tags) else None
