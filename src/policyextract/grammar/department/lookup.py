"""The words that names of departments are made of, indexed by how they end."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon


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


class Lookup(NamedTuple):
    """Everything that a name can end in.

    Attributes:
        scan: matches the last character of what may be a name: by its last two, or as 局, 办, 委 at the end of a word.
        ends: the last two characters that a name may have.
        bodies: whole names.
        body_sizes: lengths of the whole names that end in the same two characters, or are one, longest first.
        functions: what departments do, each with its long form.
        function_sizes: lengths of the functions that end in the same two characters, longest first.
        suffixes: the suffixes that may stand before the end of a name with the same last two characters, longest first.
        false_ends: words that end like a name and are none.
        false_starts: words that begin with the last characters of a name and go on.
        alone: functions that stand for their department in a list.
        weak: functions that say too little without a level or a place.
    """

    scan: "re.Pattern[str]"
    ends: frozenset[str]
    bodies: dict[str, Body]
    body_sizes: dict[str, tuple[int, ...]]
    functions: dict[str, str]
    function_sizes: dict[str, tuple[int, ...]]
    suffixes: dict[str, tuple[Suffix, ...]]
    false_ends: frozenset[str]
    false_starts: frozenset[str]
    alone: frozenset[str]
    weak: frozenset[str]


def _sizes(names: dict[str, Body] | dict[str, str]) -> dict[str, tuple[int, ...]]:
    sizes: dict[str, set[int]] = {}
    for name in names:
        sizes.setdefault(name[-2:], set()).add(len(name))
    return {end: tuple(sorted(found, reverse=True)) for end, found in sizes.items()}


def _body_sizes(bodies: dict[str, Body], ends: frozenset[str]) -> dict[str, tuple[int, ...]]:
    sizes = _sizes(bodies)
    found = {end: (*sizes.get(end, ()), *sizes.get(end[-1], ())) for end in ends}
    return {end: lengths for end, lengths in found.items() if lengths}


def _bodies() -> dict[str, Body]:
    bodies = {}
    for name, full, kind, must in lexicon.rows("departments_tails"):
        bodies[name] = Body(full or name, kind, bool(must), False)
    for canonical, _, _, names in lexicon.rows("departments_central"):
        kind = (
            "government" if canonical.endswith(("国务院", "共产党中央委员会", "代表大会", "常务委员会")) else "agency"
        )
        for name in (canonical, *filter(None, names.split("、"))):
            bodies[name] = Body(canonical, kind, False, True, name in bodies)
    return bodies


def _ends(bodies: dict[str, Body], functions: dict[str, str], suffixes: dict[str, list[Suffix]]) -> frozenset[str]:
    before = {name[-1] for name in functions}
    levels = {name[-1] for name in lexicon.words("levels")}
    ends = {name[-2:] for name in bodies if len(name) > 1}
    ends |= {char + name for name in bodies if len(name) == 1 for char in levels}
    for char, rows in suffixes.items():
        ends |= {suffix.text[-2:] for suffix in rows if len(suffix.text) > 1}
        if any(len(suffix.text) == 1 for suffix in rows):
            ends |= {last + char for last in before}
    return frozenset(ends)


def _fitting(end: str, suffixes: dict[str, list[Suffix]]) -> tuple[Suffix, ...]:
    """The suffixes of names that end in these two characters."""
    return tuple(suffix for suffix in suffixes.get(end[-1], ()) if len(suffix.text) == 1 or suffix.text.endswith(end))


def _scan(ends: frozenset[str]) -> "re.Pattern[str]":
    before: dict[str, set[str]] = {}
    for end in ends:
        before.setdefault(end[-1], set()).add(end[0])
    pairs = "|".join(f"[{''.join(sorted(firsts))}]{last}" for last, firsts in sorted(before.items()))
    return re.compile(
        rf"[{''.join(sorted(before))}](?:(?<={pairs})|(?<=[局办委])(?=[^一-鿿]|[要应须和与及会牵负等将]|\Z))"
    )


@cache
def lookup() -> Lookup:
    """The index, made at first use."""
    bodies = _bodies()
    functions = {name: full or name for name, full, *_ in lexicon.rows("departments_functions")}
    suffixes: dict[str, list[Suffix]] = {}
    for row in sorted(lexicon.rows("departments_suffixes"), key=lambda row: -len(row[0])):
        suffixes.setdefault(row[0][-1], []).append(Suffix(*row))
    ends = _ends(bodies, functions, suffixes)
    return Lookup(
        _scan(ends),
        ends,
        bodies,
        _body_sizes(bodies, ends),
        functions,
        _sizes(functions),
        {end: _fitting(end, suffixes) for end in ends},
        frozenset(lexicon.select("departments_false", "before")),
        frozenset(lexicon.select("departments_false", "after")),
        frozenset(name for name, _, alone, _ in lexicon.rows("departments_functions") if alone),
        frozenset(name for name, _, _, weak in lexicon.rows("departments_functions") if weak),
    )
