"""What a figure measures, as the text names it: 网上可办率, 新增“四上”企业, 审批时限."""

import re
from functools import cache, lru_cache, partial

from policyextract import lexicon
from policyextract.lexicon import alternation, rows, select
from policyextract.reading.figure.governor import Governor, first_verb
from policyextract.reading.figure.masked import BLANK
from policyextract.reading.figure.noun import is_measure, measures
from policyextract.text.pattern import pattern

_TERM = "[^，。；]{0,14}?\\L<figure.term>[^，。；]{0,4}?$"
_BASELINE = pattern(
    f"比(?<!占比)(?![例重率值]){_TERM}|较{_TERM}|同比(?:{_TERM}|$)|与[^，。；]{{1,12}}相比$"
    "|\\L<figure.higher>[^，。；]{1,14}$"
)
_BASIS = pattern("在[^，。；]{0,12}基础上")
_BRACKET = pattern("[（(][^（()）]*[）)]")
_CLOSING = (
    "(?<=...)\\L<figure.general>?每[0-9一两二三四五六半]{0,2}个?(?:年|月|季度|季|周|旬)[一-鿿]{2}"  # 例会每月召开
    "|(?<=..)\\L<figure.goal-of>?目标|[一二三四五]年"
    "|平均每[0-9]{1,4}[一-龥]{1,3}|每[0-9一两二三四五半]{0,2}(?:[年月周天]|季度)|(?<!占)(?<!收入)(?<!性别)(?<!抚养)比|(?<![供响效反对])应"
)
_OPENING = (
    "通过[^，。；的]{1,10}\\L<figure.means>|为[^，。；的]{1,10}?(?=[减节降])|[是为](?!期)|[0-9]{1,2}[.．、﹒)）](?![0-9])|[①-⑳]|[（(][0-9一二三四五六七八九十]{1,3}[)）]"
    "|[一二三四五六七八九十]{1,3}[是要、](?!二、三次?产|二产、三产)"
    "|(?:要)?紧盯|第[一二三四五六七八九十百]{1,5}条[ \u3000]*"
    "|[0-9]{1,2}月(?:末|初)?(?:之?前)?|\\L<marks.modal>|使(?!用)|计划(?!生育)|再(?![生造就])|共(?![同享建])|有(?![效望机色害])|[一二三四五六七八九十]{1,2}年[来内间]?"
    "|\\L<figure.from-to>?(?:19|20)?[0-9]{2}年(?:[0-9]{1,2}月)?[底末初]?(?:之?前)?"
    "|本年度?"
    "|每[0-9一两二三四五六半]{0,2}个?\\L<figure.rhythm>|我[省市县州区国]|全(?:[国省市县州区镇乡村旗]|城区|域(?!旅))"
    "|各\\L<figure.places>|和(?!谐)|:|\\(|”|“?十[一二三四五]五”?\\L<time.period-noun>?|期间|时期|末|底"
)
_MAKING = "建设(?!\\L<figure.not-made>)|开工(?:建设)?(?=.{3})"  # 开工项目 keeps its verb
_done = partial(lexicon.select, "figure/words", "arranges")
_NAME, _SHORT = 2, 6
_NOT_YET = frozenset("未尚正没")
_NAMING = frozenset(("act", "grant", "fact"))
_GOVERNED = pattern(
    ".*(?:\\L<figure.wants>|预期目标[是为：]|目标[是为：]|任务[是为：]|(?<!即)将|(?<=...)把(?![握关好])|(?<=[镇乡县市区村局办委班会组])共)(?=[^，。；]{2,})"
)
_ACTOR = pattern("[^，。；、]{0,20}\\L<figure.actor>(?:\\L<marks.modal>|负责)")
_SOURCE = pattern("[从由][^，。；]*$")
_OF_SIZE = pattern("^[^的]*[0-9][^的0-9]{1,4}的(?=..)")  # 108亩的大棚
_SUCH_AS = pattern("^[^等]{2,}、[^等]{1,20}等(?=.{4})")  # 风电、光伏等新能源装机
_OF_PLAN = pattern("\\L<figure.of-plan-end>$")
_OF_ITEMS = pattern("\\L<figure.item-noun>(?=[^项目事]{4,}$)")
_ASIDE = pattern("[（(][^（()）]{1,8}[）)]")
_CUTTING = frozenset("减降压缩的")
_RATIO = pattern("(?:\\L<figure.ratio-noun>|[率度速幅])$")
_CLOSER, _NAMED, _LONG, _WHOLE = 12, 5, 10, 20
_TIMES = pattern(f"{BLANK}+")
_BODY = pattern("政府(?<=[省市县区州旗镇乡民各]政府)|\\L<figure.office-end>|委(?<=.[改教体工建农商]委)")
_LEADS = pattern("\\L<figure.leads>$")
_AFTER = pattern("[^，。；：、,;:！？\n（）()《》0-9]{1,40}")
_DESCRIBED = pattern("[^，。；：！？\n《》（）]{0,30}[^，。；：！？\n]的([^，。；：、,;:！？\n的《》（）]{1,14})")


