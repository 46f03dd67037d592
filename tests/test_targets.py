"""Figures: role, change, modality and indicator by a corpus; frames, baselines, scopes, targets without a figure."""

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract import Figures, NumericTargets, QualitativeTargets, extract, read
from policyextract.testing import check, clauses, corpus, quantities
from policyextract.values import Figure, QuantityRole

CORPUS = Path(__file__).parent / "corpus"
SAID = corpus(CORPUS / "figures.txt")
OUTCOMES = corpus(CORPUS / "outcomes.txt")
NO_OUTCOMES = corpus(CORPUS / "outcomes_negative.txt")
TODAY = dt.date(2021, 4, 25)


def written(figure: Figure) -> str:
    return " ".join(
        str(field) if field else "-" for field in (figure.role, figure.change, figure.modality, figure.indicator)
    )


def figures(text: str, today: dt.date | None = TODAY) -> dict[str, Figure]:
    document = read(text, reference_date=today)
    return {document.quote(mention.span): mention.value for mention in Figures()(document)}


@pytest.mark.parametrize("case", SAID, ids=lambda case: f"{case.line}-{case.text}")
def test_a_figure_is_told_for_what_it_is(case) -> None:
    span = re.search("【(.+)】", case.text)[1]
    text = case.text.replace("【", "").replace("】", "").replace("⏎", "\n")
    assert written(figures(text)[span]) == case.value


@pytest.mark.parametrize("case", SAID, ids=lambda case: f"{case.line}-{case.text}")
def test_the_promises_of_an_extractor_hold(case) -> None:
    for extractor in (Figures(), NumericTargets(), QualitativeTargets()):
        check(extractor, case.text)


def test_a_section_that_looks_back_reports_and_one_that_looks_ahead_asks() -> None:
    text = (
        "一、2020年工作回顾\n地区生产总值增长3.5%，城镇新增就业4.2万人。基本医保参保率提高到96%。\n"
        "二、2021年主要目标\n地区生产总值增长7%，城镇新增就业5万人。基本医保参保率提高到98%。"
    )
    roles = {quote: figure.role.value for quote, figure in figures(text).items()}
    assert roles == {
        "3.5%": "achieved",
        "4.2万人": "achieved",
        "96%": "achieved",
        "7%": "target",
        "5万人": "target",
        "98%": "target",
    }


def test_a_paragraph_that_opens_on_the_past_reports() -> None:
    text = "过去一年，我们攻坚克难。粮食产量达到30万吨。\n今年要重点抓好以下工作。粮食产量达到31万吨。"
    assert [figure.role.value for figure in figures(text).values()] == ["achieved", "target"]


def test_a_passage_without_a_heading_leans_by_its_words() -> None:
    review = "改革取得新进展。放管服改革扎实推进，营商环境持续改善。企业开办时间压缩一半以上，新设企业增长近20%。"
    analysis = "设施短板突出，排水能力不足30立方米/小时，应急队伍力量薄弱。"
    plan = "深化改革，鼓励创新，完善服务体系。企业开办时间压缩三分之一以上。"
    roles = {quote: figure.role.value for quote, figure in figures(f"{review}\n{analysis}", None).items()}
    assert roles == {"一半": "achieved", "20%": "achieved", "30立方米/小时": "achieved"}
    assert [figure.role.value for figure in figures(plan, None).values()] == ["target"]


def test_a_summing_up_tells_what_stands_before_it() -> None:
    works = "一是加强宏观调控。新建公路300公里。\n二是推进创新。培育企业50家。"
    assert {figure.role.value for figure in figures(works, None).values()} == {"target"}
    summed = f"{works}\n过去一年取得的成绩，来之不易。"
    assert {figure.role.value for figure in figures(summed, None).values()} == {"achieved"}


def test_a_title_of_review_tells_what_was_paid_under_it() -> None:
    text = "一、2020年工作回顾\n发放农机补贴260万元，资助贫困学生80人，补助危房改造资金300万元，每户补助2万元。"
    roles = {quote: figure.role.value for quote, figure in figures(text).items()}
    assert roles == {"260万元": "achieved", "80人": "achieved", "300万元": "achieved", "2万元": "other"}


def test_a_letter_is_known_by_its_title_line() -> None:
    assert figures("要向社会公告企业名单。\n到2025年，比重达到11%。", None)["11%"].role == "target"
    assert figures("生育津贴申领指南\n比重达到11%。", None)["11%"].role == "other"


@pytest.mark.parametrize(("today", "role"), [(dt.date(2019, 2, 1), "target"), (dt.date(2022, 2, 1), "achieved")])
def test_the_day_of_the_document_tells_a_report_from_a_plan(today: dt.date, role: str) -> None:
    assert figures("2020年，森林覆盖率达到45%。", today)["45%"].role == role


def test_a_measure_of_subsidies_promises_nothing() -> None:
    text = "第一条 年产值首次达到1亿元的，给予50万元奖励。第二条 每年评选不超过10家企业，按投资额的10%给予补贴。"
    assert {figure.role for figure in figures(text).values()} == {QuantityRole.OTHER}


