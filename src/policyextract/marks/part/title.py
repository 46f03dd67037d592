"""What a title of a paper looks like: a line, or a few, whose last word names a sort of paper."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.marks.part.line import Line
from policyextract.text.pattern import pattern

_LABEL = pattern(  # # ; 1 ; （转载）; 【通知】; 标题：; 附件1：
    r"(?:[-*#>]{1,4}\s*)?(?:[0-9]{1,3}\s+(?=[一-鿿])|[（(]转载[）)]|【[^】]{1,6}】)?\s*"
    r"(?:(?:\L<about.title-label>|附件?\s?[0-9一二三四五六七八九十]{0,2})\s*[：:]\s*)?"
)
_NO_TITLE = pattern(
    r"[^。；;！!？?]*[。；;！!？?]|[一二三四五六七八九十]{1,3}[、是要]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,3}[.．、]|第[一二三四五六七八九十百]{1,4}[章节条]"
    r"|[^：:]{1,8}[：:]|\L<about.no-title>|[A-Za-z]+|.*[>＞【]|.*(?:[：:]|\.[A-Za-z]{3,4})$|[《〈][^》]*$|.*(?:\.{3}|…{2}|·{3})|http"
)
_BEHIND = pattern(  # the number of a paper; the day of its speech
    r"\S[〔\[［【（(][12][0-9]{3}[〕\]］】）)]\s*第?[0-9]{1,4}\s*号|—{2}[12二一][0-9零〇○一二三四五六七八九]{3}年"
)
_GOES_ON = pattern("[和及与暨（(]")
_ENDS = r"(?:\s*[（(〔](?:摘|[^（()）]{{2,24}})[）)〕]){{0,2}}\L<about.excerpt>?[0-9０-９]{{0,2}}》?$"
_WHOLE = pattern(r"[^关]{2,40}关于|[12][0-9]{3}年|[《（(—－]")
_UNDER = pattern("[—－-]{1,2}")
_LONGEST, _SHORTEST, _JOINED, _MARK = 90, 5, 3, 10


class Title(NamedTuple):
    """A title: its place in the cleaned text, the sort of document, and the index of its last line.

    ``enclosed``: whether the paper before it encloses or hands out the one that it begins.
    """

    start: int
    stop: int
    kind: str
    line: int
    enclosed: bool = False


@cache
def _kinds() -> "tuple[re.Pattern[str], dict[str, str]]":
    kinds = lexicon.mapping("about/kinds")
    words = lexicon.alternation(tuple(kinds))
    return pattern(f"(?P<word>{words}){_ENDS.format()}"), kinds


def kind_of(words: str) -> str:
    """The sort of document that a title names by its end, or nothing.

    >>> kind_of("县人民政府办公室关于印发“十四五”规划的通知"), kind_of("资金管理办法（试行）"), kind_of("工作目标")
    ('notice', 'measures', '')
    """
    ends, kinds = _kinds()
    words = "".join(words.split())
    match = ends.search(words, max(len(words) - _LONGEST, 0))
    kind = kinds[match["word"]] if match and match.start() else ""
    return "" if kind == "law" and not words.startswith("中华人民共和国") else kind


@cache
def _last_signs() -> frozenset[str]:
    """With what a line ends that ends a title, but for one with a number or a day behind it."""
    words = (*lexicon.mapping("about/kinds"), *lexicon.select("about/words", "excerpt"))
    return frozenset(word[-1] for word in words) | frozenset("0123456789０１２３４５６７８９)）〕》")


def _is_part_of_title(line: Line) -> bool:
    text = line.text
    return len(text) <= _LONGEST and not (_NO_TITLE.match(text) or line.is_dated() or line.is_numbered())


def _alone(words: str) -> str:
    """A title without the number or the day that stands behind it in its line, and what follows."""
    behind = _BEHIND.search(words, _SHORTEST, _LONGEST + _SHORTEST)
    if behind is None:
        return words
    ends = (words[: behind.start() - size].rstrip() for size in range(_MARK))
    return next((end for end in ends if kind_of(end)), words)


def _is_torn(words: str, line: str) -> bool:
    """Whether words are of a paper that their line goes on after: ``你局《关于…的请示》（…号）收悉``."""
    if words == line:
        return False
    return words.count("《") > words.count("》") or (line[len(words)] in "（(" and line[-1] not in "）)")


def title_at(found: Sequence[Line], index: int) -> Title | None:
    """The title that ends with a line, or ``None`` where that line ends none."""
    last = found[index]
    if last.text[-1] not in _last_signs() and "号" not in last.text and "——" not in last.text:
        return None
    label = _LABEL.match(last.text).end()  # type: ignore[union-attr]  # it always matches
    words = Line(last.start + label, last.text[label:])
    words = Line(words.start, _alone(words.text))
    if not _is_part_of_title(words) or not (kind := kind_of(words.text)) or _is_torn(words.text, last.text[label:]):
        return None
    start, stop, at = words.start, words.stop, index
    for after in found[index + 1 : index + 2]:
        if _GOES_ON.match(after.text) and _is_part_of_title(after) and kind_of(after.text):
            stop, index = after.stop, index + 1
    if not label and not (_WHOLE.match(words.text) and not _UNDER.match(words.text)):
        start = _first(found, at).start
    return Title(start, stop, kind, index)


def _first(found: Sequence[Line], index: int) -> Line:
    """The first line of a title that goes over several."""
    first = found[index]
    for line in reversed(found[max(index - _JOINED, 0) : index]):
        if len(line.text) < _SHORTEST or not _is_part_of_title(line) or line.is_note() or kind_of(line.text):
            break
        first = line
        if _WHOLE.match(line.text):
            break
    return first
