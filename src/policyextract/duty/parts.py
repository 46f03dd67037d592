"""The patterns of who has a duty and in which part, put together from the lexicon ``duty/words`` at first use."""

import re
from functools import cache

from policyextract.duty.kinds import NOUN, any_of
from policyextract.text.pattern import pattern


@cache
def driven() -> "re.Pattern[str]":
    """A verb at the end of a stretch that hands what follows to the next actor: ``…，推动``."""
    return pattern(f"(?P<hand>{any_of('hand')})$|(?:{any_of('drive')})+$")


@cache
def subject() -> "re.Pattern[str]":
    """What may stand between the beginning of a clause and the actor that is its subject."""
    person = f"{any_of('rank')}[^，,。；;：:、\\s]{{0,8}}?{any_of('person')}[、和与及]"
    listed = "(?:[^，,。；;：:、\\s]{1,12}[、和与及]){0,4}"
    return pattern(
        f"(?:{any_of('link')}[，,]?)*(?:(?P<hand>{any_of('hand')})(?![于此]){listed}|(?P<people>(?:{person}){{0,4}}))各?\\L<name.concerned>?"
    )


def bare_words() -> str:
    """What follows an actor that is only named with its part, as a pattern."""
    modal, manner, role = any_of("modal"), any_of("manner"), any_of("role")
    return (
        f"(?:等[^，,。；;、]{{0,6}}?\\L<name.body-noun>)?等?(?:{modal}|{manner})*(?:[、和]?(?:{role}))*"
        r"\L<duty.bare-noun>?[）)】〕]?[，,、。；;\s]*"
    )


@cache
def bare() -> "re.Pattern[str]":
    """What follows an actor that is only named with its part: ``等部门共同负责``."""
    return pattern(bare_words())


@cache
def mere_name() -> "re.Pattern[str]":
    """What follows an actor that is only part of a longer name: no verb, no modal."""
    return pattern(f"(?!{any_of('modal', 'role')})[^，,。；;：:、]{{0,3}}|[^，,。；;：:\\n]{{0,12}}{any_of('person')}")


@cache
def handed() -> "re.Pattern[str]":
    """A word that hands a duty to the actor after it: ``由``, ``此项工作由``."""
    return pattern(f"(?:{any_of('anaphor')}[，,]?)?{any_of('hand')}")


@cache
def before_charge() -> "re.Pattern[str]":
    """What may stand between the sign of a bracket and its first actor: ``由``, ``此项工作由``."""
    return pattern(f"(?:{any_of('anaphor')}[，,]?)?(?:{any_of('hand')})?")


@cache
def listed() -> "re.Pattern[str]":
    """What stands between the actors of a list, or ends it: ``、``, ``等部门``."""
    return pattern(r"、|和(?!谐)|及|以及|等(?:[^，,。；;、]{0,6}\L<name.body-noun>)?")


@cache
def other_actor() -> "re.Pattern[str]":
    """The last of a list of actors where it is no department: ``、运输企业`` before ``要``."""
    body = f"(?:或者?|以及|及其)[^，,。；;：:、]{{0,8}}?(?:\\L<name.body-noun>|{any_of('person')})"
    named = "(?:[^，,。；;：:、]{1,10}、){0,3}[^，,。；;：:、]{1,15}?"
    return pattern(f"[、和与及](?!时){named}(?<![需重主必首概摘只纪])(?={any_of('ask')}{NOUN})|{body}")


def anaphors() -> str:
    """What points back to a duty named before, as a pattern."""
    return f"{any_of('anaphor')}[，,]?"


def pointers() -> str:
    """What points back before it is said who has the duty, or until when, as a pattern: ``此项工作`` + 由, + 于."""
    return f"{anaphors()}(?={any_of('hand')}|(?:{any_of('modal', 'adverb')})*[于在到至从自])"


@cache
def anaphor() -> "re.Pattern[str]":
    """What points back to a duty named before: ``此项工作``."""
    return pattern(anaphors())


@cache
def leading() -> "re.Pattern[str]":
    """The part of an actor right before the words of its duty: ``牵头`` + 制定方案."""
    return pattern(f"(?:{any_of('manner')})?牵头(?![的和、，,])")


@cache
def quantifier() -> "re.Pattern[str]":
    """What an actor begins with who needs no further words to say which one is meant: ``各窗口单位``."""
    return pattern(any_of("quantifier"))


@cache
def attribute() -> "re.Pattern[str]":
    """The end of words before an actor that only say which one is meant: ``户籍所在地`` + 镇人民政府."""
    return pattern(f"{any_of('attribute')}\\Z")


@cache
def office() -> "re.Pattern[str]":
    """The end of a clause that says who holds an office, and gives no duty: ``由…担任``."""
    return pattern(f"{any_of('office')}\\Z")


@cache
def finish() -> "re.Pattern[str]":
    """A piece that only says that a duty is then done: ``投入使用``."""
    return pattern(f"\\L<duty.finish>?(?:{any_of('finish', 'take')}){{1,2}}")


@cache
def done() -> "re.Pattern[str]":
    """A word by which a duty named before is to be done: ``完成``."""
    return pattern(any_of("do", "finish"))


@cache
def state() -> "re.Pattern[str]":
    """A word by which a clause describes and does not ask: ``是``."""
    return pattern(any_of("state"))


@cache
def not_topic() -> "re.Pattern[str]":
    """What may stand right before ``由`` and says nothing of what the duty is about: ``原则上``, ``一律``."""
    return pattern(f"(?:{any_of('link', 'focus', 'modal', 'manner', 'adverb', 'drive')}|\\s){{0,4}}")


@cache
def of_part() -> "re.Pattern[str]":
    """What follows an actor that is only part of a noun: ``牵头的`` + 机制."""
    return pattern(f"等?(?:{any_of('role')}){{1,2}}[、和]?(?:{any_of('role')})?的")


@cache
def before_actor() -> "re.Pattern[str]":
    """What may stand before an actor at the beginning of a piece: ``由``, ``会同``."""
    return pattern(rf"\L<duty.joins>?(?:\L<part.with>|{any_of('hand')})")


@cache
def with_others() -> "re.Pattern[str]":
    """What may stand between the actors of one duty: ``会同``, ``牵头会同``."""
    return pattern(f"等?(?:{any_of('role')}){{0,2}}[，,]?\\L<duty.joins>?\\L<part.with>")


@cache
def roles() -> "re.Pattern[str]":
    """The words for the part of an actor in a duty."""
    return pattern(any_of("role", "label"))


@cache
def checks() -> "re.Pattern[str]":
    """A part that is a duty by itself, beside what else is asked of its actor: ``跟踪督查`` + ，重要情况及时报告."""
    return pattern(f"(?:{any_of('manner')})*{any_of('check')}")


@cache
def asked_to_check() -> "re.Pattern[str]":
    """What follows an actor who is asked to check, and whose part that is alone: ``要密切跟踪督查``."""
    return pattern(f"{any_of('modal')}{checks().pattern}")


@cache
def own() -> "re.Pattern[str]":
    """A word by which the actors in a bracket do something by themselves: ``参照`` + 执行."""
    return pattern(any_of("own"))


@cache
def taken() -> "re.Pattern[str]":
    """A word by which somebody has a duty that is named elsewhere: ``负责``, ``承担``."""
    return pattern(any_of("role", "take"))
