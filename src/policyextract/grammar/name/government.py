"""Governments and the places that stand for them: 各县市政府, 省级人民政府, 各地区, 乡镇."""

import re
from functools import cache, partial
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.context import shapes, words_of
from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.unlisted import unlisted_before
from policyextract.text.document import Document, shared
from policyextract.text.pattern import beginning, pattern, spans

_OF = r"(?=[（(](?:[区市州盟旗街县地、]|自治[区州县]){1,8}[)）])"
_SORTS = r"[（(]\L<name.place-sort-aside>(?:、\L<name.place-sort-aside>){0,6}[)）]"
_CONCERNED = "(?=[省市县地城乡镇])"
_SCAN = beginning(
    rf"(\L<name.party-or-government>|(?:\L<name.every>|每(?=[^，。]{{1,4}}至少))(?=[省市州县区旗盟地乡镇街村社园新开设自直功产师团行有相苏嘎]|\L<name.project-noun>[省市县区])|\L<name.place-noun-bare>|[有相]关{_CONCERNED}|其[他它](?=[省县乡镇]|市[（(县州])"
    rf"|省{_OF}|镇(?:街|{_OF})|县(?:[区市]|{_OF})|市(?:[县州]|{_OF})|(?<![一-鿿])(?:社?区|村)(?={_SORTS}))"
)
_ASIDE = r"(?:[（(〔][^（）()〔〕\n，。]{1,16}[)）〕])?"
_SEAT = r"(?:[（(]\L<name.seat>[)）])?"
_LINKS = pattern(r"\A(?:[、和或以及]|[（(][^（）()]{1,12}[)）])+")
_SLASHED = pattern(r"(?:[省市县镇区村]|社区)[（(][^（）()\n，。]{1,16}[)）]\L<name.slashed>?")
_JOINT = pattern(r"[有相]关(?:[镇乡县区市]|\L<name.township-noun>|地方)[或和、]\L<name.unit-noun>")
_GOES_ON = {
    "市": tuple("场政民值容域级内"),
    "区": tuple("域间块位段划"),
    "县": tuple("域级城"),
    "省": tuple("级会"),
    "村": tuple("级民"),
    "镇": ("级",),
    "地": tuple("质方区点块形理"),
}
_WHERE = pattern(r"\L<name.site-noun>?\L<name.where>(?:的)?\Z")
_AND_GOVERNMENT = pattern("[、和及与]?(?:人民)?政府(?!网|部门)")  # kinds behind one 各: 各级党委、政府
_SORT_ASIDE = pattern(_SORTS)  # 乡镇 + （街道）, 政府 + （管委会）
_LONGEST_WHERE = 6
_BEFALLEN = pattern(r"被(?:(?![的被将])[一-鿿]){2,6}的\Z")  # 被督察的 + 人民政府
_LONGEST_BEFALLEN = 8
_OF_BODY = pattern(  # 学校 + 党委
    r"(?:\A|[^一-鿿]|[由经向报和与及])((?:(?![的了在将把被为对各级和与及、])[一-鿿]){0,6}\L<name.has-committee>)\Z"
)
_its_own = partial(lexicon.select, "name/words", "own-seat")
_every = partial(lexicon.select, "name/words", "every")
_CLOSES = ("）", ")")
_WINDOW = 28
_LONGEST_TOWNSHIP = 4


class _Shapes(NamedTuple):
    """Compiled patterns, the characters that ``before`` takes outside brackets, and the levels that seldom act."""

    each: "re.Pattern[str]"
    concerned: "re.Pattern[str]"
    before: "re.Pattern[str]"
    before_chars: str
    small: frozenset[str]


@cache
def _shapes() -> _Shapes:
    unit = shapes("unit")
    each = pattern(
        rf"(?:\L<name.every>|每)\L<name.each>?(?:省、自治区、直辖市(?:和计划单列市)?|{unit}{{1,4}}|地方|地){_ASIDE}"
        rf"(?:(?:[、和]?{unit}{{1,3}}{_ASIDE}){{1,3}}(?=\L<name.government-noun>)|(?:[、和](?:县级市|[省市县区州盟旗]){_ASIDE}(?![直级属里委政])){{1,3}}(?![委直]))?(?:\L<name.government-noun>{_SEAT}|\L<name.place-office>|委(?=[、，：:和]))?"
    )
    return _Shapes(
        each,
        pattern(
            rf"\L<name.concerned>(?:地方|\L<name.place-class>|{unit}{{1,3}}){_ASIDE}(?:\L<name.government-noun>|管委会|[或和、]\L<name.unit-noun>)?"
        ),
        pattern(
            rf"(?:{shapes('government')}|[（(][^（）()\n]{{1,12}}[)）]|[、和或以及](?=[省市县区州旗盟镇乡自直街各]))+\Z"
        ),
        "".join({*"".join(words_of("government")), *"、和或以及"}),
        frozenset(words_of("small")),
    )


@cache
def _attribute() -> "re.Pattern[str]":
    """What a government only describes: 地方政府 + 债务."""
    return pattern(shapes("attribute"))


