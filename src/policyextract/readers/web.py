"""HTML pages, by Beautiful Soup: the extra ``web``."""

import re
from typing import Any

from attrs import define, field

from policyextract.extra import need
from policyextract.pattern import pattern
from policyextract.place import PlaceKind
from policyextract.readers.builder import Builder, Layout

_UNREAD = pattern("script|style|noscript|template|head|nav|svg|select|button|iframe|object")
_INLINE = pattern(
    "a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|su[bp]"
    "|time|tt|u|var|wbr"
)
_CELL = frozenset(("td", "th"))
_SPACE = pattern("[ \t\r\n\f]+")
_WRAPPED = pattern("(?<=[^\x00-\u02ff])\n(?=[^\x00-\u02ff])")
_AROUND_TAB = pattern(" *\t *")


def layout(content: bytes) -> Layout:
    """The text of a page, a line for each paragraph and for each row of a table, its cells parted by tabs.

    Scripts, styles, navigation and form controls are not read.
    """
    walk = _Walk()
    walk.through(need("bs4", "web").BeautifulSoup(content, "html.parser"))
    return walk.builder.layout()


@define
class _Walk:
    """The way through a page, and the words of the line that is being read."""

    builder: Builder = field(factory=Builder)
    words: list[str] = field(factory=list)
    cells: int = 0

    def through(self, page: Any) -> None:
        """Depth first, without recursion: a page may be nested a thousand deep."""
        stack: list[tuple[Any, bool]] = [(page, True)]
        while stack:
            node, enters = stack.pop()
            if not enters:
                self._leave(node.name)
            elif node.name is None:
                if type(node).__name__ == "NavigableString":
                    self.words.append(_SPACE.sub(lambda gap: "\n" if "\n" in gap.group() else " ", str(node)))
            elif not _UNREAD.fullmatch(node.name):
                self._enter(node.name)
                stack.append((node, False))
                stack.extend((child, True) for child in reversed(list(node.children)))
        self._end(PlaceKind.PARAGRAPH)

    def _enter(self, name: str) -> None:
        if name in _CELL:
            self.cells += 1
        elif not _INLINE.fullmatch(name):
            self._end(PlaceKind.PARAGRAPH)

    def _leave(self, name: str) -> None:
        if name in _CELL:
            self.cells -= 1
            self.words.append("\t" if not self.cells else "\n")
        elif not _INLINE.fullmatch(name):
            self._end(PlaceKind.ROW if name == "tr" else PlaceKind.PARAGRAPH)

    def _end(self, kind: PlaceKind) -> None:
        """End the line, or, inside a cell of a table, only the words."""
        if self.cells:
            self.words.append("\n")
            return
        text = re.sub("\n+", "\n", re.sub(" *\n[ \n]*", "\n", "".join(self.words)))
        text = _AROUND_TAB.sub("\t", _WRAPPED.sub("", text).replace("\n", " "))
        self.builder.line(re.sub(" +", " ", text).strip(), kind)
        self.words.clear()
