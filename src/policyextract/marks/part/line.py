"""The lines of a document, and those of which a paper shows where it begins and ends."""

from typing import NamedTuple

from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_DATE = pattern(
    r"[（(—－-]{0,2}\s*(?:[12][0-9]{3}|[一二][零〇○一二三四五六七八九]{3})\s?[年./-]\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[月./-]"
    r"\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日?[^。；]{0,16}$"
)
_NOTE = pattern("[（(][^（()）]{1,30}[）)]$")
_NUMBERED = pattern(
    r"\s*[一-鿿]{1,8}?[〔\[［【（(][12][0-9]{3}[〕\]］】）)]\s*第?[0-9]{1,4}\s*号.*$|[一-鿿]{0,4}第\s?[0-9]{1,4}\s?号$"
)
_ADDRESS = pattern("[^。；！？：:\n]{2,160}[：:]$")
_NO_ADDRESS = pattern(
    "第[一二三四五六七八九十]{1,4}条|(?:尊敬的)?\\L<about.address-person>|[^，、]{0,12}\\L<about.label>[：:]$|.*\\L<about.opening>[：:]$"
)
_ADDRESSEE = pattern("\\L<about.addressee>")
_ENCLOSED = pattern("附件?[0-9一二三四五六七八九十]{0,2}[：:]?$")
_LABELLED = pattern(
    r"(?:[-*]\s*)?(?:\L<about.title-label>|\L<about.number-label>|\L<about.issuer-label>|\L<about.head-label>"
    r"|(?:\L<day.signed>|\L<day.published>)\L<day.day-noun>)\s*[：:]"
)


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

    def is_numbered(self) -> bool:
        """Whether it is the number of a paper: ``国发〔2021〕5号``."""
        return _NUMBERED.match(self.text) is not None

    def is_address(self) -> bool:
        """Whether it names those to whom a paper goes: ``各县市区人民政府，州直各单位：``."""
        text = self.text
        return bool(_ADDRESS.match(text) and _ADDRESSEE.search(text) and not _NO_ADDRESS.match(text))

    def encloses(self) -> bool:
        """Whether it says that something is enclosed, and no more: ``附件1``."""
        return _ENCLOSED.match(self.text) is not None

    def is_labelled(self) -> bool:
        """Whether it is a field of the head of a page with a paper: ``发文机关：省政府办公厅``."""
        return _LABELLED.match(self.text) is not None


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
