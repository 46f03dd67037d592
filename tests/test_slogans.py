"""Slogans by their build, their surroundings and their names; what is none; their fields; the census."""

import datetime as dt
import pickle
from pathlib import Path

import pytest
from benchmarks.learn_runs import judged
from hypothesis import given, settings
from hypothesis import strategies as st

from policyextract import Result, Slogans, extract, lexicon, read
from policyextract.grammar.slogan.balance import balance
from policyextract.grammar.slogan.expansion import numerals
from policyextract.slogans import Use, census
from policyextract.testing import check, corpus
from policyextract.values import SloganKind

CORPUS = Path(__file__).parent / "corpus"
SAID = corpus(CORPUS / "slogans.txt")
NEGATIVE = corpus(CORPUS / "slogans_negative.txt")


def found(text: str) -> str:
    text = text.replace("⏎", "\n")
    document = read(text)
    return " | ".join(f"{m.value.kind.value} {document.quote(m.span)}" for m in check(Slogans(), text))


@pytest.mark.parametrize("case", SAID, ids=lambda case: f"{case.line}-{case.text}")
def test_a_slogan_is_found_with_its_kind(case) -> None:
    assert found(case.text).replace('"', "") == case.value


@pytest.mark.parametrize("case", NEGATIVE, ids=lambda case: f"{case.line}-{case.text}")
def test_what_is_no_slogan_stays_out(case) -> None:
    assert found(case.text) == ""


@pytest.mark.parametrize("case", SAID, ids=lambda case: f"{case.line}-{case.text}")
def test_the_members_make_up_the_text(case) -> None:
    for mention in Slogans()(read(case.text.replace("⏎", "\n"))):
        items = mention.value.items
        if items:
            text = case.text.replace("⏎", "")
            assert all(item in text for item in items)
            joined = "".join(char for char in "".join(items) if char not in "、，,")
            span = read(case.text.replace("⏎", "\n")).quote(mention.span)
            assert joined == "".join(char for char in span if char not in "、，,")
        assert bool(items) or mention.value.kind is not SloganKind.PARALLEL


@pytest.mark.parametrize(
    ("label", "counts"),
    [
        ("三高四新", (3, 4)),
        ("双随机、一公开", (2, 1)),
        ("两不愁三保障", (2, 3)),
        ("三去一降一补", (3, 1, 1)),
        ("五位一体", (5,)),
        ("一老一小", (1, 1)),
        ("十大工程", (10,)),
        ("十四个坚持", (14,)),
        ("二十四节气", (24,)),
        ("四个一批", (4,)),
        ("五个一", (5,)),
        ("1+10+N", (1, 10)),
        ("1345", (1, 3, 4, 5)),
        ("一网通办", ()),
        ("放管服", ()),
        ("互联网+", ()),
    ],
)
def test_a_label_announces_its_members(label: str, counts: tuple[int, ...]) -> None:
    assert numerals(label) == counts


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("严格执行“四个严”：严审批、严监管、严执法、严问责。", ("严审批", "严监管", "严执法", "严问责")),
        ("落实“三同步”（同步规划、同步建设、同步使用）制度", ("同步规划", "同步建设", "同步使用")),
        ("打造“两区”，即先行区、示范区，", ("先行区", "示范区")),
        ("开展访贫困、访信访、访企业“三访”活动", ("访贫困", "访信访", "访企业")),
        ("推进谋划一批、开工一批、投产一批“三个一批”", ("谋划一批", "开工一批", "投产一批")),
        ("坚持讲学习、讲政治、讲正气的“三讲”教育", ("讲学习", "讲政治", "讲正气")),
        ("推进“三个转变”，加快转型、升级、提质。", ()),
        ("推进“四个转变”：转观念、转方式。", ()),
        ("推进“四链”工作", ()),
    ],
)
def test_a_label_is_expanded_where_the_text_spells_it_out(text: str, members: tuple[str, ...]) -> None:
    (label,) = (mention for mention in Slogans()(text) if mention.value.numeral_of)
    assert label.value.expansion == members


def test_a_slogan_keeps_to_its_quotation_marks() -> None:
    text = "围绕“三高\n四新”战略"
    (mention,) = Slogans()(text)
    assert text[mention.span.start : mention.span.stop] == "三高\n四新"
    assert mention.rule == "slogan.label-quoted"


def test_members_of_one_head_may_differ_in_length() -> None:
    (mention,) = Slogans()("推动各国互通有无、互利、互助、互信、互鉴。")
    assert mention.value.items == ("互通有无", "互利", "互助", "互信", "互鉴")


