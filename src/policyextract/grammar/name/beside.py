"""Members of a list that are told by how they end, beside a sure name: 市应急局、 + 供电公司、通管办 + 组成."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, partial

from policyextract import lexicon
from policyextract.grammar.name.lookup import lookup
from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.predicate import verb_firsts, verbs
from policyextract.grammar.name.run import run_before
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_SIGN = r"(?![的了在将把被为对于以从等并且或其该此这那每各给们时要应须和与及暨、由向有是])[一-鿿]"
_BEFORE = pattern(rf"(?:{_SIGN}){{1,12}}\Z")
_ENDS = pattern(r"\L<name.beside-end>\Z")
_SUM = pattern(r"等[0-9一二两三四五六七八九十百多余]{0,4}[个家]?(?:[一二]级)?\L<name.summed-unit>")
_LINKS = frozenset("、和及与")
_VERB = 2  # signs of a verb
_LONGEST = 13
_LONGEST_LIST = 40
_UNSURE = frozenset(
    f"department.{rule}" for rule in ("group", "institution", "unit", "bare", "level", "places", "place")
)
_PARTS = frozenset(("department.unit", "department.body"))
_general = partial(lexicon.select, "name/words", "general-body")


@cache
def _after() -> "re.Pattern[str]":
    follows = rf"[^一-鿿]|[要应须必和与及会同牵负等将按在对依积把于每向也都均不未可能组]|{verb_firsts()}|\Z"
    return pattern(rf"(?:{_SIGN}){{0,12}}?\L<name.beside-end>(?={follows})")


def _body(text: str, start: int, stop: int) -> bool:
    ends = stop - start > 1 and _ENDS.search(text, start, stop) is not None
    return ends and not text.endswith(lexicon.select("name/words", "no-body"), start, stop)


def _right(text: str, stop: int) -> Iterator[tuple[int, int]]:
    """The members of a list behind a name that ends at ``stop``."""
    for _ in range(_LONGEST_LIST):
        item = _after().match(text, stop + 1) if text[stop : stop + 1] in _LINKS else None
        if item is None or not _body(text, *item.span()):
            return
        yield item.span()
        stop = item.end()


def _left(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The members of a list before a name that begins at ``start``, the last first."""
    for _ in range(_LONGEST_LIST):
        stop = start - 1
        linked = stop > 0 and (text[stop] in _LINKS or text[stop] == "等")
        item = _BEFORE.search(text, max(stop - _LONGEST, 0), stop) if linked else None
        if item is None:
            return
        start = item.start()
        if text[start - 1 : start] not in _LINKS:
            start = max(start, run_before(text, stop))
            known = text[start:stop] in lookup().bodies  # 组织部
            start += _VERB if text[start : start + 2] in verbs() and not known else 0
        if not _body(text, start, stop):
            return
        yield start, stop


def beside(document: Document, names: Sequence[Name]) -> list[Name]:
    """The members of lists that are not among the names, beside a sure one, or where 等10个单位 sums them up.

    >>> document = Document.plain("由市应急局、供电公司、通管办组成")
    >>> [document.text[name.start : name.stop] for name in beside(document, [Name(1, 5, "agency", "department.body")])]
    ['供电公司', '通管办']
    """
    text = document.text
    spans: set[tuple[int, int]] = set()
    for name in names:
        if not name.bare and name.rule not in _UNSURE and name.kind == "agency":
            spans.update(_right(text, name.stop))
            spans.update(_left(text, name.start))
    spans = {span for span in spans if text[slice(*span)] not in _general()}
    for match in _SUM.finditer(text):
        spans.update(_left(text, match.start() + 1))
    return [Name(*span, "agency", "department.listed") for span in sorted(spans) if _free(names, *span)]


def _free(names: Sequence[Name], start: int, stop: int) -> bool:
    """Whether no name is at a place, but for a unit that the list shows to act."""
    first = bisect_left(names, (start,))
    near = names[max(first - 1, 0) : first + 1]
    inside = [name for name in near if name.start < stop and start < name.stop]
    return all(name.bare and name.rule in _PARTS and start <= name.start and name.stop <= stop for name in inside)
