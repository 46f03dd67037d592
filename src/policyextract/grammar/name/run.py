"""Where a name of whatever words begins: after the last word that opens it (组建 + 专项债券申报专班)."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.text.pattern import beginning, pattern, spans

_LONGEST = 24
_TO_LAST_EDGE = pattern(r"(?s:.*)[^一-鿿0-9A-Za-z“”\"]")
_SINGLE_OPENS = (
    r"(?<![自理])由|(?<![兼合])并|使(?![用馆])|(?<![对面])向|(?<![内外存])在|以(?![上下])|[（，、请将把被从告或到是]|等(?!级)"
    r"|(?<![申汇通预情上填测播])报(?![告送])|(?<!财)经(?![济信贸营办开发费])|(?<!尤)其|了(?!解)|(?<!目)的|(?<!国家)组织(?!\L<name.organised>)|[0-9一两三几]次|[0-9一二两三四五六七八九十多几]个|[0-9十]人|(?<![依根论凭票收占数证])据|[0-9][年月日](?!内)"
    "|(?<=[府局委厅办])[和与及]|(?<=委会|员会)[和与及]"  # 西秀区人民政府 + 和 + 安顺经开区管委会
)


@cache
def _opens() -> "re.Pattern[str]":
    return beginning(rf"({lexicon.alternation(lexicon.words('name/opens'))}|{_SINGLE_OPENS})")


def run_before(text: str, position: int) -> int:
    """Where the words begin that end at ``position`` and may name a body; ``position`` itself if there are none.

    >>> run_before("抽调人员组建专项债券申报专班", 12)
    6
    """
    floor = position - _LONGEST if position > _LONGEST else 0
    edge = _TO_LAST_EDGE.match(text, floor, position)
    start = edge.end() if edge else floor
    for _, stop in spans(_opens(), text, start, position):
        start = stop
    return start
