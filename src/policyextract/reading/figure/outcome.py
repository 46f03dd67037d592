"""Targets without a figure: 实现全覆盖, 与经济增长基本同步, 不低于全国平均水平, 稳步增长."""

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from policyextract import lexicon
from policyextract.lexicon import alternation, mapping
from policyextract.marks.segment import layout
from policyextract.reading.assertion import Act, before, judged, said
from policyextract.reading.assertion.firmness import modality
from policyextract.reading.figure import indicator
from policyextract.reading.figure.governor import NONE
from policyextract.reading.figure.masked import masked
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import beginning, pattern
from policyextract.values import Modality, Outcome, QualitativeTarget

_SYNCHRONY = pattern(
    "[与同和][^，。；：、,;0-9]{2,20}?\\L<figure.keeps>?\\L<figure.nearly>?\\L<figure.in-step>\\L<figure.grows>?"
)
_STANDARD = pattern("\\L<figure.at-least>\\L<figure.peers>[^，。；：、,;0-9]{0,14}?\\L<figure.level>")
_synchronous = partial(lexicon.select, "figure/words", "in-step")
_standards = partial(lexicon.select, "figure/words", "standard")
_CLOSED = pattern("[，。；：、,;:！!）)\\s和并及]|$")
_NAME, _REACH, _SIGHT = 2, 40, 240


class _Wording(NamedTuple):
    start: int
    stop: int
    kind: str


@cache
def _index() -> "tuple[re.Pattern[str], dict[str, list[tuple[str, str]]]]":
    """Where a wording begins, and the words that begin with the same two characters, each with its kind."""
    table: dict[str, list[tuple[str, str]]] = {}
    compared = dict.fromkeys((*_synchronous(), *_standards()), "")
    for word, kind in (*mapping("figure/outcomes").items(), *compared.items()):
        table.setdefault(word[:2], []).append((word, kind))
    return beginning(alternation(tuple(word for words in table.values() for word, _ in words))), table


def _wordings(document: Document) -> Iterator[_Wording]:
    text = document.text
    heads, table = _index()
    for found in heads.finditer(text):
        position = found.start()
        for word, kind in table[text[position : position + 2]]:
            if not text.startswith(word, position):
                continue
            if kind:
                yield _Wording(position, position + len(word), kind)
                continue
            shape = _SYNCHRONY if word in _synchronous() else _STANDARD
            start, stop = layout(document).clauses.bounds(position)
            match = shape.search(text, max(start, position - _REACH), min(stop, position + _REACH))
            if match and match.start() < position < match.end():
                yield _Wording(match.start(), match.end(), "comparison")


def _read(document: Document, found: _Wording) -> Find | None:
    """The target of a wording, unless it reports, describes, or names nothing that is to change."""
    text = document.text
    if not _CLOSED.match(text, found.stop):
        return None
    clause, _ = layout(document).clauses.bounds(found.start)
    clause = max(clause, found.start - _SIGHT)
    head = masked(document)[clause : found.start]
    name = indicator.before(head, head, NONE)
    if len(name) < _NAME:
        return None
    heard = before(said(document, found.start), found.start)
    if judged(document, heard, clause, found.start).act is not Act.ASKS:
        return None
    firmness, cue = modality(text, heard, clause) or (Modality.PLAIN, "")
    wording = text[found.start : found.stop]
    value = QualitativeTarget(Outcome(found.kind), name, wording, firmness, cue)
    return Find(found.start, found.stop, value, f"outcome.{found.kind}")


@shared
def outcomes(document: Document) -> tuple[Find, ...]:
    """The targets without a figure of a document, in the order of the text.

    >>> for find in outcomes(Document.plain("居民收入增长与经济增长基本同步，力争基本医保参保实现全覆盖。")):
    ...     print(find.value.indicator, find.value.wording, find.value.modality, find.rule)
    居民收入增长 与经济增长基本同步 plain outcome.comparison
    基本医保参保 全覆盖 strive outcome.coverage
    """
    finds: list[Find] = []
    for found in sorted(set(_wordings(document)), key=lambda wording: (wording.start, -wording.stop)):
        if finds and found.start < finds[-1].stop:
            continue
        find = _read(document, found)
        if find is not None:
            finds.append(find)
    return tuple(finds)
