"""Levels that stand for their governments where they act: 省、州明确的, 国家支持, 区上将下发."""

import re
from functools import cache

from policyextract.document import Document, shared
from policyextract.grammar.department import level
from policyextract.grammar.department.context import shapes
from policyextract.grammar.department.organ import Name
from policyextract.pattern import pattern

_ONE = r"(?:[我全本]?[省市州县区旗盟]上?|国家|中央|上级|自治区)"
_HEAD = pattern(rf"({_ONE}(?:[、和及与]?{_ONE}){{0,3}})(?:已经?|所|将要?|新|年初|先后|统一|都已?)?\Z")
_ACTIVE = pattern(r"(?:已经?|所|将要?|新|年初)\Z")
_NAME = pattern(_ONE)
_WINDOW = 16


@cache
def _scan() -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """Verbs of ordering, and the state or the centre where what follows shows that it acts."""
    return re.compile(rf"[省市州县区旗盟上家央级已经所将要新初后一](?=({shapes('order')}))"), re.compile(
        rf"[国我本中](?:(?<=国)家(?<![一-鿿]国家)(?={shapes('state')})"
        r"|(?<=[我本])[省市州县区旗](?=将|要(?![素求点件]))"
        r"|(?<=中)央(?:(?<=由中央)(?=承担|负责|[与和]地方)|(?=对地方)|(?:(?<=落实中央)|(?<=贯彻中央))(?=(?:重大)?(?:战略|决策)部署)))"
    )


def _names(text: str, start: int, stop: int) -> list[Name]:
    return [Name(*match.span(), "government", "department.level") for match in _NAME.finditer(text, start, stop)]


def _acted(text: str, verb: int, stop: int) -> list[Name]:
    """The levels right before a verb of ordering, where they are its subject."""
    floor = max(verb - _WINDOW, 0)
    head = _HEAD.search(text[floor:verb])
    if head is None:
        return []
    word = text[verb:stop]
    done = bool(_ACTIVE.search(text[verb - 2 : verb])) and floor + head.end(1) < verb
    if not (done or word in ("下达", "下发", "出台", "交办") or text[stop : stop + 1] in "了的"):
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
    orders, state = _scan()
    found = [name for match in orders.finditer(text) for name in _acted(text, *match.span(1))]
    found += [Name(*match.span(), "government", "department.level") for match in state.finditer(text)]
    return tuple(found)
