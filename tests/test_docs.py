"""The documentation: every example runs, every page is in the navigation, and the site builds without a warning."""

import doctest
import importlib.util
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md"))
NEEDS = {
    "exports.md": ("pyarrow", "spacy", "jinja2", "chinese_calendar"),
    "files.md": ("lxml",),
    "quickstart.md": ("openpyxl", "jinja2"),
}
NEEDS["times.md"] = ("chinese_calendar",)
NEEDS["panel.md"] = ("pandas", "pyarrow", "openpyxl", "matplotlib")
NEEDS["panel.zh.md"] = ("pandas", "openpyxl")
NEEDS["quickstart.zh.md"] = NEEDS["quickstart.md"]


for name in ("guide-office.md", "guide-office.zh.md"):
    NEEDS[name] = ("lxml", "openpyxl", "chinese_calendar")
NOTICE = (
    "关于做好2024年民生实事的通知",
    "一、市住建局要在6月底前完成老旧小区改造60个。",
    "二、市教育局要在年底前新增公办学位3000个以上。",
)


def word(path: Path, paragraphs: tuple[str, ...]) -> None:
    """The smallest Word file: what the guide for offices begins with."""
    space, kind = "http://schemas.openxmlformats.org", "application/vnd.openxmlformats"
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{space}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{kind}-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        f'ContentType="{kind}-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{space}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{space}/wordprocessingml/2006/main"><w:body>{body}</w:body>'
        "</w:document>",
    }
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_example_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in NEEDS.get(page.name, ()):
        pytest.importorskip(module)
    monkeypatch.chdir(tmp_path)
    if page.name.startswith("guide-office"):
        word(tmp_path / "通知.docx", NOTICE)
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    assert doctest.testfile(str(page), module_relative=False, encoding="utf-8", optionflags=flags).failed == 0


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
    assert (tmp_path / "site" / "reference" / "index.html").stat().st_size > 10_000
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
