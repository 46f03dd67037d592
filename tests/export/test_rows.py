"""Rows, Arrow tables and frames: one schema, exact values, the same for one document and for many."""

import datetime as dt
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract import Result, extract
from policyextract.export.schema import LAYERS, columns, fits
from policyextract.export.table import all_rows
from policyextract.values import Commitment, Figure, Quantity, Responsibility, Slogan, Time, Timing

RECORDS = {
    "quantities": (Figure, Quantity),
    "times": (Timing, Time),
    "departments": (Responsibility,),
    "slogans": (Slogan,),
    "commitments": (Commitment,),
}


@pytest.mark.parametrize("layer", RECORDS)
def test_every_field_of_a_record_has_its_column(layer: str) -> None:
    fields = {field.name for record in RECORDS[layer] for field in attrs.fields(record)} - {"quantity", "time"}
    assert fields <= {column.name for column in columns(layer)}


@pytest.mark.parametrize("layer", LAYERS)
def test_rows_have_the_columns_of_the_schema_in_its_order(result: Result, layer: str) -> None:
    rows = result.to_rows(layer, "讲话")
    assert rows
    assert {tuple(row) for row in rows} == {tuple(column.name for column in columns(layer))}
    assert {row["document"] for row in rows} == {"讲话"}


def test_rows_say_what_was_read(result: Result) -> None:
    rate, days = result.to_rows("targets")
    assert (rate["id"], rate["low"], rate["high"], rate["unit"], rate["modality"]) == ("q1", 90, None, "%", "required")
    assert (days["high"], days["scope"], days["text"]) == (Decimal(1), "𠮷县", "1个工作日")
    assert result.to_rows("time_limits")[0]["latest"] == dt.date(2021, 6, 30)
    assert result.to_rows("commitments")[0]["departments"] == ["d1", "d2"]


def test_a_fraction_is_exact_beside_the_decimal_column(result: Result) -> None:
    row = result.to_rows("quantities")[2]
    assert (row["low"], row["low_exact"]) == (None, "2/3")


@pytest.mark.parametrize("layer", LAYERS)
def test_arrow_pandas_and_polars_hold_the_same_rows(result: Result, layer: str) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    rows = result.to_rows(layer, "讲话")
    assert result.to_arrow(layer, "讲话").to_pylist() == rows
    assert result.to_polars(layer, "讲话").to_dicts() == rows
    frame = result.to_pandas(layer, "讲话")
    assert list(frame.columns) == list(rows[0])
    assert frame["text"].tolist() == [row["text"] for row in rows]


@pytest.mark.parametrize("layer", LAYERS)
def test_nothing_found_has_the_same_types(result: Result, layer: str) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("polars")
    empty = extract("")
    assert empty.to_arrow(layer).schema == result.to_arrow(layer).schema
    assert empty.to_polars(layer).schema == result.to_polars(layer).schema


def test_many_documents_are_read_one_by_one(result: Result) -> None:
    read = []

    def results():  # type: ignore[no-untyped-def]
        for name in ("甲", "乙"):
            read.append(name)
            yield name, result

    rows = all_rows(results(), "slogans")
    assert next(rows)["document"] == "甲"
    assert read == ["甲"]
    assert [row["document"] for row in rows] == ["乙"]


def test_an_unknown_layer_is_refused_at_once(result: Result) -> None:
    with pytest.raises(ValueError, match="the layers are quantities, targets"):
        result.to_rows("goals")
    with pytest.raises(ValueError, match="goals"):
        next(all_rows([], "goals"))


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_number_that_fits_comes_back_from_arrow_unchanged(number: Decimal) -> None:
    pa = pytest.importorskip("pyarrow")
    if fits(number):
        assert pa.array([number], pa.decimal128(38, 10))[0].as_py() == number
