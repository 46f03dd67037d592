"""The command line: what it reads and writes, how it fails, and how its table looks."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract import __version__, extract, read_file
from policyextract.__main__ import main
from policyextract.cli import source, terminal
from policyextract.cli.formats import FORMATS
from policyextract.cli.terminal import columns, fold, table
from policyextract.cli.wording import chosen
from policyextract.lexicon import rows

TEXT = "各县市政府要在6月底前确保网上可办率达到90%。坚持“一网通办”。"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the locale of who runs the tests."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def succeed(*arguments: str | Path) -> None:
    assert main([*map(str, arguments)]) == 0


def test_the_table_has_the_task_first_then_the_slogans(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    succeed(plan, "--reference-date", "2021-04-25")
    out, err = capsys.readouterr()
    assert err == ""
    head, tasks, slogans = out.split("\n\n")
    assert head.startswith(f"{plan}：1 项任务，1 处提法，基准日期 2021-04-25")
    names = ["序号", "任务", "量化目标", "牵头单位", "配合/责任单位", "完成时限"]
    assert [cell.strip() for cell in tasks.splitlines()[0].split("│")] == names
    assert [word in tasks for word in ("各县市政府", "网上可办率", "90%", "6月底前")] == [True] * 4
    assert "一网通办" in slogans


def test_nothing_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    succeed(tmp_path / "empty.txt")
    assert capsys.readouterr().out == f"{tmp_path / 'empty.txt'}：0 项任务，0 处提法\n"


def test_json_of_one_source_is_its_result(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    succeed(plan, "--format", "json")
    assert json.loads(capsys.readouterr().out) == json.loads(extract(TEXT).to_json())


def test_json_of_several_sources_is_a_list(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = plan.with_name("other.txt")
    other.write_text("增长6%。", "utf-8")
    succeed(other, plan.parent, "--format", "json")
    assert [found["file"] for found in json.loads(capsys.readouterr().out)] == [str(other), str(plan)]


def test_csv_opens_in_a_spreadsheet(plan: Path) -> None:
    target = plan.with_name("tasks.csv")
    succeed(plan, "--format", "csv", "-o", target)
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    header, row = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert header[:4] == ["文件", "序号", "任务", "量化目标"]
    assert row[0] == str(plan)
    assert "90%" in row[3]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan"
    path.write_text(TEXT, encoding)
    succeed(path, "--format", "json")
    assert json.loads(capsys.readouterr().out)["quantities"][0]["text"] == "90%"


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030"))))
    succeed(*arguments)
    assert capsys.readouterr().out.startswith("standard input：1 项任务")


def test_folders_are_read_to_the_bottom(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inner = plan.parent / "2021" / "plan.md"
    inner.parent.mkdir()
    inner.write_text(TEXT, "utf-8")
    (plan.parent / "picture.png").write_bytes(b"\x89PNG\x00")
    succeed(plan.parent, plan)
    assert [name in capsys.readouterr().out for name in (str(inner),)] == [True]


def test_a_bad_file_among_others_is_named_and_skipped(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = plan.parent
    (folder / "bad.docx").write_bytes(b"PK\x03\x04 nonsense")
    (folder / "~$plan.docx").write_bytes(b"locked")
    assert main([str(folder), "-o", str(folder / "out.csv")]) == 7
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("skipped: ") == 1
    assert "bad.docx: this is not a readable .docx file" in err
    assert "6月底前" in (folder / "out.csv").read_text("utf-8-sig")
    (folder / "out.csv").unlink()
    assert main([str(folder), "--stop", "-o", str(folder / "out.csv")]) == 4
    assert not (folder / "out.csv").exists()


def test_the_name_of_the_output_shows_its_format(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = plan.parent / "out.json"
    assert main([str(plan), "-o", str(target)]) == 0
    assert target.read_text("utf-8").startswith("{")
    assert main([str(plan), "-o", str(target), "--format", "csv"]) == 2
    assert "do not agree" in capsys.readouterr().err


def test_the_task_table_as_a_word_file(plan: Path) -> None:
    pytest.importorskip("lxml")
    target = plan.parent / "任务分解表.docx"
    assert main([str(plan), "-o", str(target)]) == 0
    first = target.read_bytes()
    assert main([str(plan), "-o", str(target)]) == 0
    assert target.read_bytes() == first
    assert "6月底前" in read_file(target).source


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["{}/missing.txt"], 3, "missing.txt: no such file or folder"),
        (["{}/bare"], 3, "bare: no files to read in this folder"),
        (
            ["{}/picture.png", "--stop"],
            4,
            "not a text file; tried UTF-8 (with and without a byte order mark) and GB18030",
        ),
        (
            ["{}/broken.txt", "--stop"],
            4,
            "not a text file; tried UTF-8 (with and without a byte order mark) and GB18030",
        ),
        (["{}/plan.txt", "--reference-date", "2021-13-01"], 2, "'2021-13-01' is not a day of the calendar"),
        (["{}/plan.txt", "--reference-date", "20210401"], 2, "in the form YYYY-MM-DD"),
        (["{}/plan.txt", "--format", "poem"], 2, "invalid choice: 'poem'"),
        (["{}/plan.txt", "--nonsense"], 2, "unrecognized arguments: --nonsense"),
        (["{}/plan.txt", "-o", "{}/no/such/out.json"], 6, "out.json: No such file or directory"),
    ],
)
def test_failures_are_one_line_and_write_nothing(
    arguments: list[str], code: int, message: str, plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = plan.parent
    (folder / "bare").mkdir()
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d")
    (folder / "broken.txt").write_bytes(b"\xff\xff\x81")
    before = sorted(folder.rglob("*"))
    try:
        ended = main([argument.format(folder) for argument in [*arguments, "{}/plan.txt"]])
    except SystemExit as exit_:
        ended = int(exit_.code or 0)
    out, err = capsys.readouterr()
    assert ended == code
    assert out == ""
    assert err.startswith("policyextract: ")
    assert err.count("\n") == 1
    assert message in err
    assert sorted(folder.rglob("*")) == before


def test_a_damaged_word_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("docx")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 nonsense")
    assert main([str(tmp_path / "broken.docx")]) == 4
    assert "broken.docx: " in capsys.readouterr().err


def test_a_file_stays_as_it_was_when_the_run_fails(plan: Path) -> None:
    target = plan.with_name("out.json")
    target.write_text("as it was", "utf-8")
    assert main([str(plan), str(plan.with_name("missing.txt")), "-o", str(target)]) == 3
    assert target.read_text("utf-8") == "as it was"


def test_a_missing_library_is_named(
    plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(*_: object, **__: object) -> None:
        raise ImportError("this needs docx, which is not installed: pip install 'policyextract[docx]'")

    monkeypatch.setattr(source, "read_bytes", missing)
    assert main([str(plan)]) == 5
    assert "pip install 'policyextract[docx]'" in capsys.readouterr().err


def test_no_bar_without_tqdm(plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    succeed(plan, "--reference-date", "2021-04-25")
    assert capsys.readouterr().err == ""


def test_a_workbook_is_not_thrown_at_a_terminal(
    plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("openpyxl")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main([str(plan), "--format", "xlsx"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "policyextract: --format xlsx is no text; give a file with --output\n"


def test_interruption(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("policyextract.__main__.load", interrupted)
    assert main([str(plan)]) == 130


def test_as_a_module_into_a_pipe_that_closes(plan: Path) -> None:
    plan.write_text(TEXT * 2000, "utf-8")
    command = [sys.executable, "-m", "policyextract", str(plan), "--reference-date", "2021-04-25"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_terminal_without_utf8_gets_what_it_can_show(plan: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "policyextract", str(plan)], capture_output=True, check=True, env=environment
    )
    assert "各县市政府" in done.stdout.decode("gbk")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_described(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert f"{name}: " in capsys.readouterr().out.replace("\n", " ")


def test_a_narrow_terminal(plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    succeed(plan)
    head, *lines = capsys.readouterr().out.splitlines()
    assert head
    assert max(map(columns, lines)) <= 80


CELLS = st.text(alphabet="增长达到（）“”，。6%ab \n", max_size=30)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5), st.integers(40, 120))
def test_tables_fit_and_lose_nothing(rows: list[tuple[str, str, str]], room: int) -> None:
    header = ("任务", "目标", "时限")
    lines = list(table(header, rows, room))
    assert max(map(columns, lines)) <= room
    kept = sorted("".join("".join(row) for row in [header, *rows]).replace(" ", "").replace("\n", ""))
    assert sorted("".join(lines).replace(" ", "").translate(dict.fromkeys(map(ord, "│─┼")))) == kept


@given(CELLS, st.integers(terminal._NARROWEST, 40))
def test_folded_lines_fit(text: str, width: int) -> None:
    lines = fold(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines) == text.replace("\n", "")


def test_several_sources_make_one_page_and_one_calendar(plan: Path, tmp_path: Path) -> None:
    pytest.importorskip("jinja2")
    other = tmp_path / "other.txt"
    other.write_text("市财政局要在2024年6月底前完成清理任务30项。", "utf-8")
    succeed(plan, other, "--reference-date", "2021-04-25", "--format", "html", "--output", tmp_path / "both.html")
    assert (tmp_path / "both.html").read_text("utf-8").count('class="document"') == 2
    succeed(plan, other, "--reference-date", "2021-04-25", "--format", "ics", "--output", tmp_path / "both.ics")
    text = (tmp_path / "both.ics").read_text("utf-8")
    assert (text.count("BEGIN:VEVENT"), text.count("BEGIN:VCALENDAR")) == (2, 1)


def test_it_says_when_times_stay_open_for_want_of_a_day(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    succeed(plan)
    assert (
        "no reference date given or found in the text; times left open: 1 (--reference-date)" in capsys.readouterr().err
    )
    succeed(plan, "--reference-date", "2021-04-25")
    assert capsys.readouterr().err == ""


def test_several_sources_make_one_workbook(plan: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    other = tmp_path / "other.txt"
    other.write_text("市财政局要在2024年6月底前完成清理任务30项。", "utf-8")
    (tmp_path / "empty.txt").write_text("附件", "utf-8")
    succeed(tmp_path, "--reference-date", "2021-04-25", "--output", tmp_path / "任务.xlsx")
    first = (tmp_path / "任务.xlsx").read_bytes()
    book = openpyxl.load_workbook(tmp_path / "任务.xlsx")
    for name, files in {"任务分解表": [other, plan], "量化目标": [other, plan], "提法": [plan]}.items():
        header, *rows = [[cell.value for cell in row] for row in book[name].iter_rows(min_row=2)]
        assert header[:2] == ["序号", "来源"]
        assert [row[:2] for row in rows] == [[1, str(file)] for file in files]
    (tmp_path / "任务.xlsx").unlink()
    succeed(tmp_path, "--reference-date", "2021-04-25", "--output", tmp_path / "任务.xlsx")
    assert (tmp_path / "任务.xlsx").read_bytes() == first


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"policyextract {__version__}\n"


def test_both_languages_say_everything_with_the_same_gaps() -> None:
    gap = re.compile(r"\{[^}]*\}")
    keys = [key for key, *_ in rows("cli/messages")]
    assert len(keys) == len(set(keys))
    for key, english, chinese in rows("cli/messages"):
        assert english
        assert chinese
        assert sorted(gap.findall(english)) == sorted(gap.findall(chinese)), key
    for shape, chinese in rows("cli/argparse"):
        assert len(gap.findall(chinese)) == re.compile(shape).groups, shape


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["{}/missing.txt"], 3, "missing.txt：没有这个文件或文件夹"),
        (["{}/bad.txt"], 4, "bad.txt：不是文本文件；试过 UTF-8（有无 BOM）和 GB18030"),
        (["{}/plan.txt", "{}/bad.txt", "--format", "json"], 7, "已跳过："),
        (["{}/plan.txt"], 0, "未能换算的时间：1 处"),
        (["{}/plan.txt", "--format", "docx", "{}/plan2.txt"], 2, "只限一个来源，现有 2 个"),
        (["{}/plan.txt", "-o", "{}/out.json", "--format", "csv"], 2, "不一致"),
        (["{}/plan.txt", "-o", "{}/no/out.json"], 6, "out.json：No such file"),
        (["{}/plan.txt", "--nonsense"], 2, "不认识的参数：--nonsense"),
        (["{}/plan.txt", "-o"], 2, "参数 -o/--output 缺少值"),
        (["{}/plan.txt", "--format", "poem"], 2, "参数 --format 不能是 'poem'，可选："),
        (["{}/plan.txt", "--reference-date", "2021-13-01"], 2, "不是 YYYY-MM-DD 形式的日期"),
        (["{}/plan.txt", ""], 2, "文件名不能为空"),
    ],
)
@pytest.mark.parametrize("by_locale", [True, False])
def test_chinese_changes_the_words_and_no_code(
    arguments: list[str],
    code: int,
    message: str,
    by_locale: bool,
    plan: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    plan.with_name("plan2.txt").write_text("增长6%。", "utf-8")
    plan.with_name("bad.txt").write_bytes(b"\xff\xff\x81")
    given = [argument.format(plan.parent) for argument in arguments]
    codes = []
    for language in ("en", "zh"):
        if by_locale:
            monkeypatch.setenv("LC_ALL", {"en": "en_US.UTF-8", "zh": "zh_CN.GB18030"}[language])
        try:
            codes.append(main(given if by_locale else ["--language", language, *given]))
        except SystemExit as exit_:
            codes.append(int(exit_.code or 0))
        err = capsys.readouterr().err
        assert (message in err) == (language == "zh"), err
    assert codes == [code, code]


def test_the_help_in_chinese(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as ended:
        main(["--language=zh", "--help"])
    out = capsys.readouterr().out
    assert ended.value.code == 0
    assert out.startswith("用法：policyextract [-h]")
    assert max(map(columns, out.splitlines())) <= 80
    with pytest.raises(SystemExit):
        main(["--help"])
    english = capsys.readouterr().out
    assert english.startswith("usage: policyextract [-h]")
    assert not re.search("[一-鿿]", english)


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "C"}, "zh"),
        (["--language", "en"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["--lang=zh"], {}, "zh"),
        (["--language"], {}, "en"),
        (["--", "--language", "zh"], {}, "en"),
        (["--language", "fr"], {"LANG": "zh"}, "zh"),
    ],
)
def test_the_language(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert chosen(arguments, environment) == language
