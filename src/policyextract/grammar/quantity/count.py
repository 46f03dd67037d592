"""Whether a numeral with its unit counts or measures something, and is no name, rank, date, article or list number."""

import re
from bisect import bisect_right
from functools import cache

from policyextract.document import Document, shared
from policyextract.grammar.quantity.number import HAN
from policyextract.grammar.quantity.reading import Reading
from policyextract.lexicon import alternation, select, words
from policyextract.pattern import pattern

_CLOSED = pattern('《[^》\n]{1,80}》|“[^”\n]{1,60}”|"[^"\n]{1,60}"|〔[^〕\n]{1,8}〕')
_QUOTED = 16
_FLATTENED = 10**10  # a percentage beyond this is the cells of a flattened table
_ORDINAL = frozenset("第初")
_DEMONSTRATIVE = frozenset("上下前统唯逐同单之某每另任合归万周划这那新")
_RANKED = pattern(
    f"(?:第[0-9{HAN}条款项、和至到—-]{{1,14}}[、和至到—-]|届|(?<![以之目当提此从])前|附件|附表|专栏|图|表|条件|方法|时)$"
)
_RANKING = frozenset("、和至到—-届前件表栏图件法时")
_LEVELS = frozenset("国省市州县区旗乡镇村街道")
_BETWEEN_LEVELS = str.maketrans("", "", "、（）()家")
_SCALES = frozenset("百千万亿")
_DEALT = pattern("(?:[只仅][^，。；：,;每各]{1,6}|(?<!一)每[^，。；：,;每各一]{1,9})$")
_UP_TO = "[^0-9，。；,;]{0,8}(?:[0-9.]+[^，。；0-9]{1,8}、)*$"


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """Set phrases whose numerals count nothing, by their first character."""
    table: dict[str, list[str]] = {}
    for word in words("set_phrases"):
        table.setdefault(word[0], []).append(word)
    return {char: tuple(phrases) for char, phrases in table.items()}


@cache
def _timed() -> "re.Pattern[str]":
    """What makes a duration the value of an indicator: ``审批时限压缩至``, ``放宽至``, ``办理时间不超过``."""
    measure, change, limit, work = (
        alternation(select("spans_of_work", kind)) for kind in ("measure", "change", "set", "work")
    )
    return re.compile(
        f"(?:{measure}[^，。；：,;]{{0,14}}?{change}|{limit}(?:至|到|为)"
        f"|{work}[^，。；：,;]{{0,8}}{measure}[^，。；：,;]{{0,4}}不超过){_UP_TO}"
    )


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


def numeral_start(text: str, start: int) -> int:
    """Where the numeral begins that the run at ``start`` is part of, or -1 if it is no numeral of a quantity.

    >>> numeral_start("第三", 1), numeral_start("上百家", 1), numeral_start("以上十条", 2)
    (-1, 0, 2)
    """
    previous = text[start - 1] if start else ""
    if previous in _ORDINAL or (previous.isascii() and previous.isalnum()):
        return -1
    if text[start] == "一" and (previous in _DEMONSTRATIVE or text.endswith("最近", 0, start)):
        return -1
    if text[start] in "十百千万亿" and (previous == "数" or (previous == "上" and text[start - 2 : start - 1] != "以")):
        return start - 1
    return start


def counts(document: Document, found: Reading) -> bool:
    """Whether a reading is a quantity."""
    text, start, dimension = document.text, found.start, found.unit.dimension
    if dimension.startswith("time:") and "/" not in dimension:
        return bool(_timed().search(text, max(start - 48, 0), start))
    if dimension == "ratio" and found.numeral.low >= _FLATTENED:
        return False
    if text[start - 1 : start] in _RANKING and _RANKED.search(text, max(start - 16, 0), start):
        return False
    if dimension == "grade" if text[start].isdigit() else not _counts_in_han(text, found):
        return False
    mark = _mark_around(document, start)
    return mark != "《" and not (mark and dimension in ("", "noun", "grade"))


def _counts_in_han(text: str, found: Reading) -> bool:
    """The same for a quantity in Chinese numerals, most of which name or rank."""
    start, unit = found.start, found.unit
    if text.startswith(_phrases().get(text[start], ()), start):
        return False
    bounded = found.before is not None or found.after is not None
    if found.numeral.unit or text[start] in _SCALES:
        return bounded or bool(found.numeral.unit) or found.numeral.high is None or found.rule == "quantity.fraction"
    if not unit.name:
        return True
    if unit.han == "digits" and found.numeral.low < 100:
        return text[start] == "两" or bounded
    if unit.dimension == "grade":
        return _counts_levels(text, found)
    if found.numeral.low >= 100 or unit.dimension not in ("", "noun", "score", "volume", "length"):
        return text[start] != "零"
    return _small_count(text, found, bounded)


def _counts_levels(text: str, found: Reading) -> bool:
    """Whether as many levels stand before it as it counts: ``州县乡村四级``, ``市、区两级``; a grade ranks."""
    named = text[max(found.start - 24, 0) : found.start].translate(_BETWEEN_LEVELS)
    number = int(found.numeral.low)
    return number > 1 and len(named) >= number and _LEVELS.issuperset(named[-number:])


def _small_count(text: str, found: Reading, bounded: bool) -> bool:
    start, unit = found.start, found.unit
    numeral = text[start] if found.numeral.low < 10 else "十"
    if numeral == "十" and unit.name == "届":
        return False
    if numeral == "一" and not bounded and unit.han != "count":
        return bool(_DEALT.search(text, max(start - 14, 0), start))
    return numeral not in "二零"
