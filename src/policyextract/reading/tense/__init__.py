"""Whether a clause reports or asks: its own cues first, then those of its sentence, then the frame of its passage."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from policyextract.day.stated_date import day_of
from policyextract.lexicon import alternation, mapping, rows, words
from policyextract.marks.passage.frame import first_year, frames, number_of_plan, period
from policyextract.marks.passage.genre import rules
from policyextract.marks.passage.title import Frame
from policyextract.marks.segment import layout
from policyextract.reading.tense.dating import datings
from policyextract.text.document import Document
from policyextract.text.pattern import pattern
from policyextract.values import Modality

_NO_CUE = (  # 同比增长6%以上 asks; a plan as a noun; what only compares
    "(?:同比|环比|[比较](?:上年|去年)(?:同期)?)(?=[^，。；]{0,10}?[0-9.]{1,6}(?:%|个百分点)(?:以上|左右|以内)|[^，。；]{0,12}不(?:低|少|高|超))"
    "|已[^，。；0-9]{1,8}?的(?=[一-龥])|近期(?=[0-9]|目标|规划|实施)"  # 已达标的镇; 规划近期2012年
    "|计划(?![在于到今明年新投建实安完开引培争用再])|[与同占为以于由从]上年|[于与同由从]去年"
)
_YEAR = "(?<![比较以与从自占在])(?P<to>到)?(?P<year>(?:19|20)[0-9]{2})年(?!.{0,3}基础)(?P<tail>以来|底?前|末)?"
_GOAL = (
    "(?P<goal>(?<!完成)(?<!年度)(?:目标|任务)(?:数|值|量)?[为是]?(?=[0-9.]{1,9}[^0-9.%％])"
    "|增[长速]目标[为是]?(?=[0-9]))"
)
_BASE = pattern("[^，。；]{0,24}基础上")
_PERIOD = (
    '(?<![比较以与从自占在])(?<![比较以与从自占在][“"])(?P<before>到)?'
    '[“"]?十(?P<number>[一二三四五六七八九])五[”"]?(?:时期|期间|(?P<ended>期?末))'
)
_STRONG = {firm.value: firm for firm in (Modality.REQUIRED, Modality.STRIVE, Modality.EXPECTED)}
_YEARS = frozenset(("year", "tail"))
_DATES = frozenset(("season", "year"))
_SOFT = frozenset(("strive", "expected"))
_OWN_YEAR = pattern("[今明]年|20[0-9]{2}年")
_HEADED = pattern("[^，。；：:\n]{2,16}[：:]")


class Tense(StrEnum):
    """How a clause speaks."""

    FUTURE = "future"
    PAST = "past"
    RULE = "rule"


class Cue(NamedTuple):
    """A word that shows how a clause speaks: where it stands, the word, and its kind in the lexicon."""

    start: int
    word: str
    kind: str


@cache
def _tagged(tag: str) -> frozenset[str]:
    return frozenset(word for word, _, tags in rows("reading/cues") if tag in tags.split())


@cache
def _pattern() -> "re.Pattern[str]":
    kinds = (
        f"(?P<no>{_NO_CUE})",
        f"(?P<cue>{alternation(words('reading/cues'))})",
        "(?P<le>了)",
        _YEAR,
        _PERIOD,
        _GOAL,
    )
    return re.compile(f"(?={_opening()})(?:{'|'.join(kinds)})")


def _opening() -> str:
    """A pattern of what every cue begins with, by two characters where it has two: it decides at most places."""
    first = {word[0] for word in words("reading/cues")} | set('比较与同占为以于由从计到12十环已近增目任“"')
    second = {word[1:2] for word in words("reading/cues")} | set('比划上去90到12期长速标务“"十一二三四五六七八九')
    alone = {word for word in words("reading/cues") if len(word) == 1} | {"了"}
    one, two, single = (re.escape("".join(sorted(chars))) for chars in (first, second, alone))
    return f"[{one}][{two}]|[{single}]"


def _year(match: "re.Match[str]", under_way: int) -> Iterator[Cue]:
    """The cue of a year in a text without a date: a horizon, or a year before the plan under way."""
    if match["to"] or match["tail"]:
        yield Cue(match.start(), "year", "past" if match["tail"] == "以来" else "future")
    elif under_way and int(match["year"]) < first_year(under_way):
        yield Cue(match.start(), "year", "past")


def cues(document: Document, start: int, stop: int) -> list[Cue]:
    """The cues in a stretch of a document, in its order; dates count by the day of the document, if it has one."""
    text, dated, under_way, kinds = (
        document.text,
        day_of(document) is not None,
        period(document),
        mapping("reading/cues"),
    )
    found = [Cue(at, "year" if year else "season", kind) for at, kind, year in datings(document, start, stop)]
    for match in _pattern().finditer(text, start, stop):
        last = match.lastgroup
        if last == "cue":
            kind = kinds[match[0]]
            if kind != "none":
                found.append(Cue(match.start(), match[0], kind))
        elif last == "le":
            found.append(Cue(match.start(), "了", "past"))
        elif last == "goal":
            found.append(Cue(match.start(), "目标：", "future"))
        elif last in _YEARS:
            found.extend(() if dated else _year(match, under_way))
        elif last != "no":
            past = number_of_plan(match) < under_way
            found.append(Cue(match.start(), "year", "past" if past else "future"))
    weak = frames(document).is_titled(start) and frames(document).at(start) is Frame.PLAN
    kept = [
        cue
        for cue in found
        if cue.kind != "past" or not ((weak and cue.word in _tagged("weak")) or _BASE.match(text, cue.start, stop))
    ]
    return sorted(kept) if dated else kept


def tense(document: Document, found: list[Cue], clause: int, position: int) -> Tense:
    """How the clause from ``clause`` on speaks of its figure at ``position``; ``found`` are the cues before it."""
    planned, titled = frames(document).at(position) is Frame.PLAN, frames(document).is_titled(position)
    ruled = rules(document)
    for cue in reversed(found):
        if cue.word in _tagged("weak") and _asks(found):
            continue
        if cue.kind in _SOFT and ((titled and not planned) or _is_past(document.text, found, cue)):
            continue
        spoken = _spoken(cue, cue.start >= clause, planned, ruled)
        if spoken is not None:
            return spoken
    if ruled:
        return Tense.RULE
    return Tense.FUTURE if planned else Tense.PAST


def _is_past(text: str, found: list[Cue], soft: Cue) -> bool:
    """Whether a day gone by stands before a soft word, so that it tells what was won: ``去年争取资金85亿元``.

    It reaches past a comma only where no other year stands between.
    """
    for cue in reversed(found):
        if cue.start < soft.start and cue.kind == "past" and (cue.word in _DATES or cue.word in _tagged("dates")):
            between = text[cue.start + 1 : soft.start]
            return not _OWN_YEAR.search(between) and ("，" not in between or cue.word not in _DATES)
    return False


def _asks(said: list[Cue]) -> bool:
    return any(cue.kind != "past" for cue in said)


def _spoken(cue: Cue, inside: bool, planned: bool, ruled: bool) -> Tense | None:
    """What a cue makes of a figure: one in its own clause (``inside``) or after it in its sentence."""
    if cue.kind == "past":
        reaches = inside or cue.word in _DATES or cue.word in _tagged("dates")
        return Tense.PAST if reaches and not (ruled and cue.word not in _tagged("reports")) else None
    if cue.kind == "future":
        firm = cue.word in _tagged("firm") or cue.word == "year"
        return Tense.FUTURE if not ruled and (firm or planned) else None
    reaches = inside or (planned and cue.kind != "required")
    return Tense.FUTURE if reaches and not (ruled and cue.word in _tagged("orders")) else None


def reports(document: Document, said: list[Cue], figures: list[int], stop: int) -> bool:
    """Whether a sentence with these cues reports all of its figures: a clause of one says so, and none asks.

    Args:
        document: the document.
        said: the cues of the sentence.
        figures: where the figures of the document begin.
        stop: where the sentence stops.
    """
    if not said or _asks(said) or rules(document):
        return False
    clauses = layout(document).clauses
    for cue in said:
        after = bisect_right(figures, cue.start)
        if after < len(figures) and figures[after] < stop and figures[after] <= clauses.bounds(cue.start)[1]:
            return True
    return False


def modality(text: str, found: list[Cue], clause: int) -> tuple[Modality, str] | None:
    """How firmly a clause words its target, and by which word; ``None`` if it has no such word.

    Args:
        text: the text.
        found: the cues before the figure in its sentence; one that a colon follows (``预期目标是：``) governs them all.
        clause: where the clause begins.
    """
    strong = [cue for cue in found if cue.kind in _STRONG]
    if not strong:
        return None
    own = [cue for cue in strong if cue.start >= clause]
    best = [cue for cue in own if cue.kind == "required"] or own
    if not best:
        best = [cue for cue in strong if _HEADED.match(text, cue.start)]
    return (_STRONG[best[-1].kind], best[-1].word) if best else None
