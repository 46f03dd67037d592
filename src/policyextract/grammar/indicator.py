"""What a figure measures, as the text names it: 网上可办率, 新增“四上”企业, 审批时限."""

import re

from policyextract.grammar.governor import Governor
from policyextract.pattern import pattern

_BASELINE = pattern(
    "(?:(?<!占)比|较|同比)[^，。；]{0,14}?(?:年|期|末|水平|平均|时期|基础|计划|预算|季度|月)[^，。；]{0,4}?$|与[^，。；]{1,12}相比$|同比$"
)
_BASIS = pattern("在[^，。；]{0,12}(?:基础上|的基础上)")
_BRACKET = pattern("[（(][^（()）]*[）)]")
_ADVERB = pattern(
    "(?:(?<=..)(?:预期|年度)?目标|预期|预计|实现|趋|必须|务必|应当|分别|均|都|再|还|(?:19|20)[0-9]{2}年|[一二三四五]年|拟|一直|始终|年内|至少|仍|持续|平均每年|年均|平均|每年|全年|累计|力争|争取|确保|努力|也|要|进一步|继续|稳步|逐步|大幅"
    "|明显|由|从|自|按|已|已经|达|约|达到|总共|共|不得|每[0-9一两二三四五半]{0,2}(?:年|月|周|季度|天)|较|(?<!占)比|与|原则上|一般|实际|基本|合计|总体|全部|提前|将|须|应|可|仅|只)$"
)
_OPENERS = pattern(
    "(?:的|提出|[是为](?!期)|[0-9]{1,2}[.．、]|[①-⑳]|[（(][0-9一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[是要、]|(?:要)?紧盯|围绕|聚焦|按照|[0-9]{1,2}月(?:[上中下]旬|底|末|初)?(?:之?前)?|其中|并且|并|以及|同时|此外|另外|例如|比如"
    "|力争|争取|确保|务必|必须|保证|努力|力求|要求|要(?![素求件])|但|应当|应(?![急用对收])|须|需(?!求)|将|把|使得|使(?!用)|让|对照|瞄准|推动|促进|加快|带动|保持|继续"
    "|进一步|全面|切实|积极|大力|着力|稳步|逐步|持续|不断|严格|有效|计划(?!生育)|拟|预计|预期|有望|已经|已|仍|还|也|再(?![生造就])|共(?![同享建])|累计|先后|有(?![效望机色害])|特别是|而|[一二三四五六七八九十]{1,2}年[来内间]?"
    "|(?:到|至|从|自|截至|截止|在)?(?:19|20)?[0-9]{2}年(?:[0-9]{1,2}月)?(?:底|末|初)?(?:之?前|以来|起)?|到“?十[一二三四五]五”?末|今年以来|今年|明年|去年|全年"
    "|上半年|下半年|[一二三四]季度|本年度?|每[0-9一两二三四五六半]{0,2}个?(?:年|月|周|季度|季|星期|学期|日|天|旬)|年内|目前|当前|当年|我[省市县州区国]|全[国省市县州区]|各(?:地区?|县市区?|镇|乡镇|部门|单位|级)|本市|本区"
    "|和(?!谐)|与|及|、|，|：|:|；|。|（|\\(|”|“?十[一二三四五]五”?(?:时期|期间)?|期间|时期|末|底)"
)
_DOING = pattern("完成|落实好|安排|拟安排|组织|举办|开展|培育|引进|建设(?!用地|项目|资金|工程)|打造|实现|每年")
_DONE = pattern("(?<=...)(?:安排|完成)$")
_GOVERNED = pattern(
    ".*(?:提出|确保|力争|争取|努力|力求|做到|实现|推动|促进|使(?!用)|让|预期目标[是为：]|目标[是为：]|要求|任务[是为：]|(?<!即)将|(?<=...)把(?![握关好]))(?=[^，。；]{2,})"
)
_ACTOR = pattern("[^，。；、]{0,20}(?:政府|委员会|[局委厅部办会]|部门|单位|各地)(?:要|应|应当|须|负责)")
_SOURCE = pattern("(?:从|由)[^，。；]*$")
_OF_ITEMS = pattern("(?:项目|事项)(?=[^项目事]{4,}$)")
_LONG, _WHOLE = 10, 20
_AFTER = pattern("[^，。；：、,;:！？\n（）()《》0-9]{1,40}")
_DESCRIBED = pattern("[^，。；：！？\n《》（）]{0,30}[^，。；：！？\n]的([^，。；：、！？\n的《》（）]{1,14})")
_VERBS = pattern(
    "予以|给予|支持|受益|参保|成为|得到|喜迁|落户|实行|接受|享受|获得|完成|取得|纳入|进入|用于|达到|实现|进行|开展|作为|列入|参加|参与|处在|处于|按照|以上"
)


def _unopened(phrase: str, openers: "re.Pattern[str]") -> str:
    while True:
        opener = openers.match(phrase)
        if opener is None:
            return phrase
        phrase = phrase[opener.end() :]


def opened(phrase: str) -> str:
    """A phrase without what opens it: modal words, times, actors, conjunctions.

    >>> opened("力争二季度新入库规上服务业企业"), opened("各县市政府要确保获省政府表彰")
    ('新入库规上服务业企业', '获省政府表彰')
    """
    phrase = _BASIS.sub("", phrase)
    for opening in (_GOVERNED, _ACTOR):
        match = opening.match(phrase)
        if match:
            phrase = phrase[match.end() :]
    return _unopened(phrase, _OPENERS)


def _ended(phrase: str) -> str:
    """A phrase without the adverbs and the baseline at its end."""
    previous = None
    while phrase != previous:
        previous = phrase
        phrase = _DONE.sub("", _ADVERB.sub("", _BASELINE.sub("", phrase))).rstrip("，、：: 的≥≤＜＞<>×=")
    return phrase


def _shortest(phrase: str) -> str:
    """The last member of a list that shares what is measured (``行政审批、服务事项网上可办率``)."""
    phrase = _unopened(opened(_ended(phrase)), _DOING)
    if len(phrase) <= _LONG:
        return phrase
    shared = _OF_ITEMS.search(phrase)
    if shared:
        return phrase[shared.end() :]
    if "、" in phrase and "等" not in phrase and len(phrase) > _WHOLE:
        return phrase[phrase.rindex("、") + 1 :]
    return phrase


def before(clause: str, head: str, verb: Governor) -> str:
    """The indicator that stands before its verb, or before its figure where there is none.

    Args:
        clause: the clause up to the figure.
        head: the same from the end of the figure before it on.
        verb: what governs the figure, with its place in ``head``.
    """
    cut = len(head) - (verb.stop if verb.kind == "act" else verb.start) if verb.word else 0
    if "）" in head or ")" in head:
        head = _BRACKET.sub("", clause)
    phrase = head[: len(head) - cut]
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
    match = described or _AFTER.match(tail.lstrip("的"))
    if match is None:
        return ""
    phrase = match[1] if described else match.group()
    verb = _VERBS.search(phrase)
    if verb and verb.start() >= 2:
        phrase = phrase[: verb.start()]
    return (phrase.rsplit("的", 1)[-1] or phrase).rstrip("和及与")
