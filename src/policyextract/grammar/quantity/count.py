"""Whether a numeral with its unit counts or measures something, and is no name, rank, date, article or list number."""

import re
from functools import cache

from policyextract.grammar.quantity.amount import Amount
from policyextract.grammar.quantity.bound import bound_words, bounding
from policyextract.grammar.quantity.naming import is_name
from policyextract.grammar.quantity.number import HAN
from policyextract.grammar.quantity.reading import Reading, bounded
from policyextract.grammar.quantity.scan import unsigned
from policyextract.lexicon import alternation, select, words
from policyextract.marks.enclosure import titles
from policyextract.marks.quotation import quotations
from policyextract.text.document import Document
from policyextract.text.pattern import pattern

_NAMING = frozenset(("", "noun", "grade"))
_QUOTED = 16
_FLATTENED = 10**10  # a percentage beyond this is the cells of a flattened table
_JOINING = frozenset("一十百千万亿")
_DEMONSTRATIVE = frozenset("上下前统唯逐同单之某每另任合归万周划这那新")
_RANKED = pattern(
    f"(?:第[0-9{HAN}条款项、和至到—-]{{1,14}}[、和至到—-]|\\L<quantity.numbered-part>|(?<![以之目当提此从日底月年末节])前|(?<=[名居列位])后|(?<![月年季期周])末|(?<!代)表|(?<![0-9])时)$"
)
_RANKING = frozenset("劣、和至到—-届前后末件表栏图件法时")
_LEVELS = frozenset("国省市州县区旗乡镇村街道社组户")
_ASIDE = pattern("[（(][^（()）]{1,6}[）)]")  # 市、区（县级市）两级
_BETWEEN_LEVELS = str.maketrans("", "", "、（）()家")
_LEVELLED = pattern("\\L<quantity.not-levels>")  # 五级书记抓落实, 七级责任制
_DIVIDED = pattern("(?:(?:划?分|设定?|设置)[为成]|共[有分设]?|(?<!部)分)$")
_LASTING = frozenset(("年", "周年"))
_MEASURED = ("money", "area", "mass", "energy", "power", "volume")
_SCALES = frozenset("百千万亿")
_PLACES = frozenset("省市县区旗乡镇村州")
_PLACED = f"[{HAN}][省市县区旗乡镇村州]"
_AFTER_PLACES = pattern(f"{_PLACED}$")  # 四县 + 一市
_BESIDE_PLACES = pattern(f"[、和及与][一-鿿]{{1,8}}$|{_PLACED}$")  # 沙河、柳河四县; 五县两区
_MORE_PLACES = pattern(f"[、和及]?[{HAN}][省市县区旗乡镇村州]")
_SMALL_NUMERALS = frozenset(f"{HAN}几数上半")
_DEALT = pattern("(?:[只仅][^，。；：,;每各]{1,6}|(?<!一)每(?!到)[^，。；：,;每各一]{1,9}|\\L<quantity.rest>)$")
_HAPPENED = pattern("\\L<quantity.happens>[了过]?$")  # 发生一起事故, but 一起努力
_WORKED_OUT = pattern("[^，,。；;、]{0,14}?\\L<quantity.method>")  # 形成一套有效的制度
_NEAR, _DAYS_SIGHT = 9, 90
_UP_TO = f"[^0-9，。；,;]{{0,{_NEAR - 1}}}(?:[0-9.]+[^，。；0-9]{{1,8}}、)*$"


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """Set phrases whose numerals count nothing, by their first character."""
    table: dict[str, list[str]] = {}
    for word in words("quantity/set_phrases"):
        table.setdefault(word[0], []).append(word)
    return {char: tuple(phrases) for char, phrases in table.items()}


@cache
def _timed() -> "re.Pattern[str]":
    """What makes a duration the value of an indicator: ``审批时限压缩至``, ``放宽至``."""
    measure, change, limit = (alternation(select("time/spans_of_work", kind)) for kind in ("measure", "change", "set"))
    return pattern(f"(?:{measure}[^，。；：,;]{{0,14}}?{change}|{limit}[至到为]){_UP_TO}")


