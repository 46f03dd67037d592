"""Spellings of a name that mean the same: ``GDP``, ``地区生产总值``; ``规上``; ``占…的比例``, ``占…比重``."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.text.pattern import pattern

_NOTE = pattern(r"[（(][^（()）]{0,40}[）)]")
_SIGNS = pattern(r"[\s“”\"'‘’《》_·]|[（(][^（()）]{0,40}$")
_FINE = pattern(r"[Pp][Mm]\.?(?:2[.．]?5|₂\.₅)")
_LARGE = pattern("规上|规模(?=工业)")
_PER_OUTPUT = pattern("(?:每?\\L<figure.money-unit>|每?单位)(?=生产总值)")
_PER = pattern("(?:每?\\L<figure.money-unit>|每?单位)\\L<indicator.output>|^每[百千万]{1,2}[^，。；]{0,4}?人口?|^人均")
_SHARE = pattern("(?:[占与]|相当于)(?P<whole>[^，。；占]{2,16}?)(?:的)?\\L<indicator.share>$")


@cache
def _product() -> "re.Pattern[str]":
    places = lexicon.alternation(lexicon.select("indicator/words", "place"))
    return pattern(f"(?P<places>{places}*?)\\L<figure.of-product>?(?:生产总值|[Gg][Dd][Pp])")


def _plain(match: "re.Match[str]") -> str:
    """The product without 国内 and the like; a place that opens the whole name stays, to be taken off as its scope."""
    return f"{'' if match.start() else match['places']}生产总值"


def spelled(name: str) -> str:
    """A name in the spelling by which the lexicon is asked.

    >>> spelled("全社会研发经费支出相当于全市生产总值的比例"), spelled("万元GDP能耗"), spelled("规上工业增加值")
    ('全社会研发经费支出占生产总值比重', '单位生产总值能耗', '规模以上工业增加值')
    >>> spelled("细颗粒物（PM2.5）浓度"), spelled("PM_2.5浓度")
    ('细颗粒物浓度', 'PM2.5浓度')
    """
    name = _FINE.sub("PM2.5", _SIGNS.sub("", _NOTE.sub("", name)))
    name = _product().sub(_plain, name)
    name = _SHARE.sub(r"占\g<whole>比重", name)
    return _PER_OUTPUT.sub("单位", _LARGE.sub("规模以上", name.replace("的", "")))


def per(name: str) -> str:
    """Per what an indicator counts, as its name has it: ``万元生产总值``, ``每千人口``, ``人均``; or empty.

    >>> per("万元地区生产总值能耗"), per("每千人口拥有3岁以下婴幼儿托位数"), per("森林覆盖率")
    ('万元生产总值', '每千人口', '')
    """
    found = _PER.search(_product().sub("生产总值", _LARGE.sub("规模以上", _SIGNS.sub("", name))))
    return found.group() if found else ""
