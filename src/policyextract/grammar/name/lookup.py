"""The words that names of departments are made of, indexed by how they end."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.text.pattern import pattern


class Body(NamedTuple):
    """A name that is whole by itself, or after a level or a place."""

    full: str
    kind: str
    must: bool
    central: bool
    local: bool = True


class Suffix(NamedTuple):
    """The end of a name, after what the department does."""

    text: str
    full: str
    needs: str


class Ending(NamedTuple):
    """What may end in certain characters.

    Attributes:
        sizes: lengths of the whole names, longest first.
        suffixes: the suffixes of composed names, longest first.
    """

    sizes: tuple[int, ...]
    suffixes: tuple[Suffix, ...]


class Lookup(NamedTuple):
    """Everything that a name can end in.

    Attributes:
        scan: matches the last character of what may be a name: by its last two, or as 局, 办, 委 at the end of a word;
            not where it begins a word that goes on.
        endings: what may end in the same three characters, or two where any may stand before them.
        bodies: whole names.
        functions: what departments do, each with its long form.
        function_sizes: lengths of the functions that end in the same two characters, longest first.
        false_ends: words that end like a name and are none.
        alone: functions that stand for their department in a list.
        weak: functions that say too little without a level or a place.
    """

    scan: "re.Pattern[str]"
    endings: dict[str, Ending]
    bodies: dict[str, Body]
    functions: dict[str, str]
    function_sizes: dict[str, tuple[int, ...]]
    false_ends: frozenset[str]
    alone: frozenset[str]
    weak: frozenset[str]

    def ending(self, text: str, stop: int) -> Ending:
        """What may end at ``stop``, by the characters before it."""
        return self.endings.get(text[stop - 3 : stop]) or self.endings.get(text[stop - 2 : stop], _NOTHING)


_NOTHING = Ending((), ())
_END = 3
_NUMBERED = {sign: rf"{sign}(?=[〔［\[（(【0-9]|明?电)" for sign in "发函"}  # 国办发〔2023〕5号, and not 市教育局发布
WORD_ENDS = "局办委"
"""What a name of unknown words may end in, where the word ends too."""
WORD_STOP = r"[^一-鿿]|[要应须和与及会牵负等将按对于每把]|\Z"
"""What shows after it that a word has ended."""


def _sizes(ends: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words with each end, longest first."""
    sizes: dict[str, set[int]] = {}
    for end, size in ends:
        sizes.setdefault(end, set()).add(size)
    return {end: tuple(sorted(found, reverse=True)) for end, found in sizes.items()}


def sizes_by_end(words: Collection[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words that may end in two characters, longest first; in one, for a word of one character.

    >>> sizes_by_end(("省", "我省", "市委"))
    {'省': (1,), '我省': (2, 1), '市委': (2,)}
    """
    ends = [(word[-2:], len(word)) for word in words]
    return _sizes([*ends, *((end, 1) for end, size in ends if size > 1 and end[1:] in words)])


def _bodies() -> dict[str, Body]:
    bodies = {}
    for name, full, kind, must in lexicon.rows("name/tails"):
        bodies[name] = Body(full or name, kind, bool(must), False)
    for canonical, _, _, names in lexicon.rows("name/central"):
        kind = "government" if canonical.endswith(lexicon.select("name/words", "state-end")) else "agency"
        for name in (canonical, *filter(None, names.split("、"))):
            bodies[name] = Body(canonical, kind, False, True, name in bodies)
    return bodies


def _body_ends(bodies: Iterable[str], known: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The ends of whole names with their lengths; a name of one character ends in two as levels and known ends do."""
    levels = {name[-1] for name in lexicon.words("name/levels")}
    for name in bodies:
        if len(name) > 1:
            yield name[-_END:], len(name)
            continue
        for end in {end[-2:] for end in known if end.endswith(name)} | {char + name for char in levels}:
            yield end, 1


def _suffix_ends(functions: Iterable[str]) -> Iterator[tuple[str, Suffix]]:
    """The ends of composed names with their suffixes, the longest suffix first."""
    before = {name[-1] for name in functions}
    for row in sorted(lexicon.rows("name/suffixes"), key=lambda row: -len(row[0])):
        suffix = Suffix(*row)
        for end in (
            {char + suffix.text for char in (*before, "）", ")")} if len(suffix.text) == 1 else {suffix.text[-_END:]}
        ):
            yield end, suffix


def _endings(bodies: dict[str, Body], functions: Iterable[str]) -> dict[str, Ending]:
    suffixes: dict[str, tuple[Suffix, ...]] = {}
    for end, suffix in _suffix_ends(functions):
        suffixes[end] = (*suffixes.get(end, ()), suffix)
    known = {*suffixes, *(name[-_END:] for name in bodies if len(name) > 1)}
    sizes = _sizes(_body_ends(bodies, known))
    endings = {end: Ending(sizes.get(end, ()), suffixes.get(end, ())) for end in {*sizes, *suffixes}}
    for end, (whole, composed) in endings.items():
        if len(end) == _END:
            shorter = endings.get(end[1:], _NOTHING)
            endings[end] = Ending((*whole, *shorter.sizes), (*composed, *shorter.suffixes))
    return endings


def _goes_on(last: str) -> str:
    """What must not follow the last character of a name, because it is the first of a longer word: 局 + 部."""
    words = [word for word in lexicon.select("name/false", "after") if word[-2] == last]
    ends = ((word[:-1], _NUMBERED.get(word[-1], word[-1])) for word in words)
    shapes = [end if len(head) == 1 else f"(?<={head}){end}" for head, end in ends]
    firsts = {word[-1] for word in words}
    whole = [word for word in lexicon.select("name/words", "like-place") if word[0] in firsts]  # 会 + 长沙, but 会 + 长
    unless = f"(?!{lexicon.alternation(tuple(whole))})" if whole else ""
    return f"(?!{unless}(?:{'|'.join(shapes)}))" if words else ""


def last_signs(words: Iterable[str]) -> dict[str, str]:
    """The last signs of words, each with a class of those that stand before it; none where it is a word by itself.

    >>> last_signs(("工作组", "督导组", "各处", "处"))
    {'组': '[作导]', '处': ''}
    """
    before: dict[str, set[str]] = {}
    for word in words:
        before.setdefault(word[-1], set()).add(word[-2:-1])
    return {last: "" if "" in signs else f"[{re.escape(''.join(sorted(signs)))}]" for last, signs in before.items()}


def _scan(endings: Iterable[str]) -> "re.Pattern[str]":
    branches = []
    verbs = "".join(sorted({word[0] for word in lexicon.words("words/verbs") if len(word) > 1}))
    for last, before in sorted(last_signs(endings).items()):
        at_stop = f"|(?={WORD_STOP}|[{verbs}])" if last in WORD_ENDS else ""
        branches.append(f"{last}{_goes_on(last)}(?:(?<={before}.){at_stop})")
    return pattern("|".join(branches))


@cache
def lookup() -> Lookup:
    """The index, made at first use."""
    bodies = _bodies()
    rows = lexicon.rows("name/functions")
    functions = {name: full or name for name, full, *_ in rows}
    endings = _endings(bodies, functions)
    return Lookup(
        _scan(endings),
        endings,
        bodies,
        functions,
        sizes_by_end(functions),
        frozenset(lexicon.select("name/false", "before")),
        frozenset(name for name, _, alone, _ in rows if alone),
        frozenset(name for name, _, _, weak in rows if weak),
    )
