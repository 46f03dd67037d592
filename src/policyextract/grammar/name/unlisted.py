"""Places that no list has, by the characters of their names (云岭 + 市), and places left open (某 + 县, ×× + 市)."""

import re
from functools import cache
from string import ascii_uppercase

from policyextract import lexicon
from policyextract.text.pattern import pattern

_LEAST, _MOST = 2, 3
_GENERIC = pattern(r"\L<name.generic-lead>?[区州县旗]$|(?<=..)\L<name.zone-end>$|[省市盟旗镇乡]$")
_LEFT_OPEN = pattern(
    r"(?:某某?|(?<![A-Za-z0-9×＊*○Ｘ])(?:[×＊*○Ｘ]{1,3}|X{1,3}|x{1,3}|[A-Z]|[甲乙丙丁](?<![一-鿿].)|(?<=[与和及同由向])[甲乙丙丁]))\Z"
)
_LEFT_OPEN_ENDS = frozenset(f"某×＊*○ＸXx甲乙丙丁{ascii_uppercase}")
_EDGE = pattern(r"[^一-鿿A-Za-z0-9“”\"]|[由同和与及请向报经是在受省市州县区盟党共局、，：]")


@cache
def _signs() -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """What the names of places are written in; the words that stand before a body."""
    names = "".join(_GENERIC.sub("", name) for name in lexicon.words("name/places"))
    signs = re.escape("".join(sorted({*names, *"".join(lexicon.words("name/generics"))})))
    heads = lexicon.alternation((*lexicon.words("name/opens"), *_before()))
    return pattern(f"[{signs}]+"), pattern(f"(?:{heads}|[由同和与及请向报经])\\Z")


@cache
def _no_places() -> frozenset[str]:
    """Words in the characters of places that are part of no such name: verbs, 部分, 农村."""
    verbs = [word for word in lexicon.words("words/verbs") if len(word) > 1]
    return frozenset((*lexicon.select("name/levels_false", "unlisted"), *verbs))


def _is_place(text: str, start: int, stop: int) -> bool:
    """Whether characters may name a place: none of them and no two or three together are another word."""
    if not _signs()[0].fullmatch(text, start, stop):
        return False
    words = _no_places()
    return not any(text[a:b] in words for a in range(start, stop) for b in range(a + 1, stop + 1))


def _before() -> tuple[str, ...]:
    """The words of two characters or more that stand before a body: 督促, 报送."""
    return tuple(word for word, where, _ in lexicon.rows("part/roles") if where == "before" and len(word) > 1)


def asks(words: str) -> bool:
    """Whether words end in one that stands before a body: 会同, 督促.

    >>> asks("会同"), asks("城关")
    (True, False)
    """
    return _signs()[1].search(words) is not None


def left_open_before(text: str, position: int) -> int:
    """Where a place begins that the text leaves open and that ends at ``position``: 某 + 县; else ``position``.

    >>> left_open_before("由某县教育局", 2), left_open_before("××市住建局", 2), left_open_before("由县教育局", 1)
    (1, 0, 1)
    """
    if text[position - 1 : position] not in _LEFT_OPEN_ENDS:
        return position
    match = _LEFT_OPEN.search(text[max(position - _MOST - 1, 0) : position])
    return position - len(match.group()) if match else position


def unlisted_before(text: str, position: int, most: int = _MOST) -> int:
    """Where a name begins that is written like that of a place and ends at ``position``; else ``position``.

    It is a word of its own: at the head of a clause, after another place, or after a word that asks somebody.

    >>> unlisted_before("由云岭市政府负责", 3), unlisted_before("会同石门坎镇政府", 5), unlisted_before("推进县城", 2)
    (1, 2, 2)
    """
    start = left_open_before(text, position)
    if start < position:
        return start
    signs, heads = _signs()
    if position < _LEAST or not signs.fullmatch(text, position - _LEAST, position):
        return position
    for size in range(min(most, position), _LEAST - 1, -1):
        start = position - size
        if _EDGE.match(text, start) or not _is_place(text, start, position) or heads.search(text[start:position]):
            continue
        if not start or _EDGE.match(text, start - 1) or heads.search(text[max(start - 4, 0) : start]):
            return start
    return position
