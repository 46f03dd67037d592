"""Places that stand for their governments where they are told to act: 我县, 高新区, 河溪镇, 花垣县."""

import re
from functools import cache, partial

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.context import context, words_of
from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.predicate import acts_at, predicate_opens, verb_firsts, verbs
from policyextract.grammar.name.region import OPENS, opens, regions
from policyextract.grammar.name.unlisted import unlisted_before
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

_TOLD = pattern(
    r"[省市县区州旗盟镇乡园道木](?=(?:[（(][^（）()\n]{1,16}[)）])?\L<marks.modal>|[负配参牵、和及，,。；;）)：:\n]|\Z)(?!(?<=[镇乡道木])[和及])"
)
_NAMED = pattern(
    r"(?:\A|[^一-鿿]|[由同和与及促])((?![各全加推建由同和与及促]|.{0,3}[的在是有为了将把级类家个所设进])[一-鿿]{0,4})\Z"
)
_OURS_SIZE = 2  # signs of a place that is ours, or that stands for a level: 我县, 县上
_LONGEST_NAME = 5
_SHORTEST_PLACE = 3
_WILL = pattern(r"将(?![军近来])")  # 我市 + 将举一反三
_OURS = frozenset("我本该")
_only = partial(lexicon.select, "name/words", "zone-alone")
_sorts = partial(lexicon.select, "name/words", "place-sorts")
_LONGEST_ZONE = 10
_AFTER_TIME = pattern(
    r"(?:[今明后当来0-9一二三五十]年|年[初末底]|[0-9][月日]|[年月底日]前|\L<name.since-when>|之[前后])\Z"
)
_LONGEST_TIME = 2


@cache
def _zones() -> tuple[frozenset[str], frozenset[str]]:
    """The words for zones, and their last two characters."""
    zones = frozenset(words_of("zone"))
    return zones, frozenset(word[-2:] for word in zones)


def _zone_word(text: str, stop: int) -> str:
    """The longest word for a zone that ends at ``stop``, empty if there is none."""
    zones, last = _zones()
    if text[stop - 2 : stop] not in last:
        return ""
    ends = (text[stop - size : stop] for size in range(min(_LONGEST_ZONE, stop), 1, -1))
    return next((word for word in ends if word in zones), "")


def _zone(text: str, stop: int) -> Name | None:
    """高新区, 泸溪高新区."""
    size = len(_zone_word(text, stop))
    if not size:
        return None
    begin = min(level.before(text, stop - size), level.before(text, stop))
    named = unlisted_before(text, begin)
    if named == begin and begin and not opens(text, begin):
        match = _NAMED.search(text[max(begin - _LONGEST_NAME, 0) : begin])
        if match is None:
            return None
        named -= len(match.group(1))
    return Name(named, stop, "government", "department.zone", bare=True)


def _township(text: str, stop: int) -> Name | None:
    """A township of any name: 河溪镇 in 河溪镇、矮寨镇要抓好."""
    start = stop - (2 if text[stop - 2 : stop] in lexicon.select("name/words", "township-of-two") else 1)
    if text[start] in "道木":
        return None
    begin = level.township_before(text, start)
    deed = text[stop - 1] in "村区" and text[begin : begin + 2] in verbs()  # 提升社区服务
    return Name(begin, stop, "government", "department.township", bare=True) if begin < start and not deed else None


def _place(text: str, stop: int) -> Name | None:
    """A province, prefecture or county that ends at ``stop``, as a word of its own: 花垣县 in 花垣县、保靖县要加快."""
    begin = level.before(text, stop)
    if not _is_known(text, begin, stop):
        return None
    if begin and not OPENS.match(text, begin - 1):
        return None
    return Name(begin, stop, "government", "department.place", bare=True)


def _told(text: str, stop: int) -> Name | None:
    last = text[stop - 1]
    if last in "镇乡道木":
        return _township(text, stop)
    found = _zone(text, stop) if last in "区园" else None
    return found or (_place(text, stop) if last != "园" else None)


@cache
def _runs() -> "re.Pattern[str]":
    """The end of a place before what may be its verb: 花垣县 + 开展, 宁夏 + 启动."""
    ends = "".join(sorted({word[-1] for word in level.provinces()} | set("省市县区州旗盟镇乡道村")))
    heads = "".join(sorted({word[0] for word in lexicon.select("name/words", "stands-for")} | set(ends)))
    stands = rf"(?<=(?=\L<name.stands-for>{verb_firsts()}).)."
    return pattern(rf"[{heads}](?:{stands}|(?<=[{ends}])(?={predicate_opens()}))")


def _running(text: str, stop: int) -> Name | None:
    """A place at the head of a clause with a verb behind it; it needs no duty to count."""
    stands = text[stop - 1] in "级上"
    ours = text[stop - 2 : stop - 1] in _OURS
    told = stands and context().must.match(text, stop) is not None
    if not (acts_at(text, stop) or told or (ours and _WILL.match(text, stop))):
        return None
    if ours:
        name: Name | None = Name(stop - _OURS_SIZE, stop, "government", "department.place")
    elif stands:
        kind = "group" if text[stop - 2 : stop] == "各级" else "government"
        name = Name(stop - _OURS_SIZE, stop, kind, "department.place")
    elif text[stop - 1] in "镇乡道村" or text.endswith("社区", 0, stop):
        name = None if text.endswith(_sorts(), 0, stop) else _township(text, stop)
    else:
        begin = level.before(text, stop)
        known = _is_known(text, begin, stop) or text[begin:stop] in level.provinces()
        name = Name(begin, stop, "government", "department.place") if known else _named_zone(text, stop)
    if name is None or not _heads_clause(text, name.start):
        return None
    return name._replace(bare=False)


def _is_known(text: str, begin: int, stop: int) -> bool:
    """Whether a place is of the list, stands in one of it, or is written as one: 岚川 + 县."""
    if stop - begin < _SHORTEST_PLACE:
        return False
    return level.names_a_place(text[begin:stop]) or unlisted_before(text, stop - 1) == begin


def _named_zone(text: str, stop: int) -> Name | None:
    """A zone with the name of a place: 两江 + 新区, and not 园区."""
    word = _zone_word(text, stop) if text[stop - 1] == "区" else ""
    if not word:
        return None
    head = stop - len(word)
    begin = unlisted_before(text, level.before(text, head))
    own = begin < head or word in _only()
    return Name(begin, stop, "government", "department.zone", bare=True) if own else None


def _heads_clause(text: str, start: int) -> bool:
    """Whether a clause begins here, or only a time or a word that asks somebody stands before: 今年 + 青海."""
    if not start or not "一" <= text[start - 1] <= "鿿":
        return True
    if context().before.get(text[start - 2 : start]) == "responsible":
        return True
    return _AFTER_TIME.search(text[max(start - _LONGEST_TIME, 0) : start]) is not None


@shared
def territories(document: Document) -> tuple[Name, ...]:
    """The places of a document that may act: those that only a duty shows to act are bare.

    >>> document = Document.plain("鼓励贫困地区先行先试，泸溪县、高新区要加快高新区建设")
    >>> [document.text[name.start : name.stop] for name in territories(document)]
    ['贫困地区', '泸溪县', '高新区']
    """
    text = document.text
    told = [name for match in _TOLD.finditer(text) if (name := _told(text, match.end()))]
    running = [name for match in _runs().finditer(text) if (name := _running(text, match.end()))]
    places = {(name.start, name.stop): name for name in (*told, *running)}  # what runs counts without a duty
    return (*regions(text), *places.values())
