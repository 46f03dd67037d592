"""Titles: of a document, and of the documents that one file holds."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.about.line import Line, lines
from policyextract.about.record import DocumentKind
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_LABEL = pattern(
    r"(?:[-*#>]{1,4}\s*)?(?:[0-9]{1,3}\s+(?=[一-鿿])|[（(]转载[）)]|【[^】]{1,6}】)?\s*(?:\L<about.title-label>\s*[：:]\s*)?"
)
_NO_TITLE = pattern(
    r"[^。；;！!？?]*[。；;！!？?]|[一二三四五六七八九十]{1,3}[、是要]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,3}[.．、]|第[一二三四五六七八九十百]{1,4}[章节条]"
    r"|[^：:]{1,8}[：:]|\L<about.no-title>|[A-Za-z]+|.*[>＞【]|[《〈][^》]*$|.*(?:\.{3}|…{2}|·{3})|http"
)
_NUMBERED = pattern(
    r"\s*[一-鿿]{1,8}?[〔\[［【（(][12][0-9]{3}[〕\]］】）)]\s*第?[0-9]{1,4}\s*号.*$|[一-鿿]{0,4}第\s?[0-9]{1,4}\s?号$"
)
_NUMBER = pattern(r"[〔\[［【（(][12][0-9]{3}[〕\]］】）)]\s*第?[0-9]{1,4}\s*号")
_GOES_ON = pattern("[和及与暨（(]")
_ENDS = r"(?:\s*[（(〔](?:摘|[^（()）]{{2,24}})[）)〕]){{0,2}}\L<about.excerpt>?[0-9０-９]{{0,2}}$"
_WHOLE = pattern(r"[^关]{2,40}关于|[12][0-9]{3}年|[《（(—－]")
_UNDER = pattern("[—－-]{1,2}")
_OPENS = pattern(
    "(?:尊敬的)?\\L<about.salutation>|[^。；：:]{2,90}[：:]$|[—－-]{2}|[（(]?[12二一][0-9零〇○一二三四五六七八九]{3}年"
)
_ENCLOSED = pattern("附件[0-9一二三四五六七八九十]{0,2}[：:]?$")
_LONGEST, _SHORTEST, _JOINED, _SAID, _MARK, _PLAIN = 90, 5, 3, 60, 10, 10


class Title(NamedTuple):
    """A title: its place in the cleaned text, the sort of document, and the index of its last line."""

    start: int
    stop: int
    kind: DocumentKind
    line: int


@cache
def _kinds() -> "tuple[re.Pattern[str], dict[str, str]]":
    kinds = lexicon.mapping("about/kinds")
    words = lexicon.alternation(tuple(kinds))
    return pattern(f"(?P<word>{words}){_ENDS.format()}"), kinds


def kind_of(words: str) -> DocumentKind | None:
    """The sort of document that a title names by its end.

    >>> kind_of("县人民政府办公室关于印发“十四五”规划的通知"), kind_of("资金管理办法（试行）"), kind_of("工作目标")
    (<DocumentKind.NOTICE: 'notice'>, <DocumentKind.MEASURES: 'measures'>, None)
    """
    ends, kinds = _kinds()
    words = "".join(words.split())
    match = ends.search(words, max(len(words) - _LONGEST, 0))
    kind = DocumentKind(kinds[match["word"]]) if match and match.start() else None
    return None if kind is DocumentKind.LAW and not words.startswith("中华人民共和国") else kind


def _is_part_of_title(line: Line) -> bool:
    text = line.text
    return len(text) <= _LONGEST and not (_NO_TITLE.match(text) or line.is_dated() or _NUMBERED.match(text))


def _unnumbered(words: str) -> str:
    """A title without the number of the document that stands behind it in its line, and what follows."""
    number = _NUMBER.search(words, _SHORTEST, _LONGEST + _SHORTEST)
    if number is None:
        return words
    ends = (words[: number.start() - size].rstrip() for size in range(1, _MARK))
    return next((end for end in ends if kind_of(end)), words)


def _title(found: Sequence[Line], index: int) -> Title | None:
    """The title that ends with a line, or ``None`` where that line ends none."""
    last = found[index]
    label = _LABEL.match(last.text).end()  # type: ignore[union-attr]  # it always matches
    words = Line(last.start + label, last.text[label:])
    words = Line(words.start, _unnumbered(words.text))
    if not _is_part_of_title(words) or (kind := kind_of(words.text)) is None:
        return None
    start, stop, at = words.start, words.stop, index
    after = found[index + 1] if index + 1 < len(found) else last
    if _GOES_ON.match(after.text) and _is_part_of_title(after) and kind_of(after.text):
        stop, index = after.stop, index + 1
    if not label and not (_WHOLE.match(words.text) and not _UNDER.match(words.text)):
        start = _first(found, at).start
    return Title(start, stop, kind, index)


def _first(found: Sequence[Line], index: int) -> Line:
    """The first line of a title that goes over several."""
    first = found[index]
    for line in reversed(found[max(index - _JOINED, 0) : index]):
        if len(line.text) < _SHORTEST or not _is_part_of_title(line) or line.is_note() or kind_of(line.text):
            break
        first = line
        if _WHOLE.match(line.text):
            break
    return first


def _is_numbered(found: Sequence[Line], title: Title) -> bool:
    """Whether the number of a document stands in the line under a title."""
    return any(_NUMBERED.match(line.text) for line in found[title.line + 1 : title.line + 2])


def _closes_before(found: Sequence[Line], title: Title) -> bool:
    """Whether a signature or the word 附件 stands before a title, so that another document ends there."""
    above = (line for line in reversed(found[: title.line]) if line.stop <= title.start and not line.is_note())
    before = next(above, None)
    return before is not None and (before.is_dated() or _ENCLOSED.match(before.text) is not None)


def _has_head(found: Sequence[Line], title: Title) -> bool:
    """Whether what follows a short title shows that it is one, and no entry of a menu: a number, a date, the body."""
    following = found[title.line + 1 : title.line + 3]
    return any(
        _OPENS.match(line.text) or _NUMBERED.match(line.text) or len(line.text) > _SAID or line.text.startswith("第")
        for line in following
    )


def _opens_after(found: Sequence[Line], title: Title, words: str) -> bool:
    """Whether what follows a title begins a document: a salutation, its addressees, a date, the title's last word."""
    following = found[title.line + 1 : title.line + 3]
    return any(_OPENS.match(line.text) or (len(line.text) < _SHORTEST and line.text in words) for line in following)


