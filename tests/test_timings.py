"""Time limits told from references."""

import datetime as dt
import re
from pathlib import Path

import pytest

from policyextract import TimeLimits, Timings, read
from policyextract.testing import corpus

SAID = corpus(Path(__file__).parent / "corpus" / "timings.txt")


@pytest.mark.parametrize("case", SAID, ids=lambda case: f"{case.line}-{case.text}")
def test_a_time_has_its_role(case) -> None:
    span = re.search("【(.+)】", case.text)[1]
    document = read(case.text.replace("【", "").replace("】", ""), reference_date=dt.date(2021, 4, 25))
    roles = {document.quote(mention.span): mention.value.role.value for mention in Timings()(document)}
    assert roles.get(span) == case.value, roles


def test_time_limits_are_the_timings_with_that_role() -> None:
    document = read("去年完成30项，今年确保完成40项，每季度调度一次。", reference_date=dt.date(2021, 4, 25))
    assert [document.quote(mention.span) for mention in TimeLimits()(document)] == ["今年", "每季度"]
    assert len(Timings()(document)) == 3
