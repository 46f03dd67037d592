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
    text = case.text.replace("【", "").replace("】", "").replace("⏎", "\n")
    document = read(text, reference_date=dt.date(2021, 4, 25))
    roles = {document.quote(mention.span): mention.value.role.value for mention in Timings()(document)}
    assert roles.get(span) == case.value, roles


def test_what_is_foreseen_of_a_period_that_ends_is_a_reference() -> None:
    text = "今年预计实现产值90亿元。"
    roles = {
        day: [m.value.role.value for m in Timings()(read(text, reference_date=day))]
        for day in (dt.date(2021, 2, 1), dt.date(2021, 12, 5))
    }
    assert roles == {dt.date(2021, 2, 1): ["limit"], dt.date(2021, 12, 5): ["reference"]}


def test_time_limits_are_the_timings_with_that_role() -> None:
    document = read("去年完成30项，今年确保完成40项，每季度调度一次。", reference_date=dt.date(2021, 4, 25))
    assert [document.quote(mention.span) for mention in TimeLimits()(document)] == ["今年", "每季度"]
    assert len(Timings()(document)) == 3


@pytest.mark.parametrize(
    ("item", "role"), [("连续【3个月】停业；", "reference"), ("应当在【3个工作日内】补报；", "limit")]
)
def test_the_items_of_a_list_of_conditions_set_none_but_for_a_duty(item: str, role: str) -> None:
    span = re.search("【(.+)】", item)[1]
    text = f"有下列情形之一的，终止协议：\n（一）未按期备案；\n（二）{item.replace('【', '').replace('】', '')}"
    document = read(text, reference_date=dt.date(2021, 4, 25))
    assert {document.quote(mention.span): mention.value.role for mention in Timings()(document)}[span] == role


def test_times_of_a_review_are_references() -> None:
    text = "一、2020年工作回顾\n新建学校20所，每年减负3亿元。\n二、2021年工作任务\n新建学校30所，每年减负4亿元。"
    document = read(text, reference_date=dt.date(2021, 4, 25))
    roles = [mention.value.role for mention in Timings()(document) if document.quote(mention.span) == "每年"]
    assert roles == ["reference", "limit"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("5月20日省政府召开全省防汛会议，并通报险情。", "reference"),
        ("9月3日县委印发巡察方案，部署新一轮巡察。", "reference"),
        ("5月20日前召开防汛会议。", "limit"),
        ("各镇要在9月完成巡察整改。", "limit"),
        ("9月3日上午8:30集中报到。", "limit"),
    ],
)
def test_a_text_of_1_january_is_one_of_which_only_the_year_is_known(text, role) -> None:
    found = Timings()(read(text, reference_date=dt.date(2021, 1, 1)))
    assert [mention.value.role.value for mention in found] == [role]
