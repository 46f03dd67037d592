"""The patterns of a duty, put together from the lexicon ``duties`` at first use."""

import re
from functools import cache

from policyextract import lexicon

_NOUN = "(?![求点素件害义领用急届收]|(?<=应)[对变有])"
"""Not followed by what would make a modal a part of another word: ``要求``, ``应对``."""


def _any(*kinds: str) -> str:
    return lexicon.alternation(tuple(word for kind in kinds for word in lexicon.select("duty/words", kind)))


@cache
def link_ends() -> frozenset[str]:
    """The last characters of what :func:`loose_end` matches, but for signs and blank space."""
    return frozenset(word[-1] for word in lexicon.select("duty/words", "link")) | {"等"}


@cache
def lead_signs() -> frozenset[str]:
    """The first characters of what :func:`modal`, :func:`listed`, :func:`before_actor`, :func:`before_time` match."""
    kinds = ("link", "focus", "modal", "hand", "anaphor")
    begins = {word[0] for kind in kinds for word in lexicon.select("duty/words", kind)}
    return frozenset(begins | set("、和与及以等积主并会商联到至在自从于 \t\n\u00a0\u3000"))


@cache
def empty_signs() -> frozenset[str]:
    """The first characters of what :func:`empty` matches, but for blank space."""
    kinds = ("modal", "manner", "role", "anaphor", "do")
    begins = {word[0] for kind in kinds for word in lexicon.select("duty/words", kind)}
    others = "等和、，,。；;）)】〕推到工至自从在“十本世0123456789"
    return frozenset(begins.union(others))


@cache
def driven() -> "re.Pattern[str]":
    """A verb at the end of a stretch that hands what follows to the next actor: ``…，推动``."""
    return re.compile(f"(?P<hand>{_any('hand')})$|(?:{_any('drive')})+$")


@cache
def subject() -> "re.Pattern[str]":
    """What may stand between the beginning of a clause and the actor that is its subject."""
    person = f"{_any('rank')}[^，,。；;：:、\\s]{{0,8}}?{_any('person')}[、和与及]"
    listed = "(?:[^，,。；;：:、\\s]{1,12}[、和与及]){0,4}"
    return re.compile(
        f"(?:{_any('link')}[，,]?)*(?:(?P<hand>{_any('hand')})(?![于此]){listed}|(?P<people>(?:{person}){{0,4}}))各?(?:相关|有关)?"
    )


def _bare() -> str:
    modal, manner, role = _any("modal"), _any("manner"), _any("role")
    return (
        f"(?:等[^，,。；;、]{{0,6}}?(?:部门|单位|机构))?等?(?:{modal}|{manner})*(?:[、和]?(?:{role}))*"
        r"(?:推进|到位|工作)?[）)】〕]?[，,、。；;\s]*"
    )


@cache
def bare() -> "re.Pattern[str]":
    """What follows an actor that is only named with its part: ``等部门共同负责``."""
    return re.compile(_bare())


@cache
def opener() -> "re.Pattern[str]":
    """A modal that opens a duty at the beginning of a clause: ``，要``, ``，特别要``."""
    return re.compile(f"(?:\\A|(?<=[，,：:；;。]))(?:{_any('focus')}){{0,2}}{_any('ask')}{_NOUN}")


@cache
def modal_after() -> "re.Pattern[str]":
    """A modal right after an actor, which makes it the subject whatever stands before it."""
    return re.compile(f"(?:{_any('focus')}{{0,2}}){_any('modal')}{_NOUN}")


@cache
def resumed() -> "re.Pattern[str]":
    """How a statement begins whose actor stands in the one before it: ``；要``, ``；委托办理的，应当``."""
    return re.compile(f"\\s*(?:[^，,。；;：:]{{1,30}}的[，,])?(?:{_any('focus')}){{0,2}}{_any('ask')}{_NOUN}")


@cache
def order() -> "re.Pattern[str]":
    """How an order begins that names nobody: a verb of order, after a time or a manner."""
    time = "(?:[0-9到至在于从年月日底末初前内之以上下中旬半季度每今本个工作起]{0,16})"
    return re.compile(f"{time}(?:{_any('manner')}){{0,2}}{_any('order')}")


