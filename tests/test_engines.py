"""The Arrow batch function in the engines that it is made for: a folder in, Parquet out, the same as a plain run."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from policyextract import extract

pa = pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
parquet = pytest.importorskip("pyarrow.parquet", reason="the extra arrow is not installed")

from policyextract.engines.batch import NESTED, BatchExtractor  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")  # of the engines, not ours

SENTENCES = (
    "确保年底前网上可办率达到90%以上，由市数据局牵头。",
    "力争全年新增规上工业企业120家，增长8%左右。",
    "市发展改革委负责，市财政局、各县区政府配合，2025年底前完成。",
    "坚持“项目为王”，推动签约一批、开工一批、投产一批。",
)


@pytest.fixture(scope="module")
def texts():
    return {f"{number:02}.txt": SENTENCES[number % 4] * (number + 1) for number in range(24)}


@pytest.fixture(scope="module")
def expected(texts):
    return {
        name: {layer: [m.span.start for m in getattr(extract(text), layer)] for layer in NESTED}
        for name, text in texts.items()
    }


@pytest.fixture
def folder(tmp_path, texts):
    (tmp_path / "in").mkdir()
    for name, text in texts.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    return tmp_path / "in"


def starts(table):
    """Where the finds of each layer begin, by document."""
    return {
        os.path.basename(row["document"]): {layer: [found["start"] for found in row[layer]] for layer in NESTED}
        for row in table.to_pylist()
    }


def test_spark(folder, expected, tmp_path, monkeypatch):
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed")
    from pyspark.sql.pandas.types import from_arrow_schema

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYSPARK_DRIVER_PYTHON", sys.executable)
    extractor = BatchExtractor()
    spark = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "5")
        .getOrCreate()
    )
    try:
        documents = spark.read.text(str(folder), wholetext=True).selectExpr(
            "_metadata.file_name as document", "value as text"
        )
        found = documents.repartition(3).mapInArrow(extractor.stream, from_arrow_schema(extractor.schema))
        found.write.parquet(str(tmp_path / "out"))
        spark.read.parquet(str(tmp_path / "out")).selectExpr("document", "inline(departments)").count()
    finally:
        spark.stop()
    assert starts(parquet.read_table(tmp_path / "out")) == expected


def test_dask(folder, expected, tmp_path):
    bag = pytest.importorskip("dask.bag", reason="Dask is not installed")
    extractor = BatchExtractor()

    def write(paths):
        rows = [{"document": path.name, "text": path.read_text("utf-8")} for path in paths]
        out = tmp_path / f"{rows[0]['document']}.parquet"
        parquet.write_table(pa.Table.from_batches([extractor(pa.RecordBatch.from_pylist(rows))]), out)
        return [str(out)]

    written = bag.from_sequence(sorted(folder.iterdir()), npartitions=4).map_partitions(write)
    outs = written.compute(scheduler="processes", num_workers=2)
    assert starts(pa.concat_tables(map(parquet.read_table, outs))) == expected


def test_dask_frame(texts, expected):
    frames = pytest.importorskip("dask.dataframe", reason="Dask's frames are not installed")
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    extractor = BatchExtractor("departments")

    def read(frame):
        found = extractor(pa.Table.from_pandas(frame, preserve_index=False))
        return found.to_pandas(types_mapper=pd.ArrowDtype)

    meta = extractor.schema.empty_table().to_pandas(types_mapper=pd.ArrowDtype)
    frame = frames.from_pandas(pd.DataFrame({"document": list(texts), "text": list(texts.values())}), npartitions=3)
    found = frame.map_partitions(read, meta=meta).compute(scheduler="threads")
    assert len(found) == sum(len(layers["departments"]) for layers in expected.values())
    assert found.dtypes.equals(meta.dtypes)


def test_ray(texts, expected, monkeypatch):
    ray = pytest.importorskip("ray", reason="Ray is not installed")
    pytest.importorskip("ray.data", reason="Ray Data is not installed")
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    try:
        documents = ray.data.from_arrow(pa.table({"document": list(texts), "text": list(texts.values())}))
        found = documents.repartition(3).map_batches(BatchExtractor().__call__, batch_format="pyarrow")
        tables = [ray.get(block) for block in found.to_arrow_refs()]
    finally:
        ray.shutdown()
    assert starts(pa.concat_tables(tables)) == expected


def test_duckdb(folder, expected):
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    extractor = BatchExtractor()
    connection = duckdb.connect()
    documents = connection.sql(f"SELECT filename AS document, content AS text FROM read_text('{folder}/*.txt')")
    found = pa.RecordBatchReader.from_batches(extractor.schema, extractor.stream(documents.to_arrow_reader(5)))
    found = found.read_all()
    assert starts(found) == expected
    departments = connection.sql("SELECT document, unnest(departments, recursive := true) FROM found").fetchall()
    assert len(departments) == sum(len(layers["departments"]) for layers in expected.values())


def recipe(name):
    """The code under a heading of the page on many documents, as it stands there."""
    page = Path(__file__).parents[1].joinpath("docs", "scale.md").read_text("utf-8")
    return re.search(rf"\n\*\*{name}\*\*.*?\n```python\n(.*?)```", page, re.DOTALL)[1]


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("DuckDB", "duckdb"),
        ("Polars", "polars"),
        ("Dask", "dask.dataframe"),
        ("Ray Data", "ray.data"),
        ("Spark", "pyspark.sql"),
    ],
)
def test_the_recipe_runs_as_it_stands(name, module, texts, folder, tmp_path):
    pytest.importorskip(module, reason=f"{name} is not installed")
    if name == "Spark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    shutil.copytree(folder, tmp_path / "documents")
    parquet.write_table(
        pa.table({"document": list(texts), "text": list(texts.values())}), tmp_path / "documents.parquet"
    )
    script = tmp_path / "recipe.py"
    script.write_text(recipe(name), "utf-8")
    subprocess.run([sys.executable, script], cwd=tmp_path, check=True, timeout=300)


def test_polars(texts, expected):
    pl = pytest.importorskip("polars", reason="Polars is not installed")
    extractor = BatchExtractor()
    frame = pl.DataFrame({"document": list(texts), "text": list(texts.values())})
    found = pl.from_arrow(extractor(frame.to_arrow()))
    assert starts(found.to_arrow()) == expected
    departments = found.select("document", "departments").explode("departments").drop_nulls().unnest("departments")
    assert departments.height == sum(len(layers["departments"]) for layers in expected.values())