def scope_before(text: str, position: int) -> str:
    """The words right before ``position`` that say which governments are meant: 各级, 县级以上地方.

    >>> scope_before("由县级以上地方人民政府", 7)
    '县级以上地方'
    """
    words = _shapes()
    window = text[max(position - _WINDOW, 0) : position]
    other = window.rstrip(words.before_chars)
    match = words.before.search(window if other.endswith(_CLOSES) else window[len(other) :])
    return match.group() if match else ""


def government_at(text: str, stop: int) -> Name | None:
    """政府, 人民政府, 党委 that ends at ``stop``: with the levels or the places before it, else bare."""
    if _attribute().match(text, stop):
        return None
    if text.startswith("网", stop) and not text.startswith(lexicon.select("name/words", "net-word"), stop):
        return None
    head = stop - 2
    if text.endswith("人民", 0, head):
        head -= 2
    scope = scope_before(text, head)
    skip = _LINKS.match(scope) if scope else None
    start = level.before(text, head)
    if scope:
        start = min(start, level.before(text, head - len(scope) + (skip.end() if skip else 0)))
    start += text[start:head].rfind("委") + 1
    start += len("所在地") if text.startswith(lexicon.select("name/words", "where-seat"), start) else 0
    start -= text.endswith("社区", 0, head) and start == head - 1
    if text[start:head] in lexicon.select("name/words", "small-place"):
        start = level.township_before(text, start)
    if start == head and text.startswith("人民", head):
        start = unlisted_before(text, head, _LONGEST_TOWNSHIP)
    if start == head and (told := _BEFALLEN.search(text[max(head - _LONGEST_BEFALLEN, 0) : head])):
        return Name(head - len(told.group()), stop, "government", "department.charged")
    if start == head and text.endswith("党委", 0, stop) and (body := _OF_BODY.search(text, max(head - 9, 0), head)):
        return Name(body.start(1), stop, "government", "department.government")
    if start == head:
        return Name(head, _with_sorts(text, stop), "government", "department.bare", bare=True)
    joint = _AND_GOVERNMENT.match(text, stop) if "各" in scope and text.endswith("党委", 0, stop) else None
    return Name(start, _with_sorts(text, joint.end() if joint else stop), "government", "department.government")


def _with_sorts(text: str, stop: int) -> int:
    """Where a name ends with the bracket that says which other sorts of it are meant: 乡镇政府 + （街道办）."""
    aside = _SORT_ASIDE.match(text, stop)
    return aside.end() if aside else stop


def _places(text: str, start: int, shape: "re.Pattern[str]", bare: bool) -> Name | None:
    """Places that begin at ``start``, as a shape has them."""
    match = shape.match(text, start)
    if match is None or text.startswith(_GOES_ON.get(text[match.end() - 1], ("性",)), match.end()):
        return None
    kind = "group" if match.group().endswith(lexicon.select("name/words", "unit-noun")) else "government"
    bare = bare and not match.group().endswith(lexicon.select("name/words", "stands-for-place"))
    return Name(level.before(text, start), match.end(), kind, "department.places", bare)


def _concerned(text: str, start: int) -> Name | None:
    """有关省, 相关镇或部门."""
    joint = _JOINT.match(text, start)
    if joint:
        return Name(start, joint.end(), "group", "department.group")
    return _places(text, start, _shapes().concerned, bare=False)


def _small(text: str, start: int, stop: int) -> Name | None:
    """乡镇, 县区; the longer 县市区 too."""
    if text[start - 1 : start] in ("各", "级", "个") or text.startswith("级", stop):
        return None
    stop += text[start:stop] == "县市" and text.startswith("区", stop)
    stop = _with_sorts(text, stop)
    where = _WHERE.search(text[max(start - _LONGEST_WHERE, 0) : start])
    start -= len(where.group()) if where and not text.startswith(_its_own(), stop) else 0
    return Name(start, stop, "government", "department.bare", bare=True)


def _read(text: str, start: int, stop: int) -> Name | None:
    """What a word of the scan begins or ends."""
    word = text[start:stop]
    if word in lexicon.select("name/words", "party-or-government"):
        return government_at(text, stop)
    if word in lexicon.select("name/words", "concerned"):
        return _concerned(text, start)
    if word in _shapes().small:
        return _small(text, start, stop)
    if word in lexicon.select("name/words", "unnamed-level"):
        return Name(start, stop, "government", "department.bare", bare=True)
    return _places(text, start, _shapes().each if word == "每" or word in _every() else _SLASHED, bare=True)


@shared
def governments(document: Document) -> tuple[Name, ...]:
    """Governments and places, in the order of the text.

    >>> document = Document.plain("各县市要靠前服务，县级以上人民政府应当督促乡镇建立台账")
    >>> [document.text[name.start : name.stop] for name in governments(document)]
    ['各县市', '县级以上人民政府', '乡镇']
    """
    text = document.text
    return tuple([name for start, stop in spans(_SCAN, text) if (name := _read(text, start, stop))])
