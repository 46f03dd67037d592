"""The members of a list that go without their suffix: 教育、公安等部门, 区经信、经开区管委会, 各部门、乡镇."""

from functools import partial

from policyextract import lexicon
from policyextract.grammar.name import level
from policyextract.grammar.name.function import functions_before, strong_before
from policyextract.grammar.name.lookup import lookup
from policyextract.grammar.name.organ import Name
from policyextract.grammar.name.predicate import verbs
from policyextract.grammar.name.unlisted import unlisted_before
from policyextract.text.pattern import pattern

_SUMS = frozenset(("department.group", "department.bare"))
_PLACES = frozenset(("department.zone", "department.place", "department.township"))
_LISTED_BEFORE = frozenset("、和")
_LISTED_AFTER = frozenset("、和及与以")
_MORE = pattern(
    r"(?:[、和及与]|以及)(\L<name.elided-before>?(?:乡镇(?:[（(]街道[)）])?|\L<name.place-noun>|镇[（(]街[)）]|乡[（(]镇[)）]))(?![^要应须必负配参按双定共具依每根结限将可均，。、；)）])"
)
_level_items = partial(lexicon.select, "name/words", "upper-item")
_HAN = pattern("[一-鿿]")
_OPEN = pattern(r"[^一-鿿]|[由同和与及向请经被对在]")
_UNKNOWN = pattern(r"、([一-鿿]{2,4})\Z")
_SUMMED = pattern(r"等(?:[0-9一二两三四五六七八九十百余]{0,4}[个家]|多个?)?\Z")
_LONGEST_WORD = 5
_LONGEST_LIST = 60
_MOST_UNKNOWN = 12  # words side by side that nobody knows, so that a list costs no more than its length


def _parted(text: str, start: int, stop: int) -> int:
    """Where the last member of ``财政和审计`` begins; ``start`` where the word that joins is part of one function.

    >>> _parted("财政和审计等部门", 0, 5), _parted("文化和旅游等部门", 0, 5)
    (3, 0)
    """
    words = lookup()
    if text[start:stop] in words.functions:
        return start
    for place in range(stop - 2, start, -1):
        if text[place] in "和与及" and text[place + 1 : stop] in words.alone:
            return place + 1
    return start


def _item(text: str, stop: int, listed: bool) -> Name | None:
    """A department without its suffix that ends at ``stop``: 区经信, 农业农村."""
    words = lookup()
    start = _parted(text, functions_before(text, stop), stop) if listed else functions_before(text, stop)
    if start < stop:
        begin = level.before(text, start)
        opens = not begin or bool(_OPEN.match(text[begin - 1]))
        if begin < start and opens:
            return Name(begin, stop, "agency", "department.elided")
        if listed and (opens or text[start:stop] in words.alone):
            start = max(start, strong_before(text, stop))
            return Name(start, stop, "agency", "department.elided") if start < stop else None
        if not listed and text[start:stop] in words.alone and (not start or not _HAN.match(text[start - 1])):
            return Name(start, stop, "agency", "department.elided")
        if listed:
            for size in words.function_sizes.get(text[stop - 2 : stop], ()):
                if text[stop - size : stop] in words.alone:
                    return Name(stop - size, stop, "agency", "department.elided")
        return None
    for word in _level_items():
        if text.endswith(word, 0, stop) and (stop == len(word) or _OPEN.match(text[stop - len(word) - 1])):
            return Name(stop - len(word), stop, "government", "department.level-listed")
    return None


def _among(text: str, stop: int, far: bool) -> Name | None:
    """A word of a list that nobody knows, right or ``far`` behind one that is known: 工商、 + 质监 + 、卫生等部门."""
    first: Name | None = None
    for _ in range(_MOST_UNKNOWN if far else 1):
        word = _UNKNOWN.search(text[max(stop - _LONGEST_WORD, 0) : stop])
        if word is None or word.group(1) in verbs():
            return None
        start = stop - len(word.group(1))
        first = first or Name(start, stop, "agency", "department.elided")
        if _item(text, start - 1, True):
            return first
        stop = start - 1
    return None


def _elided(text: str, stop: int, ends: dict[int, Name], listed: bool, far: bool = False) -> list[Name]:
    """The members without a suffix of the list that ends at ``stop``; members in ``ends`` are passed over."""
    found: list[Name] = []
    links = ("、", "和", "及", "与") if listed else ("、",)
    for _ in range(_LONGEST_LIST):
        name = ends.get(stop)
        if name is not None and not listed:
            break
        if name is None:
            name = _item(text, stop, listed) or (_among(text, stop, far) if listed else None)
            if name is None:
                break
            found.append(name)
        stop = name.start - 1
        if stop <= 0 or text[stop] not in links:
            break
    return found


def _sharing(text: str, stop: int) -> list[Name]:
    """The places of a list that ends at ``stop`` and shares its head: 青龙 in 青龙、白沙管理区."""
    found = []
    while (start := unlisted_before(text, stop)) < stop:
        found.append(Name(start, stop, "government", "department.place", bare=True))
        stop = start - 1
        if stop <= 0 or text[stop] not in _LISTED_BEFORE:
            break
    return found


def _before(text: str, name: Name, ends: dict[int, Name]) -> list[Name]:
    """The members without a suffix that a list has before a name: 财政、审计部门, 区经信、经开区管委会."""
    stop = name.start - 1
    link = text[stop : name.start] if stop > 0 else ""
    if link in ("、", "和") and name.rule == "department.function":
        return _elided(text, stop, ends, True)
    if link in ("和", "及", "与") and name.rule == "department.group" and text.endswith("部门", 0, name.stop):
        return _elided(text, stop, ends, True)
    if link == "、" and name.rule in _PLACES and stop not in ends:
        return _sharing(text, stop)
    if link == "、" and text[stop - 1] not in "）)" and stop not in ends:
        return _elided(text, stop, ends, False)
    return []


def _after(text: str, name: Name) -> list[Name]:
    """The small places that a list has after a name: 区级相关部门、乡镇."""
    found = []
    more = _MORE.match(text, name.stop)
    while more:
        found.append(Name(*more.span(1), "government", "department.level-listed", bare=True))
        more = _MORE.match(text, more.end())
    return found


def with_elided(text: str, names: list[Name]) -> tuple[list[Name], list[Name]]:
    """The names without 部门 where it only sums up a list, and the members of their lists that go without a suffix."""
    ends = {name.stop: name for name in names}
    kept: list[Name] = []
    further: list[Name] = []
    reached = 0
    for name in names:
        start, stop = name.start, name.stop
        last = text[start - 1 : start]
        summed = _SUMMED.search(text, max(start - _LONGEST_WORD, 0), start) if name.rule in _SUMS else None
        if summed:
            further += _elided(text, summed.start(), ends, True, text.endswith("部门", start, stop))
            continue
        kept.append(name)
        if last in _LISTED_BEFORE:
            further += _before(text, name, ends)
        if stop >= reached and text[stop : stop + 1] in _LISTED_AFTER:
            following = _after(text, name)
            reached = following[-1].stop if following else stop
            further += following
    return kept, further
