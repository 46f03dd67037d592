"""Parallel runs whose members are clauses, parted by ``，``."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress, count
from operator import eq, sub

from policyextract import lexicon
from policyextract.grammar.slogan.beside import closing
from policyextract.grammar.slogan.parallel import find
from policyextract.grammar.slogan.phrase import build, close_with_verb, is_dull, known, open_with_verb
from policyextract.marks.segment import layout
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import Slogan, SloganKind

_CLAUSE = '以(?:[^，,。；;为\\n“”"]|(?<=[行作认成])为){2,24}(?<![行作认成])为(?:目的|[^，,。；;、的\\n“”"]){1,6}'
_TAKE = pattern(f"{_CLAUSE}(?:[，,、]{_CLAUSE}){{2,7}}(?![^，,。；;的\\n])")
_PLAIN = pattern('[^、0-9A-Za-z“”"（）()《》：:；;。！？!?\n]+')
_STOP = '，,。；;：:！!？?、\\n（）()“”"《》0-9'
_LED = pattern(f"[^{_STOP}]{{4,36}}\\Z")
_LEAST, _MOST = 4, 24
_TASK = 6  # a verb, what it is of, its object, of two characters each


def _is_duty(head: str) -> bool:
    """Whether clauses that share this head are a mere list of duties: ``确保…，确保…，确保…``."""
    return len(head) > 1 and head[:2] in known("verb") and head[:2] not in known("refrain")


def _is_run(members: tuple[str, ...]) -> bool:
    if not all(map(_PLAIN.fullmatch, members)):
        return False
    common = build(members)
    if _is_duty(common.head):
        return False
    head = "" if is_dull(common.head or "新") else common.head
    inner = common.inner.replace("的", "")
    inner = "" if len(members[0]) == _TASK and inner in known("dull") else inner  # 细化工作目标，明确工作进度
    verbs = sum(open_with_verb(members)) >= len(members) - 1
    if len(members[0]) == 4:
        return known("set").issuperset(members) and sum(open_with_verb(members)) < 2
    if inner in known("verb") and _LEAST < len(members[0]) <= _TASK:  # 办事有效率，服务有温度，监督有力度
        return True
    if len(inner) == 1 and verbs and not head:
        return all(close_with_verb(members))
    if len(head) == 1 and head in known("manner") and len(members) > 3:
        return True
    return len(head) + len(inner) > 1 or _is_refrain(common.tail)


def _is_refrain(tail: str) -> bool:
    """Whether the end that clauses share is what each does: ``…抓整改，…抓整改，…抓整改``."""
    return len(tail) > 2 and not is_dull(tail) and not known("verb").isdisjoint((tail[0], tail[:2]))


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Stretches of two clauses or more of one length (without their commas), as index ranges."""
    clauses = layout(document).clauses
    sizes = list(map(sub, clauses.stops, clauses.starts))
    last, reached = len(sizes), 0
    for index in compress(count(), map(eq, sizes, sizes[1:])):
        if index >= reached and _LEAST < sizes[index] <= _MOST + 1:
            reached = index + 2
            while reached < last and sizes[reached] == sizes[index]:
                reached += 1
            yield index, reached


def _may_lead(before: str, member: str) -> bool:
    """Whether the end of a longer clause may be the first member of a run."""
    if member in known("set") or "creed" in closing(before):
        return True
    return (len(before) < 3 or "urge" in closing(before)) and all(open_with_verb((member,)))


def _equal(document: Document) -> Iterator[Find]:
    text, clauses = document.text, layout(document).clauses
    starts, stops = clauses.starts, clauses.stops
    for index, after in _stretches(document):
        size = stops[index] - starts[index] - 1
        places = [*starts[index:after]]
        if index and text[starts[index] - 1] in "，," and stops[index - 1] - starts[index - 1] > size + 1:
            place = stops[index - 1] - 1 - size
            if _may_lead(text[starts[index - 1] : place], text[place : place + size]):
                places.insert(0, place)
        if len(places) < 3:
            continue
        ended = [number for number, place in enumerate(places[:-1], 1) if text[place + size] not in "，,"]
        for first, members in _trimmed(text, places[max(ended, default=0) :], size):
            if _is_run(members):
                yield find(first, members, "slogan.parallel-clauses")
                break


def _trimmed(text: str, places: Sequence[int], size: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The whole stretch, then without its first, its last, and both."""
    for a, b in ((0, 0), (1, 0), (0, 1), (1, 1)):
        chosen = places[a : len(places) - b]
        if len(chosen) > 2:
            yield chosen[0], tuple([text[place : place + size] for place in chosen])


def _taking(document: Document) -> Iterator[Find]:
    for match in _TAKE.finditer(document.text):
        if "是指" in document.text[max(0, match.start() - 3) : match.start()]:
            continue
        items = tuple(re.split("[，,、](?=以)", match.group()))
        yield Find(match.start(), match.end(), Slogan(SloganKind.PARALLEL, items), "slogan.parallel-taking")


@cache
def _refrains(commas: str) -> "re.Pattern[str]":
    """Members that open with the same word, from the first that a comma stands before."""
    head, clause = lexicon.alternation(lexicon.select("slogan/words", "refrain")), f"[^{_STOP}]{{3,30}}"
    return pattern(f"[{commas}](({head}){clause}(?:[{commas}]\\2{clause})+)(?![^，,。；;\\n])")


def _refraining(document: Document) -> Iterator[Find]:
    """Runs of clauses that open with the same word, of any length: ``统筹…，统筹…，统筹…``."""
    text = document.text
    for match in _refrains("，," if "," in text else "，").finditer(text):
        start = _first(text, match.start(), match.group(2))
        members = tuple(re.split("[，,]", text[start : match.end()]))
        sizes = sorted(map(len, members))
        if len(members) > 2 and sizes[-1] <= 2 * sizes[0]:
            yield find(start, members, "slogan.parallel-refrain")


def _first(text: str, comma: int, head: str) -> int:
    """Where a run begins: in the clause before the comma if its member there is led by nothing or by an urging word."""
    led = _LED.search(text, max(0, comma - 36), comma)
    before, found, _ = led.group().partition(head) if led is not None else ("", "", "")
    if led is None or not found or (before and "urge" not in closing(before)):
        return comma + 1
    return led.start() + len(before)


@shared
def clause_runs(document: Document) -> tuple[Find, ...]:
    """The runs of clauses of a document.

    >>> from policyextract.clean import read
    >>> [found.value.items for found in clause_runs(read("要立足新发展阶段，贯彻新发展理念，构建新发展格局。"))]
    [('立足新发展阶段', '贯彻新发展理念', '构建新发展格局')]
    """
    return (*_equal(document), *_taking(document), *_refraining(document))
