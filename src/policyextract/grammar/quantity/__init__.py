"""Numbers with their units: 30次, 90%, 100亿元, 6%—6.5%, 三分之二, 76个、80个工作日内."""

from itertools import pairwise

from policyextract.clean import read
from policyextract.grammar.quantity.amount import amount_at
from policyextract.grammar.quantity.bound import is_bound
from policyextract.grammar.quantity.count import counted, numeral_start
from policyextract.grammar.quantity.reading import Reading, bounded, quantity
from policyextract.grammar.quantity.scan import numbers
from policyextract.number.forms import parse_number
from policyextract.number.numerals import folded
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import Quantity

_BETWEEN = frozenset("、和及或与")


@shared
def readings(document: Document) -> tuple[Reading, ...]:
    """The quantities of a document as they stand in its text, each with its own bounds alone."""
    text, reached = document.text, 0
    found = []
    for run in numbers(document):
        start = numeral_start(text, run) if run >= reached else -1
        amount = amount_at(text, start) if start >= 0 else None
        reading = counted(document, amount) if amount is not None else None
        if reading is not None:
            found.append(reading)
            reached = reading.stop
    return tuple(found)


def share(text: str, read: tuple[Reading, ...]) -> list[Reading]:
    """Figures that stand side by side share the bound before the first, the bound after the last, and its unit.

    ``分别压缩至76个、80个工作日内``: both are bounded, and the first 个 stands for 个工作日.
    """
    found = list(read)
    beside = [
        index
        for index, (one, two) in enumerate(pairwise(read))
        if two.start - one.end == 1 and text[one.end] in _BETWEEN
    ]
    for index in reversed(beside):
        one, two = found[index], found[index + 1]
        if one.numeral == two.numeral and one.unit == two.unit:  # 两个及两个以上
            continue
        if one.after is None and not one.bracket and one.before is None and two.after is not None:
            found[index] = one = one._replace(after=two.after, rule="quantity.shared")
        if one.unit.name == "个" and two.unit.dimension:
            found[index] = one._replace(unit=two.unit, rule="quantity.shared")
    for index in beside:
        one, two = found[index], found[index + 1]
        if one.before and two.before is None and two.after is None:
            found[index + 1] = two._replace(before=one.before, rule="quantity.shared")
    return found


@shared
def quantities(document: Document) -> tuple[Find, ...]:
    """The quantities of a document, in the order of the text.

    >>> document = Document.plain("确保达到30次以上，审批时限分别压缩至76个、80个工作日内")
    >>> for find in quantities(document):
    ...     print(find.start, find.value.low, find.value.high, find.value.unit, find.rule)
    4 30 None 次 quantity.unit
    19 None 76 工作日 quantity.shared
    23 None 80 工作日 quantity.unit
    """
    found = share(document.text, readings(document))
    return tuple([Find(one.start, one.stop, quantity(one), one.rule) for one in found])


_PERCENT = pattern("(?P<sign>[负-]?)(?:百分之(?P<above>.+)|(?P<body>.+)%)")


def parse_quantity(text: str) -> Quantity:
    """The quantity that a phrase writes: a number with its unit and its bound words, and nothing else.

    Args:
        text: one quantity, of any width and in any numerals; spaces do not matter.

    >>> parse_quantity("不低于100亿元")
    Quantity(low=Decimal('10000000000'), high=None, low_open=False, high_open=False, approximate=False, unit='元')
    >>> parse_quantity("百分之五十左右").approximate, parse_quantity("6%—6.5%").high
    (True, Decimal('6.5'))

    Raises:
        TypeError: if ``text`` is not a ``str``.
        ValueError: if it is no quantity.
    """
    if not isinstance(text, str):
        raise TypeError(f"a quantity is a str, not {type(text).__name__}")
    plain = "".join(text.split())
    return _percent(plain) or _whole(read(plain).text, text)


def _percent(plain: str) -> Quantity | None:
    percent = _PERCENT.fullmatch(folded(plain))
    if percent is None:
        return None
    try:
        number = parse_number(percent["sign"] + (percent["above"] or percent["body"]))
    except ValueError:
        return None
    return Quantity(number, number, unit="%")


def _whole(plain: str, text: str) -> Quantity:
    for start in range(min(len(plain), 12)):
        amount = amount_at(plain, start) if is_bound(plain[:start]) else None
        found = bounded(plain, amount) if amount is not None else None
        if found is not None and found.end == len(plain):
            return quantity(found)
    raise ValueError(f"not a quantity: {text[:40]!r}; one number with its unit is, such as 30次, 90% or 不低于100亿元")
