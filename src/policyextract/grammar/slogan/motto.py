"""Mottos without quotation marks: two balanced clauses that the text makes its principle."""

import re
from collections.abc import Iterator
from functools import cache

from policyextract import lexicon
from policyextract.grammar.slogan.beside import closing, is_named, opening
from policyextract.grammar.slogan.label import shape
from policyextract.grammar.slogan.phrase import build, is_dull, known, open_with_verb
from policyextract.marks.outline import outline
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import among, pattern
from policyextract.values import Slogan, SloganKind

_STOP = '，,。；;：:！!？?\\n（）()“”"《》【】、'
_PAIR = f"([^{_STOP}0-9]{{4,6}})[、，,]([^{_STOP}0-9]{{4,6}})(?=[。\\n])"
_TITLES = (pattern(f"——{_PAIR}"), pattern(f"\\n(?=坚持){_PAIR}"))
_TITLE = pattern(f"([^{_STOP}0-9]{{4,6}})[、，,]([^{_STOP}0-9]{{4,6}})")
_THEMED = pattern(  # 活动主题：走进乡村 看见变化
    f"\\L<slogan.theme>[：:][ 　]*([^{_STOP} 　0-9]{{4,10}})[、，,；; 　]([^{_STOP} 　0-9]{{4,10}})(?=[。；;）)\n])"
)
_LIST = pattern("[的化]、|、.*[等和与及]")
_FREE = pattern("、(?<=[，,。；;\\n]([一-鿿]{4})、)([一-鿿]{4})(?=[，,。；;])")
_FITTING = pattern(
    r"[尽则](?<=(?P<opens>[应能宜该当可愿])([一-鿿])[尽则])\2[、，,][应能宜该当可愿]([一-鿿])[尽则]\3(?<![、，,].{9})(?![、，,]..[尽则])"
)
_TWICE = pattern("(.).\\1.")  # 联防联控、群防群治
_FRAMES = {
    "by": pattern(
        f"以(?<![、以]以)[^{_STOP}以为]{{1,4}}(?P<act>[促带保强提育引])[^{_STOP}]{{1,4}}"
        f"[、，,]以[^{_STOP}以为]{{1,4}}(?P=act)[^{_STOP}的]{{1,4}}(?![^{_STOP}的])"
    ),
    "means": pattern(  # 以真帮确保真脱贫，以实干确保实效，以长效确保长久
        f"以[^{_STOP}以为]{{1,8}}(?P<effect>\\L<slogan.effect>)[^{_STOP}]{{1,10}}"
        f"(?:[、，,]以[^{_STOP}以为]{{1,8}}(?P=effect)[^{_STOP}的]{{1,10}}){{2,6}}(?![^{_STOP}的])"
    ),
    "each": pattern(  # 发现一起、查处一起
        "一(?<=(?P<opens>[一-鿿]{2})一)(?<!一.[、，,]..一)(?P<each>[个起批块件项处户家类条])[、，,][一-鿿]{2}一(?P=each)"
        f"(?![^{_STOP}]|[、，,][一-鿿]{{1,2}}一(?P=each))"
    ),
    "none": pattern(  # 不漏一户、不落一人
        f"不(?<!一.[、，,]不)[一-鿿]一[一-鿿][、，,]不[一-鿿]一[一-鿿](?![^{_STOP}]|[、，,]不[一-鿿]一)"
    ),
    "one": pattern(  # 栽一株活一株，修一段畅一段
        "一(?<=(?P<opens>[一-鿿])一)(?P<one>[一-鿿])[一-鿿]一(?P=one)(?:[、，,][一-鿿]一(?P<next>[一-鿿])[一-鿿]一(?P=next)){1,3}"
    ),
    "command": pattern(f"只[能许准][^{_STOP}]{{2,6}}[，,、]不[许准能得][^{_STOP}]{{2,6}}(?![^{_STOP}])"),
    "rather": pattern(  # 宁可备而不用，不可用时无备
        f"宁[可愿肯][^{_STOP}]{{2,8}}[，,、](?:也?[不决绝莫])[^{_STOP}]{{2,8}}(?![^{_STOP}])"
    ),
    "who": pattern(
        f"谁[^{_STOP}谁]{{1,6}}[、，,]?谁[^{_STOP}谁的]{{1,6}}"
        f"(?:[、，,]谁[^{_STOP}谁]{{1,6}}[、，,]?谁[^{_STOP}谁的]{{1,6}}){{0,4}}"
    ),
}
_JOINT = pattern("[、，,]")


@cache
def _governing() -> "re.Pattern[str]":
    verbs = lexicon.alternation(lexicon.select("slogan/context", "creed"))
    return pattern(f"{verbs}([^{_STOP}0-9]{{4,18}})、([^{_STOP}0-9]{{4,40}})")


@cache
def _pledging() -> "re.Pattern[str]":
    verbs = (*lexicon.select("slogan/context", "creed"), *lexicon.select("slogan/context", "pledge"))
    side = f"[^{_STOP}0-9]{{4,10}}"
    verb = lexicon.alternation(verbs)
    return re.compile(f"(?P<verb>{verb})(?P<first>{side})[，,](?P<second>{side})(?=[，,。；;\\n])")


def _alike(first: str, second: str) -> bool:
    """Whether two phrases of one length are built alike."""
    sayings = known("set")
    if first in sayings and second in sayings:
        return True
    if _TWICE.fullmatch(first) and _TWICE.fullmatch(second):
        return True
    common = build((first, second))
    head = common.head if not is_dull(common.head or "新") else ""
    tail = common.tail if not is_dull(common.tail or "新") else ""
    inner = common.inner.replace("的", "")
    verbal = len(set(open_with_verb((first, second)))) == 1
    if head or inner:
        return bool(inner) or verbal
    return bool(tail) and verbal and (tail in known("verb") or tail in known("state"))