def test_a_motto_may_be_the_title_above_another() -> None:
    mentions = Slogans()("——解放思想、实事求是\n坚持改革、坚持开放\n")
    assert [mention.value.items for mention in mentions] == [("解放思想", "实事求是"), ("坚持改革", "坚持开放")]


def test_labels_of_ones_own_count_without_quotation_marks() -> None:
    text = "全面推行码上监督，实行阳光晾晒。"
    assert not Slogans()(text)
    assert [m.rule for m in Slogans(labels=["码上监督", "阳光晾晒"])(text)] == ["slogan.label-given"] * 2
    assert [m.rule for m in Slogans(labels=["码"])(text)] == ["slogan.label-given"]


def test_each_rule_says_what_it_read() -> None:
    text = "抓落实、抓进度、抓质量，坚持因地制宜、分类指导。推进“一件事”改革，深化放管服改革。"
    assert [m.rule for m in Slogans()(text)] == [
        "slogan.parallel",
        "slogan.motto-governed",
        "slogan.label-quoted",
        "slogan.label-known",
    ]


PIECES = st.lists(
    st.sampled_from(
        [
            *'“”"、，。一二三四五+《》：（）\n谁只以为',
            "稳增长",
            "促改革",
            "三农",
            "坚持",
            "的原则",
            "等",
            "统一规划",
            "一批",
            "问题",
        ]
    ),
    max_size=60,
).map("".join)


@given(PIECES)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_in_order_and_without_overlap(text: str) -> None:
    mentions = check(Slogans(), text)
    stops = [mention.span.stop for mention in mentions]
    assert all(stop <= mention.span.start for stop, mention in zip(stops, mentions[1:], strict=False))
    assert pickle.loads(pickle.dumps(mentions)) == mentions


@given(st.sampled_from([case for case in SAID if case.value.count("|") == 0]), st.integers(0, 3))
@settings(deadline=None)
def test_what_stands_in_other_sentences_changes_nothing(case, count: int) -> None:
    around = "今年各项工作有序推进。" * count
    assert found(f"{around}\n{case.text}").replace('"', "") == case.value


def report(year: int | None, text: str) -> Result:
    return extract(text, reference_date=dt.date(year, 3, 5) if year else None)


def test_the_census_counts_over_documents_and_years() -> None:
    uses = census(
        [
            report(2021, "深化“放管服”改革，做好“六稳”工作。放管服改革要提速。"),
            report(2019, "深化“放管服”改革。项目建设只能加快,不能放慢。"),
            report(2022, "项目建设只能加快、不能放慢。"),
        ]
    )
    assert [(use.text, use.count, use.documents, use.years) for use in uses] == [
        ("放管服", 3, 2, ((2019, 1), (2021, 2))),
        ("只能加快,不能放慢", 2, 2, ((2019, 1), (2022, 1))),
        ("六稳", 1, 1, ((2021, 1),)),
    ]
    assert uses[0].first == dt.date(2019, 3, 5)
    assert uses[0].document == 1
    assert uses[1].span_of_years == 4
    assert uses[0].to_dict()["years"] == {"2019": 1, "2021": 2}


def test_the_census_of_documents_without_a_date_has_no_years() -> None:
    (use,) = census([report(None, "深化“放管服”改革。")])
    assert isinstance(use, Use)
    assert (use.years, use.first, use.span_of_years, use.to_dict()["first"]) == ((), None, 0, None)
    dated, *_ = census([report(None, "深化“放管服”改革。"), report(2020, "深化“放管服”改革。")])
    assert (dated.first, dated.document) == (dt.date(2020, 3, 5), 1)


def test_the_census_counts_the_kinds_that_are_asked_for() -> None:
    results = [report(2021, "深化“放管服”改革，着力稳增长、促改革、惠民生。")]
    assert [use.kind.value for use in census(results, kinds=["parallel"])] == ["parallel"]
    assert census([]) == ()
    with pytest.raises(ValueError, match="label, motto, parallel"):
        census(results, kinds=["slogan"])
    with pytest.raises(TypeError, match="list"):
        census(results, kinds="label")
    with pytest.raises(TypeError, match="results of extract"):
        census(["放管服"])


def test_the_signs_of_runs_judge_as_readers_do():
    rows = judged()
    weights = {sign: float(weight) for sign, weight, _ in lexicon.rows("slogan/signs")}
    alike = [(weights["bias"] + sum(weights[sign] for sign in found) > 0) is answer for found, answer, _ in rows]
    assert len(rows) > 1_000
    assert sum(alike) / len(alike) > 0.92


def test_signs_that_even_out_make_no_run_in_whatever_order_they_come():
    assert balance("打造", ("广场舞", "秧歌队", "锣鼓队"), "工程") == 0
    assert not found("打造广场舞、秧歌队、锣鼓队工程。")
