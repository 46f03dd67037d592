"""Every example runs as it stands, and writes what it says."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(name: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / f"{name}.py")],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_growth_targets_of_the_reports(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    pd = pytest.importorskip("pandas")
    shown = run("growth_targets", tmp_path)
    with (tmp_path / "panel.csv").open(encoding="utf-8-sig") as file:
        rows = {row["year"]: row for row in csv.DictReader(file) if row["code"] == "gdp" and row["horizon"] == "annual"}
    assert {year: float(row["low"]) for year, row in rows.items()} == {
        "2008": 8,
        "2012": 7.5,
        "2018": 6.5,
        "2019": 6,
        "2021": 6,
        "2022": 5.5,
    }
    assert (rows["2021"]["bound"], rows["2021"]["firmness"], rows["2021"]["later_low"]) == ("floor", "hard", "8.1")
    assert (rows["2019"]["bound"], rows["2022"]["prior_low"], rows["2022"]["region"]) == ("range", "8.1", "中国")
    assert "firmness" in shown
    assert len(pd.read_stata(tmp_path / "panel.dta")) > 30
    assert "gdp_growth_low" in pd.read_stata(tmp_path / "wide.dta").columns
    assert (tmp_path / "growth_targets.png").read_bytes().startswith(b"\x89PNG")


def test_the_gallery_draws_its_plots(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    pytest.importorskip("pandas")
    assert "targets of 6 reports" in run("gallery", tmp_path)
    assert all((tmp_path / f"{name}.png").read_bytes().startswith(b"\x89PNG") for name in ("actual", "wording"))


def test_task_table_of_a_speech(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    pytest.importorskip("jinja2")
    shown = run("task_table", tmp_path)
    assert "牵头：州财政局｜配合：州发改委" in shown
    assert all((tmp_path / f"tasks.{suffix}").stat().st_size > 1000 for suffix in ("xlsx", "html", "csv"))


def test_an_extractor_of_ones_own(tmp_path: Path) -> None:
    shown = run("own_extractor", tmp_path)
    for words in ("国办发〔2021〕10号", "湘政发[2020]3号", "州数据专班", "拿地即开工", "周调度月通报"):
        assert any(line.endswith(f" {words}") for line in shown.splitlines()), shown


def test_comparison_of_two_reports(tmp_path: Path) -> None:
    run("compare_reports", tmp_path)
    with (tmp_path / "compared.csv").open(encoding="utf-8-sig") as file:
        outcome = {row["指标"]: row["结果"] for row in csv.DictReader(file)}
    assert outcome["城镇新增就业"] == "完成"
    assert outcome["单位生产总值能耗"] == "未见报告"


def test_the_notebook_runs(tmp_path: Path) -> None:
    for module in ("ipykernel", "pandas", "polars", "jinja2"):
        pytest.importorskip(module)
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    (tmp_path / "seeds").symlink_to(EXAMPLES.parent / "seeds")
    notebook = nbformat.read(EXAMPLES / "first_look.ipynb", as_version=4)
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert (tmp_path / "speech.html").exists()
