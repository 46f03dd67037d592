"""Labels without quotation marks: those that everybody knows, and those that the document itself has quoted."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from policyextract.document import Document, Find
from policyextract.grammar.label import is_saying, labels, shape
from policyextract.grammar.quoted import in_title
from policyextract.pattern import pattern
from policyextract.values import Slogan, SloganKind

_NUMERALS = frozenset("一二两双三四五六七八九十百千万零第0123456789")
_PART = pattern("[、，,]")
_MORE = pattern('、[^，,。；;：:！!？?\n、的等（()）“”"《》]{2,20}(?![^，,。；;：:！!？?\n、的等（()）])')
Index = tuple["re.Pattern[str]", dict[str, tuple[tuple[str, str], ...]]]


def value_of(text: str) -> Slogan:
    """The kind of a label that is known as such, with its members."""
    parts = tuple(_PART.split(text))
    if len(parts) == 1:
        return Slogan(SloganKind.MOTTO if is_saying(text) else SloganKind.LABEL)
    if shape("".join(parts)) >= 2:
        return Slogan(SloganKind.LABEL)
    return Slogan(SloganKind.MOTTO if len(parts) == 2 else SloganKind.PARALLEL, parts)


def _is_long(text: str) -> bool:
    """Whether a saying is too long to stand anywhere by chance; runs in ``-化`` and of nouns need quotation marks."""
    parts = _PART.split(text)
    return len(parts) > 1 and min(map(len, parts)) > 3 - (len(parts) == 2) and text[-1] not in "化战"


def _beginnings(texts: Iterable[str]) -> str:
    """A pattern for places where one of the texts may begin: classes of their first, second and third characters."""
    shapes = []
    for width in (1, 2, 3):
        heads = [text[:3] for text in texts if min(len(text), 3) == width]
        classes = ["[" + re.escape("".join(sorted({head[i] for head in heads}))) + "]" for i in range(width) if heads]
        if classes:
            shapes.append(classes[0] + (f"(?={''.join(classes[1:])})" if width > 1 else ""))
    return "|".join(shapes)


@cache
def _index(further: tuple[str, ...]) -> Index:
    """Where a label may begin, as a pattern, and for each two first characters the labels, longest first."""
    chosen = [text for text, use in labels().items() if use == "bare" or _is_long(text)]
    table: dict[str, list[tuple[str, str]]] = {}
    for text in sorted({*chosen, *further}, key=len, reverse=True):
        rule = "slogan.label-given" if text in further else "slogan.label-known"
        table.setdefault(text[:2], []).append((text, rule))
    pattern_of_all = re.compile(_beginnings((*chosen, *further)))
    return pattern_of_all, {head: tuple(entries) for head, entries in table.items()}


def whole(text: str, start: int, label: str) -> bool:
    """Whether a label at a place is not the end of a longer numeral (``第三农场``)."""
    return not (start and label[0] in _NUMERALS and text[start - 1] in _NUMERALS) and not in_title(text, start)


def known_labels(document: Document, declined: Collection[int] = (), further: tuple[str, ...] = ()) -> Iterator[Find]:
    """The labels that count without quotation marks in any document, and ``further`` ones.

    Nothing is found at the places ``declined``, where a quoted string was read as no slogan.
    """
    text = document.text
    beginnings, table = _index(further)
    reached = 0
    for match in beginnings.finditer(text):
        start = match.start()
        if start < reached or start in declined:
            continue
        for label, rule in table.get(text[start : start + 2]) or table.get(text[start], ()):
            if text.startswith(label, start) and whole(text, start, label):
                reached = start + len(label)
                if "、" in label:
                    reached = _further(text, reached, len(label) - label.rindex("、") - 1)
                yield Find(start, reached, value_of(text[start:reached]), rule)
                break


def _further(text: str, stop: int, length: int) -> int:
    """Where a saying ends that goes on with more members of one length: ``党政同责、一岗双责、失职追责``."""
    while (match := _MORE.match(text, stop)) is not None and len(match.group()) == length + 1:
        stop = match.end()
    return stop


def _is_distinct(label: str) -> bool:
    """Whether a label cannot be taken for ordinary words where it stands without quotation marks."""
    return (len(label) > 2 and shape(label) >= 2) or (len(label) > 3 and label in labels())


def repeated(document: Document, quoted: Iterable[tuple[str, Slogan]]) -> Iterator[Find]:
    """Every other place of what the document has quoted as a slogan, if it cannot be taken for ordinary words."""
    text = document.text
    for phrase, value in dict(quoted).items():
        if value.kind is SloganKind.LABEL and not _is_distinct(phrase):
            continue
        start = text.find(phrase)
        while start >= 0:
            if whole(text, start, phrase):
                yield Find(start, start + len(phrase), value, "slogan.repeated")
            start = text.find(phrase, start + len(phrase))
