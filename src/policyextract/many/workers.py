"""A stream of documents over worker processes: in order, in constant memory, steady when a worker dies."""

import contextlib
import gc
import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Thread

from attrs import define, field

from policyextract.many.stream import AHEAD, Failure, Numbered, Outcome, Step, Text, chunks, read_one

DEPTH = 2
"""Chunks that a worker has at hand: the one that it reads, and the next."""


def _packed(step: Step, number: int, text: Text) -> bytes:
    outcome = read_one(step, number, text)
    try:
        return pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        message = f"what was found can't go between processes: {error}"
        return pickle.dumps(Failure(number, type(error).__name__, message), pickle.HIGHEST_PROTOCOL)


def _receive(connection: "Connection[bytes, bytes]", tasks: "SimpleQueue[bytes]") -> None:
    parent = multiprocessing.parent_process()
    task = b"go on"
    while task:
        if parent is not None and parent.sentinel in wait([connection, parent.sentinel]):
            task = b""
        else:
            task = connection.recv_bytes()
        tasks.put(task)


def _work(step: Step, connection: "Connection[bytes, bytes]") -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends the workers
    gc.freeze()  # what came with the process stays
    tasks: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive, args=(connection, tasks), daemon=True).start()
    connection.send_bytes(b"ready")
    for task in iter(tasks.get, b""):
        numbered: list[Numbered] = pickle.loads(task)
        outcomes = [_packed(step, number, text) for number, text in numbered]
        connection.send_bytes(pickle.dumps(outcomes, pickle.HIGHEST_PROTOCOL))


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

    @classmethod
    def start(cls, step: Step) -> "_Worker":
        here, there = multiprocessing.Pipe()
        process = multiprocessing.get_context().Process(
            target=_work, args=(step, there), name="policyextract", daemon=True
        )
        process.start()
        there.close()
        return cls(process, here)

    def give(self, chunk: _Chunk) -> None:
        self.at_hand.append(chunk)
        with contextlib.suppress(OSError):  # of a worker that died, the next wait tells
            self.connection.send_bytes(pickle.dumps(chunk.numbered, pickle.HIGHEST_PROTOCOL))

    def take(self) -> bool:
        """Take over one finished chunk; false if the worker has died."""
        try:
            packed = self.connection.recv_bytes()
        except (EOFError, OSError):
            return False
        if self.ready:
            self.at_hand.popleft().outcomes = pickle.loads(packed)
        self.ready = True
        return True

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
    workers: list[_Worker] = field(factory=list)
    pending: list[_Chunk] = field(factory=list)
    again: deque[_Chunk] = field(factory=deque)

    def feed(self) -> None:
        while (chunk := self._next()) is not None:
            self._free().give(chunk)

    def _next(self) -> _Chunk | None:
        if len(self.workers) == self.size and all(len(worker.at_hand) >= DEPTH for worker in self.workers):
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
        """Wait until at least one worker has something to say."""
        speaking = wait([worker.connection for worker in self.workers])
        for worker in [worker for worker in self.workers if worker.connection in speaking]:
            if not worker.take():
                self._bury(worker)

    def _bury(self, worker: _Worker) -> None:
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
            index = culprit.numbered[0][0]
            culprit.outcomes = [pickle.dumps(Failure(index, "WorkerDied", f"exit code {worker.process.exitcode}"))]
            singles = []
        else:
            singles = [_Chunk([numbered]) for numbered in culprit.numbered]
            place = self.pending.index(culprit)
            self.pending[place : place + 1] = singles
        self.again.extend([*singles, *others])

    def stop(self) -> None:
        for worker in self.workers:
            worker.stop()


def in_processes(step: Step, texts: Iterable[Text], workers: int) -> Iterator[Outcome]:
    """The outcomes of the texts, in their order, read in ``workers`` processes.

    A process is started when there is a chunk for it. One that dies takes with it only the document that it was
    reading: the others of its chunk are read again, each on its own.
    """
    crew = _Crew(step, workers, map(_Chunk, chunks(texts)))
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
