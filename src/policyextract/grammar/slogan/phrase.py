"""How a phrase is built: whether it opens with a verb, closes with a predicate, or shares its head with others."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from policyextract import lexicon


@cache
def known(kind: str) -> frozenset[str]:
    """The words of one kind in ``slogan/words``: state, manner, set or dull; the verbs are those of ``words/verbs``."""
    return frozenset(lexicon.words("words/verbs") if kind == "verb" else lexicon.select("slogan/words", kind))


def open_with_verb(phrases: Sequence[str]) -> list[bool]:
    """Which of the phrases read as a verb with its object.

    >>> open_with_verb(("稳增长", "打造新业态", "生态环境"))
    [True, True, False]
    """
    verbs, dull = known("verb"), known("dull")
    return [
        phrase[:2] in verbs or (phrase[0] in verbs and phrase[:2] not in dull and len(phrase) in (4, 5))
        if len(phrase) > 3
        else phrase[:1] in verbs
        for phrase in phrases
    ]


def close_with_state(phrases: Sequence[str]) -> list[bool]:
    """Which of the phrases say of something how it is or what it does.

    >>> close_with_state(("权责明晰", "农业强", "资产清单"))
    [True, True, False]
    """
    states, sayings = known("state"), known("set")
    return [(phrase[-2:] if len(phrase) > 3 else phrase[-1:]) in states or phrase in sayings for phrase in phrases]


def close_with_verb(phrases: Sequence[str]) -> list[bool]:
    """Which of the phrases end with a verb or a predicate: ``街区面貌改善``."""
    verbs, states = known("verb"), known("state")
    return [phrase[-2:] in verbs or phrase[-2:] in states for phrase in phrases]


def _prefix(members: Sequence[str]) -> str:
    """The characters that all members begin with."""
    first, last = min(members), max(members)
    length = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:length]


class Build(NamedTuple):
    """What the members of a run have in common.

    Attributes:
        head, tail: the characters that all begin or end with.
        inner: characters that stand at one place in all members, between head and tail; the first half of the last
            word of a long member is none.
        near: places where all but one member have the same character, at the end only where it is a verb.
    """

    head: str
    tail: str
    inner: str
    near: int


@lru_cache(maxsize=1024)
def build(members: tuple[str, ...]) -> Build:
    """Compare members place by place; ``inner`` and ``near`` are empty where their lengths differ.

    >>> build(("培育新动能", "打造新业态", "激发新活力"))
    Build(head='', tail='', inner='新', near=0)
    >>> build(("有竞争力", "有特色", "有规模")).head
    '有'
    """
    if len(set(map(len, members))) > 1:
        return Build(_prefix(members), _prefix([member[::-1] for member in members])[::-1], "", 0)
    columns = list(zip(*members, strict=True))
    kinds = [len(set(column)) for column in columns]
    length = len(kinds)
    start, stop = 0, length
    while start < stop and kinds[start] == 1:
        start += 1
    while start < stop and kinds[stop - 1] == 1:
        stop -= 1
    inner, near = "", 0
    for place in range(start, stop):
        if kinds[place] == 1:
            inner += "" if length > 4 and place == length - 2 else columns[place][0]
        elif kinds[place] == 2 and len(members) > 2:
            near += _is_near(columns[place], place == length - 1)
    return Build(members[0][:start], members[0][stop:], inner, near)


def _is_near(column: Sequence[str], last: bool) -> bool:
    """Whether all but one of the characters are the same; at the end of a phrase only if that is a verb."""
    rare, common = sorted(set(column), key=column.count)
    return column.count(rare) == 1 and (not last or common in known("verb") or common in known("state"))


def is_dull(word: str) -> bool:
    """Whether runs that share this head or tail are mere lists (``重点地区、重点产业、重点企业``).

    >>> is_dull("重点"), is_dull("民事"), is_dull("融合体系")
    (True, False, True)
    """
    dull = known("dull")
    return word in dull or word[:2] in dull or word[-2:] in dull
