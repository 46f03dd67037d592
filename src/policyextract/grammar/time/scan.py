"""Where an expression of time can begin, or where the bound word of an event stands: the one scan of the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import chain

from policyextract import lexicon
from policyextract.grammar.time.date import HAN
from policyextract.grammar.time.ends import ends
from policyextract.grammar.time.season import seasons
from policyextract.marks.outline import outline
from policyextract.text.document import Document
from policyextract.text.pattern import beginning, pattern, spans

_N = f"0-9零〇○{HAN}十百两半廿"
_UNIT = "(?:[个多余][多半]?)?(?:[年月日号天周旬季小分工自星学世法礼钟秒时点]|[-./:：][0-9])"
_LIST = f"(?:[、,和与及]第?[{_N}]{{1,4}}){{1,11}}[年月日号季]"
_NUMERIC = pattern(
    f"""
    [{_N}][{_N}]{{0,11}}+ (?:[.点][{_N}]{{1,2}}+(?![{_N}]))?
    (?={_UNIT}|个[一-龥]{{2}}年度
      |(?:个月|[个年月日季度周天]{{1,2}})?[-—–－─~～至到、和与]{{1,2}}第?[{_N}][{_N}.点]{{0,12}}+{_UNIT}
      |{_LIST}
      |年?[QH][1-4]
      |[xX×ⅹ*＊]{{1,4}}年
      |[-—–－─~～至到]{{1,2}}(?:19|20)[0-9]{{2}}
      |(?<=[./][0-9]|[0-9][0-9])底?[以之]?前
      |(?<=20[0-9]{{2}})(?:政府工作报告|是[^，,。；\n0-9]{{2,40}}?\\L<time.year-word>[，,。])
      |(?<=五)(?:[”"’」]|期|时|末|初|前))
    """,
    re.VERBOSE,
)
_INNER = frozenset("0123456789零〇○一二三四五六七八九十百两半廿")  # what a numeral does not begin behind
_HEADS = (
    ("上", "(?:半年|个?世纪|(?:一个?)?学[年期])"),
    ("下", "(?:半年|个?世纪|(?:一个?)?学[年期])"),
    ("年", "[内底初末终]"),
    ("月", "[底末初内]|度(?:定期)?[通报调督例]"),
    ("周", "[一二三四五六日天](?:(?:下班)?[以之]?前|[-—–－~～至到、和及])"),
    ("星", "期[一二三四五六日天](?:(?:下班)?[以之]?前|[-—–－~～至到、和及])"),
    ("逢", "\\L<time.week>"),
    ("双", "月(?:定期)?(?:\\L<time.report>|\\L<time.event-verb>)"),
    ("单", "月(?:定期)?(?:\\L<time.report>|\\L<time.event-verb>)"),
    ("Q", "[1-4]"),
    ("农", "历(?:[正冬腊十一二三四五六七八九]{1,2}月)"),
    ("阴", "历(?:[正冬腊十一二三四五六七八九]{1,2}月)"),
    ("正", "月(?:\\L<time.lunar-day>|期间|里)"),
    ("腊", "月\\L<time.lunar-day>"),
    ("冬", "月\\L<time.lunar-day>"),
    ("元", "月(?<![0-9万亿千百十个]元月)(?![均薪租供费])"),
    *((blank, "[xX×ⅹ*＊]{0,3}年") for blank in "xX×ⅹ"),
    ("季", "度?[末底]|度(?:定期)?[通报调督例]"),
    ("各", "季度"),
    ("今", "(?:明[两二]年|晚)"),
    ("明", "晚"),
    ("昨", "晚"),
    ("每", ""),
    ("按", "[年月季日周半旬]"),
    ("逐", "[年月季日周]"),
    ("本", "(?:世纪|学[年期])"),
    ("新", "学[年期]"),
    ("春", "季学期"),
    ("当", "[天日](?:[上下]午|[中傍早夜晚])"),
    ("秋", "季学期"),
    ("首", "季度"),
)


def _named() -> Iterator[str]:
    for name in ("time/periods", "time/festivals", "time/weekdays", "time/eras"):
        yield from lexicon.words(name)


@cache
def _words() -> "re.Pattern[str]":
    """Words of time by their first characters, so that the scan skips what can't begin one."""
    heads: dict[str, list[str]] = {}
    for word in (*_named(), *seasons()):
        heads.setdefault(word[0], []).append(re.escape(word[1:]))
    over_new_year = (lexicon.select("time/words", kind) for kind in ("turn-of-year", "this-winter", "last-winter"))
    for word in chain.from_iterable(over_new_year):
        heads.setdefault(word[0], []).append(word[1:])
    for word in lexicon.words("time/day_parts"):
        heads.setdefault(word[0], []).append(re.escape(word[1:]) + "(?=[0-9一二三四五六七八九十两])")
    for head, tail in _HEADS:
        heads.setdefault(head, []).append(tail)
    return beginning(f"({'|'.join(f'{re.escape(head)}(?:{_either(tails)})' for head, tails in heads.items())})")


def _either(tails: list[str]) -> str:
    return "|".join(sorted(tails, key=len, reverse=True))


def candidates(document: Document) -> list[tuple[int, bool]]:
    """Positions in the order of the text, each with whether it is the bound word of an event.

    >>> candidates(Document.plain("今年3月底前，竣工后验收"))
    [(0, False), (2, False), (3, False), (5, True), (9, True)]
    """
    text = document.text
    found = dict.fromkeys(ends(text), True)
    found.update([(start, False) for start, _ in spans(_words(), text)])
    starts = [start for match in _NUMERIC.finditer(text) if text[(start := match.start()) - 1 : start] not in _INNER]
    found.update(dict.fromkeys(_behind_markers(document, starts), False))
    return sorted(found.items())


def _behind_markers(document: Document, starts: list[int]) -> Iterator[int]:
    """The places; one in the marker of a point goes behind it, where anything stands there: ``2.5月6日``, ``1.2.3``."""
    points = outline(document).points
    begins = [point.start for point in points]
    for start in starts:
        place = bisect_right(begins, start) - 1
        start = max(start, points[place].body) if place >= 0 else start
        if start < len(document.text):
            yield start
