"""What a worker process does: it reads the texts that it is sent, and ends with its parent."""

import gc
import multiprocessing
import os
import pickle
import signal
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Thread
from typing import Any

from policyextract.many.stream import (
    Failure,
    Outcome,
    Step,
    Text,
    read_one,
)

_LOOK = 1.0
"""Seconds after which a worker looks whether its parent is still there, should the system not tell."""


def pickled(what: Any, number: int, name: str) -> bytes:
    """Something of a document as bytes, or else the failure to make these."""
    try:
        return pickle.dumps(what, pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        message = f"{name} can't go between processes: {error}"
        return pickle.dumps(Failure(number, type(error).__name__, message), pickle.HIGHEST_PROTOCOL)


def _outcome(step: Step, number: int, packed: bytes) -> Outcome:
    try:
        text: Text | Failure = pickle.loads(packed)
    except Exception as error:
        return Failure(number, type(error).__name__, f"the text can't go between processes: {error}")
    return text if isinstance(text, Failure) else read_one(step, number, text)


def _receive(connection: "Connection[bytes, bytes]", tasks: "SimpleQueue[bytes]") -> None:
    """Take on the tasks, and end the process with its parent: the main thread may be reading, or blocked in sending."""
    parent, number = multiprocessing.parent_process(), os.getppid()
    sentinels = [parent.sentinel] if parent is not None else []
    task = b"go on"
    while task:
        heard = wait([connection, *sentinels], timeout=_LOOK)
        if os.getppid() != number or any(sentinel in heard for sentinel in sentinels):
            os._exit(1)
        if heard:
            task = connection.recv_bytes()
            tasks.put(task)


def work(step: Step, connection: "Connection[bytes, bytes]") -> None:
    """Read what comes over the connection until nothing does, and send back what was found."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends the workers
    gc.freeze()  # what came with the process stays
    tasks: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive, args=(connection, tasks), daemon=True).start()
    connection.send_bytes(b"ready")
    for task in iter(tasks.get, b""):
        numbered: list[tuple[int, bytes]] = pickle.loads(task)
        outcomes = [pickled(_outcome(step, *packed), packed[0], "what was found") for packed in numbered]
        connection.send_bytes(pickle.dumps(outcomes, pickle.HIGHEST_PROTOCOL))
