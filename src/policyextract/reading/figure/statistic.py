"""What a figure says as a statistic: its standard indicator, its basis, per what, its period, its base."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import groupby
from typing import Any

from policyextract import lexicon
from policyextract.day.calendar import Days, in_year
from policyextract.indicator.measure import fits
from policyextract.indicator.members import members
from policyextract.indicator.standard import StandardIndicator
from policyextract.marks.segment import layout
from policyextract.reading.figure.horizon import Horizons, horizons
from policyextract.reading.figure.indicator import opened
from policyextract.reading.figure.period import Period, period
from policyextract.text.document import Document, Find
from policyextract.text.pattern import pattern
from policyextract.values import Change, Figure, Pace, QuantityRole

_OF_PLAN = pattern("完成[^，。；]{0,12}\\L<figure.of-plan>|\\L<figure.of-plan>的|占|\\L<figure.shares>")
_AGAINST_OTHERS = pattern(
    "\\L<figure.against>(?:全[国省市县州区盟]|\\L<figure.compared-place>|[^，。；]{0,6}平均)"
    "|比[^，。；]{1,12}?\\L<figure.compared-noun>[^，。；]{0,4}?(?<![提升降减增加])[高低多少快慢]$"
)
_YEAR_BEFORE = pattern("\\L<figure.year-before>")
_LISTED = pattern("(?P<list>[^，。；：0-9]{2,100}、[^，。；：0-9]{2,24}?)\\L<figure.list-then>{0,2}[均都各]")
_elliptic = partial(lexicon.select, "figure/words", "elliptic")
_ASIDE = pattern("\\L<figure.rank>[^，。；]{1,12}|按?\\L<figure.price-base>口径|按?\\L<figure.price-kind>价格?")
_MOVED = pattern("[增提升涨长降减压扩缩翻][^，。；0-9]{0,6}$")
_BRACKET = pattern("[^，。；（0-9]{0,4}（(?P<note>[^（）]{2,12})）")
_SIGHT, _LIST, _NOTE = 60, 120, 20


@cache
def _bases() -> "re.Pattern[str]":
    """The words of a basis; 实际 and 名义 only where they say how something changed."""
    words = lexicon.alternation(lexicon.select("indicator/words", "basis"))
    return pattern(f"{words}(?<!实际)(?<!名义)|\\L<figure.real>(?=[增下上提])")


def completed(document: Document, finds: Sequence[Find]) -> tuple[Find, ...]:
    """The figures of a document with what they say as statistics.

    Figures that follow one another in a clause under one name share it: each has the member of the list that stands at
    its place (``城镇、农村居民收入分别增长4%、5%``); one figure alone has all of them.
    """
    if not finds:
        return ()
    clauses, statements = layout(document).clauses, layout(document).statements

    def shares(find: Find) -> tuple[str, int, bool]:
        figure = find.value
        return figure.indicator or "", clauses.at(find.start), figure.role is QuantityRole.OTHER

    found, known, reached, before = list[Find](), horizons(document), 0, ("", -1)
    apart = _apart(document, finds)
    for (name, clause, other), group in groupby(finds, shares):
        run = list(group)
        if other:
            found += run
        else:
            statement = statements.at(run[0].start)
            last = before[0] if before[1] == statement else ""
            named = _named(document, run, name, max(clauses.starts[clause], reached), last)
            before = (name if members(name) else last, statement)
            for number, find in enumerate(run):
                own = len(run) == 1 and named
                shared = (
                    _shared(named, number, len(run))
                    if own
                    else apart.get(find.start) or _shared(named, number, len(run))
                )
                begin = max(clauses.starts[clause], reached)
                since = max(statements.starts[statement], reached)
                value = _completed(document, known, find, shared, (since, begin))
                found.append(Find(find.start, find.stop, value, find.rule))
                reached = find.stop
    return tuple(found)


def _named(document: Document, run: Sequence[Find], name: str, begin: int, before: str) -> Sequence[StandardIndicator]:
    """The indicators that a run of figures under one name is of.

    The name that was read may be the last of a list, which the clause has in full; or the end of a name whose
    beginning stands before: ``粮食播种面积1530万亩、总产量125亿斤``.
    """
    if not name:
        return ()
    words = document.text[max(begin, run[0].start - _LIST) : run[0].start]
    listed = _LISTED.match(words)
    if listed:
        whole = members(opened(listed["list"]))
        if len(whole) > 1:
            return whole
    if name in _elliptic() and len(before) > len(name):
        return members(before[:2] + name)
    return members(name) or (members(before) if _ASIDE.match(name) else ())


def _apart(document: Document, finds: Sequence[Find]) -> dict[int, Sequence[StandardIndicator]]:
    """The indicator of each figure behind 分别, where the clause lists as many as it has figures, or a part of them."""
    clauses, found = layout(document).clauses, dict[int, Sequence[StandardIndicator]]()
    measured = (find for find in finds if find.value.role is not QuantityRole.OTHER)
    for clause, group in groupby(measured, lambda find: clauses.at(find.start)):
        run = list(group)
        words = document.text[max(clauses.starts[clause], run[0].start - _LIST) : run[0].start]
        listed = words.rfind("分别")
        if listed < 0:
            continue
        named = members(opened(words[:listed]))
        if len(named) > 1 and len(run) % len(named) == 0:
            found |= {find.start: (named[number % len(named)],) for number, find in enumerate(run)}
    return found


def _shared(named: Sequence[StandardIndicator], number: int, count: int) -> Sequence[StandardIndicator]:
    """The indicators of one of ``count`` figures that stand under a list of names."""
    if len(named) > 1 and count > 1:
        return (named[number % len(named)],) if count % len(named) == 0 else ()
    return named


def _completed(
    document: Document, known: Horizons, find: Find, named: Sequence[StandardIndicator], begins: tuple[int, int]
) -> Figure:
    """A figure with what it says as a statistic.

    ``begins`` are where what stands before it since the last figure begins: in its statement, and in its clause.
    """
    figure: Figure = find.value
    since, begin = begins
    clause, _ = layout(document).clauses.bounds(find.start)
    words = document.text[max(clause, find.start - _SIGHT) : find.start]
    own = document.text[max(begin, find.start - _SIGHT) : find.start]
    when = period(known, figure, find.start, words)
    told: dict[str, Any] = {
        "change": figure.change,
        "baseline": figure.baseline,
        "scope": figure.scope,
        "period_from": when.first,
        "period_to": when.last,
        "pace": when.pace,
    }
    told |= _based(known, figure, clause, find.start, words, when)
    if named and all(fits(figure, indicator) for indicator in named) and not _is_otherwise(figure, named, own):
        since_last = document.text[max(since, find.start - _SIGHT) : find.start]
        told |= {
            "indicator_standard": "、".join(indicator.name for indicator in named),
            "basis": named[0].basis or _basis(document, find, since_last),
            "per": named[0].per,
            "scope": named[0].scope or figure.scope,
            "change": _change(figure, named[0], own),
        }
    return Figure(figure.quantity, figure.role, figure.indicator, modality=figure.modality, cue=figure.cue, **told)


def _change(figure: Figure, indicator: StandardIndicator, words: str) -> Change | None:
    """The change of a figure; a share in % that no verb moves is a level, whatever the figure before it was."""
    moved = figure.change in (Change.INCREASE, Change.DECREASE)
    level = moved and indicator.sort == "share" and figure.quantity.unit == "%" and not _MOVED.search(words)
    return Change.LEVEL if level else figure.change


def _is_otherwise(figure: Figure, named: Sequence[StandardIndicator], words: str) -> bool:
    """Whether a percentage is of something else: of a plan (``完成计划的90%``), of the rest of the country."""
    if figure.quantity.unit not in ("%", "‰", "百分点", "个百分点"):
        return False
    if _AGAINST_OTHERS.search(words):
        return True
    return any(indicator.sort != "share" for indicator in named) and _OF_PLAN.search(words) is not None


def _basis(document: Document, find: Find, words: str) -> str:
    """How a statistic is reckoned, as its clause or a bracket behind it says: ``同口径增长5%``, ``5%（可比价）``."""
    bracket = _BRACKET.match(document.text, find.stop, find.stop + _NOTE)
    note = bracket["note"] if bracket else ""
    said = next(iter([*_bases().findall(words), *_bases().findall(note)][::-1]), "")
    return _basis_of().get(said, "")


@cache
def _basis_of() -> dict[str, str]:
    """The basis that each of its words says."""
    return {word: value for word, kind, value in lexicon.rows("indicator/words") if kind == "basis"}


def _based(known: Horizons, figure: Figure, clause: int, start: int, words: str, when: Period) -> dict[str, Any]:
    """What a figure is compared with, its days, and the period over which it has moved since then, by their fields."""
    baseline = figure.baseline or ("同比" if "同比" in words else "")
    if not baseline:
        return {}
    first, last = next(_compared(known, clause, start), (None, None))
    if last is None and when.first and when.last and _YEAR_BEFORE.search(baseline):
        first, last = in_year(Days(when.first, when.last), when.first.year - 1) or (None, None)
    told: dict[str, Any] = {"baseline": baseline, "baseline_from": first, "baseline_to": last}
    moved = figure.change in (Change.INCREASE, Change.DECREASE)
    if moved and last and when.last and when.pace is Pace.ANNUAL and last.year < when.last.year - 1:
        told |= {"period_from": dt.date(last.year + 1, 1, 1), "pace": Pace.WHOLE}
    return told


def _compared(known: Horizons, start: int, stop: int) -> Iterator[tuple[dt.date | None, dt.date]]:
    """The days of the times that a clause compares with."""
    return ((horizon.first, horizon.last) for horizon in known.compared(start, stop))
