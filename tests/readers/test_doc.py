"""Word files of 1997 to 2003: a marked word in each construct that the format has is found in the source, or named."""

import time
from collections.abc import Sequence
from struct import pack

import pytest
from tests.readers.hostile import mutations, quickest, read_or_refused
from tests.readers.word97 import (
    DELETED,
    HIDDEN,
    IN_TABLE,
    File,
    Par,
    cells,
    compound,
    defined,
    ends,
    level,
    lists,
    plex,
    row,
    sprm,
    styles,
    u16,
    uses,
)

from policyextract import extract
from policyextract.readers import read_bytes
from policyextract.readers.doc import layout
from policyextract.text.document import Document

pytest.importorskip("olefile")

FIRST, NEXT = 0x0060, 0x0020  # of cells merged over rows


def read(*body: Par) -> Document:
    return read_bytes(File({"body": body}).bytes(), ".doc")


def nested(words: str) -> Par:
    return Par(words, IN_TABLE + sprm(0x6649, 2, 0, 0, 0) + sprm(0x244B, 1))


INNER_ROW = IN_TABLE + sprm(0x6649, 2, 0, 0, 0) + sprm(0x244B, 1) + sprm(0x244C, 1) + defined([0, 500, 900])

SEEN: dict[str, Sequence[Par]] = {
    "paragraph": [Par("标记")],
    "inserted": [Par([("标记", sprm(0x0801, 1))])],
    "field": [Par("甲\x13REF 暗号\x14标记\x15")],
    "field in a field": [Par("\x13HYPERLINK \x13 暗号\x14暗号\x15\x14标\x13PAGE\x14记\x15\x15")],
    "field over paragraphs": [Par("\x13INDEX 暗号\x14甲"), Par("标记\x15")],
    "field without a result": [Par("标\x13XE 暗号\x15记")],
    "one character over another": [Par("标\x13EQ \\* jc2 \\o\\ad(\\s\\up 9(暗号),记)\x15")],
    "line break": [Par("甲\x0b标记")],
    "break of the page": [Par("甲\x0c标记")],
    "section": [Par("甲", mark="\x0c"), Par("标记")],
    "signs": [Par([("(", sprm(0x6A09, 0, 0, *u16(0x6807))), ("(", sprm(0x6A09, 0, 0, *u16(0x8BB0)))])],
    "anchors and marks": [Par("标\x01\x02\x05\x08\x1f记")],
    "table": row(["标记", "乙"], [0, 500, 900]),
    "cell of two paragraphs": row(["甲\n标记", "乙"], [0, 500, 900]),
    "row that is not defined": [*cells("标记", "乙"), Par("", IN_TABLE + sprm(0x2417, 1), "\x07")],
    "table without an end": cells("甲", "标记"),
    "table in a table": [
        nested("标记"),
        nested("乙"),
        Par("", INNER_ROW),
        *cells("", "丙"),
        Par("", IN_TABLE + sprm(0x2417, 1) + defined([0, 900, 1800]), "\x07"),
    ],
    "end of a paragraph that was deleted": [Par("标", mark_changes=DELETED), Par("记")],
}


@pytest.mark.parametrize("construct", SEEN)
def test_what_a_reader_of_the_page_sees_is_read_once(construct: str) -> None:
    document = read(*SEEN[construct])
    assert document.source.count("标记") == 1
    assert "暗号" not in document.source


@pytest.mark.parametrize(
    "body",
    [
        [Par([("暗号", DELETED), ("标记", b"")])],
        [Par([("暗号", HIDDEN), ("标记", b"")])],
        [Par([("暗号", sprm(0x083C, 0x81)), ("标记", sprm(0x083C, 0x80))])],
        [Par([("\x13暗号", HIDDEN), ("\x14标记\x15", b"")])],
        [
            *cells("暗号", "乙"),
            Par("", IN_TABLE + sprm(0x2417, 1) + defined([0, 500, 900]), "\x07", mark_changes=DELETED),
            *row(["标记", "丙"], [0, 500, 900]),
        ],
        [
            Par([("暗号", DELETED)], IN_TABLE, "\x07"),
            Par([("乙", DELETED)], IN_TABLE, "\x07"),
            Par("", IN_TABLE + sprm(0x2417, 1) + defined([0, 500, 900]), "\x07"),
            *row(["标记", "丙"], [0, 500, 900]),
        ],
    ],
)
def test_what_was_deleted_or_hidden_is_not_read(body: Sequence[Par]) -> None:
    document = read(*body)
    assert "标记" in document.source
    assert "暗号" not in document.source
    assert document.source.strip() == document.source


