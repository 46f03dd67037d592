"""Mottos without quotation marks: two balanced clauses that the text makes its principle."""

import re
from collections.abc import Iterator

from policyextract.document import Document, Find, shared
from policyextract.grammar.label import ends_with, shape, starts_with
from policyextract.grammar.phrase import build, is_dull, known, opens_with_verb
from policyextract.pattern import pattern
from policyextract.values import Slogan, SloganKind

_STOP = '，,。；;：:！!？?\\n（）()“”"《》【】、'
_GOVERNED = pattern(
    "(?:坚持|做到|确保|勇于|敢于|善于|弘扬|发扬|按照|遵循|秉持|秉承|奉行|实行|贯彻|落实|践行|本着|做好|实现|力争|务必|牢记|树立|树牢|营造|形成)"
    f"([^{_STOP}0-9]{{4,18}})、([^{_STOP}0-9]{{4,40}})"
)
_TITLE = pattern(f"(?:——|\\n(?=坚持))([^{_STOP}0-9]{{4,6}})[、，,]([^{_STOP}0-9]{{4,6}})[。\\n]")
_LIST = pattern("^一[批个种支套]|[的化]、|、.*[等和与及]")
_FREE = pattern("(?<=[，,。；;\\n])([一-鿿]{4})、([一-鿿]{4})(?=[，,。；;])")
_FITTING = pattern(r"(?<!、)[应能宜该当可]([一-鿿])[尽则]\1、[应能宜该当可]([一-鿿])[尽则]\2(?!、)")
_COMMAND = pattern(f"只[能许准][^{_STOP}]{{2,6}}[，,、]不[许准能得][^{_STOP}]{{2,6}}")
_WHO = pattern(
    f"谁[^{_STOP}谁]{{1,6}}[、，,]?谁[^{_STOP}谁的]{{1,6}}(?:[、，,]谁[^{_STOP}谁]{{1,6}}[、，,]?谁[^{_STOP}谁的]{{1,6}}){{0,4}}"
)


def _alike(first: str, second: str) -> bool:
    sayings = known("set")
    if first in sayings and second in sayings:
        return True
    common = build((first, second))
    head = common.head if not is_dull(common.head or "新") else ""
    tail = common.tail if not is_dull(common.tail or "新") else ""
    inner = common.inner.replace("的", "")
    verbal = opens_with_verb(first) == opens_with_verb(second)
    if head or inner:
        return bool(inner) or verbal
    return bool(tail) and verbal and (tail in known("verb") or tail in known("state"))


def _governed(document: Document) -> Iterator[Find]:
    for match in _GOVERNED.finditer(document.text):
        first, rest = match.groups()
        if document.text[match.end() : match.end() + 1] == "、":
            continue
        second = _principle(first, rest) or _balancing(first, rest)
        if second:
            start = match.start(1)
            value = Slogan(SloganKind.MOTTO, (first, second))
            yield Find(start, start + len(first) + 1 + len(second), value, "slogan.motto-governed")


def _principle(first: str, rest: str) -> str:
    """The second member of a pair that the text calls a principle: ``总量适度、审慎灵活的要求``; else ``""``."""
    second, _, after = rest.partition("的")
    if abs(len(second) - len(first)) > 2 or max(len(first), len(second)) > 9 or _LIST.search(f"{first}、{second}"):
        return ""
    named = starts_with(after, "principle") or ends_with(after, "principle")
    return second if named and not is_dull(first[-2:]) and not is_dull(second[-2:]) else ""


def _balancing(first: str, rest: str) -> str:
    """The second member of a pair that is built alike, at the end of a clause or before what it is; else ``""``."""
    second, after = rest[: len(first)], rest[len(first) :]
    principle = not after or starts_with(after.removeprefix("的"), "principle")
    return second if len(second) == len(first) and principle and _alike(first, second) else ""


def _free(first: str, second: str) -> str:
    """The rule by which a pair of four characters each, a clause of its own, is a motto; else ``""``."""
    if first[:2] == second[:2] and not is_dull(first[:2]):
        return "slogan.motto-echo"
    if first[0] == second[0] and all(phrase in known("set") or shape(phrase) >= 2 for phrase in (first, second)):
        return "slogan.motto-echo"
    precepts = known("precept")
    if (first[:2] in precepts or second[:2] in precepts) and opens_with_verb(first) and opens_with_verb(second):
        return "slogan.motto-precept"
    return ""


def _fixed(document: Document) -> Iterator[Find]:
    for match in _TITLE.finditer("\n" + document.text):
        first, second = match.groups()
        if len(first) == len(second):
            value = Slogan(SloganKind.MOTTO, (first, second))
            yield Find(match.start(1) - 1, match.end(2) - 1, value, "slogan.motto-title")
    for match in _FREE.finditer(document.text):
        first, second = match.groups()
        if rule := _free(first, second):
            yield Find(match.start(), match.end(), Slogan(SloganKind.MOTTO, (first, second)), rule)
    for rule, pairs_of_rule in (("slogan.motto-command", _COMMAND), ("slogan.motto-fitting", _FITTING)):
        for match in pairs_of_rule.finditer(document.text):
            items = tuple(re.split("[、，,]", match.group()))
            yield Find(match.start(), match.end(), Slogan(SloganKind.MOTTO, items), rule)
    for match in _WHO.finditer(document.text):
        items = tuple(re.split("[、，,]", match.group()))
        kind = SloganKind.PARALLEL if len(items) > 2 else SloganKind.MOTTO
        yield Find(match.start(), match.end(), Slogan(kind, items if len(items) > 1 else ()), "slogan.motto-who")


@shared
def pairs(document: Document) -> tuple[Find, ...]:
    """The unquoted mottos of a document.

    >>> from policyextract.clean import read
    >>> [found.value.items for found in pairs(read("坚持尽力而为、量力而行，项目建设只能提前，不许推后。"))]
    [('尽力而为', '量力而行'), ('只能提前', '不许推后')]
    """
    return (*_governed(document), *_fixed(document))
