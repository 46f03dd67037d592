"""Bodies by a common noun: 各级各部门, 责任单位, 各金融机构; and by what they do: 生态环境主管部门, 公安机关."""

import re
from collections.abc import Callable
from functools import cache, partial

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.context import shapes
from policyextract.grammar.name.department import by_function, department
from policyextract.grammar.name.establishment import entrusted, establishment, institution, unit
from policyextract.grammar.name.function import functions_before
from policyextract.grammar.name.government import government_at
from policyextract.grammar.name.lookup import lookup
from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.predicate import acts_at, predicate_opens, verbs
from policyextract.grammar.name.qualified import every, qualified, words
from policyextract.grammar.name.run import run_before
from policyextract.text.document import Document, shared
from policyextract.text.pattern import beginning, pattern, spans

_ACTS = "(?=均?\\L<marks.modal>|[、和及])"
_USES = {"部门": "d", "部委": "d", "单位": "u", "机构": "i", "机关": "j"}
_SORTS = pattern(r"各(?:[委办厅局部]、?){1,4}[委办厅局](?!长|[一-鿿]{0,2}[公室])")
_burdens = partial(lexicon.select, "name/words", "burdens")
_LEVELS_OF = pattern(
    r"(?:[省市州县区](?:[（(][市州县区、]{1,5}[)）])|[省市县](?:级)?(?:及)?以上|\L<name.same-level>)\Z"
)
_NEAR = 10
_OF_TREASURY = pattern(r"\L<name.treasury-noun>")
_NO_TOPIC = "的了在将把被为对于以从由向和与及"
_TOPIC = pattern(rf"(?:\A|[^一-鿿]|[{_NO_TOPIC}])((?:(?![{_NO_TOPIC}])[一-鿿]){{3,10}})\Z")
_COLONS = frozenset(":：")
_AUTHORITY = pattern(
    r"(?:\A|[^一-鿿]|\L<name.before-own>|的)((?:(?![的和与及或等其本各党军由在经向后跨])[一-鿿]){2,6})\Z"
)


@cache
def _paying() -> "re.Pattern[str]":
    return pattern(shapes("pays"))


@cache
def _scan() -> "re.Pattern[str]":
    """Common nouns for bodies."""
    pays = shapes("pays")
    return beginning(
        rf"(部[门委]|\L<name.group-noun>|机[构关]|主体(?<=责任主体)|财政(?={pays}|{predicate_opens()})|[院校学]{_ACTS}|所(?<=院所){_ACTS}"
        r"|各(?=[委办厅局部][、委办厅局]))"
    )


def _system(text: str, start: int, stop: int) -> Name | None:
    """All bodies of a function or under a government: 全省政法系统要…, 市政府系统."""
    if text.endswith("政府", 0, start):
        government = government_at(text, start)
        return Name(government.start, stop, "group", "department.group", bare=government.bare) if government else None
    begin = functions_before(text, start)
    if text[begin:start] not in lookup().alone:
        return every(text, start, stop, None)
    return Name(level.before(text, begin), stop, "group", "department.group", bare=True)


def _body(text: str, start: int, stop: int, use: str) -> Name | None:
    """单位, 机构, 机关, 部委: only with words that make them a group of bodies of government."""
    begin = qualified(text, start, use)
    found = establishment(text, start, stop) if use == "i" else None
    if found is None and begin == start and use == "u":
        found = unit(text, start, stop)
    if found is not None or begin == start:
        return found
    whose = text[begin:start]
    counted = text[start - 1] in "个家" and not text.endswith("国家", 0, start)
    only_level = level.before(text, start) == begin and whose[-1] not in "直属"
    if counted or (only_level and not text.startswith("部委", start)):
        return None
    bare = whose in words().weak or (use == "i" and whose in lexicon.select("name/words", "concerned"))
    if bare and use == "j":  # 征收 + 机关
        kind = "agency" if whose in words().roles else "group"
        return Name(begin, stop, kind, "department.unit", bare)
    return Name(begin, stop, "group", "department.group", bare)


def _treasury(text: str, start: int) -> int:
    """Where the level begins whose treasury pays: 省 + 财政, 市（县） + 财政, 各级 + 财政."""
    levels = _LEVELS_OF.search(text[max(start - _NEAR, 0) : start])
    return min(level.before(text, start), start - len(levels.group()) if levels else start)


def _pays(text: str, start: int, stop: int) -> Name | None:
    """A treasury with its level: 省 + 财政; not 减轻财政负担."""
    begin = _treasury(text, start)
    burden = text.startswith("负担", stop) and text[begin - 2 : begin] in _burdens()
    burden = burden or _OF_TREASURY.match(text, stop) is not None
    by = text[start - 1 : start] == "由"
    pays = (begin < start or by) and not burden and (_paying().match(text, stop) or acts_at(text, stop))
    return Name(begin, stop, "agency", "department.elided") if pays else None


def _authority(text: str, start: int, stop: int) -> Name | None:
    """机关: of a function, with words that make a group, or of whatever words where it acts: 原审批机关."""
    found = by_function(text, stop) or _body(text, start, stop, "j")
    heads = text[stop : stop + 1] in _COLONS
    if found is None and not heads and (named := _AUTHORITY.search(text, max(start - _NEAR, 0), start)):
        return Name(named.start(1), stop, "agency", "department.unit", bare=True)
    return found


def _sorts(text: str, start: int, stop: int) -> Name | None:
    """All bodies by how their names end: 各委、办、局."""
    sorts = _SORTS.match(text, start)
    return Name(level.before(text, start), sorts.end(), "group", "department.group") if sorts else None


_READ: "dict[str, Callable[[str, int, int], Name | None]]" = {
    "财政": _pays,
    "机关": _authority,
    "系统": _system,
    "各": _sorts,
    "学": lambda text, start, stop: institution(text, stop),
    "院": lambda text, start, stop: institution(text, stop),
    "校": lambda text, start, stop: institution(text, stop),
    "所": lambda text, start, stop: institution(text, stop),
    "部门": lambda text, start, stop: every(text, start, stop, department(text, start, stop)),
}


def _read(text: str, start: int, stop: int) -> Name | None:
    """What a common noun ends."""
    word = text[start:stop]
    if (found := entrusted(text, start, stop)) is not None:
        return found
    if word in _READ:
        return _READ[word](text, start, stop)
    found = every(text, start, stop, _body(text, start, stop, _USES[word]) if word in _USES else None)
    return _with_topic(text, found) if found is not None and text.endswith("成员", 0, start) else found


def _with_topic(text: str, name: Name) -> Name:
    """The members of a body with what it is about: 综合治税 + 各成员单位."""
    topic = _TOPIC.search(text, max(name.start - _NEAR - 1, 0), name.start)
    start = max(topic.start(1), run_before(text, name.start)) if topic else name.start
    named = name.start - start > len("成员") and text[start : start + len("成员")] not in verbs()
    return name._replace(start=start) if named else name


@shared
def groups(document: Document) -> tuple[Name, ...]:
    """Bodies by a common noun, in the order of the text.

    >>> document = Document.plain("州直各部门要靠前服务，责任单位和生态环境部门要紧盯用人单位")
    >>> [(document.text[name.start : name.stop], name.kind) for name in groups(document)]
    [('州直各部门', 'group'), ('责任单位', 'group'), ('生态环境部门', 'agency')]
    """
    text = document.text
    return tuple([name for start, stop in spans(_scan(), text) if (name := _read(text, start, stop))])
