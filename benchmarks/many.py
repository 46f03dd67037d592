"""Many documents: one worker and two, documents an hour, Arrow batches."""

from collections.abc import Iterator

from benchmarks.clock import drain, elapsed
from policyextract import PIPELINE


def map_rates(texts: list[str], rounds: int) -> Iterator[tuple[int, float]]:
    """Characters a second by the clock on the wall, for each number of workers; the best of some rounds."""
    size = sum(map(len, texts))
    for workers in (1, 2):
        best = 0.0
        for _ in range(rounds):
            with elapsed() as took:
                assert drain(PIPELINE.map(texts, workers=workers)) == len(texts)
            best = max(best, size / took[0])
        yield workers, best


def batch_rate(texts: list[str], rounds: int) -> float | None:
    """Characters a second of the Arrow batch function; nothing where pyarrow is not installed."""
    try:
        import pyarrow as pa
    except ImportError:
        return None
    from policyextract.engines.batch import BatchExtractor

    batches = pa.Table.from_pydict({"text": texts}).to_batches(max_chunksize=64)
    best = 0.0
    for _ in range(rounds):
        with elapsed() as took:
            assert sum(found.num_rows for found in BatchExtractor().stream(batches)) == len(texts)
        best = max(best, sum(map(len, texts)) / took[0])
    return best
