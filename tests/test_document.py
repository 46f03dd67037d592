"""The document and its spans: quotes, mentions there and back, what is kept and what is pickled."""

import datetime as dt
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract.clean import read
from policyextract.text.document import Document, Find, shared
from policyextract.text.span import Mention, Span

SOURCES = st.lists(
    st.sampled_from([*"０９1达到确保，。%\n ", "\r\n", "\u200b", "第2/4页", "亿元", "\n\n", "  "]), max_size=40
).map("".join)


@given(SOURCES, st.integers(0, 200), st.integers(0, 200))
def test_finds_become_mentions_and_come_back(source: str, first: int, second: int) -> None:
    document = read(source)
    start, stop = sorted((first % (len(document.text) + 1), second % (len(document.text) + 1)))
    find = Find(start, stop, "value", "rule")
    mention = document.mention(find)
    assert mention.span.stop <= len(source)
    if start < stop:
        assert document.find(mention) == find
    quoted = document.quote(mention.span)
    assert quoted == "".join(source[mention.span.start : mention.span.stop].split())


def test_what_is_shared_is_worked_out_once() -> None:
    calls = []

    @shared
    def length(document: Document) -> int:
        """How long it is."""
        calls.append(document)
        return len(document.text)

    document = Document.plain("增长6%")
    assert [length(document), length(document), len(calls)] == [4, 4, 1]
    assert length.__doc__ == "How long it is."
    assert length(Document.plain("增长6%")) == 4
    assert len(calls) == 2


def test_none_is_kept_too() -> None:
    document, calls = Document.plain("增长6%"), []
    for _ in range(2):
        assert document.once("key", lambda read: calls.append(read)) is None
    assert len(calls) == 1


def test_documents_are_values() -> None:
    document = read("增长 6%", reference_date=dt.date(2021, 4, 25))
    document.once("key", lambda read: len(read.text))
    copy = pickle.loads(pickle.dumps(document))
    assert copy == document
    assert hash(copy) == hash(document)
    assert copy.once("key", lambda read: -1) == -1
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        document.text = "增长7%"  # type: ignore[misc]


@pytest.mark.parametrize(("start", "stop"), [(-1, 2), (3, 2)])
def test_spans_that_are_none(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match=f"start={start}, stop={stop}"):
        Span(start, stop)


@given(*[st.integers(0, 9)] * 4)
def test_spans_as_sets_of_positions(a: int, b: int, c: int, d: int) -> None:
    left, right = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    some, others = set(range(left.start, left.stop)), set(range(right.start, right.stop))
    assert len(left) == len(some)
    assert left.overlaps(right) is right.overlaps(left)
    assert left.overlaps(right) is bool(some & others) or not some or not others
    if some and others:
        assert left.covers(right) is (others <= some)
    assert all((position in left) is (position in some) for position in range(12))


def test_mentions_are_values() -> None:
    mention = Mention(Span(0, 3), "30次", "quantity.count")
    assert pickle.loads(pickle.dumps(mention)) == mention
    assert len({mention, Mention(Span(0, 3), "30次", "quantity.count")}) == 1
    assert Span(0, 3) < Span(0, 4) < Span(1, 2)
