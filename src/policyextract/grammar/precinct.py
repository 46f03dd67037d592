"""Zones that act like a level of government (高新区, 湘西高新区), where a duty or a list shows that they act."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.document import Document, shared
from policyextract.grammar import level
from policyextract.grammar.context import words_of
from policyextract.grammar.organ import Name
from policyextract.pattern import pattern

_NAMED = pattern(
    r"(?:\A|[^一-鿿]|[由同和与及促])((?![各全加推建]|.{0,3}[的在是有为了将把级类家个所设进])[一-鿿]{0,4})\Z"
)
_LONGEST_NAME = 5


@cache
def _pattern() -> "re.Pattern[str]":
    zones = lexicon.alternation(words_of("zone"))
    return re.compile(rf"{zones}(?=[要应须负配参牵、和及，,。；;）)：:\n]|必须|\Z)")


@shared
def precincts(document: Document) -> tuple[Name, ...]:
    """The zones of a document that may act, in the order of the text.

    >>> document = Document.plain("各县市、高新区要加快高新区建设")
    >>> [document.text[name.start : name.stop] for name in precincts(document)]
    ['高新区']
    """
    text = document.text
    found = []
    for match in _pattern().finditer(text):
        start, stop = match.span()
        begin = min(level.before(text, start), level.before(text, stop))
        named = _NAMED.search(text[max(begin - _LONGEST_NAME, 0) : begin])
        if named:
            found.append(Name(begin - len(named.group(1)), stop, "government", "department.zone", bare=True))
    return tuple(found)
