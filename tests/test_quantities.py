"""Quantities in running text: spans and intervals by a corpus, what is none, shared bounds, units, properties."""

import pickle
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract import Quantities, parse_quantity, read
from policyextract.lexicon import rows
from policyextract.number.units import measure
from policyextract.testing import check, clauses, corpus, quantities
from policyextract.values import Quantity, decimal_string

CORPUS = Path(__file__).parent / "corpus"
SAID = corpus(CORPUS / "quantities.txt")
NEGATIVE = corpus(CORPUS / "quantities_negative.txt")


def written(quantity: Quantity) -> str:
    low = "-∞" if quantity.low is None else decimal_string(quantity.low)
    high = "∞" if quantity.high is None else decimal_string(quantity.high)
    opening = "(" if quantity.low is None or quantity.low_open else "["
    closing = ")" if quantity.high is None or quantity.high_open else "]"
    return f"{opening}{low}, {high}{closing}{'~' if quantity.approximate else ''} {quantity.unit}".strip()


def found(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(document.source[m.span.start : m.span.stop], written(m.value)) for m in Quantities()(document)]


@pytest.mark.parametrize("case", SAID, ids=lambda case: f"{case.line}-{case.text}")
def test_a_quantity_is_found_with_its_span_and_interval(case) -> None:
    span = re.search("【(.+)】", case.text)[1]
    assert found(case.text.replace("【", "").replace("】", "")) == [(span, case.value)]


@pytest.mark.parametrize("case", NEGATIVE, ids=lambda case: f"{case.line}-{case.text}")
def test_what_is_no_quantity_stays_out(case) -> None:
    assert found(case.text) == []


@pytest.mark.parametrize("case", SAID, ids=lambda case: f"{case.line}-{case.text}")
def test_the_promises_of_an_extractor_hold(case) -> None:
    check(Quantities(), case.text)


@pytest.mark.parametrize("case", SAID, ids=lambda case: f"{case.line}-{case.text}")
def test_a_sentence_keeps_its_quantities_beside_an_unrelated_one(case) -> None:
    text = case.text.replace("【", "").replace("】", "").rstrip("。") + "。"
    other = "各单位要认真组织实施。"
    assert found(other + text) == found(text + other) == found(f"{other}\n{text}") == found(text)


@given(st.integers(1, 999), st.sampled_from(("低于", "超过", "少于", "高于", "多于")), st.sampled_from(("", "-")))
def test_a_sign_a_bound_and_its_negation_never_coincide(number: int, word: str, sign: str) -> None:
    read_as = {
        written(Quantities()(f"增速{bound}{prefix}{number}%。")[0].value)
        for bound in ("为", word, f"不{word}")
        for prefix in ("", "-")
    }
    assert len(read_as) == 6
    assert written(Quantities()(f"增速为{sign}{number}%。")[0].value) == f"[{sign}{number}, {sign}{number}] %"


def test_a_list_shares_its_unit_and_its_bound() -> None:
    assert found("审批时限分别压缩至76个、80个工作日内") == [
        ("76个", "(-∞, 76] 工作日"),
        ("80个工作日", "(-∞, 80] 工作日"),
    ]


def test_tiers_share_the_bound_before_the_first() -> None:
    assert found("分别给予最高100万元、50万元、20万元奖励") == [
        ("100万元", "(-∞, 1000000] 元"),
        ("50万元", "(-∞, 500000] 元"),
        ("20万元", "(-∞, 200000] 元"),
    ]


def test_a_bound_binds_only_the_figure_that_it_stands_at() -> None:
    assert found("新增龙头企业3家、专精特新企业20家以上") == [("3家", "[3, 3] 家"), ("20家", "[20, ∞) 家")]


def test_both_ends_of_a_change_are_quantities() -> None:
    assert found("起征点从月销售额10万元提高到15万元") == [
        ("10万元", "[100000, 100000] 元"),
        ("15万元", "[150000, 150000] 元"),
    ]


def test_a_duration_counts_where_it_is_the_value_of_an_indicator() -> None:
    assert found("审批时限压缩至48小时以内") == [("48小时", "(-∞, 48] 小时")]
    assert found("平均受教育年限提高到11.3年") == [("11.3年", "[11.3, 11.3] 年")]
    assert found("应当在48小时以内报告") == []


def test_a_hard_line_break_does_not_part_a_quantity_from_its_words() -> None:
    text = "确保行政审批、服务事项网上可办率达到\n\n90%以上。"
    assert found(text) == [("90%", "[90, ∞) %")]


@given(quantities())
def test_a_quantity_between_clauses_is_found_with_exactly_its_span(stated) -> None:
    mentions = Quantities()(stated.text)
    assert [(m.span, m.value) for m in mentions] == [(stated.span, stated.quantity)]


@given(clauses(), clauses())
def test_clauses_without_figures_hold_no_quantity(left: str, right: str) -> None:
    assert Quantities()(f"{left}，{right}。") == ()


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(("-", "—", "至", "～", "到")), st.booleans())
def test_ranges_are_ordered(one: int, two: int, to: str, twice: bool) -> None:
    low, high = sorted((one, two))
    text = f"培育{low}{'家' if twice else ''}{to}{high}家企业"
    (quantity,) = (mention.value for mention in Quantities()(text))
    assert (quantity.low, quantity.high) == (low, high)


