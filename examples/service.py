"""A service: a text goes in, what it says comes out, with an OpenAPI schema made from the types of the library.

    pip install fastapi uvicorn
    uvicorn --app-dir examples service:app --workers 2      # then open http://127.0.0.1:8000/docs

The functions are not ``async``: FastAPI runs each in a thread, so that a long text holds up nobody; ``--workers``
brings further cores. Texts are given to ``read``, which takes any ``str`` for what it is; ``extract`` by itself would
refuse one that is the name of a file on the server.
"""

import datetime as dt
from typing import Any

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field

import policyextract
from policyextract import Result, extract, json_schema, read
from policyextract.json_types import ResultDict, TaskRow

MOST = 1_000_000
app = FastAPI(title="policyextract", version=policyextract.__version__)


class Text(BaseModel):
    """A text, and the day on which it was spoken or signed."""

    text: str = Field(max_length=MOST, examples=["由市财政局牵头，6月底前完成清理任务30项。"])
    reference_date: dt.date | None = None

    def result(self) -> Result:
        """What the text says."""
        return extract(read(self.text, reference_date=self.reference_date))


@app.post("/extract")
def everything(text: Text) -> ResultDict:
    """Everything that was found, each with its place in the text."""
    return text.result().to_dict()


@app.post("/tasks")
def tasks(text: Text) -> list[TaskRow]:
    """The commitments, one a row: who, what, how much, until when."""
    return text.result().tasks.to_rows()


@app.get("/schema/{version}")
def schema(version: int) -> dict[str, Any]:
    """The JSON Schema of what ``/extract`` gives."""
    known = json_schema()
    if version != known["properties"]["schema"]["const"]:
        raise HTTPException(404, f"this service gives schema {known['properties']['schema']['const']}")
    return known