@shared
def titles(document: Document) -> tuple[Title, ...]:
    """The titles of the documents of a file, in the order of the text; that of the head first, if it has one.

    >>> text = "县政府关于开展督查的通知\\n各镇：\\n请照办。\\n在动员会上的讲话\\n同志们：\\n今天开会。"
    >>> document = Document.plain(text)
    >>> [(document.text[title.start : title.stop], title.kind.value) for title in titles(document)]
    [('县政府关于开展督查的通知', 'notice'), ('在动员会上的讲话', 'speech')]
    """
    return tuple(_found(document))


def _found(document: Document) -> Iterator[Title]:
    found, known, body, spoken = lines(document), set[str](), False, False
    for index, line in enumerate(found):
        title = _title(found, index)
        if title is not None:
            words = "".join(document.text[title.start : title.stop].split())
            plain = len(words) < _PLAIN and title.line and not _has_head(found, title)
            head = not known and not body and not plain
            apart = spoken or ("关于" in words and _is_numbered(found, title))
            if head or (apart and words not in known and _begins(found, title, words, known)):
                known.add(words)
                yield title
                spoken = False
        spoken = spoken or "。" in line.text
        body = body or (len(line.text) > _SAID and "。" in line.text)


def _begins(found: Sequence[Line], title: Title, words: str, known: set[str]) -> bool:
    """Whether a document begins with a title inside a file: by what stands before it, or by what follows it."""
    if _closes_before(found, title):
        return True
    if "，" in words:
        return False
    repeats = any(words in other or other in words for other in known)
    return not repeats and _opens_after(found, title, words)
