"""The verb that governs a figure, found in what stands before it in its clause."""

import re
from functools import cache
from typing import NamedTuple

from policyextract.grammar.quantity.ending import Endings
from policyextract.lexicon import alternation, rows, select
from policyextract.text.pattern import pattern

_BETWEEN = pattern(
    "(?:全[国省市县州区乡镇]|(?:(?:[主老]|\\L<figure.town-kind>)?城区|\\L<figure.within>|[省市县区镇乡村]内)(?:范围)?内?|剩余的?|其余的?|\\L<figure.opens-count>|(?:[0-9]{4}年|\\L<figure.as-of>)的?|(?:每\\L<figure.each-unit>){1,2})$"
)
_COMPARED = pattern("[比较于][^，。；]{1,20}$")
_BEFORE_VERBS = frozenset(("", *"，。；、：,;:的并可应将由予按每各分再则只次人（("))
_COPULAS = ("为", "是")
_REACHING = frozenset(("至", "到", "为", "成"))
_FALSE = frozenset("赶反")  # 赶超, 反超
_ADJECTIVES = frozenset("高低快慢多少大小")
_OPENING = ("act", "fact", "deed")  # what a phrase may open with
_PREDICATES = ("act", "move", "deed", "fact", "state", "attend")
_FILLED, _LONGEST = 4, 8


class Governor(NamedTuple):
    """A verb before a figure.

    Attributes:
        kind: ``state``, ``move``, ``act``, ``attend``, ``grant`` (see the lexicon), ``bound`` for a bound word alone
            (``均超过10%``), or empty where there is neither.
        change: ``level``, ``increase``, ``decrease``, or empty.
        word: the verb.
        start, stop: where it stands in the clause.
        adjacent: whether nothing but adverbs and bound words part it from the figure.
    """

    kind: str
    change: str
    word: str
    start: int
    stop: int
    adjacent: bool


NONE = Governor("", "", "", 0, 0, False)


class _Verb(NamedTuple):
    word: str
    kind: str
    change: str


@cache
def _verbs() -> dict[str, _Verb]:
    """The verbs; one that is a noun too (``deed``) is one that acts."""
    listed = (row for row in rows("figure/governors") if row[1] != "adverb")
    return {word: _Verb(word, "act" if kind == "deed" else kind, change) for word, kind, change in listed}


@cache
def _moves() -> Endings:
    return Endings(word for word, verb in _verbs().items() if verb.kind == "move" and len(word) > 1)


@cache
def _endings(kind: str) -> Endings:
    """What may end a clause up to a figure: a verb, a filler behind it, or a word that says what the figure is."""
    if kind == "verb":
        return Endings(_verbs())
    bounding = [row[0] for row in rows("quantity/bounds") if row[3] in ("next", "far")]
    return Endings((*bounding, *(select("figure/governors", "adverb") if kind == "filler" else _COPULAS)))


@cache
def _anywhere(kind: str) -> "re.Pattern[str]":
    """Verbs of a kind, and the words that only look like one (增加值), so that these are passed over."""
    return pattern(
        alternation(tuple(row[0] for row in rows("figure/governors") if row[1] in (kind, "none") and len(row[0]) > 1))
    )


def _first(kind: str, phrase: str) -> "re.Match[str] | None":
    return next((found for found in _anywhere(kind).finditer(phrase) if _verbs()[found.group()].kind != "none"), None)


def _verb_at_end(head: str) -> _Verb | None:
    size = len(head)
    word = _endings("verb").longest(head, size)
    if not word:
        return None
    moved = _moves().longest(head, size - 1) if word in _REACHING else ""
    if moved:
        return _Verb(moved + word, "state", "level")  # 提升为, 砍掉到: the state that the move reaches
    verb = _verbs()[word]
    stands = verb.kind != "none" and (len(word) > 1 or _stands_alone(verb, head))
    return verb if stands else None


def _stands_alone(verb: _Verb, head: str) -> bool:
    """Whether a short word is the verb that it looks like: ``处``, but not in ``人处``; ``高``, but not in ``最高``."""
    if verb.word in _ADJECTIVES:
        return _COMPARED.search(head) is not None
    return verb.kind != "grant" or head[-2:-1] in _BEFORE_VERBS


def governor(head: str) -> Governor:
    """The verb next to the end of ``head``, the clause up to a figure; adverbs and bound words between do not count.

    >>> governor("国内生产总值增长不低于")[:3], governor("审批时限分别压缩至")[:3], governor("紧盯")[0]
    (('move', 'increase', '增长'), ('state', 'level', '压缩至'), 'attend')
    """
    size = len(head)
    between = _BETWEEN.search(head, size - _LONGEST if size > _LONGEST else 0)
    rest = head[: between.start()] if between and between.start() else head
    for filled in range(_FILLED):
        verb = _verb_at_end(rest)
        if verb is not None and verb.word == "的" and filled:
            added = _first("move", rest)
            change = _verbs()[added.group()].change if added else "level"
            return Governor("state", change, "的", len(rest) - 1, size, True)
        if verb is not None and verb.word not in _endings("filler").words:
            return Governor(verb.kind, verb.change, verb.word, len(rest) - len(verb.word), len(rest), True)
        filler = _endings("filler").longest(rest, len(rest))
        if not filler:
            break
        rest = rest[: -len(filler)]
    state = _endings("state").longest(head, size)
    if state and head[-len(state) - 1 : -len(state)] not in _FALSE:
        return Governor("bound", "level", state, len(rest), size, False)
    return NONE


def first_verb(phrase: str) -> Governor:
    """The verb that opens a phrase; else the first of two characters or more in it that moves, then one that makes.

    >>> first_verb("新入库规上服务业企业").word, first_verb("城镇新增就业").word
    ('新入库', '新增')
    """
    opens = next((found for kind in _OPENING if (found := _anywhere(kind).match(phrase))), None)
    opens = opens if opens and _verbs()[opens.group()].kind != "none" else None
    found = opens or _first("move", phrase) or _first("act", phrase)
    if found is None:
        return NONE
    verb = _verbs()[found.group()]
    return Governor(verb.kind, verb.change, verb.word, found.start(), found.end(), False)


def predicate(phrase: str, *also: str) -> int:
    """Where the verb stands in a phrase by which its subject does or reaches something; -1 without one.

    Args:
        phrase: what stands behind a figure.
        also: kinds of verbs that count too.

    >>> predicate("家企业入选"), predicate("家企业")
    (3, -1)
    """
    found = (match.start() for kind in (*_PREDICATES, *also) if (match := _first(kind, phrase)))
    return min(found, default=-1)
