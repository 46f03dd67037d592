"""The words that a text may end with at a position, such as the bound words and the verbs before a figure."""

from collections.abc import Iterable


class Endings:
    """Words to be found at an end.

    >>> Endings(("于", "不低于", "低于")).longest("税率不低于10%", 5)
    '不低于'
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        lengths: dict[str, set[int]] = {}
        for word in self.words:
            lengths.setdefault(word[-1], set()).add(len(word))
        self._lengths = {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}

    def longest(self, text: str, stop: int) -> str:
        """The longest of the words that ends at ``stop``, or nothing."""
        for length in self._lengths.get(text[stop - 1 : stop], ()):
            if length <= stop and text[stop - length : stop] in self.words:
                return text[stop - length : stop]
        return ""
