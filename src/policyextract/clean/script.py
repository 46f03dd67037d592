"""Traditional characters, and readings in brackets behind characters (``經(jīng)濟(jì)``)."""

import re
from collections.abc import Iterator
from functools import cache

from policyextract import lexicon
from policyextract.text.offsets import Edit
from policyextract.text.pattern import pattern

_BOTH = frozenset("後於徵")  # that simplified texts have too, in names
_VOWEL = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
_READING = pattern(f"(?<=[\u4e00-\u9fff])[（(][a-z{_VOWEL}]{{1,7}}[)）]")
_HAS_TONE = pattern(f"[{_VOWEL}]")


@cache
def simplified() -> dict[int, str]:
    """The simplified character for each traditional one, for ``str.translate``; not to be changed."""
    return str.maketrans(lexicon.mapping("clean/script"))


@cache
def _characters() -> "re.Pattern[str]":
    signs = "".join(lexicon.mapping("clean/script"))
    return re.compile(f"[{signs}]+")


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
    >>> list(pinyin("增长率(gdp)达到6%"))
    []
    """
    if _HAS_TONE.search(text) is None:
        return
    for match in _READING.finditer(text):
        if _HAS_TONE.search(match[0]):
            yield Edit(match.start(), match.end(), "")
