"""Departments by the build of their names (level or place, function, suffix), and names that are whole."""

from functools import cache, partial
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.assembly import only_meets, term_before
from policyextract.grammar.name.function import functions_before, strong_before
from policyextract.grammar.name.lookup import WORD_ENDS, WORD_STOP, Body, Lookup, Suffix, lookup
from policyextract.grammar.name.predicate import acts_at
from policyextract.grammar.name.run import run_before
from policyextract.grammar.name.unlisted import asks, left_open_before, unlisted_before
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern


class Name(NamedTuple):
    """A name in the cleaned text.

    Attributes:
        start, stop: where it stands.
        kind: agency, government or group.
        rule: the rule that found it.
        bare: whether the words alone do not show that they name somebody who acts (``部门``, ``国家``).
    """

    start: int
    stop: int
    kind: str
    rule: str
    bare: bool = False


_ASIDE = pattern(r"[（(][一-鿿]{1,4}[)）]\Z")
_VERB, _BOARD = 2, 2  # signs of a verb, of the suffix of a board with the sign before it
_LONGEST_ASIDE = 6
_told = partial(lexicon.select, "name/words", "told-of")
_offices = partial(lexicon.select, "name/words", "general-office")
_assemblies = partial(lexicon.select, "name/words", "assembly")
_COLONS = frozenset(":：")
_LINE_HEADS = frozenset(("", "\n", " ", "\u3000"))
_WHERE = frozenset("在向")  # 在县人大二次会议提出
_MEETING = 12
_branches = partial(lexicon.select, "name/words", "bank-branch")
_of_places = partial(lexicon.select, "name/words", "of-place")
_firms = partial(lexicon.select, "name/words", "firm-noun")
_STATE = "中华人民共和国"
_ours = partial(lexicon.select, "name/words", "one-s-own")
_centre = partial(lexicon.select, "name/words", "nation")
_HEAD = pattern(r"\L<name.organ-head>")
_AFTER_BODY = pattern(r"\L<name.beside-end>[与和及]")
_AT_WORD_START = pattern(r"[^一-鿿]|[由同和与及向请经报交商对各]")
_AT_WORD_STOP = pattern(WORD_STOP)
_NO_COMMITTEE = frozenset("常党军编国政市县区州省旗工部")
_OF_COMMITTEE = pattern(r"[省市州县区旗镇乡][（(][^（）()\n，。]{1,8}[)）]委\Z")
_LONGEST_COMMITTEE = 13
_UNKNOWN_FUNCTION = pattern(r"(?!.*[的了和在为对把被将与及是有由各省市州县区事])[一-鿿]{1,7}\Z")


def _body(text: str, stop: int, words: Lookup, sizes: tuple[int, ...]) -> Name | None:
    """A name of one of these lengths that is whole by itself, or after a level, ending at ``stop``."""
    if text[stop - 3 : stop] in _offices() and text[stop - 6 : stop - 3] not in _offices():
        parent = _body(text, stop - 3, words, words.ending(text, stop - 3).sizes)
        if parent is not None and parent.rule == "department.central":
            return Name(parent.start, stop, "agency", "department.branch")
    for size in sizes:
        start = stop - size
        body = words.bodies.get(text[start:stop]) if start >= 0 else None
        name = _named(text, start, stop, body) if body else None
        if name is not None:
            return name
    return None


def _named(text: str, start: int, stop: int, body: Body) -> Name | None:
    """A body with the level or the place before it, if it is one at this place."""
    word = text[start:stop]
    begin = start if word.startswith("街道") and text.endswith("所在地", 0, start) else level.before(text, start)
    if word in _assemblies():
        if only_meets(text, stop):
            return None
        begin = level.before(text, term_before(text, begin))
        if text[begin - 1 : begin] in _WHERE and text.find("会议", stop, stop + _MEETING) >= stop:
            return None
    if body.central:
        if text.endswith(_STATE, 0, start):
            return Name(start - len(_STATE), stop, body.kind, "department.central")
        own = begin == start or text[begin:start] in _centre() or body.kind == "government"
        if text.endswith(_firms(), 0, start):
            return None
        if own or not body.local:
            return Name(start, stop, body.kind, "department.central") if own else None
    if word in _branches():
        return Name(begin, stop, body.kind, "department.branch") if text.endswith("人民银行", 0, begin) else None
    bare = not acts_at(text, stop) if word.startswith(_ours()) else word.endswith("中心")
    return _local(text, begin, Name(start, stop, body.kind, "department.body", bare), body.must)


def _local(text: str, begin: int, name: Name, must: bool) -> Name | None:
    """A body below the centre: with its level or place from ``begin`` on, with a place that no list has, or with 各."""
    start, word = name.start, text[name.start : name.stop]
    if begin == start and word.startswith("街道"):
        begin = level.township_before(text, start)
    if begin == start and text[start - 1 : start] == "委":  # 县（市、区）委 + 组织部
        committee = _OF_COMMITTEE.search(text, max(start - _LONGEST_COMMITTEE, 0), start)
        begin = committee.start() if committee else begin
    if begin == start and word in _of_places():
        begin = unlisted_before(text, start)
    if begin == start and text[start - 1 : start] == "各":
        kind = "group" if name.kind == "agency" else name.kind
        return Name(start - 1, name.stop, kind, "department.body")
    heads = text[name.stop : name.stop + 1] in _COLONS and text[start - 1 : start] in _LINE_HEADS
    return name._replace(start=begin) if begin < start or not must or heads else None


