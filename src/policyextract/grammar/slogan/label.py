"""Labels: coined short names, by their shape, by what stands beside them, and by a list of well-known ones."""

import re
from functools import cache, lru_cache, partial
from operator import itemgetter

from policyextract import lexicon
from policyextract.grammar.slogan.beside import anywhere, closing, opening
from policyextract.grammar.slogan.phrase import known
from policyextract.grammar.slogan.quoted import Quoted, clause_before
from policyextract.text.pattern import pattern
from policyextract.values import Slogan, SloganKind

_PERIOD = pattern(r"[一二三四五六七八九十]{1,3}五|[一二三四五六七八九]五")
_N = "一二两双三四五六七八九十百千万"
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
        r"以.(?:代|促|奖|改|补|评|赛|工|投|链|商|电|竹|旧|购|买|大|小|点|用|水|定|换|养|引|带).{1,3}|以..(?:代|促|带|换|定|引).{1,2}",
        2,
    ),
    (r"[应能凡即边先非且敢不会可](?P<same>.{1,3})(?:[尽则](?P=same)|必.{1,2}|即.{1,2}|边.{1,2}|后.{1,4})", 2),
    (r"..\L<slogan.joined>|从.{1,6}到.{1,6}", 1),
    (r".{2,4}为[基要王本先重纲魂媒]", 2),
    (rf"[{_N}多](?:[^{_N}多、，,]{{1,2}}多){{1,3}}[^{_N}多、，,]{{1,3}}", 2),  # 一江多湖多公园
    (r".{1,2}[前中后][查检排备改管评]", 1),  # 汛前检
    (r".{2,10}之[城都乡港州谷窗源地星路桥家]", 1.5),  # 水韵之城
    (r".{2,8}[战仗]", 1),
    (r"(?:零|无|免|不|不用|全)[^、，,]{1,5}", 1),
    (r"谁.{1,4}谁.{1,4}|.{2,6}\L<slogan.follow>.{2,6}[走转干]", 2),
    (r".(?:改|转|进|入|升|变|对|包|管)(?:.|.{2})", 1),
    (r"[^、，,]{2,12}\L<slogan.named>", 1.5),
    (
        r"[^、，,]{1,6}\L<slogan.shaped>",
        1,
    ),
)
_PROPER = pattern(r".{2,}\L<slogan.proper>")
_SAYING = pattern(r"[^、，,]{2,10}\L<slogan.saying>.{1,12}|谁.{2,5}谁.{2,5}")
_CODE = pattern(
    r"[^一-鿿A-Za-z0-9]+|123[0-9]{2}|1[12][0-9]|(?![0-9]{3,7}\Z)[A-Za-z0-9.\-]{2,}|[0-9]{1,4}(?:[年月日%元次岁条]|个(?![一-鿿]{2})).{0,6}|[^、]{0,6}[><→/:：].{0,30}|.*[0-9]{1,3}(?:\L<slogan.measured>|%)|[0-9]{1,2}[·•.．][0-9]{1,2}.{0,8}|[一二两三四五十]{1,2}年行动\L<slogan.plan-noun>?"
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
def _figures() -> frozenset[str]:
    return frozenset(lexicon.select("slogan/stops", "figure"))


def is_figure(text: str) -> bool:
    """Whether a figure of speech is only coloured by the sign before it, which is no numeral: ``新引擎``, ``苦功夫``.

    >>> is_figure("新引擎"), is_figure("双引擎"), is_figure("菜篮子")
    (True, False, False)
    """
    return len(text) > 2 and text[1:] in _figures() and text[0] not in _N and text not in labels()


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


def _size(text: str) -> float:
    length = len(text)
    if length == 4:
        return 1
    if length in (3, 5, 6, 7, 8, 9, 10):
        return 0.5
    return -1 if length > 14 else 0 if length > 2 else -0.5 if length == 2 else -3


def _words_of_others(found: Quoted, before: str) -> float:
    """What speaks against words that something is likened to, or that somebody has said."""
    score = -1.0 if before.endswith(_likened()) else 0.0
    if len(found.text) > 7 or found.before[-1:] in _SAID_BEFORE:
        score -= 2 if "saying" in closing(found.before.rstrip("，,：:")) else 0
    return score


def surroundings(found: Quoted) -> float:
    """What the words beside a quoted string say for it (above 0) or against it."""
    before = clause_before(found.before)
    lead = found.before.rstrip(" ：:“（(")
    opens, closes = opening(found.after), closing(lead)
    if "screen" in opens or "screen" in closes:
        return -5
    if found.before[-1:] in _ARROWS or found.after[:1] in _ARROWS or anywhere("screen").search(before):
        return -5
    adjoining = closes if lead == found.before else frozenset[str]()
    return _led(found, before, adjoining) + _followed(found, opens) + _words_of_others(found, before)


def _led(found: Quoted, before: str, adjoining: frozenset[str]) -> float:
    """What the words before it in its clause say, those right before it (``adjoining``) above all."""
    if "problem" in adjoining:
        return -2.5
    if "call" in adjoining:
        return 1
    if anywhere("problem").search(before):
        return -1.5
    if anywhere("call").search(before):
        return 0.75
    return -2.5 if "bearer" in adjoining and not shape(found.text) else 0  # 建材企业“恒信建材”


def _followed(found: Quoted, opens: frozenset[str]) -> float:
    """What the words behind it say: what it names, what is deplored, what application it is the name of."""
    after = found.after.lstrip("的式型等")
    goes_on = opens if after == found.after else opening(after)
    score = -3 if "trouble" in opens or "trouble" in goes_on else 1.5 if "name" in goes_on else 0
    tool = shape(found.text) < _NAMED and anywhere("tool").search(_CLAUSE_END.split(found.after)[0])
    return score - 2 if tool else score


def is_term(found: Quoted) -> bool:
    """Whether the text defines what is quoted (``以下简称“两证”``), and it looks no more coined than a term does."""
    defined = "term" in closing(found.before.rstrip("：:")) or "means" in opening(found.after.lstrip("，"))
    return defined and found.text not in labels() and shape(found.text) < _COINED


_COINED = 2
_ENOUGH, _ENOUGH_LISTED, _NUMBER = 0.5, 0, 2
_LABEL, _MOTTO = Slogan(SloganKind.LABEL), Slogan(SloganKind.MOTTO)
_likened = partial(lexicon.select, "slogan/words", "likens")
_SAID_BEFORE = frozenset("，,：:")
_NAMED = 1.5
_CLAUSE_END = pattern("[，,。；;：:、\n]")
_ARROWS = ("-", "－", ">", "＞", "→")


def is_label(found: Quoted, listed: bool = False) -> bool:
    """Whether a quoted string without inner punctuation is a label; it is known to be no stop and no plan period.

    Less is asked of what is ``listed`` with a slogan.
    """
    text, around = found.text, surroundings(found)
    if _CODE.fullmatch(text) and not (text.isdigit() and around > _NUMBER):
        return False
    if text in labels():
        return around > -5
    coined = shape(text) - (1.5 if "一" not in text and _PROPER.fullmatch(text) else 0)
    if coined >= _COINED and around > -1.5:
        around = max(around, 0)
    verb = 0.25 if text[:2] in known("verb") else 0
    return coined + _size(text) + verb + around >= (_ENOUGH_LISTED if listed else _ENOUGH)


def plain(text: str) -> Slogan:
    """The value of a slogan without inner punctuation: a motto where it is a saying, else a label.

    >>> plain("绿水青山就是金山银山").kind.value, plain("一网通办").kind.value
    ('motto', 'label')
    """
    return _MOTTO if len(text) > 6 and _SAYING.fullmatch(text) else _LABEL
