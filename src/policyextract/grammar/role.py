"""What part a list of departments has in its clause: by the words after it (牵头, 负责, 要…), before it (由, 会同, 向…), or as subject."""

import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.grammar.roster import Roster


class Part(NamedTuple):
    """The part of a list of departments.

    Attributes:
        role: lead, support, responsible, supervise or none; empty where its own words do not tell.
        rule: what told it.
        acts: whether the words around show that somebody acts, or is acted upon, at all.
    """

    role: str
    rule: str
    acts: bool


_SUM = r"(?:等(?:国务院|省级|市级|[省市州县区])?(?:各|有关|相关|其他|成员|责任|主管|职能)*(?:部门|单位|机构|机关|方面|地区|产业)?(?:和(?:单位|部门))?)?[)）]?(?:及其(?:工作人员|(?:有关|所属|组成|职能|相关|工作|派出)(?:部门|机构)))?"
_ADVERB = (
    r"(?:分别|共同|分头|按照?(?:各自|部门)?(?:职责|职能|分工|职责权限)(?:分工)?[，,]?|按照?(?:职责)?分工[，,]?|依照?职责|根据(?:各自)?职责(?:分工)?|各自|具体|积极|全力|密切|主动|认真|切实|统一|总体|全面|继续|加强"
    r"|进一步|依法|定期|大力|同步|联合|组织|做好|予以|给予|每年|每季度|每月|各负其责[、，]?|各司其职[、，]?)"
)
_MODAL = r"(?:[都均也还]?(?:一律|务必|必须|不得|应当|应该|应|须|需要|需|要))"
_MUST = re.compile(rf"{_SUM}{_ADVERB}{{0,2}}(?:{_MODAL}(?!求|点|素|闻|么|情|用于?|用软))")
_MAY = re.compile(rf"{_SUM}(?:可以?(?!再生|持续|行性|靠)|有权|能够?|也可)")
_DONE = re.compile(
    r"(?:已经?|曾|将已|刚才|先后|近日|日前|高度重视|通报了?|指出|强调|认为|认定|决定(?!性)|授予|批准|同意|发布|公布|印发|转发|出台|规定|明确|确定|提出|批复|审议|部署|联合(?:印发|发布|下发)|评为|表彰|颁布|制定的|颁发"
    r"|组织制定了|关于|令|备案|审批(?!要)|核准|主管的|所属|主办的?|承办的?|原|主任|印制|领导下|坚强领导|工作报告|系统|网站|门户|官网|官方|平台|内设|下属|驻|门前|大楼|咨询|电话|地址|窗口)"
)
_LE = re.compile(r"[^，,。；;\n]{0,16}[，,]?[^，,。；;\n]{0,10}?[一-鿿]了(?!解)")
_NOT_VERB = re.compile(r"[的之等]|[^一-鿿“”\"‘]|\Z|[间内外]|[省市县区州]级|工作(?!要)|职[责能]|之间|负责人|和|与|及|、")
_SUBJECT_AFTER = re.compile(
    r"(?:[^一-鿿]|同时|其中|此外|另外|下步|下一步|当前|目前|今年|明年|年|月|日|前|内|后|底|时|期间|起|中|上|下|并|并且|且|但|则|即|原则上|届时|一是|二是|三是|四是|五是|[一二三四五六七八九]是|地区|通过|因此|必要时|的|比如|例如|包括)\Z"
)
_BARE_VERB = re.compile(
    rf"{_SUM}(?:{_ADVERB}|{_MODAL}|在|对(?!接|口)|按(?!揭)|根据|结合|将|把|以|通过|从|向|与|会同|联合|组织(?!的|结)|建立|制定|加强|推进|推动|完善|开展|统一|直接|定期|及时|每|支持|鼓励|实行|实施|取消|落实|负责"
    r"|承担|配合|参与|给予|予以|设立|安排|出资|提供|采取|加快|加大|保障|保护|引导|健全|依法|发布|受理|制订|编制|出台|扩大|提高|探索|逐步|先行|自主|因地制宜|不断|严格|深化|强化|优化|完成|做好|牵头|培育|扶持|建设|履行|自行|可|能|会|拿|抓|出|做|用|举办|申报|建|开放|放宽|打造|创新|整合|统筹|选择|组建|参照|因|围绕|聚焦|立足|下达|下发|定|报|收|查|审|批)"
)
_LEVEL_VERB = re.compile(r"(?:已经?|所|新|将|统一|年初)?(?:支持|鼓励|建立|完善|实行|实施|保护|提出|下达|下发|明确|出台|部署|提高|扩大|设立|推行|推进|推动|依法|对(?!外)|将|加强(?!的)|加大|引导|采取|加快|要求我)")
_NOUN = re.compile(
    r"(?:经济|财政|金融|性|法规|规章|立法|债|税|特色|标准|职能|采购|投资|主导|引导|作用|工作|网站|购买|信息|数据|服务(?!业|好)|治理|管理|监管|决策|行为|补贴|资金|政策|精神|要求|计划|领导|有关|规划|资源|财力|收入|支出|项目|间|协同|协调|分工|联动"
    r"|联合|责任|预算|决算|规模|机构|组织|机关|人员|人|事权|与|和[^，。]{0,6}(?:财政|事权)|实际|利益|配套|投入|统计|合作|关系|形象|公信|信用|失信|诚信|定价|指导价|会|部分|层面|权力|权责|事务|公共|举债|融资|一般|专项|本级|战略|安全|级|重点|重大|标准|认定的|规定)"
)
_DUTY = re.compile(r"[^，,。；;\n的]{0,18}责任(?!单位|主体|部门|人|制)")
_MAKE_DUTY = re.compile(r"(?:强化|落实|压实|夯实|明确|严格|责任[和、])\Z")
_THING = re.compile(
    r"(?:专项债|一般债|债|支出|收入|预算|决算|网站|门户|机构改革|机构|组成|工作(?:人员|报告|机构)|人员|领导|积极性|主动性|规章|规范性|文件|法规|统计(?!局)|系统|平台|职能|权限|权力|行政编制|之间|间|内部|制度|总部|等级|级|网|总理"
    r"|副总理|公报|令|文|精神|大督查|督查表扬|决策部署|部署要求|规定|有关规定|有关要求|要求(?!.{0,6}(?:必须|应))|批准的|同意的|授权的)"
)
_OBJECT_OF = re.compile(r"对于?[^，,。；;：:\n]{2,40}的\Z")
_JOINED = frozenset(("和", "与", "同", "以及"))
_ACTED_UPON = frozenset(("对", "向", "与", "支持", "支持和", "被", "下放给", "下放至", "帮助", "授予", "赋予", "给"))
_SMALL = frozenset(("乡镇", "镇街", "县区", "区县", "市县", "县市", "县市区", "市州"))
_SHARED_WITH = re.compile(r"(?:中央|国家)[与和对]\Z")
_SOME = re.compile(r"(?:一些|有些|个别|部分|有的|少数|多数|某些|不少|许多|很多)\Z")
_SLOGAN = re.compile(r"(?:为主|主导|负责|牵头|配合|协作|协同|联动|参与|监管|引导)[、（(]|协作|协同|联动")
_TOGETHER = re.compile(
    rf"{_SUM}(?:之间|间)?的?(?:数据|信息|业务|工作|执法|监管|政策|部门|资源|沟通|密切)*(?:共享|协同|联动|协作|配合|合作|会商|衔接|互联|互通|联合|协调)"
)
_MAKERS = frozenset(("健全", "完善", "建立", "推动"))
_BRING = re.compile(r"(?:强化|加强|推进|推动|促进|深化|健全|完善|建立|实现|形成)\Z")
_MAINLY = re.compile(r"[^，,。；;\n]{0,8}(?:为主|主导|引导|向市场)")
_ORDERED = re.compile(r"(?:已经?|所|新|年初|统一)?(?:下达|下发|出台|部署|提出|交办|制定|安排|颁布|印发|发布|明确|确定|批准|批复|认定|要求)的")
_PLACE_PAUSE = re.compile(r"[，,](?:将|要|应|可|积极|率先|加快|在|对|依托|结合)")
_LONGEST_BEFORE = 7