@cache
def _edge(kind: str, shapes: str = "") -> "re.Pattern[str]":
    """What may stand at an edge of a phrase without being part of an indicator: words of the lexicon, and shapes."""
    bounds = tuple(row[0] for row in rows("quantity/bounds") if row[3] != "after") if kind == "close" else ()
    words = alternation((*select("figure/indicator_edges", kind), *bounds))
    choices = f"(?:{shapes}|{words})" if shapes else words
    ends = {"close": "$", "doing": "(?![率数量额面度值标])"}  # 落实率, 发放标准
    return pattern(f"{choices}{ends.get(kind, '')}")


def _unopened(phrase: str, openers: "re.Pattern[str]") -> str:
    while True:
        opener = openers.match(phrase)
        if opener is None:
            return phrase
        phrase = phrase[opener.end() :]


def _around(phrase: str) -> str:
    """What a phrase names around the times in it: what stands behind the last, with what it belongs to before it.

    >>> _around("市住建局\x1f\x1f老旧小区改造率"), _around("县城人口\x1f\x1f"), _around("农村居民\x1f人均可支配收入")
    ('老旧小区改造率', '县城人口', '农村居民人均可支配收入')
    """
    *before, last = _TIMES.split(phrase)
    if not before:
        return phrase
    first = _unopened(before[-1].split("，")[-1], _edge("open", _OPENING))
    if not _ended(last):
        return _ended(first) or (_around(BLANK.join(before)) if len(before) > 1 else "")
    joins = is_measure(_ended(last)) and not _LEADS.search(first) and not first_verb(first).word
    return first + last if joins else last


def _acted(phrase: str) -> str:
    """A phrase without the body that does what its verb says: ``市住建局完成投资``."""
    for body in _BODY.finditer(phrase):
        rest = phrase[body.end() :]
        verb = first_verb(rest)
        if verb.word and not verb.start:
            return rest
    return phrase


def opened(phrase: str) -> str:
    """A phrase without what opens it: modal words, times, actors, conjunctions.

    >>> opened("力争新入库规上服务业企业"), opened("各县市政府要确保获省政府表彰")
    ('新入库规上服务业企业', '获省政府表彰')
    """
    phrase = _around(_BASIS.sub("", phrase)).rsplit(" ", 1)[-1]
    phrase = _acted(phrase)
    for opening in (_GOVERNED, _ACTOR):
        match = opening.match(phrase)
        if match:
            phrase = phrase[match.end() :]
    return _unopened(phrase, _edge("open", _OPENING))


