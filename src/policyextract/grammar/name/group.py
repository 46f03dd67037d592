"""Bodies by a common noun: 各级各部门, 责任单位, 各金融机构; and by what they do: 生态环境主管部门, 公安机关."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.context import shapes
from policyextract.grammar.name.function import functions_before, strong_before
from policyextract.grammar.name.government import government_at, scope_before
from policyextract.grammar.name.lookup import lookup, sizes_by_end
from policyextract.grammar.name.organ import Name
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_ACTS = "(?=均?(?:要(?!求)|应|须|必须)|[、和及])"
_USES = {"部门": "d", "部委": "d", "单位": "u", "机构": "i", "机关": "j"}
_BRANCHES = frozenset(("行业", "系统"))
_NO_OFFICES = frozenset(("企业", "机构", *_BRANCHES))
_EVERY = pattern(r"各(?!地|自|级|类)在?((?![^各]{0,7}[的和与及对在应要须将])[一-鿿]{0,8})\Z")
_PLACED = pattern("[区县市镇乡街省州]")  # 各区 + 建立企业服务点
_SORTS = pattern(r"各(?:[委办厅局部]、?){1,4}(?:委|办|厅|局)(?!长|[一-鿿]{0,2}[公室])")
_EACH = pattern(r"各?(?<=各)(?:地区?|[省市州县区]{1,3}|镇街?|乡镇)各")
_OTHER_EACH = frozenset(("各地", "各市", "各县", "各区", "各镇", "各乡镇", "各市县", "各县区", "各县市"))
_FINANCE = pattern(r"(?:各|有关|相关)?\L<name.finance>\Z")
_CHARGED_WITH = pattern(r"\L<name.charged>[一-鿿]{2,14}\L<name.charge>的\Z")
_UNKNOWN = pattern(
    r"(?:\A|[^一-鿿])((?!.{0,7}\L<name.before-group>)"
    r"各?[一-鿿]{2,8})\Z"
)
_BY = pattern(r"(?<![自理])由((?!.*\L<name.before-unit>)[一-鿿]{2,7})\Z")
_IS_ASKED = pattern("要|应|须|必须|负责|会同")
_INSTITUTION = pattern(
    r"(?:\A|[^一-鿿]|[由和与及])(\L<name.institution-scope>(?:(?![的了在对为将])[一-鿿]){0,8}"
    r"\L<name.institution>|有条件的)\Z"
)
_MODAL = pattern("[均都]?(?:要(?!求)|应|须|必须)")
_SERVES = pattern(
    r"(?:\A|[^一-鿿]|[由向报请经])([省市州县区](?:级|直)?(?:(?![的和与及在对政])[一-鿿]){2,8}(?:指导|主管|经办))\Z"
)
_SERVING = frozenset("导管办")
_OFFICE = pattern(r"\L<name.office>\Z")
_OFFICE_ENDS = frozenset("管理政法办")
_SCOPES = frozenset(("各级", "地方", "县级以上", "上级", "各"))
_PART_OF = frozenset("跨多分一本两个")
_ABSTRACT = ("性", "间", "规章", "预算", "决算", "协同", "职责", "法规")
_BURDENS = ("减轻", "加重", "增加")
_LEVELS_OF = pattern(
    r"(?:[省市州县区](?:[（(][市州县区、]{1,5}[)）])|[省市县](?:级)?(?:及)?以上|各级|同级|本级|地方(?:各级)?)\Z"
)
_WINDOW = 28
_NEAR = 10


@cache
def _scan() -> "re.Pattern[str]":
    """Common nouns for bodies; each begins with a character of its own, so that the scan skips all others."""
    pays = shapes("pays")
    return pattern(
        rf"部[门委]|单位|机[构关]|系统|行业|企业|主体(?<=责任主体)|财政(?={pays})|院{_ACTS}|校{_ACTS}"
        r"|各(?=[委办厅局部][、委办厅局])"
    )


class _Words(NamedTuple):
    uses: dict[str, str]
    sizes: dict[str, tuple[int, ...]]
    roles: frozenset[str]
    weak: frozenset[str]
    business: "re.Pattern[str]"


@cache
def _words() -> _Words:
    rows = lexicon.rows("name/groups")
    uses = {word: on for word, on, _ in rows}
    return _Words(
        uses,
        sizes_by_end(uses),
        frozenset(word for word, _, how in rows if "role" in how),
        frozenset(word for word, _, how in rows if "weak" in how),
        pattern(shapes("business")),
    )


def _word_before(text: str, start: int, use: str, first: bool) -> int:
    """The length of the word before ``start`` that helps to make a group, or 0."""
    words = _words()
    end = text[start - 2 : start]
    for size in words.sizes[end] if end in words.sizes else words.sizes.get(text[start - 1 : start], ()):
        word = text[start - size : start] if size <= start else ""
        fits = use in words.uses.get(word, "") if first else word in words.uses and word not in words.roles
        if fits and (use == "u" or word != "部门和"):
            return size
    return 0


def _qualified(text: str, position: int, use: str) -> int:
    """Where the words begin that make a group of 部门 (d), 单位 (u) or 机构 (i) at ``position``."""
    start, first = position, True
    while True:
        step = _word_before(text, start, use, first) or start - level.before(text, start)
        if (
            not step
            or text[start - step - 1 : start - step] == "跨"
            or (not first and (_EACH.match(text, start - step - 1) or text[start - step : start] in _OTHER_EACH))
        ):
            return start
        start, first = start - step, False


def _by_function(text: str, stop: int) -> Name | None:
    """The department of a function without its own name: 生态环境主管部门, 公安机关."""
    head = stop - 2
    office = _OFFICE.search(text[max(head - 4, 0) : head]) if text[head - 1] in _OFFICE_ENDS else None
    begin = _function(text, head - len(office.group()), head) if office else head
    if begin == head:
        begin = _function(text, head, head)
    return Name(_scoped(text, begin), stop, "agency", "department.function") if begin < head else None


def _function(text: str, end: int, head: int) -> int:
    """Where the level and the functions begin that end at ``end``; ``head`` if they name nobody by themselves."""
    function = functions_before(text, end)
    if function == end:
        return head
    begin = level.before(text, function)
    if begin < function:
        return begin
    begin = strong_before(text, end)
    return head if begin == end or text[begin:head] in lookup().weak else begin


def _scoped(text: str, begin: int) -> int:
    """Where the government begins that a department belongs to: 县级以上人民政府 + 教育部门."""
    if text.endswith("政府", 0, begin):
        government = government_at(text, begin)
        return government.start if government else begin
    scope = scope_before(text[max(begin - 4, 0) : begin], min(begin, 4))
    return begin - len(scope) if scope in _SCOPES else begin


def _department(text: str, start: int, stop: int) -> Name | None:
    """部门: the department of a function, a group with its words, or bare."""
    part = text[start - 1 : start] in _PART_OF
    if text.startswith("性", stop) or (part and text.startswith(_ABSTRACT, stop)):
        return None
    found = _by_function(text, stop)
    begin = _qualified(text, start, "d")
    if found and found.start <= begin:
        return found
    whose = text[start - 1 : start] == "的"
    charged = _CHARGED_WITH.search(text[max(start - _WINDOW, 0) : start]) if whose else None
    if charged:
        return Name(
            level.before(text, _scoped(text, start - len(charged.group()))), stop, "agency", "department.charged"
        )
    by = _BY.search(text[max(start - _NEAR, 0) : start])
    if by and start - len(by.group(1)) < begin:
        return Name(start - len(by.group(1)), stop, "agency", "department.unknown")
    if begin < start:
        if text.startswith("政府", begin):
            government = government_at(text, begin + 2)
            begin = government.start if government else begin
        return Name(begin, stop, "group", "department.group", bare=text[begin:start] in _words().weak)
    unknown = _UNKNOWN.search(text[max(start - _NEAR, 0) : start]) if _IS_ASKED.match(text, stop) else None
    if unknown:
        return Name(start - len(unknown.group(1)), stop, "agency", "department.unknown")
    return None if part else Name(start, stop, "group", "department.bare", bare=True)


def _every(text: str, start: int, stop: int, name: Name | None) -> Name | None:
    """The group that 各 makes of whatever words: 各参建单位, 各责任事项牵头单位; else the name as it was read."""
    before = text[max(start - _NEAR, 0) : start]
    every = _EVERY.search(before) if "各" in before else None
    firm = text[start:stop] == "企业"
    if every is None or (firm and _PLACED.search(every.group(1))):
        return name
    if _words().business.match(every.group(1)) or (every.group(1) and text[start:stop] in _BRANCHES):
        return name
    begin = start - len(every.group())
    if name is not None and (name.rule == "department.function" or name.start <= begin):
        return name
    bare = text[start:stop] in _NO_OFFICES
    return Name(level.before(text, begin), stop, "group", f"department.{'institution' if bare else 'group'}", bare)


def _system(text: str, start: int, stop: int) -> Name | None:
    """All bodies of a function or under a government: 全省政法系统要…, 市政府系统."""
    if text.endswith("政府", 0, start):
        government = government_at(text, start)
        return Name(government.start, stop, "group", "department.group", bare=government.bare) if government else None
    begin = functions_before(text, start)
    if text[begin:start] not in lookup().alone:
        return _every(text, start, stop, None)
    return Name(level.before(text, begin), stop, "group", "department.group", bare=True)


def _institution(text: str, stop: int) -> Name | None:
    """Hospitals and schools, all of a sort, that must do something: 各学校应当, 基层医疗卫生机构要."""
    end = stop - len("机构") if text.endswith("机构", 0, stop) else stop
    match = _INSTITUTION.search(text[max(stop - _WINDOW // 2, 0) : end])
    return Name(end - len(match.group(1)), stop, "group", "department.institution", bare=True) if match else None


def _unit(text: str, start: int, stop: int) -> Name | None:
    """单位 without a word of the list before it: 等单位, 市托育服务指导单位."""
    before = text[max(start - _NEAR, 0) : start]
    if before.endswith("等"):
        return Name(start, stop, "group", "department.bare", bare=True)
    serves = _SERVES.search(text[max(start - _WINDOW // 2, 0) : start]) if before[-1:] in _SERVING else None
    return Name(start - len(serves.group(1)), stop, "agency", "department.charged") if serves else None


def _establishment(text: str, start: int, stop: int) -> Name | None:
    """机构 that has no word of the list before it, or deals in money: 各金融机构, 医保经办机构, 有条件的机构应."""
    finance = _FINANCE.search(text[max(start - _NEAR, 0) : start])
    if finance:
        begin = start - len(finance.group())
        if text[begin] in "各有相":
            return Name(begin, stop, "group", "department.group")
        return Name(begin, stop, "group", "department.institution", bare=True)
    if text.endswith("经办", 0, start):
        return _by_function(text, stop)
    return _institution(text, stop) if _MODAL.match(text, stop) else None


def _body(text: str, start: int, stop: int, use: str) -> Name | None:
    """单位, 机构, 机关, 部委: only with words that make them a group of bodies of government."""
    begin = _qualified(text, start, use)
    found = _establishment(text, start, stop) if use == "i" else None
    if found is None and begin == start and use == "u":
        found = _unit(text, start, stop)
    if found is not None or begin == start:
        return found
    whose = text[begin:start]
    counted = text[start - 1] in "个家" and not text.endswith("国家", 0, start)
    only_level = level.before(text, start) == begin and whose[-1] not in "直属"
    if counted or (only_level and not text.startswith("部委", start)):
        return None
    bare = whose in _words().weak or (use == "i" and whose in ("有关", "相关"))
    return Name(begin, stop, "group", "department.group", bare)


def _treasury(text: str, start: int) -> int:
    """Where the level begins whose treasury pays: 省 + 财政, 市（县） + 财政, 各级 + 财政."""
    levels = _LEVELS_OF.search(text[max(start - _NEAR, 0) : start])
    return min(level.before(text, start), start - len(levels.group()) if levels else start)


def _pays(text: str, start: int, stop: int) -> Name | None:
    """A treasury with its level: 省 + 财政; not 减轻财政负担."""
    begin = _treasury(text, start)
    burden = text.startswith("负担", stop) and text[begin - 2 : begin] in _BURDENS
    return Name(begin, stop, "agency", "department.elided") if begin < start and not burden else None


def _authority(text: str, start: int, stop: int) -> Name | None:
    """机关: of a function, or with words that make a group."""
    return _by_function(text, stop) or _body(text, start, stop, "j")


def _sorts(text: str, start: int, stop: int) -> Name | None:
    """All bodies by how their names end: 各委、办、局."""
    sorts = _SORTS.match(text, start)
    return Name(level.before(text, start), sorts.end(), "group", "department.group") if sorts else None


_READ: "dict[str, Callable[[str, int, int], Name | None]]" = {
    "财政": _pays,
    "机关": _authority,
    "系统": _system,
    "各": _sorts,
    "院": lambda text, start, stop: _institution(text, stop),
    "校": lambda text, start, stop: _institution(text, stop),
    "部门": lambda text, start, stop: _every(text, start, stop, _department(text, start, stop)),
}


def _read(text: str, start: int, stop: int) -> Name | None:
    """What a common noun ends."""
    word = text[start:stop]
    if word in _READ:
        return _READ[word](text, start, stop)
    return _every(text, start, stop, _body(text, start, stop, _USES[word]) if word in _USES else None)


@shared
def groups(document: Document) -> tuple[Name, ...]:
    """Bodies by a common noun, in the order of the text.

    >>> document = Document.plain("州直各部门要靠前服务，责任单位和生态环境部门要紧盯用人单位")
    >>> [(document.text[name.start : name.stop], name.kind) for name in groups(document)]
    [('州直各部门', 'group'), ('责任单位', 'group'), ('生态环境部门', 'agency')]
    """
    text = document.text
    return tuple([name for match in _scan().finditer(text) if (name := _read(text, *match.span()))])
