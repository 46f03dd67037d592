"""The text with its times blanked, of which no indicator is made: ``市住建局今年老旧小区改造率``."""

from policyextract.grammar.time import times
from policyextract.number.units import units
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound, TimeKind

BLANK = "\x1f"
"""What stands for each character of a time; it is in no text that was cleaned."""

_COMPARED = frozenset("比较与同由从")
_LENGTHS = pattern("\\L<figure.length-before>")
_SPAN = pattern("(?:\\L<figure.span-noun>|之?间)?")
_FIRST_OR_LAST = frozenset("前后首头")
_NO_FIRST = pattern("[学产术课灾战以之]前|[学产术课灾战以之]后")  # 学前三年
_GOES_ON = frozenset("来内后间中")


def _is_apart(text: str, find: Find) -> bool:
    """Whether a time says when, and is no base of a comparison and no part of a name (24小时自助区) or of a unit."""
    if text[find.start - 1 : find.start] in _COMPARED or find.value.kind is TimeKind.RECURRENCE:
        return False
    if text[max(find.start - 1, 0) : find.start + 1] in units():
        return False
    if find.value.kind is not TimeKind.DURATION or find.value.bound is TimeBound.WITHIN:
        return True
    begin = find.start - (text[find.start - 1 : find.start] in _FIRST_OR_LAST)
    if _NO_FIRST.match(text, max(begin - 1, 0)):
        return False
    if begin < find.start:
        return True
    return _LENGTHS.match(text, find.start) is not None or text[find.stop : find.stop + 1] in _GOES_ON


@shared
def masked(document: Document) -> str:
    """The text of a document, character for character, with a blank for each character of a time.

    >>> masked(Document.plain("今年新增10家，比上年增长5%")).replace(BLANK, "_")
    '__新增10家，比上年增长5%'
    """
    text, pieces, reached = document.text, list[str](), 0
    for find in times(document):
        if find.start >= reached and _is_apart(text, find):
            stop = _SPAN.match(text, find.stop).end()  # type: ignore[union-attr]  # it always matches
            start = find.start - (text[find.start - 1 : find.start] in _FIRST_OR_LAST and find.start > reached)
            pieces += text[reached:start], BLANK * (stop - start)
            reached = stop
    return "".join((*pieces, text[reached:]))
