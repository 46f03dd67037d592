"""What was read, field by field, in Chinese: for the page, the workbook and the notes of the review formats.

The names of the fields, their order and where they are shown are data: ``lexicon/export/fields.tsv``.
"""

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from policyextract.explain import explain
from policyextract.export import wording
from policyextract.export.label import label, labels
from policyextract.found import Found
from policyextract.layers import OTHERS, layer_of, sort_of
from policyextract.lexicon import rows
from policyextract.text.field import fields
from policyextract.text.record import decimal_string, plain
from policyextract.text.span import Mention
from policyextract.values import Figure, Timing

Facts = tuple[tuple[str, str], ...]


class Told(NamedTuple):
    """A field as people read it: its name, its Chinese name, its width in the workbook, or 0 if it is not there."""

    field: str
    word: str
    width: float
    in_tip: bool


def told(record: type) -> tuple[Told, ...]:
    """The fields of a record that are shown, in their order.

    >>> from policyextract.values import Slogan
    >>> [field.word for field in told(Slogan) if field.width]
    ['提法', '类型', '成员', '展开']
    """
    return _told().get(record.__name__, ())


@cache
def _told() -> dict[str, tuple[Told, ...]]:
    known: dict[str, tuple[Told, ...]] = {}
    for record, name, word, width, tip in rows("export/fields"):
        known[record] = (*known.get(record, ()), Told(name, word, float(width or 0), tip == "x"))
    return known


def facts(value: Any) -> Facts:
    """Names and values of what was read, those that say nothing left out.

    >>> from policyextract.values import Slogan, SloganKind
    >>> facts(Slogan(SloganKind.PARALLEL, items=("生态立市", "产业强市", "开放兴市")))
    (('类型', '排比'), ('成员', '生态立市、产业强市、开放兴市'))
    >>> facts({"号码": "12345"})
    (('类型', 'dict'), ('号码', '12345'))
    """
    if layer_of(value) is OTHERS:
        return _own(value)
    tips = _tips(type(value))  # type: ignore[arg-type]  # a class is hashable
    return tuple([(name, words) for name, read in tips if (words := shown(read(value)))])


def noted(value: Any, rule: str) -> Facts:
    """The same with the rule that read the find, as a note of a review format has it."""
    return (*facts(value), (labels("grounds")[1], rule))


@cache
def _tips(record: Any) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """The fields of a record that a tooltip shows: their Chinese names, and what reads them."""
    return tuple((field.word, _reader(record, field.field)) for field in told(record) if field.in_tip)


def _own(value: Any) -> Facts:
    """What a record of one's own holds, by the names of its fields."""
    data = plain(value)
    sort, worth = labels("own")
    pairs = data.items() if isinstance(data, dict) else [(worth, data)]
    return ((sort, type(value).__name__), *((str(name), shown(words)) for name, words in pairs if words))


def content(value: Any, field: str, text: str = "") -> Any:
    """What a field holds, or what stands for several of them: ``reading``, ``length``, ``text``."""
    if field == "text":
        return text
    return _reader(type(value), field)(value)  # type: ignore[arg-type]  # a class is hashable


@cache
def _reader(record: Any, name: str) -> Callable[[Any], Any]:
    """What reads a field of a record."""
    made = _MADE.get((record, name))
    return made or attrgetter(next(field.path for field in fields(record) if field.name == name))


_MADE: dict[tuple[type, str], Callable[[Any], str]] = {
    (Figure, "reading"): wording.figure,
    (Figure, "period"): wording.period,
    (Timing, "reading"): lambda value: wording.moment(value.time) or label("unknown-time"),
    (Timing, "length"): lambda value: wording.length(value.time),
}


def shown(content: Any) -> str:
    """What a field holds, in words; empty where it says nothing."""
    if content is None or type(content) is str:
        return content or ""
    if isinstance(content, Enum):
        return wording.choice(content)
    if isinstance(content, Decimal):
        return decimal_string(content) or ""
    if isinstance(content, bool):
        return "是" if content else ""
    if isinstance(content, tuple | list):
        return "、".join(_part(part) for part in content)
    return str(content)


def _part(part: Any) -> str:
    return part.text if isinstance(part, Mention) else str(part)


def described(result: Found, mention: Mention[Any]) -> dict[str, Any]:
    """A find as plain data for the page: its layer, its words, what was read, and why."""
    ground, rule = labels("grounds")
    sort, grounds = sort_of(mention.value), explain(result.document, mention).grounds
    return {
        "layer": sort.key,
        "name": sort.word,
        "text": shortened(result.document.quote(mention.span), 80),
        "rows": [*facts(mention.value), *([(ground, grounds)] if grounds else ()), (rule, mention.rule)],
    }


def shortened(text: str, most: int) -> str:
    """A text cut to at most so many characters, the cut shown.

    >>> shortened("全州各级各部门", 5)
    '全州各级…'
    """
    return text if len(text) <= most else text[: most - 1] + "…"
