"""How much speaks for a run being coined: the build of its members, and what stands around it."""

from collections.abc import Sequence

from policyextract.grammar.slogan.beside import closing, is_named, opening
from policyextract.grammar.slogan.label import stops
from policyextract.grammar.slogan.phrase import (
    Build,
    build,
    close_with_state,
    close_with_verb,
    is_dull,
    known,
    open_with_verb,
)
from policyextract.text.pattern import pattern

ENOUGH = 3.0
_FOREIGN = pattern(r"[0-9A-Za-z%]")
_ADJECTIVES = ("化性型", "化性型式度级类率者员力")


def weight(members: tuple[str, ...]) -> float:
    """How much the build of a run says that it is coined and not a mere list.

    >>> weight(("稳增长", "调结构", "促改革")) > weight(("博物馆", "美术馆", "体育馆"))
    True
    """
    if _FOREIGN.search("".join(members)):
        return -5
    total, length = len(members), len(members[0])
    adjectives = _ADJECTIVES[length == 3]
    if 2 * sum([member[-1] in adjectives for member in members]) >= total or not stops().isdisjoint(members):
        return -5
    common, verbal = build(members), open_with_verb(members)
    score = _sharing(members, common, all(verbal)) + _kinds(members, verbal)
    if length > 6 and not (common.head or common.tail or common.inner):
        score -= 1
    return score + (0.5 if total == 4 else 1 if total > 4 else 0) - (1.5 if length == 2 else 0)


def _sharing(members: Sequence[str], common: Build, verbal: bool) -> float:
    head, tail, inner, near = common
    score = 0.0
    if head and not (is_dull(head) and (len(head) > 1 or len(members[0]) < 5)):
        score += 2.5 if head in known("manner") or head in known("verb") else 1
    if tail:
        score += _ending(members, tail, verbal)
    if inner:
        score += 2.5 if len(inner) > 1 or ("的" in inner and tail) else 1 if inner == "的" else 2
    return score + (1 if near and len(members[0]) <= 6 else 0)


def _ending(members: Sequence[str], tail: str, verbal: bool) -> float:
    """What a shared tail says: a verb or a predicate makes a run, an object if verbs stand before it, a noun a list."""
    verbs, states, length = known("verb"), known("state"), len(members[0])
    acting = length == 4 and len(tail) == 1 and verbs.issuperset([member[2:3] for member in members])
    led = tail in verbs and known("manner").issuperset([member[:2] for member in members])
    if is_dull(tail) and tail not in states and not led:
        return 0 if acting or (verbal and length < 4) else -1 if verbal else -3
    if tail in states or tail in verbs or tail[-2:] in verbs:
        return 2.5 if len(tail) > 1 or length == 3 else 1.5
    return 1 if verbal or acting else 0


def _kinds(members: Sequence[str], verbal: Sequence[bool]) -> float:
    total, length, verbs = len(members), len(members[0]), sum(verbal)
    stative = close_with_state(members)
    states = sum(stative)
    score = 0.0
    if verbs == total:
        score += {2: 2, 3: 3.5}.get(length, 1.5)
    if states == total:
        score += 2.5
    if length > 3 and states < total <= 2 * states and all(close_with_verb(members)):
        score += 1.5
    elif verbs < total and states < total:
        neither = [not (verb or state) for verb, state in zip(verbal, stative, strict=True)]
        score += 1 if sum(neither) < 2 else 0
    if length == 3 and verbs < total and known("verb").issuperset([member[1:] for member in members]):
        score += 1.5
    if length > 4 and known("verb").issuperset([member[-2:] for member in members]):
        score += 1
    return score + (_four(members, verbs == total) if length == 4 else 0)


def _four(members: Sequence[str], verbal: bool) -> float:
    """What speaks for members of four characters, two and two."""
    total, acts = len(members), known("verb")
    firsts, seconds = [member[:2] for member in members], [member[2:] for member in members]
    score = 0.0
    if not verbal and len(set(seconds)) > 1 and known("dull").isdisjoint(firsts):
        score += 1.5 if acts.issuperset([second[:1] for second in seconds]) else 0
    if known("manner").issuperset(firsts):
        score += 2 if acts.issuperset(seconds) else 1
    count = sum([member in known("set") for member in members])
    return score + (1.5 if 2 * count >= total else 0.5 if count else 0)


def context(before: str, after: str, headed: bool = False) -> float:
    """What stands around a run: a word that urges it, what it is a principle of, or signs of a mere list.

    ``headed`` says that its members share a head, or are verbs with objects of two characters, so that the last is not
    broken off by what follows.

    >>> context("坚持", "的原则"), context("提供", "等服务")
    (3.5, -7.5)
    """
    score, leads = 0.0, closing(before)
    if "duty" in leads:
        score -= 3.5
    elif "urge" in leads:
        score += 1
    if not after:
        return score + 0.5
    name = after.removeprefix("的")
    opens = opening(name)
    if "plight" in opens or "plight" in closing(after) or "等" in after.partition("的")[0]:
        return score - 4
    if after[0] in "和及与或并" or after.startswith("以及"):
        return score - 1.5
    if after[0] == "的":
        is_creed = "creed" in leads and is_named(name, "tenet")
        return score + (2.5 if is_creed else 1.5 if is_named(name, "principle") else 0.5)
    if "principle" in opens:
        return score + 1.5
    if after[0] in "地得上":
        return score + 0.5
    going_on = after[:2] in known("verb") or after[:2] in known("manner")
    return score + (0 if going_on else -1 if headed else -2.5)
