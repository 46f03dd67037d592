"""Groups that are not named one by one (各级各部门, 相关镇或部门), and governments (各县市政府, 省级人民政府, 各地区)."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.document import Document, shared
from policyextract.grammar import level
from policyextract.grammar.context import shapes
from policyextract.grammar.lookup import lookup
from policyextract.grammar.organ import Name, functions_before, strong_before
from policyextract.pattern import pattern

_SCAN = pattern(
    r"部门|单位|机构|机关|部委|政府|党委|各(?=[省市州县区旗盟地乡镇街村园新开设自直])|地方|城市|地区|上级|试点|有条件的|[有相]关(?=[省市县地城乡镇])"
    r"|乡镇|镇街|县区|区县|市县|县市区?|市州|[省市县镇](?=[（(](?:[区市州盟旗街县地、]|街道|自治[区州县]|直辖市|林区){1,8}[)）])"
)
_TRIAL = pattern(r"试点(?:城市|地区|省份?|县|市|地方)(?:人民政府|政府)?")
_ABLE = pattern(
    r"有条件的(?:地方|地区|城市|省份?|市县|县市|县|市|区|乡镇|园区)(?:[（(][^（）()\n，。]{1,12}[)）])?(?:人民政府|政府)?"
)
_LINKS = pattern(r"\A(?:[、和或以及]|[（(][^（）()]{1,12}[)）])+")
_LEVELS = frozenset(("乡镇", "镇街", "县区", "区县", "市县", "县市", "县市区", "市州"))
_SLASHED = pattern(r"[省市县镇][（(][^（）()\n，。]{1,16}[)）](?:人民政府|政府|党委|级)?")
_EVERY = pattern(r"各((?![^各]{0,5}[的和与及对在])[一-鿿]{1,6})\Z")
_GOES_ON = {
    "市": tuple("场政民值容域级内"),
    "区": tuple("域间块位段划"),
    "县": tuple("域级城"),
    "省": tuple("级会"),
    "村": tuple("级民"),
    "镇": ("级",),
    "地": tuple("质方区点块形理"),
}
_UNKNOWN = pattern(
    r"(?:\A|[^一-鿿])((?!.{0,7}(?:督促|推动|加强|健全|完善|强化|明确|压实|协调|指导|推进|促进|建立|其|等|[由与和及向对的在为被使]))各?[一-鿿]{2,8})\Z"
)
_IS_ASKED = pattern(r"(?:要|应|须|必须|负责|会同)")
_FINANCE = pattern(r"(?:各|有关|相关)?(?:金融|银行业金融|银行业|银行|保险|证券)\Z")
_ABSTRACT = ("间", "规章", "预算", "决算", "协同", "职责", "法规")
_PART_OF = frozenset("跨多分一本两个")
_ADJACENT = frozenset(("责任", "主要责任", "牵头", "负责", "配合", "协办", "承办", "参与", "成员", "主管", "实施"))
_CHARGED_WITH = pattern(r"(?:负责|管理|主管|承担)[一-鿿]{2,14}(?:工作|管理|监督|审批|事务|职责|监管)的\Z")
_JOINT = pattern(r"[有相]关(?:[镇乡县区市]|乡镇|镇街|街道|地方)[或和、](?:部门|单位)")
_MODIFIED = pattern(
    r"(?:鼓励|支持|引导|推动|允许|指导|督促|选择|授权|要求|组织)((?:(?!企业|机构|个人|人员|[在向到对])[一-鿿]){2,16}的)\Z"
)
_ALL = pattern(r"(?<=授权)(?:全国|全省|全市)?所有(?:地级|县级)?(?:及以上)?\Z")
_WINDOW = 28


class _Shapes(NamedTuple):
    each: "re.Pattern[str]"
    concerned: "re.Pattern[str]"
    government: "re.Pattern[str]"
    business: "re.Pattern[str]"


@cache
def _shapes() -> _Shapes:
    unit, aside = shapes("unit"), r"(?:[（(][^（）()\n，。]{1,16}[)）])?"
    return _Shapes(
        re.compile(
            rf"各(?:有关|相关)?(?:省、自治区、直辖市(?:和计划单列市)?|{unit}{{1,4}}|地方|地){aside}"
            rf"(?:、?{unit}(?=人民政府|政府|党委))?(?:人民政府|政府|党委|党工委|管委会|办事处)?"
        ),
        re.compile(
            rf"[有相]关(?:地方|城市|地区|{unit}{{1,3}}){aside}(?:人民政府|政府|党委|管委会|[或和、](?:部门|单位))?"
        ),
        re.compile(
            rf"(?:{shapes('government')}|[（(][^（）()\n]{{1,12}}[)）]|[、和或以及](?=[省市县区州旗盟镇乡自直街各]))+\Z"
        ),
        re.compile(shapes("business")),
    )


@cache
def _qualifiers() -> tuple[dict[str, str], dict[str, tuple[int, ...]]]:
    uses = lexicon.mapping("departments_groups")
    sizes: dict[str, set[int]] = {}
    for word in uses:
        sizes.setdefault(word[-1], set()).add(len(word))
    return uses, {char: tuple(sorted(found, reverse=True)) for char, found in sizes.items()}


def _qualified(text: str, position: int, use: str) -> int:
    """Where the words begin that make a group of 部门 (d), 单位 (u) or 机构 (i) at ``position``."""
    uses, sizes = _qualifiers()
    start, allowed = position, use
    while True:
        for size in sizes.get(text[start - 1 : start], ()):
            word = text[start - size : start] if size <= start else ""
            fits = allowed in uses[word] if allowed and word in uses else word in uses and word not in _ADJACENT
            if fits and (use == "u" or word != "部门和"):
                start -= size
                allowed = ""
                break
        else:
            begin = level.before(text, start)
            if begin == start or (begin and text[begin - 1] == "跨"):
                return start
            start, allowed = begin, ""


def _of_function(text: str, stop: int) -> Name | None:
    """The department of a function without its own name: 生态环境主管部门, 公安机关."""
    head = stop - 2
    start = head
    for word in ("行政主管", "行政管理", "监督管理", "主管", "行政", "监管", "管理", "执法"):
        if text.endswith(word, 0, head):
            start = head - len(word)
            break
    begin = functions_before(text, start)
    if begin == start and start < head:
        begin = functions_before(text, head) if functions_before(text, head) < start else start
    if begin == start:
        return None
    function, begin = begin, level.before(text, begin)
    if function == begin:
        function = begin = strong_before(text, start if begin < start else head)
    if function == begin and (begin >= start or text[begin:head] in lookup().weak):
        return None
    government = _shapes().government.search(text[max(begin - 4, 0) : begin])
    if text.endswith("政府", 0, begin):
        head_of = _government(text, begin)
        begin = head_of.start if head_of else begin
    elif government and government.group() in ("各级", "地方", "县级以上", "上级", "各"):
        begin -= len(government.group())
    return Name(begin, stop, "agency", "department.function")


def _department(text: str, start: int, stop: int) -> Name | None:
    """部门: a group with its words, the department of a function, or bare."""
    if text.startswith("性", stop) or (text[start - 1 : start] in _PART_OF and text.startswith(_ABSTRACT, stop)):
        return None
    found = _of_function(text, stop)
    begin = _qualified(text, start, "d")
    if found and found.start <= begin:
        return found
    charged = _CHARGED_WITH.search(text[max(start - _WINDOW, 0) : start])
    if charged:
        begin = start - len(charged.group())
        head = _government(text, begin) if text.endswith("政府", 0, begin) else None
        return Name(head.start if head else level.before(text, begin), stop, "agency", "department.charged")
    if begin < start:
        return Name(
            begin,
            stop,
            "group",
            "department.group",
            bare=text[begin:start] in ("管理", "监督管理", "行政", "行业", "业务", "综合", "监管", "国务院"),
        )
    if text[start - 1 : start] in _PART_OF:
        return None
    unknown = _UNKNOWN.search(text[max(start - 10, 0) : start]) if _IS_ASKED.match(text, stop) else None
    if unknown:
        return Name(start - len(unknown.group(1)), stop, "agency", "department.unknown")
    return Name(start, stop, "group", "department.bare", bare=True)


def _body_group(text: str, start: int, stop: int, use: str) -> Name | None:
    begin = _qualified(text, start, use)
    every = _EVERY.search(text[max(start - 8, 0) : start]) if use == "u" and begin == start else None
    if every and not _shapes().business.match(every.group(1)):
        return Name(start - len(every.group()), stop, "group", "department.group")
    finance = _FINANCE.search(text[max(start - 8, 0) : start]) if use == "i" else None
    if finance:
        begin = start - len(finance.group())
        return Name(begin, stop, "group", "department.group", bare=text[begin] not in "各有相")
    if use == "u" and begin == start and text[start - 1 : start] == "等":
        return Name(start, stop, "group", "department.bare", bare=True)
    if (
        text[start - 1 : start] in ("个", "家")
        or begin == start
        or level.before(text, start) == begin
        or text[begin:start] in ("管理", "实施", "综合", "行政", "业务", "行业", "参与")
    ):
        return None
    return Name(begin, stop, "group", "department.group")


def _government(text: str, stop: int) -> Name | None:
    """政府, 人民政府, 党委: with the levels or the places before it, else bare."""
    head = stop - 2
    if text.endswith("人民", 0, head):
        head -= 2
    floor = max(head - _WINDOW, 0)
    start = head
    if text[stop : stop + 1] == "网" and text[stop : stop + 2] not in ("网络", "网上", "网格"):
        return None
    match = _shapes().government.search(text[floor:head])
    if match:
        skip = _LINKS.match(match.group())
        start = floor + match.start() + (skip.end() if skip else 0)
    start = min(level.before(text, start), level.before(text, head))
    start += text[start:head].rfind("委") + 1
    if start == head:
        return Name(head, stop, "government", "department.bare", bare=True)
    return Name(start, stop, "government", "department.government")


def _forward(text: str, start: int, pattern: "re.Pattern[str]", bare: bool) -> Name | None:
    match = pattern.match(text, start)
    if match is None:
        return None
    if text.startswith(_GOES_ON.get(text[match.end() - 1], ("性",)), match.end()):
        return None
    kind = "group" if match.group().endswith(("部门", "单位")) else "government"
    bare = bare and not match.group().endswith(("政府", "党委", "党工委", "管委会", "办事处"))
    return Name(level.before(text, start), match.end(), kind, "department.places", bare)


def _place_word(text: str, start: int, stop: int) -> Name | None:
    """地方, 城市, 地区: alone, or with the words that say which."""
    before = text[max(start - _WINDOW, 0) : start]
    which = _MODIFIED.search(before)
    every = None if which else _ALL.search(before)
    if which or every:
        begin = which.start(1) if which else every.start() if every else 0
        return Name(start - len(before) + begin, stop, "government", "department.places")
    return Name(start, stop, "government", "department.bare", bare=True) if text[start:stop] == "地方" else None


def _read(text: str, match: "re.Match[str]") -> Name | None:
    start, stop = match.span()
    word = match.group()
    if word == "部门":
        return _department(text, start, stop)
    if word in ("单位", "机构", "部委"):
        return _body_group(text, start, stop, {"单位": "u", "机构": "i", "部委": "d"}[word])
    if word == "机关":
        return _of_function(text, stop)
    if word in ("政府", "党委"):
        return _government(text, stop)
    if word == "各":
        return _forward(text, start, _shapes().each, bare=True)
    if word == "试点":
        return _forward(text, start, _TRIAL, bare=True)
    if word == "有条件的":
        return _forward(text, start, _ABLE, bare=False)
    if word in ("有关", "相关"):
        joint = _JOINT.match(text, start)
        if joint:
            return Name(start, joint.end(), "group", "department.group")
        return _forward(text, start, _shapes().concerned, bare=False)
    if word in _LEVELS:
        return (
            None
            if text[start - 1 : start] in ("各", "级")
            else Name(start, stop, "government", "department.bare", bare=True)
        )
    if word in "省市县镇":
        return _forward(text, start, _SLASHED, bare=True)
    if word in ("地方", "城市", "地区"):
        return _place_word(text, start, stop)
    return Name(start, stop, "government", "department.bare", bare=True)


@shared
def groups(document: Document) -> tuple[Name, ...]:
    """Groups and governments, in the order of the text.

    >>> document = Document.plain("各县市、州直各部门要靠前服务，全州各级各部门要围绕落实")
    >>> [(document.text[name.start : name.stop], name.kind) for name in groups(document)]
    [('各县市', 'government'), ('州直各部门', 'group'), ('全州各级各部门', 'group')]
    """
    text = document.text
    return tuple(name for match in _SCAN.finditer(text) if (name := _read(text, match)))
