"""The component for spaCy."""

import pytest

from policyextract import extract
from policyextract.engines.spacy_component import result_of

spacy = pytest.importorskip("spacy")

TEXT = "由县财政局牵头，确保争取专项债券资金不低于100亿元。"


@pytest.fixture(scope="module")
def nlp():  # type: ignore[no-untyped-def]
    nlp = spacy.blank("zh")
    nlp.add_pipe("policyextract")
    return nlp


def test_spans_stand_where_the_offsets_say(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = nlp(TEXT)
    found = extract(TEXT)
    assert found.targets
    for layer in ("quantities", "departments", "commitments"):
        places = [(span.start_char, span.end_char) for span in doc.spans[layer]]
        assert places == [(mention.span.start, mention.span.stop) for mention in getattr(found, layer)]
    assert [span.label_ for span in doc.spans["quantities"]] == ["target"]
    assert result_of(doc) == found


def test_a_document_goes_to_bytes_and_back(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = nlp(TEXT)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert result_of(again) == result_of(doc)
    assert [span.id_ for span in again.spans["quantities"]] == ["q1"]


def test_the_pipeline_keeps_its_reference_date_on_disk(tmp_path) -> None:  # type: ignore[no-untyped-def]
    nlp = spacy.blank("zh")
    nlp.add_pipe("policyextract", config={"reference_date": "2021-04-25"})
    nlp.to_disk(tmp_path)
    times = result_of(spacy.load(tmp_path)("今年6月底前完成。")).times
    assert [str(time.value.time.latest) for time in times] == ["2021-06-30"]
