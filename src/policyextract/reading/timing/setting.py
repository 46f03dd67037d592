"""A time with the words around it, which tell what part it has."""

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from policyextract import lexicon
from policyextract.day.stated_date import day_of
from policyextract.marks.modal import WITHIN
from policyextract.marks.segment import layout
from policyextract.text.document import Document, Find
from policyextract.text.pattern import pattern
from policyextract.values import Time

_BEFORE, _BEHIND = 24, 200
_SIGHT = 200  # so that a sentence of nothing but times costs its length
_DUTY = pattern(f"{WITHIN}|\\L<timing.duty-word>|(?<![申提邀聘报呈])请(?![求示假客])")


class Setting(NamedTuple):
    """A time in its clause.

    Attributes:
        document: the document.
        find: the time as it was found.
        time: its value.
        words: the words of the time.
        before: what stands before it in its clause.
        behind: what stands behind it in its clause.
        today: the day of the text, where it is known.
        sentence: start and stop of the sentence, or of what of it is near.
        statement: start and stop of the statement, or of what of it is near.
    """

    document: Document
    find: Find
    time: Time
    words: str
    before: str
    behind: str
    today: dt.date | None
    sentence: tuple[int, int]
    statement: tuple[int, int]

    def asks(self) -> bool:
        """Whether a word of duty stands in the clause, or in the next one where a comma sets the time off."""
        words = self.before + self.behind
        if self.is_set_off():
            stop = layout(self.document).clauses.bounds(self.find.stop + 1)[1]
            words += self.document.text[self.find.stop : min(stop, self.find.stop + _BEHIND)]
        return sets_duty(words)

    def is_set_off(self) -> bool:
        """Whether a comma closes the clause right behind the time, so that it is of the next one."""
        return self.behind in ("，", ",")

    def place(self) -> int:
        """Where the clause is that the time is of."""
        return self.find.stop + 1 if self.is_set_off() else self.find.start


def setting(document: Document, find: Find, phrase: tuple[int, int] | None = None) -> Setting:
    """The setting of a time; ``phrase``: where the times begin and end that it is named with (``今年和明年``).

    >>> from policyextract.grammar.time import times
    >>> document = Document.plain("稳步推进，今年要完成40项。")
    >>> found = setting(document, times(document)[0])
    >>> found.words, found.before, found.behind, found.asks()
    ('今年', '', '要完成40项。', True)
    """
    text, segments = document.text, layout(document)
    start, stop = phrase or (find.start, find.stop)
    clause, end = segments.clauses.bounds(start)
    near, far = max(0, find.start - _SIGHT), find.stop + _SIGHT
    before = text[max(clause, start - _BEFORE) : start]
    behind = text[stop : min(end, stop + _BEHIND)]
    (begin, finish), (first, last) = segments.sentences.bounds(start), segments.statements.bounds(start)
    sentence = max(begin, near), min(finish, far)
    statement = max(first, near), min(last, far)
    return Setting(
        document, find, find.value, text[find.start : find.stop], before, behind, day_of(document), sentence, statement
    )


def sets_duty(words: str) -> bool:
    """Whether one of the words says that something is to be done.

    >>> sets_duty("要完成"), sets_duty("主要任务")
    (True, False)
    """
    return _DUTY.search(words) is not None


@cache
def cue(place: str) -> "re.Pattern[str]":
    """The words of a place in the lexicon of timings; those of a clause with the particle ``了``.

    >>> cue("before").search("比") is None, cue("clause").search("取得了进展")[0]
    (False, '取得')
    """
    words = lexicon.alternation(lexicon.select("timing/cues", place))
    if place == "before":
        return pattern(f"{words}$")
    return pattern(f"(?<![为除到不])了(?![解如不结])|(?<!不){words}" if place == "clause" else words)
