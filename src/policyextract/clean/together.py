"""Which signs stand together somewhere in a text."""

from collections.abc import Iterable

_FEW = 60  # questions that cost less than an index


class Together:
    """Every three signs that stand together in a line: sought in the text, where they are asked for often in an index.

    >>> found = Together(["养老服务组织", "服务组"])
    >>> found.holds("务组织"), found.holds("织服务")
    (True, False)
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._text = "\n".join(lines)
        self._asked = 0
        self._index: frozenset[str] = frozenset()

    def holds(self, three: str) -> bool:
        """Whether three signs, none of them the end of a line, stand together in a line; fewer never do."""
        if len(three) < 3:
            return False
        self._asked += 1
        if self._asked <= _FEW:
            return three in self._text
        if not self._index:
            text = self._text
            self._index = frozenset(text[place : place + 3] for place in range(len(text) - 2))
        return three in self._index
