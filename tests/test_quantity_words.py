"""Every unit and every bound word of the lexica is read in running text; a number reads alike however it is written."""

import decimal
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract import Figures, Quantities, extract, parse_number, parse_quantity, read
from policyextract.grammar.quantity.number import interval
from policyextract.lexicon import rows
from policyextract.number.numerals import write_number
from policyextract.values import decimal_string

UNITS = [row for row in rows("quantity/units") if row[4] != "per"]
DIVISORS = [row for row in rows("quantity/units") if row[4] == "per"]
BOUNDS = rows("quantity/bounds")
INDICES = [row[0] for row in rows("quantity/indices")]


def found(text: str) -> list[tuple]:
    document = read(text)
    return [(document.quote(m.span), m.value.low, m.value.high, m.value.unit) for m in Quantities()(document)]


@pytest.mark.parametrize("row", UNITS, ids=lambda row: row[0])
def test_every_unit_is_read_in_running_text(row) -> None:
    word, name, dimension, *_, barred, allowed = row
    after = allowed.split()[0] if barred == "*" else "。"
    if dimension == "grade":
        assert found(f"分为三{word}。") == [(f"三{word}", 3, 3, name)]
        return
    text = f"审批时限压缩至23{word}{after}" if dimension.startswith("time:") else f"全年达到23{word}{after}"
    assert found(text) == [(f"23{word}", 23, 23, name)]


@pytest.mark.parametrize("row", DIVISORS, ids=lambda row: row[0])
def test_what_stands_behind_a_stroke_alone_is_read_there(row) -> None:
    assert found(f"标准达到23元/{row[0]}。") == [(f"23元/{row[0]}", 23, 23, f"元/{row[1]}")]
    assert parse_quantity(f"24元/{row[0]}").to(f"角/{row[1]}").low == 240


@pytest.mark.parametrize("row", BOUNDS, ids=lambda row: row[0])
def test_every_bound_word_is_read_in_running_text(row) -> None:
    word, side, is_open, reach = row
    text = f"全年为30次{word}。" if reach == "after" else f"全年{word}30次。"
    (mention,) = Quantities()(text)
    value = mention.value
    assert value.approximate is (side == "about")
    assert (value.low, value.high) == {"low": (30, None), "high": (None, 30), "about": (30, 30)}[side]
    assert (value.low_open or value.high_open) is (is_open == "open")
    if reach == "far":
        assert Quantities()(f"全年{word}召开30次。")[0].value == value


@pytest.mark.parametrize("name", INDICES)
def test_every_index_has_a_bare_number_as_its_value(name: str) -> None:
    assert found(f"全年{name}为2.35。") == [("2.35", Decimal("2.35"), Decimal("2.35"), "")]
    assert found(f"全年{name}2.35版") == []


WRITTEN = (
    lambda n: str(n),
    lambda n: f"{n:,}",
    lambda n: str(n).translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"}),
    lambda n: " ".join(str(n)),
    lambda n: f" {n} ",
    lambda n: write_number(n),
    lambda n: write_number(n, capital=True),
)


@given(st.integers(11, 99_999), st.sampled_from(("家", "公里", "亩", "人", "元")))
def test_a_number_gives_the_same_record_however_it_is_written(number: int, unit: str) -> None:
    records = set()
    for write in WRITTEN:
        (mention,) = Figures()(f"确保全年完成指标{write(number)}{unit}以上。")
        records.add(mention.value)
    assert len(records) == 1
    assert records.pop().quantity.low == number


@given(st.integers(1, 9999), st.integers(0, 4))
def test_a_percentage_gives_the_same_record_however_it_is_written(number: int, places: int) -> None:
    value = Decimal(number).scaleb(-places)
    small = write_number(value) if value != int(value) else write_number(int(value))
    plain = decimal_string(value)
    texts = (f"{plain}%", f"{plain}％", f"{plain} %", f"百分之{small}", f"{small}%", f"{'　'.join(plain)}%")
    records = {Figures()(f"失业率控制在{text}以内。")[0].value for text in texts[:5]}
    assert {record.quantity.high for record in records} == {value}
    assert len(records) == 1


@pytest.mark.parametrize(
    "text", ["2万5000亩", "2万5千亩", "2.5万亩", "25000亩", "两万五千亩", "贰万伍仟亩", "２．５万亩"]
)
def test_ways_of_writing_one_area_agree(text: str) -> None:
    assert [(low, high, unit) for _, low, high, unit in found(f"新增耕地{text}。")] == [(25000, 25000, "亩")]


@given(st.integers(1, 10**6), st.sampled_from(("%", "℃", "元", "个百分点")))
def test_a_sign_changes_the_value_and_nothing_else(number: int, unit: str) -> None:
    plain, minus, word = (found(f"比值为{sign}{number}{unit}。")[0] for sign in ("", "-", "负"))
    assert minus[1:] == word[1:] == (-plain[1], -plain[2], plain[3])


@pytest.mark.parametrize("precision", [1, 6, 28])
def test_numbers_do_not_depend_on_the_context_of_the_caller(precision: int) -> None:
    interval.cache_clear()
    with decimal.localcontext(decimal.Context(prec=precision, traps=[decimal.Inexact, decimal.Rounded])):
        text = "总投资12345678.9元，占比-12.345678%，带动数千万人，百分之十二点三四五六七八，十几万户。"
        here = extract(text).to_json()
        assert parse_number("壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元壹角") == Decimal("123456789.1")
        assert str(parse_quantity("1.23456789公里").to("米").low) == "1234.56789"
    assert here == extract(text).to_json()
    assert '"12345678.9"' in here
    assert '"-12.345678"' in here
