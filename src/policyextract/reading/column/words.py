"""What an entry of a column of bodies is by its last characters: a body, a person, a branch, a government, a group."""

import re
from functools import cache

from policyextract import lexicon
from policyextract.text.pattern import pattern

_MARKED = pattern(r"(?:[×XxＸ*＊某]{1,3}|[0-9]{7,})$")  # 张××, 李某, a telephone number
_SECOND = pattern("（[^（）]{1,12}）$")
_GROUPED = pattern("\\L<table.grouped>")
_ALL = pattern("\\L<name.concerned>[^局委办]{0,12}$")


@cache
def _ends(kind: str) -> tuple[str, ...]:
    return lexicon.select("table/bodies", kind)


def ends_body(word: str) -> bool:
    """Whether a word ends as the names of bodies do.

    >>> ends_body("市水利局"), ends_body("镇综合行政")
    (True, False)
    """
    return _SECOND.sub("", word).endswith(_ends("body"))


def is_person(word: str) -> bool:
    """Whether a word names a person or a post.

    >>> is_person("分管农业副镇长"), is_person("张××"), is_person("各村民委员会")
    (True, True, False)
    """
    return word.endswith(_ends("person")) or _MARKED.search(word) is not None


def is_government(word: str) -> bool:
    """Whether a word names a government or a party committee.

    >>> is_government("各乡镇人民政府"), is_government("县财政局")
    (True, False)
    """
    return word.endswith(_ends("government"))


def is_group(word: str) -> bool:
    """Whether a word names a set of bodies, not one by one.

    >>> is_group("市有关部门"), is_group("市财政局")
    (True, False)
    """
    grouped = word.endswith(_ends("group")) and _GROUPED.search(word) is not None
    return grouped or _ALL.search(word) is not None


@cache
def _branch() -> "re.Pattern[str]":
    ends = lexicon.alternation(_ends("branch"))
    return pattern(rf"[^省市县区州镇乡各国、，,；;\s]{{1,8}}?{ends}(?![^\s、，,；;（(）)])")


def is_branch(text: str) -> bool:
    """Whether a text goes on with the name of a branch: ``溪口分局``.

    >>> is_branch("溪口分局、县财政局"), is_branch("市财政局")
    (True, False)
    """
    return _branch().match(text) is not None
