"""Rich Text Format: a marked word in each construct of the format is found in the source, or named as left out."""

import pytest
from tests.readers.hostile import mutations, quickest, read_or_refused

from policyextract import extract
from policyextract.readers import read_bytes
from policyextract.readers.rtf import layout
from policyextract.text.document import Document

FONTS = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 \'cb\'ce\'cc\'e5;}{\f2\fcharset2 Wingdings;}{\f3 Other;}}"
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0 heading 1;}{\s2 toc 1;}{\*\cs3 Link;}}"


def written(words: str) -> str:
    """Chinese characters by their numbers, each with a sign that stands in for it."""
    return "".join(f"\\u{ord(sign) - 0x10000 * (ord(sign) > 0x7FFF)}?" if ord(sign) > 127 else sign for sign in words)


def rtf(body: str, head: str = "") -> bytes:
    return f"{{\\rtf1\\ansi\\ansicpg936\\deff1\\uc1{FONTS}{STYLES}{head}\n{written(body)}}}".encode("latin-1")


def read(body: str, head: str = "") -> Document:
    return read_bytes(rtf(body, head), ".rtf")


X = "标记"
ROW = r"\trowd\cellx900\cellx1800\pard\intbl 标记\cell 乙\cell\row\pard"

SEEN = {
    "paragraph": rf"{X}\par",
    "without an end": X,
    "backslash at the end of a line": "标记\\\n乙",
    "inserted": rf"{{\revised\revauth1 {X}}}\par",
    "code page": r"\'b1\'ea\'bc\'c7\par",
    "code page of a western font": r"{\f0\'b1\'ea\'bc\'c7}\par",
    "code page of the script": r"{\dbch\af1\loch\f0 A\dbch \'b1\'ea\'bc\'c7}\par",
    "second byte as a sign": r"{\f1 \'b1\'ea\'bc\'c7\'81@}\par",
    "more signs that stand in": r"\uc2\u26631\'b1\'ea\uc1\u-29776 ?\par",
    "nothing stands in": r"{\uc0\u26631\u-29776}\par",
    "field": rf"{{\field{{\*\fldinst REF 暗号}}{{\fldrslt {X}}}}}\par",
    "written twice": rf"{{\upr{{暗号}}{{\*\ud{{{X}}}}}}}\par",
    "unknown destination": rf"{{\*\unknown 暗号{{\b 暗号}}}}{X}\par",
    "star in the midst of a group": rf"{{\i0\*\cs3 {X}}}\par",
    "unknown destination in a picture": rf"{{\pict{{\*\unknown 00}}}}{{{X}\par}}",
    "picture": rf"{{\pict\bin4 }}}}{{\b 00ff}}{X}\par",
    "comment": rf"{{\*\atnid 暗号}}\chatn{{\*\annotation\pard 暗号\par}}{X}\par",
    "index entry": rf"{{\xe 暗号}}{X}\par",
    "text box": rf"甲{{\shp{{\*\shpinst{{\sp{{\sn 暗号}}{{\sv 1}}}}{{\shptxt {X}\par}}}}{{\shprslt 暗号}}}}乙\par",
    "old text box": rf"{{\*\do\dobxpage{{\dptxbxtext\pard {X}\par}}}}\par",
    "note": rf"甲{{\super\chftn}}{{\footnote\pard {{\chftn}} {X}}}乙\par",
    "endnote": rf"甲{{\footnote\ftnalt\pard {X}\par}}乙\par",
    "header": rf"{{\headerr \pard {X}\par}}{{\footerf \pard {X}\par}}乙\par",
    "section": rf"甲\sect\sectd {X}\par",
    "line": rf"甲\line {X}\par",
    "table": ROW,
    "table that does not say that it is": ROW.replace(r"\intbl", ""),
    "table without rows": r"\pard\intbl 标记\cell 乙\cell",
    "table in a table": r"\trowd\cellx1800\pard\intbl\itap2 标记\nestcell 乙\nestcell"
    r"{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables 暗号\par}\pard\intbl\cell\row\pard",
    "object that shows words": rf"{{\object\objemb{{\*\objdata 00ff}}{{\result \pard {X}}}}}\par",
    "end of a paragraph that was deleted": r"标{\deleted\par}记\par",
}


