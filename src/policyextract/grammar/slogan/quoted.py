"""What stands between quotation marks, with its neighbours: the places where slogans are coined."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policyextract.marks.enclosure import titles
from policyextract.marks.quotation import quotations
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_LONGEST = 90
_SINGLE = pattern("‘([^‘’“”\n]{2,30})’")
_JOINTS = frozenset(("", "、", "，", ",", "和", "及", "与", "或", "以及", "；", "+"))
_WIDEST_JOINT = 4  # two marks, and 以及 between them
_WINDOW = 14
_SPACE = pattern("[ \t\u3000]")
_EVEN = pattern(  # two parts of four signs or more, three of two or more, of one length
    "|".join(f"[一-鿿]{{{n}}}(?:[ \t\u3000][一-鿿]{{{n}}}){{{1 if n > 3 else 2},5}}" for n in range(2, 11))
)
_CLAUSE_END = pattern("[，,。；;：:！!？?\n、]")


class Quoted(NamedTuple):
    """A quoted string.

    Attributes:
        start, stop: what is inside the marks.
        text: the same without white space, or with commas for what parts it into parts of one length.
        before, after: what stands before the first and after the last of the quoted strings that it is listed with.
        listed: whether it is listed with others.
    """

    start: int
    stop: int
    text: str
    before: str
    after: str
    listed: bool

    def is_listed_with(self, other: "Quoted") -> bool:
        """Whether a string beside this one belongs to the same list."""
        gap = max(self.start, other.start) - min(self.stop, other.stop)
        return self.listed and other.listed and gap <= _WIDEST_JOINT


def _innermost(text: str, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places, and for one that holds quotations of its own these: “建成‘数字果园’30个”."""
    for start, stop in places:
        inner = [match.span(1) for match in _SINGLE.finditer(text, start, stop)]
        yield from inner or [(start, stop)]


def _unspaced(text: str) -> str:
    """A quoted string without white space; what parts it into parts of one length is a pause: ``走进乡村 看见变化``.

    >>> _unspaced("三高 四新"), _unspaced("走进乡村 看见变化")
    ('三高四新', '走进乡村，看见变化')
    """
    return _SPACE.sub("，" if _EVEN.fullmatch(text) else "", text)


@shared
def quoted(document: Document) -> tuple[Quoted, ...]:
    """The quoted strings of a document outside of titles; those that are listed share what stands around the list.

    >>> from policyextract.clean import read
    >>> [(found.text, found.after) for found in quoted(read("基本实现“一网通办”“一件事一次办”，确保"))]
    [('一网通办', '，确保'), ('一件事一次办', '，确保')]
    """
    text = document.text
    named = titles(document)
    places = [(start + 1, stop - 1) for start, stop in quotations(document) if named.around(start) is None]
    if "‘" in text:
        places = [*_innermost(text, places)]
    places = [place for place in places if place[1] - place[0] <= _LONGEST and text[slice(*place)].strip()]
    found: list[Quoted] = []
    first, last = 0, len(places) - 1
    for index, (_, stop) in enumerate(places):
        following = places[index + 1][0] if index < last else len(text) + _WINDOW
        if following - stop < 5 and text[stop + 1 : following - 1] in _JOINTS:
            continue
        begin = places[first][0] - 1
        before = text[begin - _WINDOW if begin > _WINDOW else 0 : begin]
        after = text[stop + 1 : stop + 1 + _WINDOW]
        for a, b in places[first : index + 1]:
            found.append(Quoted(a, b, _unspaced(text[a:b]), before, after, index > first))
        first = index + 1
    return tuple(found)


def clause_before(before: str) -> str:
    """The part of a context that belongs to the same clause.

    >>> clause_before("负责。深入推进")
    '深入推进'
    """
    return _CLAUSE_END.split(before)[-1]