@cache
def _limited() -> "re.Pattern[str]":
    """A measure of time with its bound: ``公示时间不少于``, ``流程审批总时长累计不超过``."""
    measure, length, work = (alternation(select("time/spans_of_work", kind)) for kind in ("measure", "length", "work"))
    measured = f"(?:{length}|{work}[^，。；：,;]{{0,8}}{measure})"
    return pattern(f"{measured}\\L<quantity.hedge>{{0,2}}(?:(?=不){bounding()}{_UP_TO}|为$)")


@cache
def _of_days() -> "re.Pattern[str]":
    """What makes days the value of a statistic: ``优良天数共35天``, and how it changes: ``，同比增加19天``."""
    days, moved = "\\L<quantity.days-counted>[^，。；：,;0-9]{0,8}", alternation(select("figure/governors", "move"))
    return pattern(f"{days}$|{days}[0-9][^。]{{0,60}}{moved}$")


@cache
def _changing() -> frozenset[str]:
    """The last characters of all that may stand before the figures of :func:`_timed`."""
    words_before = (*select("time/spans_of_work", "change"), *bound_words())
    return frozenset(word[-1] for word in words_before) | frozenset("至到为")


def _is_named(document: Document, amount: Amount) -> bool:
    """Whether a numeral belongs to a name: in a title, or what it counts in a short quotation."""
    if titles(document).around(amount.start):
        return True
    quoted = quotations(document).around(amount.start) if amount.unit.dimension in _NAMING else None
    return quoted is not None and quoted[1] - quoted[0] <= _QUOTED


def _is_ranked(text: str, amount: Amount) -> bool:
    """Whether a number says which (``表3``, ``第2、3项``), and counts no copies of a form (``征求意见表30份``)."""
    before = text[amount.start - 1 : amount.start]
    if before not in _RANKING or (before == "表" and amount.unit.name in ("份", "张")):
        return False
    return _RANKED.search(text, max(amount.start - 16, 0), amount.start) is not None


def numeral_start(text: str, start: int) -> int:
    """Where the numeral begins that the run at ``start`` is part of, or -1 if it is no numeral of a quantity.

    >>> numeral_start("某一个", 1), numeral_start("上百家", 1), numeral_start("以上十条", 2)
    (-1, 0, 2)
    """
    first = text[start]
    if first not in _JOINING:
        return start
    previous = text[start - 1 : start]
    if first == "一":
        named = previous in _DEMONSTRATIVE and not text.endswith("更新", 0, start)
        return -1 if named or text.endswith("最近", 0, start) else start
    joins = previous == "数" or (previous == "上" and text[start - 2 : start - 1] != "以")
    return start - 1 if joins else start


def counted(document: Document, amount: Amount) -> Reading | None:
    """An amount with its bounds, or ``None`` if it is no quantity."""
    text, start, dimension = document.text, amount.start, amount.unit.dimension
    if dimension.startswith("time:") and "/" not in dimension:
        return bounded(text, amount) if _is_timed(text, amount) else None
    han = text[unsigned(text, start)] in _SMALL_NUMERALS
    if text.startswith(_phrases().get(text[start], ()), start) if han else dimension == "grade":
        return None
    if (dimension == "ratio" and amount.numeral.low >= _FLATTENED) or is_name(text, amount):
        return None
    if _is_ranked(text, amount) or _is_named(document, amount):
        return None
    found = bounded(text, amount)
    return None if han and not _counts_in_han(text, found) else found


def _is_timed(text: str, amount: Amount) -> bool:
    """Whether a duration is the value of an indicator; not a condition, and not for how long something lasts (2年)."""
    start = amount.start
    if amount.unit.name == "天" and _of_days().search(text, max(start - _DAYS_SIGHT, 0), start):
        return True
    near = text[max(start - _NEAR, 0) : start]
    if not near.endswith("、") and _changing().isdisjoint(near):
        return False
    if _timed().search(text, max(start - 48, 0), start):
        return True
    lasts = amount.unit.name in _LASTING or text[amount.stop : amount.stop + 1] == "的"
    return not lasts and _limited().search(text, max(start - 32, 0), start) is not None


