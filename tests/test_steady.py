"""Whatever the text: no exception, spans that slice back, the same answer twice, plain data that is JSON."""

import datetime as dt
import gc
import json
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from benchmarks.texts import lexicon_words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policyextract import Document, Result, extract

SEED = next(Path(__file__).parents[1].joinpath("seeds").glob("*.txt")).read_bytes().decode("utf-8")
DAY = dt.date(2021, 4, 12)
LAYERS = ("quantities", "times", "departments", "slogans", "commitments")

SIGNS = (
    "0123456789一二三四五六七八九十百千万亿两几半零〇年月日个家次元%‰、，。；：！？（）()《》“”\"'\n \t\u3000+-—～~.,"
)
ODDITIES = "\ufeff\u200b\u202e\x00\r\u2028\ud800\udfff０９％㈠²½٣𠀀"
WORDS = Path(__file__).with_name("pieces.txt").read_text("utf-8").split()
LEXICON = sorted(lexicon_words())
PIECES = [*SIGNS, *ODDITIES, *WORDS]
EVERYTHING = st.characters(codec=None, exclude_categories=())
ANY_TEXT = st.text(EVERYTHING, max_size=300)
FRAGMENTS = st.lists(st.sampled_from(PIECES), max_size=80).map("".join)


def check(text: str, day: dt.date | None = DAY) -> Result:
    """Read a text, and hold the promises that every result keeps."""
    result = extract(text, reference_date=day)
    assert result == extract(text, reference_date=day)
    for layer in LAYERS:
        mentions = getattr(result, layer)
        assert list(mentions) == sorted(mentions, key=lambda mention: mention.span.start)
        for mention in mentions:
            assert 0 <= mention.span.start < mention.span.stop <= len(text)
            assert result.document.quote(mention.span) == "".join(text[mention.span.start : mention.span.stop].split())
            assert mention.rule
            hash(mention)
    for figure in result.quantities:
        assert exact(figure.value.quantity.low)
        assert exact(figure.value.quantity.high)
    for commitment in result.commitments:
        assert set(commitment.value.departments) <= set(result.departments)
        assert set(commitment.value.targets) <= set(result.targets)
        assert set(commitment.value.times) <= set(result.time_limits)
    assert json.loads(json.dumps(result.to_dict())) == result.to_dict()
    return result


def exact(number: object) -> bool:
    return number is None or isinstance(number, Fraction) or (isinstance(number, Decimal) and number.is_finite())


@given(ANY_TEXT)
def test_any_text(text):
    check(text)


@given(st.binary(max_size=300), st.sampled_from(["utf-8", "gb18030", "latin-1", "utf-16-le"]))
def test_any_bytes(data, encoding):
    check(data.decode(encoding, "replace"))
    check(data.decode("utf-8", "surrogateescape"))


@given(FRAGMENTS)
@settings(max_examples=300)
def test_pieces_of_policy_text_in_any_order(text):
    check(text)


@given(st.lists(st.sampled_from(LEXICON) | st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=300)
def test_words_of_the_lexicon_in_any_order(text):
    check(text)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow])
def test_policy_text_with_damage(data):
    start = data.draw(st.integers(0, len(SEED)))
    text = list(SEED[start : start + data.draw(st.integers(0, 400))])
    for _ in range(data.draw(st.integers(0, 12))):
        place = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 5))
        text[place : place + cut] = data.draw(st.sampled_from(PIECES))
    check("".join(text))


@given(ANY_TEXT, st.dates() | st.none())
def test_any_reference_date(text, day):
    check(text, day)
    check(
        "今年底前、明年一季度、去年以来、未来三年、“十四五”期间、本月下旬前、2月30日、9999年12月31日后，" + text[:20],
        day,
    )


@pytest.mark.parametrize("day", [dt.date.min, dt.date(1, 12, 31), dt.date(9999, 1, 1), dt.date.max])
def test_the_calendar_ends(day):
    check("2026年政府工作报告\n粮食总产量预计增长3%，同比多2万吨。今后五年增长9%，五年来增长8%。本年预计实现6%。", day)
    check("政府工作报告\n今年增长6%。去年增长5%，明年增长7%，近三年年均增长4%。上年同期下降2%。", day)
    check("今年1月至12月产值同比增长5.5%，全年预计增长6%左右。今冬明春、下周、后天、三个月内完成整改。", day)


