"""Traditional characters, and readings in brackets behind characters (``經(jīng)濟(jì)``)."""

import re
from collections.abc import Iterator
from functools import cache

from policyextract import lexicon
from policyextract.text.offsets import Edit
from policyextract.text.pattern import among, pattern

_BOTH = frozenset("後於徵")  # that simplified texts have too, in names
_VOWEL = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
_READING = pattern(f"[（(](?<=[\u4e00-\u9fff].)([a-z{_VOWEL}]{{1,7}})[)）]")
_HAS_TONE = pattern(f"[{_VOWEL}]")
_TONELESS = pattern(  # the syllables of the Hanyu Pinyin scheme (ISO 7098), without their tones
    "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    "(?:a(?:i|o|ng?)?|o(?:u|ng)?|e(?:i|r|ng?)?|i(?:a(?:o|ng?)?|e|u|ng?|ong)?|u(?:a(?:i|ng?)?|o|i|e|n)?|v[en]?)"
)
_SEVERAL = 3  # different ones: a page that reads characters out reads many, a unit (``面积(ha)``) stands alone


@cache
def simplified() -> dict[int, str]:
    """The simplified character for each traditional one, for ``str.translate``; not to be changed."""
    return str.maketrans(lexicon.mapping("clean/script"))


@cache
def _characters() -> "re.Pattern[str]":
    sign = f"[{''.join(lexicon.mapping('clean/script'))}]"
    return pattern(f"{sign}{sign}*+")


def script(text: str) -> Iterator[Edit]:
    """Edits that put the simplified character for the traditional one, a character for a character.

    >>> from policyextract.text.offsets import apply
    >>> source = "各縣區要於年底前完成整改，發揮帶動作用"
    >>> apply(source, script(source))
    '各县区要于年底前完成整改，发挥带动作用'
    """
    found = list(_characters().finditer(text))
    if all(_BOTH.issuperset(match[0]) for match in found):
        return
    for match in found:
        yield Edit(match.start(), match.end(), match[0].translate(simplified()))


def pinyin(text: str) -> Iterator[Edit]:
    """Edits that take out the reading of a character in brackets behind it.

    >>> from policyextract.text.offsets import apply
    >>> apply("单户企业当(dāng)年经(jīng)济(jì)", pinyin("单户企业当(dāng)年经(jīng)济(jì)"))
    '单户企业当年经济'
    >>> apply("煤(mei)炭減(jian)量替(ti)代", pinyin("煤(mei)炭減(jian)量替(ti)代"))
    '煤炭減量替代'
    >>> list(pinyin("增长率(gdp)达到6%，面积(ha)"))
    []
    """
    found = list(among(_READING, text, "（("))
    toned = [match for match in found if _HAS_TONE.search(match[1])]
    toneless = [match for match in found if _TONELESS.fullmatch(match[1])]
    if not toned and len({match[1] for match in toneless}) < _SEVERAL:
        toneless = []
    for match in sorted((*toned, *toneless), key=re.Match.start):
        yield Edit(match.start(), match.end(), "")
