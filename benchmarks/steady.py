"""Whether a cost grows with the size and no faster: every word of every lexicon, every export, text files.

Each is measured at a size, and at four times the size. Where four times the size takes more than seven times as long,
it is measured again, several times: a machine that is busy is no fault of the library.
"""

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from benchmarks.texts import lexicon_words, repeated
from policyextract import Result, extract, task_table, track
from policyextract.readers import read_bytes

MOST = 7.0
"""Times as long that four times the size may take; sixteen where the cost is quadratic."""
_AGAIN = 5
_NEGLIGIBLE = 0.004
"""Seconds below which nothing is measured."""
WORDS_LENGTH = 1_500
NUMERALS = "一二三四五六七八九"

SHAPES: dict[str, Callable[[int], str]] = {
    "targets in one clause": lambda n: "今年，" + "、".join(f"确保指标{i}达到{i % 90 + 1}%" for i in range(n)) + "。",
    "departments in one clause": lambda n: f"由{'、'.join(['市财政局'] * n)}负责，6月底前完成30项。",
    "departments in one bracket": lambda n: f"确保增长6%（{'、'.join(['市财政局'] * n)}负责）。",
    "times in one sentence": lambda n: (
        "，".join(f"{i % 12 + 1}月底前新增就业已达到{i + 1}万人" for i in range(n)) + "。"
    ),
    "times in one phrase": lambda n: "、每月" * (20 * n) + "报送进度。",
    "times in one title": lambda n: (
        "一、" + "、".join(f"{i % 12 + 1}月底前" for i in range(n)) + "\n" + "确保增长6%。\n" * n
    ),
    "duties in one paragraph": lambda n: "由市财政局牵头，6月底前完成清理任务30项。" * n,
    "places in one list": lambda n: "武义、磐安、" * (15 * n),
    "years in one clause": lambda n: "明年" * (30 * n),
    "figures in one statement": lambda n: "五个，" * (25 * n),
    "lists of actors in one clause": lambda n: "方区县、" * (20 * n),
    "slogans": lambda n: "深化“放管服”改革，坚持“项目为王”，推动稳增长、调结构、促改革。\n" * n,
    "points": lambda n: "".join(
        f"（{'一二三四五六七八九'[i % 9]}）重点工作。确保增长{i % 9 + 1}%。\n" for i in range(n)
    ),
    "tables in one file": lambda n: (
        "任务\t责任单位\t时限\n完成巡查\t县水利局\t6月底前\n\n" * (2 * n) + "列第一位的为牵头单位。\n" * (20 * n)
    ),
    "blanks behind the number of a row": lambda n: "序号\n任务\n责任单位\n1" + " " * (100 * n) + "甲\n",
    "blanks behind a list of bodies": lambda n: "县财政局" + "\u3000" * (100 * n) + "甲\n",
    "blanks in a cell": lambda n: "序号\t指标\t目标值\n1\t增速\t5%" + "\u3000" * (2 * n) + "至甲\n2\t投资\t6\n",
    "papers in one file": lambda n: "".join(
        f"来源：县水利局\n县水利局关于抓好第{i}号水库巡查的通知\n各管理所：\n"
        f"请于{i % 12 + 1}月底前报送巡查情况，并抓好问题整改落实。\n"
        f"2024年{i % 12 + 1}月1日\n附件{i}\n第{i}号水库巡查工作方案\n完成巡查{i}次。\n"
        for i in range(n)
    ),
}
"""Texts that have much of one thing in one place."""

BLANKS = (" ", "\t", "\u3000", "\n", "\r\n", " \n", "\u3000\r\n", "\x0c", "\x85", "几", "半", "增\n")
"""Lines of a text file, again and again."""


def exports() -> dict[str, Callable[[Result], Any]]:
    """Every way to write a result whose library is installed."""
    from policyextract.export import utf16
    from policyextract.export.annotation import brat, doccano, label_studio, web

    found: dict[str, Callable[[Result], Any]] = {
        "dict": Result.to_dict,
        "JSON": Result.to_json,
        "JSON read again": lambda result: Result.from_dict(result.to_dict(), result.document.source),
        "tasks": lambda result: task_table(result).to_csv(),
        "track": lambda result: track(result, result).to_csv(),
        "brat": brat.standoff,
        "doccano": doccano.line,
        "Label Studio": label_studio.task,
        "Web Annotations": lambda result: web.annotations(result, "text"),
        "UTF-16": utf16.to_utf16,
    }
    return {**found, **dict(_with_libraries())}


def _with_libraries() -> Iterator[tuple[str, Callable[[Result], Any]]]:
    from importlib.util import find_spec

    layers = ("quantities", "times", "departments", "slogans", "commitments")
    if find_spec("jinja2"):
        from policyextract.export.page import page

        yield "HTML", page
    if find_spec("openpyxl"):
        from policyextract.export.workbook import content

        yield "XLSX", content
    if find_spec("pyarrow"):
        yield "Arrow", lambda result: [result.to_arrow(layer) for layer in layers]
    if find_spec("polars"):
        yield "Polars", lambda result: [result.to_polars(layer) for layer in layers]


def _seconds(run: Callable[[], Any]) -> float:
    """How long it takes, without the collector of garbage, whose cost is that of all that is held."""
    gc.disable()
    began = time.process_time()
    run()
    took = time.process_time() - began
    gc.enable()
    return took


def growth(run: Callable[[int], Callable[[], Any]], size: int) -> float:
    """How many times as long four times the size takes; 1 where it takes too little to be measured.

    Args:
        run: gives, for a size, what is to be measured; what it does before that isn't.
        size: the smaller size.
    """
    small, large = run(size), run(4 * size)
    first, last = _seconds(small), _seconds(large)
    for _ in range(_AGAIN):
        if last < _NEGLIGIBLE or last / max(first, 1e-9) <= MOST:
            break
        gc.collect()
        first, last = min(first, _seconds(small)), min(last, _seconds(large))
    return 1.0 if last < _NEGLIGIBLE else last / max(first, 1e-9)


def _reading(make: Callable[[int], str]) -> Callable[[int], Callable[[], Result]]:
    def of(size: int) -> Callable[[], Result]:
        text = make(size)
        return lambda: extract(text)

    return of


def of_words(words: Iterable[str] | None = None, length: int = WORDS_LENGTH) -> Iterator[tuple[str, float]]:
    """The growth of reading each word again and again, by default every word of every lexicon."""
    for word in lexicon_words() if words is None else words:
        yield word, growth(_reading(partial(repeated, word)), length)


def of_shapes(size: int) -> Iterator[tuple[str, float]]:
    """The growth of reading each of the texts, and of every export of what is found there."""
    ways = exports()
    for name, make in SHAPES.items():
        yield name, growth(_reading(make), size)
        results = {n: extract(make(n)) for n in (size, 4 * size)}
        for way, write in ways.items():
            yield f"{name}: {way}", growth(lambda n, of=results, write=write: lambda: write(of[n]), size)


def of_lines(length: int) -> Iterator[tuple[str, float]]:
    """The growth of reading text files of one line, or one sign, again and again."""
    for line in BLANKS:
        content = {size: repeated(line, size).encode() for size in (length, 4 * length)}
        yield repr(line), growth(lambda size, of=content: lambda: read_bytes(of[size], ".txt"), length)
