"""Parallel runs that ``、`` and commas part in turn: ``保供水，护河湖、防山洪``, and principles of emergency plans."""

import re
from collections.abc import Iterator

from policyextract.grammar.slogan.balance import balance
from policyextract.grammar.slogan.beside import closing, is_named
from policyextract.grammar.slogan.parallel import STOP, TO_LAST_STOP, find
from policyextract.grammar.slogan.phrase import open_with_verb
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import Slogan, SloganKind

_MIXED = tuple(  # members of three or of four characters, parted by 、 and by a comma
    pattern(
        f"[、，,](?=.{{{size}}}[、，,].{{{size}}}[、，,])(?<=[^{STOP}、]{{{size}}}.)[^{STOP}、]{{{size}}}(?:[、，,][^{STOP}、]{{{size}}}){{2,6}}"
    )
    for size in (3, 4)
)
_ENDS = pattern(f"[{STOP}、]|\\Z")
_LEAST_MIXED, _BEFORE = 4, 24
_BETWEEN = pattern("[^，,]+")
_TAIL = pattern(f"[^{STOP}、]{{0,8}}")


def _mixed(text: str, match: "re.Match[str]", size: int) -> Iterator[Find]:
    """A run that 、 and commas part: 保供水，护河湖、防山洪; of four characters only where it is a principle."""
    start, stop = match.start() - size, match.end()
    left = TO_LAST_STOP.match(text, max(start - _BEFORE, 0), start)
    before = text[left.end() if left else max(start - _BEFORE, 0) : start]
    if text[stop - size - 1] in "，," and not _ENDS.match(text, stop) and size < _LEAST_MIXED:
        stop -= size + 1  # what follows the last comma is longer than the members
    if text[start + size] in "，," and before and "urge" not in closing(before):
        before, start = "", start + size + 1  # what stands before the first comma is longer
    between = set(text[start + size : stop : size + 1])
    members = tuple([text[place : place + size] for place in range(start, stop, size + 1)])
    if len(members) < _LEAST_MIXED or "、" not in between or not between & {"，", ","}:
        return
    after = _TAIL.match(text, stop)[0]  # type: ignore[index]  # it always matches
    if size < _LEAST_MIXED:
        if all(open_with_verb(members)) and balance(before, members, after) > 0:
            yield find(start, members, "slogan.parallel-mixed")
    elif _is_principle(before, after) and balance(before, members, after) > 0:
        yield from _parts(text, start, stop, members)


def _is_principle(before: str, after: str) -> bool:
    """Whether a run is a principle by what it is called, or what is held to: 坚持…, or 遵循…的原则."""
    name = after.removeprefix("的")
    return is_named(name, "principle") if after else "creed" in closing(before)


def _parts(text: str, start: int, stop: int, members: tuple[str, ...]) -> Iterator[Find]:
    """What a principle is: one run where its commas part pairs, else each part alone, a run or a motto of two."""
    parts = [part.span() for part in _BETWEEN.finditer(text, start, stop)]
    if len({end - begin for begin, end in parts}) == 1:
        yield find(start, members, "slogan.parallel-mixed")
        return
    for begin, end in parts:
        held = tuple(text[begin:end].split("、"))
        if len(held) > 2:
            yield find(begin, held, "slogan.parallel-mixed")
        elif len(held) == 2:
            yield Find(begin, end, Slogan(SloganKind.MOTTO, held), "slogan.motto-mixed")


@shared
def mixed_runs(document: Document) -> tuple[Find, ...]:
    """The runs of a document that two separators part; of a principle of unlike parts, each between its commas.

    >>> from policyextract.clean import read
    >>> found = mixed_runs(read("坚持以人为本、生命至上，统一领导、分级负责、属地为主；加强值守。"))
    >>> [find.value.items for find in found]
    [('以人为本', '生命至上'), ('统一领导', '分级负责', '属地为主')]
    """
    text, found = document.text, list[Find]()
    for size, shape in enumerate(_MIXED, 3):
        for match in shape.finditer(text):
            found += _mixed(text, match, size)
    return tuple(found)
