"""The measure of quality: by hand on one sentence."""

import json
import subprocess
import sys
from pathlib import Path

from policyextract import extract

ROOT = Path(__file__).parents[1]
TEXT = "由县政务局牵头，6月底前确保网上可办率达到90%以上。"


def measured(folder: Path) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "benchmarks.quality", str(folder), "--misses", "3"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    return {line[:24].strip(): line[24:].split() for line in done.stdout.splitlines()}


def test_a_reading_measured_against_itself_is_perfect_and_a_changed_one_is_not(tmp_path: Path) -> None:
    gold = {**extract(TEXT).to_dict(), "name": "one"}
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "one.json").write_text(json.dumps(gold), encoding="utf-8")
    lines = measured(tmp_path)
    assert lines["targets"] == ["1", "1", *["1.000"] * 5]
    assert lines["commitment links"][2:] == ["1.000"] * 5

    gold["quantities"][0]["low"] = "95"
    gold["departments"] = []
    gold["commitments"][0]["departments"] = []
    (tmp_path / "one.json").write_text(json.dumps(gold), encoding="utf-8")
    lines = measured(tmp_path)
    assert lines["targets"] == ["1", "1", "1.000", "1.000", "1.000", "1.000", "0.000"]
    assert lines["departments"] == ["0", "1", *["0.000"] * 5]
    assert lines["commitment links"][:2] == ["1", "3"]
