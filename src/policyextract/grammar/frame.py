"""What a passage does: it looks back, or it sets out what is to be done; by headings and the openings of paragraphs."""

import re
from bisect import bisect_right
from enum import StrEnum

from attrs import frozen

from policyextract.document import Document, shared

_YEARS = "[一两二三四五六七八九十几]{1,2}"
_LINE = re.compile(r"[^\n]{2,}")
_TOP = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}(?:部分|章|篇|编)|[0-9]{1,2}[ 　.．、](?![0-9]))"
)
_SUB = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十]{1,3}[)）]|[0-9]{1,2}(?:[.．][0-9]{1,2}){0,3}[ 　、.．]"
    r"|第[一二三四五六七八九十]{1,3}[节，,])"
)
_HEADING = 40
_REVIEW_TITLE = re.compile(
    "回顾|总结|取得的?成[就绩效]|主要成[就绩效]|工作情况|完成情况|进展情况|执行情况|实施情况|运行情况|基本情况|现状|发展基础"
    f"|面临(?:的)?(?:形势|环境|问题|挑战)|存在(?:的)?问题|过去{_YEARS}年|{_YEARS}年来|成效"
)
_PLAN_TITLE = re.compile("目标|任务|安排|部署|要求|下一步|今后|打算|思路|计划|建议")
_OPENING = 36
_REVIEW_OPENING = re.compile(
    f"(?:回顾|过去(?:的)?(?:{_YEARS}|)年|(?<![今往])[一五]年来|{_YEARS}年来|(?:今年|去年|入夏|入汛|建国|建党|改革开放|十[七八九]大)以来"
    "|去年|上年，|本届政府|工作取得|取得(?:了)?(?:显著|新|积极|重大|历史性)?(?:成[效绩就]|进展)|截至|截止|“?十[一二三]五”?(?:时期|期间)，)"
)
_PLAN_OPENING = re.compile(
    "(?:(?<!确定的)(?<!完成)(?:主要预期目标|主要目标|发展目标|总体目标|工作目标|预期目标|总的要求|总体要求)|下一步|下步|下一阶段|今后(?!的)"
    f"|未来{_YEARS}年|今年(?!以来|是|上半年|[1-9一])|明年|展望|要(?:着力|重点|突出|着重)?(?:抓好|做好)|(?<![0-9])到20[0-9]{{2}}年)"
)


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


def _of_title(title: str) -> Frame | None:
    if _REVIEW_TITLE.search(title):
        return Frame.REVIEW
    return Frame.PLAN if _PLAN_TITLE.search(title) else None


def _of_opening(opening: str) -> Frame | None:
    review, plan = _REVIEW_OPENING.search(opening), _PLAN_OPENING.search(opening)
    if review and (plan is None or review.start() <= plan.start()):
        return Frame.REVIEW
    return Frame.PLAN if plan else None


def _of_line(line: str, frame: Frame) -> Frame:
    """The frame from a line on, after the frame before it."""
    title = re.split("[。，；：]", line[: _HEADING + 1], maxsplit=1)[0]
    if _TOP.match(line):
        return _of_title(title) or Frame.PLAN
    if _SUB.match(line) or len(line) <= _HEADING:
        return _of_title(title) or frame
    return _of_opening(line[:_OPENING]) or frame


@shared
def frames(document: Document) -> Frames:
    """The frames of a document.

    >>> text = "一、2018年工作回顾\\n国内生产总值增长6.6%。\\n二、今年工作任务\\n国内生产总值增长6%以上。"
    >>> [kind.value for kind in frames(Document.plain(text)).kinds]
    ['review', 'plan']
    """
    starts, kinds, frame = [], [], Frame.PLAN
    for match in _LINE.finditer(document.text):
        now = _of_line(match.group()[:80], frame)
        if now is not frame:
            starts.append(match.start())
            kinds.append(now)
            frame = now
    return Frames(tuple(starts), tuple(kinds))
