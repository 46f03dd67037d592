"""Whether the cost of a character stays the same: longer texts, random text, long runs."""

from collections.abc import Iterator

import policyextract as pe
from benchmarks.clock import seconds
from benchmarks.texts import noise, policy, seed

RUNS = (
    "一",
    "、",
    "“",
    "”",
    "9",
    "各",
    "（",
    "）",
    "，",
    "。",
    "\n",
    " ",
    "年",
    "%",
    "万",
    "《",
    "的",
    "第一，",
    "化、",
    "1.",
    "政府",
    "县委",
    "促进",
    "县市、",
    "以人为本、",
)


def longer(least: float, most: int) -> Iterator[tuple[int, float]]:
    """Characters a second on 1, 4, 16, … times the seed document."""
    text = seed()
    times = 1
    while times <= most:
        copies = text * times
        yield times, len(copies) / seconds(lambda copies=copies: pe.extract(copies), least=least)
        times *= 4


def random_text(length: int, least: float) -> tuple[float, float]:
    """Seconds for random text, and for policy text, of the same length."""
    strange, usual = noise(length), policy(length)
    return seconds(lambda: pe.extract(strange), least=least), seconds(lambda: pe.extract(usual), least=least)


def runs(length: int) -> Iterator[tuple[str, float, float]]:
    """Characters a second on runs of one sign, at a quarter of a length and at the whole."""
    for sign in RUNS:
        rates = []
        for size in (length // 4, length):
            text = (sign * (size // len(sign) + 1))[:size]
            rates.append(size / seconds(lambda text=text: pe.extract(text), least=0.1, most=3))
        yield sign, *rates
