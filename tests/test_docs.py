"""The documentation: every example runs, every page is in the navigation, and the site builds without a warning."""

import doctest
import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import policyextract

ROOT = Path(__file__).parents[1]
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md"))
NEEDS = {
    "exports": ("pyarrow", "spacy", "jinja2", "chinese_calendar"),
    "files": ("lxml",),
    "guide-office": ("lxml", "openpyxl", "chinese_calendar"),
    "panel": ("pandas", "pyarrow", "openpyxl", "matplotlib"),
    "quickstart": ("openpyxl", "jinja2"),
    "times": ("chinese_calendar",),
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_example_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in NEEDS.get(page.name.partition(".")[0], ()):
        pytest.importorskip(module)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    assert doctest.testfile(str(page), module_relative=False, encoding="utf-8", optionflags=flags).failed == 0


@pytest.mark.parametrize(
    ("name", "languages"),
    [("guide-office", "console"), ("guide-service", "console|python|pycon"), ("panel", "console|stata|pycon")],
)
def test_both_languages_show_the_same_code(name: str, languages: str) -> None:
    block = re.compile(rf"^```(?:{languages})\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    english, chinese = ((ROOT / "docs" / f"{name}{language}.md").read_text("utf-8") for language in ("", ".zh"))
    assert block.findall(english) == block.findall(chinese)


def test_every_page_is_in_the_navigation() -> None:
    named = set(re.findall(r"(\S+\.md)", (ROOT / "mkdocs.yml").read_text("utf-8")))
    assert {str(page.relative_to(ROOT / "docs")) for page in PAGES} == named


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    if not all(importlib.util.find_spec(name) for name in ("mkdocs", "material", "mkdocstrings", "jinja2")):
        pytest.skip("the extra docs is not installed")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    reference = "\n".join(page.read_text("utf-8") for page in (tmp_path / "site" / "reference").rglob("*.html"))
    assert [name for name in policyextract.__all__ if f'.{name}"' not in reference and name != "__version__"] == []
    assert json.loads((tmp_path / "site" / "schema.json").read_text("utf-8"))["title"]
    shown = (tmp_path / "site" / "gallery" / "index.html").read_text("utf-8")
    for name in (path.stem for path in (ROOT / "docs" / "gallery").glob("*.txt")):
        assert f'src="{name}.html"' in shown
        assert "<h1>" in (tmp_path / "site" / "gallery" / f"{name}.html").read_text("utf-8")
    assert shown.count("<table>") >= 9


def test_the_guide_to_a_panel_is_short_and_names_every_column() -> None:
    from policyextract.panels import COLUMNS

    guide, chinese = ((ROOT / "docs" / f"panel{language}.md").read_text("utf-8") for language in ("", ".zh"))
    way = guide[: guide.index("## What is a row")]
    assert len(re.findall(r"^(?:>>>|\.\.\.) ", way, re.MULTILINE)) < 40
    told = re.findall(r"^\| `(\w+)` \|", chinese[chinese.index("## 变量说明") :], re.MULTILINE)
    assert told == [column.name for column in COLUMNS]
