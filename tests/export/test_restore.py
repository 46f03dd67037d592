"""A result from its JSON form."""

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyextract import Result, extract

TEXTS = (
    "",
    "各县市政府要在6月底前确保网上可办率达到90%以上，力争达到95%。",
    "（一）围绕“三高四新”战略，州财政局牵头，州发改委配合，今年新增企业160家左右，三分之二的事项按季度调度。",
    "请于5月7日17:30前报送，每周五9:00—11:30调度，14:00前签到，施救过程中随时报告。",
    "各縣區要於3、6、12月底前完成整改，经(jīng)济增长6%。",
    "到2025年，常住人口城镇化率不低于65%；森林覆盖率提高2—3个百分点。",
)


def test_a_result_made_by_hand_comes_back_unchanged(result: Result) -> None:
    data = json.loads(result.to_json())
    assert Result.from_dict(data, result.document) == result


@pytest.mark.parametrize("text", TEXTS)
def test_a_result_comes_back_unchanged_from_json_and_the_text(text: str) -> None:
    found = extract(text, reference_date=dt.date(2021, 4, 25))
    assert Result.from_dict(json.loads(found.to_json()), text) == found


def test_the_date_that_a_document_states_comes_back() -> None:
    text = "今年6月底前完成改造30个。\n\n某县人民政府\n2021年4月25日"
    found = extract(text)
    assert found.reference_date == dt.date(2021, 4, 25)
    assert Result.from_dict(json.loads(found.to_json()), text) == found


PHRASES = st.sampled_from(
    ["确保达到90%，", "由县政务局牵头，", "6月底前", "每日17:00前", "“三高四新”", "\r\n", "三分之二", "\n2021年4月25日"]
)


@settings(max_examples=50, deadline=None)
@given(st.lists(PHRASES | st.text(max_size=5), max_size=12).map("".join))
def test_any_result_comes_back_unchanged(source: str) -> None:
    found = extract(source)
    assert Result.from_dict(json.loads(found.to_json()), source) == found


def test_another_text_or_version_is_refused(result: Result) -> None:
    with pytest.raises(ValueError, match="characters"):
        Result.from_dict(result.to_dict(), "另一篇")
    with pytest.raises(ValueError, match="schema 1"):
        Result.from_dict({**result.to_dict(), "schema": 2}, result.document)
