"""The JSON output: its schema, read off the records, holds for every result; its types say the same.

``python tests/test_json.py`` writes the types (``src/policyextract/json_types.py``) anew after a record has changed.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract import Mention, Result, Span, extract, json_schema, json_types
from policyextract.export.json_schema import inside
from policyextract.export.schema import columns
from policyextract.layers import LAYERS, OTHERS
from policyextract.text.field import Field, Kind, fields

ROOT = Path(__file__).parents[1]
TYPES = ROOT / "src" / "policyextract" / "json_types.py"
TEXTS = sorted((ROOT / "tests" / "corpus").glob("*.txt"))
HEAD = '''"""The types of the JSON output: what ``Result.to_dict`` gives, as TypedDicts. Made by ``tests/test_json.py``.

FastAPI takes :class:`ResultDict` as a response model, pydantic's ``TypeAdapter`` as a type.
"""

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from typing import TypedDict
else:
    try:  # pydantic wants this one before Python 3.12, and brings it along
        from typing_extensions import TypedDict
    except ImportError:
        from typing import TypedDict


class MentionDict(TypedDict):
    """Where something was found: its id here, its code points, its words, its part of the file, its rule."""

    id: str
    start: int
    end: int
    text: str
    part: int
    rule: str

'''
HINTS = {
    Kind.TEXT: "str",
    Kind.NUMBER: "str",
    Kind.DATE: "str",
    Kind.FLAG: "bool",
    Kind.INTEGER: "int",
    Kind.TEXTS: "list[str]",
    Kind.INTEGERS: "list[int]",
    Kind.MEMBERS: "list[str]",
}
CELLS = {"text": "str", "integer": "int", "date": "dt.date | None", "texts": "list[str]"}


def hint(field: Field) -> str:
    """How a field is typed."""
    if field.record is not None:
        one = f"{field.record.__name__}Dict"
        return f"list[{one}]" if field.kind is Kind.RECORDS else f"{one} | None"
    choices = ", ".join(f'"{choice}"' for choice in field.choices)
    return (f"Literal[{choices}]" if choices else HINTS[field.kind]) + " | None" * field.nullable


def types() -> str:
    """The source of the types, made from the records."""
    parts = [HEAD]
    for record in inside():
        lines = [f"    {field.name}: {hint(field)}" for field in fields(record)]
        words = (record.__doc__ or "").partition("\n")[0]
        parts.append(f"\nclass {record.__name__}Dict(TypedDict):\n" + doc(words) + "\n".join(lines) + "\n\n")
    for layer in LAYERS:
        lines = [f"    {field.name}: {hint(field)}" for field in fields(layer.record)]
        parts.append(f"\nclass {layer.record.__name__}Dict(MentionDict):\n" + doc(f"One of ``{layer.name}``."))
        parts.append("\n".join(lines) + "\n\n")
    parts.append(
        "\nclass OtherDict(MentionDict):\n" + doc("What an extractor of one's own found: its class, its value.")
    )
    parts.append("    kind: str\n    value: Any\n\n")
    parts.append("\nclass ResultDict(TypedDict):\n" + doc("What was found in one document."))
    parts.append("    schema: int\n    reference_date: str | None\n    length: int\n")
    parts.append("    about: AboutDict\n    parts: list[PartDict]\n")
    parts += [f"    {layer.name}: list[{layer.record.__name__}Dict]\n" for layer in LAYERS]
    parts.append(f"    {OTHERS.name}: list[OtherDict]\n\n")
    parts.append("\nclass TaskRow(TypedDict):\n" + doc('A row of ``Result.to_rows("tasks")``, its days as days.'))
    parts += [f"    {column.name}: {CELLS[column.kind]}\n" for column in columns("tasks")]
    return "".join(parts)


def doc(words: str) -> str:
    return f'    """{words}"""\n\n'


def test_the_types_are_those_of_the_records() -> None:
    assert TYPES.read_text("utf-8") == types(), "a record has changed; write them anew: python tests/test_json.py"


def test_the_types_name_what_is_there() -> None:
    data = extract("由市财政局牵头，6月底前完成清理任务30项以上。坚持“一网通办”，实现全覆盖。").to_dict()
    assert set(data) == set(get_type_hints(json_types.ResultDict))
    assert list(get_type_hints(json_types.TaskRow)) == [column.name for column in columns("tasks")]
    for layer in LAYERS:
        names = set(get_type_hints(getattr(json_types, f"{layer.record.__name__}Dict")))
        assert all(set(row) == names for row in data[layer.name])  # type: ignore[literal-required]


@pytest.fixture(scope="module")
def validator() -> Any:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(json_schema())
    return jsonschema.Draft202012Validator(json_schema())


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_result_is_valid(validator: Any, path: Path) -> None:
    validator.validate(extract(path.read_text("utf-8")).to_dict())


def test_own_finds_are_valid(validator: Any) -> None:
    document = extract("拨打12345热线。").document
    validator.validate(Result.collect(document, [Mention(Span(2, 7), 12345, "own")]).to_dict())


PHRASES = (
    "确保达到90%以上，",
    "由县政务局牵头，",
    "6月底前",
    "“三高四新”",
    "三分之二",
    "1-5月",
    "每季度",
    "全覆盖。",
    "\n",
)


@given(st.lists(st.sampled_from(PHRASES) | st.text(max_size=4), max_size=12).map("".join))
def test_any_result_is_valid(text: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator(json_schema()).validate(extract(text).to_dict())


def test_the_schema_names_every_field() -> None:
    schema = json_schema()
    data = extract("由市财政局牵头，6月底前完成清理任务30项以上。坚持“一网通办”。").to_dict()
    assert list(schema["properties"]) == list(data)
    for layer in LAYERS:
        known = schema["$defs"][layer.record.__name__]["properties"]
        assert all(field["description"] for field in known.values())
        assert all(set(row) == set(known) for row in data[layer.name])  # type: ignore[literal-required]


def test_a_broken_result_is_not_valid(validator: Any) -> None:
    data: Any = extract("确保网上可办率达到90%。").to_dict()
    data["quantities"][0]["role"] = "hope"
    assert not validator.is_valid(data)


def test_pydantic_takes_the_types() -> None:
    pydantic = pytest.importorskip("pydantic")
    adapter = pydantic.TypeAdapter(json_types.ResultDict)
    data = extract("由市财政局牵头，6月底前完成清理任务30项以上。").to_dict()
    assert adapter.validate_python(data) == data
    assert adapter.validate_json(adapter.dump_json(data)) == data


def test_the_code_of_the_readme_passes_the_strictest_types(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    blocks = re.findall(r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.M | re.S)
    lines = (line for block in blocks for line in block.splitlines())
    code = [line[4:] for line in lines if line.startswith((">>> ", "... ", "..."))]
    (tmp_path / "readme.py").write_text("\n".join(code) + "\n", "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), str(tmp_path / "readme.py")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


if __name__ == "__main__":
    TYPES.write_text(types(), "utf-8")
