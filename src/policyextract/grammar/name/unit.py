"""Units that count where they act: 征收工作组, 城关派出所, 局规划科, 各中小学校."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.function import functions_before
from policyextract.grammar.name.lookup import last_signs
from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.predicate import acts_at, acts_or_must, plain_verbs, verb_firsts
from policyextract.grammar.name.run import run_before
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_LONGEST = 16
_LONGEST_TEAM = 8
_LEVELS = frozenset("省市县区州旗")
_PLACED = _LEVELS | frozenset("镇乡街村")
_OFFICES = frozenset("室组")
_ACTORS = frozenset("组队办科处股部局委会")
_LONGEST_HEADED = 4
_TEAMS = frozenset("组科处股")
_NAMED_BY = 3  # characters of a level and what it is about: 省河长制 + 办公室
_JOINTLY = "联合"
_JOINS = pattern("[和与及、]")
_OF_SCHOOL = pattern(r"\L<name.of-school>")
_SCHOOL = pattern(r"(?<![一-鿿])学校(?![、的])|(?<=[经由按报自])学校")
_ASKS = frozenset("经由按报自")
_WITH = pattern(r"\L<name.beside-end>联合")  # 镇卫健办联合 + 镇派出所
_NO_NAME = pattern(
    r".*(?:[的了在将把被为对于以从等并且或其该此这那每给们时要应须和与及暨、]|[一两三四五0-9][所家座]|至少|第[一二三四五六七八九十]{1,3}[条章节款项])"
)
_SOME = pattern(
    r"(?:(?:[全本我][省市州县区旗镇乡]|辖区内?|机关|[省市州县区旗镇乡局厅委][级直属])?\L<name.some>"
    r"|\L<name.part-of>|[全本我][省市州县区旗镇乡]|辖区内?|[省市州县区旗镇乡局厅委][级直属])"
)
_EACH_OF = pattern(r"(?!.*\L<name.group-body>)[一-鿿]{0,8}\Z")
_PARENT = pattern(r"(?:[我本]?[省市县区州]?)[局厅委办部院]\Z")
_OWN = pattern(r"(?:[^一-鿿]|\L<name.before-own>)([局厅委部院](?:(?![局厅委部院级的和与及])[一-鿿]){2,6})\Z")
_OWN_WITHIN = 11
_OF_LEVEL = pattern(r"(?:[一-鿿]{2,6})??(?:[省市县州旗乡镇]|区(?![域位间块内])|村(?![镇庄]))")
_GOES_ON = pattern(
    r"(?<=专科)|(?<=物业)[管服费公企经维]|[制度性级长员]|(?<=处)[理置罚分以于在方境女]|(?<=科)[研学技目创普室]|(?<=股)[份权东票]|(?<=室)[内外]|(?<=办)[理事法学公案结证税件]|(?<=站)[点位在]|(?<=所)[有需以在]|(?<=组)[织成建合团]|(?<=中心)组"
)


@cache
def _scan() -> "re.Pattern[str]":
    """What matches the last character of a unit, and holds the unit in its last group, the longest first."""
    needs = lexicon.mapping("name/units")
    lasts = "|".join(f"{re.escape(last)}(?<={before}.)" for last, before in last_signs(needs).items())
    sizes = sorted({len(word) for word in needs}, reverse=True)
    words = "|".join(f"(?<=({'|'.join(re.escape(word) for word in needs if len(word) == size)}))" for size in sizes)
    return pattern(
        rf"(?:{lasts})(?=[^一-鿿]|[要应须必和与及会同牵负等将按在对依积把于每向也都均不未可能]|{verb_firsts()}|\Z)(?:{words})"
    )


def _some(text: str, start: int, end: int) -> int:
    """Where the last words begin that make a group of what follows: 要求 + 各 + 督导组; ``end`` if there are none."""
    found = end
    for match in _SOME.finditer(text, start, end):
        if _EACH_OF.match(text[match.end() : end]) and not _NO_NAME.match(text, match.end(), end):
            found = match.start()
    return found


def _by_function(text: str, end: int) -> int:
    """Where the level or the parent and the functions begin that end at ``end``; ``end`` itself if there are none."""
    start = functions_before(text, end)
    begin = level.before(text, start)
    if begin == start:
        parent = _PARENT.search(text[max(start - 3, 0) : start])
        whole = parent is None or not functions_before(text, begin - 1) < begin - 1  # 教育局 + 人事科
        begin -= len(parent.group()) if parent and whole else 0
    return begin


def _named(text: str, start: int, end: int) -> bool:
    """Whether the words may be the name of a unit, and not a clause that goes before it."""
    verb = text[start : start + 2] in _verbs() and functions_before(text, end) > start
    return end - start <= _LONGEST and not verb and not _NO_NAME.match(text, start, end)


def _heads(text: str, start: int, stop: int) -> bool:
    """Whether a unit of whatever words heads a clause and acts there: 治税办 + 要."""
    if "一" <= text[start - 1 : start] <= "鿿" or text.endswith(lexicon.select("name/words", "no-body"), start, stop):
        return False
    return acts_or_must(text, stop) or text.startswith("负责", stop)


def _placed(text: str, start: int, end: int) -> bool:
    """Whether a name begins with a level or a place: 县 + 妇幼, 滨湖区 + 启慧."""
    whole = _named(text, start, end) and text.find("政府", start, end) < 0
    place = _OF_LEVEL.match(text, start, end) if whole else None
    return place is not None and text[place.end() - len("上市") : place.end()] not in level.levels().false


def _shaped(text: str, start: int, end: int, stop: int) -> bool:
    """Whether a word of its own stands before a general head, and no clause: 市 + 热线 + 中心, and not 市 + 所."""
    if end - start < _NAMED_BY or text.endswith(lexicon.select("name/words", "no-body"), start, stop):
        return False
    return not any(text[place : place + 2] in plain_verbs() for place in range(start, end - 1))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(word for word in lexicon.words("words/verbs") if len(word) > 1)


def _behind_other(text: str, start: int, end: int) -> int:
    """Where a unit begins behind another body that acts with it: 镇卫健办联合 + 镇派出所."""
    if text.find(_JOINTLY, start, end) < 0:
        return start
    return max([start, *(match.end() for match in _WITH.finditer(text, start, end))])


def _read(text: str, stop: int, word: str, need: str) -> Name | None:
    end = stop - len(word)
    start = _behind_other(text, run_before(text, end), end)
    if need == "shaped" and not _shaped(text, start, end, stop):
        return None
    some = _some(text, start, end)
    if some < end:
        rule = "department.institution" if need in ("each", "own") else "department.unit"
        return Name(some, stop, "group", rule, bare=True)
    if need in ("placed", "own", "shaped"):
        return Name(start, stop, "agency", "department.unit", bare=True) if _placed(text, start, end) else None
    if need == "each":
        return None
    if need == "headed":
        headed = 1 < end - start <= _LONGEST_HEADED and _named(text, start, end) and _heads(text, start, stop)
        return Name(start, stop, "agency", "department.unit", bare=True) if headed else None
    known = _by_function(text, end)
    if need == "function":
        return _of_function(text, start, end, stop, known)
    if not _named(text, start, end) and (parts := [m.end() for m in _JOINS.finditer(text, start, end)]):
        start = parts[-1]
    if start > known or not _named(text, start, end):
        start = known
    if start == end and need == "named":
        return None
    joint = text.endswith(_JOINTLY, 0, start) and text[start] not in _PLACED
    start -= len(_JOINTLY) if joint else 0
    of_level = text[start] in _LEVELS and text[stop - 1] in _OFFICES and end - start >= _NAMED_BY
    return Name(start, stop, "agency", "department.unit", bare=not of_level)


def _of_function(text: str, start: int, end: int, stop: int, known: int) -> Name | None:
    """A unit by what it does: 高速 + 公路管理处; of whatever words, where it acts; a part of one's own body."""
    own = _OWN.search(text, max(end - _OWN_WITHIN, 0), end)  # 厅 + 土地利用 + 处
    if own:
        return Name(own.start(1), stop, "agency", "department.unit")
    team = known == end and text[stop - 1] in _TEAMS and 2 <= end - start <= _LONGEST_TEAM
    team = team and not text.endswith(lexicon.select("name/words", "no-team"), start, stop)
    acts = team and acts_or_must(text, stop)
    if (acts or start < known < end) and _named(text, start, end):
        known = start
    return Name(known, stop, "agency", "department.unit", bare=True) if known < end else None


