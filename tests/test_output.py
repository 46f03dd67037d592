"""The command line at its edges: devices, pipes, links, full disks, closed streams, hostile names and texts."""

import csv
import errno
import io
import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from policyextract.__main__ import main
from policyextract.export.delimited import csv_text

TEXT = "各县市政府要在6月底前确保网上可办率达到90%。坚持“一网通办”。"
posix = pytest.mark.skipif(os.name != "posix", reason="devices, pipes and permissions of POSIX")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*arguments: str | Path, **options) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **options.pop("environment", {})}
    command = [sys.executable, "-m", "policyextract", *map(str, arguments)]
    return subprocess.run(command, stderr=subprocess.PIPE, env=environment, check=False, **options)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@posix
def test_output_into_a_device_and_a_pipe(plan: Path) -> None:
    assert main([str(plan), "--format", "json", "-o", os.devnull]) == 0
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)
    pipe, found = plan.with_name("pipe"), []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    assert main([str(plan), "--format", "json", "-o", str(pipe)]) == 0
    reader.join()
    assert json.loads(found[0])["quantities"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix
def test_a_link_stays_a_link(plan: Path) -> None:
    folder = plan.with_name("far")
    folder.mkdir()
    link = plan.with_name("link.json")
    link.symlink_to(folder / "found.json")
    for _ in range(2):  # to nothing yet, and to a file
        assert main([str(plan), "--format", "json", "-o", str(link)]) == 0
        assert link.is_symlink()
        assert json.loads((folder / "found.json").read_text("utf-8"))
    assert files(folder) == ["found.json"]


@posix
def test_permissions_and_umask_are_kept(plan: Path) -> None:
    old, new = plan.with_name("old.json"), plan.with_name("new.json")
    old.write_text("old", "utf-8")
    old.chmod(0o640)
    before = os.umask(0o027)
    try:
        assert [main([str(plan), "--format", "json", "-o", str(path)]) for path in (old, new)] == [0, 0]
    finally:
        os.umask(before)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (old, new)] == [0o640, 0o640]


def test_a_full_disk_leaves_the_old_file(
    plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = plan.with_name("out.json")
    target.write_text("as it was", "utf-8")
    monkeypatch.setattr(os, "fsync", full)
    assert main([str(plan), "-o", str(target)]) == 6
    assert capsys.readouterr().err == f"policyextract: {target}: No space left on device\n"
    assert target.read_text("utf-8") == "as it was"
    assert files(plan.parent) == ["out.json", "plan.txt"]


def test_a_folder_is_no_output(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(plan), "-o", str(plan.parent)]) == 6
    assert "directory" in capsys.readouterr().err
    assert files(plan.parent) == ["plan.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_standard_output(plan: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = run(plan, stdout=full)
    assert done.returncode == 6
    assert done.stderr == b"policyextract: standard output: No space left on device\n"


@posix
@pytest.mark.parametrize(("closed", "code", "message"), [(1, 6, "output is closed"), (0, 4, "input: it is closed")])
def test_a_closed_stream(plan: Path, closed: int, code: int, message: str) -> None:
    command = f'exec "{sys.executable}" -m policyextract {"-" if closed == 0 else plan} {closed}>&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert done.stderr == f"policyextract: standard {message}\n"


def test_an_output_that_cannot_show_chinese_says_so(plan: Path) -> None:
    done = run(plan, stdout=subprocess.PIPE, environment={"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"})
    assert (done.returncode, done.stdout) == (6, b"")
    assert b"(iso8859-1) can't show Chinese; set PYTHONUTF8=1, or give a file with --output" in done.stderr
    rare = plan.rename(plan.with_name("𠮷.txt"))
    done = run(rare, "--format", "csv", stdout=subprocess.PIPE, environment={"PYTHONIOENCODING": "gbk"})
    assert done.returncode == 0
    assert b"(gbk) can't show 1 of the characters" in done.stderr
    assert "?" in done.stdout.decode("gbk")


def test_a_folder_that_cannot_be_looked_into_is_named(
    plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shut = plan.with_name("shut")
    shut.mkdir()
    scan = os.scandir

    def refusing(path):
        if Path(path).name == "shut":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert main([str(plan.parent)]) == 4
    assert capsys.readouterr().err == f"policyextract: {shut}: Permission denied\n"


def test_a_file_counts_once_by_whatever_name(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [str(plan), f"{plan.parent}/./plan.txt", str(plan.parent)]
    if os.name == "posix":
        plan.with_name("link.txt").symlink_to(plan)
        os.link(plan, plan.with_name("twin.txt"))
    assert main([*names, "--format", "csv"]) == 0
    assert [row[0] for row in csv.reader(io.StringIO(capsys.readouterr().out))] == ["文件", str(plan)]


def test_behind_two_dashes_all_are_files(
    plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(plan.parent)
    plan.rename("--format")
    assert main(["--format", "csv", "--", "--format"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("'--format,1,")


@pytest.mark.parametrize("arguments", [[""], ["plan.txt", ""], ["plan.txt", "-o", ""], ["--", ""]])
def test_an_empty_name_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err == "policyextract: an empty name is no file\n"


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "plan.txt/inner"])
def test_a_name_that_cannot_be(name: str, plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(plan.parent / name)]) in (3, 4)
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", " @"])
def test_no_cell_is_a_formula(sign: str) -> None:
    (cell,) = list(csv.reader(io.StringIO(csv_text((), [(f"{sign}cmd|' /c calc'!A1",)]))))[1]
    assert cell == f"'{sign}cmd|' /c calc'!A1"


@pytest.mark.parametrize("plain", ["-5%", "+1.2", "-1,000", "增长-5%", "", "2021-04-25", "≥90%"])
def test_a_plain_number_stays(plain: str) -> None:
    assert next(csv.reader(io.StringIO(csv_text((plain,), [])))) == [plain]
    assert list(csv.reader(io.StringIO(csv_text((), [("x", plain)]))))[1] == ["x", plain]


@posix
def test_no_escape_reaches_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "\x1b]0;title\x07\n\x9bplan.txt"
    path.write_text("各县市政府要在6月底前完成\x1b[2J\x9b\u202e清理任务30项。坚持“\x1b[31m一网通办”。", "utf-8")
    assert main([str(path)]) == 0
    assert main([str(path.with_suffix(".md"))]) == 3
    out, err = capsys.readouterr()
    assert "␛]0;title␇␤" in out
    assert err.count("␛]0;title␇␤") == err.count("\n") == 2  # that no date was given, and that there is no such file
    assert not {char for char in out + err if not char.isprintable()} - {"\n"}


@posix
@pytest.mark.parametrize("format_", ["json", "csv", "html"])
def test_nor_in_any_format(format_: str, tmp_path: Path) -> None:
    import pty

    if format_ == "html":
        pytest.importorskip("jinja2")
    path = tmp_path / "plan.txt"
    path.write_text("各县市政府要在6月底前完成\x1b[2J\x7f\x9b清理任务30项。", "utf-8")
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-m", "policyextract", path, "--format", format_], stdout=theirs) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # Linux says so at the end
            pass
    os.close(ours)
    assert process.returncode == 0
    assert not {char for char in shown.decode() if not char.isprintable()} - {"\r", "\n", "\t", "\u3000"}
