"""Labels: coined short names by their shape, a list of well-known ones, and the words that make none."""

import re
from functools import cache, lru_cache, partial
from operator import itemgetter

from policyextract import lexicon
from policyextract.number.numerals import DIGITS
from policyextract.text.pattern import pattern
from policyextract.values import Slogan, SloganKind

_PERIOD = pattern("[一二三四五六七八九十]{1,3}五")
_N = f"{DIGITS[1:]}两双十百千万"
_COUNTED = f"[{_N[1:]}]{{1,2}}[个大项张条类种位]?"
_SHAPES: tuple[tuple[str, float], ...] = (
    (
        rf"[{_N}]{{1,2}}[^{_N}、，,]{{1,3}}[{_N}]{{1,2}}[^{_N}、，,]{{1,3}}(?:[{_N}]{{1,2}}[^{_N}、，,]{{1,3}}){{0,3}}",
        2.5,
    ),
    (rf"{_COUNTED}[^{_N}0-9、，,]{{1,8}}", 2),
    (rf"(?:[^{_N}、，,][{_N[1:]}][^{_N}、，,]){{2,3}}", 2),  # 扫四害除四弊
    (rf"[{_N[1:]}]{{1,2}}个[一两百千万]{{2}}[^{_N}0-9、，,]{{0,6}}", 2),  # 三个一百, 两个一千工程
    (rf"[0-9]{{1,2}}[个项大][^{_N}0-9、，,]{{2,8}}", 2),  # 5项硬举措
    (rf"一[^{_N}0-9、，,]{{1,5}}", 1.5),
    (r"[^0-9+、，,]{0,8}[0-9]{1,3}(?:\+[0-9NX]{1,3}){1,4}[^0-9、，,]{0,6}", 2.5),
    (r"[0-9]{3,7}", 1),
    (r"[^+＋、，,]{1,12}\+(?:[^+、，,]{0,12}(?:\+[^+、，,]{1,12}){0,4})?|\+[^+、，,]{1,6}", 2),
    (
        r"以.[代促奖改补评赛工投链商电竹旧购买大小点用水定换养引带].{1,3}|以..[代促带换定引].{1,2}",
        2,
    ),
    (r"[应能凡即边先非且敢不会可](?P<same>.{1,3})(?:[尽则](?P=same)|必.{1,2}|即.{1,2}|后.{1,4})", 2),
    (r"从.{1,6}到.{1,6}", 1),
    (r".{2,4}为[基要王本先重纲魂媒]", 2),
    (rf"[{_N}多](?:[^{_N}多、，,]{{1,2}}多){{1,3}}[^{_N}多、，,]{{1,3}}", 2),  # 一江多湖多公园
    (r".{1,2}[前中后][查检排备改管评]", 1),  # 汛前检
    (r".{2,10}之[城都乡港州谷窗源地星路桥家]", 1.5),  # 水韵之城
    (r".{2,8}[战仗]", 1),
    (r"(?:零|无|免)[^、，,]{1,5}", 1),
    (r"谁.{1,4}谁.{1,4}", 2),
    (r".[改转进入升变对包管](?:.|.{2})", 1),
    (r"[^、，,]{2,12}\L<slogan.named>", 1.5),
    (
        r"[^、，,]{1,6}\L<slogan.shaped>",
        1,
    ),
)
PROPER = pattern(r".{2,}\L<slogan.proper>")
_SAYING = pattern(r"[^、，,]{2,10}\L<slogan.saying>.{1,12}|谁.{2,5}谁.{2,5}")
_LEAST_FIGURE = 3
_instruments = partial(lexicon.select, "slogan/words", "instrument")
CODE = pattern(
    r"[^一-鿿A-Za-z0-9]+|123[0-9]{2}|1[12][0-9]|(?![0-9]{3,7}\Z)[A-Za-z0-9.\-]{2,}|[0-9]{1,4}(?:[年月日%元次岁条]|个(?![一-鿿]{2})).{0,6}|[^、]{0,6}[><→/:：].{0,30}|.*[0-9]{1,3}(?:\L<slogan.measured>|%)|[前后]?[一二两三四五十]{1,2}年(?:行动\L<slogan.plan-noun>?)?"
)


@cache
def _shapes() -> tuple["re.Pattern[str]", dict[str | None, float]]:
    """One pattern of all shapes, the heaviest first, and the weights of its groups."""
    shapes = {f"shape{index}": row for index, row in enumerate(sorted(_SHAPES, key=itemgetter(1), reverse=True))}
    choices = "|".join(f"(?P<{name}>{shape})" for name, (shape, _) in shapes.items())
    return pattern(choices), {name: weight for name, (_, weight) in shapes.items()}


@cache
def stops() -> frozenset[str]:
    """What stands between quotation marks without being a slogan."""
    return frozenset(lexicon.words("slogan/stops"))


@cache
def figures() -> frozenset[str]:
    """Figures of speech."""
    return frozenset(lexicon.select("slogan/stops", "figure"))


def is_figure(text: str) -> bool:
    """Whether a word is a figure of speech by its build: one coloured by the sign before it, which is no numeral
    (``新引擎``, ``苦功夫``), or the name of a tool or a medicine (``稳定剂``, ``减压阀``).

    >>> is_figure("新引擎"), is_figure("凝聚剂"), is_figure("双引擎"), is_figure("菜篮子")
    (True, True, False, False)
    """
    if len(text) < _LEAST_FIGURE or text[0] in _N or text in labels():
        return False
    return text[1:] in figures() or (len(text) == _LEAST_FIGURE and text.endswith(_instruments()))


@cache
def labels() -> dict[str, str]:
    """Well-known labels with their use: ``bare`` or ``quoted``."""
    return lexicon.mapping("slogan/labels")


@lru_cache(maxsize=4096)
def shape(text: str) -> float:
    """How much a string looks coined: 2 and more for numerals and set patterns, 0 for an ordinary word.

    >>> shape("三高四新"), shape("以旧换新"), shape("住房公积金")
    (2.5, 2, 0)
    """
    shapes, weights = _shapes()
    match = shapes.fullmatch(text)
    return weights[match.lastgroup] if match is not None else 0


def is_period(text: str) -> bool:
    """Whether it is the name of a plan period: ``十四五``."""
    return text[-1:] == "五" and _PERIOD.fullmatch(text) is not None


_LABEL, _MOTTO = Slogan(SloganKind.LABEL), Slogan(SloganKind.MOTTO)


def plain(text: str) -> Slogan:
    """The value of a slogan without inner punctuation: a motto where it is a saying, else a label.

    >>> plain("绿水青山就是金山银山").kind.value, plain("一网通办").kind.value
    ('motto', 'label')
    """
    return _MOTTO if len(text) > 6 and _SAYING.fullmatch(text) else _LABEL
