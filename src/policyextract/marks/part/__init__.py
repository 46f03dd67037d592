"""The documents of one file: each is read as if it stood alone."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from attrs import evolve

from policyextract.day.stated_date import stated_date
from policyextract.marks.part.beginning import head_end, is_of_head, titles
from policyextract.marks.part.line import lines
from policyextract.marks.part.title import Title
from policyextract.text.document import Document, shared


class Piece(NamedTuple):
    """Where a document of a file begins in the cleaned text, and its title; what is before the first has none."""

    start: int
    title: Title | None


@shared
def pieces(document: Document) -> tuple[Piece, ...]:
    """The documents of a file, each from its head to the next: the lines of its number and its labels, its title.

    >>> text = "关于开展督查的通知\\n各镇：\\n请照办。\\n附件1\\n督查工作方案\\n为开展督查，制定本方案。"
    >>> [piece.start for piece in pieces(Document.plain(text))]
    [0, 19]
    """
    if document.within is not None:
        return (Piece(0, None),)
    found = titles(document)
    begun = [Piece(start, title if title.stop > title.start else None) for start, title in _heads(document, found)]
    if found and found[0].start <= head_end(document):
        begun[0] = Piece(0, begun[0].title)
    return tuple(begun if begun and not begun[0].start else [Piece(0, None), *begun])


def _heads(document: Document, found: tuple[Title, ...]) -> Iterator[tuple[int, Title]]:
    """Where the heads of the papers begin, each behind the title before it, and their titles."""
    known, floor = lines(document), 0
    for title in found:
        first = bisect_right(known, title.start, key=lambda line: line.start) - 1
        while first > floor and is_of_head(known[first - 1]):
            first -= 1
        floor = title.line + 1
        yield known[first].start if first else 0, title


@shared
def _parts(document: Document) -> tuple[Document, ...]:
    """The documents of a file that holds several; nothing where it holds one, which so does not keep itself."""
    found = pieces(document)
    if len(found) == 1:
        return ()
    starts = [piece.start for piece in found]
    alone = [document.part(start, stop) for start, stop in pairwise((*starts, len(document.text)))]
    days = [document.reference_date or stated_date(part) for part in alone]
    for index, day in enumerate(days[1:], 1):
        days[index] = day or days[index - 1]
    for index in range(len(days) - 2, -1, -1):
        following = found[index + 1].title
        days[index] = days[index] or (days[index + 1] if following and following.enclosed else None)
    return tuple(evolve(part, reference_date=day) for part, day in zip(alone, days, strict=True))


def parts(document: Document) -> tuple[Document, ...]:
    """The documents of a file, in its order; the document itself where it holds one.

    Whatever is asked of a document is so asked of the one that a clause stands in: whether it reports, rules or
    grants, of which day it is, which names it keeps. One that states no day is of that of the document before it, and a
    notice of that of what it hands out.

    >>> from policyextract.day.stated_date import day_of
    >>> text = "关于开展督查的通知\\n请照办。\\n2024年5月6日\\n在动员会上的讲话\\n（2025年3月1日）\\n同志们：今天开会。"
    >>> [(part.text[:8], day_of(part).year) for part in parts(Document.plain(text))]
    [('关于开展督查的通', 2024), ('在动员会上的讲话', 2025)]
    """
    return _parts(document) or (document,)


def part_at(document: Document, position: int) -> Document:
    """The document of a file that holds a position of its source."""
    found = parts(document)
    index = bisect_right(found, position, 1, key=lambda part: part.within.start if part.within else 0)
    return found[index - 1]
