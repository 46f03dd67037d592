"""PDF files: pages and their lines, tables between drawn lines, furniture, pictures, damaged files."""

import datetime as dt
import threading
import time

import pytest

from policyextract import extract
from policyextract.readers import read_bytes
from policyextract.readers.paged.furniture import furniture
from policyextract.readers.paged.line import Line

pytest.importorskip("pypdfium2")


def pdf(*pages: list[str], drawn: str = "") -> bytes:
    """A small PDF whose font maps each code to a Chinese character; a line may begin with its place: ``50,700@``."""
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
        lines, y = [], 720
        for line in page:
            place, _, words = line.rpartition("@")
            y -= 20
            x, y = map(int, place.split(",")) if place else (50, y)
            lines.append(f"BT /F1 12 Tf {x} {y} Td <{''.join(f'{code[c]:04X}' for c in words)}> Tj ET")
        content = f"{drawn} {' '.join(lines)}"
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


TEXT = (
    "各县市要把稳增长放在更加突出的位置，加强运行调度，强化要素保障，确保全年地区生产总值增长6%以上，"
    "规模以上工业增加值增长8%左右，城镇新增就业稳中有升，居民收入与经济增长基本同步。"
)


def test_pages_and_paragraphs() -> None:
    lines = [TEXT[start : start + 17] for start in range(0, len(TEXT), 17)]
    document = read_bytes(pdf(["一、主要目标", *lines], [], ["由市发展改革委牵头落实。"]), ".pdf")
    assert document.source.splitlines() == ["一、主要目标", TEXT, "由市发展改革委牵头落实。"]
    assert [str(place) for place in document.places] == ["第1页", "第2页", "第3页"]
    result = extract(document)
    assert [document.places_of(target.span)[0].number for target in result.targets][:1] == [1]
    assert document.places_of(result.departments[-1].span)[0].number == 3


def test_a_paragraph_over_two_pages_is_one_and_furniture_stands_apart() -> None:
    lines = [TEXT[start : start + 17] for start in range(0, len(TEXT), 17)]
    first, second = lines[:3], lines[3:]
    head, foot = "60,800@某县人民政府文件", "280,40@— 1 —"
    document = read_bytes(pdf([head, *first, foot], [head, *second, foot.replace("1", "2")]), ".pdf")
    assert document.source.splitlines()[0] == TEXT
    assert document.text.strip() == TEXT
    assert sorted(document.source.splitlines()[1:]) == ["— 1 —", "— 2 —", "某县人民政府文件", "某县人民政府文件"]


def test_marks_that_are_drawn_later_stand_in_their_places() -> None:
    document = read_bytes(pdf(["50,700@推进", "86,700@一网通办", "146,700@改革", "74,700@“", "134,700@”"]), ".pdf")
    assert document.source == "推进“一网通办”改革"


GRID = " ".join(
    [f"{x} 600 m {x} 720 l S" for x in (50, 230, 330, 430)]
    + ["50 720 m 430 720 l S", "50 690 m 430 690 l S", "50 645 m 330 645 l S", "50 600 m 430 600 l S"]
)


def test_a_table_is_read_where_lines_show_it() -> None:
    cells = ["60,700@任务", "240,700@责任单位", "340,700@时限", "60,670@改造老旧小区及配套设施", "60,652@26个"]
    cells += ["240,670@县住建局", "340,640@6月底前", "60,620@建成公园3个", "240,620@县城管局"]
    found = extract(read_bytes(pdf(cells, drawn=GRID), ".pdf")).commitments
    assert [duty.value.action for duty in found] == ["改造老旧小区及配套设施26个", "建成公园3个"]
    assert [len(duty.value.times) for duty in found] == [1, 1]
    assert [duty.value.departments[0].value.name for duty in found] == ["县住建局", "县城管局"]


def test_a_table_over_two_pages_is_one() -> None:
    drawn = GRID.replace("50 645 m 330 645 l S", "50 645 m 430 645 l S")
    head = ["60,700@任务", "240,700@责任单位", "340,700@时限"]
    first = [*head, "60,670@改造老旧小区26个", "240,670@县住建局", "340,670@6月底前", "60,620@建成公园3个"]
    first += ["240,620@县城管局", "340,620@2024年10"]
    second = [*head, "340,670@月底前", "60,620@建成广场2个", "240,620@县水利局", "340,620@全年"]
    document = read_bytes(pdf(first, second, drawn=drawn), ".pdf", reference_date=dt.date(2024, 1, 8))
    assert len(document.tables) == 1
    found = extract(document).commitments
    assert [duty.value.action for duty in found] == ["改造老旧小区26个", "建成公园3个", "建成广场2个"]
    assert [duty.value.times[0].value.time.latest for duty in found] == [
        dt.date(2024, 6, 30),
        dt.date(2024, 10, 31),
        dt.date(2024, 12, 31),
    ]
    assert [document.places_of(duty.span)[0].number for duty in found] == [1, 1, 2]


def test_pages_of_pictures_are_named() -> None:
    content = pdf(["一、主要目标"], [], []).replace(b"/Contents 9 0 R", b"/Contents 5 0 R")
    picture = "q 100 0 0 100 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"
    made = pdf([], [], drawn=picture)
    document = read_bytes(made, ".pdf")
    assert document.source == ""
    assert document.left_out == ("pages 1-2: pictures without a text layer; read them with a recogniser first",)
    assert read_bytes(content, ".pdf").left_out == ()


@pytest.mark.parametrize(("kind", "left"), [("FreeText", 1), ("Widget", 1), ("Link", 0)])
def test_notes_over_a_page_are_named(kind: str, left: int) -> None:
    note = f"/Annots [<< /Type /Annot /Subtype /{kind} /Rect [9 9 99 99] /Contents (99) >>] /Resources".encode()
    document = read_bytes(pdf(["增长6%"]).replace(b"/Resources", note), ".pdf")
    assert document.source == "增长6%"
    assert document.left_out == ("page 1: notes and form fields that lie over the page",) * left


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 nothing", pdf(["增长6%"])[:300]])
def test_a_damaged_file_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"not a readable PDF"):
        read_bytes(content, ".pdf")


def test_changed_bytes_give_a_document_or_a_clear_refusal() -> None:
    content = pdf(["一、主要目标", TEXT[:20]], ["由市发展改革委牵头落实。"])
    for position in range(9, len(content), 7):
        damaged = content[:position] + bytes([content[position] ^ 0x15]) + content[position + 1 :]
        try:
            read_bytes(damaged, ".pdf")
        except ValueError as error:
            assert "PDF" in str(error)


def test_threads_read_one_after_the_other() -> None:
    content = pdf(*[["一、主要目标", TEXT[:20]]] * 5)
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(read_bytes(content, ".pdf").source)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_wide_blanks_in_the_number_of_a_page_cost_little() -> None:
    words = ("3" + " " * 20_000 + "页", "3" + " " * 20_000 + "户")
    pages = [[Line(text, 20.0, 100.0, 200.0, 10.0)] for text in words]
    begin = time.perf_counter()
    assert furniture(pages, [800.0, 800.0]) == [{0}, set()]
    assert time.perf_counter() - begin < 20