def test_signs_of_other_fonts_and_of_two_units() -> None:
    assert read(Par("\uf0fe是\uf0a8否\x1e\U0002000b")).source == "☑是□否-\U0002000b"


def test_a_text_of_single_bytes_and_a_quick_save() -> None:
    assert read_bytes(File({"body": [Par("GDP “up” 5%")]}, single=True).bytes(), ".doc").source == "GDP “up” 5%"
    changed = File({"body": [Par("暗号")]}, changes=DELETED)
    assert read_bytes(changed.bytes(), ".wps").source == ""


def table_of(*body: Par) -> list[tuple[str, int, int, int, int]]:
    found = layout(File({"body": body}).bytes())
    return [
        (found.text[cell.span.start : cell.span.stop], cell.row, cell.column, cell.rows, cell.columns)
        for table in found.tables
        for cell in table.cells
    ]


HEADS = row(["任务", "责任单位", "时限"], [0, 900, 2700, 3600], [FIRST, 0, FIRST])
LINES = [
    *HEADS,
    *row(["", "牵头", "配合", ""], [0, 905, 1800, 2690, 3600], [NEXT, 0, 0, NEXT]),
    *row(["建成公园3个", "县住建局", "县财政局", "6月底前"], [0, 900, 1800, 2700, 3600], [0, FIRST, 0, FIRST]),
    *row(["改造危房20户", "", "县民政局", ""], [0, 900, 1800, 2700, 3600], [0, NEXT, 0, NEXT]),
]


def test_cells_over_rows_and_columns() -> None:
    assert table_of(*LINES)[:6] == [
        ("任务", 0, 0, 2, 1),
        ("责任单位", 0, 1, 1, 2),
        ("时限", 0, 3, 2, 1),
        ("牵头", 1, 1, 1, 1),
        ("配合", 1, 2, 1, 1),
        ("建成公园3个", 2, 0, 1, 1),
    ]
    found = [[body.value.name for body in duty.value.departments] for duty in extract(read(*LINES)).commitments]
    assert found == [["县住建局", "县财政局"], ["县住建局", "县民政局"]]


@pytest.mark.parametrize("flags", [(1, 2, 2, 1, 2), (2, 1, 1, 2, 1), (3, 1, 1, 3, 1)])
def test_cells_merged_over_columns_as_older_and_newer_offices_mark_them(flags: Sequence[int]) -> None:
    body = [*row(["甲", "", "", "乙", ""], range(0, 6000, 1000), flags), *row([*"一二三四五"], range(0, 6000, 1000))]
    assert table_of(*body)[:2] == [("甲", 0, 0, 1, 3), ("乙", 0, 3, 1, 2)]


def test_cells_that_later_changes_merge_insert_and_take_out() -> None:
    merged = sprm(0x5624, 1, 3) + sprm(0xD62B, 2, 0, 3)
    body = [
        *row(["甲", "乙", ""], range(0, 4000, 1000), more=merged),
        *row(
            ["", "丙", "丁"], range(0, 4000, 1000), more=sprm(0xD62B, 2, 0, 1) + sprm(0x5624, 0, 3) + sprm(0x5625, 0, 3)
        ),
        *cells("戊", "己"),
    ]
    inserted = (
        sprm(0x7621, 0, 2, *u16(1000))
        + sprm(0x7621, 2, 3, *u16(9))
        + sprm(0x5622, 3, 5)
        + sprm(0x7623, 2, 3, *u16(1000))
    )
    body.append(Par("", IN_TABLE + sprm(0x2417, 1) + pack("<HHBh", 0xD608, 4, 0, 0) + inserted, "\x07"))
    assert table_of(*body) == [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 2),
        ("丙", 1, 1, 1, 1),
        ("丁", 1, 2, 1, 1),
        ("戊", 2, 0, 1, 1),
        ("己", 2, 1, 1, 1),
    ]


def test_a_row_too_long_for_its_run_is_told_in_the_stream_of_data() -> None:
    told = IN_TABLE + sprm(0x2417, 1) + defined(range(0, 26000, 1000), [0] * 25)
    end = Par("", sprm(0x6646, 4, 0, 0, 0), "\x07")
    file = File({"body": [*cells(*"甲" * 25), end, Par("完")]}, data=b"\0" * 4 + pack("<H", len(told)) + told)
    (table,) = layout(file.bytes()).tables
    assert [cell.column for cell in table.cells] == list(range(25))