def _composed(text: str, stop: int, suffix: Suffix) -> Name | None:
    """A name of known functions and a suffix."""
    end = stop - len(suffix.text)
    aside = _ASIDE.search(text[max(end - _LONGEST_ASIDE, 0) : end]) if text[end - 1] in "）)" else None
    end -= len(aside.group()) if aside else 0
    start = functions_before(text, end)
    if start == end:
        return None
    begin = level.before(text, start)
    if begin == start and text[start : start + 2] in lookup().weak:
        start = begin = strong_before(text, end)
        if start == end:
            return None
    if begin == start and text[start:end] in lookup().weak:
        return None
    if suffix.needs == "prefix" and begin == start and not _between_names(text, start, stop):
        return None
    return Name(begin, stop, "agency", "department.composed", bare=suffix.text == "中心")


def _between_names(text: str, start: int, stop: int) -> bool:
    """Whether a name without a level stands in a list, or is a part of the bureau before it: 公安局 + 交通警察支队."""
    if text[start - 1 : start] == "局" and text[stop - 1 : stop] == "队":
        return True
    return text[start - 1 : start] == "、" and text[stop : stop + 1] in ("、", "等")


def _run(text: str, stop: int, suffix: Suffix) -> Name:
    """A name of whatever words, from the last word that opens it: 组建 + 专项债券申报专班."""
    end = stop - len(suffix.text)
    start = run_before(text, end)
    start = max([start, *(match.end() for match in _AFTER_BODY.finditer(text, start, end))])
    for head in _HEAD.finditer(text, start, end):
        start = level.before(text, head.start()) if head.start() > start else start
    begin = min(start, level.before(text, start)) if start == end else start
    return Name(begin, stop, "agency", "department.run", bare=begin == end)


@cache
def _verbs() -> frozenset[str]:
    """Verbs of two characters, before which a name ends."""
    return frozenset(word for word in lexicon.words("words/verbs") if len(word) == _VERB)


def _starts_word(text: str, position: int) -> bool:
    return not position or _AT_WORD_START.match(text, position - 1) is not None or asks(text[position - 2 : position])


def _unknown(text: str, stop: int) -> Name | None:
    """A level and a suffix around a function that no list knows: 区 + 智慧 + 办, as a word of its own."""
    if text[stop - 1] not in WORD_ENDS:
        return None
    if not (_AT_WORD_STOP.match(text, stop) or text[stop : stop + 2] in _verbs() or text.startswith(_told(), stop)):
        return None
    head = stop - _BOARD
    if text[stop - 1] == "委" and text[head] not in _NO_COMMITTEE and (begin := level.before(text, head)) < head:
        return Name(begin, stop, "agency", "department.shape") if _starts_word(text, begin) else None
    held = left_open_before(text, stop - 1)
    if held < stop - 1:
        return Name(held, stop, "agency", "department.shape")
    least = 2 if text[stop - 1] == "办" and not text.endswith(lexicon.select("name/words", "no-body"), 0, stop) else 3
    for start in range(stop - least, max(stop - 9, 0), -1):
        begin = level.before(text, start)
        if begin < start and _starts_word(text, begin):
            known = _UNKNOWN_FUNCTION.match(text[start : stop - 1])
            return Name(begin, stop, "agency", "department.shape") if known else None
    return None


def _longer(text: str, name: Name) -> Name:
    """A name, or the longer one of a level and unknown words that it is the end of: 市资源 + 规划局."""
    inside = name.rule == "department.body" and "一" <= text[name.start - 1 : name.start] <= "鿿"
    longer = _unknown(text, name.stop) if inside else None
    return longer if longer is not None and longer.start < name.start else name


def _read(text: str, stop: int, words: Lookup) -> Name | None:
    """The longest name that ends at ``stop``."""
    sizes, suffixes = words.ending(text, stop)
    best = _body(text, stop, words, sizes) if sizes else None
    if text[stop - 2 : stop] in words.false_ends and functions_before(text, stop - 1) == stop - 1:
        return best
    whole = best is not None and not "一" <= text[best.start - 1 : best.start] <= "鿿"
    for suffix in suffixes:
        if not text.endswith(suffix.text, 0, stop):
            continue
        if suffix.needs == "run":
            found: Name | None = _run(text, stop, suffix)
        else:
            found = None if whole else _composed(text, stop, suffix)
        if found and (best is None or found.start < best.start):
            best = found
    return _longer(text, best) if best else _unknown(text, stop)


@shared
def organs(document: Document) -> tuple[Name, ...]:
    """The departments that are named one by one, in the order of their ends; a longer name may hold a shorter one.

    >>> document = Document.plain("优化布局，由州财政局牵头，会同州发改委做好")
    >>> [document.text[name.start : name.stop] for name in organs(document)]
    ['州财政局', '州发改委']
    """
    text, words = document.text, lookup()
    return tuple([name for match in words.scan.finditer(text, 1) if (name := _read(text, match.end(), words))])
