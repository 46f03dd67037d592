"""Brackets of responsibility, labels (责任单位：), and the conventions that a document sets for them."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.document import Document, shared
from policyextract.pattern import pattern

_SIGN = pattern(r"[（(【〔）)】〕\n]")
_OPENING = frozenset("（(【〔")
_FIRST = "(?:在|名)?(?:第一位?|首位|最?前面?|首个)"
_CONVENTION = pattern(
    rf"[逗列排首第](?:(?<=逗)号前[^，,。；;（(）)\n]{{0,14}}[，,](?:[列排]{_FIRST}|首位|第一个)|(?<=[列排]){_FIRST}|(?<=首)位|(?<=第)一个)"
    r"(?:的)?(?:部门|单位|者|责任单位)?[^，,。；;（(）)\n]{0,8}牵头(?:部门|单位)?"
)
_NEXT = 60


class Zone(NamedTuple):
    """A stretch of text that a label governs: from after its colon.

    Attributes:
        begin: where the label begins.
        start, stop: what it governs.
        label: its words.
        role: the role that it gives.
    """

    begin: int
    start: int
    stop: int
    label: str
    role: str


@cache
def _labels() -> "tuple[re.Pattern[str], dict[str, str]]":
    roles = {word: role for word, where, role in lexicon.rows("roles") if where == "label"}
    words = lexicon.alternation(tuple(roles))
    return re.compile(rf"({words})(?:[（(][^（）()\n]{{0,20}}[)）])?[ \u3000]*+(?:[:：]|\n|[为是])\s*+"), roles


@shared
def brackets(document: Document) -> tuple[tuple[int, int], ...]:
    """The outermost brackets of a document that close on their own line, each with its signs.

    >>> brackets(Document.plain("推进改革。（A局（B局）牵头）加快"))
    ((5, 15),)
    """
    found, depth, start = [], 0, 0
    for match in _SIGN.finditer(document.text):
        sign = match.group()
        if sign == "\n":
            depth = 0
        elif sign in _OPENING:
            start = start if depth else match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                found.append((start, match.end()))
    return tuple(found)


@shared
def conventions(document: Document) -> tuple[tuple[int, int], ...]:
    """Where the document says that the first of a list leads: ``列第一位的为牵头单位``.

    >>> conventions(Document.plain("（税务总局、财政部负责，排在第一位的部门为牵头部门，下同）"))
    ((12, 25),)
    """
    if "牵头" not in document.text:
        return ()
    return tuple(match.span() for match in _CONVENTION.finditer(document.text))


def holders(spans: Sequence[tuple[int, int]], positions: Iterable[int]) -> list[int]:
    """For each position the index of the span that holds it, or -1; both are in order, and no two spans overlap.

    >>> holders(((2, 5), (8, 9)), (1, 4, 5, 8))
    [-1, 0, -1, 1]
    """
    found, index, count = [], 0, len(spans)
    for position in positions:
        while index < count and spans[index][1] <= position:
            index += 1
        found.append(index if index < count and spans[index][0] <= position else -1)
    return found


def _end(text: str, label: "re.Match[str]", limit: int) -> int:
    """Where the stretch ends that a label governs."""
    start = label.end()
    if "\n" in label.group():
        block = _LINES.match(text, start, limit)
        return block.end() if block else start
    end = (_CLAUSE_END if label.group()[-1] in "为是" else _END).search(text, start, limit)
    return end.start() if end else limit


@shared
def zones(document: Document) -> tuple[Zone, ...]:
    """The stretches that labels govern, to the end of the line, the bracket, the sentence, or the next label.

    >>> [(zone.label, zone.role) for zone in zones(Document.plain("牵头单位：市发改委；责任单位：市财政局"))]
    [('牵头单位', 'lead'), ('责任单位', 'responsible')]
    """
    pattern, roles = _labels()
    text = document.text
    matches = list(pattern.finditer(text))
    if not matches:
        return ()
    spans = brackets(document)
    starts = [match.start() for match in matches]
    found = []
    for match, limit, inside in zip(matches, [*starts[1:], len(text)], holders(spans, starts), strict=True):
        limit = min(limit, spans[inside][1] - 1) if inside >= 0 else limit
        label = match.group(1)
        found.append(Zone(match.start(), match.end(), _end(text, match, limit), label, roles[label]))
    return tuple(found)


_LINES = pattern(
    r"(?:[^\n。；：:]{1,40}?(?:[部局委办厅会院室处站所队组社行校台馆乡镇区县市州府等]|中心|公司|集团|银行|街道|单位|部门)"
    r"[ \u3000]*+(?:\n+|\Z))++"
)
_CLAUSE_END = pattern(r"[，,；;。\n]")
_END = pattern(r"[。\n]|[，,；;](?=[^，,；;。：:\n]{2,8}[:：])|[)）](?=[\s。；;]|\Z)|[】〕]")
