"""What a document is: its title, sort, issuer, region, number, days and addressees; and the documents of one file."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from policyextract.about.day import effective, expires, made, printed
from policyextract.about.head import issuers, number, recipients
from policyextract.about.record import About, DocumentKind, Part, Region, Stated
from policyextract.about.region import NATION, Division, is_central, named, of_number
from policyextract.about.stated import stated
from policyextract.marks.part import pieces
from policyextract.marks.part.line import lines
from policyextract.marks.part.title import Title
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern
from policyextract.text.span import Span

_MEETING = pattern("[—－-]{0,2}[^。；]{0,60}\\L<about.meeting>[^。；]{0,12}上?[）)]?$")
_OFFICIAL = pattern("[^。；，]{0,30}\\L<about.post>")
_UNDER = 12


@shared
def about(document: Document) -> About:
    """What a document is, after its head and its foot.

    The rules are those of GB/T 9704-2012 (the form of official documents): the title names the sort, its opening who
    issued it; the number stands under it, the addressees before the body, body and day of making at the end. A report
    to a congress is of the region whose congress it was given to.

    >>> head = "湖南省人民政府关于加强督查的通知\\n湘政发〔2021〕5号\\n各市州人民政府：\\n"
    >>> found = about(Document.plain(head + "请照办。\\n湖南省人民政府\\n2021年3月5日"))
    >>> found.title.text, found.kind.value, found.number.text, found.made.date.isoformat()
    ('湖南省人民政府关于加强督查的通知', 'notice', '湘政发〔2021〕5号', '2021-03-05')
    >>> found.region.name, found.region.code, [issuer.text for issuer in found.issuers]
    ('湖南省', '430000', ['湖南省人民政府'])
    """
    title = pieces(document)[0].title
    who, which = issuers(document, title), number(document, title)
    return About(
        title and stated(document, title.start, title.stop),
        title and DocumentKind(title.kind),
        who,
        _region(document, title, (*who, *((which,) if which else ()))),
        which,
        made(document),
        printed(document),
        effective(document),
        expires(document),
        recipients(document, title),
    )


def _region(document: Document, title: Title | None, said: tuple[Stated, ...]) -> Region | None:
    """The region that title, issuer, the line of the meeting or of the speaker, or the number name; the innermost."""
    for words, start in _naming(document, title, said):
        if is_central(words):
            span = Span(*document.offsets.to_source(start, start + len(words)))
            return Region(NATION.name, NATION.code, NATION.level, span)
        found = [(start + begin, start + stop, division) for begin, stop, division in named(words)]
        if found:
            begin, stop, division = _innermost(found)
            span = Span(*document.offsets.to_source(begin, stop))
            return Region(division.name, division.code, division.level, span)
    for which in said:
        of = NATION if is_central(which.text) else of_number(which.text)
        if of:
            return Region(of.name, of.code, of.level, which.span)
    return None


def _innermost(found: list[tuple[int, int, Division]]) -> tuple[int, int, Division]:
    """The last of a run of regions that stand one after another: ``湖南省长沙市``."""
    run = found[:1]
    for one in found[1:]:
        if one[0] != run[-1][1] or one[2].rank <= run[-1][2].rank:
            break
        run.append(one)
    return run[-1]


def _naming(document: Document, title: Title | None, said: tuple[Stated, ...]) -> Iterator[tuple[str, int]]:
    """The words that can name the region of a document, the strongest first, with their places in the text."""
    for issuer in said:
        start, stop = document.offsets.to_text(issuer.span.start, issuer.span.stop)
        yield document.text[start:stop], start
    if title:
        yield document.text[title.start : title.stop], title.start
    for line in lines(document)[: (title.line if title else 0) + _UNDER]:
        if _MEETING.match(line.text) or _OFFICIAL.match(line.text):
            yield line.text[:90], line.start


@shared
def parts(document: Document) -> tuple[Part, ...]:
    """The documents of a file, each from its head to the next; the whole file where it holds one.

    What stands before the first title of a file that begins in the middle of a document belongs to no part.

    >>> text = "关于开展督查的通知\\n各镇：\\n请照办。\\n在动员会上的讲话\\n同志们：\\n今天开会。"
    >>> [(part.number, part.title.text, part.kind.value) for part in parts(Document.plain(text))]
    [(1, '关于开展督查的通知', 'notice'), (2, '在动员会上的讲话', 'speech')]
    """
    found = pieces(document)
    starts = [document.offsets.to_source(piece.start, piece.start + 1)[0] if piece.start else 0 for piece in found]
    spans = [Span(start, stop) for start, stop in pairwise((*starts, len(document.source)))]
    several = len(found) > 1 and found[0].title is None
    return tuple(
        Part(number, span, title and stated(document, title.start, title.stop), title and DocumentKind(title.kind))
        for number, (span, (_, title)) in enumerate(list(zip(spans, found, strict=True))[several:], 1)
    )


def part_at(document: Document, position: int) -> int:
    """The number of the part that holds a position of the source; 0 before the first."""
    return bisect_right(_starts(document), position)


@shared
def _starts(document: Document) -> tuple[int, ...]:
    return tuple(part.span.start for part in parts(document))
