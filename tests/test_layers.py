"""The table of layers: a field or a layer that is declared once comes out everywhere."""

import copy
import pickle
from typing import Any

import attrs
import pytest

from policyextract import Mention, Pipeline, Result, Span, TimeLimits, extract, read
from policyextract.export.fact import told
from policyextract.found import Found
from policyextract.layers import LAYERS, OTHERS, SORTS, layer_of
from policyextract.text.field import Kind, fields, meanings
from policyextract.text.record import Record
from policyextract.values import Commitment

TEXT = "由市财政局牵头，6月底前完成清理任务30项以上。坚持“一网通办”。"


def test_the_table_and_the_result_name_the_same_layers() -> None:
    declared = {layer.name for layer in (*LAYERS, OTHERS)}
    assert declared == set(attrs.fields_dict(Found)) - {"document", "reference_date"}
    for one in ([layer.letter for layer in (*LAYERS, OTHERS)], [sort.key for sort in SORTS]):
        assert len(set(one)) == len(one)


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_every_field_has_its_meaning_and_its_word(layer: Any) -> None:
    names = {field.name for field in fields(layer.record)}
    assert all(field.meaning for field in fields(layer.record)), "a field without a line under Attributes:"
    assert names <= {field.field for field in told(layer.record)}, "a field without a word in lexicon/export/fields.tsv"


def test_a_field_without_a_form_in_the_output_is_refused() -> None:
    @attrs.frozen
    class Odd(Record):
        colours: dict[str, str]

    with pytest.raises(TypeError, match=r"Odd\.colours"):
        fields(Odd)


def test_fields_know_what_they_hold() -> None:
    known = {field.name: field for field in fields(Commitment)}
    assert known["targets"].kind is Kind.MEMBERS
    assert known["heading"].kind is Kind.TEXTS
    assert "by" not in meanings(Mention)


def test_a_mention_knows_its_words() -> None:
    result = extract(TEXT)
    mentions = [mention for layer in LAYERS for mention in getattr(result, layer.name)]
    assert mentions
    for mention in mentions:
        assert mention.text == result.document.quote(mention.span)
        assert len(repr(mention)) < 320
        again = pickle.loads(pickle.dumps(mention))
        assert (again, again.text, hash(again)) == (mention, mention.text, hash(mention))
        assert copy.deepcopy(mention).text == mention.text


def test_words_say_nothing_against_equality() -> None:
    assert Mention(Span(0, 2), 1, "a", "增长") == Mention(Span(0, 2), 1, "a")


def test_own_mentions_are_given_their_words_and_go_out() -> None:
    def lengths(document: Any) -> Any:
        yield Mention(Span(1, 5), {"names": ["市财政局"]}, "own.length")

    pipeline = Pipeline([lengths, TimeLimits()])
    document = read(TEXT)
    assert next(mention.text for mention in pipeline(document) if mention.rule == "own.length") == "市财政局"
    result = Result.collect(document, pipeline(document))
    (own,) = result.to_dict()["others"]
    assert (own["id"], own["text"], own["kind"], own["value"]) == ("x1", "市财政局", "dict", {"names": ["市财政局"]})
    assert result.to_rows("others")[0]["value"] == '{"names": ["市财政局"]}'
    assert layer_of(result.others[0].value) is OTHERS


@attrs.frozen
class Number:
    issuer: str
    year: int


def test_own_records_come_back() -> None:
    result = Result.collect(read(TEXT), [Mention(Span(1, 5), Number("国办发", 2021), "own")])
    assert Result.from_json(result.to_json(), TEXT, kinds=[Number]) == result
    assert Result.from_json(result.to_json(), TEXT).others[0].value == {"issuer": "国办发", "year": 2021}


def test_a_prompt_and_a_notebook_show_little() -> None:
    result = extract(TEXT * 300)
    for shown in (result, result.document, result.tasks, result.commitments[0]):
        assert len(repr(shown)) < 400
    assert len(result._repr_html_()) < 150_000
    assert "另有" in result._repr_html_()
    assert "另有" in result.tasks._repr_html_()
    assert "市财政局" in result.commitments[0]._repr_html_()
