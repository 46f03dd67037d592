"""Which way a paragraph leans that nothing frames: to a report or to a duty, by its words."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from policyextract.lexicon import alternation, rows
from policyextract.marks.segment import layout
from policyextract.text.document import Document
from policyextract.text.pattern import beginning, pattern

_PREDICATE, _CHANGED, _ORDERS = 7, 2, -4
_COUNTED = pattern(  # what has been counted is exact (203.9亿元, 1198人); what is aimed at is round or bounded
    r"[0-9](?:\.[0-9]+|[0-9]{2}[1-9])[%％万亿元吨亩人户家个件公平千美](?!.{0,3}(?:以[上下内]|左右))"
)
_SPOKEN = pattern(r"”[^，。；：“”\n]{2,40}?\L<marks.says>(?![^，。：])")  # “……。”城关镇镇长王某 + 说。
_QUOTED = 3
_AIMED = pattern(r"[0-9][%％万亿元吨亩人户家个件公平千美项所名次]{1,3}(?:（含）)?\L<quantity.bound-after>")
_ANY = pattern(r"[0-9][%％万亿元吨亩人户家个件公平千美项所名次]")
_BOUNDED, _MANY = 3, 8
_HANDED = pattern("\\L<marks.role-label>[：:]|(?:牵头|负责)[)）〕】]")
_OFTEN = 2
_DATELINE = pattern(  # 本报讯（记者 王一）; 新华社北京4月15日电; 3月28日上午，全县动员会召开
    r"""
    [ \t\u3000]*+
    (?:(?:\L<marks.press>[^，。；\n]{0,16}|[0-9]{1,2}月[0-9]{1,2}日)[讯电](?=[\s（(，])
      |(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日(?:[上下]午|晚上?)[，,]
    )""",
    re.VERBOSE,
)
_DATED = 4


def aims(document: Document) -> bool:
    """Whether all figures of a document are round and some are bounded, as none but those that are aimed at are.

    >>> aims(Document.plain("达到90%以上，新建20所，培养300人，增长8%左右，投入6亿元，改造3个，新增9家，占7%以内。"))
    True
    """
    text = document.text
    if _COUNTED.search(text) is not None or len(_AIMED.findall(text)) < _BOUNDED:
        return False
    return len(_ANY.findall(text)) >= _MANY


@cache
def _weights(place: str) -> dict[str, int]:
    return {word: int(weight) for word, found, weight in rows("reading/frame_words") if found == place}


@cache
def _anywhere() -> "tuple[re.Pattern[str], dict[str, int]]":
    """A pattern for the longest word that begins at each place and weighs anywhere, and what each word weighs, with
    the shorter ones that begin where it does."""
    weights = _weights("any")
    sums = {word: sum(weights.get(word[:length], 0) for length in range(1, len(word) + 1)) for word in weights}
    return beginning(f"({alternation(tuple(weights))})"), sums


def hands_out(document: Document) -> bool:
    """Whether a document says of one task after another whose it is, as none does that tells what was done.

    >>> hands_out(Document.plain("新建泵站5座。（县水利局牵头）改造灌区3处。（县水利局牵头）"))
    True
    """
    return len(_HANDED.findall(document.text)) >= _OFTEN


class Lean(NamedTuple):
    """How far a paragraph leans to a report (above zero) or to a duty (below).

    Attributes:
        told: by its words but for the openings of its clauses, which a report in the present has too (``加强领导，…``).
        whole: by all of them.
    """

    told: int
    whole: int


def leaning(document: Document, start: int, stop: int) -> Lean:
    """How far a paragraph leans to a report or to a duty.

    What closes a clause has changed (``活力不断增强``), what opens one is to be done (``增强活力``).

    >>> text = "改革取得积极进展，活力不断增强。"
    >>> leaning(Document.plain(text), 0, len(text)).whole > 0
    True
    >>> text = "要深化改革，增强活力，完善制度。"
    >>> leaning(Document.plain(text), 0, len(text)).whole < 0
    True
    """
    text = document.text
    clauses = layout(document).clauses
    opens, closes, manner = _weights("open"), _weights("close"), _weights("manner")
    words, weights = _anywhere()
    total = sum(map(weights.__getitem__, words.findall(text, start, stop)))
    total += len(_COUNTED.findall(text, start, stop))
    total += _QUOTED * len(_SPOKEN.findall(text, start, stop))
    total += _DATED if _DATELINE.match(text, start, stop) else 0
    first = bisect_left(clauses.starts, start)
    last = bisect_left(clauses.starts, stop, first)
    orders = 0
    for begin, end in zip(clauses.starts[first:last], clauses.stops[first:last], strict=True):
        opening = text[begin : begin + 2]
        if opening in opens:
            orders += opens[opening]
            continue
        close = text[end - 3 : end - 1]
        if close in closes:
            total += closes[close]
        if end - begin > _PREDICATE and text[end - 5 : end - 3] in manner:
            total += _CHANGED
    return Lean(total, total + max(orders, _ORDERS))
