"""Values as people read them: every member of an enum has its word."""

import pytest

from policyextract import parse_time, values
from policyextract.export import wording

WORDS = {
    values.QuantityRole: wording.QUANTITY_ROLES,
    values.Change: wording.CHANGES,
    values.Modality: wording.MODALITIES,
    values.Outcome: wording.OUTCOMES,
    values.TimeKind: wording.TIME_KINDS,
    values.TimeRole: wording.TIME_ROLES,
    values.TimeUnit: wording.TIME_UNITS,
    values.DepartmentKind: wording.DEPARTMENT_KINDS,
    values.DepartmentRole: wording.DEPARTMENT_ROLES,
    values.SloganKind: wording.SLOGAN_KINDS,
}


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_every_member_has_its_word(kind) -> None:
    assert set(WORDS[kind]) == set(kind)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("30秒", "30秒"),
        ("2024年5月7日17:30前", "2024年5月7日17:30前"),
        ("2024年5月7日9:00—11:30", "2024年5月7日09:00至11:30"),
        ("2024年5月7日下午3时起", "2024年5月7日15:00起"),
        ("每周五17:00前", "每1周17:00前"),
        ("14:00前", "14:00前"),
    ],
)
def test_moments_in_words(text: str, words: str) -> None:
    assert wording.moment(parse_time(text)) == words
