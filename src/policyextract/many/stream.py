"""Many documents: in this process, in others, or in threads; always in order, never all at once."""

import datetime as dt
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from attrs import frozen

from policyextract.clean import as_document, read
from policyextract.extra import need
from policyextract.result import Result
from policyextract.text.document import Document
from policyextract.text.span import Mention

if TYPE_CHECKING:
    from concurrent.futures import Future

Text = str | Document | tuple[str, dt.date | None]
Step = Callable[[Document], Iterable[Mention[Any]]]

CHUNK_CHARACTERS = 32_768
"""A worker gets documents together until they have this many characters, so that short ones cost no more than long."""
CHUNK_DOCUMENTS = 256
AHEAD = 4
"""How many chunks for each worker may be under way or wait for their turn."""


@frozen
class Failure:
    """A document that could not be read; the others of its stream are not touched by it.

    Attributes:
        index: its place in the stream, from 0.
        error: the name of the exception, or ``WorkerDied`` where the process that read it ended (out of memory), or
            ``TimedOut`` where it took longer than was allowed.
        message: what the exception said.
        details: the traceback as text.

    >>> Failure(3, "TypeError", "a source is a str, not bytes").to_dict()["error"]
    'TypeError'
    """

    index: int
    error: str
    message: str
    details: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The fields as plain data, in the place of the layers of a result."""
        return {"error": self.error, "message": self.message, "index": self.index}


Outcome = Result | Failure
Numbered = tuple[int, Text]


def read_one(step: Step, index: int, text: Text) -> Outcome:
    """What ``step`` finds in one document, or the failure to read it."""
    try:
        document = read(text[0], reference_date=text[1]) if isinstance(text, tuple) else as_document(text)
        return Result.collect(document, step(document))
    except Exception as error:
        import traceback

        return Failure(index, type(error).__name__, str(error), traceback.format_exc())


class Held(Iterator[Text]):
    """The texts, with an error of their source held back until what came before it has been given out."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._texts = iter(texts)
        self._error: Exception | None = None

    def __next__(self) -> Text:
        if self._error is not None:
            raise StopIteration
        try:
            return next(self._texts)
        except StopIteration:
            raise
        except Exception as error:
            self._error = error
            raise StopIteration from error

    def followed(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        """The outcomes, and then the error, if there was one."""
        yield from outcomes
        if self._error is not None:
            raise self._error


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shown(outcomes: Iterator[Outcome], expected: int) -> Iterator[Outcome]:
    """The outcomes, with a bar on standard error."""
    return iter(need("tqdm", "cli").tqdm(outcomes, total=expected or None, unit="doc"))


def in_turn(step: Step, texts: Iterable[Text]) -> Iterator[Outcome]:
    """The outcomes of the texts, read one by one in this process as they are asked for."""
    for index, text in enumerate(texts):
        yield read_one(step, index, text)


def in_threads(step: Step, texts: Iterable[Text], workers: int) -> Iterator[Outcome]:
    """The outcomes of the texts, in their order, read in threads of this process."""
    from concurrent.futures import ThreadPoolExecutor

    numbered = enumerate(texts)
    under_way: deque[Future[Outcome]] = deque()
    pool = ThreadPoolExecutor(workers, thread_name_prefix="policyextract")
    try:
        while True:
            for index, text in islice(numbered, workers * AHEAD - len(under_way)):
                under_way.append(pool.submit(read_one, step, index, text))
            if not under_way:
                return
            yield under_way.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def chunks(texts: Iterable[Text], most: int = CHUNK_DOCUMENTS) -> Iterator[list[Numbered]]:
    """The texts with their numbers, as many together as make a good parcel for a worker, ``most`` at most.

    >>> [len(chunk) for chunk in chunks(["增长6%。"] * 300)]
    [256, 44]
    """
    chunk: list[Numbered] = []
    size = 0
    for number, text in enumerate(texts):
        chunk.append((number, text))
        size += _length(text)
        if size >= CHUNK_CHARACTERS or len(chunk) >= most:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _length(text: Text) -> int:
    first = text[0] if isinstance(text, tuple) and text else text
    source = first.source if isinstance(first, Document) else first
    return len(source) if isinstance(source, str) else 0
