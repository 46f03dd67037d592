"""What the words after a list make of its duty: a day beside it, a watch over others, a second verb that leads."""

import re
from functools import cache

from policyextract.day.stated_date import day_of
from policyextract.grammar.name.context import MODAL, context, shapes
from policyextract.grammar.time import times
from policyextract.reading.assertion.dating import gone_by
from policyextract.reading.part.standpoint import Part, Place, opens, verbs
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import TimeKind

_TOLD = Part("none", "told", True)
_TIMED = Part("responsible", "timed", True)
_AT = pattern(r"(?:已经?)?[于在从自]?")
_BEFORE = pattern(r"[，,]?\Z")
_SIGNED = pattern(r"印发(?![一-鿿])")
_BODIES = "各|有关|相关|下级|所属|[省市县区州乡镇]|部门|单位|街道|责任|落实|进展|完成|执行|整改|任务|工作|推进|贯彻"
_WATCH = "督促检查|督导检查|督查检查|监督检查|督查|督导|督办|督战|巡查|巡察"
_OVERSEES = pattern(
    r"(?:[^，。；;\n]{0,10}?(?:根据|按照|结合)[^，。；;\n]{2,30}[，,])?(?:将|拟|(?:定期|不定期|适时|及时|随机|每[月季年]度?|加强|负责|组织)*)"
    rf"(?:对(?:{_BODIES})[^，。；;\n]{{0,30}}?(?:进行|开展|实施|实行|加强|予以)(?:全面|定期|专项|跟踪|年度|综合|不定期|抽样|随机)*(?:{_WATCH}|检查|考核|考评|评估|抽查|调度|通报|督促|指导|监督)"
    rf"|(?:对[^，。；;\n]{{2,30}}?)?(?:进行|开展|组织|组织开展|实施)(?:全面|定期|专项|跟踪|年度|综合|不定期)*(?:督促检查|督导检查|督查检查|督查|督导|督办|督战))"
)
_LEADS = pattern(r"[^。；;！？\n]{1,80}?[，,、并]牵头(?!单位|部门|责任|领导|人|负责人)")
_LEADS_WITHIN = 90


@shared
def _edges(document: Document) -> tuple[dict[int, Find], dict[int, Find]]:
    """The times of a document by where they begin and by where they end."""
    found = times(document)
    return {find.start: find for find in found}, {find.stop: find for find in found}


def _acts(text: str, start: int) -> bool:
    """Whether a deed follows a time, and no figure, remark or date of issue."""
    if _SIGNED.match(text, start):
        return False
    return text[start : start + 2] in verbs() or context().verb.match(text, start) is not None


def timed(place: Place) -> Part | None:
    """市财政局6月底前完成拨付; 2022年市财政局完成了."""
    begins, ends = _edges(place.document)
    day = day_of(place.document)
    at = _AT.match(place.text, place.stop)
    after = begins.get(at.end() if at else place.stop)
    if after is not None and opens(place) and _acts(place.text, after.stop):
        gone = gone_by(after.value, day)
        return None if gone is None else _TOLD if gone else _TIMED
    pause = place.last in ("，", ",")
    before = ends.get(place.start - pause)
    if before is not None and before.value.kind is TimeKind.DATE and gone_by(before.value, day):
        return Part("none", "told", not place.mute)
    return None


@cache
def _modal() -> "re.Pattern[str]":
    return re.compile(rf"(?:{MODAL}|将|拟|负责)?(?:{shapes('adverb')}){{0,2}}")


def oversees(place: Place) -> bool:
    """Whether a list watches over others: 将定期对落实情况进行督促检查.

    A firm or a ware that is inspected is none of the others.
    """
    start = place.stop
    modal = _modal().match(place.text, start)
    return _OVERSEES.match(place.text, modal.end() if modal else start) is not None


def leads_too(place: Place) -> bool:
    """Whether a later verb of the sentence leads: 市体育局要改造场馆，牵头办好运动会."""
    return _LEADS.match(place.text, place.stop, min(place.limit, place.stop + _LEADS_WITHIN)) is not None
