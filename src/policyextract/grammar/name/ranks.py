"""Several levels that act, order or pay together: 按照中央、省、市要求, 由市县按比例分担, 省、市、县三级要建立台账."""

import re
from functools import cache

from policyextract.grammar.name.context import MODAL, shapes
from policyextract.grammar.name.organ import Name
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_LEVEL = "(?:中央|国家|上级|地方|自治区|[省市州盟县区旗乡镇](?![委政府级办长]))"
_BETWEEN = (
    r"(?:(?:关于|有关|相关|对)[^，。；：\n]{0,30}?|(?:(?!项目|资金|企业|产业|指标|财政|标准)[^，。；：\n]){0,26}?)"
)
_GRADE = "[省市州盟县区旗乡镇]级"
_LIST = rf"{_LEVEL}(?:[、和及与]?{_LEVEL}){{0,4}}"
_PART = pattern(f"{_LEVEL}|{_GRADE}")
_NOT_BEFORE = frozenset("城都超股夜上小社园景片山灾辖校街新老全各本我外跨乡村集建名东西南北中大")


@cache
def _scan() -> "re.Pattern[str]":
    """Levels after a word of following and before what they order; before a share; as 三级 before a duty; as 省里."""
    return re.compile(
        rf"{shapes('follow')}(?P<orders>{_LIST}(?:[和、](?:[省市州县区]委|[省市州县区]政府))*)(?={_BETWEEN}{shapes('ordered')})"
        rf"|(?P<pays>{_LEVEL}(?:[、和与]?{_LEVEL}){{1,4}}(?:[两三四]级)?|{_GRADE}(?:[、和与]?{_GRADE}){{0,3}}|中央|(?<=[，。；由])(?:省|市|州|县|区))(?=(?:各|财政)?{shapes('shares')})"
        rf"|(?P<told>{_LEVEL}(?:[、和与]?{_LEVEL}){{1,4}})(?=[两三四五]级(?:联动)?{MODAL})"
        rf"|(?<![一-鿿])(?P<home>[省市州县区镇乡])(?=里(?!程|面|的)(?:{MODAL}|{shapes('order')}|初步|统一|专门|决定|高度重视|设立|召开))"
        rf"|(?<=[在由])(?P<at>[省市州县区])(?=里(?:设立|召开|统一|组织|安排))"
    )


def _levels(text: str, start: int, stop: int, rule: str) -> list[Name]:
    return [Name(*match.span(), "government", rule) for match in _PART.finditer(text, start, stop)]


@shared
def ranks(document: Document) -> tuple[Name, ...]:
    """The levels of a document that act, order or pay together, one by one, in the order of the text.

    >>> document = Document.plain("按照国家、省有关规定，所需资金由市县按比例分担，落实国家政策")
    >>> [document.text[name.start : name.stop] for name in ranks(document)]
    ['国家', '省', '市', '县']
    """
    text = document.text
    found: list[Name] = []
    for match in _scan().finditer(text):
        start, stop = match.span(str(match.lastgroup))
        if text[start - 1 : start] in _NOT_BEFORE and match.lastgroup != "orders":
            continue
        names = _levels(text, start, stop, "department.level-pays" if match.lastgroup == "pays" else "department.level")
        if match.lastgroup != "orders" or len(names) > 1 or "委" in match.group() or "政府" in match.group():
            found += names
    return tuple(found)
