"""The README in both languages: its examples run, its commands are right, its picture is real, its links lead."""

import doctest
import re
import shlex
import sys
from pathlib import Path

import pytest

from policyextract.__main__ import main

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh.md")
PAGES = (*READMES, "CONTRIBUTING.md", "CHANGELOG.md")


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / name).read_text("utf-8"), re.M | re.S)


@pytest.mark.parametrize("name", READMES)
def test_examples_run(name: str) -> None:
    assert len(blocks(name, "python")) >= 4
    assert all(">>> " in block for block in blocks(name, "python"))
    tried = doctest.testfile(str(ROOT / name), module_relative=False, encoding="utf-8")
    assert tried.attempted > 10
    assert tried.failed == 0


def test_both_languages_show_the_same_code() -> None:
    english, chinese = READMES
    for language in ("sh", "python", "text"):
        assert blocks(english, language) == blocks(chinese, language)
    commands = [
        [line.partition("#")[0].strip() for line in blocks(name, "console")[0].splitlines()] for name in READMES
    ]
    assert commands[0] == commands[1]


@pytest.mark.parametrize("name", READMES)
def test_commands_make_their_own_environment(name: str) -> None:
    for block in blocks(name, "sh"):
        (line,) = block.splitlines()
        make, install, *rest = (shlex.split(part) for part in line.split("&&"))
        assert make == ["python3", "-m", "venv", ".venv"]
        assert install[:2] == [".venv/bin/pip", "install"]
        assert len(rest) == 1
        assert rest[0][0].startswith(".venv/bin/")


@pytest.mark.parametrize("name", READMES)
def test_the_picture_is_the_real_output(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "120")
    program, *arguments = shlex.split(blocks(name, "sh")[0].rpartition("&&")[2])
    assert program == ".venv/bin/policyextract"
    assert main(arguments) == 0
    shown = iter(capsys.readouterr().out.splitlines())
    for line in blocks(name, "text")[0].splitlines():
        assert line.rstrip() in shown, f"not in the output, or not in this order: {line}"


@pytest.mark.parametrize("name", READMES)
def test_options_exist(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    options = set(re.findall(r"--?[a-z-]+", capsys.readouterr().out))
    used = {word for block in blocks(name, "console") for word in re.findall(r" (--[a-z-]+)", block)}
    assert used
    assert used <= options


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", (ROOT / name).read_text("utf-8")):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_the_version_has_its_changes() -> None:
    version = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)
    assert version
    assert f"\n## {version[1]}\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_seed_is_untouched() -> None:
    (seed,) = (ROOT / "seeds").glob("*.txt")
    assert len(seed.read_bytes()) == 28945
    assert seed.name in blocks("README.md", "sh")[0]
    assert sys.version_info >= (3, 11)
