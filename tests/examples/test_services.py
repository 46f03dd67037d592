"""The examples for programs: a FastAPI service with its OpenAPI schema, a worker under asyncio."""

import asyncio
import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = "由市财政局牵头，6月底前完成清理任务30项。"


def load(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def client() -> Any:
    pytest.importorskip("fastapi")
    pytest.importorskip("httpx")
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what its libraries say to one another
        from fastapi.testclient import TestClient
    return TestClient(load("service").app)


@pytest.mark.filterwarnings("ignore")
def test_the_service_answers(client: Any) -> None:
    asked = {"text": TEXT, "reference_date": "2021-04-25"}
    found = client.post("/extract", json=asked).json()
    assert found["times"][0]["latest"] == "2021-06-30"
    (task,) = client.post("/tasks", json=asked).json()
    assert (task["lead"], task["targets"], task["due"]) == (["市财政局"], ["清理任务30项"], "2021-06-30")
    assert client.post("/extract", json={"text": 7}).status_code == 422


@pytest.mark.filterwarnings("ignore")
def test_the_service_has_its_schema(client: Any) -> None:
    openapi = client.get("/openapi.json").json()
    known = openapi["components"]["schemas"]
    assert known["FigureDict"]["properties"]["role"]["enum"] == ["target", "achieved", "other"]
    answer = openapi["paths"]["/extract"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer == {"$ref": "#/components/schemas/ResultDict"}
    assert client.get("/schema/1").json()["$id"] == "urn:policyextract:result:1"
    assert client.get("/schema/7").status_code == 404


@pytest.mark.filterwarnings("ignore")
def test_the_service_looks_at_no_file(client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("secret.txt").write_text("确保网上可办率达到90%。", "utf-8")
    found = client.post("/extract", json={"text": "secret.txt"})
    assert (found.status_code, found.json()["length"]) == (200, 10)


def test_the_worker_reads_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(EXAMPLES)  # for processes that do not fork
    for name in "甲乙丙":
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")
    asyncio.run(load("worker").main(tmp_path))
    assert capsys.readouterr().out.splitlines() == ["丙 1 项任务", "乙 1 项任务", "甲 1 项任务"]
