"""Parallel runs without quotation marks whose members ``、`` parts, or nothing."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from policyextract.grammar.slogan.balance import balance
from policyextract.grammar.slogan.beside import closing, opening
from policyextract.grammar.slogan.label import stops
from policyextract.grammar.slogan.phrase import build, close_with_state, is_dull, known, open_with_verb
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import Slogan, SloganKind

STOP = '，,。；;：:！!？?\\n（）()“”"《》【】〔〕'
TO_LAST_STOP = pattern(f".*[{STOP}、]", re.DOTALL)
_RIGHT = pattern(f"、[^{STOP}、]{{2,24}}+(?:、[^{STOP}、]{{1,40}}+)+")
_REST = pattern("[^的等和及与或、]{1,4}(?<![中上下内外时后前])(?=的|\\Z)")  # not: 在…、构建平安社区|中
_URGED = 5  # a word that urges, a verb and its object: 着力抓重点
_SEVERAL = pattern(f"一批[^{STOP}、]{{0,7}}(?:[、，,][^{STOP}、]{{1,4}}一批[^{STOP}、]{{0,7}}){{2,8}}(?![^{STOP}的])")


def _urges(member: str) -> bool:
    """Whether a member opens with a word that urges, or says how: 着力 + 抓重点, 扎实 + 强弱项."""
    word = member[:2]
    return word in known("manner") or word in known("verb") or "urge" in closing(word)


class Cut(NamedTuple):
    """An enumeration cut into the members of a run and what stands before and after them."""

    before: str
    members: tuple[str, ...]
    after: str

    def is_run(self) -> bool:
        """Whether length, build and slot together say that it is a run, with the word that urges each or without."""
        if balance(self.before, self.members, self.after) > 0:
            return True
        bare = tuple([member[2:] for member in self.members])
        urged = len(self.members[0]) == _URGED and all(open_with_verb(bare)) and all(map(_urges, self.members))
        return urged and balance(self.before, bare, self.after) > 0

    def mended(self) -> "Cut":
        """The same, with what is missing of the last member if that is longer than the others.

        >>> Cut("以", ("企业为主体", "市场为导向", "产学研深度"), "融合的技术体系").mended().members[-1]
        '产学研深度融合'
        """
        rest = _REST.match(self.after) if self.after and len(self.members[0]) > 2 else None
        if rest is None or "principle" in opening(self.after):
            return self
        last, (head, tail, inner, _) = self.members[-1] + rest.group(), build(self.members)
        if tail or (len(self.members[0]) > 6 and not head + inner):
            return self
        whole = Cut(self.before, (*self.members[:-1], last), self.after[rest.end() :])
        if head and len(rest.group()) == 1:
            return whole
        if (head or all(close_with_state(self.members))) and rest.group() not in known("state"):
            return self
        verbal = len(self.members[0]) > 3 and all(open_with_verb(self.members))
        if not verbal and last[-2:] not in known("verb") and last[-2:] not in known("state"):
            return self
        return whole

    def is_broken(self) -> bool:
        """Whether what all members but the last have goes on after it: ``…为统领、…为基础、专项规划|为支撑``."""
        if not self.after or self.after[0] == "的":
            return False
        if self.after[:2] == self.members[0][-2:]:
            return True
        rest = set(self.after)
        if rest.isdisjoint("".join(self.members)):
            return False
        columns = (set(column[:-1]) - {column[-1]} for column in zip(*self.members, strict=True))
        return any(len(column) == 1 and column < rest for column in columns)


def _even(pieces: Sequence[str]) -> Cut | None:
    """Members of one length."""
    first, *middle, last = pieces
    length = len(middle[0])
    members = (first[-length:], *middle, last[:length])
    if length > 16 or len(set(map(len, members))) > 1:
        return None
    return Cut(first[:-length], members, last[length:])


def _headed(pieces: Sequence[str]) -> Cut | None:
    """Members that share their head, of lengths that may differ."""
    if pieces[1][0] != pieces[-1][0] or "的" in pieces[1]:
        return None
    common = build(tuple(pieces[1:])).head
    head = next((common[:n] for n in (2, 1) if common[:n] in known("manner")), "")
    start = pieces[0].rfind(head) if head else -1
    if start < 0 or is_dull(head):
        return None
    last = pieces[-1]
    ends = [place for place in map(last.find, "的等和及与") if place > 1]
    stop = min(ends, default=len(last))
    members = (pieces[0][start:], *pieces[1:-1], last[:stop])
    sizes = [len(member) for member in members]
    if max(sizes) > 14 or min(sizes) < 3 - (len(members) > 3) or max(sizes) > 2.5 * min(sizes):
        return None
    return Cut(pieces[0][:start], members, last[stop:])


def _read(pieces: Sequence[str]) -> Cut | None:
    """The run that an enumeration is, if it is one."""
    even, headed = _even(pieces), _headed(pieces)
    if even is not None and (headed is None or even.members[0][0] == headed.members[0][0]):
        mended = even.mended()
        if mended is not even and mended.is_run():
            return mended
        return even if even.is_run() and not even.is_broken() else None
    return headed if headed is not None and headed.is_run() else None


def _may_run(others: Sequence[str]) -> bool:
    """Whether pieces may be all but the first of a run, by the first and the last of them."""
    first, last = others[0], others[-1]
    if "等" in last and "等" not in first and "等" in last.partition("的")[0]:
        return False
    return len(first) <= len(last) or first[0] == last[0]


def _enumerations(text: str) -> Iterator[tuple[int, list[str]]]:
    """Stretches of three pieces or more that ``、`` parts and that may be runs, with the places where they begin."""
    reached = 0
    for match in _RIGHT.finditer(text):
        start, stop = match.span()
        others = text[start + 1 : stop].split("、")
        floor = reached if reached > start - 40 else start - 40
        before = TO_LAST_STOP.match(text, floor, start)
        left = before.end() if before else floor
        reached = stop
        if left == start:
            continue
        if _may_run(others) and text[stop : stop + 1] != "、":
            yield left, [text[left:start], *others]
        if ended := _described(others):
            yield left, [text[left:start], *ended]


def _described(others: Sequence[str]) -> Sequence[str]:
    """The pieces to the first with 的, where a list of what they describe goes on: ``…、热爱家乡的文化、旅游队伍``."""
    place = next((place for place, piece in enumerate(others) if "的" in piece), 0)
    even = place > 0 and others[place].index("的") == len(others[place - 1])
    return others[: place + 1] if even and place + 1 < len(others) else ()


def find(start: int, members: tuple[str, ...], rule: str, gap: int = 1) -> Find:
    """The find of a run whose members follow one another with ``gap`` characters between."""
    stop = start + len("".join(members)) + gap * (len(members) - 1)
    return Find(start, stop, Slogan(SloganKind.PARALLEL, members), rule)


@cache
def _stride() -> "re.Pattern[str]":
    """A verb of one character with its object, before two more verbs with the same object."""
    verb = "[" + re.escape("".join(sorted(word for word in known("verb") if len(word) == 1))) + "]"
    return pattern(f"{verb}([一-鿿])(?={verb}\\1{verb}\\1)")


def _strides(text: str) -> Iterator[Find]:
    """Runs that nothing parts: ``建链延链补链强链``."""
    reached = 0
    for match in _stride().finditer(text):
        tail, start, stop = match.group(1), match.start(), match.end()
        if start < reached or is_dull(tail) or tail in known("manner"):
            continue
        while text[stop + 1 : stop + 2] == tail:
            stop += 2
        members = tuple(text[i : i + 2] for i in range(start, stop, 2))
        reached = stop
        # else it is the rest of a run whose first verbs are none, or begins within a word: 强|化联查联管联
        begins = text[start - 1 : start] != tail and text[start - 1 : start + 1] not in known("verb")
        if begins and all(member[0] in known("verb") for member in members) and text[start:stop] not in stops():
            yield find(start, members, "slogan.parallel-joined", 0)


def _special(text: str) -> Iterator[Find]:
    for match in _SEVERAL.finditer(text):
        start = match.start() - (2 if text[match.start() - 2 : match.start()] in known("verb") else 1)
        if text[start : match.start()] in known("verb"):
            items = tuple(re.split("[、，,]", text[start : match.end()]))
            yield Find(start, match.end(), Slogan(SloganKind.PARALLEL, items), "slogan.parallel-several")


@shared
def runs(document: Document) -> tuple[Find, ...]:
    """The runs of three members or more that ``、`` or nothing parts.

    >>> from policyextract.clean import read
    >>> document = read("要稳增长、调结构、促改革，建链延链补链强链，做好交通、水利、生态工作")
    >>> [found.value.items for found in runs(document)]
    [('稳增长', '调结构', '促改革'), ('建链', '延链', '补链', '强链')]
    """
    text, found = document.text, []
    for start, pieces in _enumerations(text):
        if (cut := _read(pieces)) is not None:
            found.append(find(start + len(cut.before), cut.members, "slogan.parallel"))
    return (*found, *_strides(text), *_special(text))
