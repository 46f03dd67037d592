"""How much speaks for a run being coined: the build of its members, and what stands around it."""

from collections.abc import Sequence

from policyextract.grammar.slogan.label import ends_with, is_named, starts_with, stops
from policyextract.grammar.slogan.phrase import (
    Build,
    build,
    closes_with_state,
    closes_with_verb,
    is_dull,
    known,
    opens_with_verb,
)
from policyextract.pattern import pattern

ENOUGH = 3.0
_FOREIGN = pattern(r"[0-9A-Za-z%]")
_ADJECTIVES = ("化性型", "化性型式度级类率者员力")


def weight(members: Sequence[str]) -> float:
    """How much the build of a run says that it is coined and not a mere list.

    >>> weight(("稳增长", "调结构", "促改革")) > weight(("博物馆", "美术馆", "体育馆"))
    True
    """
    if _FOREIGN.search("".join(members)):
        return -5
    common, length = build(members), len(members[0])
    adjectives = _ADJECTIVES[length == 3]
    if 2 * sum(member[-1] in adjectives for member in members) >= len(members) or not stops().isdisjoint(members):
        return -5
    verbs = sum(map(opens_with_verb, members))
    score = _sharing(members, common, verbs == len(members)) + _kinds(members, verbs)
    if length > 6 and not (common.head or common.tail or common.inner):
        score -= 1
    return score + min(len(members) - 3, 2) * 0.5 - (1.5 if length == 2 else 0)


def _sharing(members: Sequence[str], common: Build, verbal: bool) -> float:
    head, tail, inner, near = common
    score = 0.0
    if head and not (is_dull(head) and (len(head) > 1 or len(members[0]) < 5)):
        score += 2.5 if head in known("manner") or head in known("verb") else 1
    if tail:
        score += _ending(members, tail, verbal)
    if inner:
        score += 2.5 if len(inner) > 1 or ("的" in inner and tail) else 1 if inner == "的" else 2
    return score + (min(near, 1) if len(members[0]) <= 6 else 0)


def _ending(members: Sequence[str], tail: str, verbal: bool) -> float:
    """What a shared tail says: a verb or a predicate makes a run, an object if verbs stand before it, a noun a list."""
    verbs, states, length = known("verb"), known("state"), len(members[0])
    acting = length == 4 and len(tail) == 1 and all(member[2] in verbs for member in members)
    led = tail in verbs and all(member[:2] in known("manner") for member in members)
    if is_dull(tail) and tail not in states and not led:
        return 0 if acting or (verbal and length < 4) else -1 if verbal else -3
    if tail in states or tail in verbs or tail[-2:] in verbs:
        return 2.5 if len(tail) > 1 or length == 3 else 1.5
    return 1 if verbal or acting else 0


def _kinds(members: Sequence[str], verbs: int) -> float:
    total, length = len(members), len(members[0])
    states = sum(map(closes_with_state, members))
    score = 0.0
    if verbs == total:
        score += {2: 2, 3: 3.5}.get(length, 1.5)
    if states == total:
        score += 2.5
    if length > 3 and states < total <= 2 * states and all(map(closes_with_verb, members)):
        score += 1.5
    elif max(verbs, states) < total:
        either = sum(opens_with_verb(member) or closes_with_state(member) for member in members)
        score += 1 if either >= total - 1 else 0
    if length == 3 and verbs < total and all(member[1:] in known("verb") for member in members):
        score += 1.5
    if length > 4 and all(member[-2:] in known("verb") for member in members):
        score += 1
    return score + (_four(members, verbs) if length == 4 else 0)


def _four(members: Sequence[str], verbs: int) -> float:
    """What speaks for members of four characters, two and two."""
    total, sayings, acts, manners = len(members), known("set"), known("verb"), known("manner")
    score = 0.0
    dull = len({member[2:] for member in members}) == 1
    if verbs < total and not dull and all(member[2] in acts and member[:2] not in known("dull") for member in members):
        score += 1.5
    if all(member[:2] in manners for member in members):
        score += 2 if all(member[2:] in acts for member in members) else 1
    count = sum(member in sayings for member in members)
    return score + (1.5 if 2 * count >= total else 0.5 if count else 0)


def context(before: str, after: str, headed: bool = False) -> float:
    """What stands around a run: a word that urges it, what it is a principle of, or signs of a mere list.

    ``headed`` says that its members share a head, or are verbs with objects of two characters, so that the last is not
    broken off by what follows.

    >>> context("坚持", "的原则"), context("提供", "等服务")
    (3.5, -7.5)
    """
    score = 0.0
    if ends_with(before, "duty"):
        score -= 3.5
    elif ends_with(before, "urge"):
        score += 1
    if not after:
        return score + 0.5
    if ends_with(after, "plight") or starts_with(after.removeprefix("的"), "plight"):
        return score - 4
    if "等" in after.partition("的")[0]:
        return score - 4
    if after[0] in "和及与或并" or after.startswith("以及"):
        return score - 1.5
    if after[0] == "的":
        return score + _named(before, after[1:])
    if starts_with(after, "principle"):
        return score + 1.5
    if after[0] in "地得上":
        return score + 0.5
    going_on = after[:2] in known("verb") or after[:2] in known("manner")
    return score + (0 if going_on else -1 if headed else -2.5)


def _named(before: str, name: str) -> float:
    """What the words after ``的`` say for a run: most where the text commits itself (``按照…的思路``)."""
    if ends_with(before, "creed") and is_named(name, "tenet"):
        return 2.5
    return 1.5 if is_named(name, "principle") else 0.5
