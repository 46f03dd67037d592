"""Places that stand for their governments where they are told to act: 有条件的地方, 帮扶省市, 高新区, 河溪镇."""

import re
from functools import cache
from typing import NamedTuple

from policyextract.grammar.name import level
from policyextract.grammar.name.context import context, shapes, words_of
from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.predicate import acts_at, verb_firsts
from policyextract.grammar.name.unlisted import unlisted_before
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_SCAN = pattern(
    r"[区方市份县件点](?:(?<=地区|地方|城市|省市|省份|省区|市县|县市|验区|范区|产区|销区|衡区|老区|大县|困县|贫县|点县)"
    r"|(?<=条件)(?=的)|(?<=试点)(?=[城地省县市]))"
)
_TOLD = pattern(
    r"[省市县区州旗盟镇乡园道木](?=(?:[（(][^（）()\n]{1,16}[)）])?要(?!素)|[应须负配参牵、和及，,。；;）)：:\n]|必须|\Z)(?!(?<=[镇乡道木])[和及])"
)
_ASIDE = r"(?:[（(][^（）()\n，。]{1,16}[)）])?"
_ABLE = pattern(rf"(?:有|具备|符合)条件的\L<name.able>{_ASIDE}(?:人民政府|政府)?")
_TRIAL = pattern(r"\L<name.trial>")
_MODIFIED = pattern(
    r"\L<name.place-verb>"
    r"((?:(?!企业|机构|个人|人员|[在向到对各的])[一-鿿]){2,16}的)\Z"
)
_ALL = pattern(r"授权(\L<name.all-places>)\Z")
_MODIFIERS = {"的": _MODIFIED} | dict.fromkeys("有级上", _ALL)
_UNKNOWN = pattern(
    r"(?:\A|[^一-鿿])((?!各|其中|在|(?:到|以|对于?|如果|凡|由于|为|从|当|使|把|将|按|向|与)(?!达标)|.{0,12}\L<name.place-support>)"
    r"[一-鿿]{2,10})\Z"
)
_STATE = pattern(r"中国[（(][^（）()\n]{2,6}[)）]\Z")
_MUST = pattern(r"要(?![求素点闻么用])|应当|必须|须(?!知)")
_SIZES = dict.fromkeys("验范行产销衡", 3) | dict.fromkeys("老大困贫点", 1)
_WINDOW = 28
_NAMED = pattern(
    r"(?:\A|[^一-鿿]|[由同和与及促])((?![各全加推建由同和与及促]|.{0,3}[的在是有为了将把级类家个所设进])[一-鿿]{0,4})\Z"
)
_LONGEST_NAME = 5
_SHORTEST_PLACE = 3
_OURS = frozenset("我本该")
_ONLY = frozenset(("高新区", "经开区"))
_SORTS = ("乡镇", "城镇", "城乡", "村镇", "集镇")
_LONGEST_ZONE = 10
_OPENS = pattern(r"[^一-鿿]|[由同和与及促]")
_AFTER_TIME = pattern(r"(?:[今明后当来0-9一二三五十]年|年[初末底]|[0-9][月日])\Z")
_LONGEST_TIME = 2


class _Words(NamedTuple):
    """Words by which regions are told apart, by their last characters, longest first; and zones."""

    regions: dict[str, tuple[str, ...]]
    some: "re.Pattern[str]"
    zones: frozenset[str]
    zone_ends: frozenset[str]


@cache
def _words() -> _Words:
    regions: dict[str, tuple[str, ...]] = {}
    for word in sorted(words_of("region"), key=len):
        regions[word[-1]] = (word, *regions.get(word[-1], ()))
    zones = frozenset(words_of("zone"))
    return _Words(regions, pattern(rf"{shapes('some')}\Z"), zones, frozenset(word[-2:] for word in zones))


def _kind(text: str, stop: int) -> int:
    """Where the words begin that tell which regions are meant: 欠发达 + 民族 + 地区; ``stop`` if there are none."""
    regions, start = _words().regions, stop
    while text.endswith(words := regions.get(text[start - 1 : start], ()), 0, start):
        start -= next(len(word) for word in words if text.endswith(word, 0, start))
    return start


def _opens(text: str, position: int) -> bool:
    """Whether a place may begin here: at the head of a clause, in a list, or after a word that asks somebody."""
    return not position or bool(_OPENS.match(text, position - 1)) or (text[position - 2 : position] in context().before)


def _able(text: str, head: int, shape: "re.Pattern[str]") -> Name | None:
    """有条件的地方, 试点城市: with the level before it."""
    match = shape.match(text, head)
    if match is None:
        return None
    bare = not match.group().endswith("政府")
    return Name(level.before(text, head), match.end(), "government", "department.places", bare)


def _modified(text: str, start: int, stop: int) -> Name | None:
    """鼓励基础较好的 + 地区, 授权全国所有 + 城市."""
    shape = _MODIFIERS.get(text[start - 1 : start])
    floor = max(start - _WINDOW, 0)
    match = shape.search(text[floor:start]) if shape else None
    return Name(floor + match.start(1), stop, "government", "department.places") if match else None


