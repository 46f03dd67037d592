"""OFD files: text by its places, tables between lines, damaged files."""

import io
import zipfile

import pytest

from policyextract import extract
from policyextract.readers import read_bytes

pytest.importorskip("lxml")

NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd(*objects: str) -> bytes:
    """A small file with one page of 210 × 297 mm."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        root = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
        archive.writestr("OFD.xml", f"<ofd:OFD {NAMES}>{root}</ofd:OFD>")
        area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        pages = '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>'
        body = f"<ofd:CommonData>{area}</ofd:CommonData>{pages}"
        archive.writestr("Doc_0/Document.xml", f"<ofd:Document {NAMES}>{body}</ofd:Document>")
        layer = f"<ofd:Content><ofd:Layer>{''.join(objects)}</ofd:Layer></ofd:Content>"
        archive.writestr("Doc_0/Pages/Page_0/Content.xml", f"<ofd:Page {NAMES}>{layer}</ofd:Page>")
    return file.getvalue()


def text(x: float, y: float, words: str) -> str:
    code = f'<ofd:TextCode X="0" Y="4" DeltaX="g {len(words) - 1} 4.2">{words}</ofd:TextCode>'
    return f'<ofd:TextObject Boundary="{x} {y} 150 5" Size="4.2">{code}</ofd:TextObject>'


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    data = f"M 0 0 L {x1 - x0} {y1 - y0}"
    inner = f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData>"
    return f'<ofd:PathObject Boundary="{x0} {y0} {x1 - x0} {y1 - y0}">{inner}</ofd:PathObject>'


def test_lines_and_tables() -> None:
    drawn = [line(20, y, 180, y) for y in (50, 60, 70)] + [line(x, 50, x, 70) for x in (20, 90, 140, 180)]
    cells = [text(22, 53, "任务"), text(92, 53, "责任单位"), text(142, 53, "时限")]
    cells += [text(22, 63, "改造老旧小区26个"), text(92, 63, "县住建局"), text(142, 63, "6月底前")]
    document = read_bytes(ofd(text(20, 30, "2024年任务分解表"), *drawn, *cells), ".ofd")
    assert document.source.splitlines() == [
        "2024年任务分解表",
        "任务\t责任单位\t时限",
        "改造老旧小区26个\t县住建局\t6月底前",
    ]
    (duty,) = extract(document).commitments
    assert (duty.value.action, len(duty.value.departments), len(duty.value.times)) == ("改造老旧小区26个", 1, 1)
    assert [str(place) for place in document.places_of(duty.span)] == ["第1页", "第2行（表格）"]


def test_what_is_no_ofd_file_is_refused() -> None:
    with pytest.raises(ValueError, match=r"not a readable \.ofd"):
        read_bytes(b"PK\x03\x04 nothing", ".ofd")
