"""The verb that governs a figure, found in what stands before it in its clause."""

import re
from functools import cache
from typing import NamedTuple

from policyextract.lexicon import alternation, rows, select
from policyextract.pattern import pattern

_BETWEEN = pattern(
    "(?:全[国省市县州区乡镇]|剩余的?|其余的?|首批|(?:[0-9]{4}年|去年|今年|上年|目前)的?|(?:每(?:人|年|月|日|天|户|亩|吨|公里|平方米|立方米|学期|学年|生|床|次|件|个|名|家)){1,2}|人均)$"
)
_COMPARED = pattern("(?:比|较|于)[^，。；]{1,20}$")
_BEFORE_VERBS = frozenset(("", *"，。；、：,;:的并可应将由予按每各分再则只次人（("))
_ADJECTIVES = frozenset("高低快慢多少大小")
_FILLED, _REACH = 4, 10


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


def _verbs_of_lexicon() -> list[tuple[str, ...]]:
    return [row for row in rows("governors") if row[1] != "adverb"]


@cache
def _by_last() -> dict[str, tuple[_Verb, ...]]:
    table: dict[str, list[_Verb]] = {}
    for row in sorted(_verbs_of_lexicon(), key=lambda row: -len(row[0])):
        table.setdefault(row[0][-1], []).append(_Verb(*row))
    return {char: tuple(verbs) for char, verbs in table.items()}


@cache
def _filler() -> "re.Pattern[str]":
    return re.compile(f"(?:{alternation(select('governors', 'adverb'))}|{_bounding()})$")


@cache
def _state() -> "re.Pattern[str]":
    return re.compile(f"(?:(?<![赶反]){_bounding()}|为|是)$")


def _bounding() -> str:
    return alternation(tuple(row[0] for row in rows("bounds") if row[3] == "next"))


@cache
def _verbs() -> dict[str, _Verb]:
    return {row[0]: _Verb(*row) for row in _verbs_of_lexicon()}


@cache
def _anywhere(kind: str) -> "re.Pattern[str]":
    return re.compile(alternation(tuple(row[0] for row in rows("governors") if row[1] == kind and len(row[0]) > 1)))


def _stands_alone(verb: _Verb, head: str) -> bool:
    """Whether a short word is the verb that it looks like: ``处``, but not in ``人处``; ``高``, but not in ``最高``."""
    if verb.word in _ADJECTIVES:
        return _COMPARED.search(head) is not None
    if verb.kind == "grant" and len(verb.word) == 1:
        return head[-2:-1] in _BEFORE_VERBS
    return True


def _verb_at_end(head: str) -> _Verb | None:
    for verb in _by_last().get(head[-1:], ()):
        if head.endswith(verb.word) and _stands_alone(verb, head):
            return verb
    return None


def governor(head: str) -> Governor:
    """The verb next to the end of ``head``, the clause up to a figure; adverbs and bound words between do not count.

    >>> governor("国内生产总值增长不低于")[:3], governor("审批时限分别压缩至")[:3], governor("紧盯")[0]
    (('move', 'increase', '增长'), ('state', 'level', '压缩至'), 'attend')
    """
    rest = _BETWEEN.sub("", head)
    for filled in range(_FILLED):
        verb = _verb_at_end(rest)
        if verb is not None and verb.word == "的" and filled:
            added = _anywhere("move").search(rest)
            change = _verbs()[added.group()].change if added else "level"
            return Governor("state", change, "的", len(rest) - 1, len(head), True)
        if verb is not None and not _filler().fullmatch(verb.word):
            return Governor(verb.kind, verb.change, verb.word, len(rest) - len(verb.word), len(rest), True)
        filler = _filler().search(rest, max(len(rest) - _REACH, 0))
        if filler is None:
            break
        rest = rest[: filler.start()]
    state = _state().search(head, max(len(head) - _REACH, 0))
    if state:
        return Governor("bound", "level", state.group(), len(rest), len(head), False)
    return NONE


def first_verb(phrase: str) -> Governor:
    """The verb that opens a phrase; else the first of two characters or more in it that moves, then one that makes.

    >>> first_verb("新入库规上服务业企业").word, first_verb("城镇新增就业").word
    ('新入库', '新增')
    """
    found = _anywhere("act").match(phrase) or _anywhere("move").search(phrase) or _anywhere("act").search(phrase)
    if found is None:
        return NONE
    verb = _verbs()[found.group()]
    return Governor(verb.kind, verb.change, verb.word, found.start(), found.end(), False)
