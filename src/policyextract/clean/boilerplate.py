"""The furniture of a page: page numbers, counts of words, invitations to scan or share."""

import re
from collections.abc import Iterator
from functools import cache

from policyextract import lexicon
from policyextract.offsets import Edit


@cache
def _pattern() -> "re.Pattern[str]":
    shapes = "|".join(f"(?:{shape})" for shape in lexicon.words("boilerplate"))
    return re.compile(shapes, re.MULTILINE)


def boilerplate(text: str) -> Iterator[Edit]:
    """Edits that take page furniture out.

    >>> text = "要点\\n第2/4页\\n共计38262个字,预计阅读时长128分钟"
    >>> [text[edit.start : edit.stop] for edit in boilerplate(text)]
    ['第2/4页', '共计38262个字,预计阅读时长128分钟']
    """
    for match in _pattern().finditer(text):
        yield Edit(match.start(), match.end(), "")