def _governed(document: Document) -> Iterator[Find]:
    for match in _governing().finditer(document.text):
        first, rest = match.groups()
        if document.text[match.end() : match.end() + 1] == "、":
            continue
        if second := _principle(first, rest) or _balancing(first, rest) or _chained(first, rest):
            start = match.start(1)
            value = Slogan(SloganKind.MOTTO, (first, second))
            yield Find(start, start + len(first) + 1 + len(second), value, "slogan.motto-governed")


def _principle(first: str, rest: str) -> str:
    """The second member of a pair that the text calls a principle: ``总量适度、审慎灵活的要求``; else ``""``."""
    second, _, after = rest.partition("的")
    if abs(len(second) - len(first)) > 2 or max(len(first), len(second)) > 9 or _LIST.search(f"{first}、{second}"):
        return ""
    kind = "principle" if known("set").issuperset((first, second)) else "tenet"
    return second if is_named(after, kind) and not is_dull(first[-2:]) and not is_dull(second[-2:]) else ""


def _balancing(first: str, rest: str) -> str:
    """The second member of a pair that is built alike, at the end of a clause or before what it is; else ``""``."""
    second, after = rest[: len(first)], rest[len(first) :]
    principle = not after or "principle" in opening(after.removeprefix("的"))
    return second if len(second) == len(first) and principle and _alike(first, second) else ""


def _chained(first: str, rest: str) -> str:
    """The second member of a pair that takes up the end of the first: ``乡不漏村、村不漏户``; else ``""``."""
    return rest if rest[0] == first[-1] and rest[1:3] == first[-3:-1] and len(rest) <= len(first) else ""


def _free(first: str, second: str) -> str:
    """The rule by which a pair of four characters each, a clause of its own, is a motto; else ``""``."""
    if first[:2] == second[:2] and not is_dull(first[:2]):
        return "slogan.motto-echo"
    if first[0] == second[0] and all(phrase in known("set") or shape(phrase) >= 2 for phrase in (first, second)):
        return "slogan.motto-echo"
    return "" if known("precept").isdisjoint((first[:2], second[:2])) else "slogan.motto-precept"


def _freestanding(document: Document) -> Iterator[Find]:
    for match in _FREE.finditer(document.text):
        first, second = match.groups()
        if rule := _free(first, second):
            yield Find(match.start(1), match.end(), Slogan(SloganKind.MOTTO, (first, second)), rule)
    lines = "\n" + document.text
    for title in _TITLES:
        for match in title.finditer(lines):
            first, second = match.groups()
            if len(first) == len(second):
                value = Slogan(SloganKind.MOTTO, (first, second))
                yield Find(match.start(1) - 1, match.end(2) - 1, value, "slogan.motto-title")


def _themed(document: Document) -> Iterator[Find]:
    """Two halves of one length that a field of the text gives as its theme: 主题：关爱河湖、守护家园."""
    for match in _THEMED.finditer(document.text + "\n"):
        if len(match.group(1)) == len(match.group(2)):
            yield Find(match.start(1), match.end(2), Slogan(SloganKind.MOTTO, match.groups()), "slogan.motto-themed")


def _titled(document: Document) -> Iterator[Find]:
    """Titles of the points of a section of principles: 三、基本原则 …（一）立足长远、稳步实施。"""
    points = outline(document).points
    for point in points:
        match = _TITLE.fullmatch(document.text, *point.title) if point.parent >= 0 else None
        if match is None or len(match.group(1)) != len(match.group(2)):
            continue
        above = document.text[slice(*points[point.parent].title)]
        if "tenet" in closing(above):
            yield Find(*match.span(), Slogan(SloganKind.MOTTO, match.groups()), "slogan.motto-title")


def _pledged(document: Document) -> Iterator[Find]:
    """Two sayings that a comma parts, or after a pledge two clauses of one build: 做到领导带头抓，干部具体抓."""
    text = document.text
    for match in _pledging().finditer(text):
        first, second = match.group("first"), match.group("second")
        if len(first) != len(second):
            continue
        pledge = "pledge" in closing(match.group("verb"))
        if known("set").issuperset((first, second)) or (pledge and _alike(first, second)):
            value = Slogan(SloganKind.MOTTO, (first, second))
            yield Find(match.start("first"), match.end(), value, "slogan.motto-governed")


def _fixed(document: Document) -> Iterator[Find]:
    """Mottos of a set frame, wherever they stand."""
    fitting = among(_FITTING, document.text, "尽则")
    shapes = {"fitting": fitting, **{name: frame.finditer(document.text) for name, frame in _FRAMES.items()}}
    for name, found in shapes.items():
        for match in found:
            start = match.start("opens") if "opens" in match.re.groupindex else match.start()
            items = tuple(_JOINT.split(document.text[start : match.end()]))
            kind = SloganKind.PARALLEL if len(items) > 2 else SloganKind.MOTTO
            value = Slogan(kind, items if len(items) > 1 else ())
            yield Find(start, match.end(), value, f"slogan.motto-{name}")


@shared
def pairs(document: Document) -> tuple[Find, ...]:
    """The unquoted mottos of a document.

    >>> from policyextract.clean import read
    >>> [found.value.items for found in pairs(read("坚持尽力而为、量力而行，项目建设只能提前，不许推后。"))]
    [('尽力而为', '量力而行'), ('只能提前', '不许推后')]
    """
    return (
        *_governed(document),
        *_pledged(document),
        *_freestanding(document),
        *_themed(document),
        *_titled(document),
        *_fixed(document),
    )
