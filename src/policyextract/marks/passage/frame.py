"""What a passage does: it looks back, or it sets out what is to be done; by headings and the openings of paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from attrs import frozen

from policyextract.day.stated_date import day_of
from policyextract.marks.passage.genre import rules
from policyextract.marks.passage.leaning import leaning
from policyextract.number.numerals import small_integer
from policyextract.text.document import Document, shared
from policyextract.text.pattern import beginning, pattern

_YEARS = "[一两二三四五六七八九十几]{1,2}"
_TOP = pattern(r"\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}(?:部分|章|篇|编))")
_BRACKETED = pattern(r"\s*[（(][一二三四五六七八九十]{1,3}[)）]")
_ARABIC = pattern(r"\s*[0-9]{1,2}[ 　.．、](?![0-9])")
_SUB = pattern(
    r"\s*(?:[（(][一二三四五六七八九十]{1,3}[)）]|[0-9]{1,2}(?:[.．][0-9]{1,2}){0,3}[ 　、.．]"
    r"|第[一二三四五六七八九十]{1,3}[节，,])"
)
_DOCUMENT = beginning("会讲报通意办方0-9", "会|讲话|报告|通知|意见|办法|方案|[0-9]{4}")
_MARKS = frozenset("一二三四五六七八九十第（(0123456789 　\t")
_HEADING, _OPENING, _READ = 40, 36, 80
_TITLE = pattern(f"[^。，；：]{{0,{_HEADING + 1}}}")
_REVIEW_TITLE = beginning(
    "回总如全圆取成工完进执实运基现发规面国存过一两二三四五六七八九十几",
    "回顾|总结|(?:如期|全面|圆满)(?:实现|完成)|取得(?:的)?[^，。]{0,6}(?:成[就绩效]|进展)|成[就绩]|(?:工作|完成|进展|执行|实施|运行|基本)情况|现状|发展基础|规划基础"
    f"|面临(?:的)?[^，。]{{0,6}}(?:形势|环境|问题|挑战)|(?:发展|国内外)形势$|存在(?:的)?[^，。]{{0,4}}问题|过去{_YEARS}年|{_YEARS}年来",
)
_PLAN_TITLE = pattern("目标|任务|安排|部署|要求|下一步|今后|打算|思路|计划|建议")
_REVIEW_OPENING = (
    f"回顾|(?:刚刚)?过去(?:的)?(?:{_YEARS}|[0-9]{{4}}|)年|(?<![今往])[一五]年来|{_YEARS}年来"
    "|(?:今年|去年|入夏|入汛|建国|建党|改革开放|十[七八九]大|近年)以?来|去年|上年，|本届政府"
    "|取得(?:了)?(?:显著|新|积极|重大|历史性)?(?:的)?(?:成[效绩就]|进展)|截至|截止"
)
_PLAN_OPENING = (
    "(?:目标|任务|要求|思路)(?:任务)?[是为：:]|下一步|下步|下一阶段|今后(?!的)|我们[将要]|展望"
    f"|未来{_YEARS}年|今年(?!以来|是|上半年|[1-9一])|明年|要(?:着力|重点|突出|着重)?(?:抓好|做好)|(?<![0-9])到20[0-9]{{2}}年"
)
_OPENINGS = beginning(
    "回刚过一二两三四五六七八九十几今去入建改近上本取截目任要思下我展未明到",
    f"(?:(?P<review>{_REVIEW_OPENING})|(?P<plan>{_PLAN_OPENING}))",
)
_PLAN_PERIOD = pattern('十(?P<number>[一二三四五六七八九])五(?=[”"]?(?:时期|期间|以来|末|期末|规划|环境|发展))')
_PERIOD_OPENING = pattern('[“"]?十(?P<number>[一二三四五六七八九])五[”"]?(?:规划)?(?:时期|期间|以来|末|期末)')
_FIRST_PERIOD, _FIRST_YEAR = 11, 2006
_SUM = pattern(f"(?:(?:过去|{_YEARS}年来|回顾)[^，。]{{0,8}})?(?:取得的|这些)?成[绩就](?:的取得|来之不易|[，是])")
_OWN, _CARRIED, _SET, _SUMMED = 2, 8, 12, 4


class Frame(StrEnum):
    """What a passage does with its figures."""

    PLAN = "plan"
    REVIEW = "review"


@frozen
class Frames:
    """The frames of a document: each holds from its start to the next."""

    starts: tuple[int, ...]
    kinds: tuple[Frame, ...]

    def at(self, position: int) -> Frame:
        """The frame of a position; what no heading or opening frames is taken for a plan."""
        index = bisect_right(self.starts, position) - 1
        return self.kinds[index] if index >= 0 else Frame.PLAN


@shared
def period(document: Document) -> int:
    """The number of the five-year plan under way: that of the day of the document, else the last that the text names.

    >>> period(Document.plain("“十三五”以来成效显著，“十四五”时期要再上台阶")), period(Document.plain(""))
    (14, 0)
    """
    day = day_of(document)
    if day is not None:
        return _FIRST_PERIOD + (day.year - _FIRST_YEAR) // 5
    return max((number_of_plan(match) for match in _PLAN_PERIOD.finditer(document.text)), default=0)


def first_year(plan: int) -> int:
    """2021 for the fourteenth five-year plan."""
    return _FIRST_YEAR + 5 * (plan - _FIRST_PERIOD)


def number_of_plan(match: "re.Match[str]") -> int:
    """Fourteen for 十四五."""
    return small_integer("十" + match["number"])


def _of_opening(opening: str, under_way: int) -> Frame | None:
    plan = _PERIOD_OPENING.match(opening)
    if plan and under_way:
        return Frame.REVIEW if number_of_plan(plan) < under_way else Frame.PLAN
    found = _OPENINGS.search(opening)
    return Frame(str(found.lastgroup)) if found else None


def _of_title(line: str) -> Frame | None:
    """The frame that the title sets with which a line begins."""
    title = _TITLE.match(line)[0]  # type: ignore[index]  # it always matches
    if _REVIEW_TITLE.search(title):
        return Frame.REVIEW
    return Frame.PLAN if _PLAN_TITLE.search(title) else None


class _Line(NamedTuple):
    """A line: the frame that a heading or its own opening sets, if any; else which way its words lean.

    ``fresh``: whether it begins a section, so that nothing is carried into it; ``sums``: whether it sums up a review.
    """

    start: int
    frame: Frame | None
    lean: int
    fresh: bool
    sums: bool


class _Sections:
    """The frames that headings set, as lines are read one after another."""

    def __init__(self, under_way: int) -> None:
        self.under_way = under_way
        self.top: Frame | None = None
        self.section: Frame | None = None
        self.numbered = False

    def read(self, line: str) -> tuple[Frame | None, bool]:
        """The frame of a line, if a heading or its own opening sets it, and whether it begins a section."""
        marked = line[0] in _MARKS
        if marked and (_TOP.match(line) or (not self.numbered and _ARABIC.match(line))):
            self.numbered = self.numbered or not _ARABIC.match(line)
            self.top = self.section = _of_title(line)
            return self.section, True
        if marked and _SUB.match(line):
            return self._sub(line), False
        if len(line) <= _HEADING and "。" not in line:
            if not line.isascii() and not _DOCUMENT.search(line):
                self.section = _of_title(line) or self.section
            return self.section, False
        opening = _of_opening(line[:_OPENING], self.under_way)
        if opening and self.section is Frame.REVIEW:
            self.section = opening
        return opening or self.section, False

    def _sub(self, line: str) -> Frame | None:
        named = _of_title(line)
        if _BRACKETED.match(line):
            self.numbered = True
            self.section = self.top
        self.section = named or self.section
        return self.section


def _lines(document: Document) -> Iterator[_Line]:
    sections, ruled = _Sections(period(document)), rules(document)
    start = 0
    for line in document.text.split("\n"):
        stop = start + len(line)
        if len(line) > 1:
            opening = line[:_READ]
            frame, fresh = sections.read(opening)
            lean = 0 if frame or ruled else leaning(document, start, stop)
            yield _Line(start, frame, lean, fresh, "成" in opening and _SUM.match(opening) is not None)
        start = stop + 1


def _backward(lines: list[_Line]) -> list[int]:
    """How far each line leans, with what a summing-up of a review after it in its section tells."""
    leans = []
    summed = False
    for line in reversed(lines):
        summed = line.sums or (summed and line.frame is not Frame.PLAN)
        leans.append(line.lean + (_SUMMED if summed else 0))
        summed = summed and not line.fresh
    return leans[::-1]


@shared
def frames(document: Document) -> Frames:
    """The frames of a document: by its headings and openings, and by the words of the lines that these leave open.

    >>> text = "一、2018年工作回顾\\n国内生产总值增长6.6%。\\n二、今年工作任务\\n国内生产总值增长6%以上。"
    >>> [kind.value for kind in frames(Document.plain(text)).kinds]
    ['plan', 'review', 'plan']
    """
    starts, kinds = [0], [Frame.PLAN]
    lines = list(_lines(document))
    leans = _backward(lines)
    carried = -_CARRIED
    for index, line in enumerate(lines):
        frame = line.frame
        if frame is None:
            around = sum(leans[max(index - 1, 0) : index + 2])
            carried = -_CARRIED if line.fresh else carried
            frame = Frame.REVIEW if leans[index] * _OWN + around + carried > 0 else Frame.PLAN
        if line.frame or (frame is Frame.REVIEW) != (carried > 0):
            carried = (_SET if line.frame else _CARRIED) * (1 if frame is Frame.REVIEW else -1)
        if frame is not kinds[-1]:
            starts.append(line.start)
            kinds.append(frame)
    return Frames(tuple(starts), tuple(kinds))
