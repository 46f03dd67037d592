"""Several levels that act, order or pay together: 按照中央、省、市要求, 由市县按比例分担, 省、市、县三级要建立台账."""

import re
from functools import cache, partial
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.name.context import shapes
from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.predicate import acts_at
from policyextract.marks.modal import MODAL
from policyextract.text.document import Document, shared
from policyextract.text.opening import first_signs
from policyextract.text.pattern import pattern

_SIGNS = "省市州盟县区旗乡镇"
_LEVEL = (  # it begins with a class, so that the scan skips to it
    f"[{_SIGNS}中国上地自直村](?:(?<=[{_SIGNS}])(?:级|(?![委政府级办长]))|(?<=中)央|(?<=国)家|(?<=上)级|(?<=地)方|(?<=自)治区|(?<=直)辖市|(?<=村)级)"
)
_SORT = r"(?:[（(][市县区州盟旗镇乡街道、级]{1,6}[)）])?"  # 区 + （县级市）
_SCAN = pattern(f"({_LEVEL}){_SORT}(?:[、和及与]?{_LEVEL}{_SORT}){{0,4}}")
_SAME = r"(?:\L<name.place-pair>|[县州地盟]市)(?!级)"  # of one level, though two words
_PART = pattern(rf"(?:{_SAME}|{_LEVEL}){_SORT}")
_BETWEEN = r"(?:\L<name.about>[^，。；：\n]{0,30}?|(?:(?!\L<name.on-projects>)[^，。；：\n]){0,26}?)"
_WITH = pattern(r"(?:[省市州县区]委|[省市州县区]政府)")
_LINKS = frozenset("和、")
_NOT_BEFORE = frozenset("城都超股夜上小社园景片山灾辖校街新老全各本我外跨乡村集建名东西南北中大的")
_TASK = pattern(
    r"(?P<whole>\L<name.rank-leads>)|(?P<joint>联动)|\L<name.rank-does>(?=[、，,。；;\n后]|的\L<name.procedure>|\Z)"
)
_HEADS = frozenset(("", *"，。；：、\n）)由经"))
_CLAUSE_HEADS = frozenset(("", *"，。；：\n和由"))
_MUST = pattern(rf"[，,]?{MODAL}")
_sole = partial(lexicon.select, "name/words", "upper")
_ASKS = pattern(r"\L<name.order-word>*\L<name.order-noun>")
_ALONE = frozenset(("中央",))
_OPENS = frozenset("，。；由")
_BOTH = 2  # signs that sum up levels: 两级
_FOLLOWING = 6
_ABIDES = _NOT_BEFORE | frozenset("在从到于")  # 在市里 + 排名
_HANDED_TO = frozenset("向由请报经")
_ASKED = pattern(r"里的?(?:\L<name.order-noun>|安排)")


class _Shapes(NamedTuple):
    """What stands before and behind levels that order, pay, are told together, or act from home (省里)."""

    follow: "re.Pattern[str]"
    ordered: "re.Pattern[str]"
    shares: "re.Pattern[str]"
    told: "re.Pattern[str]"
    home: "re.Pattern[str]"


@cache
def _shapes() -> _Shapes:
    return _Shapes(
        pattern(rf"{shapes('follow')}\Z"),
        pattern(rf"{_BETWEEN}{shapes('ordered')}"),
        pattern(rf"(?:[两三四]级)?(?:各|财政)?{shapes('shares')}(?!的)"),
        pattern(rf"[两三四五]级(?:联动)?{MODAL}"),
        pattern(rf"里(?![程面的])[还也已]?(?:{MODAL}|{shapes('order')}|\L<name.level-acts>)"),
    )


def _orders(text: str, start: int, stop: int, several: bool) -> bool:
    """按照 + 国家、省 + 有关规定; a level alone only beside a body: 中央和市委的部署."""
    beside = _WITH.match(text, stop + 1) if text[stop : stop + 1] in _LINKS else None
    if not (several or beside or (text[start:stop] in _sole() and _ASKS.match(text, stop))):
        return False
    known = _shapes()
    if not known.follow.search(text[max(start - _FOLLOWING, 0) : start]):
        return False
    return known.ordered.match(text, beside.end() if beside else stop) is not None


