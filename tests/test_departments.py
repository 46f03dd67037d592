"""Departments: names, lists, roles, brackets, official names."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract import Departments, lexicon
from policyextract.clean import read
from policyextract.reading.part import responsibilities
from policyextract.testing import check, corpus

CORPUS = Path(__file__).parent / "corpus"
EXPECTED = corpus(CORPUS / "departments.txt")
NEGATIVE = corpus(CORPUS / "departments_negative.txt")
OFFICIAL = [
    ([*line.split("\t"), ""])[:3] for line in (CORPUS / "departments_official.tsv").read_text("utf-8").splitlines()[2:]
]


def said(text: str) -> str:
    """What is found, in the form of the corpus."""
    mentions = check(Departments(), text.replace("⏎", "\n"))
    return "; ".join(f"{mention.value.role} {mention.value.name}" for mention in mentions)


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: case.text)
def test_roles(case):
    assert said(case.text) == case.value


@pytest.mark.parametrize("case", NEGATIVE, ids=lambda case: case.text)
def test_false_friends(case):
    assert said(case.text) == ""


@pytest.mark.parametrize(("text", "name", "canonical"), OFFICIAL, ids=lambda value: value or "-")
def test_official_names(text, name, canonical):
    found = {mention.value.name: mention.value.canonical for mention in Departments()(text)}
    assert found[name] == canonical


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("县政府办、各乡镇、相关部门要抓好落实", ["agency", "government", "group"]),
        ("省委、省人大常委会、省高级人民法院要发挥作用", ["government", "government", "agency"]),
        ("各县市、州直各部门、责任单位要靠前服务", ["government", "group", "group"]),
        ("区、县公安部门要清查，市、县人民政府要督办", ["agency", "agency", "government", "government"]),
        ("各级粮食部门要收购，县粮食部门要验收", ["group", "agency"]),
    ],
)
def test_kinds(text, kinds):
    assert [mention.value.kind.value for mention in Departments()(text)] == kinds


def test_label_is_kept():
    (mention,) = Departments()("责任单位：区体育局")
    assert (mention.value.label, mention.rule) == ("责任单位", "department.composed.label")


def test_posts_are_no_departments():
    assert [mention.value.name for mention in Departments()("市长、市财政局局长参加，市审计局列席")] == ["市审计局"]


def test_titles_in_guillemets_are_left_out():
    assert said("落实《国务院办公厅关于加强管理的意见》，市财政局要安排资金") == "responsible 市财政局"


def test_further_names():
    text = "由山江寨老负责"
    assert Departments()(text) == ()
    (mention,) = Departments(names=("山江寨老",))(text)
    assert (mention.value.name, mention.value.role.value) == ("山江寨老", "responsible")


def test_an_explanation_in_brackets_is_no_charge():
    (mention,) = Departments()("建立“直通车”机制（企业直接向市发改委申报），年底前建成。")
    assert mention.rule == "department.body.stands-by"


def test_the_same_document_is_read_once():
    document = read("由州财政局牵头")
    assert responsibilities(document) is responsibilities(document)


FUNCTIONS = st.sampled_from(
    ["财政", "审计", "教育", "民政", "水利", "交通运输", "统计", "农业农村", "退役军人事务", "司法"]
)
LEVELS = st.sampled_from(["省", "市", "州", "县", "区", "长沙市", "广东省", "广州市黄埔区"])


@given(LEVELS, st.lists(FUNCTIONS, min_size=1, max_size=6, unique=True), st.sampled_from(["、", "和"]))
def test_every_level_takes_every_function(level, functions, link):
    names = [f"{level}{function}局" for function in functions]
    text = "由" + link.join(names) + "负责"
    mentions = check(Departments(), text)
    assert [mention.value.name for mention in mentions] == names
    assert [mention.value.canonical for mention in mentions] == names


@given(LEVELS, st.lists(FUNCTIONS, min_size=2, max_size=6, unique=True))
def test_a_list_inherits_its_level(level, functions):
    first, *others = functions
    text = f"{level}{first}局、" + "、".join(f"{function}局" for function in others) + "要密切配合"
    assert [mention.value.canonical for mention in Departments()(text)] == [f"{level}{name}局" for name in functions]


WORDS = st.sampled_from(
    [
        *lexicon.words("name/tails")[:80],
        *lexicon.words("name/suffixes"),
        "各",
        "、",
        "，",
        "。",
        "（",
        "）",
        "牵头",
        "由",
        "市",
        "省",
        "部门",
        "单位",
        "等",
        "责任单位：",
        "《",
        "》",
        "\n",
        "政府",
        "国家",
        "的",
        "要",
        "会同",
        "财政",
        "发展改革",
    ]
)


@given(st.lists(WORDS, max_size=40).map("".join))
def test_any_run_of_such_words_is_read(text):
    mentions = check(Departments(), text)
    assert all(a.span.stop <= b.span.start for a, b in itertools.pairwise(mentions))
    assert all(
        mention.value.name == "".join(text[mention.span.start : mention.span.stop].split()) for mention in mentions
    )


@pytest.mark.parametrize(
    "unit",
    [
        "部",
        "委",
        "市",
        "各",
        "部门",
        "领导小组",
        "财政、",
        "省、",
        "（",
        "责任单位：",
        "州财政局、",
        "州财政局和",
        "和和和要",
        "等部门",
        "有关",
    ],
)
def test_long_runs_end(unit):
    check(Departments(), unit * 5_000)


def test_central_bodies_have_one_name_each():
    names = [name for row in lexicon.rows("name/central") for name in (row[0], *row[3].split("、")) if name]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("row", lexicon.rows("name/central"), ids=lambda row: row[0])
def test_central_bodies_are_found(row):
    canonical, since, until, _ = row
    (mention,) = Departments()(f"由{canonical}负责")
    assert (mention.value.name, mention.value.canonical) == (canonical, canonical)
    assert not (since and until) or int(since) < int(until)


@pytest.mark.parametrize("text", ["新区要加快建设。", "管理区要加快。", "季度管理区："])
def test_a_zone_may_open_a_text(text):
    check(Departments(), text)
