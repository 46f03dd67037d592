"""What the opening of a paragraph shows: it looks back, it sets out what is to be done, or it sums up a review."""

import re

from policyextract.marks.passage.title import YEARS, Frame
from policyextract.number.numerals import small_integer
from policyextract.text.pattern import beginning, pattern

_REVIEW_OPENING = (
    f"\\L<marks.looks-back>|\\L<marks.tells-done>|(?:刚刚)?过去(?:的)?(?:{YEARS}|[0-9]{{4}})年|{YEARS}年来"
    "|(?<![对将把])\\L<marks.since>以?来|上年，"
)
_OUTCOME = "取得(?:了)?\\L<marks.outcome-kind>?(?:的)?(?:成[效绩就]|进展)"
_PLAN_OPENING = (
    "\\L<marks.aim>(?:任务)?[是为：:]|\\L<marks.tells-due>\\L<marks.asked-for>?[，,：:]|》\\L<marks.sets-out>[，,：:]|\\L<marks.looks-ahead>|我们[将要]"
    f"|未来{YEARS}年|今年(?!\\L<marks.up-to-date>|[1-9一])|要\\L<marks.stress>?\\L<marks.does-well>|(?<![0-9])到20[0-9]{{2}}年"
)
_OPENINGS = beginning(
    f"(?:(?P<review>{_REVIEW_OPENING})|(?P<outcome>{_OUTCOME})|(?P<plan>{_PLAN_OPENING}))",
)
_PERIOD_OPENING = pattern('[“"]?十(?P<number>[一二三四五六七八九])五[”"]?(?:规划)?\\L<marks.of-period>')
SUMS = pattern(
    f"(?:(?:\\L<marks.looks-over>|{YEARS}年来)[^，。]{{0,8}})?\\L<marks.those>?成[绩就](?:\\L<marks.hard-won>|[，是])"
)
"""How a paragraph opens that sums up what was won."""
AIMED = pattern("\\L<marks.in-view>{0,2}\\L<marks.those-above>\\L<marks.goal-how>?[目指]标")
"""How a paragraph opens behind the goals that it speaks of: ``为确保上述目标实现``."""


def number_of_plan(match: "re.Match[str]") -> int:
    """Fourteen for 十四五."""
    return small_integer("十" + match["number"])


def of_opening(opening: str, under_way: int, titled: Frame | None) -> Frame | None:
    """The frame that the opening of a paragraph sets under a title of goals or of review, if either stands above.

    An outcome is a goal under the one, the plan under way is told of under the other.
    """
    plan = _PERIOD_OPENING.match(opening)
    if plan and under_way:
        number = number_of_plan(plan)
        if number == under_way and titled is Frame.REVIEW:
            return None
        return Frame.REVIEW if number < under_way else Frame.PLAN
    found = _OPENINGS.search(opening)
    if found is None:
        return None
    if found["outcome"]:
        return None if titled is Frame.PLAN else Frame.REVIEW
    return Frame(str(found.lastgroup))
