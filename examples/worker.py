"""A worker under asyncio: takes texts from a queue, reads them in processes, hands on their tasks as they are ready.

    python examples/worker.py [FOLDER]

Reading takes a core and not the network, so that it goes to a pool of processes; the loop stays free for the queue, the
database, the web. The queue has a bound: whoever puts in more than is read has to wait.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from policyextract import extract, read
from policyextract.json_types import TaskRow

Job = tuple[str, str]
AHEAD = 8
REPORTS = Path(__file__).parent / "reports"


def tasks(job: Job) -> list[TaskRow]:
    """The work of one process: the tasks of one text, as plain data."""
    name, text = job
    return extract(read(text)).tasks.to_rows(name)


async def put(queue: "asyncio.Queue[Job | None]", folder: Path) -> None:
    """Stands for the source of the texts: a broker, a table, a folder."""
    for path in sorted(folder.glob("*.txt")):
        await queue.put((path.stem, await asyncio.to_thread(path.read_text, "utf-8")))
    await queue.put(None)


async def read_all(queue: "asyncio.Queue[Job | None]", pool: ProcessPoolExecutor) -> AsyncIterator[list[TaskRow]]:
    """The tasks of each text, in the order of the queue, a few texts under way at a time."""
    loop = asyncio.get_running_loop()
    under_way: list[asyncio.Future[list[TaskRow]]] = []
    while (job := await queue.get()) is not None:
        under_way.append(loop.run_in_executor(pool, tasks, job))
        if len(under_way) == AHEAD:
            yield await under_way.pop(0)
    for waiting in under_way:
        yield await waiting


async def main(folder: Path) -> None:
    """Read a folder, and show how much was found in each text."""
    queue: asyncio.Queue[Job | None] = asyncio.Queue(AHEAD)
    with ProcessPoolExecutor(2) as pool:
        async with asyncio.TaskGroup() as group:
            group.create_task(put(queue, folder))
            async for rows in read_all(queue, pool):
                print(rows[0]["document"] if rows else "—", len(rows), "项任务", flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else REPORTS))
