"""What the words of a title say that its section does."""

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from policyextract.lexicon import alternation, rows, select
from policyextract.text.pattern import beginning, pattern, spans

YEARS = "[一两二三四五六七八九十几]{1,2}"
_PAST_YEARS = pattern(f"过去(?:的)?{YEARS}年|{YEARS}年来")
_OUTCOME = pattern(  # 综合实力显著增强; a title of goals above it makes it one of them
    "(?<=..)(?:(?:\\L<marks.course>|(?<!关于)进一步)[一-鿿]{2}|[跃迈]上新?台阶)[ \u3000。]*$"
)
_BOTH = pattern("[和及与、暨]")
_CLOSED = pattern(r"(?:[是为：:（(和及与、A-Za-z]|$)")  # a title ends with its noun: ``主要目标``, ``主要目标是：``


class Frame(StrEnum):
    """What a passage does with its figures."""

    PLAN = "plan"
    REVIEW = "review"


class Titled(NamedTuple):
    """What a title says: the frame of its section, and whether it says so under a title that says otherwise.

    ``weak``: whether it counts only where no title above it says anything.
    ``told``: whether it names what a report tells of, too: ``落实改革任务``.
    """

    frame: Frame
    decides: bool
    weak: bool = False
    told: bool = False


@cache
def _words() -> "tuple[re.Pattern[str], dict[str, tuple[Titled, bool]]]":
    """A pattern for the words, and what each says, with whether it does so wherever it stands."""
    found = {
        word: (Titled(Frame(kind), tag in ("decides", "anywhere"), tag == "weak", tag == "told"), tag == "anywhere")
        for word, kind, tag in rows("marks/titles")
    }
    return beginning(f"({alternation(tuple(found))})"), found


@cache
def _orders() -> frozenset[str]:
    return frozenset(
        word for word, place, weight in rows("reading/frame_words") if place == "open" and weight[0] == "-"
    )


@cache
def _documents() -> "re.Pattern[str]":
    words = alternation(tuple(word for word, _, tag in rows("marks/titles") if tag == "document"))
    return pattern(f"{words}(?:[（(][^）)]{{0,12}}[)）])?\\s*\\Z")


def titled(words: str) -> Titled | None:
    """What a title says that its section does; ``None`` if it says nothing, or both.

    >>> titled("2023年工作回顾"), titled("上年目标任务完成情况").frame, titled("综合实力")
    (Titled(frame=<Frame.REVIEW: 'review'>, decides=True, weak=False, told=False), <Frame.REVIEW: 'review'>, None)
    >>> titled("上年计划执行情况和今年计划"), titled("今年的主要任务").frame
    (None, <Frame.PLAN: 'plan'>)
    """
    if "年" in words and _PAST_YEARS.search(words):
        return Titled(Frame.REVIEW, decides=True)
    if is_outcome(words):
        return Titled(Frame.REVIEW, decides=False, weak=True)
    shape, known = _words()
    found: list[tuple[int, Titled]] = []
    for start, stop in spans(shape, words):
        said, anywhere = known[words[start:stop]]
        if anywhere or (_CLOSED.match(words, stop) and not _is_ordered(words, said)):
            found.append((stop, said))
    if not found:
        return None
    firm = [one for one in found if not one[1].weak] or found
    last = firm[-1][1]
    joined = (end for end, said in firm if said.decides and said.frame is not last.frame)
    return None if any(_BOTH.search(words, end) for end in joined) else last


def _is_ordered(words: str, said: Titled) -> bool:
    """Whether a title orders what a review would only name: ``切实解决突出问题``."""
    return said.frame is Frame.REVIEW and not said.decides and words.lstrip()[:2] in _orders()


def is_outcome(words: str) -> bool:
    """Whether a title says what was reached, if no goal.

    >>> is_outcome("(二)基础设施不断完善"), is_outcome("不断完善基础设施")
    (True, False)
    """
    begin = len(words.rstrip(" \u3000。")) - _longest_outcome()
    return _OUTCOME.search(words, begin if begin > 0 else 0) is not None


@cache
def _longest_outcome() -> int:
    """How many characters such an end has at most: how something has gone on, and two of what it did."""
    return max(map(len, (*select("marks/words", "course"), "进一步"))) + 2


def reports_throughout(words: str) -> bool:
    """Whether a title is that of a text that reports: ``2022年工作总结``.

    >>> reports_throughout("农机站2022年工作总结"), reports_throughout("工作总结会议")
    (True, False)
    """
    return _documents().search(words) is not None
