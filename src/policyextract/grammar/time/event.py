"""Times that an event sets: ``通车通航前``, ``项目竣工后``, ``政策有效期内``, ``受理之日起``."""

from policyextract.grammar.time.ends import MOMENT, words
from policyextract.grammar.time.opening import (
    Event,
    behind_actor,
    is_act,
    is_one_act,
    is_vague,
    is_verb,
    opening,
    opens_with_verb,
    start_of,
    subject,
)
from policyextract.grammar.time.season import BOUNDS
from policyextract.grammar.time.term import is_term, term
from policyextract.marks.modal import WITHIN
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound

_VAGUE_AFTER = frozenset("士今最此以然先落事其背身滞产售而前延推往靠日随尔幕战绝向午饭善押断其课灾贷建")
_VAGUE_BEFORE = frozenset("直目当日久此以之眼面从提靠空跟身胸向往生史午饭超上先支会案台事产学课战")
_VAGUE_AT = frozenset("同平及暂临届按随小此那当有何准实即适战工课学定限计历的一要")
_DUTY_NEXT = pattern(f"[，,][^，,。；;\n]{{0,24}}?{WITHIN}")
_CENTURY = pattern("[本新下上]世纪$")
_ENDS_NOUN = pattern('[一-龥”"）)]')
_SHORT, _LONGEST = 16, 30
_WHOSE = 10
_PLANNED, _LEAST = pattern("(?:为了?)?\\L<time.how>?(?:\\L<time.plans-for>){1,2}好?了?"), 2
_ALSO = pattern("以及(?!.*以及)")
_LED = frozenset("在于待自从经")
_CLOSING = frozenset(("", "，", ",", "；", ";", "。"))
_ASKS_FOR = frozenset("报按经")
_SAYS_MORE = pattern(
    "(?<![主重必需])要[一-龥]{2}|(?<![因作认行])为|是指?|把|被|对|以及|[和或]|[（(](?![^）)]{0,30}[）)])|(?<![甚直])至|\\L<time.carries-out>好?(?=.{5})"
)
_SAYS_BEFORE = pattern(  # 租户（ + 租赁期内; 支付其 + 停工期间; 应补发 + 停工期间; 不低于 + 见习期间
    ".*(?:[（(]含?(?!.*[）)])|[一-龥]{2}[其与]|\\L<marks.modal>[只仅]?[一-龥]{2}|[低高多少等]于)"
)
_SET_BY = pattern("(?:每[届轮个]?|[^，,。；;：:]{2,8}\\L<time.set-by>的)[^，,。；;：:的]{0,8}")  # 每届县委 + 任期内
_SINCE = frozenset("自从于在")
_OF_EVENT = frozenset("当次翌同")
_MODAL = pattern("\\L<marks.modal>|[才方][能可]")  # X后应当…
_NOUN_BEFORE = frozenset("和与及证")  # 资助和后补贴, 证后监管
_NO_OTHER = pattern("\\L<marks.modal>|\\L<time.goes-on>")


def event(text: str, floor: int, suffix: int) -> Event | None:
    """The event whose bound word begins at ``suffix``, looked for no farther back than ``floor``.

    >>> text = "配套工程必须于通车通航前完工"
    >>> found = event(text, 0, text.index("前"))
    >>> text[found.start:found.stop], found.bound
    ('通车通航前', <TimeBound.BY: 'by'>)
    >>> event("在符合规划的前提下", 0, 6) is None
    True
    """
    if is_term(text, suffix):
        found = term(text, opening(text, floor, suffix), suffix)
        return Event(*found, TimeBound.WITHIN) if found else None
    if text[suffix] in "期以" and not _ENDS_NOUN.match(text, suffix - 1):
        return None
    if text.startswith("期", suffix):
        return _period(text, floor, suffix)
    if text.startswith("以来", suffix):
        return _since(text, floor, suffix)
    if text.startswith(("之日", "之月"), suffix):
        start = start_of(text, floor, suffix)
        return Event(start, suffix + 3, TimeBound.FROM) if suffix - start >= 2 else None
    if text[max(suffix - 2, 0) : suffix - 1] in MOMENT and text[suffix + 1 : suffix + 3] == text[suffix - 1] + "后":
        return Event(suffix - 1, suffix + 3, TimeBound.AT)
    if text.startswith("前后", suffix):
        start = start_of(text, floor, suffix)
        return Event(start, suffix + 2, TimeBound.AT) if 2 <= suffix - start <= _SHORT else None
    return _moment(text, floor, suffix)


def period_after(text: str, floor: int, start: int) -> int | None:
    """Where the event begins whose year, month or day the word at ``start`` is: ``自领取失业保险金次月起``.

    >>> text = "自领取失业保险金次月起发放"
    >>> period_after(text, 0, 8), period_after("应在当月主动告知", 0, 2)
    (1, None)
    """
    if text[start] not in _OF_EVENT:
        return None
    stop = start - (text[start - 1 : start] == "的")
    begin = start_of(text, floor, stop)
    if 2 <= stop - begin <= _SHORT and (text[begin - 1 : begin] in _SINCE or is_one_act(text, begin, stop)):
        return begin
    is_object = text.startswith("当年", start) and stop == start  # 核定当年补贴
    return stop - 2 if is_act(text, stop) and stop - 2 >= floor and not is_object else None