@given(st.integers(2, 10**6), st.integers(0, 2 * 10**6))
def test_a_bound_and_its_negation_never_agree(bound: int, number: int) -> None:
    for plain, negated in (
        ("低于", "不低于"),
        ("超过", "不超过"),
        ("少于", "不少于"),
        ("高于", "不高于"),
        ("多于", "不多于"),
    ):
        one, other = (parse_quantity(f"{word}{bound}家") for word in (plain, negated))
        assert _holds(one, number) is not _holds(other, number)


def _holds(quantity: Quantity, number: int) -> bool:
    above = quantity.low is None or (number > quantity.low if quantity.low_open else number >= quantity.low)
    below = quantity.high is None or (number < quantity.high if quantity.high_open else number <= quantity.high)
    return above and below


@given(st.text(max_size=60))
def test_any_text_has_quantities_or_none(text: str) -> None:
    check(Quantities(), text)


@given(
    st.text(
        alphabet="零一二两三十百千万亿几数上多余分之点成半个家%元年至到-—（含）不以内0123456789.,/ ，。", max_size=40
    )
)
def test_any_run_of_numerals_and_units_has_quantities_or_none(text: str) -> None:
    for mention in check(Quantities(), text):
        quantity = mention.value
        assert quantity.low is not None or quantity.high is not None
        assert all(end is None or isinstance(end, Decimal | Fraction) for end in (quantity.low, quantity.high))


@pytest.mark.parametrize(
    "numeral", ["九" * 5000, "1" * 5000, "一百" * 3000, "3分之" * 2000, "1万" * 3000, "不超过" * 3000 + "5家"]
)
def test_long_runs_are_read_in_time(numeral: str) -> None:
    check(Quantities(), numeral)


def test_parse_quantity_reads_one_quantity_with_its_bounds() -> None:
    assert written(parse_quantity("不低于100亿元")) == "[10000000000, ∞) 元"
    assert written(parse_quantity(" 5 000 万元 以上 ")) == "[50000000, ∞) 元"
    assert written(parse_quantity("最高500万元")) == "(-∞, 5000000] 元"
    assert written(parse_quantity("负百分之五")) == "[-5, -5] %"
    assert written(parse_quantity("一个")) == "[1, 1] 个"


@pytest.mark.parametrize("text", ["", "五", "增长5%", "5%和6%", "5%。", "三个代表们", "百分之", "第5名"])
def test_parse_quantity_refuses_what_is_not_one_quantity(text: str) -> None:
    with pytest.raises(ValueError, match="not a quantity"):
        parse_quantity(text)


def test_parse_quantity_takes_a_str() -> None:
    with pytest.raises(TypeError, match="a quantity is a str"):
        parse_quantity(5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "unit", "low"),
    [
        ("2.5公里", "米", "2500"),
        ("3000亩", "公顷", "200"),
        ("1亩", "平方米", "2000/3"),
        ("1.3万亿斤", "万吨", "65000"),
        ("5000万元", "亿元", "0.5"),
        ("420元/吨", "元/公斤", "0.42"),
        ("48小时", "天", "2"),
        ("1.5年", "月", "18"),
        ("90%", "‰", "900"),
        ("3家", "家", "3"),
        ("3万人", "万人", "3"),
        ("1吨标准煤", "千克标准煤", "1000"),
        ("2万千瓦时", "度电", "20000"),
    ],
)
def test_a_quantity_in_another_unit_is_exact(text: str, unit: str, low: str) -> None:
    quantity = parse_quantity(text).to(unit)
    assert (decimal_string(quantity.low), quantity.unit) == (low, unit)


def test_the_ends_and_what_is_open_stay_when_the_unit_changes() -> None:
    assert written(parse_quantity("超过2公里").to("米")) == "(2000, ∞) 米"
    assert written(parse_quantity("3-5公里").to("米")) == "[3000, 5000] 米"


@pytest.mark.parametrize(
    ("text", "unit"), [("5元", "美元"), ("5公里", "平方米"), ("3家", "个"), ("6亿", "元"), ("5天", "工作日")]
)
def test_units_of_different_things_are_refused(text: str, unit: str) -> None:
    with pytest.raises(ValueError, match="measure different things"):
        parse_quantity(text).to(unit)


def test_a_unit_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="not a unit of the lexicon"):
        parse_quantity("5公里").to("光年")


@given(
    quantities(), st.sampled_from(sorted({row[0] for row in rows("quantity/units") if row[2] and "time" not in row[2]}))
)
def test_to_and_back_is_the_same_quantity(stated, unit: str) -> None:
    quantity = stated.quantity
    if measure(quantity.unit)[0] == measure(unit)[0]:
        assert quantity.to(unit).to(quantity.unit) == quantity


def test_quantities_are_frozen_hashable_and_picklable() -> None:
    (mention,) = Quantities()("增长6%左右")
    assert pickle.loads(pickle.dumps(mention)) == mention
    assert len({mention.value, parse_quantity("6%左右")}) == 1
    with pytest.raises(AttributeError):
        mention.value.low = Decimal(7)


def test_the_low_end_is_never_above_the_high_one() -> None:
    with pytest.raises(ValueError, match="low <= high"):
        Quantity(Decimal(2), Decimal(1))