@pytest.mark.parametrize("construct", SEEN)
def test_what_a_reader_of_the_page_sees_is_read_once(construct: str) -> None:
    document = read(SEEN[construct])
    assert document.source.count("标记") == 1
    assert "暗号" not in document.source


@pytest.mark.parametrize(
    "body",
    [
        rf"{{\deleted 暗号}}{X}\par",
        rf"{{\v 暗号}}{X}\par",
        rf"\v 暗号\v0 {X}\par",
        rf"\v 暗号\plain {X}\par",
        rf"{{\mvf 暗号}}{X}\par",
        rf"{{\deleted 甲{{\footnote 暗号}}{{\shp{{\*\shpinst{{\shptxt 暗号}}}}}}}}{X}\par",
        rf"\trowd\cellx900\cellx1800\pard\intbl{{\deleted 暗号\cell 乙\cell\row}}{ROW}",
    ],
)
def test_what_was_deleted_moved_away_or_hidden_is_not_read(body: str) -> None:
    document = read(body)
    assert "标记" in document.source
    assert "暗号" not in document.source
    assert document.source.strip() == document.source


def test_signs() -> None:
    signs = r"\ldblquote A\rdblquote\emdash B\_\-C\~D\{\}\\{\f2\'fe\'a8\u61608 ?}\u55360?\u56331?{\f0\'93E\'94}"
    assert read(signs).source == "“A”—B-C\xa0D{}\\☑□□\U0002000b“E”"
    field = (
        r"{\field{\*\fldinst{SYMBOL 254 \\f Wingdings}}{\fldrslt\f2}}是{\field{\*\fldinst eq \\o\\ac(○,2)}{\fldrslt }}"
    )
    assert read(field).source == "☑是②"
    assert layout(rb"{\rtf1\mac\'8a}").text == "ä"
    assert layout(rb"{\rtf1\ansi\ansicpg99999\'e9}").text == "é"


def grid(*body: str) -> list[tuple[str, int, int, int, int]]:
    found = layout(rtf("".join(body)))
    return [
        (found.text[cell.span.start : cell.span.stop], cell.row, cell.column, cell.rows, cell.columns)
        for table in found.tables
        for cell in table.cells
    ]


def row(cells: str, *edges: str) -> str:
    words = "".join(rf"\pard\intbl {cell}\cell" for cell in cells.split("|"))
    return rf"\trowd\trleft0{''.join(edges)}{words}\row"


LINES = (
    row("任务|责任单位|时限", r"\clvmgf\cellx900", r"\cellx2700", r"\clvmgf\cellx3600"),
    row("|牵头|配合|", r"\clvmrg\cellx900", r"\cellx1810", r"\cellx2700", r"\clvmrg\cellx3590"),
    row("建成公园3个|县住建局|县财政局|6月底前", r"\cellx900\clvmgf\cellx1800\cellx2700\clvmgf\cellx3600"),
    row("改造危房20户||县民政局|", r"\cellx900\clvmrg\cellx1800\cellx2700\clvmrg\cellx3600"),
)


def test_cells_over_rows_and_columns() -> None:
    assert grid(*LINES)[:5] == [
        ("任务", 0, 0, 2, 1),
        ("责任单位", 0, 1, 1, 2),
        ("时限", 0, 3, 2, 1),
        ("牵头", 1, 1, 1, 1),
        ("配合", 1, 2, 1, 1),
    ]
    found = [[body.value.name for body in duty.value.departments] for duty in extract(read("".join(LINES))).commitments]
    assert found == [["县住建局", "县财政局"], ["县住建局", "县民政局"]]


def test_cells_that_are_merged_over_columns_or_have_no_edge() -> None:
    merged = row("甲||乙", r"\clmgf\cellx900\clmrg\cellx1800\cellx2700")
    assert grid(merged, row("一|二|三|四|", r"\cellx900\cellx1800\cellx2700")) == [
        ("甲", 0, 0, 1, 2),
        ("乙", 0, 2, 1, 1),
        ("一", 1, 0, 1, 1),
        ("二", 1, 1, 1, 1),
        ("三", 1, 2, 1, 1),
        ("四", 1, 3, 1, 1),
    ]
    assert [place for _, *place in grid(row("甲|乙"), row("丙|丁"))] == [
        [0, 0, 1, 1],
        [0, 1, 1, 1],
        [1, 0, 1, 1],
        [1, 1, 1, 1],
    ]


