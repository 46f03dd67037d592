"""What a passage does with its figures: titles, openings, comparisons and exact counts, by a corpus."""

import datetime as dt
import re
from pathlib import Path

import pytest

from policyextract import Figures, read
from policyextract.testing import corpus

SAID = corpus(Path(__file__).parent / "corpus" / "passages.txt")
TODAY = dt.date(2021, 4, 25)


@pytest.mark.parametrize("case", SAID, ids=lambda case: f"{case.line}-{case.text}")
def test_a_passage_makes_of_a_figure_what_its_title_and_words_say(case) -> None:
    marked = re.search("【(.+)】", case.text)
    document = read(case.text.replace("【", "").replace("】", "").replace("⏎", "\n"), reference_date=TODAY)
    roles = {m.value.role.value for m in Figures()(document) if m.span.start == marked.start()}
    assert roles == {case.value}
