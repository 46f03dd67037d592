"""The page as a file: it stands alone, escapes what it shows, and keeps every character of the source."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyextract import Result, extract

pytest.importorskip("jinja2")

from policyextract.export.highlight import found, pieces
from policyextract.export.page import page
from policyextract.export.timeline import timeline


class Text(HTMLParser):
    """The text of the element of class ``text``, and the ids of its pieces with their offsets."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.text = ""
        self.starts: dict[int, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = dict(attrs)
        if given_.get("class") == "text":
            self.inside = True
        elif self.inside:
            self.starts[int((given_["id"] or "p0")[1:])] = len(self.text)

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "div"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text += data


def read(html: str) -> Text:
    parser = Text()
    parser.feed(html)
    return parser


def test_the_page_shows_every_character_of_the_source_in_its_place(result: Result) -> None:
    shown = read(page(result))
    assert shown.text == result.document.source
    assert all(start == at for start, at in shown.starts.items())
    assert {mention.span.start for mention in found(result)} <= set(shown.starts)


def test_the_page_stands_alone_and_escapes(result: Result) -> None:
    html = page(result, title="<i>&")
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//|@import|url\(""", html)
    assert "<b>讲话" not in html
    assert "<title>&lt;i&gt;&amp;</title>" in html
    assert page(extract("</script><script>alert(1)</script>确保达到90%")).count("</script>") == 3


def test_the_page_is_written_byte_for_byte(result: Result, tmp_path: Path) -> None:
    result.to_html(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes().decode() == page(result)


@pytest.mark.parametrize("source", ["", "\x00\ud800\ufffe确保增长6%", "\n\n增长6%", "“" * 500])
def test_no_text_breaks_the_page(source: str, tmp_path: Path) -> None:
    extract(source).to_html(tmp_path / "page.html")
    assert len(read((tmp_path / "page.html").read_bytes().decode()).text) == len(source)


PHRASES = st.sampled_from(
    ["确保网上可办率达到90%，", "由县政务局牵头，", "6月底前", "“三高四新”", "\r\n", "<b>", "&amp;", "𠮷"]
)


@settings(max_examples=50, deadline=None)
@given(st.lists(PHRASES | st.text(max_size=5), max_size=12).map("".join))
def test_any_text_is_shown_as_it_is_but_for_what_a_page_cannot_hold(source: str) -> None:
    shown = "".join("\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in source)
    assert read(page(extract(source))).text == shown


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8)), max_size=12))
def test_pieces_cover_the_source_once_and_know_what_lies_over_them(spans: list[tuple[int, int]]) -> None:
    from policyextract import Mention, Span

    source = "一二三四五六七八九十" * 3
    mentions = [Mention(Span(start, start + length), number, "rule") for number, (start, length) in enumerate(spans)]
    cut = list(pieces(source, mentions))
    assert "".join(piece.text for piece in cut) == source
    for piece in cut:
        over = {mention.value for mention in mentions if piece.start in mention.span}
        assert {mention.value for mention in piece.mentions} == over
        assert {mention.value for mention in piece.opens} == {v for v in over if spans[v][0] == piece.start}


def test_the_timeline_lies_within_its_years(result: Result) -> None:
    line = timeline(result.times)
    assert [bar.latest.isoformat() for bar in line.bars if bar.latest] == ["2021-06-30", "2021-12-31"]
    assert (line.bars[0].left, round(line.bars[0].width)) == (0, 50)
    assert line.bars[1].left + line.bars[1].width == pytest.approx(100)
    assert line.ticks[0].left == 0
