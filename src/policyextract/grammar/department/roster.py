"""Lists of departments as the text writes them: A、B和C, 教育、公安等部门, 区经信、经开区管委会."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from policyextract.document import Document
from policyextract.grammar.department import level
from policyextract.grammar.department.acting import acting
from policyextract.grammar.department.bracket import zones
from policyextract.grammar.department.context import SUM, shapes
from policyextract.grammar.department.function import functions_before, strong_before
from policyextract.grammar.department.government import governments
from policyextract.grammar.department.group import groups
from policyextract.grammar.department.listed import listed
from policyextract.grammar.department.lookup import lookup
from policyextract.grammar.department.organ import Name, organs
from policyextract.grammar.department.territory import territories
from policyextract.pattern import pattern

_SUMMED = (
    r"(?:国务院|中央|省级|市级|省|市|州|县|区)?(?:各|有关|相关|其他|成员|主要|责任|产业|招商|主管)*"
    r"(?:部门|单位|机构|部委|委办局)?(?:(?:和|及)单位)?"
)
_LINK = pattern(rf"(?:[、，,；;]?(?:以及|和|及|与|或|跟)|[、 　/]|等?{_SUMMED}(?:、|以及|和|及|与))[、 ]?\Z")
_SUMS = frozenset(("department.group", "department.bare"))
_LISTED_BEFORE = frozenset("、和")
_LISTED_AFTER = frozenset("、和及与以")
_NO_POST = frozenset("、，。；：:\n要应须牵配")
_LINK_ENDS = frozenset("、和及与或跟/ 　")
_PLAIN_LINKS = frozenset(("", "、", "和", "及", "与", "（", "(", "）、", ")、"))
_TITLE = pattern(r"《[^《》\n]{1,120}》")
_MORE = pattern(
    r"(?:、|和|及|与|以及)((?:责任|有关|相关|所属)?(?:乡镇(?:[（(]街道[)）])?|镇街|镇[（(]街[)）]|乡[（(]镇[)）]|县市区|市县区|区县|县区|市县|县市|州市|镇|街道|园区|乡|村))(?=要|应|须|必|负|配|参|按|双|定|共|具|要|[，。、；)）]|\Z)"
)
_LEVEL_ITEMS = ("国家", "中央", "省", "市", "州")
_HAN = pattern("[一-鿿]")
_OPEN = pattern(r"[^一-鿿]|[由同和与及向请经被对]")


_GROWN = frozenset((("department.central", "department.composed"), ("department.central", "department.branch")))
_NATIONAL = ("税务总局", "统计局", "监督管理总局", "监管总局")
_FORCE = ("大队", "支队", "总队")


@cache
def _post() -> "tuple[re.Pattern[str], frozenset[str]]":
    """Persons after a name: 各镇、各部门 + 主要负责人; and the characters among which the first of them is."""
    words = shapes("post")
    shape = (
        rf"{SUM}(?:(?:分管|联系|主管)[^，。；、]{{0,12}}?(?:领导|总理|[省市县州区]长|负责人|负责同志)"
        rf"|的?(?:各|有关|相关|党政|党组|领导班子)?(?:主要|分管|有关|相关|牵头|负责|具体|一线|各位|班子){{0,4}}{words})"
    )
    return re.compile(shape), frozenset(shape) - _NO_POST


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


def _titles(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _TITLE.finditer(text)] if "《" in text else []


def _labels(document: Document) -> list[tuple[int, int]]:
    """Where labels stand that govern something (责任单位：), which are no actors."""
    return [(zone.begin, zone.start) for zone in zones(document) if zone.stop > zone.start]


def _grows(text: str, name: Name, following: Name) -> bool:
    """Whether two names that touch are one: 教育部 + 教材局, 县公安局 + 交警大队."""
    if (name.rule, following.rule) in _GROWN:
        return True
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
            kept[-1] = name = kept[-1]._replace(stop=stop, rule=name.rule)
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


def _parted(text: str, start: int, stop: int) -> int:
    """Where the last member of ``财政和审计`` begins; ``start`` where the word that joins is part of one function.

    >>> _parted("财政和审计等部门", 0, 5), _parted("文化和旅游等部门", 0, 5)
    (3, 0)
    """
    words = lookup()
    if text[start:stop] in words.functions:
        return start
    for place in range(stop - 2, start, -1):
        if text[place] in "和与及" and text[place + 1 : stop] in words.alone:
            return place + 1
    return start


def _item(text: str, stop: int, listed: bool) -> Name | None:
    """A department without its suffix that ends at ``stop``: 区经信, 农业农村."""
    words = lookup()
    start = _parted(text, functions_before(text, stop), stop) if listed else functions_before(text, stop)
    if start < stop:
        begin = level.before(text, start)
        opens = not begin or bool(_OPEN.match(text[begin - 1]))
        if begin < start and opens:
            return Name(begin, stop, "agency", "department.elided")
        if listed and (opens or text[start:stop] in words.alone):
            start = max(start, strong_before(text, stop))
            return Name(start, stop, "agency", "department.elided") if start < stop else None
        if not listed and text[start:stop] in words.alone and (not start or not _HAN.match(text[start - 1])):
            return Name(start, stop, "agency", "department.elided")
        if listed:
            for size in words.function_sizes.get(text[stop - 2 : stop], ()):
                if text[stop - size : stop] in words.alone:
                    return Name(stop - size, stop, "agency", "department.elided")
        return None
    for word in _LEVEL_ITEMS:
        if text.endswith(word, 0, stop) and (stop == len(word) or _OPEN.match(text[stop - len(word) - 1])):
            return Name(stop - len(word), stop, "government", "department.level-listed")
    return None


def _elided(text: str, stop: int, ends: dict[int, Name], listed: bool) -> list[Name]:
    """The members without a suffix of the list that ends at ``stop``; members in ``ends`` are passed over."""
    found: list[Name] = []
    links = ("、", "和", "及", "与") if listed else ("、",)
    for _ in range(_LONGEST_LIST):
        name = ends.get(stop)
        if name is not None and not listed:
            break
        if name is None:
            name = _item(text, stop, listed)
            if name is None:
                break
            found.append(name)
        stop = name.start - 1
        if stop <= 0 or text[stop] not in links:
            break
    return found


def _before(text: str, name: Name, ends: dict[int, Name]) -> list[Name]:
    """The members without a suffix that a list has before a name: 财政、审计部门, 区经信、经开区管委会."""
    stop = name.start - 1
    link = text[stop : name.start] if stop > 0 else ""
    if link in ("、", "和") and name.rule == "department.function":
        return _elided(text, stop, ends, True)
    if link in ("和", "及", "与") and name.rule == "department.group" and text.endswith("部门", 0, name.stop):
        return _elided(text, stop, ends, True)
    if link == "、" and text[stop - 1] not in "）)" and stop not in ends:
        return _elided(text, stop, ends, False)
    return []


def _after(text: str, name: Name) -> list[Name]:
    """The small places that a list has after a name: 区级相关部门、乡镇."""
    found = []
    more = _MORE.match(text, name.stop)
    while more:
        found.append(Name(*more.span(1), "government", "department.level-listed", bare=True))
        more = _MORE.match(text, more.end())
    return found


def _with_elided(text: str, names: list[Name]) -> list[Name]:
    """The names, with the members of their lists that go without a suffix, and without 部门 where it sums up a list."""
    ends = {name.stop: name for name in names}
    kept: list[Name] = []
    further: list[Name] = []
    reached = 0
    for name in names:
        start, stop = name.start, name.stop
        last = text[start - 1 : start]
        if last == "等" and name.rule in _SUMS:
            further += _elided(text, start - 1, ends, True)
            continue
        kept.append(name)
        if last in _LISTED_BEFORE:
            further += _before(text, name, ends)
        if stop >= reached and text[stop : stop + 1] in _LISTED_AFTER:
            following = _after(text, name)
            reached = following[-1].stop if following else stop
            further += following
    return _longest([*kept, *further], text) if further else kept


_LONGEST_LIST = 60


def names(document: Document, given: tuple[str, ...] = ()) -> list[Name]:
    """All names of a document outside book titles, in the order of the text, none overlapping another."""
    text = document.text
    found = [*organs(document), *groups(document), *governments(document), *acting(document), *territories(document)]
    if given:
        pattern = re.compile("|".join(re.escape(word) for word in sorted(given, key=len, reverse=True)))
        found = [Name(*match.span(), "agency", "department.given") for match in pattern.finditer(text)] + found
    outside = _outside(_outside(_longest(found, text), _labels(document)), _titles(text))
    further = listed(document, outside)
    return _with_elided(text, _longest([*outside, *further], text) if further else outside)


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


_LONGEST_LINK = 16
_NO_LINK = "。"


def rosters(document: Document, given: tuple[str, ...] = ()) -> list[Roster]:
    """The lists of a document, in the order of the text; a name that stands alone is a list of one.

    Lists that end in persons (``各镇、各部门主要负责人``) are left out.
    """
    text = document.text
    post, firsts = _post()
    found = []
    for members in _lists(text, names(document, given)):
        stop = members[-1].stop
        if text[stop : stop + 1] not in firsts or not post.match(text, stop):
            bare = members[0].bare and (len(members) == 1 or all(name.bare for name in members))
            found.append(Roster(members[0].start, stop, tuple(members), bare))
    return found
