"""Figures: what each quantity is in its clause; a target, an achievement, or neither."""

import re
from functools import cache
from typing import NamedTuple

from policyextract.document import Document, Find, shared
from policyextract.grammar.quantity import quantities
from policyextract.lexicon import alternation, mapping, select, words
from policyextract.segment import layout
from policyextract.values import Change, Figure, Modality, Quantity, QuantityRole

_FILLER = (
    "(?:了|约|近|超|将近|接近|超过|突破|高于|低于|不低于|不少于|不超过|不高于|不足|不到|分别|均|都|各|再|至少|最少|最低|最高"
    "|平均|年均|同比|为|在|到|至|又|只|仅|只有|可|下|至多|最多)"
)


@cache
def _governor() -> "re.Pattern[str]":
    return re.compile(f"(?P<verb>{alternation(words('changes') + words('actions'))}){_FILLER}{{0,4}}$")


@cache
def _modal() -> "re.Pattern[str]":
    return re.compile(alternation(select("cues", "required") + select("cues", "strive") + select("cues", "expected")))


@cache
def _past() -> "re.Pattern[str]":
    return re.compile(alternation(select("cues", "past")))


@cache
def _plan() -> "re.Pattern[str]":
    return re.compile(alternation(select("cues", "plan")))


@cache
def _action() -> "re.Pattern[str]":
    return re.compile(alternation(words("actions")))


_REWARD = re.compile("给予|奖励|补贴|补助|资助|扶持|奖补|罚款|处以|支付|报销|额度|限额|的，|享受")
_CLEAN = re.compile("^.*(?:确保|力争|争取|努力|预期|预计|推动|促进|实现|使|要|将|、其中|其中)")
_SPLIT = re.compile("[，。；：,;:！？\n]")


class Clause(NamedTuple):
    """The clause of a figure, parted by it."""

    head: str
    tail: str


def _clause(document: Document, find: Find) -> Clause:
    start, stop = layout(document).clauses.bounds(find.start)
    return Clause(document.text[start : find.start], document.text[find.stop : stop])


def _figure(document: Document, find: Find) -> Figure:
    quantity: Quantity = find.value
    clause = _clause(document, find)
    start, _ = layout(document).sentences.bounds(find.start)
    sentence_head = document.text[start : find.start]
    found = _governor().search(clause.head[-24:])
    verb = found["verb"] if found else ""
    if _REWARD.search(clause.head) or clause.tail[:12].find("奖") >= 0 or clause.tail.rstrip().endswith("的，"):
        return Figure(quantity)
    ratio = clause.head.endswith(("率", "比重", "比例", "涨幅", "增速", "数量", "时限", "总量"))
    counted = not verb and _action().search(clause.head) and clause.tail[:1] in "，。；、以 左"
    if not (verb or ratio or counted):
        return Figure(quantity)
    change = mapping("changes").get(verb) or mapping("actions").get(verb) or "level"
    modal = _modal().findall(sentence_head)
    past = _past().search(clause.head)
    if past and not _modal().search(clause.head):
        return Figure(quantity, QuantityRole.ACHIEVED, _indicator(clause, found), Change(change))
    return Figure(
        quantity,
        QuantityRole.TARGET,
        _indicator(clause, found),
        Change(change),
        _modality(modal[-1] if modal else ""),
    )


def _modality(word: str) -> Modality:
    for kind in ("required", "strive", "expected"):
        if word in select("cues", kind):
            return Modality(kind)
    return Modality.PLAIN


def _indicator(clause: Clause, found: "re.Match[str] | None") -> str | None:
    head = clause.head[: len(clause.head) - len(found.group())] if found else clause.head
    head = _CLEAN.sub("", head).strip("，、 ")
    if head:
        return head
    tail = _SPLIT.split(clause.tail)[0]
    return tail or None


@shared
def figures(document: Document) -> tuple[Find, ...]:
    """The figures of a document, in the order of the text.

    >>> for find in figures(Document.plain("确保行政审批网上可办率达到90%。")):
    ...     print(find.value.role, find.value.indicator, find.value.modality)
    target 行政审批网上可办率 required
    """
    return tuple(find._replace(value=_figure(document, find)) for find in quantities(document))
