"""OpenDocument files: a marked word in each construct of the format is found in the source, or named as left out."""

import io
import time
import zipfile
from collections.abc import Mapping

import pytest
from tests.readers.hostile import mutations, read_or_refused

from policyextract import extract
from policyextract.readers import read_bytes
from policyextract.text.document import Document

pytest.importorskip("lxml")

_NAMES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for name, space in (
            *((name, name) for name in ("office", "text", "table", "style", "manifest")),
            ("draw", "drawing"),
            ("svg", "svg-compatible"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:loext="urn:org:documentfoundation:names:experimental:1.0"'
)
_KINDS = {".odt": "text", ".ods": "spreadsheet"}


def opened(body: str, styles: str = "", parts: Mapping[str, str] | None = None, suffix: str = ".odt") -> bytes:
    """A small OpenDocument file with a body, automatic styles and further parts."""
    kind = _KINDS[suffix]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        content = f"<office:automatic-styles>{styles}</office:automatic-styles>"
        content += f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
        archive.writestr("content.xml", f"<office:document-content {_NAMES}>{content}</office:document-content>")
        for name, inner in (parts or {}).items():
            archive.writestr(name, f"<office:document-styles {_NAMES}>{inner}</office:document-styles>")
    return file.getvalue()


def read(body: str, styles: str = "", parts: Mapping[str, str] | None = None, suffix: str = ".odt") -> Document:
    return read_bytes(opened(body, styles, parts, suffix), suffix)


def par(inner: str, attributes: str = "") -> str:
    return f"<text:p {attributes}>{inner}</text:p>"


def cell(words: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{par(words)}</table:table-cell>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"


COVERED = "<table:covered-table-cell/>"
HIDDEN = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
BOX = f"<draw:frame><svg:title>暗号</svg:title><draw:text-box>{par('标记')}</draw:text-box></draw:frame>"

SEEN = {
    "paragraph": par("标记"),
    "heading": '<text:h text:outline-level="1">标记</text:h>',
    "span": par("<text:span>标<text:span>记</text:span></text:span>"),
    "link": par("<text:a>标记</text:a>"),
    "field": par("<text:title>标记</text:title>"),
    "ruby": par("<text:ruby><text:ruby-base>标记</text:ruby-base><text:ruby-text>暗号</text:ruby-text></text:ruby>"),
    "section": f"<text:section>{par('标记')}</text:section>",
    "text box": par(BOX),
    "text box of the page": BOX + par("乙"),
    "shape in a group": par(f"<draw:g><draw:custom-shape>{par('标记')}</draw:custom-shape></draw:g>"),
    "list": f"<text:list><text:list-item>{par('标记')}</text:list-item></text:list>",
    "table": table(cell("标记") + cell("乙")),
    "row of the head": "<table:table><table:table-header-rows><table:table-row>"
    f"{cell('标记')}{cell('乙')}</table:table-row></table:table-header-rows></table:table>",
    "table in a table": table(f"<table:table-cell>{table(cell('标记') + cell('乙'))}</table:table-cell>"),
    "index": f"<text:table-of-content><text:table-of-content-source><text:index-title-template>暗号"
    f"</text:index-title-template></text:table-of-content-source><text:index-body>{par('标记')}</text:index-body>"
    "</text:table-of-content>",
    "note": par(
        "甲<text:note><text:note-citation>暗号</text:note-citation>"
        f"<text:note-body>{par('标记')}</text:note-body></text:note>乙"
    ),
}


@pytest.mark.parametrize("construct", SEEN)
def test_what_a_reader_of_the_page_sees_is_read_once(construct: str) -> None:
    document = read(SEEN[construct])
    assert document.source.count("标记") == 1
    assert "暗号" not in document.source


@pytest.mark.parametrize(
    "body",
    [
        f"<text:tracked-changes><text:changed-region><text:deletion>{par('暗号')}</text:deletion></text:changed-region>"
        f"</text:tracked-changes>{par('标记')}",
        par('<text:span text:style-name="H">暗号</text:span>标记'),
        par("暗号", 'text:style-name="H"') + par("标记"),
        f'<text:section text:display="none">{par("暗号")}</text:section>{par("标记")}',
        par(f"<office:annotation>{par('暗号')}</office:annotation>标记"),
        table(
            cell("标记")
            + cell("乙", 'table:number-columns-spanned="2"')
            + f"<table:covered-table-cell>{par('暗号')}</table:covered-table-cell>"
        ),
    ],
)
def test_what_was_deleted_hidden_or_covered_is_not_read(body: str) -> None:
    document = read(body, HIDDEN)
    assert "标记" in document.source
    assert "暗号" not in document.source


def test_white_space_is_that_of_the_page() -> None:
    assert (
        read(par("  甲\n   乙<text:s text:c='3'/>丙<text:tab/>丁 <text:span> 戊</text:span>")).source
        == "甲 乙   丙\t丁 戊"
    )
    assert read(par("甲<text:line-break/>乙")).source == "甲\n乙"
    assert read(par("\uf0fe是")).source == "☑是"


def test_a_row_of_which_all_words_were_deleted_is_none() -> None:
    rows = (
        cell("甲") + cell("乙"),
        cell("<text:change/>") + cell("<text:change/>"),
        cell("丙") + cell("<text:change/>"),
    )
    assert read(table(*rows)).source == "甲\t乙\n丙"


def level(number: int, style: str, more: str) -> str:
    return f'<text:list-level-style-number text:level="{number}" style:num-format="{style}" {more}/>'


def test_automatic_numbers() -> None:
    styles = (
        '<text:list-style style:name="L">'
        + level(1, "一, 二, 三, ...", 'style:num-suffix="、"')
        + level(2, "一, 二, 三, ...", 'loext:num-list-format="（%2%）" style:num-suffix="x"')
        + level(3, "1", 'text:display-levels="2" style:num-suffix="."')
        + '</text:list-style><style:style style:name="P" style:list-style-name="L"/>'
    )

    def items(*inner: str) -> str:
        return "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)

    body = (
        f'<text:list text:style-name="L">{items(par("甲"), par("乙") + par("无号"))}</text:list>'
        + par("其间")
        + '<text:list text:style-name="L" text:continue-numbering="true">'
        + items(par("丙") + f"<text:list>{items(par('丁'), par('戊'))}</text:list>")
        + f"{items(par('己'))}</text:list>"
        + "<text:list>"
        + items(par("庚", 'text:style-name="P"'))
        + "</text:list>"
        + f'<text:list text:style-name="L"><text:list-item text:start-value="5">{par("辛")}</text:list-item>'
        + f"<text:list-header>{par('壬')}</text:list-header>{items('<text:list>' + items(par('癸')) + '</text:list>')}"
        + "</text:list>"
    )
    lines = read(body, styles).source.splitlines()
    expected = [
        "一、甲",
        "二、乙",
        "无号",
        "其间",
        "三、丙",
        "（一）丁",
        "（二）戊",
        "四、己",
        "一、庚",
        "五、辛",
        "壬",
        "（一）癸",
    ]
    assert lines == expected


def test_headings_are_numbered_as_the_outline_says() -> None:
    outline = (
        "<text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="壹, 贰, 叁, ..." style:num-suffix="、"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    heads = ((1, "甲"), (2, "乙"), (2, "丙"), (1, "丁"))
    body = "".join(f'<text:h text:outline-level="{depth}">{words}</text:h>' for depth, words in heads)
    document = read(body, "", {"styles.xml": f"<office:styles>{outline}</office:styles>"})
    assert document.source.splitlines() == ["壹、甲", "壹.1 乙", "壹.2 丙", "贰、丁"]


def test_cells_over_rows_and_columns() -> None:
    two = 'table:number-rows-spanned="2"'
    body = table(
        cell("任务", two) + cell("责任单位", 'table:number-columns-spanned="2"') + COVERED + cell("时限", two),
        COVERED + cell("牵头") + cell("配合") + COVERED,
        cell("建成公园3个") + cell("县住建局", two) + cell("县财政局") + cell("6月底前", two),
        cell("改造危房20户") + COVERED + cell("县民政局") + COVERED,
    )
    found = [[body.value.name for body in duty.value.departments] for duty in extract(read(body)).commitments]
    assert found == [["县住建局", "县财政局"], ["县住建局", "县民政局"]]


def test_headers_and_tables_of_contents_are_furniture() -> None:
    contents = (
        f"<text:table-of-content><text:index-body>{par('一、县教育局任务')}</text:index-body></text:table-of-content>"
    )
    master = f"<style:master-page><style:header>{par('县水利局文件')}</style:header></style:master-page>"
    parts = {"styles.xml": f"<office:master-styles>{master}{master}</office:master-styles>"}
    document = read(contents + par("县财政局要拨付资金30万元。"), "", parts)
    assert document.source.splitlines() == ["一、县教育局任务", "县财政局要拨付资金30万元。", "县水利局文件"]
    assert [body.value.name for body in extract(document).departments] == ["县财政局"]


def test_a_formula_is_read_and_a_chart_is_named() -> None:
    def frame(name: str) -> str:
        return f'<draw:frame><draw:object xlink:href="./{name}"/><draw:image/></draw:frame>'

    file = io.BytesIO(opened(par("甲" + frame("A") + frame("B"))))
    with zipfile.ZipFile(file, "a") as archive:
        signs = "<mi>标</mi><mo>记</mo><annotation>暗号</annotation>"
        archive.writestr("A/content.xml", f'<math xmlns="http://www.w3.org/1998/Math/MathML">{signs}</math>')
        archive.writestr("B/content.xml", "<chart/>")
    document = read_bytes(file.getvalue(), ".odt")
    assert document.source == "甲\n标记"
    assert document.left_out == ("the words in an object (number 1 of what was left out)",)


def test_a_workbook_shows_what_its_cells_show() -> None:
    off = (
        '<style:style style:name="O" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    first = table(
        cell("指标") + cell("2025年") + '<table:table-cell table:number-columns-repeated="1000"/>',
        cell("绿化率") + f'<table:table-cell office:value="0.452">{par("45.2%")}</table:table-cell>',
        '<table:table-cell table:number-columns-repeated="1024"/>',
        cell("续") + cell("12", 'table:number-columns-repeated="2"') + "<office:annotation/>",
    ).replace("<table:table>", '<table:table table:name="甲表">')
    first = first.replace(
        "<table:table-row><table:table-cell table:n",
        '<table:table-row table:number-rows-repeated="9"><table:table-cell table:n',
    )
    hidden = table(cell("暗号")).replace("<table:table>", '<table:table table:name="乙表" table:style-name="O">')
    document = read(first + hidden, off, suffix=".ods")
    assert document.source.splitlines() == ["甲表", "指标\t2025年", "绿化率\t45.2%", "续\t12\t12"]
    assert document.left_out == ("the words of comments of the sheet 甲表", "the sheet 乙表, which is hidden")
    assert document.tables[0].cells[-1].row == 11


def test_what_repeats_without_end_is_refused_in_time() -> None:
    begin = time.perf_counter()
    row = cell("增长6%" * 100, 'table:number-columns-repeated="999999"')
    body = f'<table:table><table:table-row table:number-rows-repeated="999999">{row}</table:table-row></table:table>'
    for suffix in _KINDS:
        with pytest.raises(ValueError, match="too large"):
            read(body, suffix=suffix)
    assert len(read(par("甲<text:s text:c='999999'/>乙")).source) < 1000
    assert time.perf_counter() - begin < 20


def test_a_file_that_is_locked_damaged_or_empty_is_refused() -> None:
    locked = opened(par("甲"), parts={"META-INF/manifest.xml": "<manifest:encryption-data/>"})
    with pytest.raises(ValueError, match="locked by a password"):
        read_bytes(locked, ".odt")
    for content in (b"PK\x03\x04", opened(par("甲"))[:300], opened("<text:span>" * 300 + "</text:span>" * 300)):
        with pytest.raises(ValueError, match=r"not a readable \.odt"):
            read_bytes(content, ".odt")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    with pytest.raises(ValueError, match="no body"):
        read_bytes(file.getvalue(), ".ods")


def test_what_is_nested_as_deep_as_a_file_may_be_is_read() -> None:
    for tag in ("text:span", "draw:g", "text:section"):
        assert "标记" in read(par(f"<{tag}>" * 200 + par("标记") + f"</{tag}>" * 200)).source
    inner = par("标记")
    for _ in range(60):
        inner = table(f"<table:table-cell>{inner}</table:table-cell>")
    assert "标记" in read(inner).source


@pytest.mark.parametrize("suffix", [".odt", ".ods"])
def test_damaged_bytes_are_read_or_refused(suffix: str) -> None:
    body = table(cell("任务", 'table:number-columns-repeated="2"') + cell("县住建局")) + "".join(SEEN.values())
    content = opened(body, HIDDEN, suffix=suffix)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        words = archive.read("content.xml")
    for changed in mutations(content, 300):
        read_or_refused(changed, suffix)
    for changed in mutations(words, 700):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("content.xml", changed)
        read_or_refused(file.getvalue(), suffix)
