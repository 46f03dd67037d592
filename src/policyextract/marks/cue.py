"""Function words that show what a clause does: modals, aspect markers, horizons."""

import re
from functools import cache, partial
from typing import NamedTuple

from policyextract import lexicon
from policyextract.lexicon import rows
from policyextract.marks.passage.frame import first_year, period
from policyextract.marks.passage.opening import number_of_plan
from policyextract.number.numerals import small_integer
from policyextract.text.document import Document
from policyextract.text.pattern import beginning, pattern

_YEAR = "(?<![比较以与从自占在])(?P<to>到)?(?P<year>(?:19|20)[0-9]{2})年(?!.{0,3}基础)(?P<tail>以来)?"
_GOAL = (  # the noun of a goal right before its figure: ``投资目标86亿元``; not of what was done: ``完成任务36%``
    "(?P<goal>(?<!完成)(?<!年度)\\L<marks.goal-noun>[数值量]?[为是]?(?=[0-9.]{1,9}[^0-9.%％])"
    "|增[长速]目标[为是]?(?=[0-9]))"
)
_PERIOD = (
    '(?<![比较以与从自占在])(?<![比较以与从自占在][“"])(?P<before>到)?'
    '[“"]?十(?P<number>[一二三四五六七八九])五[”"]?(?:\\L<time.period-noun>|(?P<ended>期?末))'
)
_OUTLOOK = (  # 建成后可年产5万吨
    "(?P<outlook>\\L<marks.built>之?后(?=[，,]?[^。；;0-9了已]{0,24}\\L<marks.foreseen>))"
)
_WILL_OPENS, _WILL_HOW = pattern("\\L<marks.will-opens>"), pattern("\\L<marks.will-how>")
_DISPOSED = pattern("[^，,。；;0-9]{2,24}?(?:(?<!达)[到至入]|作为|\\L<marks.disposed>)")
_VERB, _FIRM = 2, frozenset(("firm",))
_SINCE_PLAN = '(?<=[比较])[“"]?十(?P<since>[一二三四五六七八九])五[”"]?期?末'  # 比“十一五”末提高2个百分点
_BASE = pattern("[^，。；]{0,24}基础上")
_OUT_OF, _INTO = frozenset("由从"), pattern("的?[^，。；0-9]{0,6}[0-9][^，。；]{0,16}?[到至为]")
_NEAR = 27  # characters that hold a base, or what is compared with a goal
_goals = partial(lexicon.select, "marks/words", "goal-noun")
_THAN = pattern(  # no goal, but what is compared with (比规划目标5亿元超过) or was done (已完成整改任务66项)
    "(?<![占对类评同])[比较][^，。；]{1,20}$|已?完成[^，。；0-9]{1,8}$|已(?![有经])[^，。；]{1,24}$"
)


class Cue(NamedTuple):
    """A word that shows what a clause does.

    Attributes:
        start, stop: where it stands.
        word: the word; ``year`` for a year or plan period, ``season`` for another day gone by or to come.
        kind: required, strive, expected, future or past, see the lexicon.
        wide: whether it reaches to the end of its sentence, and not only of its clause.
        tags: firm, orders, manner, reports, weak, goal, coverb.
    """

    start: int
    stop: int
    word: str
    kind: str
    wide: bool
    tags: frozenset[str] = frozenset()


class _Word(NamedTuple):
    kind: str
    wide: bool
    tags: frozenset[str]


@cache
def _words() -> dict[str, _Word]:
    return {word: _Word(kind, reach == "sentence", frozenset(tags.split())) for word, kind, reach, tags, _ in _rows()}


def _rows() -> tuple[tuple[str, ...], ...]:
    return rows("marks/cues")


@cache
def _patterns() -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """All cues in one pattern, the longest word first; a word that what follows makes another is passed over.

    The other pattern finds where one begins.
    """
    listed = sorted(_rows(), key=lambda row: -len(row[0]))
    tails: dict[str, list[str]] = {}  # by the first sign of the word
    for word, *_, unless in listed:
        tails.setdefault(word[0], []).append(f"{word[1:]}(?!{unless})" if unless else word[1:])
    known = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in tails.items())
    passed = "|".join(word for word, *_, unless in listed if unless)
    source = f"(?P<word>{known})|(?P<passed>{passed})|{_YEAR}|{_PERIOD}|{_GOAL}|{_OUTLOOK}|{_SINCE_PLAN}"
    return pattern(source), beginning(source)


