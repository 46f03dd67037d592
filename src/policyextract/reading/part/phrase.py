"""The phrase that a list stands in: members that no grammar knows, attributes, and the word that governs it all."""

from collections.abc import Sequence
from functools import partial

from policyextract import lexicon
from policyextract.grammar.name.context import context
from policyextract.grammar.name.predicate import acts_at
from policyextract.grammar.name.roster import Roster
from policyextract.text.pattern import pattern

_LINK = r"(?:[、和与]|及其?(?![时早])|以及|或者?)"
_LINK_SIGNS = frozenset("、和及与以或")
_FURTHER = pattern(rf"{_LINK}(?:(?!\L<part.parts-members>)[一-鿿]){{0,4}}")  # 、委局所属 + 相关单位
_MOST = 40  # lists of a chain, so that one costs no more than its length
_GOVERNS = pattern(r"\L<part.reaches>")
_BETWEEN = pattern(
    rf"(?:[^、，。；：\n]{{1,16}}?{_LINK}){{0,5}}"  # 由 + 居住地区县、 + 开发区教育局
    r"(?:[^、，。；：的\n]{1,24}的)?(?:[^、，。；：的\n]{0,10}\L<part.attributes>)?"  # 由 + 批准规划的, 由 + 参保地
)
_LAST = frozenset("、和及其与者或的地管级应该原目")
_BEFORE = frozenset("并后再须需应可要已以则")
_REACH = 48
_agents = partial(lexicon.select, "part/words", "hands")


def may_reach(last: str) -> bool:
    """Whether the character before a list may end what stands between it and the word that governs it."""
    return last in _LAST


def governor(text: str, start: int, floor: int, *, acts: bool, bare: bool) -> str:
    """The word that governs a list from before its attributes, or members that no grammar knows; else nothing.

    Args:
        text: what is read.
        start: where the list begins.
        floor: where its clause begins.
        acts: whether what it does follows it.
        bare: whether none of its names shows by itself that it names somebody who acts.

    >>> texts = ("由批准规划的县水利局", "会同项目地的县水利局", "理由已查清的县水利局")
    >>> [governor(text, 6, 0, acts=True, bare=False) for text in texts]
    ['由', '会同', '']
    >>> governor("由县长牵头的联席会议制度", 6, 0, acts=False, bare=False)
    ''
    """
    begin = max(floor, start - _REACH)
    for match in reversed(list(_GOVERNS.finditer(text, begin, start))):
        word, before = match.group(), text[match.start() - 1 : match.start()]
        opens = match.start() == floor or not "一" <= before <= "鿿" or before in _BEFORE
        if (word in _agents() and not acts) or (bare and word not in _agents()):
            return ""
        if text[match.end() - 2 : match.end()] not in context().not_before:
            reaches = _BETWEEN.fullmatch(text, match.end(), start) is not None
            return word if reaches and (opens or len(word) > 1 or word == "由") else ""
    return ""


def chains(text: str, lists: Sequence[Roster]) -> list[list[Roster]]:
    """The lists, those together that go on after one another past a few words: A、B、委局所属 + 相关单位."""
    found: list[list[Roster]] = []
    stop = -1
    for roster in lists:
        near = 0 <= stop < roster.start and text[stop] in _LINK_SIGNS
        near = near and len(found[-1]) < _MOST and _FURTHER.fullmatch(text, stop, roster.start) is not None
        if near and not acts_at(text, stop + 1):
            found[-1].append(roster)
        else:
            found.append([roster])
        stop = roster.stop
    return found


def joined(chain: Sequence[Roster]) -> Roster:
    """The lists of a chain as one."""
    if len(chain) == 1:
        return chain[0]
    names = tuple(name for roster in chain for name in roster.names)
    return Roster(chain[0].start, chain[-1].stop, names, all(roster.bare for roster in chain))
