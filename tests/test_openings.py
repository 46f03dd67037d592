"""A quick look at the first character must let through everything that the pattern behind it can match."""

import pytest
import regex

from policyextract.duty import parts, words
from policyextract.grammar.name import unlisted
from policyextract.grammar.name.context import context
from policyextract.marks import cue
from policyextract.text.opening import opening

BLANK = set(" \t\n\u00a0\u3000\u2003")


def openings(pattern) -> set[str]:
    """The characters of a pattern's own source, and white space, that what it matches can begin with."""
    again = regex.compile(pattern.pattern, pattern.flags & regex.VERBOSE)
    return {sign for sign in {*pattern.pattern, *BLANK} if begins(again, sign)}


def begins(pattern, sign: str) -> bool:
    match = pattern.fullmatch(sign, partial=True)
    return match is not None and match.end() > 0


CASES = {
    "empty": lambda: (words.empty(), words.empty_signs() | BLANK),
    "leads": lambda: (words.leads(), words.lead_signs() | BLANK),
    "before_actor": lambda: (parts.before_actor(), words.lead_signs() | BLANK),
    "before_time": lambda: (words.before_time(), words.lead_signs() | BLANK),
    "listed": lambda: (parts.listed(), words.list_signs() | BLANK),
    "other_actor": lambda: (parts.other_actor(), words.list_signs() | BLANK),
    "must": lambda: (context().must, context().obliges),
    "may": lambda: (context().may, context().allows),
    "after": lambda: (context().after, context().obliges),
}


@pytest.mark.parametrize("name", CASES)
def test_the_first_characters_are_all_there(name: str) -> None:
    pattern, known = CASES[name]()
    assert openings(pattern) - known == set()
    assert openings(pattern)


def test_the_last_characters_of_a_place_left_open_are_all_there() -> None:
    signs = {chr(code) for code in range(128)} | set(unlisted._LEFT_OPEN._source)
    ends = {sign for sign in signs if unlisted._LEFT_OPEN.search(sign) or unlisted._LEFT_OPEN.search(f"由{sign}")}
    assert ends == unlisted._LEFT_OPEN_ENDS


def test_what_begins_a_cue_is_let_through_by_its_first_two_characters() -> None:
    body = regex.compile(cue._patterns()[0].pattern)
    known = opening(body.pattern)
    signs = set(body.pattern)
    pairs = {one + two for one in signs if begins(body, one) for two in signs if begins(body, one + two)}
    assert len(pairs) > 100
    passed = {
        pair for pair in pairs if pair[0] in known.firsts and (pair[1] in known.seconds or pair[0] in known.alone)
    }
    assert pairs - passed == set()
