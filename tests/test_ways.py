"""Ways of saying something that one alternative of one pattern holds, and what is read in them.

``corpus/ways.tsv`` has a sentence and a reading, written as in ``carriers.tsv``; without the alternative that a
sentence is for, its reading would be another one.
"""

import pytest
from tests.carriers import FILE, SLOT, read


def _ways() -> list[list[str]]:
    lines = FILE.with_name("ways.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


@pytest.mark.parametrize(("sentence", "reading"), _ways())
def test_what_is_said_in_that_way_is_read(sentence: str, reading: str) -> None:
    (found,) = read(sentence.replace("⏎", "\n").replace("⇥", "\t"), (SLOT,))
    assert (reading.removeprefix("-") in found) is not reading.startswith("-")
