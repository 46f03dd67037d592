"""Many documents in one stream: the same in every way of reading, and steady whatever one document does."""

import contextlib
import datetime as dt
import itertools
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from policyextract import PIPELINE, Document, Failure, Mention, Pipeline, Result, Span, extract, read

SENTENCES = (
    "确保年底前网上可办率达到90%以上，由市数据局牵头。",
    "力争全年新增规上工业企业120家，增长8%左右。",
    "市发展改革委负责，市财政局、各县区政府配合，2025年底前完成。",
    "坚持“项目为王”，推动签约一批、开工一批、投产一批。",
    "今年以来，已完成投资35.6亿元。",
)
TEXTS = [sentence * (1 + number % 7) for number, sentence in enumerate(SENTENCES * 40)]


def answer(document: Document):
    """An extractor that reads orders: to fail, to die, to give what can't be sent."""
    text = document.text
    if text == "fail":
        raise LookupError("as ordered")
    if text == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if text == "hang":
        re.match("(?:a|aa)*b", "a" * 90)  # holds the lock: no thread of this process runs meanwhile
    if text == "unsendable":
        return [Mention(Span(0, 1), lambda: None, "test")]
    return []


ORDERS = Pipeline([answer])


@pytest.mark.parametrize("options", [{"workers": 1}, {"workers": 2}, {"workers": 3, "threads": True}, {}])
def test_same_as_one_by_one(options):
    assert list(PIPELINE.map(TEXTS, **options)) == [extract(text) for text in TEXTS]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_text_may_bring_its_date_or_be_a_document(workers):
    day = dt.date(2021, 4, 12)
    given = [(SENTENCES[0], day), read(SENTENCES[0], reference_date=day), SENTENCES[0]]
    first, second, third = PIPELINE.map(given, workers=workers)
    assert first == second == extract(SENTENCES[0], reference_date=day)
    assert third.reference_date is None


@pytest.mark.parametrize("options", [{"workers": 1}, {"workers": 2}, {"workers": 2, "threads": True}])
def test_one_bad_document_is_a_record(options):
    texts = ["a", "fail", "b", None, ("c", "today"), b"d", "e"] * 90
    outcomes = list(ORDERS.map(texts, **options))
    expected = [None, "LookupError", None, "TypeError", "TypeError", "TypeError", None] * 90
    assert [outcome.error if isinstance(outcome, Failure) else None for outcome in outcomes] == expected
    assert [outcome.index for outcome in outcomes if isinstance(outcome, Failure)] == [
        index for index, error in enumerate(expected) if error
    ]
    assert outcomes[1].to_dict() == {"error": "LookupError", "message": "as ordered", "index": 1}
    assert "as ordered" in outcomes[1].details


def test_a_worker_that_dies_takes_one_document_with_it():
    texts = [f"text {number}" for number in range(700)]
    texts[5] = texts[300] = texts[699] = "die"
    outcomes = list(ORDERS.map(texts, workers=2))
    assert [outcome.index for outcome in outcomes if isinstance(outcome, Failure)] == [5, 300, 699]
    assert {outcome.error for outcome in outcomes if isinstance(outcome, Failure)} == {"WorkerDied"}
    assert [outcome.document.source for outcome in outcomes if isinstance(outcome, Result)] == [
        text for text in texts if text != "die"
    ]


def test_what_cannot_be_sent_is_a_record():
    outcomes = list(ORDERS.map(["a", "unsendable", "b"], workers=2))
    assert [type(outcome) for outcome in outcomes] == [Result, Failure, Result]


class Unpicklable(str):
    def __reduce__(self):
        raise TypeError("stays here")


class Unloadable(str):
    def __reduce__(self):
        return int, ("no number",)


def test_a_text_that_cannot_be_sent_is_a_record():
    texts = ["a", Unpicklable("b"), "c", Unloadable("d"), (SENTENCES[0], lambda: None), "e"] * 50
    outcomes = list(ORDERS.map(texts, workers=2))
    expected = [{None}, {"TypeError"}, {None}, {"ValueError"}, {"AttributeError", "PicklingError"}, {None}] * 50
    found = [outcome.error if isinstance(outcome, Failure) else None for outcome in outcomes]
    assert all(error in known for error, known in zip(found, expected, strict=True))
    assert all(outcome.index == index for index, outcome in enumerate(outcomes) if isinstance(outcome, Failure))
    assert "the text can't go between processes: stays here" in {
        outcome.message for outcome in outcomes if isinstance(outcome, Failure)
    }


@pytest.mark.parametrize("workers", [1, 2])
def test_a_document_that_hangs_is_given_up(workers):
    texts = ["a", "hang", "b" * 200_000, "c", "die", "hang", "d"]
    outcomes = list(ORDERS.map(texts, workers=workers, timeout=0.5))
    errors = [outcome.error if isinstance(outcome, Failure) else None for outcome in outcomes]
    assert errors == [None, "TimedOut", None, None, "WorkerDied", "TimedOut", None]
    assert outcomes[1].message == "not read within 0.5 s"
    assert outcomes[5].index == 5


def test_who_waits_between_documents_loses_none_to_the_timeout():
    found = []
    for outcome in ORDERS.map(["a", "b" * 300_000, "c", "d", "e"], workers=2, timeout=0.3):
        found.append(outcome)
        time.sleep(0.5)
    assert all(isinstance(outcome, Result) for outcome in found)


