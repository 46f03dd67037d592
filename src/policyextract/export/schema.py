"""The columns of the tables: one fixed schema for each layer, the same for one document and for a million.

A column has a kind, and a kind has one type in every tool:

=========== ==================== =================== ===================== ==============
kind        Python               Arrow               pandas (Arrow-backed) Polars
=========== ==================== =================== ===================== ==============
text        ``str``              string              string                String
integer     ``int``              int64               int64                 Int64
flag        ``bool``             bool                bool                  Boolean
decimal     ``Decimal``          decimal128(38, 10)  decimal128(38, 10)    Decimal(38, 10)
date        ``datetime.date``    date32              date32                Date
texts       ``list`` of ``str``  list of string      list of string        List(String)
integers    ``list`` of ``int``  list of int64       list of int64         List(Int64)
=========== ==================== =================== ===================== ==============

Any cell but those of ``document``, ``id``, ``start``, ``end`` and the lists may be null. A decimal column never rounds:
a number that its 28 digits before and 10 after the point cannot hold (``2/3``) is null there, and stands exactly in the
column of text beside it (``low_exact``).
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from attrs import frozen

Kind = Literal["text", "integer", "flag", "decimal", "date", "texts", "integers"]

PRECISION, SCALE = 38, 10
"""Digits in all, and after the point, of a decimal column."""


@frozen
class Column:
    """A column: its name, its kind, and what stands in it."""

    name: str
    kind: Kind
    meaning: str


_PLACE = (
    Column("document", "text", "the name that the caller gave the document; empty where none was given"),
    Column("id", "text", "the id in the JSON output: q1, t1, d1, s1, c1"),
    Column("start", "integer", "first code point of the find in the source"),
    Column("end", "integer", "code point after the last of the find in the source"),
    Column("text", "text", "the characters of the source, without white space"),
    Column("rule", "text", "the rule that read it"),
)

_QUANTITIES = (
    *_PLACE,
    Column("low", "decimal", "lower end, multipliers folded in; null for an open side"),
    Column("high", "decimal", "upper end"),
    Column("low_exact", "text", "lower end as an exact decimal string, or as a fraction a/b"),
    Column("high_exact", "text", "upper end, likewise"),
    Column("low_open", "flag", "whether the lower end itself is left out"),
    Column("high_open", "flag", "whether the upper end itself is left out"),
    Column("approximate", "flag", "whether the text says 左右, 约, 近"),
    Column("unit", "text", "unit without its multiplier: 元 for 亿元"),
    Column("role", "text", "target, achieved or other"),
    Column("indicator", "text", "what is measured, as the text names it"),
    Column("change", "text", "level, increase or decrease"),
    Column("modality", "text", "required, strive, expected or plain; targets only"),
    Column("cue", "text", "the words that show the role"),
    Column("baseline", "text", "what it is compared with"),
    Column("scope", "text", "whom or what it holds for"),
    Column("indicator_standard", "text", "standard name of the statistic, several joined by 、; empty where unsure"),
    Column("basis", "text", "how it is reckoned: 同口径, 可比价, 实际, 名义"),
    Column("per", "text", "per what it counts: 万元生产总值, 每千人口"),
    Column("period_from", "date", "first day of the time that the figure is for"),
    Column("period_to", "date", "last day of that time"),
    Column("pace", "text", "annual, average (年均), whole (over several years, or at their end) or part (of a year)"),
    Column("baseline_from", "date", "first day of what it is compared with"),
    Column("baseline_to", "date", "last day of that"),
)

_QUALITATIVE = (
    *_PLACE,
    Column("kind", "text", "coverage, zero, trend or comparison"),
    Column("indicator", "text", "what is promised to change, as the text names it"),
    Column("wording", "text", "the words that promise it"),
    Column("modality", "text", "required, strive, expected or plain"),
    Column("cue", "text", "the word that shows the modality, or empty"),
)

_TIMES = (
    *_PLACE,
    Column("kind", "text", "date, duration, recurrence or event"),
    Column("bound", "text", "by, within, from or at"),
    Column("earliest", "date", "first day, included"),
    Column("latest", "date", "last day, included"),
    Column("amount", "decimal", "length of a duration, period of a recurrence"),
    Column("amount_exact", "text", "the same as an exact decimal string, or as a fraction a/b"),
    Column("unit", "text", "unit of the amount: day, workday, month, quarter, year, ..."),
    Column("from_clock", "text", "first minute of the day, HH:MM"),
    Column("to_clock", "text", "last minute of the day, HH:MM"),
    Column("role", "text", "limit or reference"),
)

_DEPARTMENTS = (
    *_PLACE,
    Column("kind", "text", "agency, government or group"),
    Column("role", "text", "lead, support, responsible, supervise or none"),
    Column("name", "text", "the name as the text has it"),
    Column("canonical", "text", "the full official name where the text gives enough to know it, else empty"),
    Column("label", "text", "the label that it was listed under, or empty"),
)

_SLOGANS = (
    *_PLACE,
    Column("kind", "text", "label, motto or parallel"),
    Column("items", "texts", "the members of a run; empty for others"),
    Column("numeral_of", "integers", "how many members each numeral of a label announces"),
    Column("expansion", "texts", "the members of a label where the text spells them out"),
)

_COMMITMENTS = (
    *_PLACE,
    Column("departments", "texts", "ids of its departments"),
    Column("targets", "texts", "ids of its targets, in the layer quantities"),
    Column("times", "texts", "ids of its time limits, in the layer times"),
    Column("action", "text", "what is to be done, in the words of the text"),
    Column("heading", "texts", "the headings that it stands under, outermost first"),
)

LAYERS: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {
        "quantities": _QUANTITIES,
        "targets": _QUANTITIES,
        "times": _TIMES,
        "time_limits": _TIMES,
        "departments": _DEPARTMENTS,
        "slogans": _SLOGANS,
        "commitments": _COMMITMENTS,
        "qualitative_targets": _QUALITATIVE,
    }
)
"""The schema of each layer; ``targets`` and ``time_limits`` are ``quantities`` and ``times`` with that role."""


def columns(layer: str) -> tuple[Column, ...]:
    """The schema of a layer.

    >>> [column.name for column in columns("departments")][-5:]
    ['kind', 'role', 'name', 'canonical', 'label']

    Raises:
        ValueError: if there is no such layer.
    """
    try:
        return LAYERS[layer]
    except KeyError:
        raise ValueError(f"there is no layer {layer!r}; the layers are {', '.join(LAYERS)}") from None


def fits(number: Decimal) -> bool:
    """Whether a decimal column holds a number without rounding.

    >>> fits(Decimal("1.2E+12")), fits(Decimal("0.00000000001"))
    (True, False)
    """
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        return False
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return not number or (number.adjusted() < PRECISION - SCALE and exponent + zeros >= -SCALE)
