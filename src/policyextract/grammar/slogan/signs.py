"""What speaks for a run being parallel: the length of its members, their build, and the slot that the run fills.

A parallel run is a figure (isocolon): three members or more of one *length* and one *build* in one *slot* of a clause.
Each of the three is read as named signs, which hold or do not; ``slogan/signs`` says what each sign weighs.
"""

from collections.abc import Iterator, Sequence

from policyextract.grammar.slogan.beside import closing, is_named, opening
from policyextract.grammar.slogan.phrase import (
    Build,
    build,
    close_with_state,
    close_with_verb,
    is_dull,
    known,
    open_with_verb,
)

_SHORT = {2: "two", 3: "three", 4: "four"}
_LONG = 6


def _length(members: Sequence[str]) -> Iterator[str]:
    """The signs of length: 稳增长、调结构 (three), 一表申请、一口受理 (four)."""
    sizes = set(map(len, members))
    if len(sizes) > 1:
        yield "uneven"
    elif max(sizes) > _LONG:
        yield "long"
    else:
        yield _SHORT.get(max(sizes), "five")
    if len(members) > 3:
        yield "many" if len(members) > 4 else "four-members"


def _echo(members: Sequence[str], common: Build, verbal: bool) -> Iterator[str]:
    """The signs of repetition: 减环节、减材料 (head), 资源变资产、资金变股金 (inner), 审查优先、办理优先 (tail)."""
    if common.head:
        dull = is_dull(common.head) and (len(common.head) > 1 or len(members[0]) < 5)
        verb = common.head in known("manner") or common.head in known("verb")
        yield "head-dull" if dull else "head-verb" if verb else "head"
    if common.tail:
        yield _tail(members, common.tail, verbal)
    if common.inner:
        yield "inner-的" if common.inner == "的" and not common.tail else "inner-word" if common.inner[1:] else "inner"
    if common.near and len(members[0]) <= _LONG:
        yield "near"


def _tail(members: Sequence[str], tail: str, verbal: bool) -> str:
    """A shared predicate makes a figure; a shared object does after verbs; a shared noun makes a list."""
    verbs, states, length = known("verb"), known("state"), len(members[0])
    acting = length == 4 and len(tail) == 1 and verbs.issuperset([member[2:3] for member in members])
    led = tail in verbs and known("manner").issuperset([member[:2] for member in members])
    if is_dull(tail) and tail not in states and not led:
        return "tail-dull-acted" if acting or (verbal and length < 4) else "tail-dull-verb" if verbal else "tail-dull"
    if tail in states or tail in verbs or tail[-2:] in verbs:
        return "tail-predicate" if len(tail) > 1 or length == 3 else "tail-sign"
    return "tail-object" if verbal or acting else "tail-noun"


def _syntax(members: Sequence[str], verbal: Sequence[bool]) -> Iterator[str]:
    """The signs of one syntax: all verbs with objects, all subjects with predicates, or all but one."""
    total, length, verbs = len(members), len(members[0]), sum(verbal)
    stative = close_with_state(members)
    states = sum(stative)
    if verbs == total:
        yield f"verbs-{_SHORT.get(length, 'long')}"
    if states == total:
        yield "predicates"
    if length > 3 and states < total <= 2 * states and all(close_with_verb(members)):
        yield "predicates-half"
    elif verbs < total and states < total:
        neither = [not (verb or state) for verb, state in zip(verbal, stative, strict=True)]
        if sum(neither) < 2:
            yield "all-but-one"
    if length == 3 and verbs < total and known("verb").issuperset([member[1:] for member in members]):
        yield "acts-three"
    if length > 4 and known("verb").issuperset([member[-2:] for member in members]):
        yield "acts-long"
    if length == 4:
        yield from _four(members, verbs == total)


def _four(members: Sequence[str], verbal: bool) -> Iterator[str]:
    """The signs of members of four characters, two and two: 简政放权, 一网通办."""
    acts = known("verb")
    firsts, seconds = [member[:2] for member in members], [member[2:] for member in members]
    varied = not verbal and len(set(seconds)) > 1 and known("dull").isdisjoint(firsts)
    if varied and acts.issuperset([second[:1] for second in seconds]):
        yield "four-acts"
    if known("manner").issuperset(firsts):
        yield "four-manner-acts" if acts.issuperset(seconds) else "four-manner"
    count = sum([member in known("set") for member in members])
    if count:
        yield "sayings" if 2 * count >= len(members) else "saying"


def _slot(before: str, after: str, headed: bool) -> Iterator[str]:
    """The signs of the slot: what leads to the run, and what it is said of."""
    leads = closing(before)
    if "urge" in leads:
        yield "after-urge"
    if not after:
        yield "ends-clause" if before else "whole-clause"
        return
    name = after.removeprefix("的")
    if after[0] in "和及与或并" or after.startswith("以及"):
        yield "before-和"
    elif after[0] == "的":
        yield _of(name, "creed" in leads)
    else:
        yield _goes_on(after, headed)


def _of(name: str, held: bool) -> str:
    """What a run is said of behind 的: a tenet that is held to, a way or a use, a principle."""
    if held and is_named(name, "tenet"):
        return "of-tenet"
    if "way" in opening(name):
        return "of-way"
    return "of-principle" if is_named(name, "principle") else "of-thing"


def _goes_on(after: str, headed: bool) -> str:
    opens = opening(after)
    if "principle" in opens:
        return "before-principle"
    if "name" in opens:
        return "before-name"
    if after[0] in "地得上":
        return "before-particle"
    if after[:2] in known("verb") or after[:2] in known("manner"):
        return "before-verb"
    return "before-noun-headed" if headed else "before-noun"


def signs(before: str, members: tuple[str, ...], after: str, headed: bool = False) -> frozenset[str]:
    """The signs that hold for a run between what stands before and after it.

    ``headed`` says that its members share a head, or are verbs with objects of two characters, so that the last is not
    broken off by what follows.

    >>> sorted(signs("坚持", ("稳增长", "调结构", "促改革"), ""))
    ['after-urge', 'ends-clause', 'three', 'verbs-three']
    >>> sorted(signs("参观", ("博物馆", "美术馆", "体育馆"), ""))
    ['ends-clause', 'tail-dull', 'three']
    """
    common, verbal = build(members), open_with_verb(members)
    found = (
        *_length(members),
        *_echo(members, common, all(verbal)),
        *_syntax(members, verbal),
        *_slot(before, after, headed),
    )
    shared = common.head or common.tail or common.inner
    return frozenset((*found, "unshared") if len(members[0]) > _LONG and not shared else found)
