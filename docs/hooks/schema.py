"""Writes the schema of the rows into the page on exports, from the schema itself."""

from typing import Any

from policyextract.export.schema import LAYERS

MARK = "<!-- schema -->"


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the tables in the place of the mark."""
    return markdown.replace(MARK, tables()) if MARK in markdown else markdown


def tables() -> str:
    """A table for each schema, headed by the layers that have it."""
    shared: dict[Any, list[str]] = {}
    for layer, columns in LAYERS.items():
        shared.setdefault(columns, []).append(layer)
    parts = []
    for columns, layers in shared.items():
        rows = "\n".join(f"| `{column.name}` | {column.kind} | {column.meaning} |" for column in columns)
        parts.append(f"### {', '.join(layers)}\n\n| column | kind | meaning |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)