def _ended(phrase: str) -> str:
    """A phrase without the adverbs and the baseline at its end."""
    previous = None
    while phrase != previous:
        previous = phrase
        phrase = _BASELINE.sub("", phrase)
        closer = _edge("close", _CLOSING).search(phrase, max(len(phrase) - _CLOSER, 0))
        phrase = phrase[: closer.start()] if closer else phrase
        if len(phrase) >= _NAMED and phrase.endswith(_done()):
            phrase = phrase[:-2]
        phrase = phrase.rstrip("，、：: 的≥≤＜＞<>×=")
    return phrase


def _each(phrase: str) -> str:
    """What several do: ``甲县和乙县分别完成投资`` is 投资, but ``就业、贷款分别完成计划`` is the first."""
    names, each, done = phrase.partition("分别")
    return (names if not done or _OF_PLAN.search(done) else done) if each and names else phrase


def _uncut(phrase: str) -> str:
    """What is cut, without the verb that cuts it: ``压减钢铁产能``, but not ``削减比例``, ``减税降费``."""
    verb = first_verb(phrase)
    rest = phrase[verb.stop :]
    cut = verb.change == "decrease" and not verb.start and len(rest) > 1
    return rest if cut and rest[0] not in _CUTTING and rest not in measures() else phrase


@lru_cache(maxsize=1024)
def _shortest(phrase: str) -> str:
    """A phrase without what stands around the name in it."""
    phrase = _uncut(_unopened(opened(_each(_ended(phrase))), _edge("doing", _MAKING)))
    phrase = _OF_SIZE.sub("", phrase)
    if len(phrase) <= _LONG:
        return phrase
    phrase = _SUCH_AS.sub("", phrase)
    shared = _OF_ITEMS.search(phrase)
    if shared:
        return phrase[shared.end() :]
    return phrase


def last_of_list(name: str) -> str:
    """The last member of a long list of names, which shares what is measured with the others.

    >>> last_of_list("行政许可、行政确认、行政给付和公共服务事项、便民事项网上可办率")
    '便民事项网上可办率'
    """
    long = "、" in name and "等" not in name and len(name) > _WHOLE
    return name[name.rindex("、") + 1 :] if long else name


def is_ratio(phrase: str) -> bool:
    """Whether a phrase names how far or how fast something moves: ``削减比例``, ``降幅``."""
    return _RATIO.search(_ended(phrase)) is not None


def before(clause: str, head: str, verb: Governor) -> str:
    """The indicator that stands before its verb, or before its figure where there is none.

    Args:
        clause: the clause up to the figure.
        head: the same from the end of the figure before it on.
        verb: what governs the figure, with its place in ``head``.
    """
    cut = len(head) - (verb.stop if verb.kind in _NAMING else verb.start) if verb.word else 0
    whole = clause if "）" in head or ")" in head else head
    phrase = _BRACKET.sub("", whole[: len(whole) - cut])
    inner = max(phrase.rfind("（"), phrase.rfind("("))
    return _shortest(phrase[inner + 1 :])


def before_source(clause: str) -> str:
    """The indicator of ``将起征点从10万元提高到15万元``, which stands before the source of the change."""
    return _shortest(_SOURCE.sub("", clause))


def after(tail: str) -> str:
    """The indicator that follows its figure: ``召开一次全县重点项目建设点评会``.

    >>> after("有条件、有基础、规模适当的城市，"), after("中央财政资金纳入直达机制")
    ('城市', '中央财政资金')
    """
    described = _DESCRIBED.match(tail)
    match = described or _AFTER.match(_ASIDE.sub("", tail.lstrip("的")))
    if match is None:
        return ""
    phrase = match[1] if described else match.group()
    verb = _edge("act").search(phrase)
    if verb and (verb.start() >= _NAME or (verb.group()[0] in _NOT_YET and (verb.start() or len(phrase) <= _SHORT))):
        phrase = phrase[: verb.start()]
    return (phrase.rsplit("的", 1)[-1] or phrase).rstrip("和及与")
