"""Numbers with their units: 30次, 90%, 100亿元, 6%—6.5%, 三分之二, 76个、80个工作日内."""

import re
from bisect import bisect_right
from functools import cache

from policyextract.clean import read
from policyextract.document import Document, Find, shared
from policyextract.grammar.bound import is_bound
from policyextract.grammar.number import numbers
from policyextract.grammar.reading import Reading, quantity, reading_at
from policyextract.grammar.unit import starts
from policyextract.lexicon import words
from policyextract.numerals import folded, parse_number
from policyextract.values import Quantity

_CLOSED = re.compile('《[^》\n]{1,80}》|“[^”\n]{1,60}”|"[^"\n]{1,60}"|〔[^〕\n]{1,8}〕')
_QUOTED = 16
_ORDINAL = frozenset("第初")
_DEMONSTRATIVE = frozenset("统唯逐同单之某每另任合归万周划这那")
_LEVELS = "省市县乡镇村州区旗国、级"
_RANKED = frozenset("届角")
_DEALT = re.compile("[每各只仅][^，。；：,;每各]{1,12}$")
_TIMES = re.compile(
    "(?:时限|时间|周期|期限|时长|年限|寿命|工期|用时|耗时|天数|时效)[^，。；：,;]{0,14}?"
    "(?:压缩|缩短|减少|压减|降|再减|延长|提高|增加|控制|达到|提升|不超过|由|从)[^0-9，。；,;]{0,8}"
    "(?:[0-9.]+[^，。；0-9]{1,5}、)*$"
)
_BETWEEN = frozenset("、和及或与")


@cache
def _followers() -> frozenset[str]:
    return frozenset(starts()) | frozenset("多余来点分成至到-—–~～（(、以")


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """Set phrases whose numerals count nothing, by their first character."""
    table: dict[str, list[str]] = {}
    for word in words("set_phrases"):
        table.setdefault(word[0], []).append(word)
    return {char: tuple(phrases) for char, phrases in table.items()}


@shared
def _closed(document: Document) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Starts and stops of titles 《》 and of short quotations, where numerals belong to names."""
    spans = [
        match.span()
        for match in _CLOSED.finditer(document.text)
        if match.end() - match.start() <= _QUOTED or match.group()[0] == "《"
    ]
    return tuple([start for start, _ in spans]), tuple([stop for _, stop in spans])


def _mark_around(document: Document, position: int) -> str:
    """The mark that opens the title or the short quotation around a position, or nothing."""
    begins, ends = _closed(document)
    index = bisect_right(begins, position) - 1
    return document.text[begins[index]] if index >= 0 and position < ends[index] else ""


def _numeral_start(text: str, start: int) -> int:
    """Where the numeral begins that the run at ``start`` is part of, or -1 if it is no numeral of a quantity."""
    previous = text[start - 1] if start else ""
    if previous in _ORDINAL or (previous.isascii() and previous.isalnum()):
        return -1
    if text[start] == "一" and previous in _DEMONSTRATIVE:
        return -1
    if text[start] in "十百千万亿" and previous in ("上", "数"):
        return start - 1
    return start


def _counts(document: Document, found: Reading) -> bool:
    """Whether a numeral with its unit counts or measures, and is no name, rank, date or article."""
    text, start, dimension = document.text, found.start, found.unit.dimension
    if dimension.startswith("time:"):
        return bool(_TIMES.search(text, max(start - 48, 0), start))
    bounded = found.before is not None or found.after is not None
    if text[start] in "百千万亿" and not bounded:
        return False
    if not text[start].isdigit() and not _counts_in_han(text, found, bounded):
        return False
    mark = _mark_around(document, start)
    return mark != "《" and not (mark and dimension in ("", "noun", "grade"))


def _counts_in_han(text: str, found: Reading, bounded: bool) -> bool:
    start, unit = found.start, found.unit
    if any(text.startswith(phrase, start) for phrase in _phrases().get(text[start], ())):
        return False
    one = text[start] if found.numeral.low == found.numeral.high and found.numeral.low < 10 else ""
    if unit.dimension == "grade":
        return one not in ("一", "二", "") and start > 1 and not text[start - 2 : start].strip(_LEVELS)
    if unit.dimension in ("noun", "score"):
        return False
    if unit.name in _RANKED and not bounded and one not in ("一", "两"):
        return False
    if one == "一" and not bounded and unit.article and not unit.dimension:
        return bool(_DEALT.search(text, max(start - 14, 0), start))
    return not (one == "二" and not unit.dimension)


def _read(document: Document, start: int) -> Reading | None:
    start = _numeral_start(document.text, start)
    found = reading_at(document.text, start) if start >= 0 else None
    return found if found is not None and _counts(document, found) else None


def _readings(document: Document) -> list[Reading]:
    text, followers, reached = document.text, _followers(), 0
    found = []
    for start, stop in numbers(document):
        if start < reached or text[stop : stop + 1] not in followers:
            continue
        reading = _read(document, start)
        if reading is not None:
            found.append(reading)
            reached = reading.stop
    return found


def share(text: str, found: list[Reading]) -> list[Reading]:
    """Figures that stand side by side share the bound before the first, the bound after the last, and its unit.

    ``分别压缩至76个、80个工作日内``: both are bounded, and the first 个 stands for 个工作日.
    """
    for index in range(len(found) - 2, -1, -1):
        one, two = found[index], found[index + 1]
        if text[one.end : two.start] in _BETWEEN:
            if one.after is None and not one.bracket and one.before is None and two.after is not None:
                found[index] = one = one._replace(after=two.after, rule="quantity.shared")
            if one.unit.name == "个" and two.unit.dimension:
                found[index] = one._replace(unit=two.unit, rule="quantity.shared")
    for index in range(1, len(found)):
        one, two = found[index - 1], found[index]
        if one.before and two.before is None and two.after is None and text[one.end : two.start] in _BETWEEN:
            found[index] = two._replace(before=one.before, rule="quantity.shared")
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
    found = share(document.text, _readings(document))
    return tuple([Find(one.start, one.stop, quantity(one), one.rule) for one in found])


_PERCENT = re.compile("(?P<sign>[负-]?)(?:百分之(?P<above>.+)|(?P<body>.+)%)")


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
        found = reading_at(plain, start) if is_bound(plain[:start]) else None
        if found is not None and found.end == len(plain):
            return quantity(found)
    raise ValueError(f"not a quantity: {text[:40]!r}; one number with its unit is, such as 30次, 90% or 不低于100亿元")
