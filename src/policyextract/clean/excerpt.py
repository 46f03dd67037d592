"""Parts of a source as a document of their own: the cells of a column, each a paragraph."""

import datetime as dt
from collections.abc import Iterator, Sequence

from policyextract.clean.mark import mark
from policyextract.clean.pause import pause
from policyextract.clean.script import pinyin, script
from policyextract.clean.space import space
from policyextract.clean.width import width
from policyextract.text.document import Document
from policyextract.text.offsets import Edit, OffsetMap, apply
from policyextract.text.pattern import pattern
from policyextract.text.span import Span

_BREAK = pattern(r"[ \u3000]*(?:\r\n?|\n)[ \u3000]*")
_ENDS = frozenset("。；;！？!?：:\t\n")
_NO_HEAD = Span(0, 0)  # cells state no day of their own: that of the document is given
_ITEM = pattern(
    r"[0-9]{1,2}[.．、)）]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}[、是要]|[-—•●■◆—]|第[一二三四五六七八九十]"
    r"|[^\n：:]{2,8}[：:]"
)


def wraps(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The line breaks in ``[start, stop)`` that only a narrow cell asks for.

    A break after a sentence, before an item or a label, and beside columns is one that the text means.

    >>> text = "1.完成改造\\n260处。\\n2.新建管网"
    >>> [text[: begin] for begin, end in wraps(text, 0, len(text))]
    ['1.完成改造']
    """
    line = start
    for match in _BREAK.finditer(text, start, stop):
        end = text.find("\n", match.end(), stop)
        following = text[match.end() : end if end >= 0 else stop]
        before = text[line : match.start()]
        columns = "\t" in before or "\t" in following
        if not columns and before[-1:] not in _ENDS and not _ITEM.match(following):
            yield match.span()
        else:
            line = match.end()


def excerpt(source: str, spans: Sequence[Span], reference_date: dt.date | None) -> Document:
    """A document of some stretches of a source, each a paragraph; its finds have their places in the source.

    The cells of a table in a cell are parted by commas.

    Args:
        source: the whole text.
        spans: the stretches, in the order of the text, none overlapping another.
        reference_date: what relative times are resolved against.

    >>> excerpt("任务\\t牵头单位\\n建成30个\\t县财政局", [Span(8, 13), Span(14, 18)], None).text
    '建成30个\\n县财政局'
    """
    edits, reached = list[Edit](), 0
    for span in spans:
        edits.append(Edit(reached, span.start, "\n" if edits else ""))
        edits += [Edit(start, stop, "") for start, stop in wraps(source, span.start, span.stop)]
        reached = span.stop
    edits.append(Edit(reached, len(source), ""))
    text, offsets = apply(source, edits).replace("\t", "，"), OffsetMap.of(len(source), edits)
    for step in (mark, pause, width, pinyin, script, space):
        changes = tuple(step(text))
        if changes:
            text, offsets = apply(text, changes), offsets.then(changes)
    return Document(source, text, offsets, reference_date, within=_NO_HEAD)
