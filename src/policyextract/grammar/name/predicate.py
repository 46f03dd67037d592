"""Whether a verb follows a name, by its shape: words that only a verb follows (进一步), or a verb that is no noun."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.grammar.name.context import context, shapes, words_of
from policyextract.marks.modal import MODAL
from policyextract.text.opening import first_signs
from policyextract.text.pattern import pattern

_SIZE = 2  # characters of a verb
_OBJECT = pattern(  # 投入 + 了, 协调 + 各县, 转移 + 群众
    r"[了过]|[各全其该这]|本[省市县区州]|[0-9][0-9.]{0,9}[一-鿿]|[一二三四五六七八九十几两]{1,4}[个项条批家名户万亿]|\L<name.dwellers>|《"
)
_NO_OBJECT = frozenset("的度和、与")
_PAPER = pattern(  # the title of a paper: 上海市 + 优化营商环境条例
    r"[^，。；！？\n]{2,60}?\L<name.paper>"
    r"(?:[《（(\s]|\Z)"
)


@cache
def verbs() -> frozenset[str]:
    """Verbs of two characters."""
    return frozenset(word for word in lexicon.words("words/verbs") if len(word) == _SIZE)


@cache
def plain_verbs() -> frozenset[str]:
    """Verbs of two characters that are seldom nouns."""
    return verbs().difference(words_of("noun-verb"))


@cache
def _led() -> "tuple[re.Pattern[str], frozenset[str]]":
    """The words that lead a verb, and the characters among which the first of them is."""
    shape = rf"(?P<led>(?:{MODAL}|{shapes('manner')}){{0,3}})(?P<coverb>{shapes('coverb')})?"
    return pattern(shape), first_signs(shape)


@cache
def verb_firsts() -> str:
    """A class of the characters with which what follows a name may begin, if it is a predicate."""
    heads = {word[0] for word in (*verbs(), *lexicon.words("name/context"))}
    return "[" + "".join(sorted(char for char in heads if "一" <= char <= "鿿")) + "]"


@cache
def predicate_opens() -> str:
    """A pattern of one sign or two for what may open a predicate: less than :func:`verb_firsts` lets through."""
    firsts = "".join(sorted(_led()[1].intersection(verb_firsts())))
    heads, seconds = ("".join(sorted({word[place] for word in plain_verbs()})) for place in range(_SIZE))
    return f"(?:[{firsts}]|[{heads}][{seconds}])"


def acts_at(text: str, position: int, headed: bool = False) -> bool:
    """Whether a predicate begins at ``position``, and no noun: 进一步压实, 召开, and not 教育局, 发展.

    Behind the title of somebody's tasks (``headed``: 县公安局：维护治安) every verb opens one, and 将 may be a 把.

    >>> [acts_at(text, 3) for text in ("花垣县加快推进", "花垣县召开大会", "花垣县发展不平衡", "花垣县产业发展")]
    [True, True, False, False]
    """
    shape, firsts = _led()
    known = verbs() if headed else plain_verbs()
    if text[position : position + 1] not in firsts and text[position : position + _SIZE] not in verbs():
        return False
    led = shape.match(text, position)
    if led is None:
        return False
    start = led.end()
    word = text[start : start + _SIZE]
    sure = start > position or _OBJECT.match(text, start + _SIZE) is not None
    acts = word in (verbs() if sure else known) and not text.startswith("的", start + _SIZE)
    led_on = led["coverb"] or (headed and "将" in led["led"]) or _leads_on(text, led.start(), start)
    return bool(acts or led_on) and _PAPER.match(text, position) is None


def _leads_on(text: str, position: int, stop: int) -> bool:
    """Whether the last of the words that lead a verb is one itself: 花垣县 + 持续加大 + 投入."""
    return (
        stop - position >= _SIZE
        and text[stop - _SIZE : stop] in plain_verbs()
        and text[stop : stop + 1] not in _NO_OBJECT
    )


def acts_or_must(text: str, position: int) -> bool:
    """Whether a predicate begins at ``position``, or a word of duty, past what sums up a list of names.

    >>> [acts_or_must(text, 3) for text in ("花垣县召开大会", "花垣县等县要抓好", "花垣县的特产")]
    [True, True, False]
    """
    return acts_at(text, position) or context().must.match(text, position) is not None