class _Words(NamedTuple):
    after: "re.Pattern[str]"
    before: dict[str, str]


@cache
def _words() -> _Words:
    rows = lexicon.rows("roles")
    branches = []
    for role in ("lead", "support", "responsible", "supervise"):
        choices = tuple(word for word, where, given in rows if where == "after" and given == role)
        branches.append(f"(?P<{role}>{lexicon.alternation(choices)})")
    longest_first = "|".join(branches)
    after = re.compile(rf"{_SUM}(?:{_ADVERB}|{_MODAL}|[都均也的]){{0,4}}+(?:{longest_first})(?!的|人|书|下|导)")
    return _Words(after, {word: role for word, where, role in rows if where == "before"})


def _before(text: str, start: int, floor: int) -> str:
    """The word right before ``start`` that gives a part, or nothing."""
    before = _words().before
    for size in range(min(_LONGEST_BEFORE, start - floor), 0, -1):
        word = text[start - size : start]
        if word in before and not (size == 1 and text[start - 2 : start] in _NO_WORD):
            return word
    return ""


_NO_WORD = frozenset(("已经", "曾经", "自由", "理由", "因为", "作为", "成为", "共和", "合同", "共同", "如同", "协同", "财经", "神经", "反对", "针对", "面对", "相对", "绝对", "温和", "饱和", "缓和", "应对"))


