"""The clean steps: what they take out, what they leave, and that the way back to the source is exact."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract.clean import STEPS, as_document, read
from policyextract.testing import Case, corpus
from policyextract.text.document import Document
from policyextract.text.offsets import Edit, apply

CORPUS = Path(__file__).parent / "corpus"
SIGNS = str.maketrans("⏎␉␠", "\n\t\u3000")

PIECES = st.sampled_from(
    [
        *"一二三第（）《》“”，。；：、 \t\n\r\u3000\ufeff\u200f\u00ad\x00\x0c９５％．—-.",
        *(
            "达到",
            "项目",
            "2025",
            "年",
            "%",
            "\r\n",
            "\n\n",
            "第2/4页",
            "微信扫码",
            "（一）",
            "一、",
            "1. ",
            "\ud800",
            "𠮷",
        ),
        *("⼯作", "国  务  院", "确保网上可办率达到", "不低于100亿元", "市发展改革委牵头", "........ 12", "\n12"),
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)


@pytest.mark.parametrize("case", corpus(CORPUS / "clean.txt"), ids=lambda case: f"line-{case.line}")
def test_cleaned(case: Case) -> None:
    assert read(case.text.translate(SIGNS)).text == case.value.translate(SIGNS)


@pytest.mark.parametrize("case", corpus(CORPUS / "clean_negative.txt"), ids=lambda case: f"line-{case.line}")
def test_left_alone(case: Case) -> None:
    assert read(case.text.translate(SIGNS)).text == case.text.translate(SIGNS)


def paged(numbers: list[int], glue: str) -> str:
    line = "坚持稳中求进工作总基调，统筹发展和安全，推动高质量发展取得新成"
    return "\n".join("\n".join([line] * 30 + [f"{number}{glue}效"]) for number in numbers)


@pytest.mark.parametrize("glue", ["", "\n"])
def test_page_numbers_that_run_through(glue: str) -> None:
    text = read(paged([8, 9, 10, 11], glue)).text
    assert not any(char.isdigit() for char in text)
    assert "新成效" in text


def test_two_page_numbers_on_lines_of_their_own() -> None:
    assert not any(char.isdigit() for char in read(paged([8, 9], "\n")).text)


@pytest.mark.parametrize("numbers", [[8, 9], [8, 20, 11, 3], [5, 5, 5, 5]])
def test_numbers_that_are_no_pages(numbers: list[int]) -> None:
    text = read(paged(numbers, "")).text
    assert sum(text.count(f"{number}效") for number in set(numbers)) == len(numbers)


def test_lines_of_one_width_are_joined_when_full() -> None:
    source = """\
2.1.1 坚持新发展理念。强化创新发展导向，加快推动质量变革、
效率变革、动力变革，在提升产业能级、提高投入产出效率上下
功夫，在提升配置资源能力上下功夫，在增强创新策源能力上下
功夫，加快实现更高质量的发展，到 2025 年高新企业达到
1000 家。
2.2 主要目标
锚定二〇三五年远景目标，综合考量全市发展实际，居民收入稳
步增长，城镇调查失业率控制在
5.5%以内。"""
    lines = read(source).text.split("\n")
    assert len(lines) == 3
    assert "到2025年高新企业达到1000家。" in lines[0]
    assert lines[1] == "2.2 主要目标"
    assert lines[2].endswith("控制在5.5%以内。")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\u2028", "\x85"])
def test_every_way_to_end_a_line(end: str) -> None:
    assert read(f"一、抓投资。{end}二、抓园区。").text == "一、抓投资。\n二、抓园区。"


@pytest.mark.parametrize("mark", ["\ufeff", "\u200b", "\u200f", "\u00ad", "\x00", "\u2066", "\x07"])
def test_marks_that_nobody_sees(mark: str) -> None:
    document = read(f"{mark}达到3{mark}0次")
    assert document.text == "达到30次"
    assert document.offsets.to_source(2, 5) == (3, 7)


@pytest.mark.parametrize("source", ["", " ", "\n", "\ufeff", "\x00\x00", "\r\n\r\n", "\ud800", "第2/4页"])
def test_little_or_nothing(source: str) -> None:
    document = read(source)
    assert document.source == source
    assert document.offsets.to_source(0, len(document.text))[1] <= len(source)


def test_a_megabyte_on_one_line() -> None:
    source = "确保全年新增规上企业 160 家，" * 62_500
    document = read(source)
    assert len(document.text) == len(source) - 2 * 62_500
    start = document.text.rindex("160家")
    assert document.source[slice(*document.offsets.to_source(start, start + 4))] == "160 家"


@pytest.mark.parametrize(
    "run", ["\n", " ", "\u3000", ".", ". ", "·", "（", "“", "1\n", "一、", "第", "\x00", "—", "1 ", "\n "]
)
def test_long_runs_of_one_sign(run: str) -> None:
    source = run * (200_000 // len(run))
    assert read(source).source == source


def test_wrong_arguments() -> None:
    with pytest.raises(TypeError, match="decode bytes first"):
        read(b"text")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"datetime\.date or None"):
        read("text", reference_date="2021-04-25")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="overlap"):
        read("text", [lambda text: [Edit(0, 2, ""), Edit(1, 3, "")]])
    with pytest.raises(TypeError):
        as_document(3)  # type: ignore[arg-type]


def test_a_document_is_taken_as_it_is() -> None:
    document = Document.plain("增长6%")
    assert as_document(document) is document


@given(TEXTS)
def test_steps_give_edits_that_fit(text: str) -> None:
    for step in STEPS:
        edits = sorted(step(text))
        assert all(left.stop <= right.start for left, right in pairwise(edits)), step
        text = apply(text, edits)


@given(TEXTS)
def test_what_is_left_stands_in_the_source(text: str) -> None:
    document = read(text)
    assert document.source == text
    for position, char in enumerate(document.text):
        start, stop = document.offsets.to_source(position, position + 1)
        assert 0 <= start < stop <= len(text)
        if char.isalnum() and stop - start == 1:
            assert text[start] == char or not text[start].isascii()


@given(TEXTS)
def test_stretches_keep_their_order(text: str) -> None:
    document = read(text)
    places = [document.offsets.to_source(at, at + 1) for at in range(len(document.text))]
    assert all(left[0] <= right[0] and left[1] <= right[1] for left, right in pairwise(places))
