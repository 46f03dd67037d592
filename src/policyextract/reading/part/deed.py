"""What the words after a list make of its duty: a day beside it, a second verb that leads."""

from bisect import bisect_left

from policyextract.day.stated_date import day_of
from policyextract.grammar.name.context import context
from policyextract.grammar.time import times
from policyextract.reading.assertion import said
from policyextract.reading.assertion.dating import gone_by
from policyextract.reading.part.standpoint import Part, Place, opens, verbs
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import TimeKind

_TOLD = Part("none", "told", True)
_TIMED = Part("responsible", "timed", True)
_AT = pattern(r"(?:已经?)?[于在从自]?")
_AT_SIGNS = frozenset("已于在从自")
_SAYS = pattern("\\L<marks.says>")
_SIGNED = pattern(r"印发(?![一-鿿])")
_LEADS = pattern(
    r"[^。；;！？\n]{1,80}?[，,、并]牵头(?!\L<part.leads-noun>)"
    r"|负责[^，。；;\n]{0,40}牵头(?=\L<part.leads-how>|、|，)"
)
_LEADS_WITHIN = 90
_OF_OBJECTS = frozenset(("weak", "state"))


@shared
def edges(document: Document) -> tuple[dict[int, Find], dict[int, Find]]:
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
    begins, ends = edges(place.document)
    day = day_of(place.document)
    at = _AT.match(place.text, place.stop) if place.next in _AT_SIGNS else None
    after = begins.get(at.end() if at else place.stop)
    if after is not None and opens(place) and _acts(place.text, after.stop):
        if _SAYS.match(place.text, after.stop):  # 市水务局18日宣布
            return _TOLD
        gone = gone_by(after.value, day)
        return None if gone is None else _TOLD if gone else _TIMED
    pause = place.last in ("，", ",")
    before = ends.get(place.start - pause)
    if before is not None and before.value.kind is TimeKind.DATE and gone_by(before.value, day):
        return Part("none", "told", not place.mute)
    return None


def leads_too(place: Place) -> bool:
    """Whether a later verb of the sentence leads: 市体育局要改造场馆，牵头办好运动会."""
    stop = min(place.limit, place.stop + _LEADS_WITHIN)
    leads = place.text.find("牵头", place.stop, stop) >= 0
    return leads and _LEADS.match(place.text, place.stop, stop) is not None


def is_past(place: Place) -> bool:
    """Whether the first that is heard behind a list says that it was done: 市财政局印发了, 市政府经过努力，圆满解决了.

    A time says so only right beside the list (``timed``); what compares or describes may belong to the object.
    """
    cues = said(place.document, place.start).cues
    heard = bisect_left(cues, (place.stop,))
    cue = cues[heard] if heard < len(cues) else None
    return cue is not None and cue.kind == "past" and not cue.wide and cue.tags.isdisjoint(_OF_OBJECTS)
