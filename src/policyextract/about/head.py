"""What the head and the foot of a document say: its number, who issued it, and to whom."""

import re
from collections.abc import Iterator, Sequence

from policyextract.about.record import Stated
from policyextract.about.stated import stated
from policyextract.marks.part.line import Line, lines
from policyextract.marks.part.title import Title
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_NUMBER = pattern(
    r"(?:[一-鿿]{1,12}\s?[〔\[［【（(]\s?[12][0-9]{3}\s?[〕\]］】）)]\s?第?|国?令第|第(?=[0-9]{1,4}\s?号$)|公告\s?[12][0-9]{3}\s?年第?)\s?[0-9]{1,5}\s?号"
)
_NUMBER_LABEL = pattern(r"(?:[-*]\s*)?\L<about.number-label>\s*[：:]\s*")
_ISSUER_LABEL = pattern(r"(?:[-*]\s*)?\L<about.issuer-label>\s*[：:]\s*")
_ON_BEHALF = pattern("我(?:受|代表)(?P<issuer>国务院|[^，。；、：向]{2,20}?\\L<about.authority>)")
_ABOUT = pattern("(?P<issuers>[^关《“]{2,60}?)(?:\\L<about.title-word>|对(?=全国|第?十|政协)|令$)")
_ORGAN = pattern("\\L<about.organ>$")
_NO_ORGAN = pattern("会议$|大会$|^第|在.*上$")
_PARTED = pattern("[\\s\u3000、，]+")
_GROUP = pattern("[，,]")
_HEAD, _FOOT, _BODY, _NAME, _BODIES = 40, 40, 60, 30, 6


def _head(document: Document, title: Title | None) -> Sequence[Line]:
    """The lines up to the body, from the title on."""
    found = lines(document)
    first = title.line + 1 if title else 0
    return found[first : first + _HEAD]


def number(document: Document, title: Title | None) -> Stated | None:
    """The number of a document: a line of its own, behind a label, or at the end of the title.

    >>> from policyextract.marks.part.beginning import titles
    >>> document = Document.plain("国务院关于加强督查的通知\\n国发〔2021〕5号\\n各省人民政府：")
    >>> number(document, titles(document)[0]).text
    '国发〔2021〕5号'
    """
    for line in lines(document)[: (title.line if title else 0) + _HEAD]:
        label = _NUMBER_LABEL.match(line.text)
        at = label.end() if label else 0
        if title and line.start <= title.stop <= line.stop:
            at = max(title.stop - line.start, 0)
        found = _NUMBER.match(line.text, at)
        if found and (label or at or found.end() == len(line.text)):
            return stated(document, line.start + found.start(), line.start + found.end())
    return None


def issuers(document: Document, title: Title | None) -> tuple[Stated, ...]:
    """Who issued a document: by a label, by the opening of its title, by whom a report is given for, by the signature.

    >>> from policyextract.marks.part.beginning import titles
    >>> document = Document.plain("文化和旅游部　财政部关于开展示范的通知\\n各省：\\n请照办。")
    >>> [issuer.text for issuer in issuers(document, titles(document)[0])]
    ['文化和旅游部', '财政部']
    """
    found = (*_labelled(document), *_of_title(document, title))
    found = found or (*_on_behalf(document), *_under(document, title), *_signed(document))
    return tuple({issuer.text: issuer for issuer in reversed(found)}.values())[::-1]


def _labelled(document: Document) -> Iterator[Stated]:
    for line in lines(document)[:_HEAD]:
        label = _ISSUER_LABEL.match(line.text)
        if label and label.end() < len(line.text):
            yield stated(document, line.start + label.end(), line.stop)
            return


def _of_title(document: Document, title: Title | None) -> Iterator[Stated]:
    match = _ABOUT.match(document.text, title.start, title.stop) if title else None
    if match is None:
        return
    names = list(_names(match["issuers"], match.start("issuers")))
    if names and all(_ORGAN.search(name) and not _NO_ORGAN.search(name) for name, _ in names):
        for name, start in names:
            yield stated(document, start, start + len(name))


def _names(words: str, start: int) -> Iterator[tuple[str, int]]:
    position = 0
    for gap in (*_PARTED.finditer(words), None):
        stop = gap.start() if gap else len(words)
        if stop > position:
            yield words[position:stop], start + position
        position = gap.end() if gap else stop


def _under(document: Document, title: Title | None) -> Iterator[Stated]:
    """The bodies that stand in lines of their own between a title and its date: those who give a bulletin."""
    named = list[Line]()
    for line in _head(document, title)[:_BODIES] if title else ():
        if line.is_dated():
            yield from (stated(document, one.start, one.stop) for one in named)
            return
        if len(line.text) > _NAME or not _ORGAN.search(line.text) or _NO_ORGAN.search(line.text):
            return
        named.append(line)


def _on_behalf(document: Document) -> Iterator[Stated]:
    match = _ON_BEHALF.search(document.text, 0, 3000)
    if match:
        yield stated(document, match.start("issuer"), match.end("issuer"))


def _signed(document: Document) -> Iterator[Stated]:
    """The body that stands above the date of a signature."""
    found = lines(document)
    for above, line in zip(found[-_FOOT:], found[-_FOOT + 1 :], strict=False):
        name = "".join(above.text.split())
        if line.is_dated() and len(name) <= _NAME and _ORGAN.search(name) and not _NO_ORGAN.search(name):
            yield stated(document, above.start, above.stop)


def recipients(document: Document, title: Title | None) -> tuple[Stated, ...]:
    """To whom a document is addressed, group by group: the line between its title and its body that a colon ends.

    >>> from policyextract.marks.part.beginning import titles
    >>> document = Document.plain("关于开展督查的通知\\n各县市区人民政府，州直各单位：\\n请照办。")
    >>> [recipient.text for recipient in recipients(document, titles(document)[0])]
    ['各县市区人民政府', '州直各单位']
    """
    if title is None:
        return ()
    opening = document.text[title.start : title.stop][:_NAME]
    for line in _head(document, title)[:8]:
        if line.text.startswith(opening):
            continue
        if line.is_address():
            return tuple(_groups(document, line))
        if len(line.text) > _BODY and "。" in line.text:
            break
    return ()


def _groups(document: Document, line: Line) -> Iterator[Stated]:
    position = 0
    for sign in (*_GROUP.finditer(line.text), re.search("[：:]$", line.text)):
        if sign is not None and sign.start() > position:
            yield stated(document, line.start + position, line.start + sign.start())
            position = sign.end()
