"""What the heads of columns say: 牵头单位, 完成时限, 2025年（目标）, 总投资（万元）."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.marks.enclosure import CLOSING, OPENING
from policyextract.text.pattern import pattern

BODIES = ("lead", "support", "supervise", "responsible")
"""The kinds of columns that hold bodies, each named by the role that it gives; in the order in which a word decides."""

ACTIONS = ("measure", "task", "project", "aim", "metric", "content", "indicator")
"""The kinds of columns that say what is to be done, the first that a row fills."""

_LONGEST = 24  # characters of a head
_BRACKET = pattern(f"[{OPENING}]([^{OPENING}{CLOSING}]{{1,20}})[{CLOSING}]")
_YEAR = pattern(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_YEARS = pattern(r"(?<![0-9])((?:19|20)[0-9]{2})年?[-—－–~～至到]{1,2}((?:19|20)[0-9]{2})(?![0-9])")
_PLAN = pattern("十([一二三四五六七])五")
_PLAN_END = pattern('十[一二三四五六七]五[”"]?期?末')
_YEAR_HEAD = pattern(
    r"\L<table.until>?(?:19|20)[0-9]{2}(?:年度?)?(?:[0-9]{1,2}月)?[底末]?"
    '|[“"]?十[一二三四五六七]五[”"]?期?末'
    "|(?:19|20)?[0-9]{0,2}年?(?:第?[一二三四]季度|[上下]半年|[0-9]{1,2}月份?|[一二三四五六七八九十]{1,2}月份?)[底末]?"
)
_UNIT_TAIL = pattern(r"[/／]([^/／0-9]{1,6})$")
_SPACE = pattern(r"\s+")
_NO_HEAD = frozenset("。；;！？!?")
_FIRST_PLAN, _PLAN_YEARS = 2001, 5  # the tenth five-year plan began then


class Head(NamedTuple):
    """A column as its head names it.

    Attributes:
        kind: what it holds, a kind of ``lexicon/table/headers.tsv``, one of :data:`BODIES`, or empty.
        words: its head without white space, outer before inner.
        unit: the unit that its head gives, or empty.
        years: the first and the last year that its head names, or ``None``.
        role: for figures: achieved, target or other, or empty where the head does not say.
        growth, total: for figures: whether they are rates of growth, or sums over the years.
    """

    kind: str
    words: str
    unit: str = ""
    years: tuple[int, int] | None = None
    role: str = ""
    growth: bool = False
    total: bool = False


def squeezed(text: str) -> str:
    """A text without white space, in simplified characters and half-width digits."""
    text = _SPACE.sub("", text)
    return text if text.isascii() else text.translate(_usual())


@cache
def _usual() -> dict[int, str]:
    return str.maketrans(
        {**lexicon.mapping("clean/script"), **dict(zip("０１２３４５６７８９％", "0123456789%", strict=True))}
    )


@cache
def _heads() -> dict[str, dict[str, str]]:
    """Of each place (whole, end, any) the words with their kinds, the longest first."""
    table: dict[str, dict[str, str]] = {"whole": {}, "end": {}, "any": {}}
    for word, kind, where in sorted(lexicon.rows("table/headers"), key=lambda row: -len(row[0])):
        table[where][word] = kind
    return table


@cache
def said(kind: str) -> tuple[str, ...]:
    """The words of tables of one kind, the longest first."""
    return tuple(sorted(lexicon.select("table/words", kind), key=len, reverse=True))


def _without_brackets(words: str) -> str:
    return _BRACKET.sub("", words) or words


def _body(words: str) -> str:
    """The role that the head of a column of bodies gives, empty if it is none."""
    main = _without_brackets(words)
    roles = [role for role in BODIES if any(word in main for word in said(role))]
    if main.endswith(said("body")) and (roles or main in lexicon.select("table/words", "who")):
        firm = [role for role in roles if role != "responsible"]
        return firm[0] if len(firm) == 1 else "responsible"
    return next(
        (role for role in BODIES if main in said(role) and main not in lexicon.select("table/words", "done")), ""
    )


@lru_cache(maxsize=4096)
def kind_of(words: str) -> str:
    """What a column with this head holds, empty if the words are no head.

    >>> [kind_of(words) for words in ("牵头责任单位", "整改完成时限", "2025年", "具体举措", "建成30个")]
    ['lead', 'due', 'value', 'measure', '']
    """
    words = words.rstrip("：:")
    main = _without_brackets(words)
    if not main or len(main) > _LONGEST or any(sign in _NO_HEAD for sign in main):
        return ""
    heads = _heads()
    whole = heads["whole"].get(main) or heads["whole"].get(words)
    if whole:
        return whole
    for word, kind in heads["any"].items():
        if word in main and not main.endswith(said("body")):
            return kind
    if body := _body(words):
        return body
    if _YEAR_HEAD.fullmatch(main):
        return "value"
    return next((kind for word, kind in heads["end"].items() if main.endswith(word)), "")


def _kind(path: Sequence[str]) -> str:
    """What a column holds by the heads above it: the innermost says it, where it is no part of what the outer says."""
    kinds = [kind_of(words) for words in path]
    own = kinds[-1]
    outer = next((kind for kind in reversed(kinds[:-1]) if kind), "")
    if outer in (*BODIES, "due", "person") and own in ("", "value", "category", "measure"):
        return outer
    if outer == "value" and own in ("", "task", "aim", "due", "progress", "category"):
        return "value"
    return own or outer


def _years(words: str) -> tuple[int, int] | None:
    stretch = _YEARS.search(words)
    if stretch:
        first, last = int(stretch[1]), int(stretch[2])
        return (first, last) if first <= last else None
    years = [int(year) for year in _YEAR.findall(words)]
    if years:
        return years[-1], years[-1]
    plan = _PLAN.search(words)
    if plan is None:
        return None
    first = _FIRST_PLAN + _PLAN_YEARS * "一二三四五六七".index(plan[1]) + _PLAN_YEARS
    last = first + _PLAN_YEARS - 1
    return (last, last) if _PLAN_END.search(words) else (first, last)


def _role(words: str) -> str:
    """What the head of a column of figures says they are: the longest of its words, the last of those alike."""
    found = [
        (len(word), words.rfind(word), role)
        for role in ("achieved", "target", "other")
        for word in said(role)
        if word in words
    ]
    return max(found)[2] if found else ""


@cache
def _known_units() -> "re.Pattern[str]":
    units = lexicon.alternation(lexicon.words("quantity/units"))
    return pattern(rf"[一百千万亿]{{0,2}}{units}(?:[/／·].{{1,8}})?|[一百千万亿]{{1,2}}")


def is_unit(words: str) -> bool:
    """Whether words are a unit: ``万元``, ``%``, ``微克/立方米``.

    >>> is_unit("亿元"), is_unit("市财政局")
    (True, False)
    """
    return 0 < len(words) <= _WIDEST_UNIT and _known_units().fullmatch(words.replace("％", "%")) is not None


_WIDEST_UNIT = 14


def unit_in(words: str) -> str:
    """The unit that a head or a name gives in brackets or behind a stroke, or empty.

    >>> unit_in("总投资（万元）"), unit_in("年均增长〔累计〕（%）"), unit_in("床位数/张"), unit_in("执业（助理）医师数")
    ('万元', '%', '张', '')
    """
    found = [inner.removeprefix("单位").strip("：: ") for inner in _BRACKET.findall(words)]
    tail = _UNIT_TAIL.search(words)
    if tail:
        found.append(tail[1])
    return next((unit for unit in reversed(found) if is_unit(unit)), "")


def without_unit(words: str) -> str:
    """A name without the unit behind it.

    >>> without_unit("人均预期寿命（岁）"), without_unit("执业（助理）医师数")
    ('人均预期寿命', '执业（助理）医师数')
    """
    return _TAIL.sub("", words) if unit_in(words) else words


_TAIL = pattern(f"[{OPENING}][^{OPENING}{CLOSING}]{{1,20}}[{CLOSING}]$|[/／][^/／0-9]{{1,6}}$")


def head(path: Sequence[str]) -> Head:
    """A column by the heads above it, outer before inner, without white space.

    >>> head(("指标值", "2025年（目标）"))[:5]
    ('value', '指标值2025年（目标）', '', (2025, 2025), 'target')
    """
    path = [words for words in path if words]
    if not path:
        return Head("", "")
    words = "".join(path)
    kind = _kind(path)
    if kind not in ("value", "aim", "metric", "content", "unit", "task", "progress"):
        return Head(kind, words)
    growth = any(word in words for word in said("growth"))
    total = any(word in words for word in said("total"))
    role = _role(path[-1]) or _role(words)
    return Head(kind, words, unit_in(words), _years(words), role, growth, total)
