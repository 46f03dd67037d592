"""Labels (责任单位：), and the conventions that a document sets for them."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.marks.enclosure import brackets
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_FIRST = "[在名]?(?:第一位?|\\L<marks.first-place>|最?前面?)"
_CONVENTION = pattern(
    rf"[逗列排首第](?:(?<=逗)号前[^，,。；;（(）)\n]{{0,14}}[，,](?:[列排]{_FIRST}|\L<marks.first-one>)|(?<=[列排]){_FIRST}|(?<=首)位|(?<=第)一个)"
    r"(?:的)?\L<marks.who-leads>?[^，,。；;（(）)\n]{0,8}牵头\L<name.unit-noun>?"
)
_FOOTER = pattern("\\L<marks.site-furniture>|ICP备|发布\n")
_FOOTER_BEFORE, _FOOTER_AFTER = 60, 100


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
def label_roles() -> dict[str, str]:
    """The labels that name a part, each with that part, the longest first; not to be changed.

    >>> label_roles()["牵头单位"], label_roles()["配合部门"]
    ('lead', 'support')
    """
    rows = lexicon.rows("part/roles")
    nouns = [noun for noun, where, _ in rows if where == "label-noun"]
    labels = [(word, role) for word, where, role in rows if where == "label"]
    labels += [(word + noun, role) for word, where, role in rows if where == "label-word" for noun in nouns]
    return dict(sorted(labels, key=lambda label: -len(label[0])))


@cache
def _labels() -> "tuple[re.Pattern[str], dict[str, list[str]]]":
    """The last character of a label with what follows, for the scan; the labels by that, the longest first."""
    roles = label_roles()
    ends: dict[str, list[str]] = {}
    for word in roles:
        ends.setdefault(word[-1], []).append(word)
    lasts = "".join(sorted(ends))
    sizes = sorted({len(word) for word in roles})
    words = "|".join(f"(?<={'|'.join(word for word in roles if len(word) == size)})" for size in sizes)
    after = r"(?:[（(][^（）()\n]{0,20}[)）])?[ \u3000]*+(?:[:：]|\n|[为是])\s*+"
    return pattern(rf"[{lasts}](?=[（( \u3000:：\n为是])(?:{words}){after}"), ends


def _label(text: str, stop: int, ends: dict[str, list[str]]) -> str:
    """The longest label that ends at ``stop``, one of which does."""
    return next(word for word in ends[text[stop - 1]] if text.endswith(word, 0, stop))


@shared
def conventions(document: Document) -> tuple[tuple[int, int], ...]:
    """Where the document says that the first of a list leads: ``列第一位的为牵头单位``.

    >>> conventions(Document.plain("（税务总局、财政部负责，排在第一位的部门为牵头部门，下同）"))
    ((12, 25),)
    """
    if "牵头" not in document.text:
        return ()
    return tuple(match.span() for match in _CONVENTION.finditer(document.text))


def holders(spans: Sequence[tuple[int, int]], positions: Iterable[int]) -> dict[int, int]:
    """The positions that a span holds, each with the index of the span; both are in order, and no two spans overlap.

    >>> holders(((2, 5), (8, 9)), (1, 4, 5, 8))
    {4: 0, 8: 1}
    """
    found, index, count = {}, 0, len(spans)
    for position in positions:
        while index < count and spans[index][1] <= position:
            index += 1
        if index == count:
            break
        if spans[index][0] <= position:
            found[position] = index
    return found


def _end(text: str, label: "re.Match[str]", limit: int) -> int:
    """Where the stretch ends that a label governs."""
    start = label.end()
    if "\n" in label.group():
        block = _LINES.match(text, start, limit)
        return block.end() if block else start
    end = (_CLAUSE_END if label.group()[-1] in "为是" else _END).search(text, start, limit)
    return end.start() if end else limit


def _begins(text: str, stop: int, ends: dict[str, list[str]]) -> bool:
    """Whether the label that ends at ``stop`` is a word of its own: 配合：, and not 予以配合：."""
    start = stop - len(_label(text, stop, ends))
    if text[start] in "主承" and _FOOTER.search(text, max(start - _FOOTER_BEFORE, 0), stop + _FOOTER_AFTER):
        return False
    described = text[stop] in "为是" and text.startswith(lexicon.select("marks/words", "office"), start)
    if described and "一" <= text[start - 1 : start] != "的":
        return False  # 市质量技术 + 监督部门 + 是
    return stop - start > len("配合") or not start or not "一" <= text[start - 1] <= "鿿"


@shared
def zones(document: Document) -> tuple[Zone, ...]:
    """The stretches that labels govern, to the end of the line, the bracket, the sentence, or the next label.

    >>> [(zone.label, zone.role) for zone in zones(Document.plain("牵头单位：市发改委；责任单位：市财政局"))]
    [('牵头单位', 'lead'), ('责任单位', 'responsible')]
    """
    pattern, ends = _labels()
    text = document.text
    matches = [match for match in pattern.finditer(text) if _begins(text, match.start() + 1, ends)]
    if not matches:
        return ()
    spans = [*brackets(document)]
    labels = [_label(text, match.start() + 1, ends) for match in matches]
    starts = [match.start() + 1 - len(label) for match, label in zip(matches, labels, strict=True)]
    inside = holders(spans, starts)
    found = []
    for match, label, start, limit in zip(matches, labels, starts, [*starts[1:], len(text)], strict=True):
        limit = min(limit, spans[inside[start]][1] - 1) if start in inside else limit
        found.append(Zone(start, match.end(), _end(text, match, limit), label, label_roles()[label]))
    return tuple(found)


_LINES = pattern(
    r"(?:[^\n。；：:]{1,40}?(?:[部局委办厅会院室处站所队组社行校台馆乡镇区县市州府等]|\L<marks.body-noun>)"
    r"[ \u3000]*+(?:\n++|\Z))+"
)
_CLAUSE_END = pattern(r"[，,；;。\n]")
_END = pattern(r"[。\n]|[，,；;](?=[^，,；;。：:\n]{2,8}[:：])|[)）](?![^\s。；;])")
