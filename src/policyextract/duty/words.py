"""The patterns of the words of a duty, put together from the lexicon ``duty/words`` at first use."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.duty.kinds import NOUN, any_of
from policyextract.duty.parts import anaphors, bare_words, before_actor, listed, other_actor, pointers
from policyextract.text.opening import first_signs
from policyextract.text.pattern import pattern


@cache
def link_ends() -> frozenset[str]:
    """The last characters of what :func:`loose_end` matches, but for signs and blank space."""
    return frozenset(word[-1] for word in lexicon.select("duty/words", "link")) | {"等"}


@cache
def list_signs() -> frozenset[str]:
    """What goes on with a list of actors, or ends it, begins with these."""
    return first_signs(listed().pattern) | first_signs(other_actor().pattern)


@cache
def lead_signs() -> frozenset[str]:
    """What stands before the words of a duty begins with these."""
    shapes = (leads(), before_actor(), before_time())
    return list_signs().union(*(first_signs(shape.pattern) for shape in shapes))


@cache
def empty_signs() -> frozenset[str]:
    """What names no duty begins with these."""
    return first_signs(empty().pattern)


@cache
def opener() -> "re.Pattern[str]":
    """A modal that opens a duty at the beginning of a clause: ``，要``, ``，特别要``."""
    return pattern(f"(?:\\A|(?<=[，,：:；;。]))(?:{any_of('focus')}){{0,2}}{any_of('ask')}{NOUN}")


@cache
def modal_after() -> "re.Pattern[str]":
    """A modal right after an actor, which makes it the subject whatever stands before it."""
    return pattern(f"(?:{any_of('focus')}{{0,2}}){any_of('modal')}{NOUN}")


@cache
def resumed() -> "re.Pattern[str]":
    """How a statement begins whose actor stands in the one before it: ``；要``, ``；委托办理的，应当``."""
    return pattern(f"\\s*(?:[^，,。；;：:]{{1,30}}的[，,])?(?:{any_of('focus')}){{0,2}}{any_of('ask')}{NOUN}")


@cache
def also() -> "re.Pattern[str]":
    """What follows an actor who is told to act beside others: ``也要``."""
    return pattern(f"也{any_of('modal')}|{any_of('focus')}?也")


@cache
def order() -> "re.Pattern[str]":
    """How an order begins that names nobody: a verb of order, after a time or a manner."""
    time = "(?:[0-9到至在于从年月日底末初前内之以上下中旬半季度每今本个工作起]{0,16})"
    return pattern(f"{time}(?:{any_of('manner')}){{0,2}}{any_of('order')}")


@cache
def asks() -> tuple[str, ...]:
    """The modals that ask by themselves, at the beginning of an order."""
    return lexicon.select("duty/words", "ask")


@cache
def other_subject() -> "re.Pattern[str]":
    """A clause that tells somebody to act who is no department, or that tells what was done: ``用人单位应当``."""
    told = f"(?<![重必主首纲摘简概紧纪需])(?:{any_of('modal', 'permission')}){NOUN}(?=[一-鿿])"
    subject = f"(?!{any_of('adjunct', 'link', 'order', 'modal')})[^，,。；;：:\\s]{{2,18}}?{told}"
    private = f"[^，,。；;：:]{{0,12}}?{any_of('private')}[^，,。；;：:]{{0,40}}的[，,]"
    return pattern(f"{subject}|{private}|[^，,。；;：:]{{0,30}}(?:已|了)[^，,。；;：:]{{0,20}}[，,。；;]")


@cache
def before_order() -> "re.Pattern[str]":
    """What may stand between the beginning of a sentence and an order that names nobody: ``对逾期不改的，要``."""
    ground = f"{any_of('adjunct')}[^，,。；;：:]{{1,40}}[，,]|(?!{any_of('private')})[^，,。；;：:]{{1,40}}的[，,]"
    marker = "[^，,。；;：:\u4e00-\u9fff]{0,6}(?:[一二三四五六七八九十]{1,3}[是要])?"
    return pattern(f"{marker}(?:{ground}){{0,2}}(?:{any_of('focus')}){{0,2}}(?:{any_of('modal')})?\\s*")


@cache
def adjunct() -> "re.Pattern[str]":
    """A word that opens a phrase of place, ground or manner."""
    return pattern(any_of("adjunct"))


@cache
def ground() -> "re.Pattern[str]":
    """The same but for what names what is acted upon, which may be a task: ``对在建工地开展检查，由A负责``."""
    return pattern(f"(?!{any_of('upon')}){any_of('adjunct')}")


@cache
def reason() -> "re.Pattern[str]":
    """A phrase at the beginning of a sentence that only gives its reason, up to its comma."""
    return pattern(f"{any_of('reason')}[^，,。；;：:]{{2,60}}[，,]|除[^，,。；;：:]{{1,40}}外[，,]")


@cache
def comment() -> "re.Pattern[str]":
    """The end of a sentence that no longer asks for anything but remarks on what was asked."""
    allowed = f"{any_of('beneficiary')}[^，,。；;：:]{{0,40}}?(?:即可|作出[^，,。；;]{{0,8}}承诺)"
    return pattern(f"[，,](?:{any_of('comment')}|不再列出|{allowed})")


@cache
def loose_end() -> "re.Pattern[str]":
    """What a clause must not end with: links and punctuation before the next clause."""
    return pattern(f"(?:[，,、；;：:。！？!?\\s]|{any_of('link')}(?=[，,]?\\s*\\Z)|等等)+\\Z")


@cache
def leads() -> "re.Pattern[str]":
    """Links and modals before the verb of a duty, and what points back before it is said who has it, or until when; as
    an ``anaphor`` also elsewhere."""
    modal = f"(?:{any_of('link')}[，,]?|{any_of('focus')}{{0,2}}{any_of('modal')})+{NOUN}|\\s+"
    return pattern(f"{modal}|{pointers()}|(?P<anaphor>{anaphors()})")


@cache
def links() -> "re.Pattern[str]":
    """Links at the beginning of a stretch."""
    return pattern(f"(?:{any_of('link')}[，,]?)+{NOUN}")


@cache
def lead_in() -> "re.Pattern[str]":
    """What only announces figures, with the sign after it: ``发展主要预期目标是：``."""
    return pattern("[^，,。；;：:]{0,16}目标(?:任务)?(?:(?:[是为]|如下)[：:，,。]?|[：:])")


@cache
def aim() -> "re.Pattern[str]":
    """A word that opens the result which a duty is to have."""
    return pattern(any_of("aim"))


@cache
def empty() -> "re.Pattern[str]":
    """A piece that names no duty: a part (``共同负责``), a duty before it (``做好这项工作``), a time."""
    do = any_of("do")
    anaphor = f"(?:{any_of('modal', 'manner')}){{0,4}}(?:{do}){{0,3}}(?:{any_of('anaphor')})?(?:{do})?[）)】〕]?"
    time = (
        "[到至自从在]?(?:[0-9]{2,4}年|“?十[一二三四五六]五”?|本?世纪)"
        "(?:[0-9]{1,2}[月日]|[上中下]旬|[上下]半年|年?[底末初]|以?前|以?内|\\L<duty.about-time>){0,4}"
    )
    horizon = "[到至][^，,。；;]{0,8}[年底末前时]"
    return pattern(f"{bare_words()}|{anaphor}|{time}|{horizon}")


@cache
def by_others() -> "re.Pattern[str]":
    """A piece that only says what part those have who are no departments: ``各医院具体落实``."""
    return pattern(f"(?!{any_of('order')})[^，,。；;：:]{{2,24}}\\L<duty.share>{any_of('role')}")


@cache
def opens_time() -> "re.Pattern[str]":
    """What may stand before a time that opens a piece: ``力争到``, ``建议``."""
    return pattern(f'[“"‘]?(?:{any_of("aim", "proposal")})?[到至在自从于]?')


@cache
def goals() -> "re.Pattern[str]":
    """What follows a time that holds for a list of goals: ``主要预期目标是：``, ``，具体目标如下：`` before a list, the
    rest of a title of goals."""
    goal = "[^，,。；;：:\\n]{0,24}目标(?:任务)?[^，,。；;：:\\n]{0,6}[：:]"
    ahead = "[^。；;：:\\n]{0,160}[，,][^，,。；;：:\\n]{0,8}目标(?:任务)?[^，,。；;：:\\n]{0,6}[：:]\\s*\n"
    title = "[^，,。；;：:\\n]{0,24}目标(?:任务)?[ \\t]*(?:\n|\\Z)"
    tasks = "[^，,。；;：:\\n]{0,24}\\L<duty.following>[^，,。；;：:\\n]{0,6}[：:]"
    return pattern(f"{goal}|{tasks}|[^，,。；;：:\\n]{{2,24}}[为是][：:]|{ahead}|{title}")


@cache
def before_time() -> "re.Pattern[str]":
    """What may stand before a time at the beginning of a piece: ``于``, ``请于``."""
    return pattern("请?[到至在自从于]|请")
