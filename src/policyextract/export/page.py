"""A result as one self-contained page. Needs jinja2, the extra ``html``."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from os import PathLike
from pathlib import Path
from typing import Any

from policyextract.export.ics import FOOT, head
from policyextract.export.label import labels
from policyextract.export.title import title as title_of
from policyextract.export.view import view_of
from policyextract.extra import need
from policyextract.found import Found
from policyextract.layers import SORTS
from policyextract.text.pattern import pattern

_UNSHOWN = pattern("[\x00\ud800-\udfff]")
"""Characters that a page cannot hold, shown by one of the same width in UTF-16, so that positions stay."""


def write(result: Found, path: str | PathLike[str], title: str = "") -> None:
    """Write the page of a result to a file.

    Raises:
        ImportError: if jinja2 is not installed.
        OSError: if the file cannot be written.
    """
    Path(path).write_text(page(result, title), encoding="utf-8", newline="")


def page(result: Found, title: str = "") -> str:
    """The page of a result: the source with its finds by layer, tasks, targets, time limits, departments, slogans.

    >>> from policyextract import extract
    >>> "<script>alert" in page(extract("<script>alert(1)</script>确保网上可办率达到90%。"))
    False
    """
    heading = title_of(result, title)
    return _rendered(heading, [view_of(result, heading)])


def pages(named: Iterable[tuple[str, Found]], title: str) -> str:
    """One page of several documents, each given as its name and its result; the reader chooses which to see.

    >>> from policyextract import extract
    >>> shown = pages([("甲", extract("确保网上可办率达到90%。")), ("乙", extract("6月底前办结。"))], "两份文件")
    >>> shown.count('class="document"')
    2

    Raises:
        ImportError: if jinja2 is not installed.
        ValueError: if there is no document.
    """
    views = [view_of(result, name, f"f{number}-") for number, (name, result) in enumerate(named, 1)]
    if not views:
        raise ValueError("a page needs at least one document")
    return _rendered(title, views)


def _rendered(title: str, views: list[dict[str, Any]]) -> str:
    counts = Counter({sort.key: 0 for sort in SORTS})
    for view in views:
        counts.update(view["counts"])
    shown = {
        "title": title,
        "version": _version(),
        "layers": [
            {"key": sort.key, "name": sort.word, "count": counts[sort.key]} for sort in SORTS if counts[sort.key]
        ],
        "documents": views,
        "facts": {id_: fact for view in views for id_, fact in view["facts"].items()},
        "duties": {id_: duty for view in views for id_, duty in view["duties"].items()},
        "calendar": {"head": head(title), "foot": FOOT},
        "task_columns": labels("task"),
    }
    text: str = _template().render(shown)
    return _UNSHOWN.sub("\ufffd", text).replace("\r", "&#13;")


@cache
def _version() -> str:
    return version("policyextract")


@cache
def _template() -> Any:
    jinja2 = need("jinja2", "html")
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("policyextract.export"), autoescape=True, undefined=jinja2.StrictUndefined
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment.get_template("page.html.jinja")
