"""Zones that act like a level of government (高新区, 湘西高新区), where a duty or a list shows that they act."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.document import Document, shared
from policyextract.grammar import level
from policyextract.grammar.context import words_of
from policyextract.grammar.organ import Name


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
    return tuple(
        Name(
            min(level.before(text, match.start()), level.before(text, match.end())),
            match.end(),
            "government",
            "department.zone",
            bare=True,
        )
        for match in _pattern().finditer(text)
        if text[match.start() - 1 : match.start()] not in ("级", "类", "家", "设", "各", "有")
    )