def test_numbers_that_the_file_writes_out() -> None:
    body = r"{\listtext\pard 一、\tab}\ls1 甲\par{\pntext\f2\'b7\tab}乙\par{\listtext 2.1\tab}丙\par"
    body += r"{\listtext 3.}\par 丁\par"
    assert read(body).source.splitlines() == ["一、甲", "•乙", "2.1 丙", "丁"]


def test_numbers_that_lists_count() -> None:
    levels = (
        r"{\listlevel\levelnfc39\levelnfcn39\levelstartat1{\leveltext\'02\'00\u12289 ?;}{\levelnumbers\'01;}}"
        r"{\listlevel\levelnfc37\levelstartat1{\leveltext\'03\'a3\'a8\'01\'a3\'a9;}{\levelnumbers\'02;}}"
        r"{\listlevel\levelnfc0\levelstartat1\levellegal1\levelnorestart1{\leveltext\'04\'00.\'02.;}}"
        r"{\listlevel\levelnfc23{\leveltext\'01\u61623 ?;}}"
    )
    head = (
        rf"{{\*\listtable{{\list\listtemplateid1{levels}{{\listname ;}}\listid5}}}}"
        r"{\*\listoverridetable{\listoverride\listid5\listoverridecount0\ls1}"
        r"{\listoverride\listid5\listoverridecount1{\lfolevel\listoverridestartat\levelstartat7}\ls2}}"
    )
    words = (
        ("甲", 1, 0),
        ("乙", 1, 1),
        ("丙", 1, 2),
        ("丁", 1, 1),
        ("戊", 1, 2),
        ("己", 1, 3),
        ("", 1, 0),
        ("庚", 2, 0),
        ("辛", 9, 0),
    )
    words = (*words, ("{\\listtext –\\tab}子", 1, 3))
    body = "".join(rf"\pard\ls{number}\ilvl{depth} {said}\par" for said, number, depth in words)
    expected = ["一、甲", "（一）乙", "1.1.丙", "（二）丁", "1.2.戊", "•己", "七、庚", "辛", "•子", "壬"]
    assert read(body + r"\pard 壬\par", head).source.splitlines() == expected


def test_notes_stand_at_the_end_and_headers_and_contents_are_furniture() -> None:
    contents = r"{\field{\*\fldinst{ TOC \\o}}{\fldrslt 一、县教育局任务\par 二、其他}}\par\pard\s2 三、另\par\pard"
    header = r"{\header \pard 县水利局文件\par}"
    body = rf"{header}{contents} 县财政局要拨付资金{{\footnote\pard 另有资金\par 两行}}30万元。\par"
    document = read(body)
    lines = ["一、县教育局任务", "二、其他", "三、另", "县财政局要拨付资金30万元。", "另有资金两行", "县水利局文件"]
    assert document.source.splitlines() == lines
    assert [found.value.name for found in extract(document).departments] == ["县财政局"]


def test_what_has_no_words_of_its_own_is_named_as_left_out() -> None:
    assert "object" in read(r"甲{\object{\*\objdata 00}{\result{\pict 00}}}\par").left_out[0]
    assert "cut off" in read_bytes(rtf(r"甲\par")[:-1], ".rtf").left_out[0]


def test_what_is_no_such_file_or_is_nested_without_end_is_refused() -> None:
    with pytest.raises(ValueError, match="does not begin as one"):
        layout(b"{rtf}")
    with pytest.raises(ValueError, match="nested deeper"):
        layout(b"{\\rtf1 " + b"{" * 5000)


def test_damaged_bytes_are_read_or_refused() -> None:
    content = rtf(
        "".join(SEEN.values()) + "".join(LINES), r"{\*\listtable{\list{\listlevel{\leveltext\'01\'00;}}\listid1}}"
    )
    for changed in mutations(content, 1000):
        read_or_refused(changed, ".rtf")


@pytest.mark.parametrize(
    "piece", [r"{\b ", "{}", r"\u26631?", r"\'b1", r"\pard\intbl 甲\cell", r"\cellx1", r"\row", r"\itap9\par", r"\ls1"]
)
def test_the_cost_grows_with_the_size(piece: str) -> None:
    def seconds(number: int) -> float:
        return quickest(lambda: read_or_refused(rtf(r"\trowd\pard\intbl" + r"\cellx9" * 1024 + piece * number), ".rtf"))

    assert seconds(8000) < 12 * max(seconds(2000), 0.02)