def listed(words: str, number: int | None, depth: int | None = None, style: int = 0) -> Par:
    changes = b"" if number is None else sprm(0x460B, *u16(number))
    return Par(words, changes + (b"" if depth is None else sprm(0x260A, depth)), style=style)


def test_automatic_numbers() -> None:
    nine = [level(39, "\x00、"), level(37, "（\x01）"), level(0, "\x01.\x02.", flags=4), level(28, "\x03")]
    nine += [level(255, "")] * 4 + [level(23, "\uf0b7")]
    known = lists(nine, [level(11, "第\x00条　", start=3)], styles=(0x0FFF, 2))
    use = uses((1, b""), (1, pack("<iI", 5, 0x10)), (2, b""), (2, pack("<iI", 1, 0x30) + level(30, "\x00．")))
    sheet = styles(("normal", 0x0FFF, b""), ("标题", 0, sprm(0x460B, 1, 0)), ("标题二", 1, b""), ("toc 1", 0, b""))
    body = [
        listed("甲", None, style=1),
        listed("乙", None, style=2),
        listed("丙", 1, 2),
        listed("丁", 1, 2),
        listed("戊", 1, 3),
        listed("己", 1, 1),
        listed("庚", 1, 8),
        listed("辛", 1, 0),
        listed("", 1, 0),
        listed("壬", 2, 0),
        listed("癸", 0, style=1),
        listed("子", 3),
        listed("丑", 3),
        listed("寅", 4),
        listed("卯", 9),
        listed("辰", 1, 7),
    ]
    file = File({"body": body}, {1: sheet, 73: known, 74: use})
    expected = "一、甲 （一）乙 1.1.丙 1.2.丁 ①戊 （二）己 •庚 二、辛 五、壬 癸 第三条　子 第四条　丑 甲．寅 卯 辰"
    assert read_bytes(file.bytes(), ".doc").source.splitlines() == expected.split(" ")


def test_notes_text_boxes_and_headers_have_their_places() -> None:
    parts = {
        "body": [Par("县财政局要拨付\x02资金\x08"), Par([("30万元", b""), ("\x02", DELETED)]), Par("末段\x02")],
        "footnotes": [Par("\x02 另有资金"), Par("暗号"), Par("")],
        "headers": [
            Par("暗号"),
            *[Par("")] * 5,
            Par("县教育局文件"),
            Par("县教育局文件"),
            Par("— \x13PAGE\x141\x15 —"),
        ],
        "comments": [Par("\x05暗号")],
        "endnotes": [Par("\x02尾注"), Par("")],
        "boxes": [Par("框中"), Par("无处可挂"), Par("暗号"), Par("")],
        "header boxes": [Par("县水利局文件")],
    }
    body, boxes, whole = ends(parts["body"]), ends(parts["boxes"]), 99
    told = [pack("<8xHIII", 0, 0, 7, 0), pack("<8xHIII", 0, 0, 9, 0), pack("<8xHIII", 1, 0, 7, 0), bytes(22)]
    kept = {
        2: plex([7, body[1] + 4, whole], [b"\0\0"] * 2),
        3: plex(ends(parts["footnotes"])),
        11: plex([*ends(parts["headers"])]),
        40: plex([10, whole], [pack("<I22x", 7)]),
        46: plex([body[2] + 2, whole], [b"\0\0"]),
        47: plex(ends(parts["endnotes"])),
        56: plex(boxes, told),
    }
    document = read_bytes(File(parts, kept).bytes(), ".doc")
    lines = ["县财政局要拨付资金", "框中", "30万元", "末段", "无处可挂", "另有资金", "尾注"]
    assert document.source.splitlines() == [*lines, "县教育局文件", "— 1 —", "县水利局文件"]
    assert document.text.strip().splitlines()[-1] == "尾注"


def test_a_table_of_contents_is_furniture() -> None:
    sheet = styles(("normal", 0x0FFF, b""), ("TOC 1", 0, b""))
    body = [
        Par("\x13TOC \\o\x14一、县财政局任务 1"),
        Par("二、其他 2\x15"),
        Par("三、另 3", style=1),
        Par("县民政局负责。"),
    ]
    document = read_bytes(File({"body": body}, {1: sheet}).bytes(), ".doc")
    assert document.source.splitlines() == ["一、县财政局任务 1", "二、其他 2", "三、另 3", "县民政局负责。"]
    assert document.text.strip() == "县民政局负责。"