def _since(text: str, floor: int, suffix: int) -> Event | None:
    """What has begun with an event: ``党的十八大以来``."""
    start = start_of(text, floor, suffix)
    age = _CENTURY.search(text, start, suffix)
    start = age.start() if age else start
    known = 2 <= suffix - start <= _SHORT and not is_vague(text, start, suffix, "since")
    return Event(start, suffix + 2, TimeBound.FROM) if known and text[start] not in "的、" else None


def _moment(text: str, floor: int, suffix: int) -> Event | None:
    """What comes before, after or with an act: ``通车通航前``, ``核实后``, ``申报时``."""
    stop, bound = suffix + 1, BOUNDS[text[suffix]]
    head = suffix - 1 if text[suffix - 1] in "之以" else suffix
    dated = text[head - 1] == "日" and is_act(text, head - 1)  # 申请日前
    act = dated or is_act(text, head)
    start = start_of(text, floor, head)
    if bound is TimeBound.AT and not act and not (text[start - 1 : start] == "待" or _is_case(text, head)):
        return None
    listed = bound is TimeBound.BY and text[stop : stop + 1] in ("和", "与", "及", "、")
    if act and (listed or dated) and text[start - 1 : start] not in MOMENT:
        start = head - 2 - dated
    if act and text.startswith("进行", head - 4) and start < head - 4:
        start = head - 2
    if act and text[stop : stop + 1] not in _CLOSING:
        start = _cut(text, start, head)
    if act and head - start > _LONGEST:
        passed = text.rfind("经", head - _LONGEST, head - 2)
        start = passed if passed >= 0 else head - 2
    if not 2 <= head - start <= _LONGEST or text[start] in "的、":
        return None
    vague = _VAGUE_AFTER if bound is TimeBound.FROM else _VAGUE_BEFORE
    if not act and (text[head - 1] in vague or text[head - 1] in "的、，年月日"):
        return None
    if text[start - 1 : start] not in _LED and _goes_on(text, stop):
        start = behind_actor(text, start, head)
    closed = text[stop : stop + 1] in _CLOSING or text[start - 1 : start] in ("在", "于", "待")
    closed = closed or _MODAL.match(text, stop) is not None
    closed = closed or (opens_with_verb(text, start, head) and text[head - 1] not in _NOUN_BEFORE)
    return Event(start, stop, bound, act) if act or closed else None


def _is_case(text: str, head: int) -> bool:
    """Whether what is so at a moment is a case in which something has to be done: ``遇到险情时，应当报告``."""
    return text[head - 1] not in _VAGUE_AT and _DUTY_NEXT.match(text, head + 1) is not None


def _goes_on(text: str, stop: int) -> bool:
    """Whether what stands behind an event has no subject of its own: whoever the event is said of has to do it."""
    stop += text[stop : stop + 1] in ("，", ",")
    return _NO_OTHER.match(text, stop) is not None or is_verb(text, stop)


def _cut(text: str, start: int, head: int) -> int:
    """Where an act that goes on into its clause begins: behind what else the clause says before it."""
    led = text[start - 1 : start] in _LED or text[start] in _ASKS_FOR or subject().match(text, start)
    signs = [] if led else list(_SAYS_MORE.finditer(text, start, head - 2))
    return signs[-1].end() if signs else start


def _period(text: str, floor: int, suffix: int) -> Event | None:
    """What lasts as long as an event: ``政策有效期内``, ``培训期间``."""
    inside = text[suffix + 1] == "内"
    start = start_of(text, floor, suffix)
    before = _SAYS_BEFORE.match(text, start, suffix - _LEAST)
    start = before.end() if before else start
    if inside:
        for size in (5, 4, 3, 2):
            if text[suffix + 1 - size : suffix + 1] in words("period"):
                begin = suffix + 1 - size
                whose = _is_whose(text, start, begin, suffix + 2) or _SET_BY.fullmatch(text, start, begin)
                return Event(start if whose else begin, suffix + 2, TimeBound.WITHIN)
    planned = _PLANNED.match(text, start)  # 研究部署双节期间
    start = planned.end() if planned and suffix - planned.end() >= _LEAST else start
    if suffix - start > 12:
        verbs = list(subject().finditer(text, start, suffix))
        listed = _ALSO.search(text, start, suffix)  # 问题整改以及督察组进驻期间
        start = verbs[-1].start() if verbs else suffix - 2 if inside else listed.end() if listed else start
    if not 1 <= suffix - start <= _SHORT or is_vague(text, start, suffix, "during") or text[start] in "的、等":
        return None
    return Event(start, suffix + (3 if text.startswith("期间内", suffix) else 2), TimeBound.WITHIN)


def _is_whose(text: str, start: int, begin: int, stop: int) -> bool:
    """Whether what stands before a bare ``有效期内`` says whose it is: ``本细则有效期内``, ``评估结果有效期内，``."""
    if not text.startswith("有效期", begin) or not 0 < begin - start <= _WHOSE:
        return False
    return text[start] in "本该" or text[start - 1 : start] == "在" or text[stop : stop + 1] in ("，", ",")
