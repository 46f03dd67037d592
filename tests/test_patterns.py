"""Every pattern of the library matches alike on every Python: nothing in one that Python 3.11.2 matches wrongly.

Before 3.11.5 a possessive quantifier over more than one sign (``(?:ab?c)*+``) and an atomic group match wrongly where
what stands in them can be matched in two ways. Over one sign or class (``[0-9]*+``) they are right.
"""

import contextlib
import importlib
import inspect
import pkgutil
import re
import sys
from re import _parser as parser
from types import ModuleType

import pytest
from tests.test_steady import SEED

import policyextract
from policyextract import extract, lexicon
from policyextract.text import compiler
from policyextract.text.pattern import _Pattern

ONE_SIGN = {"LITERAL", "NOT_LITERAL", "ANY", "IN"}


def traps(items) -> list[str]:
    """The possessive quantifiers and atomic groups of a parsed pattern that are not over one sign."""
    found = []
    for name, argument in ((str(name), argument) for name, argument in items):
        if name == "ATOMIC_GROUP" or (name == "POSSESSIVE_REPEAT" and not is_one_sign(argument[2])):
            found.append(name)
        for part in parts(argument):
            found += traps(part)
    return found


def is_one_sign(items) -> bool:
    return len(items) == 1 and str(items[0][0]) in ONE_SIGN


def parts(argument) -> list:
    """The patterns inside the argument of an item."""
    if isinstance(argument, parser.SubPattern):
        return [argument]
    return [part for piece in argument for part in parts(piece)] if isinstance(argument, tuple | list) else []


def modules() -> list[ModuleType]:
    found = []
    for module in pkgutil.walk_packages(policyextract.__path__, "policyextract."):
        if not module.name.endswith("__main__"):
            try:
                found.append(importlib.import_module(module.name))
            except ImportError:  # of an optional library
                continue
    return found


def makers(module: ModuleType) -> list:
    """The functions of a module that make something once, and need nothing for it."""
    cached = [value for value in vars(module).values() if hasattr(value, "cache_clear")]
    return [value for value in cached if not inspect.signature(value).parameters]


@pytest.fixture(scope="module")
def compiled() -> dict[tuple[str, int], str]:
    """Every pattern of the library, compiled anew, with the file that made it."""
    found, compile_ = {}, re._compile

    def watched(source, flags):
        frame = sys._getframe(1)
        while frame.f_code.co_filename.endswith(("text/pattern.py", "re/__init__.py")):
            frame = frame.f_back
        if "policyextract" in frame.f_code.co_filename and isinstance(source, str):
            found[source, int(flags)] = frame.f_code.co_filename
        return compile_(source, flags)

    def made(pattern, source, flags):
        set_up(pattern, source, flags)
        found[lexicon.expanded(source), int(flags)] = sys._getframe(2).f_code.co_filename

    set_up = _Pattern.__init__
    re._compile, _Pattern.__init__ = watched, made
    try:
        for module in modules():
            for maker in makers(module):
                maker.cache_clear()
                with contextlib.suppress(ImportError):  # of an optional library
                    maker()
            later = [value for value in vars(module).values() if isinstance(value, _Pattern)]
            found.update({(lexicon.expanded(it._source), int(it._flags)): module.__name__ for it in later})
        extract(SEED)
    finally:
        re._compile, _Pattern.__init__ = compile_, set_up
    return found


def test_patterns_match_as_those_of_the_standard_library(compiled) -> None:
    text = SEED[:1500]
    for source, flags in compiled:
        ours, theirs = compiler.compiled(source, flags), re.compile(source, flags)
        assert ours.groupindex == theirs.groupindex
        assert [match.regs for match in ours.finditer(text)] == [match.regs for match in theirs.finditer(text)], source


def test_a_class_without_regard_to_case_is_left_to_the_standard_library() -> None:
    assert compiler.compiled("[K-Mſ]+", re.IGNORECASE).findall("klmKLMsS") == ["klmKLMsS"]


def test_no_pattern_holds_what_python_3_11_2_matches_wrongly(compiled) -> None:
    assert len(compiled) > 300
    wrong = {(place, source) for (source, flags), place in compiled.items() if traps(parser.parse(source, flags))}
    assert not wrong


@pytest.mark.parametrize("source", ["(?:ab?c)*+", "(?>ab)", "x(?:y|(?:ab)++z)", "(?=(?:ab|c)?+)", "(a)*+"])
def test_the_trap_is_seen_wherever_it_stands(source: str) -> None:
    assert traps(parser.parse(source))


@pytest.mark.parametrize("source", ["[0-9]++", "a?+b{2,3}+", "(?:a)*+", "(?:ab?c)*", ".*+", "[^a]{1,3}+"])
def test_one_sign_is_no_trap(source: str) -> None:
    assert not traps(parser.parse(source))
