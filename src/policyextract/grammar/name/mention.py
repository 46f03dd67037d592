"""Where a name is only named: with persons, in the title of a paper, of a meeting or a place, or as a head."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.grammar.name.assembly import names_a_meeting
from policyextract.grammar.name.context import SUM, shapes
from policyextract.grammar.name.organ import Name
from policyextract.marks.field import label_roles
from policyextract.text.document import Document, shared
from policyextract.text.opening import first_signs
from policyextract.text.pattern import pattern

_SHORTENED = 5
_COLONS = (":", "：")
_MEETING = 22
_FIELD = pattern(r"[A-Za-z_][\"']?[ \u3000]*[:：][ \u3000]*[\"'“]\Z")  # a record of data: "org": "县教育局"
_LONGEST_FIELD = 24
_QUOTES = frozenset("\"'“”")
_COUNTED = pattern(r"[0-9一二两三四五六七八九十百余多]{1,4}[个家]\Z")
_IS = pattern(r"[是为][^，。；：\n]{2,40}\Z")
_NO_CLAUSE = pattern(r"[^一-鿿]|\Z")
_ENDS = frozenset("，。；：！？）\n")
_NO_POST = frozenset("、，。；：:\n要应须牵配")
_LATER = pattern(  # further members that nobody knows, and then persons
    r"(?:、[^，。；、：\n]{2,14}){1,12}等?(?:各?有关|相关)?\L<name.summed-place>?\L<name.post-before>?\L<name.leader>"
)
_PAPER = pattern(  # the title of a paper, which may run over lines: 关于加快发展的意见
    r"关于(?:《[^《》]{1,80}》|[^，。；！？\n]|\n{1,2}(?!\n)){1,120}?"
    r"\L<name.paper>(?=[^一-鿿]|\L<name.paper-part>|\Z)"
)
_ISSUED = pattern(
    r"(?:等[0-9一二三四五六七八九十]{0,3}个?\L<name.unit-noun>)?[ \u3000]*+"
    r"(?:(?:联合)?印发(?=\n))?(?:\n{1,3}[ \u3000]*+)?(?=关于)"
)
_ISSUING = frozenset("等 \u3000联印\n关")  # what any of it begins with
_SITE = r"(?:机关|[一二三四五六七八九十0-9]{1,3}楼)?\L<name.site>"
_AT_SITE = pattern(_SITE)  # 县政府 + 门前
_WIRED = pattern(r"[一-鿿]{0,4}[0-9]{1,2}月[0-9]{1,2}日电")  # 县政府 + 3月5日电
_LONGEST_WIRE = 11


@cache
def _post() -> "tuple[re.Pattern[str], frozenset[str]]":
    """Persons after a name: 各镇、各部门 + 主要负责人; and the characters among which the first of them is."""
    words = shapes("post")
    shape = (
        rf"{SUM}(?:\L<name.post-verb>[^，。；、]{{0,12}}?\L<name.post>"
        rf"|的?\L<name.post-word>?\L<name.post-kind>{{0,4}}{words})"
    )
    return pattern(shape), frozenset(lexicon.expanded(shape)) - _NO_POST


def heads_persons(text: str, stop: int) -> bool:
    """Whether persons follow a list that ends at ``stop``: 各镇、各部门 + 主要负责人.

    >>> heads_persons("各部门主要负责人要亲自抓", 3), heads_persons("各部门要抓紧", 3)
    (True, False)
    """
    post, firsts = _post()
    following = text[stop : stop + 1]
    if following == "、":
        return _LATER.match(text, stop) is not None
    return following in firsts and post.match(text, stop) is not None


@shared
def papers_without_brackets(document: Document) -> dict[int, int]:
    """Where the titles of papers begin that stand without brackets, each with its end: 关于加快发展的意见.

    >>> papers_without_brackets(Document.plain("省政府关于加快发展的意见"))
    {3: 12}
    """
    return dict(match.span() for match in _PAPER.finditer(document.text))


def issued_at(text: str, stop: int) -> int:
    """Where the title would begin of a paper that a list issues which ends at ``stop``."""
    match = _ISSUED.match(text, stop) if text[stop : stop + 1] in _ISSUING else None
    return match.end() if match else -1


def only_named(text: str, name: Name) -> bool:
    """Whether a name stands in that of a meeting or a place, is a short form to come, or heads what follows."""
    start, stop = name.start, name.stop
    before = text[start - _SHORTENED : start] if start >= _SHORTENED else text[:start]
    last = before[-1:]
    if last in _shortening_signs() and before.endswith(lexicon.select("name/words", "shortens")):
        return True
    quoted = last in _QUOTES and text[stop : stop + 1] in _QUOTES
    if _is_placed(text, stop) or (quoted and _FIELD.search(text, max(start - _LONGEST_FIELD, 0), start)):
        return True
    if name.rule == "department.group":
        return (
            before.endswith("公开")
            or _predicates(text, name)
            or _heads(text, name)
            or _counted(text, name)
            or _is_header(text, name)
        )
    if name.kind != "group" and text[stop : stop + 1] not in _ENDS and _papers().match(text, stop):
        return True
    if last == "在" and text.startswith(lexicon.select("name/words", "held"), stop):
        return True
    if last == "开" and before.endswith("召开") and text[stop - 1] == "会":
        return True
    near = name.kind != "group" and text.find("会", stop, stop + _MEETING) >= stop
    return near and not text.endswith("会议", start, stop) and names_a_meeting(text, stop)


def _is_placed(text: str, stop: int) -> bool:
    """Whether what follows a name makes it a place, or says where news comes from."""
    if text[stop : stop + 1] in _site_signs() and _AT_SITE.match(text, stop):
        return True
    return text.find("日电", stop, stop + _LONGEST_WIRE) > 0 and _WIRED.match(text, stop) is not None


@cache
def _site_signs() -> frozenset[str]:
    return first_signs(_SITE)


def _predicates(text: str, name: Name) -> bool:
    """Whether a noun only says what another body is: 市水务局是供水工作的 + 主管部门."""
    whose = text[name.start - 1 : name.start] == "的" and _NO_CLAUSE.match(text, name.stop) is not None
    return whose and _IS.search(text[max(name.start - _MEETING * 2, 0) : name.start]) is not None


def _heads(text: str, name: Name) -> bool:
    """Whether a noun like 联系单位 is only the head of what follows its colon; 各有关单位： is an address."""
    return text[name.stop : name.stop + 1] in _COLONS and not text.startswith(
        lexicon.select("name/words", "addressee"), name.start
    )


def _counted(text: str, name: Name) -> bool:
    """Whether a noun is only counted: 涉及12个 + 责任单位."""
    counted = _COUNTED.search(text[max(name.start - _SHORTENED, 0) : name.start])
    return counted is not None and _NO_CLAUSE.match(text, name.stop) is not None


def _is_header(text: str, name: Name) -> bool:
    """Whether a label has a line for itself, as the header of a column does."""
    alone = text[name.start - 1 : name.start] in ("", "\n") and text[name.stop : name.stop + 1] == "\n"
    return alone and text[name.start : name.stop] in label_roles()


@cache
def _papers() -> "re.Pattern[str]":
    """What makes a body part of the name of a paper: 县政府 + 工作报告."""
    return pattern(shapes("paper"))


@cache
def _shortening_signs() -> frozenset[str]:
    """The last signs of what stands before a short form."""
    return frozenset(word[-1] for word in lexicon.select("name/words", "shortens"))
