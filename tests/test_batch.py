"""Arrow batches of documents to Arrow batches of records."""

import datetime as dt
import pickle

import pytest

from policyextract import Document, Pipeline, extract
from policyextract.default import PIPELINE
from policyextract.export.schema import LAYERS

pa = pytest.importorskip("pyarrow", reason="the extra arrow is not installed")

from policyextract.engines.batch import NESTED, BatchExtractor  # noqa: E402

DAY = dt.date(2022, 1, 18)
TEXTS = [
    "今年底前，市数据局要牵头推进“一网通办”，确保网上可办率达到90%以上。",
    "",
    "力争规上工业增加值增长8%左右，三分之二的社区设便民点。（责任单位：市工业和信息化局、各县区政府）",
    "坚持立项一批、开工一批、投产一批、达效一批。",
]


def fails_on_b(document: Document):
    if "乙" in document.text:
        raise LookupError("no 乙 here")
    return PIPELINE(document)


@pytest.fixture
def documents():
    return pa.RecordBatch.from_pydict(
        {"document": [f"文件{n}" for n in range(4)], "text": TEXTS, "reference_date": [DAY] * 4}
    )


def plain():
    return [extract(text, reference_date=DAY) for text in TEXTS]


def test_a_row_for_each_document_holds_the_rows_of_every_layer(documents):
    found = BatchExtractor()(documents)
    assert found.schema == BatchExtractor().schema
    assert found["document"].to_pylist() == [f"文件{n}" for n in range(4)]
    assert found["error"].to_pylist() == [None] * 4
    for layer in NESTED:
        expected = [result.to_arrow(layer).drop(["document"]).to_pylist() for result in plain()]
        assert found[layer].to_pylist() == expected
    assert sum(map(len, found["quantities"].to_pylist())) > 1


@pytest.mark.parametrize("layer", [None, "targets"])
def test_a_batch_of_many_parts_is_one(layer):
    texts = [f"确保增长{n}%。" * (n % 3) for n in range(200)]
    found = BatchExtractor(layer)(pa.RecordBatch.from_pydict({"text": texts}))
    one_by_one = [BatchExtractor(layer)(pa.RecordBatch.from_pydict({"text": [text]})) for text in texts]
    assert found.to_pylist() == [row for one in one_by_one for row in one.to_pylist()]
    empty = BatchExtractor(layer)(pa.RecordBatch.from_pydict({"text": pa.array([], pa.string())}))
    assert (empty.num_rows, empty.schema) == (0, found.schema)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_row_for_each_find_is_the_row_of_the_table(documents, layer):
    extractor = BatchExtractor(layer)
    found = extractor(documents)
    assert found.schema == extractor.schema
    expected = [result.to_arrow(layer, f"文件{n}") for n, result in enumerate(plain())]
    assert pa.Table.from_batches([found]).drop(["error"]) == pa.concat_tables(expected)
    assert found["error"].null_count == found.num_rows


@pytest.mark.parametrize("layer", [None, "targets"])
def test_a_failing_document_is_a_row_with_its_error(layer):
    batch = pa.RecordBatch.from_pydict({"document": ["甲", "乙", "丙"], "text": ["增长6%。", "乙增长6%。", None]})
    found = BatchExtractor(layer, pipeline=Pipeline([fails_on_b]))(batch)
    rows = {row["document"]: row for row in found.to_pylist()}
    assert rows["乙"]["error"] == "LookupError: no 乙 here"
    assert rows["丙"]["error"].startswith("TypeError: a source is a str")
    if layer:
        assert rows["乙"]["start"] is None
    else:
        assert rows["乙"]["quantities"] == []


def test_a_table_gives_a_table(documents):
    table = pa.Table.from_batches([documents, documents])
    found = BatchExtractor()(table)
    assert isinstance(found, pa.Table)
    assert found.num_rows == 8


@pytest.mark.parametrize("layer", [None, *LAYERS])
def test_an_empty_batch_keeps_the_schema(documents, layer):
    extractor = BatchExtractor(layer)
    assert extractor(documents.slice(0, 0)).schema == extractor.schema
    assert extractor(documents.slice(0, 0)).num_rows == 0


def test_columns_by_other_names_and_none_but_the_text():
    batch = pa.RecordBatch.from_pydict({"body": ["确保年底前完成。"], "no": ["12"], "signed": [DAY]})
    extractor = BatchExtractor("times", text="body", document="no", reference_date="signed")
    assert extractor(batch)["document"].to_pylist() == ["12"] * len(extract("确保年底前完成。").times)
    assert BatchExtractor()(batch.select(["body"]).rename_columns(["text"]))["document"].to_pylist() == [""]
    with pytest.raises(KeyError, match="no column 'text' among"):
        BatchExtractor()(batch)


def test_a_batch_is_read_only_when_it_is_asked_for(documents):
    def batches():
        yield documents
        raise AssertionError("asked for the second")

    stream = BatchExtractor().stream(batches())
    assert next(stream).num_rows == 4


def test_a_number_that_a_decimal_column_cannot_hold_stands_in_the_text_column():
    text = "三分之二的社区完成改造，误差不超过0.000000000001毫米，面积120平方米。"
    found = BatchExtractor("quantities")(pa.RecordBatch.from_pydict({"text": [text]}))
    assert pa.Table.from_batches([found]).drop(["error"]) == extract(text).to_arrow("quantities")
    assert found["low_exact"].to_pylist()[0] == "2/3"
    assert found["low"].to_pylist()[0] is None


def test_an_extractor_travels():
    extractor = BatchExtractor("targets", text="body")
    assert pickle.loads(pickle.dumps(extractor)) == extractor
    assert hash(extractor) == hash(BatchExtractor("targets", text="body"))


def test_there_is_no_such_layer():
    with pytest.raises(ValueError, match="there is no layer 'goals'"):
        BatchExtractor("goals")
