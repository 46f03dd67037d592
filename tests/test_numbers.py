"""Numerals: their values by a corpus, what is no number, and properties for any number and any text."""

from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyextract import parse_number
from policyextract.number.numerals import _SHORT, _plain, write_number
from policyextract.testing import corpus, numerals

CORPUS = Path(__file__).parent / "corpus"
WRITTEN = corpus(CORPUS / "numbers.txt")
NEGATIVE = corpus(CORPUS / "numbers_negative.txt")

integers = st.integers(-(10**16) + 1, 10**16 - 1)
decimals = st.builds(lambda n, places: Decimal(n).scaleb(-places), st.integers(-(10**15), 10**15), st.integers(0, 6))


@pytest.mark.parametrize("case", WRITTEN, ids=lambda case: f"{case.line}-{case.text}")
def test_a_numeral_has_its_value(case) -> None:
    number = parse_number(case.text)
    assert number == Fraction(case.value)
    assert isinstance(number, Decimal | Fraction)


def test_short_numerals_are_read_as_cn2an_reads_them() -> None:
    signs = "零一二三四五六七八九十百千万亿"
    written = ("".join(chosen) for size in (2, 3, 4) for chosen in product(signs, repeat=size))
    short = [text for text in written if _SHORT.fullmatch(text)]
    assert len(short) > 300
    assert [text for text in short if _plain(text) != cn2an.cn2an(text, "strict")] == []


@pytest.mark.parametrize("case", WRITTEN, ids=lambda case: f"{case.line}-{case.text}")
def test_a_finite_decimal_is_a_decimal(case) -> None:
    below = Fraction(case.value).denominator
    for prime in (2, 5):
        while below % prime == 0:
            below //= prime
    assert isinstance(parse_number(case.text), Decimal) is (below == 1)


@pytest.mark.parametrize("case", NEGATIVE, ids=lambda case: f"{case.line}-{case.text}")
def test_what_is_no_number_is_refused_with_a_reason(case) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_number(case.text)


@pytest.mark.parametrize("text", ["", " ", "零点", "9" * 401, "一" * 500])
def test_nothing_and_too_much_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_number(text)


@pytest.mark.parametrize("value", [None, 5, 2.5, b"5", ["5"]])
def test_only_a_str_is_a_numeral(value: object) -> None:
    with pytest.raises(TypeError, match="a numeral is a str"):
        parse_number(value)  # type: ignore[arg-type]


@given(integers)
def test_what_cn2an_writes_reads_back(number: int) -> None:
    assert parse_number(cn2an.an2cn(number, "low")) == number
    assert parse_number(cn2an.an2cn(number, "up")) == number


@given(decimals)
def test_the_decimals_that_cn2an_writes_read_back(number: Decimal) -> None:
    written = format(number, "f")
    assert parse_number(cn2an.an2cn(written, "low")) == number
    assert parse_number(cn2an.an2cn(written, "up")) == number
    assert parse_number(written) == number


@given(st.integers(0, 10**15))
def test_width_separators_and_spaces_change_nothing(number: int) -> None:
    digits = str(number)
    wide = digits.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})
    assert {parse_number(text) for text in (digits, wide, f"{number:,}", f" {digits} ", "　".join(digits))} == {number}


@given(st.integers(0, 10**9), st.sampled_from([("万", 4), ("亿", 8), ("万亿", 12), ("千", 3), ("百万", 6)]))
def test_a_multiplier_is_worth_its_digits(number: int, scale: tuple[str, int]) -> None:
    word, zeros = scale
    assert parse_number(f"{number}{word}") == parse_number(str(number) + "0" * zeros)


@given(st.integers(1, 10**4 - 1), st.sampled_from([("万", 4), ("亿", 8), ("万亿", 12)]))
def test_a_multiplier_stands_after_chinese_numerals_too(number: int, scale: tuple[str, int]) -> None:
    word, zeros = scale
    assert parse_number(f"{write_number(number)}{word}") == parse_number(f"{number}{word}") == number * 10**zeros


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_fraction_is_exact(above: int, below: int) -> None:
    expected = Fraction(above, below)
    assert Fraction(parse_number(f"{above}/{below}")) == expected
    assert Fraction(parse_number(f"{write_number(below)}分之{write_number(above)}")) == expected


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from([("百", 100), ("千", 1000), ("万", 10**4), ("亿", 10**8)]))
def test_the_last_digit_stands_for_the_next_place(first: int, second: int, place: tuple[str, int]) -> None:
    word, worth = place
    digits = "零一二三四五六七八九"
    assert parse_number(f"{digits[first]}{word}{digits[second]}") == first * worth + second * worth // 10


@given(numerals())
def test_every_way_of_writing_reads_back(numeral) -> None:
    assert parse_number(numeral.text) == numeral.value


@settings(max_examples=300)
@given(
    st.text(alphabet="零〇一二两三十百千万亿兆点分之又成折半倍%‰/^.,-+负壹拾佰萬0123456789 元角整个KA，", max_size=24)
)
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        number = parse_number(text)
    except ValueError as error:
        assert "not a number" in str(error)
    else:
        assert isinstance(number, Decimal | Fraction)


@given(st.text(max_size=40))
def test_any_characters_are_a_number_or_refused(text: str) -> None:
    try:
        parse_number(text)
    except ValueError as error:
        assert "not a number" in str(error)