def test_a_timeout_changes_nothing_else():
    assert list(PIPELINE.map(TEXTS, workers=2, timeout=60)) == [extract(text) for text in TEXTS]


@pytest.mark.parametrize(
    ("timeout", "threads", "error"), [(0, False, ValueError), (1, True, ValueError), ("1", False, TypeError)]
)
def test_a_wrong_timeout_is_refused(timeout, threads, error):
    with pytest.raises(error, match="timeout"):
        PIPELINE.map([], timeout=timeout, threads=threads)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="asks for a process by its number")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_workers_end_with_their_parent(tmp_path, method):
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent(f"""
            import itertools, multiprocessing, time
            from policyextract import PIPELINE

            if __name__ == "__main__":
                multiprocessing.set_start_method({method!r})
                stream = PIPELINE.map(itertools.repeat("力争增长6%。" * 4000), workers=2)
                next(stream)
                print(*(child.pid for child in multiprocessing.active_children()), flush=True)
                time.sleep(600)
        """),
        encoding="utf-8",
    )
    process = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True)
    workers = [int(number) for number in process.stdout.readline().split()]
    assert len(workers) == 2
    time.sleep(1.5)  # until both are blocked in sending: nobody takes what they found
    process.kill()
    process.wait()
    process.stdout.close()
    end = time.monotonic() + 30
    while any(map(is_running, workers)) and time.monotonic() < end:
        time.sleep(0.1)
    assert not [worker for worker in workers if is_running(worker)]


def is_running(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{number}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


@pytest.mark.parametrize("options", [{"workers": 1}, {"workers": 2}, {"workers": 2, "threads": True}])
def test_texts_are_taken_as_needed(options):
    taken = itertools.count()
    endless = (SENTENCES[0] * 3000 for _ in taken)
    stream = PIPELINE.map(endless, **options)
    for _ in range(3):
        assert isinstance(next(stream), Result)
    stream.close()
    assert next(taken) <= 3 + 4 * 2 + 2


@pytest.mark.parametrize("options", [{"workers": 1}, {"workers": 2}, {"workers": 2, "threads": True}])
def test_an_error_of_the_source_comes_after_what_came_before_it(options):
    def source():
        yield from TEXTS[:20]
        raise OSError("disk on fire")

    stream = PIPELINE.map(source(), **options)
    assert [next(stream) for _ in range(20)] == [extract(text) for text in TEXTS[:20]]
    with pytest.raises(OSError, match="disk on fire"):
        next(stream)


def test_no_process_is_left_behind():
    before = set(multiprocessing.active_children())
    stream = PIPELINE.map(itertools.repeat(SENTENCES[0] * 500), workers=2)
    next(stream)
    assert len(set(multiprocessing.active_children()) - before) == 2
    stream.close()
    assert set(multiprocessing.active_children()) <= before
    list(PIPELINE.map(TEXTS, workers=2))
    assert set(multiprocessing.active_children()) <= before


def test_ctrl_c_stops_cleanly(tmp_path):
    script = tmp_path / "endless.py"
    script.write_text(
        textwrap.dedent("""
            import itertools, sys
            from policyextract import PIPELINE

            def main():
                try:
                    for number, _ in enumerate(PIPELINE.map(itertools.repeat("力争增长6%。" * 2000, 3000), workers=2)):
                        if number == 3:
                            print("running", flush=True)
                except KeyboardInterrupt:
                    import multiprocessing
                    print("stopped", len(multiprocessing.active_children()), flush=True)

            if __name__ == "__main__":
                main()
        """),
        encoding="utf-8",
    )
    process = subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # a terminal sends the signal to the whole group
    )
    try:
        assert process.stdout.readline() == "running\n"
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    assert (out, err, process.returncode) == ("stopped 0\n", "", 0)


def test_spawned_workers_need_a_main_module_that_can_be_imported(tmp_path):
    script = tmp_path / "spawned.py"
    script.write_text(
        "import multiprocessing; multiprocessing.set_start_method('spawn', force=True)\n"
        "from policyextract import PIPELINE\n"
        "print(len(list(PIPELINE.map(['力争增长6%。'] * 9, workers=2))))\n",
        encoding="utf-8",
    )
    bare = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=False)
    assert "if __name__ == '__main__':" in bare.stderr
    guarded = script.read_text("utf-8").replace("print(", "if __name__ == '__main__':\n    print(")
    script.write_text(guarded, encoding="utf-8")
    assert subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120).stdout == "9\n"


def test_progress_is_shown_on_request(capsys):
    pytest.importorskip("tqdm")
    list(PIPELINE.map(TEXTS[:10], workers=1, progress=True))
    assert "10/10" in capsys.readouterr().err
    list(PIPELINE.map(TEXTS[:10], workers=1))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("texts", "options", "error"),
    [
        ("一个文本", {}, TypeError),
        (b"bytes", {}, TypeError),
        (read("一个文档"), {}, TypeError),
        (["a"], {"workers": 0}, ValueError),
        (7, {}, TypeError),
    ],
)
def test_wrong_arguments_raise_at_once(texts, options, error):
    with pytest.raises(error):
        PIPELINE.map(texts, **options)