def _region(text: str, start: int, stop: int) -> Name | None:
    """大中城市, 受帮扶省市; any region that must do something; 部分县市."""
    begin = _kind(text, start)
    if begin == start and text[start:stop] not in ("城市", "地区"):
        some = _words().some.search(text[max(start - 2, 0) : start])
        begin -= len(some.group()) if some else 0
    if begin < start:
        state = (
            _STATE.search(text[max(begin - _WINDOW // 2, 0) : begin])
            if text[begin - 1 : begin] in ("）", ")")
            else None
        )
        begin -= len(state.group()) if state else 0
        return Name(begin, stop, "government", "department.territory", bare=True) if _opens(text, begin) else None
    unknown = _UNKNOWN.search(text[max(start - _WINDOW // 2, 0) : start]) if _MUST.match(text, stop) else None
    return (
        Name(start - len(unknown.group(1)), stop, "government", "department.territory", bare=True) if unknown else None
    )


def _by_shape(text: str, stop: int) -> Name | None:
    last = text[stop - 1]
    if last == "件":
        head = stop - (4 if text[stop - 4 : stop - 2] in ("具备", "符合") else 3)
        return _able(text, head, _ABLE)
    if last == "点":
        return _able(text, stop - 2, _TRIAL)
    start = stop - _SIZES.get(text[stop - 2], 2)
    return _modified(text, start, stop) or _region(text, start, stop)


def _zone_word(text: str, stop: int) -> str:
    """The longest word for a zone that ends at ``stop``, empty if there is none."""
    zones = _words().zones
    if text[stop - 2 : stop] not in _words().zone_ends:
        return ""
    ends = (text[stop - size : stop] for size in range(min(_LONGEST_ZONE, stop), 1, -1))
    return next((word for word in ends if word in zones), "")


def _zone(text: str, stop: int) -> Name | None:
    """高新区, 泸溪高新区."""
    size = len(_zone_word(text, stop))
    if not size:
        return None
    begin = min(level.before(text, stop - size), level.before(text, stop))
    named = unlisted_before(text, begin)
    if named == begin and begin and not _opens(text, begin):
        match = _NAMED.search(text[max(begin - _LONGEST_NAME, 0) : begin])
        if match is None:
            return None
        named -= len(match.group(1))
    return Name(named, stop, "government", "department.zone", bare=True)


def _township(text: str, stop: int) -> Name | None:
    """A township of any name: 河溪镇 in 河溪镇、矮寨镇要抓好."""
    start = stop - (2 if text[stop - 2 : stop] in ("街道", "苏木") else 1)
    if text[start] in "道木":
        return None
    begin = level.township_before(text, start)
    return Name(begin, stop, "government", "department.township", bare=True) if begin < start else None


def _place(text: str, stop: int) -> Name | None:
    """A province, prefecture or county that ends at ``stop``, as a word of its own: 花垣县 in 花垣县、保靖县要加快."""
    begin = level.before(text, stop)
    if stop - begin < _SHORTEST_PLACE or not level.names_a_place(text[begin:stop]):
        return None
    if begin and not _OPENS.match(text, begin - 1):
        return None
    return Name(begin, stop, "government", "department.place", bare=True)


def _told(text: str, stop: int) -> Name | None:
    last = text[stop - 1]
    if last in "镇乡道木":
        return _township(text, stop)
    found = _zone(text, stop) if last in "区园" else None
    return found or (_place(text, stop) if last != "园" else None)


@cache
def _runs() -> "re.Pattern[str]":
    """The end of a place before what may be its verb: 花垣县 + 开展, 宁夏 + 启动."""
    ends = "".join(sorted({word[-1] for word in level.provinces()} | set("省市县区州旗盟镇乡道")))
    return pattern(rf"[{ends}](?={verb_firsts()})")


def _running(text: str, stop: int) -> Name | None:
    """A place at the head of a clause with a verb behind it; it needs no duty to count."""
    if not acts_at(text, stop):
        return None
    if text[stop - 2 : stop - 1] in _OURS:
        name: Name | None = Name(stop - len("我县"), stop, "government", "department.place")
    elif text[stop - 1] in "镇乡道":
        name = None if text.endswith(_SORTS, 0, stop) else _township(text, stop)
    else:
        begin = level.before(text, stop)
        whole = text[begin:stop]
        known = stop - begin >= _SHORTEST_PLACE and level.names_a_place(whole)
        known = known or whole in level.provinces()
        name = Name(begin, stop, "government", "department.place") if known else _named_zone(text, stop)
    if name is None or not _heads_clause(text, name.start):
        return None
    return name._replace(bare=False)


def _named_zone(text: str, stop: int) -> Name | None:
    """A zone with the name of a place: 两江 + 新区, and not 园区."""
    word = _zone_word(text, stop) if text[stop - 1] == "区" else ""
    head = stop - len(word)
    begin = unlisted_before(text, level.before(text, head))
    own = word and (begin < head or word in _ONLY)
    return Name(begin, stop, "government", "department.zone", bare=True) if own else None


def _heads_clause(text: str, start: int) -> bool:
    """Whether a clause begins here, or only a time or a word that asks somebody stands before: 今年 + 青海."""
    if not start or not "一" <= text[start - 1] <= "鿿":
        return True
    if context().before.get(text[start - 2 : start]) == "responsible":
        return True
    return _AFTER_TIME.search(text[max(start - _LONGEST_TIME, 0) : start]) is not None


@shared
def territories(document: Document) -> tuple[Name, ...]:
    """The places of a document that may act: those that only a duty shows to act are bare.

    >>> document = Document.plain("鼓励贫困地区先行先试，泸溪县、高新区要加快高新区建设")
    >>> [document.text[name.start : name.stop] for name in territories(document)]
    ['贫困地区', '泸溪县', '高新区']
    """
    text = document.text
    found = [name for match in _SCAN.finditer(text) if (name := _by_shape(text, match.end()))]
    found += [name for match in _TOLD.finditer(text) if (name := _told(text, match.end()))]
    return tuple(found + [name for match in _runs().finditer(text) if (name := _running(text, match.end()))])