@cache
def asks() -> tuple[str, ...]:
    """The modals that ask by themselves, at the beginning of an order."""
    return lexicon.select("duty/words", "ask")


@cache
def other_subject() -> "re.Pattern[str]":
    """A clause that tells somebody to act who is no department, or that tells what was done: ``用人单位应当``."""
    told = f"(?<![重必主首纲摘简概紧纪需])(?:{_any('modal', 'permission')}){_NOUN}(?=[一-鿿])"
    subject = f"(?!{_any('adjunct', 'link', 'order', 'modal')})[^，,。；;：:\\s]{{2,18}}?{told}"
    private = f"[^，,。；;：:]{{0,12}}?{_any('private')}[^，,。；;：:]{{0,40}}的[，,]"
    return re.compile(f"{subject}|{private}|[^，,。；;：:]{{0,30}}(?:已经|已|了)[^，,。；;：:]{{0,20}}[，,。；;]")


@cache
def before_order() -> "re.Pattern[str]":
    """What may stand between the beginning of a sentence and an order that names nobody: ``对逾期不改的，要``."""
    ground = f"{_any('adjunct')}[^，,。；;：:]{{1,40}}[，,]|(?!{_any('private')})[^，,。；;：:]{{1,40}}的[，,]"
    marker = "[^，,。；;：:\u4e00-\u9fff]{0,6}(?:[一二三四五六七八九十]{1,3}[是要])?"
    return re.compile(f"{marker}(?:{ground}){{0,2}}(?:{_any('focus')}){{0,2}}(?:{_any('modal')})?\\s*")


@cache
def adjunct() -> "re.Pattern[str]":
    """A word that opens a phrase of place, ground or manner."""
    return re.compile(_any("adjunct"))


@cache
def reason() -> "re.Pattern[str]":
    """A phrase at the beginning of a sentence that only gives its reason, up to its comma."""
    return re.compile(f"{_any('reason')}[^，,。；;：:]{{2,60}}[，,]|除[^，,。；;：:]{{1,40}}外[，,]")


@cache
def mere_name() -> "re.Pattern[str]":
    """What follows an actor that is only part of a longer name: no verb, no modal."""
    return re.compile(f"(?!{_any('modal', 'role')})[^，,。；;：:、]{{0,3}}|[^，,。；;：:\\n]{{0,12}}{_any('person')}")


@cache
def announcement() -> "re.Pattern[str]":
    """What only announces the list after it: ``做好以下工作：``."""
    return re.compile("(?:以下|如下|下列)[^，,。；;：:]{0,12}[：:]$")


@cache
def note() -> "re.Pattern[str]":
    """A note in brackets behind a title: ``（3项）``."""
    return re.compile("[（(][^（()）\\n]{0,12}[)）]")


@cache
def heading() -> "re.Pattern[str]":
    """What follows a body in a heading that names it: ``2024年重点工作``."""
    year = "(?:[0-9]{4}年度?|今年)?"
    return re.compile(f"{_NOTED}的?{year}(?:{_any('heading')}){{0,5}}{_NOTED}[：:。]?")


@cache
def phase() -> "re.Pattern[str]":
    """A line that heads a phase: ``第一阶段``."""
    return re.compile("(?:\\A|\n)[ \\t\\u3000]{0,8}第[一二三四五六七八九十]{1,3}(?:阶段|步|批|轮)")


@cache
def announced() -> "re.Pattern[str]":
    """The end of what only announces a list, where no actor is named: ``主要目标：``, ``抓好两件事：``."""
    counted = "[一二三四五六七八九十两几0-9]{1,3}(?:大|个|方面)?[件项点条事方重]"
    return re.compile(f"(?:目标|任务|以下|如下|下列|{counted})[^，,。；;：:]{{0,8}}[：:]\\s*$")


@cache
def comment() -> "re.Pattern[str]":
    """The end of a sentence that no longer asks for anything but remarks on what was asked."""
    allowed = f"{_any('beneficiary')}[^，,。；;：:]{{0,40}}?(?:即可|作出[^，,。；;]{{0,8}}承诺)"
    return re.compile(f"[，,](?:{_any('comment')}|不再列出|{allowed})")


