"""The way between a cleaned text and its source, through any number of edits."""

import pickle
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policyextract.text.offsets import Edit, OffsetMap, apply

REPLACEMENTS = st.text(alphabet="甲乙丙", max_size=3)


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> list[Edit]:
    marks = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = [(marks[at], marks[at + 1]) for at in range(0, len(marks) - 1, 2)]
    return [Edit(start, stop, draw(REPLACEMENTS) if start < stop else "") for start, stop in pairs]


@st.composite
def rounds(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    source = text = draw(st.text(alphabet="0123456789", max_size=20))
    steps = []
    for _ in range(draw(st.integers(0, 4))):
        steps.append(draw(edits_of(len(text))))
        text = apply(text, steps[-1])
    return source, steps


def cleaned(source: str, steps: list[list[Edit]]) -> tuple[str, OffsetMap]:
    text, offsets = source, OffsetMap.identity(len(source))
    for edits in steps:
        text, offsets = apply(text, edits), offsets.then(edits)
    return text, offsets


@given(rounds())
def test_pieces_cover_the_text(made: tuple[str, list[list[Edit]]]) -> None:
    source, steps = made
    text, offsets = cleaned(source, steps)
    assert offsets.pieces[0].text_start == 0
    assert offsets.pieces[-1].text_stop == len(text)
    assert all(left.text_stop == right.text_start for left, right in pairwise(offsets.pieces))
    assert all(
        left.source_stop <= right.source_start or left.source_start <= right.source_start
        for left, right in pairwise(offsets.pieces)
    )


@given(rounds())
def test_digits_that_no_edit_made_come_from_their_own_place(made: tuple[str, list[list[Edit]]]) -> None:
    source, steps = made
    text, offsets = cleaned(source, steps)
    for piece in offsets.pieces:
        stretch = text[piece.text_start : piece.text_stop]
        if piece.verbatim and stretch.isdecimal():
            assert source[piece.source_start : piece.source_stop] == stretch


@given(rounds(), st.integers(0, 40), st.integers(0, 40))
@example(("00", [[Edit(0, 1, "丙丙")], [Edit(1, 3, "丙")]]), 0, 1)
def test_there_and_back(made: tuple[str, list[list[Edit]]], first: int, second: int) -> None:
    source, steps = made
    text, offsets = cleaned(source, steps)
    start, stop = sorted((first % (len(text) + 1), second % (len(text) + 1)))
    source_start, source_stop = offsets.to_source(start, stop)
    assert 0 <= source_start <= source_stop <= len(source) or not text
    if start < stop and source_start < source_stop:
        back = offsets.to_text(source_start, source_stop)
        assert back[0] <= start
        assert back[1] >= stop


@given(st.text(alphabet="0123456789", max_size=20), st.data())
def test_one_step_of_removals_goes_there_and_back_exactly(source: str, data: st.DataObject) -> None:
    edits = [Edit(edit.start, edit.stop, "") for edit in data.draw(edits_of(len(source)))]
    text, offsets = apply(source, edits), OffsetMap.of(len(source), edits)
    for start in range(len(text)):
        for stop in range(start + 1, len(text) + 1):
            there = offsets.to_source(start, stop)
            kept = [source[at] for at in range(*there) if not any(e.start <= at < e.stop for e in edits)]
            assert "".join(kept) == text[start:stop]
            assert offsets.to_text(*there) == (start, stop)


def test_removed_characters_at_the_ends_stay_out() -> None:
    offsets = OffsetMap.of(9, [Edit(0, 2, ""), Edit(4, 5, ""), Edit(7, 9, "")])
    assert offsets.to_source(0, 4) == (2, 7)
    assert offsets.to_source(2, 3) == (5, 6)
    assert offsets.to_source(2, 2) == (5, 5)


def test_a_replacement_stands_whole_for_what_it_replaces() -> None:
    offsets = OffsetMap.of(6, [Edit(2, 4, "百分之")])
    assert offsets.to_source(3, 4) == (2, 4)
    assert offsets.to_source(0, 7) == (0, 6)


def test_what_is_put_in_has_no_place_in_the_source() -> None:
    offsets = OffsetMap.of(4, [Edit(2, 2, "百分")])
    assert offsets.to_source(2, 4) == (2, 2)
    assert offsets.to_source(0, 6) == (0, 4)
    assert offsets.to_source(4, 6) == (2, 4)


def test_nothing_left() -> None:
    offsets = OffsetMap.of(3, [Edit(0, 3, "")])
    assert offsets.to_source(0, 0) == (0, 0)
    assert offsets.to_text(0, 3) == (0, 0)


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        ([Edit(0, 3, ""), Edit(2, 4, "")], "edits overlap at 2"),
        ([Edit(3, 9, "")], "edit ends at 9, past the end of the text \\(4\\)"),
    ],
)
def test_edits_that_do_not_fit(edits: list[Edit], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        apply("abcd", edits)
    with pytest.raises(ValueError, match=message):
        OffsetMap.of(4, edits)


@pytest.mark.parametrize(("start", "stop"), [(-1, 2), (3, 2)])
def test_edits_that_are_none(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match=f"start={start}, stop={stop}"):
        Edit(start, stop, "")


def test_maps_are_values() -> None:
    offsets = OffsetMap.of(7, [Edit(2, 3, "")])
    assert pickle.loads(pickle.dumps(offsets)) == offsets
    assert hash(offsets) == hash(OffsetMap.of(7, [Edit(2, 3, "")]))
