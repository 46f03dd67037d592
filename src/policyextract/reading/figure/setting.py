"""Where a figure stands: its clause, what governs it, and what the figure before it left behind."""

from bisect import bisect_left
from functools import partial
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.quantity.number import HAN, MULTIPLIERS
from policyextract.grammar.quantity.reading import Reading
from policyextract.marks.segment import layout
from policyextract.reading.assertion import Act
from policyextract.reading.figure import indicator
from policyextract.reading.figure.comparison import against, difference, is_excess, portion
from policyextract.reading.figure.context import AIMED, CLOSED, FINAL, HELD, Context, is_share
from policyextract.reading.figure.governor import NONE, Governor, first_verb, governor
from policyextract.reading.figure.masked import BLANK, masked
from policyextract.reading.figure.measure import Measure
from policyextract.reading.figure.noun import is_measure
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern
from policyextract.values import Quantity

_ITEMS = frozenset("项条大类")
_MEASURING = frozenset(("state", "move"))
_exceeding, _NO_VERB = partial(lexicon.select, "figure/words", "exceeding"), frozenset(("", "的"))
_KEPT = pattern("控制在[^，。；0-9]{1,12}的$")  # 控制在市下达的 + 21人以内
_OF_PLAN = pattern(
    "(?:完成|占)[^，。；0-9]{0,12}\\L<figure.goal-noun>[0-9.]{1,9}[^，。；0-9的]{1,5}的$"
)  # 占年度计划43公里的64.2%
_GIVEN, _AT = ("当", "若", "如", "一旦"), ("时，", "时,")  # 当降雨量达到100毫米，启动Ⅲ级响应
_YEAR = pattern("(?:19|20)[0-9]{2}年|[今明全]年|年内")
_STARTS = pattern("[^。；;]{0,40}?启动")
_CLOSING = frozenset("，。；")
MODIFIERS = frozenset(("threshold", "aside", "small", "rank", "rate"))
_MEANS = pattern("指(?:(?<=[是系]指)|(?<=[，、]均指))")
_SIGHT = 240
_SETS_GOING = pattern("[^。；;]{0,60}?(?:启动[^，,。；;]{0,10}\\L<figure.emergency>|(?:判定|视)为|属于)")


class Reached(NamedTuple):
    """What the figure before it in its sentence left behind: its clause, where it ended, its measure, what decided.

    ``part``: whether it is a part of the one before it, as those that follow it may be.
    """

    clause: int
    stop: int
    measure: Measure | None
    decided: str
    act: Act | None = None
    unit: str = ""
    part: bool = False


def context(document: Document, quantity: Quantity, read: Reading, clause: tuple[int, int], last: Reached) -> Context:
    """The figure of a reading in its clause.

    Args:
        document: the document.
        quantity: the figure.
        read: where it stands.
        clause: where its clause begins and stops.
        last: what the figure before it in its sentence left behind.
    """
    text, names = document.text, masked(document)
    begin, end = max(clause[0], read.start - _SIGHT), read.end
    goes_on = last.stop > begin and last.decided not in MODIFIERS
    opens = begin if not goes_on else last.stop + (text[last.stop : last.stop + 1] == "的")
    whole, head = text[begin : read.start], text[opens : read.start]
    tail = "" if text[end : end + 1] in _CLOSING else text[end : min(clause[1], end + _SIGHT)]
    share = is_share(quantity)
    aimed = quantity.unit not in _ITEMS and AIMED.match(tail) is not None  # 8%目标; but 58项|目标 counts goals
    final = not tail or aimed or FINAL.match(tail) is not None or (not share and CLOSED.match(tail) is not None)
    verb = _governor(whole, head, quantity.unit, final)
    if verb.stop and names[opens + verb.stop - 1] == BLANK:
        verb = NONE  # 8月20日前 + 5所
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
        share=share,
    )


def _governor(clause: str, head: str, unit: str, final: bool) -> Governor:
    """What governs a figure: a verb, or a comparison with something else that says by how much or how many times."""
    verb = governor(head) if head else NONE
    if verb.word in _exceeding() and is_excess(clause[: len(clause) - len(head) + verb.start]):
        return verb._replace(kind="move", change="increase", adjacent=True)
    compared = against(head, verb)
    if compared:
        return compared
    opening = first_verb(indicator.opened(head)) if verb.word == "等" and (final or unit in HELD) else NONE
    if opening.kind == "act" and not opening.start:  # 举办推介会、洽谈会等30场
        return verb._replace(kind="act", change=opening.change)
    if final and verb.word == "在" and is_measure(head[: verb.start]):
        return verb._replace(kind="state", change="level")
    if final and _KEPT.search(head):
        return Governor("state", "level", "控制在", 0, len(head), True)
    if unit == "%" and _OF_PLAN.search(clause):
        return Governor("state", "level", "占", 0, len(head), True)
    if not final or verb.word not in _NO_VERB:
        return verb
    return difference(head, unit) or portion(head, unit) or verb


def defines(document: Document, start: int) -> bool:
    """Whether a figure is part of what a word is said to mean: ``大型活动是指参加人数1000人以上的活动``."""
    meanings = _meanings(document)
    before = bisect_left(meanings, start)
    return before > 0 and meanings[before - 1] >= layout(document).statements.bounds(start)[0]


@shared
def _meanings(document: Document) -> tuple[int, ...]:
    """Where a word says what another means."""
    return tuple([match.start() - 1 for match in _MEANS.finditer(document.text)])


def is_dated(document: Document, start: int) -> bool:
    """Whether the statement of a figure says of which year it is: ``2023年实施项目40个以上``."""
    return _YEAR.search(document.text, layout(document).statements.bounds(start)[0], start) is not None


def triggers(document: Document, at: Context, start: int) -> bool:
    """Whether a bounded figure sets what follows going: ``过火面积超过50公顷，启动Ⅱ级响应``."""
    stop = layout(document).clauses.bounds(start)[1]
    given = at.clause.startswith(_GIVEN) or document.text.endswith(_AT, start, stop)
    if given and _STARTS.match(document.text, stop):
        return True
    if not (at.bounded or at.quantity.low is None or at.quantity.high is None):
        return False
    return _SETS_GOING.match(document.text, stop, layout(document).statements.bounds(start)[1]) is not None
