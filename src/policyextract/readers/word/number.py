"""The numbers that Word puts before paragraphs by itself, as its parts ``numbering`` and ``styles`` say."""

from typing import Any

from policyextract.readers.archive import attribute, children
from policyextract.readers.numbering import Counts, Level, Series

_FEW = 20  # styles that are based on one another
_DIGITS = 10


def _level(node: Any) -> Level:
    values = {name: attribute(child, "val") for name, child in children(node)}
    restarts = values.get("lvlRestart")
    return Level(
        _integer(values.get("start"), 0),  # as the standard has it where nothing is said (17.9.25)
        values.get("numFmt") or "decimal",
        values.get("lvlText") or "",
        "isLgl" in values and values["isLgl"] not in ("0", "false"),
        _integer(restarts, 0) if restarts is not None else -1,
    )


def _integer(text: str | None, other: int) -> int:
    return int(text) if text and text.isascii() and text.lstrip("-").isdigit() and len(text) < _DIGITS else other


class Numbering:
    """Gives the number of each paragraph, in their order."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        self._abstracts: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, Series] = {}
        self._links: dict[str, str] = {}  # of an abstract list that stands for a style, the style
        self._styled: dict[str, str] = {}  # of a style, the abstract list that it names
        self._of_level: dict[tuple[str, str], int] = {}  # of a list and a style of paragraphs, the level
        self._styles: dict[str, tuple[str, str | None, int | None]] = {}
        self._counts = Counts()
        self.names: dict[str, str] = {}
        self.default = ""
        for name, node in () if styles is None else children(styles):
            if name == "style":
                self._read_style(node)
        for name, node in () if numbering is None else children(numbering):
            if name == "abstractNum":
                self._read_abstract(node)
            elif name == "num":
                self._read_list(node)

    def _read_style(self, node: Any) -> None:
        based, number, level, kind = "", None, None, attribute(node, "styleId") or ""
        for name, child in children(node):
            if name == "basedOn":
                based = attribute(child, "val") or ""
            elif name == "name":
                self.names[kind] = (attribute(child, "val") or "").lower()
            elif name == "pPr":
                number, level = number_of(child)
        self._styles[kind] = based, number, level
        if attribute(node, "default") in ("1", "true") and attribute(node, "type") == "paragraph":
            self.default = kind

    def _read_abstract(self, node: Any) -> None:
        key = attribute(node, "abstractNumId") or ""
        levels = self._abstracts.setdefault(key, {})
        for name, child in children(node):
            if name == "lvl":
                depth = _integer(attribute(child, "ilvl"), 0)
                levels[depth] = _level(child)
                for kind, styled in children(child):
                    if kind == "pStyle":
                        self._of_level[key, attribute(styled, "val") or ""] = depth
            elif name == "numStyleLink":
                self._links[key] = attribute(child, "val") or ""
            elif name == "styleLink":
                self._styled[attribute(child, "val") or ""] = key

    def _read_list(self, node: Any) -> None:
        abstract, levels, starts = "", dict[int, Level](), dict[int, int]()
        for name, child in children(node):
            if name == "abstractNumId":
                abstract = attribute(child, "val") or ""
            elif name == "lvlOverride":
                depth = _integer(attribute(child, "ilvl"), 0)
                for kind, value in children(child):
                    if kind == "startOverride":
                        starts[depth] = _integer(attribute(value, "val"), 1)
                    elif kind == "lvl":
                        levels[depth] = _level(value)
        abstract = self._styled.get(self._links.get(abstract, ""), abstract)
        own = {**self._abstracts.get(abstract, {}), **levels}
        self._lists[attribute(node, "numId") or ""] = Series(abstract, own, starts)

    def _of_style(self, style: str) -> tuple[str | None, int | None]:
        """The list and the level that a style gives, its own or those of the styles that it is based on."""
        number: str | None = None
        level: int | None = None
        for _ in range(_FEW):
            if style not in self._styles:
                break
            based, own, depth = self._styles[style]
            number, level = number if number is not None else own, level if level is not None else depth
            style = based
        return number, level

    def before(self, style: str, number: str | None, level: int | None) -> str:
        """The number of the next paragraph of a style, with its own list and level if it names them."""
        styled, depth = self._of_style(style or self.default)
        number = number if number is not None else styled
        if number in (None, "0") or number not in self._lists:
            return ""
        chosen = self._lists[number]
        if level is None:
            level = depth if depth is not None else self._of_level.get((chosen.counted, style), 0)
        return self._counts.next(number, chosen, level)


def number_of(properties: Any) -> tuple[str | None, int | None]:
    """The list and the level that the properties of a paragraph name."""
    for name, node in children(properties):
        if name == "numPr":
            values = {kind: attribute(child, "val") for kind, child in children(node)}
            depth = values.get("ilvl")
            return values.get("numId"), _integer(depth, 0) if depth is not None else None
    return None, None
