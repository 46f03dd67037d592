"""Who watches over others: who checks, inspects, appraises or ranks them, urges them on or guides them."""

import re
from functools import cache

from policyextract.grammar.name.context import context, shapes
from policyextract.marks.modal import MODAL
from policyextract.reading.part.deed import edges
from policyextract.reading.part.standpoint import Part, Place
from policyextract.text.pattern import pattern
from policyextract.values import TimeKind

OVERSEES = Part("supervise", "oversees", True)

_MOST = 6  # words and times before a deed
_ON = "[^，。；;\n]"
_EVERY = r"(?:每(?:半?年|个?季度|半?个?月|周|学期|日|天))?"
_TO = f"(?:对|就){_ON}{{2,40}}?{_EVERY}"
_COUNT = "(?:[0-9一两]{1,2}[次轮遍]|(?:不[少低]于|至少)[0-9一二三两]|[0-9]{1,3}[%％])"  # 2次, 不少于3个乡镇, 20%的网格
_BODIES = f"(?:{_ON}{{0,8}}?)\\L<part.overseen>"
_SOME = "(?:[0-9一两二三四五]{1,2}[次轮遍])?"
_KINDS = "\\L<part.watch-kind>*"
_ROUND = '(?:[半一两三]个?[月周旬季年日天]一|月月|周周|[“"]?[日周旬月季年])'  # 半月一通报, 月调度
_DEED = f"{_SOME}{_KINDS}\\L<part.watch>"
_DOES = pattern(
    rf"(?:{_TO})?\L<part.watch-hold>{_DEED}(?!\L<part.watch-noun>)"  # 按季 + 开展核查, 组织2轮交叉检查
    rf"|对{_BODIES}{_ON}{{0,30}}?\L<part.watch-do>{_KINDS}\L<part.appraises>"  # 对各校落实情况进行检查
    rf"|{_TO}(?:\L<part.watch-manner>){{0,2}}{_DEED}(?=[，。；;,、并\n]|\Z|{_COUNT})"  # 对各乡镇逐一验收, 考核一次
    rf"|(?!验收){_DEED}(?=[，。；;,并\n]|\Z|{_COUNT}|\L<part.overseen>)"  # 不定期 + 抽查; 考核各部门
    rf"|\L<part.watch-hold>{_ON}{{2,24}}?{_DEED}(?<!竣工验收)(?![一-鿿])"  # 开展一次资助政策专项检查
    # 派出5个督查组对各县进行检查
    rf"|\L<part.watch-sends>{_ON}{{1,14}}[组队员][，,]?{_TO}\L<part.watch-do>?{_KINDS}(?:\L<part.watch>|\L<part.appraises>)"
    rf"|\L<part.watch-sends>{_ON}{{0,14}}?\L<part.watch>组"  # 抽调人员组成5个考核组
    rf"|(?:{_TO}\L<part.watch-do>?)?\L<part.calls-in>"  # 约谈主要负责人, 对落后的予以约谈
    rf"|发{_ON}{{0,6}}?\L<part.reminder>"  # 发出督办函
    rf"|(?:\L<part.watch-hold>|{_TO}\L<part.watch-do>)[“\"]?回头看"  # 组织“回头看”
    rf"|(?:{_TO})?(?:\L<part.watch-do>)?{_ROUND}(?:\L<part.ranks>|\L<part.tells-of>)"  # 对各镇进度实行半月一通报
    # 加强对资金使用的监督, 加强对各校的指导
    rf"|加强对{_ON}{{2,30}}的{_KINDS}(?:\L<part.watch>|(?!指导)\L<part.appraises>)"
    rf"|加强对{_ON}{{0,20}}?(?:\L<part.overseen>|\L<part.party>){_ON}{{0,20}}?的指导"
    rf"|(?:\L<part.with-watch>、?){{0,3}}督[促导]{_ON}{{0,14}}?\L<part.party>"  # 依法督促有关企业
    r"|督促(?:所|其他)"  # 督促所辖学校
    # 指导、监督各镇落实; 负责指导本系统
    rf"|(?:负责(?:[^，。；\n]{{0,12}}，)?)?\L<name.oversee>(?:[、和]?\L<name.oversee>)*(?=\L<name.overseen>|(?<=督[促导查])\L<part.party>)(?!\L<name.watched-thing>)"
    rf"|负责(?:[^，。；\n]{{0,12}}，)?\L<name.oversee>(?=本|市|行业|街)"
    # 将任务完成情况纳入年度考核
    rf"|[将把]?(?:\L<part.overseen>|{_ON}{{2,30}}\L<part.progress>){_ON}{{0,30}}?纳入{_ON}{{0,16}}\L<part.appraise>"
    rf"|[将把]{_ON}{{2,60}}?纳入{_ON}{{0,24}}\L<part.appraise>"
)
_SET_AT = pattern(r"\L<part.set-at>")
_RANKS = pattern(  # 每月 + 调度, 通报一次进度, 通报、每月排名
    r"\L<part.ranks>|\L<part.tells-of>(?=[0-9一两三]{1,2}次|[^，。；]{0,8}(?:\L<part.progress>|\L<part.told-of>)|、每)"
)


@cache
def _leads() -> "re.Pattern[str]":
    """What stands before the deed: a modal, how and when it is done, with whom and by which rule."""
    groups = "分[0-9一二三四五六七八九十]{1,2}个?[组路片线]"
    rule = rf"{_ON}{{0,10}}?\L<part.by-rule>{_ON}{{2,30}}?(?:[，,]|(?=对))"
    with_whom = rf"\L<part.watch-with>{_ON}{{2,30}}?(?:[，,]|(?=[对每按半一]|\L<part.watch-hold>))"
    where = rf"\L<part.set-at>{_ON}{{1,14}}?(?=对|督|\L<part.with-watch>|\L<part.watch-hold>)"
    how = rf"{shapes('adverb')}|\L<part.watch-manner>|{where}|{groups}"
    return pattern(rf"{MODAL}|[还也]|将|拟|负责，?|{how}|{with_whom}|{rule}")


def oversees(place: Place) -> bool:
    """Whether a list watches over others: 将定期对落实情况进行督促检查, 要按季度考核各部门, 每月通报一次进度."""
    text, begins, at, rhythm = place.text, edges(place.document)[0], place.stop, False
    if context().oversee.match(text, at):
        return True
    for _ in range(_MOST):
        if _DOES.match(text, at) or (rhythm and _RANKS.match(text, at)):
            return True
        time = begins.get(at)
        if time is not None:
            rhythm = rhythm or time.value.kind is TimeKind.RECURRENCE
            at = time.stop + (time.stop + 1 in begins and text[time.stop] == "、")  # 7月、10月
            continue
        lead = _SET_AT.match(text, at)
        if lead is None or lead.end() not in begins:
            lead = _leads().match(text, at)
        if lead is None or lead.end() == at:
            return False
        at = lead.end()
    return False
