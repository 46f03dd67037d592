"""Labels without quotation marks: those that everybody knows, and those that the document itself has quoted."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from policyextract.grammar.slogan.label import labels, plain, shape
from policyextract.marks.enclosure import titles
from policyextract.marks.quotation import quotations
from policyextract.text.document import Document, Find
from policyextract.text.pattern import pattern, positions
from policyextract.values import Slogan, SloganKind

_NUMERALS = frozenset("一二两双三四五六七八九十百千万零第0123456789")
_PARTING = frozenset("、，,")
_PART = pattern("[、，,]")
_MORE = pattern('、[^，,。；;：:！!？?\n、的等（()）“”"《》]{2,20}(?![^，,。；;：:！!？?\n、的等（()）])')


_HEAD = 6
_LONGEST = 14


class Index(NamedTuple):
    """Where labels may begin, and for each two first characters the labels with their rules, longest first."""

    beginnings: "re.Pattern[str]"
    labels: dict[str, tuple[tuple[str, str], ...]]


def value_of(text: str) -> Slogan:
    """The kind of a label that is known as such, with its members."""
    if _PARTING.isdisjoint(text):
        return plain(text)
    parts = tuple(_PART.split(text))
    if shape("".join(parts)) >= 2:
        return Slogan(SloganKind.LABEL)
    return Slogan(SloganKind.MOTTO if len(parts) == 2 else SloganKind.PARALLEL, parts)


def _is_long(text: str) -> bool:
    """Whether a saying is too long to stand anywhere by chance; runs in ``-化`` and of nouns need quotation marks."""
    parts = _PART.split(text)
    return len(parts) > 1 and min(map(len, parts)) > 3 - (len(parts) == 2) and text[-1] not in "化战"


def _beginnings(texts: Iterable[str]) -> str:
    """A pattern for places where one of the texts may begin: classes of their first characters."""
    shapes = []
    for width in range(1, _HEAD + 1):
        heads = [text for text in texts if min(len(text), _HEAD) == width]
        if heads:
            first, *others = ("[" + re.escape("".join(sorted({head[i] for head in heads}))) + "]" for i in range(width))
            shapes.append("".join(others) or f"(?<={first})")
    firsts = re.escape("".join(sorted({text[0] for text in texts})))
    return f"[{firsts}](?={'|'.join(shapes)})"


def _index(rules: Mapping[str, str]) -> Index:
    """The index of labels that are given with their rules."""
    table: dict[str, list[tuple[str, str]]] = {}
    for label in sorted(rules, key=len, reverse=True):
        table.setdefault(label[:2], []).append((label, rules[label]))
    return Index(pattern(_beginnings(rules)), {head: tuple(entries) for head, entries in table.items()})


@cache
def _known(further: tuple[str, ...]) -> Index:
    chosen = [label for label, use in labels().items() if use == "bare" or _is_long(label)]
    return _index(dict.fromkeys(chosen, "slogan.label-known") | dict.fromkeys(further, "slogan.label-given"))


def _places(text: str, index: Index) -> Iterator[tuple[int, str, str]]:
    """Where labels stand in a text, with their rules; the longest of those that begin at one place."""
    reached = 0
    for match in index.beginnings.finditer(text):
        start = match.start()
        head = text[start : start + 2]
        if start < reached:
            continue
        for label, rule in index.labels.get(head if head in index.labels else head[0], ()):
            if text.startswith(label, start) and _whole(text, start, label):
                reached = start + len(label)
                yield start, label, rule
                break


def _whole(text: str, start: int, label: str) -> bool:
    """Whether a label at a place is not the end of a longer numeral (``第三农场``)."""
    return not (start and label[0] in _NUMERALS and text[start - 1] in _NUMERALS)


def known_labels(document: Document, declined: Collection[int] = (), further: tuple[str, ...] = ()) -> Iterator[Find]:
    """The labels that count without quotation marks in any document, and ``further`` ones.

    Nothing is found at the places ``declined``, where a quoted string was read as no slogan.
    """
    text, named, reached = document.text, titles(document), 0
    for start, label, rule in _places(text, _known(further)):
        if start not in declined and start >= reached and not named.around(start):
            stop = start + len(label)
            if "、" in label:
                stop = reached = _further(text, stop, len(label) - label.rindex("、") - 1)
            yield Find(start, stop, value_of(text[start:stop]), rule)


def _further(text: str, stop: int, length: int) -> int:
    """Where a saying ends that goes on with more members of one length: ``党政同责、一岗双责、失职追责``."""
    while (match := _MORE.match(text, stop)) is not None and len(match.group()) == length + 1:
        stop = match.end()
    return stop


def half_quoted(document: Document) -> Iterator[Find]:
    """Well-known labels beside a quotation mark whose partner is lost: ``打响蓝天保卫战”``."""
    text = document.text
    paired = {mark for start, stop in quotations(document) for mark in (start, stop - 1)}
    for mark in positions(text, "“”"):
        if mark in paired:
            continue
        for size in range(_LONGEST, 1, -1):
            start = mark - size if text[mark] == "”" else mark + 1
            if start >= 0 and (label := text[start : start + size]) in labels():
                yield Find(start, start + len(label), value_of(label), "slogan.label-known")
                break


_MUCH = 4_000_000  # labels times characters, from which on an index costs less than to search for each label


def _is_distinct(label: str) -> bool:
    """Whether a label cannot be taken for ordinary words where it stands without quotation marks."""
    return (len(label) > 2 and shape(label) >= 2) or (len(label) > 3 and label in labels())


def repeated(document: Document, quoted: Collection[Find]) -> Iterator[Find]:
    """Every other place of what the document has quoted as a slogan, if it cannot be taken for ordinary words."""
    text, named = document.text, titles(document)
    said = [(text[find.start : find.stop], find.value) for find in quoted]
    values = {label: value for label, value in said if value.kind is not SloganKind.LABEL or _is_distinct(label)}
    rules = dict.fromkeys(values, "slogan.repeated")
    taken = {find.start for find in quoted}
    places = _places(text, _index(rules)) if len(rules) * len(text) > _MUCH else _searched(text, rules, taken)
    for start, label, rule in places:
        if start not in taken and not named.around(start):
            yield Find(start, start + len(label), values[label], rule)


def _searched(text: str, rules: Mapping[str, str], taken: Collection[int]) -> Iterator[tuple[int, str, str]]:
    """The same as :func:`_places` but for what is ``taken``, without an index."""
    places = []
    for label in rules:
        start = text.find(label)
        while start >= 0:
            if start not in taken:
                places.append((start, -len(label), label))
            start = text.find(label, start + 1)
    reached = 0
    for start, _, label in sorted(places):
        if start >= reached and _whole(text, start, label):
            reached = start + len(label)
            yield start, label, rules[label]
