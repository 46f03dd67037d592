"""Where the papers of one file begin: a title with a head after it, or with the end of a paper before it."""

from collections import deque
from collections.abc import Iterator, Sequence

from policyextract.marks.part.line import Line, lines
from policyextract.marks.part.title import Title, title_at
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_OPENS = pattern(  # 各位代表：; ——在大会上; 第一章　总则; 2024年3月1日县人大常委会通过; 为…，制定本办法。
    r"(?:尊敬的)?\L<about.salutation>|[—－-]{2}|第一[章条]|[（(]?[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日[^。；]{0,80}?(?:\L<day.adopted>|上[）)]?$)"
    r"|[^。]{0,200}制定(?:本|如下|以下)"
)
_ADDRESS = pattern("\\L<about.salutation>[^。，；！]{0,12}[：:]$")
_REPORTS = pattern("现在，?我")  # 各位代表：/ 现在，我代表县人民政府，向大会报告工作
_BODY = pattern(r"一、|[（(]一[）)]|第一[章条]|[^。]{2,}。")
_HANDS_OUT = pattern(r"\L<about.hands-out>(?P<paper>[^，。]{4,80}?)的\L<about.cover>$")
_ENCLOSED = pattern(r"附件?\s?[0-9一二三四五六七八九十]{0,2}\s*[：:]\s*")
_LISTED = pattern(r"(?:[0-9]{1,2}\s*[.．、]\s*)?(?P<paper>[^。；;]{4,80})[;；。]?$")
_DIGITS = "0123456789"
_NO_SIGNS = str.maketrans("", "", "《》〈〉")
_SHORT, _PLAIN, _NEAR, _SAID, _LONG, _HEAD = 5, 10, 12, 24, 60, 3000


@shared
def titles(document: Document) -> tuple[Title, ...]:
    """The titles of the papers of a file, in the order of the text; that of the head first, if it has one.

    A report to a congress that begins without one has an empty title.

    >>> text = "县政府关于开展督查的通知\\n各镇：\\n请照办。\\n在动员会上的讲话\\n同志们：\\n今天开会。"
    >>> document = Document.plain(text)
    >>> [(document.text[title.start : title.stop], title.kind) for title in titles(document)]
    [('县政府关于开展督查的通知', 'notice'), ('在动员会上的讲话', 'speech')]
    """
    return tuple(_File(document).titles())


@shared
def head_end(document: Document) -> int:
    """Where the title of a file begins at the latest: where its body does, or far from its start."""
    body = (line.start for line in lines(document) if len(line.text) > _SAID and "。" in line.text)
    return min(next(body, _HEAD), _HEAD)