@shared
def units(document: Document) -> tuple[Name, ...]:
    """The units of a document, all bare, in the order of their ends.

    >>> document = Document.plain("征收工作组要逐户上门，各中小学校不得提前招生")
    >>> [document.text[name.start : name.stop] for name in units(document)]
    ['征收工作组', '各中小学校']
    """
    text = document.text
    needs = lexicon.mapping("name/units")
    found = _own_schools(text)
    for match in _scan().finditer(text):
        stop, word = match.end(), match[match.lastindex or 0]
        if not _GOES_ON.match(text, stop) and (name := _read(text, stop, word, needs[word])):
            acts = name.bare and text[stop - 1] in _ACTORS and name.kind == "agency" and _acts(text, name)
            found.append(name._replace(bare=False) if acts else name)
    return tuple(found)


def _own_schools(text: str) -> list[Name]:
    """学校 where a school speaks of itself and acts: 经学校研究决定, 学校成立了."""
    if "学校" not in text or _OF_SCHOOL.search(text) is None:
        return []
    schools = (Name(*match.span(), "agency", "department.unit") for match in _SCHOOL.finditer(text))
    return [name for name in schools if text[name.start - 1 : name.start] in _ASKS or _acts(text, name)]


def _acts(text: str, name: Name) -> bool:
    """Whether a team or an office is the subject of a clause that it heads: 联合检查组 + 重点围绕."""
    return not "一" <= text[name.start - 1 : name.start] <= "鿿" and acts_at(text, name.stop)
