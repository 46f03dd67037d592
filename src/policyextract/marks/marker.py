"""The markers of lists and headings (``一、``, ``（一）``, ``1.``, ``第一，``, ``一要``), and the titles after them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policyextract.number.numerals import small_integer
from policyextract.text.pattern import among, pattern

_NUMERAL = "[一二三四五六七八九十百]{1,4}"
_DATE = "(?:19|20)[0-9]{2}年|(?:1[0-2]|0?[1-9])月(?!均)"  # what a marker may be glued to: 2.5月6日
_SHAPES = (
    f"第(?P<chapter>{_NUMERAL}|[0-9]{{1,3}})(?:[章编篇]|部(?:分(?![的是为]))?)",
    f"第(?P<section>{_NUMERAL}|[0-9]{{1,3}})节",
    f"(?P<comma>{_NUMERAL})、",
    f"第(?P<ordinal>{_NUMERAL})[，,、：:是要]|其(?P<among>{_NUMERAL})[，,、：:]",
    f"第(?P<article>{_NUMERAL}|[0-9]{{1,3}})条",
    f"[（(](?P<round>{_NUMERAL})[)）]|(?P<ring>[㈠-㈩])",
    f"(?P<dotted>[0-9]{{1,2}})(?:[.．﹒、](?:(?![0-9])|(?={_DATE})))",
    r"(?P<decimal>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3})(?![0-9.%前])",
    r"[（(](?P<bracket>[0-9]{1,2})[)）]|(?P<half>[0-9]{1,2})[)）]|(?P<small>[⑴-⒇])",
    "(?P<circle>[①-⑳])",
    f"(?P<spoken>{_NUMERAL})(?:是(?!非)|要(?![素点件求害领]))",
    "(?P<dash>——|--|[•●◆■·▪►★☆◎▲\ue000-\uf8ff])",
)
_STYLE_OF = {"among": "ordinal", "ring": "round", "half": "bracket", "small": "bracket"}
_FIRST_SIGN = {"circle": "①", "small": "⑴", "ring": "㈠"}
_GAP = "[ \t\u00a0\u3000]"
_OPENS = "(?=[第其一二三四五六七八九十百0-9（(㈠-㈩⑴-⒇①-⑳—•●◆■·▪►★☆◎▲\ue000-\uf8ff-])"
_ANY = f"{_GAP}*+{_OPENS}(?:{'|'.join(_SHAPES)})"
_HERE = pattern(_ANY)
_AFTER = pattern(f'[\n。；;：:，,！？!?”’"）) \t\u00a0\u3000](?<!{_GAP}{_GAP}){_ANY}')
_GLUED = pattern(f"[（(](?<=[一-鿿）].)(?P<round>{_NUMERAL})[)）](?=[一-鿿])")
_NEXT = pattern(f"(第?)({_NUMERAL})((?:、第?{_NUMERAL}){{0,4}}季度)?")
_NEIGHBOUR = 5000  # characters within which the next marker of a list is looked for
_MONTH = pattern("([0-9]{1,2})月(?![底末初0-9])")
_DAY = pattern("[0-9]{4}年|[0-9]{1,2}月[0-9]{1,2}[日号]")
_HAN_NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
_BLANKS = frozenset(" \t\u00a0\u3000")
_OPEN_ENDS = frozenset("，,、：:")
_SENTENCE_ENDS = frozenset("。；;！？!?")
_COMMAS = frozenset("，,")
_CLOSERS = frozenset('”’"）)')
_AFTER_COMMA = frozenset({"spoken", "ordinal", "circle"})
_OUTER = frozenset({"chapter", "section", "article"})
_LINE_ONLY = frozenset({"decimal", "dash"})
_REFERS_BEFORE = frozenset("第条款项至和或及照见附按")
_REFERS_AFTER = frozenset("项款条至和或及目")
_TITLE = pattern(
    "[ \t\u00a0\u3000]*+(?:【(?P<boxed>[^】\n]{1,60})】|(?P<led>[^。；;：:，,\n]{2,20})[：:](?!\n)"
    "|(?P<open>[^。；;\n]{2,45}?)(?=[。\n]|[\t\u3000][ \t\u00a0\u3000]|\\Z))"
)


class Marker(NamedTuple):
    """A marker in a text.

    Attributes:
        start, stop: where it stands.
        style: its build, see :class:`~policyextract.marks.outline.Point`.
        number: its number, 0 where it has none.
        level: how many numbers a decimal marker has (``2.3.1``: 3), else 0.
        word: the word of what is said (``是``, ``要``), else empty.
        opens_line: whether it stands at the beginning of a line.
    """

    start: int
    stop: int
    style: str
    number: int
    level: int
    word: str
    opens_line: bool


def title(text: str, body: int, reach: int) -> tuple[int, int]:
    """Where the title stands of a point whose words begin at ``body``; an empty stretch if it has none.

    ``reach`` is where the next marker stands, which ends the title too.
    """
    match = _TITLE.match(text, body, reach)
    if not match:
        return body, body
    start, stop = match.span(match.lastgroup or 0)
    return start, stop - (text[stop - 1] in _OPEN_ENDS)


def markers(text: str) -> Iterator[Marker]:
    """The markers of a text, in its order.

    >>> [(marker.style, marker.number) for marker in markers("二、总体要求（一）重点任务。一是完善二、三级网络；二是…")]
    [('comma', 2), ('round', 1), ('spoken', 1), ('spoken', 2)]
    """
    first = _HERE.match(text)
    found = [(match, match[0][0]) for match in _AFTER.finditer(text)]
    glued = [(match, "") for match in among(_GLUED, text, "（(")]
    if glued:
        found = sorted([*found, *glued], key=lambda known: known[0].start())
    if first:
        found.insert(0, (first, ""))
    latest: dict[str, int] = {}  # the last number of each build
    reached = 0
    for match, before in found:
        marker = _marker(match, before, match is first)
        if marker.start < reached or not _stands(text, marker, latest):
            continue
        latest[marker.style] = marker.number
        reached = marker.stop
        yield marker


def _marker(match: "re.Match[str]", before: str, is_first: bool) -> Marker:
    """The marker of a match, which holds the sign ``before`` it, and white space."""
    group = match.lastgroup or ""
    sign, stop = match[group], match.end()
    level, word = 0, ""
    if group in _FIRST_SIGN:
        number = ord(sign) - ord(_FIRST_SIGN[group]) + 1
    elif group == "dash":
        number = 0
    elif group == "decimal":
        parts = sign.split(".")
        number, level = int(parts[-1]), len(parts)
    else:
        number = int(sign) if sign.isdecimal() else small_integer(sign)
        word = match[0][-1] if group == "spoken" else ""
    start = stop - len(match[0][len(before) :].lstrip())
    opens_line = is_first or before == "\n" or (before in _BLANKS and _is_wide(match.string[match.start() : start]))
    return Marker(start, stop, _STYLE_OF.get(group, group), number, level, word, opens_line)


def _is_wide(gap: str) -> bool:
    return len(gap) > 1 and ("\t" in gap or "\u3000" in gap) and gap.isspace()


def _stands(text: str, marker: Marker, latest: dict[str, int]) -> bool:
    """Whether what looks like a marker is one, by what is before and after it."""
    before, after = text[marker.start - 1 : marker.start], text[marker.stop : marker.stop + 1]
    style = marker.style
    if style in ("comma", "ordinal") and _is_series(text, marker, latest.get(style)):
        return False
    if style == "dotted" and after.isdecimal() and not _is_before_date(text, marker, before, latest.get(style)):
        return False
    if style == "decimal" and not (marker.level > 2 or (after in "\t \u3000" and after)):
        return False
    if marker.opens_line:
        return True
    if style in _LINE_ONLY or before.isspace():
        return False
    if style == "round" and before not in _SENTENCE_ENDS and before not in "：:":
        near = before not in _REFERS_BEFORE and after not in _REFERS_AFTER
        return near and (marker.number == latest.get(style, 0) + 1 or marker.number == 1)
    if before in _COMMAS:
        return style in _AFTER_COMMA
    if style in _OUTER:
        return before in _SENTENCE_ENDS
    return style != "bracket" or before not in _CLOSERS


def _is_series(text: str, marker: Marker, last: int | None) -> bool:
    """Whether ``二、`` goes on as a series of numerals: ``二、三产业``, ``二、四季度末``.

    At the beginning of a line its neighbours tell: ``一、三季度工作情况`` is a heading where ``二、`` begins one too.
    """
    following = _NEXT.match(text, marker.stop)
    if following is None or (following[1] and marker.style == "comma"):
        return False
    number = small_integer(following[2])
    if number != marker.number + 1 and not (following[3] and number > marker.number):
        return False
    return not (marker.opens_line and (last == marker.number - 1 or _has_next(text, marker)))


def _has_next(text: str, marker: Marker) -> bool:
    """Whether the marker that follows this one in its list begins a line not far behind."""
    following = _HAN_NUMERALS[marker.number] if marker.number < len(_HAN_NUMERALS) else ""
    line = re.compile(f"\\n{_GAP}*{following}、")
    return bool(following) and line.search(text, marker.stop, marker.stop + _NEIGHBOUR) is not None


def _is_before_date(text: str, marker: Marker, before: str, last: int | None) -> bool:
    """Whether a number stands as a marker before a date that is glued to it: ``2.5月6日，``, ``1、7月底前``."""
    if not marker.opens_line and before not in _SENTENCE_ENDS:
        return False
    if text[marker.stop - 1] != "、" or _DAY.match(text, marker.stop):
        return True
    if last is not None and last == marker.number - 1:
        return True
    month = _MONTH.match(text, marker.stop)
    if month and int(month[1]) == marker.number + 1:  # 1、2月 is a list, unless 2、 begins a line behind it
        following = re.compile(f"\n{_GAP}*{marker.number + 1}[、.．]")
        return following.search(text, marker.stop, marker.stop + _NEIGHBOUR) is not None
    return marker.number == 1
