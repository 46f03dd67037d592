"""The furniture of a page: counts of pages and words, invitations to scan or share, the foot of a site."""

import re
from collections.abc import Iterator
from functools import cache

from policyextract import lexicon
from policyextract.offsets import Edit

_PAD = "[ \t\u00a0\u3000]"


@cache
def _pattern() -> "re.Pattern[str]":
    lines = "|".join(lexicon.select("boilerplate", "line"))
    anywhere = "|".join(lexicon.select("boilerplate", "anywhere"))
    return re.compile(f"^{_PAD}*+(?:{lines}){_PAD}*+$|{anywhere}", re.MULTILINE)


def boilerplate(text: str) -> Iterator[Edit]:
    """Edits that take page furniture out.

    >>> text = "要点\\n第2/4页\\n共计38262个字,预计阅读时长128分钟"
    >>> [text[edit.start : edit.stop] for edit in boilerplate(text)]
    ['第2/4页', '共计38262个字,预计阅读时长128分钟']
    """
    for match in _pattern().finditer(text):
        yield Edit(match.start(), match.end(), "")
