"""Word files: a marked word in each construct that the format has is found in the source, or named as left out."""

import io
import time
import zipfile
from collections.abc import Mapping

import pytest
from tests.readers.hostile import quickest

from policyextract import extract
from policyextract.readers import read_bytes
from policyextract.text.document import Document

pytest.importorskip("lxml")

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{MAIN}" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A small Word file with a body and further parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
        for name, content in (parts or {}).items():
            root, _, inner = content.partition("|")
            archive.writestr(f"word/{name}.xml", f"<w:{root} {_NAMES}>{inner}</w:{root}>")
    return file.getvalue()


def read(body: str, parts: Mapping[str, str] | None = None) -> Document:
    return read_bytes(docx(body, parts), ".docx")


def run(words: str, properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t>{words}</w:t></w:r>"


def par(inner: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{par(run(cell))}</w:tc>' for cell in cells)}</w:tr>"


X = run("标记")
BOX = f"<w:txbxContent>{par(X)}</w:txbxContent>"

SEEN = {
    "run": par(X),
    "insertion": par(f"<w:ins>{X}</w:ins>"),
    "moved here": par(f"<w:moveTo>{X}</w:moveTo>"),
    "link": par(f"<w:hyperlink>{X}</w:hyperlink>"),
    "smart tag": par(f"<w:smartTag>{X}</w:smartTag>"),
    "smart tag in a smart tag": par(f"<w:smartTag><w:smartTag>{X}</w:smartTag></w:smartTag>"),
    "content control": par(f"<w:sdt><w:sdtPr/><w:sdtContent>{X}</w:sdtContent></w:sdt>"),
    "content control over paragraphs": f"<w:sdt><w:sdtContent>{par(X)}</w:sdtContent></w:sdt>",
    "custom markup": f"<w:customXml>{par(X)}</w:customXml>",
    "simple field": par(f'<w:fldSimple w:instr="DATE">{X}</w:fldSimple>'),
    "field": par(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF 暗号</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{X}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "one character over another": par(
        f"{run('标')}"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o(\\s\\up 9(暗号),记)</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "text box": par(f"<w:r><w:drawing><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></w:drawing></w:r>"),
    "text box with what stands in for it": par(
        f"<w:r><mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r>"
    ),
    "old text box": par(f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>"),
    "table": f"<w:tbl>{row('标记', '乙')}</w:tbl>",
    "row in a content control": f"<w:tbl><w:sdt><w:sdtContent>{row('标记', '乙')}</w:sdtContent></w:sdt></w:tbl>",
    "cell in a content control": "<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>"
    f"{par(X)}</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
    "table in a table": f"<w:tbl><w:tr><w:tc><w:tbl>{row('标记', '乙')}</w:tbl>{par('')}</w:tc></w:tr></w:tbl>",
    "inserted row": f"<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc>{par(X)}</w:tc></w:tr></w:tbl>",
    "ruby": par(f"<w:r><w:ruby><w:rt>{run('暗号')}</w:rt><w:rubyBase>{X}</w:rubyBase></w:ruby></w:r>"),
    "formula": par("<m:oMath><m:r><m:t>标记</m:t></m:r></m:oMath>"),
    "direction": par(f"<w:bdo>{X}</w:bdo>"),
    "sign": par('<w:r><w:sym w:char="6807"/><w:sym w:char="8BB0"/></w:r>'),
    "end of a paragraph that was deleted": par(run("标"), "<w:rPr><w:del/></w:rPr>") + par(run("记")),
}


@pytest.mark.parametrize("construct", SEEN)
def test_what_a_reader_of_the_page_sees_is_read_once(construct: str) -> None:
    document = read(SEEN[construct])
    assert document.source.count("标记") == 1
    assert "暗号" not in document.source


@pytest.mark.parametrize(
    "body",
    [
        par(f"<w:del><w:r><w:delText>暗号</w:delText></w:r></w:del>{X}"),
        par(f"<w:moveFrom>{run('暗号')}</w:moveFrom>{X}"),
        par(run("暗号", "<w:vanish/>") + X),
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{par(run('暗号'))}</w:tc></w:tr>{row('标记', '乙')}</w:tbl>",
        par(f'<w:commentRangeStart w:id="0"/>{X}<w:r><w:commentReference w:id="0"/></w:r>'),
    ],
)
def test_what_was_deleted_moved_away_or_hidden_is_not_read(body: str) -> None:
    document = read(body, {"comments": f"comments|<w:comment w:id='0'>{par(run('暗号'))}</w:comment>"})
    assert "标记" in document.source
    assert "暗号" not in document.source


def test_notes_stand_at_the_end_and_headers_are_furniture() -> None:
    body = par(run("县财政局要拨付资金") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("30万元。"))
    parts = {
        "footnotes": "footnotes|<w:footnote w:id='0' w:type='separator'/>"
        f"<w:footnote w:id='2'>{par(run('另有资金'))}</w:footnote>",
        "header1": f"hdr|{par(run('县教育局文件'))}",
    }
    document = read(body, parts)
    assert document.source.splitlines() == ["县财政局要拨付资金30万元。", "另有资金", "县教育局文件"]
    assert [body.value.name for body in extract(document).departments] == ["县财政局"]


def test_a_table_of_contents_is_furniture() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    field = f'{begin}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = par(field + run("一、县财政局任务 1")) + par(
        run("二、其他 2") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = read(body + par(run("县民政局负责。")))
    assert document.source.splitlines() == ["一、县财政局任务 1", "二、其他 2", "县民政局负责。"]
    assert document.text.strip() == "县民政局负责。"


def level(number: int, kind: str, words: str, more: str = "") -> str:
    inner = f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{words}"/>{more}'
    return f'<w:lvl w:ilvl="{number}">{inner}</w:lvl>'


def test_automatic_numbers() -> None:
    levels = (
        level(0, "chineseCountingThousand", "%1、")
        + level(1, "chineseCounting", "（%2）")
        + level(2, "decimal", "%3.")
        + level(3, "decimalEnclosedCircleChinese", "%4")
    )
    numbering = (
        f'numbering|<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    styles = (
        'styles|<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )

    def listed(words: str, depth: int, number: int = 1) -> str:
        return par(run(words), f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')

    body = "".join(
        (
            par(run("甲"), '<w:pStyle w:val="B"/>'),
            listed("乙", 1),
            listed("丙", 2),
            listed("丁", 2),
            listed("戊", 3),
            listed("己", 1),
            listed("庚", 2),
            listed("辛", 0),
            listed("壬", 0, 2),
            par(run("癸"), '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        )
    )
    lines = read(body, {"numbering": numbering, "styles": styles}).source.splitlines()
    assert lines == ["一、甲", "（一）乙", "1.丙", "2.丁", "①戊", "（二）己", "1.庚", "二、辛", "五、壬", "癸"]


def test_a_list_that_does_not_say_where_it_starts_starts_at_nought() -> None:
    kind = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimalZero"/><w:lvlText w:val="%1、"/></w:lvl>'
    numbering = (
        f'numbering|<w:abstractNum w:abstractNumId="0">{kind}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    assert read(par(run("甲"), listed) + par(run("乙"), listed), {"numbering": numbering}).source == "00、甲\n01、乙"


def test_cells_over_rows_and_columns() -> None:
    def cell(words: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{par(run(words))}</w:tc>"

    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        cell("任务", begins) + cell("责任单位", '<w:gridSpan w:val="2"/>') + cell("时限", begins),
        cell("", goes_on) + cell("牵头") + cell("配合") + cell("", goes_on),
        cell("建成公园3个") + cell("县住建局", begins) + cell("县财政局") + cell("6月底前", begins),
        cell("改造危房20户") + cell("", goes_on) + cell("县民政局") + cell("", goes_on),
    )
    document = read(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
    found = [[body.value.name for body in duty.value.departments] for duty in extract(document).commitments]
    assert found == [["县住建局", "县财政局"], ["县住建局", "县民政局"]]


def test_what_has_no_words_of_its_own_is_named_as_left_out() -> None:
    uri = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    document = read(par(f'{X}<w:r><w:drawing><a:graphic><a:graphicData uri="{uri}"/></a:graphic></w:drawing></w:r>'))
    assert "diagram" in document.left_out[0]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 nothing",
        docx("")[:200],
        docx("<w:p>" * 300 + "</w:p>" * 300),
    ],
)
def test_a_damaged_file_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"not a readable \.docx"):
        read_bytes(content, ".docx")


def test_a_file_without_a_body_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_NAMES}/>")
    with pytest.raises(ValueError, match="no body"):
        read_bytes(file.getvalue(), ".docx")


def test_a_part_that_unpacks_to_a_flood_is_refused_in_time() -> None:
    begin = time.perf_counter()
    with pytest.raises(ValueError, match="too large"):
        read(par(run(" " * (80 * 2**20))))
    assert time.perf_counter() - begin < 20


def test_no_entity_is_followed() -> None:
    file = io.BytesIO()
    entity = '<!DOCTYPE d [<!ENTITY a "增长99"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    with zipfile.ZipFile(file, "w") as archive:
        body = "<w:body><w:p><w:r><w:t>x&a;&f;y</w:t></w:r></w:p></w:body>"
        archive.writestr("word/document.xml", f"{entity}<w:document {_NAMES}>{body}</w:document>")
    assert "root" not in read_bytes(file.getvalue(), ".docx").source


def test_cells_merged_over_many_rows_cost_no_more_than_they_are_long() -> None:
    def seconds(number: int) -> float:
        goes_on = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        begins = goes_on.replace("vMerge", 'vMerge w:val="restart"')
        cells = "".join(f"<w:tr>{goes_on}<w:tc>{par(run('建成3个'))}</w:tc></w:tr>" for _ in range(number))
        content = docx(f"<w:tbl><w:tr>{begins}</w:tr>{cells}</w:tbl>")
        return quickest(lambda: read_bytes(content, ".docx"))

    assert seconds(4000) < 12 * max(seconds(1000), 0.01)
