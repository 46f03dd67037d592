"""The way through a page: its lines and tables, one element after the other, without recursion."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from attrs import define, field

from policyextract import lexicon
from policyextract.readers.web.table import Line, Table
from policyextract.text.pattern import pattern
from policyextract.text.place import PlaceKind


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNREAD = _names("script style noscript template title iframe object svg link meta base rp rt datalist math")
_INLINE = _names(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time"
    " tt u var wbr ruby rb nobr o:p st1:chsdate st1:date"
)
_CELLS = frozenset(("td", "th"))
_NAME = pattern("[A-Za-z]+")
_SPACE = pattern("[ \t\r\n\f]+")
_BREAK = pattern(" *\n[ \n]*")
_WRAPPED = pattern("(?<=[^\x00-\u02ff])\n(?=[^\x00-\u02ff])")
_BETWEEN = pattern(r"[\s\u3000\xa0|｜>＞»·•/\\\-—→:：\[\]【】,，、]+")
_SENTENCE = 40
_ENDS = frozenset("。；;")
_NUMBER = pattern(r"\s*([0-9]{1,6})")


@cache
def _parts(kind: str) -> frozenset[str]:
    return frozenset(lexicon.select("clean/page_parts", kind))


@define
class Walk:
    """Reads the events of a tree.

    Attributes:
        found: the lines and tables outside all tables.
        tables: the tables that are open, outer before inner.
        words: the words of the line being read; ``linked`` counts those in links.
        kept: open elements that keep their line breaks.
        furniture: open elements that are furniture.
        links: open links.
        skipped: the element being skipped, if one is.
    """

    found: "list[Line | Table]" = field(factory=list)
    tables: list[Table] = field(factory=list)
    words: list[str] = field(factory=list)
    linked: list[str] = field(factory=list)
    kept: int = 0
    furniture: int = 0
    links: int = 0
    skipped: Any = None

    def through(self, events: "Iterable[tuple[str, Any]]") -> None:
        """All elements of a page."""
        for event, node in events:
            if self.skipped is not None:
                if event == "end" and node is self.skipped:
                    self.skipped = None
                    self._say(node.tail)
                continue
            name = node.tag if isinstance(node.tag, str) else ""
            if event == "start":
                self._start(name, node)
            else:
                self._stop(name, node)
                self._say(node.tail)
        self._end()
        while self.tables:
            self._close()

    def items(self) -> "Iterator[Line | Table]":
        """What was found, the tables of the layout taken apart."""
        stack: list[Iterator[Line | Table]] = [iter(self.found)]
        while stack:
            item = next(stack[-1], None)
            if item is None:
                stack.pop()
            elif isinstance(item, Line):
                yield item
            else:
                stack.append(iter(item.captions))
                if item.is_data():
                    stack.pop()
                    yield from item.captions
                    yield item
                else:
                    stack[-1] = iter([*item.captions, *(inner for cell in item.cells for inner in cell.items)])

    def _start(self, name: str, node: Any) -> None:
        if name in _UNREAD:
            self.skipped = node
            return
        if name not in _INLINE:
            self._end()
            self.kept += name == "pre"
            self._open(name, node)
        self.links += name == "a"
        self.furniture += _is_furniture(name, node)
        self._say(node.text)

    def _open(self, name: str, node: Any) -> None:
        if name == "table":
            if self.tables:
                self.tables[-1].nests = True
            self.tables.append(Table())
        elif name == "tr" and self.tables:
            self.tables[-1].next_row()
        elif name in _CELLS and self.tables:
            self.tables[-1].next_cell(_number(node.get("colspan")), _number(node.get("rowspan")))
        elif name == "caption" and self.tables:
            self.tables[-1].open = None

    def _stop(self, name: str, node: Any) -> None:
        if name not in _INLINE:
            self._end()
            self.kept -= name == "pre"
            if name == "table" and self.tables:
                self._close()
            elif name in _CELLS and self.tables:
                self.tables[-1].open = None
        self.links -= name == "a"
        self.furniture -= _is_furniture(name, node)

    def _close(self) -> None:
        table = self.tables.pop()
        self._add(table)

    def _say(self, text: str | None) -> None:
        if not text:
            return
        for number, part in enumerate(text.split("\n") if self.kept else [text]):
            if number:
                self._end()
            (self.linked if self.links else self.words).append("")
            self.words.append(_SPACE.sub(_gap, part))
            if self.links:
                self.linked.append(part)

    def _end(self) -> None:
        """End the line: white space as a browser shows it, none for a line break between Chinese characters."""
        text = _WRAPPED.sub("", _BREAK.sub("\n", "".join(self.words)))
        linked = "".join(self.linked)
        self.words.clear()
        self.linked.clear()
        text = _SPACE.sub(" ", text).strip()
        if text:
            self._add(Line(text, PlaceKind.PARAGRAPH, self._is_aside(text, linked)))

    def _is_aside(self, text: str, linked: str) -> bool:
        """Whether a line is furniture: it stands in a part of the page that is, or is nothing but links."""
        if self.furniture:
            return len(text) < _SENTENCE or not any(sign in text for sign in _ENDS)
        if not linked or text[-1] in _ENDS:
            return False
        return len(_BETWEEN.sub("", linked)) >= len(_BETWEEN.sub("", text)) and _BETWEEN.sub("", linked) != ""

    def _add(self, item: "Line | Table") -> None:
        """Put a line or a table in the innermost cell that is open, or in the page."""
        if not self.tables:
            self.found.append(item)
        elif self.tables[-1].open is None:
            self.tables[-1].captions.append(item) if isinstance(item, Line) else self.found.append(item)
        else:
            self.tables[-1].open.items.append(item)


def _gap(match: "Any") -> str:
    return "\n" if "\n" in match.group() else " "


def _number(text: str | None) -> int:
    match = _NUMBER.match(text or "")
    return int(match[1]) if match else 1


def _is_furniture(name: str, node: Any) -> bool:
    """Whether an element is a part of the page that is no text: by its name, its role, its class or its id."""
    if name in _parts("element"):
        return True
    said = " ".join(filter(None, (node.get("role"), node.get("class"), node.get("id"))))
    return any(word.lower() in _parts("class") for word in _NAME.findall(said))
