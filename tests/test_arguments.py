"""A wrong argument raises at once, and says what was wrong and what is allowed."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policyextract import (
    NumericTargets,
    Pipeline,
    Result,
    Slogans,
    due_date,
    extract,
    read,
    task_table,
    track,
)

TEXT = "确保网上可办率达到90%。"


def nothing(document: Any) -> Any:
    """An extractor that forgot its return."""


def words(document: Any) -> Any:
    """An extractor that gives strings."""
    return ["90%"]


def dropping(mentions: Any) -> Any:
    """A policy that forgot its return."""


WRONG: list[tuple[Callable[[], Any], type[Exception], str]] = [
    (lambda: Pipeline([NumericTargets()], resolve="longest"), TypeError, r"keep, leftmost, longest.* or your own"),
    (lambda: Pipeline(NumericTargets()), TypeError, r"Pipeline\(\[NumericTargets\(\)\]\)"),
    (lambda: Pipeline(None), TypeError, "as a list"),
    (lambda: Pipeline([Slogans]), TypeError, r"Slogans\(\) is"),
    (lambda: Pipeline(["targets"]), TypeError, "'targets' is not one"),
    (lambda: list(Pipeline([nothing])(TEXT)), TypeError, "extractor nothing gives None"),
    (lambda: list(Pipeline([words])(TEXT)), TypeError, r"extractor words gives '90%' \(str\) where a Mention"),
    (lambda: list(Pipeline([NumericTargets()], dropping)(TEXT)), TypeError, "policy dropping gives None"),
    (lambda: Pipeline([NumericTargets()]).map([TEXT], workers="4"), TypeError, "workers .* int or None, not '4'"),
    (lambda: Pipeline([NumericTargets()]).map([TEXT], workers=0), ValueError, "at least 1"),
    (lambda: Pipeline([NumericTargets()]).map(7), TypeError, "many texts.* not 7"),
    (lambda: task_table(TEXT), TypeError, r"what extract\(\) gives, not str"),
    (lambda: track(7, TEXT), TypeError, "results or texts, not int"),
    (lambda: Result.from_dict({}, TEXT), ValueError, "what to_dict gives, with schema 1; this has none"),
    (lambda: Result.from_dict({"schema": 9}, TEXT), ValueError, "this has schema 9"),
    (lambda: Result.from_json("[讲话]", TEXT), ValueError, "what to_json gives"),
    (lambda: due_date("2024-04-30", 3, "day"), TypeError, "datetime.date, not '2024-04-30'"),
    (lambda: due_date(dt.date(2024, 4, 30), "3", "day"), TypeError, "an int, a Decimal or a Fraction, not '3'"),
    (lambda: Result.from_dict([], TEXT), TypeError, "not list"),
    (lambda: Result.from_dict({"schema": 1}, TEXT), ValueError, "no length, quantities"),
    (lambda: Result.from_dict(extract(TEXT).to_dict(), None), TypeError, "not NoneType"),
    (lambda: Result.from_json(extract(TEXT).to_dict(), TEXT), TypeError, "from_dict takes"),
    (lambda: extract(TEXT).to_json(2), TypeError, "indent=2"),
    (lambda: extract(TEXT).to_rows("duty"), ValueError, "the layers are quantities"),
    (lambda: extract(Path("讲话.docx")), TypeError, "read_file"),
    (lambda: extract(TEXT.encode()), TypeError, "decode bytes"),
    (lambda: extract([TEXT]), TypeError, "Pipeline.map"),
    (lambda: extract(TEXT, reference_date="2021-04-25"), TypeError, "datetime.date"),
    (lambda: extract(read(TEXT), reference_date=dt.date(2021, 4, 25)), TypeError, "its own reference_date"),
]


@pytest.mark.parametrize(("wrong", "error", "says"), WRONG)
def test_what_was_wrong_and_what_is_allowed(wrong: Callable[[], Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        wrong()


def test_the_name_of_a_file_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert not extract("讲话.docx").targets
    Path("讲话.docx").write_bytes(b"PK")
    with pytest.raises(ValueError, match=r"extract\(read_file\('讲话.docx'\)\)"):
        extract("讲话.docx")
    for odd in ("a\0.txt", "增" * 900 + ".txt", "\ud800.txt"):
        assert not extract(odd).targets
