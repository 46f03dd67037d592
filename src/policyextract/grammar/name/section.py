"""Parts of a body that follow its name: 市财政局 + 预算处, 市人大 + 财经委, 人民银行 + 云溪中心支行."""

import re
from functools import cache, partial

from policyextract import lexicon
from policyextract.grammar.name.function import functions_before
from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.predicate import verbs
from policyextract.marks.enclosure import CLOSES
from policyextract.text.pattern import pattern


@cache
def _part() -> "re.Pattern[str]":
    """What a part of a body is called, and that it ends there: at a verb, or where no word goes on."""
    return pattern(
        r"(?![、各等])((?:第?[一二三四五六七八九十]{1,2})?(?:(?![的了在将把被为对于以从等并和与及或由向会各内外要应是有]|[省市县区州旗]\L<name.level-body>)[一-鿿]){0,8}?)"
        r"(\L<name.section-end>|(?<![验议教])室|(?<![承主协督举交经代筹])办|(?<![部常])委|(?<!网)(?<!车)站)\L<name.section-each>?"
        rf"(?=[^一-鿿]|[要应须必和与及会牵负等将按在对于向也]|{lexicon.alternation(tuple(sorted(verbs())))}|(?<=党[委组])|\Z)(?!\L<name.section-false>)"
    )


_VERB = 2  # signs of a verb
_NOT_PART = pattern(r"[省市县区州旗镇乡国中](?![央心])")
_PARENTS = frozenset(
    ("department.composed", "department.body", "department.central", "department.branch", "department.shape")
)
_governs = partial(lexicon.select, "name/words", "section-governs")


@cache
def _owners() -> tuple[str, ...]:
    """How the names of bodies end that have parts."""
    return (*lexicon.select("name/words", "party-committee"), "政府", "中央")


@cache
def _verbs() -> frozenset[str]:
    opens = [word for word in lexicon.words("name/opens") if len(word) > 1]
    return frozenset((*opens, *(word for word in lexicon.words("words/verbs") if len(word) > 1)))


@cache
def _founds() -> frozenset[str]:
    return frozenset(lexicon.select("name/words", "founds"))


def _names_a_part(text: str, start: int, end: int) -> bool:
    """Whether the words before 处, 科, 办 say what a part does, and not what its body does: no verb opens them."""
    if _NOT_PART.match(text, start, end):
        return False
    if text[start : start + 2] in _founds():
        return False
    verb = text[start : start + 2] in _verbs()
    return not verb or end - start == _VERB or functions_before(text, end) == start


def with_part(text: str, name: Name, limit: int) -> Name:
    """A name with the part of its body that follows it, before ``limit``; the name itself if there is none.

    >>> name = Name(1, 5, "agency", "department.composed")
    >>> with_part("由市财政局预算处负责", name, 10).stop, with_part("由市财政局督促各处", name, 9).stop
    (8, 5)
    """
    if name.bare or name.kind == "group" or not "一" <= text[name.stop : name.stop + 1] <= "鿿":
        return name
    owner = name.rule in _PARENTS or text[name.stop - 1] in CLOSES or text.endswith(_owners(), name.start, name.stop)
    part = _part().match(text, name.stop) if owner else None
    if part is None or part.end() > limit or not _names_a_part(text, *part.span(1)):
        return name
    if part.end() - name.stop < _VERB:
        return name
    kind = "government" if text.endswith(_governs(), name.stop, part.end()) else "agency"
    return Name(name.start, part.end(), kind, "department.section")
