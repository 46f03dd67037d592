"""Text whose encoding was mistaken before it came here is named; what was read rightly is not, however odd."""

from pathlib import Path

import pytest

from policyextract import extract
from policyextract.__main__ import main
from policyextract.readers import read_bytes
from policyextract.readers.mojibake import told

LINES = [
    "各县市政府要在6月底前确保网上可办率达到90%。",
    "一、工作目标",
    "坚持“一网通办”，压缩办理时限——最多3个工作日。",
    "责任单位：市发展改革委、市财政局",
    "到2025年，森林覆盖率达到63.5％以上",
]
LEGIT = [
    *LINES,
    "確保網上可辦率達到90%",
    "××市××局要在××月前完成××项，○○县·××乡（α、β、≥±5℃）",
    "……………………………………12",
    "Café Zürich naïve déjà vu à l’été, señor Ångström — Ærø",
    "鈥是一种化学元素的字，鐨、锛、銆也是字",
    "龘靐齉齾爩麤灪龖龗癵",
    "€5亿元，£3万元",
    "有的系统里会出现锟斤拷这样的字，说明编码弄错了，需要重新导出",
    "\ufffd\ufffd\ufffd\ufffd",
    "\ud800 增长6%",
    "",
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(("encoding", "name"), [("gb18030", "GBK"), ("gbk", "GBK"), ("latin-1", "Latin-1")])
def test_utf8_read_as_another(line: str, encoding: str, name: str) -> None:
    (what,) = told(f"增长6%。\n{line.encode().decode(encoding, 'replace')}\n完成3项。")
    assert what.startswith(f"1 line that is UTF-8 read as {name} (")


def test_latin_1_of_windows() -> None:
    assert "Latin-1" in told("确保增长6%，完成任务".encode().decode("cp1252", "replace"))[0]


@pytest.mark.parametrize("line", LEGIT, ids=range(len(LEGIT)))
def test_what_was_read_rightly(line: str) -> None:
    assert told(line) == ()
    assert told(f"{line}\n" * 50) == ()


def test_lost_for_good() -> None:
    assert told("增长6%\n锟斤拷锟斤拷锟斤拷6锟斤拷\n锟斤拷锟斤拷") == (
        "2 lines that have lost their characters (锟斤拷锟斤拷锟斤…); get it again from where it is right",
    )


def test_it_is_said_and_never_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = LINES[0].encode().decode("gb18030", "replace")
    document = read_bytes(wrong.encode(), ".txt")
    assert document.source == wrong
    assert len(document.left_out) == 1
    assert not extract(document).departments
    (tmp_path / "wrong.txt").write_text(wrong, "utf-8")
    assert main([str(tmp_path / "wrong.txt")]) == 7
    assert "wrong.txt: not read: 1 line that is UTF-8 read as GBK" in capsys.readouterr().err
