"""Strategies for hypothesis: times, numbers and quantities in the ways of policy text, with what they mean."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from policyextract.day.calendar import months, quarters, thirds, years
from policyextract.lexicon import rows, select
from policyextract.number.numerals import DIGITS, write_number
from policyextract.text.span import Span
from policyextract.values import Quantity, Time, TimeBound, TimeKind

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


class Phrase(NamedTuple):
    """A way of saying a time, the day on which it is said, and the time that it means."""

    text: str
    reference_date: dt.date
    time: Time


def times() -> "SearchStrategy[Phrase]":
    """A hypothesis strategy: dates in the ways of policy text, with what they mean. Needs hypothesis.

    >>> from hypothesis import find
    >>> find(times(), lambda phrase: "季度" in phrase.text).time.kind.value
    'date'
    """
    from hypothesis import strategies as st

    days = st.dates(dt.date(1990, 1, 1), dt.date(2080, 12, 31))
    shapes = st.sampled_from(_rows("time"))
    return st.builds(_phrase, days, shapes, st.integers(1, 12), st.integers(1, 3), st.booleans())


def _rows(use: str) -> list[tuple[str, str, str]]:
    """The words of a use of the list, with their further cells."""
    return [(word, after, side) for word, known, after, side in rows("testing/phrases") if known == use]


def _phrase(today: dt.date, shape: tuple[str, str, str], month: int, third: int, relative: bool) -> Phrase:
    words, of, side = shape
    year = today.year if relative else 2025
    quarter = (month + 2) // 3
    text = words.format(
        name="今年" if relative else f"{year}年",
        month=month,
        quarter=DIGITS[quarter],
        third="上中下"[third - 1],
    )
    found = {
        "year": years(year, year),
        "month": months(year, month, month),
        "quarter": quarters(year, quarter, quarter),
        "third": thirds(year, month, third, third),
    }[of]
    if found is None:
        raise AssertionError(f"{text} of {year} is no stretch of the calendar")
    bound = TimeBound.BY if side == "before" else TimeBound(side)
    last = found.first - dt.timedelta(1) if side == "before" else found.last
    first, last_ = (None if bound is TimeBound.BY else found.first), (None if bound is TimeBound.FROM else last)
    return Phrase(text, today, Time(TimeKind.DATE, bound, first, last_))


class Numeral(NamedTuple):
    """A way of writing a number, and the number."""

    text: str
    value: Decimal


class Stated(NamedTuple):
    """A text that states one quantity, where it stands, and the quantity that it means."""

    text: str
    span: Span
    quantity: Quantity


def numerals() -> "SearchStrategy[Numeral]":
    """A hypothesis strategy: numbers below 10**12 in the ways of policy text, with their values. Needs hypothesis.

    >>> from hypothesis import find
    >>> find(numerals(), lambda numeral: numeral.text.endswith("亿") and numeral.value > 0)
    Numeral(text='1亿', value=Decimal('100000000'))
    """
    from hypothesis import strategies as st

    places = st.integers(0, 4).flatmap(lambda places: st.integers(0, 10 ** (8 + places)).map(lambda n: (n, places)))
    return st.builds(_numeral, places, st.sampled_from(tuple(_STYLES)))


_STYLES: dict[str, Callable[[Decimal], str]] = {
    "digits": lambda number: format(number, "f"),
    "separated": lambda number: format(number, ",f"),
    "wide": lambda number: format(number, "f").translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789."}),
    "small": write_number,
    "capital": lambda number: write_number(number, capital=True),
    "万": lambda number: format(number, "f") + "万",
    "亿": lambda number: format(number, "f") + "亿",
}
_SCALES = {"万": 10**4, "亿": 10**8}


def _numeral(places: tuple[int, int], style: str) -> Numeral:
    number = Decimal(places[0]).scaleb(-places[1])
    return Numeral(_STYLES[style](number), number * _SCALES.get(style, 1))


def clauses() -> "SearchStrategy[str]":
    """A hypothesis strategy: clauses of policy text in which no number stands. Needs hypothesis.

    >>> from hypothesis import find
    >>> find(clauses(), lambda clause: "部门" in clause)
    '各部门要压实责任'
    """
    from hypothesis import strategies as st

    return st.sampled_from(select("testing/phrases", "clause"))


def quantities() -> "SearchStrategy[Stated]":
    """A hypothesis strategy: one bounded quantity between clauses, where it stands, and its value. Needs hypothesis.

    >>> from hypothesis import find
    >>> stated = find(quantities(), lambda stated: stated.quantity.high_open)
    >>> stated.quantity.low is None, stated.text[stated.span.start - 2 : stated.span.start]
    (True, '低于')
    """
    from hypothesis import strategies as st

    numbers = st.integers(2, 10**7).flatmap(lambda n: st.sampled_from((0, 1, 2)).map(lambda p: Decimal(n).scaleb(-p)))
    units, bounds = st.sampled_from(_rows("unit")), st.sampled_from(_rows("bound"))
    return st.builds(_stated, numbers, units, bounds, clauses(), clauses())


def _stated(number: Decimal, unit: tuple[str, str, str], bound: tuple[str, str, str], left: str, right: str) -> Stated:
    before, after, side = bound
    head = f"{left}，指标{before}"
    written = f"{number:f}{unit[0]}"
    name, factor = unit[1].split() if unit[1] else (unit[0], "1")
    value = number * int(factor)
    low, high = (None if side.startswith("high") else value), (None if side.startswith("low") else value)
    quantity = Quantity(low, high, side == "low-open", side == "high-open", side == "about", name)
    return Stated(f"{head}{written}{after}，{right}。", Span(len(head), len(head) + len(written)), quantity)
