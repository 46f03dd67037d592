"""A stream of documents over worker processes: in order, in constant memory, steady when a worker dies."""

import contextlib
import math
import multiprocessing
import pickle
import time
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait

from attrs import define, evolve, field

from policyextract.many.process import pickled, work
from policyextract.many.stream import (
    AHEAD,
    CHUNK_DOCUMENTS,
    Failure,
    Numbered,
    Outcome,
    Step,
    Text,
    chunks,
)

DEPTH = 2
"""Chunks that a worker has at hand: the one that it reads, and the next. With a timeout only the one that it reads: a
worker that hangs takes nothing on."""


@define(eq=False)
class _Chunk:
    numbered: list[Numbered]
    outcomes: list[bytes] | None = None  # pickled one by one


@define(eq=False)
class _Worker:
    process: multiprocessing.process.BaseProcess
    connection: "Connection[bytes, bytes]"
    at_hand: deque[_Chunk] = field(factory=deque)
    ready: bool = False
    since: float = 0.0  # by the clock of this process, when it began what it reads now

    @classmethod
    def start(cls, step: Step) -> "_Worker":
        here, there = multiprocessing.Pipe()
        process = multiprocessing.get_context().Process(
            target=work, args=(step, there), name="policyextract", daemon=True
        )
        process.start()
        there.close()
        return cls(process, here)

    def give(self, chunk: _Chunk) -> None:
        if not self.at_hand:
            self.since = time.monotonic()
        self.at_hand.append(chunk)
        packed = [(number, pickled(text, number, "the text")) for number, text in chunk.numbered]
        with contextlib.suppress(OSError):  # of a worker that died, the next wait tells
            self.connection.send_bytes(pickle.dumps(packed, pickle.HIGHEST_PROTOCOL))

    def take(self) -> bool:
        """Take over one finished chunk; false if the worker has died."""
        try:
            packed = self.connection.recv_bytes()
        except (EOFError, OSError):
            return False
        if self.ready:
            self.at_hand.popleft().outcomes = pickle.loads(packed)
        self.ready = True
        self.since = time.monotonic()
        return True

    def deadline(self, timeout: float) -> float:
        """When what it reads has taken too long."""
        return self.since + timeout if self.ready and self.at_hand else math.inf

    def stop(self) -> None:
        if self.at_hand:
            self.process.terminate()
        with contextlib.suppress(OSError):
            self.connection.send_bytes(b"")
        self.process.join()
        self.connection.close()


@define(eq=False)
class _Crew:
    """The workers of one stream, and its chunks that are not given out yet, in the order of the stream."""

    step: Step
    size: int
    source: Iterator[_Chunk]
    timeout: float | None = None
    workers: list[_Worker] = field(factory=list)
    pending: list[_Chunk] = field(factory=list)
    again: deque[_Chunk] = field(factory=deque)

    @property
    def depth(self) -> int:
        """How many chunks a worker has at hand."""
        return DEPTH if self.timeout is None else 1

    def feed(self) -> None:
        while (chunk := self._next()) is not None:
            self._free().give(chunk)

    def _next(self) -> _Chunk | None:
        if len(self.workers) == self.size and all(len(worker.at_hand) >= self.depth for worker in self.workers):
            return None
        if self.again:
            return self.again.popleft()
        if len(self.pending) >= self.size * AHEAD:
            return None
        chunk = next(self.source, None)
        if chunk is not None:
            self.pending.append(chunk)
        return chunk

    def _free(self) -> _Worker:
        idle = min(self.workers, key=lambda worker: len(worker.at_hand), default=None)
        if idle is None or (idle.at_hand and len(self.workers) < self.size):
            idle = _Worker.start(self.step)
            self.workers.append(idle)
        return idle

    def gather(self) -> None:
        """Wait until at least one worker has something to say, or has taken too long."""
        speaking = wait([worker.connection for worker in self.workers], self._patience())
        for worker in [worker for worker in self.workers if worker.connection in speaking]:
            if not worker.take():
                self._bury(worker)
        if self.timeout is not None:
            now = time.monotonic()
            for worker in [worker for worker in self.workers if worker.deadline(self.timeout) <= now]:
                worker.process.kill()
                self._bury(worker, Failure(0, "TimedOut", f"not read within {self.timeout} s"))

    def _patience(self) -> float | None:
        """Seconds until the next worker has taken too long."""
        if self.timeout is None:
            return None
        first = min(worker.deadline(self.timeout) for worker in self.workers)
        return None if first == math.inf else max(0.0, first - time.monotonic())

    def _bury(self, worker: _Worker, cause: Failure | None = None) -> None:
        self.workers.remove(worker)
        worker.process.join()
        worker.connection.close()
        if not worker.ready:
            raise RuntimeError(
                f"a worker process ended before it began (exit code {worker.process.exitcode}); where processes are "
                "spawned, the code that calls map stands under `if __name__ == '__main__':`"
            )
        if not worker.at_hand:
            return
        culprit, *others = worker.at_hand
        if len(culprit.numbered) == 1:
            cause = cause or Failure(0, "WorkerDied", f"exit code {worker.process.exitcode}")
            culprit.outcomes = [pickle.dumps(evolve(cause, index=culprit.numbered[0][0]))]
            singles = []
        else:
            singles = [_Chunk([numbered]) for numbered in culprit.numbered]
            place = self.pending.index(culprit)
            self.pending[place : place + 1] = singles
        self.again.extend([*singles, *others])

    def stop(self) -> None:
        for worker in self.workers:
            worker.stop()


def in_processes(step: Step, texts: Iterable[Text], workers: int, timeout: float | None = None) -> Iterator[Outcome]:
    """The outcomes of the texts, in their order, read in ``workers`` processes.

    A process is started when there is a chunk for it. One that dies takes with it only the document that it was
    reading: the others of its chunk are read again, each on its own. With a ``timeout`` a chunk is one document, and a
    process that reads it for longer is killed.
    """
    crew = _Crew(step, workers, map(_Chunk, chunks(texts, CHUNK_DOCUMENTS if timeout is None else 1)), timeout)
    try:
        crew.feed()
        while crew.pending:
            while (outcomes := crew.pending[0].outcomes) is None:
                crew.gather()
                crew.feed()
            crew.pending.pop(0)
            crew.feed()
            yield from map(pickle.loads, outcomes)
    finally:
        crew.stop()