@pytest.mark.parametrize("pair", ["（）", "()", "“”", "《》", "【】", "‘’", '""'])
@pytest.mark.parametrize("inside", ["", "一", "州财政局牵头，", "增长6%、", "2025年底前"])
def test_deep_nesting(pair, inside):
    check((pair[0] + inside) * 1000 + (inside + pair[1]) * 1000)
    check((inside + pair[1]) * 500 + (pair[0] + inside) * 500)


@pytest.mark.parametrize(
    "sign",
    [
        *'一十万9０.、，。；：“”‘’"（）()《各的市局年月日前内%+—-~\n\r\t \u3000\x00\ufeff\u202e\ud800第每至',
        "一、",
        "1.",
        "（一）",
        "化、",
        "年底前",
        "政府",
        "县委",
        "促进",
        "办公室",
        "县市、",
        "以人为本、",
        "先诊疗、后付费、",
    ],
)
def test_runs_of_one_sign(sign):
    text = (sign * 20_000)[:20_000]
    check(text)
    check("确保" + text + "达到90%以上，由市财政局牵头。")


@pytest.mark.parametrize("digits", [1, 17, 28, 29, 400, 5000])
def test_numbers_of_any_length(digits):
    for text in ("9" * digits + "亿元", "0." + "1" * digits + "%", "九" * digits + "个", "1" + "万" * digits + "元"):
        check(f"确保达到{text}以上，力争增长{text}。")


@pytest.mark.parametrize("most", [1, 30, 3_000])
def test_lists_of_words_that_nobody_knows(most):
    check("由工商、" + "甲乙、" * most + "卫生等部门负责。")
    check("由" + "甲乙、" * most + "丙丁等部门要抓好。")


@pytest.mark.parametrize("text", ["做好“一网通办", "“一网通办", "一网通办”", "”", "做好“"])
def test_marks_without_their_partner_at_the_ends_of_a_text(text):
    check(text)


@pytest.mark.parametrize("blank", [" ", "\u3000 \t", "\xa0", "\n", ""])
def test_marks_around_nothing(blank):
    for left, right in ("“”", "‘’", '""', "”“", "《》", "（）"):
        check(f"深化{left}{blank}{right}改革。\n{left}{blank}{right}")


@pytest.mark.parametrize("between", [" ", "\n \u3000", "等", "等和", "（）"])
def test_much_between_two_names_of_a_list(between):
    began = time.process_time()
    check("由市教育局" + between * 200 + "市财政局负责。")
    assert time.process_time() - began < 1


def test_line_ends_of_every_kind_give_the_same_finds():
    lines = SEED.replace("\r\n", "\n")[:4000]
    found = check(lines)
    for end in ("\r\n", "\r"):
        other = check(lines.replace("\n", end))
        assert [mention.value for mention in other.quantities] == [mention.value for mention in found.quantities]
        assert [mention.value for mention in other.times] == [mention.value for mention in found.times]


def test_invisible_marks_inside_a_phrase_change_no_value():
    for mark in ("\ufeff", "\u200b", "\u200f", "\u202e", "\u00ad", "\u2060"):
        (plain,), (marked,) = check("确保达到30次以上。").targets, check(f"确保达到3{mark}0次{mark}以上。").targets
        assert plain.value == marked.value


def test_a_document_goes_with_its_result():
    """What a document keeps does not keep the document: a stream of documents needs no collector of garbage."""
    extract(SEED)
    gc.collect()
    gc.disable()
    try:
        before = sum(isinstance(held, Document) for held in gc.get_objects())
        extract(SEED)
        assert sum(isinstance(held, Document) for held in gc.get_objects()) == before
    finally:
        gc.enable()


def test_ten_million_characters():
    text = SEED * (10_000_000 // len(SEED) + 1)
    result = extract(text, reference_date=DAY)
    once = extract(SEED, reference_date=DAY)
    assert len(result.quantities) >= len(once.quantities) * 900
    assert max(mention.span.stop for mention in result.quantities) <= len(text)
