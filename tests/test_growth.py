"""Cost grows with the size and no faster. ``python -m benchmarks steady`` asks every word; here every eightieth."""

from itertools import islice

import pytest
from benchmarks import steady
from benchmarks.texts import lexicon_words


def too_steep(found) -> dict[str, float]:
    return {name: round(growth, 1) for name, growth in found if growth > steady.MOST}


def test_words_again_and_again() -> None:
    assert not too_steep(steady.of_words(islice(lexicon_words(), 7, None, 80), 600))


def test_much_of_one_thing_in_one_place_and_every_export_of_it() -> None:
    assert not too_steep(steady.of_shapes(40))


def test_text_files_of_blank_lines() -> None:
    assert not too_steep(steady.of_lines(2_000))


@pytest.mark.parametrize(("power", "is_steep"), [(1, False), (2, True)])
def test_a_quadratic_cost_is_seen(power: int, is_steep: bool) -> None:
    steps = {size: range(size**power) for size in (600, 2400)}
    found = steady.growth(lambda size: lambda: sum(steps[size]), 600)
    assert (found > steady.MOST) is is_steep
