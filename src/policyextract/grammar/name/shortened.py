"""Places by their names alone, without 市, 县, 区: 广州, 武义、磐安; 新化, where the text has 新化县 too."""

import re
from collections.abc import Callable
from functools import cache

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.predicate import acts_or_must
from policyextract.grammar.name.run import run_before
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_PROVINCE, _PREFECTURE = 2, 4  # digits of the codes
_SORTS = frozenset("市县区旗")
_LEAST, _MOST = 2, 3  # characters of such a name
_LINKS = frozenset("、和")
_APART = "\0-\u4dff\ua000-\U0010ffff"  # no Chinese characters, in a class that is searched for fast
_SUM = pattern(r"等(?:[0-9一二三四五六七八九十]{1,3}个)?\L<name.summed-sort>")
_PLACES = pattern(r"(?:[一-鿿]{2,4}、){1,8}[一-鿿]{2,4}\Z")
_LONGEST_LIST = 44
_COUNT = pattern(r"(?:[两三四五六七八九十]|[1-9][0-9]?个?)[省市县区州地](?:[一二两三四][市县区])?")  # 三省一市, 3县


@cache
def _names() -> dict[str, str]:
    """Such names, each with the whole of a county, and with nothing for a prefecture, which needs no other sign."""
    other = (
        lexicon.words("words/verbs"),
        lexicon.words("name/functions"),
        lexicon.select("name/levels_false", "unlisted"),
    )
    words = frozenset(word for words in other for word in words)
    names: dict[str, str] = {}
    autonomous = lexicon.select("name/words", "autonomous")
    for name, code in lexicon.rows("name/places"):
        word = (level.without_people(name) if name.endswith(autonomous) else name)[:-1]
        if name[-1] in _SORTS and _LEAST <= len(word) <= _MOST and word not in words and len(code) > _PROVINCE:
            names[word] = name if len(code) > _PREFECTURE and names.get(word, name) else ""
    return names | dict.fromkeys(level.provinces(), "")


@cache
def _scan() -> "re.Pattern[str]":
    """What stands before such a name: the end of a clause, or what hands a duty to it."""
    firsts, seconds = ("".join(sorted({name[place] for name in _names()})) for place in (0, 1))
    return pattern(
        rf"[{_APART}由年月日](?=[{firsts}][{seconds}])(?:(?<=[{_APART}])|(?<![自理].)(?<=由)|(?<=[0-9].)(?<!由))"
    )


def _stop(text: str, start: int) -> int:
    """Where the name ends that begins at ``start``; ``start`` if none does."""
    known = _names()
    for size in (_MOST, _LEAST):
        if text[start : start + size] in known:
            return start + size
    return start


def _listed(text: str, start: int) -> list[Name]:
    """The names of a list that begins at ``start``."""
    found: list[Name] = []
    while (stop := _stop(text, start)) > start:
        found.append(Name(start, stop, "government", "department.place"))
        if text[stop : stop + 1] not in _LINKS:
            break
        start = stop + 1
    return found


def _sure(names: list[Name], word: str, written: Callable[[str], bool]) -> bool:
    """Whether the names are those of places: several, of a prefecture, or with its 县 ``written`` in the text."""
    return len(names) > 1 or written(_names()[word])


def _summed(text: str) -> list[Name]:
    """The places of a list that its sort sums up, where they act: 桥墩、钱库等乡镇 + 率先完成."""
    found: list[Name] = []
    for match in _SUM.finditer(text):
        places = _PLACES.search(text, max(match.start() - _LONGEST_LIST, 0), match.start())
        if places is None or not acts_or_must(text, match.end()):
            continue
        start = max(places.start(), run_before(text, text.find("、", places.start())))
        for word in text[start : match.start()].split("、"):
            found.append(Name(start, start + len(word), "government", "department.place"))
            start += len(word) + 1
    return found


@shared
def shortened(document: Document) -> tuple[Name, ...]:
    """Such places where they are the subject of a clause, in the order of the text.

    >>> document = Document.plain("武义、磐安实现摘帽，和平、发展是主题")
    >>> [document.text[name.start : name.stop] for name in shortened(document)]
    ['武义', '磐安']
    """
    text = document.text
    written = cache(text.__contains__)
    found: list[Name] = []
    reached = 0
    for start in (0, *[match.end() for match in _scan().finditer(text)]):
        names = _listed(text, start) if start >= reached else []
        if not names:
            continue
        reached = names[-1].stop
        count = _COUNT.match(text, reached) if len(names) > 1 else None
        word = text[names[0].start : names[0].stop]
        if acts_or_must(text, count.end() if count else reached) and _sure(names, word, written):
            found += names
    return (*found, *_summed(text))
