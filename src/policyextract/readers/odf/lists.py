"""How an OpenDocument file numbers its lists and headings (ODF 1.3, 5.3 and 16.30), and which styles hide text."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from policyextract.readers.archive import attribute, children
from policyextract.readers.numbering import Counts, Level, Series
from policyextract.text.pattern import pattern

_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCounting",
    "壹": "chineseLegalSimplified",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth",
}
"""The formats of numbers by the first sign of their names: that of Chinese numerals is ``一, 二, 三, ...``."""
_PLACE = pattern("%([1-9])[0-9]?%")
_FEW = 20  # styles that are based on one another
_LEVELS = 10
_DIGITS = 7


class Listed(NamedTuple):
    """Where in a list something stands: the list, its level, and the name of its style."""

    series: Series
    level: int
    style: str


def integer(text: str | None, other: int) -> int:
    """A number that an attribute holds, another one where it holds none.

    >>> integer("12", 1), integer(None, 1), integer("-3", 1)
    (12, 1, 1)
    """
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < _DIGITS else other


class Lists:
    """Gives the numbers of paragraphs, in their order."""

    def __init__(self, styles: Iterable[Any]) -> None:
        self._counts = Counts()
        self._levels: dict[str, dict[int, Level]] = {}
        self._of_paragraphs: dict[str, str] = {}  # of a style of paragraphs, the style of its lists
        self._based: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._series: dict[str, str] = {}  # of a list that may go on, the name under which it is counted
        self._last: dict[str, str] = {}  # of a style, the same of its last list
        self._opened = 0
        for group in styles:
            for name, node in children(group):
                if name == "list-style":
                    self._levels[attribute(node, "name") or ""] = dict(_levels(node))
                elif name == "outline-style":
                    self._outline = Series("outline", dict(_levels(node)))
                elif name == "style":
                    self._read_style(node)

    _outline = Series("outline", {})

    def _read_style(self, node: Any) -> None:
        name = attribute(node, "name") or ""
        self._based[name] = attribute(node, "parent-style-name") or ""
        listed = attribute(node, "list-style-name")
        if listed is not None:
            self._of_paragraphs[name] = listed
        for kind, properties in children(node):
            if kind == "text-properties" and attribute(properties, "display") == "none":
                self._hidden.add(name)

    def _chain(self, style: str | None) -> Iterable[str]:
        """A style and those that it is based on."""
        for _ in range(_FEW):
            if not style:
                return
            yield style
            style = self._based.get(style)

    def hides(self, style: str | None) -> bool:
        """Whether what has a style is not shown."""
        return any(name in self._hidden for name in self._chain(style))

    def names(self, style: str | None) -> str:
        """The style of the lists that a style of paragraphs names."""
        return next((self._of_paragraphs[name] for name in self._chain(style) if name in self._of_paragraphs), "")

    def open(self, node: Any, outer: Listed | None, paragraph: str | None = None) -> Listed:
        """Where a list stands that begins: in another, or in none."""
        style = attribute(node, "style-name") or (outer.style if outer else self.names(paragraph))
        if outer:
            return Listed(self._with(outer.series.counted, style), outer.level + 1, style)
        known = self._series.get(attribute(node, "continue-list") or attribute(node, "list-id") or "")
        if known is None and attribute(node, "continue-numbering") == "true":
            known = self._last.get(style)
        if known is None:
            self._opened += 1
            known = str(self._opened)
        self._last[style] = known
        for name in filter(None, (attribute(node, "id"), attribute(node, "list-id"))):
            self._series[name] = known
        return Listed(self._with(known, style), 0, style)

    def _with(self, counted: str, style: str) -> Series:
        return Series(counted, self._levels.get(style, {}))

    def start(self, listed: Listed, number: str | None) -> None:
        """Begin anew with a number, if one is given."""
        if number is not None:
            self._counts.put(listed.series, listed.level, integer(number, 1))

    def before(self, listed: Listed) -> str:
        """The number of the next paragraph of a list."""
        return self._counts.next(listed.series.counted, listed.series, listed.level)

    def before_heading(self, node: Any) -> str:
        """The number of a heading that stands in no list."""
        if attribute(node, "is-list-header") == "true":
            return ""
        depth = integer(attribute(node, "outline-level"), 1) - 1
        if attribute(node, "restart-numbering") == "true":
            self._counts.put(self._outline, depth, integer(attribute(node, "start-value"), 1))
        return self._counts.next("outline", self._outline, depth)


def _levels(node: Any) -> Iterable[tuple[int, Level]]:
    formats: dict[int, str] = {}
    for name, child in children(node):
        depth = integer(attribute(child, "level"), 1)
        if depth > _LEVELS:
            continue
        start = integer(attribute(child, "start-value"), 1)
        if name.endswith(("bullet", "image")):
            yield depth - 1, Level(start, "bullet")
        elif name.endswith(("number", "outline-level-style")):
            formats[depth] = (attribute(child, "num-format") or "")[:1]
            style = _FORMATS.get(formats[depth], "decimal" if formats[depth] else "none")
            yield depth - 1, Level(start, style, _words(child, depth, formats))


def _words(node: Any, depth: int, formats: dict[int, str]) -> str:
    """What a level writes: newer offices say it whole, the standard by prefix, suffix and the levels that are shown."""
    whole = attribute(node, "num-list-format")
    if whole is not None:
        return _PLACE.sub(r"%\1", whole)
    first = max(depth - integer(attribute(node, "display-levels"), 1) + 1, 1)
    shown = ".".join(f"%{one}" for one in range(first, depth + 1) if formats.get(one))
    return f"{attribute(node, 'num-prefix') or ''}{shown}{attribute(node, 'num-suffix') or ''}" if shown else ""
