"""Where a quantity can begin: runs of numerals which a unit, a range or a bound may follow, with their sign."""

import re
from collections.abc import Callable
from functools import cache

from policyextract.grammar.quantity.number import CAPITAL, HAN
from policyextract.grammar.quantity.unit import OCCASIONS, starts
from policyextract.lexicon import alternation, words
from policyextract.text.document import Document, shared
from policyextract.text.pattern import beginning, pattern

MONEY = frozenset("¥￥")
_FOLLOWS = "多余来点分成至到以和及与、-—–~～（(/／"
_CAN_FALL = pattern("[0-9.,·]{1,20}(?:%|‰|℃|个?百分点|[万亿千百]{0,3}元|个?基点|摄氏度|至|到|—|～|~)")
_FALLS = pattern("[增减差余额盈亏降率幅速比较入][^，。；：、,;0-9]{0,5}$")
_JOINED = pattern(f"[0-9{HAN}][^，。；：、,;\\s]{{0,3}}$")
_LINKS = (
    "(?:[仍已约均都]|分别)*(?:\\L<quantity.reaches>|达到?|\\L<quantity.change>[至到]|[：:])?"
    "(?:[须应]?不?得?\\L<quantity.compare>|[约≤≥<>由从])?"
)
_FROM = "[由从][0-9.]{1,9}"  # 指数由4.12 + 降至3.86
_NO_CLOCK = "(?<![0-9][:：][0-5](?=[0-9](?![0-9])))"  # 9:00 + 集中
_NO_DATE = "(?<![0-9]{4}-.)(?<![0-9]{4}-[0-9]-.)(?<![0-9]{4}-[0-9]{2}-.)"  # 2024-10-12
_BELOW_ZERO = pattern("(?:^|[^一-鿿]|[为是至到由从在于达约增率幅速])负")
_NO_VALUE = frozenset("%‰.:：/版号级类条款年月日")
_SIGHT, _NAMED = 12, 24


@shared
def numbers(document: Document) -> tuple[int, ...]:
    """Where the numerals begin in a document, with their sign, which may be quantities.

    Ordinals (``第三``), what follows in a date with strokes, and numerals inside Latin words are left out.

    >>> numbers(Document.plain("一是新增160家，增长6.5%，第三年，2024/3/5，气温零下5℃"))
    (4, 11, 20, 31)
    """
    text = document.text
    found = {_signed(text, match.start()) for match in _run().finditer(text)}
    found.update(_signed(text, match.end(1)) for match in _before_bare().finditer(text))
    return tuple(sorted(found))


def _signed(text: str, start: int) -> int:
    """Where the sign of the numeral at ``start`` stands, or ``start`` if it has none."""
    last = text[start - 1 : start]
    if last in MONEY:
        return start - 1
    for sign in _SIGNS if last in _LAST else ():
        if text.startswith(sign, start - len(sign), start) and _SIGNS[sign](text, start):
            return start - len(sign)
    return start


def unsigned(text: str, start: int) -> int:
    """Where the digits of a numeral begin, behind its minus sign.

    >>> unsigned("零下5℃", 0), unsigned("5℃", 0)
    (2, 0)
    """
    sign = _SIGN.match(text, start) if text[start : start + 1] in _FIRST else None
    return sign.end() if sign else start


def _is_minus(text: str, start: int) -> bool:
    """Whether the ``-`` before a numeral is its sign: what it stands at can fall, and it joins no two numbers."""
    if _CAN_FALL.match(text, start):
        return True
    falls = _FALLS.search(text, max(start - 1 - _SIGHT, 0), start - 1)
    return falls is not None and _JOINED.search(text, max(start - 6, 0), start - 1) is None


def _is_below(text: str, start: int) -> bool:
    """Whether 负 before a numeral is its sign: ``为负2.3%``, but not ``减负2亿元``."""
    return _BELOW_ZERO.match(text, max(start - 2, 0)) is not None


_SIGNS: dict[str, Callable[[str, int], bool]] = {"零下": lambda text, start: True, "负": _is_below, "-": _is_minus}
"""What may stand for a minus, and whether it is one before the numeral at a position."""
_SIGN = pattern("|".join(_SIGNS))
_FIRST, _LAST = (frozenset(sign[place] for sign in _SIGNS) for place in (0, -1))


@cache
def _run() -> "re.Pattern[str]":
    follows = re.escape("".join(sorted(frozenset(starts()) | frozenset(_FOLLOWS))))
    plain, numerals = f"{HAN}几半", f"{HAN}{CAPITAL}几半"  # the capital in 队伍35支 is none of its numeral
    return pattern(
        f"(?:[0-9{plain}]|[{CAPITAL}](?![0-9]))(?<![第A-Za-z·0-9{plain}].)(?<![{CAPITAL}][{plain}{CAPITAL}])(?<![^年月]初.)(?<![0-9A-Za-z][.,/／].){_NO_CLOCK}{_NO_DATE}"
        f"(?:(?<=[0-9])[0-9]*(?:[.,·][0-9]+)*(?:[{numerals}][0-9{numerals}]*)?|(?<=[{numerals}])[0-9{numerals}]*)"
        f"(?:(?=[{follows}]|{OCCASIONS})|(?<=[万亿半]))"
    )


@cache
def _before_bare() -> "re.Pattern[str]":
    """What stands before a number that needs no unit: a sign of money, or the name of an index or a coefficient."""
    named = f"{alternation(words('quantity/indices'))}{_LINKS}-?"
    moved = r"(?<=[0-9])(?:\L<quantity.reaches>|\L<quantity.change>[至到])"  # 指数由4.12 + 降至3.86
    return beginning(f"((?:[¥￥]|{named}|{moved})(?=[0-9]))")


@cache
def _index() -> "re.Pattern[str]":
    return pattern(f"{alternation(words('quantity/indices'))}(?:{_FROM})?{_LINKS}$")


def is_index(text: str, start: int, stop: int) -> bool:
    """Whether the number at ``[start, stop)``, which has no unit, is the value of an index that the text names.

    >>> is_index("居民消费价格指数为101.8。", 9, 14), is_index("推行方案1.0版", 4, 7)
    (True, False)
    """
    follows = text[stop : stop + 1]
    if follows in _NO_VALUE or (follows.isascii() and follows.isalnum()) or text[stop - 1] in HAN:
        return False
    return _index().search(text, max(start - _NAMED, 0), start) is not None