@cache
def loose_end() -> "re.Pattern[str]":
    """What a clause must not end with: links and punctuation before the next clause."""
    return re.compile(f"(?:[，,、；;：:。！？!?\\s]|{_any('link')}(?=[，,]?\\s*\\Z)|等等)+\\Z")


_NOTED = "(?:[（(][^（()）\\n]{0,20}[）)])?"


@cache
def label() -> "re.Pattern[str]":
    """A label before a list of actors or before a time limit: ``责任单位：``, ``【完成时限】``, ``责任单位为``."""
    return re.compile(f"[（(【〔]?{_any('label')}{_NOTED}(?:[】〕]\\s*[：:]?|[）)]?[ \u3000]*[：:]|[为是])\\s*")


@cache
def label_line() -> "re.Pattern[str]":
    """What begins with a label, of a body or of a person, of a time or of what else is filled in."""
    return re.compile(f"[\\s（(【〔]*[一-鿿]{{0,6}}?{_any('label', 'person-label')}{_NOTED}[】）)〕]?\\s*[：:】〕]")


@cache
def label_opens() -> "re.Pattern[str]":
    """What may stand between the beginning of a clause and its label: ``市级`` + 责任单位."""
    return re.compile("[\\s（(【〔]*(?!各|有关|相关)(?:[一-鿿]{0,6})[（(【〔]?")


@cache
def handed() -> "re.Pattern[str]":
    """A word that hands a duty to the actor after it: ``由``, ``此项工作由``."""
    return re.compile(f"(?:{_any('anaphor')}[，,]?)?{_any('hand')}")


@cache
def before_charge() -> "re.Pattern[str]":
    """What may stand between the sign of a bracket and its first actor: ``由``, ``此项工作由``."""
    return re.compile(f"(?:{_any('anaphor')}[，,]?)?(?:{_any('hand')})?")


@cache
def item_name() -> "re.Pattern[str]":
    """The name of a field before a duty: ``工作任务：``."""
    return re.compile(f"{_any('field')}[：:]\\s*")


@cache
def modal() -> "re.Pattern[str]":
    """Links and modals before the verb of a duty."""
    return re.compile(f"(?:{_any('link')}[，,]?|{_any('focus')}{{0,2}}{_any('modal')})+{_NOUN}|\\s+")


@cache
def links() -> "re.Pattern[str]":
    """Links at the beginning of a stretch."""
    return re.compile(f"(?:{_any('link')}[，,]?)+{_NOUN}")


@cache
def listed() -> "re.Pattern[str]":
    """What stands between the actors of a list, or ends it: ``、``, ``等部门``."""
    return re.compile(r"、|和(?!谐)|及|以及|等(?:[^，,。；;、]{0,6}(?:部门|单位|机构))?")


@cache
def other_actor() -> "re.Pattern[str]":
    """The last of a list of actors where it is no department: ``、运输企业`` before ``要``."""
    body = f"(?:或者?|以及|及其)[^，,。；;：:、]{{0,8}}?{_any('body')}"
    return re.compile(f"[、和与及][^，,。；;：:、]{{1,15}}?(?={_any('ask')}{_NOUN})|{body}")


@cache
def lead_in() -> "re.Pattern[str]":
    """What only announces figures, with the sign after it: ``发展主要预期目标是：``."""
    return re.compile("[^，,。；;：:]{0,16}目标(?:任务)?(?:(?:是|为|如下)[：:，,。]?|[：:])")


@cache
def aim() -> "re.Pattern[str]":
    """A word that opens the result which a duty is to have."""
    return re.compile(_any("aim"))


@cache
def empty() -> "re.Pattern[str]":
    """A piece that names no duty: a part (``共同负责``), a duty before it (``做好这项工作``), a time."""
    do = _any("do")
    anaphor = f"(?:{_any('modal', 'manner')}){{0,4}}(?:{do}){{0,3}}(?:{_any('anaphor')})?(?:{do})?[）)】〕]?"
    time = (
        "[到至自从在]?(?:[0-9]{2,4}年|“?十[一二三四五六]五”?|本?世纪)"
        "(?:[0-9]{1,2}[月日]|[上中下]旬|[上下]半年|年?[底末初]|中期|以?前|之前|以?内|期间|时期|起|开始|左右){0,4}"
    )
    horizon = "[到至][^，,。；;]{0,8}(?:年|底|末|前|时)"
    return re.compile(f"{_bare()}|{anaphor}|{time}|{horizon}")


