"""What stands before the name of a department and tells its level or its place: 州 + 财政局, 广州市黄埔区 + 教育局."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.name.lookup import sizes_by_end
from policyextract.grammar.name.unlisted import asks, unlisted_before
from policyextract.text.pattern import pattern


class Levels(NamedTuple):
    """Places and level words by their names, and the lengths of the names that end in two characters, or are one."""

    codes: dict[str, str]
    lengths: dict[str, tuple[int, ...]]
    false: frozenset[str]


_PROVINCE, _PREFECTURE = 2, 4
_OPEN = pattern(r"[^一-鿿]|[由同和与及向请省市州区、]")
_LONGEST_RUN = 60
_LEVELS = frozenset("市县区州盟旗")
_WITHIN = (3, 4)  # characters of a place that no list has, with its 县
_LEAST = 2  # characters of a place without its 省 or 市


def _short(name: str, code: str) -> str:
    """A province or a prefecture without its 省, 市; empty where nobody says it so."""
    if len(code) == _PROVINCE:
        for end in lexicon.select("name/words", "region-end"):
            if name.endswith(end):
                return name.removesuffix(end)
    if len(code) == _PREFECTURE and name.endswith("市") and len(name) > _LEAST:
        return name[:-1]
    return without_people(name) if name.endswith(lexicon.select("name/words", "autonomous")) else ""


def without_people(name: str) -> str:
    """The short name of an autonomous place.

    >>> without_people("景宁畲族自治县"), without_people("环江毛南族自治县")
    ('景宁县', '环江县')
    """
    return _peoples().sub("", name.removesuffix(name[-3:])) + name[-1]


@cache
def _peoples() -> "re.Pattern[str]":
    return pattern(f"(?<=..){lexicon.alternation(lexicon.words('name/peoples'))}+$")


@cache
def levels() -> Levels:
    """The places of the list ``places`` and the words of the list ``levels``."""
    codes: dict[str, str] = {}
    misread = lexicon.select("name/levels_false", "place")
    for name, code in lexicon.rows("name/places"):
        short = _short(name, code)
        region = short[:-1] if name.endswith("自治州") and len(short) > _LEAST else ""
        for word in {name, short, region} - {"", *misread}:
            codes[word] = "" if word in codes and codes[word] != code else code
    codes.update({name: f"#{code}" for name, code in lexicon.rows("name/levels")})
    return Levels(codes, sizes_by_end(codes), frozenset(lexicon.select("name/levels_false", "word")))


@cache
def provinces() -> frozenset[str]:
    """The provinces by their short names: 宁夏, 广东."""
    return frozenset(
        short for name, code in lexicon.rows("name/places") if len(code) == _PROVINCE and (short := _short(name, code))
    )


def names_a_place(word: str) -> bool:
    """Whether a word ends in a place of the list with its 省, 市, 县, or in one that stands in such a place.

    >>> [names_a_place(word) for word in ("花垣县", "长沙市岳麓区", "长沙市云岫区", "全市", "县")]
    [True, True, True, False, False]
    """
    return _is_listed(word) or (word[-1:] in _LEVELS and any(_is_listed(word[:-size]) for size in _WITHIN))


def _is_listed(word: str) -> bool:
    codes, lengths, _ = levels()
    for size in lengths.get(word[-2:], ()):
        if 1 < size <= len(word) and not codes.get(word[-size:], "#").startswith("#"):
            return True
    return False


def _goes_on(text: str, start: int, stop: int) -> bool:
    """Whether the character before a place or a level belongs to it: 应 + 县, 健 + 全市."""
    if stop - start == _LEAST and text[stop - 1] == "县":
        return not _OPEN.match(text, start - 1)
    return text[start - 1 : start + 1] == "健全"


def before(text: str, position: int) -> int:
    """Where the levels and places that end at ``position`` begin; ``position`` itself if there are none.

    >>> [before(text, text.index("局") - 2) for text in ("由州财政局", "广州市黄埔区教育局", "推进城市建设局")]
    [1, 0, 4]
    """
    codes, lengths, false = levels()
    start, floor = position, position - _LONGEST_RUN
    while 0 < start > floor:
        if start < position and text[start] in _LEVELS and (place := unlisted_before(text, start)) < start:
            start = place
        end = text[start - 2 : start]
        for size in lengths[end] if end in lengths else lengths.get(text[start - 1], ()):
            head = start - size
            if head >= 0 and text[head:start] in codes:
                if size == 1 and text[head - 1 : start] in false:
                    return start
                if head and (size == _LEAST or text[head] == "全") and _goes_on(text, head, start):
                    continue
                start = head
                break
        else:
            break
    return start


_TOWNSHIP = pattern(
    r"(?:\A|[^一-鿿]|[由和与])((?!\L<name.no-township>)(?:(?![的级地域属到至内向对过并时不通将要委请各])[一-鿿]){2,3})\Z"
)
_LONGEST_TOWNSHIP = 4


def township_before(text: str, position: int) -> int:
    """Where the name of a township begins that no list has: 城关 + 镇人民政府; ``position`` if there is none.

    >>> township_before("由城关镇人民政府", 3), township_before("所在地镇人民政府", 3)
    (1, 3)
    """
    match = _TOWNSHIP.search(text[max(position - _LONGEST_TOWNSHIP, 0) : position])
    if match and not asks(match.group(1)):
        return position - len(match.group(1))
    return unlisted_before(text, position)