class _File:
    """A file, as its lines are read one after another."""

    def __init__(self, document: Document) -> None:
        self._text, self._lines, self._head_end = document.text, lines(document), head_end(document)
        self._known = set[str]()  # the words of the titles, which a page repeats
        self._last_known = deque[str](maxlen=_NEAR)
        self._promised = set[str]()  # what the text hands out (关于印发…的通知) or names as enclosed (附件：…)
        self._listing = self._spoken = False  # in a list of what is enclosed; a sentence was said since the last title
        self._reached, self._last = 0, 0  # where the last title ends, and in which line

    def titles(self) -> Iterator[Title]:
        """The titles with which papers begin."""
        for index, line in enumerate(self._lines):
            title = title_at(self._lines, index) or self._untitled(index)
            if title is not None and title.start >= self._reached and self._begins(title):
                yield title._replace(enclosed=self._is_enclosed(title))
                self._keep(title)
            self._pass(line)

    def _pass(self, line: Line) -> None:
        """Keep what a line says of the papers to come."""
        sign = line.text[0]
        self._listing = (sign == "附" and _ENCLOSED.match(line.text) is not None) or (
            self._listing and sign.isdecimal()
        )
        if self._listing:
            self._promised.add(_words(_ENCLOSED.sub("", line.text)))
        self._spoken = self._spoken or "。" in line.text

    def _untitled(self, index: int) -> Title | None:
        """The beginning of a report to a congress that has no title: an address, and that now something is reported."""
        line, following = self._lines[index], self._lines[index + 1 : index + 2]
        if line.text[-1] not in "：:" or index <= self._last + _NEAR or not _ADDRESS.match(line.text):
            return None
        reports = any(_REPORTS.match(after.text) for after in following)
        return Title(line.start, line.start, "", index) if reports else None

    def _keep(self, title: Title) -> None:
        words = _words(self._text[title.start : title.stop])
        self._known.add(words)
        self._last_known.append(words)
        handed = _HANDS_OUT.search(words)
        if handed:
            self._promised.add(handed["paper"])
        self._spoken, self._reached, self._last = False, title.stop, title.line

    def _begins(self, title: Title) -> bool:
        """Whether a paper begins with a title: by its place, by what stands before it, or by what follows it."""
        words = _words(self._text[title.start : title.stop])
        following = self._lines[title.line + 1 : title.line + 3]
        if not title.kind:
            return self._spoken
        if title.line and title.stop - title.start < _PLAIN and not _shows(following):
            return False  # the entry of a menu
        if not self._known and title.start <= self._head_end:
            return True
        numbered = self._is_numbered(title)
        if words in self._known or not (self._spoken or ("关于" in words and numbered)):
            return False
        if _ENCLOSED.match(self._lines[title.line].text):
            return any(_BODY.match(line.text) for line in following[:1])
        if self._is_enclosed(title) or self._closes_before(title):
            return True
        if "，" in words or any(words in other or other in words for other in self._last_known):
            return False
        last = words.rstrip(_DIGITS)
        again = any(len(line.text) < _SHORT and last.endswith(line.text) for line in following)  # …讲话摘编1/ 讲话摘编
        return again or numbered or any(map(_is_head, following))

    def _is_numbered(self, title: Title) -> bool:
        """Whether the number of a paper stands behind its title, or in the line under it."""
        following = self._lines[title.line + 1 : title.line + 2]
        return self._lines[title.line].stop > title.stop or any(line.is_numbered() for line in following)

    def _above(self, title: Title) -> Line | None:
        """The line before a title that is no remark."""
        above = reversed(self._lines[max(title.line - _NEAR, 0) : title.line])
        return next((line for line in above if line.stop <= title.start and not line.is_note()), None)

    def _is_enclosed(self, title: Title) -> bool:
        """Whether a paper is handed out by the one before it, named among what that encloses, or headed as 附件."""
        before = self._above(title)
        headed = _ENCLOSED.match(self._lines[title.line].text) is not None or (before is not None and before.encloses())
        return headed or _words(self._text[title.start : title.stop]) in self._promised

    def _closes_before(self, title: Title) -> bool:
        """Whether a signature or a number stands before a title, so that another paper ends there."""
        before = self._above(title)
        return before is not None and (before.is_dated() or before.is_numbered())


def _words(title: str) -> str:
    """A title without blanks and the signs around names of papers, nor the number that it has in a list."""
    match = _LISTED.match("".join(title.split()).translate(_NO_SIGNS))
    return match["paper"] if match else title


def _is_head(line: Line) -> bool:
    """Whether a line under a title is of the head of a paper: its number, its day, those whom it addresses."""
    if line.is_numbered() or line.is_dated() or line.is_address() or line.is_labelled():
        return True
    return _OPENS.match(line.text) is not None


def _shows(following: Sequence[Line]) -> bool:
    """Whether the lines under a short title show that it is one: its head, or its body."""
    return any(_is_head(line) or len(line.text) > _LONG for line in following)


def is_of_head(line: Line) -> bool:
    """Whether a line above a title belongs to the head of its paper: 附件1, its number, a field of its page."""
    return line.encloses() or line.is_numbered() or line.is_labelled()
