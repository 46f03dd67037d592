"""The figures of each part, printed line by line: a rate, and the ratio that matters."""

from collections.abc import Callable, Iterable
from itertools import islice

from benchmarks import growth, many, speed, steady, weight
from benchmarks.texts import lexicon_words, seed

MILLION = 1_000_000


def line(name: str, rate: float, ratio: str) -> None:
    """One rate, in millions of characters a second."""
    print(f"  {name:28}{rate / MILLION:9.3f} M char/s {ratio}")


def rates(title: str, rows: Iterable[speed.Row], whole: float) -> None:
    """Rates, each as a multiple of the whole pipeline's."""
    print(f"\n{title}")
    for name, rate in rows:
        line(name, rate, f"{rate / whole:9.2f} × the whole")


def show_speed(short: bool, texts: list[str]) -> None:
    """Characters a second on the seed document and on a folder."""
    least = 0.3 if short else 2.0
    named = [("the seed document", seed())] + ([("the folder as one text", "\n".join(texts))] if texts else [])
    for place, (name, text) in enumerate(named):
        rows = list(speed.whole(text, least))
        whole = rows[0][1]
        rates(f"{name}: {len(text):,} characters", rows, whole)
        rates("each extractor on a text that nothing else has read", speed.alone(text, least), whole)
        rates("what each stage adds where those before it are done", speed.stages(text, least), whole)
        if place == 0:
            rates("a bare pass", speed.floor(text, least), whole)
            rates("the nearest other libraries, where installed", speed.neighbours(text, least), whole)


def show_growth(short: bool, texts: list[str]) -> None:
    """Longer texts, random text, runs of one sign."""
    least, length = (0.3, MILLION // 10) if short else (2.0, MILLION)
    print("\nlonger texts")
    first = 0.0
    for times, rate in growth.longer(least, 16 if short else 64):
        first = first or rate
        line(f"{times} × the seed document", rate, f"{first / rate:9.2f} × the cost of a character at 1 ×")
    strange, usual = growth.random_text(length, least)
    line("policy text", length / usual, "")
    line("random text", length / strange, f"{strange / usual:9.2f} × the time of policy text")
    print(f"\nruns of one sign, {length:,} of them; the five slowest")
    for sign, quarter, full in sorted(growth.runs(length), key=lambda row: row[2])[:5]:
        line(repr(sign), full, f"{quarter / full:9.2f} × the cost of a character at a quarter of the length")


def show_many(short: bool, texts: list[str]) -> None:
    """One worker and two, documents an hour, Arrow batches."""
    texts = texts or [seed()]
    mean = sum(map(len, texts)) / len(texts)
    texts = texts * max(1, (100 if short else 400) // len(texts))
    print(f"\n{len(texts)} documents of {mean:,.0f} characters in the mean, by the clock on the wall")
    found = dict(many.map_rates(texts, 2 if short else 3))
    for workers, rate in found.items():
        line(f"{workers} worker(s)", rate, f"{rate / found[1]:9.2f} × {rate / mean * 3600:12,.0f} documents an hour")
    if (batches := many.batch_rate(texts, 2)) is not None:
        line("Arrow batches, in one process", batches, f"{batches / found[1]:9.2f} ×")


def show_weight(short: bool, texts: list[str]) -> None:
    """Import and memory."""
    print("\nbeside the work")
    print(f"  import                      {weight.import_seconds(3 if short else 9):9.3f} s")
    print(f"  memory after import         {weight.peak_megabytes(0):9.0f} MB")
    for length in (10_000, MILLION) if short else (10_000, MILLION, 10 * MILLION):
        print(f"  peak at {length:12,} char   {weight.peak_megabytes(length):9.0f} MB")


def show_steady(short: bool, texts: list[str]) -> None:
    """What grows faster than its size: every word of every lexicon, every export, text files."""
    size = 60 if short else 250
    print("\nfour times the size; what takes more than seven times as long")
    words = islice(lexicon_words(), 0, None, 80 if short else 1)
    for name, found in (
        ("words of the lexica", steady.of_words(words)),
        ("readings and exports", steady.of_shapes(size)),
        ("lines of text files", steady.of_lines(100 * size)),
    ):
        grown = dict(found)
        steep = {key: times for key, times in grown.items() if times > steady.MOST}
        print(f"  {name:28}{len(grown):9,} measured, {len(steep)} too steep")
        for key, times in steep.items():
            print(f"    {key}: {times:.1f} × the time")


PARTS: dict[str, Callable[[bool, list[str]], None]] = {
    "speed": show_speed,
    "growth": show_growth,
    "many": show_many,
    "weight": show_weight,
    "steady": show_steady,
}
"""What can be measured."""
