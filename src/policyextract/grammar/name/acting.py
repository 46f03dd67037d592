"""Levels that stand for their governments where they act: 省、州明确的, 国家支持, 区上将下发."""

import re
from functools import cache, partial

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.context import shapes, words_of
from policyextract.grammar.name.organ import Name
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_ONE = r"(?:[我全本]?[省市州县区旗盟]上?|\L<name.upper>|自治区)"
_HEAD = pattern(rf"({_ONE}(?:[、和及与]?{_ONE}){{0,3}})\L<name.head-of>{{0,2}}\Z")
_ACTIVE = pattern(r"(?:已经?|[所新]|将要?)\Z")
_NAME = pattern(_ONE)
_orders = partial(lexicon.select, "name/words", "hands-down")
_BEFORE = frozenset("省市州县区旗盟上家央级已经所将要新初后一前")
_STATE = frozenset("国中")
_WINDOW = 16


@cache
def _scan() -> "re.Pattern[str]":
    """Verbs of ordering, and the state or the centre where what is around shows that they act."""
    state = (
        rf"国家(?:(?<![一-鿿]国家)|(?<=[但按照据由经]国家))(?={shapes('state')})",
        r"中央(?:(?<=由中央)(?=\L<name.bears>|[与和]地方)|(?=对地方)|(?<=\L<name.carries-out>中央)(?=(?:重大)?\L<name.resolved>部署))",
    )
    return pattern("|".join((*words_of("order"), *state)))


def _names(text: str, start: int, stop: int) -> list[Name]:
    return [Name(*match.span(), "government", "department.level") for match in _NAME.finditer(text, start, stop)]


def _acted(text: str, verb: int, stop: int) -> list[Name]:
    """The levels right before a verb of ordering, where they are its subject."""
    done = _ACTIVE.search(text[verb - 2 : verb]) is not None
    orders = text.startswith(_orders(), verb) or text[stop : stop + 1] in "了的"
    floor = max(verb - _WINDOW, 0)
    head = _HEAD.search(text[floor:verb]) if done or orders else None
    if head is None or not (orders or floor + head.end(1) < verb):
        return []
    start = floor + head.start(1)
    if text[start] in "省市州县区旗盟" and (
        text[start - 1 : start + 1] in level.levels().false or level.before(text, start + 1) < start
    ):
        return []
    return _names(text, start, floor + head.end(1))


@shared
def acting(document: Document) -> tuple[Name, ...]:
    """Levels and the state where they act, in the order of the text.

    >>> document = Document.plain("聚焦省州下达的指标，落实国家政策，国家支持平台企业创新发展")
    >>> [document.text[name.start : name.stop] for name in acting(document)]
    ['省', '州', '国家']
    """
    text = document.text
    found = []
    for match in _scan().finditer(text):
        start, stop = match.span()
        if text[start] in _STATE:
            found.append(Name(start, stop, "government", "department.level"))
        elif text[start - 1 : start] in _BEFORE:
            found += _acted(text, start, stop)
    return tuple(found)