def explicit(text: str, stop: int) -> str:
    """The part that the words right after a list give it, empty if none do.

    >>> explicit("由州财政局牵头", 5), explicit("各部门积极配合", 3), explicit("县委已明确", 2)
    ('lead', 'support', '')
    """
    match = _words().after.match(text, stop)
    return match.lastgroup or "" if match else ""


def _governed(text: str, roster: Roster, word: str) -> Part:
    """The part of a list by the word right before it."""
    role = _words().before[word]
    stop = roster.stop
    if role == "none":
        given = explicit(text, stop)
        if word in _MAKERS and given in ("lead", "support"):
            return Part(given, "stated", True)
        if word in _JOINED and _MUST.match(text, stop):
            return Part("responsible", "duty", True)
        return Part("none", "stands-by", word in _ACTED_UPON and _upon(text, roster))
    given = explicit(text, stop)
    if role == "responsible" and given and word in ("由", "交由", "请"):
        return Part(given, "by", True)
    if role == "responsible" and all(name.bare for name in roster.names) and not _bare_acts(text, stop):
        return Part("none", "noun", False)
    if role == "responsible" and text[stop : stop + 1] in ("的", "之"):
        return Part("none", "stands-by", True)
    return Part(role, {"support": "with", "responsible": "by" if word in ("由", "交由", "请") else "object"}[role], True)


def _upon(text: str, roster: Roster) -> bool:
    """Whether bare words after 对, 向, 支持 name somebody."""
    start, stop = roster.start, roster.stop
    if text[start:stop] in _SMALL or text.startswith(("的", "之"), stop) or "政府" in text[start:stop] or "机构" in text[start:stop]:
        return False
    shared = _SHARED_WITH.search(text[max(start - 3, 0) : start])
    return not (shared and _NOUN.match(text, stop) and shared.group()[-1] != "对")


def _bare_acts(text: str, stop: int) -> bool:
    return bool(_BARE_VERB.match(text, stop)) and not _NOUN.match(text, stop) and not _MAINLY.match(text, stop)


def _subject(text: str, roster: Roster, opens: bool) -> Part:
    """The part of a list that no word before it governs."""
    stop = roster.stop
    bare = all(name.bare for name in roster.names)
    if _MUST.match(text, stop):
        return Part("responsible", "duty", True)
    if _MAY.match(text, stop):
        return Part("none", "may", opens)
    if not opens or _THING.match(text, stop) or _DONE.match(text, stop) or _LE.match(text, stop):
        return Part("none", "told", False)
    if roster.names[-1].rule == "department.level" and _ORDERED.match(text, stop):
        return Part("none", "told", True)
    if opens and roster.names[-1].rule == "department.places" and _PLACE_PAUSE.match(text, stop):
        return Part("responsible", "subject", True)
    if _NOT_VERB.match(text, stop):
        return Part("none", "named", False)
    if roster.names[-1].rule == "department.central" and roster.names[-1].kind == "government" and text[stop] != "将":
        return Part("none", "told", False)
    if bare and (text[roster.start - 1 : roster.start] == "的" or not _bare_acts(text, stop)):
        return Part("none", "noun", False)
    return Part("responsible", "subject", True)


def part(text: str, roster: Roster, floor: int) -> Part:
    """The part of a list in the clause that begins at ``floor``."""
    start, stop = roster.start, roster.stop
    if _MAKE_DUTY.search(text[max(start - 4, floor) : start]) and _DUTY.match(text, stop):
        return Part("responsible", "accountable", True)
    word = _before(text, start, floor)
    if word and not (word in _MAKERS and _TOGETHER.match(text, stop)):
        return _governed(text, roster, word)
    if text[start - 1 : start] == "的" and _OBJECT_OF.match(text[floor:start]):
        return Part("none", "stands-by", True)
    if _BRING.search(text[max(start - 2, floor) : start]) and not all(name.bare for name in roster.names) and _TOGETHER.match(text, stop):
        return Part("responsible", "together", True)
    given = explicit(text, stop)
    if all(name.bare for name in roster.names) and (_SLOGAN.match(text, stop) or _SOME.search(text[max(start - 2, floor) : start])):
        return Part("none", "noun", False)
    opens = start == floor or bool(_SUBJECT_AFTER.search(text[max(start - 4, 0) : start]))
    if given and (opens or given in ("lead", "support") or text.startswith("负责", stop)):
        return Part(given, "stated", True)
    return _subject(text, roster, opens)
