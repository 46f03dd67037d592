"""The words around the names of departments, compiled from the list ``name/context``."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.marks.modal import MODAL
from policyextract.text.opening import first_signs
from policyextract.text.pattern import pattern

_SORT = r"[0-9一二三四五六七八九十]{1,3}个?\L<name.summed-sort>(?![直级属域政委])"
SUM = (
    r"(?:等(?:(?:(?![要应的]|\L<name.listed-duty>)[一-鿿]){0,10}?\L<name.summed>(?:和\L<name.unit-noun>)?"
    rf"|{_SORT}|\L<name.summed-sort>(?![直级属域政委]))?|{_SORT})?"
    r"[)）]?(?:及其(?:工作人员|\L<name.subordinate>\L<name.body-noun>))?"
)
"""What may stand between the last name of a list and its verb: ``等部门``, ``等3个乡镇``."""

_MAY = "\\L<name.may>"


def shapes(use: str) -> str:
    """A group of the shapes of one use, in the order of the list.

    >>> shapes("some")[:11]
    '(?:一些|有些|个别'
    """
    return f"(?:{'|'.join(lexicon.select('name/context', use))})"


def words_of(use: str) -> tuple[str, ...]:
    """The words of one use."""
    return lexicon.select("name/context", use)


class Context(NamedTuple):
    """Compiled patterns and word sets.

    Attributes:
        sum_up: what may stand between a list and its verb.
        after: a word right after a list that gives it a part; the group that matched is the role.
        obliges: the first characters of what matches ``after`` or ``must``.
        before, before_sizes: the words right before a list, with the role that they give; their lengths by their last
            characters, longest first.
        must, may: a duty; a permission.
        allows: the first characters of what matches ``may``.
        oversee: the duty to watch over others.
        done: what follows is told, not asked for.
        opens, open_ends: the words that may stand before a subject; their last characters.
        verb, noun, thing: what follows bare words that act; that are an attribute; full names that are an attribute.
        together: a list is to work together.
        bring, some: what stands before such a list; indefinite words.
        not_before, upon, small: words that end like a preposition; those that take somebody; levels that seldom act.
        backs, hands: words that support a place; those that hand a case to somebody who deals with it.
        receives: words before the body that a paper or a case goes to.
        qualities: a verb and what its object is like: 成立 + 相应的.
    """

    sum_up: "re.Pattern[str]"
    after: "re.Pattern[str]"
    obliges: frozenset[str]
    before: dict[str, str]
    before_sizes: dict[str, tuple[int, ...]]
    must: "re.Pattern[str]"
    may: "re.Pattern[str]"
    allows: frozenset[str]
    oversee: "re.Pattern[str]"
    done: "re.Pattern[str]"
    opens: "re.Pattern[str]"
    open_ends: frozenset[str]
    verb: "re.Pattern[str]"
    noun: "re.Pattern[str]"
    thing: "re.Pattern[str]"
    together: "re.Pattern[str]"
    bring: tuple[str, ...]
    some: tuple[str, ...]
    not_before: frozenset[str]
    upon: frozenset[str]
    backs: frozenset[str]
    hands: frozenset[str]
    receives: frozenset[str]
    qualities: "re.Pattern[str]"
    small: frozenset[str]


def _after() -> "re.Pattern[str]":
    branches = []
    for role in ("lead", "support", "supervise", "responsible"):
        choices = tuple(word for word, where, given in lexicon.rows("part/roles") if where == "after" and given == role)
        branches.append(f"(?P<{role}>{lexicon.alternation(choices)})")
    return pattern(
        rf"{SUM}(?=(?P<between>(?:{shapes('adverb')}|{MODAL}|[{_BETWEEN}]){{0,4}}))(?P=between)(?:{'|'.join(branches)})"
        rf"(?!的(?![^，,。；;]{{0,10}}\L<name.frame-noun>|{_HEADS_TASKS})|人|书|下|导|\L<name.no-part>|(?<=的牵头)\L<name.body-noun>)"
    )


_BETWEEN = "都均也的"
_HEADS_TASKS = r"\L<name.main>?\L<name.task-noun>(?:[（(]|[ \u3000]*(?:\n|\Z))"  # a heading: 市审计局牵头的 + 工作


def _lengths(words: dict[str, str]) -> dict[str, tuple[int, ...]]:
    sizes: dict[str, set[int]] = {}
    for word in words:
        sizes.setdefault(word[-1], set()).add(len(word))
    return {char: tuple(sorted(found, reverse=True)) for char, found in sizes.items()}


@cache
def context() -> Context:
    """All of it, each pattern compiled at its first use."""
    adverb = shapes("adverb")
    before = {word: role for word, where, role in lexicon.rows("part/roles") if where == "before"}
    must, may = f"{SUM}{adverb}{{0,2}}{MODAL}", f"{SUM}(?:{_MAY})"
    after = _after()

    return Context(
        pattern(SUM),
        after,
        first_signs(after.pattern) | first_signs(must),
        before,
        _lengths(before),
        pattern(must),
        pattern(may),
        first_signs(may),
        pattern(
            rf"{SUM}{adverb}{{0,2}}(?:{MODAL}|[还也]?将){adverb}{{0,2}}(?:加强对)?\L<name.oversee>\L<name.oversee-more>?"
            r"(?=\L<name.overseen>)(?!\L<name.watched-thing>)"
        ),
        pattern(shapes("done")),
        pattern(rf"{shapes('opens')}\Z"),
        frozenset(word[-1] for word in words_of("opens")),
        pattern(rf"{SUM}(?:{adverb}|{MODAL}|{shapes('verb')})"),
        pattern(shapes("noun")),
        pattern(shapes("thing")),
        pattern(
            rf"{SUM}(?:间)?的?\L<name.shared>*"
            r"\L<name.together>"
        ),
        words_of("bring"),
        words_of("some"),
        frozenset(words_of("not-before")),
        frozenset(words_of("upon")),
        frozenset(words_of("backs")),
        frozenset(words_of("hands")),
        frozenset(words_of("receives")),
        pattern(rf"[一-鿿]{{2}}{shapes('quality')}的"),
        frozenset(words_of("small")),
    )
