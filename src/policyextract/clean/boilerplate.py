"""The furniture of a page: counts of pages and words, invitations to scan or share, the foot of a site."""

import re
from collections.abc import Iterator
from functools import cache
from operator import itemgetter

from policyextract import lexicon
from policyextract.text.offsets import Edit
from policyextract.text.pattern import pattern

_PAD = "[ \t\u00a0\u3000]"


@cache
def _patterns() -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """A line of furniture after a line end, and furniture anywhere.

    Apart, so that the search skips to line ends, and to the first signs of what may stand anywhere.
    """
    line = rf"\n{_PAD}*+(?=\S)(?:{'|'.join(lexicon.select('clean/boilerplate', 'line'))}){_PAD}*+$"
    anywhere = "|".join(lexicon.select("clean/boilerplate", "anywhere"))
    return pattern(line, re.MULTILINE), pattern(anywhere)


def boilerplate(text: str) -> Iterator[Edit]:
    """Edits that take page furniture out.

    >>> text = "要点\\n第2/4页\\n共计38262个字,预计阅读时长128分钟"
    >>> [text[edit.start : edit.stop] for edit in boilerplate(text)]
    ['第2/4页', '共计38262个字,预计阅读时长128分钟']
    """
    line, anywhere = _patterns()
    spans = [(match.start(), match.end() - 1) for match in line.finditer(f"\n{text}")]
    spans += [match.span() for match in anywhere.finditer(text)]
    reached = 0
    for start, stop in sorted(spans, key=itemgetter(0)):
        if start >= reached:
            yield Edit(start, stop, "")
            reached = stop
