"""The lines of a document that its head and foot are made of."""

from typing import NamedTuple

from policyextract.about.record import Stated
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern
from policyextract.text.span import Span

_DATE = pattern(
    r"[（(—－-]{0,2}\s*(?:[12][0-9]{3}|[一二][零〇○一二三四五六七八九]{3})\s?[年./-]\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[月./-]"
    r"\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日?[^。；]{0,16}$"
)
_NOTE = pattern("[（(][^（()）]{1,30}[）)]$")


class Line(NamedTuple):
    """A line that is not empty, without the blanks around it, with its place in the cleaned text."""

    start: int
    text: str

    @property
    def stop(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    def is_dated(self) -> bool:
        """Whether it is a date, of a signature or under a title."""
        return _DATE.match(self.text) is not None

    def is_note(self) -> bool:
        """Whether it is a remark in brackets: ``（此件公开发布）``."""
        return _NOTE.match(self.text) is not None


@shared
def lines(document: Document) -> tuple[Line, ...]:
    """The lines of a document that are not empty.

    >>> [line.text for line in lines(Document.plain("通知\\n\\n  各镇：\\n"))]
    ['通知', '各镇：']
    """
    found, start = list[Line](), 0
    for line in document.text.split("\n"):
        text = line.strip()
        if text:
            found.append(Line(start + line.index(text[0]), text))
        start += len(line) + 1
    return tuple(found)


def stated(document: Document, start: int, stop: int) -> Stated:
    """Words of the cleaned text with their place in the source."""
    span = Span(*document.offsets.to_source(start, stop))
    return Stated(document.quote(span), span)
