"""Parallel runs without quotation marks, found by their structure: members of one length and build."""

import re
from collections.abc import Iterator, Sequence

from policyextract.document import Document, Find, shared
from policyextract.grammar.label import ends_with, starts_with
from policyextract.grammar.phrase import Build, build, closes_with_state, is_dull, known, opens_with_verb
from policyextract.values import Slogan, SloganKind

_STOP = '，,。；;：:！!？?\\n（）()“”"《》【】〔〕'
_MIDDLE = re.compile(f"、[^{_STOP}、]{{2,24}}+(?=、)")
_LEFT = re.compile(f"[^{_STOP}、]{{1,40}}\\Z")
_RIGHT = re.compile(f"(?:、[^{_STOP}、]{{1,40}}+)++")
_DIGIT = re.compile(r"[0-9]|[A-Za-z]{2}")
_ENOUGH = 3.0


def weight(members: Sequence[str]) -> float:
    """How much the build of a run says that it is coined and not a mere list.

    >>> weight(("稳增长", "调结构", "促改革")) > weight(("博物馆", "美术馆", "体育馆"))
    True
    """
    if any(_DIGIT.search(member) for member in members):
        return -5
    common = build(members)
    verbs = sum(map(opens_with_verb, members))
    score = _sharing(common, verbs == len(members), len(members[0])) + _kinds(members, verbs)
    return score + min(len(members) - 3, 2) * 0.5 - (1.5 if len(members[0]) == 2 else 0)


def _sharing(common: Build, verbal: bool, length: int) -> float:
    head, tail, inner, near = common
    score = 0.0
    if head and not is_dull(head):
        score += 2.5 if head in known("manner") or head in known("verb") else 1
    if tail:
        if is_dull(tail) and tail not in known("state"):
            score -= 1 if verbal else 3
        elif tail in known("verb") or tail[-2:] in known("verb") or tail in known("state"):
            score += 2.5 if len(tail) > 1 or length == 3 else 1.5
        elif verbal:
            score += 1
    if inner:
        score += 2.5 if len(inner) > 1 or ("的" in inner and tail) else 1 if inner == "的" else 2
    return score + min(near, 2)


def _kinds(members: Sequence[str], verbs: int) -> float:
    total, sayings = len(members), known("set")
    states = sum(map(closes_with_state, members))
    either = sum(opens_with_verb(member) or closes_with_state(member) for member in members)
    score = 0.0
    if verbs == total:
        score += 2 if len(members[0]) <= 3 else 1.5
    if states == total:
        score += 2.5
    if max(verbs, states) < total:
        score += 1 if either >= total - 1 else 0
    if len(members[0]) == 4:
        if all(member[2] in known("verb") and member[:2] not in known("dull") for member in members) and verbs < total:
            score += 1
        if all(member[:2] in known("manner") for member in members):
            score += 1
        count = sum(member in sayings for member in members)
        score += 1.5 if 2 * count >= total else 0.5 if count else 0
    return score


def context(before: str, after: str) -> float:
    """What stands around a run: a word that urges it, what it is a principle of, or signs of a mere list.

    >>> context("坚持", "的原则"), context("提供", "等服务")
    (2.5, -4.0)
    """
    score = 0.0
    if ends_with(before, "duty"):
        score -= 1.5
    elif ends_with(before, "urge"):
        score += 1
    if not after:
        return score + 0.5
    if after[0] == "等":
        return score - 2.5
    if after[0] in "和及与或并" or after.startswith("以及"):
        return score - 1.5
    rest = after[1:] if after[0] == "的" else after
    if starts_with(rest, "principle") or ends_with(rest, "principle"):
        return score + 1.5
    if after[0] in "的地得上" or after[:2] in known("verb") or rest is not after:
        return score + 0.5
    return score - 1.5


def _cut(pieces: Sequence[str]) -> tuple[str, list[str], str] | None:
    """Members of one length out of the pieces of an enumeration, with what stands before and after them."""
    length = len(pieces[1])
    if length > 16 or any(len(piece) != length for piece in pieces[2:-1]):
        return None
    first, last = pieces[0], pieces[-1]
    if len(first) < length or len(last) < length:
        return None
    return first[: len(first) - length], [first[-length:], *pieces[1:-1], last[:length]], last[length:]


def _cut_by_head(pieces: Sequence[str]) -> tuple[str, list[str], str] | None:
    """Members that share their head, of lengths that differ."""
    common = build(pieces[1:]).head
    head = next((common[:n] for n in (2, 1) if common[:n] in known("manner")), "")
    start = pieces[0].rfind(head) if head else -1
    if start < 0 or is_dull(head):
        return None
    last = pieces[-1]
    ends = [place for place in map(last.find, "的等和及与") if place > 1]
    stop = min(ends, default=len(last))
    members = [pieces[0][start:], *pieces[1:-1], last[:stop]]
    sizes = [len(member) for member in members]
    if max(sizes) > 14 or min(sizes) < 3 or max(sizes) > 2.5 * min(sizes):
        return None
    return pieces[0][:start], members, last[stop:]


def _read(pieces: Sequence[str]) -> tuple[int, list[str]] | None:
    """The members of an enumeration, if it is a run, and how far from its start they begin."""
    if (cut := _cut(pieces)) is not None:
        before, members, after = cut
        if weight(members) + context(before, after) >= _ENOUGH:
            return len(before), members
    elif (cut := _cut_by_head(pieces)) is not None:
        before, members, after = cut
        if weight(members) + context(before, after) >= _ENOUGH + 0.5:
            return len(before), members
    return None


def _enumerations(text: str) -> Iterator[tuple[int, list[str]]]:
    reached = 0
    for match in _MIDDLE.finditer(text):
        if match.start() < reached:
            continue
        left = _LEFT.search(text, max(reached, match.start() - 40), match.start())
        right = _RIGHT.match(text, match.start())
        if left is None or right is None:
            continue
        reached = right.end()
        yield left.start(), text[left.start() : reached].split("、")


def find(start: int, members: Sequence[str], rule: str, gap: int = 1) -> Find:
    """The find of a run whose members follow one another with ``gap`` characters between."""
    stop = start + sum(map(len, members)) + gap * (len(members) - 1)
    return Find(start, stop, Slogan(SloganKind.PARALLEL, tuple(members)), rule)


@shared
def runs(document: Document) -> tuple[Find, ...]:
    """The runs of three members or more that ``、`` parts.

    >>> from policyextract.clean import read
    >>> [found.value.items for found in runs(read("要稳增长、调结构、促改革，做好交通、水利、生态工作"))]
    [('稳增长', '调结构', '促改革')]
    """
    found = []
    for start, pieces in _enumerations(document.text):
        if (read := _read(pieces)) is not None:
            found.append(find(start + read[0], read[1], "slogan.parallel"))
    return tuple(found)
