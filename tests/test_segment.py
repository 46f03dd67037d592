"""Sentences, clauses and paragraphs; the points of the outline."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract.clean import read
from policyextract.marks.segment import Segments, layout, outline
from policyextract.testing import Case, corpus
from policyextract.text.document import Document

CORPUS = Path(__file__).parent / "corpus"
PIECES = st.sampled_from(
    [
        *'一二三、。，；：！\n\t\u3000 “”"（）()1.3——要是第条',
        *(
            "一要",
            "二是",
            "（一）",
            "（二）",
            "1.",
            "2.",
            "一、",
            "二、",
            "2.1 ",
            "2.1.1",
            "①",
            "第一，",
            "第二条",
            "其一，",
        ),
        *("加快建设", "确保完成", "30个", "1,000亿元", "9:30", "【奖励】", "同志们："),
    ]
)
TEXTS = st.lists(PIECES, max_size=50).map("".join)


def stretches(text: str, kind: str) -> list[str]:
    segments: Segments = getattr(layout(Document.plain(text)), kind)
    return [text[start:stop] for start, stop in zip(segments.starts, segments.stops, strict=True)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("他说：“抓紧办。”随后检查。", ["他说：“抓紧办。”", "随后检查。"]),
        ('他说:"抓紧办。"随后检查。', ['他说:"抓紧办。"', "随后检查。"]),
        ('抓紧办。"三高四新"战略落地。', ["抓紧办。", '"三高四新"战略落地。']),
        ('落实"双过半"。"十四五"规划开局。', ['落实"双过半"。', '"十四五"规划开局。']),
        ("（见附件。）随后检查。", ["（见附件。）", "随后检查。"]),
        ("抓紧办。（市发展改革委牵头）", ["抓紧办。", "（市发展改革委牵头）"]),
        ("完成了吗？！完成了。", ["完成了吗？！", "完成了。"]),
        ("总体要求\n\n  抓紧办。", ["总体要求\n\n  ", "抓紧办。"]),
        ("一、总体要求\u3000 抓紧办。", ["一、总体要求\u3000 ", "抓紧办。"]),
        ("序号\t项目", ["序号\t", "项目"]),
        ("第二条\u3000为规范管理", ["第二条\u3000为规范管理"]),
        ("没有标点", ["没有标点"]),
        ("", [""]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert stretches(text, "sentences") == sentences


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("投资1,000亿元,增长6%", ["投资1,000亿元,", "增长6%"]),
        ("9:30开会:研究部署", ["9:30开会:", "研究部署"]),
        ("到2025年,2026年", ["到2025年,", "2026年"]),
        ("一、甲、乙，丙；丁：戊", ["一、甲、乙，", "丙；", "丁：", "戊"]),
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    assert stretches(text, "clauses") == clauses


def test_statements_and_paragraphs() -> None:
    text = "确保完成；力争超额。\n请执行"
    assert stretches(text, "statements") == ["确保完成；", "力争超额。", "\n", "请执行"]
    assert stretches(text, "paragraphs") == ["确保完成；力争超额。\n", "请执行"]


@pytest.mark.parametrize(
    ("line", "is_heading"), [("一、总体要求", True), ("抓好落实。", False), ("名称：", False), ("甲", False)]
)
def test_headings(line: str, is_heading: bool) -> None:
    document = Document.plain(f"前文。\n{line}\n后文。")
    assert layout(document).is_heading(document, 5) is is_heading


def points(text: str) -> str:
    document = read(text)
    return "|".join(f"{p.depth} {p.number} {document.text[slice(*p.title)] or '-'}" for p in outline(document).points)


@pytest.mark.parametrize("case", corpus(CORPUS / "outline.txt"), ids=lambda case: f"line-{case.line}")
def test_outline(case: Case) -> None:
    assert points(case.text.replace("⏎", "\n")) == case.value


@pytest.mark.parametrize("case", corpus(CORPUS / "outline_negative.txt"), ids=lambda case: f"line-{case.line}")
def test_no_points(case: Case) -> None:
    assert points(case.text) == ""
    assert points(f"前文：{case.text}。") == ""


def test_points_reach_to_the_next_of_their_list() -> None:
    document = read("一、抓投资。一要突出重点。二要强化保障。\n另起一段。\n二、抓园区。")
    first, inner, last, second = outline(document).points
    assert document.text[first.start : first.stop] == "一、抓投资。一要突出重点。二要强化保障。\n另起一段。\n"
    assert document.text[inner.start : inner.stop] == "一要突出重点。"
    assert document.text[last.start : last.stop] == "二要强化保障。"
    assert second.stop == len(document.text)
    tree = outline(document)
    assert [point.number for point in tree.path(document.text.index("保障"))] == [2, 1]
    assert tree.at(document.text.index("另起")) == first
    assert outline(read("前文。一、抓投资。")).at(0) is None


@given(TEXTS)
def test_segments_cover_the_text_and_nest(text: str) -> None:
    document = Document.plain(text)
    found = layout(document)
    for segments in (found.paragraphs, found.sentences, found.statements, found.clauses):
        assert segments.starts[0] == 0
        assert segments.stops[-1] == len(text)
        assert segments.starts[1:] == segments.stops[:-1]
        assert all(start < stop for start, stop in zip(segments.starts, segments.stops, strict=True)) or not text
    assert set(found.paragraphs.stops) <= set(found.sentences.stops)
    assert set(found.sentences.stops) <= set(found.statements.stops) <= set(found.clauses.stops)


@given(TEXTS)
def test_points_form_a_tree(text: str) -> None:
    found = outline(Document.plain(text)).points
    assert all(left.start < right.start for left, right in pairwise(found))
    for index, point in enumerate(found):
        assert 0 <= point.start < point.body <= point.stop <= len(text)
        assert point.body <= point.title[0] <= point.title[1]
        assert point.parent < index
        assert point.depth == (found[point.parent].depth + 1 if point.parent >= 0 else 0)
        if point.parent >= 0:
            assert found[point.parent].start < point.start < found[point.parent].stop


@pytest.mark.parametrize(
    "run", ["一", "一、", "（", "（一）", "1.", "\n", " ", "\u3000", "“", '。"', "。", ",", "2.1 ", "一要", "\n\u3000"]
)
def test_long_runs(run: str) -> None:
    document = Document.plain(run * (200_000 // len(run)))
    assert layout(document).clauses.stops[-1] == len(document.text)
    assert all(point.stop <= len(document.text) for point in outline(document).points)
