"""Lets mkdocstrings show what docstrings hold: Sphinx roles become links, literals code, doctests blocks of code."""

import re
from typing import Any

import griffe

_ROLE = re.compile(r":(?:class|func|meth|mod|data|attr|exc):`([^`]+)`")
_TITLED = re.compile(r"(.+?)\s*<([^>]+)>")
_SEVERAL = re.compile(r"^( {4,})(\w+(?:, \w+)+): (.*(?:\n\1 +\S.*)*)", re.M)
_PLAIN = re.compile(r"(?<!`)``([^`\n]+)``(?!`)")


def _link(match: "re.Match[str]") -> str:
    words = match.group(1)
    titled = _TITLED.fullmatch(words)
    title, target = titled.groups() if titled else (words, words)
    if not titled and title.startswith("~"):
        title = title.rpartition(".")[2]
    target = target.lstrip("~")
    return f'<autoref identifier="{target}" optional><code>{title}</code></autoref>'


def _each(match: "re.Match[str]") -> str:
    """Fields that share one description, each with it."""
    indent, names, words = match.groups()
    return "\n".join(f"{indent}{name}: {words}" for name in names.split(", "))


def _fenced(text: str) -> str:
    """Doctests as blocks of code: from their prompt to the next blank line."""
    lines: list[str] = []
    indent = None
    for line in [*text.splitlines(), ""]:
        if indent is None and line.lstrip().startswith(">>> "):
            indent = line[: len(line) - len(line.lstrip())]
            lines.append(f"{indent}```pycon")
        elif indent is not None and not line.strip():
            lines.append(f"{indent}```")
            indent = None
        lines.append(line)
    return "\n".join(lines)


class Roles(griffe.Extension):
    """Rewrites every docstring as it is loaded."""

    def on_instance(self, *, obj: griffe.Object, **_: Any) -> None:
        """Rewrite the docstring of one object."""
        if obj.docstring:
            obj.docstring.value = _fenced(
                _PLAIN.sub(r"`\1`", _ROLE.sub(_link, _SEVERAL.sub(_each, obj.docstring.value)))
            )
