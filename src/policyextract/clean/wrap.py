"""Hard line breaks in the middle of a sentence, with or without a blank line."""

import re
from collections.abc import Iterator

from policyextract.offsets import Edit

_BREAK = re.compile(r"[ \t\u3000]*(?:\r\n?|\n)(?:[ \t\u3000]*(?:\r\n?|\n))*[ \t\u3000]*")
_CLOSED = re.compile(r"[。！？；：:;!?…][”’\"'）)》】〕]*$|[)）】〕]$|^$")
_MARKER = re.compile(
    r"(?:第?[一二三四五六七八九十百]{1,4}(?:[、，,.．章节条编篇部]|是|要)|[（(][一二三四五六七八九十0-9]{1,3}[)）]"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[、.．]|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\s|[①-⑳]|[—－-]{2}|[•●◆■·]|附件|专栏|[（(【])"
)
_INNER = re.compile(r"[，,、；;。]")
_LONG = 24


def _is_wrap(before: str, after: str) -> bool:
    """Whether the break between two lines falls inside a sentence."""
    if not before or not after or _CLOSED.search(before[-4:]) or _MARKER.match(after):
        return False
    if _MARKER.match(before) and not _INNER.search(before[3:]):
        return False
    return before[-1] in "，,、" or len(before) >= _LONG or bool(_INNER.search(before))


def wrap(text: str) -> Iterator[Edit]:
    """Edits that take out the line breaks which fall inside a sentence.

    A line that is closed by its punctuation, a heading, and a line after which a list marker follows end where they
    break.

    >>> [edit.start for edit in wrap("确保行政审批、服务事项网上可办率达到\\n\\n90%。\\n二、开好超市")]
    [18]
    """
    reached = 0
    breaks = list(_BREAK.finditer(text))
    for index, match in enumerate(breaks):
        stop = breaks[index + 1].start() if index + 1 < len(breaks) else len(text)
        if _is_wrap(text[reached : match.start()], text[match.end() : min(stop, match.end() + 12)]):
            yield Edit(match.start(), match.end(), "")
        reached = match.end()
