"""Lists of departments as the text writes them: A、B和C, 教育、公安等部门, 区经信、经开区管委会."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.name.acting import acting
from policyextract.grammar.name.assembly import names_a_meeting
from policyextract.grammar.name.context import SUM, shapes
from policyextract.grammar.name.elided import with_elided
from policyextract.grammar.name.government import governments
from policyextract.grammar.name.group import groups
from policyextract.grammar.name.listed import listed
from policyextract.grammar.name.organ import Name, organs
from policyextract.grammar.name.ranks import ranks
from policyextract.grammar.name.section import with_part
from policyextract.grammar.name.territory import territories
from policyextract.grammar.name.unit import units
from policyextract.marks.enclosure import titles
from policyextract.marks.field import label_roles, zones
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_SUMMED = (
    r"(?:国务院|中央|省级|市级|省|市|州|县|区)?\L<name.summed-word>*"
    r"\L<name.summed-noun>?(?:(?:和|及)单位)?"
)
_LINK = pattern(rf"(?:[、，,；;]?(?:以及|和|及|与|或|跟)|[、 　/]|等?{_SUMMED}(?:、|以及|和|及|与))[、 ]?\Z")
_NO_POST = frozenset("、，。；：:\n要应须牵配")
_LINK_ENDS = frozenset("、和及与或跟/ 　")
_PLAIN_LINKS = frozenset(("", "、", "和", "及", "与", "（", "(", "）、", ")、"))
_GROWN = frozenset((("department.central", "department.composed"), ("department.central", "department.branch")))
_LOCAL = frozenset(("department.composed", "department.body", "department.function"))
_NATIONAL = ("税务总局", "统计局", "监督管理总局", "监管总局")
_SHORTENS = ("简称", "简称为", "统称", "简称“", "统称为", "简称：")
_SHORTENED = 5
_COLONS = (":", "：")
_ADDRESSED = ("各", "有关", "相关", "所属", "直属", "局属", "市", "省", "县", "区", "州", "国务院", "中央")
_ISSUES = pattern(  # the title of a paper, which may run over lines: 省政府 + 关于加快发展的意见
    r"[ \u3000]*(?:(?:联合)?印发\n)?\n?[ \u3000]*关于(?:[^，。；！？\n]|\n(?!\n)){1,120}?"
    r"(?:通知|意见|方案|办法|报告|答复|通告|通报|决定|复函|公告|措施|批复|规划|计划|规定|细则|纲要|要点|议案|的函)"
    r"(?=[^一-鿿]|要求|精神|文件|部署|\Z)"
)
_PLACED = pattern(  # 县政府 + 门前, 县政府 + 3月5日电
    r"(?:机关)?\L<name.site>"
    r"|[一-鿿]{0,4}[0-9]{1,2}月[0-9]{1,2}日电"
)
_MEETING = 16
_PLACES = frozenset(("department.place", "department.zone", "department.township"))
_PLACES_OF = _PLACES | {"department.places", "department.level"}
_OF_IT = frozenset("各有相所其")
_UNITS = frozenset(("department.unit", "department.institution"))
_COUNTED = pattern(r"[0-9一二两三四五六七八九十百余多]{1,4}[个家]\Z")
_NO_CLAUSE = pattern(r"[^一-鿿]|\Z")
_LEVELS = frozenset("省市县区州旗镇乡国中")
_FORCE = ("大队", "支队", "总队")


@cache
def _post() -> "tuple[re.Pattern[str], frozenset[str]]":
    """Persons after a name: 各镇、各部门 + 主要负责人; and the characters among which the first of them is."""
    words = shapes("post")
    shape = (
        rf"{SUM}(?:(?:分管|联系|主管)[^，。；、]{{0,12}}?\L<name.post>"
        rf"|的?\L<name.post-word>?\L<name.post-kind>{{0,4}}{words})"
    )
    return pattern(shape), frozenset(lexicon.expanded(shape)) - _NO_POST


class Roster(NamedTuple):
    """Names that the text lists together.

    Attributes:
        start, stop: from the first to the last name.
        names: the names, in the order of the text.
        bare: whether none of the names shows by itself that it names somebody who acts.
    """

    start: int
    stop: int
    names: tuple[Name, ...]
    bare: bool


def _labels(document: Document) -> list[tuple[int, int]]:
    """Where labels stand that govern something (责任单位：), which are no actors."""
    return [(zone.begin, zone.start) for zone in zones(document) if zone.stop > zone.start]


def _grows(text: str, name: Name, following: Name) -> bool:
    """Whether two names that touch are one: 教育部 + 教材局, 县公安局 + 交警大队."""
    if (name.rule, following.rule) in _GROWN:
        return True
    if following.rule == "department.group" and text[following.start] in _OF_IT:
        return not name.bare and name.kind != "group" and name.rule not in _PLACES_OF
    if name.rule == "department.places":
        return following.rule in _LOCAL and text[name.start] == "各" and text[name.stop - 1] in "）)"
    if (name.rule, following.rule) == ("department.central", "department.body"):
        return text.endswith(_NATIONAL, name.start, name.stop)
    return text.endswith("局", name.start, name.stop) and text.endswith(_FORCE, following.start, following.stop)


def _longest(names: Iterable[Name], text: str) -> list[Name]:
    """The names without those that lie in or overlap an earlier or longer one."""
    kept: list[Name] = []
    last_start = last_stop = -1
    for name in sorted(names):
        start, stop = name.start, name.stop
        if start < last_stop:
            if last_stop - last_start >= stop - start:
                continue
            kept[-1] = name
        elif start == last_stop and _grows(text, kept[-1], name):
            kept[-1] = name = name._replace(start=kept[-1].start, bare=False)
        else:
            kept.append(name)
        last_start, last_stop = name.start, stop
    return kept


def _outside(names: list[Name], spans: list[tuple[int, int]]) -> list[Name]:
    """The names outside the spans; both are in order."""
    if not spans:
        return names
    kept, index, count = [], 0, len(spans)
    for name in names:
        while index < count and spans[index][1] <= name.start:
            index += 1
        if index == count or name.stop <= spans[index][0]:
            kept.append(name)
    return kept


def _parts(units: Iterable[Name], names: Iterable[Name]) -> list[Name]:
    """The units; one that begins with the name of its body shows by itself whom it names: 市财政局 + 党组."""
    bodies = {name.start for name in names if not name.bare and name.kind != "group" and name.rule not in _PLACES}
    return [unit._replace(bare=unit.bare and unit.start not in bodies) for unit in units]


def _with_parts(text: str, names: list[Name]) -> list[Name]:
    """The names, each with the part of its body that follows it; a name that is such a part by itself is dropped."""
    kept: list[Name] = []
    for name, following in pairwise([*names, Name(len(text), len(text), "", "")]):
        if not kept or kept[-1].stop <= name.start:
            touching = following.start == name.stop
            near = touching or following.start - name.stop in range(2, 5)  # 国家统计局 + 凤岭 + 调查队
            near = near and text[following.start : following.start + 1] not in _LEVELS
            own = near or following.rule in _UNITS
            kept.append(with_part(text, name, following.stop if own else following.start))
    return kept


def _only_named(text: str, name: Name) -> bool:
    """Whether a name stands in that of a meeting or a place, is a short form to come, or heads what follows."""
    if text.endswith(_SHORTENS, max(name.start - _SHORTENED, 0), name.start):
        return True
    if _PLACED.match(text, name.stop):
        return True
    if name.rule == "department.group":
        return _heads(text, name) or _counted(text, name) or _is_header(text, name)
    if name.kind == "government" and _papers().match(text, name.stop):
        return True
    near = text.find("会", name.stop, name.stop + _MEETING) >= name.stop
    return near and name.kind != "group" and names_a_meeting(text, name.stop)


def _heads(text: str, name: Name) -> bool:
    """Whether a noun like 联系单位 is only the head of what follows its colon; 各有关单位： is an address."""
    return text[name.stop : name.stop + 1] in _COLONS and not text.startswith(_ADDRESSED, name.start)


def _counted(text: str, name: Name) -> bool:
    """Whether a noun is only counted: 涉及12个 + 责任单位."""
    counted = _COUNTED.search(text[max(name.start - _SHORTENED, 0) : name.start])
    return counted is not None and _NO_CLAUSE.match(text, name.stop) is not None


def _is_header(text: str, name: Name) -> bool:
    """Whether a label has a line for itself, as the header of a column does."""
    alone = name.start and text[name.start - 1] == "\n" and text[name.stop : name.stop + 1] == "\n"
    return bool(alone) and text[name.start : name.stop] in label_roles()


@cache
def _papers() -> "re.Pattern[str]":
    """What makes a body part of the name of a paper: 县政府 + 工作报告."""
    return pattern(shapes("paper"))


def names(document: Document, given: tuple[str, ...] = ()) -> list[Name]:
    """All names of a document outside book titles, in the order of the text, none overlapping another."""
    text = document.text
    found = [*organs(document), *groups(document), *governments(document), *acting(document), *territories(document)]
    levels = ranks(document)
    starts = {name.start for name in levels}
    found = [*levels, *(name for name in found if name.start not in starts or not name.bare)]
    found += _parts(units(document), found)
    if given:
        shape = pattern("|".join(re.escape(word) for word in sorted(given, key=len, reverse=True)))
        found = [Name(*match.span(), "agency", "department.given") for match in shape.finditer(text)] + found
    outside = _outside(_outside(_with_parts(text, _longest(found, text)), _labels(document)), [*titles(document)])
    further = listed(document, outside)
    kept, others = with_elided(text, _longest([*outside, *further], text) if further else outside)
    found = _longest([*kept, *others], text) if others else kept
    return [name for name in found if not _only_named(text, name)]


def _lists(text: str, names: Iterable[Name]) -> list[list[Name]]:
    """The names that only a link parts, together."""
    lists: list[list[Name]] = []
    last = -_LONGEST_LINK - 1
    for name in names:
        gap = text[last : name.start] if name.start - last <= _LONGEST_LINK else _NO_LINK
        if gap in _PLAIN_LINKS or (gap[-1] in _LINK_ENDS and _LINK.match(gap)):
            lists[-1].append(name)
        else:
            lists.append([name])
        last = name.stop
    return lists


def _titles_a_paper(text: str, stop: int) -> bool:
    """Whether a list that ends at ``stop`` issues the paper whose title follows: 省政府 + 关于加快发展的意见.

    What was issued in running text (``省政府印发关于加快发展的意见``) was issued by somebody.
    """
    if text.find("关于", stop, stop + _NEAR_TITLE) < 0:
        return False
    return _ISSUES.match(text, stop) is not None


_NEAR_TITLE = 8
_LONGEST_LINK = 16
_NO_LINK = "。"


def rosters(document: Document, given: tuple[str, ...] = ()) -> list[Roster]:
    """The lists of a document, in the order of the text; a name that stands alone is a list of one.

    Lists that end in persons (``各镇、各部门主要负责人``) or issue the paper of a title are left out.
    """
    text = document.text
    post, firsts = _post()
    found = []
    for members in _lists(text, names(document, given)):
        stop = members[-1].stop
        if (text[stop : stop + 1] not in firsts or not post.match(text, stop)) and not _titles_a_paper(text, stop):
            bare = members[0].bare and (len(members) == 1 or all(name.bare for name in members))
            found.append(Roster(members[0].start, stop, tuple(members), bare))
    return found
