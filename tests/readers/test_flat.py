"""Files that are one XML document, as programs write them that fill templates: WordML, flat packages, SpreadsheetML."""

import pytest
from tests.readers.hostile import mutations, read_or_refused
from tests.readers.test_word import MAIN, par, run

from policyextract import extract
from policyextract.readers import read_bytes
from policyextract.readers.kind import suffix_of
from policyextract.text.document import Document

pytest.importorskip("lxml")

OLD = "http://schemas.microsoft.com/office/word/2003"
WORD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
SHEET = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'


def old(body: str, more: str = "") -> bytes:
    names = f'xmlns:w="{OLD}/wordml" xmlns:wx="{OLD}/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"'
    return f"{WORD}<w:wordDocument {names}>{more}<w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>".encode()


def marked(kind: str, inner: str) -> str:
    return f'<aml:annotation w:type="Word.{kind}"><aml:content>{inner}</aml:content></aml:annotation>'


@pytest.mark.parametrize(
    "body",
    [
        par(run("标记")),
        f"<wx:sub-section><wx:sub-section>{par(run('标记'))}</wx:sub-section></wx:sub-section>",
        par(marked("Insertion", run("标记")) + marked("Deletion", "<w:r><w:delText>暗号</w:delText></w:r>")),
        par(run("标记") + marked("Comment", par(run("暗号")))),
        par(run("甲") + f"<w:r><w:footnote>{par(run('标记'))}</w:footnote></w:r>" + run("乙")),
        par(run("甲")) + f"<w:sectPr><w:hdr w:type='odd'>{par(run('标记'))}</w:hdr></w:sectPr>",
        f"<w:tbl><w:tr><w:tc>{par(run('标记'))}</w:tc></w:tr></w:tbl>",
        par(f"<w:r><w:pict><w:binData>暗号</w:binData></w:pict></w:r>{run('标记')}"),
    ],
)
def test_what_a_reader_of_wordml_sees_is_read_once(body: str) -> None:
    document = read_bytes(old(body), ".doc")
    assert document.source.count("标记") == 1
    assert "暗号" not in document.source


def test_notes_and_numbers_of_wordml() -> None:
    lists = (
        '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="39"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>'
    )
    listed = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr>'
    note = f"<w:r><w:footnote>{par(run('注'))}</w:footnote></w:r>"
    document = read_bytes(old(par(run("甲") + note + run("丙"), listed) + par(run("乙"), listed), lists), ".doc")
    assert document.source.splitlines() == ["一、甲丙", "二、乙", "注"]


def test_merged_cells_of_wordml() -> None:
    def cell(words: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{par(run(words))}</w:tc>"

    begins, goes_on = '<w:vmerge w:val="restart"/>', "<w:vmerge/>"
    rows = (
        cell("任务") + cell("责任单位"),
        cell("建成公园3个") + cell("县住建局", begins),
        cell("改造危房20户") + cell("", goes_on),
    )
    document = read_bytes(old(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"), ".doc")
    found = [[body.value.name for body in duty.value.departments] for duty in extract(document).commitments]
    assert found == [["县住建局"], ["县住建局"]]


def test_a_package_laid_flat_is_read_as_a_package() -> None:
    body = f'<w:document xmlns:w="{MAIN}"><w:body>{par(run("县财政局要拨付资金"))}</w:body></w:document>'
    part = f'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>{body}</pkg:xmlData></pkg:part>'
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    content = f'{WORD}<pkg:package xmlns:pkg="{space}">{part}<pkg:part pkg:name="/empty"/></pkg:package>'
    assert read_bytes(content.encode(), ".docx").source == "县财政局要拨付资金"


def sheet(*rows: str, name: str = "甲表", options: str = "") -> str:
    table = f"<Table>{''.join(rows)}</Table>"
    return f'<Worksheet ss:Name="{name}">{table}<WorksheetOptions>{options}</WorksheetOptions></Worksheet>'


def cell(kind: str, words: str, more: str = "") -> str:
    return f'<Cell {more}><Data ss:Type="{kind}">{words}</Data></Cell>'


def read(*sheets: str) -> Document:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    styles = "".join(
        f'<Style ss:ID="{key}"><NumberFormat ss:Format="{code}"/></Style>'
        for key, code in (("p", "Percent"), ("d", "yyyy&quot;年&quot;m&quot;月&quot;"), ("n", "#,##0"))
    )
    content = (
        f'{SHEET}<Workbook xmlns="{space}" xmlns:ss="{space}"><Styles>{styles}</Styles>{"".join(sheets)}</Workbook>'
    )
    return read_bytes(content.encode(), ".xls")


def test_a_workbook_of_xml_shows_what_its_cells_show() -> None:
    down, wide, percent = 'ss:MergeDown="1"', 'ss:StyleID="n" ss:MergeAcross="2"', 'ss:StyleID="p"'
    rows = (
        f"<Row>{cell('String', '指标', down)}{cell('String', '甲&#10;乙')}</Row>",
        f'<Row ss:Index="3">{cell("Number", "0.452", percent)}</Row>',
    )
    more = (
        f'<Row>{cell("DateTime", "2025-06-01T00:00:00.000")}<Cell ss:StyleID="d" ss:Index="4">'
        '<Data ss:Type="DateTime">2025-06-01T00:00:00.000</Data></Cell></Row>',
        f"<Row>{cell('Boolean', '1')}{cell('Number', '12345.6', wide)}"
        f"{cell('String', '末')}<Cell/><Cell><Comment>暗号</Comment></Cell></Row>",
    )
    options = '<PageSetup><Header ss:Data="&amp;L县财政局&amp;P"/></PageSetup>'
    hidden = sheet(f"<Row>{cell('String', '暗号')}</Row>", name="乙表", options="<Visible>SheetHidden</Visible>")
    document = read(sheet(*rows, *more, options=options), hidden, sheet(name="空表"))
    lines = ["甲表", "指标\t甲", "乙", "45.20%", "2025-06-01\t2025年6月", "TRUE\t12,346\t末", "县财政局"]
    assert document.source.splitlines() == lines
    assert document.left_out == ("the words of comments of the sheet 甲表", "the sheet 乙表, which is hidden")


def test_files_of_xml_come_by_standard_input_too() -> None:
    content = old(par(run("县财政局要拨付资金30万元。")))
    assert read_bytes(content, suffix_of(content, ".txt")).source == "县财政局要拨付资金30万元。"


def test_damaged_bytes_are_read_or_refused() -> None:
    for content, suffix in (
        (old(par(run("甲") + marked("Insertion", run("乙")))), ".doc"),
        (SHEET.encode() + b"<Workbook/>", ".xls"),
    ):
        for changed in mutations(content, 300):
            read_or_refused(changed, suffix)