def _of_year(match: "re.Match[str]", under_way: int) -> str:
    """What a year says in a text without a date: a horizon, or a year before the plan under way; else nothing."""
    if match["to"] or match["tail"]:
        return "past" if match["tail"] == "以来" else "future"
    return "past" if under_way and int(match["year"]) < first_year(under_way) else ""


@cache
def _verbs() -> frozenset[str]:
    """Verbs of two characters: of policy, and those that govern a figure."""
    known = (*lexicon.words("words/verbs"), *_governing("act"), *_governing("move"), *_governing("state"))
    return frozenset(word for word in known if len(word) == _VERB)


_governing = partial(lexicon.select, "figure/governors")


def _will(text: str, stop: int) -> bool:
    """Whether what stands behind ``将`` is what will be done, and not what something is done to.

    ``将新建5所``, ``将为企业减负``; not ``将5所学校纳入``, ``将投资审批时间压缩至3天``.
    """
    if _WILL_OPENS.match(text, stop):
        return True
    place = stop
    while (how := _WILL_HOW.match(text, place)) is not None:
        place = how.end()
    return text[place : place + _VERB] in _verbs() and _DISPOSED.match(text, place) is None


def _read(match: "re.Match[str]", under_way: int) -> Cue | None:
    (start, stop), last = match.span(), match.lastgroup
    if last == "word":
        found = _words()[match[0]]
        if "coverb" in found.tags and _will(match.string, stop):
            return Cue(start, stop, match[0], found.kind, found.wide, _FIRM)
        return None if found.kind == "none" else Cue(start, stop, match[0], *found)
    if last == "outlook":
        return Cue(start, stop, "outlook", "future", True, _FIRM)
    if last == "goal":
        return Cue(start, stop, match[0], "future", True, frozenset(("firm", "goal")))
    if last in ("year", "tail"):
        kind = _of_year(match, under_way)
        return Cue(start, stop, "undated", kind, True, frozenset(("firm",))) if kind else None
    if last == "passed":
        return None
    if last == "since":  # what has changed since the end of a plan is of the next one
        over = small_integer("十" + match["since"]) + 1 < under_way
        return Cue(start, stop, "year", "past", False, _FIRM) if over else None
    number = number_of_plan(match)
    if number == under_way and not match["ended"]:  # told of in a review of it, planned for elsewhere
        return Cue(start, stop, "year", "future", True)
    return Cue(start, stop, "year", "past" if number < under_way else "future", True, frozenset(("firm",)))


def _is_base(text: str, cue: Cue) -> bool:
    if cue.kind == "past" and text[max(cue.start - 1, 0) : cue.start] in _OUT_OF and _INTO.match(text, cue.stop):
        return True  # 由 + 目前的142家增加到220家
    if cue.kind == "past":
        return "基础上" in text[cue.start : cue.start + _NEAR] and _BASE.match(text, cue.start) is not None
    return cue.word[:2] in _goals() and _THAN.search(text, max(cue.start - _NEAR, 0), cue.start) is not None


def cues(document: Document, start: int, stop: int) -> tuple[Cue, ...]:
    """The cues in a sentence of a document, or in a stretch of it, in their order.

    >>> document = Document.plain("已完成30%，力争年底前超额完成，上年实际数的基础上")
    >>> [(cue.word, cue.kind) for cue in cues(document, 0, 20)]
    [('已', 'past'), ('力争', 'strive'), ('年底前', 'future'), ('超额', 'past')]
    """
    text, under_way = document.text, period(document)
    known, beginnings = _patterns()
    found, reached = list[Cue](), start
    for place in beginnings.finditer(text, start, stop):
        match = known.match(text, place.start()) if place.start() >= reached else None
        if match is None:
            continue
        reached = match.end()
        cue = _read(match, under_way)
        if cue is not None and not _is_base(text, cue):
            found.append(cue)
    return tuple(found)
