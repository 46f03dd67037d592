"""The page and the workbook from the command line."""

from pathlib import Path

import pytest

from policyextract.__main__ import main

TEXT = "由县政务局牵头，6月底前确保网上可办率达到90%以上。"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "module", "start"), [("html", "jinja2", b"<!doctype"), ("xlsx", "openpyxl", b"PK")])
def test_a_file_becomes_a_page_or_a_workbook(plan: Path, name: str, module: str, start: bytes) -> None:
    pytest.importorskip(module)
    out = plan.with_suffix(f".{name}")
    assert main([str(plan), "--reference-date", "2021-04-25", "--format", name, "-o", str(out)]) == 0
    assert out.read_bytes().startswith(start)


def test_a_word_file_is_of_one_source(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = plan.with_name("other.txt")
    other.write_text(TEXT, encoding="utf-8")
    assert main([str(plan), str(other), "--format", "docx"]) == 2
    assert "takes one source, not 2" in capsys.readouterr().err


def test_a_missing_library_is_named_with_its_extra(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from policyextract.export import page

    page._template.cache_clear()
    monkeypatch.setitem(__import__("sys").modules, "jinja2", None)
    assert main([str(plan), "--format", "html"]) == 5
    assert "pip install 'policyextract[html]'" in capsys.readouterr().err