def test_a_goal_that_is_expected_makes_its_paragraph_expected() -> None:
    text = "预期目标是：地区生产总值增长6%；物价涨幅3%左右；收支平衡，能耗下降2%。税收增长4%。\n新建学校5所。"
    firmness = [figure.modality.value for figure in figures(text).values()]
    assert firmness == ["expected"] * 4 + ["plain"]


@pytest.mark.parametrize("named", ["预期目标", "预期指标"])
def test_the_cue_of_what_a_title_makes_expected_is_its_own_word(named: str) -> None:
    (figure,) = figures(f"二、主要{named}\n税收增长4%。").values()
    assert (figure.modality.value, figure.cue) == ("expected", named)


def test_points_under_a_title_of_expected_goals_are_expected_but_for_their_own_word() -> None:
    text = "一、确保完成全年主要预期目标\n1.税收增长7%。\n2.投资力争增长9%。\n二、抓好项目\n1.新建6所学校。"
    firmness = {quote: figure.modality.value for quote, figure in figures(text).items()}
    assert firmness == {"7%": "expected", "9%": "strive", "6所": "plain"}
    dashes = "今年的主要预期目标是：\n——税收增长7%。\n——新增就业3万人，确保失业率低于4%。\n为此，要新建6所学校。"
    firmness = {quote: figure.modality.value for quote, figure in figures(dashes).items()}
    assert firmness == {"7%": "expected", "3万人": "expected", "4%": "required", "6所": "plain"}


@pytest.mark.parametrize("case", SAID, ids=lambda case: f"{case.line}-{case.text}")
def test_a_sentence_keeps_its_figures_beside_an_unrelated_one(case) -> None:
    text = case.text.replace("【", "").replace("】", "").rstrip("。") + "。"
    alone = figures(text)
    for other in ("各单位要认真组织实施。", "会议由办公室主任主持。"):
        assert figures(other + text) == figures(text + other) == figures(f"{other}\n{text}\n{other}") == alone


def test_cue_baseline_and_scope_are_named() -> None:
    found = figures("力争全市单位能耗比上年下降3%，其中，各县区工业用水较2020年降低10%以上。")
    assert (found["3%"].cue, found["3%"].baseline, found["3%"].scope) == ("力争", "比上年", "全市")
    assert (found["10%"].baseline, found["10%"].scope) == ("较2020年", "各县区")


def test_each_figure_says_what_decided() -> None:
    document = read("增长6%，紧盯20个项目，税率由16%降至13%。")
    assert [mention.rule for mention in Figures()(document)] == [
        "quantity.unit.move",
        "quantity.unit.attended",
        "quantity.unit.source",
        "quantity.unit.state",
    ]


def test_targets_are_the_figures_with_that_role() -> None:
    text = "目前已建成12个，确保年内建成20个。"
    assert [mention.value.quantity.low for mention in NumericTargets()(text)] == [20]
    assert len(Figures()(text)) == 2


def _outcome(text: str) -> list[str]:
    return [
        f"{m.value.kind} {m.value.modality} {m.value.indicator} {m.value.wording}" for m in QualitativeTargets()(text)
    ]


@pytest.mark.parametrize("case", OUTCOMES, ids=lambda case: f"{case.line}-{case.text}")
def test_a_target_without_a_figure_is_found(case) -> None:
    assert _outcome(case.text) == [case.value]


@pytest.mark.parametrize("case", NO_OUTCOMES, ids=lambda case: f"{case.line}-{case.text}")
def test_what_promises_no_outcome_stays_out(case) -> None:
    assert _outcome(case.text) == []


def test_targets_without_a_figure_are_a_layer_of_their_own() -> None:
    result = extract("确保居民收入增长与经济增长基本同步，城镇新增就业5万人。")
    assert [mention.value.wording for mention in result.qualitative_targets] == ["与经济增长基本同步"]
    assert [row["text"] for row in result.to_dict()["qualitative_targets"]] == ["与经济增长基本同步"]
    assert [row["text"] for row in result.to_dict()["quantities"]] == ["5万人"]


@given(quantities(), st.sampled_from(("确保", "力争", "")))
def test_a_wording_that_asks_makes_a_target(stated, modal: str) -> None:
    start = stated.text.index("指标")
    (mention,) = Figures()(stated.text[:start] + modal + stated.text[start:])
    assert (mention.value.role, mention.value.quantity) == (QuantityRole.TARGET, stated.quantity)
    assert (mention.value.modality == "plain") is (modal == "")


@given(clauses(), st.text(max_size=30), clauses())
def test_any_text_has_figures_or_none(left: str, middle: str, right: str) -> None:
    for extractor in (Figures(), QualitativeTargets()):
        check(extractor, f"{left}，{middle}；{right}。")


@pytest.mark.parametrize(
    "text",
    ["确保" * 3000 + "达到90%", "、5个" * 2000, "增长5%，" * 2000, "与" * 3000 + "同步", "过去一年" * 2000 + "5%"],
)
def test_long_runs_are_read_in_time(text: str) -> None:
    for extractor in (Figures(), QualitativeTargets()):
        check(extractor, text)
