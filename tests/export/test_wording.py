"""Values as people read them: every member of an enum has its word."""

from enum import StrEnum

import pytest

from policyextract import lexicon, parse_time, values
from policyextract.export import wording

ENUMS = [value for value in vars(values).values() if isinstance(value, type) and issubclass(value, StrEnum)]


@pytest.mark.parametrize("kind", [kind for kind in ENUMS if kind is not StrEnum], ids=lambda kind: kind.__name__)
def test_every_member_has_its_word(kind) -> None:
    assert set(lexicon.pairs("export/members", kind.__name__)) == {member.value for member in kind}


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
