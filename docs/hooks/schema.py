"""Writes what the library knows of itself into the pages: the schema of the rows, of the JSON output, the choices."""

import json
from collections.abc import Callable
from typing import Any

from mkdocs.structure.files import File, Files

from policyextract import lexicon, values
from policyextract.export import wording
from policyextract.export.json_schema import json_schema
from policyextract.export.schema import LAYERS
from policyextract.panels import COLUMNS


def on_files(files: Files, *, config: Any) -> Files:
    """Put the JSON Schema beside the pages, as a file."""
    files.append(File.generated(config, "schema.json", content=_schema()))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the tables in the place of the marks."""
    for mark, make in MARKS.items():
        if mark in markdown:
            markdown = markdown.replace(mark, make())
    return markdown


def codebook() -> str:
    """The columns of a panel."""
    rows = "\n".join(f"| `{column.name}` | {column.kind} | {column.meaning} |" for column in COLUMNS)
    return f"| column | kind | meaning |\n|---|---|---|\n{rows}\n"


def tables() -> str:
    """A table for each schema of rows, headed by the layers that have it."""
    shared: dict[Any, list[str]] = {}
    for layer, columns in LAYERS.items():
        shared.setdefault(columns, []).append(layer)
    parts = []
    for columns, layers in shared.items():
        rows = "\n".join(f"| `{column.name}` | {column.kind} | {column.meaning} |" for column in columns)
        parts.append(f"### {', '.join(layers)}\n\n| column | kind | meaning |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def choices() -> str:
    """The members of the enums of the records, with the words that page and workbook have for them."""
    parts = ["| enum | value | in page and workbook |\n|---|---|---|"]
    for name in dict.fromkeys(row[0] for row in lexicon.rows("export/members")):
        enum = getattr(values, name, ())  # explain has words that are those of no enum
        parts += [f"| `{name}` | `{member.value}` | {wording.choice(member)} |" for member in enum]
    return "\n".join(parts)


def _schema() -> str:
    return json.dumps(json_schema(), ensure_ascii=False, indent=2)


MARKS: dict[str, Callable[[], str]] = {
    "<!-- codebook -->": codebook,
    "<!-- schema -->": tables,
    "<!-- choices -->": choices,
    "<!-- json schema -->": lambda: f"```json\n{_schema()}\n```",
}
