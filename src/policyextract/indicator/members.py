"""Indicators that share a part of their names: ``城镇、农村居民人均可支配收入``, ``一二三产增加值``."""

import re
from functools import lru_cache

from policyextract.indicator.standard import UNKNOWN, StandardIndicator, standard_indicator
from policyextract.text.pattern import pattern

_LINK = pattern("[、，,]|以及|(?<!可)[和及与]")
_TOWN_COUNTRY = pattern("城乡(?=(?:常住)?居民)")
_SECTORS = pattern("第?(?P<run>[一二三]{2,3}|[一二三](?:[、和][一二三]){1,2})(?P<noun>次?产业?)")
_ENDING = 24


def spread(phrase: str) -> str:
    """A phrase whose joined words are parted.

    >>> spread("城乡居民收入"), spread("一、二产业增加值")
    ('城镇居民、农村居民收入', '第一产业、第二产业增加值')
    """
    phrase = _TOWN_COUNTRY.sub("城镇居民、农村", phrase, count=1)
    sectors = _SECTORS.search(phrase)
    if sectors:
        parted = "、".join(f"第{number}产业" for number in re.sub("[、和]", "", sectors["run"]))
        phrase = phrase[: sectors.start()] + parted + phrase[sectors.end() :]
    return phrase


def _completed(member: str, last: str) -> StandardIndicator:
    """A member of a list: by itself, or with as much of the end of the last member as makes it an indicator."""
    ends = ("", *(last[start:] for start in range(1, min(len(last) - 1, _ENDING))))
    return next((found for end in ends if (found := standard_indicator(member + end)).name), UNKNOWN)


def _begun(last: str, first: str) -> StandardIndicator:
    """The last member of a list: by itself, or with as much of the beginning of the first as makes it an indicator."""
    beginnings = ("", *(first[:stop] for stop in range(min(len(first), _ENDING), 1, -1)))
    return next((found for begin in beginnings if (found := standard_indicator(begin + last)).name), UNKNOWN)


@lru_cache(maxsize=1024)
def members(phrase: str) -> tuple[StandardIndicator, ...]:
    """The indicators that a phrase lists, in its order; empty where one of them is not known.

    >>> [found.name for found in members("城镇、农村居民人均可支配收入")]
    ['城镇居民人均可支配收入', '农村居民人均可支配收入']
    >>> [found.name for found in members("一二三产增加值")], members("道路、桥梁")
    (['第一产业增加值', '第二产业增加值', '第三产业增加值'], ())
    >>> [found.name for found in members("社会消费品零售总额、固定资产投资")]
    ['社会消费品零售总额', '固定资产投资']
    """
    whole = standard_indicator(phrase)
    if whole.name:
        return (whole,)
    *firsts, last = [part for part in _LINK.split(spread(phrase)) if part] or [""]
    found = (*(_completed(member, last) for member in firsts), _begun(last, firsts[0] if firsts else ""))
    return tuple(dict.fromkeys(found)) if all(indicator.name for indicator in found) else ()