def _pays(text: str, start: int, stop: int, several: bool) -> bool:
    """市县 + 按比例分担, 省级 + 承担60%."""
    graded = text[stop - 1] == "级" or text[start:stop] in _ALONE or text[start - 1 : start] in _OPENS
    return (several or graded) and _shapes().shares.match(text, stop) is not None


def _divides(text: str, start: int, stop: int, several: bool) -> bool:
    """中央 + 统筹、省 + 负总责、市县 + 抓落实; 县级 + 自查、市级 + 复查; 实行市、县 + 联动."""
    task = _TASK.match(text, stop) if text[stop : stop + 1] in _task_signs() else None
    if task is None or task["whole"]:
        return task is not None
    held = text.endswith(lexicon.select("name/words", "holds"), max(start - 2, 0), start)
    return several and held if task["joint"] else held or text[start - 1 : start] in _HEADS


@cache
def _task_signs() -> frozenset[str]:
    """What a task begins with."""
    return first_signs(_TASK.pattern)


@cache
def _signs_behind_one() -> frozenset[str]:
    """What follows one level alone that acts begins with these; but what orders needs no such sign (``_sole``)."""
    return _task_signs() | first_signs(_shapes().shares.pattern) | _LINKS | {"里"}


def _together(text: str, start: int, stop: int) -> bool:
    """Whether several levels are the subject of a clause: 市、县 + 要建立台账, 省市 + 加大投入."""
    return text[start - 1 : start] in _CLAUSE_HEADS and (acts_at(text, stop) or _MUST.match(text, stop) is not None)


def _at_home(text: str, start: int, stop: int) -> bool:
    """省里 + 初步确定, 年初市里 + 下达的, 向省里 + 汇报; not 在市里排名."""
    if stop - start > 1 or text[start - 1 : start] in _ABIDES:
        return False
    handed = text[start - 1 : start] in _HANDED_TO
    return _shapes().home.match(text, stop) is not None or acts_at(text, stop + 1, headed=handed)


def _asked_at_home(text: str, start: int, stop: int) -> bool:
    """按照 + 县里 + 要求."""
    followed = _shapes().follow.search(text[max(start - _FOLLOWING, 0) : start])
    return bool(followed) and _ASKED.match(text, stop) is not None


def _rule(text: str, start: int, stop: int, several: bool) -> str:
    """The rule by which the levels of a list act, empty if they do not."""
    following, apart = text[stop : stop + 1], text[start - 1 : start] not in _NOT_BEFORE
    if apart and _pays(text, start, stop, several):
        return "department.level-pays"
    told = several and apart and following in "两三四五"
    if told and following and (_shapes().told.match(text, stop) or acts_at(text, stop + _BOTH)):
        return "department.level"
    if following == "里":
        at_home = apart and (_at_home(text, start, stop) or _asked_at_home(text, start, stop))
        return "department.level" if at_home else ""
    if several and _together(text, start, stop):
        return "department.level"
    if apart and _divides(text, start, stop, several):
        return "department.level-divides"
    return "department.level" if _orders(text, start, stop, several) else ""


def _levels(text: str, start: int, stop: int, rule: str) -> list[Name]:
    return [Name(*match.span(), "government", rule) for match in _PART.finditer(text, start, stop)]


@shared
def ranks(document: Document) -> tuple[Name, ...]:
    """The levels of a document that act, order or pay together, one by one, in the order of the text.

    >>> document = Document.plain("按照国家、省有关规定，所需资金由市县按比例分担，落实国家政策")
    >>> [document.text[name.start : name.stop] for name in ranks(document)]
    ['国家', '省', '市', '县']
    """
    text, signs, sole = document.text, _signs_behind_one(), _sole()
    found: list[Name] = []
    for match in _SCAN.finditer(text):
        (start, stop), (_, first) = match.regs[:2]
        several = first < stop
        if not (several or text[stop : stop + 1] in signs or text[start:stop] in sole):
            continue
        if rule := _rule(text, start, stop, several):
            levels = _levels(text, start, stop, rule)
            home = text[stop : stop + 1] == "里"
            found += [*levels[:-1], levels[-1]._replace(stop=stop + home)]
    return tuple(found)
