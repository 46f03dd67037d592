"""Where the words stand that can end an event: the one scan of the text for them."""

import re
from collections.abc import Iterator
from functools import cache

from policyextract import lexicon
from policyextract.grammar.time.term import SUFFIX
from policyextract.text.pattern import beginning

_ACT = 2  # characters of an act that a bound word right behind it ends
_COUNT = "[0-9一二三四五六七八九十两半]{1,3}个?[工年月日天周小]"
MOMENT = frozenset("在于要应")


@cache
def _scan() -> "re.Pattern[str]":
    """What can end an event, the bound word first; a group says that an act has to stand before it."""
    then = lexicon.alternation(lexicon.select("time/events", "then"))
    return beginning(
        f"""(?x:
        (之[日月](?=起)
        |后(?=$|[，,；;。即再方才可应须]|[的满]?{_COUNT}|{then})
        |后(?P<after>)(?![续勤期的代备台果方劲])
        |前(?=$|[，,；;。完必须应要实办报已按和与及、]|提[出交供前]|{_COUNT})
        |前后(?<=[日节]前后)
        |前(?<=[{"".join(sorted(MOMENT))}].前)(?=.后)
        |期(?:间|内)
        |以来
        |{SUFFIX}
        |时(?![间期候段代效限长刻点速序节而所])
        |前(?P<before>)(?![期沿列景往身款瞻后的提置述夕])
        ))"""
    )


def ends(text: str) -> Iterator[int]:
    """Where the words stand that can end an event: ``后``, ``前``, ``期间``.

    >>> list(ends("竣工后验收，今后的建设"))
    [2]
    """
    reached, acts = 0, words("act")
    for match in _scan().finditer(text):
        start, stop = match.span(1)
        if start < reached:
            continue
        reached = stop
        behind_act = match["after"] is not None or match["before"] is not None
        leads = match["after"] is not None and text[stop : stop + _ACT] in verbs()  # 返回居住地后落实
        if not behind_act or leads or text[start - _ACT : start] in acts:
            yield start


@cache
def verbs() -> frozenset[str]:
    """The verbs of two characters."""
    return frozenset(word for word in lexicon.words("words/verbs") if len(word) == _ACT)


@cache
def words(kind: str) -> frozenset[str]:
    """The words of a kind in the lexicon of events."""
    return frozenset(lexicon.select("time/events", kind))