@cache
def anaphor() -> "re.Pattern[str]":
    """What points back to a duty named before: ``此项工作``."""
    return re.compile(f"{_any('anaphor')}[，,]?")


@cache
def pointer() -> "re.Pattern[str]":
    """What points back to a duty before it is said who has it, or until when: ``此项工作`` + 由, + 于."""
    return re.compile(f"{_any('anaphor')}[，,]?(?={_any('hand')}|(?:{_any('modal', 'adverb')})*[于在到至从自])")


@cache
def leading() -> "re.Pattern[str]":
    """The part of an actor right before the words of its duty: ``牵头`` + 制定方案."""
    return re.compile(f"(?:{_any('manner')})?牵头(?![的和、，,])")


@cache
def quantifier() -> "re.Pattern[str]":
    """What an actor begins with who needs no further words to say which one is meant: ``各窗口单位``."""
    return re.compile(_any("quantifier"))


@cache
def attribute() -> "re.Pattern[str]":
    """The end of words before an actor that only say which one is meant: ``户籍所在地`` + 镇人民政府."""
    return re.compile(f"{_any('attribute')}\\Z")


@cache
def office() -> "re.Pattern[str]":
    """The end of a clause that says who holds an office, and gives no duty: ``由…担任``."""
    return re.compile(f"{_any('office')}\\Z")


@cache
def finish() -> "re.Pattern[str]":
    """A piece that only says that a duty is then done: ``投入使用``."""
    return re.compile(f"(?:全部|全面|基本|正式|率先)?(?:{_any('finish', 'take')}){{1,2}}")


@cache
def done() -> "re.Pattern[str]":
    """A word by which a duty named before is to be done: ``完成``."""
    return re.compile(_any("do", "finish"))


@cache
def state() -> "re.Pattern[str]":
    """A word by which a clause describes and does not ask: ``是``."""
    return re.compile(_any("state"))


@cache
def not_topic() -> "re.Pattern[str]":
    """What may stand right before ``由`` and says nothing of what the duty is about: ``原则上``, ``一律``."""
    return re.compile(f"(?:{_any('link', 'focus', 'modal', 'manner', 'adverb', 'drive')}|\\s){{0,4}}")


@cache
def of_part() -> "re.Pattern[str]":
    """What follows an actor that is only part of a noun: ``牵头的`` + 机制."""
    return re.compile(f"等?(?:{_any('role')}){{1,2}}[、和]?(?:{_any('role')})?的")


@cache
def before_actor() -> "re.Pattern[str]":
    """What may stand before an actor at the beginning of a piece: ``由``, ``会同``."""
    return re.compile(f"(?:积极|主动|并)?(?:会同|商|联合|{_any('hand')})")


@cache
def opens_time() -> "re.Pattern[str]":
    """What may stand before a time that opens a piece: ``力争到``, ``建议``."""
    return re.compile(f'[“"‘]?(?:{_any("aim", "proposal")})?[到至在自从于]?')


@cache
def goals() -> "re.Pattern[str]":
    """What follows a time that holds for a list of goals: ``主要预期目标是：``."""
    goal = "[^，,。；;：:\\n]{0,24}目标(?:任务)?[^，,。；;：:\\n]{0,6}[：:]"
    return re.compile(f"{goal}|[^，,。；;：:\\n]{{2,24}}[为是][：:]")


@cache
def with_others() -> "re.Pattern[str]":
    """What may stand between the actors of one duty: ``会同``, ``牵头会同``."""
    return re.compile(f"等?(?:{_any('role')}){{0,2}}[，,]?(?:积极|主动|并)?(?:会同|商|联合)")


@cache
def before_time() -> "re.Pattern[str]":
    """What may stand before a time at the beginning of a piece: ``于``, ``请于``."""
    return re.compile("请?[到至在自从于]|请")


@cache
def roles() -> "re.Pattern[str]":
    """The words for the part of an actor in a duty."""
    return re.compile(_any("role", "label"))


@cache
def taken() -> "re.Pattern[str]":
    """A word by which somebody has a duty that is named elsewhere: ``负责``, ``承担``."""
    return re.compile(_any("role", "take"))
