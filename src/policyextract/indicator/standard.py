"""The standard indicator that a name stands for, and what the words around it say: place, part, basis, term, change."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from attrs import evolve, frozen

from policyextract import lexicon
from policyextract.indicator.spelling import per, spelled
from policyextract.text.pattern import pattern
from policyextract.text.record import Record
from policyextract.values import Change, Pace

_WORDS, _LIST = "indicator/words", "indicator/standards"
_AROUND = ("span", "basis", "measure", "rise", "fall")
_LONGEST, _PLACE, _STEPS = 60, 11, 64


@frozen
class StandardIndicator(Record):
    """A statistical indicator under its standard name.

    Attributes:
        name: the standard name; empty where the text names no indicator of the list, or is not sure to.
        code: a short name of ASCII letters, for the columns of tables.
        unit: the unit in which yearbooks give it; empty for a coefficient.
        sort: ``growth`` (an amount that is mostly set by its growth), ``level`` (an amount), ``share``, ``price`` or
            ``intensity`` (per unit of output).
        better: ``up`` or ``down``, the way in which it is wanted, or empty.
        scope: whose figure it is, or of which part: ``全省``, ``规模以上``; empty where the name does not say.
        basis: how it is reckoned: ``同口径``, ``可比价``, ``实际``, ``名义``; or empty.
        pace: annual, average or whole, where the name says so.
        per: per what it counts: ``万元生产总值``, ``每千人口``; or empty.
        change: what its words say of the figure (``涨幅`` is an increase), or ``None``.

    >>> found = standard_indicator("全省规上工业增加值增速")
    >>> found.name, found.code, found.sort, found.better, found.scope
    ('规模以上工业增加值', 'industry_large_va', 'growth', 'up', '全省')
    """

    name: str = ""
    code: str = ""
    unit: str = ""
    sort: str = ""
    better: str = ""
    scope: str = ""
    basis: str = ""
    pace: Pace | None = None
    per: str = ""
    change: Change | None = None


UNKNOWN = StandardIndicator()


@cache
def standards() -> dict[str, StandardIndicator]:
    """The indicators of the list by their standard names, in its order; not to be changed."""
    return {
        name: StandardIndicator(name, code, unit, sort, better)
        for name, code, unit, sort, better, *_ in lexicon.rows(_LIST)
    }


@cache
def _known() -> dict[str, StandardIndicator]:
    """The indicators by every name that the list has for them, in its spelling."""
    known = standards()
    return {
        spelled(form): known[row[0]]
        for row in lexicon.rows(_LIST)
        for form in (row[0], *filter(None, row[6].split("、")))
    }


class _Around(NamedTuple):
    """What may stand around a name: patterns, and the kind and the value of each word."""

    before: "re.Pattern[str]"
    after: "re.Pattern[str]"
    words: dict[str, tuple[str, str]]


@cache
def _around() -> _Around:
    words = {word: (kind, value) for word, kind, value in lexicon.rows(_WORDS) if kind != "generic"}
    before = tuple(word for word, (kind, _) in words.items() if kind in ("place", "part", *_AROUND))
    after = tuple(word for word, (kind, _) in words.items() if kind in ("manner", *_AROUND))
    return _Around(pattern(lexicon.alternation(before)), pattern(f"{lexicon.alternation(after)}\\Z"), words)


@cache
def _places() -> frozenset[str]:
    """Places by their names, and provinces by their short names."""
    return frozenset(lexicon.words("name/places")) | frozenset(lexicon.words("about/regions"))


def _place(name: str) -> int:
    """How many characters of a place open a name."""
    return next((size for size in range(min(_PLACE, len(name) - 2), 1, -1) if name[:size] in _places()), 0)


def _shorter(name: str) -> list[tuple[str, str, bool]]:
    """A name without a word at one of its edges: what is left, the word, and whether the word is a place's name."""
    around = _around()
    found = []
    opened, closed, place = around.before.match(name), around.after.search(name), _place(name)
    if opened and opened.end() < len(name):
        found.append((name[opened.end() :], opened.group(), False))
    if closed and closed.start():
        found.append((name[: closed.start()], closed.group(), False))
    if place:
        found.append((name[place:], name[:place], True))
    return found


def _sought(name: str) -> tuple[str, tuple[tuple[str, bool], ...]]:
    """The longest part of a name that the list knows, and the words around it; an empty part where it knows none."""
    open_: list[tuple[str, tuple[tuple[str, bool], ...]]] = [(name, ())]
    seen = {name}
    for rest, taken in open_:
        if rest in _known():
            return rest, taken
        if len(open_) > _STEPS:
            break
        for shorter, word, is_place in _shorter(rest):
            if shorter not in seen:
                seen.add(shorter)
                open_.append((shorter, (*taken, (word, is_place))))
    return "", ()


def _said(found: StandardIndicator, taken: tuple[tuple[str, bool], ...]) -> StandardIndicator:
    """An indicator with what the words around its name say."""
    words = _around().words
    for word, is_place in taken:
        kind, value = ("place", word) if is_place else words[word]
        if kind in ("place", "part"):
            found = evolve(found, scope=found.scope or value or word)
        elif kind == "basis":
            found = evolve(found, basis=value)
        elif kind == "span" and value:
            found = evolve(found, pace=Pace(value))
        elif kind in ("rise", "fall"):
            found = evolve(found, change=Change.INCREASE if kind == "rise" else Change.DECREASE)
    return found


@lru_cache(maxsize=4096)
def standard_indicator(text: str) -> StandardIndicator:
    """The standard indicator that a name stands for, with what the words around the name say.

    The names are those of the statistical yearbooks and of the tables of main indicators of the five-year plans; the
    list is ``lexicon/indicator/standards.tsv``, with the source of each. Nothing is guessed: a name that the list has
    in no spelling gives an indicator with an empty name.

    Args:
        text: a name as a text has it, with or without place, term, basis and words of change.

    >>> [standard_indicator(name).name for name in ("地区生产总值", "GDP增速", "全市生产总值", "经济增长")]
    ['生产总值', '生产总值', '生产总值', '生产总值']
    >>> found = standard_indicator("万元地区生产总值能耗降低率")
    >>> found.name, found.per, found.better, found.change
    ('单位生产总值能耗', '万元生产总值', 'down', <Change.DECREASE: 'decrease'>)
    >>> standard_indicator("一般公共预算收入同口径").basis, standard_indicator("网上可办率").name
    ('同口径', '')

    Raises:
        TypeError: if ``text`` is not a ``str``.
    """
    if not isinstance(text, str):
        raise TypeError(f"standard_indicator reads a str, not {type(text).__name__}")
    if not 1 < len(text) <= _LONGEST:
        return UNKNOWN
    name, taken = _sought(spelled(text))
    return evolve(_said(_known()[name], taken), per=per(text)) if name else UNKNOWN
