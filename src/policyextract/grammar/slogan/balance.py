"""Whether a run is a parallel figure or a mere list: the weights of its signs, and what no run may be."""

from decimal import Decimal
from functools import cache

from policyextract import lexicon
from policyextract.grammar.slogan.beside import closing, opening
from policyextract.grammar.slogan.label import stops
from policyextract.grammar.slogan.phrase import build, known, open_with_verb
from policyextract.grammar.slogan.signs import signs
from policyextract.text.pattern import pattern

_FOREIGN = pattern(r"[0-9A-Za-z%]")
_ENDINGS = ("化性型", "化性型式度级类率者员力局部委厅署")  # of adjectives and classes, of bodies: 教育部、审计署
_THREE = 3


@cache
def weights() -> dict[str, Decimal]:
    """What each sign weighs, and the ``bias``; learnt by ``benchmarks/learn_runs.py`` from runs and lists.

    They are exact, so that a sum of 0 is 0 in whatever order the signs come.
    """
    return {sign: Decimal(weight) for sign, weight, _ in lexicon.rows("slogan/signs")}


def is_list(before: str, members: tuple[str, ...], after: str) -> bool:
    """Whether a rule says that a run is none: its signs are not asked.

    A list has figures or foreign letters, is one of adjectives in ``-化`` or ``-性`` or of bodies, is half of words
    that are no slogans, or of steps of a procedure, is what somebody answers for (``负责…``), or goes on with ``等``.

    >>> is_list("提供", ("供水", "供电", "供气"), "等服务"), is_list("坚持", ("稳增长", "调结构", "促改革"), "")
    (True, False)
    """
    endings = _ENDINGS[len(members[0]) == _THREE]
    if _FOREIGN.search("".join(members)) or 2 * len(stops().intersection(members)) >= len(members):
        return True
    if 2 * sum([member[-1] in endings for member in members]) >= len(members):
        return True
    steps = sum([member[-2:] in known("step") for member in members if len(member) > _THREE])
    if steps > len(members) // 2:  # 个人申请、村级评议、镇级审核、县级审批
        return True
    name = after.removeprefix("的")
    trouble = bool(after) and (
        "plight" in opening(name) or "plight" in closing(after) or "等" in after.partition("的")[0]
    )
    return trouble or "duty" in closing(before)


def is_headed(members: tuple[str, ...], after: str) -> bool:
    """Whether the last member is whole whatever follows it: they share a head, or are verbs with objects of two."""
    unbroken = not after or (len(members[0]) == _THREE and all(open_with_verb(members)))
    return unbroken or build(members).head in known("manner")


def balance(before: str, members: tuple[str, ...], after: str) -> Decimal:
    """How much speaks for a run, between what stands before and after it; above 0 it is one.

    >>> balance("坚持", ("稳增长", "调结构", "促改革"), "") > 0 > balance("建设", ("博物馆", "美术馆", "体育馆"), "")
    True
    """
    if is_list(before, members, after):
        return Decimal(-1)
    known_weights = weights()
    found = signs(before, members, after, is_headed(members, after))
    return sum([known_weights[sign] for sign in found if sign in known_weights], known_weights["bias"])