def test_an_object_is_named_as_left_out() -> None:
    document = read(Par("甲\x13 EMBED Equation.3 \x14\x01\x15"))
    assert (document.source, document.left_out) == ("甲", ("the words in an object (number 1 of what was left out)",))


def test_what_is_locked_older_or_of_another_program_is_refused() -> None:
    body = {"body": [Par("甲")]}
    streams = File(body).streams()
    refused = {
        "locked by a password": File(body, flags=0x0300).bytes(),
        "older than that of 1997": File(body, version=0x0068).bytes(),
        "no text of Word": compound({"CONTENTS": b"works"}),
        "not a readable": File(body).bytes()[:700],
        "shorter than its text": compound(streams | {"WordDocument": streams["WordDocument"][:0x4C] + b"\xff" * 3000}),
    }
    for reason, content in refused.items():
        with pytest.raises(ValueError, match=reason):
            read_bytes(content, ".wps")


WHOLE = File(
    {
        "body": [*LINES, *(par for one in SEEN.values() for par in one), listed("甲", 1, 0), listed("乙", 1, 1)],
        "footnotes": [Par("\x02注"), Par("")],
        "headers": [*[Par("")] * 6, Par("页眉")],
        "boxes": [Par("框"), Par("")],
    },
    {
        1: styles(("normal", 0x0FFF, b""), ("toc 1", 0, sprm(0x460B, 1, 0))),
        2: plex([2, 99], [b"\0\0"]),
        3: plex([0, 2, 3]),
        11: plex([*range(7), 9]),
        40: plex([1, 99], [pack("<I22x", 7)]),
        56: plex([0, 2, 3], [pack("<8xHIII", 0, 0, 7, 0), bytes(22)]),
        73: lists([level(39, "\x00、")] * 9),
        74: uses((1, pack("<iI", 5, 0x10))),
    },
)


def test_damaged_bytes_are_read_or_refused() -> None:
    streams = WHOLE.streams()
    assert read_or_refused(WHOLE.bytes(), ".doc")
    begin = time.perf_counter()
    read = 0
    for name, content in streams.items():
        for changed in mutations(content, 350):
            read += read_or_refused(compound(streams | {name: changed}), ".doc")
    for changed in mutations(WHOLE.bytes(), 150):
        read_or_refused(changed, ".doc")
    assert read > 100
    assert time.perf_counter() - begin < 120


def test_the_cost_grows_with_the_size() -> None:
    def seconds(number: int) -> float:
        rows = [par for _ in range(number) for par in row(["甲", "县财政局"], [0, 900, 1800], [NEXT, 0])]
        content = File({"body": [*HEADS, *rows]}).bytes()
        return quickest(lambda: read_bytes(content, ".doc"))

    assert seconds(800) < 12 * max(seconds(200), 0.02)


def test_damaged_lists_are_named_and_the_text_is_read() -> None:
    document = read_bytes(
        File({"body": [listed("甲", 1, 0)]}, {73: (b"\xff\x0f", b""), 74: uses((1, b""))}).bytes(), ".doc"
    )
    assert document.source == "甲"
    assert "automatic numbers" in document.left_out[0]


def test_what_is_told_over_and_over_is_refused_in_time() -> None:
    told = sprm(0x0801, 1) * 20000
    data = pack("<H", len(told)) + told
    body = [Par("甲", sprm(0x6646, 0, 0, 0, 0) + sprm(0x0801, *u16(number))) for number in range(500)]
    begin = time.perf_counter()
    with pytest.raises(ValueError, match="too large"):
        read_bytes(File({"body": body}, data=data).bytes(), ".doc")
    ends_ = b"".join(sprm(0x7621, 0, 255, 9, 0) for _ in range(40))
    rows = File({"body": [Par("\x07" * 50_000, IN_TABLE + sprm(0x2417, 1) + ends_, "\x07")]})
    assert read_bytes(rows.bytes(), ".doc").source == ""
    overlapping = plex([0, 900] * 900)
    notes = File(
        {"body": [Par("\x02" * 900)], "footnotes": [Par("注" * 900)]},
        {2: plex(range(901), [b"\0\0"] * 900), 3: overlapping},
    )
    assert len(read_bytes(notes.bytes(), ".doc").source) < 2000
    assert time.perf_counter() - begin < 60
