"""For the tests of your own rules and extractors: a reader of corpus files, and the promises that an extractor keeps.

A corpus file has an expected value first, then the ways of saying it; ``#`` begins a comment, an empty line ends a
block::

    # 以上, 不低于: the number itself is included
    = [30, ∞) 次
    达到30次以上
    不低于30次

A negative corpus has no values: one text a line, in which nothing is to be found.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from policyextract.clean import as_document
from policyextract.day.calendar import months, quarters, thirds, years
from policyextract.number.numerals import write_number
from policyextract.text.document import Document
from policyextract.text.span import Mention, Span
from policyextract.values import Quantity, Time, TimeBound, TimeKind

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["Case", "Numeral", "Phrase", "Stated", "check", "clauses", "corpus", "numerals", "quantities", "times"]


class Case(NamedTuple):
    """One way of saying a value.

    Attributes:
        value: what is to be read; empty in a negative corpus.
        text: the phrase.
        line: where the corpus file has it.
    """

    value: str
    text: str
    line: int


def corpus(path: str | Path) -> tuple[Case, ...]:
    r"""The cases of a corpus file, in its order.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "bound.txt")
    ...     _ = file.write_text("= [30, ∞) 次\n达到30次以上\n不低于30次\n", "utf-8")
    ...     for case in corpus(file):
    ...         print(case.value, case.text, case.line)
    [30, ∞) 次 达到30次以上 2
    [30, ∞) 次 不低于30次 3

    Raises:
        ValueError: if a value has no way of saying it.
    """
    cases: list[Case] = []
    value, pending = "", 0
    for number, line in enumerate(Path(path).read_text("utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("="):
            if pending:
                raise ValueError(f"{path}, line {pending}: a value without a way of saying it: {value!r}")
            value, pending = line[1:].strip(), number
            continue
        pending = 0
        cases.append(Case(value, line, number))
    if pending:
        raise ValueError(f"{path}, line {pending}: a value without a way of saying it: {value!r}")
    return tuple(cases)


def check(extractor: Callable[[Document], Iterable[Mention[Any]]], text: str) -> tuple[Mention[Any], ...]:
    """The mentions that an extractor finds in a text, after a check of what every extractor promises.

    Every mention lies inside the source and is not empty, the mentions are in the order of the text, they can be
    hashed, they carry the name of their rule, and a second run over the same text gives the same.

    >>> from policyextract import Quantities
    >>> [str(mention.value.low) for mention in check(Quantities(), "新增规上企业160家")]
    ['160']

    Raises:
        AssertionError: if a promise is broken; the message says which.
    """
    document = as_document(text)
    mentions = tuple(extractor(document))
    reached = 0
    for mention in mentions:
        start, stop = mention.span.start, mention.span.stop
        if not reached <= start < stop <= len(text):
            raise AssertionError(f"{mention} does not lie in the text, in order: [{start}, {stop}) after {reached}")
        if not document.quote(mention.span) or not mention.rule:
            raise AssertionError(f"{mention} quotes no characters or names no rule")
        hash(mention)
        reached = start
    if tuple(extractor(as_document(text))) != mentions:
        raise AssertionError(f"a second run over the same text gave other mentions than {mentions}")
    return mentions


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
    return st.builds(_phrase, days, st.sampled_from(_SHAPES), st.integers(1, 12), st.integers(1, 3), st.booleans())


_SHAPES: tuple[str, ...] = ("year底前", "year", "month底前", "month", "quarter", "third", "year以来", "month前")


def _phrase(today: dt.date, shape: str, month: int, third: int, relative: bool) -> Phrase:
    year = today.year if relative else 2025
    name = "今年" if relative else "2025年"
    quarter = (month + 2) // 3
    whole = years(year, year)
    said = {
        "year底前": (f"{name}底前", TimeBound.BY, whole),
        "year": (name, TimeBound.AT, whole),
        "month底前": (f"{name}{month}月底前", TimeBound.BY, months(year, month, month)),
        "month": (f"{name}{month}月", TimeBound.AT, months(year, month, month)),
        "quarter": (f"{name}{'一二三四'[quarter - 1]}季度", TimeBound.AT, quarters(year, quarter, quarter)),
        "third": (f"{name}{month}月{'上中下'[third - 1]}旬", TimeBound.AT, thirds(year, month, third, third)),
        "year以来": (f"{name}以来", TimeBound.FROM, whole),
        "month前": (f"{name}{month}月前", TimeBound.BY, months(year, month, month)),
    }
    text, bound, found = said[shape]
    if found is None:
        raise AssertionError(f"{shape} of {year} is no stretch of the calendar")
    first = None if bound is TimeBound.BY else found.first
    last = None if bound is TimeBound.FROM else found.last
    if shape == "month前":
        last = found.first - dt.timedelta(1)
    return Phrase(text, today, Time(TimeKind.DATE, bound, first, last))


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

    return st.sampled_from(_CLAUSES)


_CLAUSES = (
    "各部门要压实责任",
    "优化营商环境",
    "（市财政局负责）",
    "完善“放管服”工作机制",
    "切实加强组织领导",
    "Ａ类项目优先",
    "落实《工作要点》",
)
_UNITS = ("个", "家", "项", "%", "元", "公里", "亩", "人", "万吨", "亿元", "千瓦", "平方米", "个百分点", "户", "次")
_BOUNDS: dict[str, tuple[str, str, str]] = {  # what stands before, what after, and which side is bounded
    "exact": ("达到", "", "both"),
    "不低于": ("不低于", "", "low"),
    "低于": ("低于", "", "high-open"),
    "不超过": ("不超过", "", "high"),
    "超过": ("超过", "", "low-open"),
    "以上": ("达到", "以上", "low"),
    "以下": ("降至", "以下", "high"),
    "以内": ("控制在", "以内", "high"),
    "左右": ("达到", "左右", "about"),
    "约": ("约", "", "about"),
}
_FACTORS = {"万吨": ("吨", 10**4), "亿元": ("元", 10**8), "个百分点": ("百分点", 1)}


def quantities() -> "SearchStrategy[Stated]":
    """A hypothesis strategy: one bounded quantity between clauses, where it stands, and its value. Needs hypothesis.

    >>> from hypothesis import find
    >>> stated = find(quantities(), lambda stated: stated.quantity.high_open)
    >>> stated.quantity.low is None, stated.text[stated.span.start - 2 : stated.span.start]
    (True, '低于')
    """
    from hypothesis import strategies as st

    numbers = st.integers(2, 10**7).flatmap(lambda n: st.sampled_from((0, 1, 2)).map(lambda p: Decimal(n).scaleb(-p)))
    return st.builds(_stated, numbers, st.sampled_from(_UNITS), st.sampled_from(tuple(_BOUNDS)), clauses(), clauses())


def _stated(number: Decimal, unit: str, bound: str, left: str, right: str) -> Stated:
    before, after, side = _BOUNDS[bound]
    head = f"{left}，指标{before}"
    written = f"{number:f}{unit}"
    name, factor = _FACTORS.get(unit, (unit, 1))
    value = number * factor
    low, high = (None if side.startswith("high") else value), (None if side.startswith("low") else value)
    quantity = Quantity(low, high, side == "low-open", side == "high-open", side == "about", name)
    return Stated(f"{head}{written}{after}，{right}。", Span(len(head), len(head) + len(written)), quantity)
