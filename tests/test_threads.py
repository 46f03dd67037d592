"""Threads share one pipeline and one document; nothing is opened, written or kept that was not asked for."""

import json
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from policyextract import PIPELINE, extract, read

ROOT = Path(__file__).parents[1]
SEED = next(ROOT.joinpath("seeds").glob("*.txt")).read_bytes().decode("utf-8")
TEXTS = [paragraph for paragraph in SEED.split("\n\n") if len(paragraph) > 40]


def script(code: str) -> str:
    """What a new process prints, in which nothing has been read yet."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        cwd=ROOT,
    )
    assert done.stderr == ""
    return done.stdout


def test_eight_threads_share_one_pipeline():
    expected = [extract(text) for text in TEXTS]
    barrier = Barrier(8)

    def read_all(first: int) -> list:
        barrier.wait()
        order = [*range(first, len(TEXTS)), *range(first)]
        found = {number: extract(TEXTS[number]) for number in order}
        return [found[number] for number in range(len(TEXTS))]

    with ThreadPoolExecutor(8) as pool:
        assert all(found == expected for found in pool.map(read_all, range(0, 8 * 5, 5)))


def test_eight_threads_share_one_document():
    expected = list(PIPELINE(read(SEED)))
    document = read(SEED)
    with ThreadPoolExecutor(8) as pool:
        assert all(found == expected for found in pool.map(lambda _: list(PIPELINE(document)), range(8)))


def test_the_first_texts_of_a_process_may_come_from_eight_threads():
    cold = """
        import json, pathlib, threading
        from policyextract import extract

        text = next(pathlib.Path("seeds").glob("*.txt")).read_bytes().decode("utf-8")
        barrier, found = threading.Barrier(8), []

        def run():
            barrier.wait()
            found.append(extract(text).to_json())

        threads = [threading.Thread(target=run) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(json.dumps(sorted(set(found))))
    """
    assert json.loads(script(cold)) == [extract(SEED).to_json()]


def test_nothing_is_sent_and_nothing_is_written():
    watched = """
        import os, sys
        events = []

        def hook(event, args):
            if event.startswith(("socket.", "subprocess.", "os.remove", "os.rename", "os.mkdir", "shutil.")):
                events.append(event)
            if event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                events.append(f"write {args[0]}")

        sys.dont_write_bytecode = True
        sys.addaudithook(hook)
        import pathlib
        from policyextract import extract
        text = next(pathlib.Path("seeds").glob("*.txt")).read_bytes().decode("utf-8")
        extract(text).to_json()
        print(events)
    """
    assert script(watched) == "[]\n"
