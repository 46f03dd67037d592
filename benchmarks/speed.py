"""Characters a second: the whole pipeline, each extractor, each stage, the floor, and the neighbours."""

import datetime as dt
import importlib.util
import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

import regex

import policyextract as pe
from benchmarks.clock import seconds
from policyextract.marks.segment import layout, outline

DAY = dt.date(2021, 4, 12)
EXTRACTORS = (pe.Quantities, pe.Times, pe.Figures, pe.Timings, pe.Departments, pe.Slogans, pe.Commitments)
FLOOR = "[0-9一二三四五六七八九十百千万亿]+"
Row = tuple[str, float]


def rate(text: str, run: Callable[[str], Any], least: float) -> float:
    """Characters a second."""
    return len(text) / seconds(lambda: run(text), least=least)


def whole(text: str, least: float) -> Iterator[Row]:
    """The whole pipeline, and what comes after it."""
    yield "extract: all five layers", rate(text, lambda t: pe.extract(t, reference_date=DAY), least)
    yield "extract, then to_json", rate(text, lambda t: pe.extract(t, reference_date=DAY).to_json(), least)


def alone(text: str, least: float) -> Iterator[Row]:
    """Each extractor on a text that nothing else has read, with all that it needs."""
    for extractor in EXTRACTORS:
        step = extractor()
        yield extractor.__name__, rate(text, lambda t, step=step: step(pe.read(t, reference_date=DAY)), least)


def stages(text: str, least: float) -> Iterator[Row]:
    """What each stage adds where those before it are done."""
    steps: list[tuple[str, Callable[[pe.Document], Any]]] = [("layout", layout), ("outline", outline)]
    steps += [(extractor.__name__, extractor()) for extractor in EXTRACTORS]
    yield "clean", rate(text, pe.read, least)
    before = seconds(lambda: pe.read(text, reference_date=DAY), least=least)
    for count, (name, _) in enumerate(steps, 1):

        def run(count: int = count) -> None:
            document = pe.read(text, reference_date=DAY)
            for _, step in steps[:count]:
                step(document)

        after = seconds(run, least=least)
        yield name, len(text) / max(after - before, 1e-9)
        before = max(after, before)


def floor(text: str, least: float) -> Iterator[Row]:
    """A bare pass over the text."""
    for module in (re, regex):
        pattern = module.compile(FLOOR)
        yield f"bare pass of {module.__name__}", rate(text, pattern.findall, least)


def _jionlp() -> Callable[[str], Any]:
    import jionlp

    logging.getLogger().setLevel(logging.CRITICAL)  # it logs the traceback of each reading that it gives up

    def run(text: str) -> None:
        jionlp.ner.extract_time(text, time_base={"year": 2021, "month": 4, "day": 12})
        jionlp.ner.extract_money(text)

    return run


def _dateparser() -> Callable[[str], Any]:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["zh"])


NEIGHBOURS = (("jionlp", "jionlp: times and money", _jionlp), ("dateparser", "dateparser: search", _dateparser))


def neighbours(text: str, least: float) -> Iterator[Row]:
    """The nearest other libraries, where they are installed."""
    for module, name, load in NEIGHBOURS:
        if importlib.util.find_spec(module):
            yield name, rate(text, load(), least)
