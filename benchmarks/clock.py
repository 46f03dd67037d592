"""How long something takes: seconds of one core, the best of several runs."""

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any


def seconds(run: Callable[[], Any], *, least: float = 1.0, most: int = 1000) -> float:
    """Processor time of the fastest of some runs, two at least, which together take about ``least`` seconds."""
    best, spent, runs = float("inf"), 0.0, 0
    while runs < 2 or (spent < least and runs < most):
        gc.collect()
        began = time.process_time()
        run()
        took = time.process_time() - began
        best, spent, runs = min(best, took), spent + took, runs + 1
    return best


@contextmanager
def elapsed() -> Iterator[list[float]]:
    """Time of the clock on the wall, which counts where several processes work."""
    found: list[float] = []
    began = time.perf_counter()
    yield found
    found.append(time.perf_counter() - began)


def drain(stream: Iterable[Any]) -> int:
    """How many things a stream gives, none of which is kept."""
    return sum(1 for _ in stream)
