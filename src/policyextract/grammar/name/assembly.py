"""Congresses and committees with their number (市第七届人民代表大会, 乡八届人大), and meetings that decide for them."""

from functools import partial

from policyextract import lexicon
from policyextract.text.pattern import pattern

_NUMBER = "[一二三四五六七八九十0-9]{1,3}"
_TERM = pattern(rf"第?{_NUMBER}[届次](?:全国)?\Z")
_TERM_WITHIN = 8
_WIDER = r"(?:\(扩大\)|（扩大）)"
_MEETS = pattern(
    rf"(?:第?{_NUMBER}届)?(?:(?:第?{_NUMBER}次[、和])?第?{_NUMBER}次\L<name.assembly-kind>?{_WIDER}?\L<about.meeting>"
    rf"|\L<name.assembly-kind>?{_WIDER}会议|\L<name.assembly-kind>会议)"
    rf"(?:第?{_NUMBER}次全体会议)?"
)
_DECIDES = pattern(r"(?!\L<name.assembly-noun>)[^，。；\n的]{0,6}?(?:\L<name.decides>|《)")
_OTHER = pattern(r"\L<name.assembly-other>")
_committee = partial(lexicon.select, "name/words", "standing-committee")
_GATHERS = pattern(
    r"会议(?!室|中心)|(?:(?!\L<about.meeting>)[^，。；、：\n（）()“”向对在由应将要召开举主的会同及其与和]){0,16}?\L<name.gathering>"
)


def term_before(text: str, position: int) -> int:
    """Where the number of a term begins that ends at ``position``; ``position`` itself if there is none.

    >>> term_before("丽水市第七届人民代表大会", 6), term_before("丽水市人民代表大会", 3)
    (3, 3)
    """
    match = _TERM.search(text[max(position - _TERM_WITHIN, 0) : position])
    return position - len(match.group()) if match else position


def only_meets(text: str, stop: int) -> bool:
    """Whether an assembly that ends at ``stop`` only gives its name to a meeting, a system or its deputies.

    >>> text = "市人大第二次会议上，市人大常委会第三次会议通过"
    >>> only_meets(text, 3), only_meets(text, 16)
    (True, False)
    """
    if _OTHER.match(text, stop) or text.startswith(_committee(), stop):
        return True
    meeting = _MEETS.match(text, stop)
    return meeting is not None and not _DECIDES.match(text, meeting.end())


def names_a_meeting(text: str, stop: int) -> bool:
    """Whether a body that ends at ``stop`` stands in the name of a meeting that decides nothing: 省委 + 经济工作会议.

    >>> names_a_meeting("贯彻省委经济工作会议精神", 4), names_a_meeting("市政府常务会议审议通过", 3)
    (True, False)
    """
    meeting = _MEETS.match(text, stop) or _GATHERS.match(text, stop)
    return meeting is not None and not _DECIDES.match(text, meeting.end())
