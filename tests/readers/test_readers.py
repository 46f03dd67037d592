"""Files in, documents out: the text, the places, and finds that slice back."""

from pathlib import Path

import pytest

from policyextract import extract, read_file
from policyextract.readers import read_bytes

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


def pdf(*pages: list[str]) -> bytes:
    """A small PDF whose font maps each code to a Chinese character."""
    chars = sorted({char for page in pages for line in page for char in line})
    code = {char: number for number, char in enumerate(chars, 1)}
    mapping = "\n".join(f"<{code[c]:04X}> <{ord(c):04X}>" for c in chars)
    cmap = f"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange \
{len(chars)} beginbfchar\n{mapping}\nendbfchar endcmap end"
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        3: "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H"
        " /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        4: "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>",
        5: f"<< /Length {len(cmap)} >> stream\n{cmap}\nendstream",
    }
    kids = []
    for number, page in enumerate(pages):
        lines = " ".join(f"<{''.join(f'{code[c]:04X}' for c in line)}> Tj 0 -20 Td" for line in page)
        content = f"BT /F1 12 Tf 50 700 Td {lines} ET"
        kids.append(6 + 2 * number)
        objects[kids[-1]] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {kids[-1] + 1} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects[kids[-1] + 1] = f"<< /Length {len(content)} >> stream\n{content}\nendstream"
    objects[2] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>"
    body, places = "%PDF-1.4\n", []
    for number in sorted(objects):
        places.append(len(body))
        body += f"{number} 0 obj\n{objects[number]}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n\
{len(body)}\n%%EOF".encode()


def test_pdf_gives_pages_and_joins_their_lines() -> None:
    pytest.importorskip("pypdfium2")
    text = (
        "各县市要把稳增长放在更加突出的位置，加强运行调度，强化要素保障，确保全年地区生产总值增长6%以上，"
        "规模以上工业增加值增长8%左右，城镇新增就业稳中有升，居民收入与经济增长基本同步。"
    )
    lines = [text[start : start + 17] for start in range(0, len(text), 17)]
    content = pdf(["一、主要目标", *lines], [], ["由市发展改革委牵头落实。"])
    document = read_bytes(content, ".pdf")
    assert document.source.splitlines() == ["一、主要目标", *lines, "由市发展改革委牵头落实。"]
    assert [str(place) for place in document.places] == ["第1页", "第2页", "第3页"]
    assert text in document.text
    result = extract(document)
    assert [document.places_of(target.span)[0].number for target in result.targets][:1] == [1]
    assert document.places_of(result.departments[-1].span)[0].number == 3


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_damaged_file_is_refused_with_a_clear_message(suffix: str) -> None:
    pytest.importorskip({".pdf": "pypdfium2", ".docx": "lxml"}[suffix])
    with pytest.raises(ValueError, match="not a readable"):
        read_bytes(b"PK\x03\x04 nothing", suffix)


def test_an_unknown_kind_is_refused_and_the_known_ones_are_named(tmp_path: Path) -> None:
    (tmp_path / "report.doc").write_bytes(b"")
    with pytest.raises(ValueError, match=r"no reader for '\.doc'.*\.docx"):
        read_file(tmp_path / "report.doc")


def test_the_reference_date_goes_with_the_document_only(tmp_path: Path) -> None:
    import datetime as dt

    (tmp_path / "report.txt").write_text("今年6月底前完成。", encoding="utf-8")
    document = read_file(tmp_path / "report.txt", reference_date=dt.date(2021, 4, 25))
    assert extract(document).reference_date == dt.date(2021, 4, 25)
    with pytest.raises(TypeError, match="reference_date"):
        extract(document, reference_date=dt.date(2021, 4, 25))
