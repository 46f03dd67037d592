"""A mention as a notebook shows it: its words, and under them what was read."""

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    pass

_MOST = 200
STYLE = "border-collapse:collapse;text-align:left"
"""The looks of a small table, inline, since a notebook keeps no style sheet of ours."""


def card(found: Mapping[str, Any]) -> str:
    """The words of a mention over a small table of its fields, those that say nothing left out.

    >>> card({"start": 0, "end": 5, "text": "<12345>", "rule": "hotline", "value": 12345})[:51]
    '<p><b>&lt;12345&gt;</b> <small>0:5, hotline</small>'
    """
    place = f"{found['start']}:{found['end']}, {found['rule']}"
    told = {name: content for name, content in found.items() if content not in (None, False, "", [])}
    rows = "".join(
        f'<tr><th style="text-align:left">{escape(name)}</th><td style="text-align:left">{_shown(content)}</td></tr>'
        for name, content in told.items()
        if name not in ("start", "end", "text", "rule")
    )
    return f'<p><b>{_shown(found["text"])}</b> <small>{escape(place)}</small></p><table style="{STYLE}">{rows}</table>'


def _shown(content: Any) -> str:
    text = "、".join(map(str, content)) if isinstance(content, list) else str(content)
    return escape(text if len(text) <= _MOST else f"{text[:_MOST]}…")
