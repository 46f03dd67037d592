"""Members of a list of duties whom no grammar of names knows: 供电公司 in ``（市应急局、供电公司负责）``."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, partial

from policyextract import lexicon
from policyextract.grammar.name.function import functions_before
from policyextract.grammar.name.lookup import lookup
from policyextract.grammar.name.organ import Name
from policyextract.marks.enclosure import brackets
from policyextract.marks.field import zones
from policyextract.text.document import Document, shared
from policyextract.text.pattern import among, beginning, pattern, spans

_DUTY = pattern(r"\L<name.listed-duty>")
_ITEM = pattern(r"[^、，,；;：:（()）\s]+")
_TAIL = pattern(
    r"(?:等(?!\L<name.no-tail>).*|\L<name.by-rule>.*|\L<duty.share>.*)?(?:\L<name.duty-end>|\L<name.takes-part>落实|\L<name.listed-duty>)?\Z"
)
_ORGAN = pattern(r"[一-鿿A-Za-z“”]{0,16}\L<name.organ-end>\Z")
_NO_ORGAN = pattern(r"[的了为将把]|\L<name.no-list>|[全格布大结]局")
_LONGEST = 20
_seats = partial(lexicon.select, "name/words", "seat-end")
_OF_ONE = frozenset("第镇乡县")
_LEVELS = frozenset("省市县区州旗盟镇乡")
_PARTS = frozenset(("department.unit", "department.institution", "department.group"))
_several = partial(lexicon.select, "name/words", "several")
_BY = pattern(
    r"由(?<![自理]由)([^由，。；：:\n（()）]{2,48}?)(?=\L<name.by>?(?:\L<name.shared-duty>|(?<!社会)(?<!经济)组织(?![等的、])))"
)
_FIRM = beginning(r"(\L<name.firm>)(?=[：:]?\L<name.by>?\L<name.firm-duty>)")
_FIRMS = pattern(r"(?<![^，。；\n])((?:[^，。；：:\n（()）的了、]{2,16}、){0,4}[^，。；：:\n（()）、的了]{2,16})\Z")
_FIRMS_WITHIN = 90
_PLEASE = pattern(
    r"请(?<![申邀恳敬提报]请)((?:[^，。；：:\n（()）、的]{2,16}、){1,12}[^，。；：:\n（()）、的]{2,16}?)(?=\L<name.asked-to>)"
)
_ENDS_LINE = pattern(r"[：:](?=[ \u3000]*\n)")
_ADDRESS = pattern(r"[ \u3000]*([^。；：:！？\n]{4,160})")
_COLON = frozenset(":：")


@shared
def _asked(document: Document) -> tuple[tuple[int, int], ...]:
    """The lists after 由 and 请, and the firms that are the subject of a duty."""
    text = document.text
    found = [match.span(1) for shape in (_BY, _PLEASE) for match in shape.finditer(text)]
    for _, stop in spans(_FIRM, text):
        floor = max(stop - _FIRMS_WITHIN, 0)
        subject = _FIRMS.search(text[floor:stop])
        if subject:
            found.append((floor + subject.start(1), stop))
    return tuple(sorted(found))


def _stretches(document: Document, names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """The brackets, the label zones, the lists after 由 and the lines of address that name who is meant."""
    text = document.text
    for start, stop in brackets(document):
        first = bisect_left(names, (start,))
        holds = first < len(names) and names[first].start < stop
        if holds and stop - start <= _LONGEST_BRACKET and _DUTY.search(text, start, stop):
            yield start + 1, stop - 1
    for zone in zones(document):
        yield zone.start, min(zone.stop, zone.start + _LONGEST_BRACKET)
    yield from _asked(document)
    for colon in among(_ENDS_LINE, text, "：:"):
        line = text.rfind("\n", 0, colon.start()) + 1
        match = _ADDRESS.fullmatch(text, line, colon.start())
        first = bisect_left(names, (match.start(1),)) if match else len(names)
        if match and first < len(names) and names[first].start < match.end(1):
            yield match.span(1)


_LONGEST_BRACKET = 400


def _whole(text: str, start: int, stop: int) -> bool:
    return start < stop and functions_before(text, stop) == start and text[start:stop] not in lookup().weak


def _kind(word: str) -> str:
    """各学区 and 普通高等学校 are groups, 甘泉街道办事处 is a government; 苍南中学 is neither."""
    if word.endswith(_seats()):
        return "government"
    several = word.startswith(_several()) or (word.endswith(_each()) and _OF_ONE.isdisjoint(word))
    return "group" if several else "agency"


@cache
def _each() -> tuple[str, ...]:
    return (*lexicon.select("name/units", "each"), *lexicon.select("name/units", "own"))


def _overlaps(text: str, name: Name, begin: int, end: int) -> bool:
    """Whether a name overlaps an item; a bare one inside it is only a part of it: 局 + 机关各科室, 市“两新” + 工委."""
    inside = name.bare and name.rule in _PARTS and begin <= name.start and name.stop <= end
    headed = begin < name.start and name.stop == end and text[begin] in _LEVELS and text[name.start] not in _LEVELS
    return name.start < end and begin < name.stop and not inside and not headed


def listed(document: Document, names: Sequence[Name]) -> list[Name]:
    """The members of the lists of duties that are not among the names; both in the order of the text.

    >>> document = Document.plain("（公安部、空管委办公室、供电公司负责）")
    >>> known = [Name(1, 4, "agency", "department.central")]
    >>> [document.text[name.start : name.stop] for name in listed(document, known)]
    ['空管委办公室', '供电公司']
    """
    text = document.text
    found = []
    zone_starts = {zone.start for zone in zones(document)}
    asked = {start for start, _ in _asked(document)}
    for start, stop in sorted(set(_stretches(document, names))):
        for item in _ITEM.finditer(text, start, stop):
            begin, end = item.span()
            first = bisect_left(names, (begin,))
            if first < len(names) and names[first].start == begin and names[first].rule not in _PARTS:
                continue
            tail = _TAIL.search(text[begin:end])
            end = begin + (tail.start() if tail else end - begin)
            near = names[max(first - 1, 0) : bisect_left(names, (end,)) + 1]
            if (text[begin - 1] in ":：" and begin not in zone_starts) or (
                item.end() < stop and text[item.end()] in _COLON
            ):
                continue
            if not 2 <= end - begin <= _LONGEST or any(_overlaps(text, name, begin, end) for name in near):
                continue
            word = text[begin:end]
            if (start not in asked and _whole(text, begin, end)) or (_ORGAN.match(word) and not _NO_ORGAN.search(word)):
                found.append(Name(begin, end, _kind(word), "department.listed"))
    return found