def _counts_in_han(text: str, found: Reading) -> bool:
    """Whether a reading in Chinese numerals, most of which name or rank, is a quantity."""
    start, unit = found.start, found.unit
    is_bounded = found.before is not None or found.bounded
    if found.numeral.unit or text[start] in _SCALES:
        return is_bounded or _counts_by_scale(text, found)
    if not unit.name:
        return True
    if "点" in text[start : found.stop] or unsigned(text, start) > start:
        return True
    if unit.han == "digits" and found.numeral.low < 100:
        if text[start] == "两" or is_bounded or _counts_places(text, found) or _counts_phases(text, found):
            return True
        return text[start] == "一" and unit.name == "期" and _DEALT.search(text, max(start - 14, 0), start) is not None
    if unit.dimension == "grade":
        return _counts_levels(text, found)
    if found.numeral.low >= 100 or unit.dimension not in ("", "noun", "score", "volume", "length"):
        return text[start] != "零"
    return _small_count(text, found, is_bounded)


def _counts_by_scale(text: str, found: Reading) -> bool:
    """A numeral that begins with a multiplier or holds its unit: ``百分之五``, ``百余家``, ``千亩基地``."""
    if found.numeral.unit or found.numeral.high is None or found.rule == "quantity.fraction":
        return True
    before = text[max(found.start - 1, 0)]
    in_words = "一" <= before <= "鿿" or before == "、"  # in brackets, （万吨） is the unit of a table
    measured = found.unit.dimension.split(":")[0] in _MEASURED
    return measured and in_words and text[found.stop : found.stop + 1] != "级"


def _counts_levels(text: str, found: Reading) -> bool:
    """Whether as many levels stand before it as it counts (``州县乡村四级``), or how many there are; a grade ranks."""
    named = _ASIDE.sub("", text[max(found.start - 24, 0) : found.start]).translate(_BETWEEN_LEVELS)
    number = int(found.numeral.low)
    if number > 1 and _LEVELLED.match(text, found.stop):
        return True
    if number > 1 and _DIVIDED.search(text, max(found.start - 4, 0), found.start):
        return True
    return number > 1 and len(named) >= number and _LEVELS.issuperset(named[-number:])


def _counts_places(text: str, found: Reading) -> bool:
    """Whether so many places are counted: names or others stand beside them (``沙河、柳河四县``, ``五县两区``)."""
    if found.unit.name not in _PLACES or text[found.start] == "二":
        return False
    beside = _AFTER_PLACES if text[found.start] == "一" else _BESIDE_PLACES
    named = beside.search(text, max(found.start - _NEAR, 0), found.start)
    return bool(named or _MORE_PLACES.match(text, found.stop))


def _counts_phases(text: str, found: Reading) -> bool:
    """Whether so many phases divide a work (``分三期建设``); not which one it is (``三期工程``)."""
    divided = found.unit.name == "期" and _DIVIDED.search(text, max(found.start - 4, 0), found.start)
    return bool(divided) and found.numeral.low > 1


def _small_count(text: str, found: Reading, is_bounded: bool) -> bool:
    start, unit = found.start, found.unit
    numeral = text[start] if found.numeral.low < 10 else "十"
    if numeral == "一" and unit.name == "套" and _WORKED_OUT.match(text, found.stop):
        return False
    if numeral == "一" and text[start - 1 : start] == "的":  # 召开的一次盛会
        return False
    if numeral == "十" and unit.name == "届":
        return False
    if numeral == "一" and not is_bounded and unit.han != "count":
        return bool((_HAPPENED if unit.name == "起" else _DEALT).search(text, max(start - 14, 0), start))
    return numeral != "零" and (numeral != "二" or unit.name == "个")
