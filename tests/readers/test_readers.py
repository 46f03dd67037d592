"""Files in, documents out: the text, the places, and finds that slice back."""

import io
import sys
import zipfile
from pathlib import Path

import pytest
from tests.readers.word97 import compound

from policyextract import extract, read_file
from policyextract.readers import read_bytes
from policyextract.readers.kind import suffix_of

PARAGRAPHS = ("政府工作报告", "一、主要目标", "确保全年地区生产总值增长6%以上，由市发展改革委牵头落实", "二、保障措施")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_in_any_usual_encoding(encoding: str) -> None:
    document = read_bytes("\r\n\r\n".join(PARAGRAPHS).encode(encoding), ".TXT")
    assert document.source == "\r\n\r\n".join(PARAGRAPHS)
    assert [str(place) for place in document.places] == ["第1行", "第3行", "第5行", "第7行"]
    assert [document.source[p.span.start : p.span.stop] for p in document.places] == list(PARAGRAPHS)


def test_bytes_of_no_encoding_are_read_all_the_same() -> None:
    document = read_bytes("增长6%".encode() + b"\xff\xff\x00", ".txt")
    assert document.source.startswith("增长6%")


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_damaged_archive_is_refused_with_a_clear_message(suffix: str) -> None:
    pytest.importorskip({".pdf": "pypdfium2", ".docx": "lxml"}[suffix])
    with pytest.raises(ValueError, match="not a readable"):
        read_bytes(b"PK\x03\x04 nothing", suffix)


def test_an_unknown_kind_is_refused_and_the_known_ones_are_named(tmp_path: Path) -> None:
    (tmp_path / "report.key").write_bytes(b"")
    with pytest.raises(ValueError, match=r"^report\.key: no reader for '\.key'.*\.docx"):
        read_file(tmp_path / "report.key")


PAGE = "<!DOCTYPE html><html><body><p>增长6%</p></body></html>".encode()


@pytest.mark.parametrize("suffix", [".doc", ".xls", ".txt", ".docx"])
def test_a_page_under_another_name_is_read_as_a_page(suffix: str) -> None:
    pytest.importorskip("lxml")
    assert read_bytes(PAGE, suffix).source == "增长6%"


@pytest.mark.parametrize("suffix", [".doc", ".docx", ".rtf", ".xls", ".pdf"])
def test_plain_text_under_another_name_is_read_as_text(suffix: str) -> None:
    assert read_bytes("确保增长6%。".encode("gb18030"), suffix).source == "确保增长6%。"


def test_what_is_locked_by_a_password_is_said() -> None:
    with pytest.raises(ValueError, match="locked by a password"):
        read_bytes(compound({"EncryptedPackage": b""}), ".docx")


def test_a_compound_file_is_what_stands_at_its_root() -> None:
    inner = compound({"WordDocument": b""})
    assert suffix_of(compound({"Workbook": inner}), ".doc") == ".xls"
    assert suffix_of(compound({"Data": b"", "1Table": b"", "WordDocument": inner}), ".xls") == ".doc"
    assert suffix_of(compound({"CONTENTS": inner}), ".wps") == ".wps"
    assert suffix_of(inner[:600], ".wps") == ".wps"


@pytest.mark.parametrize(
    ("suffix", "library", "extra"), [(".doc", "olefile", "doc"), (".xls", "xlrd", "xls"), (".odt", "lxml", "odf")]
)
def test_without_its_library_the_message_says_how_to_get_it(
    suffix: str, library: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (library, f"{library}.etree"):
        monkeypatch.setitem(sys.modules, module, None)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    content = file.getvalue() if suffix == ".odt" else b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    with pytest.raises(ImportError, match=rf"needs {library}.*policyextract\[{extra}\]"):
        read_bytes(content, suffix)


def test_what_calls_itself_another_kind_is_read_as_what_it_is() -> None:
    assert read_bytes(b"{\\rtf1 GDP 6%}", ".doc").source == "GDP 6%"


def test_the_reference_date_goes_with_the_document_only(tmp_path: Path) -> None:
    import datetime as dt

    (tmp_path / "report.txt").write_text("今年6月底前完成。", encoding="utf-8")
    document = read_file(tmp_path / "report.txt", reference_date=dt.date(2021, 4, 25))
    assert extract(document).reference_date == dt.date(2021, 4, 25)
    with pytest.raises(TypeError, match="reference_date"):
        extract(document, reference_date=dt.date(2021, 4, 25))
