"""Mottos without quotation marks: two balanced clauses that the text makes its principle."""

import re
from collections.abc import Iterator

from policyextract.document import Document, Find, shared
from policyextract.grammar.label import starts_with
from policyextract.grammar.phrase import build, is_dull, known, opens_with_verb
from policyextract.pattern import pattern
from policyextract.values import Slogan, SloganKind

_STOP = '，,。；;：:！!？?\\n（）()“”"《》【】、'
_GOVERNED = pattern(
    "(?:坚持|做到|确保|勇于|敢于|善于|弘扬|发扬|按照|遵循|秉持|秉承|奉行|实行|贯彻|落实|践行|本着|做好|实现|力争|务必|牢记|树立|树牢|营造|形成)"
    f"([^{_STOP}0-9]{{4,18}})、([^{_STOP}0-9]{{4,40}})"
)
_TITLE = pattern(f"(?:——|\\n(?=坚持))([^{_STOP}0-9]{{4,6}})[、，,]([^{_STOP}0-9]{{4,6}})[。\\n]")
_ECHO = pattern("[，,。；;\\n](([一-鿿]{2})[一-鿿]{2})、(\\2[一-鿿]{2})(?=[，,。；;])")
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
        second, after = rest[: len(first)], rest[len(first) :]
        if len(second) < len(first) or document.text[match.end() : match.end() + 1] == "、":
            continue
        principle = after[:1] in ("", "的") and (not after or starts_with(after[1:], "principle"))
        principle = principle or bool(starts_with(after, "principle"))
        if not principle or not _alike(first, second):
            continue
        start = match.start(1)
        value = Slogan(SloganKind.MOTTO, (first, second))
        yield Find(start, start + 2 * len(first) + 1, value, "slogan.motto-governed")


def _fixed(document: Document) -> Iterator[Find]:
    for match in _TITLE.finditer("\n" + document.text):
        first, second = match.groups()
        if len(first) == len(second):
            value = Slogan(SloganKind.MOTTO, (first, second))
            yield Find(match.start(1) - 1, match.end(2) - 1, value, "slogan.motto-title")
    for match in _ECHO.finditer(document.text):
        if not is_dull(match.group(2)):
            value = Slogan(SloganKind.MOTTO, (match.group(1), match.group(3)))
            yield Find(match.start(1), match.end(3), value, "slogan.motto-echo")
    for match in _COMMAND.finditer(document.text):
        items = tuple(re.split("[、，,]", match.group()))
        yield Find(match.start(), match.end(), Slogan(SloganKind.MOTTO, items), "slogan.motto-command")
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
