"""What stands between two marks: titles, brackets and quotation marks, nested, turned round, or without a partner."""

import pytest

from policyextract.marks.enclosure import brackets, titles
from policyextract.marks.quotation import quotations
from policyextract.text.document import Document


def parts(kind, text: str) -> list[str]:
    return [text[start:stop] for start, stop in kind(Document.plain(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("建设学校（市教育局牵头）和医院(市卫健委牵头)。", ["（市教育局牵头）", "(市卫健委牵头)"]),
        ("【责任单位】市水务局〔含各分局〕[下同]〖注〗", ["【责任单位】", "〔含各分局〕", "[下同]", "〖注〗"]),
        ("由市教育局（教育督导室（局））牵头", ["（教育督导室（局））"]),
        ("1）新建学校（市教育局牵头）。", ["（市教育局牵头）"]),
        ("名单（见附件。责任单位（市教育局）。", ["（市教育局）"]),
        ("名单（见附件\n下一行）", []),
        ("市教育局（教育督导室)牵头", ["（教育督导室)"]),
    ],
)
def test_brackets(text, found) -> None:
    assert parts(brackets, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("落实《工作要点》和《分工方案》", ["《工作要点》", "《分工方案》"]),
        ("印发《关于转发《工作要点》的通知》", ["《关于转发《工作要点》的通知》"]),
        ("落实《工作要点和《分工方案》", ["《分工方案》"]),
        ("落实工作要点》和分工方案", []),
    ],
)
def test_titles(text, found) -> None:
    assert parts(titles, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推行“林长制”和‘田长制’", ["“林长制”", "‘田长制’"]),
        ('推行“"林长制"”，推行"“田长制”"', ['"林长制"', "“田长制”"]),
        ('推行"林长制"和"田长制"', ['"林长制"', '"田长制"']),
        ('推行"林长制"，完善"田长制，推行"河长制"。', ['"林长制"', '"河长制"']),
        ("推行”林长制“、”田长制“。", ["”林长制“", "”田长制“"]),
        ("推行”林长制“，完善“田长制”。", ["”林长制“", "“田长制”"]),
        ("推行“林长制”，完善“田长制”。", ["“林长制”", "“田长制”"]),
        ("推行“林长制和田长制。\n推行“河长制”。", ["“河长制”"]),
    ],
)
def test_quotations(text, found) -> None:
    assert parts(quotations, text) == found


def test_what_is_around_a_place() -> None:
    text = "印发《关于转发《工作要点》的通知》（见附件）"
    named = titles(Document.plain(text))
    assert [named.around(text.index(word)) is not None for word in ("印发", "关于", "工作", "通知", "见附件")] == [
        False,
        *(True,) * 3,
        False,
    ]
